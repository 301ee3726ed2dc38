#include "editor/dialogs/browser.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "editor/dialogs/browser_list.h"
#include "editor/frame/tooltip.h"
#include "editor/system/folders.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

using Purpose = FileChoice::Purpose;

constexpr size_t most_recent_folders = 5;
constexpr float body_height = 400;  // logical pixels, as all below
constexpr float places_width = 190;

// "*.pdf" gives ".pdf"; "*" gives nothing.
std::vector<std::string> extensions_of(const FileChoice::Filter& filter) {
  std::vector<std::string> extensions;
  for (const std::string& pattern : filter.patterns) {
    if (pattern.size() > 2 && pattern.starts_with("*.")) extensions.push_back(pattern.substr(1));
  }
  return extensions;
}

std::optional<std::string> variable_of(const App& app, const std::string& name) {
  for (const std::string& entry : app.world().environment) {
    if (entry.starts_with(name + "=")) return entry.substr(name.size() + 1);
  }
  return std::nullopt;
}

std::vector<Place> places_of(const App& app) {
  std::vector<std::string> recent;
  for (const std::string& file : app.settings.recent_files) {
    const std::string folder = parent_folder(file);
    if (recent.size() < most_recent_folders && std::ranges::find(recent, folder) == recent.end()) {
      recent.push_back(folder);
    }
  }
  return list_places(app.world().home, variable_of(app, "XDG_DOCUMENTS_DIR"), recent);
}

std::string place_name(const Catalog& words, const Place& place) {
  switch (place.kind) {
    case Place::Kind::home:
      return words.text("browser.home");
    case Place::Kind::documents:
      return words.text("browser.documents");
    case Place::Kind::root:
      return words.text("browser.root");
    case Place::Kind::recent:
      break;
  }
  return std::filesystem::path(place.path).filename().string();
}

char32_t place_icon(Place::Kind kind) {
  switch (kind) {
    case Place::Kind::home:
      return icons::home;
    case Place::Kind::documents:
      return icons::folder;
    case Place::Kind::root:
      return icons::disk;
    case Place::Kind::recent:
      break;
  }
  return icons::history;
}

class BrowserDialog : public Dialog {
 public:
  BrowserDialog(const App& app, FileChoice choice, std::function<void(const std::string&)> then)
      : choice_(std::move(choice)), then_(std::move(then)), places_(places_of(app)) {
    use_filter(0);
    const bool names_a_folder = choice_.start.ends_with('/') || choice_.purpose != Purpose::save;
    std::string folder = choice_.start.empty() ? app.world().home : choice_.start;
    if (!names_a_folder) {
      const std::filesystem::path suggested(choice_.start);
      name_.set_text(suggested.filename().string());
      name_.ending = suggested.extension().string();
      folder = parent_folder(choice_.start);
    }
    begin_in(folder.starts_with('/') ? folder : "/");
    focus_.set(choice_.purpose == Purpose::save ? "browser.file_name" : "browser/list");
  }

  std::string title(const App&) const override { return choice_.title; }
  float width() const override { return 880; }
  bool draw(App& app) override;

  bool cancel(App& app) override {
    app.focused_field.clear();
    if (!new_folder_) return true;
    end_new_folder(app);
    return false;
  }

 private:
  void use_filter(size_t filter);
  void begin_in(std::string folder);
  void go(const App& app, const std::string& folder);
  void go_up(const App& app);
  void show_entries(const std::string& selected);
  void draw_way(App& app);
  void draw_places(App& app, float height);
  void draw_list(App& app, float width, float height);
  void draw_new_folder(App& app);
  void create_folder(App& app);
  void end_new_folder(App& app);
  void draw_filters(App& app);
  void draw_buttons(App& app);
  void open_selected(const App& app);
  void confirm(const App& app);
  std::string path_of(const FolderEntry& entry) const;

  const FileChoice choice_;
  const std::function<void(const std::string&)> then_;
  const std::vector<Place> places_;
  size_t place_ = 0;  // that the keyboard is at
  FileBrowser browser_;
  BrowserList list_;
  size_t filter_ = 0;
  LineField name_;
  std::optional<LineField> new_folder_;
  std::string notice_;
  DialogFocus focus_;
  std::optional<std::string> chosen_;
  bool is_cancelled_ = false;
};

// Where we are.

void BrowserDialog::use_filter(size_t filter) {
  filter_ = filter;
  std::vector<std::string> extensions;
  if (filter < choice_.filters.size()) extensions = extensions_of(choice_.filters[filter]);
  const std::string folder = browser_.folder();
  browser_ = FileBrowser(std::move(extensions));
  if (folder.empty()) return;
  if (browser_.enter(folder)) show_entries({});
}

// The folder, or the nearest one above it that can be read.
void BrowserDialog::begin_in(std::string folder) {
  folder = tidy_path(folder);
  while (!browser_.enter(folder) && folder != "/") folder = parent_folder(folder);
  show_entries({});
  if (choice_.purpose == Purpose::open) list_.select_first();
}

void BrowserDialog::show_entries(const std::string& selected) {
  std::vector<FolderEntry> entries = browser_.entries();
  if (choice_.purpose == Purpose::folder)
    std::erase_if(entries, [](const FolderEntry& entry) { return !entry.is_folder; });
  list_.show(std::move(entries), selected);
}

void BrowserDialog::go(const App& app, const std::string& folder) {
  notice_.clear();
  const std::string before = browser_.folder();
  if (!browser_.enter(folder)) {
    notice_ = app.catalog().text("browser.unreadable", {{"folder", folder}});
    return;
  }
  const bool upwards = parent_folder(before) == browser_.folder();
  show_entries(upwards ? std::filesystem::path(before).filename().string() : std::string());
  if (!upwards && choice_.purpose == Purpose::open) list_.select_first();
}

void BrowserDialog::go_up(const App& app) { go(app, parent_folder(browser_.folder())); }

std::string BrowserDialog::path_of(const FolderEntry& entry) const {
  return (std::filesystem::path(browser_.folder()) / entry.name).string();
}

// What is chosen.

void BrowserDialog::open_selected(const App& app) {
  const FolderEntry* entry = list_.selected();
  if (entry == nullptr) return;
  const std::string path = path_of(*entry);
  if (entry->is_folder) return go(app, path);
  if (choice_.purpose == Purpose::open) {
    chosen_ = path;
  } else {
    confirm(app);
  }
}

void BrowserDialog::confirm(const App& app) {
  if (choice_.purpose == Purpose::folder) {
    chosen_ = list_.selected() == nullptr ? browser_.folder() : path_of(*list_.selected());
    return;
  }
  if (choice_.purpose == Purpose::open) {
    if (list_.shows_selected()) return open_selected(app);
    return list_.bring_selected_into_view();  // first let it be seen
  }
  if (trim(name_.text()).empty()) return;
  const auto endings = choice_.filters.empty() ? std::vector<std::string>() : extensions_of(choice_.filters.front());
  const TypedPath typed = read_typed_path(browser_.folder(), name_.text(), app.world().home,
                                          endings.empty() ? std::string() : endings.front());
  if (typed.is_folder) {
    go(app, typed.path);
    if (notice_.empty()) name_.set_text({});
    return;
  }
  const std::string folder = parent_folder(typed.path);
  if (is_folder(folder)) {
    chosen_ = typed.path;
  } else {
    notice_ = app.catalog().text("browser.unreadable", {{"folder", folder}});
  }
}

void BrowserDialog::end_new_folder(App& app) {
  new_folder_.reset();
  app.focused_field.clear();
  focus_.set("browser/list");
}

void BrowserDialog::create_folder(App& app) {
  const std::string name(trim(new_folder_->text()));
  std::error_code problem;
  const auto path = std::filesystem::path(browser_.folder()) / name;
  const bool is_name = !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos;
  if (!is_name || !std::filesystem::create_directory(path, problem)) {
    notice_ = app.catalog().text("browser.no_new_folder", {{"name", name}});
    return;
  }
  end_new_folder(app);
  go(app, path.string());
  if (choice_.purpose == Purpose::save) focus_.set("browser.file_name");
}

// The drawing.

// The button upwards and the way from "/", of which the last parts are shown where all have no room.
void BrowserDialog::draw_way(App& app) {
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  const std::string new_folder = app.catalog().text("browser.new_folder");
  const bool makes_folders = choice_.purpose != Purpose::open;
  const float whole = ImGui::GetContentRegionAvail().x;
  const float right = makes_folders ? button_width(parts, new_folder, icons::folder_new) + theme.px(12) : 0;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  if (dialog_button(app, focus_, "browser.up", "", icons::arrow_up, ButtonStyle::plain, browser_.folder() != "/")) {
    go_up(app);
  }
  name_by_tooltip(app, "browser.up");
  const float start = button_width(parts, "", icons::arrow_up) + theme.px(4);
  const float between = theme.px(14);
  const std::vector<Breadcrumb> crumbs = breadcrumbs(browser_.folder());
  const auto crumb_width = [&](const Breadcrumb& crumb) {
    return std::min(theme.px(220), button_width(parts, crumb.name, 0) - theme.px(8));
  };
  float room = whole - right - start;
  size_t first = crumbs.size() - 1;
  room -= crumb_width(crumbs.back());
  while (first > 0 && room >= crumb_width(crumbs[first - 1]) + between + (first > 1 ? theme.px(40) : 0)) {
    --first;
    room -= crumb_width(crumbs[first]) + between;
  }
  std::optional<std::string> chosen;
  float x = from.x + start;
  const auto draw = [&](const std::string& key, const std::string& name, const std::string& path, float width) {
    ImGui::SetCursorScreenPos({x, from.y});
    const bool is_last = path == browser_.folder();
    const bool pressed = invisible_button(key.c_str(), {width, theme.px(36)});
    const ImVec2 a = ImGui::GetItemRectMin();
    const ImVec2 b = ImGui::GetItemRectMax();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) list->AddRectFilled(a, b, theme.colours.hover, theme.px(8));
    clipped_text(list, theme.fonts.text, {a.x + theme.px(8), std::floor((a.y + b.y - theme.fonts.text->FontSize) / 2)},
                 width - theme.px(12), is_last ? theme.colours.text : theme.colours.muted, name);
    app.parts.add(key, a, b);
    if (pressed) chosen = path;
    x += width;
    if (is_last) return;
    draw_icon(list, theme.fonts.text, theme.px(18), {x + between / 2, (a.y + b.y) / 2}, theme.colours.faint,
              icons::chevron);
    x += between;
  };
  if (first > 0) draw("browser/crumb/more", "…", crumbs[first - 1].path, theme.px(32));
  for (size_t i = first; i < crumbs.size(); ++i) {
    draw("browser/crumb/" + std::to_string(i), crumbs[i].name, crumbs[i].path, crumb_width(crumbs[i]));
  }
  if (makes_folders) {
    ImGui::SetCursorScreenPos({from.x + whole - right + theme.px(12), from.y});
    if (dialog_button(app, focus_, "browser.new_folder", new_folder, icons::folder_new)) {
      new_folder_.emplace(app.catalog().text("browser.new_folder_name"));
      focus_.set("browser.new_folder_name");
    }
  }
  ImGui::SetCursorScreenPos({from.x, from.y + theme.px(36)});
  ImGui::Dummy({1, theme.px(2)});
  if (chosen) go(app, *chosen);
}

// One stop for the keyboard; the arrows go through the places.
void BrowserDialog::draw_places(App& app, float height) {
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, theme.px(2)});
  ImGui::BeginChild("browser/places", {theme.px(places_width), height}, false, ImGuiWindowFlags_NoNavInputs);
  const bool focused = focus_.add("browser/places");
  std::optional<size_t> chosen;
  if (focused) {
    if (app.input.take(Key::down, {})) place_ = std::min(place_ + 1, places_.size() - 1);
    if (app.input.take(Key::up, {}) && place_ > 0) --place_;
    if (app.input.take(Key::enter, {}) || app.input.take(Key::space, {})) chosen = place_;
  }
  for (size_t i = 0; i < places_.size(); ++i) {
    const Place& place = places_[i];
    const bool here = place.path == browser_.folder();
    if (button(parts, "browser/place/" + std::to_string(i), place_name(app.catalog(), place), place_icon(place.kind),
               here ? ButtonStyle::selected_entry : ButtonStyle::entry, true, theme.px(places_width) - theme.px(6))) {
      chosen = i;
    }
    if (focused && i == place_) {
      ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), theme.colours.accent,
                                          theme.px(8), 0, theme.px(2));
    }
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (!chosen) return;
  place_ = *chosen;
  focus_.set("browser/list");
  go(app, places_[place_].path);
}

void BrowserDialog::draw_new_folder(App& app) {
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  const std::string create = app.catalog().text("browser.create");
  const float room = ImGui::GetContentRegionAvail().x - button_width(parts, create, 0) - theme.px(8);
  const bool entered = dialog_field(app, focus_, "browser.new_folder_name", *new_folder_, room).entered;
  ImGui::SameLine(0, theme.px(8));
  if (dialog_button(app, focus_, "browser.create", create) || entered) create_folder(app);
}

void BrowserDialog::draw_list(App& app, float width, float height) {
  const Theme& theme = app.theme;
  ImGui::BeginChild("browser/right", {width, height}, false,
                    ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoScrollbar);
  if (new_folder_) draw_new_folder(app);
  if (!notice_.empty()) {
    dialog_notice(app, notice_, icons::warning, theme.colours.warning);
    app.parts.add_last("browser/notice");
  }
  const bool filters = !choice_.filters.empty() && !extensions_of(choice_.filters[filter_]).empty();
  const char* when_empty = choice_.purpose == Purpose::folder ? "browser.no_folders"
                           : filters                          ? "browser.none_of_kind"
                                                              : "browser.empty";
  const BrowserList::Result result =
      list_.draw(app, focus_, "browser/list", ImGui::GetContentRegionAvail(), app.catalog().text(when_empty));
  ImGui::EndChild();
  const FolderEntry* entry = list_.selected();
  if (result.selected && choice_.purpose == Purpose::save && entry != nullptr && !entry->is_folder) {
    name_.set_text(entry->name);
  }
  if (result.opened) open_selected(app);
}

void BrowserDialog::draw_filters(App& app) {
  if (choice_.filters.size() < 2) return;
  float width = 0;
  for (const FileChoice::Filter& filter : choice_.filters) {
    width += dialog_option_width(app, filter.name) + app.theme.px(4);
  }
  const float right = ImGui::GetWindowContentRegionMax().x;
  ImGui::SameLine(right - width + app.theme.px(4));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + app.theme.px(2));
  for (size_t i = 0; i < choice_.filters.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, app.theme.px(4));
    if (dialog_option(app, focus_, "browser/filter/" + std::to_string(i), choice_.filters[i].name, MarkShape::circle,
                      i == filter_ ? MarkState::on : MarkState::off)) {
      use_filter(i);
    }
  }
}

void BrowserDialog::draw_buttons(App& app) {
  const Catalog& words = app.catalog();
  const FolderEntry* entry = list_.selected();
  const char* key = "browser.open";
  std::string label = words.text(key);
  bool enabled = entry != nullptr;
  if (choice_.purpose == Purpose::save) {
    key = "browser.save";
    label = words.text(key);
    enabled = !trim(name_.text()).empty();
  } else if (choice_.purpose == Purpose::folder) {
    key = "browser.choose";
    const std::string here = std::filesystem::path(browser_.folder()).filename().string();
    label = words.text(key, {{"folder", shortened(entry != nullptr ? entry->name : here.empty() ? "/" : here, 40)}});
    enabled = true;
  }
  if (dialog_button(app, focus_, key, label, 0, ButtonStyle::primary, enabled)) confirm(app);
  ImGui::SameLine(0, app.theme.px(8));
  if (dialog_button(app, focus_, "browser.cancel", words.text("browser.cancel"))) is_cancelled_ = true;
  draw_filters(app);
}

bool BrowserDialog::draw(App& app) {
  const Theme& theme = app.theme;
  focus_.begin(app, false);
  if (app.input.take(Key::up, alternate)) go_up(app);
  if (app.focused_field.empty() && app.input.take(Key::backspace, {})) go_up(app);
  if (app.input.take(Key::f5, {})) go(app, browser_.folder());
  ImGui::Dummy({1, theme.px(2)});
  draw_way(app);
  const float room = ImGui::GetIO().DisplaySize.y - theme.px(320);
  const float height = std::min(theme.px(body_height), room);
  const float width = ImGui::GetContentRegionAvail().x;
  draw_places(app, height);
  ImGui::SameLine(0, theme.px(12));
  const ImVec2 line = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine({line.x - theme.px(6), line.y}, {line.x - theme.px(6), line.y + height},
                                      theme.colours.border);
  draw_list(app, width - theme.px(places_width) - theme.px(12), height);
  if (choice_.purpose == Purpose::save) {
    ImGui::Dummy({1, theme.px(2)});
    field_label(app, app.catalog().text("browser.file_name"));
    if (dialog_field(app, focus_, "browser.file_name", name_).entered) confirm(app);
  }
  ImGui::Dummy({1, theme.px(6)});
  draw_buttons(app);
  focus_.end(app);
  if (!chosen_) return !is_cancelled_;
  app.focused_field.clear();
  then_(*chosen_);
  return false;
}

}  // namespace

std::vector<FileChoice::Filter> workbook_filters(const Catalog& catalog) {
  return {{catalog.text("browser.workbooks"), {"*.canvasbook"}}, {catalog.text("browser.all_files"), {"*"}}};
}

std::string documents_folder(const App& app) {
  const std::vector<Place> places = list_places(app.world().home, variable_of(app, "XDG_DOCUMENTS_DIR"), {});
  const auto documents = std::ranges::find(places, Place::Kind::documents, &Place::kind);
  return documents == places.end() ? app.world().home : documents->path;
}

std::unique_ptr<Dialog> make_browser_dialog(App& app, FileChoice choice, std::function<void(const std::string&)> then) {
  return std::make_unique<BrowserDialog>(app, std::move(choice), std::move(then));
}

}  // namespace canvasbook
