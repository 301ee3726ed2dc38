// Dialogues on paper.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::talk_test {

using namespace paper;

namespace {

Workbook book() { return samples::make_workbook({samples::sound_book()}); }

const TextRun* find_run(const Pages& pages, const std::string& text) {
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      if (run.text == text) return &run;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the lines of a talk stand in their order, each beside its speaker") {
  const Pages pages = lay_out(book());
  const TextRun* client = find_run(pages, "Client");
  const TextRun* staff = find_run(pages, "Manager");
  const TextRun* question = find_run(pages, "Compared?");
  REQUIRE(client != nullptr);
  REQUIRE(staff != nullptr);
  REQUIRE(question != nullptr);
  CHECK(client->baseline < staff->baseline);
  CHECK(question->baseline == staff->baseline);
  CHECK(question->x > staff->x + staff->width);
}

TEST_CASE("staff and clients differ by their type, so that it shows in black and white") {
  const Pages pages = lay_out(book());
  CHECK(find_run(pages, "Manager")->face == Face::bold);
  CHECK(find_run(pages, "Client")->face == Face::italic);
}

TEST_CASE("a line that uses an answer leads to the answer and says its page") {
  const Pages pages = lay_out(book());
  size_t references = 0;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      if (run.role != RunRole::cross_reference) continue;
      ++references;
      const auto link = std::ranges::find_if(page.links, [&](const PageLink& candidate) {
        return candidate.address.empty() && run.baseline > candidate.y && run.baseline < candidate.y + candidate.height;
      });
      REQUIRE(link != page.links.end());
      CHECK(run.text == "p. " + std::to_string(link->page + 1));
      const Page& target = pages.pages[static_cast<size_t>(link->page)];
      CHECK(std::ranges::any_of(target.runs, [&](const TextRun& answer) {
        return (answer.text == "Compared to what?" || answer.text == "It includes delivery.") &&
               answer.baseline > link->target_y && answer.baseline < link->target_y + 20;
      }));
    }
  }
  CHECK(references == 2);
}

TEST_CASE("an objection and its answers stay on one page") {
  Document document = samples::sound_book();
  Responses objections;
  objections.cue_title = "Objection";
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    objections.responses.push_back(
        samples::make_response("r" + n, "cue" + n, {"first" + n, "second" + n, "third" + n}));
  }
  document.sections[1] = samples::make_section_of("objections", "objections", objections, 2);
  const Pages pages = lay_out(samples::make_workbook({document}));
  CHECK(pages.pages.size() > 4);
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      if (!run.text.starts_with("cue")) continue;
      const std::string n = run.text.substr(3);
      for (const std::string& answer : {"first" + n, "second" + n, "third" + n}) {
        CHECK(std::ranges::any_of(page.runs, [&](const TextRun& other) { return other.text == answer; }));
      }
    }
  }
}

}  // namespace canvasbook::talk_test
