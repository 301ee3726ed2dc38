#include "model/kinds/sheet_view.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_formulas.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

enum class TextKind { number, text, empty };

// By what a text is sorted: what is empty stands behind words, and these behind numbers.
using SortKey = std::tuple<TextKind, double, std::string>;

SortKey sort_key(const SheetColumn& column, const std::string& text) {
  if (trim(text).empty()) return {TextKind::empty, 0, {}};
  const bool is_date = column.type == ColumnType::date;
  if (const auto number = is_date ? std::nullopt : number_in(column.type, text)) return {TextKind::number, *number, {}};
  return {TextKind::text, 0, to_search_form(text)};
}

bool is_written(const SortKey& key) { return std::get<TextKind>(key) != TextKind::empty; }

}  // namespace

bool RowFilter::shows(const std::string& text) const {
  if (left_out.contains(text)) return false;
  return contains.empty() || to_search_form(text).find(to_search_form(contains)) != std::string::npos;
}

SheetView applied(SheetView view, const Sheet& sheet) {
  std::erase_if(view.filters, [&](const auto& filter) {
    return filter.second.is_empty() || find_item(sheet.columns, filter.first) == nullptr;
  });
  const SheetColumn* sorted_by = find_item(sheet.columns, view.sorted_by);
  if (sorted_by == nullptr) view.sorted_by.clear();
  view.known.clear();
  std::vector<std::pair<SortKey, const SheetRow*>> shown;
  for (const SheetRow& row : sheet.rows) {
    view.known.insert(row.id);
    const bool is_shown = std::ranges::all_of(view.filters, [&](const auto& filter) {
      return filter.second.shows(shown_cell(sheet, row, *find_item(sheet.columns, filter.first)));
    });
    if (!is_shown) continue;
    shown.emplace_back(sorted_by == nullptr ? SortKey() : sort_key(*sorted_by, shown_cell(sheet, row, *sorted_by)),
                       &row);
  }
  std::ranges::stable_sort(shown, [&](const auto& left, const auto& right) {
    return view.descending && is_written(left.first) && is_written(right.first) ? right.first < left.first
                                                                                : left.first < right.first;
  });
  view.order.clear();
  for (const auto& [key, row] : shown) view.order.push_back(row->id);
  return view;
}

std::vector<size_t> rows_in_view(const Sheet& sheet, const SheetView& view) {
  // Those that were made since, by the row that they follow; at the top by an empty id.
  std::unordered_map<std::string_view, std::vector<size_t>> behind;
  std::unordered_map<std::string_view, size_t> places;
  std::string_view before;
  for (size_t i = 0; i < sheet.rows.size(); ++i) {
    const std::string& id = sheet.rows[i].id;
    places.emplace(id, i);
    if (!view.known.contains(id)) {
      behind[before].push_back(i);
    } else {
      before = id;
    }
  }
  std::vector<size_t> rows;
  const auto add_behind = [&](std::string_view id) {
    const auto found = behind.find(id);
    if (found == behind.end()) return;
    rows.insert(rows.end(), found->second.begin(), found->second.end());
    behind.erase(found);
  };
  add_behind({});
  for (const std::string& id : view.order) {
    if (const auto place = places.find(id); place != places.end()) rows.push_back(place->second);
    add_behind(id);
  }
  std::vector<size_t> others;  // that follow rows that are not shown
  for (const auto& [id, made] : behind) others.insert(others.end(), made.begin(), made.end());
  std::ranges::sort(others);
  rows.insert(rows.end(), others.begin(), others.end());
  return rows;
}

std::vector<std::string> texts_of_column(const Sheet& sheet, const SheetColumn& column) {
  std::vector<std::pair<SortKey, std::string>> texts;
  for (const SheetRow& row : sheet.rows) {
    const std::string text = shown_cell(sheet, row, column);
    texts.emplace_back(sort_key(column, text), text);
  }
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::vector<std::string> each;
  for (auto& [key, text] : texts) each.push_back(std::move(text));
  return each;
}

}  // namespace canvasbook
