// The places to fill in that an export prints.
#pragma once

#include <optional>
#include <string>

#include "editor/dialogs/export_parts.h"
#include "export/compose/forms/forms.h"
#include "model/blank_places.h"

namespace canvasbook {

// How many there are, and the first: one that the author fills in, then a name in braces, then one of who speaks.
struct PrintedBlanks {
  size_t left = 0;           // of the author
  size_t said = 0;           // of who speaks
  size_t names = 0;          // placeholders that have no value
  bool has_unknown = false;  // among these one that nobody knows
  std::optional<BlankPlace> first;
  std::string document;  // id, of the first
  Workbook workbook;     // that the first points into
};

// Those of the book stand in its sections; another form has what it prints of them. A form that compares has none.
PrintedBlanks printed_blanks_of(const Workbook& workbook, const ExportParts& left_out, const PrintForm& form);

// The words of a place: "[price]", "{client}".
std::string words_of_blank(const BlankPlace& blank);

}  // namespace canvasbook
