// Reading whole files, and writing them so that a reader finds the old content or the new, never a part.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/result.h"

namespace canvasbook {

constexpr size_t largest_file = 256u << 20;  // bytes

// The content of a file. Errors: cannot_open, is_directory, too_large (over `largest_file`, told before reading).
Result<std::string> read_file(const std::string& path);

// Replaces a file: writes a temporary file beside it, flushes it to the disk, renames it over the target and flushes
// the folder. Keeps the permissions of an existing target and follows symbolic links to it. A target that is not a
// regular file (a pipe, /dev/full) is written in place. On an error the target is as it was and no temporary file is
// left. Errors: cannot_write, is_directory, and target_exists unless `replace`.
enum class Existing { replace, refuse };
Result<Done> write_file(const std::string& path, std::string_view content, Existing existing = Existing::replace);

}  // namespace canvasbook
