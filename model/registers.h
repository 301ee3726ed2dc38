// The registers of a workbook as lists: what they hold, where it is defined and who names it; and their edits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/segments.h"
#include "model/touchpoints.h"

namespace canvasbook {

enum class RegisterKind { segments, touchpoints, placeholders };
inline constexpr RegisterKind all_registers[] = {RegisterKind::segments, RegisterKind::touchpoints,
                                                 RegisterKind::placeholders};

// A note that names a segment, a row that names a touchpoint, a check item that measures a standard which does, what
// has a placeholder in one of its texts.
struct RegisterUse {
  std::string item;  // id; of running text that of its section
  std::string text;  // of the note, what the row is called by, the text with the placeholder
  size_t place = 0;  // in RegisterList::places
};

struct RegisterEntry {
  std::string id;
  std::string name;
  std::string mark;   // of a segment
  std::string value;  // what a placeholder stands for
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

// The entries in the order of the register, their uses in the order of the workbook, check items behind the rows.
// Parked notes use nothing.
RegisterList list_register(const Workbook& workbook, RegisterKind kind);

// Whether an item defines an entry of a register.
bool is_entry(const Workbook& workbook, RegisterKind kind, std::string_view id);

// Whether there is a block or a sheet in which an entry can be defined.
bool has_home(const Workbook& workbook, RegisterKind kind);

// Writes the name where the entry is defined, that of a placeholder also in every text that has it; an id that is no
// entry changes nothing.
Workbook rename_entry(Workbook workbook, RegisterKind kind, std::string_view id, std::string name);

// What stands in the register as the value of a placeholder, which is empty where it is to be written in; nullptr for
// an id that is no placeholder, or whose table has no column of values. Lives as long as the workbook.
const std::string* value_of_entry(const Workbook& workbook, std::string_view id);

// Writes that value; changes nothing where there is none to write.
Workbook set_entry_value(Workbook workbook, std::string_view id, std::string value);

// A new entry behind another one, or with an id that is no entry at the end of the first block or sheet that defines
// some. Nothing changes where there is none.
Workbook add_entry(Workbook workbook, RegisterKind kind, std::string_view after, std::string id, std::string name);

// Removes the note or the row, and links to it from anywhere. Texts keep the name of a placeholder.
Workbook remove_entry(Workbook workbook, RegisterKind kind, std::string_view id);

}  // namespace canvasbook
