// Fields of a file that this version does not know: kept as they came and written back.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace canvasbook {

// Name and JSON text of each field, in the file's order.
using UnknownFields = std::vector<std::pair<std::string, std::string>>;

}  // namespace canvasbook
