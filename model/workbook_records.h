// A workbook as a list of records, one for each document, section and item, so that two can be compared by ids.
// Internal to model/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/field_sort.h"
#include "model/workbook.h"

namespace canvasbook {

struct RecordField {
  std::string field;
  std::string title;  // of a cell that of its column; else empty
  FieldSort sort = FieldSort::text;
  std::string value;       // what is compared: ids of links, one a line
  std::string words = {};  // where the sort is `words` and it is no link: what the value is called
  bool is_link = false;    // the words are looked up by the ids
  bool is_cell = false;
  bool is_default = false;  // it says nothing of an item that came or went
};

struct WorkbookRecord {
  static constexpr size_t none = static_cast<size_t>(-1);

  std::string key;         // unique in the workbook: the id, or "<section id>/<id>"
  std::string list;        // the key of the list that it stands in; of a section "sections", of a document "documents"
  size_t parent = none;    // the record that holds it
  size_t section = none;   // the record of its section; its own of a section, none of a document
  size_t document = none;  // the record of its document; its own of a document
  bool defines_placeholders = false;
  std::vector<RecordField> fields = {};
};

struct WorkbookRecords {
  std::vector<WorkbookRecord> list;                     // in the order of reading: what holds others before these
  std::unordered_map<std::string_view, size_t> by_key;  // points into the list
};
WorkbookRecords records_of(const Workbook& workbook);

// What a record is called by: its first text that says anything, or empty.
const std::string& name_of(const WorkbookRecord& record);

}  // namespace canvasbook
