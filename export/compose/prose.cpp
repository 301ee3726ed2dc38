// Running text becomes blocks, its headings below that of the section.
#include "export/compose/section.h"
#include "model/text/text.h"

namespace canvasbook {

PrintParts compose_content(const Section& section, const Prose& prose, const ComposeContext& context) {
  if (trim(prose.text).empty()) return {};
  PrintPart part = flow_part(section, context);
  append_markdown(flow_of(part), section.id, prose.text, section.title.empty() ? section.level - 1 : section.level);
  return {std::move(part)};
}

}  // namespace canvasbook
