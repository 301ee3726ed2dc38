// The scheme of a call on paper and in Markdown.
#include <doctest/doctest.h>

#include "export/markdown/writer.h"
#include "model/call_scheme.h"
#include "tests/book.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::scheme_test {

namespace {

Answer leading(const std::string& id, const std::string& to, CallEnd end = CallEnd::none) {
  Answer answer;
  answer.id = id;
  answer.text = "Answer " + id;
  answer.leads_to = to;
  answer.end = end;
  return answer;
}

Response cue(const std::string& id, std::vector<Answer> answers) { return {id, "Cue " + id, std::move(answers), {}}; }

// Stages with so many cues each; every cue leads to the one below it and ends by being refused.
Workbook book(int stages, int cues) {
  std::vector<Section> sections;
  for (int s = 0; s < stages; ++s) {
    Responses responses;
    for (int c = 0; c < cues; ++c) {
      const std::string id = "c" + std::to_string(s) + "_" + std::to_string(c);
      const std::string next = "c" + std::to_string(s) + "_" + std::to_string(c + 1);
      responses.responses.push_back(
          cue(id, {leading(id + "a", c + 1 < cues ? next : "s0"), leading(id + "b", "", CallEnd::refused)}));
    }
    Section section = samples::make_section("s" + std::to_string(s), std::move(responses));
    section.title = "Stage " + std::to_string(s);
    sections.push_back(std::move(section));
  }
  Workbook workbook = samples::make_workbook({samples::make_document_of("book", std::move(sections))});
  return workbook;
}

const Scheme* scheme_of(const PrintDocument& print) {
  for (const auto& part : print.parts) {
    if (const auto* scheme = std::get_if<Scheme>(&part->content)) return scheme;
  }
  return nullptr;
}

Pages pages_of(const Workbook& workbook) {
  Fonts fonts;
  return layout(compose(workbook, {}), page_setup(PageSize::A4), fonts);
}

bool is_across(const Page& page) { return page.width > page.height; }

}  // namespace

TEST_CASE("a book without next steps prints no scheme") {
  Workbook workbook = book(1, 1);
  workbook = lead_on(std::move(workbook), "c0_0a", "", CallEnd::none);
  workbook = lead_on(std::move(workbook), "c0_0b", "", CallEnd::none);
  CHECK(scheme_of(compose(workbook, {})) == nullptr);
}

TEST_CASE("stages and cues are numbered, and each answer says where it leads") {
  const PrintDocument print = compose(book(2, 2), {});
  const Scheme* scheme = scheme_of(print);
  REQUIRE(scheme != nullptr);
  REQUIRE(scheme->stages.size() == 2);
  CHECK(scheme->stages[1].cues[0].number == "2.1");
  CHECK(scheme->stages[0].cues[0].ways[0].words == "1.2");
  CHECK(scheme->stages[0].cues[1].ways[0].to == "s0");
  CHECK(scheme->stages[0].cues[0].ways[1].end == CallEnd::refused);
  CHECK_FALSE(scheme->stages[0].cues[0].ways[1].words.empty());
}

TEST_CASE("the only answer of a cue has no number, in the scheme, the book and Markdown") {
  const auto prints_number = [](const Workbook& workbook, const std::string& answer) {
    Fonts fonts;
    const Pages pages = layout(compose(workbook, {}), page_setup(PageSize::A4), fonts);
    for (const Page& page : pages.pages) {
      for (const TextRun& run : page.runs) {
        if (run.role == RunRole::list_mark && pages.items[run.item] == answer) return true;
      }
    }
    return false;
  };
  const Workbook two = book(1, 1);
  CHECK(prints_number(two, "c0_0a"));
  CHECK(write_markdown(compose(two, {})).find("- 1: Answer c0_0a") != std::string::npos);
  const Workbook one = samples::with_changed<Responses>(
      two, "s0", [](Responses& content) { content.responses.front().answers.pop_back(); });
  REQUIRE(scheme_of(compose(one, {})) != nullptr);
  CHECK_FALSE(prints_number(one, "c0_0a"));
  CHECK(write_markdown(compose(one, {})).find("    - Answer c0_0a") != std::string::npos);
}

TEST_CASE("the scheme stands across the page, with all cues and within the paper, on more pages where it has to") {
  for (const int stages : {1, 3, 9}) {
    for (const int cues : {1, 30}) {
      CAPTURE(stages);
      CAPTURE(cues);
      const Pages pages = pages_of(book(stages, cues));
      std::set<std::string> shown;
      size_t across = 0;
      for (const Page& page : pages.pages) {
        if (!is_across(page)) continue;
        ++across;
        for (const TextRun& run : page.runs) {
          CHECK(run.x + run.width <= page.width);
          CHECK(run.baseline <= page.height);
          shown.insert(pages.items[run.item]);
        }
        for (const Box& box : page.boxes) CHECK((box.y + box.height <= page.height && box.x + box.width <= page.width));
      }
      CHECK((across == 1) == (cues == 1 ? stages < 6 : stages == 1));  // one stage has the columns of the others
      for (int s = 0; s < stages; ++s) {
        for (int c = 0; c < cues; ++c) CHECK(shown.contains("c" + std::to_string(s) + "_" + std::to_string(c)));
      }
    }
  }
}

TEST_CASE("a cue with more answers than a page is high tells how many more there are, and Markdown has all of them") {
  Workbook workbook = book(1, 2);
  Responses responses = std::get<Responses>(find_section(workbook, "s0")->content);
  for (int i = 1; i < 300; ++i) {
    responses.responses[0].answers.push_back(leading("more" + std::to_string(i), "", CallEnd::call_back));
  }
  const size_t all = responses.responses[0].answers.size();
  workbook = set_content(std::move(workbook), "s0", std::move(responses));
  size_t shown = 0;
  std::string told;
  for (const Page& page : pages_of(workbook).pages) {
    if (!is_across(page)) continue;
    for (const TextRun& run : page.runs) {
      CHECK(run.baseline <= page.height);
      if (run.role == RunRole::card && run.text.starts_with("Answer more")) ++shown;
      if (run.text.starts_with("… and ")) told += run.text;
    }
  }
  CHECK(shown > 20);
  CHECK(told == "… and " + std::to_string(all - 2 - shown) + " more answers");  // two are named otherwise
  const std::string markdown = write_markdown(compose(workbook, {}));
  CHECK(markdown.find("    - " + std::to_string(all) + ": Answer more299") != std::string::npos);
}

TEST_CASE("where the page has room answers stand there in full and in larger letters, where it has none they are cut") {
  const std::string words =
      "I see that you make the coffee yourselves and that it mostly works; how often does it happen that the machine "
      "stands still just when guests are there, and who has to run for it then?";
  const auto with_long_answers = [&](int stages, int cues) {
    Workbook workbook = book(stages, cues);
    for (int s = 0; s < stages; ++s) {
      workbook = samples::with_changed<Responses>(workbook, "s" + std::to_string(s), [&](Responses& content) {
        for (Response& response : content.responses) {
          for (Answer& answer : response.answers) answer.text = answer.id + " " + words;
        }
      });
    }
    return workbook;
  };
  const auto printed = [](const Pages& pages, const std::string& answer, float& size) {
    std::string text;
    for (const Page& page : pages.pages) {
      if (!is_across(page)) continue;
      for (const TextRun& run : page.runs) {
        if (run.role != RunRole::card || pages.items[run.item] != answer) continue;
        text += (text.empty() ? "" : " ") + run.text;
        size = run.size;
      }
    }
    return text;
  };
  float large = 0;
  float small = 0;
  CHECK(printed(pages_of(with_long_answers(2, 2)), "c1_0a", large) == "c1_0a " + words);
  const std::string cut = printed(pages_of(with_long_answers(2, 30)), "c1_0a", small);
  CHECK(cut.starts_with("c1_0a I see"));
  CHECK(large > small);
}

TEST_CASE("the title of a stage keeps off the edges of its head, on one line and on two") {
  Workbook workbook = book(3, 1);
  workbook = rename_section(std::move(workbook), "s1", "A stage whose title needs more room than one line has here");
  for (const Page& page : pages_of(workbook).pages) {
    if (!is_across(page)) continue;
    size_t titles = 0;
    for (const TextRun& run : page.runs) {
      if (run.role != RunRole::block_title) continue;
      ++titles;
      const auto is_around = [&](const Box& box) {
        return box.x <= run.x && run.x < box.x + box.width && box.y <= run.baseline &&
               run.baseline < box.y + box.height;
      };
      const auto head = std::ranges::find_if(page.boxes, is_around);
      REQUIRE(head != page.boxes.end());
      CHECK(run.baseline - run.size >= head->y + 3);  // no letter is as high as the type's size
      CHECK(run.baseline + run.size * 0.25F <= head->y + head->height - 3);
    }
    CHECK(titles == 4);
  }
}

TEST_CASE("in the book an answer tells where it leads, and in Markdown the scheme is a list within a list") {
  const std::string markdown = write_markdown(compose(book(1, 2), {}));
  CHECK(markdown.find("- **1 Stage 0**\n  - 1.1 Cue c0_0\n    - 1: Answer c0_0a → [1.2](#12-cue-c0_1)\n") !=
        std::string::npos);
  CHECK(markdown.find("1.2 Cue c0_1") != std::string::npos);
  CHECK(markdown.find("# 1.2 Cue c0_1") != std::string::npos);
  CHECK(markdown.find("Answer c0_0a [→ 1.2](#12-cue-c0_1)") != std::string::npos);
}

TEST_CASE("in a book with a scheme all cues and their sections are numbered in their order, also those outside of it") {
  Workbook workbook = book(2, 2);
  for (const char* answer : {"c0_0a", "c0_0b", "c0_1a", "c0_1b", "c1_0a", "c1_0b"}) {
    workbook = lead_on(std::move(workbook), answer, "", CallEnd::none);
  }
  const PrintDocument print = compose(workbook, {});
  const std::string markdown = write_markdown_to_read(print);
  for (const char* heading : {"# 1. Stage 0\n", "# 1.1 Cue c0_0\n", "# 1.2 Cue c0_1\n", "# 2. Stage 1\n"}) {
    CAPTURE(heading);
    CHECK(markdown.find(heading) != std::string::npos);
  }
  const Scheme* scheme = scheme_of(print);
  REQUIRE(scheme != nullptr);
  REQUIRE(scheme->stages.size() == 2);  // the last answer leads to the first stage
  CHECK(scheme->stages[0].cues.empty());
  CHECK(scheme->stages[0].more == "and 2 more cues without a next step: 1.1, 1.2");
  REQUIRE(scheme->stages[1].cues.size() == 1);
  CHECK(scheme->stages[1].cues[0].number == "2.2");
}

TEST_CASE("an answer that leads to a section names it with its number, on paper as a link whose words stay whole") {
  const Pages pages = pages_of(book(2, 1));
  size_t links = 0;
  for (const Page& page : pages.pages) {
    if (is_across(page)) continue;
    for (const TextRun& run : page.runs) {
      if (run.text.find("1. Stage 0") == std::string::npos || pages.items[run.item] == "s0") continue;
      for (const PageLink& link : page.links) {
        if (link.y < run.baseline && run.baseline < link.y + link.height && link.page == 0) ++links;
      }
    }
  }
  CHECK(links > 0);
}

TEST_CASE("no line of the scheme runs through words, and lines to different places never share a stretch") {
  Workbook workbook = book(4, 7);
  workbook = lead_on(std::move(workbook), "c0_1a", "c2_3", CallEnd::none);
  workbook = lead_on(std::move(workbook), "c0_2a", "c3_5", CallEnd::none);
  workbook = lead_on(std::move(workbook), "c3_3a", "c1_0", CallEnd::none);
  workbook = lead_on(std::move(workbook), "c2_2b", "", CallEnd::agreed);
  for (const Workbook& shown : {workbook, book(1, 25), book(5, 3)}) {
    for (const Page& page : pages_of(shown).pages) {
      if (!is_across(page)) continue;
      std::vector<Box> lines;
      for (const Box& box : page.boxes) {
        if (box.width < 1 || box.height < 1) lines.push_back(box);
      }
      CHECK_FALSE(lines.empty());
      for (const Box& line : lines) {
        for (const TextRun& run : page.runs) {
          CAPTURE(run.text);
          const bool beside = line.x + line.width <= run.x || line.x >= run.x + run.width;
          const bool above_or_below = line.y + line.height <= run.baseline - run.size * 0.6F || line.y >= run.baseline;
          CHECK((beside || above_or_below));
        }
        for (const Box& other : lines) {
          const bool upright = line.width < 1 && other.width < 1 && line.height >= 1 && other.height >= 1;
          if (!upright || (line.fill == other.fill)) continue;
          const bool apart =
              std::abs(line.x - other.x) > 1 || line.y + line.height <= other.y || other.y + other.height <= line.y;
          CHECK(apart);
        }
      }
    }
  }
}

TEST_CASE("an end that no answer of the page comes to has no box, and the boxes use the width of the page") {
  Workbook workbook = book(1, 2);
  workbook = lead_on(std::move(workbook), "c0_0b", "", CallEnd::none);
  workbook = lead_on(std::move(workbook), "c0_1b", "", CallEnd::none);
  for (const Page& page : pages_of(workbook).pages) {
    if (!is_across(page)) continue;
    float right = 0;
    for (const Box& box : page.boxes) right = std::max(right, box.x + box.width);
    CHECK(right > page.width * 0.8F);
    for (const TextRun& run : page.runs) CHECK(run.text != "Refused");
  }
}

TEST_CASE("results that the book names have boxes of their own in the scheme and stand behind their answers") {
  Workbook workbook = book(1, 2);
  workbook = lead_on(std::move(workbook), "c0_0a", "", CallEnd::agreed, "Trial booked");
  workbook = lead_on(std::move(workbook), "c0_0b", "", CallEnd::agreed, "Order placed");
  std::map<std::string, size_t> told;
  for (const Page& page : pages_of(workbook).pages) {
    if (!is_across(page)) continue;
    for (const TextRun& run : page.runs) {
      for (const char* words : {"Trial booked", "Order placed", "Refused"}) {
        if (run.text == words && run.role == RunRole::card) ++told[words];
      }
    }
  }
  CHECK(told == std::map<std::string, size_t>{{"Order placed", 1}, {"Refused", 1}, {"Trial booked", 1}});
  CHECK(write_markdown(compose(workbook, {})).find("→ Trial booked") != std::string::npos);
}

TEST_CASE("a cue that is named otherwise is named so by the answers of other sections that lead to it") {
  Workbook workbook = book(2, 1);
  workbook = lead_on(std::move(workbook), "c0_0a", "c1_0", CallEnd::none);
  ComposeCache cache;
  compose(workbook, {}, cache);
  Responses changed = std::get<Responses>(find_section(workbook, "s1")->content);
  changed.responses[0].cue = "Another name";
  workbook = set_content(std::move(workbook), "s1", std::move(changed));
  CHECK(write_markdown(compose(workbook, {}, cache)) == write_markdown(compose(workbook, {})));
}

}  // namespace canvasbook::scheme_test
