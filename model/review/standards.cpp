// The rules for service standards.
#include <array>

#include "model/review/rules.h"
#include "model/review/standard_wording.h"
#include "model/review/standard_words.h"
#include "model/standard_checks.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Calls visit(const SheetRow&, name) for each standard that is written at all.
template <class Visit>
void for_each_standard(const DocumentReview& at, Visit visit) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    if (section.role != standards_role) return;
    for (const SheetRow& row : sheet.rows) {
      if (is_blank(sheet, row)) continue;
      visit(sheet, row, at.quoted(name_of_row(sheet, row)));
    }
  });
}

// What a row says in the first column with a role; empty where there is none.
const std::string& text_of_role(const Sheet& sheet, const SheetRow& row, std::string_view role) {
  static const std::string nothing;
  const SheetColumn* column = find_column(sheet, role);
  return column == nullptr ? nothing : cell_text(row, *column);
}

// "30 s".
std::string target_with_unit(const Sheet& sheet, const SheetRow& row, Language language) {
  const std::string& unit = text_of_role(sheet, row, "unit");
  return to_one_line(text_of_role(sheet, row, "target") + (stands_at_number(unit, language) ? "" : " ") + unit);
}

// Whether the sheet asks for something that the row does not tell.
bool lacks(const Sheet& sheet, const SheetRow& row, std::string_view role) {
  const SheetColumn* column = find_column(sheet, role);
  return column != nullptr && blank(cell_text(row, *column));
}

void find_standards_without_measure(const DocumentReview& at, std::string_view rule) {
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    if (lacks(sheet, row, "measure") || lacks(sheet, row, "target")) at.add(rule, {row.id}, {{"standard", situation}});
  });
}

void find_standards_without_reason(const DocumentReview& at, std::string_view rule) {
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    if (lacks(sheet, row, "reason")) at.add(rule, {row.id}, {{"standard", situation}});
  });
}

void find_standards_without_responsible(const DocumentReview& at, std::string_view rule) {
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    if (lacks(sheet, row, "responsible")) at.add(rule, {row.id}, {{"standard", situation}});
  });
}

// What is to be done and what is measured; the words are a model, and the reason may say anything.
void find_unobservable_standards(const DocumentReview& at, std::string_view rule) {
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    const bool has_norm = !blank(text_of_role(sheet, row, "measure")) && !blank(text_of_role(sheet, row, "target"));
    std::vector<std::string> vague;
    std::string field;
    for (const char* role : {"action", "measure", "target"}) {
      for (std::string& word : vague_words(text_of_role(sheet, row, role), at.document.language, has_norm)) {
        if (vague.empty()) field = find_column(sheet, role)->id;
        vague.push_back(std::move(word));
      }
    }
    if (vague.empty()) return;
    const std::string words = first_of(at, std::vector<std::string_view>(vague.begin(), vague.end()));
    at.add(rule, {row.id}, {{"standard", situation}, {"words", words}}).field = field;
  });
}

void find_standards_with_two_demands(const DocumentReview& at, std::string_view rule) {
  const StandardWords& words = standard_words(at.document.language);
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    const bool has_two = acts_on_two_targets(text_of_role(sheet, row, "action"), words) ||
                         requires_two(text_of_role(sheet, row, "measure")) ||
                         has_two_targets(text_of_role(sheet, row, "target"), words);
    if (has_two) at.add(rule, {row.id}, {{"standard", situation}});
  });
}

void find_contradicting_standards(const DocumentReview& at, std::string_view rule) {
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    const auto found = at.all.contradicted.find(row.id);
    if (found == at.all.contradicted.end()) return;
    const StandardTarget& other = found->second;
    at.add(rule, {row.id, other.row->id},
           {{"standard", situation},
            {"touchpoint", at.quoted(touchpoint_name(at.all.touchpoints, std::string(other.touchpoint)))},
            {"target", target_with_unit(sheet, row, at.document.language)},
            {"other", at.quoted(name_of_row(*other.sheet, *other.row))},
            {"other_target", target_with_unit(*other.sheet, *other.row, at.document.language)}});
  });
}

// One finding a section, and none before the first standard has an item: one may go without such links.
void find_unchecked_standards(const DocumentReview& at, std::string_view rule) {
  if (at.all.checked_standards.empty()) return;
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    if (section.role != standards_role) return;
    std::vector<std::string> rows;
    std::vector<std::string_view> names;
    for (const SheetRow& row : sheet.rows) {
      if (is_blank(sheet, row) || at.all.checked_standards.contains(row.id)) continue;
      rows.push_back(row.id);
      names.emplace_back(name_of_row(sheet, row));
    }
    if (rows.empty()) return;
    const std::string listed = first_of(at, names);
    at.add(rule, std::move(rows), {{"section", at.quoted(section.title)}, {"standards", listed}}, section.id);
  });
}

}  // namespace

std::span<const Rule> standards_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"standard_not_observable", lacking, find_unobservable_standards},
                                    Rule{"standard_without_measure", lacking, find_standards_without_measure},
                                    Rule{"standard_without_reason", lacking, find_standards_without_reason},
                                    Rule{"standard_without_responsible", lacking, find_standards_without_responsible},
                                    Rule{"standard_with_two_demands", lacking, find_standards_with_two_demands},
                                    Rule{"standards_contradict", lacking, find_contradicting_standards},
                                    Rule{"standards_unchecked", lacking, find_unchecked_standards}};
  return rules;
}

}  // namespace canvasbook
