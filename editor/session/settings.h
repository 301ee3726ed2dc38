// What the program remembers from one start to the next: how it looks, where its window stands, what was open.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/session/shown_place.h"
#include "model/base/language.h"
#include "model/base/result.h"
#include "model/base/unknown_fields.h"
#include "model/file/file.h"

namespace canvasbook {

enum class ThemeChoice { system, light, dark };

// Percent; the manual scale goes from the smallest to the largest in steps.
constexpr int smallest_scale = 75;
constexpr int largest_scale = 200;
constexpr int scale_step = 25;

// In the window system's own units; `x` and `y` may be negative on a second screen.
struct WindowPlace {
  int x = 0;
  int y = 0;
  int width = 1280;
  int height = 720;
  bool maximised = false;
  UnknownFields unknown;

  bool operator==(const WindowPlace&) const = default;
};

// A panel at a side of the window.
struct PanelSettings {
  bool shown = true;
  int width = 0;  // logical pixels, 0 … 10000; the view clamps it to what the window has
  UnknownFields unknown;

  bool operator==(const PanelSettings&) const = default;
};

enum class SidePanel { guide, review, preview, find };  // the tabs of the panel at the right

struct Panels {
  PanelSettings navigator{true, 250, {}};
  PanelSettings side{true, 340, {}};
  SidePanel tab = SidePanel::guide;
  UnknownFields unknown;

  bool operator==(const Panels&) const = default;
};

constexpr size_t most_recent_files = 12;

struct Settings {
  std::optional<Language> language;  // nothing: as the system
  ThemeChoice theme = ThemeChoice::system;
  int scale = 100;                            // percent, see above
  std::optional<WindowPlace> window;          // nothing before the first start
  std::vector<std::string> recent_files;      // absolute paths, the newest first, at most `most_recent_files`
  std::map<std::string, ShownPlace> left_at;  // by the recent file; by "" of what was never saved
  Panels panels;
  bool hints_shown = true;
  bool numbers_shown = true;
  bool icons_shown = true;
  bool spelling_checked = true;
  bool answers_compact = false;  // of a section of responses one line each, but for the one at the cursor
  std::string last_folder;       // of the last file opened or saved, or empty
  UnknownFields unknown;

  bool operator==(const Settings&) const = default;
};

// Pure edits. A path comes first and is listed once; one that is not absolute or not UTF-8 changes nothing.
Settings add_recent(Settings settings, std::string_view path);
Settings remove_recent(Settings settings, std::string_view path);

// Where a workbook was left, or nothing. Kept as long as its file is a recent one, and, for an empty path, of the
// workbook without a file that was open last; for any other path set_left_at changes nothing.
ShownPlace left_at(const Settings& settings, std::string_view path);
Settings set_left_at(Settings settings, std::string_view path, const ShownPlace& place);

struct LoadedSettings {
  Settings settings;
  std::optional<Error> error;  // to show; the settings are the defaults then
  FileStamp stamp = {};        // of the file that was read
};

// Reads the settings file. A missing one gives the defaults. A damaged one gives the defaults and an error, and is kept
// aside under its name with ".damaged", in place of an older one. One that cannot be opened gives both and stays.
LoadedSettings load_settings(const std::string& path);

// Writes the settings file; its folder must exist. Replaces what is known to be there, without `known` whatever is.
// Returns the stamp of what was written. Errors as of write_file.
Result<FileStamp> save_settings(const Settings& settings, const std::string& path,
                                const std::optional<FileStamp>& known = std::nullopt);

}  // namespace canvasbook
