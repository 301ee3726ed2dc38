#include "editor/frame/ask_before_removing.h"

#include <algorithm>

#include "editor/frame/app.h"

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

void ask_before_removing(App& app, const ItemIds& items, const std::function<void()>& remove) {
  const std::vector<ItemUse> uses = find_uses(app.session()->workbook(), items);
  if (uses.empty()) return remove();
  const Catalog& words = app.catalog();
  app.ask({"remove_named.title",
           "remove_named.text",
           {{"counted", words.count("remove_named.counted", uses.size())}, {"places", places_of(words, uses)}},
           {{"remove_named.remove", remove}, {"remove_named.cancel", {}}},
           1});
}

}  // namespace canvasbook
