#include "model/item_text_pasted.h"

#include <doctest/doctest.h>

namespace canvasbook::item_text_pasted_test {

namespace {

Dialogue short_talk() {
  Dialogue dialogue;
  dialogue.speakers = {{"us", "Менеджер", false, {}}, {"them", "Клиент", true, {}}};
  dialogue.lines = {{"l1", "us", "Добрый день", {}, {}}};
  return dialogue;
}

}  // namespace

TEST_CASE("marked lines are answers of the line above, of a list in a list those marked otherwise") {
  CHECK(with_answers_below({{"Дорого"}, {"1. Сравним"}, {"- Посчитаем"}, {"Долго"}}) ==
        CellRows{{"Дорого", "Сравним", "Посчитаем"}, {"Долго"}});
  CHECK(with_answers_below({{"1. Дорого"}, {"- Сравним"}, {"2. Долго"}}) == CellRows{{"Дорого", "Сравним"}, {"Долго"}});
  CHECK(with_answers_below({{"1. Дорого"}, {"2. Долго"}}) == CellRows{{"Дорого"}, {"Долго"}});
  CHECK(with_answers_below({{"Дорого", "Сравним"}, {"- Посчитаем"}}) == CellRows{{"Дорого", "Сравним", "Посчитаем"}});
  CHECK(with_answers_below({}).empty());
}

TEST_CASE("who speaks is read from lines, a stranger's name only where it comes again or all lines have one") {
  IdSource fresh(1);
  Dialogue dialogue = short_talk();
  CHECK(with_speakers(dialogue, {{"менеджер: Слушаю"}, {"— Клиент: Кто это?"}, {"Алло"}}, fresh) ==
        CellRows{{"Менеджер", "Слушаю"}, {"Клиент", "Кто это?"}, {"Клиент", "Алло"}});
  CHECK(dialogue.speakers.size() == 2);
  CHECK(with_speakers(dialogue, {{"Важно: он глух"}, {"Звоните в 10:30"}}, fresh) ==
        CellRows{{"Важно: он глух"}, {"Звоните в 10:30"}});
  CHECK(with_speakers(dialogue, {{"Кто там", "Я"}}, fresh) == CellRows{{"Кто там", "Я"}});
  CHECK(dialogue.speakers.size() == 2);
  CHECK(with_speakers(dialogue, {{"Мастер: Да"}, {"Бот: Нет"}, {"Мастер: Да"}}, fresh) ==
        CellRows{{"Мастер", "Да"}, {"Бот", "Нет"}, {"Мастер", "Да"}});
  REQUIRE(dialogue.speakers.size() == 4);
  CHECK(dialogue.speakers[2].title == "Мастер");
  CHECK(dialogue.speakers[3].title == "Бот");
  CHECK(with_speakers(dialogue, {{"Бот", "Да"}, {"Охрана", "Стой"}}, fresh) ==
        CellRows{{"Бот", "Да"}, {"Охрана", "Стой"}});
  CHECK(dialogue.speakers.size() == 5);
}

TEST_CASE("a list that is put into an empty text is items, several sentences are that text") {
  Responses responses;
  responses.responses = {{"one", "", {{"a1", "", {}}}, {}}};
  const CellRows list{{"1. Сравним"}, {"2. Посчитаем"}};
  const CellRows with_head{{"Дорого"}, {"1. Сравним"}};
  const CellRows prose{{"Сравним."}, {"Посчитаем."}};
  CHECK(reads_as_items(responses, {"a1", "text"}, list));
  CHECK_FALSE(reads_as_items(responses, {"a1", "text"}, with_head));
  CHECK(reads_as_items(responses, {"one", "cue"}, with_head));
  CHECK_FALSE(reads_as_items(responses, {"one", "cue"}, prose));
  CHECK_FALSE(reads_as_items(responses, {"a1", "text"}, {{"1. Сравним"}}));
  const Dialogue dialogue = short_talk();
  CHECK(reads_as_items(dialogue, {"l1", "text"}, {{"Менеджер: Да"}, {"Клиент: Нет"}}));
  CHECK_FALSE(reads_as_items(dialogue, {"l1", "text"}, prose));
  CHECK_FALSE(reads_as_items(dialogue, {"", "situation"}, {{"Менеджер: Да"}, {"Клиент: Нет"}}));
  CHECK(reads_as_items(Checklist{}, {"i1", "text"}, list));
  CHECK_FALSE(reads_as_items(Checklist{}, {"i1", "requirement"}, list));
}

TEST_CASE("what is put in place of an empty line begins with its speaker") {
  IdSource fresh(1);
  Dialogue dialogue = short_talk();
  dialogue.lines.push_back({"l2", "them", "", {}, {}});
  REQUIRE(says_nothing(dialogue, "l2"));
  CHECK_FALSE(says_nothing(dialogue, "l1"));
  const ItemEdit edit = add_in_place_of(dialogue, "l2", {{"Кто это?"}, {"Иван"}}, fresh);
  const auto& lines = std::get<Dialogue>(edit.content).lines;
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].speaker == "them");
  CHECK(lines[1].text == "Кто это?");
  CHECK(lines[2].speaker == "us");
}

}  // namespace canvasbook::item_text_pasted_test
