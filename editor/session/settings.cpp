#include "editor/session/settings.h"

#include <algorithm>
#include <filesystem>

#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string normal_path(std::string_view path) { return std::filesystem::path(path).lexically_normal().string(); }

void forget_places_of_others(Settings& settings) {
  std::erase_if(settings.left_at, [&](const auto& entry) {
    return !entry.first.empty() && std::ranges::find(settings.recent_files, entry.first) == settings.recent_files.end();
  });
}

}  // namespace

Settings add_recent(Settings settings, std::string_view path) {
  if (!path.starts_with('/') || find_invalid_utf8(path)) return settings;
  const std::string normal = normal_path(path);
  std::erase(settings.recent_files, normal);
  settings.recent_files.insert(settings.recent_files.begin(), normal);
  if (settings.recent_files.size() > most_recent_files) settings.recent_files.resize(most_recent_files);
  forget_places_of_others(settings);
  return settings;
}

Settings remove_recent(Settings settings, std::string_view path) {
  std::erase(settings.recent_files, normal_path(path));
  forget_places_of_others(settings);
  return settings;
}

ShownPlace left_at(const Settings& settings, std::string_view path) {
  const auto found = settings.left_at.find(normal_path(path));
  return found == settings.left_at.end() ? ShownPlace{} : found->second;
}

Settings set_left_at(Settings settings, std::string_view path, const ShownPlace& place) {
  settings.left_at[normal_path(path)] = place;
  forget_places_of_others(settings);
  return settings;
}

}  // namespace canvasbook
