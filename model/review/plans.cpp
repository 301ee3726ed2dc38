// The rules for plans and ledgers: what was due is done, and a promise that was not kept is put right.
#include <array>

#include "model/base/date.h"
#include "model/review/rules.h"

namespace canvasbook {

namespace {

// A row is done once it says what came of it; sheets that do not ask for that are not judged.
void find_overdue_rows(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const SheetColumn* due = find_column(sheet, "due");
    const SheetColumn* result = find_column(sheet, "result");
    if (due == nullptr || result == nullptr) return;
    for (const SheetRow& row : sheet.rows) {
      const auto day = read_date(cell_text(row, *due));
      if (!day || order_of(*day) >= order_of(at.all.today) || !blank(cell_text(row, *result))) continue;
      at.add(rule, {row.id},
             {{"item", at.quoted(name_of_row(sheet, row))},
              {"due", at.catalog.date(*day)},
              {"section", at.quoted(section.title)}})
          .field = result->id;
    }
  });
}

// The last of the states is the minus.
void find_minuses_left(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const SheetColumn* state = find_column(sheet, "expectation_state");
    const SheetColumn* put_right = find_column(sheet, "put_right");
    if (state == nullptr || state->choices.empty() || put_right == nullptr) return;
    for (const SheetRow& row : sheet.rows) {
      if (cell_text(row, *state) != state->choices.back() || !blank(cell_text(row, *put_right))) continue;
      at.add(rule, {row.id}, {{"item", at.quoted(name_of_row(sheet, row))}, {"section", at.quoted(section.title)}})
          .field = put_right->id;
    }
  });
}

}  // namespace

std::span<const Rule> plan_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"row_overdue", lacking, find_overdue_rows},
                                    Rule{"minus_not_put_right", lacking, find_minuses_left}};
  return rules;
}

}  // namespace canvasbook
