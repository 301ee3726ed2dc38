// The parts of the results: what they are of, and their pages. Internal to editor/visits/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "editor/visits/shown_results.h"

namespace canvasbook {

// Behind the drawing of a part, the last ImGui item: the keyboard reaches it. Draws the ring; true when it was pressed
// by a key.
bool is_pressed_by_key(App& app, std::string_view key);
bool is_pressed_by_key(App& app, std::string_view key, ImVec2 from, ImVec2 to);

// The report of the shown section, laid out again where the workbook or the filter changed.
const VisitsReport& report_here(App& app);

// Whether a filter leaves anything out; the rule for points does not.
bool leaves_out(const ResultFilter& filter);
void clear_filter(App& app);

// A day or a month as people write them, "2026-05", "05.2026", "May 2026": its first day, or with `ends` its last.
// Nothing for another text.
std::optional<Date> read_day_or_month(std::string_view text, bool ends);

// At the beginning of a frame: a day that is being typed has the keys, or lets go of them.
void hold_filter(App& app);
bool is_filter_written(const App& app);
// At the end of a frame: the keyboard came to a part, which begins to be written if it is a day.
void write_filter_at(App& app, std::string_view key);

// Draws what the report is of, in as many lines as it needs; returns their height.
float draw_results_filter(App& app, const VisitsReport& report, const Area& area);

// Draws the pages, and ends the frame of the focus; `scroll`: so many pixels further. Returns the subject of the figure
// that was pressed, or an empty text.
std::string draw_report_pages(App& app, const Pages& pages, const Area& area, float scroll);

}  // namespace canvasbook
