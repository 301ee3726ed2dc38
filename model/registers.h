// The registers of a workbook as lists: what they hold, where it is defined and who names it; and their edits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/segments.h"
#include "model/touchpoints.h"

namespace canvasbook {

enum class RegisterKind { segments, touchpoints };

// A note that names a segment, or a row that names a touchpoint.
struct RegisterUse {
  std::string item;  // id
  std::string text;  // of the note, or what the row is called by
  size_t place = 0;  // in RegisterList::places
};

struct RegisterEntry {
  std::string id;
  std::string name;
  std::string mark;  // of a segment
  Colour colour = Colour::none;
  size_t place = 0;  // where it is defined
  std::vector<RegisterUse> uses;
  size_t sections = 0;   // that the uses stand in
  size_t standards = 0;  // uses that are service standards
};

// Where entries and uses stand.
struct RegisterPlace {
  std::string section;  // id
  std::string document_title;
  std::string title;  // of the block, or of the section
};

struct RegisterList {
  std::vector<RegisterPlace> places;
  std::vector<RegisterEntry> entries;

  const RegisterEntry* find(std::string_view id) const;  // or nullptr
};

// The entries in the order of the register, their uses in the order of the workbook. Parked notes use nothing.
RegisterList list_register(const Workbook& workbook, RegisterKind kind);

// Whether an item defines an entry of a register.
bool is_entry(const Workbook& workbook, RegisterKind kind, std::string_view id);

// Whether there is a block or a sheet in which an entry can be defined.
bool has_home(const Workbook& workbook, RegisterKind kind);

// Writes the name where the entry is defined; an id that is no entry changes nothing.
Workbook rename_entry(Workbook workbook, RegisterKind kind, std::string_view id, std::string name);

// A new entry behind another one, or with an id that is no entry at the end of the first block or sheet that defines
// some. Nothing changes where there is none.
Workbook add_entry(Workbook workbook, RegisterKind kind, std::string_view after, std::string id, std::string name);

// Removes the note or the row, and links to it from anywhere.
Workbook remove_entry(Workbook workbook, RegisterKind kind, std::string_view id);

}  // namespace canvasbook
