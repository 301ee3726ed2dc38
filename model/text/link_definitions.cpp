#include "model/text/link_definitions.h"

#include <algorithm>
#include <optional>
#include <set>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::string_view before_definition = " >\t*+-0123456789.)";
constexpr size_t none = std::string_view::npos;

struct Definition {
  size_t start = 0;  // of its bracket in the line
  std::string_view label;
  std::string_view address;  // may stand in the next line
};

size_t unescaped_bracket(std::string_view line, size_t from) {
  for (size_t at = from; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '[' || line[at] == ']') {
      return at;
    }
  }
  return none;
}

std::optional<Definition> definition_in(std::string_view line) {
  const size_t start = line.find_first_not_of(before_definition);
  if (start == none || line[start] != '[') return std::nullopt;
  const size_t end = unescaped_bracket(line, start + 1);
  if (end == none || line.substr(end, 2) != "]:") return std::nullopt;  // a label holds no brackets
  const std::string_view label = line.substr(start + 1, end - start - 1);
  if (trim(label).empty()) return std::nullopt;
  const std::string_view rest = trim(line.substr(end + 2));
  return Definition{start, label, rest.substr(0, rest.find(' '))};
}

bool is_address(std::string_view text) {
  if (text.starts_with('<') || text.starts_with('#') || text.starts_with('/') || text.starts_with('.')) return true;
  if (text.find(':') != none || text.find('/') != none) return true;
  const size_t dot = text.find('.');
  return dot != none && dot > 0 && dot + 1 < text.size();
}

// Calls visit(line, number) for each line, without its line feed.
template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  int number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    visit(text.substr(at, end - at), ++number);
    at = end + 1;
  }
}

// What stands in brackets anywhere but at the beginning of a definition, as links are compared.
std::set<std::string> used_labels(std::string_view text) {
  std::set<std::string> labels;
  for_each_line(text, [&](std::string_view line, int) {
    const auto definition = definition_in(line);
    size_t open = definition ? line.find('[', definition->start + 1) : line.find('[');
    while (open != none) {
      const size_t next = line.find_first_of("[]", open + 1);
      if (next == none) return;
      if (line[next] == ']') labels.insert(to_search_form(line.substr(open + 1, next - open - 1)));
      open = line[next] == '[' ? next : line.find('[', next);
    }
  });
  return labels;
}

}  // namespace

bool may_define_links(std::string_view text) {
  for (size_t at = text.find("]:"); at != none; at = text.find("]:", at + 2)) {
    const size_t before = at == 0 ? none : text.find_last_of("\r\n", at - 1);
    const size_t start = before == none ? 0 : before + 1;
    if (definition_in(text.substr(start, at + 2 - start))) return true;
    const size_t end = text.find_first_of("\r\n", at);
    if (end == none) return false;
    at = end - 2 > at ? end - 2 : at;
  }
  return false;
}

std::string show_unused_definitions(std::string_view text, const std::vector<LineRange>& verbatim) {
  const std::set<std::string> used = used_labels(text);
  std::string shown;
  shown.reserve(text.size() + 64);
  auto range = verbatim.begin();
  for_each_line(text, [&](std::string_view line, int number) {
    while (range != verbatim.end() && range->last < number) ++range;
    const bool is_verbatim = range != verbatim.end() && range->first <= number;
    const auto definition = is_verbatim ? std::nullopt : definition_in(line);
    const bool is_hidden = definition && used.contains(to_search_form(definition->label)) &&
                           (definition->address.empty() || is_address(definition->address));
    if (definition && !is_hidden) {
      shown.append(line.substr(0, definition->start)).append("\\").append(line.substr(definition->start));
    } else {
      shown.append(line);
    }
    shown += '\n';
  });
  if (!text.ends_with('\n') && !shown.empty()) shown.pop_back();
  return shown;
}

}  // namespace canvasbook
