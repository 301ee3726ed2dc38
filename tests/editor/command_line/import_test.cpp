// `canvasbook import`: what becomes of a table, what is shown before, and what is asked for where it is not clear.
#include <doctest/doctest.h>

#include <algorithm>

#include "model/base/catalog.h"
#include "model/file/workbook_file.h"
#include "tests/samples.h"
#include "tests/terminal.h"

namespace canvasbook::command_line_import_test {

namespace {

using samples::bytes_of;
using samples::put_bytes;
using samples::TemporaryFolder;
using terminal::contains;
using terminal::Outcome;
using terminal::run;
using Words = std::vector<std::string>;

constexpr Language languages[] = {Language::ru, Language::en};

// A book with two sections of answers, of which two others share a title, and one of STOP phrases.
std::string book_in(const TemporaryFolder& folder) {
  Section objections = samples::make_section("objections", Responses{});
  objections.title = "Возражения";
  Section questions = samples::make_section("questions", Responses{});
  questions.title = "Вопросы";
  Section again = samples::make_section("again", Responses{});
  again.title = "Вопросы";
  Section stop_list = samples::make_section("stop_list", Replacements{});
  stop_list.title = "Стоп-лист";
  Section text = samples::make_section("text", Prose{"Text"});
  text.title = "Цель";
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(samples::make_workbook(
                            {samples::make_document_of("doc", {objections, questions, again, stop_list, text})}),
                        file)
              .has_value());
  return file;
}

std::string table_in(const TemporaryFolder& folder, std::string_view bytes, const std::string& name = "table.csv") {
  put_bytes(folder.file(name), bytes);
  return folder.file(name);
}

constexpr std::string_view objections_csv =
    "№;Возражение;Ответ 1;Ответ 2;Комментарий\n1;Дорого;Зато надолго;Сравним?;Часто\n2;Подумаю;О чём?;;\n";

Workbook read(const std::string& file) {
  auto workbook = load_workbook(file);
  REQUIRE(workbook.has_value());
  return *workbook;
}

const std::vector<Response>& responses_of(const Workbook& workbook, std::string_view section) {
  const Section* found = find_section(workbook, section);
  REQUIRE(found != nullptr);
  return std::get<Responses>(found->content).responses;
}

}  // namespace

TEST_CASE("a table goes into the section that is named by its id or its title, and it is said what came") {
  for (const Language language : languages) {
    for (const char* section : {"objections", "возражения"}) {
      const TemporaryFolder folder;
      const std::string book = book_in(folder);
      const std::string table = table_in(folder, objections_csv);
      const Outcome outcome = run({"import", table, "--into", book, "--section", section}, language);
      CHECK(outcome.code == exit_done);
      CHECK(outcome.out == "");
      CHECK(contains(outcome.err, "Возражения"));
      const Catalog& words = Catalog::of(language);
      CHECK(contains(outcome.err, words.count("import.answers", 3)));
      const Workbook after = read(book);
      const std::string title = words.text("quote", {{"text", after.documents[0]->sections[1]->title}});
      CHECK(contains(outcome.err, words.count("import.left_over_done", 1, {{"section", title}})));
      const auto& cues = responses_of(after, "objections");
      REQUIRE(cues.size() == 2);
      CHECK(cues[0].cue == "Дорого");
      REQUIRE(cues[0].answers.size() == 2);
      CHECK(cues[0].answers[1].text == "Сравним?");
      CHECK(after.modified == Date{2026, 11, 21});
      const auto& sections = after.documents[0]->sections;
      REQUIRE(sections.size() == 6);
      CHECK(contains(std::get<Prose>(sections[1]->content).text, "| Дорого | Часто |"));
      CHECK(bytes_of(table) == objections_csv);
    }
  }
}

TEST_CASE("--dry-run shows what would become what and changes nothing") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string book = book_in(folder);
    const std::string before = bytes_of(book);
    const Outcome outcome = run(
        {"import", table_in(folder, objections_csv), "--into", book, "--section", "objections", "--dry-run"}, language);
    CHECK(outcome.code == exit_done);
    CHECK(outcome.err == "");
    const Catalog& words = Catalog::of(language);
    CHECK(contains(outcome.out, "  1. №: " + words.text("import.counts") + "\n"));
    CHECK(contains(outcome.out, "  2. Возражение: " + words.text("import.field.cue") + "\n"));
    CHECK(contains(outcome.out, "  3. Ответ 1: " + words.text("import.field.answer") + "\n"));
    CHECK(contains(outcome.out, "  5. Комментарий: " + words.text("import.field.nothing") + " ("));
    CHECK(contains(outcome.out, "  Дорого\n    - Зато надолго\n    - Сравним?\n  Подумаю\n"));
    CHECK(contains(outcome.out, words.text("import.head", {{"number", "1"}})));
    CHECK(bytes_of(book) == before);
  }
}

TEST_CASE("STOP phrases find the only section for them, a file in Windows-1251 is read and told") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  // Фраза;Замена / Нет;Да
  const std::string table =
      table_in(folder, "\xD4\xF0\xE0\xE7\xE0;\xC7\xE0\xEC\xE5\xED\xE0\r\n\xCD\xE5\xF2;\xC4\xE0\r\n");
  const Outcome outcome = run({"import", table, "--into", book}, Language::ru);
  CHECK(outcome.code == exit_done);
  CHECK(contains(outcome.err, Catalog::of(Language::ru).text("import.windows_1251")));
  const Workbook after = read(book);
  const auto& phrases = std::get<Replacements>(find_section(after, "stop_list")->content).replacements;
  REQUIRE(phrases.size() == 1);
  CHECK(phrases[0].phrase == "Нет");
  CHECK(phrases[0].replacement == "Да");
}

TEST_CASE("--columns says what the columns are, and all rows come in where --head does not say otherwise") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string table = table_in(folder, "x;Раз;Дорого;лишнее\ny;Два;Подумаю;\n");
  const std::string target = folder.file("out.canvasbook");
  const Words arguments{"import",     table,       "--into",       book, "--section",
                        "objections", "--columns", "-,answer,cue", "-o", target};
  CHECK(run(arguments).code == exit_done);
  const Workbook after = read(target);
  const auto& cues = responses_of(after, "objections");
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].cue == "Дорого");
  CHECK(cues[0].answers[0].text == "Раз");
  CHECK(contains(std::get<Prose>(after.documents[0]->sections[1]->content).text, "| Дорого | x | лишнее |"));
  CHECK(responses_of(read(book), "objections").empty());
  CHECK(run(arguments).code == exit_failed);  // it is there already
  Words with_head = arguments;
  with_head.insert(with_head.end(), {"--head", "yes", "--force"});
  CHECK(run(with_head).code == exit_done);
  CHECK(responses_of(read(target), "objections").size() == 1);
}

TEST_CASE("lines of a cell are answers, unless --keep-lines is given") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string table = table_in(folder, "Objection;Answers\nOne;\"a\nb\"\n");
  CHECK(run({"import", table, "--into", book, "--section", "objections"}).code == exit_done);
  CHECK(responses_of(read(book), "objections")[0].answers.size() == 2);
  CHECK(run({"import", table, "--into", book, "--section", "again", "--keep-lines"}).code == exit_done);
  CHECK(responses_of(read(book), "again")[0].answers.size() == 1);
}

TEST_CASE("a new section is made at the end, and - as output is the workbook on standard output") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string before = bytes_of(book);
  const std::string table = table_in(folder, objections_csv, "table.md");
  const Outcome outcome = run({"import", table, "--into", book, "--new-section", "Из таблицы", "-o", "-"});
  CHECK(outcome.code == exit_done);
  const auto after = read_workbook(outcome.out);
  REQUIRE(after.has_value());
  const auto& sections = after->documents[0]->sections;
  REQUIRE(sections.size() == 7);
  CHECK(sections[5]->title == "Из таблицы");
  CHECK(std::get<Responses>(sections[5]->content).responses.size() == 2);
  CHECK(bytes_of(book) == before);
}

TEST_CASE("what is not clear is exit code 2 and a sentence that says how to say it, and nothing changes") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string before = bytes_of(book);
  const std::string table = table_in(folder, objections_csv);
  const std::string unclear = table_in(folder, "One;Two\nThree;Four\n", "unclear.csv");
  const struct {
    Words arguments;
    const char* told;
  } cases[] = {
      {{table}, "--into"},
      {{table, "--into", book}, "questions (Вопросы)"},
      {{table, "--into", book, "--section", "Вопросы"}, "again (Вопросы)"},
      {{table, "--into", book, "--section", "Цель"}, "--new-section"},
      {{table, "--into", book, "--section", "objections", "--new-section", "x"}, "--new-section"},
      {{unclear, "--into", book, "--section", "objections"}, "--columns"},
      {{unclear, "--into", book, "--section", "objections", "--columns", "cue,word"}, "word"},
      {{unclear, "--into", book, "--section", "objections", "--columns", "cue,answer,answer"}, "(2)"},
      {{unclear, "--into", book, "--section", "objections", "--columns", "phrase"}, "cue"},
      {{unclear, "--into", book, "--section", "objections", "--columns", "answer,answer"}, "cue"},
      {{unclear, "--into", book, "--section", "objections", "--head", "maybe"}, "--head"},
  };
  for (const Language language : languages) {
    for (const auto& one : cases) {
      Words arguments{"import"};
      arguments.insert(arguments.end(), one.arguments.begin(), one.arguments.end());
      const Outcome outcome = run(arguments, language);
      CAPTURE(outcome.err);
      CHECK(outcome.code == exit_usage);
      CHECK(outcome.out == "");
      CHECK(contains(outcome.err, one.told));
      CHECK(std::ranges::count(outcome.err, '\n') == 1);
      CHECK(bytes_of(book) == before);
    }
  }
  CHECK(run({"import", unclear, "--into", book, "--section", "objections", "--dry-run"}).code == exit_done);
}

TEST_CASE("a file without a table, a section that is not there and what is no workbook are exit code 1") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string before = bytes_of(book);
  const std::string table = table_in(folder, objections_csv);
  const std::string sheet = table_in(folder, "PK\x03\x04....xl/workbook.xml", "table.xlsx");
  for (const Language language : languages) {
    const Outcome none = run({"import", sheet, "--into", book, "--section", "objections"}, language);
    CHECK(none.code == exit_failed);
    CHECK(none.err == Catalog::of(language).error({ErrorCode::not_a_table, sheet, 0, 0, {}, {}}) + "\n");
    const Outcome mistyped = run({"import", table, "--into", book, "--section", "objection"}, language);
    CHECK(mistyped.code == exit_failed);
    CHECK(contains(mistyped.err, "objections"));
    CHECK(run({"import", table, "--into", table, "--section", "objections"}, language).code == exit_failed);
    CHECK(run({"import", folder.file("gone.csv"), "--into", book}, language).code == exit_failed);
  }
  CHECK(bytes_of(book) == before);
}

TEST_CASE("--dry-run says which cues are there already, and the import adds their new answers") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string book = book_in(folder);
    const std::string first = table_in(folder, objections_csv);
    CHECK(run({"import", first, "--into", book, "--section", "objections"}, language).code == exit_done);
    const std::string more =
        table_in(folder, "Возражение;Как ещё говорят;Ответ\nДОРОГО!;недёшево;Зато тихо\n", "more.csv");
    const Catalog& words = Catalog::of(language);
    const Outcome shown = run({"import", more, "--into", book, "--section", "objections", "--dry-run"}, language);
    CHECK(contains(shown.out, words.count("import.known_cues", 1)));
    CHECK(contains(shown.out, ": " + words.text("import.field.synonyms") + "\n"));
    CHECK(contains(shown.out, "(недёшево)"));
    const Outcome done = run({"import", more, "--into", book, "--section", "objections"}, language);
    CHECK(done.code == exit_done);
    CHECK(contains(done.err, words.count("import.known_cues_done", 1)));
    const Workbook after = read(book);
    const auto& cues = responses_of(after, "objections");
    REQUIRE(cues.size() == 2);
    REQUIRE(cues[0].answers.size() == 3);
    CHECK(cues[0].answers[2].text == "Зато тихо");
    CHECK(cues[0].synonyms == "недёшево");
  }
}

TEST_CASE("--columns names other words for the cue") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string table = table_in(folder, "Дорого;недёшево\nПодумаю;потом\n");
  CHECK(run({"import", table, "--into", book, "--section", "objections", "--columns", "cue,synonyms"}).code ==
        exit_done);
  const Workbook after = read(book);
  CHECK(responses_of(after, "objections").front().synonyms == "недёшево");
}

TEST_CASE("what was read otherwise than it is written is said, before and with the import, and where it is refused") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string table =
      table_in(folder, "Возражение;Ответ\n\"Дорого\" — говорит клиент;Объясняем\nНет времени\xFF;Пять минут\n");
  const std::string koi8 = table_in(folder, "\xEB\xCC\xC9\xC5\xCE\xD4;\xEF\xD4\xD7\xC5\xD4\n", "koi8.csv");
  for (const Language language : languages) {
    const Catalog& catalog = Catalog::of(language);
    const std::string quotes = catalog.count("import.stray_quotes", 1) + "\n";
    const std::string lost = catalog.count("import.unreadable", 1) + "\n";
    const Outcome shown = run({"import", table, "--into", book, "--section", "objections", "--dry-run"}, language);
    CHECK(contains(shown.out, quotes));
    CHECK(contains(shown.out, lost));
    const std::string output = folder.file(language == Language::ru ? "ru.canvasbook" : "en.canvasbook");
    const Outcome done = run({"import", table, "--into", book, "--section", "objections", "-o", output}, language);
    CHECK(done.code == exit_done);
    CHECK(contains(done.err, quotes));
    CHECK(contains(done.err, lost));
    const Workbook imported = read(output);
    REQUIRE(responses_of(imported, "objections").size() == 2);
    CHECK(responses_of(imported, "objections")[0].cue == "\"Дорого\" — говорит клиент");
    CHECK(responses_of(imported, "objections")[0].answers.front().text == "Объясняем");
    const Outcome refused = run({"import", koi8, "--into", book, "--section", "objections"}, language);
    CHECK(refused.code == exit_usage);
    CHECK(contains(refused.err, catalog.text("import.windows_1251")));
  }
}

TEST_CASE("a check list goes into a new section, and lines that cannot be read are named and nothing is written") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string book = book_in(folder);
    const std::string before = bytes_of(book);
    const std::string bad = table_in(folder, "Section,Item,Type\nHall,Floor,yesno\n\nHall,Light,often\n", "bad.csv");
    const Outcome refused = run({"import", bad, "--into", book, "--new-section", "Hall"}, language);
    CHECK(refused.code == exit_failed);
    CHECK(contains(refused.err, " 4: "));
    CHECK(contains(refused.err, "often"));
    CHECK(bytes_of(book) == before);
    CHECK(run({"import", bad, "--into", book, "--new-section", "Hall", "--dry-run"}, language).code == exit_failed);
    const std::string good = table_in(folder, "Section,Item,Type\nHall,Floor,yesno\nHall,Light,1-5\n", "good.csv");
    const Outcome done = run({"import", good, "--into", book, "--new-section", "Hall"}, language);
    CHECK(done.code == exit_done);
    const Workbook workbook = read(book);
    const auto& list = std::get<Checklist>(workbook.documents[0]->sections.back()->content);
    REQUIRE(list.groups.size() == 1);
    CHECK(list.groups[0].items.at(1).scale == Scale::points_5);
  }
}

TEST_CASE("a table of nothing but the names of its columns is refused and changes nothing") {
  const TemporaryFolder folder;
  const std::string book = book_in(folder);
  const std::string before = bytes_of(book);
  const std::string table = table_in(folder, "Возражение;Ответ\n");
  for (const Language language : languages) {
    const Words into_section{"import", table, "--into", book, "--section", "objections"};
    const Words into_new{"import", table, "--into", book, "--new-section", "X"};
    for (const Words& words : {into_section, into_new}) {
      const Outcome refused = run(words, language);
      CHECK(refused.code == exit_failed);
      CHECK(contains(refused.err, Catalog::of(language).text("cli.table_without_rows", {{"file", table}})));
    }
  }
  CHECK(bytes_of(book) == before);
}

}  // namespace canvasbook::command_line_import_test
