#include "model/text/web_address.h"

#include <algorithm>
#include <array>
#include <string>

#include "model/text/text.h"

namespace canvasbook {

namespace {

bool begins_with(std::string_view text, std::string_view small) {
  return text.size() >= small.size() && std::equal(small.begin(), small.end(), text.begin(), [](char expected, char c) {
           return (c >= 'A' && c <= 'Z' ? c + 32 : c) == expected;
         });
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool has_control_character(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (is_control(next_code_point(text, at))) return true;
  }
  return false;
}

// What stands around addresses, never in them: spaces, quotation marks, brackets of Markdown and HTML.
bool ends_address(char32_t c) {
  if (c <= ' ' || c == 0x7F) return true;
  if (c < 0x80) return std::u32string_view(U"<>\"`\\{}^").find(c) != std::u32string_view::npos;
  return is_control(c) || c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2000 && c <= 0x206F) || c == 0x3000 ||
         c == 0xFEFF || c == 0xFFFD;
}

// Whether a host may begin here.
bool begins_host(std::string_view text) {
  return !text.empty() && (is_ascii_letter(text[0]) || is_digit(text[0]) || (text[0] & 0x80) != 0);
}

// The address without the punctuation of the sentence, and without a bracket that was opened before it.
size_t without_punctuation(std::string_view address, size_t least) {
  const auto balance = [&](char open, char close) {
    return std::ranges::count(address, open) - std::ranges::count(address, close);
  };
  auto round = balance('(', ')');
  auto square = balance('[', ']');
  size_t length = address.size();
  for (; length > least; --length) {
    const char last = address[length - 1];
    if (last == ')' && round < 0) {
      ++round;
    } else if (last == ']' && square < 0) {
      ++square;
    } else if (std::string_view("?!.,:;*_~'|([").find(last) == std::string_view::npos) {
      break;
    }
  }
  return length;
}

// Where the code ends that begins at a run of backquotes; the end of the line where it is not closed there.
size_t behind_code(std::string_view line, size_t at) {
  const size_t begin = at;
  at = std::min(line.find_first_not_of('`', at), line.size());
  const size_t length = at - begin;
  while ((at = line.find('`', at)) != std::string_view::npos) {
    const size_t run = at;
    at = std::min(line.find_first_not_of('`', at), line.size());
    if (at - run == length) return at;
  }
  return line.size();
}

}  // namespace

bool is_safe_address(std::string_view address) {
  if (address.empty() || has_control_character(address)) return false;
  if (address.front() == '#') return true;
  const auto schemes = {"http:", "https:", "mailto:", "tel:"};
  if (std::ranges::any_of(schemes, [&](const char* scheme) { return begins_with(address, scheme); })) return true;
  // Without a scheme: a path needs no colon, and with one in it might be a scheme in disguise.
  return address.front() != ' ' && !address.starts_with("//") && address.find_first_of(":\\") == std::string_view::npos;
}

size_t bare_address_length(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.empty() || ((rest[0] | 32) != 'h' && (rest[0] | 32) != 'w')) return 0;
  const char before = at > 0 ? text[at - 1] : ' ';
  size_t start = 0;
  if (begins_with(rest, "www.")) {
    // as on GitHub, which takes it for one at the beginning of a word alone
    if (std::string_view(" \n\t*_~(").find(before) == std::string_view::npos) return 0;
    start = 4;
  } else {
    if (is_ascii_letter(before)) return 0;
    start = begins_with(rest, "https://") ? 8 : begins_with(rest, "http://") ? 7 : 0;
  }
  if (start == 0 || !begins_host(rest.substr(start))) return 0;
  size_t end = start;
  for (size_t next = start; next < rest.size(); end = next) {
    if (ends_address(next_code_point(rest, next))) break;
  }
  const size_t length = without_punctuation(rest.substr(0, end), start);
  return length > start ? length : 0;
}

bool may_have_bare_addresses(std::string_view text) {
  if (text.find("://") != std::string_view::npos) return true;
  for (size_t at = 0; (at = text.find('.', at)) != std::string_view::npos; ++at) {
    if (at >= 3 && begins_with(text.substr(at - 3), "www.")) return true;
  }
  return false;
}

std::string protect_bare_addresses(std::string_view markdown, std::span<const LineRange> verbatim) {
  if (!may_have_bare_addresses(markdown)) return std::string(markdown);
  std::string result;
  size_t copied = 0;
  int number = 0;
  const auto protect = [&](size_t begin, size_t end) {
    for (size_t at = begin; at < end; ++at) {
      if (markdown[at] != '*' && markdown[at] != '_') continue;
      result.append(markdown, copied, at - copied);
      result += '\\';
      copied = at;
    }
  };
  for (size_t start = 0; start < markdown.size();) {
    const size_t end = std::min(markdown.find('\n', start), markdown.size());
    const std::string_view line = markdown.substr(start, end - start);
    start = end + 1;
    ++number;
    while (!verbatim.empty() && verbatim.front().last < number) verbatim = verbatim.subspan(1);
    if (!verbatim.empty() && verbatim.front().first <= number) continue;
    if (!may_have_bare_addresses(line)) continue;
    for (size_t at = 0; at < line.size();) {
      if (line[at] == '`') {
        at = behind_code(line, at);
        continue;
      }
      const size_t length = bare_address_length(line, at);
      // In angle brackets and in tags an address stays whole by itself, and a backslash would be part of it.
      const bool is_whole = at > 0 && std::string_view("<\"'=").find(line[at - 1]) != std::string_view::npos;
      if (!is_whole) protect(end - line.size() + at, end - line.size() + at + length);
      at += std::max<size_t>(length, 1);
    }
  }
  return result.append(markdown, copied);
}

}  // namespace canvasbook
