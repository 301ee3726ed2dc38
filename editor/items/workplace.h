// A section of items, whatever its kind, as a workplace.
#pragma once

#include "editor/frame/workplace.h"

namespace canvasbook {

const Workplace& items_workplace();

}  // namespace canvasbook
