#include "editor/system/folders.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace canvasbook {

namespace {

// The specification has relative paths ignored.
std::optional<std::string> absolute_path(const Environment& environment, const char* variable) {
  auto value = environment(variable);
  if (!value || !value->starts_with('/')) return std::nullopt;
  while (value->size() > 1 && value->ends_with('/')) value->pop_back();
  return value;
}

}  // namespace

Result<Folders> find_folders(const Environment& environment) {
  const auto home = absolute_path(environment, "HOME");
  std::optional<Error> error;
  const auto find = [&](const char* variable, const std::string& fallback) -> std::string {
    if (const auto folder = absolute_path(environment, variable)) return below(*folder, "canvasbook");
    if (home) return below(*home, fallback + "/canvasbook");
    if (!error) error = Error{ErrorCode::cannot_open, "~/" + fallback, 0, 0, {}, std::to_string(ENOENT)};
    return {};
  };
  Folders folders;
  folders.config = find("XDG_CONFIG_HOME", ".config");
  folders.state = find("XDG_STATE_HOME", ".local/state");
  folders.data = find("XDG_DATA_HOME", ".local/share");
  if (error) return *error;
  return folders;
}

std::string recovery_folder(const Folders& folders) {
  return folders.state.empty() ? std::string() : folders.state + "/recovery";
}

std::vector<std::string> dictionary_folders(const Environment& environment) {
  std::vector<std::string> folders;
  const auto add = [&](const std::string& data) {
    const std::string folder = below(data, "hunspell");
    if (data.starts_with('/') && std::ranges::find(folders, folder) == folders.end()) folders.push_back(folder);
  };
  if (const auto data = absolute_path(environment, "XDG_DATA_HOME")) {
    add(*data);
  } else if (const auto home = absolute_path(environment, "HOME")) {
    add(below(*home, ".local/share"));
  }
  std::string list = environment("XDG_DATA_DIRS").value_or("");
  if (list.empty()) list = "/usr/local/share:/usr/share";
  for (size_t at = 0; at <= list.size();) {
    const size_t end = std::min(list.find(':', at), list.size());
    std::string data = list.substr(at, end - at);
    while (data.size() > 1 && data.ends_with('/')) data.pop_back();
    add(data);
    at = end + 1;
  }
  add("/usr/share");
  return folders;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string absolute_path(const std::string& file) {
  if (file.empty()) return file;
  std::error_code error;
  const auto path = std::filesystem::absolute(file, error);
  if (error) return file;
  const auto normal = path.lexically_normal();
  const bool is_another = !std::filesystem::equivalent(normal, path, error) && !error;
  return is_another ? path.string() : normal.string();
}

std::string below(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

Result<Done> create_folder(const std::string& path) {
  for (size_t end = 0; end != std::string::npos;) {
    end = path.find('/', end + 1);
    const std::string part = path.substr(0, end);
    if (::mkdir(part.c_str(), 0700) == 0) continue;
    const int number = errno;  // a folder on a read-only disk says EROFS although it exists
    if (is_folder(part)) continue;
    return Error{ErrorCode::cannot_write, part, 0, 0, {}, std::to_string(number == EEXIST ? ENOTDIR : number)};
  }
  return Done{};
}

Result<Done> create_private_folder(const std::string& path) {
  auto created = create_folder(path);
  if (!created) return created;
  struct stat status {};
  const bool is_private =
      ::stat(path.c_str(), &status) == 0 && status.st_uid == ::geteuid() && (status.st_mode & 022) == 0;
  if (!is_private) return Error{ErrorCode::folder_not_private, path, 0, 0, {}, {}};
  return Done{};
}

}  // namespace canvasbook
