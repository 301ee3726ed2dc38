// What causes a cost: the notes that it names as its drivers.
#pragma once

namespace canvasbook {

class App;

// Whether any of the selected notes is a cost.
bool has_selected_costs(const App& app);

// Shows a list of all notes of the workbook that can cause costs, those that cause the selected ones already ticked. A
// choice ticks a note or takes its tick back and leaves the list open; Escape ends it.
void choose_drivers(App& app);

}  // namespace canvasbook
