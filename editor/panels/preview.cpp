// The pages as they will print. They follow what is worked at, and show where a block does not fit.
#include <algorithm>
#include <cmath>

#include "editor/frame/tooltip.h"
#include "editor/panels/column.h"
#include "editor/panels/panels.h"
#include "editor/panels/state.h"
#include "editor/parts/preview_painter.h"
#include "export/on_paper/find_overfull.h"

namespace canvasbook {

namespace {

constexpr float bar_height = 44;        // logical pixels
constexpr float page_foot_height = 30;  // below a page, with its number
constexpr float grip_width = 8;         // logical pixels that the border of the panel is dragged by

// The item that is worked at: what is written, else the selected note, the block, the section.
std::string item_at_work(const Session& session) {
  const View& view = session.view();
  const Section* section = session.section();
  if (section == nullptr) return {};
  if (!view.edited.empty()) return view.edited;
  if (!view.selected.empty()) return session.cursor().empty() ? *view.selected.begin() : session.cursor();
  return view.block.empty() ? section->id : section->id + "/" + view.block;
}

// Where on its way through the running text the caret is, from 0 to 1; nothing while none is written.
std::optional<float> caret_share(const Session& session) {
  if (session.view().editing != Editing::prose || session.field.text().empty()) return std::nullopt;
  return static_cast<float>(session.field.cursor().caret) / static_cast<float>(session.field.text().size());
}

std::uint32_t index_of(const Pages& pages, const std::string& item) {
  const auto found = std::ranges::find(pages.items, item);
  return found == pages.items.end() ? 0 : static_cast<std::uint32_t>(found - pages.items.begin());
}

// The card, block or cell that something stands in, or nullptr.
const Box* smallest_box_around(const Page& page, const PageMark& inner) {
  const Box* smallest = nullptr;
  for (const Box& box : page.boxes) {
    const bool around = box.x <= inner.x && inner.x + inner.width <= box.x + box.width + 1 && box.y <= inner.y &&
                        inner.y + inner.height <= box.y + box.height + 1;
    if (around && (smallest == nullptr || box.width * box.height < smallest->width * smallest->height)) smallest = &box;
  }
  return smallest;
}

// The rectangles around what an item prints, one a page.
std::vector<PageMark> marks_of(const Pages& pages, const std::string& item) {
  std::vector<PageMark> marks;
  const std::uint32_t index = item.empty() ? 0 : index_of(pages, item);
  if (index == 0) return marks;
  for (size_t p = 0; p < pages.pages.size(); ++p) {
    float left = 1e6F;
    float top = 1e6F;
    float right = 0;
    float bottom = 0;
    for (const TextRun& run : pages.pages[p].runs) {
      if (run.item != index) continue;
      left = std::min(left, run.x);
      top = std::min(top, run.baseline - run.size);
      right = std::max(right, run.x + run.width);
      bottom = std::max(bottom, run.baseline + run.size * 0.3F);
    }
    if (right <= left) continue;
    const PageMark text{p, left, top, right - left, bottom - top};
    const Box* box = smallest_box_around(pages.pages[p], text);
    marks.push_back(box == nullptr ? text : PageMark{p, box->x, box->y, box->width, box->height});
  }
  return marks;
}

// Where running text stands that comes after a share of it all: one line.
std::vector<PageMark> line_at_share(const Pages& pages, const std::string& item, float share) {
  const std::uint32_t index = index_of(pages, item);
  size_t letters = 0;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) letters += index != 0 && run.item == index ? run.text.size() : 0;
  }
  auto before = static_cast<size_t>(share * static_cast<float>(letters));
  for (size_t p = 0; p < pages.pages.size(); ++p) {
    for (const TextRun& run : pages.pages[p].runs) {
      if (index == 0 || run.item != index) continue;
      if (run.text.size() >= before) return {{p, run.x, run.baseline - run.size, run.width, run.size * 1.3F}};
      before -= run.text.size();
    }
  }
  return {};
}

// The box of a block that continues on another page: the smallest one around its title.
std::optional<PageMark> box_of_block(const Pages& pages, const std::string& item) {
  const std::uint32_t index = index_of(pages, item);
  for (size_t p = 0; p < pages.pages.size() && index != 0; ++p) {
    const Page& page = pages.pages[p];
    const auto title = std::ranges::find_if(
        page.runs, [&](const TextRun& run) { return run.item == index && run.role == RunRole::block_title; });
    if (title == page.runs.end()) continue;
    const Box* smallest = smallest_box_around(page, {p, title->x, title->baseline, 0, 0});
    if (smallest != nullptr) return PageMark{p, smallest->x, smallest->y, smallest->width, smallest->height};
  }
  return std::nullopt;
}

// A page on the screen.
struct Place {
  ImVec2 at;
  float scale = 1;

  ImVec2 from(const PageMark& mark, float room) const {
    return {at.x + (mark.x - room) * scale, at.y + (mark.y - room) * scale};
  }
  ImVec2 to(const PageMark& mark, float room) const {
    return {at.x + (mark.x + mark.width + room) * scale, at.y + (mark.y + mark.height + room) * scale};
  }
};

class Preview {
 public:
  Preview(App& app, const Pages& pages, float width)
      : app_(app),
        theme_(app.theme),
        state_(app.state<PanelState>()),
        pages_(pages),
        paper_(colours_of(ThemeName::light)) {
    float y = 0;
    for (const Page& page : pages.pages) {
      const float scale = width / page.width;  // all of it, whatever its form
      places_.push_back({{0, y}, scale});
      y += std::floor(page.height * scale) + theme_.px(page_foot_height);
    }
    extent_ = {width, y};
  }

  // Keeps what is seen in view where the pages become larger or smaller: what is marked, else the upper edge.
  void keep_place(float width) {
    const bool is_as_wide = std::exchange(state_.preview_width, width) == width;
    const bool is_as_large =
        std::exchange(state_.preview_was_large, state_.preview_is_large) == state_.preview_is_large;
    if ((is_as_wide && is_as_large) || places_.empty()) return;
    const auto page = std::min(static_cast<size_t>(state_.preview_top), places_.size() - 1);
    const float share = std::min(state_.preview_top - static_cast<float>(page), 1.0F);
    const float top = std::floor(places_[page].at.y + share * height_of(page));
    ImGui::SetScrollY(top);
    if (state_.preview_mark_in_view && !state_.item_marks.empty() && state_.item_marks.front().page < places_.size()) {
      scroll_to(state_.item_marks.front(), top);
    }
    is_moved_ = true;
  }

  // For the next frame: what is seen now. What was moved in this frame is there only in the next one.
  void remember_place() {
    if (is_moved_ || places_.empty()) return;
    const float top = ImGui::GetScrollY();
    size_t page = 0;
    while (page + 1 < places_.size() && places_[page + 1].at.y <= top) ++page;
    state_.preview_top =
        static_cast<float>(page) + std::clamp((top - places_[page].at.y) / height_of(page), 0.0F, 0.999F);
    state_.preview_mark_in_view = false;
    if (state_.item_marks.empty() || state_.item_marks.front().page >= places_.size()) return;
    const PageMark& mark = state_.item_marks.front();
    const Place& place = places_[mark.page];
    state_.preview_mark_in_view = place.to(mark, 0).y > top && place.from(mark, 0).y < top + ImGui::GetWindowHeight();
  }

  // Marks what is worked at; brings it into view when it is another one or stands elsewhere.
  void follow() {
    const Session& session = *app_.session();
    const auto share = caret_share(session);
    std::string item = item_at_work(session);
    const std::string key = share ? item + "@" + std::to_string(session.field.cursor().caret) : item;
    if (state_.preview_item == key && state_.preview_version == session.pages_version()) return;
    const bool other_pages = std::exchange(state_.preview_version, session.pages_version()) != session.pages_version();
    state_.preview_item = key;
    if (share) {
      state_.item_marks = line_at_share(pages_, item, *share);
    } else {
      state_.item_marks = marks_of(pages_, item);
      // What prints nothing itself stands in its section.
      if (state_.item_marks.empty() && session.section() != nullptr) {
        state_.item_marks = marks_of(pages_, session.section()->id);
      }
    }
    if (other_pages) find_overfull_blocks();
    if (!state_.item_marks.empty()) {
      scroll_to(state_.item_marks.front(), ImGui::GetScrollY());
      is_moved_ = true;
    }
    state_.mark_is_shown = !share && session.prose() == nullptr;
  }

  void draw() {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const ImVec2 clip_from = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 clip_to = ImGui::GetWindowDrawList()->GetClipRectMax();
    for (size_t p = 0; p < places_.size(); ++p) {
      Place place = places_[p];
      place.at = {origin.x + place.at.x, origin.y + place.at.y};
      const float height = std::floor(pages_.pages[p].height * place.scale);
      if (place.at.y + height + theme_.px(page_foot_height) < clip_from.y || place.at.y > clip_to.y) continue;
      draw_page(p, place, height);
    }
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy(extent_);
  }

  const std::string& pressed() const { return pressed_; }  // the item to go to, or empty

 private:
  void find_overfull_blocks() {
    state_.overfull.clear();
    for (const Finding& finding : find_overfull(pages_)) {
      const std::string& item = finding.subject;
      if (const auto box = box_of_block(pages_, item)) state_.overfull.push_back({*box, item});
    }
  }

  // A page with its foot, pixels.
  float height_of(size_t page) const {
    return std::floor(pages_.pages[page].height * places_[page].scale) + theme_.px(page_foot_height);
  }

  // `seen_from`: where the view begins, pixels.
  void scroll_to(const PageMark& mark, float seen_from) const {
    const Place& place = places_[mark.page];
    const float top = place.from(mark, 4).y;
    const float bottom = place.to(mark, 4).y;
    const float view = ImGui::GetWindowHeight();
    if (top < seen_from || bottom > seen_from + view) {
      ImGui::SetScrollY(std::max(0.0F, std::floor(top - view * 0.3F)));
    }
  }

  void draw_page(size_t index, const Place& place, float height) {
    const Page& page = pages_.pages[index];
    const ImVec2 to{place.at.x + page.width * place.scale, place.at.y + height};
    const std::string key = "preview/page/" + std::to_string(index + 1);
    ImGui::SetCursorScreenPos(place.at);
    const bool pressed = invisible_button(key.c_str(), {to.x - place.at.x, height});
    const bool hovered = ImGui::IsItemHovered();
    app_.parts.add_last(key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    paint_page(list, theme_, page, place.at, place.scale, app_.session()->paper_fonts());
    draw_mark(index, place);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::uint32_t item =
        item_at(page, (mouse.x - place.at.x) / place.scale, (mouse.y - place.at.y) / place.scale);
    std::string under = item == 0 ? std::string() : pages_.items[item];
    draw_overfull(index, place, hovered, under);
    if (hovered && !under.empty()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (pressed) pressed_ = under;
    const std::string number = app_.catalog().text(
        "preview.page", {{"number", std::to_string(index + 1)}, {"count", std::to_string(pages_.pages.size())}});
    ImFont* font = theme_.fonts.small;
    const float width = width_of_line(font, number);
    list->AddText(font, font->FontSize, {std::floor((place.at.x + to.x - width) / 2), to.y + theme_.px(6)},
                  theme_.colours.muted, number.c_str());
  }

  void draw_mark(size_t page, const Place& place) const {
    if (!state_.mark_is_shown) return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const PageMark& mark : state_.item_marks) {
      if (mark.page != page) continue;
      const ImVec2 from = place.from(mark, 4);
      const ImVec2 to = place.to(mark, 4);
      list->AddRectFilled(from, to, with_strength(paper_.accent, 0x14), theme_.px(4));
      list->AddRect(from, to, with_strength(paper_.accent, 0xC0), theme_.px(4), 0, theme_.px(1.5F));
    }
  }

  // The blocks of a page that continue on another one, with a sign at their corner.
  void draw_overfull(size_t page, const Place& place, bool hovered, std::string& under) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const PanelState::Overfull& block : state_.overfull) {
      if (block.box.page != page) continue;
      const ImVec2 from = place.from(block.box, 0);
      const ImVec2 to = place.to(block.box, 0);
      list->AddRect(from, to, paper_.warning, theme_.px(4), 0, theme_.px(2));
      const float radius = theme_.px(9);
      const ImVec2 centre{to.x - radius * 0.6F, from.y + radius * 0.6F};
      list->AddCircleFilled(centre, radius, paper_.warning);
      draw_icon(list, theme_.fonts.text, theme_.px(12), centre, IM_COL32_WHITE, icons::warning);
      const ImVec2 sign_from{centre.x - radius, centre.y - radius};
      const ImVec2 sign_to{centre.x + radius, centre.y + radius};
      app_.parts.add("preview/overfull/" + block.item, sign_from, sign_to);
      if (!hovered || !contains(sign_from, sign_to, ImGui::GetIO().MousePos)) continue;
      under = block.item;
      for (const Finding& finding : find_overfull(pages_)) {
        if (finding.subject != block.item) continue;
        tooltip(app_, finding_words(finding, app_.catalog()).what);
      }
    }
  }

  App& app_;
  const Theme& theme_;
  PanelState& state_;
  const Pages& pages_;
  const Colours& paper_;  // the paper is white in every theme
  std::vector<Place> places_;
  ImVec2 extent_{};
  std::string pressed_;
  bool is_moved_ = false;  // is scrolled to another place, which the next frame shows
};

// The bar above the pages: larger, which widens the panel, or as they were.
void view_bar(App& app, const Area& area) {
  const Theme& theme = app.theme;
  PanelState& state = app.state<PanelState>();
  const PartContext parts{theme, app.parts};
  const char* name = state.preview_is_large ? "preview.smaller" : "preview.larger";
  const char32_t icon = state.preview_is_large ? icons::zoom_out : icons::zoom_in;
  const std::string label = app.catalog().text(name);
  const float width = button_width(parts, label, icon);
  ImGui::SetCursorScreenPos({area.to.x - theme.px(10) - width, area.from.y + theme.px(4)});
  if (button(parts, "preview/zoom", label, icon)) state.preview_is_large = !state.preview_is_large;
}

}  // namespace

bool shows_larger_pages(const App& app) {
  return app.settings.panels.tab == SidePanel::preview && app.state<PanelState>().preview_is_large;
}

void forget_larger_pages(App& app) {
  if (shows_larger_pages(app)) app.state<PanelState>().preview_is_large = false;
}

void panel_preview(App& app, const Area& area) {
  const Theme& theme = app.theme;
  Session& session = *app.session();
  if (session.view().shown_register) {
    const float side = theme.px(16);
    const ImVec2 at{area.from.x + side, area.from.y + side};
    const float height = wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.text, at, area.width() - 2 * side,
                                      theme.colours.muted, app.catalog().text("preview.register"));
    return app.parts.add("preview/register", at, {area.to.x - side, at.y + height});
  }
  const Pages& pages = session.pages();
  const float top = area.from.y + theme.px(bar_height);
  view_bar(app, {area.from, {area.to.x, top}});
  const float margin = theme.px(14);  // which shows the shadows of the pages
  ImGui::SetCursorScreenPos({area.from.x + theme.px(grip_width), top});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("preview", {area.width() - theme.px(grip_width + 4), area.to.y - top}, false,
                    ImGuiWindowFlags_NoBackground);
  ImGui::PopStyleVar();
  // without the scroll bar's room the pages would change their size whenever it comes and goes
  const float width = area.width() - 2 * margin - theme.px(2);
  Preview preview(app, pages, width);
  preview.keep_place(width);
  preview.follow();
  ImGui::Dummy({1, theme.px(2)});
  ImGui::SetCursorPosX(margin - theme.px(grip_width));
  preview.draw();
  preview.remember_place();
  ImGui::EndChild();
  if (!preview.pressed().empty()) session.go_to(preview.pressed());
}

}  // namespace canvasbook
