// How scores go from month to month. Internal to model/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/visit_figures.h"
#include "model/visit_rows.h"

namespace canvasbook {

// Of fewer months nothing is said of a trend.
inline constexpr size_t least_months_of_trend = 3;
// A month; by less a score hardly changes.
inline constexpr double noticed_trend = 0.01;

// The slope of the straight line that is nearest to the months' scores: part a month; nothing for fewer months with a
// score than least_months_of_trend.
std::optional<double> trend_of(const std::vector<ResultRow>& months);

// Scores by name and month; months as "2026-05".
using MonthlySums = std::map<std::string, std::map<std::string, RowSum>>;
void add_to_month(MonthlySums& sums, const std::string& name, const std::string& month, std::optional<double> part);

// What falls most steeply; nothing where none falls by noticed_trend.
std::optional<FallingRow> steepest_fall(const MonthlySums& sums);

}  // namespace canvasbook
