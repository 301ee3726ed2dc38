// What others name is removed only after a question that tells how many places name it.
#pragma once

#include <functional>

#include "model/item_uses.h"

namespace canvasbook {

class App;

// Does it at once where no other item names any of these; otherwise once the author has agreed. `what`: is removed, in
// words.
void ask_before_removing(App& app, const std::string& what, const ItemIds& items, const std::function<void()>& remove);

// Items of the shown section, or an entry of a register, in words: the segment “Offices”; 3 items.
std::string words_of_removed(App& app, const ItemIds& items);

}  // namespace canvasbook
