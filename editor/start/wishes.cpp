// The start screen's first question: what do you want to do? Each answer leads to the template for it, or to the choice
// among several.
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "editor/dialogs/company.h"
#include "editor/palette/dialog.h"
#include "editor/start/parts.h"
#include "editor/start/state.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr auto models = std::to_array<std::string_view>({"business_model_canvas"});
constexpr auto sales_books = std::to_array<std::string_view>(
    {"sales_book", "sales_book_incoming", "sales_book_meetings", "sales_book_phone", "sales_book_empty"});
constexpr auto standards = std::to_array<std::string_view>(
    {"service_standards", "service_standards_empty", "mission_values", "service_rules"});
constexpr auto check_lists =
    std::to_array<std::string_view>({"retail_checklist", "cafe_checklist", "reception_checklist", "phone_checklist",
                                     "chat_checklist", "mystery_shopper", "checklist_empty"});

struct Wish {
  const char* name_key;
  const char* hint_key;
  const char* which_key;  // asks which of several templates it is
  std::span<const std::string_view> templates;
  char32_t icon;
  Colour colour;
};

constexpr std::array<Wish, 4> wishes{
    {{"start.wish_model", "start.wish_model_hint", "", models, icons::canvas, Colour::blue},
     {"start.wish_sales", "start.wish_sales_hint", "start.which_sales_book", sales_books, icons::talk, Colour::orange},
     {"start.wish_standards", "start.wish_standards_hint", "start.which_standards", standards, icons::table,
      Colour::green},
     {"start.wish_check", "start.wish_check_hint", "start.which_check", check_lists, icons::checks, Colour::violet}}};

void choose_template(App& app, const Wish& wish, Language language) {
  std::vector<PaletteEntry> entries;
  for (const std::string_view id : wish.templates) {
    const Template* source = find_template(language, id);
    if (source == nullptr) continue;
    PaletteEntry& entry =
        entries.emplace_back(make_choice("start/choice/" + source->id, source->title, {}, wish.icon,
                                         [source](App& owner) { owner.show_dialog(make_company_dialog(*source)); }));
    entry.searched = to_loose_search_form(source->title + " " + source->summary);
  }
  app.show_dialog(make_choice_list(std::move(entries), wish.which_key));
}

struct WishText {
  float left;  // of the text in its card, pixels
  float width;

  WishText(const Theme& theme, float card_width) : left(theme.px(60)), width(card_width - left - theme.px(14)) {}

  float height(const StartScreen& screen, const Wish& wish) const {
    return start_text_height(screen.theme.fonts.bold, width, screen.words.text(wish.name_key), 3) + screen.theme.px(3) +
           start_text_height(screen.theme.fonts.small, width, screen.words.text(wish.hint_key), 4);
  }
};

void wish_card(StartScreen& screen, const Wish& wish, const Template& source, Language language, const Area& card) {
  const Theme& theme = screen.theme;
  App& app = screen.app;
  if (start_card(screen, "start/wish/" + source.id, card)) {
    screen.chosen = [&app, &wish, source, language] {
      if (wish.templates.size() > 1) return choose_template(app, wish, language);
      app.show_dialog(make_company_dialog(source));
    };
  }
  const CardColours& colours = theme.colours.of(wish.colour);
  const float size = theme.px(34);
  const ImVec2 sign{card.from.x + theme.px(14), card.from.y + theme.px(14)};
  screen.list->AddRectFilled(sign, {sign.x + size, sign.y + size}, colours.fill, theme.px(9));
  draw_icon(screen.list, theme.fonts.text, theme.px(20), {sign.x + size / 2, sign.y + size / 2}, colours.text,
            wish.icon);
  const WishText text(theme, card.width());
  const float x = card.from.x + text.left;
  float y = card.from.y + theme.px(13);
  y += start_text(screen, theme.fonts.bold, {x, y}, text.width, theme.colours.text, screen.words.text(wish.name_key),
                  3) +
       theme.px(3);
  start_text(screen, theme.fonts.small, {x, y}, text.width, theme.colours.muted, screen.words.text(wish.hint_key), 4);
}

}  // namespace

void start_wishes(StartScreen& screen) {
  const Theme& theme = screen.theme;
  const Language language = screen.app.state<StartState>().gallery.value_or(screen.app.language());
  start_heading(screen, screen.words.text("start.wishes"));
  const float gap = theme.px(16);
  const size_t columns = screen.is_wide() ? wishes.size() : 2;
  const float width = std::floor((screen.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  float height = 0;
  for (const Wish& wish : wishes) height = std::max(height, WishText(theme, width).height(screen, wish) + theme.px(27));
  for (size_t i = 0; i < wishes.size(); ++i) {
    const Template* source = find_template(language, wishes[i].templates.front());
    if (source == nullptr) continue;
    const float x = screen.left + (width + gap) * static_cast<float>(i % columns);
    const size_t row = i / columns;
    const float y = screen.y + (height + gap) * static_cast<float>(row);
    wish_card(screen, wishes[i], *source, language, {{x, y}, {x + width, y + height}});
  }
  const size_t rows = (wishes.size() + columns - 1) / columns;
  screen.y += (height + gap) * static_cast<float>(rows) + theme.px(12);
}

}  // namespace canvasbook
