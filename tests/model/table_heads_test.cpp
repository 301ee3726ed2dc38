#include "model/table_heads.h"

#include <doctest/doctest.h>

namespace canvasbook::table_heads_test {

namespace {

using Fields = std::vector<ImportField>;
using Row = std::vector<std::string>;
constexpr auto nothing = ImportField::nothing;
constexpr auto cue = ImportField::cue;
constexpr auto answer = ImportField::answer;
constexpr auto phrase = ImportField::phrase;
constexpr auto replacement = ImportField::replacement;
constexpr auto reason = ImportField::reason;
constexpr auto hears = ImportField::hears;

Fields of_responses(const Row& row) { return fields_of_heads(row, ImportKind::responses, HeadsOf::known_kind); }
Fields of_replacements(const Row& row) { return fields_of_heads(row, ImportKind::replacements, HeadsOf::known_kind); }

}  // namespace

TEST_CASE("heads of objections and answers are known in both languages, in any case and with numbers") {
  CHECK(of_responses({"№", "Возражение", "Ответ 1", "ОТВЕТ №2", "Комментарий"}) ==
        Fields{nothing, cue, answer, answer, nothing});
  CHECK(of_responses({"Реплика клиента", "Вариант ответа 1", "Вариант 2"}) == Fields{cue, answer, answer});
  CHECK(of_responses({"Вопрос", "Как отвечать"}) == Fields{cue, answer});
  CHECK(of_responses({"Ситуация", "Что сказать"}) == Fields{cue, answer});
  CHECK(of_responses({"Фраза", "Ответ на возражение"}) == Fields{cue, answer});
  CHECK(of_responses({"Objection", "Answer 1", "Response"}) == Fields{cue, answer, answer});
  CHECK(of_responses({"Customer's question", "What we say"}) == Fields{cue, answer});
  CHECK(of_responses({"cue", "answer", "notes"}) == Fields{cue, answer, nothing});
}

TEST_CASE("heads of STOP phrases are known in both languages") {
  CHECK(of_replacements({"СТОП-фраза", "Замена", "Причина"}) == Fields{phrase, replacement, reason});
  CHECK(of_replacements({"Фраза", "Как сказать", "Почему"}) == Fields{phrase, replacement, reason});
  CHECK(of_replacements({"Почему нельзя", "Не говорим", "Говорим"}) == Fields{reason, phrase, replacement});
  CHECK(of_replacements({"СТОП-фраза", "Клиент слышит", "Замена", "Причина"}) ==
        Fields{phrase, hears, replacement, reason});
  CHECK(of_replacements({"Не говорим", "Говорим", "Почему", "Что слышит клиент"}) ==
        Fields{phrase, replacement, reason, hears});
  CHECK(of_replacements({"We do not say", "We say", "Why", "The customer hears"}) ==
        Fields{phrase, replacement, reason, hears});
  CHECK(of_replacements({"Phrase", "Replacement", "What they hear"}) == Fields{phrase, replacement, hears});
  CHECK(of_replacements({"Вместо", "Говорим"}) == Fields{phrase, replacement});
  CHECK(of_replacements({"Стоп-фраза", "Чем заменить"}) == Fields{phrase, replacement});
  CHECK(of_replacements({"Phrase", "Replacement", "Reason"}) == Fields{phrase, replacement, reason});
  CHECK(of_replacements({"Don’t say", "Say instead", "Why"}) == Fields{phrase, replacement, reason});
}

TEST_CASE("a row of sentences is no head, nor is one with a word in it by chance, nor a single cell") {
  CHECK(of_responses({"Вопрос в том, дорого ли.", "Ответ прост."}) == Fields{nothing, nothing});
  CHECK(of_responses({"У меня вопрос", "Раз", "Два", "Три"}) == Fields{nothing, nothing, nothing, nothing});
  CHECK(of_responses({"Возражение"}) == Fields{nothing});
  CHECK(of_responses({}).empty());
  CHECK(of_responses({"", ""}) == Fields{nothing, nothing});
}

TEST_CASE("a plain phrase may belong to either kind, so that it counts where the kind is known alone") {
  CHECK(fields_of_heads({"Фраза", "Ответ"}, ImportKind::responses, HeadsOf::any_kind) == Fields{nothing, answer});
  CHECK(of_responses({"Фраза", "Ответ"}) == Fields{cue, answer});
}

TEST_CASE("a column that counts rows has a number sign for its name, or none") {
  for (const char* head : {"", "№", "#", "№ п/п", "№ п. п.", "N", "No.", "Номер"}) {
    CAPTURE(head);
    CHECK(is_head_of_count(head));
  }
  CHECK_FALSE(is_head_of_count("Приоритет"));
}

TEST_CASE("heads of other words for a cue are known in both languages, the client's as well") {
  constexpr auto synonyms = ImportField::synonyms;
  CHECK(of_responses({"Возражение", "Как ещё говорят", "Ответ"}) == Fields{cue, synonyms, answer});
  CHECK(of_responses({"Фраза клиента", "Другие слова клиента", "Ответ"}) == Fields{cue, synonyms, answer});
  CHECK(of_responses({"Возражение", "Синонимы", "Ответ"}) == Fields{cue, synonyms, answer});
  CHECK(of_responses({"Objection", "Synonyms", "Answer"}) == Fields{cue, synonyms, answer});
  CHECK(of_responses({"Objection", "Other words", "Answer"}) == Fields{cue, synonyms, answer});
}

}  // namespace canvasbook::table_heads_test
