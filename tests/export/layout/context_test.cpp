#include <doctest/doctest.h>

#include "model/file/markdown_workbook.h"
#include "tests/benchmark/markdown_book.h"
#include "tests/book.h"
#include "tests/pages_dump.h"
#include "tests/paper.h"

namespace canvasbook::context_test {

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

Workbook with_contents(Workbook workbook, std::string_view id) {
  for (auto& document : workbook.documents) {
    if (document->id != id) continue;
    Document changed = *document;
    changed.paper.contents = true;
    document = std::move(changed);
  }
  return workbook;
}

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
  for (const char* document : {"book", "rules"}) check(with_contents(workbook, document));
  check(samples::with_changed<Sheet>(workbook, "greeting", [](Sheet& sheet) { sheet.rows.push_back(sheet.rows[0]); }));
  check(set_properties(workbook, {"Evening", "owner", Language::en, PageSize::A4}));
}

TEST_CASE("a segment that another document adds is seen by all that name it") {
  Board serving;
  serving.blocks = {samples::make_block("channels", 0, {samples::make_note("n", {"late"})})};
  Board segments;
  segments.blocks = {samples::make_block("customer_segments", 0, {samples::make_note("early")})};
  Workbook workbook =
      samples::make_workbook({samples::make_document_of("one", {samples::make_section("a", std::move(serving))}),
                              samples::make_document_of("two", {samples::make_section("b", std::move(segments))})});
  Session session;
  const std::string before = session.dump(workbook);
  workbook = samples::with_changed<Board>(
      workbook, "b", [](Board& board) { board.blocks[0].notes.push_back(samples::make_note("late")); });
  CHECK(session.dump(workbook) == dump_anew(workbook));
  CHECK(session.dump(workbook) != before);
}

}  // namespace canvasbook::context_test
