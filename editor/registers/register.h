// What others say of a register.
#pragma once

#include "model/registers.h"

namespace canvasbook {

// What a register is called and where it comes from.
struct RegisterNames {
  const char* key;          // catalog key of its name, which is that of the command that shows it
  const char* template_id;  // of the template that brings one
  const char* guide;        // the block or role there whose guide fits it
};

constexpr RegisterNames names_of(RegisterKind kind) {
  switch (kind) {
    case RegisterKind::segments:
      return {"command.segments", "business_model_canvas", "customer_segments"};
    case RegisterKind::touchpoints:
      return {"command.touchpoints", "touchpoint_plan", "touchpoint_plan"};
    case RegisterKind::placeholders:
      break;
  }
  return {"command.placeholders", "sales_book", "placeholders"};
}

constexpr const char* register_key(RegisterKind kind) { return names_of(kind).key; }

}  // namespace canvasbook
