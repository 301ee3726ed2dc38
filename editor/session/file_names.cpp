#include "editor/session/file_names.h"

#include <string_view>

#include "model/text/text.h"

namespace canvasbook {

namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

void cut_to_length(std::string& name) {
  constexpr size_t longest = 120;  // bytes; file systems take 255
  if (name.size() > longest) name.resize(longest);
  if (const auto invalid = find_invalid_utf8(name)) name.resize(*invalid);
}

}  // namespace

std::string file_name_of(std::string title) {
  for (const std::string_view separator : {"/", "\\", ":", "|"}) replace_all(title, separator, "-");
  for (const std::string_view forbidden : {"*", "?", "\"", "<", ">", "«", "»"}) replace_all(title, forbidden, "");
  for (char& c : title) {
    if (static_cast<unsigned char>(c) < 0x20) c = '-';
  }
  title = trim(title);
  cut_to_length(title);
  while (title.ends_with('.') || title.ends_with(' ')) title.pop_back();
  return title.starts_with('.') ? std::string() : title;
}

}  // namespace canvasbook
