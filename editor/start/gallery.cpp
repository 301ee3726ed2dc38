// The start screen's gallery: a card for each template.
#include <algorithm>
#include <cmath>

#include "editor/dialogs/company.h"
#include "editor/palette/dialog.h"
#include "editor/parts/document_picture.h"
#include "editor/parts/template_groups.h"
#include "editor/start/parts.h"
#include "editor/start/state.h"
#include "model/text/text.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

constexpr float narrowest_card = 330;  // logical pixels
constexpr float picture_height = 168;  // logical pixels, with the room around the sheets
constexpr int most_summary_lines = 6;

// The measures of a card's text.
struct CardText {
  float pad;
  float width;

  CardText(const Theme& theme, float card_width) : pad(theme.px(18)), width(card_width - 2 * pad) {}

  float height(const Theme& theme, const Template& entry) const {
    return start_text_height(theme.fonts.bold, width, entry.title, 2) + theme.px(6) +
           start_text_height(theme.fonts.small, width, entry.summary, most_summary_lines);
  }
};

void template_card(StartScreen& screen, const std::string& key, const Template& entry, const Area& card) {
  const Theme& theme = screen.theme;
  App& app = screen.app;
  if (start_card(screen, key, card)) screen.chosen = [&app, entry] { app.show_dialog(make_company_dialog(entry)); };
  if (!ImGui::IsRectVisible(card.from, card.to)) return;
  const Area picture{{card.from.x + 1, card.from.y + 1}, {card.to.x - 1, card.from.y + theme.px(picture_height)}};
  screen.list->AddRectFilled(picture.from, picture.to, theme.colours.hover, theme.px(11), ImDrawFlags_RoundCornersTop);
  const float inset = theme.px(18);
  draw_document_picture(screen.list, theme, entry.document.sections, {}, true,
                        {picture.from.x + inset, picture.from.y + inset}, {picture.to.x - inset, picture.to.y - inset});
  const CardText text(theme, card.width());
  const float x = card.from.x + text.pad;
  float y = picture.to.y + theme.px(16);
  y += start_text(screen, theme.fonts.bold, {x, y}, text.width, theme.colours.text, entry.title, 2) + theme.px(6);
  start_text(screen, theme.fonts.small, {x, y}, text.width, theme.colours.muted, entry.summary, most_summary_lines);
}

void template_cards(StartScreen& screen, const std::vector<const Template*>& templates, const std::string& prefix) {
  const Theme& theme = screen.theme;
  const float gap = theme.px(20);
  const auto columns =
      static_cast<size_t>(std::clamp(std::floor((screen.width + gap) / (theme.px(narrowest_card) + gap)), 1.0F, 3.0F));
  const float width = std::floor((screen.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  for (size_t row = 0; row < templates.size(); row += columns) {
    const size_t end = std::min(templates.size(), row + columns);
    float text = 0;
    for (size_t i = row; i < end; ++i) text = std::max(text, CardText(theme, width).height(theme, *templates[i]));
    const float height = theme.px(picture_height) + theme.px(16) + text + theme.px(20);
    for (size_t i = row; i < end; ++i) {
      const float x = screen.left + (width + gap) * static_cast<float>(i - row);
      template_card(screen, prefix + templates[i]->id, *templates[i], {{x, screen.y}, {x + width, screen.y + height}});
    }
    screen.y += height + gap;
  }
}

// Which language the templates are in; independent of the interface. Returns where its left end is.
float language_switch(StartScreen& screen, Language shown, float y) {
  struct Entry {
    Language language;
    const char* key;
    const char* label;
  };
  constexpr Entry entries[] = {{Language::ru, "start/gallery/ru", "start.in_russian"},
                               {Language::en, "start/gallery/en", "start.in_english"}};
  const Theme& theme = screen.theme;
  const float gap = theme.px(4);
  float x = screen.left + screen.width + gap;
  for (const Entry& entry : entries) x -= button_width(screen.parts, screen.words.text(entry.label), 0) + gap;
  const float left = x;
  for (const Entry& entry : entries) {
    const std::string label = screen.words.text(entry.label);
    const ButtonStyle style = entry.language == shown ? ButtonStyle::selected : ButtonStyle::plain;
    if (start_button(screen, entry.key, label, 0, style, {x, y}))
      screen.app.state<StartState>().gallery = entry.language;
    x += button_width(screen.parts, label, 0) + gap;
  }
  return left;
}

// Leads to a list in which a template is found by its words.
void find_button(StartScreen& screen, Language shown, float right, float y) {
  const std::string label = screen.words.text("add_document.search");
  const float x = right - screen.theme.px(16) - button_width(screen.parts, label, icons::search);
  if (!start_button(screen, "start/find_template", label, icons::search, ButtonStyle::plain, {x, y})) return;
  App& app = screen.app;
  screen.chosen = [&app, shown] {
    std::vector<PaletteEntry> entries;
    for (const Template& source : templates_in(shown)) {
      PaletteEntry& entry =
          entries.emplace_back(make_choice("start/found/" + source.id, source.title, {}, icons::document,
                                           [source](App& owner) { owner.show_dialog(make_company_dialog(source)); }));
      entry.searched = to_loose_search_form(source.title + "\n" + source.summary);
    }
    app.show_dialog(make_choice_list(std::move(entries), "add_document.search"));
  };
}

}  // namespace

void start_gallery(StartScreen& screen) {
  const Theme& theme = screen.theme;
  App& app = screen.app;
  const Language shown = app.state<StartState>().gallery.value_or(app.language());
  const float top = screen.y;
  start_heading(screen, screen.words.text("start.gallery"), screen.words.text("start.gallery_hint"));
  const float switch_left = language_switch(screen, shown, top);
  find_button(screen, shown, switch_left, top);
  const std::vector<Template>& library = templates_in(shown);
  if (!library.empty() && app.recoveries().empty() && app.recent_files.newest() == nullptr) {
    app.state<StartState>().focus.prefer(std::string(first_wish));
  }
  for (const TemplateGroup& group : by_purpose(library)) {
    const std::string heading = screen.words.text(group.heading_key);
    screen.y +=
        start_text(screen, theme.fonts.title, {screen.left, screen.y}, screen.width, theme.colours.muted, heading, 1) +
        theme.px(10);
    template_cards(screen, group.templates, "start/template/");
    screen.y += theme.px(8);
  }
  const OwnTemplates& own = app.own_templates();
  if (own.templates.empty() && own.errors.empty()) return;
  screen.y += theme.px(16);
  start_heading(screen, screen.words.text("start.own"));
  template_cards(screen, pointers_to(own.templates), "start/own/");
  for (const Error& error : own.errors) {
    screen.y += wrapped_text(screen.list, theme.fonts.small, {screen.left, screen.y}, screen.width, theme.colours.muted,
                             screen.words.error(error)) +
                theme.px(6);
  }
}

}  // namespace canvasbook
