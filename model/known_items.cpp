#include "model/known_items.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "model/like_names.h"
#include "model/text/markdown_lines.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

void take_in(Response& response, Response coming) {
  std::unordered_set<std::string> said;
  for (const Answer& answer : response.answers) said.insert(same_saying(answer.text));
  for (Answer& answer : coming.answers) {
    const std::string form = same_saying(answer.text);
    if (!form.empty() && said.insert(form).second) response.answers.push_back(std::move(answer));
  }
  response.synonyms = with_synonyms(std::move(response.synonyms), coming.synonyms);
}

// Its own lines first, then those that say something else.
void take_text(std::string& text, const std::string& coming) {
  if (trim(text).empty()) {
    if (!trim(coming).empty()) text = coming;
    return;
  }
  std::unordered_set<std::string> said{same_saying(text)};
  for (const std::string_view line : markdown_lines(text)) {
    if (!trim(line).empty()) said.insert(same_saying(trim(line)));
  }
  if (said.contains(same_saying(coming))) return;
  for (const std::string_view line : markdown_lines(coming)) {
    const std::string_view words = trim(line);
    if (!words.empty() && said.insert(same_saying(words)).second) text.append("\n").append(words);
  }
}

void take_in(Replacement& one, const Replacement& coming) {
  take_text(one.replacement, coming.replacement);
  take_text(one.reason, coming.reason);
  take_text(one.hears, coming.hears);
}

// Only an item of the same group says the same: "Clean" is another demand on the hall than on the windows.
std::vector<std::string> join_checks(Checklist& list, Checklist& coming) {
  std::unordered_map<std::string, CheckItem*> places;
  const auto place_of = [](const CheckGroup& group, const CheckItem& item) {
    const std::string text = same_saying(item.text);
    return text.empty() ? std::string() : same_saying(group.title) + "\n" + text;
  };
  for (CheckGroup& group : list.groups) {
    for (CheckItem& item : group.items) places.emplace(place_of(group, item), &item);
  }
  std::vector<std::string> known;
  std::unordered_set<std::string_view> told;
  for (CheckGroup& group : coming.groups) {
    std::erase_if(group.items, [&](const CheckItem& item) {
      const std::string form = place_of(group, item);
      const auto place = form.empty() ? places.end() : places.find(form);
      if (place == places.end()) return false;
      CheckItem& there = *place->second;
      take_text(there.requirement, item.requirement);
      if (there.evidence.empty()) there.evidence = item.evidence;
      if (told.insert(there.id).second) known.push_back(there.id);
      return true;
    });
  }
  std::erase_if(coming.groups, [](const CheckGroup& group) { return group.items.empty(); });
  return known;
}

const std::string& what_is_heard(const Response& response) { return response.cue; }
const std::string& what_is_heard(const Replacement& replacement) { return replacement.phrase; }

template <class Item>
std::vector<std::string> join_items(std::vector<Item>& items, std::vector<Item>& coming) {
  std::unordered_map<std::string, size_t> places;  // the first of each
  for (size_t i = 0; i < items.size(); ++i) places.emplace(same_saying(what_is_heard(items[i])), i);
  std::vector<std::string> known;
  std::unordered_set<std::string_view> told;
  std::vector<Item> others;
  for (Item& one : coming) {
    const std::string form = same_saying(what_is_heard(one));
    const auto place = form.empty() ? places.end() : places.find(form);
    if (place == places.end()) {
      others.push_back(std::move(one));
      continue;
    }
    Item& there = items[place->second];
    if (told.insert(there.id).second) known.push_back(there.id);
    take_in(there, std::move(one));
  }
  coming = std::move(others);
  return known;
}

}  // namespace

std::vector<std::string> join_known_items(Content& content, Content& coming) {
  auto* responses = std::get_if<Responses>(&content);
  auto* more_responses = std::get_if<Responses>(&coming);
  if (responses != nullptr && more_responses != nullptr)
    return join_items(responses->responses, more_responses->responses);
  auto* replacements = std::get_if<Replacements>(&content);
  auto* more_replacements = std::get_if<Replacements>(&coming);
  if (replacements != nullptr && more_replacements != nullptr)
    return join_items(replacements->replacements, more_replacements->replacements);
  auto* list = std::get_if<Checklist>(&content);
  auto* more_checks = std::get_if<Checklist>(&coming);
  if (list != nullptr && more_checks != nullptr) return join_checks(*list, *more_checks);
  return {};
}

size_t count_known_items(Content content, Content coming) { return join_known_items(content, coming).size(); }

std::string with_synonyms(std::string synonyms, std::string_view more) {
  std::vector<std::string> all = synonyms_in(synonyms);
  const size_t own = all.size();
  std::unordered_set<std::string> known;
  for (const std::string& words : all) known.insert(same_saying(words));
  for (std::string& words : synonyms_in(more)) {
    const std::string form = same_saying(words);
    if (!form.empty() && known.insert(form).second) all.push_back(std::move(words));
  }
  if (all.size() == own) return synonyms;
  const bool needs_semicolons =
      synonyms.find_first_of(";\n") != std::string::npos ||
      std::ranges::any_of(all, [](const std::string& words) { return words.find(',') != std::string::npos; });
  std::string list;
  for (const std::string& words : all) list += (list.empty() ? "" : needs_semicolons ? "; " : ", ") + words;
  // one phrase with a comma is told from two
  return needs_semicolons && all.size() == 1 ? list + ";" : list;
}

}  // namespace canvasbook
