// What others say of a register.
#pragma once

#include "model/registers.h"

namespace canvasbook {

// The catalog key of its name, which is that of the command that shows it.
constexpr const char* register_key(RegisterKind kind) {
  return kind == RegisterKind::segments ? "command.segments" : "command.touchpoints";
}

// The id of the template that brings one.
constexpr const char* template_with(RegisterKind kind) {
  return kind == RegisterKind::segments ? "business_model_canvas" : "touchpoint_plan";
}

}  // namespace canvasbook
