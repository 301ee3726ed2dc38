#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <iterator>

#include "editor/session/settings.h"
#include "model/base/json.h"
#include "model/file/file.h"

namespace canvasbook {

namespace {

constexpr std::array<std::string_view, 3> theme_names{"system", "light", "dark"};                     // by ThemeChoice
constexpr std::array<std::string_view, 4> tab_names{"guide", "review", "preview", "find"};            // by SidePanel
constexpr std::array<std::string_view, 3> register_names{"segments", "touchpoints", "placeholders"};  // by RegisterKind
static_assert(register_names.size() == std::size(all_registers));
constexpr int largest_measure = 100'000;

bool read_flag(JsonObject& object, std::string_view key, bool fallback) {
  const Json* value = object.member(key);
  if (value == nullptr) return fallback;
  if (!value->is_boolean()) object.fail(ErrorCode::bad_value, key, value->dump());
  return value->is_boolean() ? value->get<bool>() : fallback;
}

WindowPlace read_window(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  WindowPlace window;
  window.x = object.number("x", window.x, -largest_measure, largest_measure);
  window.y = object.number("y", window.y, -largest_measure, largest_measure);
  window.width = object.number("width", window.width, 1, largest_measure);
  window.height = object.number("height", window.height, 1, largest_measure);
  window.maximised = read_flag(object, "maximised", window.maximised);
  window.unknown = object.unknown();
  return window;
}

Json write_window(const WindowPlace& window) {
  Json object = {{"x", window.x},
                 {"y", window.y},
                 {"width", window.width},
                 {"height", window.height},
                 {"maximised", window.maximised}};
  put_unknown(object, window.unknown);
  return object;
}

void read_panel(JsonObject& panels, std::string_view key, PanelSettings& panel, JsonErrors& errors) {
  const Json* value = panels.member(key);
  if (value == nullptr) return;
  const JsonPlace place{&panels.place(), key};
  JsonObject object(*value, place, errors);
  panel.shown = read_flag(object, "shown", panel.shown);
  panel.width = object.number("width", panel.width, 0, 10'000);
  panel.unknown = object.unknown();
}

Json write_panel(const PanelSettings& panel) {
  Json object = {{"shown", panel.shown}, {"width", panel.width}};
  put_unknown(object, panel.unknown);
  return object;
}

Panels read_panels(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Panels panels;
  read_panel(object, "navigator", panels.navigator, errors);
  read_panel(object, "side", panels.side, errors);
  const std::string tab = object.text("tab");
  const auto* known = std::ranges::find(tab_names, tab);
  if (known != tab_names.end()) {
    panels.tab = static_cast<SidePanel>(known - tab_names.begin());
  } else if (!tab.empty()) {
    object.fail(ErrorCode::bad_value, "tab", tab);
  }
  panels.unknown = object.unknown();
  return panels;
}

Json write_panels(const Panels& panels) {
  Json object = {{"navigator", write_panel(panels.navigator)},
                 {"side", write_panel(panels.side)},
                 {"tab", tab_names[static_cast<size_t>(panels.tab)]}};
  put_unknown(object, panels.unknown);
  return object;
}

ShownPlace read_place(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  ShownPlace shown;
  shown.section = object.text("section");
  const std::string listed = object.text("register");
  const auto* known = std::ranges::find(register_names, listed);
  if (known != register_names.end()) {
    shown.shown_register = static_cast<RegisterKind>(known - register_names.begin());
  } else if (!listed.empty()) {
    object.fail(ErrorCode::bad_value, "register", listed);
  }
  return shown;
}

// Behind the recent files, whose places these are.
void read_left_at(const Json& value, const JsonPlace& place, JsonErrors& errors, Settings& settings) {
  const JsonObject object(value, place, errors);
  if (!value.is_object()) return;
  for (auto member = value.begin(); member != value.end(); ++member) {
    const JsonPlace inner{&place, member.key()};
    settings = set_left_at(std::move(settings), member.key(), read_place(member.value(), inner, errors));
  }
}

Json write_left_at(const Settings& settings) {
  Json object = Json::object();
  for (const auto& [path, place] : settings.left_at) {
    Json entry = Json::object();
    put_text(entry, "section", place.section);
    if (place.shown_register) entry["register"] = register_names[static_cast<size_t>(*place.shown_register)];
    object[path] = std::move(entry);
  }
  return object;
}

int nearest_scale(int scale) { return (scale + scale_step / 2) / scale_step * scale_step; }

Result<Settings> read_settings(std::string_view text) {
  const auto parsed = parse_json(text);
  if (!parsed) return parsed.error();
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  Settings settings;
  const std::string language = object.text("language");
  settings.language = language_of(language);
  if (!settings.language && !language.empty()) object.fail(ErrorCode::bad_value, "language", language);
  const std::string theme = object.text("theme");
  const auto* known = std::ranges::find(theme_names, theme);
  if (known != theme_names.end()) {
    settings.theme = static_cast<ThemeChoice>(known - theme_names.begin());
  } else if (!theme.empty()) {
    object.fail(ErrorCode::bad_value, "theme", theme);
  }
  settings.scale = nearest_scale(object.number("scale", settings.scale, smallest_scale, largest_scale));
  if (const Json* window = object.member("window"))
    settings.window = read_window(*window, JsonPlace{&root, "window"}, errors);
  const auto recent = object.texts("recent_files");
  for (auto path = recent.rbegin(); path != recent.rend(); ++path) settings = add_recent(std::move(settings), *path);
  if (const Json* left = object.member("left_at")) read_left_at(*left, JsonPlace{&root, "left_at"}, errors, settings);
  if (const Json* panels = object.member("panels"))
    settings.panels = read_panels(*panels, JsonPlace{&root, "panels"}, errors);
  settings.hints_shown = read_flag(object, "hints_shown", settings.hints_shown);
  settings.numbers_shown = read_flag(object, "numbers_shown", settings.numbers_shown);
  settings.icons_shown = read_flag(object, "icons_shown", settings.icons_shown);
  settings.answers_compact = read_flag(object, "answers_compact", settings.answers_compact);
  settings.spelling_checked = read_flag(object, "spelling_checked", settings.spelling_checked);
  settings.last_folder = object.text("last_folder");
  settings.unknown = object.unknown();
  if (errors.any()) return errors.first();
  return settings;
}

std::string write_settings(const Settings& settings) {
  Json object = Json::object();
  if (settings.language) object["language"] = language_code(*settings.language);
  object["theme"] = theme_names[static_cast<size_t>(settings.theme)];
  object["scale"] = settings.scale;
  if (settings.window) object["window"] = write_window(*settings.window);
  put_texts(object, "recent_files", settings.recent_files);
  if (!settings.left_at.empty()) object["left_at"] = write_left_at(settings);
  object["panels"] = write_panels(settings.panels);
  object["hints_shown"] = settings.hints_shown;
  object["numbers_shown"] = settings.numbers_shown;
  object["icons_shown"] = settings.icons_shown;
  object["answers_compact"] = settings.answers_compact;
  object["spelling_checked"] = settings.spelling_checked;
  put_text(object, "last_folder", settings.last_folder);
  put_unknown(object, settings.unknown);
  return json_text(object);
}

}  // namespace

LoadedSettings load_settings(const std::string& path) {
  const auto content = read_stamped_file(path);
  if (!content) {
    const Error& error = content.error();
    const bool missing = error.code == ErrorCode::cannot_open && error.detail == std::to_string(ENOENT);
    return {{}, missing ? std::nullopt : std::optional(error)};
  }
  auto settings = read_settings(content->text);
  if (settings) return {std::move(*settings), std::nullopt, content->stamp};
  Error error = settings.error();
  error.file = path;
  // Where the file cannot be moved, the error is shown all the same.
  (void)std::rename(path.c_str(), (path + ".damaged").c_str());
  return {{}, error};
}

Result<FileStamp> save_settings(const Settings& settings, const std::string& path,
                                const std::optional<FileStamp>& known) {
  WriteOptions options{.losses = Losses::accept};  // the file is the program's own
  if (known) {
    options.existing = Existing::known;
    options.known = *known;
  }
  const auto written = write_file(path, write_settings(settings), options);
  if (!written) return written.error();
  return written->stamp;
}

}  // namespace canvasbook
