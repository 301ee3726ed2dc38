// Who is told when a text is asked for that no catalog has. In the program nobody: the key shows itself there.
#pragma once

#include <string_view>

namespace canvasbook {

// Is called on the thread that asked.
using MissingTextListener = void (*)(std::string_view key);

// From now on `listener` is told, or nobody for nullptr. Returns who was told before.
MissingTextListener on_missing_text(MissingTextListener listener);

}  // namespace canvasbook
