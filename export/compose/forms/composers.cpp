#include "export/compose/forms/composers.h"

#include <algorithm>

#include "export/compose/placeholders.h"
#include "model/call_gaps.h"
#include "model/text/text.h"

namespace canvasbook {

std::string printed_title(const ComposeContext& context) {
  return filled(printed_text(context.document.title), context.placeholders);
}

std::string printed_title(const Section& section, const ComposeContext& context) {
  std::string title = filled(printed_text(section.title), context.placeholders);
  if (title.empty()) return printed_title(context);
  return numbered_title(step_number(section.id, context), title);
}

PrintParts filled_parts(const Section& section, const ComposeContext& context) {
  PrintParts parts =
      std::visit([&](const auto& content) { return compose_content(section, content, context); }, section.content);
  for (PrintPart& part : parts) fill_placeholders(part, context.placeholders);
  return parts;
}

std::vector<PrintedResponse> printed_responses(const Section& section, const ComposeContext& context) {
  std::vector<PrintedResponse> printed;
  if (!std::holds_alternative<Responses>(section.content) || is_gaps(section)) return printed;
  for (PrintPart& part : filled_parts(section, context)) {
    for (FlowBlock& block : flow_of(part).blocks) {
      auto* response = std::get_if<ResponseBlock>(&block.content);
      if (response == nullptr || trim(plain_text(response->cue)).empty()) continue;
      printed.push_back({block.item, std::move(*response)});
    }
  }
  return printed;
}

bool prints_words(const std::string& text, const ComposeContext& context) {
  return !trim(filled(plain_text(printed_spans(text)), context.placeholders)).empty();
}

bool has_printed_cues(const ComposeContext& context) {
  return std::ranges::any_of(context.document.sections, [&](const Shared<Section>& section) {
    const auto* responses = std::get_if<Responses>(&section->content);
    return responses != nullptr && !is_gaps(*section) &&
           std::ranges::any_of(responses->responses,
                               [&](const Response& response) { return prints_words(response.cue, context); });
  });
}

PrintPart form_part(const ComposeContext& context, const std::string& heading) {
  Flow flow;
  flow.blocks.push_back(heading_block({}, 1, heading));
  PrintPart part{context.document.id, heading, 0, context.document.language, std::move(flow)};
  part.running_title = printed_title(context);
  return part;
}

std::string first_words(const Spans& text, size_t most) {
  std::string line = to_one_line(plain_text(text));
  size_t end = 0;
  for (size_t words = 0; words < most && end != std::string::npos; ++words) end = line.find(' ', end + 1);
  if (end == std::string::npos) return line;
  line.resize(end);
  while (!line.empty() && std::string_view(",;:.").find(line.back()) != std::string_view::npos) line.pop_back();
  constexpr std::string_view dash = " —";
  if (line.ends_with(dash)) line.resize(line.size() - dash.size());
  // Behind a sign a line may end before "…", which must not stand alone on the next one.
  size_t last = line.size();
  while (last > 0 && (static_cast<unsigned char>(line[--last]) & 0xC0U) == 0x80U) {
  }
  const bool ends_word = last < line.size() && is_word_character(next_code_point(line, last));
  return line + (ends_word ? "…" : "\u00A0…");
}

}  // namespace canvasbook
