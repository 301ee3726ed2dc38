#include "editor/panels/findings.h"

#include <algorithm>
#include <utility>

#include "editor/board/state.h"
#include "editor/find/blanks.h"
#include "editor/find/walk.h"
#include "model/blank_places.h"
#include "model/placeholders.h"
#include "model/review/mend.h"
#include "model/text/text.h"
#include "model/text_places.h"

namespace canvasbook {

namespace {

// Where a finding leads to, one place after the other.
std::vector<std::string> places_of(const Finding& finding) {
  std::vector<std::string> places;
  if (!finding.mended_at.empty()) places.push_back(finding.mended_at);
  places.insert(places.end(), finding.items.begin(), finding.items.end());
  return places;
}

// The findings of each document, in the order of the workbook; kept until they or the workbook change.
const std::vector<ListedFindings>& listed_findings(App& app) {
  PanelState& state = app.state<PanelState>();
  Session& session = *app.session();
  const std::vector<Finding>& findings = session.findings();
  if (state.listed_version == session.findings_version() && state.listed_revision == session.history().revision())
    return state.listed;
  const bool same_findings = state.listed_version == session.findings_version();
  std::vector<ListedFindings> before = std::exchange(state.listed, {});
  state.listed_version = session.findings_version();
  state.listed_revision = session.history().revision();
  for (const auto& document : session.workbook().documents) {
    ListedFindings listed{document->id, document->title, progress_of(*document), {}};
    const auto known = std::ranges::find(before, document->id, &ListedFindings::document);
    listed.groups =
        same_findings && known != before.end() ? std::move(known->groups) : open_groups(findings, document->id);
    for (const FindingGroup& group : listed.groups) {
      if (counts(*group.findings.front())) listed.count += group.findings.size();
      if (group.harm == Harm::unfilled) listed.places += place_count(group);
    }
    state.listed.push_back(std::move(listed));
  }
  return state.listed;
}

// All open findings in the order of the list, the hints of a document behind its others.
std::vector<const Finding*> findings_in_order(App& app) {
  std::vector<const Finding*> findings;
  for (const ListedFindings& listed : listed_findings(app)) {
    for (const FindingGroup& group : listed.groups)
      findings.insert(findings.end(), group.findings.begin(), group.findings.end());
  }
  return findings;
}

// The place of a finding in that order; that of the last one that was gone to where it is not among them.
size_t place_of(App& app, const std::string& key) {
  const std::vector<const Finding*> findings = findings_in_order(app);
  const auto found = std::ranges::find(findings, key, [](const Finding* one) { return key_of(*one); });
  return found == findings.end() ? app.state<PanelState>().finding_place
                                 : static_cast<size_t>(found - findings.begin());
}

// How many lines of the panel there are up to a finding, were all groups open.
size_t lines_up_to(App& app, const std::string& key) {
  size_t lines = 0;
  for (const ListedFindings* listed : lists_in_order(app)) {
    for (const FindingGroup& group : listed->groups) {
      ++lines;
      for (const Finding* finding : group.findings) {
        ++lines;
        if (key_of(*finding) == key) return lines;
      }
    }
  }
  return 0;
}

// Where a finding about a blank, or about a placeholder, has its first place; false for any other one.
bool show_blank_of(App& app, const Document& document, const Finding& finding) {
  const bool by_speaker = finding.rule == left_blank_in_script_rule;
  if (finding.rule != left_blank_rule && !by_speaker) return false;
  for (size_t s = 0; s < document.sections.size(); ++s) {
    const Section& section = *document.sections[s];
    for (BlankPlace& blank : blank_places(section)) {
      if (blank.by_speaker != by_speaker || blank_subject(section, blank.place) != finding.subject) continue;
      blank.section = s;
      show_blank(app, document, blank);
      return true;
    }
  }
  return false;
}

bool show_placeholder_of(App& app, const Document& document, const Finding& finding) {
  if (finding.rule != undefined_placeholder_rule) return false;
  for (size_t s = 0; s < document.sections.size(); ++s) {
    const Section& section = *document.sections[s];
    for (const PlacedText& text : texts_in_order(section.content)) {
      const std::string& item = text.place.item.empty() ? section.id : text.place.item;
      if (item != finding.items.front() || text.place.field != finding.field) continue;
      for (const PlaceholderUse& use : placeholder_uses(*text.text)) {
        if (to_search_form(use.name) != finding.kind) continue;
        show_place(app, document, s, text.place, *text.text, use.range.begin, use.range.end);
        return true;
      }
    }
  }
  return false;
}

// The text of a field of the item that is shown: the place that is told where there is one, else the whole field.
void show_field(App& app, const Finding& finding) {
  Session& session = *app.session();
  if (session.document() == nullptr || session.section() == nullptr) return;
  const Document document = *session.document();
  if (show_blank_of(app, document, finding) || show_placeholder_of(app, document, finding)) return;
  session.point_at({finding.items.front(), finding.field});
}

ReviewedPlace place_now(const Session& session) {
  const Section* section = session.section();
  if (section == nullptr || session.view().shown_register) return {};
  std::string item = session.is_writing() ? session.view().edited : session.cursor();
  if (item.empty() && session.board() != nullptr) item = section->id + "/" + session.view().block;
  return {std::move(item), section->id};
}

bool is_in(const Section& section, const std::string& place) {
  if (place == section.id || place.starts_with(section.id + "/")) return true;
  if (const auto* board = std::get_if<Board>(&section.content)) return find_note(*board, place) != nullptr;
  const std::vector<std::string> items = items_in_order(section.content);
  return std::ranges::find(items, place) != items.end();
}

// The first of these findings that is of the item one is at, else of the section, else of the document, but for the
// one that was gone to last; `by` < 0: the last of them. Nothing where there is none, or as long as the section or
// document is that of the last one.
std::optional<size_t> place_from_here(App& app, const std::vector<const Finding*>& findings, int by) {
  const PanelState& state = app.state<PanelState>();
  const Session& session = *app.session();
  const ReviewedPlace here = place_now(session);
  if (here == state.finding_led_to) return std::nullopt;
  const auto search = [&](const auto& concerns) {
    std::optional<size_t> found;
    for (size_t i = 0; i < findings.size(); ++i) {
      if (key_of(*findings[i]) == state.finding || !concerns(*findings[i])) continue;
      if (!found || by < 0) found = i;
    }
    return found;
  };
  const auto has_place = [](const auto& is_there) {
    return [is_there](const Finding& finding) { return std::ranges::any_of(places_of(finding), is_there); };
  };
  if (!here.item.empty()) {
    if (const auto of_item = search(has_place([&](const std::string& place) { return place == here.item; })))
      return of_item;
  }
  if (here.section.empty() || here.section == state.finding_led_to.section) return std::nullopt;
  const Section& section = *session.section();
  if (const auto of_section = search(has_place([&](const std::string& place) { return is_in(section, place); })))
    return of_section;
  const Document& document = *session.document();
  const bool is_same =
      std::ranges::any_of(document.sections, [&](const auto& one) { return one->id == state.finding_led_to.section; });
  if (is_same) return std::nullopt;
  return search([&](const Finding& finding) { return finding.document == document.id; });
}

}  // namespace

std::string key_of(const Finding& finding) { return finding_name(finding) + "@" + finding.document; }

std::string group_key(const Finding& finding) {
  const std::string key = "findings/" + finding.document + "/" + finding.rule;
  return finding.kind.empty() ? key : key + "/" + finding.kind;
}

std::vector<const ListedFindings*> lists_in_order(App& app) {
  std::vector<const ListedFindings*> lists;
  const Document* shown = app.session()->document();
  for (const ListedFindings& listed : listed_findings(app)) {
    const bool is_shown = shown != nullptr && listed.document == shown->id;
    lists.insert(is_shown ? lists.begin() : lists.end(), &listed);
  }
  return lists;
}

void go_to_finding(App& app, const Finding& found) {
  const Finding finding = found;  // showing it may end a writing, which changes what is found
  const std::vector<std::string> places = places_of(finding);
  if (places.empty()) return;
  PanelState& state = app.state<PanelState>();
  const std::string key = key_of(finding);
  const bool is_next = state.finding == key && state.finding_item;
  state.finding_item = is_next ? (*state.finding_item + 1) % places.size() : 0;
  state.finding = key;
  state.finding_place = place_of(app, key);
  const std::string& place = places[*state.finding_item];
  app.session()->go_to(place);
  app.state<BoardState>().block_to_show = app.session()->view().block;
  if (!finding.field.empty() && place == finding.items.front()) show_field(app, finding);
  state.finding_led_to = place_now(*app.session());
}

Progress whole_progress(App& app) {
  Progress whole;
  for (const ListedFindings& listed : listed_findings(app)) whole = sum_of(whole, listed.progress);
  return whole;
}

void show_in_review(App& app, const Finding& finding) {
  app.show_panel(SidePanel::review);
  PanelState& state = app.state<PanelState>();
  const std::string key = key_of(finding);
  if (state.finding != key) state.finding_item.reset();
  state.finding = key;
  state.finding_place = place_of(app, key);
  state.findings_listed = std::max(state.findings_listed, lines_up_to(app, key));
  state.shows_finding = true;
  state.unfolded.insert(group_key(finding));
  if (harm_of(finding.rule) == Harm::hint) state.unfolded.insert("review.hints/" + finding.document);
}

const Finding* current_finding(App& app) {
  const PanelState& state = app.state<PanelState>();
  if (state.finding.empty()) return nullptr;
  const std::vector<const Finding*> findings = findings_in_order(app);
  const auto found = std::ranges::find(findings, state.finding, [](const Finding* one) { return key_of(*one); });
  return found == findings.end() ? nullptr : *found;
}

void step_finding(App& app, int by) {
  app.show_panel(SidePanel::review);
  const std::vector<const Finding*> findings = findings_in_order(app);
  if (findings.empty()) return app.say(nothing_found_words(app.catalog(), whole_progress(app)));
  PanelState& state = app.state<PanelState>();
  const size_t count = findings.size();
  const auto now = std::ranges::find_if(findings, [&](const Finding* one) { return key_of(*one) == state.finding; });
  size_t place = 0;
  const char* round = nullptr;
  if (const auto from_here = place_from_here(app, findings, by)) {
    place = *from_here;
  } else if (now != findings.end()) {
    const auto at = static_cast<size_t>(now - findings.begin());
    place = by > 0 ? (at + 1) % count : (at + count - 1) % count;
    if (by > 0 && place <= at) round = "find.from_beginning";
    if (by < 0 && place >= at) round = "find.from_end";
  } else if (!state.finding.empty()) {
    place = std::min(state.finding_place, count - 1);  // the one that stood there is mended or dismissed
  }
  const Finding finding = *findings[place];
  go_to_finding(app, finding);
  show_in_review(app, finding);
  const Catalog& words = app.catalog();
  const std::string what = finding_words(finding, words).what;
  app.say(round == nullptr ? what : words.text(round) + " " + what);
}

void leave_finding_elsewhere(App& app) {
  PanelState& state = app.state<PanelState>();
  if (place_now(*app.session()) != state.finding_led_to) state.finding.clear();
}

bool is_mended_by_causes(const Finding& finding) { return finding.rule == "cost_without_driver"; }

void mend_or_ask(App& app, const Finding& found) {
  const Finding finding = found;  // showing it may end a writing, which changes what is found
  const bool is_one = finding.choices.size() == 1;
  const Finding chosen = is_one && !finding.has_mend ? with_choice(finding, finding.choices.front().item) : finding;
  if (chosen.has_mend) return mend_findings(app, {&chosen, 1});
  if (!is_mended_by_causes(finding) && finding.choices.empty()) {
    return app.say(app.catalog().text("review.nothing_to_mend"));
  }
  go_to_finding(app, finding);
  if (is_mended_by_causes(finding)) return app.run_command("command.drivers");
  if (finding.mended_at.empty()) return app.run_command("command.for_whom");  // a note, to which segments are offered
  app.say(app.catalog().text("review.choose_mend"));
}

void mend_findings(App& app, std::span<const Finding> findings) {
  if (findings.empty()) return;
  const std::vector<Finding> mended(findings.begin(), findings.end());
  Session& session = *app.session();
  if (!session.mend(mended)) return;
  const Catalog& words = app.catalog();
  const Finding& first = mended.front();
  if (mended.size() == 1) return app.say(words.text("review.mended", {{"finding", finding_words(first, words).what}}));
  app.say(words.text("review.mended_all",
                     {{"count", std::to_string(mended.size())}, {"finding", finding_title(first, words)}}));
}

}  // namespace canvasbook
