// The workbook: all that one company writes, as a value. Copies share what they have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/board.h"
#include "model/date.h"
#include "model/language.h"
#include "model/prose.h"
#include "model/shared.h"
#include "model/unknown_fields.h"

namespace canvasbook {

// What a section holds. The name of each kind in files is in document_json.cpp.
using Content = std::variant<Prose, Board>;

struct Section {
  std::string id;
  std::string role;  // what the section means, see GLOSSARY.md
  std::string title;
  Content content;
  UnknownFields unknown;

  bool operator==(const Section&) const = default;
};

struct Document {
  std::string id;
  std::string template_id;  // the template it was made from; empty where there was none
  std::string title;
  Language language = Language::ru;
  std::vector<Shared<Section>> sections;
  UnknownFields unknown;

  bool operator==(const Document&) const = default;
};

enum class PageSize { A4, A3, Letter };

// "A4", "A3" or "Letter", and back.
std::string_view page_size_name(PageSize size);
std::optional<PageSize> page_size_of(std::string_view name);

// A finding of the review that the author does not want to see again, and why.
struct Dismissal {
  std::string rule;
  std::string document;  // id; empty in any document
  std::string item;      // the finding's subject
  std::string reason;
  UnknownFields unknown;

  bool operator==(const Dismissal&) const = default;
};

struct Workbook {
  std::string company;
  std::string author_role;  // such as "owner"; a role, not a name
  Language language = Language::ru;
  PageSize page_size = PageSize::A4;
  Date created;
  Date modified;
  std::vector<Shared<Document>> documents;
  std::vector<Dismissal> dismissed;
  UnknownFields unknown;

  bool operator==(const Workbook&) const = default;
};

// The document with an id, or nullptr.
const Document* find_document(const Workbook& workbook, std::string_view document);

// Calls visit(const Document&, const Section&, const Board&) for every board.
template <class Visit>
void for_each_board(const Workbook& workbook, Visit visit) {
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      if (const Board* board = std::get_if<Board>(&section->content)) visit(*document, *section, *board);
    }
  }
}

// Calls visit(const Document&, const Section&, const Block&, const Note&) for every note.
template <class Visit>
void for_each_note(const Workbook& workbook, Visit visit) {
  for_each_board(workbook, [&](const Document& document, const Section& section, const Board& board) {
    for (const Block& block : board.blocks) {
      for (const Note& note : block.notes) visit(document, section, block, note);
    }
  });
}

// Pure edits: each returns the workbook after it; everything untouched is shared with the one before.
Workbook add_document(Workbook workbook, Document document);
Workbook set_section(Workbook workbook, const Section& section);   // replaces the section with the same id
Workbook dismiss_finding(Workbook workbook, Dismissal dismissal);  // replaces an earlier reason for the same finding

// All that the author wrote, as running text, for counting words: titles, notes, details, prose.
size_t count_words(const Workbook& workbook);

}  // namespace canvasbook
