// STOP phrases in any form of their words. How many of 800 sentences are judged rightly stop_phrases_benchmark prints.
#include "model/stop_phrases/matcher.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "model/stop_phrases/replace_phrase.h"
#include "tests/dictionaries.h"
#include "tests/labelled_sentences.h"

namespace canvasbook::stop_phrases_matcher_test {

namespace {

const StartingStopList& list_of(Language language) { return starting_stop_list(language); }

// The ids of what is found, in the order of the text.
std::vector<std::string> found(Language language, std::string_view text) {
  WordForms forms;
  const StartingStopList& list = list_of(language);
  StopPhraseMatcher matcher(list.conditions, list.phrases, forms);
  std::vector<std::string> ids;
  for (const StopMatch& match : matcher.find(text)) ids.push_back(list.phrases[match.phrase].id);
  return ids;
}
std::vector<std::string> in_russian(std::string_view text) { return found(Language::ru, text); }
std::vector<std::string> in_english(std::string_view text) { return found(Language::en, text); }

using Ids = std::vector<std::string>;

// What is found of a list of its own, in bytes of the text.
std::vector<MatchRange> found_of(const std::string& wording, std::string_view text) {
  WordForms forms;
  StopPhrase phrase;
  phrase.id = "own";
  phrase.wordings = {wording};
  StopPhraseMatcher matcher({}, {phrase}, forms);
  std::vector<MatchRange> ranges;
  for (const StopMatch& match : matcher.find(text)) ranges.push_back(match.range);
  return ranges;
}

// "no word0", "no word1" …
std::vector<StopPhrase> numbered_phrases(const std::string& beginning, size_t count) {
  std::vector<StopPhrase> phrases(count);
  for (size_t i = 0; i < count; ++i) phrases[i].wordings = {beginning + std::to_string(i)};
  return phrases;
}

auto overlaps(const StopMatch& one) {
  return [range = one.range](const StopMatch& other) {
    return range.begin < other.range.end && other.range.begin < range.end;
  };
}

// Some of these words, with spaces between.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words))) {
    text += word + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("a phrase is found in any form of its words, and words that look alike are not") {
  for (const char* text : {"Постараемся успеть.", "Постарайтесь прийти раньше.", "ПОСТАРАЮСЬ", "Мы **постараемся**.",
                           "Поста́раюсь сегодня.", "По\u00ADста\u00ADра\u00ADюсь."}) {
    CAPTURE(text);
    CHECK(in_russian(text) == Ids{"try"});
  }
  for (const char* text : {"Ваше старание видно.", "Старая вывеска.", "Интернет есть в каждом кабинете.",
                           "У нас нет доплат.", "Да или нет?", "Доставка без доплат"}) {
    CAPTURE(text);
    CHECK(in_russian(text).empty());
  }
  CHECK(in_russian("Нет, так не делаем.") == Ids{"no"});
  CHECK(in_russian("К сожалению, нет.") == Ids{"no"});
  CHECK(in_english("We'll certainly try.") == Ids{"try"});
  CHECK(in_english("Nobody has ever complained.") == Ids{"others_fine"});
  CHECK(in_english("Trying this one on is free.").empty());
}

TEST_CASE("a phrase that is a noun is found in each of its cases, also in one that looks like another word's") {
  for (const char* text : {"Решим вашу проблему.", "В чём видите проблему?", "Проблему решим завтра.",
                           "Расскажите о проблеме.", "Разберёмся с проблемой.", "Список проблем длинный."}) {
    CAPTURE(text);
    CHECK(in_russian(text) == Ids{"problem"});
  }
  CHECK(in_russian("Нет проблем.").empty());
  CHECK(in_russian("Это не проблема.").empty());
  CHECK(found_of("система", "Поменяем вам систему.").size() == 1);
  CHECK(found_of("скидка", "Таких скидок не бывает.").size() == 1);
}

TEST_CASE("a time in the same sentence lifts what is only vague without one") {
  CHECK(in_russian("Я вам перезвоню.") == Ids{"callback"});
  CHECK(in_russian("Я перезвоню вам сегодня до 17:30.").empty());
  CHECK(in_russian("Я вам перезвоню до [время].").empty());
  CHECK(in_russian("Мы работаем до 20:00. Я вам перезвоню.") == Ids{"callback"});
  CHECK(in_english("I’ll call you back.") == Ids{"callback"});
  CHECK(in_english("I’ll call you back by five.").empty());
}

TEST_CASE("what is negated, quoted or advised against is no harm") {
  CHECK(in_russian("Не постараюсь, а сделаю.").empty());
  CHECK(in_russian("Без проблем!").empty());
  CHECK(in_russian("Не говорите «постараюсь».").empty());
  CHECK(in_russian("Вместо постараюсь говорите, когда сделаете.").empty());
  CHECK(in_english("Never say hopefully.").empty());
  CHECK(in_english("No problem at all.").empty());
  CHECK(in_russian("«Постараюсь успеть»") == Ids{"try"});  // all of it quoted is what is said
}

TEST_CASE("words may stand between where the phrase says so, within a sentence, and a line feed parts no sentence") {
  CHECK(found_of("нет … нельзя", "Нет, так делать нельзя.").size() == 1);
  CHECK(found_of("нет … нельзя", "Нет, раз два три четыре пять шесть нельзя.").empty());
  CHECK(found_of("нет … нельзя", "Нет. Нельзя.").empty());
  CHECK(found_of("вам перезвонит", "Вам\nперезвонит мастер").size() == 1);
  CHECK(found_of("вам перезвонит", "Вам\n\nперезвонит мастер").empty());
  CHECK(found_of("!стой", "Стойте, стой").size() == 1);
}

TEST_CASE("a phrase can be anything: nothing, one letter, signs that patterns know") {
  CHECK(found_of("", "текст").empty());
  CHECK(found_of("…", "текст").empty());
  CHECK(found_of("!", "текст!").empty());
  CHECK(found_of(".*[a-z]+$", "a.*[a-z]+$ b").empty());
  CHECK(found_of("я", "Я и ты, якорь").size() == 1);
  CHECK(found_of("(нет", "Нет (нет").size() == 2);
}

TEST_CASE("many gaps, marks, quotes and exceptions are looked at once each") {  // else this would not end
  std::string gaps;
  std::string words;
  for (int i = 0; i < 12; ++i) gaps += "а … ";
  for (int i = 0; i < 1000; ++i) words += "а ";
  CHECK(found_of(gaps + "б", words).empty());
  std::string quotes = "\"нет ";
  for (int i = 0; i < 30000; ++i) quotes += "«";
  CHECK(in_russian(quotes).empty());
  std::string marks = "нет";
  for (int i = 0; i < 100000; ++i) marks += " !";
  CHECK(in_russian(marks) == Ids{"no"});
  std::string numbers = "нет";
  for (int i = 0; i < 100000; ++i) numbers += "\n1";
  CHECK(in_russian(numbers).empty());
  std::string refusals;
  for (int i = 0; i < 10000; ++i) refusals += "нет, ";
  CHECK(in_russian(refusals).size() == 10000);
  std::string advice;
  for (int i = 0; i < 5000; ++i) advice += "не говорите нет. ";
  CHECK(in_russian(advice).empty());
}

TEST_CASE("phrases that begin alike are looked at once: a list of five thousand costs no more than one of fifty") {
  for (const char* beginning : {"no word", "I can’t ", "no … word", "!no … # word", "no no … no word"}) {
    CAPTURE(beginning);
    std::string text;
    for (int i = 0; i < 500; ++i) text += "no no no 5 no. Well, I can wait, I can’t. ";
    WordForms forms;
    const auto work = [&](size_t count) {
      StopPhraseMatcher matcher({}, numbered_phrases(beginning, count), forms);
      CHECK(matcher.find(text).empty());
      return matcher.comparisons();
    };
    CHECK(work(50) > 500);
    CHECK(work(5000) == work(50));
  }
  WordForms forms;
  StopPhraseMatcher matcher({}, numbered_phrases("no word", 5000), forms);
  const std::vector<StopMatch> matches = matcher.find("No, word4999. No word5000, no word7!");
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].phrase == 4999);
  CHECK(matches[1].phrase == 7);
}

TEST_CASE("the same phrase many times over is one, and the first of them is told") {
  WordForms forms;
  std::vector<StopPhrase> phrases(5000, numbered_phrases("no way", 1).front());
  phrases.front().only_alone = true;
  StopPhraseMatcher matcher({}, phrases, forms);
  const std::vector<StopMatch> matches = matcher.find("No way0. There is no way0 here.");
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].phrase == 0);
  CHECK(matches[1].phrase == 1);  // the first is no harm within a sentence
}

TEST_CASE("what is found of a list is what is found of its phrases one by one") {
  rc::check([&] {
    WordForms forms;
    std::vector<StopPhrase> phrases;
    const auto count = *rc::gen::inRange<size_t>(1, 12);
    for (size_t i = 0; i < count; ++i) {
      phrases.emplace_back().wordings = {joined({"try", "tries", "!try", "no", "нет", "нету", "5", "#", "…", "я"})};
    }
    const std::string text = joined({"try", "Tries", "trying", "no", "нет", "нету", "5", "я", ",", ".", "-", "\n\n"});
    StopPhraseMatcher all({}, phrases, forms);
    std::vector<StopMatch> alone;
    for (size_t i = 0; i < count; ++i) {
      for (StopMatch match : StopPhraseMatcher({}, {phrases[i]}, forms).find(text)) {
        match.phrase = i;
        alone.push_back(match);
      }
    }
    const std::vector<StopMatch> together = all.find(text);
    for (const StopMatch& match : alone) RC_ASSERT(std::ranges::any_of(together, overlaps(match)));
    for (const StopMatch& match : together) {
      RC_ASSERT(std::ranges::any_of(
          alone, [&](const StopMatch& other) { return other.phrase == match.phrase && overlaps(match)(other); }));
    }
  });
}

TEST_CASE("the replacement takes the place of the phrase, with its capital") {
  WordForms forms;
  const StartingStopList& list = list_of(Language::ru);
  StopPhraseMatcher matcher(list.conditions, list.phrases, forms);
  const std::string text = "Постараюсь. Я постараюсь!";
  const auto matches = matcher.find(text);
  REQUIRE(matches.size() == 2);
  const size_t place = matches[0].phrase;
  CHECK(with_replacement(text, matches, list.phrases[place], place) == "Сделаю до [срок]. Я сделаю до [срок]!");
  StopPhrase with_variants = list.phrases[place];
  with_variants.replacement = "сделаю\nуточню";
  CHECK(with_replacement(text, matches, with_variants, place) == "Сделаю. Я сделаю!");
}

TEST_CASE("all sentences of the tuning sets are judged as they are labelled") {
  for (const Language language : {Language::ru, Language::en}) {
    WordForms forms(samples::shared_spelling());
    const StartingStopList& list = list_of(language);
    StopPhraseMatcher matcher(list.conditions, list.phrases, forms);
    const auto sentences = samples::labelled_sentences(std::string(language_code(language)) + ".tuning");
    REQUIRE(sentences.size() >= 150);
    for (const std::string& miss : samples::quality_of(matcher, list.phrases, sentences).misses) FAIL_CHECK(miss);
  }
}

TEST_CASE("whatever the text, what is found stands in it, in order, between whole characters") {
  WordForms forms;
  const StartingStopList& list = list_of(Language::ru);
  StopPhraseMatcher matcher(list.conditions, list.phrases, forms);
  rc::check([&] {
    std::string text;
    for (const int piece : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12))) {
      constexpr const char* pieces[] = {"Нет",  ", ",     "постараюсь ", "«", "»", "*",
                                        "\n\n", "я вам ", "перезвоню ",  "[", "]", ". "};
      text += pieces[piece];
    }
    std::uint32_t end = 0;
    for (const StopMatch& match : matcher.find(text)) {
      RC_ASSERT(match.range.begin >= end);
      RC_ASSERT(match.range.end > match.range.begin);
      RC_ASSERT(match.range.end <= text.size());
      end = match.range.end;
    }
  });
}

}  // namespace canvasbook::stop_phrases_matcher_test
