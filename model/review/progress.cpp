#include "model/review/progress.h"

#include <algorithm>

#include "model/call_gaps.h"
#include "model/review/rules.h"

namespace canvasbook {

namespace {

bool holds_nothing(const Responses& responses) {
  return std::ranges::all_of(responses.responses, [](const Response& response) {
    return blank(response.cue) &&
           std::ranges::all_of(response.answers, [](const Answer& answer) { return blank(answer.text); });
  });
}

bool holds_nothing(const Replacements& list) {
  return std::ranges::all_of(list.replacements,
                             [](const Replacement& entry) { return blank(entry.phrase) && blank(entry.replacement); });
}

bool holds_nothing(const Dialogue& dialogue) {
  return std::ranges::all_of(dialogue.lines, [](const DialogueLine& line) { return blank(line.text); });
}

bool holds_nothing(const Checklist& checklist) {
  return std::ranges::all_of(checklist.groups, [](const CheckGroup& group) { return group.items.empty(); });
}

bool holds_nothing(const Sheet& sheet) { return std::ranges::all_of(sheet.rows, all_blank); }

void count_part(Progress& progress, bool is_filled, std::string item, const std::string& title) {
  ++progress.count;
  if (is_filled) {
    ++progress.filled;
  } else {
    progress.empty.push_back({std::move(item), title});
  }
}

void add_parts(Progress& progress, const Section& section, const Board& board) {
  for (const Block* block : blocks_in_order(board)) {
    count_part(progress, is_filled(*block), section.id + "/" + block->id, block->title);
  }
}

void add_parts(Progress&, const Section&, const Prose&) {}

void add_parts(Progress& progress, const Section& section, const Visits& visits) {
  count_part(progress, !visits.visits.empty(), section.id, section.title);
}

template <class Kind>
void add_parts(Progress& progress, const Section& section, const Kind& content) {
  count_part(progress, !holds_nothing(content), section.id, section.title);
}

// An inbox of gaps is best empty.
void add_section(Progress& progress, const Section& section) {
  if (is_gaps(section)) return;
  std::visit([&](const auto& content) { add_parts(progress, section, content); }, section.content);
}

}  // namespace

Progress progress_of(const Section& section) {
  Progress progress;
  add_section(progress, section);
  return progress;
}

Progress progress_of(const Document& document) {
  Progress progress;
  for (const auto& section : document.sections) add_section(progress, *section);
  return progress;
}

Progress sum_of(const Progress& one, const Progress& other) {
  return {one.filled + other.filled, one.count + other.count, {}};
}

std::string progress_words(const Catalog& catalog, const Progress& progress) {
  return catalog.text("guide.filled",
                      {{"number", std::to_string(progress.filled)}, {"count", std::to_string(progress.count)}});
}

std::string nothing_found_words(const Catalog& catalog, const Progress& progress) {
  if (progress.filled == progress.count) return catalog.text("check.nothing");
  return catalog.text("check.nothing_yet", {{"filled", progress_words(catalog, progress)}});
}

}  // namespace canvasbook
