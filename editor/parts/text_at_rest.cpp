#include "editor/parts/text_at_rest.h"

#include "editor/parts/text_field.h"
#include "editor/text/core.h"

namespace canvasbook {

void lay_out_at_rest(TextAtRest& kept, const std::string& source, ImFont* font, float width) {
  if (kept.is_of(source, font, width)) return;
  kept = {source, font, width, to_editable(source), {}};
  kept.rows.layout(kept.text, text_metrics(font, width));
}

}  // namespace canvasbook
