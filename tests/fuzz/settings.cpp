// The settings file: a damaged one gives the defaults, what can be read is written and read as the same.
#include "editor/session/settings.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/fuzz/fuzz.h"

namespace canvasbook::fuzz {

void try_input(std::string_view input) {
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("canvasbook-fuzz-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  const std::string file = folder / "settings.json";
  std::ofstream(file, std::ios::binary) << input;
  const LoadedSettings loaded = load_settings(file);
  const bool saved = save_settings(loaded.settings, file).has_value();
  const LoadedSettings again = load_settings(file);
  std::filesystem::remove_all(folder);
  expect(saved && !again.error, "settings that were read can be saved");
  expect(again.settings == loaded.settings, "settings are written and read as the same");
}

}  // namespace canvasbook::fuzz
