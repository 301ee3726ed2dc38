#include "model/text/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <thread>

#include "tests/dictionaries.h"
#include "tests/samples.h"

namespace canvasbook::spelling_test {

namespace {

bool offers(std::string_view word, std::string_view wanted) {
  const auto found = samples::spelling().suggestions(word);
  return std::ranges::find(found, wanted) != found.end();
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the dictionaries of both languages are there") {
  CHECK(samples::spelling().has(Language::ru));
  CHECK(samples::spelling().has(Language::en));
}

TEST_CASE("words in any form are known, and misspelt ones are not") {
  const Spelling& spelling = samples::spelling();
  for (const char* word : {"клиентами", "Клиенты", "КЛИЕНТЫ", "что-то", "по-русски", "customers", "don't", "Business",
                           "colour", "color"}) {
    CAPTURE(word);
    CHECK(spelling.knows(word));
  }
  for (const char* word : {"клиенат", "зделать", "москва", "recieve", "bussiness", "dont"}) {
    CAPTURE(word);
    CHECK_FALSE(spelling.knows(word));
  }
}

TEST_CASE("a word with ё and with е is the same word") {
  const Spelling& spelling = samples::spelling();
  for (const char* word :
       {"ещё", "еще", "Пётр", "Петр", "партнёрский", "партнерский", "ЗАЧЁТ", "ЗАЧЕТ", "приём", "прием"}) {
    CAPTURE(word);
    CHECK(spelling.knows(word));
  }
}

TEST_CASE("marks that do not belong to the spelling are overlooked") {
  const Spelling& spelling = samples::spelling();
  CHECK(spelling.knows("за\u0301мок"));   // a stress mark
  CHECK(spelling.knows("кли\u00ADент"));  // a soft hyphen
  CHECK(spelling.knows("don’t"));
  CHECK(spelling.knows("по\u2011русски"));  // a hyphen that does not break
  CHECK(spelling.knows("чаи\u0306"));       // й in two parts: чай
}

TEST_CASE("the letters of a word tell its language") {
  CHECK(script_of("по-русски") == WordScript::russian);
  CHECK(script_of("ЁЖ") == WordScript::russian);
  CHECK(script_of("don’t") == WordScript::english);
  CHECK(script_of("cлово") == WordScript::mixed);  // its c is Latin
  for (const char* word : {"", "-", "B2B", "Київ", "naïve", "αβ", "\xFF"}) {
    CAPTURE(word);
    CHECK(script_of(word) == WordScript::other);
  }
}

TEST_CASE("what was meant is among the suggestions") {
  CHECK(offers("зделать", "сделать"));
  CHECK(offers("прихадите", "приходите"));
  CHECK(offers("Клиенат", "Клиент"));
  CHECK(offers("recieve", "receive"));
  CHECK(offers("dosn’t", "doesn’t"));  // with the apostrophe of the text
  CHECK(offers("cлово", "слово"));     // its c is Latin
}

TEST_CASE("what sounds alike is suggested first") {
  CHECK(samples::spelling().suggestions("зделать").front() == "сделать");
  CHECK(samples::spelling().suggestions("Прихадите").front() == "Приходите");
  CHECK(samples::spelling().suggestions("seperate").front() == "separate");
}

TEST_CASE("suggestions are few and different") {
  for (const char* word : {"елка", "вес", "тее", "ect", "зеленй"}) {
    CAPTURE(word);
    Words found = samples::spelling().suggestions(word);
    CHECK(found.size() <= Spelling::most_suggestions);
    std::ranges::sort(found);
    CHECK(std::ranges::adjacent_find(found) == found.end());
  }
}

TEST_CASE("forms of a word have the same base form") {
  const Spelling& spelling = samples::spelling();
  CHECK(spelling.lemmas("клиентами") == Words{"клиент"});
  CHECK(spelling.lemmas("Клиентов") == Words{"клиент"});
  CHECK(spelling.lemmas("стоимости") == Words{"стоимость"});
  CHECK(spelling.lemmas("партнёрам") == spelling.lemmas("партнерам"));
  const Words companies = spelling.lemmas("companies");
  CHECK(std::ranges::find(companies, "company") != companies.end());
  CHECK(spelling.lemmas("клиенат").empty());
}

TEST_CASE("without dictionaries nothing is known, and nothing breaks") {
  const Spelling spelling({"/nowhere", ""});
  CHECK_FALSE(spelling.has(Language::ru));
  CHECK_FALSE(spelling.knows("слово"));
  CHECK(spelling.suggestions("слвоо").empty());
  CHECK(spelling.lemmas("слова").empty());
  CHECK_FALSE(Spelling().has(Language::en));
}

TEST_CASE("a broken dictionary is as good as none") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("ru_RU.aff"), "SET NONSENSE\nSFX \xFF\n");
  samples::put_bytes(folder.file("ru_RU.dic"), "1\nи\n");
  samples::put_bytes(folder.file("en_US.aff"), "SET UTF-8\n");
  samples::put_bytes(folder.file("en_US.dic"), "");
  const Spelling spelling({folder.path().string()});
  CHECK_FALSE(spelling.has(Language::ru));
  CHECK_FALSE(spelling.has(Language::en));
}

TEST_CASE("a dictionary in KOI8-R is read like one in UTF-8") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("ru_RU.aff"), "SET KOI8-R\nTRY \xCF\xC1\n");
  samples::put_bytes(folder.file("ru_RU.dic"), "2\n\xC9\n\xD3\xCC\xCF\xD7\xCF\n");  // и, слово
  const Spelling spelling({"/nowhere", folder.path().string()});
  REQUIRE(spelling.has(Language::ru));
  CHECK(spelling.knows("Слово"));
  CHECK_FALSE(spelling.knows("слова"));
  CHECK(spelling.suggestions("слва") == Words{"слово"});
  CHECK(spelling.lemmas("слово") == Words{"слово"});
}

TEST_CASE("words of any length and content are answered for") {
  const Spelling& spelling = samples::spelling();
  for (const std::string& word : {std::string(), std::string(100000, 'a'), std::string("\xD0"), std::string("а\0б", 5),
                                  std::string("----"), std::string("'’"), std::string("\xFF\xFE")}) {
    CHECK_FALSE(spelling.knows(word));
    CHECK(spelling.suggestions(word).empty());
    CHECK(spelling.lemmas(word).empty());
  }
}

TEST_CASE("several threads may ask at the same time") {
  std::vector<std::thread> threads;
  std::array<int, 4> right{};
  for (int& count : right) {
    threads.emplace_back([&count] {
      for (int i = 0; i < 200; ++i) {
        count += samples::spelling().knows(i % 2 == 0 ? "клиентами" : "customers") ? 1 : 0;
        count += samples::spelling().lemmas("клиентами") == Words{"клиент"} ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : right) CHECK(count == 400);
}

}  // namespace canvasbook::spelling_test
