// The scheme of the call alone, as it stands at the end of the book.
#include "model/call_scheme.h"

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"

namespace canvasbook {

bool has_call_scheme(const ComposeContext& context) { return !call_scheme(context.document).stages.empty(); }

PrintParts compose_call_scheme(const ComposeContext& context, const PageNumbers&) {
  ComposeContext with_steps = context;
  with_steps.steps = steps_of(context.document);
  PrintParts parts = compose_scheme(with_steps);
  for (PrintPart& part : parts) {
    fill_placeholders(part, context.placeholders);
    part.bookmark_level = 0;
    part.running_title = printed_title(context);
  }
  return parts;
}

}  // namespace canvasbook
