// Visits that were filled in elsewhere: tables in both shapes, task lists, what is wrong with them, and CSV out and in.
#include "model/visits_import.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/text/text_encoding.h"
#include "model/visit_answers.h"
#include "model/visits_csv.h"
#include "tests/own_scales.h"
#include "tests/sample_visits.h"

namespace canvasbook::visits_import_test {

namespace {

using samples::hall_list;

VisitsImport read(std::string_view text) { return read_visits(text, {}, hall_list()); }

std::string problem_of(std::string_view text) {
  const VisitsImport import = read(text);
  CHECK(import.visits.empty());
  REQUIRE_FALSE(import.problems.empty());
  const ImportProblem& problem = import.problems.front();
  return std::string(problem_name(problem.kind)) + " " + std::to_string(problem.line);
}

constexpr std::string_view rows_of_answers =
    "visit,place,shopper,date,time,item,answer,comment\n"
    "1,North,Anna,2026-03-02,10:30,Item sign,yes,\n"
    "1,North,Anna,2026-03-02,10:30,light,partly,\"Dim,\nflickers\"\n"
    "1,North,Anna,2026-03-02,10:30,ITEM GREETING,n/a,\n"
    "1,North,Anna,2026-03-02,10:30,taste,4,\n"
    "1,North,Anna,2026-03-02,10:30,Receipt no.,17,\n"
    "2,South,Boris,02.03.2026,,sign,no,\n";

}  // namespace

TEST_CASE("a row an answer: items are known by id or text, answers in words, what is not marked makes a draft") {
  const VisitsImport import = read(rows_of_answers);
  CHECK(import.problems.empty());
  REQUIRE(import.visits.size() == 2);
  const Visit& first = import.visits[0];
  CHECK(first.head == VisitHead{"North", "Anna", {2026, 3, 2}, "10:30"});
  CHECK(marks_text(first.marks) == "21-4");
  CHECK(first.comments == VisitTexts{{"light", "Dim,\nflickers"}});
  CHECK(first.proofs == VisitTexts{{"receipt", "17"}});
  CHECK(first.finished);
  CHECK(marks_text(import.visits[1].marks) == "0...");
  CHECK_FALSE(import.visits[1].finished);
  CHECK(import.unfinished == 1);
  CHECK(import.answers == 5);
}

TEST_CASE("a row a visit: a column an item, with comments behind it, in Russian with semicolons") {
  const VisitsImport import = read(
      "Место;Кто проверял;Дата;Время;Item sign;Комментарий;Item light;Item greeting;Item taste;Receipt no.\r\n"
      "Север;Анна;02.03.2026;9:05;да;Горит;не совсем;н/п;5;17\r\n"
      "Юг;Борис;3 марта 2026;;нет;;;да;;\r\n");
  CHECK(import.problems.empty());
  REQUIRE(import.visits.size() == 2);
  CHECK(import.visits[0].head == VisitHead{"Север", "Анна", {2026, 3, 2}, "09:05"});
  CHECK(marks_text(import.visits[0].marks) == "21-5");
  CHECK(import.visits[0].comments == VisitTexts{{"sign", "Горит"}});
  CHECK(import.visits[0].proofs == VisitTexts{{"receipt", "17"}});
  CHECK(marks_text(import.visits[1].marks) == "0.2.");
}

TEST_CASE("an item has its proof behind it, whether a row is an answer or a visit") {
  const VisitsImport answers = read(
      "place,date,item,answer,comment,proof\n"
      "North,2026-03-02,sign,no,Dark,photo 3\n"
      "North,2026-03-02,Receipt no.,17,,\n");
  REQUIRE(answers.visits.size() == 1);
  CHECK(answers.visits[0].comments == VisitTexts{{"sign", "Dark"}});
  CHECK(answers.visits[0].proofs == VisitTexts{{"receipt", "17"}, {"sign", "photo 3"}});
  const VisitsImport rows = read(
      "Место;Дата;Item sign;Комментарий;Подтверждение;Item light;Подтверждение\n"
      "Север;02.03.2026;нет;Темно;фото 3;да;фото 4\n");
  REQUIRE(rows.visits.size() == 1);
  CHECK(rows.visits[0].comments == VisitTexts{{"sign", "Темно"}});
  CHECK(rows.visits[0].proofs == VisitTexts{{"light", "фото 4"}, {"sign", "фото 3"}});
}

TEST_CASE("a line of the list that is called as the column of proofs is that line") {
  Checklist list = hall_list();
  list.head[0].title = "Proof";
  const VisitsImport import = read_visits("place,date,sign,Proof\nNorth,2026-03-02,yes,17\n", {}, list);
  REQUIRE(import.visits.size() == 1);
  CHECK(import.visits[0].proofs == VisitTexts{{"receipt", "17"}});
}

TEST_CASE("cells may be parted by tabs, a file may begin with a mark or sep=, and be in Windows-1251") {
  CHECK(read("place\tdate\titem\tanswer\nNorth\t2026-03-02\tsign\t1\n").visits.size() == 1);
  CHECK(read("sep=;\nplace;date;item;answer\nNorth;2026-03-02;sign;1\n").visits.size() == 1);
  const DecodedText marked = decode_text("\xEF\xBB\xBFplace,date,item,answer\nNorth,2026-03-02,sign,yes\n");
  CHECK(read(marked.text).visits.size() == 1);
  // Место;Дата;Пункт;Ответ / Север;2026-03-02;sign;да
  const DecodedText russian = decode_text(
      "\xCC\xE5\xF1\xF2\xEE;\xC4\xE0\xF2\xE0;\xCF\xF3\xED\xEA\xF2;\xCE\xF2\xE2\xE5\xF2\n"
      "\xD1\xE5\xE2\xE5\xF0;2026-03-02;sign;\xE4\xE0\n");
  REQUIRE(russian.encoding == TextEncoding::windows_1251);
  const VisitsImport import = read(russian.text);
  REQUIRE(import.visits.size() == 1);
  CHECK(import.visits[0].head.place == "Север");
}

TEST_CASE("any line that is wrong is named, and nothing is taken") {
  const std::string head = "place,date,item,answer\nNorth,2026-03-02,sign,yes\n";
  CHECK(problem_of("") == "no_head 1");
  CHECK(problem_of("place,item,answer\nNorth,sign,yes\n") == "no_head 1");
  CHECK(problem_of(head + "North,,light,yes\n") == "no_date 3");
  CHECK(problem_of(head + "North,31.02.2026,light,yes\n") == "bad_date 3");
  CHECK(problem_of(head + "North,2026-03-02,window,yes\n") == "unknown_item 3");
  CHECK(problem_of(head + "North,2026-03-02,light,perhaps\n") == "bad_answer 3");
  CHECK(problem_of(head + "\n\nNorth,2026-03-02,taste,6\n") == "bad_answer 5");
  CHECK(problem_of(head + "North,2026-03-02,taste,0\n") == "bad_answer 3");
  CHECK(problem_of(head + "North,2026-03-02,sign,no\n") == "answered_twice 3");
  CHECK(problem_of("place,date,time,sign\nNorth,2026-03-02,25:00,yes\n") == "bad_time 2");
  CHECK(problem_of("place,date,sign,window\nNorth,2026-03-02,yes,yes\n") == "unknown_column 1");
  CHECK(problem_of("visit,place,date,item,answer\n1,North,2026-03-02,sign,yes\n1,South,2026-03-02,light,yes\n") ==
        "other_head 3");
  const std::string quoted =
      "place,date,item,answer,comment\nNorth,2026-03-02,sign,yes,\"one\ntwo\"\nNorth,x,light,no,\n";
  CHECK(problem_of(quoted) == "bad_date 4");
}

TEST_CASE("two items that are called alike are told apart by their ids alone") {
  Checklist list = hall_list();
  list.groups[0].items[1].text = "Item sign";
  const std::string head = "place,date,item,answer\n";
  CHECK(read_visits(head + "North,2026-03-02,light,yes\n", {}, list).visits.size() == 1);
  const VisitsImport import = read_visits(head + "North,2026-03-02,Item sign,yes\n", {}, list);
  REQUIRE(import.problems.size() == 1);
  CHECK(import.problems[0].kind == ImportProblemKind::ambiguous_item);
}

TEST_CASE("a problem is worded with its line, in both languages, with the answers that there are") {
  const VisitsImport import = read("place,date,item,answer\nNorth,2026-03-02,light,perhaps\n");
  REQUIRE(import.problems.size() == 1);
  CHECK(problem_words(import.problems[0], Catalog::of(Language::en)) ==
        "Line 2: the item “Item light” has no mark “perhaps”; there are: yes, partly, no, n/a.");
  CHECK(problem_words(import.problems[0], Catalog::of(Language::ru)).starts_with("Строка 2:"));
}

TEST_CASE("the same visit twice is said, not doubled") {
  IdSource fresh(3);
  const VisitsImport import = read(rows_of_answers);
  const Visits visits = take_visits({}, hall_list(), "Hall", import, fresh);
  CHECK(visits.visits.size() == 2);
  const VisitsImport again = read_visits(rows_of_answers, visits, hall_list());
  CHECK(again.is_good());
  CHECK(again.visits.empty());
  CHECK(again.doubled.size() == 2);
  CHECK(take_visits(visits, hall_list(), "Hall", again, fresh) == visits);
  const VisitsImport twice = read("place,date,sign\nNorth,2026-03-02,yes\nNorth,2026-03-02,yes\n");
  CHECK(twice.visits.size() == 1);
}

TEST_CASE("answers are read in words of both languages, as numbers and as signs, on the scale of their item") {
  for (const char* yes : {"да", "Да", "yes", "Y", "1", "+", "x", "✓", "100 %"}) {
    CAPTURE(yes);
    CHECK(read_answer(Scale::yes_no, yes) == mark_yes);
  }
  for (const char* partly : {"не совсем", "partly", "P", "0,5", "0.5", "частично"}) {
    CAPTURE(partly);
    CHECK(read_answer(Scale::yes_no_partly, partly) == mark_partly);
    CHECK_FALSE(read_answer(Scale::yes_no, partly).has_value());
  }
  for (const char* none : {"н/п", "n/a", "N/A", "-", "—"})
    CHECK(read_answer(Scale::points_7, none) == mark_not_applicable);
  CHECK(read_answer(Scale::points_10, "10") == 10);
  CHECK(read_answer(Scale::points_5, "4,0") == 4);
  CHECK_FALSE(read_answer(Scale::points_5, "4.5").has_value());
  CHECK_FALSE(read_answer(Scale::points_5, "-1").has_value());
  CHECK_FALSE(read_answer(Scale::points_5, "да").has_value());
  CHECK(read_answer(Scale::yes_no, "  ") == not_marked);
  for (const Language language : {Language::ru, Language::en}) {
    for (const Scale scale :
         {Scale::yes_no, Scale::yes_no_partly, Scale::points_5, Scale::points_7, Scale::points_10}) {
      for (const int mark : marks_of(scale)) {
        CHECK(read_answer(scale, mark_words(scale, mark, Catalog::of(language))) == mark);
      }
    }
  }
}

namespace {

// `taste` is marked on a scale of the list.
Checklist own_list() {
  Checklist list = hall_list();
  list.scales.push_back(samples::impression());
  list.groups[1].items[1].own_scale = "impression";
  return list;
}

}  // namespace

TEST_CASE("on an own scale an answer is the words of a level or the points that only one gives") {
  OwnScale own = samples::own_scale("s", "S", {{"Отлично", 100}, {"н/д", 50}, {"5", 50}, {"Плохо", 0}});
  const ItemScale scale(own);
  CHECK(read_answer(scale, " отлично ") == 0);
  CHECK(read_answer(scale, "100 %") == 0);
  CHECK(read_answer(scale, "100,0") == 0);
  CHECK(read_answer(scale, "н/д") == 1);  // words of the scale come first
  CHECK(read_answer(scale, "5") == 2);
  CHECK(read_answer(scale, "0") == 3);
  CHECK_FALSE(read_answer(scale, "50").has_value());  // two levels give them
  CHECK_FALSE(read_answer(scale, "да").has_value());
  CHECK_FALSE(read_answer(scale, "70").has_value());
  CHECK(read_answer(scale, "n/a") == mark_not_applicable);
  CHECK(read_answer(scale, "") == not_marked);
  CHECK(offered_answers(scale, Catalog::of(Language::en)) == "Отлично, н/д, 5, Плохо, n/a");
}

TEST_CASE("answers on an own scale come in from tables and task lists, and one outside it is named by line") {
  const std::string head = "place,date,item,answer\n";
  const VisitsImport import = read_visits(head + "North,2026-03-02,taste,OKAY\n", {}, own_list());
  REQUIRE(import.visits.size() == 1);
  CHECK(marks_text(import.visits[0].marks) == "...1");
  const VisitsImport wrong =
      read_visits(head + "North,2026-03-02,sign,yes\nNorth,2026-03-02,taste,Fine\n", {}, own_list());
  REQUIRE(wrong.problems.size() == 1);
  CHECK(problem_words(wrong.problems[0], Catalog::of(Language::en)) ==
        "Line 3: the item “Item taste” has no mark “Fine”; there are: Great, Okay, Poor, n/a.");
  const VisitsImport ticked =
      read_visits("- Date: 2026-03-02\n- [x] Item sign\n- [poor] Item taste\n- [ ] Item light\n", {}, own_list());
  REQUIRE(ticked.visits.size() == 1);
  CHECK(marks_text(ticked.visits[0].marks) == "20.2");
  const VisitsImport crossed = read_visits("- Date: 2026-03-02\n- [x] Item taste\n", {}, own_list());
  REQUIRE(crossed.problems.size() == 1);
  CHECK(crossed.problems[0].line == 2);
}

TEST_CASE("visits on an own scale are written as CSV in its words and read back") {
  IdSource fresh(4);
  const Visits visits = samples::with_visit({}, own_list(), {"North", "Anna", {2026, 3, 2}, "10:30"}, "2202", fresh);
  const std::string csv = visits_csv(visits, Catalog::of(Language::en));
  CHECK(csv.find("Item taste,Poor,") != std::string::npos);
  const VisitsImport import = read_visits(decode_text(csv).text, {}, own_list());
  REQUIRE(import.visits.size() == 1);
  CHECK(import.visits[0].marks == visits.visits[0]->marks);
}

TEST_CASE("a filled-in task list is one visit: boxes, points, comments below items, the head above") {
  const VisitsImport import = read(
      "# Hall\n\n- Place: North\n- Checked by: Anna\n- Date: 2026-03-02\n- Receipt no.: 17 <!-- receipt -->\n\n"
      "## 1. Door\n\n- [x] 1.1 **Item sign** (weight 3): lit <!-- sign -->\n- [ ] 1.2 **Item light**\n"
      "  > Dim in the\n  > corner\n\n## 2. Bar\n\n- [~] 2.1 Item greeting: within 30 seconds\n- [4] 2.2 **Item "
      "taste**\n\n"
      "- [ ] Check passed\n- [x] Not passed\n");
  CHECK(import.problems.empty());
  REQUIRE(import.visits.size() == 1);
  const Visit& visit = import.visits[0];
  CHECK(visit.head == VisitHead{"North", "Anna", {2026, 3, 2}, ""});
  CHECK(marks_text(visit.marks) == "2014");
  CHECK(visit.comments == VisitTexts{{"light", "Dim in the\ncorner"}});
  CHECK(visit.proofs == VisitTexts{{"receipt", "17"}});
  CHECK(visit.finished);
}

TEST_CASE("a task list without a tick, a date or a known item is refused by line") {
  CHECK(problem_of("- Date: 2026-03-02\n- [ ] Item sign\n") == "nothing_filled 1");
  CHECK(problem_of("- [x] Item sign\n") == "no_date 1");
  CHECK(problem_of("- Date: 2026-03-02\n- [x] Item sign\n- [x] Window\n") == "unknown_item 3");
  CHECK(problem_of("- Date: 2026-03-02\n- [9] Item taste\n") == "bad_answer 2");
}

TEST_CASE("visits written as CSV are read as the same visits, in both languages") {
  Visits visits = samples::sound_visits();
  Visit guarded = *visits.visits[0];
  guarded.comments["sign"] = "=1+1; \"quoted\"\nline";
  guarded.proofs = {{"receipt", "No. 16"}, {"light", "photo 3; 4"}, {"taste", "=2"}};
  visits.visits[0] = guarded;
  for (const Language language : {Language::ru, Language::en}) {
    const std::string csv = visits_csv(visits, Catalog::of(language));
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    CHECK(csv.find("'=1+1") != std::string::npos);
    CHECK(read_visits(decode_text(csv).text, visits, hall_list()).doubled.size() == visits.visits.size());
    const VisitsImport import = read(decode_text(csv).text);
    REQUIRE(import.visits.size() == visits.visits.size());
    for (size_t i = 0; i < import.visits.size(); ++i) {
      CHECK(import.visits[i].head == visits.visits[i]->head);
      CHECK(import.visits[i].marks == visits.visits[i]->marks);
      CHECK(import.visits[i].comments == visits.visits[i]->comments);
      CHECK(import.visits[i].proofs == visits.visits[i]->proofs);
      CHECK(import.visits[i].finished == visits.visits[i]->finished);
    }
  }
}

TEST_CASE("a cell that a spreadsheet would take for a formula is guarded, and read without the guard") {
  for (const char* text : {"=1+1", "+7 900", "-5", "@name", "'-5", "''=1"}) {
    CHECK(guarded_cell(text) == std::string("'") + text);
    CHECK(plain_cell(guarded_cell(text)) == text);
  }
  CHECK(guarded_cell("plain") == "plain");
  CHECK(plain_cell("'quoted'") == "'quoted'");
}

TEST_CASE("results as CSV have the signs of the language") {
  const Visits visits = samples::sound_visits();
  const VisitResults results = results_of(visits);
  const std::string russian = results_csv(results, ResultsBy::place, Catalog::of(Language::ru));
  CHECK(russian.find("North;2;87,7;83,3;92;") != std::string::npos);
  const std::string english = results_csv(results, ResultsBy::month, Catalog::of(Language::en));
  CHECK(english.find("March 2026,2,87.7,83.3,92,") != std::string::npos);
}

TEST_CASE("100,000 rows are read") {
  std::string text = "visit,place,shopper,date,item,answer,comment\n";
  const std::vector<std::string> items{"sign", "light", "greeting"};
  for (int visit = 0; visit < 25000; ++visit) {
    const std::string head = std::to_string(visit) + ",Place " + std::to_string(visit) + ",Anna,2026-03-02,";
    for (const std::string& item : items) text += head + item + ",yes,\n";
    text += head + "taste,5,Good\n";
  }
  const VisitsImport import = read(text);
  CHECK(import.is_good());
  CHECK(import.visits.size() == 25000);
  CHECK(import.answers == 100000);
  CHECK(import.unfinished == 0);
}

}  // namespace canvasbook::visits_import_test
