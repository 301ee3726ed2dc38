// The workbook: all that one company writes, as a value. Copies share what they have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/base/date.h"
#include "model/base/identifier.h"
#include "model/base/language.h"
#include "model/base/shared.h"
#include "model/base/unknown_fields.h"
#include "model/kinds/content.h"

namespace canvasbook {

struct Section {
  std::string id;
  std::string role;  // what the section means, see GLOSSARY.md
  std::string title;
  int level = 1;  // of its heading, 1 … 3
  Content content;
  int page_budget = 0;  // the most pages it should take, with the deeper sections behind it; 0 for no limit
  UnknownFields unknown;

  bool operator==(const Section&) const = default;
};

// How the running text of a document prints.
struct PaperStyle {
  bool cover = false;
  bool contents = false;
  bool justified = false;
  bool mirrored = false;     // wider inner margins, for binding
  bool dense_forms = false;  // check lists without lines for comments
  UnknownFields unknown;

  bool operator==(const PaperStyle&) const = default;
};

// When a document was last gone through, and when it is to be again.
struct Revision {
  std::optional<Date> date;  // of the last one
  std::string owner;         // who sees to it: a role, not a name
  int months = 0;            // until the next one; 0 for no period
  UnknownFields unknown;

  bool operator==(const Revision&) const = default;
};

// The day by which it is to be revised; nothing where it has no date or no period.
std::optional<Date> next_revision(const Revision& revision);

struct Document {
  std::string id;
  std::string template_id;  // the template it was made from; empty where there was none
  std::string title;
  Language language = Language::ru;
  int page_budget = 0;  // the most pages it should print on; 0 for no limit
  PaperStyle paper;
  std::vector<Shared<Section>> sections;
  UnknownFields unknown;
  Revision revision = {};

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
  bool without_starting_stop_list = false;  // what staff say is checked against the workbook's own lists alone
  std::vector<std::string> own_words;       // that count as spelt right: sorted, each once; see word_list.h
  UnknownFields unknown;

  bool operator==(const Workbook&) const = default;
};

// What the user says about a workbook as a whole.
struct Properties {
  std::string company;
  std::string author_role;
  Language language = Language::ru;
  PageSize page_size = PageSize::A4;
  bool without_starting_stop_list = false;

  bool operator==(const Properties&) const = default;
};
Properties properties_of(const Workbook& workbook);

// The document or section with an id, or nullptr.
const Document* find_document(const Workbook& workbook, std::string_view document);
const Section* find_section(const Workbook& workbook, std::string_view section);

// The document that holds a section, or nullptr.
const Document* document_with(const Workbook& workbook, std::string_view section);

// What the section with an id holds, or nullptr where it is not there or holds something else.
template <class Kind>
const Kind* content_of(const Workbook& workbook, std::string_view section) {
  const Section* found = find_section(workbook, section);
  return found == nullptr ? nullptr : std::get_if<Kind>(&found->content);
}

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

// Calls visit(const Document&, const Section&, const Note&) for every note that is parked.
template <class Visit>
void for_each_parked_note(const Workbook& workbook, Visit visit) {
  for_each_board(workbook, [&](const Document& document, const Section& section, const Board& board) {
    for (const Note& note : board.parking) visit(document, section, note);
  });
}

// The document with fresh ids for itself, its sections and their items, parked notes too. Links between its items
// follow; links to items of other documents stay.
Document with_fresh_ids(Document document, IdSource& fresh);

// The ids of a section of the document and of the deeper ones behind it.
std::vector<std::string> with_deeper_sections(const Document& document, size_t section);

// Pure edits: each returns the workbook after it; everything untouched is shared with the one before. A document or
// section that is not there changes nothing, and neither does an edit to what is so already. `position` counts from 0,
// is the place that the moved one then has, and is clamped to the end.
Workbook add_document(Workbook workbook, Document document);
Workbook rename_document(Workbook workbook, std::string_view document, std::string title);
Workbook move_document(Workbook workbook, std::string_view document, size_t position);
Workbook duplicate_document(Workbook workbook, std::string_view document, IdSource& fresh);  // right behind it

Workbook set_board(Workbook workbook, std::string_view section, Board board);       // where it is a board
Workbook set_prose(Workbook workbook, std::string_view section, std::string text);  // where it is prose
Workbook set_visits(Workbook workbook, std::string_view section, Visits visits);    // where it is visits
// How long its talk is meant to take, where it is a dialogue: 0 for any time, at most the longest talk.
Workbook set_talk_minutes(Workbook workbook, std::string_view section, int minutes);
// Replaces what a section holds by other content of the same kind. Links from anywhere in the workbook to items that it
// no longer holds are taken away.
Workbook set_content(Workbook workbook, std::string_view section, Content content);
Workbook rename_section(Workbook workbook, std::string_view section, std::string title);
inline constexpr int deepest_section = 3;
Workbook set_section_level(Workbook workbook, std::string_view section, int level);  // clamped to 1 … deepest_section
Workbook move_section(Workbook workbook, std::string_view section, size_t position);  // inside its document
Workbook move_section_to(Workbook workbook, std::string_view section, std::string_view document, size_t position);

// The section becomes a document of its own, behind the one it stood in, with the title of the section, and takes the
// deeper sections behind it along; guides and paper stay as they are. Where nothing would be left behind, nothing
// changes.
Workbook move_section_to_new_document(Workbook workbook, std::string_view section, IdSource& fresh);

// The level of a section that comes in at a position: that of its siblings there. What stands below the section before
// it stays below that one.
int sibling_level(const Document& document, size_t position);

// Puts a section of a document that does not belong to the workbook into one that does, with links to nothing that
// stays outside. The other document has ids of its own.
Workbook insert_section(Workbook workbook, const Document& from, size_t section, std::string_view document,
                        size_t position);

// Removing takes the links to the removed items out of all that stay, wherever they are. A note that stood for a
// removed segment is thereby a segment of its own, and a line of a dialogue that said a removed answer keeps its words.
Workbook remove_document(Workbook workbook, std::string_view document);
Workbook remove_section(Workbook workbook, std::string_view section);
Workbook remove_notes(Workbook workbook, std::string_view section, const NoteIds& ids);  // only those of the section

Workbook dismiss_finding(Workbook workbook, Dismissal dismissal);  // replaces an earlier reason for the same finding

// Takes back every dismissal of a finding, also one that holds in all documents.
Workbook restore_finding(Workbook workbook, std::string_view rule, std::string_view document, std::string_view item);

// 0 pages for no limit, at most the largest budget.
inline constexpr int largest_page_budget = 9999;
Workbook set_page_budget(Workbook workbook, std::string_view document, int pages);
Workbook set_section_budget(Workbook workbook, std::string_view section, int pages);

Workbook set_paper_style(Workbook workbook, std::string_view document, PaperStyle style);

// With a period from 0 to the longest one.
inline constexpr int longest_revision_period = 120;  // months
Workbook set_revision(Workbook workbook, std::string_view document, Revision revision);

Workbook set_properties(Workbook workbook, Properties properties);

// Words that the company spells its own way. A word that is known already, or has no letter, adds nothing; removing
// takes along whatever other form made the word known.
Workbook add_own_word(Workbook workbook, std::string_view word);
Workbook remove_own_word(Workbook workbook, std::string_view word);

// How many words stand in the texts of all kinds (see contents.h). Titles do not count, which a document has before
// anything is written, nor do parked notes.
size_t count_words(const Workbook& workbook);

}  // namespace canvasbook
