#include "editor/frame/placeholder_menu.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/views.h"
#include "model/placeholders.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float name_row = 30;  // logical pixels, as the others
constexpr float name_menu_width = 300;
constexpr size_t longest_name = 60;     // code points
constexpr size_t longest_defined = 30;  // code points

// The brace that stands open before the caret, if what is written behind it can be a name.
std::optional<size_t> open_brace(const TextCore& field) {
  const std::u32string_view before = std::u32string_view(field.text()).substr(0, field.cursor().caret);
  const size_t brace = before.find_last_of(U"{}\n");
  if (field.has_selection() || brace == std::u32string_view::npos || before[brace] != U'{') return std::nullopt;
  return before.size() - brace > longest_name || field.rows().is_verbatim(brace) ? std::nullopt : std::optional(brace);
}

std::string written_behind(const TextCore& field, size_t brace) {
  const std::u32string_view text = field.text();
  return to_utf8(text.substr(brace + 1, field.cursor().caret - brace - 1));
}

Area area_of_names(const App& app, size_t count) {
  const Theme& theme = app.theme;
  const ImVec2 size{theme.px(name_menu_width), theme.px(name_row) * static_cast<float>(count) + theme.px(12)};
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 caret = app.parts.caret();
  ImVec2 from{caret.x, caret.y + theme.px(4)};
  if (from.y + size.y > screen.y) from.y = std::max(0.0F, caret.y - theme.px(28) - size.y);
  from.x = std::max(0.0F, std::min(from.x, screen.x - size.x));
  return {from, {from.x + size.x, from.y + size.y}};
}

Area area_of_name(const Theme& theme, const Area& menu, size_t row) {
  const float y = menu.from.y + theme.px(6) + theme.px(name_row) * static_cast<float>(row);
  return {{menu.from.x + theme.px(6), y}, {menu.to.x - theme.px(6), y + theme.px(name_row)}};
}

void take_name(App& app, const std::string& name) {
  Session& session = *app.session();
  PlaceholderMenu& menu = app.state<PlaceholderMenu>();
  const size_t brace = *std::exchange(menu.brace, std::nullopt);
  const std::u32string& text = session.field.text();
  const size_t caret = session.field.cursor().caret;
  const bool is_closed = caret < text.size() && text[caret] == U'}';
  session.field.select(brace, caret + (is_closed ? 1 : 0));
  session.field.insert("{" + name + "}");
  session.take_over_field();
}

void define_name_written(App& app, const std::string& name) {
  app.session()->define_placeholder(name);
  take_name(app, name);
  app.say(app.catalog().text("placeholder.defined", {{"name", "{" + name + "}"}}));
}

bool shows_menu(const App& app) {
  const Session* session = app.session();
  const PlaceholderMenu& menu = app.state<PlaceholderMenu>();
  return session != nullptr && session->is_writing() && menu.brace && menu.brace == open_brace(session->field);
}

// A row of the menu: a name to take, or one to define.
struct OfferedRow {
  std::string name;
  std::string label;
  bool defines = false;
};

std::vector<OfferedRow> offered_rows(App& app) {
  std::vector<OfferedRow> rows;
  for (std::string& name : offered_placeholders(app)) rows.push_back({name, name, false});
  if (!rows.empty()) return rows;
  if (std::string name = offered_definition(app); !name.empty()) {
    std::string label = app.catalog().text("placeholder.define", {{"name", name}});
    rows.push_back({std::move(name), std::move(label), true});
  }
  return rows;
}

void take_row(App& app, const OfferedRow& row) {
  row.defines ? define_name_written(app, row.name) : take_name(app, row.name);
}

}  // namespace

std::string offered_definition(App& app) {
  if (!shows_menu(app) || !offered_placeholders(app).empty()) return {};
  const TextCore& field = app.session()->field;
  std::string name(trim(written_behind(field, *app.state<PlaceholderMenu>().brace)));
  // Written with its other brace it is one name for every reader of the text.
  const std::vector<PlaceholderUse> uses = placeholder_uses("{" + name + "}");
  const bool is_one = uses.size() == 1 && uses.front().name == name && count_code_points(name) <= longest_defined;
  return is_one ? name : std::string();
}

std::vector<std::string> offered_placeholders(App& app) {
  if (!shows_menu(app)) return {};
  Session& session = *app.session();
  const std::string filter = to_search_form(written_behind(session.field, *app.state<PlaceholderMenu>().brace));
  const Document* document = session.document();
  std::vector<std::string> names =
      placeholder_names(session.placeholders(), document == nullptr ? session.workbook().language : document->language);
  std::erase_if(names, [&](const std::string& name) {
    return !to_search_form(name).starts_with(filter) && !other_name_of_placeholder(name).starts_with(filter);
  });
  constexpr size_t most = 8;
  if (names.size() > most) names.resize(most);
  return names;
}

void use_placeholder_menu(App& app) {
  PlaceholderMenu& menu = app.state<PlaceholderMenu>();
  if (!menu.brace || app.has_dialog()) return;
  const std::vector<OfferedRow> rows = offered_rows(app);
  if (rows.empty()) return;
  if (app.input.take(Key::escape, plain)) {
    menu.declined = std::exchange(menu.brace, std::nullopt);
    return;
  }
  while (app.input.take(Key::down, plain)) menu.pointed = (menu.pointed + 1) % rows.size();
  while (app.input.take(Key::up, plain)) menu.pointed = (menu.pointed + rows.size() - 1) % rows.size();
  menu.pointed = std::min(menu.pointed, rows.size() - 1);
  const Area area = area_of_names(app, rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    const Area place = area_of_name(app.theme, area, i);
    if (!contains(place.from, place.to, ImGui::GetIO().MousePos)) continue;
    if (app.input.pointer_asks()) menu.pointed = i;
    if (ImGui::IsMouseClicked(0)) {
      ImGui::GetIO().MouseClicked[0] = false;  // the text does not have it
      ImGui::GetIO().MouseDownDuration[0] = ImGui::GetIO().DeltaTime;
      return take_row(app, rows[i]);
    }
  }
  if (app.input.take(Key::enter, plain) || app.input.take(Key::tab, plain)) take_row(app, rows[menu.pointed]);
}

void draw_placeholder_menu(App& app) {
  Session* session = app.session();
  PlaceholderMenu& menu = app.state<PlaceholderMenu>();
  if (session == nullptr || !session->is_writing() || app.has_dialog()) {
    menu = {};
    return;
  }
  const std::optional<size_t> brace = open_brace(session->field);
  const bool is_typed = std::exchange(menu.revision, session->field.revision()) != session->field.revision();
  if (brace != menu.declined) menu.declined.reset();
  if (brace != menu.brace) menu.pointed = 0;
  if (is_typed && brace != menu.declined) menu.brace = brace;
  if (menu.brace != brace) menu.brace.reset();
  const std::vector<OfferedRow> rows = offered_rows(app);
  if (rows.empty()) return;
  const Theme& theme = app.theme;
  const Area area = area_of_names(app, rows.size());
  ImDrawList* list = ImGui::GetForegroundDrawList();
  draw_shadow(list, theme, area.from, area.to, theme.px(8), 0.2F);
  list->AddRectFilled(area.from, area.to, theme.colours.panel, theme.px(8));
  list->AddRect(area.from, area.to, theme.colours.border, theme.px(8));
  menu.pointed = std::min(menu.pointed, rows.size() - 1);
  for (size_t i = 0; i < rows.size(); ++i) {
    const auto [from, to] = area_of_name(theme, area, i);
    if (menu.pointed == i) list->AddRectFilled(from, to, theme.colours.selection, theme.px(6));
    const float middle = (from.y + to.y) / 2;
    clipped_text(list, theme.fonts.text, {from.x + theme.px(10), std::floor(middle - theme.fonts.text->FontSize / 2)},
                 to.x - from.x - theme.px(20), rows[i].defines ? theme.colours.accent : theme.colours.text,
                 rows[i].label);
    app.parts.add((rows[i].defines ? "placeholder.define/" : "placeholder/") + rows[i].name, from, to);
  }
}

}  // namespace canvasbook
