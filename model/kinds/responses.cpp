#include "model/kinds/responses.h"

#include <algorithm>

#include "model/kinds/item_lists.h"
#include "model/text/text.h"

namespace canvasbook {

const Response* response_with(const Responses& content, std::string_view item) {
  if (item.empty()) return nullptr;
  const auto found = std::ranges::find_if(content.responses, [&](const Response& response) {
    return response.id == item || find_item(response.answers, item) != nullptr;
  });
  return found == content.responses.end() ? nullptr : &*found;
}

std::vector<std::string> synonyms_in(std::string_view list) {
  const char* const signs = list.find_first_of(";\n") == std::string_view::npos ? "," : ";\n";
  std::vector<std::string> synonyms;
  while (!list.empty()) {
    const size_t end = std::min(list.find_first_of(signs), list.size());
    std::string words = to_one_line(list.substr(0, end));
    if (!words.empty()) synonyms.push_back(std::move(words));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return synonyms;
}

}  // namespace canvasbook
