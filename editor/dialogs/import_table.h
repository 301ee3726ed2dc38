// Asks what the columns of a table are, shows what it becomes, and imports it into the shown section or a new one.
#pragma once

#include <memory>

#include "editor/frame/app.h"
#include "model/file/table_file.h"

namespace canvasbook {

// A table of a file goes to the end of a section, a pasted one behind the cursor. What is imported is one step.
enum class ImportFrom { file, clipboard };
std::unique_ptr<Dialog> make_import_table_dialog(App& app, TableFile file, ImportFrom from);

// Asks for a file with a table, and then as above.
void choose_table_to_import(App& app);

// Whether a text that is to be pasted into the shown section is a table whose columns have to be asked for: of one that
// is plain, or was copied here, it is clear what becomes of it. Then asks.
bool asks_about_pasted_table(App& app, const std::string& text);

}  // namespace canvasbook
