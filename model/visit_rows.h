// The rows into which visits are summed up, and where the marks of each revision go. Internal to model/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/kinds/visits.h"
#include "model/visit_figures.h"

namespace canvasbook {

struct MarkCount {
  size_t marks = 0;
  size_t not_applicable = 0;  // of them
};

// A row on the way: the score is the sum yet.
struct RowSum {
  ResultRow row;
  double sum = 0;

  void add(std::optional<double> part);
  void add(const MarkCount& count);
};
ResultRow finished(RowSum sum);

// Where an item of a revision is summed up.
struct ItemLayout {
  const CheckItem* item = nullptr;
  ItemScale scale = Scale::yes_no;
  size_t row = 0;
  size_t section = 0;
};

struct RevisionLayout {
  const Checklist* list = nullptr;
  std::vector<ItemLayout> items;  // in its order
  std::vector<size_t> sections;   // of its groups
};

// The sections and items of several revisions, matched by id and called as in the latest.
struct ResultLayout {
  std::vector<RowSum> sections;
  std::vector<RowSum> items;
  std::unordered_map<std::string_view, size_t> item_rows;          // by the id of the item
  std::unordered_map<std::string_view, RevisionLayout> revisions;  // by id

  // nullptr where there is none that fits the visit's marks.
  const RevisionLayout* revision_of(const Visit& visit) const;
};

// Of the revisions that some visits were made with; it points into the visits.
ResultLayout layout_of(const Visits& visits, const std::vector<const Visit*>& chosen);

}  // namespace canvasbook
