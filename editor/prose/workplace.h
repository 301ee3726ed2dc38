// Running text as a workplace.
#pragma once

#include "editor/frame/workplace.h"

namespace canvasbook {

const Workplace& prose_workplace();

}  // namespace canvasbook
