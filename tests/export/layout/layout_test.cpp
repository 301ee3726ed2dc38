// A book of about 120 pages: what a printer expects of every page of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "export/layout/flow/style.h"
#include "model/file/markdown_workbook.h"
#include "tests/benchmark/markdown_book.h"
#include "tests/paper.h"

namespace canvasbook::layout_test {

using namespace paper;

namespace {

Workbook book(bool justified = false, bool mirrored = false) {
  Workbook workbook = *read_markdown_workbook(MarkdownBook().write(10), "book", {2026, 11, 22});
  Document document = *workbook.documents.front();
  document.paper.justified = justified;
  document.paper.mirrored = mirrored;
  workbook.documents.front() = document;
  return workbook;
}

const Pages& ragged_book() {
  static const Pages pages = lay_out(book());
  return pages;
}

bool is_furniture(const TextRun& run) { return run.role == RunRole::footer || run.role == RunRole::running_head; }

// The first run of each line of the text on a page, top to bottom.
std::vector<const TextRun*> lines_of(const Page& page) {
  std::vector<const TextRun*> lines;
  for (const TextRun& run : page.runs) {
    if (!is_furniture(run)) lines.push_back(&run);
  }
  std::ranges::stable_sort(lines, {}, [](const TextRun* run) { return std::pair(run->baseline, run->x); });
  const auto same = [](const TextRun* a, const TextRun* b) { return std::abs(a->baseline - b->baseline) < 1; };
  lines.erase(std::unique(lines.begin(), lines.end(), same), lines.end());
  return lines;
}

// The book's paragraphs at the margin begin with these words.
bool begins_paragraph(const TextRun& run) { return run.text.starts_with("Сегодня") || run.text.starts_with("Today"); }
bool is_body(const TextRun& run) { return run.role == RunRole::paragraph && run.x == flow_style::margin_side; }

void check_inside_margins(const Pages& pages, float least_margin) {
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      CHECK(run.x >= least_margin - 0.01F);
      CHECK(run.x + run.width <= page.width - least_margin + 0.5F);
      if (is_furniture(run)) continue;
      CHECK(run.baseline - run.size >= flow_style::margin_top - 4);
      CHECK(run.baseline <= page.height - flow_style::margin_bottom);
    }
    for (const Box& box : page.boxes) {
      CHECK(box.x >= least_margin - 0.01F);
      CHECK(box.x + box.width <= page.width - least_margin + 0.5F);
      CHECK(box.y + box.height <= page.height - flow_style::margin_bottom + 0.5F);
    }
  }
}

}  // namespace

TEST_CASE("no page of a book begins with the last line of a paragraph or ends with a first one or with a heading") {
  const Pages& pages = ragged_book();
  REQUIRE(pages.pages.size() > 110);
  size_t split_paragraphs = 0;
  for (size_t i = 1; i < pages.pages.size(); ++i) {
    const auto before = lines_of(pages.pages[i - 1]);
    const auto after = lines_of(pages.pages[i]);
    REQUIRE(before.size() > 2);
    CAPTURE(i);
    CHECK(before.back()->role != RunRole::heading);
    if (!is_body(*after.front()) || begins_paragraph(*after.front())) continue;
    ++split_paragraphs;
    REQUIRE(after.size() > 1);
    CHECK(after[1]->baseline - after[0]->baseline == doctest::Approx(flow_style::body_line));
    CHECK_FALSE(begins_paragraph(*before.back()));
  }
  CHECK(split_paragraphs > 20);
}

TEST_CASE("nothing of a book stands outside the margins, whether its lines are ragged, justified or bound") {
  check_inside_margins(ragged_book(), flow_style::margin_side);
  check_inside_margins(lay_out(book(true, true)), flow_style::margin_side - flow_style::binding);
  check_inside_margins(lay_out(book(true), PageSize::Letter), flow_style::margin_side);
}

TEST_CASE("lines of text do not stand on each other") {
  for (const Page& page : ragged_book().pages) {
    std::vector<const TextRun*> runs;
    for (const TextRun& run : page.runs) runs.push_back(&run);
    std::ranges::sort(runs, {}, [](const TextRun* run) { return std::pair(run->baseline, run->x); });
    for (size_t i = 1; i < runs.size(); ++i) {
      if (runs[i]->baseline != runs[i - 1]->baseline) continue;
      CHECK(runs[i]->x >= runs[i - 1]->x + runs[i - 1]->width - 0.1F);
    }
  }
}

TEST_CASE("the numbers of the contents are the pages on which the headings stand, and links lead there") {
  const Pages& pages = ragged_book();
  size_t entries = 0;
  for (const Page& page : pages.pages) {
    for (const PageLink& link : page.links) {
      if (!link.address.empty()) continue;
      ++entries;
      std::string title;
      std::string number;
      for (const TextRun& run : page.runs) {
        const bool beside =
            run.role == RunRole::contents && run.baseline > link.y && run.baseline < link.y + link.height;
        if (!beside || run.text.starts_with(".")) continue;
        const bool is_number = run.x + run.width > page.width - flow_style::margin_side - 1;
        (is_number ? number : title) += run.text;
      }
      CHECK(number == std::to_string(link.page + 1));
      const Page& target = pages.pages[static_cast<size_t>(link.page)];
      const auto heading = std::ranges::find_if(target.runs, [&](const TextRun& run) {
        return run.role == RunRole::heading && run.baseline > link.target_y && run.baseline < link.target_y + 40;
      });
      REQUIRE(heading != target.runs.end());
      // A long title has several lines, here and there; the number stands beside the last one of its entry.
      std::string whole;
      for (auto run = heading; run != target.runs.end() && run->role == heading->role; ++run) {
        if (run->size == heading->size) whole += run->text;
      }
      std::erase(whole, ' ');
      std::erase(title, ' ');
      CAPTURE(whole);
      CAPTURE(title);
      CHECK_FALSE(title.empty());
      CHECK(whole.ends_with(title));
    }
    if (entries > 0 && page.links.empty()) break;
  }
  CHECK(entries > 50);
}

TEST_CASE("running heads say the document and the chapter, except where a chapter opens") {
  const Pages pages = lay_out(*read_markdown_workbook(
      "# Первая глава\n\n" + std::string(9000, 'a') + " текст\n\n# Вторая глава\n\nтекст\n", "name", {2026, 11, 22}));
  const auto heads = [&](const Page& page) {
    std::vector<std::string> texts;
    for (const TextRun& run : page.runs) {
      if (run.role == RunRole::running_head) texts.push_back(run.text);
    }
    return texts;
  };
  REQUIRE(pages.pages.size() >= 2);
  CHECK(heads(pages.pages[0]).empty());
  CHECK(heads(pages.pages[1]) == std::vector<std::string>{"Первая глава"});  // the document is called so too
}

TEST_CASE(
    "a running head goes down to the section that a page begins in, without the chapter where both have no room") {
  const auto inner_heads = [](const std::string& chapter) {
    const std::string filler = std::string(9000, 'a') + " текст\n\n";
    const Pages pages = lay_out(*read_markdown_workbook(
        "# Книга\n\nтекст\n\n# " + chapter + "\n\n" + filler + "## Дорого\n\n" + filler + "## Далеко\n\n" + filler,
        "name", {2026, 11, 22}));
    std::vector<std::string> heads;
    for (const Page& page : pages.pages) {
      float right = 0;
      std::string inner;
      for (const TextRun& run : page.runs) {
        if (run.role == RunRole::running_head && run.x > right) inner = run.text;
        if (run.role == RunRole::running_head) right = run.x;
      }
      if (heads.empty() || heads.back() != inner) heads.push_back(inner);
    }
    return heads;
  };
  CHECK(inner_heads("Второй звонок").back() == "Второй звонок · Далеко");
  std::string title;
  for (int i = 0; i < 12; ++i) title += "Второй звонок ";
  const auto heads = inner_heads(title);
  CHECK(heads.back() == "Далеко");
  CHECK(std::ranges::find(heads, "Дорого") != heads.end());
}

TEST_CASE("the company stands at the foot of every page of text, opposite to the page number") {
  for (const bool mirrored : {false, true}) {
    Workbook workbook = book(false, mirrored);
    workbook.company = "Кофейня у метро";
    const Pages pages = lay_out(workbook);
    for (size_t i = 3; i < 9; ++i) {
      std::vector<const TextRun*> foot;
      for (const TextRun& run : pages.pages[i].runs) {
        if (run.role == RunRole::footer) foot.push_back(&run);
      }
      REQUIRE(foot.size() == 2);
      std::ranges::sort(foot, {}, [](const TextRun* run) { return run->x; });
      const bool number_at_left = mirrored && i % 2 == 1;
      CHECK((foot[number_at_left ? 1 : 0]->text == "Кофейня у метро"));
      CHECK(foot[0]->x + foot[0]->width < foot[1]->x);
    }
  }
}

TEST_CASE("contents go down to the third level while they fit one page") {
  const auto entries = [](int sections) {
    std::string text = "# Глава\n\nтекст\n\n## Раздел\n\nтекст\n\n";
    for (int i = 0; i < sections; ++i) text += "### Подраздел " + std::to_string(i) + "\n\nтекст\n\n";
    Workbook workbook = *read_markdown_workbook(text, "name", {2026, 11, 22});
    Document document = *workbook.documents.front();
    document.paper.contents = true;
    workbook.documents.front() = document;
    size_t count = 0;
    for (const Page& page : lay_out(workbook).pages) {
      count += static_cast<size_t>(std::ranges::count_if(page.runs, [](const TextRun& run) {
        return run.role == RunRole::contents && run.text.starts_with("Подраздел");
      }));
    }
    return count;
  };
  CHECK(entries(20) == 20);
  CHECK(entries(80) == 0);
}

TEST_CASE("a running head that has no room ends in …, whatever it is written with") {
  for (const char* word : {"Длинное название ", "word", "за\u0301мок "}) {
    std::string title;
    while (title.size() < 140) title += word;
    const Pages pages = lay_out(
        *read_markdown_workbook("# " + title + "\n\n" + std::string(9000, 'a') + " текст\n", "name", {2026, 11, 22}));
    REQUIRE(pages.pages.size() >= 2);
    std::string head;
    float end = 0;
    for (const TextRun& run : pages.pages[1].runs) {
      if (run.role == RunRole::running_head) head += run.text;
      if (run.role == RunRole::running_head) end = run.x + run.width;
    }
    CAPTURE(head);
    CHECK(head.ends_with("…"));
    CHECK(title.starts_with(head.substr(0, head.size() - std::string_view("…").size())));
    CHECK(head.size() > 40);
    CHECK(end < pages.pages[1].width * 0.55F);
  }
}

TEST_CASE("in a bound book the inner margin is the wider one, and page numbers stand outside") {
  const Pages pages = lay_out(book(false, true));
  for (size_t i = 4; i < 20; ++i) {
    const Page& page = pages.pages[i];
    const bool right_hand = i % 2 == 0;  // page 1 is one
    float left = page.width;
    for (const TextRun& run : page.runs) {
      if (!is_furniture(run)) left = std::min(left, run.x);
      if (run.role != RunRole::footer) continue;
      CHECK((run.x > page.width / 2) == right_hand);
    }
    CHECK(left >= flow_style::margin_side + (right_hand ? flow_style::binding : -flow_style::binding) - 0.01F);
  }
}

TEST_CASE("justified lines end at the right margin, but for the last of a paragraph") {
  const Pages pages = lay_out(book(true));
  size_t full = 0;
  size_t all = 0;
  for (const Page& page : pages.pages) {
    std::map<float, float> ends;
    for (const TextRun& run : page.runs) {
      if (run.role == RunRole::paragraph) ends[run.baseline] = std::max(ends[run.baseline], run.x + run.width);
    }
    for (const auto& [baseline, end] : ends) {
      ++all;
      if (std::abs(end - (page.width - flow_style::margin_side)) < 0.1F) ++full;
    }
  }
  CHECK(full * 10 > all * 6);
}

TEST_CASE("a link to a heading of the document leads to its page, and one to nowhere is text") {
  std::string text =
      "# Книга\n\nСм. [вторую часть](#вторая-часть), [снова](#вторая-часть-1) и [нигде](#нет-такой).\n\n";
  text += "[Закодировано](#%D0%B2%D1%82%D0%BE%D1%80%D0%B0%D1%8F-%D1%87%D0%B0%D1%81%D1%82%D1%8C)\n\n";
  for (int i = 0; i < 60; ++i) text += "Абзац текста.\n\n";
  text += "## Вторая часть\n\n";
  for (int i = 0; i < 60; ++i) text += "Абзац текста.\n\n";
  text += "## Вторая часть\n\nконец\n";
  const Pages pages = lay_out(*read_markdown_workbook(text, "name", {2026, 11, 22}));
  const auto& links = pages.pages.front().links;
  REQUIRE(links.size() == 3);
  const auto heading_on = [&](int page) {
    return std::ranges::any_of(pages.pages[static_cast<size_t>(page)].runs, [](const TextRun& run) {
      return run.role == RunRole::heading && run.text == "Вторая часть";
    });
  };
  for (const PageLink& link : links) {
    CHECK(link.address.empty());
    CHECK(heading_on(link.page));
  }
  CHECK(links[0].page < links[1].page);
  CHECK(links[2].page == links[0].page);
}

}  // namespace canvasbook::layout_test
