#include "editor/dialogs/row_filter.h"

#include <algorithm>

#include "editor/frame/dialog_fields.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_view.h"
#include "model/text/text.h"
#include "model/touchpoints.h"

namespace canvasbook {

namespace {

constexpr float row_height = 36;       // logical pixels
constexpr size_t most_texts_seen = 8;  // texts; then they scroll
constexpr size_t most_texts = 200;     // that are offered: nobody ticks more one by one

class RowFilterDialog : public Dialog {
 public:
  RowFilterDialog(Session& session, const SheetColumn& column)
      : section_(session.section()->id), column_(column.id), heading_(column.title) {
    const SheetView* view = session.sheet_view();
    if (view != nullptr && view->filters.contains(column_)) filter_ = view->filters.at(column_);
    contains_ = LineField(filter_.contains);
    const auto& sheet = std::get<Sheet>(session.section()->content);
    texts_ = texts_of_column(with_touchpoint_names(sheet, *session.touchpoint_names()), column);
    focus_.set("filter.contains");
  }

  std::string title(const App& app) const override { return app.catalog().text("filter.title"); }
  float width() const override { return 460; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    if (app.session() == nullptr) return false;
    focus_.begin(app, false);
    if (!heading_.empty()) field_label(app, heading_);
    paragraph({theme, app.parts}, words.text("filter.text"), theme.colours.muted);
    ImGui::Dummy({1, theme.px(4)});
    const LineFieldResult typed =
        dialog_field(app, focus_, "filter.contains", contains_, 0, words.text("filter.contains"));
    filter_.contains = contains_.text();
    ImGui::Dummy({1, theme.px(4)});
    if (texts_.size() <= most_texts) draw_texts(app);
    const auto answer = dialog_answers(app, focus_, {"filter.show", "filter.all", "filter.cancel"});
    if (answer == "filter.cancel") return false;
    if (answer.empty() && !typed.entered) return true;
    if (answer == "filter.all") filter_ = {};
    look(*app.session());
    return false;
  }

 private:
  // A box for each text of the column, below one for all of them.
  void draw_texts(App& app) {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    const bool any = std::ranges::any_of(texts_, [&](const auto& text) { return filter_.left_out.contains(text); });
    const bool none = std::ranges::all_of(texts_, [&](const auto& text) { return filter_.left_out.contains(text); });
    const MarkState every = none ? MarkState::off : any ? MarkState::partly : MarkState::on;
    if (dialog_option(app, focus_, "filter/every", words.text("filter.every"), MarkShape::box, every)) {
      filter_.left_out.clear();
      if (!any) filter_.left_out.insert(texts_.begin(), texts_.end());
    }
    const float seen = static_cast<float>(std::min(texts_.size(), most_texts_seen)) * theme.px(row_height);
    ImGui::BeginChild("filter", {0, seen}, false, ImGuiWindowFlags_NoBackground);
    begin_at_top();
    for (size_t i = 0; i < texts_.size(); ++i) {
      const std::string& text = texts_[i];
      const std::string label = trim(text).empty() ? words.text("filter.empty") : to_one_line(text);
      const std::string key = "filter/" + std::to_string(i);
      const bool is_shown = !filter_.left_out.contains(text);
      const MarkState state = is_shown ? MarkState::on : MarkState::off;
      if (dialog_option(app, focus_, key, label, MarkShape::box, state, ImGui::GetContentRegionAvail().x)) {
        if (is_shown) {
          filter_.left_out.insert(text);
        } else {
          filter_.left_out.erase(text);
        }
      }
      focus_.show(key);
    }
    ImGui::EndChild();
  }

  void look(Session& session) const {
    const Section* section = session.section();
    if (section == nullptr || section->id != section_) return;
    SheetView view = session.sheet_view() == nullptr ? SheetView() : *session.sheet_view();
    view.filters[column_] = filter_;
    session.look_at_rows(std::move(view));
  }

  std::string section_;
  std::string column_;
  std::string heading_;
  RowFilter filter_;
  LineField contains_;
  std::vector<std::string> texts_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_row_filter_dialog(App& app, const SheetColumn& column) {
  return std::make_unique<RowFilterDialog>(*app.session(), column);
}

}  // namespace canvasbook
