// The pages of a printed book on which its items stand.
#pragma once

#include <string>
#include <unordered_map>

namespace canvasbook {

using PageNumbers = std::unordered_map<std::string, int>;  // by the ids of items, counted from 1

}  // namespace canvasbook
