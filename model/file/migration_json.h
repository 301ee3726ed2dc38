// Bringing the content of older files to the present format. Include only from files that end in _json.cpp and tests.
#pragma once

#include <span>

#include "model/base/json.h"

namespace canvasbook {

// Changes a file's content from one format version to the next.
using Migration = void (*)(Json& file);

// migrations()[n] brings version n + 1 to version n + 2: one entry fewer than there are versions.
std::span<const Migration> migrations();

// Applies what the file's version lacks and sets the version. The present version is `steps.size() + 1`.
// Errors: not_a_workbook (no version number), newer_version.
Result<Json> migrate(Json file, std::span<const Migration> steps);

}  // namespace canvasbook
