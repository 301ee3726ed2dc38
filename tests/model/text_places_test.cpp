#include "model/text_places.h"

#include <doctest/doctest.h>

#include <set>

#include "model/file/workbook_file.h"
#include "tests/samples.h"

namespace canvasbook::text_places_test {

TEST_CASE("every text that an author wrote is found where it can be written in") {
  for (const Language language : {Language::ru, Language::en}) {
    const auto workbook = load_workbook(samples::example_path(language).string());
    REQUIRE(workbook);
    for (const auto& document : workbook->documents) {
      for (const auto& section : document->sections) {
        CAPTURE(section->id);
        const std::vector<PlacedText> texts = texts_in_order(section->content);
        std::multiset<std::string> found;
        for (const PlacedText& text : texts) {
          if (!text.text->empty()) found.insert(*text.text);
          const bool has_fields = !std::holds_alternative<Prose>(section->content) &&
                                  !std::holds_alternative<Board>(section->content) &&
                                  !std::holds_alternative<Visits>(section->content);
          if (has_fields) CHECK(find_field(section->content, text.place) == text.text);
        }
        for_each_text(section->content, [&](const std::string& text) {
          const Sheet* sheet = std::get_if<Sheet>(&section->content);
          if (!text.empty() && sheet == nullptr) CHECK_MESSAGE(found.contains(text), text);
        });
      }
    }
  }
}

TEST_CASE("texts come in the order of reading: notes with their details, then what is parked") {
  Board board;
  Note first = samples::make_note("a");
  first.details = "More";
  board.blocks = {samples::make_block("channels", 0, {first, samples::make_note("b")})};
  board.parking = {samples::make_note("c")};
  std::vector<FieldPlace> places;
  const Content content(board);
  for (const PlacedText& text : texts_in_order(content)) places.push_back(text.place);
  CHECK(places == std::vector<FieldPlace>{{"a", "text"}, {"a", "details"}, {"b", "text"}, {"c", "text"}});
}

TEST_CASE("the cells of a sheet come row by row in the order of its columns") {
  Sheet sheet;
  sheet.columns = {{"z", "", "First", ColumnType::text, {}, 0, {}}, {"a", "", "Second", ColumnType::text, {}, 0, {}}};
  sheet.rows = {{"r", {{"a", "2"}, {"z", "1"}}, {}}};
  std::vector<std::string> texts;
  const Content content(sheet);
  for (const PlacedText& text : texts_in_order(content)) texts.push_back(*text.text);
  CHECK(texts == std::vector<std::string>{"First", "Second", "1", "2"});
}

}  // namespace canvasbook::text_places_test
