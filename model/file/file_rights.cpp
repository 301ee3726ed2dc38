#include "model/file/file_rights.h"

#include <linux/xattr.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace canvasbook {

namespace {

constexpr const char* access_list = XATTR_NAME_POSIX_ACL_ACCESS;

// Attributes that the system itself makes of the content.
bool is_made_by_system(std::string_view name) { return name == "security.ima" || name == "security.evm"; }

// Names with a zero byte behind each; nothing where the file system knows no attributes.
std::vector<std::string> attributes_of(const std::string& path) {
  std::vector<std::string> names;
  const ssize_t size = ::listxattr(path.c_str(), nullptr, 0);
  if (size <= 0) return names;
  std::string list(static_cast<size_t>(size), '\0');
  const ssize_t got = ::listxattr(path.c_str(), list.data(), list.size());
  for (size_t at = 0; got > 0 && at < static_cast<size_t>(got); at += std::strlen(list.c_str() + at) + 1) {
    names.emplace_back(list.c_str() + at);
  }
  return names;
}

std::optional<std::string> attribute(const std::string& path, const char* name) {
  const ssize_t size = ::getxattr(path.c_str(), name, nullptr, 0);
  if (size < 0) return std::nullopt;
  std::string value(static_cast<size_t>(size), '\0');
  const ssize_t got = ::getxattr(path.c_str(), name, value.data(), value.size());
  if (got < 0) return std::nullopt;
  value.resize(static_cast<size_t>(got));
  return value;
}

bool has_already(int file, const char* name, const std::string& value) {
  std::string own(value.size() + 1, '\0');
  const ssize_t got = ::fgetxattr(file, name, own.data(), own.size());
  return got == static_cast<ssize_t>(value.size()) && own.compare(0, value.size(), value) == 0;
}

bool keep_attributes(const std::string& from, int to) {
  bool all = true;
  for (const std::string& name : attributes_of(from)) {
    if (name == access_list || is_made_by_system(name)) continue;
    const auto value = attribute(from, name.c_str());
    if (value && has_already(to, name.c_str(), *value)) continue;
    if (!value || ::fsetxattr(to, name.c_str(), value->data(), value->size(), 0) != 0) all = false;
  }
  return all;
}

// The group's bits, but none that everybody else does not have.
mode_t without_group(mode_t mode) { return (mode & ~mode_t{070}) | (mode & 070 & ((mode & 07) << 3)); }

}  // namespace

std::string take_over_rights(const std::string& from, const struct stat& status, int to) {
  std::string lost;
  const auto lose = [&](const char* key) { lost += (lost.empty() ? "" : ",") + std::string(key); };
  struct stat made {};
  if (::fstat(to, &made) != 0) return "mode";
  const bool owner = made.st_uid == status.st_uid || ::fchown(to, status.st_uid, static_cast<gid_t>(-1)) == 0;
  const bool group = made.st_gid == status.st_gid || ::fchown(to, static_cast<uid_t>(-1), status.st_gid) == 0;
  if (!owner) lose("owner");
  if (!group) lose("group");
  mode_t mode = status.st_mode & 07777;
  if (!owner || !group) mode &= ~mode_t{06000};
  if (!group) mode = without_group(mode);
  if (!keep_attributes(from, to)) lose("attributes");
  // With an access list the group's bits of the mode are the list's mask: as the group's own they would let more in.
  const auto list = attribute(from, access_list);
  if (!list) ::fremovexattr(to, access_list);  // one that the folder gives to new files
  if (::fchmod(to, list ? without_group(mode) : mode) != 0 && (made.st_mode & 07777) != mode) lose("mode");
  if (list && ::fsetxattr(to, access_list, list->data(), list->size(), 0) != 0) lose("access_list");
  return lost;
}

}  // namespace canvasbook
