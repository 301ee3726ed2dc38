// The name that somebody meant who mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace canvasbook {

// The nearest of the names, where one is near enough: some letters left out, added, changed or with their neighbours
// (about one in three), or only its beginning typed. Capitals, ё, "-" and "_" do not count. Of equally near ones the
// first.
std::optional<std::string> nearest_name(std::string_view typed, std::span<const std::string> names);

}  // namespace canvasbook
