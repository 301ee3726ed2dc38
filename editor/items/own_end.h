// An end of the talk that the book has a name of its own for: "Trial booked".
#pragma once

#include <memory>
#include <string>

#include "editor/frame/app.h"

namespace canvasbook {

// Asks for the name and for what kind of end it is; an answer then ends the talk so.
std::unique_ptr<Dialog> make_own_end_dialog(const App& app, const std::string& answer);

}  // namespace canvasbook
