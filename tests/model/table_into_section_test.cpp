// Imported items in a section of their kind, or in one of their own.
#include "model/table_into_section.h"

#include <doctest/doctest.h>

#include "model/author_notes.h"
#include "tests/samples.h"

namespace canvasbook::table_into_section_test {

namespace {

using Texts = std::vector<std::string>;

ImportedItems imported(const CellRows& rows, std::uint64_t seed = 7) {
  IdSource ids(seed);
  return items_of_table(rows, recognise_columns(rows), {}, ids);
}

const CellRows objections{{"№", "Возражение", "Ответ 1", "Ответ 2", "Комментарий"},
                          {"1", "Дорого", "Зато надолго", "Сравним?", "Часто"},
                          {"2", "Подумаю", "О чём?", "", ""},
                          {"3", "Есть поставщик", "Кто?", "", "Два | раза\nв день"}};

Workbook book() {
  Responses responses;
  Response first;
  first.id = "r1";
  first.cue = "Old";
  first.answers.emplace_back().id = "a1";
  first.answers.back().text = "Old answer";
  Response second;
  second.id = "r2";
  second.cue = "Last";
  responses.responses = {first, second};
  return samples::make_workbook({samples::make_document_of(
      "doc", {samples::make_section("answers", responses), samples::make_section("text", Prose{"Text"})})});
}

}  // namespace

TEST_CASE("items go behind an item, or what holds it, and what is left over into a section right behind") {
  const Workbook before = book();
  for (const char* after : {"r1", "a1"}) {
    IdSource ids(9);
    const TableImport done = import_into_section(before, "answers", after, imported(objections), "The rest", ids);
    CHECK(done.section == "answers");
    const auto& sections = done.workbook.documents[0]->sections;
    REQUIRE(sections.size() == 3);
    const auto& cues = std::get<Responses>(sections[0]->content).responses;
    REQUIRE(cues.size() == 5);
    CHECK(cues[0].id == "r1");
    CHECK(cues[1].cue == "Дорого");
    CHECK(cues[1].id == done.added.front());
    CHECK(cues[4].id == "r2");
    CHECK(done.added.size() == 3);
    CHECK(sections[1]->id == done.text_section);
    CHECK(sections[1]->title == "The rest");
    CHECK(is_author_notes(*sections[1]));
    CHECK(std::get<Prose>(sections[1]->content).text.find("Часто") != std::string::npos);
    CHECK(sections[2]->id == "text");
  }
  IdSource ids(9);
  const TableImport at_end = import_into_section(before, "answers", "gone", imported(objections), "The rest", ids);
  CHECK(std::get<Responses>(at_end.workbook.documents[0]->sections[0]->content).responses.back().cue ==
        "Есть поставщик");
}

TEST_CASE("a section of another kind, or one that is not there, takes nothing and nothing changes") {
  for (const char* section : {"text", "gone"}) {
    IdSource ids(9);
    const TableImport done = import_into_section(book(), section, {}, imported(objections), "The rest", ids);
    CHECK(done.section.empty());
    CHECK(done.workbook == book());
  }
  IdSource ids(9);
  CHECK(import_as_section(book(), "gone", 0, "Title", imported(objections), "The rest", ids).workbook == book());
}

TEST_CASE("a table becomes a section of its own, with the one for the rest behind it") {
  IdSource ids(9);
  const TableImport done = import_as_section(book(), "doc", 1, "Objections", imported(objections), "The rest", ids);
  const auto& sections = done.workbook.documents[0]->sections;
  REQUIRE(sections.size() == 4);
  CHECK(done.workbook.documents.size() == 1);
  CHECK(sections[1]->id == done.section);
  CHECK(sections[1]->title == "Objections");
  CHECK(std::get<Responses>(sections[1]->content).responses.size() == 3);
  CHECK(sections[2]->id == done.text_section);
  CHECK(done.added.size() == 3);
  const CellRows plain{{"Objection", "Answer"}, {"One", "a"}};
  CHECK(import_as_section(book(), "doc", 99, "x", imported(plain), "The rest", ids).text_section.empty());
}

TEST_CASE("a second import adds what has no place to the text that the first one left, each table once") {
  IdSource ids(9);
  const TableImport first = import_into_section(book(), "answers", {}, imported(objections), "The rest", ids);
  const CellRows more{{"Objection", "Answer", "Note"}, {"Later", "When?", "Seldom"}};
  const TableImport second = import_into_section(first.workbook, "answers", {}, imported(more), "The rest", ids);
  CHECK(second.text_section == first.text_section);
  CHECK(second.workbook.documents[0]->sections.size() == 3);
  const std::string& text = std::get<Prose>(find_section(second.workbook, second.text_section)->content).text;
  CHECK(text.find("Часто") < text.find("Seldom"));
  CHECK(text.find("\n\n| Objection |") != std::string::npos);
  const TableImport third = import_into_section(second.workbook, "answers", {}, imported(more), "The rest", ids);
  CHECK(std::get<Prose>(find_section(third.workbook, third.text_section)->content).text == text);
  const TableImport other = import_into_section(second.workbook, "answers", {}, imported(more), "Another", ids);
  CHECK(other.workbook.documents[0]->sections.size() == 3);  // notes are known by their role, not by their title
}

TEST_CASE("a cue that the section has takes what is new, and is among what was imported") {
  const CellRows rows{{"Objection", "Answer"}, {"OLD!", "Old answer."}, {"", "A new one"}, {"Fresh", "Yes"}};
  IdSource ids(9);
  const TableImport done = import_into_section(book(), "answers", "r1", imported(rows), "The rest", ids);
  const auto& cues = std::get<Responses>(find_section(done.workbook, "answers")->content).responses;
  REQUIRE(cues.size() == 3);
  REQUIRE(cues[0].answers.size() == 2);
  CHECK(cues[0].answers[1].text == "A new one");
  CHECK(cues[1].cue == "Fresh");
  CHECK(done.added == Texts{cues[1].id, "r1"});
}

TEST_CASE("an own scale that the list has already comes in once, one with other points besides, and none unused") {
  const CellRows floor{{"Section", "Item", "Type"}, {"Hall", "Floor", "Great:100|Poor:0"}};
  const CellRows again{{"Section", "Item", "Type"},
                       {"Hall", "Floor", "Okay:1|Not:0"},  // is there already, so its scale is not needed
                       {"Hall", "Walls", "Great:100|Poor:0"},
                       {"Till", "Queue", "Great:50|Poor:0"}};
  const Workbook before =
      samples::make_workbook({samples::make_document_of("doc", {samples::make_section("list", Checklist{})})});
  IdSource ids(9);
  const TableImport first = import_into_section(before, "list", {}, imported(floor), "The rest", ids);
  const TableImport second = import_into_section(first.workbook, "list", {}, imported(again, 8), "The rest", ids);
  const auto& list = std::get<Checklist>(find_section(second.workbook, "list")->content);
  REQUIRE(list.scales.size() == 2);
  REQUIRE(list.groups.size() == 2);
  const std::vector<CheckItem>& hall = list.groups[0].items;
  REQUIRE(hall.size() == 2);
  CHECK(hall[0].own_scale == hall[1].own_scale);
  CHECK(list.groups[1].items.at(0).own_scale == list.scales[1].id);
  CHECK(list.scales[1].levels[0].points == 50);
}

}  // namespace canvasbook::table_into_section_test
