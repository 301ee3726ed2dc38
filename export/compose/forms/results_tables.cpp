#include "export/compose/forms/results_tables.h"

#include <algorithm>
#include <cmath>

#include "export/compose/section.h"
#include "model/result_subject.h"
#include "model/result_words.h"

namespace canvasbook {

namespace {

constexpr double no_score = 2;  // above all others

// The places of the first `most` in an order, put back into that of all.
std::vector<size_t> first_places(size_t count, size_t most, const auto& comes_before) {
  std::vector<size_t> places(count);
  for (size_t i = 0; i < count; ++i) places[i] = i;
  std::ranges::stable_sort(places, comes_before);
  if (places.size() > most) places.resize(most);
  std::ranges::sort(places);
  return places;
}

std::string figure_of_round(double part, size_t visits, const Catalog& words) {
  return words.text("results.figure_n",
                    {{"figure", percent_words(part, words, true)}, {"count", std::to_string(visits)}});
}

}  // namespace

std::string short_score_words(const ResultFigure& figure, const Catalog& words) {
  return figure.score ? percent_words(*figure.score, words, figure.is_few()) : score_words({}, words);
}

SheetBlock table_of_rows(const std::vector<ResultRow>& rows, ResultsBy by, const std::optional<std::string>& place,
                         const Catalog& words) {
  SheetBlock sheet;
  sheet.columns = {{by_words(by, words), Alignment::left, 5},
                   {words.text("results.score"), Alignment::right, 2},
                   {words.text("results.range"), Alignment::right, 2},
                   {words.text("results.visits"), Alignment::right, 2},
                   {words.text("results.not_applicable"), Alignment::right, 2},
                   {words.text("results.failed"), Alignment::right, 2}};
  const bool is_item = by == ResultsBy::item || by == ResultsBy::section;
  for (const ResultRow& row : rows) {
    const ResultFigure& figure = row.figure;
    std::string name = row_words(row, by, words);
    if (!row.is_counted) name += " (" + words.text("results.not_counted") + ")";
    const std::string failed = row.failed.empty() ? std::string() : std::to_string(row.failed.size());
    sheet.rows.push_back({is_item ? row.id : std::string(),
                          {plain_cell(name), plain_cell(short_score_words(figure, words)),
                           plain_cell(range_words(figure, words)), plain_cell(std::to_string(figure.visits)),
                           plain_cell(not_applicable_words(figure, words)), plain_cell(failed)},
                          write_subject(subject_of(by, row.id, place))});
  }
  return sheet;
}

std::vector<ResultRow> weakest_rows(const std::vector<ResultRow>& rows, size_t most) {
  const auto is_weaker = [&](size_t one, size_t other) {
    return rows[one].figure.score.value_or(no_score) < rows[other].figure.score.value_or(no_score);
  };
  std::vector<ResultRow> weakest;
  for (const size_t place : first_places(rows.size(), most, is_weaker)) weakest.push_back(rows[place]);
  return weakest;
}

SheetBlock table_of_changes(const RoundChanges& changes, size_t most, const std::optional<std::string>& of_place,
                            const Catalog& words) {
  const std::vector<RoundChange>& items = changes.items;
  const auto size_of = [&](size_t place) { return std::abs(items[place].now - items[place].before); };
  const auto is_larger = [&](size_t one, size_t other) { return size_of(one) > size_of(other); };
  SheetBlock sheet;
  sheet.columns = {{words.text("results.change"), Alignment::left, 4},
                   {words.text("results.by.item"), Alignment::left, 6},
                   {month_words(changes.before, words), Alignment::right, 3},
                   {month_words(changes.now, words), Alignment::right, 3}};
  constexpr const char* kinds[] = {"results.better", "results.worse", "results.still_broken"};
  for (const size_t place : first_places(items.size(), most, is_larger)) {
    const RoundChange& change = items[place];
    std::string kind = words.text(kinds[static_cast<size_t>(change.kind)]);
    if (change.kind != ItemChangeKind::still_broken) kind += ", " + change_words(change.now - change.before, words);
    sheet.rows.push_back({change.item,
                          {plain_cell(kind), plain_cell(change.text),
                           plain_cell(figure_of_round(change.before, change.visits_before, words)),
                           plain_cell(figure_of_round(change.now, change.visits_now, words))},
                          write_subject(subject_of(ResultsBy::item, change.item, of_place))});
  }
  return sheet;
}

}  // namespace canvasbook
