#include "editor/dialogs/add_document.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "editor/frame/dialog_fields.h"
#include "editor/parts/workbook_icons.h"

namespace canvasbook {

namespace {

constexpr std::string_view group_keys[] = {"add_document.in_russian", "add_document.in_english"};

struct Entry {
  std::string key;          // of its part
  std::string heading_key;  // of the group that begins with it; empty inside a group
  Template source;
};

// Of what a document is mostly written in: its first part that is no running text.
char32_t icon_of(const Document& document) {
  for (const auto& section : document.sections) {
    if (!std::holds_alternative<Prose>(section->content)) return canvasbook::icon_of(section->content);
  }
  return icons::document;
}

// A heading where the entries of a group begin; a group without entries has none.
void add_group(std::vector<Entry>& entries, std::string_view heading_key, const std::vector<Template>& templates) {
  for (const Template& source : templates) {
    const std::string key = "template/" + std::string(language_code(source.language)) + "/" + source.id;
    entries.push_back({key, &source == &templates.front() ? std::string(heading_key) : std::string(), source});
  }
}

class AddDocumentDialog : public Dialog {
 public:
  explicit AddDocumentDialog(App& app) {
    app.reload_own_templates();
    const Language first = app.session()->workbook().language;
    const Language other = first == Language::ru ? Language::en : Language::ru;
    const auto heading = [](Language language) { return group_keys[language == Language::ru ? 0 : 1]; };
    add_group(entries_, heading(first), templates_in(first));
    add_group(entries_, "add_document.own", app.own_templates().templates);
    add_group(entries_, heading(other), templates_in(other));
    focus_.set(std::string(list_key));
  }

  std::string title(const App& app) const override { return app.catalog().text("add_document.title"); }
  float width() const override { return 680; }
  bool cancel(App&) override { return true; }
  bool draw(App& app) override;

 private:
  static constexpr std::string_view list_key = "add_document/list";

  float text_width(const App& app) const { return ImGui::GetContentRegionAvail().x - app.theme.px(58); }
  void draw_heading(const App& app, const std::string& key) const;
  void draw_entry(App& app, size_t index);
  void step(App& app);

  std::vector<Entry> entries_;
  size_t chosen_ = 0;
  bool show_chosen_ = false;      // it may be out of view
  bool is_chosen_shown_ = false;  // its title is in view
  bool confirmed_ = false;
  bool at_list_ = true;
  DialogFocus focus_;
};

void AddDocumentDialog::draw_heading(const App& app, const std::string& key) const {
  const Theme& theme = app.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.small_bold, {at.x + theme.px(12), at.y + theme.px(10)},
               room - theme.px(24), theme.colours.muted, app.catalog().text(key));
  ImGui::Dummy({room, theme.fonts.small_bold->FontSize + theme.px(16)});
}

void AddDocumentDialog::draw_entry(App& app, size_t index) {
  const Theme& theme = app.theme;
  const Entry& entry = entries_[index];
  const float room = text_width(app);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float title_height = theme.fonts.bold->FontSize + theme.px(4);
  const bool has_summary = !entry.source.summary.empty();
  const float height =
      title_height + theme.px(20) + (has_summary ? wrapped_height(theme.fonts.small, room, entry.source.summary) : 0);
  const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x, from.y + height};
  if (invisible_button(entry.key.c_str(), {to.x - from.x, height})) {
    chosen_ = index;
    focus_.set(std::string(list_key));
  }
  const bool hovered = ImGui::IsItemHovered();
  if (hovered && ImGui::IsMouseDoubleClicked(0)) confirmed_ = true;
  const bool is_chosen = index == chosen_;
  const float top = ImGui::GetWindowPos().y;
  if (is_chosen) {
    const float title_to = from.y + theme.px(10) + title_height;
    is_chosen_shown_ =
        show_chosen_ || confirmed_ || (from.y + theme.px(9) >= top && title_to <= top + ImGui::GetWindowHeight());
  }
  if (is_chosen && show_chosen_) {
    if (from.y < top) ImGui::SetScrollY(ImGui::GetScrollY() - (top - from.y) - (index == 0 ? theme.px(40) : 0));
    const float below = to.y - top - ImGui::GetWindowHeight();
    if (below > 0) ImGui::SetScrollY(ImGui::GetScrollY() + below);
    show_chosen_ = false;
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (is_chosen || hovered) {
    list->AddRectFilled(from, to, is_chosen ? theme.colours.selection : theme.colours.hover, theme.px(8));
  }
  if (is_chosen && at_list_) list->AddRect(from, to, theme.colours.accent, theme.px(8), 0, theme.px(2));
  draw_icon(list, theme.fonts.text, theme.px(22), {from.x + theme.px(24), from.y + theme.px(10) + title_height / 2},
            is_chosen ? theme.colours.accent : theme.colours.muted, icon_of(entry.source.document));
  const float x = from.x + theme.px(46);
  clipped_text(list, theme.fonts.bold, {x, from.y + theme.px(9)}, room, theme.colours.text, entry.source.title);
  wrapped_text(list, theme.fonts.small, {x, from.y + theme.px(10) + title_height}, room, theme.colours.muted,
               entry.source.summary);
  app.parts.add(entry.key, from, to);
}

void AddDocumentDialog::step(App& app) {
  const size_t last = entries_.size() - 1;
  const size_t before = chosen_;
  while (app.input.take(Key::down, {})) chosen_ = std::min(chosen_ + 1, last);
  while (app.input.take(Key::up, {})) chosen_ = chosen_ == 0 ? 0 : chosen_ - 1;
  if (app.input.take(Key::home, {})) chosen_ = 0;
  if (app.input.take(Key::end, {})) chosen_ = last;
  show_chosen_ = show_chosen_ || chosen_ != before;
}

bool AddDocumentDialog::draw(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  if (app.session() == nullptr || entries_.empty()) return false;
  confirmed_ = false;
  focus_.begin(app, false);
  at_list_ = focus_.add(list_key);
  step(app);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, theme.px(2)});
  const float most = ImGui::GetIO().DisplaySize.y - theme.px(260);
  ImGui::BeginChild("list", {0, std::min(theme.px(400), most)}, false, ImGuiWindowFlags_NoNav);
  begin_at_top();
  for (size_t i = 0; i < entries_.size(); ++i) {
    if (!entries_[i].heading_key.empty()) draw_heading(app, entries_[i].heading_key);
    draw_entry(app, i);
  }
  const PartContext parts{theme, app.parts};
  for (const Error& error : app.own_templates().errors) {
    dialog_notice(app, words.error(error), icons::warning, theme.colours.warning);
  }
  app.parts.add(
      list_key, ImGui::GetWindowPos(),
      {ImGui::GetWindowPos().x + ImGui::GetWindowWidth(), ImGui::GetWindowPos().y + ImGui::GetWindowHeight()});
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::Dummy({1, theme.px(6)});
  const std::string label = words.text("add_document.add");
  if (dialog_button(app, focus_, "add_document.add", label, icons::add, ButtonStyle::primary)) confirmed_ = true;
  flow_beside(parts, words.text("add_document.cancel"));
  if (dialog_button(app, focus_, "add_document.cancel", words.text("add_document.cancel"))) return false;
  focus_.end(app);
  if (at_list_ && app.input.take(Key::enter, {})) confirmed_ = true;
  show_chosen_ = confirmed_ && !is_chosen_shown_;  // what was scrolled out of view is shown before it can be added
  if (!confirmed_ || show_chosen_) return true;
  const Template& source = entries_[chosen_].source;
  app.session()->add_document(make_document(source, app.ids(), app.world().today));
  return false;
}

}  // namespace

std::unique_ptr<Dialog> make_add_document_dialog(App& app) { return std::make_unique<AddDocumentDialog>(app); }

}  // namespace canvasbook
