#include "model/find.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/file/workbook_file.h"
#include "model/module_uses.h"
#include "tests/book.h"

namespace canvasbook::find_test {

namespace {

// A workbook with a document whose only section holds this.
Workbook holding(Content content) {
  return samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", std::move(content))})});
}

std::string name_of(const WrittenPlace& place) {
  return place.document + "/" + place.section + "/" + place.item + "/" + place.field;
}

// The places of the hits, with an exclamation mark where replacing leaves them out.
std::vector<std::string> places(const Workbook& workbook, const FindQuery& query) {
  WordForms forms;
  std::vector<std::string> names;
  const Found found = find_in(workbook, query, forms);
  for (const Hit& hit : found.hits) names.push_back(name_of(found.text_of(hit).place) + (hit.is_fixed ? "!" : ""));
  return names;
}

ReplaceResult replace_all(const Workbook& workbook, const FindQuery& query, std::string_view with) {
  WordForms forms;
  const Found found = find_in(workbook, query, forms);
  return replace_hits(workbook, found, found.hits, query, with);
}

// What prose becomes when all is replaced in it.
std::string replaced_prose(const std::string& text, const FindQuery& query, std::string_view with) {
  const Workbook after = replace_all(holding(Prose{text}), query, with).workbook;
  return std::get<Prose>(after.documents[0]->sections[0]->content).text;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a word with stress marks or soft hyphens is replaced as it is seen, and those around it stay") {
  CHECK(replaced_prose("Ста\u0301рый за\u0301мок", {.text = "замок"}, "дом") == "Ста\u0301рый дом");
  CHECK(replaced_prose("про\u00ADда\u00ADжа", {.text = "про"}, "рас") == "рас\u00ADда\u00ADжа");
  CHECK(replaced_prose("про\u00ADда\u00ADжа у\u0301тром", {.text = "продажа"}, "покупка") == "покупка у\u0301тром");
}

TEST_CASE("titles of the workbook, its documents and its sections are found, and the reasons of dismissals") {
  Workbook workbook = holding(Prose{"no"});
  workbook.company = "Word & Co";
  workbook.author_role = "keeper of the word";
  workbook.documents[0] = [&] {
    Document document = *workbook.documents[0];
    document.title = "A word";
    return document;
  }();
  workbook = rename_section(workbook, "sec", "Words");
  workbook = dismiss_finding(workbook, {"rule", "doc", "sec", "My word", {}});
  CHECK(places(workbook, {.text = "word"}) ==
        Names{"///company", "///author_role", "//sec/dismissed/0", "doc///", "doc/sec//"});
}

TEST_CASE("notes are found with their details, parked ones too; titles of blocks are the template's") {
  Board board;
  board.frames = {{"A word", {}, {}}};
  board.blocks = {samples::make_block("word", 0, {samples::make_note("n")})};
  board.blocks[0].notes[0].text = "Word";
  board.blocks[0].notes[0].details = "word and word";
  board.parking = {samples::make_note("p")};
  board.parking[0].text = "a word put aside";
  CHECK(places(holding(board), {.text = "word"}) == Names{"doc/sec//frame!", "doc/sec/word/block!", "doc/sec/n/text",
                                                          "doc/sec/n/details", "doc/sec/n/details", "doc/sec/p/text"});
}

TEST_CASE("every text of the other kinds is found where it stands") {
  Responses responses{"A word", {samples::make_response("r", "Word?", {"No word", "Yes"})}};
  CHECK(places(holding(responses), {.text = "word"}) ==
        Names{"doc/sec//cue_title", "doc/sec/r/cue", "doc/sec/r_1/text"});
  CHECK(places(holding(Replacements{{{"s", "word", "words", "a word", {}, "Word"}}}), {.text = "word"}) ==
        Names{"doc/sec/s/phrase", "doc/sec/s/replacement", "doc/sec/s/reason", "doc/sec/s/hears"});
  Dialogue dialogue = samples::make_dialogue("t", "m");
  dialogue.situation = "Word";
  dialogue.speakers[0].title = "Word";
  dialogue.lines[0].text = "Word";
  CHECK(places(holding(dialogue), {.text = "word"}) ==
        Names{"doc/sec//situation", "doc/sec/" + dialogue.speakers[0].id + "/title", "doc/sec/t_1/text"});
  Checklist checklist = samples::make_checklist("c");
  checklist.head[0].title = checklist.signatures[0].title = "Word";
  checklist.groups[0].title = checklist.groups[0].items[0].requirement = "Word";
  CHECK(places(holding(checklist), {.text = "word"}) ==
        Names{"doc/sec/c_date/title", "doc/sec/c_door/title", "doc/sec/c_sign/requirement", "doc/sec/c_checker/title"});
}

TEST_CASE("cells are found in the order of the columns; dates are left as they are and marks are no text") {
  Sheet sheet;
  sheet.columns = {{"z", "", "Word", ColumnType::text, {}, 0, {}},
                   {"d", "", "Day", ColumnType::date, {}, 0, {}},
                   {"c", "", "Mark", ColumnType::check, {"a word"}, 0, {}}};
  sheet.rows = {{"r", {{"c", "yes"}, {"d", "2026-11-22"}, {"z", "2026 words, yes"}, {"gone", "word"}}, {}}};
  CHECK(places(holding(sheet), {.text = "word"}) == Names{"doc/sec/z/title", "doc/sec/c/choices/0", "doc/sec/r/z"});
  CHECK(places(holding(sheet), {.text = "2026"}) == Names{"doc/sec/r/z", "doc/sec/r/d!"});
  CHECK(places(holding(sheet), {.text = "yes"}) == Names{"doc/sec/r/z"});
}

TEST_CASE("a hit knows what it belongs to: the block, the cue, the speaker, the column") {
  WordForms forms;
  const auto heading = [&](const Workbook& workbook, const char* text) {
    const Found found = find_in(workbook, {.text = text}, forms);
    REQUIRE(found.hits.size() == 1);
    const std::string* of = found.text_of(found.hits.front()).heading;
    return of == nullptr ? std::string() : *of;
  };
  Board board;
  board.blocks = {samples::make_block("channels", 0, {samples::make_note("n")})};
  CHECK(heading(holding(board), "Text of n") == "Title of channels");
  CHECK(heading(holding(Responses{"", {samples::make_response("r", "Why?", {"Because"})}}), "Because") == "Why?");
  Dialogue dialogue = samples::make_dialogue("t", "m");
  dialogue.lines[1].text = "Word";
  CHECK(heading(holding(dialogue), "Word") == find_speaker(dialogue, dialogue.lines[1].speaker)->title);
  CHECK(heading(holding(samples::make_standards("row")), "A guest comes in") == "Title of situation");
}

TEST_CASE("a hit knows its document and its section, as far as it stands in one") {
  Workbook workbook =
      samples::make_workbook({samples::make_document_of("one", {samples::make_section("a", Prose{"no"})}),
                              samples::make_document_of("two", {samples::make_section("b", Prose{"no"}),
                                                                samples::make_section("c", Prose{"A word"})})});
  workbook.company = "Word & Co";
  workbook = rename_document(workbook, "two", "Words");
  WordForms forms;
  const Found found = find_in(workbook, {.text = "word"}, forms);
  REQUIRE(found.texts.size() == 3);
  CHECK(found.texts[0].document == nullptr);
  CHECK(found.texts[0].section == nullptr);
  CHECK(found.texts[1].document->id == "two");
  CHECK(found.texts[1].section == nullptr);
  CHECK(found.texts[2].document->id == "two");
  CHECK(found.texts[2].section->id == "c");
}

TEST_CASE("replacing all changes every hit and nothing else, and shares what has none") {
  Workbook workbook = samples::make_workbook({samples::sound_book(), samples::sound_standards()});
  const Workbook before =
      add_document(workbook, samples::make_document_of("d", {samples::make_section("s", Prose{"a word, words"})}));
  const ReplaceResult result = replace_all(before, {.text = "word"}, "term");
  CHECK(result.replaced == 2);
  CHECK(result.left_out == 0);
  CHECK(std::get<Prose>(find_section(result.workbook, "s")->content).text == "a term, terms");
  CHECK(result.workbook.documents[0].same_as(before.documents[0]));
  CHECK(replace_all(result.workbook, {.text = "term"}, "word").workbook == before);
}

TEST_CASE("one hit of several can be replaced alone") {
  WordForms forms;
  const Workbook workbook = holding(Prose{"one two one"});
  const FindQuery query{.text = "one"};
  const Found found = find_in(workbook, query, forms);
  const Workbook after = replace_hits(workbook, found, {&found.hits[1], 1}, query, "three").workbook;
  CHECK(std::get<Prose>(after.documents[0]->sections[0]->content).text == "one two three");
}

TEST_CASE("a replacement begins with the capital or small letter of what it replaces") {
  CHECK(replaced_prose("Клиент видит клиента", {.text = "клиент"}, "гость") == "Гость видит гостьа");
  CHECK(replaced_prose("Ёлка, ёлка", {.text = "Елка"}, "Сосна") == "Сосна, сосна");
  CHECK(replaced_prose("Client, client", {.text = "client", .match_case = true}, "guest") == "Client, guest");
}

TEST_CASE("a name that is given with its capital keeps it") {
  CHECK(replaced_prose("в питере, Питере", {.text = "питере"}, "Петербурге") == "в Петербурге, Петербурге");
  CHECK(replaced_prose("5 %", {.text = "%"}, "процентов") == "5 процентов");
}

TEST_CASE("replacing leaves links, addresses and places to fill in whole, and says how many it left out") {
  const std::string text = "[word](word.md#word) https://word.org/word <mailto:word@word.org> [word] word";
  const ReplaceResult result = replace_all(holding(Prose{text}), {.text = "word"}, "term");
  CHECK(std::get<Prose>(result.workbook.documents[0]->sections[0]->content).text ==
        "[term](word.md#word) https://word.org/word <mailto:word@word.org> [term] term");
  CHECK(result.replaced == 3);
  CHECK(result.left_out == 6);
  CHECK(replaced_prose("[имя] и [", {.text = "["}, "(") == "[имя] и (");
  CHECK(replaced_prose("Это [имя].", {.text = "[имя]"}, "Анна") == "Это Анна.");
}

TEST_CASE("a hit whose text was changed since is left as it is") {
  WordForms forms;
  const FindQuery query{.text = "word"};
  const Found found = find_in(holding(Prose{"a word"}), query, forms);
  const Workbook changed = holding(Prose{"my own word"});
  const ReplaceResult result = replace_hits(changed, found, found.hits, query, "term");
  CHECK(result.workbook == changed);
  CHECK(result.left_out == 1);
  CHECK(replace_hits(samples::make_workbook({}), found, found.hits, query, "term").replaced == 0);
}

TEST_CASE("the cell that is replaced by nothing is as one that was never written") {
  Sheet sheet;
  sheet.columns = {{"a", "", "A", ColumnType::text, {}, 0, {}}};
  sheet.rows = {{"r", {{"a", "word"}}, {}}};
  const Workbook after = replace_all(holding(sheet), {.text = "word"}, "").workbook;
  CHECK(std::get<Sheet>(after.documents[0]->sections[0]->content).rows[0].cells.empty());
}

TEST_CASE("a hit is shown in its line") {
  const std::string text = "first\nthe second line\nthird";
  const HitLine line = line_of(text, {10, 16});
  CHECK(line.line == "the second line");
  CHECK(line.range == MatchRange{4, 10});
  CHECK(line_of(text, {0, 5}).line == "first");
  CHECK(line_of(text, {16, 24}).range == MatchRange{10, 15});
  CHECK(line_of("x\ny", {1, 2}).line.empty() == false);
}

TEST_CASE("lines that had the words of an answer differ from it when these are replaced in the answer alone") {
  const Workbook before = samples::book_with_said_answers();
  const FindQuery query{.text = "delivery"};
  WordForms forms;
  const Found found = find_in(before, query, forms);
  std::vector<Hit> in_answers;
  for (const Hit& hit : found.hits) {
    if (found.text_of(hit).place.section == "objections") in_answers.push_back(hit);
  }
  REQUIRE(in_answers.size() == 1);
  const Workbook after = replace_hits(before, found, in_answers, query, "setting up").workbook;
  const DialogueLine& line = std::get<Dialogue>(find_section(after, "talk2")->content).lines[1];
  CHECK(line.text == "It includes delivery.");
  CHECK(differs_from_answer(line, *find_module(after, line.module).answer));
}

TEST_CASE("replacing everywhere replaces the words of lines too, which then say what their answers say") {
  const Workbook after = replace_all(samples::book_with_said_answers(), {.text = "delivery"}, "setting up").workbook;
  const DialogueLine& line = std::get<Dialogue>(find_section(after, "talk2")->content).lines[1];
  CHECK(line.text == "It includes setting up.");
  CHECK_FALSE(differs_from_answer(line, *find_module(after, line.module).answer));
}

}  // namespace canvasbook::find_test
