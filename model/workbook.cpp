#include "model/workbook.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>
#include <utility>

#include "model/contents.h"
#include "model/text/text.h"
#include "model/text/word_list.h"

namespace canvasbook {

namespace {

constexpr std::array<std::string_view, 3> page_size_names{"A4", "A3", "Letter"};

struct SectionPlace {
  size_t document;
  size_t section;
};

std::optional<SectionPlace> place_of(const Workbook& workbook, std::string_view section) {
  for (size_t d = 0; d < workbook.documents.size(); ++d) {
    const auto& sections = workbook.documents[d]->sections;
    for (size_t s = 0; s < sections.size(); ++s) {
      if (sections[s]->id == section) return SectionPlace{d, s};
    }
  }
  return std::nullopt;
}

const Section& section_at(const Workbook& workbook, const SectionPlace& place) {
  return *workbook.documents[place.document]->sections[place.section];
}

template <class Change>
Workbook change_document(Workbook workbook, size_t index, Change change) {
  Document document = *workbook.documents[index];
  change(document);
  workbook.documents[index] = std::move(document);
  return workbook;
}

Workbook put_section(Workbook workbook, const SectionPlace& place, Section section) {
  return change_document(std::move(workbook), place.document,
                         [&](Document& document) { document.sections[place.section] = std::move(section); });
}

size_t index_of(const Workbook& workbook, std::string_view document) {
  size_t index = 0;
  while (index < workbook.documents.size() && workbook.documents[index]->id != document) ++index;
  return index;
}

template <class Value>
Workbook set_member(Workbook workbook, std::string_view document, Value Document::*member, Value value) {
  const size_t index = index_of(workbook, document);
  if (index == workbook.documents.size() || (*workbook.documents[index]).*member == value) return workbook;
  return change_document(std::move(workbook), index, [&](Document& changed) { changed.*member = std::move(value); });
}

template <class Value>
Workbook set_member(Workbook workbook, std::string_view section, Value Section::*member, Value value) {
  const auto place = place_of(workbook, section);
  if (!place || section_at(workbook, *place).*member == value) return workbook;
  Section changed = section_at(workbook, *place);
  changed.*member = std::move(value);
  return put_section(std::move(workbook), *place, std::move(changed));
}

Workbook erase_section(Workbook workbook, const SectionPlace& place) {
  return change_document(std::move(workbook), place.document, [&](Document& document) {
    document.sections.erase(document.sections.begin() + static_cast<std::ptrdiff_t>(place.section));
  });
}

// Copies no content, as that of a book is long.
Section with_content(const Section& before, Content content) {
  return {before.id, before.role, before.title, before.level, std::move(content), before.page_budget, before.unknown};
}

template <class T>
void move_element(std::vector<T>& list, size_t from, size_t to) {
  const auto at = [&](size_t index) { return list.begin() + static_cast<std::ptrdiff_t>(index); };
  to = std::min(to, list.size() - 1);
  if (from < to) {
    std::rotate(at(from), at(from + 1), at(to + 1));
  } else {
    std::rotate(at(to), at(from), at(from + 1));
  }
}

using IdSet = std::unordered_set<std::string_view>;

bool has_link_to(const Content& content, const IdSet& ids) {
  bool found = false;
  for_each_link(content, [&](const std::string& link) { found = found || ids.contains(link); });
  return found;
}

Workbook without_links(Workbook workbook, const IdSet& ids) {
  if (ids.empty()) return workbook;
  for (auto& document : workbook.documents) {
    std::optional<Document> changed;
    for (size_t s = 0; s < document->sections.size(); ++s) {
      if (!has_link_to(document->sections[s]->content, ids)) continue;
      if (!changed) changed = *document;
      Section section = *document->sections[s];
      remove_links(section.content, [&](const std::string& id) { return ids.contains(id); });
      changed->sections[s] = std::move(section);
    }
    if (changed) document = std::move(*changed);
  }
  return workbook;
}

void add_item_ids(IdSet& ids, const Section& section) {
  for_each_item_id(section.content, [&](const std::string& id) { ids.insert(id); });
}

}  // namespace

std::string_view page_size_name(PageSize size) { return page_size_names[static_cast<size_t>(size)]; }

std::optional<PageSize> page_size_of(std::string_view name) {
  const auto found = std::ranges::find(page_size_names, name);
  if (found == page_size_names.end()) return std::nullopt;
  return static_cast<PageSize>(found - page_size_names.begin());
}

Properties properties_of(const Workbook& workbook) {
  return {workbook.company, workbook.author_role, workbook.language, workbook.page_size,
          workbook.without_starting_stop_list};
}

const Document* find_document(const Workbook& workbook, std::string_view document) {
  const size_t index = index_of(workbook, document);
  return index == workbook.documents.size() ? nullptr : &*workbook.documents[index];
}

const Section* find_section(const Workbook& workbook, std::string_view section) {
  const auto place = place_of(workbook, section);
  return place ? &section_at(workbook, *place) : nullptr;
}

const Document* document_with(const Workbook& workbook, std::string_view section) {
  const auto place = place_of(workbook, section);
  return place ? &*workbook.documents[place->document] : nullptr;
}

std::vector<std::string> with_deeper_sections(const Document& document, size_t section) {
  std::vector<std::string> ids;
  for (size_t at = section; at < document.sections.size(); ++at) {
    if (at > section && document.sections[at]->level <= document.sections[section]->level) break;
    ids.push_back(document.sections[at]->id);
  }
  return ids;
}

Document with_fresh_ids(Document document, IdSource& fresh) {
  std::map<std::string, std::string, std::less<>> now;
  std::vector<Section> sections;
  document.id = fresh.next();
  for (const auto& section : document.sections) {
    Section& own = sections.emplace_back(*section);
    own.id = fresh.next();
    now.emplace(section->id, own.id);
    if (auto* checklist = std::get_if<Checklist>(&own.content)) *checklist = without_trial(std::move(*checklist));
    for_each_item_id(own.content, [&](std::string& id) {
      std::string next = fresh.next();
      now.emplace(id, next);
      id = std::move(next);
    });
  }
  document.sections.clear();
  for (Section& section : sections) {
    for_each_link(section.content, [&](std::string& link) {
      const auto found = now.find(link);
      if (found != now.end()) link = found->second;
    });
    if (auto* visits = std::get_if<Visits>(&section.content)) *visits = with_list_ids(std::move(*visits), now);
    document.sections.emplace_back(std::move(section));
  }
  return document;
}

Workbook add_document(Workbook workbook, Document document) {
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

Workbook rename_document(Workbook workbook, std::string_view document, std::string title) {
  return set_member(std::move(workbook), document, &Document::title, std::move(title));
}

Workbook move_document(Workbook workbook, std::string_view document, size_t position) {
  const size_t index = index_of(workbook, document);
  if (index < workbook.documents.size()) move_element(workbook.documents, index, position);
  return workbook;
}

Workbook duplicate_document(Workbook workbook, std::string_view document, IdSource& fresh) {
  const size_t index = index_of(workbook, document);
  if (index == workbook.documents.size()) return workbook;
  Document copy = with_fresh_ids(*workbook.documents[index], fresh);
  workbook.documents.insert(workbook.documents.begin() + static_cast<std::ptrdiff_t>(index + 1), std::move(copy));
  return workbook;
}

Workbook set_board(Workbook workbook, std::string_view section, Board board) {
  const auto place = place_of(workbook, section);
  if (!place) return workbook;
  const Section& before = section_at(workbook, *place);
  const Board* old = std::get_if<Board>(&before.content);
  if (old == nullptr || *old == board) return workbook;
  return put_section(std::move(workbook), *place, with_content(before, std::move(board)));
}

Workbook set_prose(Workbook workbook, std::string_view section, std::string text) {
  const auto place = place_of(workbook, section);
  if (!place) return workbook;
  const Section& before = section_at(workbook, *place);
  const Prose* old = std::get_if<Prose>(&before.content);
  if (old == nullptr || old->text == text) return workbook;
  return put_section(std::move(workbook), *place, with_content(before, Prose{std::move(text)}));
}

Workbook set_visits(Workbook workbook, std::string_view section, Visits visits) {
  return set_content(std::move(workbook), section, std::move(visits));
}

Workbook set_talk_minutes(Workbook workbook, std::string_view section, int minutes) {
  const auto* dialogue = content_of<Dialogue>(workbook, section);
  if (dialogue == nullptr) return workbook;
  Dialogue changed = *dialogue;
  changed.minutes = std::clamp(minutes, 0, longest_talk);
  return set_content(std::move(workbook), section, std::move(changed));
}

Workbook set_content(Workbook workbook, std::string_view section, Content content) {
  const auto place = place_of(workbook, section);
  if (!place) return workbook;
  const Shared<Section> before = workbook.documents[place->document]->sections[place->section];  // keeps the ids alive
  if (before->content.index() != content.index() || before->content == content) return workbook;
  IdSet gone;
  add_item_ids(gone, *before);
  for_each_item_id(content, [&](const std::string& id) { gone.erase(id); });
  return without_links(put_section(std::move(workbook), *place, with_content(*before, std::move(content))), gone);
}

Workbook rename_section(Workbook workbook, std::string_view section, std::string title) {
  return set_member(std::move(workbook), section, &Section::title, std::move(title));
}

Workbook set_section_level(Workbook workbook, std::string_view section, int level) {
  return set_member(std::move(workbook), section, &Section::level, std::clamp(level, 1, deepest_section));
}

Workbook move_section(Workbook workbook, std::string_view section, size_t position) {
  const auto place = place_of(workbook, section);
  if (!place) return workbook;
  const size_t last = workbook.documents[place->document]->sections.size() - 1;
  if (std::min(position, last) == place->section) return workbook;
  return change_document(std::move(workbook), place->document,
                         [&](Document& document) { move_element(document.sections, place->section, position); });
}

Workbook move_section_to(Workbook workbook, std::string_view section, std::string_view document, size_t position) {
  const auto place = place_of(workbook, section);
  const size_t index = index_of(workbook, document);
  if (!place || index == workbook.documents.size()) return workbook;
  if (index == place->document) return move_section(std::move(workbook), section, position);
  const Shared<Section> moved = workbook.documents[place->document]->sections[place->section];
  workbook = erase_section(std::move(workbook), *place);
  return change_document(std::move(workbook), index, [&](Document& to) {
    position = std::min(position, to.sections.size());
    to.sections.insert(to.sections.begin() + static_cast<std::ptrdiff_t>(position), moved);
  });
}

Workbook move_section_to_new_document(Workbook workbook, std::string_view section, IdSource& fresh) {
  const auto place = place_of(workbook, section);
  if (!place) return workbook;
  const Shared<Document> before = workbook.documents[place->document];
  const auto first = before->sections.begin() + static_cast<std::ptrdiff_t>(place->section);
  const int level = (*first)->level;
  const auto last =
      std::find_if(first + 1, before->sections.end(), [&](const auto& behind) { return behind->level <= level; });
  if (static_cast<size_t>(last - first) == before->sections.size()) return workbook;
  Document made;
  made.id = fresh.next();
  made.template_id = before->template_id;
  made.title = (*first)->title;
  made.language = before->language;
  made.paper = before->paper;
  for (auto moved = first; moved != last; ++moved) {
    Section higher = **moved;
    higher.level -= level - 1;
    made.sections.emplace_back(std::move(higher));
  }
  workbook = change_document(std::move(workbook), place->document, [&](Document& from) {
    const auto begin = from.sections.begin() + (first - before->sections.begin());
    from.sections.erase(begin, begin + (last - first));
  });
  workbook.documents.insert(workbook.documents.begin() + static_cast<std::ptrdiff_t>(place->document) + 1, made);
  return workbook;
}

int sibling_level(const Document& document, size_t position) {
  const auto& sections = document.sections;
  position = std::min(position, sections.size());
  const int before = position > 0 ? sections[position - 1]->level : 1;
  const int behind = position < sections.size() ? sections[position]->level : 1;
  return std::max(before, behind);
}

Workbook insert_section(Workbook workbook, const Document& from, size_t section, std::string_view document,
                        size_t position) {
  if (section >= from.sections.size() || find_document(workbook, document) == nullptr) return workbook;
  Workbook changed = add_document(std::move(workbook), from);
  for (size_t i = 0; i < from.sections.size(); ++i) {
    if (i != section) changed = remove_section(std::move(changed), from.sections[i]->id);
  }
  changed = move_section_to(std::move(changed), from.sections[section]->id, document, position);
  return remove_document(std::move(changed), from.id);
}

Workbook remove_document(Workbook workbook, std::string_view document) {
  const size_t index = index_of(workbook, document);
  if (index == workbook.documents.size()) return workbook;
  const Shared<Document> removed = workbook.documents[index];  // keeps the ids alive
  workbook.documents.erase(workbook.documents.begin() + static_cast<std::ptrdiff_t>(index));
  IdSet gone;
  for (const auto& section : removed->sections) {
    gone.insert(section->id);
    add_item_ids(gone, *section);
  }
  return without_links(std::move(workbook), gone);
}

Workbook remove_section(Workbook workbook, std::string_view section) {
  const auto place = place_of(workbook, section);
  if (!place) return workbook;
  const Shared<Section> removed = workbook.documents[place->document]->sections[place->section];  // keeps the ids alive
  IdSet gone{removed->id};
  add_item_ids(gone, *removed);
  return without_links(erase_section(std::move(workbook), *place), gone);
}

Workbook remove_notes(Workbook workbook, std::string_view section, const NoteIds& ids) {
  const auto place = place_of(workbook, section);
  if (!place) return workbook;
  const Shared<Section> before = workbook.documents[place->document]->sections[place->section];  // keeps the ids alive
  const Board* board = std::get_if<Board>(&before->content);
  if (board == nullptr) return workbook;
  IdSet gone;
  for (const Note* note : find_notes(*board, ids)) gone.insert(note->id);
  return without_links(set_board(std::move(workbook), section, remove_notes(*board, ids)), gone);
}

Workbook dismiss_finding(Workbook workbook, Dismissal dismissal) {
  for (Dismissal& earlier : workbook.dismissed) {
    if (earlier.rule == dismissal.rule && earlier.item == dismissal.item && earlier.document == dismissal.document) {
      earlier.reason = std::move(dismissal.reason);
      return workbook;
    }
  }
  workbook.dismissed.push_back(std::move(dismissal));
  return workbook;
}

Workbook restore_finding(Workbook workbook, std::string_view rule, std::string_view document, std::string_view item) {
  std::erase_if(workbook.dismissed, [&](const Dismissal& dismissal) {
    return dismissal.rule == rule && dismissal.item == item &&
           (dismissal.document.empty() || dismissal.document == document);
  });
  return workbook;
}

Workbook set_page_budget(Workbook workbook, std::string_view document, int pages) {
  return set_member(std::move(workbook), document, &Document::page_budget, std::clamp(pages, 0, largest_page_budget));
}

Workbook set_section_budget(Workbook workbook, std::string_view section, int pages) {
  return set_member(std::move(workbook), section, &Section::page_budget, std::clamp(pages, 0, largest_page_budget));
}

Workbook set_paper_style(Workbook workbook, std::string_view document, PaperStyle style) {
  return set_member(std::move(workbook), document, &Document::paper, std::move(style));
}

std::optional<Date> next_revision(const Revision& revision) {
  if (!revision.date || revision.months == 0) return std::nullopt;
  return months_later(*revision.date, revision.months);
}

Workbook set_revision(Workbook workbook, std::string_view document, Revision revision) {
  revision.months = std::clamp(revision.months, 0, longest_revision_period);
  return set_member(std::move(workbook), document, &Document::revision, std::move(revision));
}

Workbook set_properties(Workbook workbook, Properties properties) {
  workbook.company = std::move(properties.company);
  workbook.author_role = std::move(properties.author_role);
  workbook.language = properties.language;
  workbook.page_size = properties.page_size;
  workbook.without_starting_stop_list = properties.without_starting_stop_list;
  return workbook;
}

Workbook add_own_word(Workbook workbook, std::string_view word) {
  workbook.own_words = with_word(std::move(workbook.own_words), word);
  return workbook;
}

Workbook remove_own_word(Workbook workbook, std::string_view word) {
  workbook.own_words = without_word(std::move(workbook.own_words), word);
  return workbook;
}

size_t count_words(const Workbook& workbook) {
  size_t words = 0;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      for_each_text(section->content, [&](const std::string& text) { words += count_words(text); });
    }
  }
  return words;
}

}  // namespace canvasbook
