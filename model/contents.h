// Going through what a section holds, whatever its kind: the ids of its items, their links, what the author wrote.
// Each function calls visit(std::string&); const where the content is.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "model/kinds/content.h"
#include "model/kinds/field_visitors.h"

namespace canvasbook {

// The kinds that fields.h describes. Of the others each is gone through in a branch of its own: boards note by note,
// prose as one text, visits one by one; a kind that has none here does not compile.
template <class Kind>
concept DescribedKind = is_list_of_items<Kind>;

// The ids of all items, parked notes too. Ids that are unique in their section only, such as those of columns, are
// none.
template <class AnyContent, class Visit>
void for_each_item_id(AnyContent& content, Visit visit) {
  std::visit(
      [&](auto& kind) {
        if constexpr (DescribedKind<std::remove_reference_t<decltype(kind)>>) {
          IdVisitor visitor(visit);
          describe(visitor, kind);
        } else if constexpr (OneOf<std::remove_reference_t<decltype(kind)>, Board>) {
          for_each_note_on(kind, [&](auto& note) { visit(note.id); });
        } else if constexpr (OneOf<std::remove_reference_t<decltype(kind)>, Visits>) {
          for_each_visit(kind, [&](auto& one) { visit(one.id); });
          for (auto& action : kind.actions) visit(action.id);
        } else {
          static_assert(OneOf<std::remove_reference_t<decltype(kind)>, Prose>);  // has no items
        }
      },
      content);
}

// The links to other items that are set; of the described kinds with their keys where visit(key, link) takes them, see
// LinkVisitor.
template <class AnyContent, class Visit>
void for_each_link(AnyContent& content, Visit visit) {
  std::visit(
      [&](auto& kind) {
        if constexpr (DescribedKind<std::remove_reference_t<decltype(kind)>>) {
          LinkVisitor visitor(visit);
          describe(visitor, kind);
        } else if constexpr (OneOf<std::remove_reference_t<decltype(kind)>, Board>) {
          for_each_note_on(kind, [&](auto& note) {
            for (auto& link : note.segments) visit(link);
            for (auto& link : note.drivers) visit(link);
          });
        } else if constexpr (OneOf<std::remove_reference_t<decltype(kind)>, Visits>) {
          if (!kind.checklist.empty()) visit(kind.checklist);
        } else {
          static_assert(OneOf<std::remove_reference_t<decltype(kind)>, Prose>);  // has no links
        }
      },
      content);
}

// What the author wrote: prose, notes and their details, comments and proofs of visits, actions and their outcome,
// every text of the other kinds. Parked notes are left out.
template <class AnyContent, class Visit>
void for_each_text(AnyContent& content, Visit visit) {
  std::visit(
      [&](auto& kind) {
        if constexpr (DescribedKind<std::remove_reference_t<decltype(kind)>>) {
          TextVisitor visitor(visit);
          describe(visitor, kind);
        } else if constexpr (OneOf<std::remove_reference_t<decltype(kind)>, Board>) {
          for (auto& block : kind.blocks) {
            for (auto& note : block.notes) {
              visit(note.text);
              visit(note.details);
            }
          }
        } else if constexpr (OneOf<std::remove_reference_t<decltype(kind)>, Visits>) {
          for_each_visit(kind, [&](auto& one) {
            for (auto& comment : one.comments) visit(comment.second);
            for (auto& proof : one.proofs) visit(proof.second);
          });
          for (auto& action : kind.actions) {
            visit(action.text);
            visit(action.owner);
            visit(action.outcome);
          }
        } else {
          static_assert(OneOf<std::remove_reference_t<decltype(kind)>, Prose>);
          visit(kind.text);
        }
      },
      content);
}

// Empties the links for which gone(const std::string&) says so, but for the field that stays.
template <class Gone>
struct LinkRemover {
  Gone& gone;

  void operator()(std::string& link) const {
    if (gone(link)) link.clear();
  }
  void operator()(std::string_view key, std::string& link) const {
    if (key != opens_on_field) (*this)(link);
  }
};

// Takes away the links for which gone(const std::string&) says so. What opens a check item stays named: without it the
// item would be asked always, and nobody would know.
template <class Gone>
void remove_links(Content& content, Gone gone) {
  if (Board* board = std::get_if<Board>(&content)) {
    for_each_note_on(*board, [&](Note& note) {
      std::erase_if(note.segments, gone);
      std::erase_if(note.drivers, gone);
    });
  } else {
    for_each_link(content, LinkRemover<Gone>{gone});
  }
}

}  // namespace canvasbook
