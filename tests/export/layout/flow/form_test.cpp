// Check lists on paper: boxes to tick, room to write, heads on every page.
#include <doctest/doctest.h>

#include <algorithm>

#include "export/layout/flow/style.h"
#include "tests/book.h"
#include "tests/golden.h"
#include "tests/pages_dump.h"
#include "tests/paper.h"

namespace canvasbook::form_test {

using namespace paper;

namespace {

constexpr float millimetre = 72 / 25.4F;

Workbook with_checklist(const Checklist& checklist) {
  Document document = samples::make_document_of("list", {samples::make_section_of("hall", "checklist", checklist)});
  return samples::make_workbook({std::move(document)});
}

// A list as shops have it: eight groups of five items, some critical, some long.
Checklist retail_list(Scale scale) {
  Checklist list;
  list.scale = scale;
  for (const char* title :
       {"Shop and address", "Date and time", "Checked by", "Staff in the hall, and how many of them"}) {
    list.head.push_back({"head" + std::to_string(list.head.size()), title, {}});
  }
  for (int g = 0; g < 8; ++g) {
    CheckGroup group{"g" + std::to_string(g), "Group number " + std::to_string(g), {}, {}};
    for (int i = 0; i < 5; ++i) {
      const std::string id = group.id + "i" + std::to_string(i);
      group.items.push_back({id,
                             "Clean and dry floor in the hall",
                             "No dirt within three metres of the entrance, also after rain",
                             1 + i % 3,
                             i == 2,
                             Scale::inherited,
                             {}});
    }
    list.groups.push_back(std::move(group));
  }
  list.signatures = {{"s1", "Checked by", {}}, {"s2", "Shift leader", {}}};
  return list;
}

std::vector<Box> tick_boxes(const Page& page) {
  std::vector<Box> boxes;
  for (const Box& box : page.boxes) {
    if (!box.filled && box.width == box.height) boxes.push_back(box);
  }
  return boxes;
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("every mark of every item has a box of at least five millimetres, and no two boxes touch") {
  for (const auto& [scale, marks] : {std::pair{Scale::yes_no, 3}, {Scale::yes_no_partly, 4}, {Scale::points_10, 10}}) {
    const Pages pages = lay_out(with_checklist(retail_list(scale)));
    size_t count = 0;
    for (const Page& page : pages.pages) {
      const std::vector<Box> boxes = tick_boxes(page);
      count += boxes.size();
      for (size_t i = 0; i < boxes.size(); ++i) {
        CHECK(boxes[i].width >= 5 * millimetre);
        CHECK(boxes[i].x + boxes[i].width <= page.width - flow_style::margin_side + 0.1F);
        for (size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
        for (const TextRun& run : page.runs) {
          const Box text{run.x, run.baseline - 0.7F * run.size, run.width, 0.7F * run.size, 0, true, {}, 0, {}};
          CHECK_FALSE(overlap(boxes[i], text));
        }
      }
    }
    CHECK(count == static_cast<size_t>(40 * marks));
  }
}

TEST_CASE("a list of forty items takes at most four pages, with a place for a comment beside each") {
  const Pages pages = lay_out(with_checklist(retail_list(Scale::yes_no_partly)));
  CHECK(pages.pages.size() <= 4);
  for (const Page& page : pages.pages) {
    for (const Box& square : tick_boxes(page)) {
      // The rule to write on stands at least eight millimetres under the boxes.
      const auto rule = std::ranges::find_if(page.boxes, [&](const Box& box) {
        return box.height < 1 && box.y > square.y + square.height && box.y < square.y + 60 && box.x <= square.x &&
               box.x + box.width >= square.x + square.width;
      });
      REQUIRE(rule != page.boxes.end());
      CHECK(rule->y - square.y - square.height >= 8 * millimetre);
      CHECK(rule->width >= 50 * millimetre);
    }
  }
}

TEST_CASE("the words over the boxes stand on every page of a form, and nothing of it is lost") {
  const Pages pages = lay_out(with_checklist(retail_list(Scale::yes_no_partly)));
  for (const Page& page : pages.pages) {
    CHECK(std::ranges::any_of(page.runs, [](const TextRun& run) { return run.text == "yes"; }));
  }
  std::string text = all_text(pages);
  std::ranges::replace(text, '\n', ' ');
  for (const char* words : {"Staff in the hall, and how", "many of them", "Shift leader", "8.5", "Group number 7"}) {
    CAPTURE(words);
    CHECK(text.find(words) != std::string::npos);
  }
}

TEST_CASE("a critical item says so in a word, not by colour alone") {
  for (const auto& [language, word] : {std::pair{Language::ru, "критично"}, {Language::en, "critical"}}) {
    Workbook workbook = with_checklist(retail_list(Scale::yes_no));
    Document document = *workbook.documents.front();
    document.language = language;
    workbook.documents.front() = document;
    size_t marked = 0;
    for (const Page& page : lay_out(workbook).pages) {
      for (const TextRun& run : page.runs) {
        if (run.role == RunRole::form && run.text.starts_with(word)) ++marked;
      }
    }
    CHECK(marked == 8);
  }
}

TEST_CASE("a requirement longer than a page goes on over pages") {
  Checklist list = retail_list(Scale::yes_no);
  for (int i = 0; i < 1500; ++i) list.groups[0].items[0].requirement += " word" + std::to_string(i);
  const Pages pages = lay_out(with_checklist(list));
  CHECK(all_text(pages).find("word1499") != std::string::npos);
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) CHECK(run.baseline < page.height - 20);
  }
}

TEST_CASE("the example's standards and check lists stand on their pages as they did") {
  for (const std::string language : {"ru", "en"}) {
    const Workbook workbook = example(language);
    for (const std::string document : {"checklist", "standards", "sales"}) {
      Fonts fonts;
      const Pages pages = layout(compose(workbook, {{document}, {}, workbook.modified}), {}, fonts);
      CHECK(pages.pages.size() > 2);
      check_golden("coffee-shop." + document + "." + language + ".pages.txt", dump_pages(pages));
    }
  }
}

}  // namespace canvasbook::form_test
