// Our own dialog for choosing a file, where the system has none.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "editor/frame/dialog.h"
#include "editor/system/file_chooser.h"

namespace canvasbook {

// Calls `then` with the chosen path, which is absolute; not at all where the author cancels. A file that exists is not
// asked about: the caller does that.
std::unique_ptr<Dialog> make_browser_dialog(App& app, FileChoice choice, std::function<void(const std::string&)> then);

// The filters for workbooks and for all files.
std::vector<FileChoice::Filter> workbook_filters(const Catalog& catalog);

// Where people keep their files: the folder for documents, else home; empty where neither is known.
std::string documents_folder(const App& app);

}  // namespace canvasbook
