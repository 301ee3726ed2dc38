// The texture of the letters in OpenGL.
#pragma once

namespace canvasbook {

// Creates what Dear ImGui's backend draws with, once it knows OpenGL, and an empty texture for the letters.
void create_letter_texture();

// Uploads the letters of the current context.
void upload_letters();

}  // namespace canvasbook
