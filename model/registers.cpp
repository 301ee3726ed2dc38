#include "model/registers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "model/kinds/item_lists.h"
#include "model/placeholders.h"
#include "model/standard_checks.h"
#include "model/text/text.h"
#include "model/text_places.h"

namespace canvasbook {

namespace {

using EntryIndex = std::unordered_map<std::string_view, size_t>;

EntryIndex index_of(const RegisterList& list) {
  EntryIndex index;
  for (size_t i = 0; i < list.entries.size(); ++i) index.emplace(list.entries[i].id, i);
  return index;
}

// The place of a section or block; uses of one come together.
size_t place_of(RegisterList& list, const Document& document, const Section& section, const std::string& title) {
  const bool is_known =
      !list.places.empty() && list.places.back().section == section.id && list.places.back().title == title;
  if (!is_known) list.places.push_back({section.id, document.title, title});
  return list.places.size() - 1;
}

void add_use(RegisterList& list, size_t entry, RegisterUse use, bool is_standard) {
  RegisterEntry& used = list.entries[entry];
  const bool same_section =
      !used.uses.empty() && list.places[used.uses.back().place].section == list.places[use.place].section;
  if (!same_section) ++used.sections;
  if (is_standard) ++used.standards;
  used.uses.push_back(std::move(use));
}

RegisterList list_segments(const Workbook& workbook) {
  RegisterList list;
  for (Segment& segment : segment_register(workbook)) {
    RegisterEntry& entry = list.entries.emplace_back();
    entry.id = std::move(segment.id);
    entry.name = std::move(segment.name);
    entry.mark = std::move(segment.mark);
    entry.colour = segment.colour;
  }
  const EntryIndex index = index_of(list);
  for_each_board(workbook, [&](const Document& document, const Section& section, const Board& board) {
    for (const Block& block : board.blocks) {
      for (const Note& note : block.notes) {
        const auto own = index.find(note.id);
        if (own != index.end()) list.entries[own->second].place = place_of(list, document, section, block.title);
        for (auto id = note.segments.begin(); id != note.segments.end(); ++id) {
          const auto entry = index.find(*id);
          const bool is_told = std::find(note.segments.begin(), id, *id) != id;
          if (entry == index.end() || note.id == *id || is_told) continue;
          add_use(list, entry->second, {note.id, note.text, place_of(list, document, section, block.title)}, false);
        }
      }
    }
  });
  return list;
}

// The places of the entries that a service standard names, by its id.
using EntriesOfStandards = std::unordered_map<std::string_view, std::vector<size_t>>;

void add_uses_of(RegisterList& list, const EntryIndex& index, EntriesOfStandards& standards, const Document& document,
                 const Section& section, const Sheet& sheet) {
  std::vector<const SheetColumn*> links;
  for (const SheetColumn& column : sheet.columns) {
    if (column.type == ColumnType::touchpoint) links.push_back(&column);
  }
  if (links.empty()) return;
  for (const SheetRow& row : sheet.rows) {
    std::vector<size_t> told;
    for (const SheetColumn* column : links) {
      const auto entry = index.find(cell_text(row, *column));
      if (entry == index.end() || std::ranges::find(told, entry->second) != told.end()) continue;
      told.push_back(entry->second);
      const bool is_standard = section.role == standards_role;
      if (is_standard) standards[row.id].push_back(entry->second);
      add_use(list, entry->second, {row.id, name_of_row(sheet, row), place_of(list, document, section, section.title)},
              is_standard);
    }
  }
}

// Items of check lists that measure a standard which names the entry.
void add_checks_of(RegisterList& list, const EntriesOfStandards& entries, const Document& document,
                   const Section& section, const Checklist& checklist) {
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& item : group.items) {
      const auto measured = item.standard.empty() ? entries.end() : entries.find(item.standard);
      if (measured == entries.end()) continue;
      for (const size_t entry : measured->second) {
        add_use(list, entry, {item.id, name_of_check(item), place_of(list, document, section, section.title)}, false);
      }
    }
  }
}

RegisterList list_touchpoints(const Workbook& workbook) {
  RegisterList list;
  for (Touchpoint& touchpoint : touchpoint_register(workbook)) {
    RegisterEntry entry;
    entry.id = std::move(touchpoint.id);
    entry.name = std::move(touchpoint.name);
    list.entries.push_back(std::move(entry));
  }
  const EntryIndex index = index_of(list);
  EntriesOfStandards standards;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* sheet = std::get_if<Sheet>(&section->content);
      if (sheet == nullptr) continue;
      if (touchpoint_column(*sheet) != nullptr) {
        const size_t place = place_of(list, *document, *section, section->title);
        for (const SheetRow& row : sheet->rows) {
          if (const auto own = index.find(row.id); own != index.end()) list.entries[own->second].place = place;
        }
      }
      add_uses_of(list, index, standards, *document, *section, *sheet);
    }
  }
  for (const ChecklistPlace& place : check_lists(workbook)) {
    add_checks_of(list, standards, *place.document, *place.section, std::get<Checklist>(place.section->content));
  }
  return list;
}

// What has a text with a placeholder, once for each of its placeholders.
void add_uses_in(RegisterList& list, const std::map<std::string, size_t, std::less<>>& entries,
                 const Document& document, const Section& section) {
  for (const PlacedText& text : texts_in_order(section.content)) {
    for (const PlaceholderUse& use : placeholder_uses(*text.text)) {
      const auto entry = entries.find(placeholder_key(use.name));
      if (entry == entries.end()) continue;
      const std::string& item = text.place.item.empty() ? section.id : text.place.item;
      const std::vector<RegisterUse>& known = list.entries[entry->second].uses;
      if (!known.empty() && known.back().item == item) continue;
      add_use(list, entry->second, {item, *text.text, place_of(list, document, section, section.title)}, false);
    }
  }
}

RegisterList list_placeholders(const Workbook& workbook) {
  RegisterList list;
  const Placeholders known(workbook);
  std::map<std::string, size_t, std::less<>> entries;  // by name, as names are compared
  for (Placeholder& placeholder : placeholder_register(workbook)) {
    if (!placeholder.name.empty()) entries.emplace(placeholder_key(placeholder.name), list.entries.size());
    RegisterEntry entry;
    entry.id = std::move(placeholder.id);
    entry.name = std::move(placeholder.name);
    if (const std::string* value = known.find(entry.name)) entry.value = *value;
    list.entries.push_back(std::move(entry));
  }
  const EntryIndex index = index_of(list);
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* sheet = std::get_if<Sheet>(&section->content);
      if (sheet == nullptr || placeholder_column(*sheet) == nullptr) {
        add_uses_in(list, entries, *document, *section);
        continue;
      }
      const size_t place = place_of(list, *document, *section, section->title);
      for (const SheetRow& row : sheet->rows) {
        if (const auto own = index.find(row.id); own != index.end()) list.entries[own->second].place = place;
      }
    }
  }
  return list;
}

// Where an entry is defined, or where a new one would be.
struct Home {
  const Section* section = nullptr;
  const Block* block = nullptr;  // of a segment
  size_t position = SIZE_MAX;    // behind the entry; at the end where it is not found
  bool has_entry = false;
};

Home home_of_segment(const Workbook& workbook, std::string_view id) {
  Home home;
  for_each_board(workbook, [&](const Document&, const Section& section, const Board& board) {
    for (const Block& block : board.blocks) {
      if (block.role != segments_role || home.has_entry) continue;
      if (home.block == nullptr) home = {&section, &block};
      const auto note = std::ranges::find(block.notes, id, &Note::id);
      if (note == block.notes.end() || segment_of(*note) != note->id) continue;
      home = {&section, &block, static_cast<size_t>(note - block.notes.begin()) + 1, true};
    }
  });
  return home;
}

// The column of a sheet whose cells name the entries of a register.
const SheetColumn* naming_column(const Sheet& sheet, RegisterKind kind) {
  return kind == RegisterKind::placeholders ? placeholder_column(sheet) : touchpoint_column(sheet);
}

Home home_of_row(const Workbook& workbook, RegisterKind kind, std::string_view id) {
  Home home;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* sheet = std::get_if<Sheet>(&section->content);
      if (sheet == nullptr || naming_column(*sheet, kind) == nullptr || home.has_entry) continue;
      if (home.section == nullptr) home.section = &*section;
      const auto row = std::ranges::find(sheet->rows, id, &SheetRow::id);
      if (row == sheet->rows.end()) continue;
      home = {&*section, nullptr, static_cast<size_t>(row - sheet->rows.begin()) + 1, true};
    }
  }
  return home;
}

Home home_of(const Workbook& workbook, RegisterKind kind, std::string_view id) {
  return kind == RegisterKind::segments ? home_of_segment(workbook, id) : home_of_row(workbook, kind, id);
}

}  // namespace

const RegisterEntry* RegisterList::find(std::string_view id) const {
  const auto found = std::ranges::find(entries, id, &RegisterEntry::id);
  return found == entries.end() ? nullptr : &*found;
}

RegisterList list_register(const Workbook& workbook, RegisterKind kind) {
  switch (kind) {
    case RegisterKind::segments:
      return list_segments(workbook);
    case RegisterKind::touchpoints:
      return list_touchpoints(workbook);
    case RegisterKind::placeholders:
      break;
  }
  return list_placeholders(workbook);
}

bool is_entry(const Workbook& workbook, RegisterKind kind, std::string_view id) {
  return home_of(workbook, kind, id).has_entry;
}

bool has_home(const Workbook& workbook, RegisterKind kind) { return home_of(workbook, kind, {}).section != nullptr; }

Workbook rename_entry(Workbook workbook, RegisterKind kind, std::string_view id, std::string name) {
  const Home home = home_of(workbook, kind, id);
  if (!home.has_entry) return workbook;
  const std::string section = home.section->id;
  if (kind == RegisterKind::segments) {
    Board board = set_text(std::get<Board>(home.section->content), id, std::move(name));
    return set_board(std::move(workbook), section, std::move(board));
  }
  const std::string column = naming_column(std::get<Sheet>(home.section->content), kind)->id;
  if (kind == RegisterKind::placeholders) {
    const std::string before = list_placeholders(workbook).find(id)->name;
    workbook = with_renamed_placeholders(std::move(workbook), before, name);
  }
  Sheet sheet = std::get<Sheet>(find_section(workbook, section)->content);
  sheet = set_cell(std::move(sheet), id, column, std::move(name));
  return set_content(std::move(workbook), section, std::move(sheet));
}

const std::string* value_of_entry(const Workbook& workbook, std::string_view id) {
  const Home home = home_of(workbook, RegisterKind::placeholders, id);
  if (!home.has_entry) return nullptr;
  const Sheet& sheet = std::get<Sheet>(home.section->content);
  const SheetColumn* values = find_column(sheet, placeholder_value_role);
  const auto row = std::ranges::find(sheet.rows, id, &SheetRow::id);
  return values == nullptr || row == sheet.rows.end() ? nullptr : &cell_text(*row, *values);
}

Workbook set_entry_value(Workbook workbook, std::string_view id, std::string value) {
  const Home home = home_of(workbook, RegisterKind::placeholders, id);
  if (!home.has_entry) return workbook;
  const std::string section = home.section->id;
  Sheet sheet = std::get<Sheet>(home.section->content);
  const SheetColumn* values = find_column(sheet, placeholder_value_role);
  if (values == nullptr) return workbook;
  const std::string column = values->id;
  return set_content(std::move(workbook), section, set_cell(std::move(sheet), id, column, std::move(value)));
}

Workbook add_entry(Workbook workbook, RegisterKind kind, std::string_view after, std::string id, std::string name) {
  const Home home = home_of(workbook, kind, after);
  if (home.section == nullptr) return workbook;
  const std::string section = home.section->id;
  if (kind == RegisterKind::segments) {
    Note note;
    note.id = std::move(id);
    note.text = std::move(name);
    Board board = add_note(std::get<Board>(home.section->content), home.block->id, std::move(note), home.position);
    return set_board(std::move(workbook), section, std::move(board));
  }
  Sheet sheet = std::get<Sheet>(home.section->content);
  SheetRow row;
  row.id = std::move(id);
  if (!name.empty()) row.cells[naming_column(sheet, kind)->id] = std::move(name);
  sheet.rows = add_item(std::move(sheet.rows), std::move(row), home.position);
  return set_content(std::move(workbook), section, std::move(sheet));
}

Workbook remove_entry(Workbook workbook, RegisterKind kind, std::string_view id) {
  const Home home = home_of(workbook, kind, id);
  if (!home.has_entry) return workbook;
  const std::string section = home.section->id;
  if (kind == RegisterKind::segments) return remove_notes(std::move(workbook), section, {std::string(id)});
  Sheet sheet = std::get<Sheet>(home.section->content);
  sheet.rows = remove_item(std::move(sheet.rows), id);
  return set_content(std::move(workbook), section, std::move(sheet));
}

}  // namespace canvasbook
