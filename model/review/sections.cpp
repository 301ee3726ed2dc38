// The rules for links between sections: modules, speakers, columns, touchpoints.
#include <algorithm>
#include <array>

#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool holds_nothing(const Prose&) { return false; }  // a section without a text may be the heading of deeper ones
bool holds_nothing(const Board&) { return false; }  // its blocks are asked one by one

bool holds_nothing(const Responses& responses) {
  return std::ranges::all_of(responses.responses, [](const Response& response) {
    return blank(response.cue) &&
           std::ranges::all_of(response.answers, [](const Answer& answer) { return blank(answer.text); });
  });
}

bool holds_nothing(const Replacements& list) {
  return std::ranges::all_of(list.replacements,
                             [](const Replacement& entry) { return blank(entry.phrase) && blank(entry.replacement); });
}

bool holds_nothing(const Dialogue& dialogue) {
  return std::ranges::all_of(dialogue.lines, [](const DialogueLine& line) { return blank(line.text); });
}

bool holds_nothing(const Checklist& checklist) {
  return std::ranges::all_of(checklist.groups, [](const CheckGroup& group) { return group.items.empty(); });
}

bool holds_nothing(const Sheet& sheet) { return std::ranges::all_of(sheet.rows, all_blank); }

void find_empty_sections(const DocumentReview& at, std::string_view rule) {
  for (const auto& section : at.document.sections) {
    const bool empty = std::visit([](const auto& content) { return holds_nothing(content); }, section->content);
    if (empty) at.add(rule, {section->id}, {{"section", at.quoted(section->title)}});
  }
}

void find_missing_modules(const DocumentReview& at, std::string_view rule) {
  for_each_section_of<Dialogue>(at.document, [&](const Section& section, const Dialogue& dialogue) {
    for (const DialogueLine& line : dialogue.lines) {
      if (line.module.empty() || at.answers.contains(line.module)) continue;
      at.add(rule, {line.id},
             {{"line", at.quoted(line.text)}, {"link", line.module}, {"section", at.quoted(section.title)}});
    }
  });
}

void find_lines_without_speaker(const DocumentReview& at, std::string_view rule) {
  for_each_section_of<Dialogue>(at.document, [&](const Section& section, const Dialogue& dialogue) {
    const IdIndex<Speaker> speakers(dialogue.speakers);
    for (const DialogueLine& line : dialogue.lines) {
      if (speakers.find(line.speaker) != nullptr || blank(line.text)) continue;
      at.add(rule, {line.id}, {{"line", at.quoted(line.text)}, {"section", at.quoted(section.title)}});
    }
  });
}

void find_cells_without_column(const DocumentReview& at, std::string_view rule) {
  for_each_section_of<Sheet>(at.document, [&](const Section& section, const Sheet& sheet) {
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

void find_missing_touchpoints(const DocumentReview& at, std::string_view rule) {
  for_each_section_of<Sheet>(at.document, [&](const Section& section, const Sheet& sheet) {
    for (const SheetColumn& column : sheet.columns) {
      if (column.type != ColumnType::touchpoint) continue;
      for (const SheetRow& row : sheet.rows) {
        const std::string& link = cell_text(row, column);
        if (blank(link) || at.touchpoints.contains(link)) continue;
        at.add(rule, {row.id},
               {{"column", at.quoted(column.title)}, {"link", link}, {"section", at.quoted(section.title)}},
               row.id + "/" + link);
      }
    }
  });
}

}  // namespace

std::span<const Rule> section_rules() {
  static constexpr std::array rules{
      Rule{"empty_section", find_empty_sections}, Rule{"missing_module", find_missing_modules},
      Rule{"line_without_speaker", find_lines_without_speaker}, Rule{"cell_without_column", find_cells_without_column},
      Rule{"missing_touchpoint", find_missing_touchpoints}};
  return rules;
}

}  // namespace canvasbook
