// `canvasbook visits` and `canvasbook results`: entering, importing, listing, and what it comes to.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "model/base/catalog.h"
#include "model/file/workbook_file.h"
#include "model/kinds/visit_actions.h"
#include "model/text/text_encoding.h"
#include "tests/sample_visits.h"
#include "tests/terminal.h"

namespace canvasbook::command_line_visits_test {

namespace {

using samples::put_bytes;
using samples::TemporaryFolder;
using terminal::contains;
using terminal::Outcome;
using terminal::run;
using Words = std::vector<std::string>;

constexpr Language languages[] = {Language::ru, Language::en};

std::string workbook_in(const TemporaryFolder& folder, const Workbook& workbook) {
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(workbook, file).has_value());
  return file;
}

std::string with_visits(const TemporaryFolder& folder) {
  return workbook_in(folder, samples::workbook_with(samples::sound_visits()));
}

// A check list that nobody visited with yet.
std::string without_visits(const TemporaryFolder& folder) {
  return workbook_in(folder, remove_section(samples::workbook_with({}), "visits"));
}

Visits visits_of(const std::string& file) {
  const auto workbook = load_workbook(file);
  REQUIRE(workbook.has_value());
  const VisitsPlace place = find_visits_of(*workbook, "hall");
  return place.visits == nullptr ? Visits{} : *place.visits;
}

}  // namespace

TEST_CASE("a visit is added with answers and comments, finished once nothing lacks a mark") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string file = without_visits(folder);
    const Words head{"visits", "add", file, "--place", "North", "--shopper", "Anna", "--date", "2026-03-02"};
    Words whole = head;
    for (const char* answer : {"sign=yes", "Item light=не совсем", "greeting=n/a", "taste=4", "Receipt no.=17"}) {
      whole.insert(whole.end(), {"--answer", answer});
    }
    whole.insert(whole.end(), {"--comment", "light=Dim = dark", "--time", "10:30"});
    const Outcome added = run(whole, language);
    CHECK(added.code == exit_done);
    CHECK(contains(added.err, "86\u00A0%"));
    const Visits visits = visits_of(file);
    REQUIRE(visits.visits.size() == 1);
    CHECK(marks_text(visits.visits[0]->marks) == "21-4");
    CHECK(visits.visits[0]->comments == VisitTexts{{"light", "Dim = dark"}});
    CHECK(visits.visits[0]->proofs == VisitTexts{{"receipt", "17"}});
    CHECK(visits.visits[0]->finished);
    CHECK(run(whole, language).code == exit_failed);  // the same again
    CHECK(run(head, language).code == exit_done);     // without a time it is another one
    CHECK_FALSE(visits_of(file).visits[1]->finished);
  }
}

TEST_CASE("what cannot be added is told in one sentence, and the workbook stays as it is") {
  const TemporaryFolder folder;
  const std::string file = without_visits(folder);
  const std::string before = samples::bytes_of(file);
  const auto add = [&](const Words& more) {
    Words arguments{"visits", "add", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  };
  CHECK(contains(add({}).err, "--date"));
  CHECK(add({"--date", "2026-02-30"}).code == exit_usage);
  CHECK(add({"--date", "2026-03-02", "--time", "25:00"}).code == exit_usage);
  CHECK(contains(add({"--date", "2026-03-02", "--answer", "sing=yes"}).err, "sign"));
  CHECK(contains(add({"--date", "2026-03-02", "--answer", "taste=6"}).err, "1, 2, 3, 4, 5, n/a"));
  CHECK(add({"--date", "2026-03-02", "--answer", "sign"}).code == exit_usage);
  CHECK(add({"--date", "2026-03-02", "--checklist", "nowhere"}).code == exit_failed);
  CHECK(run({"visits", "drop", file}).code == exit_usage);
  CHECK(run({"visits"}).code == exit_usage);
  CHECK(run({"visits", "import", file}).code == exit_usage);
  CHECK(samples::bytes_of(file) == before);
}

TEST_CASE("answers and comments take the longest name before a sign, a line of the head too, and each once") {
  const TemporaryFolder folder;
  Checklist list = samples::hall_list();
  list.groups[0].items[1].text = "a=b; \"c\"";
  const std::string file = workbook_in(folder, remove_section(samples::workbook_with({}, list), "visits"));
  const auto add = [&](const Words& more) {
    Words arguments{"visits", "add", file, "--place", "North", "--date", "2026-03-02"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  };
  for (const Words& twice : {Words{"--answer", "sign=yes", "--answer", "Item sign=no"},
                             Words{"--comment", "sign=Dim", "--comment", "sign=Dark"},
                             Words{"--answer", "Receipt no.=1", "--comment", "receipt=2"}}) {
    const Outcome refused = add(twice);
    CHECK(refused.code == exit_usage);
    CHECK(contains(refused.err, "twice"));
  }
  CHECK(visits_of(file).visits.empty());
  CHECK(add({"--answer", "a=b; \"c\"=no", "--comment", "a=b; \"c\"=x = y", "--comment", "Receipt no.=1=2"}).code ==
        exit_done);
  const Visits visits = visits_of(file);
  REQUIRE(visits.visits.size() == 1);
  CHECK(marks_text(visits.visits[0]->marks) == ".0..");
  CHECK(visits.visits[0]->comments == VisitTexts{{"light", "x = y"}});
  CHECK(visits.visits[0]->proofs == VisitTexts{{"receipt", "1=2"}});
}

TEST_CASE("a table of visits is shown with --dry-run, taken without, and once only") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string file = without_visits(folder);
    const std::string table = folder.file("visits.csv");
    put_bytes(table, "\xEF\xBB\xBFplace;date;sign;light;greeting;taste\r\nNorth;02.03.2026;да;да;да;5\r\n");
    const std::string before = samples::bytes_of(file);
    const Outcome shown = run({"visits", "import", file, table, "--dry-run"}, language);
    CHECK(shown.code == exit_done);
    CHECK(contains(shown.out, "2026-03-02"));
    CHECK(samples::bytes_of(file) == before);
    CHECK(run({"visits", "import", file, table}, language).code == exit_done);
    CHECK(visits_of(file).visits.size() == 1);
    const Outcome again = run({"visits", "import", file, table}, language);
    CHECK(again.code == exit_done);
    CHECK(contains(again.err, Catalog::of(language).text("cli.visits_doubled", {{"count", "1"}})));
    CHECK(visits_of(file).visits.size() == 1);
  }
}

TEST_CASE("a table with a wrong line is refused with the line, and nothing is taken") {
  const TemporaryFolder folder;
  const std::string file = without_visits(folder);
  const std::string table = folder.file("visits.csv");
  put_bytes(table, "place,date,item,answer\nNorth,2026-03-02,sign,yes\nNorth,2026-03-02,taste,9\n");
  const Outcome refused = run({"visits", "import", file, table});
  CHECK(refused.code == exit_failed);
  CHECK(contains(refused.err, "Line 3:"));
  CHECK(visits_of(file).visits.empty());
  CHECK(run({"visits", "import", file, folder.file("missing.csv")}).code == exit_failed);
}

TEST_CASE("bytes that cannot be read are told, and so are the lines of visits that are left out") {
  const TemporaryFolder folder;
  const std::string file = without_visits(folder);
  const std::string table = folder.file("visits.csv");
  const Catalog& words = Catalog::of(Language::en);
  const std::string text = "place,date,sign,comment\nСеверная улица,2026-03-02,yes,a\nSouth,2026-03-02,yes,\xFF\n";
  put_bytes(table, text);
  const size_t unreadable = decode_text(text).unreadable;
  REQUIRE(unreadable > 0);
  CHECK(contains(run({"visits", "import", file, table}).err, words.count("import.unreadable", unreadable)));
  CHECK(contains(run({"visits", "import", file, table}).err, "Line 3: 2026-03-02  South"));
}

TEST_CASE("a file that can have no visits is told as one, not as a table for another section") {
  const TemporaryFolder folder;
  const std::string file = without_visits(folder);
  const Outcome refused = run({"visits", "import", file, file});
  CHECK(refused.code == exit_failed);
  CHECK(contains(refused.err, Catalog::of(Language::en).error({ErrorCode::not_visits, file, 0, 0, {}, {}})));
}

TEST_CASE("visits are listed with score and verdict, or as CSV") {
  const TemporaryFolder folder;
  const std::string file = with_visits(folder);
  const Outcome listed = run({"visits", "list", file});
  CHECK(listed.code == exit_done);
  CHECK(contains(listed.out, "2026-03-02 10:30  North  Anna  83.3\u00A0%  not passed\n"));
  CHECK(contains(listed.out, "draft"));
  const Outcome csv = run({"visits", "list", file, "--csv"});
  CHECK(csv.out.starts_with("\xEF\xBB\xBF"));
  CHECK(contains(csv.out, "Receipt no."));
  const TemporaryFolder other;
  CHECK(run({"visits", "list", without_visits(other)}).code == exit_failed);
}

TEST_CASE("results are written as CSV and JSON, by what is asked for") {
  const TemporaryFolder folder;
  const std::string file = with_visits(folder);
  const Outcome csv = run({"results", file, "--to", "csv"}, Language::ru);
  CHECK(csv.code == exit_done);
  CHECK(contains(csv.out, "North;2;87,7;"));
  const Outcome json = run({"results", file, "--to", "json", "--by", "item", "--since", "2026-04-01"});
  CHECK(json.code == exit_done);
  const auto read = nlohmann::json::parse(json.out);
  CHECK(read["visits"].size() == 2);
  CHECK(read["drafts"] == 1);
  CHECK(read["by"] == "item");
  CHECK(read["rows"][0]["id"] == "sign");
  CHECK(read["rows"][0]["score"] == 0.0);
  CHECK(read["rows"][0]["comments"][0]["text"] == "Still dark");
  CHECK(read["trend"].is_null());
  const auto above = nlohmann::json::parse(run({"results", file, "--to", "json", "--points", "above-least"}).out);
  CHECK(above["rule"] == "above_least");
  CHECK(above["total"]["score"] < read["total"]["score"].get<double>() + 1);
}

TEST_CASE("results are a report as Markdown and PDF, of the check list that is named") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string file = with_visits(folder);
    const std::string pdf = folder.file("report.pdf");
    CHECK(run({"results", file, "--to", "pdf", "--checklist", "hall", "-o", pdf}, language).code == exit_done);
    CHECK(samples::bytes_of(pdf).starts_with("%PDF"));
    CHECK(run({"results", file, "--to", "pdf", "-o", pdf}, language).code == exit_failed);  // it exists
    const Outcome markdown = run({"results", file, "--to", "md", "-o", "-"}, language);
    CHECK(markdown.code == exit_done);
    CHECK(contains(markdown.out, "Hall"));
  }
}

TEST_CASE("a report begins with what it is asked for, and a target is counted and drawn") {
  const TemporaryFolder folder;
  const std::string file = with_visits(folder);
  const Catalog& words = Catalog::of(Language::en);
  const std::string by_place = run({"results", file, "--to", "md", "-o", "-"}).out;
  const std::string by_month = run({"results", file, "--to", "md", "--by", "month", "-o", "-"}).out;
  const auto place_of = [](const std::string& text, const std::string& heading) { return text.find("## " + heading); };
  const std::string month = words.text("results.by_title.month");
  const std::string place = words.text("results.by_title.place");
  CHECK(place_of(by_place, place) < place_of(by_place, month));
  CHECK(place_of(by_month, month) < place_of(by_month, place));
  CHECK_FALSE(contains(by_place, "target"));
  for (const char* target : {"85", "85.0", "85 %"}) {
    const std::string text = run({"results", file, "--to", "md", "--target", target, "-o", "-"}).out;
    CHECK(contains(text, "1 of 2 places reaches the target of 85\u00A0%."));
  }
  const auto json = nlohmann::json::parse(run({"results", file, "--to", "json", "--target", "82,5"}).out);
  CHECK(json["target"] == 0.825);
  CHECK(json["actions"].empty());
  CHECK(json["changes"]["items"][0]["visits_now"] == 1);
}

TEST_CASE("open actions are in the results, and a target of the visits gives way to one that is asked for") {
  const TemporaryFolder folder;
  IdSource fresh(77);
  VisitAction action;
  action.item = "sign";
  action.text = "Mend the lamp";
  action.due = Date{1999, 6, 1};
  Visits visits = add_action(samples::sound_visits(), action, fresh).visits;
  visits.target = 90;
  const std::string file = workbook_in(folder, samples::workbook_with(visits));
  const auto read = nlohmann::json::parse(run({"results", file, "--to", "json"}).out);
  CHECK(read["target"] == 0.9);
  REQUIRE(read["actions"].size() == 1);
  CHECK(read["actions"][0]["text"] == "Mend the lamp");
  CHECK(read["actions"][0]["due"] == "1999-06-01");
  CHECK(read["actions"][0]["overdue"] == true);
  CHECK(read["actions"][0]["checked"].is_null());
  CHECK(nlohmann::json::parse(run({"results", file, "--to", "json", "--target", "50"}).out)["target"] == 0.5);
  const std::string text = run({"results", file, "--to", "md", "-o", "-"}).out;
  CHECK(contains(text, "Mend the lamp"));
  CHECK(contains(text, "overdue"));
}

TEST_CASE("a place that no visit has is refused with the nearest one, and a filter that takes none says so") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string file = with_visits(folder);
    const Catalog& words = Catalog::of(language);
    for (const char* format : {"csv", "json", "md"}) {
      const Outcome refused = run({"results", file, "--to", format, "--place", "Nort", "-o", "-"}, language);
      CHECK(refused.code == exit_failed);
      CHECK(contains(refused.err, words.text("usage.did_you_mean", {{"name", "North"}})));
    }
    CHECK(run({"results", file, "--to", "csv", "--shopper", "Nobody"}, language).code == exit_failed);
    const Outcome none =
        run({"results", file, "--to", "md", "--since", "2026-05-01", "--until", "2026-04-01", "-o", "-"}, language);
    CHECK(none.code == exit_done);
    const Catalog& of_document = Catalog::of(Language::en);
    CHECK(contains(none.out, of_document.text("results.none_taken")));
    CHECK_FALSE(contains(none.out, of_document.text("results.no_visits")));
  }
}

TEST_CASE("a report of drafts alone is refused with what is to be done") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string file = without_visits(folder);
    REQUIRE(run({"visits", "add", file, "--place", "North", "--date", "2026-03-02"}).code == exit_done);
    for (const char* format : {"md", "pdf"}) {
      const Outcome refused = run({"results", file, "--to", format, "-o", "-"}, language);
      CHECK(refused.code == exit_failed);
      CHECK(contains(refused.err, Catalog::of(language).text("cli.only_drafts")));
    }
  }
}

TEST_CASE("several sections of visits are called so where one is to be named") {
  const TemporaryFolder folder;
  Section hall = samples::make_section("hall", samples::hall_list());
  Visits visits = samples::sound_visits();
  visits.checklist = "hall";
  Section first = samples::make_section("visits", visits);
  IdSource fresh(99);
  Visits more = samples::with_visit({}, samples::hall_list(), {"North", "Anna", {2026, 3, 2}, {}}, "2205", fresh);
  more.checklist = "hall";
  Section second = samples::make_section("later", std::move(more));
  first.role = second.role = visits_role;
  const std::string file =
      workbook_in(folder, samples::make_workbook({samples::make_document_of("control", {hall, first, second})}));
  const Outcome refused = run({"results", file, "--to", "csv"});
  CHECK(refused.code == exit_usage);
  CHECK(contains(refused.err, "several sections of visits"));
  CHECK(contains(refused.err, "later"));
}

TEST_CASE("what results cannot be asked is told") {
  const TemporaryFolder folder;
  const std::string file = with_visits(folder);
  CHECK(run({"results", file}).code == exit_usage);
  CHECK(run({"results", file, "--to", "doc"}).code == exit_usage);
  CHECK(run({"results", file, "--to", "csv", "--by", "day"}).code == exit_usage);
  for (const char* target : {"101", "-1", "high", "82.55", ""}) {
    CAPTURE(target);
    CHECK(run({"results", file, "--to", "csv", "--target", target}).code == exit_usage);
  }
  CHECK(run({"results", file, "--to", "csv", "--since", "yesterday"}).code == exit_usage);
  CHECK(run({"results", file, "--to", "csv", "--points", "half"}).code == exit_usage);
  CHECK(run({"results", file, "--to", "csv", "--checklist", "nowhere"}).code == exit_failed);
}

}  // namespace canvasbook::command_line_visits_test
