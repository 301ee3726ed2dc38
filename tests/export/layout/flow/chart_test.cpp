// Charts: whatever they are made of, all of it stands on the paper, and nothing on anything else.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "export/colours.h"
#include "export/layout/flow/style.h"
#include "tests/golden.h"
#include "tests/pages_dump.h"
#include "tests/paper.h"

namespace canvasbook::chart_test {

using namespace paper;

namespace {

using Kind = PrintChart::Kind;
constexpr Kind all_kinds[] = {Kind::bars, Kind::columns, Kind::trend, Kind::heat_map};

std::string label_of_200(size_t row) {
  std::string label = "Место " + std::to_string(row);
  while (label.size() < 390) label += " обслуживание";
  return label;
}

PrintChart::Value value_of(double part, size_t visits) {
  return {part,
          std::to_string(std::lround(part * 100)) + "\u00A0%",
          {"60–95\u00A0%", "n\u00A0=\u00A0" + std::to_string(visits)},
          visits < 5};
}

// Rows of all sorts: 0, 1, what lies between, what is missing.
PrintChart chart_of(Kind kind, size_t rows, size_t columns = 1, bool long_labels = false) {
  PrintChart chart;
  chart.kind = kind;
  chart.title = "Итоги";
  chart.rows_title = "Место";
  for (size_t c = 0; c < columns; ++c) chart.value_titles.push_back("Раздел " + std::to_string(c));
  for (size_t r = 0; r < rows; ++r) {
    PrintChart::Row row{"row" + std::to_string(r), long_labels ? label_of_200(r) : "Место " + std::to_string(r), {}};
    for (size_t c = 0; c < columns; ++c) {
      const size_t place = r * 3 + c;
      if (place % 7 == 3) {
        row.values.push_back(PrintChart::Value{{}, "н/п"});
      } else {
        row.values.push_back(value_of(static_cast<double>(place % 5) / 4, place % 9));
      }
    }
    chart.rows.push_back(std::move(row));
  }
  chart.scale = {{0, "0\u00A0%"}, {0.5, "50\u00A0%"}, {1, "100\u00A0%"}};
  if (kind != Kind::heat_map) chart.target = PrintChart::Mark{0.9, "цель 90\u00A0%"};
  chart.note = "Без заливки — результаты, за которыми меньше 5 визитов.";
  return chart;
}

Pages pages_with(std::vector<PrintChart> charts, PageSize size = PageSize::A4, Language language = Language::ru) {
  Flow flow;
  for (PrintChart& chart : charts) flow.blocks.push_back({"section", std::move(chart)});
  PrintDocument print;
  print.language = language;
  print.parts.push_back(std::make_shared<const PrintPart>(PrintPart{"d", "Отчёт", 0, language, std::move(flow)}));
  Fonts fonts;
  return layout(print, page_setup(size), fonts);
}

bool is_of_chart(const TextRun& run) { return run.role == RunRole::chart; }

std::vector<TextRun> chart_runs(const Page& page) {
  std::vector<TextRun> runs;
  std::ranges::copy_if(page.runs, std::back_inserter(runs), is_of_chart);
  return runs;
}

size_t count_of(const Pages& pages, const std::string& text) {
  size_t count = 0;
  for (const Page& page : pages.pages) {
    count += static_cast<size_t>(std::ranges::count(page.runs, text, &TextRun::text));
  }
  return count;
}

void check_inside(const Pages& pages) {
  for (const Page& page : pages.pages) {
    const float right = page.width - flow_style::margin_side + 0.5F;
    const float bottom = page.height - flow_style::margin_bottom + 0.5F;
    for (const TextRun& run : chart_runs(page)) {
      CAPTURE(run.text);
      CHECK(run.x >= flow_style::margin_side - 0.5F);
      CHECK(run.x + run.width <= right);
      CHECK(run.baseline - run.size * 0.75F >= flow_style::margin_top - 0.5F);
      CHECK(run.baseline <= bottom);
    }
    for (const Box& box : page.boxes) {
      CHECK(box.width > 0);
      CHECK(box.height > 0);
      CHECK(box.x >= flow_style::margin_side - 2);
      CHECK(box.x + box.width <= right + 1);
      CHECK(box.y + box.height <= bottom);
    }
    for (const Outline& outline : page.outlines) {
      for (const PathStep& step : outline.steps) {
        if (step.kind == PathStep::Kind::close) continue;
        CHECK(std::isfinite(step.x[0]));
        CHECK(std::isfinite(step.y[0]));
        CHECK(step.x[0] >= flow_style::margin_side - 1);
        CHECK(step.x[0] <= right);
        CHECK(step.y[0] <= bottom);
      }
    }
  }
}

bool overlap(const TextRun& a, const TextRun& b) {
  constexpr float touch = 0.6F;
  const bool across = a.x + a.width > b.x + touch && b.x + b.width > a.x + touch;
  const bool along = a.baseline > b.baseline - b.size * 0.7F + touch && b.baseline > a.baseline - a.size * 0.7F + touch;
  return across && along;
}

void check_apart(const Pages& pages) {
  for (const Page& page : pages.pages) {
    std::vector<TextRun> runs = chart_runs(page);
    std::ranges::sort(runs, {}, &TextRun::baseline);
    for (size_t i = 0; i < runs.size(); ++i) {
      for (size_t j = i + 1; j < runs.size() && runs[j].baseline - runs[i].baseline < 12; ++j) {
        if (!overlap(runs[i], runs[j])) continue;
        FAIL_CHECK(runs[i].text, " stands on ", runs[j].text);
      }
    }
  }
}

// The bars, columns or points of a page.
std::vector<Box> bars_of(const Page& page) {
  std::vector<Box> bars;
  for (const Box& box : page.boxes) {
    if (box.fill == paper_colours::accent || box.line == paper_colours::accent) bars.push_back(box);
  }
  return bars;
}

}  // namespace

TEST_CASE("charts of any number of rows stand on the paper, their texts apart") {
  for (const Kind kind : all_kinds) {
    for (const size_t rows : {0, 1, 3, 40, 400}) {
      for (const bool long_labels : {false, true}) {
        for (const PageSize size : {PageSize::A4, PageSize::Letter}) {
          CAPTURE(static_cast<int>(kind));
          CAPTURE(rows);
          CAPTURE(long_labels);
          const Pages pages = pages_with({chart_of(kind, rows, kind == Kind::heat_map ? 6 : 1, long_labels)}, size);
          check_inside(pages);
          check_apart(pages);
        }
      }
    }
  }
}

TEST_CASE("every row of a chart is printed with its figure and leads to its item") {
  for (const Kind kind : all_kinds) {
    CAPTURE(static_cast<int>(kind));
    const Pages pages = pages_with({chart_of(kind, 40)});
    for (size_t r = 0; r < 40; ++r) {
      CAPTURE(r);
      const std::string item = "row" + std::to_string(r);
      const std::string words = r * 3 % 7 == 3 ? "н/п" : std::to_string(r * 3 % 5 * 25) + "\u00A0%";
      size_t figures = 0;
      for (const Page& page : pages.pages) {
        for (const TextRun& run : chart_runs(page)) figures += pages.items[run.item] == item && run.text == words;
      }
      CHECK(figures == 1);
    }
  }
}

TEST_CASE("the figures of a chart that come from something stand in an area of the page about that") {
  for (const Kind kind : all_kinds) {
    CAPTURE(static_cast<int>(kind));
    PrintChart chart = chart_of(kind, 30);
    for (size_t r = 1; r < chart.rows.size(); ++r) chart.rows[r].values.front().subject = "about " + chart.rows[r].item;
    size_t areas = 0;
    for (const Page& page : pages_with({chart}).pages) {
      for (const PageArea& area : page.areas) {
        ++areas;
        CHECK(area.x >= 0);
        CHECK(area.x + area.width <= page.width);
        CHECK(area.y + area.height <= page.height);
      }
    }
    CHECK(areas == chart.rows.size() - 1);
    const Pages pages = pages_with({chart});
    for (const Page& page : pages.pages) {
      for (const TextRun& run : chart_runs(page)) {
        for (const PageArea& area : page.areas) {
          const bool is_inside = run.x >= area.x && run.x + run.width <= area.x + area.width + 1 &&
                                 run.baseline > area.y && run.baseline <= area.y + area.height;
          if (!is_inside) continue;
          const std::string& item = pages.items[run.item];
          CHECK((area.subject == "about " + item || item == "section"));
        }
      }
    }
  }
}

TEST_CASE("bars are as long as their values, nothing is drawn for a missing one, and a few visits are hollow") {
  PrintChart chart = chart_of(Kind::bars, 0);
  chart.target = {};
  for (const double part : {1.0, 0.5, 0.0}) chart.rows.push_back({{}, "Место", {{part, "x"}}});
  chart.rows.push_back({{}, "Место", {{std::nullopt, "н/п"}}});
  chart.rows.push_back({{}, "Место", {{0.25, "x", {}, true}}});
  chart.rows.push_back({{}, "Место", {{std::nan(""), "x"}}});
  chart.rows.push_back({{}, "Место", {{7.0, "x"}}});
  const std::vector<Box> bars = bars_of(pages_with({chart}).pages.front());
  REQUIRE(bars.size() == 4);
  CHECK(bars[1].width == doctest::Approx(bars[0].width / 2).epsilon(0.01));
  CHECK(bars[2].fill == paper_colours::white);
  CHECK(bars[2].line_width > 0);
  CHECK(bars[2].width + bars[2].line_width == doctest::Approx(bars[0].width / 4).epsilon(0.01));
  CHECK(bars[3].width == doctest::Approx(bars[0].width).epsilon(0.01));
  for (const Box& bar : bars) CHECK(std::abs(bar.x - bars[0].x) <= 1);
}

TEST_CASE("a chart that goes over pages says its title and its target on each") {
  for (const Kind kind : {Kind::bars, Kind::heat_map, Kind::trend, Kind::columns}) {
    CAPTURE(static_cast<int>(kind));
    const Pages pages = pages_with({chart_of(kind, 400, kind == Kind::heat_map ? 3 : 1)});
    REQUIRE(pages.pages.size() > 2);
    CHECK(count_of(pages, "Итоги") == 1);
    CHECK(count_of(pages, "Итоги, продолжение") == pages.pages.size() - 1);
    if (kind == Kind::bars) CHECK(count_of(pages, "цель 90\u00A0%") == pages.pages.size());
    if (kind == Kind::heat_map) CHECK(count_of(pages, "Раздел 0") == pages.pages.size());
  }
}

TEST_CASE("a trend joins neighbours alone: a month without visits is a gap") {
  PrintChart chart = chart_of(Kind::trend, 0);
  for (const bool known : {true, true, false, true, true, true}) {
    PrintChart::Value value{std::nullopt, "–"};
    if (known) value = {0.8, "80\u00A0%"};
    chart.rows.push_back({{}, "янв. 2026", {value}});
  }
  const Pages pages = pages_with({chart});
  CHECK(pages.pages.front().outlines.size() == 3);
  CHECK(bars_of(pages.pages.front()).size() == 5);  // the points
}

TEST_CASE("a year of months stands in one panel with all its figures") {
  PrintChart chart = chart_of(Kind::trend, 0);
  for (size_t month = 0; month < 12; ++month) {
    chart.rows.push_back({{}, "сент. 2026", {{0.825, "82,5\u00A0%", {"n\u00A0=\u00A0" + std::to_string(10 + month)}}}});
  }
  const Pages pages = pages_with({chart});
  CHECK(count_of(pages, "100\u00A0%") == 1);
  CHECK(count_of(pages, "82,5\u00A0%") == 12);
  CHECK(pages.pages.front().outlines.size() == 11);
}

TEST_CASE("a long trend goes on in the next panel, to whose edge the line leads") {
  const size_t points = 40;
  PrintChart chart = chart_of(Kind::trend, 0);
  for (size_t i = 0; i < points; ++i) {
    const double part = i % 2 == 0 ? 0.4 : 0.6;
    chart.rows.push_back({{}, "сентябрь", {{part, "50\u00A0%"}}});
  }
  const Pages pages = pages_with({chart});
  const size_t panels = count_of(pages, "100\u00A0%");
  size_t lines = 0;
  for (const Page& page : pages.pages) lines += page.outlines.size();
  CHECK(panels > 1);
  CHECK(lines == points - 1 + panels - 1);  // one more where a line is in two halves
}

TEST_CASE("the cells of a heat map are the darker the less they come to, by steps that differ in grey") {
  PrintChart chart = chart_of(Kind::heat_map, 0, 5);
  chart.scale = {{0, "0"}, {0.2, "20"}, {0.4, "40"}, {0.6, "60"}, {0.8, "80"}};
  chart.rows.push_back({{}, "Место", {{0.1, "1"}, {0.3, "3"}, {0.5, "5"}, {0.7, "7"}, {0.9, "9"}}});
  const Pages pages = pages_with({chart});
  const auto& runs = pages.pages.front().runs;
  for (size_t i = 0; i < 5; ++i) {
    const auto figure = std::ranges::find(runs, std::to_string(2 * i + 1), &TextRun::text);
    REQUIRE(figure != runs.end());
    const paper_colours::Shade& shade = paper_colours::shades[4 - i];
    CHECK(figure->colour == shade.text);
    if (i == 4) continue;  // the paper itself
    CHECK(shade.fill.red + 24 < paper_colours::shades[3 - i].fill.red);
    CHECK(std::ranges::any_of(pages.pages.front().boxes, [&](const Box& box) {
      return box.fill == shade.fill && box.x < figure->x && box.x + box.width > figure->x + figure->width &&
             box.y < figure->baseline && box.y + box.height > figure->baseline - figure->size * 0.7F;
    }));
  }
}

TEST_CASE("a heat map of more columns than the paper is wide goes on below, with the labels again") {
  PrintChart chart = chart_of(Kind::heat_map, 3, 40);
  for (size_t c = 0; c < 40; ++c) chart.value_titles[c] = "К" + std::to_string(c);
  const Pages pages = pages_with({chart});
  check_inside(pages);
  check_apart(pages);
  for (const std::string& title : chart.value_titles) CHECK(count_of(pages, title) >= 1);
  CHECK(count_of(pages, "Место 0") > 1);
}

TEST_CASE("a chart without rows is its title and its note, and one without anything is nothing") {
  for (const Kind kind : all_kinds) {
    CHECK(all_text(pages_with({chart_of(kind, 0)})).find("Итоги\n") != std::string::npos);
    const Pages empty = pages_with({PrintChart{kind, {}, {}, {}, {}}});
    CHECK(std::ranges::all_of(empty.pages, [](const Page& page) { return chart_runs(page).empty(); }));
    PrintChart bare = chart_of(kind, 3);
    bare.title.clear();
    bare.value_titles.clear();
    bare.scale.clear();
    bare.target = {};
    bare.note.clear();
    for (PrintChart::Row& row : bare.rows) row.values.clear();
    const Pages pages = pages_with({bare});
    check_inside(pages);
    CHECK(count_of(pages, "Место 2") == 1);
  }
}

TEST_CASE("charts stand on their pages as they did") {
  std::vector<PrintChart> charts;
  for (const Kind kind : all_kinds) charts.push_back(chart_of(kind, 8, kind == Kind::heat_map ? 5 : 1));
  check_golden("charts.pages.txt", dump_pages(pages_with(std::move(charts))));
}

}  // namespace canvasbook::chart_test
