#include "editor/letter_texture.h"

#include <backends/imgui_impl_opengl3.h>
#include <backends/imgui_impl_opengl3_loader.h>
#include <imgui.h>

#include <bit>
#include <cstdint>
#include <utility>

namespace canvasbook {

namespace {

// Missing in the backend's loader.
constexpr GLenum one_channel = 0x1903;    // GL_RED
constexpr GLint one_byte = 0x8229;        // GL_R8
constexpr GLenum first_swizzle = 0x8E42;  // GL_TEXTURE_SWIZZLE_R, followed by G, B and A

GLuint letter_texture() { return static_cast<GLuint>(reinterpret_cast<std::intptr_t>(ImGui::GetIO().Fonts->TexID)); }

}  // namespace

void create_letter_texture() {
  // The backend uploads the fonts on its own, in four channels: to it there are none.
  ImFontAtlas none;
  none.TexPixelsAlpha8 = static_cast<unsigned char*>(IM_ALLOC(1));
  *none.TexPixelsAlpha8 = 0;
  none.TexWidth = none.TexHeight = 1;
  ImFontAtlas* const letters = std::exchange(ImGui::GetIO().Fonts, &none);
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  ImGui::GetIO().Fonts = letters;
  GLuint texture = 0;
  glGenTextures(1, &texture);
  letters->SetTexID(std::bit_cast<ImTextureID>(std::uintptr_t{texture}));
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  for (GLenum channel = 0; channel < 3; ++channel) glTexParameteri(GL_TEXTURE_2D, first_swizzle + channel, GL_ONE);
  glTexParameteri(GL_TEXTURE_2D, first_swizzle + 3, static_cast<GLint>(one_channel));
}

void upload_letters() {
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  glBindTexture(GL_TEXTURE_2D, letter_texture());
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, one_byte, atlas.TexWidth, atlas.TexHeight, 0, one_channel, GL_UNSIGNED_BYTE,
               atlas.TexPixelsAlpha8);
}

}  // namespace canvasbook
