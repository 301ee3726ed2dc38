// Standards that set different targets for the same: gathered once a workbook, since they may stand in different
// documents.
#include <algorithm>

#include "model/like_names.h"
#include "model/review/rules.h"
#include "model/standard_checks.h"
#include "model/text/alike_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// The targets of one touchpoint in one unit, and the words of what they measure at the same places.
struct TargetsOfTouchpoint {
  std::vector<StandardTarget> standards;
  std::vector<std::string> targets;  // as they are compared
  std::vector<WordSet> measures;
};

bool is_left_open(const std::string& target) { return target.find('[') != std::string::npos; }

const SheetColumn* first_link(const Sheet& sheet) {
  const auto link = std::ranges::find(sheet.columns, ColumnType::touchpoint, &SheetColumn::type);
  return link == sheet.columns.end() ? nullptr : &*link;
}

}  // namespace

void gather_contradictions(WorkbookReview& all) {
  TextWords words;
  std::map<std::string, TargetsOfTouchpoint> groups;  // by touchpoint and unit
  for (const auto& document : all.workbook.documents) {
    for_each_section_of<Sheet>(*document, [&](const Section& section, const Sheet& sheet) {
      const SheetColumn* link = first_link(sheet);
      const SheetColumn* measure = find_column(sheet, "measure");
      const SheetColumn* target = find_column(sheet, "target");
      const SheetColumn* unit = find_column(sheet, "unit");
      if (section.role != standards_role || link == nullptr || measure == nullptr || target == nullptr) return;
      for (const SheetRow& row : sheet.rows) {
        const std::string compared = same_name(cell_text(row, *target));
        const std::string& touchpoint = cell_text(row, *link);
        if (compared.empty() || is_left_open(compared) || !all.touchpoints.contains(touchpoint)) continue;
        const std::string in_unit = unit == nullptr ? std::string() : same_name(cell_text(row, *unit));
        TargetsOfTouchpoint& group = groups[touchpoint + "\n" + in_unit];
        group.standards.push_back({&sheet, &row, touchpoint});
        group.targets.push_back(compared);
        group.measures.push_back(words.of(cell_text(row, *measure)));
      }
    });
  }
  for (const auto& [key, group] : groups) {
    for (const AlikePair& pair : find_alike(group.measures)) {
      if (group.targets[pair.first] == group.targets[pair.second]) continue;
      all.contradicted.emplace(group.standards[pair.second].row->id, group.standards[pair.first]);
    }
  }
}

}  // namespace canvasbook
