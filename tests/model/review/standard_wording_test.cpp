#include "model/review/standard_wording.h"

#include <doctest/doctest.h>

#include <array>

#include "tests/samples.h"

namespace canvasbook::standard_wording_test {

namespace {

using Words = std::vector<std::string>;

Words in_russian(const std::string& text, bool has_norm = false) { return vague_words(text, Language::ru, has_norm); }
Words in_english(const std::string& text, bool has_norm = false) { return vague_words(text, Language::en, has_norm); }

bool two_in_russian(const char* text) { return asks_two(text, standard_words(Language::ru)); }
bool two_in_english(const char* text) { return asks_two(text, standard_words(Language::en)); }

}  // namespace

TEST_CASE("the lists of both languages are read and have the same ideas in the same order") {
  std::array<Words, 2> ids;
  for (const Language language : {Language::ru, Language::en}) {
    const auto file =
        samples::source_folder() / "assets/standard_words" / (std::string(language_code(language)) + ".json");
    const auto words = read_standard_words(samples::bytes_of(file));
    REQUIRE(words);
    for (const StopPhrase& vague : words->vague) ids[language == Language::ru ? 0 : 1].push_back(vague.id);
    CHECK_FALSE(words->actions.empty());
    CHECK_FALSE(words->links.empty());
  }
  CHECK(ids[0] == ids[1]);
}

TEST_CASE("a list that says something unknown is refused") {
  CHECK_FALSE(read_standard_words("{\"vague\": [{\"id\": \"a\", \"words\": []}]}"));
  CHECK_FALSE(read_standard_words("{\"vague\": [{\"id\": \"a\", \"words\": [\"b\"], \"unless\": \"rain\"}]}"));
  CHECK_FALSE(read_standard_words("not JSON"));
}

TEST_CASE("vague words are found in any form and as they stand") {
  CHECK(in_russian("Вежливо здоровается и внимательно слушает") == Words{"Вежливо", "внимательно"});
  CHECK(in_russian("Вежливым тоном отвечает на вопросы") == Words{"Вежливым"});
  CHECK(in_russian("Решает вопрос как можно скорее") == Words{"как можно скорее"});
  CHECK(in_english("Greets politely, as soon as possible") == Words{"politely", "as soon as possible"});
}

TEST_CASE("a word that its sentence measures or explains is none, and one that is quoted or negated neither") {
  CHECK(in_russian("Отвечает быстро: не дольше 3 минут").empty());
  CHECK(in_russian("Отвечает быстро, за [5] минут").empty());
  CHECK(in_russian("Отвечает быстро, в течение минуты").empty());
  CHECK(in_russian("Обращается вежливо (по имени и на «вы»)").empty());
  CHECK(in_russian("Видно со стороны: не «вежливо», а первым").empty());
  CHECK(in_english("Is friendly: smiles and uses the name").empty());
  CHECK(in_russian("Здоровается за 30 секунд. Слушает внимательно.") == Words{"внимательно"});
}

TEST_CASE("a norm measures words of time and no others") {
  CHECK(in_russian("Быстро и вежливо отвечает", true) == Words{"вежливо"});
  CHECK(in_russian("Быстро и вежливо отвечает", false) == Words{"Быстро", "вежливо"});
}

TEST_CASE("words that only look alike are none") {
  CHECK(in_english("A friend of a regular guest waits some time in a warm room").empty());
  CHECK(in_russian("Предлагает то, что быстрее").empty());
  CHECK(in_english("").empty());
}

TEST_CASE("an item asks two things by two questions, a semicolon, two actions or two particles") {
  CHECK(two_in_english("Is it clean? Is it dry?"));
  CHECK(two_in_english("Sign lit; hours right"));
  CHECK(two_in_english("Listened and apologised"));
  CHECK(two_in_english("Greeted the guest and offered a seat"));
  CHECK(two_in_russian("Поздоровался ли и улыбнулся ли"));
  CHECK(two_in_russian("Выслушали и извинились"));
  CHECK(two_in_russian("Называет себя и предлагает помощь"));
  CHECK(two_in_russian("Столы чистые, а также убран пол"));
}

TEST_CASE("an item that may ask one thing does") {
  for (const char* text : {"Paper and soap", "Order and total repeated", "Reply to ‘I’ll check and come back’",
                           "More or less than expected?", "Asked what the guest wants, and when", "", ";", "??"}) {
    CAPTURE(text);
    CHECK_FALSE(two_in_english(text));
  }
  for (const char* text : {"Бумага и мыло", "Назвали кофейню и себя", "Ответ на «согласую и вернусь»",
                           "Спрашивает, кто звонит и откуда", "Стол и стул"}) {
    CAPTURE(text);
    CHECK_FALSE(two_in_russian(text));
  }
}

TEST_CASE("a requirement has two parts at a semicolon, unless it tells a scale or a list") {
  CHECK(requires_two("Balance said aloud; at 2 coffees a renewal is offered"));
  CHECK(requires_two("Sign whole; hours right: weekdays 6:30–17:30"));
  CHECK_FALSE(requires_two("5: at once; 1: argued"));
  CHECK_FALSE(requires_two("All there: soap; paper"));
  CHECK_FALSE(requires_two("Sign whole;"));
}

TEST_CASE("two targets are two numbers that are no range") {
  const StandardWords& english = standard_words(Language::en);
  const StandardWords& russian = standard_words(Language::ru);
  CHECK(has_two_targets("30 s; 95 %", english));
  CHECK(has_two_targets("30 с и 95 %", russian));
  for (const char* text : {"30", "10–20", "1,5", "1 000", "9 of 10", "between 10 and 20", "", "and"}) {
    CAPTURE(text);
    CHECK_FALSE(has_two_targets(text, english));
  }
  CHECK_FALSE(has_two_targets("между 10 и 20", russian));
}

}  // namespace canvasbook::standard_wording_test
