// The folders and files that the program's own file dialog shows, where the system has no dialog to lend.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/base/result.h"

namespace canvasbook {

struct FolderEntry {
  std::string name;
  bool is_folder = false;
  std::uint64_t size = 0;     // bytes; 0 for a folder
  std::int64_t modified = 0;  // seconds since 1970

  bool operator==(const FolderEntry&) const = default;
};

// What a folder holds, folders before files, each by name: capitals count as small letters, ё as е, and "Plan 9" stands
// before "Plan 10". Of the files only those that end with one of `extensions` (".canvasbook", in capitals too), all
// where there are none. Left out are hidden names and what is neither a file nor a folder. Errors: cannot_open with the
// path of the folder.
Result<std::vector<FolderEntry>> list_folder(const std::string& path, const std::vector<std::string>& extensions);

// An absolute path without ".", ".." and superfluous slashes; of a folder, without the slash at the end.
std::string tidy_path(const std::string& path);

// The folder that a file or folder lies in; "/" of itself. `path` is absolute.
std::string parent_folder(const std::string& path);

// A part of the way from "/" to a folder, whose name is "/" for the first one.
struct Breadcrumb {
  std::string name;
  std::string path;

  bool operator==(const Breadcrumb&) const = default;
};

// The parts of an absolute path, "/" first and the folder itself last.
std::vector<Breadcrumb> breadcrumbs(const std::string& path);

// A folder to go to by one click.
struct Place {
  enum class Kind { home, documents, root, recent };
  Kind kind = Kind::root;
  std::string path;

  bool operator==(const Place&) const = default;
};

// The places that exist, each once: home, the folder for documents, "/", then `recent_folders` in their order.
// `documents_variable` is $XDG_DOCUMENTS_DIR; without it ~/Documents or ~/Документы is taken.
std::vector<Place> list_places(const std::string& home, const std::optional<std::string>& documents_variable,
                               const std::vector<std::string>& recent_folders);

// What a typed name leads to.
struct TypedPath {
  std::string path;  // absolute
  bool is_folder = false;

  bool operator==(const TypedPath&) const = default;
};

// Reads what was typed in a folder: a name, a path from that folder, from "~" or from "/". What is no folder and has no
// extension of letters gets `default_extension` (".canvasbook"; empty for none).
TypedPath read_typed_path(const std::string& folder, const std::string& typed, const std::string& home,
                          const std::string& default_extension);

// The folder that is shown. Where another cannot be read, it stays the old one, with what was read last.
class FileBrowser {
 public:
  explicit FileBrowser(std::vector<std::string> extensions = {}) : extensions_(std::move(extensions)) {}

  const std::string& folder() const { return folder_; }  // absolute; empty before the first enter()
  const std::vector<FolderEntry>& entries() const { return entries_; }

  // Goes to a folder: its absolute path, or its name in the one that is shown. Errors as of list_folder().
  Result<Done> enter(const std::string& path);
  Result<Done> go_up() { return enter(parent_folder(folder_)); }

 private:
  std::vector<std::string> extensions_;
  std::string folder_;
  std::vector<FolderEntry> entries_;
};

}  // namespace canvasbook
