// The board as a workplace.
#pragma once

#include "editor/frame/workplace.h"

namespace canvasbook {

const Workplace& board_workplace();

}  // namespace canvasbook
