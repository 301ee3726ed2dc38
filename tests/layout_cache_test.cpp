#include <doctest/doctest.h>

#include "benchmark/markdown_book.h"
#include "book.h"
#include "model/markdown_workbook.h"
#include "paper.h"

using namespace canvasbook;
using namespace paper;

namespace {

const ComposeOptions options{{}, {}, {2026, 11, 22}};

struct Session {
  Fonts fonts;
  ComposeCache composed;
  LayoutCache cache;

  std::string dump(const Workbook& workbook) {
    return dump_pages(layout(compose(workbook, options, composed), {}, fonts, {}, cache));
  }
};

std::string dump_anew(const Workbook& workbook) {
  Fonts fonts;
  return dump_pages(layout(compose(workbook, options), {}, fonts));
}

}  // namespace

TEST_CASE("after one word only its section is laid out again, and the pages are those of a layout from nothing") {
  Workbook workbook = *read_markdown_workbook(MarkdownBook().write(3), "book", options.date);
  Session session;
  session.dump(workbook);
  const size_t sections = workbook.documents.front()->sections.size();
  CHECK(session.cache.made() == sections);
  for (const size_t index : {size_t{0}, sections / 2, sections - 1}) {
    const Section section = *workbook.documents.front()->sections[index];
    workbook = set_prose(workbook, section.id, std::get<Prose>(section.content).text + "\n\nЕщё слово.");
    const std::string again = session.dump(workbook);
    CHECK(session.cache.made() == 1);
    CHECK(session.cache.kept() == sections - 1);
    CHECK(again == dump_anew(workbook));
  }
}

TEST_CASE("whatever is edited, a layout that remembers gives the pages of one that does not") {
  Workbook workbook = samples::make_workbook({samples::sound_book(), samples::sound_standards()});
  Session session;
  session.dump(workbook);
  const auto check = [&](Workbook changed) {
    workbook = std::move(changed);
    CHECK(session.dump(workbook) == dump_anew(workbook));
  };
  check(rename_document(workbook, "book", "Another title"));
  check(move_section(workbook, "stop", 0));
  check(rename_section(workbook, "talk2", "Another talk"));
  check(remove_section(workbook, "objections"));  // dialogues pointed at its answers
  check(move_document(workbook, "rules", 0));
  check(samples::with_changed<Sheet>(workbook, "greeting", [](Sheet& sheet) { sheet.rows.push_back(sheet.rows[0]); }));
  check(set_properties(workbook, {"Evening", "owner", Language::en, PageSize::A4}));
}
