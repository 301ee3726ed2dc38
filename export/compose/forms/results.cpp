// The report of a check list's visits: a cover, what a director reads in a minute, what to see to first, what changed,
// a page a place, and an appendix with all figures. Beside every figure stands the number of its visits.
#include <algorithm>
#include <span>
#include <unordered_map>

#include "export/compose/forms/composers.h"
#include "export/compose/forms/results_tables.h"
#include "export/compose/placeholders.h"
#include "export/compose/results_charts.h"
#include "model/result_subject.h"
#include "model/result_words.h"
#include "model/text/text.h"
#include "model/visits_of_list.h"

namespace canvasbook {

namespace {

constexpr size_t weakest_shown = 10;
constexpr size_t comments_shown = 3;  // of an item
// So much of a place that it keeps to a page; the appendix has all.
constexpr size_t weakest_of_place = 4;
constexpr size_t sections_of_place = 4;
constexpr size_t changes_of_place = 4;
constexpr size_t remark_of_place = 60;  // code points

class Report {
 public:
  Report(const Section& section, const Visits& visits, const ComposeContext& context)
      : section_(section),
        visits_(visits),
        context_(context),
        words_(context.catalog),
        target_(context.target ? context.target : target_part(visits)),
        results_(results_of(visits, context.results)) {
    for (const VisitScore& score : results_.visits) places_.emplace(score.visit->id, &score.visit->head.place);
    for (const auto& visit : visits.visits) {
      Visits& of_place = visits_by_place_[visit->head.place];
      if (of_place.visits.empty()) of_place.revisions = visits.revisions;
      of_place.visits.push_back(visit);
    }
  }

  PrintParts compose() {
    add_cover();
    add_main();
    for (const ResultRow& place : results_.places) add_place(place);
    add_appendix();
    for (PrintPart& part : parts_) fill_placeholders(part, context_.placeholders);
    return std::move(parts_);
  }

 private:
  std::string text(const char* key) const { return words_.text(key); }
  std::vector<FlowBlock>& blocks() { return flow_of(parts_.back()).blocks; }
  void begin(const std::string& heading) { parts_.push_back(form_part(context_, heading)); }
  void heading(const std::string& title) { blocks().push_back(heading_block({}, 2, title)); }
  void paragraph(const std::string& words) {
    if (!words.empty()) blocks().push_back(paragraph_block({}, plain_cell(words)));
  }
  void table(SheetBlock sheet) {
    if (!sheet.rows.empty()) blocks().push_back({section_.id, std::move(sheet)});
  }

  void add_cover() {
    const std::string list = title_of_list(context_.workbook, visits_);
    const std::string title =
        list.empty() ? text("form.results") : words_.text("results.title", {{"title", printed_text(list)}});
    Cover cover{title, extent_words(results_, context_.results, words_), printed_text(context_.workbook.company),
                printed_text(context_.workbook.author_role), context_.date};
    parts_.push_back({context_.document.id, title, 0, context_.document.language, std::move(cover)});
  }

  void add_main() {
    begin(text("results.main"));
    paragraph(filter_words(context_.results, words_));
    paragraph(extent_words(results_, context_.results, words_));
    const ReportedActions actions = actions_at(context_.results.place);
    for (const std::string& sentence : summary_sentences(results_, words_, target_)) paragraph(sentence);
    paragraph(open_actions_words(actions, context_.day, words_));
    if (results_.visits.empty()) return add_actions(actions);
    add_chart_by(context_.results_by);
    heading(text("results.weakest"));
    add_weakest_in_all(actions.open);
    add_critical();
    add_actions(actions);
    add_changes();
    add_further_chart_by(ResultsBy::place);
    add_further_chart_by(ResultsBy::section);
    if (results_.places.size() > 1 && results_.sections.size() > 1) add_chart(heat_map_of(results_, words_));
    add_further_chart_by(ResultsBy::month);
    add_further_chart_by(ResultsBy::shopper);
    add_spreads();
    if (results_.visits.size() >= few_visits) add_chart(chart_of_distribution(results_, words_));
  }

  // Its title is a heading, which names it on each page.
  void add_chart(PrintChart chart) {
    if (chart.rows.empty()) return;
    heading(chart.title);
    chart.title.clear();
    blocks().push_back({section_.id, std::move(chart)});
  }

  // One bar would compare nothing.
  void add_chart_by(ResultsBy by) {
    if (rows_by(results_, by).size() < 2) return;
    add_chart(by == ResultsBy::month ? chart_of_months(results_, target_, words_)
                                     : chart_of_rows(results_, by, target_, words_));
  }
  void add_further_chart_by(ResultsBy by) {
    if (by != context_.results_by) add_chart_by(by);
  }

  // On the page of a place only what is said of that.
  std::string subject(ResultsBy by, const std::string& id) const { return write_subject(subject_of(by, id, place_)); }

  void add_rows(ResultsBy by) {
    heading(words_.text(std::string("results.by_title.") + std::string(results_by_names[static_cast<size_t>(by)])));
    table(table_of_rows(rows_by(results_, by), by, {}, words_));
  }

  const std::string& place_of(const std::string& visit) const { return *places_.at(visit); }

  ReportedActions actions_at(std::string_view place) const {
    return reported_actions(visits_, place, results_.changes.now);
  }

  void add_actions(const ReportedActions& actions) {
    if (actions.empty()) return;
    heading(text("results.actions"));
    table(table_of_actions(actions.open, visits_, context_.day, words_));
    if (actions.closed.empty()) return;
    heading(text("results.actions_closed"));
    table(table_of_actions(actions.closed, visits_, context_.day, words_));
  }

  // What was said of an item, and what is being done about it.
  std::string remarks_of(const ResultRow& item, std::span<const VisitAction* const> open) const {
    std::string all = comments_of(item, context_.results.place.empty());
    for (const VisitAction* action : open) {
      if (action->item == item.id) all += (all.empty() ? "" : " · ") + open_action_words(*action, words_);
    }
    return all;
  }

  // On the page of a place: what was said last, and what is being done about it.
  std::string remark_of(const ResultRow& item, std::span<const VisitAction* const> open) const {
    const auto is_of_item = [&](const VisitAction* action) { return action->item == item.id; };
    const auto action = std::ranges::find_if(open, is_of_item);
    const size_t room = action == open.end() ? remark_of_place : remark_of_place / 2;
    std::string all = item.comments.empty() ? "" : shortened_at_word(item.comments.front().text, room);
    if (action == open.end()) return all;
    VisitAction told = **action;
    told.text = shortened_at_word(told.text, room);
    return all + (all.empty() ? "" : " · ") + open_action_words(told, words_);
  }

  // With the place where it was said, unless all are of one.
  std::string comments_of(const ResultRow& item, bool with_places) const {
    std::string all;
    for (size_t i = 0; i < item.comments.size() && i < comments_shown; ++i) {
      all += (all.empty() ? "" : " · ") + item.comments[i].text;
      const std::string& place = place_of(item.comments[i].visit);
      if (with_places && !place.empty()) all += " (" + place + ")";
    }
    if (item.comments.size() > comments_shown) all += " · …";
    return all;
  }

  // The figures as a chart, below it what is said of them.
  void add_weakest_in_all(std::span<const VisitAction* const> open) {
    const std::vector<const ResultRow*> weak = weakest_items(results_);
    if (weak.empty()) return paragraph(text("results.none_weak"));
    PrintChart chart = chart_of_weakest(results_, weakest_shown, words_);
    chart.title.clear();
    blocks().push_back({section_.id, std::move(chart)});
    if (weak.size() > weakest_shown) {
      paragraph(words_.text("results.more_items", {{"count", std::to_string(weak.size() - weakest_shown)}}));
    }
    SheetBlock sheet;
    sheet.columns = {{text("results.by.item"), Alignment::left, 5}, {text("results.remarks"), Alignment::left, 8}};
    for (size_t i = 0; i < weak.size() && i < weakest_shown; ++i) {
      const std::string remarks = remarks_of(*weak[i], open);
      if (remarks.empty()) continue;
      sheet.rows.push_back(
          {weak[i]->id, {plain_cell(weak[i]->name), plain_cell(remarks)}, subject(ResultsBy::item, weak[i]->id)});
    }
    table(std::move(sheet));
  }

  void add_weakest_of(const VisitResults& results, std::span<const VisitAction* const> open) {
    const std::vector<const ResultRow*> weak = weakest_items(results);
    if (weak.empty()) return paragraph(text("results.none_weak"));
    SheetBlock sheet;
    sheet.columns = {{text("results.by.item"), Alignment::left, 4},
                     {text("results.score"), Alignment::right, 2},
                     {text("results.visits"), Alignment::right, 2},
                     {text("results.remarks"), Alignment::left, 8}};
    for (size_t i = 0; i < weak.size() && i < weakest_of_place; ++i) {
      const ResultRow& item = *weak[i];
      sheet.rows.push_back({item.id,
                            {plain_cell(item.name), plain_cell(short_score_words(item.figure, words_)),
                             plain_cell(std::to_string(item.figure.visits)), plain_cell(remark_of(item, open))},
                            subject(ResultsBy::item, item.id)});
    }
    table(std::move(sheet));
  }

  void add_critical() {
    const std::vector<const ResultRow*> failed = failed_critical_items(results_);
    if (failed.empty()) return;
    heading(text("results.critical"));
    SheetBlock sheet;
    sheet.columns = {{text("results.by.item"), Alignment::left, 5},
                     {text("results.failed"), Alignment::right, 2},
                     {text("results.visits"), Alignment::right, 2},
                     {text("results.by.place"), Alignment::left, 5}};
    for (const ResultRow* item : failed) {
      sheet.rows.push_back({item->id,
                            {plain_cell(item->name), plain_cell(std::to_string(item->failed.size())),
                             plain_cell(std::to_string(item->figure.visits)), plain_cell(places_of_failures(*item))},
                            subject(ResultsBy::item, item->id)});
    }
    table(std::move(sheet));
  }

  std::string places_of_failures(const ResultRow& item) const {
    std::vector<std::string> places;
    for (const std::string& id : item.failed) {
      const std::string& place = place_of(id);
      if (!place.empty() && std::ranges::find(places, place) == places.end()) places.push_back(place);
    }
    std::string all;
    for (const std::string& place : places) all += (all.empty() ? "" : ", ") + place;
    return all;
  }

  void add_changes() {
    const RoundChanges& changes = results_.changes;
    if (changes.before.empty()) return;
    heading(text("results.changes"));
    paragraph(words_.text("results.rounds", {{"before", month_words(changes.before, words_)},
                                             {"now", month_words(changes.now, words_)}}));
    if (changes.items.empty()) return paragraph(text("results.no_changes"));
    table(table_of_changes(changes, changes.items.size(), {}, words_));
  }

  void add_changes_of_place(const RoundChanges& changes) {
    if (changes.before.empty()) return;
    heading(text("results.changes"));
    if (changes.items.empty()) return paragraph(text("results.no_changes"));
    table(table_of_changes(changes, changes_of_place, place_, words_));
    if (changes.items.size() > changes_of_place) {
      const std::string left = std::to_string(changes.items.size() - changes_of_place);
      paragraph(words_.text("results.more_changes", {{"count", left}}));
    }
  }

  void add_spreads() {
    if (results_.spreads.empty()) return;
    heading(text("results.spread"));
    SheetBlock sheet;
    sheet.columns = {{text("results.by.place"), Alignment::left, 4},
                     {text("results.by.shopper"), Alignment::left, 4},
                     {text("results.score"), Alignment::right, 2},
                     {text("results.visits"), Alignment::right, 2}};
    for (const PlaceSpread& spread : results_.spreads) {
      for (const ResultRow& row : spread.shoppers) {
        const bool is_first = &row == &spread.shoppers.front();
        const std::string place = spread.place.empty() ? text("results.unnamed") : spread.place;
        sheet.rows.push_back(
            {{},
             {is_first ? plain_cell(place) : Spans{}, plain_cell(row_words(row, ResultsBy::shopper, words_)),
              plain_cell(short_score_words(row.figure, words_)), plain_cell(std::to_string(row.figure.visits))},
             write_subject({spread.place, row.id})});
      }
    }
    table(std::move(sheet));
  }

  void add_place(const ResultRow& place) {
    if (results_.places.size() < 2 || place.name.empty()) return;
    begin(printed_text(place.name));
    place_ = place.name;
    ResultFilter filter = context_.results;
    filter.place = place.name;
    const VisitResults results = results_of(visits_by_place_.at(place.name), filter);
    for (const std::string& sentence : summary_sentences(results, words_, target_)) paragraph(sentence);
    const ReportedActions actions = actions_at(place.name);
    paragraph(open_actions_words(actions, context_.day, words_));
    add_sections_of_place(results.sections);
    heading(text("results.weakest"));
    add_weakest_of(results, actions.open);
    add_changes_of_place(results.changes);
    place_results_.emplace_back(place.name, results);
  }

  void add_sections_of_place(const std::vector<ResultRow>& sections) {
    const bool has_all = sections.size() <= sections_of_place;
    heading(text(has_all ? "results.by_title.section" : "results.weakest_sections"));
    table(table_of_rows(weakest_rows(sections, sections_of_place), ResultsBy::section, place_, words_));
    if (has_all) return;
    const std::string left = std::to_string(sections.size() - sections_of_place);
    paragraph(words_.text("results.more_sections", {{"count", left}}));
  }

  // What the page of a place has in part.
  void add_rest_of_place(const std::string& place, const VisitResults& results) {
    const auto title = [&](const char* key) { return words_.text(key, {{"place", printed_text(place)}}); };
    if (results.sections.size() > sections_of_place) {
      heading(title("results.sections_of"));
      table(table_of_rows(results.sections, ResultsBy::section, place, words_));
    }
    const RoundChanges& changes = results.changes;
    if (changes.items.size() <= changes_of_place) return;
    heading(title("results.changes_of"));
    table(table_of_changes(changes, changes.items.size(), place, words_));
  }

  void add_appendix() {
    begin(text("results.appendix"));
    place_.reset();
    heading(text("results.how_title"));
    paragraph(counting_words(context_.results, has_points_scale(visits_), words_));
    if (results_.visits.empty()) return;
    for (const ResultsBy by : {ResultsBy::place, ResultsBy::section, ResultsBy::month, ResultsBy::shopper}) {
      if (rows_by(results_, by).size() > 1) add_rows(by);
    }
    add_rows(ResultsBy::item);
    for (const auto& place : place_results_) add_rest_of_place(place.first, place.second);
    heading(text("results.all_visits"));
    table(table_of_visits(results_, words_));
  }

  const Section& section_;
  const Visits& visits_;
  const ComposeContext& context_;
  const Catalog& words_;
  std::optional<double> target_;  // 0 … 1
  VisitResults results_;
  std::unordered_map<std::string, Visits> visits_by_place_;          // so that a place's figures look at no others
  std::vector<std::pair<std::string, VisitResults>> place_results_;  // of those that have a page
  std::unordered_map<std::string_view, const std::string*> places_;  // by the id of the visit
  std::optional<std::string> place_;                                 // whose page it is
  PrintParts parts_;
};

// The visits of a section where any is finished; nullptr for another section.
const Visits* reported(const Section& section) {
  const auto* visits = std::get_if<Visits>(&section.content);
  if (visits == nullptr) return nullptr;
  const bool has_any = std::ranges::any_of(visits->visits, [](const auto& visit) { return visit->finished; });
  return has_any ? visits : nullptr;
}

}  // namespace

bool has_finished_visits(const ComposeContext& context) {
  return std::ranges::any_of(context.document.sections,
                             [](const auto& section) { return reported(*section) != nullptr; });
}

PrintParts compose_results(const ComposeContext& context, const PageNumbers&) {
  PrintParts all;
  for (const auto& section : context.document.sections) {
    const Visits* visits = reported(*section);
    if (visits == nullptr) continue;
    for (PrintPart& part : Report(*section, *visits, context).compose()) all.push_back(std::move(part));
  }
  return all;
}

}  // namespace canvasbook
