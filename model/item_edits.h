// Edits of the items that a described kind (fields.h) holds, whatever the kind: answers, lines, check items, rows. Each
// is pure: it returns the content after it; an item or field that is not there changes nothing. Boards and prose have
// no such items.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/identifier.h"
#include "model/contents.h"

namespace canvasbook {

using ItemIds = std::set<std::string, std::less<>>;

// A text of a section: the field of an item (its key in files; in the row of a sheet the id of the column), or with an
// empty item a field of the content itself, such as the situation of a dialogue.
struct FieldPlace {
  std::string item;
  std::string field;

  bool operator==(const FieldPlace&) const = default;
};

// The text of a field, or nullptr. A cell that nobody wrote in is an empty text.
const std::string* find_field(const Content& content, const FieldPlace& place);
Content set_field(Content content, const FieldPlace& place, std::string text);

// The field that a new item is written in first; empty where the item is not there.
std::string first_field(const Content& content, std::string_view item);

// The ids of all items in the order of the section, those that hold others before what they hold.
std::vector<std::string> items_in_order(const Content& content);

// What was done, and the ids of the items that came with it.
struct ItemEdit {
  Content content;
  std::vector<std::string> added;  // in order; those that hold others before what they hold
};

// A new item behind one, of the same sort and in the same list. A new response has an answer, a new group an item, a
// new line of a dialogue the other speaker.
ItemEdit add_item_after(Content content, std::string_view item, IdSource& fresh);

// A new item at the end of the outermost list: a response, a replacement, a line, a group, a row.
ItemEdit add_last_item(Content content, IdSource& fresh);

// A new item at the end of what an item holds: an answer of a response, an item of a group.
ItemEdit add_item_inside(Content content, std::string_view item, IdSource& fresh);

// Copies behind the last of the chosen items of each list. What is inside of a chosen item comes with it.
ItemEdit duplicate_items(Content content, const ItemIds& items, IdSource& fresh);

// Copies of items of another content of the same kind, whole with all that they hold, behind an item; where that stands
// in another list, behind what holds it or at the end of what it holds; with an empty id at the end. Their marks of a
// trial run stay behind. Nothing is added where the kinds differ.
ItemEdit insert_copies(Content content, std::string_view after, Content source, const ItemIds& items, IdSource& fresh);

Content remove_items(Content content, const ItemIds& items);

// Moves the chosen items one place up (-1) or down (1), each in its own list; at the end of a list they stay.
Content move_items(Content content, const ItemIds& items, int step);

// Moves the chosen items of one sort to an item of the same sort that is not chosen, in its list.
enum class Side { before, behind };
Content move_items_to(Content content, const ItemIds& items, std::string_view target, Side side);

}  // namespace canvasbook
