// The names by which Markdown links lead to headings, as GitHub makes them. Internal to export/.
#pragma once

#include <string>
#include <string_view>

namespace canvasbook {

// Small letters, digits, "_" and "-" of a heading, with "-" for each space.
std::string heading_anchor(std::string_view title);

// The anchor that a link such as "#my-heading" names, without "#" and with %XX decoded.
std::string linked_anchor(std::string_view address);

}  // namespace canvasbook
