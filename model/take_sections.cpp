#include "model/take_sections.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "model/contents.h"
#include "model/registers.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

using Ids = std::set<std::string, std::less<>>;
using IdMap = std::map<std::string, std::string, std::less<>>;

constexpr RegisterKind registers[] = {RegisterKind::segments, RegisterKind::touchpoints};

Workbook insert_at(Workbook workbook, std::string_view document, size_t position,
                   const std::vector<Shared<Section>>& sections) {
  for (auto& candidate : workbook.documents) {
    if (candidate->id != document) continue;
    Document changed = *candidate;
    const auto at = changed.sections.begin() + static_cast<std::ptrdiff_t>(std::min(position, changed.sections.size()));
    changed.sections.insert(at, sections.begin(), sections.end());
    candidate = std::move(changed);
  }
  return workbook;
}

std::string form_of(const std::string& name) { return to_search_form(trim(name)); }

// The entries of a register by name; of several of one name the first. What has no name is none.
IdMap entries_by_name(const Workbook& workbook, RegisterKind kind) {
  IdMap entries;
  if (kind == RegisterKind::segments) {
    for (const Segment& segment : segment_register(workbook)) entries.emplace(form_of(segment.name), segment.id);
  } else {
    for (const Touchpoint& touchpoint : touchpoint_register(workbook))
      entries.emplace(form_of(touchpoint.name), touchpoint.id);
  }
  entries.erase(std::string());
  return entries;
}

const Note* find_note_in(const Workbook& workbook, std::string_view id) {
  const Note* found = nullptr;
  for_each_note(workbook, [&](const Document&, const Section&, const Block&, const Note& note) {
    if (note.id == id) found = &note;
  });
  return found;
}

void write_note(Workbook& workbook, std::string_view id, const Note& original) {
  for (auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const Board* board = std::get_if<Board>(&section->content);
      if (board == nullptr || find_note(*board, id) == nullptr) continue;
      Board changed = set_colour(*board, {std::string(id)}, original.colour);
      changed = set_details(std::move(changed), id, original.details);
      workbook = set_board(std::move(workbook), std::string(section->id), std::move(changed));
      return;
    }
  }
}

// Puts other links in place of those of a map, each once, and none to the item itself. A note that is in the map itself
// stands for what it leads to.
void change_links(Section& section, const IdMap& now) {
  const auto change = [&](std::string& link) {
    if (const auto found = now.find(link); found != now.end()) link = found->second;
  };
  Board* board = std::get_if<Board>(&section.content);
  if (board == nullptr) return for_each_link(section.content, change);
  for_each_note_on(*board, [&](Note& note) {
    for (std::vector<std::string>* links : {&note.segments, &note.drivers}) {
      std::vector<std::string> kept;
      for (std::string& link : *links) {
        change(link);
        if (link != note.id && std::ranges::find(kept, link) == kept.end()) kept.push_back(std::move(link));
      }
      *links = std::move(kept);
    }
    if (const auto stands_for = now.find(note.id); stands_for != now.end()) note.segments = {stands_for->second};
  });
}

// The segment notes of what is taken that have the name of a segment here: they stand for that one.
IdMap join_segments(const std::vector<Section>& taken, const IdMap& here) {
  IdMap joined;
  for (const Section& section : taken) {
    const Board* board = std::get_if<Board>(&section.content);
    if (board == nullptr) continue;
    for (const Block& block : board->blocks) {
      if (block.role != segments_role) continue;
      for (const Note& note : block.notes) {
        const auto same = here.find(form_of(note.text));
        if (same != here.end() && segment_of(note) == note.id) joined.emplace(note.id, same->second);
      }
    }
  }
  return joined;
}

// The touchpoints that the taken rows define and that are here by the same name: rows stay, links lead to those here.
IdMap join_touchpoints(const std::vector<Section>& taken, const IdMap& here) {
  IdMap joined;
  for (const Section& section : taken) {
    const auto* sheet = std::get_if<Sheet>(&section.content);
    const SheetColumn* column = sheet == nullptr ? nullptr : touchpoint_column(*sheet);
    if (column == nullptr) continue;
    for (const SheetRow& row : sheet->rows) {
      if (const auto same = here.find(form_of(cell_text(row, *column))); same != here.end())
        joined.emplace(row.id, same->second);
    }
  }
  return joined;
}

// An entry of a register of the other workbook.
struct Entry {
  RegisterKind kind;
  std::string name;
};
using Entries = std::unordered_map<std::string, Entry>;  // by id

Entries entries_of(const Workbook& workbook) {
  Entries entries;
  for (const Segment& segment : segment_register(workbook))
    entries.emplace(segment.id, Entry{RegisterKind::segments, segment.name});
  for (const Touchpoint& touchpoint : touchpoint_register(workbook))
    entries.emplace(touchpoint.id, Entry{RegisterKind::touchpoints, touchpoint.name});
  return entries;
}

// An entry that is not here by any name and comes along.
struct Wanted {
  std::string original;  // its id there
  Entry entry;
  std::string id;  // its id here
};

// Where the links of what is taken lead.
struct TakenLinks {
  IdMap now;                   // what stands in place of a link
  Ids gone;                    // links that lead nowhere
  std::vector<Wanted> wanted;  // entries that come along
  size_t joined = 0;           // entries that are here already
};

// A copy of the chosen sections in the order of their workbook, with fresh ids.
std::vector<Section> copy_sections(const Workbook& from, const std::vector<std::string>& chosen, IdSource& fresh) {
  Document together;
  for (const auto& document : from.documents) {
    for (const auto& section : document->sections) {
      if (std::ranges::find(chosen, section->id) != chosen.end()) together.sections.push_back(section);
    }
  }
  std::vector<Section> copies;
  for (const auto& section : with_fresh_ids(std::move(together), fresh).sections) copies.push_back(*section);
  return copies;
}

// Moves their headings up or down, so that the first has a level.
void set_first_level(std::vector<Section>& sections, int level) {
  const int shift = level - sections.front().level;
  for (Section& section : sections) section.level = std::clamp(section.level + shift, 1, deepest_section);
}

// What links can lead to: the sections and their items.
Ids ids_of(const std::vector<Section>& sections) {
  Ids ids;
  for (const Section& section : sections) {
    ids.insert(section.id);
    for_each_item_id(section.content, [&](const std::string& id) { ids.insert(id); });
  }
  return ids;
}

// Leads a link to the entry of that name here, of which there is one from then on: of two entries of one name one comes
// along. What is no entry, or has no name, leads nowhere.
void lead_to_entry(TakenLinks& links, const std::string& link, const Entries& there, std::span<IdMap> here,
                   IdSource& fresh) {
  const auto entry = there.find(link);
  const std::string form = entry == there.end() ? std::string() : form_of(entry->second.name);
  if (form.empty()) return void(links.gone.insert(link));
  const auto [same, is_new] = here[static_cast<size_t>(entry->second.kind)].emplace(form, std::string());
  if (is_new) {
    same->second = fresh.next();
    links.wanted.push_back({link, entry->second, same->second});
  } else {
    ++links.joined;
  }
  links.now.emplace(link, same->second);
}

TakenLinks links_of(const std::vector<Section>& taken, const Workbook& from, const Workbook& to, IdSource& fresh) {
  IdMap here[std::size(registers)];
  for (const RegisterKind kind : registers) here[static_cast<size_t>(kind)] = entries_by_name(to, kind);
  TakenLinks links;
  links.now = join_segments(taken, here[static_cast<size_t>(RegisterKind::segments)]);
  links.now.merge(join_touchpoints(taken, here[static_cast<size_t>(RegisterKind::touchpoints)]));
  links.joined = links.now.size();
  const Ids own = ids_of(taken);
  const Entries there = entries_of(from);
  for (const Section& section : taken) {
    for_each_link(section.content, [&](const std::string& link) {
      if (own.contains(link) || links.now.contains(link) || links.gone.contains(link)) return;
      lead_to_entry(links, link, there, here, fresh);
    });
  }
  return links;
}

// Adds the entries that come along; returns the ids of those for which this workbook has no place.
Ids bring_entries(TakenSections& result, const std::vector<Wanted>& wanted, const Workbook& from) {
  Ids homeless;
  for (const Wanted& entry : wanted) {
    if (!has_home(result.workbook, entry.entry.kind)) {
      homeless.insert(entry.id);
      continue;
    }
    result.workbook = add_entry(std::move(result.workbook), entry.entry.kind, {}, entry.id, entry.entry.name);
    if (const Note* original = find_note_in(from, entry.original)) write_note(result.workbook, entry.id, *original);
    ++result.brought;
  }
  return homeless;
}

void drop_links(TakenSections& result, const Ids& to) {
  if (to.empty()) return;
  for (const std::string& id : result.sections) {
    Content content = find_section(result.workbook, id)->content;
    remove_links(content, [&](const std::string& link) { return to.contains(link); });
    result.workbook = set_content(std::move(result.workbook), id, std::move(content));
  }
}

}  // namespace

SectionCopy duplicate_section(Workbook workbook, std::string_view section, IdSource& fresh) {
  for (const auto& document : workbook.documents) {
    for (size_t s = 0; s < document->sections.size(); ++s) {
      if (document->sections[s]->id != section) continue;
      Document alone;
      alone.sections.push_back(document->sections[s]);
      const Document copy = with_fresh_ids(std::move(alone), fresh);
      const std::string id = document->id;
      return {insert_at(std::move(workbook), id, s + 1, copy.sections), copy.sections.front()->id};
    }
  }
  return {std::move(workbook), {}};
}

TakenSections take_sections(Workbook workbook, const Workbook& from, const std::vector<std::string>& sections,
                            std::string_view document, size_t position, IdSource& fresh) {
  TakenSections result;
  std::vector<Section> taken = copy_sections(from, sections, fresh);
  if (taken.empty() || find_document(workbook, document) == nullptr) {
    result.workbook = std::move(workbook);
    return result;
  }
  set_first_level(taken, sibling_level(*find_document(workbook, document), position));
  const TakenLinks links = links_of(taken, from, workbook, fresh);
  result.joined = links.joined;
  std::vector<Shared<Section>> added;
  for (Section& section : taken) {
    remove_links(section.content, [&](const std::string& link) { return links.gone.contains(link); });
    change_links(section, links.now);
    result.sections.push_back(section.id);
    added.emplace_back(std::move(section));
  }
  result.workbook = insert_at(std::move(workbook), document, position, added);
  const Ids homeless = bring_entries(result, links.wanted, from);
  result.left = homeless.size();
  drop_links(result, homeless);
  return result;
}

}  // namespace canvasbook
