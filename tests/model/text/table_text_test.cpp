#include "model/text/table_text.h"

#include <doctest/doctest.h>

namespace canvasbook::table_text_test {

TEST_CASE("cells are parted by tabs, semicolons or commas, whichever makes rows of one length") {
  const CellRows rows{{"Дорого", "Зато, смотрите, надолго"}, {"Подумаю", "О чём?"}};
  CHECK(read_table_text("Дорого;Зато, смотрите, надолго\nПодумаю;О чём?\n").rows == rows);
  CHECK(read_table_text("Дорого\tЗато, смотрите, надолго\r\nПодумаю\tО чём?").rows == rows);
  CHECK(read_table_text("Дорого,\"Зато, смотрите, надолго\"\nПодумаю,О чём?\n").rows == rows);
  CHECK(read_table_text("sep=,\nДорого,\"Зато, смотрите, надолго\"\nПодумаю,О чём?\n").rows == rows);
}

TEST_CASE("each row knows the line on which it begins") {
  using Lines = std::vector<size_t>;
  CHECK(read_table_text("a;b\n\nc;\"d\ne\"\nf;g\n").lines == Lines{1, 3, 5});
  CHECK(read_table_text("sep=;\na;b\nc;d\n").lines == Lines{2, 3});
  CHECK(read_table_text("a\tb\nc\td\nmore of d\ne\tf\n").lines == Lines{1, 2, 4});
  CHECK(read_table_text("Text\n\n| a | b |\n|---|---|\n| | |\n| c | d |\n").lines == Lines{3, 6});
}

TEST_CASE("quotes and line breaks inside of cells are kept, empty rows are not") {
  const CellRows rows{{"He says \"no\"", "First\nSecond"}, {"a", "b"}};
  CHECK(read_table_text("\"He says \"\"no\"\"\";\"First\r\nSecond\"\r\n;\r\n\r\na;b\r\n").rows == rows);
}

TEST_CASE("a cell that begins with a quote and is not in quotes keeps it and swallows no other cell; it is counted") {
  TableText table = read_table_text("Cue;Answer\n\"Dear\" — he says;\"We; explain\"\nNo time;\"Five\n\"Later\";Well\n");
  CHECK(table.rows ==
        CellRows{{"Cue", "Answer"}, {"\"Dear\" — he says", "We; explain"}, {"No time", "\"Five"}, {"Later", "Well"}});
  CHECK(table.stray_quotes == 2);
  table = read_table_text("\"unclosed;a\nb;c");
  CHECK(table.rows == CellRows{{"\"unclosed", "a"}, {"b", "c"}});
  CHECK(table.stray_quotes == 1);
  CHECK(read_pasted_table("\"Dear\" he says\tWe explain\nNo time\tFive\n")->rows ==
        CellRows{{"\"Dear\" he says", "We explain"}, {"No time", "Five"}});
  CHECK(read_table_text("a \"word\";\"b\" \n \"c\";\"d \"\"e\"\"\"").stray_quotes == 0);
}

TEST_CASE("a hundred thousand quotes that are never closed are read in one go") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "\"a;b\"\"\n";
  CHECK(read_table_text(text).rows.size() == 100000);
}

TEST_CASE("a text without columns is rows of one cell, an empty one is none") {
  CHECK(read_table_text("one\n\ntwo").rows == CellRows{{"one"}, {"two"}});
  CHECK(read_table_text("").rows.empty());
  CHECK(read_table_text(" \n;\n").rows.empty());
}

TEST_CASE("rows may be shorter or longer than the first") {
  CHECK(read_table_text("a;b;c\nd\ne;f;g;h\n").rows == CellRows{{"a", "b", "c"}, {"d"}, {"e", "f", "g", "h"}});
}

TEST_CASE("empty columns at the end are left out, those before them stay") {
  CHECK(read_table_text("a;;b;;\n;;;;\nc;;;;\n").rows == CellRows{{"a", "", "b"}, {"c", "", ""}});
  CHECK(read_pasted_table("a\tb\t\nc\td\t\n")->rows == CellRows{{"a", "b"}, {"c", "d"}});
}

TEST_CASE("a table of Markdown is read with what stands around it") {
  const TableText table = read_table_text(
      "# Книга\n\nВводные слова.\n\n| Возражение | Ответ |\n|---|:-:|\n| **Дорого** | a \\| b |\n| Подумаю | "
      "раз<br>два |\n"
      "\nПосле.\n");
  CHECK(table.rows == CellRows{{"Возражение", "Ответ"}, {"Дорого", "a | b"}, {"Подумаю", "раз\nдва"}});
  CHECK(table.around == "# Книга\n\nВводные слова.\n\n\nПосле.");
  CHECK(table.is_markdown);
}

TEST_CASE("ids in comments and backslashes before places to fill in, as an export has them, are no text of a cell") {
  const TableText table = read_table_text(
      "| Phrase | Instead | Hears |\n| --- | --- | --- |\n"
      "| **try** | by \\[time\\] | No <!-- a --> |\n| **no** | yes |  <!-- b --> |\n"
      "| a\\\\\\[b | \\[c\\](d) | \\<!-- e --> <!-- f |\n"
      "| one <!-- g -->two<!-- h --> | <!-- i | |\n");
  CHECK(table.rows == CellRows{{"Phrase", "Instead", "Hears"},
                               {"try", "by [time]", "No"},
                               {"no", "yes", ""},
                               {"a\\\\[b", "[c\\](d)", "\\<!-- e --> <!-- f"},
                               {"one two", "<!-- i", ""}});
}

TEST_CASE("tables of Markdown below the same head are one, another one stays around") {
  const TableText table = read_table_text("|a|b|\n|-|-|\n|1|2|\n\n|a|b|\n|-|-|\n|3|4|\n\n|x|y|z|\n|-|-|-|\n|5|6|7|\n");
  CHECK(table.rows == CellRows{{"a", "b"}, {"1", "2"}, {"3", "4"}});
  CHECK(table.around == "|x|y|z|\n|-|-|-|\n|5|6|7|");
}

TEST_CASE("what looks like a table inside of code is none") {
  const TableText table = read_table_text("```\n| a | b |\n|---|---|\n```\n\n| c | d |\n|---|---|\n| 1 | 2 |\n");
  CHECK(table.rows == CellRows{{"c", "d"}, {"1", "2"}});
  CHECK(table.around == "```\n| a | b |\n|---|---|\n```");
}

TEST_CASE("paragraphs of a cell that a word processor copies as lines go on with the cell") {
  CHECK(read_table_text("Возражение\tОтвет\nДорого\tРаз\nДва\nПодумаю\tТри\vЧетыре\n").rows ==
        CellRows{{"Возражение", "Ответ"}, {"Дорого", "Раз\nДва"}, {"Подумаю", "Три\nЧетыре"}});
  // where rows are of several lengths, nobody knows
  CHECK(read_table_text("a\tb\tc\nd\te\nf\n").rows == CellRows{{"a", "b", "c"}, {"d", "e"}, {"f"}});
}

TEST_CASE("of what is pasted a table is told by tabs or pipes alone") {
  CHECK_FALSE(read_pasted_table("One, two; three\nFour, five; six").has_value());
  REQUIRE(read_pasted_table("a\tb").has_value());
  CHECK(read_pasted_table("a\tb")->rows == CellRows{{"a", "b"}});
  REQUIRE(read_pasted_table("|a|b|\n|-|-|\n|1|2|").has_value());
  CHECK(read_pasted_table("|a|b|\n|-|-|\n|1|2|")->rows.size() == 2);
}

}  // namespace canvasbook::table_text_test
