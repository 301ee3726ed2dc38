#include "model/text/misspellings.h"

#include <doctest/doctest.h>

#include <rapidcheck.h>

#include <set>

#include "model/file/workbook_file.h"
#include "model/text/text.h"
#include "model/text/word_list.h"
#include "model/text_places.h"
#include "tests/awkward_text.h"
#include "tests/dictionaries.h"
#include "tests/samples.h"

namespace canvasbook::misspellings_test {

namespace {

using Words = std::vector<std::string>;

Words words_in(std::string_view text, const std::vector<WordRange>& ranges) {
  Words words;
  for (const WordRange& range : ranges) words.emplace_back(text.substr(range.begin, range.end - range.begin));
  return words;
}

Words to_check(std::string_view text) { return words_in(text, words_to_check(text)); }

Words misspelt(std::string_view text) {
  return words_in(
      text, find_misspellings(text, [](std::string_view word) { return is_known_word(word, samples::spelling()); }));
}

}  // namespace

TEST_CASE("stress marks and soft hyphens make no word wrong, whoever knows it, and a wrong one is marked with them") {
  CHECK(misspelt("за\u0301мок, ли\u00ADстопа\u0301д, СТО\u0301П, KPI\u00AD").empty());
  CHECK(misspelt("Он зде\u00ADла\u0301ть мог") == Words{"зде\u00ADла\u0301ть"});
  const Words own = with_word({}, "Заба\u0301рик");
  CHECK(own == Words{"Забарик"});
  const WordList list(own);
  CHECK(list.knows("за\u00ADбарик"));
  const auto is_known = [&](std::string_view word) {
    return list.knows(word) || is_known_word(word, samples::spelling());
  };
  CHECK(find_misspellings("За\u00ADба\u0301рик", is_known).empty());
}

TEST_CASE("forty planted errors in a page of Russian and English are found, and nothing else") {
  const Words errors{"зделать",      "прихадите",    "клиенат",     "извените",   "жолтый",     "расчитать",
                     "програма",     "колличество",  "агенство",    "черезчур",   "вообщем",    "нащот",
                     "лутше",        "сдесь",        "комерческий", "будующий",   "исскуство",  "подчерк",
                     "предпологать", "учавствовать", "recieve",     "seperate",   "definately", "occured",
                     "adress",       "begining",     "beleive",     "accomodate", "comittee",   "enviroment",
                     "goverment",    "independant",  "neccessary",  "noticable",  "publically", "relevent",
                     "succesful",    "tommorow",     "untill",      "wich"};
  std::string page = "# Как встречаем гостей\n\nКаждое утро бариста ";
  for (size_t i = 0; i < errors.size(); ++i) {
    page += i < 20 ? "и **говорит** гостю: «" + errors[i] + "», а затем подаёт кофе.\n"
                   : "Our guests are always welcome (" + errors[i] + "), whatever they order.\n";
  }
  CHECK(errors.size() == 40);
  CHECK(misspelt(page) == errors);
}

TEST_CASE("none of the words of the example workbooks is marked") {
  for (const Language language : {Language::ru, Language::en}) {
    const auto workbook = load_workbook(samples::example_path(language).string());
    REQUIRE(workbook);
    const WordList own(workbook->own_words);
    std::set<std::string> different;
    const auto check = [&](const std::string& text) {
      for (const std::string& word : to_check(text)) different.insert(to_search_form(word));
      const auto found = find_misspellings(
          text, [&](std::string_view word) { return own.knows(word) || is_known_word(word, samples::spelling()); });
      for (const std::string& word : words_in(text, found)) FAIL_CHECK(word << " in: " << text);
    };
    for (const auto& document : workbook->documents) {
      check(document->title);
      for (const auto& section : document->sections) {
        check(section->title);
        for (const PlacedText& text : texts_in_order(section->content)) check(*text.text);
      }
    }
    CHECK(different.size() > 1000);
  }
}

TEST_CASE("places to fill in, addresses and code are no words to check") {
  CHECK(to_check("Здравствуйте, [имя клеента]! До {дотта}, <врмя>.") == Words{"Здравствуйте", "До"});
  CHECK(to_check("Смотрите https://exampel.com/zzz и www.primer.ru, пишите на povar@kafe.ru") ==
        Words{"Смотрите", "пишите", "на"});
  CHECK(to_check("[сайт компании](https://exampel.com) и ![фото](kartinka.png)") == Words{"сайт", "компании", "фото"});
  CHECK(to_check("Откройте `konfig.yaml` или spisok.xlsx, @povar, #utro и my_file") == Words{"Откройте", "или"});
  CHECK(to_check("до\n```\nkod zdes\n```\nпосле") == Words{"до", "после"});
  CHECK(to_check("до\n~~~ cpp\nkod") == Words{"до"});
  CHECK(to_check("кофе&nbsp;чай") == Words{"кофе", "чай"});
}

TEST_CASE("words with digits, single letters and parts of words in stars are not checked") {
  CHECK(to_check("B2B 3D 25-й 1С и в h2o 14:00") == Words{});
  CHECK(to_check("**При**вет, **мир**!") == Words{"мир"});
}

TEST_CASE("words are taken whole, whatever stands around them") {
  CHECK(to_check("«чек-лист» — “don’t”, о’кей; да-да… _так_ *вот*") ==
        Words{"чек-лист", "don’t", "о’кей", "да-да", "так", "вот"});
  CHECK(to_check("и/или, слово.Слово -- тире- -тире") == Words{"или", "слово", "Слово", "тире", "тире"});
  CHECK(to_check("1. [ ] пункт\n- [x] другой") == Words{"пункт", "другой"});
  CHECK(to_check("открытая [скобка без конца") == Words{"открытая", "скобка", "без", "конца"});
  CHECK(to_check("a < b, but c > d") == Words{"but"});
  CHECK(to_check("кли\u00ADент за\u0301мок") == Words{"кли\u00ADент", "за\u0301мок"});
}

TEST_CASE("abbreviations, names with capitals inside and words with a hyphen count as right") {
  CHECK(misspelt("CRM и СРМ, АТСК, URLs, WhatsApp, PDF-файл, POS-терминал, IT-отдел").empty());
  CHECK(misspelt("ЗДЕЛАТЬ") == Words{"ЗДЕЛАТЬ"});  // too long for an abbreviation
  CHECK(misspelt("PDF-фаил") == Words{"PDF-фаил"});
  CHECK(misspelt("customer's, customers’ and CRM's").empty());
}

TEST_CASE("a word of Russian and English letters is marked; one of another language is not judged") {
  CHECK(misspelt("cлово и словo") == Words{"cлово", "словo"});  // a Latin c, a Latin o
  CHECK(misspelt("Київ, naïve, café, αβγ").empty());
}

TEST_CASE("without a dictionary for a language its words are not marked") {
  const Spelling none;
  const auto is_known = [&](std::string_view word) { return is_known_word(word, none); };
  CHECK(find_misspellings("зделать recieve", is_known).empty());
}

TEST_CASE("any text can be checked, and ranges are whole words in order") {
  rc::check([] {
    const std::string text = *samples::awkward_text();
    size_t end = 0;
    for (const WordRange& range : words_to_check(text)) {
      RC_ASSERT(range.begin >= end);
      RC_ASSERT(range.begin < range.end);
      RC_ASSERT(range.end <= text.size());
      end = range.end;
    }
  });
  for (const char* part : {"`", "[", "](", "*a", "```\n", "&", "a-", "<", "a.a", "``` `\n"}) {
    std::string text;
    while (text.size() < 300000) text += part;
    CHECK(words_to_check(text).size() <= text.size());  // and it ends soon
  }
}

}  // namespace canvasbook::misspellings_test
