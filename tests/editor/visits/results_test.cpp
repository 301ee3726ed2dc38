// Results in place of the visits: the report as it prints, what it is of, and the way from a figure to its visits and
// back.
#include <doctest/doctest.h>

#include "editor/session/visits.h"
#include "editor/visits/results.h"
#include "editor/visits/results_parts.h"
#include "editor/visits/shown_results.h"
#include "tests/look.h"
#include "tests/robot.h"
#include "tests/sample_visits.h"

namespace canvasbook::visit_results_window_test {

using namespace robot;

namespace {

constexpr Language languages[] = {Language::ru, Language::en};

// At the results of the visits.
struct AtResults {
  explicit AtResults(Language language = Language::en, Visits visits = samples::sound_visits(),
                     ImVec2 size = {1440, 900}, float scale = 1)
      : robot(samples::workbook_with(std::move(visits)), {}, language, scale, size) {
    robot.session().go_to("visits");
    robot.frame(3);
    robot.run("command.visit_results");
    robot.frame(3);
    REQUIRE(shows_results(robot.app));
  }
  Robot robot;
};

const VisitsReport& report_of(Robot& robot) { return robot.app.state<ResultsState>().report.value(); }

// The key of the first figure about something, which is brought into view.
std::string figure_about(Robot& robot, const ResultSubject& subject) {
  const std::string text = write_subject(subject);
  const std::vector<Page> pages = report_of(robot).pages.pages;
  for (size_t p = 0; p < pages.size(); ++p) {
    for (size_t i = 0; i < pages[p].areas.size(); ++i) {
      if (pages[p].areas[i].subject != text) continue;
      const std::string key = "results/figure/" + std::to_string(p + 1) + "/" + std::to_string(i + 1);
      for (int step = 0; step < 60; ++step) {
        const PartRegister::Part* part = robot.app.parts.find(key);
        if (part != nullptr && part->visible) return key;
        robot.press(Key::down);
        robot.frame(2);
      }
    }
  }
  REQUIRE_MESSAGE(false, "no figure about ", text);
  return {};
}

// The days of the visits that the list shows, by their rows.
std::set<std::string> shown_days(Robot& robot) {
  std::set<std::string> days;
  for (const auto& visit : robot.session().visits()->visits) {
    if (robot.app.parts.find("visits/" + visit->id) != nullptr) days.insert(write_date(visit->head.day));
  }
  return days;
}

using Days = std::set<std::string>;
const Days all_days{"2026-03-02", "2026-03-09", "2026-04-01", "2026-05-05", "2026-05-06"};

void right_click(Robot& robot, std::string_view key) {
  robot.move_to(key);
  robot.app.input.button(1, true);
  robot.frame();
  robot.app.input.button(1, false);
  robot.frame(2);
}

}  // namespace

TEST_CASE("results stand in place of the visits, by click or by keys, and change nothing") {
  for (const Language language : languages) {
    Robot robot(samples::workbook_with(samples::sound_visits()), {}, language);
    robot.session().go_to("visits");
    robot.frame(3);
    const Workbook before = robot.workbook();
    robot.click("visits.as_results");
    CHECK(shows_results(robot.app));
    CHECK(robot.shows("results/page/1"));
    CHECK(shown_days(robot).empty());
    robot.click("visits.as_visits");
    CHECK_FALSE(robot.shows("results/page/1"));
    CHECK(shown_days(robot) == all_days);
    robot.press(Key::r, control);
    robot.frame(2);
    CHECK(shows_results(robot.app));
    robot.press(Key::delete_);
    robot.press(Key::a, control);
    robot.press(Key::delete_);
    CHECK(robot.workbook() == before);
    CHECK_FALSE(robot.session().can_undo());
  }
}

TEST_CASE("the report is laid out once, and again only where the visits or the filter changed") {
  AtResults at;
  Robot& robot = at.robot;
  auto& report = robot.app.state<ResultsState>().report;
  const std::uint64_t version = report.version();
  robot.frame(20);
  robot.press(Key::page_down);
  robot.frame(5);
  CHECK(report.version() == version);
  results_here(robot.app).filter.place = "North";
  robot.frame(5);
  CHECK(report.version() == version + 1);
  const std::string visit = robot.session().visits()->visits.front()->id;
  mark_visit(robot.session(), visit, "sign", mark_no);
  robot.frame(5);
  CHECK(report.version() == version + 2);
}

TEST_CASE("what the report is of is chosen by place, shopper and days, and it is said how many visits these are") {
  for (const Language language : languages) {
    AtResults at(language);
    Robot& robot = at.robot;
    CHECK(report_of(robot).taken == TakenVisits{4, 1});
    robot.click("visits.filter_place");
    REQUIRE(robot.app.has_dialog());
    robot.type("Sou");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(results_here(robot.app).filter.place == "South");
    CHECK(report_of(robot).taken == TakenVisits{2, 1});
    robot.click("visits.filter_until");
    robot.type("04.2026");
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(results_here(robot.app).filter.until == Date{2026, 4, 30});
    CHECK(report_of(robot).taken == TakenVisits{1, 0});
    robot.click("visits.clear_filter");
    robot.frame(2);
    CHECK(report_of(robot).taken == TakenVisits{4, 1});
    robot.click("visits/filter_rule");
    robot.frame(2);
    CHECK(results_here(robot.app).filter.rule == PointsRule::above_least);
  }
}

TEST_CASE("a day that is none is said, and what was taken before stays") {
  AtResults at;
  Robot& robot = at.robot;
  robot.click("visits.filter_since");
  robot.type("2026-04");
  robot.frame(2);
  CHECK(report_of(robot).taken == TakenVisits{2, 1});
  robot.type(" or so");
  robot.frame(2);
  CHECK(results_here(robot.app).filter.since == Date{2026, 4, 1});
  robot.press(Key::escape);
  robot.frame(2);
  CHECK_FALSE(results_here(robot.app).filter.since.has_value());
  CHECK(robot.app.focused_field.empty());
}

TEST_CASE("a click on a bar leads to its visits alone, Alt+Left back to it, and Escape to all visits") {
  for (const Language language : languages) {
    AtResults at(language);
    Robot& robot = at.robot;
    robot.click(figure_about(robot, subject_of(ResultsBy::place, "South")));
    robot.frame(2);
    CHECK_FALSE(shows_results(robot.app));
    CHECK(shown_days(robot) == Days{"2026-04-01", "2026-05-05"});
    CHECK(robot.shows("visits/behind"));
    robot.press(Key::left, alternate);
    robot.frame(2);
    CHECK(shows_results(robot.app));
    robot.click(figure_about(robot, subject_of(ResultsBy::place, "South")));
    robot.frame(2);
    robot.press(Key::escape);
    robot.frame(2);
    CHECK(shows_results(robot.app));
    robot.click(figure_about(robot, subject_of(ResultsBy::place, "South")));
    robot.frame(2);
    robot.click("visits.show_all");
    robot.frame(2);
    CHECK(shown_days(robot) == all_days);
    robot.click("visits.back_to_results");
    CHECK(shows_results(robot.app));
  }
}

TEST_CASE("a month, a cell of the heat map and an item lead to their visits too") {
  AtResults at;
  Robot& robot = at.robot;
  robot.click(figure_about(robot, subject_of(ResultsBy::month, "2026-03")));
  robot.frame(2);
  CHECK(shown_days(robot) == Days{"2026-03-02", "2026-03-09"});
  robot.run("command.visit_results");
  robot.frame(2);
  ResultSubject cell = subject_of(ResultsBy::section, "bar");
  cell.place = "North";
  robot.press(Key::home);
  robot.frame(2);
  robot.click(figure_about(robot, cell));
  robot.frame(2);
  CHECK(shown_days(robot) == Days{"2026-03-02", "2026-03-09"});
  robot.click("visits.show_all");
  robot.frame(2);
  CHECK(shown_days(robot) == all_days);
  robot.run("command.visit_results");
  robot.frame(2);
  robot.press(Key::home);
  robot.frame(2);
  robot.click(figure_about(robot, subject_of(ResultsBy::item, "light")));
  robot.frame(2);
  CHECK(shown_days(robot) == Days{"2026-03-02", "2026-04-01", "2026-05-05"});
}

TEST_CASE("the keyboard alone filters and goes to a figure's visits") {
  AtResults at;
  Robot& robot = at.robot;
  KeyFocus& focus = robot.app.state<ResultsState>().focus;
  robot.press(Key::tab);
  CHECK(focus.is_on("visits.filter_place"));
  robot.press(Key::tab);
  robot.press(Key::tab);
  CHECK(robot.app.focused_field == "visits.filter_since");
  robot.type("2026-05");
  robot.frame(2);
  CHECK(report_of(robot).taken == TakenVisits{1, 1});
  robot.press(Key::tab);
  CHECK(robot.app.focused_field == "visits.filter_until");
  robot.press(Key::tab, shift);
  CHECK(robot.app.focused_field == "visits.filter_since");
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(report_of(robot).taken == TakenVisits{4, 1});
  robot.press(Key::end);
  robot.frame(2);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK_FALSE(shows_results(robot.app));
  CHECK_FALSE(robot.view().selected.empty());
}

TEST_CASE("a filter that takes nothing says so, and one click brings all back") {
  for (const Language language : languages) {
    AtResults at(language);
    Robot& robot = at.robot;
    results_here(robot.app).filter.shopper = "Nobody";
    robot.frame(3);
    CHECK_FALSE(robot.shows("results/page/1"));
    robot.press(Key::escape);
    robot.frame(3);
    CHECK(robot.shows("results/page/1"));
    results_here(robot.app).filter.shopper = "Nobody";
    robot.frame(3);
    robot.click("visits/clear");
    CHECK(robot.shows("results/page/1"));
  }
}

TEST_CASE("where no visit is finished one can enter one") {
  for (const Language language : languages) {
    IdSource fresh(3);
    AtResults at(language, add_visit({}, samples::hall_list(), "Hall", {"South", "", {2026, 5, 6}, ""}, fresh).visits);
    Robot& robot = at.robot;
    robot.click("visits.enter_visit");
    robot.frame(2);
    CHECK(robot.session().visits()->visits.size() == 2);
    CHECK(robot.view().editing == Editing::visit);
    CHECK_FALSE(shows_results(robot.app));
  }
}

TEST_CASE("what leads to a visit shows it in place of the results") {
  AtResults at;
  Robot& robot = at.robot;
  const std::string visit = robot.session().visits()->visits.front()->id;
  robot.session().go_to(visit);
  robot.frame(3);
  CHECK_FALSE(shows_results(robot.app));
  CHECK(robot.shows("visits/" + visit));
}

TEST_CASE("the report is exported with the filter it has on the screen, and other exports have none") {
  for (const Language language : languages) {
    AtResults at(language);
    Robot& robot = at.robot;
    results_here(robot.app).filter.place = "North";
    robot.frame(3);
    robot.click("visits.export_report");
    robot.frame(3);
    CHECK(robot.app.has_dialog());
    CHECK(robot.shows("export/results"));
    robot.press(Key::escape);
    robot.frame(2);
    robot.run("command.export");
    robot.frame(3);
    CHECK(robot.app.has_dialog());
    CHECK_FALSE(robot.shows("export/results"));
  }
}

TEST_CASE("a visit in the list has a menu, by the right button and by its key") {
  for (const Language language : languages) {
    AtResults at(language);
    Robot& robot = at.robot;
    robot.run("command.visit_results");
    robot.frame(2);
    const Visit finished = *robot.session().visits()->visits.front();
    right_click(robot, "visits/" + finished.id);
    CHECK(robot.view().cursor == finished.id);
    robot.click("visit_menu/command.finish_visit");
    CHECK_FALSE(find_visit(*robot.session().visits(), finished.id)->finished);
    robot.press(Key::menu);
    robot.frame(2);
    CHECK(robot.shows("visit_menu/command.remove"));
    robot.click("visit_menu/command.remove");
    CHECK(find_visit(*robot.session().visits(), finished.id) == nullptr);
  }
}

TEST_CASE("a day or a month is read as it is written, its end as its last day") {
  CHECK(read_day_or_month("2026-05", false) == Date{2026, 5, 1});
  CHECK(read_day_or_month("2026-02", true) == Date{2026, 2, 28});
  CHECK(read_day_or_month(" 05.2026 ", true) == Date{2026, 5, 31});
  CHECK(read_day_or_month("5/2026", false) == Date{2026, 5, 1});
  CHECK(read_day_or_month("21.11.2026", true) == Date{2026, 11, 21});
  CHECK(read_day_or_month("May 2026", true) == Date{2026, 5, 31});
  for (const char* none : {"", "13.2026", "2026", "soon", "2026-02-30"}) CHECK_FALSE(read_day_or_month(none, true));
}

TEST_CASE("at 1280 by 720 and at 1920 by 1080 the labels of the results fit") {
  for (const Language language : languages) {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{900, 720}}) {
      for (const float scale : {1.0F, 2.0F}) {
        AtResults at(language, samples::sound_visits(), size, scale);
        check_labels_fit(at.robot, [](const std::string& key) { return key.starts_with("visits."); });
        CHECK(at.robot.shows("results/page/1"));
      }
    }
  }
}

}  // namespace canvasbook::visit_results_window_test
