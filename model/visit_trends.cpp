#include "model/visit_trends.h"

#include <utility>

namespace canvasbook {

namespace {

// Months since the year 0.
int month_number(const std::string& month) {
  return std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5, 2));
}

}  // namespace

std::optional<double> trend_of(const std::vector<ResultRow>& months) {
  std::vector<std::pair<double, double>> points;
  for (const ResultRow& row : months) {
    if (row.figure.score) points.emplace_back(month_number(row.id), *row.figure.score);
  }
  if (points.size() < least_months_of_trend) return std::nullopt;
  const auto count = static_cast<double>(points.size());
  double mean_x = 0;
  double mean_y = 0;
  for (const auto& point : points) {
    mean_x += point.first / count;
    mean_y += point.second / count;
  }
  double above = 0;
  double below = 0;
  for (const auto& point : points) {
    above += (point.first - mean_x) * (point.second - mean_y);
    below += (point.first - mean_x) * (point.first - mean_x);
  }
  return above / below;
}

void add_to_month(MonthlySums& sums, const std::string& name, const std::string& month, std::optional<double> part) {
  RowSum& sum = sums[name][month];
  sum.row.id = month;
  sum.add(part);
}

std::optional<FallingRow> steepest_fall(const MonthlySums& sums) {
  std::optional<FallingRow> steepest;
  for (const auto& [name, by_month] : sums) {
    std::vector<ResultRow> months;
    for (const auto& entry : by_month) {
      ResultRow month = finished(entry.second);
      if (month.figure.score) months.push_back(std::move(month));
    }
    const std::optional<double> trend = trend_of(months);
    if (!trend || *trend > -noticed_trend || (steepest && steepest->trend <= *trend)) continue;
    steepest = FallingRow{name, *trend, months.front(), months.back()};
  }
  return steepest;
}

}  // namespace canvasbook
