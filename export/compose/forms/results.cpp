// The report of a check list's visits: a cover, what a director reads in a minute, what to see to first, what changed,
// a page a place, and an appendix with all figures. Beside every figure stands the number of its visits.
#include <algorithm>
#include <unordered_map>

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"
#include "export/compose/results_charts.h"
#include "model/result_subject.h"
#include "model/result_words.h"
#include "model/visits_of_list.h"

namespace canvasbook {

namespace {

constexpr size_t weakest_shown = 10;
constexpr size_t weakest_of_place = 5;
constexpr size_t comments_shown = 3;  // of an item

class Report {
 public:
  Report(const Section& section, const Visits& visits, const ComposeContext& context)
      : section_(section),
        visits_(visits),
        context_(context),
        words_(context.catalog),
        results_(results_of(visits, context.results)) {
    for (const VisitScore& score : results_.visits) places_.emplace(score.visit->id, &score.visit->head.place);
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
    Cover cover{title, extent_words(results_, words_), printed_text(context_.workbook.company),
                printed_text(context_.workbook.author_role), context_.date};
    parts_.push_back({context_.document.id, title, 0, context_.document.language, std::move(cover)});
  }

  void add_main() {
    begin(text("results.main"));
    paragraph(filter_words(context_.results, words_));
    paragraph(extent_words(results_, words_));
    for (const std::string& sentence : summary_sentences(results_, words_)) paragraph(sentence);
    if (results_.visits.empty()) return;
    add_bars(ResultsBy::place);
    heading(text("results.weakest"));
    add_weakest(results_, weakest_shown, true);
    add_critical();
    add_changes(results_);
    add_bars(ResultsBy::section);
    if (results_.places.size() > 1 && results_.sections.size() > 1) add_chart(heat_map_of(results_, words_));
    if (results_.months.size() > 1) add_chart(chart_of_months(results_, context_.target, words_));
    add_bars(ResultsBy::shopper);
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
  void add_bars(ResultsBy by) {
    if (rows_by(results_, by).size() > 1) add_chart(chart_of_rows(results_, by, context_.target, words_));
  }

  SheetBlock table_of_rows(const std::vector<ResultRow>& rows, ResultsBy by) const {
    SheetBlock sheet;
    sheet.columns = {{by_words(by, words_), Alignment::left, 5},
                     {text("results.score"), Alignment::right, 2},
                     {text("results.range"), Alignment::right, 2},
                     {text("results.visits"), Alignment::right, 2},
                     {text("results.not_applicable"), Alignment::right, 2},
                     {text("results.failed"), Alignment::right, 2}};
    for (const ResultRow& row : rows) {
      const ResultFigure& figure = row.figure;
      const bool is_item = by == ResultsBy::item || by == ResultsBy::section;
      std::string name = row_words(row, by, words_);
      if (!row.is_counted) name += " (" + text("results.not_counted") + ")";
      sheet.rows.push_back(
          {is_item ? row.id : std::string(),
           {plain_cell(name), plain_cell(short_score(figure)), plain_cell(range_words(figure, words_)),
            plain_cell(std::to_string(figure.visits)), plain_cell(not_applicable_words(figure, words_)),
            plain_cell(row.failed.empty() ? std::string() : std::to_string(row.failed.size()))},
           subject(by, row.id)});
    }
    return sheet;
  }

  // On the page of a place only what is said of that.
  std::string subject(ResultsBy by, const std::string& id) const {
    ResultSubject subject = subject_of(by, id);
    if (!place_.empty()) subject.place = place_;
    return write_subject(subject);
  }

  // The range has a column of its own.
  std::string short_score(const ResultFigure& figure) const {
    return figure.score ? percent_words(*figure.score, words_, figure.is_few()) : score_words({}, words_);
  }

  void add_rows(ResultsBy by) {
    heading(words_.text(std::string("results.by_title.") + std::string(results_by_names[static_cast<size_t>(by)])));
    table(table_of_rows(rows_by(results_, by), by));
  }

  const std::string& place_of(const std::string& visit) const { return *places_.at(visit); }

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

  void add_weakest(const VisitResults& results, size_t most, bool with_places) {
    const std::vector<const ResultRow*> weak = weakest_items(results);
    if (weak.empty()) return paragraph(text("results.none_weak"));
    SheetBlock sheet;
    sheet.columns = {{text("results.by.item"), Alignment::left, 5},
                     {text("results.score"), Alignment::right, 2},
                     {text("results.visits"), Alignment::right, 2},
                     {text("results.comments"), Alignment::left, 6}};
    for (size_t i = 0; i < weak.size() && i < most; ++i) {
      const ResultRow& item = *weak[i];
      sheet.rows.push_back(
          {item.id,
           {plain_cell(item.name), plain_cell(short_score(item.figure)), plain_cell(std::to_string(item.figure.visits)),
            plain_cell(comments_of(item, with_places))},
           subject(ResultsBy::item, item.id)});
    }
    table(std::move(sheet));
    if (weak.size() > most) {
      paragraph(words_.text("results.more_items", {{"count", std::to_string(weak.size() - most)}}));
    }
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

  void add_changes(const VisitResults& results) {
    const RoundChanges& changes = results.changes;
    if (changes.before.empty()) return;
    heading(text("results.changes"));
    paragraph(words_.text("results.rounds", {{"before", month_words(changes.before, words_)},
                                             {"now", month_words(changes.now, words_)}}));
    if (changes.items.empty()) return paragraph(text("results.no_changes"));
    SheetBlock sheet;
    sheet.columns = {{text("results.change"), Alignment::left, 3},
                     {text("results.by.item"), Alignment::left, 6},
                     {text("results.before"), Alignment::right, 2},
                     {text("results.now"), Alignment::right, 2}};
    constexpr const char* kinds[] = {"results.better", "results.worse", "results.still_broken"};
    for (const RoundChange& change : changes.items) {
      std::string kind = text(kinds[static_cast<size_t>(change.kind)]);
      if (change.kind != ItemChangeKind::still_broken) {
        kind += ", " + change_words(change.now - change.before, words_);
      }
      sheet.rows.push_back(
          {change.item,
           {plain_cell(kind), plain_cell(change.text), plain_cell(percent_words(change.before, words_, true)),
            plain_cell(percent_words(change.now, words_, true))},
           subject(ResultsBy::item, change.item)});
    }
    table(std::move(sheet));
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
              plain_cell(short_score(row.figure)), plain_cell(std::to_string(row.figure.visits))},
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
    const VisitResults results = results_of(visits_, filter);
    for (const std::string& sentence : summary_sentences(results, words_)) paragraph(sentence);
    heading(text("results.by_title.section"));
    table(table_of_rows(results.sections, ResultsBy::section));
    heading(text("results.weakest"));
    add_weakest(results, weakest_of_place, false);
    add_changes(results);
  }

  void add_appendix() {
    begin(text("results.appendix"));
    place_.clear();
    heading(text("results.how_title"));
    paragraph(counting_words(context_.results, has_points_scale(visits_), words_));
    if (results_.visits.empty()) return;
    for (const ResultsBy by : {ResultsBy::place, ResultsBy::section, ResultsBy::month, ResultsBy::shopper}) {
      if (rows_by(results_, by).size() > 1) add_rows(by);
    }
    add_rows(ResultsBy::item);
    heading(text("results.all_visits"));
    table(table_of_visits(results_, words_));
  }

  const Section& section_;
  const Visits& visits_;
  const ComposeContext& context_;
  const Catalog& words_;
  VisitResults results_;
  std::unordered_map<std::string_view, const std::string*> places_;  // by the id of the visit
  std::string place_;                                                // whose page it is; empty for another page
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
