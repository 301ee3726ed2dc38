// Going through a described kind (fields.h) for one sort of its fields.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/base/unknown_fields.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// Passes over every field and goes into every list; what a visitor cares for it overrides.
template <class Self>
class FieldVisitor {
 public:
  template <class... Fields>
  void id(Fields&&...) {}
  template <class... Fields>
  void link(Fields&&...) {}
  template <class... Fields>
  void text(Fields&&...) {}
  template <class... Fields>
  void markdown(Fields&&...) {}
  template <class... Fields>
  void code(Fields&&...) {}
  template <class... Fields>
  void local_id(Fields&&...) {}
  template <class... Fields>
  void number(Fields&&...) {}
  template <class... Fields>
  void decimal(Fields&&...) {}
  template <class... Fields>
  void flag(Fields&&...) {}
  template <class... Fields>
  void choice(Fields&&...) {}
  template <class... Fields>
  void texts(Fields&&...) {}
  template <class... Fields>
  void cells(Fields&&...) {}
  template <class... Fields>
  void unknown(Fields&&...) {}

  template <class List>
  void list(std::string_view, List& values) {
    for (auto& value : values) describe(static_cast<Self&>(*this), value);
  }
  template <class List>
  void local_list(std::string_view key, List& values) {
    static_cast<Self&>(*this).list(key, values);
  }
};

// Calls visit(std::string&) for every id of an item; const where the value is const.
template <class Visit>
class IdVisitor : public FieldVisitor<IdVisitor<Visit>> {
 public:
  explicit IdVisitor(Visit visit) : visit_(visit) {}
  template <class Id>
  void id(std::string_view, Id& value) {
    visit_(value);
  }

 private:
  Visit visit_;
};

// Knows which columns of a sheet hold links; they are described before its rows.
template <class Self>
class ColumnVisitor : public FieldVisitor<Self> {
 public:
  template <class Id>
  void local_id(std::string_view, Id& value) {
    last_ = value;
  }
  template <class Enum, class... Rest>
  void choice(std::string_view, Enum& value, Rest&&...) {
    if constexpr (OneOf<Enum, ColumnType>) {
      if (value == ColumnType::touchpoint) links_.push_back(last_);
    }
  }

 protected:
  bool holds_links(std::string_view column) const { return std::ranges::find(links_, column) != links_.end(); }

 private:
  std::string_view last_;
  std::vector<std::string_view> links_;
};

// Calls visit(std::string&), or visit(key, std::string&) with the key of a field or none of a cell, for every link to
// another item that is set. A cell that it empties goes.
template <class Visit>
class LinkVisitor : public ColumnVisitor<LinkVisitor<Visit>> {
 public:
  explicit LinkVisitor(Visit visit) : visit_(visit) {}
  template <class Id>
  void link(std::string_view key, Id& value) {
    if (!value.empty()) visit_link(key, value);
  }
  template <class Cells>
  void cells(std::string_view, Cells& values) {
    for (auto next = values.begin(); next != values.end();) {
      const auto cell = next++;
      if (!this->holds_links(cell->first) || cell->second.empty()) continue;
      visit_link({}, cell->second);
      if constexpr (!std::is_const_v<Cells>) {
        if (cell->second.empty()) values.erase(cell);
      }
    }
  }

 private:
  template <class Id>
  void visit_link(std::string_view key, Id& value) {
    if constexpr (std::is_invocable_v<Visit&, std::string_view, Id&>) {
      visit_(key, value);
    } else {
      visit_(value);
    }
  }

  Visit visit_;
};

// Calls visit(std::string&) for all that the author wrote.
template <class Visit>
class TextVisitor : public ColumnVisitor<TextVisitor<Visit>> {
 public:
  explicit TextVisitor(Visit visit) : visit_(visit) {}
  template <class Text>
  void text(std::string_view, Text& value) {
    visit_(value);
  }
  template <class Text>
  void markdown(std::string_view, Text& value) {
    visit_(value);
  }
  template <class Texts>
  void texts(std::string_view, Texts& values) {
    for (auto& value : values) visit_(value);
  }
  template <class Cells>
  void cells(std::string_view, Cells& values) {
    for (auto& [column, value] : values) {
      if (!this->holds_links(column)) visit_(value);
    }
  }

 private:
  Visit visit_;
};

}  // namespace canvasbook
