// Going through all that an author wrote in a section, text by text, with the place of each; see contents.h for the
// same without places. The order is that in which the section shows them.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "model/contents.h"
#include "model/kinds/sheet_cells.h"

namespace canvasbook {

// A text on the way: std::string, or const where the content is.
template <class Text>
struct WrittenText {
  std::string_view item;  // its id; empty for a text of the section itself
  std::string_view field;
  Text* text = nullptr;
  const std::string* heading = nullptr;  // what it belongs to: the title of its block, its cue, its column; or nullptr
  bool is_fixed = false;                 // it comes from the template, or is kept in a form of its own, as dates are
};

// The fields of what fields.h does not describe.
inline constexpr std::string_view prose_field = "text";
inline constexpr std::string_view note_field = "text";
inline constexpr std::string_view details_field = "details";
inline constexpr std::string_view frame_field = "frame";
inline constexpr std::string_view block_field = "block";  // the title of a block; the item is its id
inline constexpr std::string_view place_field = "place";
inline constexpr std::string_view shopper_field = "shopper";
inline constexpr std::string_view comment_field = "comments:";  // and the id of the check item
inline constexpr std::string_view proof_field = "proofs:";      // and the id of the head line
inline constexpr std::string_view action_field = "text";
inline constexpr std::string_view owner_field = "owner";
inline constexpr std::string_view outcome_field = "outcome";
inline constexpr std::string_view due_field = "due";  // a day, as the next
inline constexpr std::string_view checked_field = "checked";

// Calls visit(WrittenText<Text>) for the texts of a described kind.
template <class Text, class Visit>
class WrittenTextVisitor : public FieldVisitor<WrittenTextVisitor<Text, Visit>> {
 public:
  explicit WrittenTextVisitor(Visit& visit) : visit_(visit) {}

  template <class Id>
  void id(std::string_view, Id& value) {
    item_ = value;
  }
  template <class Id>
  void local_id(std::string_view, Id& value) {
    item_ = value;
    places_.emplace(value, named_.size());
    named_.push_back({value, nullptr, ColumnType::text});
  }
  template <class Id>
  void code(std::string_view key, Id& value) {
    if (key != "speaker") return;
    const auto speaker = places_.find(value);
    if (speaker != places_.end()) speaker_ = named_[speaker->second].title;
  }
  template <class Value>
  void text(std::string_view key, Value& value) {
    const std::string* heading = speaker_ != nullptr ? speaker_ : first_ != nullptr ? first_ : outer_;
    visit_(WrittenText<Text>{item_, key, &value, heading, false});
    if (first_ == nullptr) first_ = &value;
    if (!named_.empty() && named_.back().id == item_ && named_.back().title == nullptr) named_.back().title = &value;
  }
  template <class Value>
  void markdown(std::string_view key, Value& value) {
    text(key, value);
  }
  template <class Texts>
  void texts(std::string_view key, Texts& values) {
    for (size_t i = 0; i < values.size(); ++i) {
      const std::string field = std::string(key) + "/" + std::to_string(i);
      visit_(WrittenText<Text>{item_, field, &values[i], first_, false});
    }
  }
  template <class Enum, class Names>
  void choice(std::string_view, Enum& value, const Names&) {
    if constexpr (OneOf<Enum, ColumnType>) named_.back().type = value;
  }
  // In the order of the columns; a mark and a link are no texts, and what has no column any more is not seen.
  template <class Cells>
  void cells(std::string_view, Cells& values) {
    for (const Named& column : named_) {
      const auto cell = values.find(std::string(column.id));
      const bool is_text = column.type != ColumnType::check && column.type != ColumnType::touchpoint;
      if (!is_text || cell == values.end()) continue;
      const bool is_date = column.type == ColumnType::date && read_date(cell->second).has_value();
      visit_(WrittenText<Text>{item_, column.id, &cell->second, column.title, is_date});
      if constexpr (!std::is_const_v<Cells>) {
        if (cell->second.empty()) values.erase(cell);
      }
    }
  }
  template <class List>
  void list(std::string_view, List& values) {
    const std::string_view item = item_;
    const std::string* first = first_;
    const std::string* outer = outer_;
    for (auto& value : values) {
      item_ = {};
      first_ = speaker_ = nullptr;
      outer_ = first != nullptr ? first : outer;
      describe(*this, value);
    }
    item_ = item;
    first_ = first;
    outer_ = outer;
    speaker_ = nullptr;
  }

 private:
  struct Named {  // a column or a speaker
    std::string_view id;
    const std::string* title;
    ColumnType type;
  };

  Visit& visit_;
  std::string_view item_;
  const std::string* first_ = nullptr;  // text of the item
  const std::string* outer_ = nullptr;  // the first text of what holds the item
  const std::string* speaker_ = nullptr;
  std::vector<Named> named_;
  std::unordered_map<std::string_view, size_t> places_;  // of the named, by their ids
};

// Calls visit(WrittenText) for every text of a section's content.
template <class AnyContent, class Visit>
void for_each_written_text(AnyContent& content, Visit visit) {
  using Text = std::conditional_t<std::is_const_v<AnyContent>, const std::string, std::string>;
  std::visit(
      [&](auto& kind) {
        using Kind = std::remove_reference_t<decltype(kind)>;
        if constexpr (DescribedKind<Kind>) {
          WrittenTextVisitor<Text, Visit> visitor(visit);
          describe(visitor, kind);
        } else if constexpr (OneOf<Kind, Board>) {
          for (auto& frame : kind.frames) visit(WrittenText<Text>{{}, frame_field, &frame.title, nullptr, true});
          const auto visit_note = [&](auto& note, const std::string* block) {
            visit(WrittenText<Text>{note.id, note_field, &note.text, block, false});
            visit(WrittenText<Text>{note.id, details_field, &note.details, &note.text, false});
          };
          for (auto& block : kind.blocks) {
            visit(WrittenText<Text>{block.id, block_field, &block.title, nullptr, true});
            for (auto& note : block.notes) visit_note(note, &block.title);
          }
          for (auto& note : kind.parking) visit_note(note, nullptr);
        } else if constexpr (OneOf<Kind, Visits>) {
          for_each_visit(kind, [&](auto& one) {
            visit(WrittenText<Text>{one.id, place_field, &one.head.place, nullptr, true});
            visit(WrittenText<Text>{one.id, shopper_field, &one.head.shopper, &one.head.place, true});
            const auto visit_texts = [&](auto& texts, std::string_view field) {
              for (auto& text : texts) {
                const std::string key = std::string(field) + text.first;
                visit(WrittenText<Text>{one.id, key, &text.second, &one.head.place, false});
              }
              if constexpr (!std::is_const_v<std::remove_reference_t<decltype(texts)>>) {
                std::erase_if(texts, [](const auto& text) { return text.second.empty(); });
              }
            };
            visit_texts(one.proofs, proof_field);
            visit_texts(one.comments, comment_field);
          });
          for (auto& action : kind.actions) {
            visit(WrittenText<Text>{action.id, action_field, &action.text, &action.place, false});
            visit(WrittenText<Text>{action.id, place_field, &action.place, &action.text, true});
            visit(WrittenText<Text>{action.id, owner_field, &action.owner, &action.text, false});
            visit(WrittenText<Text>{action.id, outcome_field, &action.outcome, &action.text, false});
          }
        } else {
          static_assert(OneOf<Kind, Prose>);
          visit(WrittenText<Text>{{}, prose_field, &kind.text, nullptr, false});
        }
      },
      content);
}

}  // namespace canvasbook
