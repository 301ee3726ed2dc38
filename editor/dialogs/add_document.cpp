#include "editor/dialogs/add_document.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "editor/frame/dialog_fields.h"
#include "editor/navigator/document_actions.h"
#include "editor/navigator/empty_sections.h"
#include "editor/palette/entries.h"
#include "editor/parts/template_groups.h"
#include "editor/parts/workbook_icons.h"
#include "editor/session/first_text.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::string_view group_keys[] = {"add_document.in_russian", "add_document.in_english"};

struct Entry {
  std::string key;          // of its part
  std::string heading_key;  // of the group that begins with it; empty inside a group
  Template source;
};

char32_t icon_of(const Document& document) {
  const Content* content = main_content(document);
  return content == nullptr ? icons::document : canvasbook::icon_of(*content);
}

// A heading where the entries of a group begin; a group without entries has none.
void add_group(std::vector<Entry>& entries, std::string_view heading_key,
               const std::vector<const Template*>& templates) {
  for (const Template* source : templates) {
    const std::string key = "template/" + std::string(language_code(source->language)) + "/" + source->id;
    entries.push_back({key, source == templates.front() ? std::string(heading_key) : std::string(), *source});
  }
}

class AddDocumentDialog : public Dialog {
 public:
  explicit AddDocumentDialog(App& app) {
    app.reload_own_templates();
    const Language first = app.session()->workbook().language;
    const Language other = first == Language::ru ? Language::en : Language::ru;
    const auto heading = [](Language language) { return group_keys[language == Language::ru ? 0 : 1]; };
    for (const TemplateGroup& group : by_purpose(templates_in(first))) {
      add_group(entries_, group.heading_key, group.templates);
    }
    const std::vector<Template> empty = empty_documents(app.catalog(), first);
    for (size_t i = 0; i < empty.size(); ++i) {
      entries_.push_back({"empty/" + std::to_string(i), i == 0 ? "add_document.empty" : "", empty[i]});
    }
    add_group(entries_, "add_document.own", pointers_to(app.own_templates().templates));
    add_group(entries_, heading(other), pointers_to(templates_in(other)));
    for (const Entry& entry : entries_) {
      searched_.push_back({});
      searched_.back().name = entry.source.title;
      searched_.back().searched = to_loose_search_form(entry.source.title + "\n" + entry.source.summary);
    }
    found_ = matching_entries(searched_, {});
  }

  std::string title(const App& app) const override { return app.catalog().text("add_document.title"); }
  float width() const override { return 680; }
  bool cancel(App&) override { return true; }
  bool draw(App& app) override;

 private:
  static constexpr std::string_view field_key = "add_document/field";
  static constexpr std::string_view list_key = "add_document/list";

  float text_width(const App& app) const { return ImGui::GetContentRegionAvail().x - app.theme.px(58); }
  void draw_heading(const App& app, const std::string& key) const;
  void draw_entry(App& app, size_t place);
  void draw_list(App& app);
  bool search(App& app);  // returns whether Enter was pressed in the field
  void step(App& app);
  bool finds_all() const { return trim(field_.text()).empty(); }

  std::vector<Entry> entries_;
  std::vector<PaletteEntry> searched_;  // as the entries
  std::vector<size_t> found_;           // of the entries, those that are listed
  LineField field_;
  size_t chosen_ = 0;             // its place among these
  bool show_chosen_ = false;      // it may be out of view
  bool is_chosen_shown_ = false;  // its title is in view
  bool confirmed_ = false;
  bool at_list_ = true;  // or at the field, whose arrows go through the list
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

void AddDocumentDialog::draw_entry(App& app, size_t place) {
  const Theme& theme = app.theme;
  const Entry& entry = entries_[found_[place]];
  const float room = text_width(app);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float title_height = theme.fonts.bold->FontSize + theme.px(4);
  const bool has_summary = !entry.source.summary.empty();
  const float height =
      title_height + theme.px(20) + (has_summary ? wrapped_height(theme.fonts.small, room, entry.source.summary) : 0);
  const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x, from.y + height};
  if (invisible_button(entry.key.c_str(), {to.x - from.x, height})) {
    chosen_ = place;
    focus_.set(std::string(list_key));
  }
  const bool hovered = ImGui::IsItemHovered();
  if (hovered && ImGui::IsMouseDoubleClicked(0)) confirmed_ = true;
  const bool is_chosen = place == chosen_;
  const float top = ImGui::GetWindowPos().y;
  if (is_chosen) {
    const float title_to = from.y + theme.px(10) + title_height;
    is_chosen_shown_ =
        show_chosen_ || confirmed_ || (from.y + theme.px(9) >= top && title_to <= top + ImGui::GetWindowHeight());
  }
  if (is_chosen && show_chosen_) {
    if (from.y < top) ImGui::SetScrollY(ImGui::GetScrollY() - (top - from.y) - (place == 0 ? theme.px(40) : 0));
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

bool AddDocumentDialog::search(App& app) {
  const LineFieldResult result =
      dialog_field(app, focus_, field_key, field_, 0, app.catalog().text("add_document.search"));
  if (result.changed) {
    found_ = matching_entries(searched_, field_.text());
    chosen_ = 0;
    show_chosen_ = true;
  }
  return result.entered;
}

void AddDocumentDialog::step(App& app) {
  if (found_.empty()) return;
  const size_t last = found_.size() - 1;
  const size_t before = chosen_;
  while (app.input.take(Key::down, {})) chosen_ = std::min(chosen_ + 1, last);
  while (app.input.take(Key::up, {})) chosen_ = chosen_ == 0 ? 0 : chosen_ - 1;
  if (finds_all() && app.input.take(Key::home, {})) chosen_ = 0;
  if (finds_all() && app.input.take(Key::end, {})) chosen_ = last;
  show_chosen_ = show_chosen_ || chosen_ != before;
}

void AddDocumentDialog::draw_list(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, theme.px(2)});
  const float most = ImGui::GetIO().DisplaySize.y - theme.px(306);
  ImGui::BeginChild("list", {0, std::min(theme.px(400), most)}, false, ImGuiWindowFlags_NoNav);
  begin_at_top();
  for (size_t i = 0; i < found_.size(); ++i) {
    const Entry& entry = entries_[found_[i]];
    if (finds_all() && !entry.heading_key.empty()) draw_heading(app, entry.heading_key);
    draw_entry(app, i);
  }
  if (found_.empty()) paragraph({theme, app.parts}, words.text("palette.nothing"), theme.colours.muted);
  for (const Error& error : app.own_templates().errors) {
    dialog_notice(app, words.error(error), icons::warning, theme.colours.warning);
  }
  app.parts.add(
      list_key, ImGui::GetWindowPos(),
      {ImGui::GetWindowPos().x + ImGui::GetWindowWidth(), ImGui::GetWindowPos().y + ImGui::GetWindowHeight()});
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

bool AddDocumentDialog::draw(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  if (app.session() == nullptr || entries_.empty()) return false;
  confirmed_ = false;
  focus_.begin(app, false);
  step(app);
  const bool entered = search(app);
  const bool is_at_list = focus_.add(list_key);
  at_list_ = is_at_list || focus_.key() == field_key;
  draw_list(app);
  ImGui::Dummy({1, theme.px(6)});
  const PartContext parts{theme, app.parts};
  const std::string label = words.text("add_document.add");
  if (dialog_button(app, focus_, "add_document.add", label, icons::add, ButtonStyle::primary, !found_.empty())) {
    confirmed_ = true;
  }
  flow_beside(parts, words.text("add_document.cancel"));
  if (dialog_button(app, focus_, "add_document.cancel", words.text("add_document.cancel"))) return false;
  focus_.end(app);
  if (entered || (is_at_list && app.input.take(Key::enter, {}))) confirmed_ = true;
  if (found_.empty()) confirmed_ = false;
  show_chosen_ = confirmed_ && !is_chosen_shown_;  // what was scrolled out of view is shown before it can be added
  if (!confirmed_ || show_chosen_) return true;
  const Template& source = entries_[found_[chosen_]].source;
  app.add_document(source);
  if (source.id.empty()) {
    rename_shown_document(app);  // its title says no more than its kind
  } else if (app.session()->prose() != nullptr) {
    begin_first_text(*app.session());
  }
  return false;
}

}  // namespace

std::unique_ptr<Dialog> make_add_document_dialog(App& app) { return std::make_unique<AddDocumentDialog>(app); }

}  // namespace canvasbook
