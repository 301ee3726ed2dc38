// The icons of what a workbook holds: the kinds of section, the registers.
#pragma once

#include <iterator>

#include "editor/parts/interface_icons.h"
#include "model/kinds/content.h"
#include "model/registers.h"

namespace canvasbook {

inline char32_t icon_of(const Content& content) {
  // in the order of the kinds
  constexpr char32_t icon_by_kind[] = {icons::details, icons::canvas, icons::reply, icons::replacements,
                                       icons::talk,    icons::checks, icons::table, icons::done};
  static_assert(std::size(icon_by_kind) == std::variant_size_v<Content>);
  return icon_by_kind[content.index()];
}

constexpr char32_t icon_of(RegisterKind kind) {
  constexpr char32_t icon_by_kind[] = {icons::people, icons::touchpoint, icons::label};
  static_assert(std::size(icon_by_kind) == std::size(all_registers));
  return icon_by_kind[static_cast<size_t>(kind)];
}

}  // namespace canvasbook
