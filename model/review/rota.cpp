// The rule for the plan of mystery visits: nobody goes to the same place twice in a row.
#include <algorithm>
#include <array>
#include <tuple>

#include "model/base/date.h"
#include "model/like_names.h"
#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::string_view rota_role = "visit_rota";

// The rows by the day of the visit; those without one stand behind, in their order.
std::vector<const SheetRow*> rows_by_day(const Sheet& sheet) {
  std::vector<const SheetRow*> rows;
  for (const SheetRow& row : sheet.rows) rows.push_back(&row);
  const SheetColumn* date = find_column(sheet, "date");
  if (date == nullptr) return rows;
  const auto day_of = [&](const SheetRow* row) {
    const auto day = read_date(cell_text(*row, *date));
    return std::tuple(!day, day ? write_date(*day) : std::string());
  };
  std::ranges::stable_sort(rows,
                           [&](const SheetRow* left, const SheetRow* right) { return day_of(left) < day_of(right); });
  return rows;
}

void find_shoppers_twice(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const SheetColumn* place = find_column(sheet, "place");
    const SheetColumn* shopper = find_column(sheet, "shopper");
    if (section.role != rota_role || place == nullptr || shopper == nullptr) return;
    std::map<std::string, const SheetRow*> last;  // visit of each place
    for (const SheetRow* row : rows_by_day(sheet)) {
      const std::string& name = cell_text(*row, *shopper);
      if (blank(name) || blank(cell_text(*row, *place))) continue;
      const SheetRow*& before = last[same_name(cell_text(*row, *place))];
      if (before != nullptr && same_name(cell_text(*before, *shopper)) == same_name(name)) {
        at.add(rule, {row->id, before->id},
               {{"shopper", at.quoted(name)}, {"place", at.quoted(cell_text(*row, *place))}})
            .field = shopper->id;
      }
      before = row;
    }
  });
}

}  // namespace

std::span<const Rule> rota_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"shopper_twice_in_a_row", lacking, find_shoppers_twice}};
  return rules;
}

}  // namespace canvasbook
