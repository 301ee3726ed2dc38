// The rules for links between sections: modules, speakers, columns, touchpoints.
#include <algorithm>
#include <array>

#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_formulas.h"
#include "model/like_names.h"
#include "model/review/review.h"
#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

void find_missing_modules(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Dialogue>(at, [&](const Section& section, const Dialogue& dialogue) {
    for (const DialogueLine& line : dialogue.lines) {
      if (line.module.empty() || at.all.answers.contains(line.module)) continue;
      at.add(rule, {line.id},
             {{"line", at.quoted(line.text)}, {"link", line.module}, {"section", at.quoted(section.title)}})
          .has_mend = true;
    }
  });
}

void find_lines_without_speaker(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Dialogue>(at, [&](const Section& section, const Dialogue& dialogue) {
    const IdIndex<Speaker> speakers(dialogue.speakers);
    for (const DialogueLine& line : dialogue.lines) {
      if (speakers.find(line.speaker) != nullptr || blank(line.text)) continue;
      at.add(rule, {line.id}, {{"line", at.quoted(line.text)}, {"section", at.quoted(section.title)}});
    }
  });
}

void find_cells_without_column(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const IdIndex<SheetColumn> columns(sheet.columns);
    for (const SheetRow& row : sheet.rows) {
      for (const auto& [column, text] : row.cells) {
        if (blank(text) || columns.find(column) != nullptr) continue;
        at.add(rule, {row.id}, {{"cell", at.quoted(text)}, {"link", column}, {"section", at.quoted(section.title)}},
               row.id + "/" + column);
      }
    }
  });
}

void find_unsuited_cells(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    for (const SheetRow& row : sheet.rows) {
      for (const SheetColumn& column : sheet.columns) {
        const std::string& text = cell_text(row, column);
        if (is_calculated(column) || suits(column.type, text)) continue;
        at.add(rule, {row.id},
               {{"cell", at.quoted(text)}, {"column", at.quoted(column.title)}, {"section", at.quoted(section.title)}},
               row.id + "/" + column.id)
            .field = column.id;
      }
    }
  });
}

void find_missing_touchpoints(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    for (const SheetColumn& column : sheet.columns) {
      if (column.type != ColumnType::touchpoint) continue;
      for (const SheetRow& row : sheet.rows) {
        const std::string& link = cell_text(row, column);
        if (blank(link) || at.all.touchpoints.contains(link)) continue;
        Finding& added =
            at.add(rule, {row.id},
                   {{"column", at.quoted(column.title)}, {"link", link}, {"section", at.quoted(section.title)}},
                   row.id + "/" + link);
        added.field = column.id;
        added.has_mend = at.all.touchpoints_of_name.contains(same_name(link));
      }
    }
  });
}

// The sections in which touchpoints stand, each once: «Точки контакта», «Точки контакта (копия)». Where they are of
// several documents these are named too.
std::string places_of(const DocumentReview& at, const std::vector<const Touchpoint*>& touchpoints) {
  constexpr size_t most = 3;
  const auto same_document = [&](const Touchpoint* one) { return one->document == touchpoints.front()->document; };
  const bool names_documents = !std::ranges::all_of(touchpoints, same_document);
  std::unordered_set<std::string_view> sections;
  std::string list;
  for (const Touchpoint* touchpoint : touchpoints) {
    if (!sections.insert(touchpoint->section).second || sections.size() > most) continue;
    const std::string& document = find_document(at.all.workbook, touchpoint->document)->title;
    const std::string& section = find_section(at.all.workbook, touchpoint->section)->title;
    const std::string place = blank(section) ? document : names_documents ? document + " · " + section : section;
    list += (list.empty() ? "" : ", ") + at.quoted(place);
  }
  if (sections.size() <= most) return list;
  return at.catalog.text("list.and_more", {{"list", list}, {"count", std::to_string(sections.size() - most)}});
}

// Told once a name, where it stands for the second time.
void find_touchpoints_twice(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section&, const Sheet& sheet) {
    const SheetColumn* column = touchpoint_column(sheet);
    if (column == nullptr) return;
    for (const SheetRow& row : sheet.rows) {
      const auto named = at.all.touchpoints_of_name.find(same_name(cell_text(row, *column)));
      if (named == at.all.touchpoints_of_name.end() || named->second.size() < 2) continue;
      const std::vector<const Touchpoint*>& same = named->second;
      if (same[1]->id != row.id) continue;
      std::vector<std::string> items{row.id};
      for (const Touchpoint* touchpoint : same) {
        if (touchpoint->id != row.id) items.push_back(touchpoint->id);
      }
      at.add(rule, std::move(items),
             {{"touchpoint", at.quoted(cell_text(row, *column))}, {"places", places_of(at, same)}});
    }
  });
}

// Asked for once standards name touchpoints: a plan is drawn up before them.
void find_touchpoints_without_standard(const DocumentReview& at, std::string_view rule) {
  if (at.all.standards_of.empty()) return;
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const SheetColumn* column = touchpoint_column(sheet);
    if (column == nullptr) return;
    for (const SheetRow& row : sheet.rows) {
      const std::string& name = cell_text(row, *column);
      if (blank(name) || at.all.standards_of.contains(row.id)) continue;
      at.add(rule, {row.id}, {{"touchpoint", at.quoted(name)}, {"section", at.quoted(section.title)}});
    }
  });
}

}  // namespace

std::span<const Rule> section_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"missing_module", broken, find_missing_modules},
                                    Rule{"line_without_speaker", lacking, find_lines_without_speaker},
                                    Rule{"cell_without_column", broken, find_cells_without_column},
                                    Rule{unsuited_cell_rule, broken, find_unsuited_cells},
                                    Rule{"missing_touchpoint", broken, find_missing_touchpoints},
                                    Rule{"touchpoint_twice", lacking, find_touchpoints_twice},
                                    Rule{"touchpoint_without_standard", lacking, find_touchpoints_without_standard}};
  return rules;
}

}  // namespace canvasbook
