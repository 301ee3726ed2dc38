#include "editor/navigator/rows.h"
#include "editor/navigator/state.h"

#include <algorithm>

namespace canvasbook {

namespace {

using Kind = NavigatorRow::Kind;

constexpr float gap_above_document = 8;
constexpr float height = 34;
constexpr float height_of_part = 26;

const Document& document_of(const App& app, const NavigatorRow& row) {
  return *app.session()->workbook().documents[row.document];
}

const Section& section_of(const App& app, const NavigatorRow& row) {
  return *document_of(app, row).sections[row.section];
}

// As short as can be, beside titles that need the room: "1,4".
std::string number_of_pages(const Catalog& words, int tenths) {
  std::string pages = std::to_string(tenths / 10);
  if (tenths % 10 != 0) pages += words.text("navigator.decimal_mark") + std::to_string(tenths % 10);
  return pages;
}

PagesOfRow pages_of_part(const Catalog& words, int tenths, int budget) {
  const std::string pages = number_of_pages(words, tenths);
  if (budget == 0) return {pages};
  return {words.text("navigator.part_pages_of", {{"pages", pages}, {"budget", std::to_string(budget)}}),
          tenths > budget * 10};
}

}  // namespace

std::string words_for_pages(const Catalog& words, int tenths) {
  return words.text("navigator.pages", {{"pages", number_of_pages(words, tenths)}});
}

std::vector<NavigatorRow> navigator_rows(App& app, float top) {
  Session& session = *app.session();
  const auto& documents = session.workbook().documents;
  std::vector<NavigatorRow> rows;
  const auto add = [&](NavigatorRow row) {
    row.top = top + (row.kind == Kind::document ? app.theme.px(gap_above_document) : 0);
    row.bottom = top = row.top + app.theme.px(row.kind == Kind::part ? height_of_part : height);
    rows.push_back(row);
  };
  for (size_t d = 0; d < documents.size(); ++d) {
    const Document& document = *documents[d];
    add({Kind::document, d});
    if (app.state<NavigatorState>().folded.contains(document.id)) continue;
    for (size_t s = 0; s < document.sections.size(); ++s) {
      add({Kind::section, d, s});
      if (session.view.document != d || session.view.section != s) continue;
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
  const View& view = app.session()->view;
  if (row.kind == Kind::part || view.document != row.document || view.shown_register) return false;
  if (row.kind == Kind::section) return view.section == row.section;
  return is_folded(app, row) || document_of(app, row).sections.empty();
}

PagesOfRow pages_of(App& app, const NavigatorRow& row) {
  Session& session = *app.session();
  const Document& document = document_of(app, row);
  const Computed::OnPaper* paper = session.on_paper(document.id);
  if (paper == nullptr || paper->text_pages == 0) return {};
  const Catalog& words = app.catalog();
  if (row.kind == Kind::document) {
    const size_t pages = paper->text_pages;
    const auto budget = static_cast<size_t>(document.page_budget);
    const std::string counted = std::to_string(pages);
    if (budget == 0) return {words.text("navigator.pages", {{"pages", counted}})};
    return {words.text("navigator.pages_of", {{"pages", counted}, {"budget", std::to_string(budget)}}), pages > budget};
  }
  const Section& section = section_of(app, row);
  const auto known = paper->parts.find(section.id);
  if (known == paper->parts.end()) return {};
  if (row.kind == Kind::section) return pages_of_part(words, known->second.whole.tenths, section.page_budget);
  // While somebody writes, the paper may be of a moment ago.
  const std::vector<PartOnPaper>& headings = known->second.headings;
  return headings.size() == session.outline().size() ? pages_of_part(words, headings[row.part].tenths, 0)
                                                     : PagesOfRow{};
}

}  // namespace canvasbook
