// What a file that replaces another takes over from it: owner, group, permissions, access lists and other attributes.
#pragma once

#include <sys/stat.h>

#include <string>

namespace canvasbook {

// Gives the open file `to`, which this process has just made, what the file at `from` has; `status` is that of `from`.
// Returns what the new file will not keep, as keys of the catalog's "loss" with commas between, and nothing where all
// is kept. Where something is lost, the permissions let in nobody whom the former file kept out.
std::string take_over_rights(const std::string& from, const struct stat& status, int to);

}  // namespace canvasbook
