// Workbooks for tests of the paper, and questions about laid-out pages.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "model/file/workbook_file.h"
#include "templates/library.h"
#include "tests/edits.h"
#include "tests/sample_visits.h"

namespace paper {

using namespace canvasbook;

// Read once a program.
inline Workbook example(const std::string& language) {
  static std::map<std::string, Workbook> known;
  const auto found = known.find(language);
  if (found != known.end()) return found->second;
  auto loaded = load_workbook(std::string(SOURCE_FOLDER) + "/assets/examples/coffee-shop." + language + ".canvasbook");
  REQUIRE_MESSAGE(loaded.has_value(), "no example in ", language);
  return known[language] = *loaded;
}

// The example with documents for the print forms that it has nothing for.
inline Workbook example_for_all_forms(const std::string& language) {
  Workbook workbook = example(language);
  IdSource ids(7);
  for (const char* id : {"service_rules", "satisfaction_card"}) {
    const Template* source = find_template(workbook.language, id);
    REQUIRE_MESSAGE(source != nullptr, "no template ", id);
    workbook = add_document(std::move(workbook), make_document(*source, ids));
  }
  Document visits = samples::document_with(samples::sound_visits());
  visits.language = workbook.language;
  return add_document(std::move(workbook), with_fresh_ids(std::move(visits), ids));
}

// The canvases of the example alone.
inline Workbook canvases(const std::string& language) {
  Workbook workbook = example(language);
  std::erase_if(workbook.documents, [](const auto& document) {
    return !std::holds_alternative<Board>(document->sections.front()->content);
  });
  return workbook;
}

// A workbook with one empty document of a template.
inline Workbook from_template(const char* id, Language language = Language::ru) {
  const Template* source = find_template(language, id);
  REQUIRE_MESSAGE(source != nullptr, "no template ", id);
  IdSource ids(1);
  Workbook workbook;
  workbook.language = language;
  workbook.company = "Кофейня";
  workbook.modified = {2026, 11, 16};
  return add_document(std::move(workbook), make_document(*source, ids));
}

// The example's first document and a copy of it under another title.
inline Workbook two_documents() {
  Workbook workbook = example("ru");
  workbook.documents.erase(workbook.documents.begin() + 1, workbook.documents.end());
  IdSource ids(3);
  Document second = with_fresh_ids(*workbook.documents.front(), ids);
  second.title = "Вторая";
  workbook.documents.emplace_back(std::move(second));
  return workbook;
}

inline Workbook with_board(const Workbook& workbook, const Board& board) {
  Section section = *workbook.documents.front()->sections.front();
  section.content = board;
  return set_section(workbook, section);
}

inline const Board& board_of(const Workbook& workbook) {
  REQUIRE_FALSE(workbook.documents.empty());
  return std::get<Board>(workbook.documents.front()->sections.front()->content);
}

// `count` notes dealt over the blocks in turn, of the given text.
inline Workbook with_notes(Workbook workbook, size_t count, const std::string& text) {
  Board board = board_of(workbook);
  for (size_t i = 0; i < count; ++i) {
    Note note;
    note.id = "n" + std::to_string(i);
    note.text = text + " " + std::to_string(i);
    board.blocks[i % board.blocks.size()].notes.push_back(std::move(note));
  }
  return with_board(workbook, board);
}

inline Pages lay_out(const Workbook& workbook, PageSize size = PageSize::A4) {
  Fonts fonts;
  return layout(compose(workbook, {{}, {}, workbook.modified}), page_setup(size), fonts);
}

// All words on the pages; a word that was cut over lines comes in parts.
inline std::string all_text(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) text += run.text + "\n";
  }
  return text;
}

inline std::set<float> card_sizes(const Page& page) {
  std::set<float> sizes;
  for (const TextRun& run : page.runs) {
    if (run.role == RunRole::card) sizes.insert(run.size);
  }
  return sizes;
}

}  // namespace paper
