#include "model/table_into_section.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "model/author_notes.h"
#include "model/kinds/checklist_scales.h"
#include "model/kinds/item_lists.h"
#include "model/known_items.h"
#include "model/like_names.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

template <class Item>
bool holds_item(const Item& item, std::string_view id) {
  if (item.id == id) return true;
  if constexpr (requires { item.answers; }) return find_item(item.answers, id) != nullptr;
  if constexpr (requires { item.items; }) return find_item(item.items, id) != nullptr;
  return false;
}

void append_ids(const Response& response, std::vector<std::string>& ids) { ids.push_back(response.id); }
void append_ids(const Replacement& replacement, std::vector<std::string>& ids) { ids.push_back(replacement.id); }
void append_ids(const CheckGroup& group, std::vector<std::string>& ids) {
  for (const CheckItem& item : group.items) ids.push_back(item.id);
}

// The list with others behind an item.
template <class Item>
void splice(std::vector<Item>& list, std::string_view after, std::vector<Item> more, std::vector<std::string>& added) {
  const auto holder = std::ranges::find_if(list, [&](const Item& item) { return holds_item(item, after); });
  for (const Item& item : more) append_ids(item, added);
  const auto place = holder == list.end() ? list.end() : holder + 1;
  list.insert(place, std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Whether nothing is written in a group, as in that of an empty list.
bool has_nothing_written(const CheckGroup& group) {
  return trim(group.title).empty() && std::ranges::all_of(group.items, [](const CheckItem& item) {
           return trim(item.text + item.requirement + item.evidence).empty();
         });
}

// Groups of a name that the list has go on with its group, others behind the one of an item. Groups in which nothing is
// written give way. Scales come in as their items need them.
void take_groups(Checklist& list, Checklist coming, std::string_view after, std::vector<std::string>& added,
                 IdSource& fresh) {
  const Checklist source = coming;
  std::erase_if(list.groups, has_nothing_written);
  std::unordered_map<std::string, size_t> places;
  for (size_t i = 0; i < list.groups.size(); ++i) places.emplace(same_saying(list.groups[i].title), i);
  std::vector<CheckGroup> others;
  for (CheckGroup& group : coming.groups) {
    const auto there = places.find(same_saying(group.title));
    if (there == places.end() || there->first.empty()) {
      others.push_back(std::move(group));
      continue;
    }
    append_ids(group, added);
    std::ranges::move(group.items, std::back_inserter(list.groups[there->second].items));
  }
  splice(list.groups, after, std::move(others), added);
  list = with_scales_of_copies(std::move(list), source, added, fresh);
}

struct PlaceOfSection {
  std::string document;
  size_t section = 0;
};

std::optional<PlaceOfSection> find_place(const Workbook& workbook, std::string_view section) {
  for (const auto& document : workbook.documents) {
    for (size_t i = 0; i < document->sections.size(); ++i) {
      if (document->sections[i]->id == section) return PlaceOfSection{document->id, i};
    }
  }
  return std::nullopt;
}

// Puts a section of its own at a place of a document; returns its id.
std::string put_imported_section(Workbook& workbook, const std::string& document, size_t position,
                                 std::string_view role, std::string_view title, Content content, IdSource& fresh) {
  Document carrier;
  carrier.id = fresh.next();
  Section section;
  section.id = fresh.next();
  section.role = role;
  section.title = title;
  section.level = sibling_level(*find_document(workbook, document), position);
  section.content = std::move(content);
  std::string id = section.id;
  carrier.sections.emplace_back(std::move(section));
  workbook = insert_section(std::move(workbook), carrier, 0, document, position);
  return id;
}

// Behind what an earlier import left over at the same place, or as a section of its own.
void put_left_over(TableImport& result, const std::string& document, size_t position, ImportedItems& items,
                   std::string_view title, IdSource& fresh) {
  if (items.left_over.empty()) return;
  const auto& sections = find_document(result.workbook, document)->sections;
  const auto* earlier = position < sections.size() && is_author_notes(*sections[position])
                            ? std::get_if<Prose>(&sections[position]->content)
                            : nullptr;
  if (earlier != nullptr) {
    result.text_section = sections[position]->id;
    Prose both = *earlier;
    if (both.text.find(items.left_over) != std::string::npos) return;  // the same table once more
    const std::string_view written = trim(both.text);
    both.text = std::string(written) + (written.empty() ? "" : "\n\n") + items.left_over;
    result.workbook = set_content(std::move(result.workbook), result.text_section, std::move(both));
    return;
  }
  result.text_section = put_imported_section(result.workbook, document, position, author_notes_role, title,
                                             Prose{std::move(items.left_over)}, fresh);
}

}  // namespace

TableImport import_into_section(Workbook workbook, std::string_view section, std::string_view after,
                                ImportedItems items, std::string_view left_over_title, IdSource& fresh) {
  const auto place = find_place(workbook, section);
  const Section* target = place ? find_section(workbook, section) : nullptr;
  if (target == nullptr || target->content.index() != items.content.index()) return {std::move(workbook), {}, {}, {}};
  TableImport result;
  result.section = target->id;
  Content content = target->content;
  const std::vector<std::string> known = join_known_items(content, items.content);
  if (auto* responses = std::get_if<Responses>(&content)) {
    splice(responses->responses, after, std::move(std::get<Responses>(items.content).responses), result.added);
  } else if (auto* replacements = std::get_if<Replacements>(&content)) {
    splice(replacements->replacements, after, std::move(std::get<Replacements>(items.content).replacements),
           result.added);
  } else if (auto* checklist = std::get_if<Checklist>(&content)) {
    take_groups(*checklist, std::get<Checklist>(items.content), after, result.added, fresh);
  }
  result.added.insert(result.added.end(), known.begin(), known.end());
  result.workbook = set_content(std::move(workbook), result.section, std::move(content));
  put_left_over(result, place->document, place->section + 1, items, left_over_title, fresh);
  return result;
}

TableImport import_as_section(Workbook workbook, std::string_view document, size_t position, std::string_view title,
                              ImportedItems items, std::string_view left_over_title, IdSource& fresh) {
  const Document* target = find_document(workbook, document);
  if (target == nullptr) return {std::move(workbook), {}, {}, {}};
  const std::string id = target->id;
  position = std::min(position, target->sections.size());
  TableImport result;
  std::visit(
      [&](auto& kind) {
        if constexpr (requires { append_ids(main_list(kind).front(), result.added); }) {
          for (const auto& item : main_list(kind)) append_ids(item, result.added);
        }
      },
      items.content);
  result.workbook = std::move(workbook);
  result.section = put_imported_section(result.workbook, id, position, {}, title, std::move(items.content), fresh);
  put_left_over(result, id, position + 1, items, left_over_title, fresh);
  return result;
}

}  // namespace canvasbook
