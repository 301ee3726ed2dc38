#include "model/item_uses.h"

#include <algorithm>

namespace canvasbook {

namespace {

// Calls visit(item, link) for every link of a described kind; the id of an item is described before its links.
template <class Visit>
class OwnedLinkVisitor : public ColumnVisitor<OwnedLinkVisitor<Visit>> {
 public:
  explicit OwnedLinkVisitor(Visit visit) : visit_(visit) {}
  void id(std::string_view, const std::string& value) { item_ = value; }
  void link(std::string_view, const std::string& value) {
    if (!value.empty()) visit_(item_, value);
  }
  void cells(std::string_view, const std::map<std::string, std::string>& values) {
    for (const auto& [column, value] : values) {
      if (!value.empty() && this->holds_links(column)) visit_(item_, value);
    }
  }

 private:
  Visit visit_;
  std::string_view item_;
};

template <class Visit>
void for_each_owned_link(const Content& content, Visit visit) {
  std::visit(
      [&](const auto& kind) {
        using Kind = std::remove_cvref_t<decltype(kind)>;
        if constexpr (DescribedKind<Kind>) {
          OwnedLinkVisitor visitor(visit);
          describe(visitor, kind);
        } else if constexpr (std::same_as<Kind, Board>) {
          for_each_note_on(kind, [&](const Note& note) {
            for (const auto& link : note.segments) visit(note.id, link);
            for (const auto& link : note.drivers) visit(note.id, link);
          });
        } else if constexpr (std::same_as<Kind, Visits>) {
          // a section names the check list, not a visit
        } else {
          static_assert(std::same_as<Kind, Prose>);  // has no links
        }
      },
      content);
}

}  // namespace

ItemIds all_items_of(const Content& content) {
  ItemIds items;
  for_each_item_id(content, [&](const std::string& id) { items.insert(id); });
  return items;
}

ItemIds with_what_they_hold(const Content& content, const ItemIds& items) {
  ItemIds gone = items;
  if (!holds_items(content)) return gone;
  const ItemIds left = all_items_of(remove_items(content, items));
  for (const std::string& item : all_items_of(content)) {
    if (!left.contains(item)) gone.insert(item);
  }
  return gone;
}

std::vector<ItemUse> find_uses(const Workbook& workbook, const ItemIds& items) {
  std::vector<ItemUse> uses;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      for_each_owned_link(section->content, [&](std::string_view item, const std::string& link) {
        const bool is_told = !uses.empty() && uses.back().item == item;
        if (is_told || !items.contains(link) || items.contains(item)) return;
        uses.push_back({std::string(item), document->title, section->title});
      });
    }
  }
  return uses;
}

}  // namespace canvasbook
