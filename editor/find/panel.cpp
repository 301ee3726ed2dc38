// The panel that finds and replaces: the query and its options above, the hits below.
#include <algorithm>
#include <cmath>

#include "editor/find/finding.h"
#include "editor/find/state.h"
#include "editor/frame/tooltip.h"
#include "editor/frame/views.h"

namespace canvasbook {

namespace {

constexpr const char* elsewhere = "elsewhere";  // of the focus while the document has the keys
constexpr int page_step = 8;

// What was asked for; done when all is drawn.
struct Asked {
  int step = 0;
  std::optional<size_t> hit;
  bool replace = false;
  bool replace_all = false;
  bool close = false;
  bool undo = false;
  bool redo = false;
};

// Whether the letter ё means anything to who reads this.
bool has_russian(const App& app) {
  const Workbook& workbook = app.session()->workbook();
  return app.language() == Language::ru || workbook.language == Language::ru ||
         std::ranges::any_of(workbook.documents, [](const auto& one) { return one->language == Language::ru; });
}

class FindView {
 public:
  explicit FindView(App& app) : app_(app), theme_(app.theme), find_(app.state<FindPanel>()) {}

  Asked draw(const Area& area) {
    const float pad = theme_.px(16);
    ImGui::SetCursorScreenPos({area.from.x + pad, area.from.y + theme_.px(14)});
    ImGui::BeginChild("find", {area.width() - 2 * pad, area.height() - theme_.px(14)}, false,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse);
    take_keys();
    find_.focus.begin(app_, app_.focused_field.empty());
    view_fields();
    view_options();
    if (find_.replaces) view_replacing();
    const Found& found = found_hits(app_);
    view_count(found);
    find_.focus.end(app_);
    ImGui::BeginChild("find/list", {0, 0}, false, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    asked_.hit = draw_hits(app_, found);
    ImGui::EndChild();
    ImGui::EndChild();
    return asked_;
  }

 private:
  std::string text(const char* key) const { return app_.catalog().text(key); }

  // Keys that mean the same in both fields, and Escape anywhere.
  void take_keys() {
    InputQueue& input = app_.input;
    asked_.close = input.take(Key::escape, plain);
    if (app_.focused_field.empty() || find_.has_replaced) {  // else they are the field's
      asked_.undo = input.take(Key::z, control);
      asked_.redo = input.take(Key::y, control) || input.take(Key::z, control_shift);
    }
    if (app_.focused_field.empty()) return;
    for (const auto& [key, step] :
         {std::pair{Key::down, 1}, {Key::up, -1}, {Key::page_down, page_step}, {Key::page_up, -page_step}}) {
      while (input.take(key, plain)) asked_.step += step;
    }
    while (input.take(Key::enter, shift)) --asked_.step;
  }

  void view_fields() {
    const LineFieldResult query = dialog_field(app_, find_.focus, "find.query", find_.query, 0, text("find.query"));
    if (query.entered) ++asked_.step;
    if (query.changed) find_.current.reset();
    if (query.changed) find_.has_replaced = false;
    if (!find_.replaces) return;
    const LineFieldResult with =
        dialog_field(app_, find_.focus, "find.replacement", find_.replacement, 0, text("find.replacement"));
    if (with.changed) find_.has_replaced = false;
    asked_.replace = with.entered;
  }

  // The next part goes beside the last one where it fits.
  void beside(float width) const {
    const float gap = theme_.px(4);
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + gap + width <= right) ImGui::SameLine(0, gap);
  }

  void option(const char* key, bool& value, bool is_first = false) {
    const std::string label = text(key);
    if (!is_first) beside(dialog_option_width(app_, label));
    if (dialog_option(app_, find_.focus, key, label, MarkShape::box, value ? MarkState::on : MarkState::off)) {
      value = !value;
      find_.current.reset();
    }
  }

  void view_options() {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme_.px(4), theme_.px(2)});
    option("find.word_forms", find_.options.word_forms, true);
    if (has_russian(app_)) option("find.yo_is_ye", find_.options.yo_is_ye);
    option("find.whole_words", find_.options.whole_words);
    option("find.match_case", find_.options.match_case);
    ImGui::PopStyleVar();
    if (find_.replaces) return;
    const std::string label = text("find.show_replacing");
    beside(button_width({theme_, app_.parts}, label, icons::replacements));
    if (dialog_button(app_, find_.focus, "find.show_replacing", label, icons::replacements)) begin_finding(app_, true);
  }

  void view_replacing() {
    const PartContext parts{theme_, app_.parts};
    const bool can_replace = !find_.query.core.text().empty() && !session_found_nothing();
    if (find_.options.word_forms) {
      ImFont* font = theme_.fonts.small;
      const float width = ImGui::GetContentRegionAvail().x;
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float height =
          wrapped_text(ImGui::GetWindowDrawList(), font, at, width, theme_.colours.muted, text("find.forms_note"));
      ImGui::Dummy({width, height});
    }
    const std::string one = text("find.replace");
    asked_.replace =
        dialog_button(app_, find_.focus, "find.replace", one, 0, ButtonStyle::primary, can_replace) || asked_.replace;
    const std::string all = text("find.replace_all");
    flow_beside(parts, all);
    asked_.replace_all = dialog_button(app_, find_.focus, "find.replace_all", all, 0, ButtonStyle::plain, can_replace);
  }

  bool session_found_nothing() { return found_hits(app_).hits.empty(); }

  std::string count_words(const Found& found) const {
    const size_t count = found.hits.size();
    if (find_.query.core.text().empty()) return {};
    if (count == 0) return text("find.nothing");
    if (!find_.current) return app_.catalog().count("find.hits", count);
    return app_.catalog().text("find.current",
                               {{"number", std::to_string(*find_.current + 1)}, {"count", std::to_string(count)}});
  }

  void view_count(const Found& found) {
    if (!found.hits.empty() && app_.message() == text("find.nothing")) app_.say({});
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float button_size = button_width({theme_, app_.parts}, "", icons::expand);
    const float height = theme_.px(36);
    ImFont* font = theme_.fonts.small;
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (find_.query.core.text().empty()) {
      const float used =
          wrapped_text(list, font, {at.x, at.y + theme_.px(4)}, width, theme_.colours.muted, text("find.hint"));
      ImGui::Dummy({width, used + theme_.px(8)});
      return;
    }
    clipped_text(list, font, {at.x, std::floor(at.y + (height - font->FontSize) / 2)},
                 width - 2 * button_size - theme_.px(8), theme_.colours.muted, count_words(found));
    const bool can_step = !found.hits.empty();
    ImGui::SetCursorScreenPos({at.x + width - 2 * button_size - theme_.px(2), at.y});
    if (dialog_button(app_, find_.focus, "find/previous", "", icons::collapse, ButtonStyle::plain, can_step)) {
      --asked_.step;
    }
    name_by_tooltip(app_, "command.find_previous");
    ImGui::SetCursorScreenPos({at.x + width - button_size, at.y});
    if (dialog_button(app_, find_.focus, "find/next", "", icons::expand, ButtonStyle::plain, can_step)) ++asked_.step;
    name_by_tooltip(app_, "command.find_next");
    ImGui::SetCursorScreenPos({at.x, at.y + height});
    ImGui::Dummy({width, 1});
  }

  App& app_;
  const Theme& theme_;
  FindPanel& find_;
  Asked asked_;
};

}  // namespace

void panel_find(App& app, const Area& area) {
  FindPanel& find = app.state<FindPanel>();
  if (app.has_dialog()) app.keys_in_panel = false;
  if (ImGui::IsMouseClicked(0) && !ImGui::IsMouseHoveringRect(area.from, area.to)) leave_finding(app);
  if (app.keys_in_panel && writing_began_elsewhere(app)) leave_finding(app);
  if (!app.keys_in_panel) {
    find.focus = DialogFocus();
    find.focus.set(elsewhere);
  }
  Asked asked;
  {
    const KeysAside aside(app.input, !app.keys_in_panel);
    asked = FindView(app).draw(area);
  }
  if (find.focus.key() != elsewhere && !app.has_dialog()) app.keys_in_panel = true;
  if (asked.close) return end_finding(app);
  if (asked.undo) return app.run_command("command.undo");
  if (asked.redo) return app.run_command("command.redo");
  if (asked.hit) return choose_hit(app, *asked.hit);
  if (asked.replace_all) return replace_every_hit(app);
  if (asked.replace) return replace_current_hit(app);
  if (asked.step != 0) step_hit(app, asked.step);
}

}  // namespace canvasbook
