#include "export/compose/document.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "export/compose/placeholders.h"
#include "model/author_notes.h"
#include "model/call_gaps.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

ComposeSurroundings surroundings_of(const ComposeContext& context) {
  ComposeSurroundings now;
  now.date = context.date;
  now.title = context.document.title;
  now.language = context.document.language;
  now.paper = context.document.paper;
  now.boards = context.boards;
  now.with_definitions = context.with_definitions;
  now.touchpoints = named_touchpoints(context.document, context.touchpoints);
  now.steps = context.steps;
  now.rules = marking_rules(context.document);
  return now;
}

std::vector<ComposedPart> composed(PrintParts parts) {
  std::vector<ComposedPart> result;
  for (PrintPart& part : parts) result.push_back({std::move(part), nullptr});
  return result;
}

PrintParts with_placeholders_filled(PrintParts parts, const ComposeContext& context) {
  for (PrintPart& part : parts) fill_placeholders(part, context.placeholders);
  return parts;
}

// What is there to work with: what defines placeholders, the author's notes.
bool is_for_work(const Section& section) { return defines_placeholders(section.content) || is_author_notes(section); }

// What is for work is written as it is, and only where it is asked for. Gaps of the book are an inbox and no part of
// it.
PrintParts compose_section(const Section& section, const ComposeContext& context) {
  if (is_gaps(section)) return {};
  const bool as_it_is = is_for_work(section);
  if (as_it_is && !context.with_definitions) return {};
  PrintParts parts =
      std::visit([&](const auto& content) { return compose_content(section, content, context); }, section.content);
  return as_it_is ? parts : with_placeholders_filled(std::move(parts), context);
}

// The parts of each section: those of before where the section is the same.
std::vector<ComposedDocument::KeptSection> compose_sections(const ComposeContext& context, ComposedDocument& kept) {
  ComposeSurroundings surroundings = surroundings_of(context);
  if (surroundings != kept.surroundings) kept.sections.clear();
  kept.surroundings = std::move(surroundings);
  std::vector<ComposedDocument::KeptSection> sections;
  for (const Shared<Section>& section : context.document.sections) {
    const auto cards = context.cards_before.find(&*section);
    const size_t before = cards == context.cards_before.end() ? 0 : cards->second;
    const auto known = kept.sections.find(&*section);
    if (known != kept.sections.end() && known->second.cards_before == before) {
      sections.push_back(std::move(known->second));
      kept.sections.erase(known);
    } else {
      sections.push_back({section, before, composed(compose_section(*section, context))});
    }
  }
  kept.sections.clear();
  return sections;
}

// A section that holds nothing is not printed, unless it is the heading of deeper ones that are.
bool is_heading_of_others(const std::vector<ComposedDocument::KeptSection>& sections, size_t index) {
  const Section& section = *sections[index].section;
  if (std::holds_alternative<Board>(section.content) || is_gaps(section) || is_for_work(section) ||
      printed_text(section.title).empty()) {
    return false;
  }
  for (size_t below = index + 1; below < sections.size(); ++below) {
    if (sections[below].section->level <= section.level) return false;
    if (!sections[below].parts.empty()) return true;
  }
  return false;
}

// A long title may have been cut where a file was read.
bool says_title(const RichBlock& heading, const std::string& title) {
  constexpr std::string_view cut = "…";
  const std::string words = to_one_line(printed_text(plain_text(heading.spans)));
  return words == title ||
         (title.ends_with(cut) && words.starts_with(std::string_view(title).substr(0, title.size() - cut.size())));
}

// What names a document: a canvas that it begins with, or the first heading of its text.
struct Naming {
  size_t part = 0;
  size_t block = 0;
};

// Nothing where the title has to be told. Text may stand before the heading, as in a file whose title was taken from
// there. A deep heading names a document that stands alone: else it would seem to belong to the one before.
std::optional<Naming> naming_of(const std::vector<ComposedPart*>& parts, const std::string& title, bool is_alone) {
  for (size_t p = 0; p < parts.size(); ++p) {
    const Flow* flow = std::get_if<Flow>(&(**parts[p]).content);
    if (flow == nullptr) return p == 0 ? std::optional<Naming>(Naming{}) : std::nullopt;
    for (size_t b = 0; b < flow->blocks.size(); ++b) {
      const auto* heading = std::get_if<RichBlock>(&flow->blocks[b].content);
      if (heading == nullptr || heading->kind != RichBlock::Kind::heading) continue;
      const bool names = (heading->level == 1 || is_alone) && says_title(*heading, title);
      return names ? std::optional<Naming>(Naming{p, b}) : std::nullopt;
    }
  }
  return std::nullopt;
}

bool holds_form(const PrintPart& part) {
  const Flow* flow = std::get_if<Flow>(&part.content);
  return flow != nullptr && std::ranges::any_of(flow->blocks, [](const FlowBlock& block) {
           return std::holds_alternative<FormBlock>(block.content);
         });
}

bool is_running_text(const PrintPart& part) {
  const Flow* flow = std::get_if<Flow>(&part.content);
  return flow != nullptr && std::ranges::all_of(flow->blocks, [](const FlowBlock& block) {
           return std::holds_alternative<RichBlock>(block.content);
         });
}

// Gives a part its place in the document. One that has it already stays the same pointer.
void place(ComposedPart& part, int bookmark_level, bool starts_page, const std::string& title) {
  if (!part.made) {
    const Flow* flow = std::get_if<Flow>(&part.kept->content);
    const bool same_start = flow == nullptr || flow->starts_page == starts_page;
    if (same_start && part.kept->bookmark_level == bookmark_level && part.kept->running_title == title) return;
    part.made = *part.kept;
  }
  part.made->bookmark_level = bookmark_level;
  part.made->running_title = title;
  if (Flow* flow = std::get_if<Flow>(&part.made->content)) flow->starts_page = starts_page;
  part.kept = std::make_shared<const PrintPart>(std::move(*part.made));
  part.made.reset();
}

// A part that names the document, in one of its blocks, with what is said of its revision: a copy, so that the section
// keeps its own.
std::shared_ptr<const PrintPart> with_revision(const PrintPart& part, size_t block, const std::string& words,
                                               const ComposeContext& context) {
  PrintPart copy = part;
  if (Canvas* canvas = std::get_if<Canvas>(&copy.content)) canvas->revision = words;
  if (Flow* flow = std::get_if<Flow>(&copy.content)) {
    flow->blocks.insert(flow->blocks.begin() + static_cast<std::ptrdiff_t>(block) + 1,
                        revision_block(context.document.id, words, context.catalog));
  }
  return std::make_shared<const PrintPart>(std::move(copy));
}

}  // namespace

SharedParts compose_document(const ComposeContext& context, ComposedDocument& kept) {
  std::vector<ComposedDocument::KeptSection> sections = compose_sections(context, kept);
  std::vector<ComposedPart*> places;
  std::vector<ComposedPart> headings;  // of sections that hold nothing themselves
  headings.reserve(sections.size());
  for (size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].parts.empty() && is_heading_of_others(sections, i)) {
      headings.push_back({flow_part(*sections[i].section, context), nullptr});
      fill_placeholders(*headings.back().made, context.placeholders);
      places.push_back(&headings.back());
    }
    for (ComposedPart& part : sections[i].parts) places.push_back(&part);
  }
  if (places.empty()) return {};
  const std::string title = filled(printed_text(context.document.title), context.placeholders);
  const std::optional<Naming> naming = naming_of(places, title, context.workbook.documents.size() == 1);
  // The parts stand under the bookmark of the first one, but for text whose own headings say what stands under what.
  const bool first_is_text = naming && std::holds_alternative<Flow>((**places.front()).content);
  const bool under_first = !first_is_text || context.document.paper.cover;
  std::vector<ComposedPart> front =
      composed(with_placeholders_filled(compose_front(context, naming.has_value()), context));
  for (size_t i = front.size(); i > 0; --i) places.insert(places.begin(), &front[i - 1]);
  std::vector<ComposedPart> scheme = composed(with_placeholders_filled(compose_scheme(context), context));
  for (ComposedPart& part : scheme) places.push_back(&part);
  const ComposedPart* const named =
      naming && !context.document.paper.cover ? places[front.size() + naming->part] : nullptr;
  const std::string revision = filled(revision_words(context.document.revision, context.catalog), context.placeholders);
  SharedParts parts;
  bool after_flow = false;
  bool after_text = false;  // a form is handed out: it begins a page, but for the words on how to fill it in
  for (ComposedPart* part : places) {
    const bool starts_page = !after_flow || (!after_text && holds_form(**part));
    place(*part, under_first && !parts.empty() ? 1 : 0, starts_page, title);
    after_flow = std::holds_alternative<Flow>((**part).content);
    after_text = is_running_text(**part);
    const bool tells_revision = part == named && !revision.empty();
    parts.push_back(tells_revision ? with_revision(*part->kept, naming.value_or(Naming{}).block, revision, context)
                                   : part->kept);
  }
  for (ComposedDocument::KeptSection& section : sections) {
    const Section* address = &*section.section;
    kept.sections.insert_or_assign(address, std::move(section));
  }
  return parts;
}

}  // namespace canvasbook
