// The hits in the panel that finds: those of each section below its name, each in its line, marked.
#include <algorithm>
#include <cmath>

#include "editor/find/finding.h"
#include "editor/find/state.h"
#include "editor/frame/tooltip.h"
#include "editor/frame/views.h"
#include "editor/session/hit_words.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float hit_height = 46;         // logical pixels, as the next
constexpr float head_height = 32;        // of a section
constexpr size_t most_listed = 100'000;  // beyond this a list cannot be scrolled to the pixel
constexpr size_t most_before = 40;       // characters in front of a hit
constexpr size_t most_behind = 120;      // and from its beginning on

// The last characters of a text.
std::string_view last_characters(std::string_view text, size_t count) {
  size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80) --count;
  }
  return text.substr(at);
}

class HitList {
 public:
  HitList(App& app, const Found& found)
      : app_(app),
        theme_(app.theme),
        find_(app.state<FindPanel>()),
        found_(found),
        listed_(std::min(found.hits.size(), most_listed)),
        row_(theme_.px(hit_height)),
        head_(theme_.px(head_height)) {}

  std::optional<size_t> draw() {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - theme_.px(4);
    if (std::exchange(find_.shows_current, false) && find_.current) bring_into_view(*find_.current);
    const float from = ImGui::GetScrollY();
    const float to = from + ImGui::GetWindowHeight();
    std::optional<size_t> pressed;
    for (size_t group = group_at(from); group < find_.groups.size() && top_of(group) < to; ++group) {
      if (find_.groups[group].first >= listed_) break;
      draw_head(group, {origin.x, origin.y + top_of(group)}, width);
      const float first_row = std::max(0.0F, (from - top_of(group) - head_) / row_);
      for (size_t hit = find_.groups[group].first + static_cast<size_t>(first_row); hit < end_of(group); ++hit) {
        const float top = top_of_hit(group, hit);
        if (top >= to) break;
        if (draw_hit(hit, {origin.x, origin.y + top}, width)) pressed = hit;
      }
    }
    float height = top_of(find_.groups.size());
    if (listed_ < found_.hits.size()) height += draw_rest({origin.x, origin.y + height}, width);
    ImGui::SetCursorScreenPos({origin.x, origin.y + height});
    ImGui::Dummy({1, theme_.px(8)});
    return pressed;
  }

 private:
  size_t end_of(size_t group) const {
    return group + 1 < find_.groups.size() ? std::min(find_.groups[group + 1].first, listed_) : listed_;
  }
  float top_of(size_t group) const {
    const size_t before = group < find_.groups.size() ? std::min(find_.groups[group].first, listed_) : listed_;
    return static_cast<float>(before) * row_ + static_cast<float>(group) * head_;
  }
  float top_of_hit(size_t group, size_t hit) const {
    return static_cast<float>(hit) * row_ + static_cast<float>(group + 1) * head_;
  }

  // The group at a height, and that of a hit.
  size_t group_at(float y) const {
    size_t from = 0;
    size_t to = find_.groups.size();
    while (to - from > 1) {
      const size_t middle = (from + to) / 2;
      (top_of(middle) <= y ? from : to) = middle;
    }
    return from;
  }
  size_t group_of(size_t hit) const {
    const auto behind = std::ranges::upper_bound(find_.groups, hit, {}, &HitGroup::first);
    return static_cast<size_t>(behind - find_.groups.begin()) - 1;
  }

  void bring_into_view(size_t hit) const {
    if (hit >= listed_) return;
    const float top = top_of_hit(group_of(hit), hit);
    const float height = ImGui::GetWindowHeight();
    if (top - head_ < ImGui::GetScrollY()) ImGui::SetScrollY(top - head_);
    if (top + row_ > ImGui::GetScrollY() + height) ImGui::SetScrollY(top + row_ - height + theme_.px(8));
  }

  void draw_head(size_t group, ImVec2 at, float width) const {
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* font = theme_.fonts.small_bold;
    const std::string count = std::to_string(end_of(group) - find_.groups[group].first);
    const float count_width = width_of_line(theme_.fonts.small, count);
    const float y = std::floor(at.y + head_ - font->FontSize - theme_.px(6));
    const FoundText& text = found_.texts[find_.groups[group].text];
    clipped_text(list, font, {at.x, y}, width - count_width - theme_.px(12), theme_.colours.text,
                 section_words(text, app_.catalog()));
    list->AddText(theme_.fonts.small, theme_.fonts.small->FontSize, {at.x + width - count_width, y},
                  theme_.colours.muted, count.c_str());
  }

  bool draw_hit(size_t index, ImVec2 at, float width) const {
    const Hit& hit = found_.hits[index];
    const FoundText& text = found_.text_of(hit);
    const std::string key = "find/hit/" + std::to_string(index);
    const ImVec2 to{at.x + width, at.y + row_ - theme_.px(2)};
    ImGui::SetCursorScreenPos(at);
    const bool pressed = invisible_button(key.c_str(), {width, to.y - at.y});
    app_.parts.add_last(key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (find_.current == index) {
      list->AddRectFilled(at, to, theme_.colours.selection, theme_.px(8));
    } else if (hovered) {
      list->AddRectFilled(at, to, theme_.colours.hover, theme_.px(8));
    }
    const bool stays = hit.is_fixed && find_.replaces;
    if (hovered && stays) tooltip(app_, app_.catalog().text("find.is_fixed"));
    const float pad = theme_.px(8);
    const std::string place = item_words(text, app_.catalog());
    ImFont* small = theme_.fonts.small;
    const float line = std::floor(small->FontSize * 1.3F);
    const float lines = place.empty() ? line : 2 * line;
    const float y = std::floor((at.y + to.y - lines) / 2);
    draw_line(hit, *text.text, {at.x + pad, y}, width - 2 * pad, stays ? theme_.colours.muted : theme_.colours.text);
    if (!place.empty()) {
      clipped_text(list, small, {at.x + pad, y + line}, width - 2 * pad, theme_.colours.muted, place);
    }
    return pressed;
  }

  // The line with the hit marked; what stands before it is cut so that it is seen.
  void draw_line(const Hit& hit, const std::string& text, ImVec2 at, float width, ImU32 colour) const {
    ImFont* font = theme_.fonts.small;
    ImFont* bold = theme_.fonts.small_bold;
    const HitLine line = line_of(text, hit.range);
    const std::string_view all_before = line.line.substr(0, line.range.begin);
    std::string before = to_printable(last_characters(all_before, most_before));
    std::ranges::replace(before, '\n', ' ');
    bool is_cut = before.size() < all_before.size();
    const std::string marked = shortened(line.line.substr(line.range.begin, line.range.end - line.range.begin), 60);
    const float marked_width = std::min(width_of_line(bold, marked), width);
    const float room = std::max(std::min(width * 0.4F, width - marked_width), 0.0F);
    while (!before.empty() && width_of_line(font, (is_cut ? "…" : "") + before) > room) {
      size_t first = 0;
      next_code_point(before, first);
      before.erase(0, first);
      is_cut = true;
    }
    if (is_cut) before = "…" + std::string(before);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddText(font, font->FontSize, at, colour, before.data(), before.data() + before.size());
    const float x = at.x + width_of_line(font, before);
    const float end = std::min(x + marked_width, at.x + width);
    const ImU32 ground = (theme_.colours.accent & ~IM_COL32_A_MASK) | 0x38U << IM_COL32_A_SHIFT;
    list->AddRectFilled({x - theme_.px(1), at.y - theme_.px(1)},
                        {end + theme_.px(1), at.y + font->FontSize + theme_.px(2)}, ground, theme_.px(3));
    clipped_text(list, bold, {x, at.y}, at.x + width - x, colour, marked);
    const std::string behind = shortened_behind(line.line.substr(line.range.end));
    if (at.x + width - end > theme_.px(16)) clipped_text(list, font, {end, at.y}, at.x + width - end, colour, behind);
  }

  // Like shortened(), but keeps the blank that it begins with.
  static std::string shortened_behind(std::string_view text) {
    const std::string line = shortened(text, most_behind);
    const bool begins_blank = !text.empty() && trim(text.substr(0, 1)).empty();
    return begins_blank ? " " + line : line;
  }

  float draw_rest(ImVec2 at, float width) const {
    const std::string rest = app_.catalog().count("find.more", found_.hits.size() - listed_);
    const float height = wrapped_height(theme_.fonts.small, width, rest);
    wrapped_text(ImGui::GetWindowDrawList(), theme_.fonts.small, {at.x, at.y + theme_.px(8)}, width,
                 theme_.colours.muted, rest);
    return height + theme_.px(8);
  }

  App& app_;
  const Theme& theme_;
  FindPanel& find_;
  const Found& found_;
  size_t listed_;
  float row_;
  float head_;
};

}  // namespace

std::optional<size_t> draw_hits(App& app, const Found& found) { return HitList(app, found).draw(); }

}  // namespace canvasbook
