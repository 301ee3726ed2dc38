// Check lists to fill in on a phone, each with what its document says about marking.
#include <algorithm>

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"

namespace canvasbook {

bool has_checks(const ComposeContext& context) {
  return std::ranges::any_of(context.document.sections, [](const Shared<Section>& section) {
    const auto* list = std::get_if<Checklist>(&section->content);
    return list != nullptr && std::ranges::any_of(list->groups, [](const CheckGroup& group) {
             return std::ranges::any_of(group.items, [](const CheckItem& item) {
               return !printed_text(item.text).empty() || !printed_text(item.requirement).empty();
             });
           });
  });
}

PrintParts compose_phone_form(const ComposeContext& context, const PageNumbers&) {
  PrintParts lists;
  for (const auto& section : context.document.sections) {
    const auto* list = std::get_if<Checklist>(&section->content);
    if (list == nullptr) continue;
    for (PrintPart& part : compose_content(*section, *list, context)) {
      Flow& flow = flow_of(part);
      FlowBlock form = std::move(flow.blocks.back());
      flow.blocks = {heading_block(section->id, 1, part.title)};
      append_markdown(flow, section->id, marking_rules(context.document), 1);
      flow.blocks.push_back(std::move(form));
      part.bookmark_level = 0;
      fill_placeholders(part, context.placeholders);
      lists.push_back(std::move(part));
    }
  }
  return lists;
}

}  // namespace canvasbook
