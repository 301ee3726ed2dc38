// The figures of results in words, as screen, paper and files show them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/visit_actions.h"
#include "model/visit_results.h"

namespace canvasbook {

// "82.5 %", "82,5 %"; whole where it is asked for.
std::string percent_words(double part, const Catalog& words, bool is_whole = false);

// A score: "82.5 %"; of few visits whole and with its range, "82 % (60–95 %)"; "n/a" where there is none.
std::string figure_words(const ResultFigure& figure, const Catalog& words);
// The same with the number of its visits: "82 % (60–95 %), n = 3".
std::string counted_words(const ResultFigure& figure, const Catalog& words);
std::string score_words(const std::optional<double>& score, const Catalog& words);  // of one visit
// "60–95 %"; empty where one visit or none has a score.
std::string range_words(const ResultFigure& figure, const Catalog& words);
std::string not_applicable_words(const ResultFigure& figure, const Catalog& words);

// A difference of two scores: "+12 points", "−8 points".
std::string change_words(double change, const Catalog& words);

// "May 2026" of "2026-05".
std::string month_words(std::string_view month, const Catalog& words);
// What a row is called: a month in words, "not given" for a place or a shopper without a name.
std::string row_words(const ResultRow& row, ResultsBy by, const Catalog& words);
// The head of the column with the names: "Place".
std::string by_words(ResultsBy by, const Catalog& words);

// "Not passed" where a critical item failed, "passed" where the list has any and there is a score, else empty.
std::string verdict_words(const VisitScore& score, bool has_critical, const Catalog& words);
bool has_critical_items(const VisitResults& results);

// How many visits, places and shoppers, and from which day to which.
std::string extent_words(const VisitResults& results, const ResultFilter& filter, const Catalog& words);

// What was asked for: "from 1 March 2026 · place: North"; empty for all.
std::string filter_words(const ResultFilter& filter, const Catalog& words);

// What a director reads, a sentence each: the score, how many places reach the target (0 … 1), the best and the weakest
// place, failed visits and the item that failed most, the trend, what falls most, the widest spread; that visits are
// few, and that drafts are left out. A figure reaches the target where the words for it do.
std::vector<std::string> summary_sentences(const VisitResults& results, const Catalog& words,
                                           std::optional<double> target = {});

// By when an action is due, and that it is overdue where it is on a day; empty where it is due on none.
std::string due_words(const VisitAction& action, std::optional<Date> today, const Catalog& words);
// "action: mend the lamp (by 3 May 2026)".
std::string open_action_words(const VisitAction& action, const Catalog& words);
// How many actions are open, and how many of them overdue; empty for none.
std::string open_actions_words(const ReportedActions& actions, const Date& today, const Catalog& words);

// How the figures come about; the rule for points where there is a scale of points.
std::string counting_words(const ResultFilter& filter, bool has_points, const Catalog& words);

}  // namespace canvasbook
