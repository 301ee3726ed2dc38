// A section of visits as a workplace.
#pragma once

#include "editor/frame/workplace.h"

namespace canvasbook {

const Workplace& visits_workplace();

}  // namespace canvasbook
