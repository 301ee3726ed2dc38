#include "model/file/table_file.h"

#include <doctest/doctest.h>

#include "tests/samples.h"

namespace canvasbook::table_file_test {

TEST_CASE("tables are read from files of any ending and encoding") {
  const samples::TemporaryFolder folder;
  const CellRows rows{{"Дорого", "Зато надолго"}};
  const struct {
    const char* name;
    std::string bytes;
    TextEncoding encoding;
  } files[] = {{"a.csv", "Дорого;Зато надолго\n", TextEncoding::utf8},
               {"b", "\xEF\xBB\xBFДорого\tЗато надолго\r\n", TextEncoding::utf8},
               {"c.csv", "\xC4\xEE\xF0\xEE\xE3\xEE;\xC7\xE0\xF2\xEE \xED\xE0\xE4\xEE\xEB\xE3\xEE\r\n",
                TextEncoding::windows_1251}};
  for (const auto& file : files) {
    CAPTURE(file.name);
    samples::put_bytes(folder.file(file.name), file.bytes);
    const auto read = load_table(folder.file(file.name));
    REQUIRE(read.has_value());
    CHECK(read->table.rows == rows);
    CHECK(read->encoding == file.encoding);
    CHECK(read->name == std::string(1, file.name[0]));
  }
  std::string wide = "\xFF\xFE";
  for (const char character : std::string("a\tb\n")) wide += std::string{character, '\0'};
  samples::put_bytes(folder.file("wide.txt"), wide);
  REQUIRE(load_table(folder.file("wide.txt")).has_value());
  CHECK(load_table(folder.file("wide.txt"))->table.rows == CellRows{{"a", "b"}});
}

TEST_CASE("what is no table is told with its path") {
  const samples::TemporaryFolder folder;
  for (const std::string& bytes : {std::string(), std::string(" \n;\n"), std::string("PK\x03\x04....xl/workbook.xml"),
                                   std::string("%PDF-1.4"), std::string("{\"canvasbook\": 1}")}) {
    const std::string file = folder.file("x.csv");
    samples::put_bytes(file, bytes);
    const auto read = load_table(file);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::not_a_table);
    CHECK(read.error().file == file);
  }
  const std::string damaged = folder.file("zeros.csv");
  samples::put_bytes(damaged, std::string("a;b\n\0\0", 6));
  const auto read = load_table(damaged);
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().code == ErrorCode::zeros_in_table);
  CHECK(read.error().file == damaged);
  CHECK(load_table(folder.file("gone.csv")).error().code == ErrorCode::cannot_open);
}

}  // namespace canvasbook::table_file_test
