// How the rows of a sheet are looked at in a session: sorted, or some of them only.
#include <algorithm>
#include <numeric>

#include "editor/session/session.h"
#include "model/kinds/item_lists.h"
#include "model/touchpoints.h"

namespace canvasbook {

const SheetView* Session::sheet_view() const {
  const Section* shown = section();
  const auto found = shown == nullptr ? sheet_views_.end() : sheet_views_.find(shown->id);
  return found == sheet_views_.end() ? nullptr : &found->second;
}

void Session::look_at_rows(SheetView by) {
  const auto* sheet = content_as<Sheet>();
  if (sheet == nullptr) return;
  const std::string id = section()->id;
  end_writing();
  sheet = content_as<Sheet>();
  by = applied(std::move(by), with_touchpoint_names(*sheet, *touchpoint_names()));
  if (by.is_plain()) {
    sheet_views_.erase(id);
  } else {
    sheet_views_[id] = std::move(by);
  }
  ++sheet_view_version_;
  const std::vector<std::string> shown = items_as_shown();
  const auto is_shown = [&](const std::string& item) { return std::ranges::find(shown, item) != shown.end(); };
  if (!std::ranges::all_of(view_.selected, is_shown)) deselect();
}

const std::vector<size_t>& Session::shown_rows() const {
  const Shared<Section>& shown = document()->sections[view_.section];
  if (shown_rows_.of && shown_rows_.of->same_as(shown) && shown_rows_.view_version == sheet_view_version_)
    return shown_rows_.rows;
  const auto& sheet = std::get<Sheet>(shown->content);
  const SheetView* by = sheet_view();
  std::vector<size_t> rows(sheet.rows.size());
  std::iota(rows.begin(), rows.end(), size_t{0});
  if (by != nullptr) rows = rows_in_view(sheet, *by);
  shown_rows_ = {shown, sheet_view_version_, std::move(rows)};
  return shown_rows_.rows;
}

// The ids of all items of the shown section, in the order in which they are seen.
std::vector<std::string> Session::items_as_shown() const {
  const auto* sheet = content_as<Sheet>();
  if (sheet == nullptr) return items_in_order(section()->content);
  std::vector<std::string> ids;
  for (const size_t row : shown_rows()) ids.push_back(sheet->rows[row].id);
  return ids;
}

// A row that one goes to is seen, whatever the view leaves out.
void Session::show_row(const std::string& row) {
  const SheetView* by = sheet_view();
  if (by == nullptr || !by->known.contains(row) || std::ranges::find(by->order, row) != by->order.end()) return;
  sheet_views_[section()->id].known.erase(row);
  ++sheet_view_version_;
}

}  // namespace canvasbook
