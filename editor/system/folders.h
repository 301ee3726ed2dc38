// Where the program keeps its own files: the directories of the XDG specification.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"

namespace canvasbook {

// The value of a variable of the environment; nothing where it is not set.
using Environment = std::function<std::optional<std::string>(const char*)>;

struct Folders {
  std::string config;  // settings
  std::string state;   // recovery files, locks
  std::string data;    // the user's own templates

  bool operator==(const Folders&) const = default;
};

// The program's own folders below $XDG_CONFIG_HOME, $XDG_STATE_HOME and $XDG_DATA_HOME, or below ~/.config,
// ~/.local/state and ~/.local/share where such a variable is not set, empty or not absolute. Creates nothing.
// Errors: cannot_open, where a fallback is needed and $HOME is no absolute path.
Result<Folders> find_folders(const Environment& environment);

// Where records of unsaved work lie; empty where nothing is kept.
std::string recovery_folder(const Folders& folders);

// Where dictionaries for spelling may lie, the user's own first: `hunspell` below $XDG_DATA_HOME and each of
// $XDG_DATA_DIRS, with the same fallbacks, and at last /usr/share/hunspell. Folders that are not there may be among
// them.
std::vector<std::string> dictionary_folders(const Environment& environment);

// Whether a folder is there, or a link to one.
bool is_folder(const std::string& path);

// The path of what lies in a folder.
std::string below(const std::string& folder, const std::string& name);

// A file's absolute path, as short as it can be while it leads to the same file: behind a link ".." stays. An empty
// one, and any where the working folder is gone, comes back as it is.
std::string absolute_path(const std::string& file);

// Creates a folder and those above it where they are missing, for the user alone (0700); leaves existing ones as they
// are. Errors: cannot_write with the path of the folder that could not be created.
Result<Done> create_folder(const std::string& path);

// The same for a folder into which nobody else may write. Errors also: folder_not_private, where others can write into
// it or it belongs to somebody else.
Result<Done> create_private_folder(const std::string& path);

}  // namespace canvasbook
