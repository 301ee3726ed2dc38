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

TEST_CASE("the speakers' column is as wide as their names in their own type") {
  const Pages pages = lay_out(from_template("sales_book"));  // an italic т is wider than a bold one
  CHECK(find_run(pages, "Контактное лицо") != nullptr);
  CHECK(find_run(pages, "Контактное") == nullptr);
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

TEST_CASE("short answers stand two in a row, numbered; long ones below each other") {
  const auto places = [](const std::vector<std::string>& answers) {
    Document document = samples::sound_book();
    Responses objections;
    objections.responses.push_back(samples::make_response("r", "cue", answers));
    document.sections[1] = samples::make_section_of("objections", "objections", objections, 2);
    std::vector<std::pair<float, float>> found;
    const Pages pages = lay_out(samples::make_workbook({document}));
    for (const std::string& answer : answers) {
      for (const Page& page : pages.pages) {
        for (const TextRun& run : page.runs) {
          if (answer.starts_with(run.text) && run.text.size() > 4) {
            found.emplace_back(run.x, run.baseline);
            break;
          }
        }
      }
    }
    return found;
  };
  const auto beside = places({"First answer", "Second answer", "Third answer"});
  REQUIRE(beside.size() == 3);
  CHECK(beside[0].second == beside[1].second);
  CHECK(beside[0].first + 150 < beside[1].first);
  CHECK(beside[2].second > beside[1].second);
  CHECK(beside[2].first == beside[0].first);
  const std::string long_answer =
      "that goes on and on, explains what is in the price, names the term and asks a question";
  const auto below = places({"First answer " + long_answer, "Second answer " + long_answer});
  REQUIRE(below.size() == 2);
  CHECK(below[0].first == below[1].first);
  CHECK(below[1].second > below[0].second);
}

TEST_CASE("a cue without an answer prints lines to write one on") {
  Document document = samples::sound_book();
  Responses objections;
  objections.responses = {samples::make_response("r", "Unanswered", {})};
  document.sections[1] = samples::make_section_of("objections", "objections", objections, 2);
  const Pages pages = lay_out(samples::make_workbook({document}));
  const TextRun* cue = find_run(pages, "Unanswered");
  REQUIRE(cue != nullptr);
  size_t lines = 0;
  for (const Page& page : pages.pages) {
    if (std::ranges::none_of(page.runs, [&](const TextRun& run) { return &run == cue; })) continue;
    for (const Box& box : page.boxes) {
      if (box.height < 1 && box.width > 300 && box.y > cue->baseline && box.y < cue->baseline + 70) ++lines;
    }
  }
  CHECK(lines == 2);
}

TEST_CASE("the last three lines of a talk stand together, so that no page holds one or two of them") {
  for (int lines = 20; lines < 60; ++lines) {
    Dialogue talk = samples::make_dialogue("t", "");
    const DialogueLine line = talk.lines.front();
    talk.lines.clear();
    for (int i = 0; i < lines; ++i) {
      talk.lines.push_back(line);
      talk.lines.back().id = "t_" + std::to_string(i);
      talk.lines.back().text = "said" + std::to_string(i);
    }
    Document document = samples::make_document_of("d", {samples::make_section("talk", talk)});
    const Pages pages = lay_out(samples::make_workbook({document}));
    size_t on_last = 0;
    for (const TextRun& run : pages.pages.back().runs) on_last += run.text.starts_with("said") ? 1U : 0U;
    CAPTURE(lines);
    CHECK(on_last >= 3);
  }
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
