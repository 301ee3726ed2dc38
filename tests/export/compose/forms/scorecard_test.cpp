// The scorecard for listening to calls.
#include <doctest/doctest.h>

#include <set>

#include "export/compose/forms/composers.h"
#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::scorecard_test {

using namespace paper;

namespace {

Checklist scorecard_for(const Document& document) {
  return scorecard_of(document, Placeholders(), Catalog::of(document.language));
}

const CheckItem* find_item(const Checklist& checklist, const std::string& id) {
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& item : group.items) {
      if (item.id == id) return &item;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the stages of the book are what is listened for, each with what the book says of it") {
  const Checklist checklist = scorecard_for(samples::sound_book());
  const CheckItem* goal = find_item(checklist, "call");
  REQUIRE(goal != nullptr);
  CHECK(goal->text == "Title of call — the goal was reached");
  CHECK(goal->requirement == "A meeting.");  // without a second "Goal:"
  const CheckItem* objections = find_item(checklist, "objections");
  REQUIRE(objections != nullptr);
  CHECK(objections->requirement == "“Expensive”");
  const CheckItem* stop = find_item(checklist, "stop");
  REQUIRE(stop != nullptr);
  CHECK(stop->requirement == "“I will try”");
  CHECK(find_item(checklist, "talk1") == nullptr);
  CHECK(checklist.head.size() == 4);
  CHECK(checklist.scale == Scale::yes_no);
}

TEST_CASE("groups follow a call, whatever the order of the book; a stage without a role is asked for by its title") {
  Responses some;
  some.responses = {samples::make_response("r", "Cue", {"Answer"})};
  const Checklist checklist = scorecard_for(samples::make_document_of(
      "book", {samples::make_section_of("end", "agreement", some), samples::make_section_of("mine", {}, some),
               samples::make_section_of("begin", "contact", some)}));
  REQUIRE(checklist.groups.size() == 3);
  CHECK(checklist.groups[0].items.front().id == "begin");
  CHECK(checklist.groups[1].items.front().id == "mine");
  CHECK(checklist.groups[1].items.front().text == "Title of mine — said as in the book");
  CHECK(checklist.groups[2].items.front().id == "end");
}

TEST_CASE("every item names its section, and what it asks fits calls that come in and go out, and meetings") {
  for (const char* id : {"sales_book", "sales_book_incoming", "sales_book_phone", "sales_book_meetings"}) {
    for (const Language language : {Language::ru, Language::en}) {
      CAPTURE(id);
      const Workbook workbook = from_template(id, language);
      const Document& document = *workbook.documents.front();
      const Checklist checklist = scorecard_for(document);
      REQUIRE_FALSE(checklist.groups.empty());
      std::set<std::string> texts;
      for (const CheckGroup& group : checklist.groups) {
        for (const CheckItem& item : group.items) {
          CAPTURE(item.text);
          CHECK(texts.insert(item.text).second);
          const Section* section = find_section(workbook, item.id);
          REQUIRE(section != nullptr);
          if (section->role != "stop_list") CHECK(item.text.starts_with(section->title));
          CHECK(item.requirement.find("Цель:") == std::string::npos);
          CHECK(item.requirement.find("Goal:") == std::string::npos);
          if (section->role == "introduction") CHECK(item.text.find("повод") == std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("a refusal is listened for where the book has it: at the beginning, or once the price was told") {
  Responses some;
  some.responses = {samples::make_response("r", "Cue", {"Answer"})};
  const Section refusal = samples::make_section_of("no", "refusal", some);
  const Section needs = samples::make_section_of("needs", "needs", some);
  const Checklist early = scorecard_for(samples::make_document_of("book", {refusal, needs}));
  CHECK(early.groups.size() == 2);
  const Checklist late = scorecard_for(samples::make_document_of("book", {needs, refusal}));
  REQUIRE(late.groups.size() == 1);
  CHECK(late.groups.front().items.back().id == "no");
}

TEST_CASE("a document without cues has no scorecard") {
  CHECK(scorecard_for(samples::sound_standards()).groups.empty());
  CHECK(scorecard_for(samples::make_document_of("d", {samples::make_section_of("call", "call_goal", Prose{"Goal"})}))
            .groups.empty());
}

TEST_CASE("the scorecard is a form with boxes to tick, n/a among them, a total, and lines for who listened") {
  const Workbook workbook = samples::make_workbook({samples::sound_book()});
  const PrintDocument print = compose_form(*find_print_form("scorecard"), workbook, {{}, {}, workbook.modified});
  REQUIRE(print.parts.size() == 1);
  const auto& blocks = std::get<Flow>(print.parts.front()->content).blocks;
  const auto* form = std::get_if<FormBlock>(&blocks.back().content);
  REQUIRE(form != nullptr);
  CHECK(form->head.size() == 4);
  CHECK(form->groups.front().items.front().marks == std::vector<std::string>{"yes", "no", "n/a"});
  const std::string text = write_markdown(print);
  CHECK(text.find("Listened by: ") != std::string::npos);
  CHECK(text.find("From “A document”.") != std::string::npos);
  Fonts fonts;
  CHECK(all_text(layout(print, page_setup(PageSize::A4), fonts)).find("In all") != std::string::npos);
}

}  // namespace canvasbook::scorecard_test
