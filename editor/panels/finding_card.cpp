#include "editor/panels/finding_card.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/tooltip.h"
#include "model/review/mend.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float card_pad = 12;  // logical pixels, as all below
constexpr float card_indent = 36;
constexpr float link_height = 28;
constexpr float row_height = 30;

// The list follows the finding that a key led to.
void bring_current_into_view(App& app, bool is_current) {
  if (!is_current || !app.state<PanelState>().shows_finding) return;
  app.state<PanelState>().shows_finding = false;
  ImGui::SetScrollHereY(0.5F);
}

// A word to press below a finding.
struct FindingLink {
  enum class Does { mend, choose, ask, dismiss };
  Does does = Does::dismiss;
  std::string key;
  std::string label;
  std::string choice = {};  // the item of a mend that is chosen

  char32_t icon() const { return does == Does::dismiss ? 0 : icons::check; }
};

std::vector<FindingLink> links_of(const App& app, const Finding& finding) {
  using enum FindingLink::Does;
  const Catalog& words = app.catalog();
  const std::string key = "finding/" + finding_name(finding);
  std::vector<FindingLink> links;
  if (finding.has_mend) links.push_back({mend, key + "/mend", words.text(mend_names(finding.rule).verb)});
  for (const MendChoice& choice : finding.choices) {
    links.push_back({choose, key + "/mend/" + choice.item, choice.name, choice.item});
  }
  if (is_mended_by_causes(finding)) links.push_back({ask, key + "/mend", words.text("review.mend_causes")});
  links.push_back({dismiss, key + "/dismiss", words.text("review.dismiss")});
  return links;
}

// Where links stand in a width, from the place of the first, and the height that they take.
struct PlacedLinks {
  std::vector<ImVec2> at;
  float height = 0;
};

PlacedLinks place_links(const App& app, const std::vector<FindingLink>& links, float room) {
  const Theme& theme = app.theme;
  PlacedLinks placed;
  ImVec2 at{0, 0};
  for (const FindingLink& link : links) {
    const float width =
        width_of_line(theme.fonts.small, link.label) + theme.px(link.icon() == 0 ? 16.0F : 36.0F);  // as review_link
    if (at.x > 0 && at.x + width > room) at = {0, at.y + theme.px(link_height)};
    placed.at.push_back(at);
    at.x += width;
  }
  placed.height = at.y + theme.px(link_height);
  return placed;
}

// What can be done with a finding.
void view_links(App& app, const Finding& finding, ImVec2 from, float room, PressedInReview& pressed) {
  const std::vector<FindingLink> links = links_of(app, finding);
  const PlacedLinks placed = place_links(app, links, room);
  for (size_t i = 0; i < links.size(); ++i) {
    const FindingLink& link = links[i];
    ImGui::SetCursorScreenPos({from.x + placed.at[i].x, from.y + placed.at[i].y});
    if (!review_link(app, link.key, link.label, link.icon())) continue;
    switch (link.does) {
      case FindingLink::Does::mend:
        pressed.mended = {finding};
        break;
      case FindingLink::Does::choose:
        pressed.mended = {with_choice(finding, link.choice)};
        break;
      case FindingLink::Does::ask:
        pressed.asks = &finding;
        break;
      case FindingLink::Does::dismiss:
        pressed.dismissed = &finding;
        break;
    }
  }
}

float links_height(const App& app, const Finding& finding, float room) {
  return place_links(app, links_of(app, finding), room).height;
}

// "2 of 5": which of its places is shown.
std::string place_in_words(App& app, const Finding& finding) {
  const size_t count = finding.items.size() + (finding.mended_at.empty() ? 0 : 1);
  const std::optional<size_t> shown = app.state<PanelState>().finding_item;
  if (count < 2 || !shown) return {};
  return app.catalog().text("guide.of", {{"number", std::to_string(*shown + 1)}, {"count", std::to_string(count)}});
}

}  // namespace

bool review_link(App& app, const std::string& key, const std::string& label, char32_t icon) {
  const Theme& theme = app.theme;
  ImFont* font = theme.fonts.small;
  const float icon_width = icon == 0 ? 0 : theme.px(20);
  const ImVec2 text = size_of_line(font, label);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size{text.x + icon_width + theme.px(16), theme.px(28)};
  const bool pressed = invisible_button(key.c_str(), size);
  app.parts.add_last(key);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list->AddRectFilled(at, {at.x + size.x, at.y + size.y}, theme.colours.selection, theme.px(6));
  }
  if (icon != 0) {
    draw_icon(list, theme.fonts.text, theme.px(16), {at.x + theme.px(16), at.y + size.y / 2}, theme.colours.accent,
              icon);
  }
  list->AddText(font, font->FontSize, {at.x + theme.px(8) + icon_width, std::floor(at.y + (size.y - text.y) / 2)},
                theme.colours.accent, label.c_str());
  return pressed;
}

void view_finding_card(App& app, Column& column, const Finding& finding, PressedInReview& pressed) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const InterfaceFonts& fonts = theme.fonts;
  const FindingWords text = finding_words(finding, words);
  const std::string key = "finding/" + finding_name(finding);
  const float pad = theme.px(card_pad);
  const float indent = theme.px(card_indent);
  const float room = column.width - indent - pad;
  const float what = wrapped_height(fonts.small_bold, room, text.what);
  const float why = wrapped_height(fonts.small, room, text.why);
  const float way_out = wrapped_height(fonts.small, room, text.way_out);
  const float gap = theme.px(5);
  const float links = links_height(app, finding, room + theme.px(8));
  const float text_height = theme.px(10) + what + why + way_out + 2 * gap;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 to{at.x + column.width, at.y + text_height + links + theme.px(10)};
  if (invisible_button(key.c_str(), {column.width, text_height + theme.px(2)})) pressed.goes_to = &finding;
  app.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  const bool is_current = app.state<PanelState>().finding == key_of(finding);
  bring_current_into_view(app, is_current);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, to, hovered ? theme.colours.selection : theme.colours.hover, theme.px(8));
  if (is_current) list->AddRect(at, to, theme.colours.accent, theme.px(8), 0, theme.px(1.5F));
  draw_icon(list, fonts.text, theme.px(18), {at.x + theme.px(19), at.y + theme.px(10) + fonts.small->FontSize / 2},
            theme.colours.warning, icons::warning);
  float y = at.y + theme.px(10);
  wrapped_text(list, fonts.small_bold, {at.x + indent, y}, room, theme.colours.text, text.what);
  y += what + gap;
  wrapped_text(list, fonts.small, {at.x + indent, y}, room, theme.colours.muted, text.why);
  y += why + gap;
  wrapped_text(list, fonts.small, {at.x + indent, y}, room, theme.colours.text, text.way_out);
  y += way_out + theme.px(3);
  view_links(app, finding, {at.x + indent - theme.px(8), y}, room + theme.px(8), pressed);
  if (const std::string place = is_current ? place_in_words(app, finding) : ""; !place.empty()) {
    const float width = width_of_line(fonts.small, place);
    list->AddText(fonts.small, fonts.small->FontSize,
                  {to.x - pad - width, std::floor(to.y - theme.px(10) - fonts.small->FontSize)}, theme.colours.muted,
                  place.c_str());
  }
  ImGui::SetCursorScreenPos({at.x, to.y});
  ImGui::Dummy({column.width, theme.px(1)});
}

void view_fold_line(App& app, Column& column, const std::string& key, const std::string& title,
                    const std::string& count, char32_t icon, ImU32 colour, PressedInReview& pressed) {
  const Theme& theme = app.theme;
  ImFont* font = theme.fonts.small_bold;
  const bool is_open = app.state<PanelState>().unfolded.contains(key);
  const float indent = theme.px(card_indent);
  const float count_width = width_of_line(font, count);
  const float room = column.width - indent - count_width - theme.px(44);
  const float height = theme.px(20) + wrapped_height(font, room, title);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 to{at.x + column.width, at.y + height};
  if (invisible_button(key.c_str(), {column.width, height})) pressed.fold = key;
  app.parts.add_last(key);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, to, ImGui::IsItemHovered() ? theme.colours.selection : theme.colours.hover, theme.px(8));
  const float middle = at.y + theme.px(10) + font->FontSize * 0.6F;
  if (icon != 0) draw_icon(list, theme.fonts.text, theme.px(18), {at.x + theme.px(19), middle}, colour, icon);
  wrapped_text(list, font, {at.x + indent, at.y + theme.px(10)}, room, theme.colours.text, title);
  list->AddText(font, font->FontSize, {to.x - theme.px(36) - count_width, at.y + theme.px(10)}, theme.colours.muted,
                count.c_str());
  draw_icon(list, theme.fonts.text, theme.px(20), {to.x - theme.px(18), middle}, theme.colours.muted,
            is_open ? icons::collapse : icons::expand);
  ImGui::SetCursorScreenPos({at.x, to.y});
  ImGui::Dummy({column.width, theme.px(1)});
}

void view_advice(App& app, Column& column, const FindingGroup& group, PressedInReview& pressed) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const FindingWords text = finding_words(*group.findings.front(), words);
  column.text(theme.fonts.small, theme.colours.muted, text.why, card_indent, 3);
  column.text(theme.fonts.small, theme.colours.text, text.way_out, card_indent, 3);
  const auto count = static_cast<size_t>(std::ranges::count_if(group.findings, &Finding::has_mend));
  if (count < 2) return;
  const std::string verb = words.text(mend_names(group.rule).verb);
  const std::string label = words.text("review.mend_all", {{"verb", verb}, {"count", std::to_string(count)}});
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme.px(card_indent - 8));
  const std::string key = group_key(*group.findings.front()) + "/mend";
  if (!review_link(app, key, label, icons::check)) return;
  for (const Finding* finding : group.findings) {
    if (finding->has_mend) pressed.mended.push_back(*finding);
  }
}

namespace {

// A line to press with a text that is cut where it has no room; true when it was pressed.
bool list_row(App& app, const Column& column, const std::string& key, const std::string& text, bool is_current) {
  const Theme& theme = app.theme;
  ImFont* font = theme.fonts.small;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float indent = theme.px(card_indent);
  const ImVec2 to{at.x + column.width, at.y + theme.px(row_height)};
  const bool pressed = invisible_button(key.c_str(), {column.width, theme.px(row_height)});
  app.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 from{at.x + indent - theme.px(10), at.y};
  if (hovered || is_current) list->AddRectFilled(from, to, theme.colours.selection, theme.px(6));
  if (is_current) list->AddRect(from, to, theme.colours.accent, theme.px(6), 0, theme.px(1.5F));
  const float room = column.width - indent - theme.px(28);
  if (hovered && width_of_line(font, text) > room) tooltip(app, text);
  clipped_text(list, font, {at.x + indent, std::floor((at.y + to.y - font->FontSize) / 2)}, room, theme.colours.text,
               text);
  draw_icon(list, theme.fonts.text, theme.px(16), {to.x - theme.px(14), (at.y + to.y) / 2}, theme.colours.faint,
            icons::chevron);
  return pressed;
}

}  // namespace

void view_finding_row(App& app, Column& column, const Finding& finding, PressedInReview& pressed) {
  const Theme& theme = app.theme;
  const std::string key = "finding/" + finding_name(finding);
  const bool is_current = app.state<PanelState>().finding == key_of(finding);
  if (list_row(app, column, key, line_in_text(finding), is_current)) pressed.goes_to = &finding;
  bring_current_into_view(app, is_current);
  if (!is_current) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float indent = theme.px(card_indent - 8);
  const float height = links_height(app, finding, column.width - indent);
  view_links(app, finding, {at.x + indent, at.y}, column.width - indent, pressed);
  ImGui::SetCursorScreenPos({at.x, at.y + height});
  ImGui::Dummy({column.width, theme.px(1)});
}

void view_empty_row(App& app, Column& column, const EmptyPart& part, PressedInReview& pressed) {
  if (list_row(app, column, "review/empty/" + part.item, part.title, false)) pressed.part = part.item;
}

}  // namespace canvasbook
