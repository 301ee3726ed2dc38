#include "export/compose_section.h"
#include "model/text.h"

namespace canvasbook {

PrintParts compose_prose(const Section& section, const Prose& prose, const ComposeContext& context) {
  if (trim(prose.text).empty()) return {};
  Flow flow;
  if (!section.title.empty()) flow.blocks.push_back(heading_block(section.id, 1, section.title));
  append_markdown(flow, section.id, prose.text, 1);
  const std::string title = section.title.empty() ? context.document.title : section.title;
  return {PrintPart{context.document.id, title, 1, context.document.language, std::move(flow)}};
}

}  // namespace canvasbook
