#include "export/compose/contexts.h"

#include <algorithm>
#include <utility>

#include "model/call_gaps.h"
#include "model/module_uses.h"

namespace canvasbook {

ComposeContexts::ComposeContexts(const Workbook& workbook, const ComposeOptions& options)
    : workbook_(workbook),
      options_(options),
      segments_(segment_register(workbook)),
      segment_index_(segments_),
      touchpoints_(touchpoint_names(workbook)),
      placeholders_(workbook) {
  for (const auto& value : options.values) placeholders_.put(value.first, value.second);
  for (const auto& document : workbook.documents) {
    if (!options.sections.empty()) add_part(*document);
    if (!prints(*document)) continue;
    for_each_answer(printed(*document), [&](const SpeechModule& module) {
      if (!is_gaps(*module.section) && !printed_text(module.answer->text).empty()) answers_.insert(module.answer->id);
    });
  }
}

void ComposeContexts::add_part(const Document& document) {
  Document part = document;
  std::erase_if(part.sections, [&](const auto& section) { return !is_chosen(section->id, options_.sections); });
  if (!part.sections.empty()) parts_.emplace(document.id, std::move(part));
}

const Document& ComposeContexts::printed(const Document& document) const {
  const auto part = parts_.find(document.id);
  return part == parts_.end() ? document : part->second;
}

bool ComposeContexts::prints(const Document& document) const {
  return is_chosen(document.id, options_.documents) && (options_.sections.empty() || parts_.contains(document.id));
}

ComposeContext ComposeContexts::of(const Document& whole) const {
  const Document& document = printed(whole);
  const Catalog& catalog = Catalog::of(document.language);
  const auto boards = std::ranges::count_if(
      document.sections, [](const auto& section) { return std::holds_alternative<Board>(section->content); });
  return {workbook_,
          document,
          segment_index_,
          touchpoints_,
          placeholders_,
          catalog,
          catalog.date(options_.date),
          answers_,
          static_cast<size_t>(boards),
          count_cards_before(document),
          options_.with_definitions,
          {},
          options_.results,
          options_.target,
          options_.results_by,
          options_.date};
}

}  // namespace canvasbook
