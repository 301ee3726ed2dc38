#include "export/compose/results_charts.h"

#include <algorithm>
#include <array>

#include "export/compose/section.h"
#include "model/result_subject.h"
#include "model/result_words.h"

namespace canvasbook {

namespace {

// Where the steps of grey begin. Most scores of a list lie near its top, so that the steps are finer there.
constexpr std::array<int, 5> heat_steps{0, 60, 75, 85, 95};  // percent
constexpr int longest_gap = 12;  // months without visits that each have a place of their own

std::string count_of_visits(size_t visits, const Catalog& words) {
  return words.text("results.n", {{"count", std::to_string(visits)}});
}

PrintChart::Value value_of(const ResultFigure& figure, const ResultSubject& subject, const Catalog& words) {
  PrintChart::Value value{figure.score, score_words({}, words)};
  value.subject = write_subject(subject);
  if (figure.score) {
    value.words = percent_words(*figure.score, words, figure.is_few());
    value.is_rough = figure.is_few();
    const std::string range = figure.is_few() ? range_words(figure, words) : std::string();
    if (!range.empty()) value.notes.push_back(range);
  }
  value.notes.push_back(count_of_visits(figure.visits, words));
  return value;
}

PrintChart chart_with(PrintChart::Kind kind, ResultsBy by, const std::string& title, const Catalog& words) {
  PrintChart chart;
  chart.kind = kind;
  chart.title = title;
  chart.rows_title = by_words(by, words);
  chart.value_titles = {words.text("results.score")};
  return chart;
}

// What hollow bars mean, where there are any.
std::string rough_words(const PrintChart& chart, const Catalog& words) {
  const auto is_rough = [](const PrintChart::Row& row) {
    return std::ranges::any_of(row.values, &PrintChart::Value::is_rough);
  };
  if (std::ranges::none_of(chart.rows, is_rough)) return {};
  return words.text("results.hollow", {{"count", std::to_string(few_visits)}});
}

std::optional<PrintChart::Mark> target_mark(std::optional<double> target, const Catalog& words) {
  if (!target) return std::nullopt;
  return PrintChart::Mark{*target, words.text("results.target", {{"value", percent_words(*target, words)}})};
}

std::string short_month_words(const Date& month, const Catalog& words) {
  return words.text("results.month_short." + std::to_string(month.month)) + " " + std::to_string(month.year);
}

int months_between(const Date& from, const Date& to) { return (to.year - from.year) * 12 + to.month - from.month; }

// Rows for the months behind one and before another; one for all where these are many.
void add_missing_months(PrintChart& chart, const Date& from, const Date& to, const Catalog& words) {
  const int missing = months_between(from, to) - 1;
  if (missing > longest_gap) {
    chart.rows.push_back({{}, "…", {PrintChart::Value{}}});
    return;
  }
  for (int i = 1; i <= missing; ++i) {
    chart.rows.push_back({{}, short_month_words(months_later(from, i), words), {PrintChart::Value{{}, "–"}}});
  }
}

std::string span_words(int from, int to, const Catalog& words) {
  return words.text("results.percent", {{"count", std::to_string(from) + "–" + std::to_string(to)}});
}

// "below 60 %", "60–75 %", "95 % and above"
std::string step_words(size_t step, const Catalog& words) {
  const std::string least = percent_words(heat_steps[step] / 100.0, words, true);
  if (step + 1 == heat_steps.size()) return words.text("results.step_from", {{"least", least}});
  if (step > 0) return span_words(heat_steps[step], heat_steps[step + 1], words);
  return words.text("results.step_below", {{"most", percent_words(heat_steps[1] / 100.0, words, true)}});
}

}  // namespace

PrintChart chart_of_rows(const VisitResults& results, ResultsBy by, std::optional<double> target,
                         const Catalog& words) {
  const std::string name(results_by_names[static_cast<size_t>(by)]);
  PrintChart chart = chart_with(PrintChart::Kind::bars, by, words.text("results.by_title." + name), words);
  std::vector<const ResultRow*> rows;
  for (const ResultRow& row : rows_by(results, by)) rows.push_back(&row);
  const auto score = [](const ResultRow* row) { return row->figure.score.value_or(-1.0); };
  std::ranges::stable_sort(rows, std::ranges::greater(), score);
  const bool has_items = by == ResultsBy::section || by == ResultsBy::item;
  for (const ResultRow* row : rows) {
    chart.rows.push_back({has_items ? row->id : std::string(),
                          printed_text(row_words(*row, by, words)),
                          {value_of(row->figure, subject_of(by, row->id), words)}});
  }
  chart.target = target_mark(target, words);
  chart.note = rough_words(chart, words);
  return chart;
}

PrintChart chart_of_months(const VisitResults& results, std::optional<double> target, const Catalog& words) {
  PrintChart chart = chart_with(PrintChart::Kind::trend, ResultsBy::month, words.text("results.by_title.month"), words);
  std::optional<Date> before;
  for (const ResultRow& row : results.months) {
    const auto month = read_date(row.id + "-01");
    if (!month) continue;
    if (before) add_missing_months(chart, *before, *month, words);
    before = month;
    chart.rows.push_back(
        {{}, short_month_words(*month, words), {value_of(row.figure, subject_of(ResultsBy::month, row.id), words)}});
  }
  for (const double part : {0.0, 0.5, 1.0}) chart.scale.push_back({part, percent_words(part, words, true)});
  chart.target = target_mark(target, words);
  chart.note = rough_words(chart, words);
  if (!results.trend) {
    chart.kind = PrintChart::Kind::columns;
    if (!chart.rows.empty())
      chart.note = words.text("results.trend_none") + (chart.note.empty() ? "" : " ") + chart.note;
  }
  return chart;
}

PrintChart heat_map_of(const VisitResults& results, const Catalog& words) {
  PrintChart chart =
      chart_with(PrintChart::Kind::heat_map, ResultsBy::place, words.text("results.places_by_sections"), words);
  chart.value_titles.clear();
  for (const ResultRow& section : results.sections) {
    chart.value_titles.push_back(printed_text(row_words(section, ResultsBy::section, words)));
  }
  for (size_t i = 0; i < results.places.size(); ++i) {
    PrintChart::Row& row = chart.rows.emplace_back(
        PrintChart::Row{{}, printed_text(row_words(results.places[i], ResultsBy::place, words)), {}});
    for (size_t s = 0; s < results.heat[i].size(); ++s) {
      const ResultSubject subject = subject_of(ResultsBy::section, results.sections[s].id, results.places[i].id);
      row.values.push_back(value_of(results.heat[i][s], subject, words));
    }
  }
  for (size_t step = 0; step < heat_steps.size(); ++step) {
    chart.scale.push_back({heat_steps[step] / 100.0, step_words(step, words)});
  }
  return chart;
}

PrintChart chart_of_distribution(const VisitResults& results, const Catalog& words) {
  PrintChart chart;
  chart.kind = PrintChart::Kind::columns;
  chart.title = words.text("results.distribution");
  chart.rows_title = words.text("results.score");
  chart.value_titles = {words.text("results.visits")};
  size_t most = 1;
  size_t visits = 0;
  for (const size_t count : results.distribution) {
    most = std::max(most, count);
    visits += count;
  }
  if (visits == 0) return chart;
  int least = 0;  // percent
  for (const size_t count : results.distribution) {
    const double part = static_cast<double>(count) / static_cast<double>(most);
    chart.rows.push_back({{}, span_words(least, least + 10, words), {{part, std::to_string(count)}}});
    least += 10;
  }
  chart.note = count_of_visits(visits, words);
  return chart;
}

PrintChart chart_of_weakest(const VisitResults& results, size_t most, const Catalog& words) {
  PrintChart chart = chart_with(PrintChart::Kind::bars, ResultsBy::item, words.text("results.weakest"), words);
  const std::vector<const ResultRow*> weak = weakest_items(results);
  for (size_t i = 0; i < weak.size() && i < most; ++i) {
    chart.rows.push_back({weak[i]->id,
                          printed_text(row_words(*weak[i], ResultsBy::item, words)),
                          {value_of(weak[i]->figure, subject_of(ResultsBy::item, weak[i]->id), words)}});
  }
  chart.note = rough_words(chart, words);
  return chart;
}

}  // namespace canvasbook
