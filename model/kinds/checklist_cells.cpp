#include "model/kinds/checklist_cells.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

enum class CheckField { none, text, requirement, weight, evidence };

// How people call the columns, in search form.
constexpr std::array<std::string_view, 16> names_of_text{
    "item",  "check item", "check",    "what is looked at", "what to check", "criterion",  "question", "name",
    "пункт", "проверка",   "критерий", "что проверяем",     "что проверять", "показатель", "вопрос",   "название"};
constexpr std::array<std::string_view, 10> names_of_requirement{
    "requirement", "what good looks like", "standard",        "expected", "target",
    "требование",  "требования",           "как должно быть", "стандарт", "норма"};
constexpr std::array<std::string_view, 6> names_of_evidence{"evidence",      "proof",          "proved by",
                                                            "подтверждение", "доказательство", "чем подтвердить"};
constexpr std::array<std::string_view, 3> names_of_weight{"weight", "вес", "вес пункта"};

CheckField check_field_named(const std::string& cell) {
  const std::string name = to_search_form(trim(cell));
  const auto is_among = [&](const auto& names) { return std::ranges::find(names, name) != names.end(); };
  if (is_among(names_of_text)) return CheckField::text;
  if (is_among(names_of_requirement)) return CheckField::requirement;
  if (is_among(names_of_evidence)) return CheckField::evidence;
  return is_among(names_of_weight) ? CheckField::weight : CheckField::none;
}

// What the columns of a paste are, and whether its first row says so.
struct CheckColumns {
  std::vector<CheckField> fields;
  bool are_named = false;
};

CheckColumns check_columns_of(const CellRows& rows) {
  CheckColumns usual{{CheckField::text, CheckField::requirement, CheckField::weight, CheckField::evidence}, false};
  if (rows.size() < 2) return usual;
  CheckColumns named{{}, true};
  size_t names = 0;
  size_t written = 0;
  for (const std::string& cell : rows.front()) {
    CheckField field = check_field_named(cell);
    if (std::ranges::find(named.fields, field) != named.fields.end()) field = CheckField::none;
    if (field != CheckField::none) ++names;
    if (!trim(cell).empty()) ++written;
    named.fields.push_back(field);
  }
  const auto text = std::ranges::find(named.fields, CheckField::text);
  const bool is_name_alone = names == 1 && written == 1 && text != named.fields.end();
  if (names < 2 && !is_name_alone) return usual;
  const auto unnamed = std::ranges::find(named.fields, CheckField::none);
  if (text == named.fields.end() && unnamed != named.fields.end()) *unnamed = CheckField::text;
  return named;
}

// Whether the item takes the cell; it does not take a weight that it cannot have.
bool take_check_cell(CheckItem& item, CheckField field, const std::string& cell) {
  switch (field) {
    case CheckField::text:
      item.text = cell;
      return true;
    case CheckField::requirement:
      item.requirement = cell;
      return true;
    case CheckField::weight: {
      const auto weight = read_weight(cell);
      if (weight) item.weight = *weight;
      return weight.has_value();
    }
    case CheckField::evidence:
      item.evidence = cell;
      return true;
    case CheckField::none:
      break;
  }
  return false;
}

bool is_unwritten_check(const CheckItem& item) {
  CheckItem made;
  made.id = item.id;
  return item == made;
}

bool is_unwritten_group(const CheckGroup& group) { return std::ranges::all_of(group.items, is_unwritten_check); }

// Where items are put: the group, and behind how many of its items.
struct CheckPlace {
  CheckGroup* group = nullptr;
  size_t behind = 0;
};

CheckPlace place_of_checks(Checklist& checklist, std::string_view at) {
  for (CheckGroup& group : checklist.groups) {
    if (group.id == at) return {&group, group.items.size()};
    const auto item = place_in(group.items, at);
    if (item != group.items.end()) return {&group, static_cast<size_t>(item - group.items.begin()) + 1};
  }
  CheckGroup& group =
      std::ranges::all_of(checklist.groups, is_unwritten_group) ? checklist.groups.front() : checklist.groups.back();
  return {&group, group.items.size()};
}

void insert_items(ChecklistEdit& edit, std::string_view at, const CellRows& rows, IdSource& fresh) {
  auto& groups = edit.checklist.groups;
  if (groups.empty()) groups.emplace_back().id = fresh.next();
  const CheckPlace place = place_of_checks(edit.checklist, at);
  auto& items = place.group->items;
  auto next = items.begin() + static_cast<std::ptrdiff_t>(place.behind);
  const bool gives_way =
      place.behind > 0 && is_unwritten_check(*(next - 1)) && ((next - 1)->id == at || items.size() == 1);
  if (gives_way) next = items.erase(next - 1);
  const CheckColumns columns = check_columns_of(rows);
  for (size_t r = columns.are_named ? 1 : 0; r < rows.size(); ++r) {
    CheckItem item;
    item.id = fresh.next();
    for (size_t i = 0; i < rows[r].size(); ++i) {
      const CheckField field = i < columns.fields.size() ? columns.fields[i] : CheckField::none;
      if (!trim(rows[r][i]).empty() && !take_check_cell(item, field, rows[r][i])) ++edit.left_out;
    }
    edit.added.push_back(item.id);
    next = items.insert(next, std::move(item)) + 1;
  }
}

// Whether they were put into a list of lines to fill in.
bool insert_lines(std::vector<FormLine>& lines, ChecklistEdit& edit, std::string_view at, const CellRows& rows,
                  IdSource& fresh) {
  const auto line = place_in(lines, at);
  if (line == lines.end()) return false;
  auto next = trim(line->title).empty() ? lines.erase(line) : line + 1;
  if (std::ranges::any_of(rows, [](const auto& row) { return row.size() > 1; })) return false;
  for (const auto& row : rows) {
    FormLine made{fresh.next(), row.empty() ? std::string() : row.front(), {}};
    edit.added.push_back(made.id);
    next = lines.insert(next, std::move(made)) + 1;
  }
  return true;
}

}  // namespace

std::optional<double> read_weight(std::string_view text) {
  const auto number = read_number(text);
  if (!number || *number < 0 || *number > heaviest_check) return std::nullopt;
  const double weight = std::round(*number * 10) / 10;
  constexpr double rounding = 1e-9;  // of the reading
  if (std::abs(weight - *number) > rounding) return std::nullopt;
  return weight + 0.0;  // no -0
}

std::string write_weight(double weight) {
  const long tenths = std::lround(weight * 10);
  const std::string behind = tenths % 10 == 0 ? std::string() : "." + std::to_string(tenths % 10);
  return std::to_string(tenths / 10) + behind;
}

ChecklistEdit insert_check_items(Checklist checklist, std::string_view at, const CellRows& rows, IdSource& fresh) {
  ChecklistEdit edit{std::move(checklist), {}, 0};
  for (auto* lines : {&edit.checklist.head, &edit.checklist.signatures}) {
    if (insert_lines(*lines, edit, at, rows, fresh)) return edit;
  }
  insert_items(edit, at, rows, fresh);
  return edit;
}

}  // namespace canvasbook
