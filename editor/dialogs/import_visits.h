// Shows which visits a text has, what of them is here already and what is wrong by line, and takes them.
#pragma once

#include <memory>
#include <string>

#include "editor/frame/app.h"
#include "model/text/text_encoding.h"

namespace canvasbook {

// Of a table or a task list, for a check list of the open workbook, by id.
std::unique_ptr<Dialog> make_import_visits_dialog(DecodedText text, const std::string& checklist);

}  // namespace canvasbook
