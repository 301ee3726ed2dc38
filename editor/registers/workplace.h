// A register as a workplace.
#pragma once

#include "editor/frame/workplace.h"

namespace canvasbook {

const Workplace& register_workplace();

}  // namespace canvasbook
