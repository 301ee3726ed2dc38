#include "editor/present/present.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/dialog_fields.h"
#include "editor/frame/tooltip.h"
#include "editor/parts/preview_painter.h"
#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "model/call_scheme.h"

namespace canvasbook {

namespace {

// The ground is dark in both themes, as a cinema is.
constexpr ImU32 ground = IM_COL32(0x16, 0x19, 0x1F, 255);
constexpr ImU32 bar_ground = IM_COL32(0x2A, 0x2F, 0x39, 240);
constexpr ImU32 bar_text = IM_COL32(0xF1, 0xF3, 0xF7, 255);
constexpr ImU32 bar_muted = IM_COL32(0xA7, 0xB0, 0xC0, 255);
constexpr ImU32 bar_hover = IM_COL32(0x41, 0x48, 0x56, 255);
constexpr double seconds_of_signs = 2;
constexpr float present_bar_height = 52;  // logical pixels, as the next
constexpr float present_bar_gap = 8;      // below it

enum class Act { nothing, next, previous, leave };

bool bar_button(App& app, const char* key, char32_t icon, ImVec2 from, float size) {
  const Theme& theme = app.theme;
  ImGui::SetCursorScreenPos(from);
  const bool pressed = invisible_button(key, {size, size});
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 to{from.x + size, from.y + size};
  if (ImGui::IsItemHovered()) list->AddRectFilled(from, to, bar_hover, theme.px(8));
  name_by_tooltip(app, key);
  draw_icon(list, theme.fonts.text, theme.px(20), {from.x + size / 2, from.y + size / 2}, bar_text, icon);
  app.parts.add(key, from, to);
  return pressed;
}

// The bar with the page's number, the document's title and what a mouse can do.
Act draw_bar(App& app, const Presentation& shown, const Area& area) {
  const Theme& theme = app.theme;
  const std::string number = app.catalog().text(
      "present.page",
      {{"page", std::to_string(shown.page() + 1)}, {"count", std::to_string(shown.pages().pages.size())}});
  const std::string hint = app.catalog().text("present.hint");
  const float size = theme.px(36);
  const float gap = theme.px(8);
  const float number_width = width_of_line(theme.fonts.bold, number);
  const float hint_width = width_of_line(theme.fonts.small, hint);
  const float fixed = 3 * size + number_width + hint_width + theme.px(80);
  const float title_width =
      std::min(width_of_line(theme.fonts.text, shown.document_title()) + 1, area.width() - theme.px(48) - fixed);
  const float width = std::floor(fixed + title_width);
  const float height = theme.px(present_bar_height);
  const ImVec2 from{std::floor(area.from.x + (area.width() - width) / 2),
                    area.to.y - height - theme.px(present_bar_gap)};
  const ImVec2 to{from.x + width, from.y + height};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(from, to, bar_ground, theme.px(12));
  app.parts.add("present/bar", from, to);
  const float top = from.y + gap;
  const float line = std::floor((from.y + to.y - theme.fonts.text->FontSize) / 2);
  Act act = Act::nothing;
  float x = from.x + gap;
  if (bar_button(app, "present.previous", icons::arrow_back, {x, top}, size)) act = Act::previous;
  x += size + gap;
  list->AddText(theme.fonts.bold, theme.fonts.bold->FontSize, {x, line}, bar_text, number.c_str());
  x += number_width + gap;
  if (bar_button(app, "present.next", icons::arrow_forward, {x, top}, size)) act = Act::next;
  x += size + theme.px(12);
  clipped_text(list, theme.fonts.text, {x, line}, title_width, bar_text, shown.document_title());
  x += title_width + theme.px(16);
  list->AddText(theme.fonts.small, theme.fonts.small->FontSize, {x, line + theme.px(1)}, bar_muted, hint.c_str());
  if (bar_button(app, "present.leave", icons::close, {to.x - gap - size, top}, size)) act = Act::leave;
  return act;
}

Act take_keys(App& app, Presentation& shown) {
  const auto taken = [&](std::initializer_list<Key> keys) {
    return std::ranges::any_of(keys, [&](Key key) { return app.input.take(key, plain); });
  };
  if (taken({Key::escape, Key::f5})) return Act::leave;
  if (taken({Key::home})) shown.go_to(0);
  if (taken({Key::end})) shown.go_to(shown.pages().pages.size() - 1);
  if (taken({Key::right, Key::down, Key::space, Key::enter, Key::page_down})) return Act::next;
  if (taken({Key::left, Key::up, Key::backspace, Key::page_up})) return Act::previous;
  return Act::nothing;
}

// Above the place of the bar, which so never covers the foot of a page. Returns the item under the mouse.
std::string draw_page(App& app, const Presentation& shown, const Area& area) {
  const Theme& theme = app.theme;
  const Page& page = shown.pages().pages[shown.page()];
  const float margin = theme.px(24);
  const float below = theme.px(present_bar_height + 2 * present_bar_gap);
  const float height = area.height() - margin - below;
  const float scale = std::min((area.width() - 2 * margin) / page.width, height / page.height);
  const ImVec2 size{page.width * scale, page.height * scale};
  const ImVec2 at{std::floor(area.from.x + (area.width() - size.x) / 2),
                  std::floor(area.from.y + margin + (height - size.y) / 2)};
  paint_page(ImGui::GetWindowDrawList(), theme, page, at, scale, app.session()->paper_fonts());
  app.parts.add("present/page/" + std::to_string(shown.page() + 1), at, {at.x + size.x, at.y + size.y});
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return shown.pages().items[item_at(page, (mouse.x - at.x) / scale, (mouse.y - at.y) / scale)];
}

// Nothing where no document has one.
const Document* document_with_scheme(const Session& session) {
  const auto has_scheme = [](const Document& document) { return !call_scheme(document).stages.empty(); };
  if (session.document() != nullptr && has_scheme(*session.document())) return session.document();
  for (const auto& document : session.workbook().documents) {
    if (has_scheme(*document)) return &*document;
  }
  return nullptr;
}

}  // namespace

Presentation::Presentation(Session& session) {
  const Workbook& workbook = session.workbook();
  const PrintDocument print = compose(workbook, {{}, {}, workbook.modified});
  pages_ = layout(print, page_setup(workbook.page_size), session.paper_fonts());
  // Each document begins with a part of level 0, and so do its bookmarks.
  std::vector<size_t> first_pages;
  for (const Bookmark& bookmark : pages_.bookmarks) {
    if (bookmark.level == 0) first_pages.push_back(static_cast<size_t>(bookmark.page));
  }
  size_t at = 0;
  for (const auto& part : print.parts) {
    if (part->bookmark_level != 0 || at == first_pages.size()) continue;
    const Document* document = find_document(workbook, part->document);
    documents_.push_back({first_pages[at], document == nullptr ? part->title : document->title});
    if (session.document() != nullptr && session.document()->id == part->document) page_ = first_pages[at];
    ++at;
  }
  for (const auto& part : print.parts) {
    const Scheme* scheme = std::get_if<Scheme>(&part->content);
    if (scheme == nullptr) continue;
    const auto bookmark = std::ranges::find_if(pages_.bookmarks, [&](const Bookmark& known) {
      return pages_.items[known.item] == scheme->item && known.title == part->title;
    });
    if (bookmark == pages_.bookmarks.end()) continue;
    const auto first = static_cast<size_t>(bookmark->page);
    schemes_.emplace(part->document, first);
    // It is the last part of its document.
    const auto next = std::ranges::upper_bound(documents_, first, {}, &Start::page);
    const size_t end = next == documents_.end() ? pages_.pages.size() : next->page;
    for (size_t page = first; page < end; ++page) scheme_pages_.insert(page);
  }
}

const std::string& Presentation::document_title() const {
  static const std::string none;
  const auto after = std::ranges::upper_bound(documents_, page_, {}, &Start::page);
  return after == documents_.begin() ? none : std::prev(after)->title;
}

void Presentation::go_to(size_t page) { page_ = std::min(page, pages_.pages.size() - 1); }

void Presentation::go_to_scheme(std::string_view document) {
  if (const auto scheme = schemes_.find(document); scheme != schemes_.end()) go_to(scheme->second);
}

void Presentation::step(int by) {
  if (by < 0 && page_ == 0) return;
  go_to(by < 0 ? page_ - 1 : page_ + 1);
}

bool Presentation::tick(double seconds) {
  if (now_ == 0) stirred_at_ = seconds;
  now_ = seconds;
  return !idle_ && now_ - stirred_at_ >= seconds_of_signs && std::exchange(idle_, true) == false;
}

void Presentation::stir() {
  stirred_at_ = now_;
  idle_ = false;
}

void begin_presenting(App& app) { app.full_view = std::make_unique<Presentation>(*app.session()); }

bool can_present_scheme(const App& app) {
  return app.session() != nullptr && document_with_scheme(*app.session()) != nullptr;
}

void present_scheme(App& app) {
  const Document* document = document_with_scheme(*app.session());
  if (document == nullptr) return;
  auto presentation = std::make_unique<Presentation>(*app.session());
  presentation->go_to_scheme(document->id);
  app.full_view = std::move(presentation);
}

void Presentation::draw(App& app, const Area& area) {
  ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, ground);
  const std::string under = draw_page(app, *this, area);
  if (app.has_dialog()) return;
  const bool stirred = std::ranges::any_of(app.input.events(), [](const InputEvent& event) {
    return event.kind != InputEvent::Kind::text && event.kind != InputEvent::Kind::key_up;
  });
  if (stirred) stir();
  if (app.input.take(Key::f11, {})) app.full_screen = !app.full_screen;
  Act act = take_keys(app, *this);
  if (!is_idle()) {
    const Act pressed = draw_bar(app, *this, area);
    if (pressed != Act::nothing) act = pressed;
  }
  const bool on_page = ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered();
  const bool leads_on = on_page && shows_scheme() && !under.empty();
  if (leads_on) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (leads_on && ImGui::IsMouseClicked(0)) {
    app.session()->go_to(under);
    act = Act::leave;
  } else if (on_page && ImGui::IsMouseClicked(0)) {
    act = Act::next;
  }
  if (on_page && ImGui::GetIO().MouseWheel != 0) act = ImGui::GetIO().MouseWheel < 0 ? Act::next : Act::previous;
  if (act == Act::next) step(1);
  if (act == Act::previous) step(-1);
  if (act == Act::leave) app.full_view.reset();  // this object is gone now
}

}  // namespace canvasbook
