// The lines of a register: where they stand, which one the cursor is at, where one leads, and the keys that are no
// commands. Internal to editor/registers/.
#pragma once

#include <cstddef>
#include <optional>

#include "editor/frame/app.h"
#include "model/registers.h"

namespace canvasbook {

// Lays the lines out anew where the register, what is unfolded or the scale changed; before all that follows.
void lay_out_register(App& app, RegisterKind kind, const RegisterList& list);

// The line at the cursor; where its use is not shown any more that of the entry.
std::optional<size_t> line_at_cursor(App& app, const RegisterList& list);
void put_cursor_at(App& app, const RegisterList& list, size_t line);

// Shows the uses of an entry below it, or hides them.
void fold_entry(App& app, const RegisterEntry& entry, bool unfolds);

// Where a line leads: to the use, or to where the entry is defined.
void lead_from(App& app, const RegisterList& list, size_t line);

// Writes the name of an entry; from the line of a use it leads there.
void open_line(App& app, const RegisterList& list, size_t line);

void use_register_keys(App& app, const RegisterList& list);

}  // namespace canvasbook
