// Which texts staff say, which list holds, and the starting lists themselves.
#include "model/stop_phrases/spoken_texts.h"

#include <doctest/doctest.h>

#include "tests/samples.h"

namespace canvasbook::spoken_texts_test {

namespace {

std::vector<std::string> said(const Section& section) {
  std::vector<std::string> texts;
  for (const PlacedText& text : spoken_texts(section)) {
    CHECK(is_spoken(section, text.place));
    texts.push_back(*text.text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

Section stop_list_with(std::vector<Replacement> replacements) {
  Replacements list;
  list.replacements = std::move(replacements);
  Section section = samples::make_section("list", std::move(list));
  section.role = stop_list_role;
  return section;
}

}  // namespace

TEST_CASE("answers, lines of staff, replacements and wordings are said; what clients say is not") {
  Responses responses;
  responses.responses = {{"cue", "Дорого", {{"a", "С чем вы сравнили?", {}}}, {}}};
  CHECK(said(samples::make_section("s", responses)) == Texts{"С чем вы сравнили?"});
  Dialogue dialogue;
  dialogue.speakers = {{"us", "Менеджер", false, {}}, {"them", "Клиент", true, {}}};
  dialogue.lines = {{"l1", "us", "Добрый день", {}, {}}, {"l2", "them", "Кто это?", {}, {}}};
  CHECK(said(samples::make_section("s", dialogue)) == Texts{"Добрый день"});
  CHECK(said(stop_list_with({{"p", "нет", "можно так", "обидно", {}}})) == Texts{"можно так"});
  Sheet sheet;
  sheet.columns.resize(2);
  sheet.columns[0].id = "action";
  sheet.columns[1].id = "words";
  sheet.columns[1].role = "wording";
  sheet.rows = {{"row", {{"action", "Встаёт"}, {"words", "Здравствуйте!"}}, {}}};
  CHECK(said(samples::make_section("s", sheet)) == Texts{"Здравствуйте!"});
  CHECK(said(samples::make_section("s", Prose{"Нет."})).empty());
}

TEST_CASE("a list of the workbook comes first, with the conditions of the starting list for the same phrase") {
  Workbook workbook = samples::make_workbook({samples::make_document_of(
      "doc",
      {stop_list_with({{"own", "Нет.", "вот как можно", "", {}}, {"mine", "дешёвка", "выгодно", "грубо", {}}})})});
  const std::vector<StopPhrase> list = stop_list_of(workbook, Language::ru);
  REQUIRE(list.size() == starting_stop_list(Language::ru).phrases.size() + 1);
  CHECK(list[0].id == "own");
  CHECK(list[0].replacement == "вот как можно");
  CHECK(list[0].only_alone);
  CHECK_FALSE(list[0].reason.empty());  // that of the starting list
  CHECK(list[1].wordings == Texts{"дешёвка"});
  workbook.without_starting_stop_list = true;
  CHECK(stop_list_of(workbook, Language::ru).size() == 2);
}

TEST_CASE("both starting lists can be read, and each idea has its words") {
  for (const Language language : {Language::ru, Language::en}) {
    std::set<std::string> ids;
    for (const StopPhrase& phrase : starting_stop_list(language).phrases) {
      CHECK_MESSAGE(ids.insert(phrase.id).second, phrase.id);
      CHECK_FALSE(phrase.wordings.empty());
      CHECK_FALSE(phrase.replacement.empty());
      CHECK_FALSE(phrase.hears.empty());
    }
    CHECK(ids.size() >= 25);
  }
  CHECK_FALSE(read_stop_list("{\"phrases\": [{\"id\": \"x\"}]}"));
  CHECK_FALSE(
      read_stop_list("{\"phrases\": [{\"id\": \"x\", \"phrases\": [\"y\"], \"replacement\": \"z\", \"reason\": \"r\", "
                     "\"hears\": \"h\", \"unless\": \"rain\"}]}"));
}

}  // namespace canvasbook::spoken_texts_test
