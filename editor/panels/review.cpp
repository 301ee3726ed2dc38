// What the review found in the workbook, document by document, the shown one first: how far it is, what counts, hints;
// and what was dismissed, with reasons.
#include <algorithm>
#include <cmath>

#include "editor/board/state.h"
#include "editor/dialogs/dismissal.h"
#include "editor/panels/column.h"
#include "editor/panels/finding_card.h"
#include "editor/panels/panels.h"
#include "editor/panels/state.h"
#include "model/review/groups.h"

namespace canvasbook {

namespace {

constexpr size_t listed_at_once = 30;

// How many findings are listed, and how many places to fill in: all that stands below the head.
std::string numbers_of(const Catalog& words, const ListedFindings& listed) {
  std::string count = listed.count == 0 ? std::string() : std::to_string(listed.count);
  if (listed.places == 0) return count;
  return (count.empty() ? "" : count + " · ") + words.count("review.to_fill_in", listed.places);
}

// The head of a document's findings.
void group_heading(App& app, Column& column, const std::string& title, const std::string& number) {
  const Theme& theme = app.theme;
  ImGui::Dummy({1, theme.px(2)});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImFont* font = theme.fonts.bold;
  const float width = width_of_line(font, number);
  ImDrawList* list = ImGui::GetWindowDrawList();
  clipped_text(list, font, at, column.width - width - theme.px(12), theme.colours.text, title);
  list->AddText(font, font->FontSize, {at.x + column.width - width, at.y}, theme.colours.muted, number.c_str());
  ImGui::Dummy({column.width, font->FontSize + theme.px(2)});
}

void view_dismissed(App& app, Column& column, const Finding& finding, PressedInReview& pressed) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const std::string key = "finding/" + finding_name(finding);
  column.text(theme.fonts.small, theme.colours.text, finding_words(finding, words).what, 0, 3);
  column.text(theme.fonts.small, theme.colours.muted, words.text("review.reason", {{"reason", finding.reason}}), 0, 2);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - theme.px(8));
  if (review_link(app, key + "/restore", words.text("review.restore"), icons::undo)) pressed.restored = &finding;
  ImGui::Dummy({1, theme.px(4)});
}

// What is drawn of the lists, so many findings at most.
class ReviewList {
 public:
  ReviewList(App& app, Column& column, PressedInReview& pressed)
      : app_(app),
        column_(column),
        pressed_(pressed),
        room_(std::max(app.state<PanelState>().findings_listed, listed_at_once)) {}

  void view(const ListedFindings& listed) {
    const bool is_whole = listed.progress.empty.empty();
    if (is_whole && listed.groups.empty()) return;
    group_heading(app_, column_, listed.title, numbers_of(app_.catalog(), listed));
    if (!is_whole) view_progress_line(listed);
    size_t hints = 0;
    for (const FindingGroup& group : listed.groups) {
      if (group.harm == Harm::hint) {
        hints += place_count(group);
      } else {
        view_group(group);
      }
    }
    if (hints > 0) view_hints(listed, hints);
  }

  size_t left_out() const { return left_out_; }

 private:
  bool is_open(const std::string& key) const { return app_.state<PanelState>().unfolded.contains(key); }

  bool has_room() {
    if (room_ > 0) {
      --room_;
      return true;
    }
    ++left_out_;
    return false;
  }

  void view_progress_line(const ListedFindings& listed) {
    const std::string key = "review.progress/" + listed.document;
    view_fold_line(app_, column_, key, progress_words(app_.catalog(), listed.progress), {}, icons::checks,
                   app_.theme.colours.muted, pressed_);
    if (!is_open(key)) return;
    for (const EmptyPart& part : listed.progress.empty) view_empty_row(app_, column_, part, pressed_);
  }

  void view_group(const FindingGroup& group) {
    const bool is_hint = group.harm == Harm::hint;
    if (group.findings.size() == 1 && !is_hint) {
      if (has_room()) view_finding_card(app_, column_, *group.findings.front(), pressed_);
      return;
    }
    if (!has_room()) return;
    const std::string key = group_key(*group.findings.front());
    view_fold_line(app_, column_, key, finding_title(*group.findings.front(), app_.catalog()),
                   std::to_string(place_count(group)), is_hint ? icons::guide : icons::warning,
                   is_hint ? app_.theme.colours.muted : app_.theme.colours.warning, pressed_);
    if (!is_open(key)) return;
    view_advice(app_, column_, group, pressed_);
    for (const Finding* finding : group.findings) {
      if (has_room()) view_finding_row(app_, column_, *finding, pressed_);
    }
  }

  void view_hints(const ListedFindings& listed, size_t count) {
    const std::string key = "review.hints/" + listed.document;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - app_.theme.px(8));
    const std::string label = app_.catalog().text("review.hints", {{"count", std::to_string(count)}});
    if (review_link(app_, key, label, is_open(key) ? icons::collapse : icons::expand)) pressed_.fold = key;
    if (!is_open(key)) return;
    for (const FindingGroup& group : listed.groups) {
      if (group.harm == Harm::hint) view_group(group);
    }
  }

  App& app_;
  Column& column_;
  PressedInReview& pressed_;
  size_t room_;
  size_t left_out_ = 0;
};

void view_all_dismissed(App& app, Column& column, const std::vector<Finding>& findings, PressedInReview& pressed) {
  const auto count = static_cast<size_t>(std::ranges::count(findings, true, &Finding::dismissed));
  if (count == 0) return;
  ImGui::Dummy({1, app.theme.px(4)});
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - app.theme.px(8));
  const bool is_open = app.state<PanelState>().dismissed_is_open;
  pressed.fold_dismissed =
      review_link(app, "review.dismissed", app.catalog().text("review.dismissed", {{"count", std::to_string(count)}}),
                  is_open ? icons::collapse : icons::expand);
  if (!is_open) return;
  ImGui::Dummy({1, app.theme.px(4)});
  for (const Finding& finding : findings) {
    if (finding.dismissed) view_dismissed(app, column, finding, pressed);
  }
}

// With a tick only where all parts hold something: what is hardly begun is not approved.
void view_nothing_found(App& app, Column& column) {
  const Theme& theme = app.theme;
  const Progress progress = whole_progress(app);
  const bool is_whole = progress.filled == progress.count;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_icon(ImGui::GetWindowDrawList(), theme.fonts.text, theme.px(22), {at.x + theme.px(11), at.y + theme.px(15)},
            is_whole ? theme.colours.good : theme.colours.muted, is_whole ? icons::done : icons::review);
  ImGui::Dummy({1, theme.px(0)});
  column.text(theme.fonts.text, theme.colours.text, nothing_found_words(app.catalog(), progress), 32, 8);
}

void obey(App& app, const PressedInReview& pressed) {
  Session& session = *app.session();
  PanelState& state = app.state<PanelState>();
  if (pressed.goes_to != nullptr) go_to_finding(app, *pressed.goes_to);
  if (pressed.dismissed != nullptr) app.show_dialog(make_dismissal_dialog(*pressed.dismissed));
  if (const Finding* finding = pressed.restored) {
    session.record(restore_finding(session.workbook(), finding->rule, finding->document, finding->subject),
                   "step.restore", finding->items.empty() ? finding->document : finding->items.front());
  }
  if (!pressed.fold.empty() && !state.unfolded.insert(pressed.fold).second) state.unfolded.erase(pressed.fold);
  if (!pressed.part.empty()) {
    session.go_to(pressed.part);
    app.state<BoardState>().block_to_show = session.view().block;
  }
  if (pressed.fold_dismissed) state.dismissed_is_open = !state.dismissed_is_open;
  if (pressed.more) state.findings_listed = std::max(state.findings_listed, listed_at_once) + listed_at_once;
  if (pressed.asks != nullptr) mend_or_ask(app, *pressed.asks);
  mend_findings(app, pressed.mended);
}

}  // namespace

void panel_review(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  PressedInReview pressed;
  Column column(app, "review", area);
  const std::vector<Finding>& findings = app.session()->findings();
  ImGui::Dummy({1, theme.px(4)});
  ReviewList lists(app, column, pressed);
  for (const ListedFindings* listed : lists_in_order(app)) lists.view(*listed);
  if (std::ranges::all_of(findings, &Finding::dismissed)) view_nothing_found(app, column);
  if (lists.left_out() > 0) {
    pressed.more = review_link(app, "review.more",
                               words.text("review.more", {{"count", std::to_string(lists.left_out())}}), icons::expand);
  }
  view_all_dismissed(app, column, findings, pressed);
  ImGui::Dummy({1, theme.px(8)});
  obey(app, pressed);
}

}  // namespace canvasbook
