// What the commands of the board do.
#pragma once

#include "editor/board/layout.h"

namespace canvasbook {

class App;

// Goes so many blocks on or back in the order of filling, past the ends from the other side; the open parking lot is
// the last.
void go_to_next_block(App& app, int step);

// The selected notes one place on in their block, or into the block beyond its edge.
void move_notes(App& app, Direction direction);

// The selected notes to a place of a block or of the parking lot. A segment that leaves its block is told to have taken
// its letter off the notes that it was on.
void move_notes_to(App& app, const std::string& block, size_t position);

// The selected notes to the parking lot, which opens. Those that can be put aside stand in a block.
bool has_notes_in_block(const App& app);
void park_notes(App& app);

// Open a menu of the bar at the selected note, which comes into view: for which segments it is, its types, its colour,
// and the blocks to which a parked one can return.
bool can_choose_segments(const App& app);
void choose_segments(App& app);
bool can_choose_types(const App& app);
void choose_types(App& app);
void choose_colour(App& app);
bool has_parked_notes(const App& app);
void choose_block_to_return(App& app);

// Opens the parking lot if this note of the shown board is parked there.
void show_if_parked(App& app, std::string_view note);

// How many notes in front of a place of a block stay where they are when the selected ones move.
size_t staying_before(const Session& session, const BlockLayout& block, size_t before);

}  // namespace canvasbook
