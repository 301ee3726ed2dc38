// What others name is removed only after a question that tells how many places name it.
#pragma once

#include <functional>

#include "model/item_uses.h"

namespace canvasbook {

class App;

// Does it at once where no other item names any of these; otherwise once the author has agreed.
void ask_before_removing(App& app, const ItemIds& items, const std::function<void()>& remove);

}  // namespace canvasbook
