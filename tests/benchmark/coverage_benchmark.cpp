// Prints what the coverage of a large workbook costs: 500 touchpoints, 2,000 standards at them and an item for each.
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "model/coverage.h"
#include "model/standard_checks.h"
#include "tests/benchmark/processes.h"

using namespace canvasbook;

namespace {

Section section_of(const char* id, std::string_view role, Content content) {
  Section section;
  section.id = id;
  section.role = role;
  section.content = std::move(content);
  return section;
}

Workbook workbook_of(int touchpoints) {
  Sheet plan;
  plan.columns = {{"name", "touchpoint", "Touchpoint", ColumnType::text, {}, 0, {}}};
  Sheet standards;
  standards.columns = {{"what", "situation", "Situation", ColumnType::text, {}, 0, {}},
                       {"words", "wording", "Wording", ColumnType::text, {}, 0, {}},
                       {"at", "at", "At", ColumnType::touchpoint, {}, 0, {}}};
  Checklist list;
  list.groups.resize(1);
  for (int i = 0; i < touchpoints; ++i) {
    const std::string id = "t" + std::to_string(i);
    plan.rows.push_back({id, {{"name", "Place " + std::to_string(i)}}, {}});
    for (int k = 0; k < 4; ++k) {
      const std::string standard = id + "s" + std::to_string(k);
      const std::string number = std::to_string(k);
      standards.rows.push_back(
          {standard, {{"what", "Situation " + number}, {"words", "Words " + number}, {"at", id}}, {}});
      CheckItem item;
      item.id = standard + "i";
      item.text = "Item " + number;
      item.standard = standard;
      list.groups[0].items.push_back(std::move(item));
    }
  }
  Document document;
  document.id = "plan";
  document.sections.emplace_back(section_of("p", "touchpoint_plan", std::move(plan)));
  document.sections.emplace_back(section_of("r", standards_role, std::move(standards)));
  document.sections.emplace_back(section_of("c", "checklist", std::move(list)));
  Workbook workbook;
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

double milliseconds(const Workbook& workbook) {
  std::vector<double> runs;
  for (int run = 0; run < 9; ++run) {
    const clock_t start = clock();
    static_cast<void>(coverage_of_touchpoints(workbook, "plan"));
    runs.push_back(1e3 * static_cast<double>(clock() - start) / CLOCKS_PER_SEC);
  }
  return median(runs);
}

}  // namespace

int main() {
  const double half = milliseconds(workbook_of(250));
  const double whole = milliseconds(workbook_of(500));
  std::printf("Coverage of 500 touchpoints with 2,000 standards and 2,000 check items: %.1f ms (at most 50)\n", whole);
  std::printf("Twice as many cost %.2f of the half (at most 2.3)\n", whole / half);
  return 0;
}
