#include "editor/frame/ask_before_removing.h"

#include <algorithm>

#include "editor/frame/app.h"
#include "model/item_text.h"
#include "model/kinds/item_lists.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_told = 3;  // places

// «Section» (document), the first ones, each once.
std::string places_of(const Catalog& words, const std::vector<ItemUse>& uses) {
  std::vector<std::string> places;
  for (const ItemUse& use : uses) {
    std::string place = words.text("quote", {{"text", use.document_title}});
    if (!use.section_title.empty()) place = words.text("quote", {{"text", use.section_title}}) + " (" + place + ")";
    if (std::ranges::find(places, place) == places.end()) places.push_back(std::move(place));
  }
  std::string told;
  for (size_t i = 0; i < std::min(places.size(), most_told); ++i) told += (i == 0 ? "" : ", ") + places[i];
  if (places.size() > most_told) told += " " + words.count("items.and_more", places.size() - most_told);
  return told;
}

}  // namespace

std::string words_of_removed(App& app, const ItemIds& items) {
  constexpr size_t most_characters = 60;
  const Catalog& words = app.catalog();
  if (items.size() != 1) return words.count("remove_named.items", items.size());
  const std::string& id = *items.begin();
  const auto quoted = [&](const std::string& text) {
    const std::string line = shortened(to_one_line(text), most_characters);
    return line.empty() ? words.text("item.without_text") : words.text("quote", {{"text", line}});
  };
  const auto entry = [&](RegisterKind kind) { return app.session()->entries(kind).find(id); };
  if (const RegisterEntry* segment = entry(RegisterKind::segments))
    return words.text("remove_named.segment", {{"text", quoted(segment->name)}});
  if (const RegisterEntry* touchpoint = entry(RegisterKind::touchpoints))
    return words.text("remove_named.touchpoint", {{"text", quoted(touchpoint->name)}});
  std::string text;
  if (const Board* board = app.session()->board()) {
    if (const Note* note = find_note(*board, id)) text = note->text;
  } else if (const Section* section = app.session()->section()) {
    const auto* sheet = std::get_if<Sheet>(&section->content);
    const SheetRow* row = sheet == nullptr ? nullptr : find_item(sheet->rows, id);
    if (row != nullptr) return quoted(name_of_row(*sheet, *row));
    const CellRows rows = cells_of_items(section->content, items);
    if (!rows.empty() && !rows.front().empty()) text = rows.front().front();
  }
  return quoted(text);
}

void ask_before_removing(App& app, const std::string& what, const ItemIds& items, const std::function<void()>& remove) {
  const std::vector<ItemUse> uses = find_uses(app.session()->workbook(), items);
  if (uses.empty()) return remove();
  const Catalog& words = app.catalog();
  app.ask({"remove_named.title",
           "remove_named.text",
           {{"what", what},
            {"counted", words.count("remove_named.counted", uses.size())},
            {"places", places_of(words, uses)}},
           {{"remove_named.remove", remove}, {"remove_named.cancel", {}}},
           1});
}

}  // namespace canvasbook
