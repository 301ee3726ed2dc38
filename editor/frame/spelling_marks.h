// Waves below misspelt words, in texts at rest and in the one that is written; a right click on one asks for its menu,
// as on a STOP phrase.
#pragma once

#include <imgui.h>

#include <string_view>

#include "editor/frame/app.h"
#include "editor/frame/asked_word.h"
#include "editor/frame/text_place.h"

namespace canvasbook {

// Marks what of a text shows in the clip rectangle; `place` says where a correction is to be written.
void mark_spelling_at_rest(App& app, const DrawnText& drawn, const TextPlace& place);

// The same for the text of the session's field; the word that the caret stands in is still being written.
void mark_spelling_in_field(App& app, ImVec2 at, float zoom = 1);

}  // namespace canvasbook
