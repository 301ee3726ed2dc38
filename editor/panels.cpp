// The side panel: guide, review, preview.
#include <algorithm>
#include <cmath>

#include "editor/preview_painter.h"
#include "editor/views.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

// A scrolled column of text in the panel.
class Column {
 public:
  Column(App& app, const char* name, const Area& area) : app_(app), theme_(app.theme) {
    ImGui::SetCursorScreenPos({area.from.x + theme_.px(16), area.from.y});
    ImGui::BeginChild(name, {area.width() - theme_.px(24), area.height() - theme_.px(8)}, false,
                      ImGuiWindowFlags_NoBackground);
    width = ImGui::GetContentRegionAvail().x - theme_.px(8);
  }
  ~Column() { ImGui::EndChild(); }
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;

  float text(ImFont* font, ImU32 colour, std::string_view value, float indent = 0, float after = 6) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height =
        wrapped_text(ImGui::GetWindowDrawList(), font, {at.x + indent, at.y}, width - indent, colour, value);
    ImGui::Dummy({width, height + theme_.px(after) - ImGui::GetStyle().ItemSpacing.y});
    return height;
  }

  void heading(std::string_view value) {
    ImGui::Dummy({width, theme_.px(6)});
    text(theme_.fonts.bold, theme_.colours.text, value, 0, 8);
  }

  // A card that answers to a click.
  bool card(const std::string& key, std::string_view value, char32_t icon, ImU32 colour) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float indent = theme_.px(36);
    const float height = wrapped_height(theme_.fonts.small, width - indent - theme_.px(10), value) + theme_.px(18);
    const bool pressed = ImGui::InvisibleButton(key.c_str(), {width, height});
    app_.parts.add_last(key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + width, at.y + height},
                        ImGui::IsItemHovered() ? theme_.colours.selection : theme_.colours.hover, theme_.px(8));
    draw_icon(list, theme_.fonts.text, theme_.fonts.text->FontSize, {at.x + theme_.px(19), at.y + height / 2}, colour,
              icon);
    wrapped_text(list, theme_.fonts.small, {at.x + indent, at.y + theme_.px(9)}, width - indent - theme_.px(10),
                 theme_.colours.text, value);
    return pressed;
  }

  float width = 0;

 private:
  App& app_;
  const Theme& theme_;
};

const Guide* guide_of(const App& app, const Block*& block) {
  const Document* document = app.document();
  const Board* board = app.board();
  if (document == nullptr || board == nullptr) return nullptr;
  block = find_block(*board, app.view.block);
  const Template* source = find_template(document->language, document->template_id);
  if (source == nullptr || block == nullptr) return nullptr;
  const auto found = source->guides.find(block->id);
  return found == source->guides.end() ? nullptr : &found->second;
}

}  // namespace

void panel_guide(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  Column column(app, "guide", area);
  const Block* block = nullptr;
  const Guide* guide = guide_of(app, block);
  if (guide == nullptr) {
    column.text(theme.fonts.text, theme.colours.muted, words.text("panel.no_guide"));
    return;
  }
  const std::string step =
      words.text("guide.order", {{"order", std::to_string(block->order)}, {"block", block->title}});
  column.text(theme.fonts.title, theme.colours.text, step, 0, 10);
  column.text(theme.fonts.text, theme.colours.text, guide->what, 0, 10);
  const auto list = [&](const char* key, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    column.heading(words.text(key));
    for (const std::string& line : lines) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ImGui::GetWindowDrawList()->AddCircleFilled({at.x + theme.px(5), at.y + theme.px(9)}, theme.px(2),
                                                  theme.colours.faint);
      column.text(theme.fonts.small, theme.colours.text, line, theme.px(16));
    }
  };
  list("guide.questions", guide->questions);
  column.heading(words.text("guide.examples"));
  for (size_t i = 0; i < guide->examples.size(); ++i) {
    if (column.card("guide/example/" + std::to_string(i), guide->examples[i], icons::add, theme.colours.accent)) {
      app.add_note(block->id, guide->examples[i]);
    }
  }
  if (!guide->types.empty()) column.heading(words.text("guide.types"));
  for (const GuideType& type : guide->types) {
    column.text(theme.fonts.small_bold, theme.colours.text, type.title, 0, 1);
    column.text(theme.fonts.small, theme.colours.text, type.text, 0, 1);
    column.text(theme.fonts.small, theme.colours.muted, words.text("guide.example", {{"text", type.example}}), 0, 8);
  }
  list("guide.mistakes", guide->mistakes);
  list("guide.practice", guide->practice);
}

void panel_review(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  Column column(app, "review", area);
  const Document* document = app.document();
  bool any = false;
  const std::vector<Finding> findings = app.findings();  // a click changes them
  for (const Finding& finding : findings) {
    if (document == nullptr || finding.document != document->id || finding.dismissed) continue;
    any = true;
    const FindingWords text = finding_words(finding, words);
    if (column.card("finding/" + finding.rule + ":" + finding.subject, text.what, icons::warning,
                    theme.colours.warning)) {
      app.go_to(finding.items.front());
    }
    column.text(theme.fonts.small, theme.colours.muted, text.why, theme.px(8), 2);
    column.text(theme.fonts.small, theme.colours.text, text.way_out, theme.px(8), 14);
  }
  if (!any) column.text(theme.fonts.text, theme.colours.muted, words.text("check.nothing"));
}

void panel_preview(App& app, const Area& area) {
  const Theme& theme = app.theme;
  Column column(app, "preview", area);
  const Pages& pages = app.pages();
  for (size_t i = 0; i < pages.pages.size(); ++i) {
    const Page& page = pages.pages[i];
    const float scale = (column.width - theme.px(8)) / page.width;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{page.width * scale, page.height * scale};
    const std::string key = "preview/page/" + std::to_string(i + 1);
    const bool pressed = ImGui::InvisibleButton(key.c_str(), size);
    app.parts.add_last(key);
    if (!ImGui::IsItemVisible()) {
      ImGui::Dummy({1, theme.px(10)});
      continue;
    }
    paint_page(ImGui::GetWindowDrawList(), theme, page, at, scale, app.paper_fonts());
    if (pressed) {
      const ImVec2 mouse = ImGui::GetIO().MousePos;
      const std::uint32_t item = item_at(page, (mouse.x - at.x) / scale, (mouse.y - at.y) / scale);
      if (item != 0) app.go_to(pages.items[item]);
    }
    ImGui::Dummy({1, theme.px(10)});
  }
}

}  // namespace canvasbook
