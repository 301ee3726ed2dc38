// What edits of a workbook do to sections of the newer kinds and to the links between them.
#include <doctest/doctest.h>

#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::workbook_links_test {

namespace {

Workbook book() { return samples::make_workbook({samples::sound_book(), samples::sound_standards()}); }

std::string module_of(const Workbook& workbook, std::string_view section) {
  return std::get<Dialogue>(find_section(workbook, section)->content).lines[1].module;
}

Responses objections_of(const Workbook& workbook) {
  return std::get<Responses>(find_section(workbook, "objections")->content);
}

}  // namespace

TEST_CASE("content that loses an answer takes away the links to it, and only those") {
  const Workbook before = book();
  Responses fewer = objections_of(before);
  fewer.responses[0].answers.erase(fewer.responses[0].answers.begin());
  const Workbook after = set_content(before, "objections", fewer);
  CHECK(objections_of(after) == fewer);
  CHECK(module_of(after, "talk1").empty());
  CHECK(module_of(after, "talk2") == "price_2");
  CHECK(find_section(after, "objections")->level == 2);
  CHECK(find_section(after, "objections")->role == "objections");
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(samples::subjects_of(after, "missing_module").empty());
}

TEST_CASE("content that only changes its words keeps all links, and a move inside it too") {
  const Workbook before = book();
  Responses changed = objections_of(before);
  std::swap(changed.responses[0].answers[0], changed.responses[0].answers[1]);
  changed.responses[0].cue = "Too expensive.";
  const Workbook after = set_content(before, "objections", changed);
  CHECK(module_of(after, "talk1") == "price_1");
  CHECK(after.documents[0]->sections[3].same_as(before.documents[0]->sections[3]));
}

TEST_CASE("content of another kind, the same content and a section that is not there change nothing") {
  const Workbook before = book();
  const auto same = [&](const Workbook& after) { return after.documents[0].same_as(before.documents[0]); };
  CHECK(same(set_content(before, "objections", Prose{"x"})));
  CHECK(same(set_content(before, "objections", objections_of(before))));
  CHECK(same(set_content(before, "nowhere", Responses{})));
}

TEST_CASE("a removed section or document takes the links to its answers with it") {
  CHECK(module_of(remove_section(book(), "objections"), "talk1").empty());
  Workbook workbook = book();
  const Document other = samples::make_document_of(
      "other", {samples::make_section_of("talk9", "scenario", samples::make_dialogue("t9", "price_1"))});
  workbook = remove_document(add_document(workbook, other), "book");
  CHECK(module_of(workbook, "talk9").empty());
}

TEST_CASE("a duplicated sales book has ids of its own, and its dialogues use its own answers") {
  IdSource fresh(4);
  const Workbook after = duplicate_document(book(), "book", fresh);
  const Document& copy = *after.documents[1];
  const auto& objections = std::get<Responses>(copy.sections[1]->content);
  const auto& talk = std::get<Dialogue>(copy.sections[3]->content);
  CHECK(talk.lines[1].module == objections.responses[0].answers[0].id);
  CHECK(talk.lines[1].module != "price_1");
  CHECK(talk.lines[0].speaker == "client");
  const auto read = read_workbook(write_workbook(after));  // refuses an id that stands twice
  REQUIRE(read);
  CHECK((*read == after));
}

TEST_CASE("how a document prints is set for it alone") {
  const Workbook before = book();
  PaperStyle style;
  style.cover = true;
  const Workbook after = set_paper_style(before, "book", style);
  CHECK(after.documents[0]->paper == style);
  CHECK(after.documents[0]->sections[0].same_as(before.documents[0]->sections[0]));
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(set_paper_style(after, "book", style).documents[0].same_as(after.documents[0]));
  CHECK(set_paper_style(before, "nowhere", style) == before);
}

TEST_CASE("a document is told when it was revised, with a period that it can have; the others stay shared") {
  const Workbook before = book();
  Revision revision;
  revision.date = Date{2026, 8, 31};
  revision.owner = "head of sales";
  revision.months = 6;
  const Workbook after = set_revision(before, "book", revision);
  CHECK(after.documents[0]->revision == revision);
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(next_revision(revision) == Date{2027, 2, 28});
  CHECK(set_revision(after, "book", revision).documents[0].same_as(after.documents[0]));
  CHECK(set_revision(after, "book", {}) == before);
  CHECK(set_revision(before, "nowhere", revision) == before);
  revision.months = 1'000'000;
  CHECK(set_revision(before, "book", revision).documents[0]->revision.months == longest_revision_period);
  revision.months = -1;
  CHECK(set_revision(before, "book", revision).documents[0]->revision.months == 0);
}

TEST_CASE("a document without a date or a period is never due") {
  Revision revision;
  revision.months = 6;
  CHECK_FALSE(next_revision(revision));
  revision.date = Date{2026, 8, 31};
  CHECK(next_revision(revision));
  revision.months = 0;
  CHECK_FALSE(next_revision(revision));
}

TEST_CASE("how long a talk may take is set for a dialogue alone") {
  const Workbook before = samples::make_workbook({samples::sound_book()});
  const auto minutes = [](const Workbook& workbook) {
    return std::get<Dialogue>(find_section(workbook, "talk1")->content).minutes;
  };
  CHECK(minutes(set_talk_minutes(before, "talk1", 5)) == 5);
  CHECK(minutes(set_talk_minutes(before, "talk1", 1'000'000)) == longest_talk);
  CHECK(set_talk_minutes(set_talk_minutes(before, "talk1", 5), "talk1", -2) == before);
  CHECK(set_talk_minutes(before, "call", 5) == before);
  CHECK(set_talk_minutes(before, "nowhere", 5) == before);
}

TEST_CASE("the level of a section is set between one and three") {
  const Workbook before = book();
  CHECK(find_section(set_section_level(before, "stop", 2), "stop")->level == 2);
  CHECK(find_section(set_section_level(before, "stop", 9), "stop")->level == 3);
  CHECK(find_section(set_section_level(before, "objections", -1), "objections")->level == 1);
  CHECK(set_section_level(before, "stop", 1).documents[0].same_as(before.documents[0]));
}

TEST_CASE("the words of every kind are counted") {
  const auto words = [](Content content) {
    return count_words(
               samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", content)})})) -
           count_words(samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{})})}));
  };
  CHECK(words(Responses{"Objection", {samples::make_response("r", "Too expensive.", {"Compared to what?"})}}) == 6);
  CHECK(words(Replacements{{{"i", "try", "will do", "a doubt", {}}}}) == 5);
  CHECK(words(samples::make_dialogue("t", "")) == 6);
  CHECK(words(samples::make_checklist("c")) > 10);
}

}  // namespace canvasbook::workbook_links_test
