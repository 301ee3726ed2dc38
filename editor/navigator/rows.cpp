#include "editor/navigator/rows.h"
#include "editor/navigator/state.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "editor/parts/widgets.h"
#include "model/call_gaps.h"

namespace canvasbook {

namespace {

using Kind = NavigatorRow::Kind;

constexpr float gap_above_document = 8;
constexpr float height = 34;
constexpr float height_of_part = 26;

float second_line_height(const ImFont* font) { return std::floor(font->FontSize * 1.2F); }

const Document& document_of(const App& app, const NavigatorRow& row) {
  return *app.session()->workbook().documents[row.document];
}

const Section& section_of(const App& app, const NavigatorRow& row) {
  return *document_of(app, row).sections[row.section];
}

PagesOfRow pages_within(const Catalog& words, int tenths, int budget) {
  const std::string pages = words_for_pages(words, tenths);
  if (budget == 0) return {pages, {}};
  const std::string limit = std::to_string(budget);
  return {words.text("navigator.pages_with_limit", {{"pages", pages}, {"limit", limit}}),
          words.decimal(tenths / 10.0) + "/" + limit, static_cast<float>(tenths) / static_cast<float>(budget * 10),
          tenths > budget * 10};
}

// The gaps that stand in a section of them, or nullptr.
const Responses* gaps_of(const App& app, const NavigatorRow& row) {
  if (row.kind != Kind::section || !is_gaps(section_of(app, row))) return nullptr;
  return std::get_if<Responses>(&section_of(app, row).content);
}

// Of pages that a row takes; nothing where that is not known or nothing is printed.
std::optional<int> tenths_of(App& app, const NavigatorRow& row) {
  Session& session = *app.session();
  const Computed::OnPaper* paper = session.on_paper(document_of(app, row).id);
  if (paper == nullptr || paper->text_pages == 0) return std::nullopt;
  if (row.kind == Kind::document) return static_cast<int>(paper->text_pages) * 10;
  const auto known = paper->parts.find(section_of(app, row).id);
  if (known == paper->parts.end()) return std::nullopt;
  if (row.kind == Kind::section) return known->second.whole.tenths;
  // While somebody writes, the paper may be of a moment ago.
  const std::vector<PartOnPaper>& headings = known->second.headings;
  return headings.size() == session.outline().size() ? std::optional(headings[row.part].tenths) : std::nullopt;
}

// In pages; 0 for none.
int limit_of(const App& app, const NavigatorRow& row) {
  if (row.kind == Kind::part) return 0;
  return row.kind == Kind::section ? section_of(app, row).page_budget : document_of(app, row).page_budget;
}

// Asked of all rows in every frame, so it makes no words.
bool is_over_limit(App& app, const NavigatorRow& row) {
  const int limit = limit_of(app, row);
  return limit > 0 && gaps_of(app, row) == nullptr && tenths_of(app, row).value_or(0) > limit * 10;
}

// Whether a row is higher for its title. What is measured is kept until the workbook or the room changes.
bool needs_second_line(App& app, const NavigatorRow& row, float width) {
  NavigatorState& state = app.state<NavigatorState>();
  const std::uint64_t revision = app.session()->history().revision();
  if (state.measured_revision != revision || state.measured_width != width) {
    state.is_long.clear();
    state.measured_revision = revision;
    state.measured_width = width;
  }
  const auto [known, is_new] =
      state.is_long.try_emplace({row.document, row.section, row.kind == Kind::section, is_over_limit(app, row)}, false);
  if (is_new) {
    const std::string title = title_of(app, row);
    const float room = first_line_room(app, row, width);
    known->second = end_of_first_line(title_font(app, row), room, title) < title.size();
  }
  return known->second;
}

}  // namespace

std::string words_for_pages(const Catalog& words, int tenths) {
  if (tenths % 10 == 0) return words.count("navigator.pages", static_cast<size_t>(tenths / 10));
  return words.text("navigator.part_of_pages", {{"pages", words.decimal(tenths / 10.0)}});
}

float title_left(App& app, const NavigatorRow& row) {
  if (row.kind == Kind::document) return app.theme.px(50);
  const int level = section_of(app, row).level - 1;
  if (row.kind == Kind::section) return app.theme.px(54 + 10 * static_cast<float>(level));
  const int deeper = std::min(app.session()->outline()[row.part].level, 4);
  return app.theme.px(56 + 12 * static_cast<float>(level + deeper - 1));
}

ImFont* title_font(const App& app, const NavigatorRow& row) {
  if (row.kind == Kind::part) return app.theme.fonts.small;
  return row.kind == Kind::section ? app.theme.fonts.text : app.theme.fonts.bold;
}

float first_line_room(App& app, const NavigatorRow& row, float width) {
  const float room = width - title_left(app, row) - app.theme.px(menu_width_of_row + 4);
  if (!is_over_limit(app, row)) return room;
  return room - width_of_line(app.theme.fonts.small, pages_of(app, row).brief) - app.theme.px(16);
}

size_t end_of_first_line(ImFont* font, float width, std::string_view title) {
  if (width_of_line(font, title) <= width) return title.size();
  const char* rest = nullptr;
  font->CalcTextSizeA(font->FontSize, std::max(width, 1.0F), 0, title.data(), title.data() + title.size(), &rest);
  const size_t blank = title.find_last_of(" \n", static_cast<size_t>(rest - title.data()));
  return blank == std::string_view::npos || blank == 0 ? title.size() : blank;
}

std::vector<NavigatorRow> navigator_rows(App& app, float top, float width) {
  Session& session = *app.session();
  const auto& documents = session.workbook().documents;
  std::vector<NavigatorRow> rows;
  const auto add = [&](NavigatorRow row) {
    row.top = top + (row.kind == Kind::document ? app.theme.px(gap_above_document) : 0);
    float lines = app.theme.px(row.kind == Kind::part ? height_of_part : height);
    if (row.kind != Kind::part && needs_second_line(app, row, width)) lines += second_line_height(title_font(app, row));
    row.bottom = top = row.top + lines;
    rows.push_back(row);
  };
  for (size_t d = 0; d < documents.size(); ++d) {
    const Document& document = *documents[d];
    add({Kind::document, d});
    if (app.state<NavigatorState>().folded.contains(document.id)) continue;
    for (size_t s = 0; s < document.sections.size(); ++s) {
      add({Kind::section, d, s});
      if (session.view().document != d || session.view().section != s) continue;
      const size_t parts = session.outline().size();
      for (size_t i = 0; parts > 1 && i < parts; ++i) add({Kind::part, d, s, i});
    }
  }
  return rows;
}

std::string id_of(const App& app, const NavigatorRow& row) {
  if (row.kind == Kind::part) return key_of(app, row);
  return row.kind == Kind::section ? section_of(app, row).id : document_of(app, row).id;
}

std::string key_of(const App& app, const NavigatorRow& row) {
  if (row.kind == Kind::part) return "part/" + std::to_string(row.part);
  return (row.kind == Kind::section ? "section/" : "document/") + id_of(app, row);
}

std::string title_of(App& app, const NavigatorRow& row) {
  if (row.kind == Kind::part) return app.session()->outline()[row.part].title;
  return row.kind == Kind::section ? section_of(app, row).title : document_of(app, row).title;
}

bool is_folded(const App& app, const NavigatorRow& row) {
  return row.kind == Kind::document && app.state<NavigatorState>().folded.contains(document_of(app, row).id);
}

bool is_chosen(const App& app, const NavigatorRow& row) {
  const View& view = app.session()->view();
  if (row.kind == Kind::part || view.document != row.document || view.shown_register) return false;
  if (row.kind == Kind::section) return view.section == row.section;
  return is_folded(app, row) || document_of(app, row).sections.empty();
}

PagesOfRow pages_of(App& app, const NavigatorRow& row) {
  const Catalog& words = app.catalog();
  if (const Responses* gaps = gaps_of(app, row)) return {words.count("navigator.gaps", gaps->responses.size()), {}};
  const std::optional<int> tenths = tenths_of(app, row);
  return tenths ? pages_within(words, *tenths, limit_of(app, row)) : PagesOfRow{};
}

}  // namespace canvasbook
