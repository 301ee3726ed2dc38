// Looking into workbooks and changing them in ways that tests need and the program does not.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "model/workbook.h"

namespace canvasbook {

inline Board remove_note(Board board, std::string_view note) {
  return remove_notes(std::move(board), {std::string(note)});
}

inline Board move_note(Board board, std::string_view note, std::string_view to_block, size_t position) {
  return move_notes(std::move(board), {std::string(note)}, to_block, position);
}

// Replaces the note with the same id.
inline Board set_note(Board board, const Note& note) {
  const auto replace = [&](std::vector<Note>& notes) {
    for (Note& old : notes) {
      if (old.id == note.id) old = note;
    }
  };
  for (Block& block : board.blocks) replace(block.notes);
  replace(board.parking);
  return board;
}

// Replaces the section with the same id.
inline Workbook set_section(Workbook workbook, const Section& section) {
  for (auto& document : workbook.documents) {
    for (size_t i = 0; i < document->sections.size(); ++i) {
      if (document->sections[i]->id != section.id) continue;
      Document changed = *document;
      changed.sections[i] = section;
      document = std::move(changed);
      return workbook;
    }
  }
  FAIL("no section ", section.id);
  return workbook;
}

// The board of a section.
inline const Board& board_in(const Workbook& workbook, std::string_view section) {
  const Section* found = find_section(workbook, section);
  REQUIRE_MESSAGE(found != nullptr, "no section ", std::string(section));
  REQUIRE(std::holds_alternative<Board>(found->content));
  return std::get<Board>(found->content);
}

// The id of the document that holds a section.
inline std::string document_of(const Workbook& workbook, std::string_view section) {
  for (const auto& document : workbook.documents) {
    for (const auto& held : document->sections) {
      if (held->id == section) return document->id;
    }
  }
  return {};
}

}  // namespace canvasbook
