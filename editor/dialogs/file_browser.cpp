#include "editor/dialogs/file_browser.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>

#include "editor/system/folders.h"
#include "model/file/file.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::u32string small_letters(std::string_view text) {
  const std::string normal = to_nfc(text);
  std::u32string result;
  for (size_t at = 0; at < normal.size();) result += to_lower(next_code_point(normal, at));
  return result;
}

// A text by which names compare as people expect. A number becomes a zero, its length and its digits, so that a longer
// one is greater.
std::u32string sort_key(std::string_view name) {
  const std::u32string letters = small_letters(name);
  std::u32string key;
  for (size_t at = 0; at < letters.size();) {
    if (!is_digit(letters[at])) {
      key += letters[at] == U'ё' ? U'е' : letters[at];
      ++at;
      continue;
    }
    while (at + 1 < letters.size() && letters[at] == '0' && is_digit(letters[at + 1])) ++at;
    size_t end = at;
    while (end < letters.size() && is_digit(letters[end])) ++end;
    key += U'0';
    key += static_cast<char32_t>(end - at);
    key.append(letters, at, end - at);
    at = end;
  }
  return key;
}

bool has_extension_of(const std::string& name, const std::vector<std::u32string>& extensions) {
  if (extensions.empty()) return true;
  const std::u32string letters = small_letters(name);
  return std::ranges::any_of(extensions, [&](const std::u32string& extension) { return letters.ends_with(extension); });
}

// "plan.md" has one; "plan", "Mr. Smith", "as of 12.05.2026" and ".plan" have none.
bool has_extension(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size()) return false;
  return std::ranges::all_of(name.substr(dot + 1), [](char letter) { return is_ascii_letter(letter); });
}

// The entry as the dialog shows it, or nothing where it has no place there. Asks the disk only where it must.
std::optional<FolderEntry> read_entry(int folder, const dirent& found, const std::vector<std::u32string>& extensions) {
  FolderEntry entry;
  entry.name = found.d_name;
  if (entry.name.starts_with('.')) return std::nullopt;
  if (found.d_type == DT_REG && !has_extension_of(entry.name, extensions)) return std::nullopt;
  struct stat status {};
  if (::fstatat(folder, found.d_name, &status, 0) != 0) return std::nullopt;  // a link to nowhere, or gone meanwhile
  entry.is_folder = S_ISDIR(status.st_mode);
  if (!entry.is_folder && !S_ISREG(status.st_mode)) return std::nullopt;
  if (!entry.is_folder && !has_extension_of(entry.name, extensions)) return std::nullopt;
  if (!entry.is_folder) entry.size = static_cast<std::uint64_t>(status.st_size);
  entry.modified = status.st_mtim.tv_sec;
  return entry;
}

// Works each key out once: a comparison that did it would cost far more than the sorting.
void sort(std::vector<FolderEntry>& entries) {
  std::vector<std::tuple<bool, std::u32string, FolderEntry>> keyed;
  keyed.reserve(entries.size());
  for (FolderEntry& entry : entries) keyed.emplace_back(!entry.is_folder, sort_key(entry.name), std::move(entry));
  std::ranges::sort(keyed, [](const auto& first, const auto& second) {
    return std::tie(std::get<0>(first), std::get<1>(first), std::get<2>(first).name) <
           std::tie(std::get<0>(second), std::get<1>(second), std::get<2>(second).name);
  });
  std::ranges::transform(keyed, entries.begin(), [](auto& entry) { return std::move(std::get<2>(entry)); });
}

}  // namespace

Result<std::vector<FolderEntry>> list_folder(const std::string& path, const std::vector<std::string>& extensions) {
  std::vector<std::u32string> endings;
  for (const std::string& extension : extensions) endings.push_back(small_letters(extension));
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
  if (!folder) return system_error(ErrorCode::cannot_open, path, errno);
  std::vector<FolderEntry> entries;
  for (;;) {
    errno = 0;
    const dirent* found = ::readdir(folder.get());
    if (found == nullptr && errno != 0) return system_error(ErrorCode::cannot_open, path, errno);
    if (found == nullptr) break;
    if (auto entry = read_entry(::dirfd(folder.get()), *found, endings)) entries.push_back(std::move(*entry));
  }
  sort(entries);
  return entries;
}

std::string tidy_path(const std::string& path) {
  std::string tidy = std::filesystem::path(path).lexically_normal().string();
  if (tidy.size() > 1 && tidy.ends_with('/')) tidy.pop_back();
  return tidy;
}

std::string parent_folder(const std::string& path) {
  return std::filesystem::path(tidy_path(path)).parent_path().string();
}

std::vector<Breadcrumb> breadcrumbs(const std::string& path) {
  std::vector<Breadcrumb> crumbs{{"/", "/"}};
  for (const auto& part : std::filesystem::path(tidy_path(path)).relative_path()) {
    crumbs.push_back({part.string(), below(crumbs.back().path, part.string())});
  }
  return crumbs;
}

std::vector<Place> list_places(const std::string& home, const std::optional<std::string>& documents_variable,
                               const std::vector<std::string>& recent_folders) {
  std::vector<Place> places;
  const auto add = [&](Place::Kind kind, const std::string& path) {
    if (!path.starts_with('/')) return;
    const std::string tidy = tidy_path(path);
    const bool is_known = std::ranges::any_of(places, [&](const Place& place) { return place.path == tidy; });
    if (!is_known && is_folder(tidy)) places.push_back({kind, tidy});
  };
  add(Place::Kind::home, home);
  if (documents_variable && !documents_variable->empty()) {
    add(Place::Kind::documents, *documents_variable);
  } else if (home.starts_with('/')) {
    const bool is_english = is_folder(below(home, "Documents"));
    add(Place::Kind::documents, below(home, is_english ? "Documents" : "Документы"));
  }
  add(Place::Kind::root, "/");
  for (const std::string& recent : recent_folders) add(Place::Kind::recent, recent);
  return places;
}

TypedPath read_typed_path(const std::string& folder, const std::string& typed, const std::string& home,
                          const std::string& default_extension) {
  std::string path(trim(typed));
  if (!home.empty() && (path == "~" || path.starts_with("~/"))) path = home + path.substr(1);
  if (!path.starts_with('/')) path = below(folder, path);
  const bool means_folder = path.ends_with('/');
  path = tidy_path(path);
  if (means_folder || is_folder(path)) return {path, true};
  return {has_extension(path) ? path : path + default_extension, false};
}

Result<Done> FileBrowser::enter(const std::string& path) {
  const std::string target = tidy_path(path.starts_with('/') ? path : below(folder_, path));
  auto entries = list_folder(target, extensions_);
  if (!entries) return entries.error();
  folder_ = target;
  entries_ = std::move(*entries);
  return Done{};
}

}  // namespace canvasbook
