#include "model/workbook.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/text.h"

namespace canvasbook {

namespace {

constexpr std::array<std::string_view, 3> page_size_names{"A4", "A3", "Letter"};

size_t words_in(const Prose& prose) { return count_words(prose.text); }

size_t words_in(const Board& board) {
  size_t words = 0;
  for (const Block& block : board.blocks) {
    for (const Note& note : block.notes) words += count_words(note.text) + count_words(note.details);
  }
  return words;
}

}  // namespace

std::string_view page_size_name(PageSize size) { return page_size_names[static_cast<size_t>(size)]; }

std::optional<PageSize> page_size_of(std::string_view name) {
  const auto found = std::ranges::find(page_size_names, name);
  if (found == page_size_names.end()) return std::nullopt;
  return static_cast<PageSize>(found - page_size_names.begin());
}

const Document* find_document(const Workbook& workbook, std::string_view document) {
  for (const auto& candidate : workbook.documents) {
    if (candidate->id == document) return &*candidate;
  }
  return nullptr;
}

Workbook add_document(Workbook workbook, Document document) {
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

Workbook set_section(Workbook workbook, const Section& section) {
  for (auto& document : workbook.documents) {
    for (size_t i = 0; i < document->sections.size(); ++i) {
      if (document->sections[i]->id != section.id) continue;
      Document changed = *document;
      changed.sections[i] = section;
      document = std::move(changed);
      return workbook;
    }
  }
  return workbook;
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

size_t count_words(const Workbook& workbook) {
  size_t words = count_words(workbook.company);
  for (const auto& document : workbook.documents) {
    words += count_words(document->title);
    for (const auto& section : document->sections) {
      words += count_words(section->title);
      words += std::visit([](const auto& content) { return words_in(content); }, section->content);
    }
  }
  return words;
}

}  // namespace canvasbook
