#include "model/file/workbook_file.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <sys/stat.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/base/catalog.h"
#include "model/kinds/fields.h"
#include "model/text/word_list.h"
#include "tests/edits.h"
#include "tests/samples.h"

namespace canvasbook::workbook_file_test {

namespace {

using nlohmann::ordered_json;
using samples::TemporaryFolder;

// A small workbook file with an object of every kind. A test changes what it is about.
ordered_json sample_file() {
  return ordered_json::parse(R"({
    "canvasbook": 1, "company": "Morning", "author_role": "owner", "language": "en", "page_size": "A3",
    "created": "2026-09-07", "modified": "2026-11-16",
    "documents": [{
      "id": "doc", "template": "business_model_canvas", "language": "en", "title": "Coffee", "page_budget": 12,
      "paper": {"cover": true, "contents": true, "justified": true, "mirrored": true, "dense_forms": true},
      "revision": {"date": "2026-11-16", "owner": "head of sales", "months": 6},
      "sections": [
        {"id": "canvas", "kind": "board", "role": "business_model", "title": "Canvas", "columns": 4, "rows": 2,
         "frames": [{"title": "Left", "column": 0, "row": 0, "columns": 2, "rows": 2}],
         "blocks": [{
           "id": "channels", "role": "channels", "title": "Channels", "question": "How?", "order": 1,
           "column": 1, "row": 0, "columns": 2, "rows": 2, "icon": "truck",
           "types": [{"id": "own", "title": "own", "group": "ownership"}],
           "notes": [
             {"id": "n1", "text": "A hatch", "details": "Long.", "segments": ["s"], "types": ["own"], "drivers": ["n2"], "colour": "red"},
             {"id": "n2", "text": "A site"}]}]},
        {"id": "prose", "kind": "prose", "role": "fit", "title": "Fit", "level": 2, "page_budget": 3,
         "text": "Some *text*."},
        {"id": "objections", "kind": "responses", "role": "objections", "title": "Objections", "cue_title": "Objection",
         "responses": [{"id": "expensive", "cue": "Expensive.", "answers": [
           {"id": "expensive_1", "text": "Compared to what?"}, {"id": "expensive_2", "text": "It includes delivery."}]}]},
        {"id": "stop", "kind": "replacements", "role": "stop_list", "title": "STOP phrases", "replacements": [
          {"id": "try", "phrase": "I will try", "replacement": "I will", "reason": "It sounds like a doubt.",
           "hears": "It will not happen."}]},
        {"id": "talk", "kind": "dialogue", "role": "scenario", "title": "A talk", "situation": "A call.", "minutes": 5,
         "speakers": [{"id": "staff", "title": "Manager"}, {"id": "client", "title": "Client", "is_client": true}],
         "lines": [{"id": "l1", "speaker": "client", "text": "Expensive."},
                   {"id": "l2", "speaker": "staff", "text": "Compared to what?", "module": "expensive_1"}]},
        {"id": "hall", "kind": "checklist", "role": "checklist", "title": "Hall", "scale": "yes_no_partly",
         "head": [{"id": "date", "title": "Date"}],
         "groups": [{"id": "door", "title": "Door", "items": [
           {"id": "sign", "text": "Sign", "requirement": "Lit at night", "weight": 3, "critical": true, "scale": "points_5"}]}],
         "signatures": [{"id": "checker", "title": "Checked by"}]},
        {"id": "standards", "kind": "sheet", "role": "standards", "title": "Standards", "layout": "cards",
         "columns": [{"id": "situation", "role": "situation", "title": "Situation", "share": 3},
                     {"id": "state", "title": "State", "type": "choice", "choices": ["new", "old"]}],
         "rows": [{"id": "row1", "cells": {"situation": "A guest comes in", "state": "new"}}]}]}],
    "dismissed": [{"rule": "empty_block", "document": "doc", "item": "canvas/x", "reason": "later"}],
    "own_words": ["flat white", "zine"]
  })");
}

Error error_in(std::string_view text) {
  const auto workbook = read_workbook(text);
  REQUIRE_FALSE(workbook);
  return workbook.error();
}

// The error that a change of the sample file leads to.
Error error_after(const char* pointer, const ordered_json& value) {
  ordered_json file = sample_file();
  file[ordered_json::json_pointer(pointer)] = value;
  return error_in(file.dump());
}

Error error_without(const char* parent, const char* field) {
  ordered_json file = sample_file();
  file[ordered_json::json_pointer(parent)].erase(field);
  return error_in(file.dump());
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Workbook example(Language language) {
  auto workbook = load_workbook(samples::example_path(language).string());
  REQUIRE(workbook);
  return std::move(*workbook);
}

// Random workbooks that a file can hold: ids unique, blocks inside the grid.
class Random {
 public:
  Workbook workbook() {
    Workbook workbook;
    workbook.company = text();
    workbook.author_role = text();
    workbook.language = language();
    workbook.page_size = *rc::gen::element(PageSize::A4, PageSize::A3, PageSize::Letter);
    workbook.created = date();
    workbook.modified = date();
    repeat(3, [&] { workbook.documents.emplace_back(document()); });
    repeat(3, [&] { workbook.dismissed.push_back({"rule" + text(), text(), text(), text(), unknown()}); });
    repeat(3, [&] { workbook.own_words.push_back(text()); });
    workbook.own_words = tidied_words(std::move(workbook.own_words));
    workbook.unknown = unknown();
    return workbook;
  }

 private:
  template <class Add>
  void repeat(int most, Add add) {
    const int count = number(0, most);
    for (int i = 0; i < count; ++i) add();
  }

  int number(int least, int most) { return *rc::gen::inRange(least, most + 1); }

  std::string text() {
    std::string result;
    repeat(6, [&] {
      result += *rc::gen::element<std::string>("a", "Z 9", "ё", "и\u0306", "😀", "\"", "\\", "/", "\n", "\r\n", "\t",
                                               std::string(1, '\0'), "\x7F", "\x1B", "\u2028", "\uFEFF", "{detail}",
                                               "</b>", "«да»", "|", "  ");
    });
    return result;
  }

  std::string id() { return *rc::gen::element<std::string>("n", "Note.", "_", "9") + std::to_string(++ids_); }
  Language language() { return *rc::gen::element(Language::ru, Language::en); }
  Date date() { return {number(1, 9999), number(1, 12), number(1, 28)}; }

  UnknownFields unknown() {
    UnknownFields fields;
    repeat(2, [&] {
      fields.emplace_back("later_" + std::to_string(fields.size()) + text(),
                          *rc::gen::element<std::string>("1", "-2.5", "null", "true", "\"ё\\n\"", "[1,[],{\"a\":null}]",
                                                         "{\"id\":\"n1\"}"));
    });
    return fields;
  }

  std::vector<std::string> texts() {
    std::vector<std::string> result;
    repeat(3, [&] { result.push_back(text()); });
    return result;
  }

  GridPlace place(const Board& board) {
    GridPlace place;
    place.column = number(0, board.columns - 1);
    place.row = number(0, board.rows - 1);
    place.columns = number(1, board.columns - place.column);
    place.rows = number(1, board.rows - place.row);
    return place;
  }

  Note note() {
    return {id(),
            text(),
            text(),
            texts(),
            texts(),
            texts(),
            *rc::gen::element(Colour::none, Colour::yellow, Colour::violet),
            unknown()};
  }

  Block block(const Board& board) {
    Block block{id(), text(), text(), text(), number(0, 999), place(board), text(), {}, {}, {}, unknown()};
    repeat(2, [&] { block.types.push_back({id(), text(), text(), unknown()}); });
    repeat(3, [&] { block.answered.push_back(number(0, 999)); });
    repeat(3, [&] { block.notes.push_back(note()); });
    return block;
  }

  Board board() {
    Board board;
    board.columns = number(1, 64);
    board.rows = number(1, 64);
    repeat(2, [&] { board.frames.push_back({text(), place(board), unknown()}); });
    repeat(3, [&] { board.blocks.push_back(block(board)); });
    return board;
  }

  // Fills a described value (fields.h) with anything that a file can hold.
  class Filler {
   public:
    explicit Filler(Random& random) : random_(random) {}

    void id(std::string_view, std::string& value) { value = random_.id(); }
    void local_id(std::string_view, std::string& value) { value = random_.id(); }
    void link(std::string_view, std::string& value) { value = random_.text(); }
    void text(std::string_view, std::string& value) { value = random_.text(); }
    void markdown(std::string_view, std::string& value) { value = random_.text(); }
    void code(std::string_view, std::string& value) { value = random_.text(); }
    void number(std::string_view, int& value, int, int least, int most) { value = random_.number(least, most); }
    void decimal(std::string_view, double& value, double, double least, double most) {
      value = random_.number(static_cast<int>(least * 10), static_cast<int>(most * 10)) / 10.0;
    }
    void flag(std::string_view, bool& value) { value = random_.number(0, 1) == 1; }
    void texts(std::string_view, std::vector<std::string>& values) { values = random_.texts(); }
    void cells(std::string_view, std::map<std::string, std::string>& values) {
      random_.repeat(3, [&] { values[random_.text()] = "x" + random_.text(); });
    }
    void unknown(UnknownFields& value) { value = random_.unknown(); }

    template <class Enum>
    void choice(std::string_view, Enum& value, std::span<const std::string_view> names) {
      const int first = value == Enum{} ? 0 : 1;  // a list that has a scale has no other to inherit
      value = static_cast<Enum>(random_.number(first, static_cast<int>(names.size()) - 1));
    }

    template <class T>
    void list(std::string_view, std::vector<T>& values) {
      random_.repeat(3, [&] { describe(*this, values.emplace_back()); });
    }
    template <class T>
    void local_list(std::string_view key, std::vector<T>& values) {
      list(key, values);
    }

   private:
    Random& random_;
  };

  template <class Kind>
  Content filled() {
    Kind kind;
    Filler filler(*this);
    describe(filler, kind);
    return kind;
  }

  Content content() {
    switch (number(0, 7)) {
      case 0:
        return Prose{text()};
      case 1:
        return filled<Responses>();
      case 2:
        return filled<Replacements>();
      case 3:
        return filled<Dialogue>();
      case 4:
        return filled<Checklist>();
      case 5:
        return filled<Sheet>();
      default:
        return board();
    }
  }

  Document document() {
    Document document{id(), text(), text(), language(), number(0, 3), {}, {}, unknown()};
    const auto yes = [&] { return number(0, 1) == 1; };
    document.paper = {yes(), yes(), yes(), yes(), yes(), unknown()};
    if (yes()) document.revision.date = date();
    document.revision.owner = text();
    document.revision.months = number(0, longest_revision_period);
    document.revision.unknown = unknown();
    repeat(3, [&] {
      document.sections.emplace_back(Section{id(), text(), text(), number(1, deepest_section), content(),
                                             number(0, largest_page_budget), unknown()});
    });
    return document;
  }

  int ids_ = 0;
};

}  // namespace

TEST_CASE("the sample file reads as the workbook it describes") {
  const auto workbook = read_workbook(sample_file().dump());
  REQUIRE(workbook);
  CHECK(workbook->company == "Morning");
  CHECK(workbook->author_role == "owner");
  CHECK(workbook->language == Language::en);
  CHECK(workbook->page_size == PageSize::A3);
  CHECK(workbook->created == Date{2026, 9, 7});
  CHECK(workbook->modified == Date{2026, 11, 16});
  REQUIRE(workbook->documents.size() == 1);
  const Document& document = *workbook->documents[0];
  CHECK(document.template_id == "business_model_canvas");
  REQUIRE(document.sections.size() == 7);
  const Board& board = std::get<Board>(document.sections[0]->content);
  CHECK(board.frames[0].title == "Left");
  CHECK(board.blocks[0].place == GridPlace{1, 0, 2, 2});
  const Note note{"n1", "A hatch", "Long.", {"s"}, {"own"}, {"n2"}, Colour::red, {}};
  CHECK(board.blocks[0].notes[0] == note);
  CHECK(std::get<Prose>(document.sections[1]->content).text == "Some *text*.");
  CHECK(document.paper == PaperStyle{true, true, true, true, true, {}});
  CHECK(document.revision == Revision{Date{2026, 11, 16}, "head of sales", 6, {}});
  CHECK(document.sections[1]->level == 2);
  const auto& objections = std::get<Responses>(document.sections[2]->content);
  CHECK(objections.cue_title == "Objection");
  CHECK(objections.responses[0].answers[1] == Answer{"expensive_2", "It includes delivery.", {}});
  CHECK(std::get<Replacements>(document.sections[3]->content).replacements[0] ==
        Replacement{"try", "I will try", "I will", "It sounds like a doubt.", {}, "It will not happen."});
  const auto& talk = std::get<Dialogue>(document.sections[4]->content);
  CHECK(talk.minutes == 5);
  CHECK(talk.speakers[1] == Speaker{"client", "Client", true, {}});
  CHECK(talk.lines[1] == DialogueLine{"l2", "staff", "Compared to what?", "expensive_1", {}});
  const auto& hall = std::get<Checklist>(document.sections[5]->content);
  CHECK(hall.scale == Scale::yes_no_partly);
  CHECK(hall.groups[0].items[0] == CheckItem{"sign", "Sign", "Lit at night", 3, true, Scale::points_5, {}});
  const auto& standards = std::get<Sheet>(document.sections[6]->content);
  CHECK(standards.layout == SheetLayout::cards);
  CHECK(standards.columns[1].choices == std::vector<std::string>{"new", "old"});
  CHECK(standards.rows[0].cells.at("state") == "new");
  CHECK(workbook->dismissed[0] == Dismissal{"empty_block", "doc", "canvas/x", "later", {}});
  CHECK(workbook->own_words == std::vector<std::string>{"flat white", "zine"});
}

TEST_CASE("a random workbook that was written reads back as the same workbook") {
  CHECK(rc::check([] {
    const Workbook workbook = Random().workbook();
    const std::string text = write_workbook(workbook);
    const auto read = read_workbook(text);
    if (!read) RC_FAIL(Catalog::of(Language::en).error(read.error()) + "\n" + text);
    RC_ASSERT((*read == workbook));
    RC_ASSERT(write_workbook(*read) == text);
  }));
}

TEST_CASE("the example workbooks are stable: once written, they are written the same again") {
  for (const Language language : {Language::en, Language::ru}) {
    const std::string canonical = write_workbook(example(language));
    const auto read = read_workbook(canonical);
    REQUIRE(read);
    CHECK((write_workbook(*read) == canonical));
    CHECK((*read == example(language)));
  }
}

TEST_CASE("writing an example changes nothing in it but white space: no field is lost") {
  for (const Language language : {Language::en, Language::ru}) {
    const auto before = nlohmann::json::parse(samples::bytes_of(samples::example_path(language)));
    const auto after = nlohmann::json::parse(write_workbook(example(language)));
    CHECK(nlohmann::json::diff(before, after) == nlohmann::json::array());
  }
}

TEST_CASE("changing one word changes one line of the file") {
  const Workbook before = example(Language::en);
  const Section& section = *before.documents[0]->sections[0];
  const Board& board = std::get<Board>(section.content);
  Note note = board.blocks[3].notes[2];
  note.text += " again";
  Section changed = section;
  changed.content = set_note(board, note);
  const auto old_lines = lines_of(write_workbook(before));
  const auto new_lines = lines_of(write_workbook(set_section(before, changed)));
  REQUIRE(old_lines.size() == new_lines.size());
  size_t different = 0;
  for (size_t i = 0; i < old_lines.size(); ++i) different += old_lines[i] != new_lines[i] ? 1 : 0;
  CHECK(different == 1);
}

TEST_CASE("an added note adds lines and changes none but a comma") {
  const Workbook before = samples::sound_workbook();
  Section changed = *before.documents[0]->sections[0];
  changed.content = add_note(std::get<Board>(changed.content), "channels", samples::make_note("new"), 0);
  const auto old_lines = lines_of(write_workbook(before));
  const auto new_lines = lines_of(write_workbook(set_section(before, changed)));
  REQUIRE(new_lines.size() == old_lines.size() + 4);
  const auto first = std::ranges::mismatch(old_lines, new_lines);
  CHECK(std::equal(first.in1, old_lines.end(), first.in2 + 4));
}

TEST_CASE("the text of a file is readable: letters unescaped, a line feed at the end") {
  Workbook workbook = samples::sound_workbook();
  workbook.company = "Кофейня «Утро»";
  const std::string text = write_workbook(workbook);
  CHECK(text.find("Кофейня «Утро»") != std::string::npos);
  CHECK(text.ends_with("}\n"));
  CHECK(text.starts_with("{\n  \"canvasbook\": 1,\n"));
}

TEST_CASE("fields that this version does not know are kept on every kind of object and written back") {
  const ordered_json later = ordered_json::parse(R"({"deep": [1, {"ё": null}], "text": "x"})");
  for (const char* pointer : {"",
                              "/documents/0",
                              "/documents/0/sections/0",
                              "/documents/0/sections/0/frames/0",
                              "/documents/0/sections/0/blocks/0",
                              "/documents/0/sections/0/blocks/0/types/0",
                              "/documents/0/sections/0/blocks/0/notes/0",
                              "/documents/0/sections/1",
                              "/dismissed/0",
                              "/documents/0/paper",
                              "/documents/0/revision",
                              "/documents/0/sections/2",
                              "/documents/0/sections/2/responses/0",
                              "/documents/0/sections/2/responses/0/answers/0",
                              "/documents/0/sections/3/replacements/0",
                              "/documents/0/sections/4/speakers/0",
                              "/documents/0/sections/4/lines/0",
                              "/documents/0/sections/5/head/0",
                              "/documents/0/sections/5/groups/0",
                              "/documents/0/sections/5/groups/0/items/0",
                              "/documents/0/sections/5/signatures/0",
                              "/documents/0/sections/6/columns/0",
                              "/documents/0/sections/6/rows/0"}) {
    CAPTURE(pointer);
    ordered_json file = sample_file();
    file[ordered_json::json_pointer(pointer)]["added_later"] = later;
    const auto workbook = read_workbook(file.dump());
    REQUIRE(workbook);
    CHECK_FALSE(*workbook == *read_workbook(sample_file().dump()));
    const auto written = ordered_json::parse(write_workbook(*workbook));
    CHECK(written[ordered_json::json_pointer(pointer)]["added_later"] == later);
    CHECK(nlohmann::json(written) == nlohmann::json(file));
  }
}

TEST_CASE("unknown fields survive an edit of the note beside them") {
  ordered_json file = sample_file();
  file["/documents/0/sections/0/blocks/0/notes/0/added_later"_json_pointer] = 5;
  const auto workbook = read_workbook(file.dump());
  REQUIRE(workbook);
  Section section = *workbook->documents[0]->sections[0];
  section.content = move_note(remove_note(std::get<Board>(section.content), "n2"), "n1", "channels", 5);
  const std::string text = write_workbook(set_section(*workbook, section));
  CHECK(text.find("\"added_later\": 5") != std::string::npos);
}

TEST_CASE("a number that an unknown field holds is written as it was") {
  ordered_json file = sample_file();
  file["added_later"] = 0;
  for (const char* number : {"9007199254740993", "18446744073709551615", "-9223372036854775808", "0.1", "1.5e-7", "-0",
                             "123456789012345678901234567890", "1.10", "-0.0", "1E5", "2.00", "1e-400"}) {
    for (const std::string& value :
         {std::string(number), "[" + std::string(number) + ", {\"inner\": " + number + "}]"}) {
      CAPTURE(value);
      std::string text = file.dump();
      text.replace(text.rfind("\"added_later\":0"), 15, "\"added_later\":" + value);
      const auto workbook = read_workbook(text);
      REQUIRE(workbook);
      std::string written = write_workbook(*workbook);
      REQUIRE(read_workbook(written));
      CHECK(*read_workbook(written) == *workbook);
      std::erase_if(written, [](char c) { return c == ' ' || c == '\n'; });
      std::string expected = "\"added_later\":" + value;
      std::erase(expected, ' ');
      CHECK(written.find(expected + "}") != std::string::npos);
    }
  }
}

TEST_CASE("a number that was kept as it came is no number where one of ours is asked for, but for a zero") {
  const std::string text =
      R"({"canvasbook":1,"language":"en","created":"2026-01-01","modified":"2026-01-01","documents":[
    {"id":"d","language":"en","title":"D","page_budget":NUMBER,"sections":[]}]})";
  const auto with = [&](const std::string& number) {
    std::string with_number = text;
    return read_workbook(with_number.replace(with_number.find("NUMBER"), 6, number));
  };
  CHECK(with("-0"));
  for (const char* number : {"1.10", "2.0", "123456789012345678901234567890"}) {
    REQUIRE_FALSE(with(number));
    CHECK(with(number).error().code == ErrorCode::wrong_type);
  }
}

TEST_CASE("the smallest workbook has version, language and dates") {
  const auto workbook =
      read_workbook(R"({"canvasbook":1,"language":"ru","created":"2026-01-01","modified":"2026-01-01"})");
  REQUIRE(workbook);
  CHECK(workbook->documents.empty());
  CHECK(workbook->page_size == PageSize::A4);
}

TEST_CASE("a link to an item that does not exist is no error of the file") {
  ordered_json file = sample_file();
  file["/documents/0/sections/0/blocks/0/notes/0/segments"_json_pointer] = {"nobody", "", "not an id"};
  const auto workbook = read_workbook(file.dump());
  REQUIRE(workbook);
  CHECK(std::get<Board>(workbook->documents[0]->sections[0]->content).blocks[0].notes[0].segments[0] == "nobody");
}

TEST_CASE("text that is not JSON is an error with line and column") {
  for (const char* text : {"", "hello", "%PDF-1.4", "{\"canvasbook\": 1", "<html>"}) {
    CAPTURE(text);
    const Error error = error_in(text);
    CHECK(error.code == ErrorCode::not_json);
    CHECK(error.line == 1);
    CHECK(error.column >= 1);
  }
}

TEST_CASE("an example file that breaks off anywhere is an error with line and column, never a crash") {
  for (const Language language : {Language::en, Language::ru}) {
    const std::string text = samples::bytes_of(samples::example_path(language));
    const size_t end = text.rfind('}');
    REQUIRE(end != std::string::npos);
    size_t wrong = 0;
    const auto cut = [&](size_t length) {
      const auto workbook = read_workbook(std::string_view(text).substr(0, length));
      const bool right =
          !workbook && (workbook.error().code == ErrorCode::not_json || workbook.error().code == ErrorCode::not_utf8) &&
          workbook.error().line > 0 && workbook.error().column > 0;
      if (!right) ++wrong;
    };
    for (size_t length = 0; length < 600; ++length) cut(length);
    for (size_t length = 600; length < end; length += samples::stride(61)) cut(length);
    for (size_t length = end - 100; length <= end; ++length) cut(length);
    CHECK(wrong == 0);
  }
}

TEST_CASE("an example file with one byte changed anywhere is read or refused, never a crash") {
  std::string text = samples::bytes_of(samples::example_path(Language::ru));
  for (size_t at = 0; at < text.size(); at += samples::stride(97)) {
    const char before = text[at];
    text[at] = "\xFF\"{}[],0\\\n"[at % 10];
    if (const auto workbook = read_workbook(text)) {
      CHECK(read_workbook(write_workbook(*workbook)).has_value());
    } else {
      const Error& error = workbook.error();
      CAPTURE(std::string(error_name(error.code)));
      CHECK(
          (error.line > 0 || !error.item.empty() || !error.detail.empty() || error.code == ErrorCode::not_a_workbook));
    }
    text[at] = before;
  }
}

TEST_CASE("a file that is JSON but no workbook is told so") {
  for (const char* text : {"{}", "[]", "5", "null", R"({"language":"en"})"}) {
    CAPTURE(text);
    CHECK(error_in(text).code == ErrorCode::not_a_workbook);
  }
}

TEST_CASE("a workbook of a newer version is refused with that version") {
  const Error error = error_after("/canvasbook", 2);
  CHECK(error.code == ErrorCode::newer_version);
  CHECK(error.detail == "2");
  CHECK(error_after("/canvasbook", 1000000).code == ErrorCode::newer_version);
}

TEST_CASE("bytes that are not UTF-8 are an error with line and column") {
  std::string text = sample_file().dump(2);
  text.replace(text.find("Morning"), 7, "M\xC3\x28");
  const Error error = error_in(text);
  CHECK(error.code == ErrorCode::not_utf8);
  CHECK(error.line == 3);
  CHECK(error.column == 16);
}

TEST_CASE("nesting over 64 levels is refused, a million levels too") {
  for (const size_t levels : {64u, 65u, 1000000u}) {
    std::string text = sample_file().dump();
    text.insert(1, "\"later\":" + std::string(levels, '[') + std::string(levels, ']') + ",");
    const Error error = error_in(text);
    CHECK(error.code == ErrorCode::nesting_too_deep);
    CHECK(error.detail == "64");
    CHECK(error.item.starts_with("later"));
  }
  std::string text = sample_file().dump();
  text.insert(1, "\"later\":" + std::string(63, '[') + std::string(63, ']') + ",");
  const auto workbook = read_workbook(text);
  REQUIRE(workbook);
  CHECK(read_workbook(write_workbook(*workbook)).has_value());
}

TEST_CASE("a weight is written whole without a point, in tenths with one digit, and a number of any size is told") {
  const std::string before = sample_file().dump();
  const auto with_weight = [&](const char* weight) {
    std::string text = before;
    const std::string member = "\"weight\":3";
    return text.replace(text.find(member), member.size(), std::string("\"weight\":") + weight);
  };
  struct Case {
    const char* read;
    const char* written;
  };
  constexpr Case cases[] = {{"0.5", "0.5"}, {"2.50", "2.5"}, {"0.1", "0.1"}, {"3.0", "3"},
                            {"1e1", "10"},  {"0", "0"},      {"-0.0", "0"}};
  for (const Case& each : cases) {
    CAPTURE(each.read);
    const auto workbook = read_workbook(with_weight(each.read));
    REQUIRE(workbook);
    CHECK(write_workbook(*workbook).find(std::string("\"weight\": ") + each.written + ",") != std::string::npos);
  }
  const auto usual = read_workbook(with_weight("1"));
  REQUIRE(usual);
  CHECK(write_workbook(*usual).find("\"weight\"") == std::string::npos);
  CHECK(error_in(with_weight("1e999")).code == ErrorCode::number_too_large);
  CHECK(error_in(with_weight("1e300")).code == ErrorCode::bad_value);
  CHECK(error_in(with_weight("NaN")).code == ErrorCode::not_json);
}

TEST_CASE("a field that stands twice is refused") {
  std::string text = sample_file().dump();
  text.insert(text.find("\"company\""), "\"company\":\"Evening\",");
  const Error error = error_in(text);
  CHECK(error.code == ErrorCode::duplicate_key);
  CHECK(error.detail == "company");
  CHECK(error.item.empty());
  const Error inner =
      error_in(R"({"canvasbook": 1, "documents": [{}, {"sections": [{"id": "a", "kind": "prose", "id": "b"}]}]})");
  CHECK(inner.code == ErrorCode::duplicate_key);
  CHECK(inner.item == "documents[1].sections[0]");
}

TEST_CASE("a value of a wrong type is an error that names the item and what is expected") {
  struct Case {
    const char* pointer;
    ordered_json value;
    const char* item;
    const char* expected;
  };
  const Case cases[] = {
      {"/company", 5, "company", "text"},
      {"/author_role", ordered_json::array(), "author_role", "text"},
      {"/language", nullptr, "language", "text"},
      {"/created", 20260907, "created", "text"},
      {"/documents", ordered_json::object(), "documents", "list"},
      {"/documents/0", "doc", "documents[0]", "object"},
      {"/documents/0/id", 1, "documents[0].id", "text"},
      {"/documents/0/title", false, "documents[0].title", "text"},
      {"/documents/0/page_budget", "4", "documents[0].page_budget", "number"},
      {"/documents/0/sections/0/blocks/0/answered", 1, "documents[0].sections[0].blocks[0].answered", "list"},
      {"/documents/0/sections/0/blocks/0/answered/0", "1", "documents[0].sections[0].blocks[0].answered[0]", "number"},
      {"/documents/0/sections", "x", "documents[0].sections", "list"},
      {"/documents/0/sections/1", 1, "documents[0].sections[1]", "object"},
      {"/documents/0/sections/1/text", ordered_json::object(), "documents[0].sections[1].text", "text"},
      {"/documents/0/sections/0/columns", "4", "documents[0].sections[0].columns", "number"},
      {"/documents/0/sections/0/rows", 2.5, "documents[0].sections[0].rows", "number"},
      {"/documents/0/sections/0/frames/0", 1, "documents[0].sections[0].frames[0]", "object"},
      {"/documents/0/sections/0/blocks/0/types/0", "own", "documents[0].sections[0].blocks[0].types[0]", "object"},
      {"/documents/0/sections/0/blocks/0/notes", nullptr, "documents[0].sections[0].blocks[0].notes", "list"},
      {"/documents/0/sections/0/blocks/0/notes/1", "A site", "documents[0].sections[0].blocks[0].notes[1]", "object"},
      {"/documents/0/sections/0/blocks/0/notes/0/segments", "s", "documents[0].sections[0].blocks[0].notes[0].segments",
       "list"},
      {"/documents/0/sections/0/blocks/0/notes/0/segments/0", 5,
       "documents[0].sections[0].blocks[0].notes[0].segments[0]", "text"},
      {"/documents/0/paper", true, "documents[0].paper", "object"},
      {"/documents/0/paper/cover", "yes", "documents[0].paper.cover", "boolean"},
      {"/documents/0/revision", "2026-11-16", "documents[0].revision", "object"},
      {"/documents/0/revision/date", 20261116, "documents[0].revision.date", "text"},
      {"/documents/0/revision/months", "6", "documents[0].revision.months", "number"},
      {"/documents/0/sections/4/minutes", "5", "documents[0].sections[4].minutes", "number"},
      {"/documents/0/sections/1/level", "2", "documents[0].sections[1].level", "number"},
      {"/documents/0/sections/2/responses", "x", "documents[0].sections[2].responses", "list"},
      {"/documents/0/sections/2/responses/0/answers/1", "x", "documents[0].sections[2].responses[0].answers[1]",
       "object"},
      {"/documents/0/sections/4/speakers/0/is_client", 1, "documents[0].sections[4].speakers[0].is_client", "boolean"},
      {"/documents/0/sections/5/scale", 5, "documents[0].sections[5].scale", "text"},
      {"/documents/0/sections/5/groups/0/items/0/weight", "x", "documents[0].sections[5].groups[0].items[0].weight",
       "decimal"},
      {"/documents/0/sections/5/groups/0/items/0/weight", nullptr, "documents[0].sections[5].groups[0].items[0].weight",
       "decimal"},
      {"/documents/0/sections/6/rows/0/cells", "x", "documents[0].sections[6].rows[0].cells", "object"},
      {"/documents/0/sections/6/rows/0/cells/state", 5, "documents[0].sections[6].rows[0].cells.state", "text"},
      {"/documents/0/sections/6/columns/1/choices/0", 5, "documents[0].sections[6].columns[1].choices[0]", "text"},
      {"/dismissed", 1, "dismissed", "list"},
      {"/dismissed/0", nullptr, "dismissed[0]", "object"},
      {"/dismissed/0/reason", 1, "dismissed[0].reason", "text"}};
  for (const Case& each : cases) {
    CAPTURE(each.pointer);
    const Error error = error_after(each.pointer, each.value);
    CHECK(error.code == ErrorCode::wrong_type);
    CHECK(error.item == each.item);
    CHECK(error.detail == each.expected);
  }
}

TEST_CASE("a value that does not fit is an error that names item and value") {
  struct Case {
    const char* pointer;
    ordered_json value;
    const char* item;
  };
  const Case cases[] = {
      {"/language", "de", "language"},
      {"/page_size", "A5", "page_size"},
      {"/created", "2026-02-30", "created"},
      {"/modified", "yesterday", "modified"},
      {"/documents/0/language", "EN", "documents[0].language"},
      {"/documents/0/sections/0/columns", 65, "documents[0].sections[0].columns"},
      {"/documents/0/sections/0/rows", 0, "documents[0].sections[0].rows"},
      {"/documents/0/sections/0/blocks/0/column", -1, "documents[0].sections[0].blocks[0].column"},
      {"/documents/0/sections/0/blocks/0/rows", 0, "documents[0].sections[0].blocks[0].rows"},
      {"/documents/0/page_budget", -1, "documents[0].page_budget"},
      {"/documents/0/sections/0/blocks/0/answered/0", -1, "documents[0].sections[0].blocks[0].answered[0]"},
      {"/documents/0/revision/date", "2026-02-30", "documents[0].revision.date"},
      {"/documents/0/revision/months", 121, "documents[0].revision.months"},
      {"/documents/0/sections/4/minutes", 1000, "documents[0].sections[4].minutes"},
      {"/documents/0/sections/1/level", 4, "documents[0].sections[1].level"},
      {"/documents/0/sections/1/page_budget", 10000, "documents[0].sections[1].page_budget"},
      {"/documents/0/sections/5/scale", "points_6", "documents[0].sections[5].scale"},
      {"/documents/0/sections/5/groups/0/items/0/weight", 11, "documents[0].sections[5].groups[0].items[0].weight"},
      {"/documents/0/sections/5/groups/0/items/0/weight", -1, "documents[0].sections[5].groups[0].items[0].weight"},
      {"/documents/0/sections/5/groups/0/items/0/weight", 1.25, "documents[0].sections[5].groups[0].items[0].weight"},
      {"/documents/0/sections/5/groups/0/items/0/threshold", 1,
       "documents[0].sections[5].groups[0].items[0].threshold"},
      {"/documents/0/sections/6/layout", "poster", "documents[0].sections[6].layout"},
      {"/documents/0/sections/6/columns/0/type", "colour", "documents[0].sections[6].columns[0].type"},
      {"/documents/0/sections/6/columns/0/share", 13, "documents[0].sections[6].columns[0].share"},
      {"/documents/0/sections/0/blocks/0/order", 1000, "documents[0].sections[0].blocks[0].order"},
      {"/documents/0/sections/0/blocks/0/notes/0/colour", "pink",
       "documents[0].sections[0].blocks[0].notes[0].colour"}};
  for (const Case& each : cases) {
    CAPTURE(each.pointer);
    const Error error = error_after(each.pointer, each.value);
    CHECK(error.code == ErrorCode::bad_value);
    CHECK(error.item == each.item);
    CHECK(error.detail == (each.value.is_string() ? each.value.get<std::string>() : each.value.dump()));
  }
}

TEST_CASE("an id that is missing, empty or of other characters is an error on every kind of item") {
  for (const char* pointer : {"/documents/0", "/documents/0/sections/0", "/documents/0/sections/0/blocks/0",
                              "/documents/0/sections/0/blocks/0/types/0", "/documents/0/sections/0/blocks/0/notes/1",
                              "/documents/0/sections/2/responses/0", "/documents/0/sections/2/responses/0/answers/0",
                              "/documents/0/sections/3/replacements/0", "/documents/0/sections/4/speakers/0",
                              "/documents/0/sections/4/lines/0", "/documents/0/sections/5/groups/0/items/0",
                              "/documents/0/sections/6/columns/0", "/documents/0/sections/6/rows/0"}) {
    CAPTURE(pointer);
    const Error missing = error_without(pointer, "id");
    CHECK(missing.code == ErrorCode::missing_field);
    CHECK(missing.detail == "id");
    const std::string id = std::string(pointer) + "/id";
    CHECK(error_after(id.c_str(), "").code == ErrorCode::missing_field);
    for (const std::string& bad : {std::string("a b"), std::string("ы"), std::string("../x"), std::string(65, 'x')}) {
      const Error error = error_after(id.c_str(), bad);
      CHECK(error.code == ErrorCode::bad_value);
      CHECK(error.item.ends_with(".id"));
    }
  }
}

TEST_CASE("a field that must be there is asked for by name") {
  for (const auto& pair : {std::pair("", "language"), std::pair("", "created"), std::pair("", "modified"),
                           std::pair("/documents/0", "language"), std::pair("/documents/0/sections/0", "kind"),
                           std::pair("/dismissed/0", "rule")}) {
    const auto& parent = pair.first;
    const auto& field = pair.second;
    CAPTURE(parent);
    CAPTURE(field);
    const Error error = error_without(parent, field);
    CHECK(error.code == ErrorCode::missing_field);
    CHECK(error.detail == field);
  }
}

TEST_CASE("a section of an unknown kind is an error that names the kind") {
  const Error error = error_after("/documents/0/sections/1/kind", "poem");
  CHECK(error.code == ErrorCode::unknown_kind);
  CHECK(error.detail == "poem");
  CHECK(error.item == "documents[0].sections[1].kind");
}

TEST_CASE("an id that stands twice is an error on the second place, whatever kinds share it") {
  const auto twice = [](const char* pointer, const char* id, const char* item) {
    const Error error = error_after(pointer, id);
    CHECK(error.code == ErrorCode::duplicate_id);
    CHECK(error.detail == id);
    CHECK(error.item == item);
  };
  twice("/documents/0/sections/0/blocks/0/notes/1/id", "n1", "documents[0].sections[0].blocks[0].notes[1]");
  twice("/documents/0/sections/0/blocks/0/notes/0/id", "doc", "documents[0].sections[0].blocks[0].notes[0]");
  twice("/documents/0/sections/1/id", "canvas", "documents[0].sections[1]");
  twice("/documents/0/sections/1/id", "n2", "documents[0].sections[1]");
  twice("/documents/0/sections/2/responses/0/answers/1/id", "expensive_1",
        "documents[0].sections[2].responses[0].answers[1]");
  twice("/documents/0/sections/5/groups/0/items/0/id", "door", "documents[0].sections[5].groups[0].items[0]");
  twice("/documents/0/sections/5/signatures/0/id", "date", "documents[0].sections[5].signatures[0]");
  twice("/documents/0/sections/6/rows/0/id", "n1", "documents[0].sections[6].rows[0]");
  ordered_json file = sample_file();
  file["documents"].push_back(file["documents"][0]);
  CHECK(error_in(file.dump()).code == ErrorCode::duplicate_id);
  CHECK(error_in(file.dump()).item == "documents[1]");
}

TEST_CASE("a column stands once in its sheet and a speaker once in their dialogue, but another may have the same id") {
  for (const char* list : {"/documents/0/sections/6/columns", "/documents/0/sections/4/speakers"}) {
    CAPTURE(list);
    ordered_json file = sample_file();
    ordered_json& entries = file[ordered_json::json_pointer(list)];
    entries.push_back(entries[0]);
    const Error error = error_in(file.dump());
    CHECK(error.code == ErrorCode::duplicate_id);
    CHECK(error.item.ends_with("[2].id"));
  }
  ordered_json file = sample_file();
  file["/documents/0/sections/6/columns/1/id"_json_pointer] = "n1";
  file["/documents/0/sections/4/speakers/0/id"_json_pointer] = "n1";
  CHECK(read_workbook(file.dump()));
}

TEST_CASE("how a document prints is left out of the file while it is as usual") {
  ordered_json file = sample_file();
  file["documents"][0]["paper"] = ordered_json::object();
  file["documents"][0]["sections"][1]["level"] = 1;
  const auto workbook = read_workbook(file.dump());
  REQUIRE(workbook);
  const std::string text = write_workbook(*workbook);
  CHECK(text.find("\"paper\"") == std::string::npos);
  CHECK(text.find("\"level\"") == std::string::npos);
}

TEST_CASE("a block does not offer the same type twice") {
  ordered_json file = sample_file();
  ordered_json& types = file["/documents/0/sections/0/blocks/0/types"_json_pointer];
  types.push_back(types[0]);
  const Error error = error_in(file.dump());
  CHECK(error.code == ErrorCode::duplicate_id);
  CHECK(error.detail == "own");
  CHECK(error.item == "documents[0].sections[0].blocks[0].types");
}

TEST_CASE("a block id stands once on its board, but boards may have blocks of the same id") {
  ordered_json file = sample_file();
  ordered_json block = file["/documents/0/sections/0/blocks/0"_json_pointer];
  block["notes"] = ordered_json::array();
  file["/documents/0/sections/0/blocks"_json_pointer].push_back(block);
  const Error error = error_in(file.dump());
  CHECK(error.code == ErrorCode::duplicate_id);
  CHECK(error.item == "documents[0].sections[0].blocks[1]");

  file = sample_file();
  ordered_json section = file["/documents/0/sections/0"_json_pointer];
  section["id"] = "canvas2";
  section["blocks"][0]["notes"] = ordered_json::array();
  file["/documents/0/sections"_json_pointer].push_back(section);
  CHECK(read_workbook(file.dump()).has_value());
}

TEST_CASE("a block or frame outside the grid is an error with the size of the grid") {
  for (const auto& pair :
       {std::pair("/documents/0/sections/0/blocks/0/column", 3), std::pair("/documents/0/sections/0/blocks/0/rows", 3),
        std::pair("/documents/0/sections/0/blocks/0/row", 1), std::pair("/documents/0/sections/0/frames/0/columns", 5),
        std::pair("/documents/0/sections/0/columns", 2)}) {
    const auto& pointer = pair.first;
    const auto& value = pair.second;
    CAPTURE(pointer);
    const Error error = error_after(pointer, value);
    CHECK(error.code == ErrorCode::outside_grid);
    CHECK(error.item.starts_with("documents[0].sections[0]."));
    CHECK(error.detail.find(" × ") != std::string::npos);
  }
}

TEST_CASE("an error of a file names the file, and so does its sentence in both languages") {
  const TemporaryFolder folder;
  const std::string path = folder.file("broken.canvasbook");
  samples::put_bytes(path, "{\n\"canvasbook\": 1,,");
  const auto workbook = load_workbook(path);
  REQUIRE_FALSE(workbook);
  CHECK(workbook.error().file == path);
  CHECK(workbook.error().line == 2);
  CHECK(Catalog::of(Language::en).error(workbook.error()).starts_with(path + ", line 2, column "));
  CHECK(Catalog::of(Language::ru).error(workbook.error()).starts_with(path + ", строка 2, столбец "));
}

TEST_CASE("a missing file, a folder and an unreadable file are errors of loading") {
  const TemporaryFolder folder;
  const auto missing = load_workbook(folder.file("missing.canvasbook"));
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::cannot_open);
  CHECK(missing.error().file == folder.file("missing.canvasbook"));
  const auto directory = load_workbook(folder.path().string());
  REQUIRE_FALSE(directory);
  CHECK(directory.error().code == ErrorCode::is_directory);
  const std::string secret = folder.file("secret.canvasbook");
  samples::put_bytes(secret, sample_file().dump());
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(secret, std::filesystem::perms::none);
  const samples::OrdinaryUser user;
  const auto unreadable = load_workbook(secret);
  REQUIRE_FALSE(unreadable);
  CHECK(unreadable.error().code == ErrorCode::cannot_open);
}

TEST_CASE("a saved workbook loads as the same workbook, over links and with its permissions kept") {
  const TemporaryFolder folder;
  const Workbook workbook = samples::sound_workbook();
  const std::string path = folder.file("ёлка.canvasbook");
  REQUIRE(save_workbook(workbook, path, {.existing = Existing::refuse}));
  std::filesystem::permissions(path, std::filesystem::perms(0600));
  std::filesystem::create_symlink("ёлка.canvasbook", folder.file("link"));
  const Workbook changed = dismiss_finding(workbook, {"empty_block", "doc", "canvas/x", "later", {}});
  REQUIRE(save_workbook(changed, folder.file("link")));
  const auto loaded = load_workbook(path);
  REQUIRE(loaded);
  CHECK((*loaded == changed));
  CHECK(std::filesystem::status(path).permissions() == std::filesystem::perms(0600));
  CHECK(std::filesystem::is_symlink(folder.file("link")));
  CHECK(folder.entries() == 2);
}

TEST_CASE("saving refuses an existing target if asked to, and says when the disk is full") {
  const TemporaryFolder folder;
  const std::string path = folder.file("kept.canvasbook");
  samples::put_bytes(path, "kept");
  const auto refused = save_workbook(samples::sound_workbook(), path, {.existing = Existing::refuse});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::target_exists);
  CHECK(samples::bytes_of(path) == "kept");
  const auto full = save_workbook(samples::sound_workbook(), "/dev/full");
  REQUIRE_FALSE(full);
  CHECK(full.error().code == ErrorCode::not_a_file);
}

}  // namespace canvasbook::workbook_file_test
