#include "editor/parts/document_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "editor/parts/section_picture.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float landscape = 1.414F;  // width of a sheet by its height
constexpr float portrait = 0.72F;

struct PaperSheet {
  ImDrawList* list;
  const Theme& theme;
  ImVec2 from;
  ImVec2 to;

  float width() const { return to.x - from.x; }
  float height() const { return to.y - from.y; }
};

// A number of a block's own, so that canvases of one arrangement look as different as their blocks are.
size_t number_of(const Block& block) {
  size_t number = 0;
  for (const char byte : block.title) number = number * 31 + static_cast<unsigned char>(byte);
  return number % 10'007;
}

// The same spread of lengths and colours in every frame.
size_t scattered(size_t index) { return (index * 2654435761U >> 7) % 97; }

Colour sample_colour(size_t index) {
  constexpr Colour colours[] = {Colour::yellow, Colour::blue, Colour::green, Colour::red, Colour::violet};
  return colours[index % std::size(colours)];
}

Colour colour_of_note(const Block& block, const Note& note, const std::vector<Segment>& segments) {
  if (note.colour != Colour::none) return note.colour;
  const bool is_segment = block.role == segments_role;
  if (!is_segment && note.segments.size() != 1) return Colour::none;
  const Segment* segment = find_segment(segments, is_segment ? segment_of(note) : note.segments.front());
  return segment == nullptr ? Colour::none : segment->colour;
}

// A note this small needs a stronger tint than one that is read.
ImU32 note_fill(const Theme& theme, Colour colour) {
  if (colour == Colour::none) return theme.colours.border;
  const float strength = theme.name == ThemeName::dark ? 0.35F : 0.16F;
  const CardColours& card = theme.colours.of(colour);
  const ImVec4 fill = ImGui::ColorConvertU32ToFloat4(card.fill);
  const ImVec4 mark = ImGui::ColorConvertU32ToFloat4(card.mark);
  const auto mix = [strength](float from, float to) { return from + (to - from) * strength; };
  return ImGui::ColorConvertFloat4ToU32({mix(fill.x, mark.x), mix(fill.y, mark.y), mix(fill.z, mark.z), 1});
}

void draw_paper(const PaperSheet& sheet) {
  const Theme& theme = sheet.theme;
  draw_shadow(sheet.list, theme, {sheet.from.x, sheet.from.y + theme.px(2)}, {sheet.to.x, sheet.to.y + theme.px(2)},
              theme.px(8), theme.name == ThemeName::dark ? 0.5F : 0.14F);
  sheet.list->AddRectFilled(sheet.from, sheet.to, theme.colours.panel, theme.px(4));
  sheet.list->AddRect(sheet.from, sheet.to, theme.colours.border, theme.px(4));
}

void draw_block(const PaperSheet& sheet, const Block& block, const std::vector<Segment>& segments, bool with_samples,
                ImVec2 from, ImVec2 to) {
  const size_t index = number_of(block);
  const Theme& theme = sheet.theme;
  const float pad = theme.px(4);
  sheet.list->AddRectFilled(from, to, theme.colours.background, theme.px(3));
  const float width = to.x - from.x - 2 * pad;
  if (width <= 0) return;
  const float title = theme.px(1.6F) * static_cast<float>(count_code_points(block.title));
  float y = from.y + pad;
  sheet.list->AddRectFilled({from.x + pad, y}, {from.x + pad + std::min(title, width), y + theme.px(2)},
                            theme.colours.faint, theme.px(1));
  y += theme.px(6);
  const float note_width = std::min(width, std::max(theme.px(18), sheet.width() * 0.15F));
  const float note_height = theme.px(7);
  const float gap = theme.px(3);
  const auto columns = static_cast<size_t>(std::max(1.0F, std::floor((width + gap) / (note_width + gap))));
  const auto rows = static_cast<size_t>(std::max(0.0F, std::floor((to.y - pad - y + gap) / (note_height + gap))));
  const bool sample = block.notes.empty() && with_samples;
  const size_t wanted = sample ? 1 + columns / 2 + scattered(index) % 3 : block.notes.size();
  const float step = (width + gap) / static_cast<float>(columns);
  for (size_t i = 0; i < std::min(wanted, rows * columns); ++i) {
    const Colour colour = sample ? sample_colour(index + i * 2) : colour_of_note(block, block.notes[i], segments);
    const size_t row = i / columns;
    const ImVec2 at{from.x + pad + static_cast<float>(i % columns) * step,
                    y + static_cast<float>(row) * (note_height + gap)};
    const ImVec2 end{at.x + step - gap, at.y + note_height};
    sheet.list->AddRectFilled(at, end, note_fill(theme, colour), theme.px(2));
  }
}

void draw_board(const PaperSheet& sheet, const Board& board, const std::vector<Segment>& segments, bool with_samples) {
  const Theme& theme = sheet.theme;
  const float margin = theme.px(6);
  const float gap = theme.px(board.frames.empty() ? 1.5F : 3);  // between frames the blocks stand back
  const float column = (sheet.width() - 2 * margin) / static_cast<float>(std::max(1, board.columns));
  const float row = (sheet.height() - 2 * margin) / static_cast<float>(std::max(1, board.rows));
  const auto corner = [&](int x, int y) {
    return ImVec2{sheet.from.x + margin + column * static_cast<float>(x),
                  sheet.from.y + margin + row * static_cast<float>(y)};
  };
  for (const Frame& frame : board.frames) {
    const ImVec2 from = corner(frame.place.column, frame.place.row);
    const ImVec2 to = corner(frame.place.column + frame.place.columns, frame.place.row + frame.place.rows);
    sheet.list->AddRect({from.x + 1, from.y}, {to.x - 1, to.y}, theme.colours.border, theme.px(4));
  }
  for (size_t i = 0; i < board.blocks.size(); ++i) {
    const GridPlace& place = board.blocks[i].place;
    const ImVec2 from = corner(place.column, place.row);
    const ImVec2 to = corner(place.column + place.columns, place.row + place.rows);
    draw_block(sheet, board.blocks[i], segments, with_samples, {std::floor(from.x + gap), std::floor(from.y + gap)},
               {std::floor(to.x - gap), std::floor(to.y - gap)});
  }
}

constexpr size_t most_sheets = 8;

// The sections in the order in which they tell what the document is: boards, then one of each kind, then the others;
// running text, which looks alike everywhere, comes last. No more than can have room.
std::vector<const Section*> telling_order(std::span<const Shared<Section>> sections) {
  std::vector<const Section*> order;
  std::array<bool, std::variant_size_v<Content>> is_shown{};
  const auto add = [&](auto wanted) {
    for (const auto& section : sections) {
      if (order.size() == most_sheets) return;
      if (std::ranges::find(order, &*section) != order.end() || !wanted(section->content)) continue;
      is_shown[section->content.index()] = true;
      order.push_back(&*section);
    }
  };
  add([](const Content& content) { return std::holds_alternative<Board>(content); });
  add([&](const Content& content) { return !std::holds_alternative<Prose>(content) && !is_shown[content.index()]; });
  add([](const Content& content) { return !std::holds_alternative<Prose>(content); });
  add([](const Content&) { return true; });
  return order;
}

}  // namespace

void draw_document_picture(ImDrawList* list, const Theme& theme, std::span<const Shared<Section>> sections,
                           const std::vector<Segment>& segments, bool with_samples, ImVec2 from, ImVec2 to) {
  if (sections.empty()) return;
  const auto ratio_of = [](const Section& section) {
    return std::holds_alternative<Board>(section.content) ? landscape : portrait;
  };
  const float gap = theme.px(10);
  const float room = to.x - from.x;
  const std::vector<const Section*> order = telling_order(sections);
  const float height = std::min(to.y - from.y, room / ratio_of(*order.front()));
  size_t count = 0;
  float used = 0;
  for (const Section* section : order) {
    const float width = height * ratio_of(*section);
    if (count > 0 && used + gap + width > room) break;
    used += (count == 0 ? 0 : gap) + width;
    ++count;
  }
  float x = std::floor(from.x + (room - used) / 2);
  const float y = std::floor(from.y + (to.y - from.y - height) / 2);
  for (const Section* section : std::span(order).first(count)) {
    const float width = height * ratio_of(*section);
    const PaperSheet sheet{list, theme, {x, y}, {std::floor(x + width), std::floor(y + height)}};
    draw_paper(sheet);
    if (const Board* board = std::get_if<Board>(&section->content)) {
      draw_board(sheet, *board, segments, with_samples);
    } else {
      draw_section_picture(list, theme, *section, sheet.from, sheet.to);
    }
    x += width + gap;
  }
}

}  // namespace canvasbook
