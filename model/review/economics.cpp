// The rules for unit economics: a client brings more than it costs to win one, and each segment has figures.
#include <array>

#include "model/kinds/sheet_formulas.h"
#include "model/like_names.h"
#include "model/review/rules.h"

namespace canvasbook {

namespace {

bool holds_economics(const Sheet& sheet) { return find_column(sheet, acquisition_cost_role) != nullptr; }

// Calls visit(const Section&, const Sheet&, const SheetRow&, double cost) for each row that says what winning a client
// costs.
template <class Visit>
void for_each_cost(const DocumentReview& at, Visit visit) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    if (!holds_economics(sheet)) return;
    for (const SheetRow& row : sheet.rows) {
      if (const auto cost = input_of(sheet, row, acquisition_cost_role)) visit(section, sheet, row, *cost);
    }
  });
}

std::string money_words(const DocumentReview& at, double value, const Calculation& like) {
  return words_of_money(value, like.currency, at.catalog);
}

// Whether more than one purchase is planned with a client.
bool comes_again(const Sheet& sheet, const SheetRow& row) {
  return input_of(sheet, row, "purchases_per_year").value_or(0) * input_of(sheet, row, "years").value_or(0) > 1;
}

void find_costs_above_profit(const DocumentReview& at, std::string_view rule) {
  for_each_cost(at, [&](const Section& section, const Sheet& sheet, const SheetRow& row, double cost) {
    const Calculation profit = calculate(sheet, row, lifetime_profit_role);
    if (!profit.value || cost <= *profit.value || !comes_again(sheet, row)) return;
    at.add(rule, {row.id},
           {{"segment", at.quoted(name_of_row(sheet, row))},
            {"cost", money_words(at, cost, profit)},
            {"profit", money_words(at, *profit.value, profit)},
            {"section", at.quoted(section.title)}})
        .field = find_column(sheet, acquisition_cost_role)->id;
  });
}

void find_first_orders_that_lose(const DocumentReview& at, std::string_view rule) {
  for_each_cost(at, [&](const Section& section, const Sheet& sheet, const SheetRow& row, double cost) {
    const Calculation profit = calculate(sheet, row, lifetime_profit_role);
    if (!profit.value || comes_again(sheet, row)) return;
    const double of_order =
        input_of(sheet, row, "average_order").value_or(0) * input_of(sheet, row, "margin_percent").value_or(0) / 100;
    if (of_order >= cost) return;
    at.add(rule, {row.id},
           {{"segment", at.quoted(name_of_row(sheet, row))},
            {"cost", money_words(at, cost, profit)},
            {"profit", money_words(at, of_order, profit)},
            {"section", at.quoted(section.title)}})
        .field = find_column(sheet, acquisition_cost_role)->id;
  });
}

// What a segment is called in short: "Offices nearby: 60 orders a month" are the offices nearby.
std::string short_name(const std::string& name) { return same_name(name.substr(0, name.find(':'))); }

// Asked for once a segment has figures: one finding for all that have none, where these stand.
void find_segments_without_figures(const DocumentReview& at, std::string_view rule) {
  std::unordered_set<std::string> with_figures;
  const Section* place = nullptr;
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    if (!holds_economics(sheet)) return;
    for (const SheetRow& row : sheet.rows) {
      if (!calculate(sheet, row, lifetime_profit_role).value) continue;
      with_figures.insert(short_name(name_of_row(sheet, row)));
      if (place == nullptr) place = &section;
    }
  });
  if (place == nullptr) return;
  std::vector<std::string_view> without;
  for (const Segment& segment : at.all.registered) {
    if (!blank(segment.name) && !with_figures.contains(short_name(segment.name))) without.push_back(segment.name);
  }
  if (without.empty()) return;
  at.add(rule, {place->id}, {{"segments", first_of(at, without)}, {"section", at.quoted(place->title)}});
}

}  // namespace

std::span<const Rule> economics_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"cost_above_profit", lacking, find_costs_above_profit},
                                    Rule{"first_order_loses", lacking, find_first_orders_that_lose},
                                    Rule{"segment_without_figures", lacking, find_segments_without_figures}};
  return rules;
}

}  // namespace canvasbook
