#include "model/table_import.h"

#include <doctest/doctest.h>

#include <set>

#include "model/text/markdown_reader.h"
#include "tests/samples.h"

namespace canvasbook::table_import_test {

namespace {

using Texts = std::vector<std::string>;
using Fields = std::vector<ImportField>;
constexpr auto nothing = ImportField::nothing;
constexpr auto cue = ImportField::cue;
constexpr auto answer = ImportField::answer;
constexpr auto phrase = ImportField::phrase;
constexpr auto replacement = ImportField::replacement;
constexpr auto reason = ImportField::reason;
constexpr auto hears = ImportField::hears;

ImportedItems imported(const CellRows& rows, const TableMapping& mapping, std::string_view around = {}) {
  IdSource ids(7);
  return items_of_table(rows, mapping, around, ids);
}

ImportedItems imported(const CellRows& rows) { return imported(rows, recognise_columns(rows)); }

// Each cue with its answers.
std::vector<Texts> cues_of(const ImportedItems& items) {
  std::vector<Texts> all;
  for (const Response& response : std::get<Responses>(items.content).responses) {
    all.push_back({response.cue});
    for (const Answer& one : response.answers) all.back().push_back(one.text);
  }
  return all;
}

std::vector<Texts> phrases_of(const ImportedItems& items) {
  std::vector<Texts> all;
  for (const Replacement& one : std::get<Replacements>(items.content).replacements) {
    all.push_back({one.phrase, one.replacement, one.reason});
  }
  return all;
}

const CellRows objections{{"№", "Возражение", "Ответ 1", "Ответ 2", "Комментарий"},
                          {"1", "Дорого", "Зато надолго", "Сравним?", "Часто"},
                          {"2", "Подумаю", "О чём?", "", ""},
                          {"3", "Есть поставщик", "Кто?", "", "Два | раза\nв день"}};

}  // namespace

TEST_CASE("columns are recognised by their heads; what counts the rows goes, what has no place is kept") {
  const TableMapping mapping = recognise_columns(objections);
  CHECK(mapping.kind == ImportKind::responses);
  CHECK(mapping.head == std::optional<size_t>(0));
  CHECK(mapping.columns == Fields{nothing, cue, answer, answer, nothing});
  CHECK(mapping.is_sure);
  CHECK(counting_columns(objections, mapping) == std::vector<bool>{true, false, false, false, false});
  CHECK(count_left_over(objections, mapping) == std::vector<size_t>{0, 0, 0, 0, 2});
  const ImportedItems items = imported(objections, mapping);
  CHECK(cues_of(items) ==
        std::vector<Texts>{{"Дорого", "Зато надолго", "Сравним?"}, {"Подумаю", "О чём?"}, {"Есть поставщик", "Кто?"}});
  CHECK(items.items == 3);
  CHECK(items.answers == 4);
  CHECK(std::get<Responses>(items.content).cue_title == "Возражение");
  CHECK(items.left_texts == 2);
  CHECK(items.left_over ==
        "| Возражение | Комментарий |\n| --- | --- |\n| Дорого | Часто |\n"
        "| Есть поставщик | Два \\| раза<br>в день |");
  const auto blocks = read_markdown(items.left_over);
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].kind == RichBlock::Kind::table);
}

TEST_CASE("a dash alone in a cell says that there is nothing") {
  const CellRows rows{{"Фраза", "Замена", "Почему"}, {"Не знаю", "-", "Грубо"}, {"Нет", "Давайте - так", "–"}};
  const ImportedItems items = imported(rows, recognise_columns(rows));
  const auto& phrases = std::get<Replacements>(items.content).replacements;
  REQUIRE(phrases.size() == 2);
  CHECK(phrases[0].replacement.empty());
  CHECK(phrases[0].reason == "Грубо");
  CHECK(phrases[1].replacement == "Давайте - так");
  CHECK(phrases[1].reason.empty());
}

TEST_CASE("the kind of a table is recognised, in both languages") {
  for (const CellRows& rows : {CellRows{{"СТОП-фраза", "Как сказать", "Почему"}, {"Нет", "Давайте", "Грубо"}},
                               CellRows{{"Phrase", "Say instead", "Why"}, {"Нет", "Давайте", "Грубо"}}}) {
    const TableMapping mapping = recognise_columns(rows);
    CHECK(mapping.kind == ImportKind::replacements);
    CHECK(mapping.columns == Fields{phrase, replacement, reason});
    CHECK(mapping.is_sure);
    CHECK(phrases_of(imported(rows)) == std::vector<Texts>{{"Нет", "Давайте", "Грубо"}});
  }
  CHECK(recognise_columns({{"Objection", "Reply"}, {"a", "b"}}).kind == ImportKind::responses);
  CHECK(recognise_columns({{"Фраза", "Замена"}, {"a", "b"}}).kind == ImportKind::replacements);
}

TEST_CASE("what the client hears comes in where a head says so, never by the order of the columns") {
  const CellRows rows{{"СТОП-фраза", "Клиент слышит", "Замена"}, {"Нет", "Уходите", "Давайте"}, {"", "Совсем", ""}};
  const TableMapping mapping = recognise_columns(rows);
  CHECK(mapping.kind == ImportKind::replacements);
  CHECK(mapping.columns == Fields{phrase, hears, replacement});
  CHECK(mapping.is_sure);
  const ImportedItems items = imported(rows, mapping);
  const auto& phrases = std::get<Replacements>(items.content).replacements;
  REQUIRE(phrases.size() == 1);
  CHECK(phrases[0].hears == "Уходите\nСовсем");
  const CellRows bare{{"Нет", "Давайте", "Грубо", "Заметка"}};
  CHECK(recognise_columns(bare, ImportKind::replacements).columns == Fields{phrase, replacement, reason, nothing});
}

TEST_CASE("columns may stand in any order") {
  const CellRows rows{{"Ответ", "Возражение"}, {"Зато надолго", "Дорого"}};
  CHECK(cues_of(imported(rows)) == std::vector<Texts>{{"Дорого", "Зато надолго"}});
}

TEST_CASE("without heads the order of the columns decides, all rows come in, and it is not sure") {
  const CellRows rows{{"Дорого", "Раз", "Два"}, {"Подумаю", "Три", ""}};
  const TableMapping mapping = recognise_columns(rows);
  CHECK_FALSE(mapping.head.has_value());
  CHECK_FALSE(mapping.is_sure);
  CHECK(mapping.columns == Fields{cue, answer, answer});
  CHECK(cues_of(imported(rows)) == std::vector<Texts>{{"Дорого", "Раз", "Два"}, {"Подумаю", "Три"}});
  CHECK(recognise_columns(rows, ImportKind::replacements).columns == Fields{phrase, replacement, reason});
}

TEST_CASE("a head may stand below a title, which is kept, and above columns without names of their own") {
  const CellRows rows{{"Возражения отдела продаж"}, {"Возражение", "Ответы", ""}, {"Дорого", "Раз", "Два"}};
  const TableMapping mapping = recognise_columns(rows);
  CHECK(mapping.head == std::optional<size_t>(1));
  CHECK(mapping.columns == Fields{cue, answer, answer});
  const ImportedItems items = imported(rows, mapping, "# Before");
  CHECK(cues_of(items) == std::vector<Texts>{{"Дорого", "Раз", "Два"}});
  CHECK(items.left_over == "# Before\n\nВозражения отдела продаж");
  CHECK(items.left_texts == 1);
}

TEST_CASE("ragged and empty rows lose nothing") {
  const CellRows rows{{"Objection", "Answer"}, {"One"}, {"Two", "a", "b", "c"}, {"", "", ""}, {"Three", ""}};
  CHECK(cues_of(imported(rows)) == std::vector<Texts>{{"One"}, {"Two", "a", "b", "c"}, {"Three"}});
  const CellRows phrases{{"Phrase", "Replacement"}, {"One"}, {"Two", "a", "b", "c"}};
  const ImportedItems items = imported(phrases);
  CHECK(phrases_of(items) == std::vector<Texts>{{"One", "", ""}, {"Two", "a", ""}});
  CHECK(items.left_texts == 2);
  CHECK(items.left_over.find("| Two | b | c |") != std::string::npos);
}

TEST_CASE("a row without cue, or with the same one, gives further answers; one without phrase goes on with it") {
  const CellRows rows{{"Objection", "Answer"}, {"One", "a"}, {"", "b"}, {"One", "c"}, {"Two", "d"}, {"One", "e"}};
  CHECK(cues_of(imported(rows)) == std::vector<Texts>{{"One", "a", "b", "c"}, {"Two", "d"}, {"One", "e"}});
  const CellRows phrases{
      {"Phrase", "Replacement", "Why"}, {"No", "Let us", "Rude"}, {"", "We can", "It ends the talk"}};
  CHECK(phrases_of(imported(phrases)) == std::vector<Texts>{{"No", "Let us\nWe can", "Rude\nIt ends the talk"}});
  const CellRows headless{{"", "a"}, {"One", "b"}};  // nothing stands above
  CHECK(cues_of(imported(headless)) == std::vector<Texts>{{"", "a"}, {"One", "b"}});
}

TEST_CASE("lines of the only column of answers are answers, with and without the marks of a list") {
  const CellRows rows{{"Objection", "Answers"},
                      {"One", "1. First\nwhich goes on\n2) Second\n"},
                      {"Two", "First\n\nSecond"},
                      {"Three", "• First\n- Second\n– Third"},
                      {"Four", "- alone"}};
  TableMapping mapping = recognise_columns(rows);
  CHECK(mapping.lines_are_answers);
  CHECK(cues_of(imported(rows, mapping)) == std::vector<Texts>{{"One", "First\nwhich goes on", "Second"},
                                                               {"Two", "First", "Second"},
                                                               {"Three", "First", "Second", "Third"},
                                                               {"Four", "- alone"}});
  mapping.lines_are_answers = false;
  CHECK(cues_of(imported(rows, mapping))[1] == Texts{"Two", "First\n\nSecond"});
  CHECK_FALSE(recognise_columns({{"Objection", "Answer 1", "Answer 2"}, {"a", "b\nc", "d"}}).lines_are_answers);
}

TEST_CASE("two columns for one field are joined by a line feed") {
  TableMapping mapping = recognise_columns({{"a", "b", "c"}});
  mapping.columns = {cue, cue, answer};
  CHECK(cues_of(imported({{"a", "b", "c"}, {"d", "", "e"}}, mapping)) == std::vector<Texts>{{"a\nb", "c"}, {"d", "e"}});
}

TEST_CASE("a head that is none is content by hand, and the other way round") {
  const CellRows rows{{"Objection", "Answer"}, {"One", "a"}};
  const TableMapping mapping = recognise_columns(rows);
  CHECK(cues_of(imported(rows, with_head(mapping, std::nullopt))) ==
        std::vector<Texts>{{"Objection", "Answer"}, {"One", "a"}});
  CHECK(cues_of(imported(rows, with_head(mapping, 0))) == std::vector<Texts>{{"One", "a"}});
}

TEST_CASE("numbers that do not count the rows are texts") {
  const CellRows rows{{"Objection", "Answer", ""}, {"One", "a", "5"}, {"Two", "b", "5"}};
  TableMapping mapping = recognise_columns(rows);
  mapping.columns[2] = nothing;
  CHECK(imported(rows, mapping).left_texts == 2);
  const CellRows priorities{{"Objection", "Answer", "Priority"}, {"One", "a", "1"}, {"Two", "b", "2"}};
  CHECK(imported(priorities).left_texts == 2);
}

TEST_CASE("an empty table gives no items, whatever its mapping") {
  for (const CellRows& rows : {CellRows{}, CellRows{{"Objection", "Answer"}}}) {
    const ImportedItems items = imported(rows);
    CHECK(items.items == 0);
    CHECK(items.left_over.empty());
  }
  CHECK_FALSE(has_main_column(recognise_columns(CellRows{})));
}

TEST_CASE("a table is plain where its rows are items as they stand") {
  const auto plain = [](const CellRows& rows, ImportKind kind) {
    return is_plain(rows, recognise_columns(rows, kind));
  };
  CHECK(plain({{"One", "a", "b"}, {"Two", "c"}}, ImportKind::responses));
  CHECK(plain({{"No", "Yes", "Why"}, {"Never", "Now"}}, ImportKind::replacements));
  CHECK(plain({{"Вопрос цены", "Раз"}, {"Два", "Три"}}, ImportKind::responses));  // it only seems to be a head
  CHECK_FALSE(plain(objections, ImportKind::responses));
  CHECK_FALSE(plain({{"One", "a"}, {"", "b"}}, ImportKind::responses));
  CHECK_FALSE(plain({{"One", "a"}, {"One", "b"}}, ImportKind::responses));
  CHECK_FALSE(plain({{"One", "a\nb"}, {"Two", "c"}}, ImportKind::responses));
  CHECK_FALSE(plain({{"1", "One", "a"}, {"2", "Two", "b"}}, ImportKind::responses));
  CHECK_FALSE(plain({{"No", "Yes", "Why", "more"}, {"Never", "Now", "", ""}}, ImportKind::replacements));
}

TEST_CASE("five thousand rows come in, all of them, with ids that no two share") {
  CellRows rows{{"Objection", "Answer 1", "Answer 2", "Note"}};
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(i);
    rows.push_back({"cue " + number, "first " + number, "second " + number, "note " + number});
  }
  IdSource ids(7);
  const ImportedItems items = items_of_table(rows, recognise_columns(rows), {}, ids);
  CHECK(items.items == 5000);
  CHECK(items.answers == 10000);
  CHECK(items.left_texts == 5000);
  std::set<std::string> seen;
  for (const Response& response : std::get<Responses>(items.content).responses) {
    seen.insert(response.id);
    for (const Answer& one : response.answers) seen.insert(one.id);
  }
  CHECK(seen.size() == 15000);
}

TEST_CASE("other words of a cue come in where a head says so, as one line, and by no order of columns") {
  const CellRows rows{{"Возражение", "Как ещё говорят", "Ответ"},
                      {"Дорого", "недёшево; кусается\nне по карману", "Зато надолго"},
                      {"", "Кусается, дороговато", "Сравним?"}};
  const TableMapping mapping = recognise_columns(rows);
  CHECK(mapping.columns == Fields{cue, ImportField::synonyms, answer});
  CHECK(mapping.is_sure);
  const ImportedItems items = imported(rows, mapping);
  CHECK(cues_of(items) == std::vector<Texts>{{"Дорого", "Зато надолго", "Сравним?"}});
  CHECK(std::get<Responses>(items.content).responses[0].synonyms == "недёшево, кусается, не по карману, дороговато");
  CHECK(items.left_over.empty());
  CHECK_FALSE(is_plain(rows, mapping));
}

}  // namespace canvasbook::table_import_test
