#include "editor/session/settings.h"

#include <filesystem>

#include "model/text/text.h"

namespace canvasbook {

Settings add_recent(Settings settings, std::string_view path) {
  if (!path.starts_with('/') || find_invalid_utf8(path)) return settings;
  const std::string normal = std::filesystem::path(path).lexically_normal().string();
  settings = remove_recent(std::move(settings), normal);
  settings.recent_files.insert(settings.recent_files.begin(), normal);
  if (settings.recent_files.size() > most_recent_files) settings.recent_files.resize(most_recent_files);
  return settings;
}

Settings remove_recent(Settings settings, std::string_view path) {
  std::erase(settings.recent_files, std::filesystem::path(path).lexically_normal().string());
  return settings;
}

}  // namespace canvasbook
