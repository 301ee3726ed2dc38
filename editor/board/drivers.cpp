#include "editor/board/drivers.h"

#include <algorithm>

#include "editor/frame/app.h"
#include "editor/palette/dialog.h"
#include "editor/parts/interface_icons.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::vector<const Note*> selected_costs(const App& app) {
  std::vector<const Note*> costs;
  const Session* session = app.session();
  if (session == nullptr || session->board() == nullptr) return costs;
  for (const Block& block : session->board()->blocks) {
    if (block.role != costs_role) continue;
    for (const Note& note : block.notes) {
      if (session->view().selected.contains(note.id)) costs.push_back(&note);
    }
  }
  return costs;
}

// Names the first cost, and says how many there are besides.
std::string title_of(const std::vector<const Note*>& costs, const Catalog& words) {
  constexpr size_t longest = 40;
  const std::string text = to_one_line(costs.front()->text);
  const std::string cost = text.empty() ? words.text("note.without_text") : shortened(text, longest);
  if (costs.size() == 1) return words.text("note.drivers_of", {{"cost", cost}});
  return words.text("note.drivers_of_several", {{"cost", cost}, {"count", std::to_string(costs.size() - 1)}});
}

}  // namespace

bool has_selected_costs(const App& app) { return !selected_costs(app).empty(); }

void choose_drivers(App& app) {
  const std::vector<const Note*> costs = selected_costs(app);
  if (costs.empty()) return;
  std::vector<PaletteEntry> entries;
  const std::string without_text = app.catalog().text("note.without_text");
  for_each_note(app.session()->workbook(), [&](const Document&, const Section&, const Block& block, const Note& note) {
    if (std::ranges::find(driver_roles, block.role) == driver_roles.end()) return;
    const bool ticked = std::ranges::all_of(
        costs, [&](const Note* cost) { return std::ranges::find(cost->drivers, note.id) != cost->drivers.end(); });
    const std::string text(trim(to_printable(note.text)));
    const auto toggle = [driver = note.id](App& owner) {
      owner.session()->toggle_driver_of_selected(driver);
      choose_drivers(owner);
    };
    entries.push_back({"driver/" + note.id,
                       text.empty() ? without_text : text,
                       block.title,
                       {},
                       ticked ? icons::box_checked : icons::box,
                       true,
                       to_loose_search_form(text + "\n" + block.title),
                       toggle,
                       {}});
  });
  std::stable_partition(entries.begin(), entries.end(),  // clang 14 cannot read the one of ranges
                        [](const PaletteEntry& entry) { return entry.icon == icons::box_checked; });
  app.show_dialog(make_choice_list(std::move(entries), "note.find_driver", 0, title_of(costs, app.catalog())));
}

}  // namespace canvasbook
