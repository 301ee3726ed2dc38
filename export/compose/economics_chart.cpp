#include "export/compose/economics_chart.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "export/compose/section.h"
#include "model/kinds/sheet_formulas.h"

namespace canvasbook {

PrintChart chart_of_economics(const Sheet& sheet, const Catalog& words) {
  PrintChart chart;
  if (find_column(sheet, acquisition_cost_role) == nullptr) return chart;
  std::vector<std::pair<const SheetRow*, Calculation>> rows;
  for (const SheetRow& row : sheet.rows) {
    Calculation profit = calculate(sheet, row, lifetime_profit_role);
    if (profit.value) rows.emplace_back(&row, std::move(profit));
  }
  const auto has_another_currency = [&](const auto& row) { return row.second.currency != rows[0].second.currency; };
  if (rows.size() < 2 || std::ranges::any_of(rows, has_another_currency)) return chart;
  std::ranges::stable_sort(rows, std::ranges::greater(), [](const auto& row) { return *row.second.value; });
  const double most = *rows[0].second.value;
  if (most <= 0) return chart;
  chart.kind = PrintChart::Kind::bars;
  chart.title = words.text("formula.chart.profit");
  chart.rows_title = words.text("formula.chart.segment");
  chart.value_titles = {chart.title};
  for (const auto& row : rows) {
    PrintChart::Value value{*row.second.value / most, words_of_money(*row.second.value, row.second.currency, words)};
    if (const auto cost = input_of(sheet, *row.first, acquisition_cost_role)) {
      value.notes.push_back(
          words.text("formula.chart.cost", {{"value", words_of_money(*cost, row.second.currency, words)}}));
    }
    chart.rows.push_back({row.first->id, printed_text(name_of_row(sheet, *row.first)), {std::move(value)}});
  }
  return chart;
}

}  // namespace canvasbook
