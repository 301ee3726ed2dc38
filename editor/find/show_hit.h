// Leads to a hit: its document and section, its item, and the field with it selected.
#pragma once

#include "model/find.h"

namespace canvasbook {

class App;

// Where no text can be opened shows what it belongs to. `opens_dialogs`: for what the workbook says of itself.
void show_hit(App& app, const FoundText& found, MatchRange range, bool opens_dialogs);

}  // namespace canvasbook
