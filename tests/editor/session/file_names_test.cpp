#include "editor/session/file_names.h"

#include <doctest/doctest.h>

namespace canvasbook::file_names_test {

TEST_CASE("a suggested name has no character that Windows forbids, and no quotes") {
  CHECK(file_name_of("Пекарня «Колос»") == "Пекарня Колос");
  CHECK(file_name_of("Кафе \"Утро\", 9:00") == "Кафе Утро, 9-00");
  CHECK(file_name_of("да/нет\\или|что?") == "да-нет-или-что");
  CHECK(file_name_of("<a>*b") == "ab");
  CHECK(file_name_of("ООО и т. д. ..") == "ООО и т. д");
}

TEST_CASE("nothing is suggested where nothing is left, or a file that is hidden") {
  CHECK(file_name_of("«?»").empty());
  CHECK(file_name_of("...").empty());
  CHECK(file_name_of(".profile").empty());
}

TEST_CASE("a long title is cut between two characters") {
  std::string title;
  for (int i = 0; i < 100; ++i) title += "я";
  CHECK(file_name_of("x" + title).size() == 119);
}

}  // namespace canvasbook::file_names_test
