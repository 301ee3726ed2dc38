#include "model/kinds/sheet.h"

#include <algorithm>

#include "model/kinds/item_lists.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

const SheetColumn* first_changed_column(const Sheet& before, const Sheet& after) {
  const auto changed = std::ranges::mismatch(before.columns, after.columns).in2;
  if (changed != after.columns.end()) return &*changed;
  return after.columns.empty() || before.columns.size() == after.columns.size() ? nullptr : &after.columns.back();
}

std::optional<SheetPlace> first_changed_cell(const std::vector<SheetColumn>& columns, const SheetRow& before,
                                             const SheetRow& after) {
  if (before.id != after.id) return std::nullopt;
  const auto changed = std::ranges::find_if(
      columns, [&](const SheetColumn& column) { return cell_text(before, column) != cell_text(after, column); });
  return changed == columns.end() ? std::nullopt : std::optional(SheetPlace{after.id, changed->id});
}

}  // namespace

const std::string& cell_text(const SheetRow& row, const SheetColumn& column) {
  static const std::string none;
  const auto found = row.cells.find(column.id);
  return found == row.cells.end() ? none : found->second;
}

const SheetColumn* find_column(const Sheet& sheet, std::string_view role) {
  const auto found = std::ranges::find(sheet.columns, role, &SheetColumn::role);
  return found == sheet.columns.end() ? nullptr : &*found;
}

const SheetColumn* title_column(const Sheet& sheet) {
  if (const SheetColumn* situation = find_column(sheet, "situation")) return situation;
  const auto text = std::ranges::find(sheet.columns, ColumnType::text, &SheetColumn::type);
  return text == sheet.columns.end() ? nullptr : &*text;
}

const std::string& name_of_row(const Sheet& sheet, const SheetRow& row) {
  static const std::string none;
  const SheetColumn* title = title_column(sheet);
  return title == nullptr ? none : cell_text(row, *title);
}

bool is_blank(const Sheet& sheet, const SheetRow& row) {
  return std::ranges::all_of(sheet.columns,
                             [&](const SheetColumn& column) { return trim(cell_text(row, column)).empty(); });
}

bool stands_at_number(std::string_view unit, Language language) {
  return language == Language::en && trim(unit).starts_with('%');
}

Sheet set_cell(Sheet sheet, std::string_view row, std::string_view column, std::string text) {
  const auto found = std::ranges::find(sheet.rows, row, &SheetRow::id);
  if (found == sheet.rows.end() || find_item(sheet.columns, column) == nullptr) return sheet;
  if (text.empty()) {
    found->cells.erase(std::string(column));
  } else {
    found->cells[std::string(column)] = std::move(text);
  }
  return sheet;
}

Sheet add_column(Sheet sheet, SheetColumn column, size_t position) {
  sheet.columns = add_item(std::move(sheet.columns), std::move(column), position);
  return sheet;
}

Sheet set_column(Sheet sheet, const SheetColumn& column) {
  sheet.columns = set_item(std::move(sheet.columns), column);
  return sheet;
}

Sheet set_choices(Sheet sheet, std::string_view column, const std::vector<OfferedChoice>& choices) {
  const auto place = place_in(sheet.columns, column);
  if (place == sheet.columns.end()) return sheet;
  std::map<std::string, std::string> renamed;
  place->choices.clear();
  for (const OfferedChoice& choice : choices) {
    const std::string now(trim(choice.now));
    if (now.empty()) continue;
    if (!choice.was.empty() && choice.was != now) renamed.emplace(choice.was, now);
    if (std::ranges::find(place->choices, now) == place->choices.end()) place->choices.push_back(now);
  }
  for (SheetRow& row : sheet.rows) {
    const auto cell = row.cells.find(place->id);
    if (cell == row.cells.end()) continue;
    if (const auto found = renamed.find(cell->second); found != renamed.end()) cell->second = found->second;
  }
  return sheet;
}

Sheet move_column(Sheet sheet, std::string_view column, int step) {
  const auto place = place_in(sheet.columns, column);
  if (place == sheet.columns.end()) return sheet;
  const auto last = static_cast<std::ptrdiff_t>(sheet.columns.size()) - 1;
  const auto position = std::clamp((place - sheet.columns.begin()) + step, std::ptrdiff_t{0}, last);
  sheet.columns = move_item(std::move(sheet.columns), column, static_cast<size_t>(position));
  return sheet;
}

std::optional<SheetPlace> first_change(const Sheet& before, const Sheet& after, std::string_view row) {
  if (const SheetColumn* column = first_changed_column(before, after)) return SheetPlace{{}, column->id};
  const SheetRow* was = find_item(before.rows, row);
  const SheetRow* is = find_item(after.rows, row);
  if (was != nullptr && is != nullptr) {
    if (auto place = first_changed_cell(after.columns, *was, *is)) return place;
  }
  const size_t rows = std::min(before.rows.size(), after.rows.size());
  for (size_t i = 0; i < rows; ++i) {
    if (auto place = first_changed_cell(after.columns, before.rows[i], after.rows[i])) return place;
  }
  return std::nullopt;
}

Sheet remove_column(Sheet sheet, std::string_view column) {
  if (find_item(sheet.columns, column) == nullptr) return sheet;
  sheet.columns = remove_item(std::move(sheet.columns), column);
  for (SheetRow& row : sheet.rows) row.cells.erase(std::string(column));
  return sheet;
}

}  // namespace canvasbook
