#include "model/visit_rows.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "model/standard_checks.h"

namespace canvasbook {

namespace {

using RowsById = std::unordered_map<std::string_view, size_t>;

// The place of the row with an id, which is made where there is none.
size_t row_for(std::vector<RowSum>& rows, RowsById& places, const std::string& id, const std::string& name) {
  const auto [place, is_new] = places.emplace(id, rows.size());
  if (is_new) {
    RowSum& sum = rows.emplace_back();
    sum.row.id = id;
    sum.row.name = name;
  }
  return place->second;
}

void add_revision(ResultLayout& layout, RowsById& section_rows, const ListRevision& revision) {
  RevisionLayout& known = layout.revisions[revision.id];
  known.list = &revision.list;
  for (const CheckGroup& group : revision.list.groups) {
    const size_t section = row_for(layout.sections, section_rows, group.id, group.title);
    known.sections.push_back(section);
    for (const CheckItem& item : group.items) {
      const size_t before = layout.items.size();
      const ItemScale scale = scale_of(revision.list, item);
      const size_t row = row_for(layout.items, layout.item_rows, item.id, name_of_check(item));
      if (row == before) {
        ResultRow& added = layout.items.back().row;
        added.group = group.title;
        added.is_critical = item.critical;
        added.is_counted = counted_weight(scale, item) > 0;
      }
      known.items.push_back({&item, scale, row, section});
    }
  }
}

}  // namespace

void RowSum::add(std::optional<double> part) {
  if (!part) return;
  ResultFigure& figure = row.figure;
  figure.least = figure.visits == 0 ? *part : std::min(figure.least, *part);
  figure.most = figure.visits == 0 ? *part : std::max(figure.most, *part);
  ++figure.visits;
  sum += *part;
}

void RowSum::add(const MarkCount& count) {
  row.figure.marks += count.marks;
  row.figure.not_applicable += count.not_applicable;
}

ResultRow finished(RowSum sum) {
  ResultFigure& figure = sum.row.figure;
  if (figure.visits > 0) {
    figure.score = std::clamp(sum.sum / static_cast<double>(figure.visits), figure.least, figure.most);
  }
  return std::move(sum.row);
}

const RevisionLayout* ResultLayout::revision_of(const Visit& visit) const {
  const auto known = revisions.find(visit.revision);
  return known == revisions.end() || known->second.items.size() != visit.marks.size() ? nullptr : &known->second;
}

ResultLayout layout_of(const Visits& visits, const std::vector<const Visit*>& chosen) {
  std::unordered_set<std::string_view> used;
  for (const Visit* visit : chosen) used.insert(visit->revision);
  ResultLayout layout;
  RowsById section_rows;
  for (auto revision = visits.revisions.rbegin(); revision != visits.revisions.rend(); ++revision) {
    if (used.contains((*revision)->id)) add_revision(layout, section_rows, **revision);
  }
  return layout;
}

}  // namespace canvasbook
