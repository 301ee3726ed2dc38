// The place of a workbook that is before the eyes, as it is found again when the workbook opens the next time.
#pragma once

#include <optional>
#include <string>

#include "model/registers.h"

namespace canvasbook {

struct ShownPlace {
  std::string section;                         // id; while a register is shown, of the section behind it
  std::optional<RegisterKind> shown_register;  // in place of the section

  bool operator==(const ShownPlace&) const = default;
};

}  // namespace canvasbook
