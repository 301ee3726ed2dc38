// Check lists on paper: boxes to tick, room to write, heads on every page.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "export/layout/flow/form.h"
#include "export/layout/flow/style.h"
#include "tests/book.h"
#include "tests/golden.h"
#include "tests/own_scales.h"
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
                             1.0 + i % 3,
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

// Those of the items, without the two for the result, which stand in the row of its words.
std::vector<Box> item_boxes(const Page& page) {
  std::vector<Box> boxes = tick_boxes(page);
  const auto result = std::ranges::find(page.runs, "Check passed", &TextRun::text);
  if (result == page.runs.end()) return boxes;
  std::erase_if(boxes,
                [&](const Box& box) { return box.y < result->baseline && box.y + box.height > result->baseline; });
  return boxes;
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("every mark of every item has a box of the full size, at least five millimetres, and no two boxes touch") {
  for (const auto& [scale, marks] : {std::pair{Scale::yes_no, 3}, {Scale::yes_no_partly, 4}, {Scale::points_10, 11}}) {
    const Pages pages = lay_out(with_checklist(retail_list(scale)));
    size_t count = 0;
    for (const Page& page : pages.pages) {
      const std::vector<Box> boxes = tick_boxes(page);
      count += item_boxes(page).size();
      for (size_t i = 0; i < boxes.size(); ++i) {
        CHECK(boxes[i].width >= 5 * millimetre);
        CHECK(boxes[i].width == doctest::Approx(form_style::box_size));  // not made smaller to fit its column
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
    for (const Box& square : item_boxes(page)) {
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

TEST_CASE("a dense form has no lines for comments and takes fewer pages, with the same boxes") {
  const auto pages_of = [](bool dense) {
    Workbook workbook = with_checklist(retail_list(Scale::yes_no_partly));
    Document document = *workbook.documents.front();
    document.paper.dense_forms = dense;
    workbook.documents.front() = document;
    return lay_out(workbook);
  };
  const auto boxes_on = [](const Pages& pages) {
    size_t boxes = 0;
    for (const Page& page : pages.pages) boxes += tick_boxes(page).size();
    return boxes;
  };
  const Pages roomy = pages_of(false);
  const Pages dense = pages_of(true);
  CHECK(dense.pages.size() < roomy.pages.size());
  CHECK(boxes_on(dense) == boxes_on(roomy));
  CHECK(all_text(roomy).find("Comment\n") != std::string::npos);
  CHECK(all_text(dense).find("Comment\n") == std::string::npos);
}

TEST_CASE("boxes keep their size in a dense form of several scales") {
  Checklist list = retail_list(Scale::yes_no);
  for (CheckGroup& group : list.groups) group.items[3].scale = Scale::points_10;
  Workbook workbook = with_checklist(list);
  Document document = *workbook.documents.front();
  document.paper.dense_forms = true;
  workbook.documents.front() = document;
  for (const Page& page : lay_out(workbook).pages) {
    for (const Box& box : tick_boxes(page)) CHECK(box.width >= 5 * millimetre);
  }
}

TEST_CASE("each group and the whole list have places for what was scored, and the list boxes for its result") {
  for (const auto& [language, scored, passed] :
       {std::tuple{Language::ru, "Набрано", "Проверка пройдена"}, std::tuple{Language::en, "Scored", "Check passed"}}) {
    Workbook workbook = with_checklist(retail_list(Scale::yes_no));
    Document document = *workbook.documents.front();
    document.language = language;
    workbook.documents.front() = document;
    size_t scores = 0;
    size_t results = 0;
    const Pages pages = lay_out(workbook);
    for (const Page& page : pages.pages) {
      for (const TextRun& run : page.runs) {
        if (run.text == passed) ++results;
        if (run.text != scored) continue;
        ++scores;
        const auto blanks = std::ranges::count_if(page.boxes, [&](const Box& box) {
          return box.height < 1 && box.x > run.x && box.y > run.baseline && box.y < run.baseline + 4 && box.width < 50;
        });
        CHECK(blanks == 3);
      }
    }
    CHECK(scores == 9);
    CHECK(results == 1);
  }
}

TEST_CASE("each group says its share of the total, and what gives no points has no places for them") {
  Checklist list = retail_list(Scale::yes_no);
  list.groups.resize(2);
  for (CheckItem& item : list.groups[0].items) item.weight = 0.5;  // 2.5 of 11.5
  const std::string both = all_text(lay_out(with_checklist(list)));
  for (const char* words : {"Share of the total: 22%", "Share of the total: 78%", "0.5"}) {
    CAPTURE(words);
    CHECK(both.find(words) != std::string::npos);
  }
  for (CheckGroup& group : list.groups) {
    for (CheckItem& item : group.items) item.weight = 0;
  }
  const std::string none = all_text(lay_out(with_checklist(list)));
  CHECK(none.find("Scored") == std::string::npos);
  CHECK(none.find("not counted") != std::string::npos);
  CHECK(none.find("Share of the total") == std::string::npos);
}

TEST_CASE("a group of one item has no totals of its own") {
  Checklist list = retail_list(Scale::yes_no);
  list.groups.resize(2);
  list.groups[0].items.resize(1);
  const std::string text = all_text(lay_out(with_checklist(list)));
  CHECK(text.find("Group 1") == std::string::npos);
  CHECK(text.find("Group 2") != std::string::npos);
}

TEST_CASE("no page has the total alone: two items at least stand above it, however many there are") {
  for (size_t count = 8; count < 36; ++count) {
    Checklist list = retail_list(Scale::yes_no);
    list.groups.resize(2);
    std::vector<CheckItem>& items = list.groups[1].items;
    while (items.size() < count) {
      items.push_back(items.front());
      items.back().id = "more" + std::to_string(items.size());
    }
    const Pages pages = lay_out(with_checklist(list));
    const Page& last = pages.pages.back();
    CAPTURE(count);
    CHECK(std::ranges::count(last.runs, "In all", &TextRun::text) == 1);
    CHECK(std::ranges::count(last.runs, "Comment", &TextRun::text) >= 2);
  }
}

TEST_CASE("a group that goes on to another page says so in its head there") {
  Checklist list = retail_list(Scale::yes_no);
  while (list.groups.size() > 1) list.groups.pop_back();
  while (list.groups[0].items.size() < 40) {
    CheckItem item = list.groups[0].items[0];
    item.id = "more" + std::to_string(list.groups[0].items.size());
    list.groups[0].items.push_back(item);
  }
  const Pages pages = lay_out(with_checklist(list));
  REQUIRE(pages.pages.size() > 2);
  for (size_t i = 0; i < pages.pages.size(); ++i) {
    const std::string title = i == 0 ? "Group number 0" : "Group number 0, continued";
    CHECK(std::ranges::count(pages.pages[i].runs, "Group number 0", &TextRun::text) == (i == 0 ? 1 : 0));
    const bool has_items = std::ranges::count(pages.pages[i].runs, "Comment", &TextRun::text) > 0;
    if (has_items) CHECK(std::ranges::count(pages.pages[i].runs, title, &TextRun::text) == 1);
  }
}

TEST_CASE("where and when are asked for on every page of a form, once") {
  const Pages pages = lay_out(with_checklist(retail_list(Scale::yes_no)));
  REQUIRE(pages.pages.size() > 2);
  for (const Page& page : pages.pages) {
    for (const char* title : {"Shop and address", "Date and time"}) {
      const auto line = std::ranges::find(page.runs, title, &TextRun::text);
      REQUIRE(line != page.runs.end());
      CHECK(std::ranges::count(page.runs, title, &TextRun::text) == 1);
      CHECK(pages.items[line->item].starts_with("head"));
      CHECK(std::ranges::any_of(page.boxes, [&](const Box& rule) {
        return rule.height < 1 && rule.width > 60 && rule.x > line->x + line->width &&
               std::abs(rule.y - line->baseline) < 8;
      }));
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

namespace {

// A group marked on an own scale of long words, beside items on yes and no.
Checklist list_with_own_scale() {
  Checklist list = retail_list(Scale::yes_no);
  list.groups.resize(2);
  list.scales = {samples::own_scale(
      "service", "Service",
      {{"Exceeds what was expected", 100}, {"As expected", 80}, {"Below what was expected", 30}, {"Not at all", 0}})};
  list.groups[0].items[1].own_scale = "service";
  for (CheckItem& item : list.groups[1].items) item.own_scale = "service";
  return list;
}

}  // namespace

TEST_CASE(
    "an own scale has a box of the full size a level, under its words, which stand in their column and do not touch") {
  const Pages pages = lay_out(with_checklist(list_with_own_scale()));
  size_t count = 0;
  for (const Page& page : pages.pages) {
    const std::vector<Box> boxes = tick_boxes(page);
    count += item_boxes(page).size();
    for (size_t i = 0; i < boxes.size(); ++i) {
      CHECK(boxes[i].width == doctest::Approx(form_style::box_size));
      CHECK(boxes[i].x + boxes[i].width <= page.width - flow_style::margin_side + 0.1F);
      for (size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(overlap(boxes[i], boxes[j]));
    }
    for (size_t i = 0; i < page.runs.size(); ++i) {
      const TextRun& run = page.runs[i];
      const Box text{run.x, run.baseline - 0.7F * run.size, run.width - 0.1F, 0.7F * run.size, 0, true, {}, 0, {}};
      for (const Box& box : boxes) CHECK_FALSE(overlap(box, text));
      for (size_t j = i + 1; j < page.runs.size(); ++j) {
        const TextRun& other = page.runs[j];
        const Box beside{
            other.x, other.baseline - 0.7F * other.size, other.width - 0.1F, 0.7F * other.size, 0, true, {}, 0, {}};
        CAPTURE(run.text);
        CAPTURE(other.text);
        CHECK_FALSE(overlap(text, beside));
      }
    }
  }
  CHECK(count == 4 * 3 + 6 * 5);  // yes, no, n/a of four items; four levels and n/a of six
}

TEST_CASE("a form with an own scale stands on its page as it did") {
  check_golden("own-scale.pages.txt", dump_pages(lay_out(with_checklist(list_with_own_scale()))));
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
