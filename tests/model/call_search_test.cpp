#include "model/call_search.h"

#include <doctest/doctest.h>

#include "model/call_gaps.h"
#include "tests/book.h"

namespace canvasbook::call_search_test {

using namespace samples;

namespace {

Section section_of(std::string id, std::string title, std::vector<Response> responses,
                   std::string role = "objections") {
  Section section = make_section_of(std::move(id), std::move(role), Responses{"", std::move(responses)}, 2);
  section.title = std::move(title);
  return section;
}

Response with_synonyms(Response response, std::string synonyms) {
  response.synonyms = std::move(synonyms);
  return response;
}

Document russian_book() {
  return make_document_of(
      "ru", {section_of("objections", "Ответы на возражения",
                        {with_synonyms(make_response("price", "Это дорого для нас.", {"С чем сравниваете?"}),
                                       "не по карману, кусается цена"),
                         make_response("supplier", "Нам уже возит другая компания.", {"Что поправить?"}),
                         make_response("think", "Надо подумать.", {"О чём?"}),
                         make_response("late", "Курьеры вечно опаздывают.", {"Как это было?"})}),
             section_of("questions", "Вопросы о доставке",
                        {make_response("where", "Куда возите?", {"По городу."}),
                         make_response("pay", "Как платить за всё?", {"По счёту."})},
                        "client_questions")});
}

Document english_book() {
  return make_document_of(
      "en", {section_of("objections", "Answers to objections",
                        {with_synonyms(make_response("price", "That is too expensive.", {"Compared with what?"}),
                                       "costly, over our budget"),
                         make_response("supplier", "Another company delivers already.", {"What would you improve?"}),
                         make_response("think", "I need to think about it.", {"About what?"}),
                         make_response("do_not", "We don’t need any coffee machines.", {"And your guests?"})}),
             section_of("questions", "Questions on payment", {make_response("invoice", "Do you invoice?", {"Yes."})})});
}

// The ids of what is found, the best first, each with a space behind it.
std::string found(const Document& document, std::string_view query, size_t most = 10) {
  CallIndex index(document);
  std::string ids;
  for (const CallHit& hit : index.find(query, most)) ids += index.cues()[hit.cue].response->id + " ";
  return ids;
}

std::string best(const Document& document, std::string_view query) {
  const std::string ids = found(document, query, 1);
  return ids.substr(0, ids.find(' '));
}

}  // namespace

TEST_CASE("two or three of the client's words find the cue, in any form and order") {
  const Document ru = russian_book();
  CHECK(best(ru, "дорого") == "price");
  CHECK(best(ru, "ДОРОГО нам") == "price");
  CHECK(best(ru, "другие компании возят") == "supplier");
  CHECK(best(ru, "курьер опоздал") == "late");
  CHECK(best(ru, "подумаем") == "think");
  const Document en = english_book();
  CHECK(best(en, "expensive") == "price");
  CHECK(best(en, "already delivered") == "supplier");
  CHECK(best(en, "thinking about") == "think");
  CHECK(best(en, "machine") == "do_not");
}

TEST_CASE("a word that is still being typed is known by its beginning, one before it is not") {
  CHECK(best(russian_book(), "доро") == "price");
  CHECK(best(russian_book(), "уже воз") == "supplier");
  CHECK(best(english_book(), "expe") == "price");
  CHECK(found(english_book(), "expe zzzz").empty());
  CHECK(found(english_book(), "e").empty());
}

TEST_CASE("one letter may be left out, added, changed or exchanged with its neighbour") {
  for (const char* query : {"доого", "дороого", "дородо", "дрого ", "дороог "}) {
    CAPTURE(query);
    CHECK(best(russian_book(), query) == "price");
  }
  for (const char* query : {"expensve", "expensivve", "expemsive", "exepnsive", "xpensive"}) {
    CAPTURE(query);
    CHECK(best(english_book(), query) == "price");
  }
  CHECK(found(english_book(), "exxpensivv").empty());
  CHECK(found(english_book(), "dox ").empty());  // short words are taken as they are
}

TEST_CASE("a word that only looks like another one where both are cut to their stems is not found") {
  const Document document = make_document_of("d", {section_of("s", "S",
                                                              {make_response("please", "Who is calling, please?", {}),
                                                               make_response("leave", "We leave early", {}),
                                                               make_response("late", "Курьеры опаздывают", {})})});
  CHECK(found(document, "leasing").empty());
  CHECK(found(document, "leasing cost").empty());
  CHECK(found(document, "eave").empty());       // in a short word the first letter is right
  CHECK(best(document, "plesae") == "please");  // long ones may begin otherwise
  CHECK(best(document, "alling") == "please");
  CHECK(best(document, "опаздвает вечно") == "late");  // another form with a letter left out
}

TEST_CASE("other words that clients have count nearly as the cue, words of the section's title less") {
  CHECK(best(russian_book(), "не по карману") == "price");
  CHECK(best(english_book(), "budget") == "price");
  CHECK(found(russian_book(), "доставка") == "where pay ");
  CHECK(best(russian_book(), "доставка платить") == "pay");
  const Document both =
      make_document_of("d", {section_of("s", "S",
                                        {with_synonyms(make_response("synonym", "Other words here", {}), "price"),
                                         make_response("cue", "Price of that thing", {})})});
  CHECK(found(both, "price") == "cue synonym ");
}

TEST_CASE("a rare word says more than a common one, more words more than one") {
  std::vector<Response> responses;
  for (int i = 0; i < 20; ++i) {
    responses.push_back(make_response("n" + std::to_string(i), "We have no time number " + std::to_string(i), {}));
  }
  responses.push_back(make_response("rare", "We have a holiday", {}));
  const Document document = make_document_of("d", {section_of("s", "S", responses)});
  CHECK(best(document, "time holiday") == "rare");
  CHECK(best(document, "no time 7") == "n7");
}

TEST_CASE("common words find nothing where others say what is meant, and find it where there are no others") {
  const Document en = make_document_of(
      "en", {section_of("s", "S",
                        {make_response("about", "Who’s calling, please, and how is it about us?", {}),
                         make_response("late", "What if you’re late?", {}), make_response("always", "Always late", {}),
                         make_response("filter", "The filters are dear", {})})});
  CHECK(found(en, "how about osmosis and leasing").empty());
  CHECK(best(en, "how about filters and osmosis") == "filter");
  CHECK(found(en, "how about filters") == "filter ");
  CHECK(found(en, "how about") == "about ");
  CHECK(best(en, "if you’re late") == "late");  // of two that are meant they tell the better one
  CHECK(best(en, "how about o") == "about");    // nobody knows yet what it becomes
  const Document ru = make_document_of("ru", {section_of("s", "S",
                                                         {make_response("who", "А вы кто и как у вас с этим?", {}),
                                                          make_response("filter", "Фильтры дорогие", {})})});
  CHECK(found(ru, "а как у вас с лизингом").empty());
  CHECK(found(ru, "как у вас с фильтрами") == "filter ");
  CHECK(found(ru, "кто вы") == "who ");
}

TEST_CASE("common words and a number, or a word that no cue has, find no cue that was not said as a whole") {
  const Document ru = make_document_of(
      "ru", {section_of("s", "S",
                        {make_response("supplier", "У нас уже есть поставщик", {}),
                         make_response("place", "Для кулера нет места", {}), make_response("no", "Нет.", {})})});
  CHECK(found(ru, "нас 15").empty());
  CHECK(found(ru, "денег нет") == "no ");
  CHECK(best(ru, "нет места") == "place");
  CHECK(best(ru, "уже есть поставщик") == "supplier");
  const Document en =
      make_document_of("en", {section_of("s", "S", {make_response("about", "How is it that you know about us?", {})})});
  CHECK(found(en, "how about filters").empty());
}

TEST_CASE("words that begin alike find each other where neither is a form of the other, behind those that are") {
  const Document document = make_document_of(
      "d",
      {section_of("s", "S",
                  {make_response("price", "Дорого", {}), make_response("ask", "Мне надо посоветоваться", {}),
                   make_response("advice", "Что посоветуете?", {}), make_response("after", "Call me after lunch", {}),
                   make_response("company", "Our company is small", {})})});
  CHECK(best(document, "дороговато") == "price");
  CHECK(found(document, "посоветуюсь").find("ask ") != std::string::npos);
  CHECK(best(document, "посоветоваться") == "ask");
  CHECK(found(document, "afternoon coffee").empty());
  CHECK(found(document, "compared coffee").empty());
}

TEST_CASE("of equal cues the shorter one comes first, then the first of the document, whenever one asks") {
  const Document document =
      make_document_of("d", {section_of("s", "S",
                                        {make_response("long", "Delivery on a Sunday evening in winter", {}),
                                         make_response("short", "Delivery on a Sunday", {}),
                                         make_response("twin", "Delivery on a Sunday", {})})});
  CHECK(found(document, "sunday delivery") == "short twin long ");
  CallIndex index(document);
  const auto once = index.find("sunday delivery", 3);
  const auto again = index.find("sunday delivery", 3);
  REQUIRE(once.size() == 3);
  for (size_t i = 0; i < 3; ++i) {
    CHECK(once[i].cue == again[i].cue);
    CHECK(once[i].score == again[i].score);
  }
}

TEST_CASE("a word typed just as the cue has it outranks another form of it, wherever that stands") {
  const Document document =
      make_document_of("d", {section_of("s", "Ответы",
                                        {make_response("other", "В другом месте дешевле.", {}),
                                         make_response("same", "Нет места для кулера", {}),
                                         with_synonyms(make_response("synonym", "Тесно у нас", {}), "нету места")})});
  CHECK(found(document, "места") == "same other synonym ");
  CHECK(found(document, "месте") == "other same synonym ");
  CHECK(found(document, "местами") == "other same synonym ");
}

TEST_CASE("equal cues keep their order from letter to letter, whatever rare words begin so as well") {
  const Document document = make_document_of(
      "d", {section_of("s", "Ответы",
                       {make_response("first", "Дорого.", {}),
                        with_synonyms(make_response("second", "Дорого", {}), "дороговато; высокая цена"),
                        make_response("think", "Надо подумать.", {})})});
  for (const char* query : {"до", "дор", "доро", "дорог", "дорого"}) {
    CAPTURE(query);
    CHECK(found(document, query) == "first second ");
  }
}

TEST_CASE("marks, capitals, ё, apostrophes and stress do not matter") {
  CHECK(best(english_book(), "dont need") == "do_not");
  CHECK(best(english_book(), "don't need") == "do_not");
  CHECK(best(russian_book(), "платить за все!") == "pay");
  CHECK(best(russian_book(), "до́рого") == "price");
}

TEST_CASE("gaps and cues without words are not found, and no words find nothing") {
  Document document = english_book();
  document.sections.emplace_back(
      section_of("gaps", "Gaps", {make_response("gap", "Parking for bicycles", {})}, "gaps"));
  document.sections.emplace_back(section_of("blank", "Bicycles", {make_response("blank", " ", {"Yes"})}));
  CHECK(found(document, "bicycles").empty());
  CHECK(found(document, "").empty());
  CHECK(found(document, " … !").empty());
  CHECK(found(make_document_of("none", {}), "word").empty());
}

TEST_CASE("a query of any length is answered") {
  std::string query;
  for (int i = 0; i < 1000; ++i) query += "expensive ";
  CHECK(best(english_book(), query) == "price");
  CHECK(found(english_book(), std::string(100'000, 'x')).empty());
}

}  // namespace canvasbook::call_search_test
