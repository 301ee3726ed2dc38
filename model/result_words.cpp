#include "model/result_words.h"

#include <algorithm>
#include <cmath>

#include "model/visit_trends.h"

namespace canvasbook {

namespace {

std::string tenths(double value, const Catalog& words) { return words.decimal(std::round(value * 10) / 10); }

std::string whole(double part) { return std::to_string(std::lround(part * 100)); }

std::string place_words(const ResultRow& row, const Catalog& words) {
  return row_words(row, ResultsBy::place, words) + " — " + counted_words(row.figure, words);
}

void add_places(std::vector<std::string>& sentences, const VisitResults& results, const Catalog& words) {
  std::vector<const ResultRow*> rows;
  for (const ResultRow& row : results.places) {
    if (row.figure.score) rows.push_back(&row);
  }
  if (rows.size() < 2) return;
  const auto score = [](const ResultRow* row) { return *row->figure.score; };
  const ResultRow& best = **std::ranges::max_element(rows, {}, score);
  const ResultRow& weakest = **std::ranges::min_element(rows, {}, score);
  sentences.push_back(
      words.text("results.best_place", {{"best", place_words(best, words)}, {"weakest", place_words(weakest, words)}}));
}

bool reaches(const ResultFigure& figure, double target) {
  const double told = figure.is_few() ? std::round(*figure.score * 100) / 100 : std::round(*figure.score * 1000) / 1000;
  constexpr double rounding = 1e-9;
  return told >= target - rounding;
}

void add_target(std::vector<std::string>& sentences, const VisitResults& results, double target, const Catalog& words) {
  size_t places = 0;
  size_t reached = 0;
  for (const ResultRow& row : results.places) {
    if (!row.figure.score) continue;
    ++places;
    if (reaches(row.figure, target)) ++reached;
  }
  const std::string told = percent_words(target, words);
  if (places > 1) {
    sentences.push_back(
        words.count("results.target_places", reached, {{"all", std::to_string(places)}, {"target", told}}));
  } else if (places == 1) {
    const bool is_reached = reaches(results.total.figure, target);
    sentences.push_back(
        words.text(is_reached ? "results.target_reached" : "results.target_missed", {{"target", told}}));
  }
}

void add_trend(std::vector<std::string>& sentences, const VisitResults& results, const Catalog& words) {
  if (!results.trend) {
    sentences.push_back(words.text("results.trend_none"));
  } else if (std::abs(*results.trend) < noticed_trend) {
    sentences.push_back(words.text("results.trend_flat"));
  } else {
    const double points = std::abs(*results.trend);
    const std::string count = results.total.figure.is_few() ? whole(points) : tenths(points * 100, words);
    sentences.push_back(words.text(*results.trend > 0 ? "results.trend_up" : "results.trend_down", {{"count", count}}));
  }
}

// "Station, by 4 points a month (from 87 % to 64 %)"
std::string fall_words(const FallingRow& row, const std::string& name, const Catalog& words) {
  return words.text("results.fall", {{"name", name},
                                     {"points", words.text("results.points", {{"count", whole(-row.trend)}})},
                                     {"first", percent_words(*row.first.figure.score, words, true)},
                                     {"last", percent_words(*row.last.figure.score, words, true)}});
}

// What falls though the whole may rise: a place where there are several, a section of the list.
void add_falls(std::vector<std::string>& sentences, const VisitResults& results, const Catalog& words) {
  if (results.falling_place && results.places.size() > 1) {
    const auto row = std::ranges::find(results.places, results.falling_place->id, &ResultRow::id);
    const std::string name = row_words(*row, ResultsBy::place, words);
    sentences.push_back(
        words.text("results.falling_place", {{"fall", fall_words(*results.falling_place, name, words)}}));
  }
  if (results.falling_section) {
    const auto row = std::ranges::find(results.sections, results.falling_section->id, &ResultRow::id);
    const std::string name = words.text("quote", {{"text", row_words(*row, ResultsBy::section, words)}});
    sentences.push_back(
        words.text("results.falling_section", {{"fall", fall_words(*results.falling_section, name, words)}}));
  }
}

void add_failures(std::vector<std::string>& sentences, const VisitResults& results, const Catalog& words) {
  const size_t failed = results.total.failed.size();
  if (failed == 0) return;
  sentences.push_back(words.text("results.failed_visits",
                                 {{"count", std::to_string(failed)}, {"all", std::to_string(results.visits.size())}}));
  const std::vector<const ResultRow*> items = failed_critical_items(results);
  if (items.empty()) return;
  const ResultRow& worst = *items.front();
  sentences.push_back(words.text("results.failed_most", {{"item", words.text("quote", {{"text", worst.name}})},
                                                         {"count", std::to_string(worst.failed.size())}}));
}

// One place is named where it stands among others.
void add_spread(std::vector<std::string>& sentences, const VisitResults& results, const Catalog& words) {
  if (results.spreads.empty()) return;
  const PlaceSpread& widest = results.spreads.front();
  const std::string points = words.text("results.points", {{"count", whole(widest.spread)}});
  if (results.places.size() < 2) {
    sentences.push_back(words.text("results.spread_here", {{"points", points}}));
    return;
  }
  sentences.push_back(
      words.text("results.widest_spread",
                 {{"place", widest.place.empty() ? words.text("results.unnamed") : widest.place}, {"points", points}}));
}

}  // namespace

std::string percent_words(double part, const Catalog& words, bool is_whole) {
  return words.text("results.percent", {{"count", is_whole ? whole(part) : tenths(part * 100, words)}});
}

std::string figure_words(const ResultFigure& figure, const Catalog& words) {
  if (!figure.score) return words.text("paper.mark_not_applicable");
  if (!figure.is_few()) return percent_words(*figure.score, words);
  const std::string score = percent_words(*figure.score, words, true);
  const std::string range = range_words(figure, words);
  return range.empty() ? score : score + " (" + range + ")";
}

std::string counted_words(const ResultFigure& figure, const Catalog& words) {
  return words.text("results.figure_n",
                    {{"figure", figure_words(figure, words)}, {"count", std::to_string(figure.visits)}});
}

std::string score_words(const std::optional<double>& score, const Catalog& words) {
  return score ? percent_words(*score, words) : words.text("paper.mark_not_applicable");
}

std::string range_words(const ResultFigure& figure, const Catalog& words) {
  if (figure.visits < 2) return {};
  return words.text("results.percent", {{"count", whole(figure.least) + "–" + whole(figure.most)}});
}

std::string not_applicable_words(const ResultFigure& figure, const Catalog& words) {
  const auto part = figure.part_not_applicable();
  return part ? percent_words(*part, words, true) : std::string();
}

std::string change_words(double change, const Catalog& words) {
  const std::string count = whole(std::abs(change));
  const char* sign = count == "0" ? "" : change > 0 ? "+" : "−";
  return words.text("results.points", {{"count", sign + count}});
}

std::string month_words(std::string_view month, const Catalog& words) {
  const auto day = read_date(std::string(month) + "-01");
  if (!day) return std::string(month);
  return words.text("results.month_form", {{"month", words.text("results.month." + std::to_string(day->month))},
                                           {"year", std::to_string(day->year)}});
}

std::string row_words(const ResultRow& row, ResultsBy by, const Catalog& words) {
  if (by == ResultsBy::month) return month_words(row.id, words);
  return row.name.empty() ? words.text("results.unnamed") : row.name;
}

std::string by_words(ResultsBy by, const Catalog& words) {
  return words.text("results.by." + std::string(results_by_names[static_cast<size_t>(by)]));
}

std::string verdict_words(const VisitScore& score, bool has_critical, const Catalog& words) {
  if (!score.failed.empty()) return words.text("results.not_passed");
  return has_critical && score.score ? words.text("results.passed") : std::string();
}

bool has_critical_items(const VisitResults& results) {
  return std::ranges::any_of(results.items, &ResultRow::is_critical);
}

std::string extent_words(const VisitResults& results, const ResultFilter& filter, const Catalog& words) {
  if (results.visits.empty()) {
    return words.text(filter_words(filter, words).empty() ? "results.no_visits" : "results.none_taken");
  }
  return words.text("results.extent", {{"visits", std::to_string(results.visits.size())},
                                       {"places", std::to_string(results.places.size())},
                                       {"shoppers", std::to_string(results.shoppers.size())},
                                       {"since", words.date(results.visits.front().visit->head.day)},
                                       {"until", words.date(results.visits.back().visit->head.day)}});
}

std::string filter_words(const ResultFilter& filter, const Catalog& words) {
  std::string all;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) all += (all.empty() ? "" : " · ") + words.text(key, {{"value", value}});
  };
  if (filter.since) add("results.filter_since", words.date(*filter.since));
  if (filter.until) add("results.filter_until", words.date(*filter.until));
  add("results.filter_place", filter.place);
  add("results.filter_shopper", filter.shopper);
  return all;
}

std::vector<std::string> summary_sentences(const VisitResults& results, const Catalog& words,
                                           std::optional<double> target) {
  std::vector<std::string> sentences;
  if (!results.visits.empty()) {
    const ResultFigure& total = results.total.figure;
    sentences.push_back(words.text("results.total", {{"score", counted_words(total, words)}}));
    if (target) add_target(sentences, results, *target, words);
    if (total.is_few()) sentences.push_back(words.text("results.few_visits"));
    add_places(sentences, results, words);
    add_failures(sentences, results, words);
    add_trend(sentences, results, words);
    add_falls(sentences, results, words);
    add_spread(sentences, results, words);
  }
  if (results.drafts > 0) {
    sentences.push_back(words.text("results.drafts", {{"count", std::to_string(results.drafts)}}));
  }
  return sentences;
}

std::string due_words(const VisitAction& action, std::optional<Date> today, const Catalog& words) {
  if (!action.due) return {};
  const std::string date = words.date(*action.due);
  return today && is_overdue(action, *today) ? words.text("results.overdue", {{"date", date}}) : date;
}

std::string open_action_words(const VisitAction& action, const Catalog& words) {
  if (!action.due) return words.text("results.open_action", {{"action", action.text}});
  return words.text("results.open_action_due", {{"action", action.text}, {"date", words.date(*action.due)}});
}

std::string open_actions_words(const ReportedActions& actions, const Date& today, const Catalog& words) {
  if (actions.open.empty()) return {};
  const auto late = [&](const VisitAction* action) { return is_overdue(*action, today); };
  const auto overdue = std::ranges::count_if(actions.open, late);
  const std::string count = std::to_string(actions.open.size());
  if (overdue == 0) return words.text("results.actions_open", {{"count", count}});
  return words.text("results.actions_overdue", {{"count", count}, {"overdue", std::to_string(overdue)}});
}

std::string counting_words(const ResultFilter& filter, bool has_points, const Catalog& words) {
  std::string counting = words.text("results.how");
  if (!has_points) return counting;
  return counting + " " +
         words.text(filter.rule == PointsRule::of_maximum ? "results.rule_of_maximum" : "results.rule_above_least");
}

}  // namespace canvasbook
