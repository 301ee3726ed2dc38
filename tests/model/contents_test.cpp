#include "model/contents.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook::contents_test {

namespace {

std::string ids_in(const Content& content) {
  std::string ids;
  for_each_item_id(content, [&](const std::string& id) { ids += id + " "; });
  return ids;
}

std::string links_in(const Content& content) {
  std::string links;
  for_each_link(content, [&](const std::string& link) { links += link + " "; });
  return links;
}

std::string texts_in(const Content& content) {
  std::string texts;
  for_each_text(content, [&](const std::string& text) { texts += text + "|"; });
  return texts;
}

Board small_board() {
  Board board;
  board.blocks = {samples::make_block("channels", 0, {samples::make_note("n", {"seg"})})};
  board.blocks[0].notes[0].drivers = {"driver"};
  board.parking = {samples::make_note("parked")};
  return board;
}

}  // namespace

TEST_CASE("all kinds but boards, running text and visits are lists of items") {
  CHECK_FALSE(holds_items(Prose{}));
  CHECK_FALSE(holds_items(Visits{}));
  CHECK_FALSE(holds_items(Board{}));
  for (const Content& content :
       {Content{Responses{}}, Content{Replacements{}}, Content{Dialogue{}}, Content{Checklist{}}, Content{Sheet{}}}) {
    CHECK(holds_items(content));
  }
}

TEST_CASE("every item of a section has its id, whatever the kind; columns and speakers are no items") {
  CHECK(ids_in(Prose{"text"}).empty());
  CHECK(ids_in(small_board()) == "n parked ");
  CHECK(ids_in(Responses{"", {samples::make_response("r", "Cue", {"1", "2"})}}) == "r r_1 r_2 ");
  CHECK(ids_in(samples::make_dialogue("t", "m")) == "t_1 t_2 ");
  CHECK(ids_in(samples::make_checklist("c")) == "c_date c_door c_sign c_bar c_taste c_checker ");
  CHECK(ids_in(samples::make_standards("row")) == "row ");
}

TEST_CASE("notes link to segments and causes, lines of a dialogue to answers") {
  CHECK(links_in(small_board()) == "seg driver ");
  CHECK(links_in(samples::make_dialogue("t", "m")) == "m ");
  CHECK(links_in(samples::make_checklist("c")).empty());
}

TEST_CASE("a link that is taken away leaves the words of the line") {
  Content content = samples::make_dialogue("t", "m");
  remove_links(content, [](const std::string& id) { return id == "m"; });
  CHECK(links_in(content).empty());
  CHECK(std::get<Dialogue>(content).lines[1].text == "Compared?");
}

TEST_CASE("the author's words are all texts of a section, parked notes left out") {
  CHECK(texts_in(Prose{"text"}) == "text|");
  CHECK(texts_in(small_board()) == "Text of n||");
  CHECK(texts_in(Responses{"Objection", {samples::make_response("r", "Cue", {"1"})}}) == "Objection|Cue||1||");
  CHECK(texts_in(samples::make_dialogue("t", "m")) == "A call.|Manager|Client|Expensive.|Compared?|");
  CHECK(texts_in(samples::make_standards("row")).find("Greets first|") != std::string::npos);
}

TEST_CASE("content can be changed where it is gone through") {
  Content content = Responses{"", {samples::make_response("r", "Cue", {"1"})}};
  for_each_item_id(content, [](std::string& id) { id = "new_" + id; });
  CHECK(ids_in(content) == "new_r new_r_1 ");
}

}  // namespace canvasbook::contents_test
