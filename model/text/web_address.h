// Web addresses: which ones may become links, and where a bare one stands in a text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "model/text/link_definitions.h"

namespace canvasbook {

// Whether a link may lead to an address: http, https, mailto, tel, "#place" of the same text, or a neighbouring file
// without a scheme ("notes.md"). All other schemes (javascript, data, file …), network shares ("//host", "\\host") and
// addresses with control characters are no links but text, whatever the case of their letters.
bool is_safe_address(std::string_view address);

// How many bytes of `text` from `at` on are a web address written out: "http://…", "https://…" or "www.…", without the
// punctuation of the sentence behind it. 0 where none begins. `at` must be <= text.size().
size_t bare_address_length(std::string_view text, size_t at);

// The text of a Markdown file with a backslash before each mark of emphasis inside a bare address, so that the address
// stays whole, as on GitHub. `verbatim` are the lines of code and HTML, in order; they and code inside a line are left
// alone. The lines stay the same ones.
std::string protect_bare_addresses(std::string_view markdown, std::span<const LineRange> verbatim);

// Whether a text may hold a bare address at all; quick.
bool may_have_bare_addresses(std::string_view text);

}  // namespace canvasbook
