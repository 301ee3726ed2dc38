// What changed between an older copy of a workbook and the workbook as it is now, by the ids of documents, sections and
// items.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/field_sort.h"
#include "model/workbook.h"

namespace canvasbook {

enum class ChangeKind { kept, added, changed, removed };

struct FieldChange {
  std::string field;  // its key in files; of a cell the id of the column
  std::string title;  // of a cell that of its column; else empty
  FieldSort sort = FieldSort::text;
  std::string before;  // whole
  std::string after;
  bool is_cell = false;

  bool operator==(const FieldChange&) const = default;
};

// What happened to a document, a section or an item. Of one that came or went the fields are all that say anything.
struct Change {
  ChangeKind kind = ChangeKind::kept;
  bool is_moved = false;    // to another place in the order, or to where it did not stand before
  std::string from = {};    // then what held it before, where that is another one
  bool was_parked = false;  // it comes from the parking lot
  std::vector<FieldChange> fields = {};

  bool is_none() const { return kind == ChangeKind::kept && !is_moved; }
  bool operator==(const Change&) const = default;
};

struct ItemChange {
  std::string id;          // of a block, a column or a speaker "<section id>/<id>"
  std::string list;        // the key of the list that it stands in: "responses", "answers", "notes", "parking" …
  std::string name;        // what it is called by: its first text, as it is now
  std::string owner = {};  // what the item that holds it is called; empty where that is the section
  Change change = {};
  bool with_owner = false;  // it came or went together with what holds it, the item or the section

  bool operator==(const ItemChange&) const = default;
};

struct SectionChanges {
  std::string id;
  std::string title;
  bool defines_placeholders = false;
  Change change = {};                  // of the section itself
  std::vector<ItemChange> items = {};  // those that changed, then those that are gone, each in their order

  bool operator==(const SectionChanges&) const = default;
};

struct DocumentChanges {
  std::string id;
  std::string title;
  Change change = {};
  std::vector<SectionChanges> sections = {};  // where anything changed; those that are gone stand where they were

  bool operator==(const DocumentChanges&) const = default;
};

struct WorkbookChanges {
  std::vector<FieldChange> fields = {};         // of the workbook: company, author
  std::vector<DocumentChanges> documents = {};  // where anything changed; those that are gone last

  bool is_none() const { return fields.empty() && documents.empty(); }
  bool operator==(const WorkbookChanges&) const = default;
};

// Every document, section and item that came, went, changed or moved stands in it once. Compared is what is said and
// printed: neither colours, widths and page budgets, nor the marks of a trial run, dismissed findings and own words.
WorkbookChanges changes_between(const Workbook& before, const Workbook& after);

// How many there are, documents and sections counted too; what came or went with its owner is a part of it. One that
// says something else and moved as well is `changed`.
struct ChangeCounts {
  size_t added = 0;
  size_t changed = 0;
  size_t moved = 0;
  size_t removed = 0;

  bool operator==(const ChangeCounts&) const = default;
};
ChangeCounts counts_of(const DocumentChanges& changes);

// Whether two workbooks have a document or a section in common, as copies of one have.
bool have_common_sections(const Workbook& one, const Workbook& other);

}  // namespace canvasbook
