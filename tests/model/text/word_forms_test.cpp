#include "model/text/word_forms.h"

#include <doctest/doctest.h>

#include "tests/dictionaries.h"

namespace canvasbook::word_forms_test {

namespace {

bool are_forms(WordForms& forms, std::string_view one, std::string_view other) {
  const std::vector<std::string> bases = forms.bases(one);
  return share_a_base(bases, forms.bases(other));
}

}  // namespace

TEST_CASE("forms of a Russian and of an English word share a base") {
  WordForms forms;
  for (const char* form : {"клиента", "клиентам", "Клиенты", "КЛИЕНТОВ", "клиент"}) {
    CAPTURE(form);
    CHECK(are_forms(forms, "клиент", form));
  }
  CHECK(are_forms(forms, "standard", "Standards"));
  CHECK(are_forms(forms, "ёлка", "елки"));
}

TEST_CASE("a noun whose letters look like the ending of a verb or an adjective keeps all its forms") {
  WordForms forms;
  for (const auto& noun_and_others :
       {std::pair{"проблема", std::vector{"проблему", "проблем", "проблемой", "проблемам"}},
        {"система", {"систему", "систем", "системах"}},
        {"реклама", {"рекламу", "реклам", "рекламой"}},
        {"кредит", {"кредита", "кредиту", "кредитом", "кредиты", "кредитов"}},
        {"скидка", {"скидку", "скидок", "скидками"}},
        {"ошибка", {"ошибку", "ошибок"}},
        {"звонок", {"звонка", "звонку", "звонки", "звонков"}},
        {"продавец", {"продавца", "продавцу", "продавцов"}}}) {
    const char* noun = noun_and_others.first;
    CAPTURE(noun);
    for (const char* other : noun_and_others.second) {
      CAPTURE(other);
      CHECK(are_forms(forms, noun, other));
      CHECK(are_forms(forms, other, noun));
    }
  }
  CHECK_FALSE(are_forms(forms, "система", "систола"));
  CHECK_FALSE(are_forms(forms, "звонок", "звон"));
  CHECK_FALSE(are_forms(forms, "новому", "новизне"));
}

TEST_CASE("other words do not share a base, whatever they begin with") {
  WordForms forms;
  CHECK_FALSE(are_forms(forms, "клиент", "климат"));
  CHECK_FALSE(are_forms(forms, "standard", "standing"));
  CHECK_FALSE(are_forms(forms, "клиент", "client"));
}

TEST_CASE("what is no word has itself as its base") {
  WordForms forms;
  CHECK(forms.bases("24") == std::vector<std::string>{"24"});
  CHECK(forms.bases("") == std::vector<std::string>{""});
  CHECK(forms.bases("日本") == std::vector<std::string>{"日本"});
  const std::string long_word(5000, 'a');
  CHECK(forms.bases(long_word) == std::vector<std::string>{long_word});
}

TEST_CASE("what a dictionary knows is told by its base forms, other words by their stems") {
  WordForms forms;
  const std::shared_ptr<const Spelling> dictionaries(std::shared_ptr<void>(), &samples::spelling());
  CHECK(forms.use(dictionaries));
  CHECK_FALSE(forms.use(dictionaries));
  CHECK(are_forms(forms, "стали", "стать"));
  CHECK(are_forms(forms, "стали", "сталь"));
  CHECK_FALSE(are_forms(forms, "стать", "сталь"));
  CHECK(are_forms(forms, "standards", "standard"));
  CHECK(are_forms(forms, "Москве", "москва"));
  CHECK(are_forms(forms, "чебуречинаторы", "чебуречинаторам"));  // in no dictionary
  CHECK(are_forms(forms, "клиента", "клиентам"));
}

}  // namespace canvasbook::word_forms_test
