#include "model/placeholders.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/blank_places.h"
#include "model/registers.h"
#include "model/review/review.h"
#include "tests/samples.h"

namespace canvasbook::placeholders_test {

namespace {

constexpr RegisterKind kind = RegisterKind::placeholders;

Sheet definitions() {
  Sheet sheet;
  sheet.columns = {{"name", "placeholder", "Name", ColumnType::text, {}, 0, {}},
                   {"value", "placeholder_value", "Stands for", ColumnType::text, {}, 0, {}}};
  sheet.rows = {{"client", {{"name", "client"}}, {}},
                {"city", {{"name", " {City} "}, {"value", "Tver *"}}, {}},
                {"cit", {{"name", "cit"}, {"value", "three letters"}}, {}}};
  return sheet;
}

Document script(Content content) {
  Document document;
  document.id = "script";
  document.language = Language::en;
  document.title = "Calls of {company}";
  document.sections.emplace_back(Section{"names", {}, "Names", 1, definitions(), 0, {}});
  document.sections.emplace_back(Section{"said", {}, "Said", 1, std::move(content), 0, {}});
  return document;
}

Workbook book_of(const std::string& text) {
  Workbook workbook = samples::make_workbook({});
  workbook.language = Language::en;
  workbook.company = "Mill & Sons";
  return add_document(std::move(workbook), script(Prose{text}));
}

const std::string& text_of(const Workbook& workbook) {
  return std::get<Prose>(find_section(workbook, "said")->content).text;
}

std::string as_markdown(const Workbook& workbook, bool with_definitions = true) {
  ComposeOptions options;
  options.with_definitions = with_definitions;
  return write_markdown(compose(workbook, options));
}

}  // namespace

TEST_CASE(
    "names are those of the sheets, of the company, and the usual ones of both languages, however they are written") {
  const Placeholders known(book_of(""));
  REQUIRE(known.find("CITY") != nullptr);
  CHECK(*known.find(" city ") == "Tver *");
  CHECK(*known.find("company") == "Mill & Sons");
  CHECK(*known.find("Компания") == "Mill & Sons");
  for (const char* name : {"client", "manager", "product", "клиент", "менеджер", "товар"}) {
    REQUIRE(known.find(name) != nullptr);
    CHECK(known.find(name)->empty());
  }
  CHECK(known.find("price") == nullptr);
  CHECK(known.find("") == nullptr);
}

TEST_CASE("a text is filled in: values as they are, open ones as a rule to write on, unknown ones and code stay") {
  const Placeholders known(book_of(""));
  CHECK(filled("To {city}, {client}: {price} [city] {", known) ==
        "To Tver *, ____________\u00A0(client): {price} [city] {");
  CHECK(filled("{{city}} {}", known) == "{Tver *} {}");
  CHECK(placeholder_uses("`{city}` {a} {b}").size() == 2);
  CHECK(filled("no braces", known) == "no braces");
}

TEST_CASE("paper and Markdown say what placeholders stand for; marks in a value are no markup") {
  const Workbook workbook = book_of("We deliver in **{city}** for {client}.\n\n`{city}`");
  const std::string markdown = as_markdown(workbook);
  CHECK(markdown.find("Calls of Mill & Sons") != std::string::npos);
  CHECK(markdown.find("**Tver \\***") != std::string::npos);
  CHECK(markdown.find("`{city}`") != std::string::npos);
  CHECK(markdown.find("{City}") != std::string::npos);  // where it is defined
  CHECK(markdown.find("{client}") == std::string::npos);
}

TEST_CASE("the table of the placeholders is no part of what is printed") {
  const Workbook workbook = book_of("We deliver in {city}.");
  CHECK(defines_placeholders(workbook.documents.front()->sections.front()->content) !=
        defines_placeholders(workbook.documents.front()->sections.back()->content));
  const std::string on_paper = as_markdown(workbook, false);
  CHECK(on_paper.find("Tver") != std::string::npos);
  CHECK(on_paper.find("{City}") == std::string::npos);
  CHECK(on_paper.find("Stands for") == std::string::npos);
}

TEST_CASE("what is known is no place left to fill in") {
  const Workbook workbook = book_of("{city} {client} {price} [name]");
  const auto blanks = blanks_left(workbook, *workbook.documents.front()).of_author;
  REQUIRE(blanks.size() == 1);
  CHECK(blanks[0].text->substr(blanks[0].range.begin) == "[name]");
  const auto findings = review(workbook);
  const auto left = std::ranges::find_if(findings, [](const Finding& finding) { return finding.rule == "left_blank"; });
  REQUIRE(left != findings.end());
  CHECK(std::ranges::any_of(left->arguments, [](const auto& argument) { return argument.second == "[name]"; }));
}

TEST_CASE("a name joins the register once, in a table of its own where there is none; its value can be written") {
  IdSource fresh(7);
  const Workbook book = book_of("{price}");
  const Workbook named = define_placeholder(book, "script", " price ", fresh);
  REQUIRE(placeholder_register(named).size() == 4);
  CHECK(placeholder_register(named).back().name == "price");
  CHECK(define_placeholder(named, "script", "PRICE", fresh) == named);
  CHECK(define_placeholder(named, "script", "client", fresh) == named);
  CHECK(define_placeholder(named, "script", "  ", fresh) == named);
  const std::string id = placeholder_register(named).back().id;
  REQUIRE(value_of_entry(named, id) != nullptr);
  CHECK(value_of_entry(named, id)->empty());
  const Workbook valued = set_entry_value(named, id, "10 euros");
  CHECK(*value_of_entry(valued, id) == "10 euros");
  CHECK(value_of_entry(valued, "nothing") == nullptr);
  CHECK(set_entry_value(valued, "nothing", "x") == valued);

  Workbook bare =
      samples::make_workbook({samples::make_document_of("d", {samples::make_section("p", Prose{"{price}"})})});
  CHECK(define_placeholder(bare, "no such document", "price", fresh) == bare);
  bare = define_placeholder(std::move(bare), "d", "price", fresh);
  REQUIRE(placeholder_register(bare).size() == 1);
  CHECK(defines_placeholders(bare.documents.front()->sections.back()->content));
}

TEST_CASE("values given for one composing stand over those of the workbook, which stays as it is") {
  const Workbook workbook = book_of("{city}, {client}, {company}");
  ComposeOptions options;
  options.values = {{"CITY", "Riga"}, {"client", "Ann"}, {"company", ""}};
  const std::string text = write_markdown_to_read(compose(workbook, options));
  CHECK(text.find("Riga, Ann, ") != std::string::npos);
  CHECK(text.find("Tver") == std::string::npos);
  CHECK(text.find("Mill & Sons, ") == std::string::npos);
  CHECK(text.find("<!--") == std::string::npos);
}

TEST_CASE("the register lists names, values and the texts that use them") {
  const RegisterList list = list_register(book_of("{city} and {CITY}\n\n{price}"), kind);
  REQUIRE(list.entries.size() == 3);
  CHECK(list.entries[1].name == "City");
  CHECK(list.entries[1].value == "Tver *");
  REQUIRE(list.entries[1].uses.size() == 1);
  CHECK(list.entries[1].uses.front().item == "said");
  CHECK(list.entries[0].uses.empty());
}

TEST_CASE("a rename goes through all texts and nothing else; a new entry and a removed one leave them") {
  const Workbook before = book_of("{city} {cit} `{city}` {City}");
  Workbook workbook = rename_entry(before, kind, "city", "town");
  CHECK(text_of(workbook) == "{town} {cit} `{city}` {town}");
  CHECK(list_register(workbook, kind).entries[1].name == "town");
  workbook = rename_entry(before, kind, "city", "");
  CHECK(text_of(workbook) == text_of(before));
  workbook = add_entry(before, kind, "city", "new", "price");
  CHECK(list_register(workbook, kind).entries[2].name == "price");
  CHECK(text_of(remove_entry(workbook, kind, "city")) == text_of(before));
}

TEST_CASE("what both languages have a name for is one placeholder: its value, its uses, its rename and its only row") {
  Workbook workbook = book_of("{компания} and {Company}, {менеджер}, {client}");
  Section names = *find_section(workbook, "names");
  std::get<Sheet>(names.content).rows.push_back({"firm", {{"name", "компания"}}, {}});
  workbook = set_content(std::move(workbook), "names", names.content);
  CHECK(*Placeholders(workbook).find("company") == "Mill & Sons");
  const Workbook valued = set_entry_value(workbook, "firm", "The Mill");
  for (const char* name : {"company", "Компания"}) CHECK(*Placeholders(valued).find(name) == "The Mill");
  const RegisterList list = list_register(workbook, kind);
  REQUIRE(list.find("firm") != nullptr);
  CHECK(list.find("firm")->uses.size() == 1);
  CHECK(text_of(rename_entry(workbook, kind, "firm", "firm")) == "{firm} and {firm}, {менеджер}, {client}");
  IdSource fresh(7);
  CHECK(define_placeholder(workbook, "script", "company", fresh) == workbook);
  const std::vector<std::string> offered = placeholder_names(placeholder_register(workbook), Language::en);
  CHECK(std::ranges::find(offered, "компания") != offered.end());
  CHECK(std::ranges::find(offered, "company") == offered.end());
  Placeholders said(workbook);
  said.put("manager", "Ann");
  CHECK(filled("{менеджер}", said) == "Ann");
}

TEST_CASE("a value is printed as any other text is: without control characters, on paper and in Markdown") {
  Workbook workbook = book_of("To {city}.");
  const std::string value("\x01Tver\0\x1B!", 8);
  Section names = *find_section(workbook, "names");
  std::get<Sheet>(names.content).rows[1].cells["value"] = value;
  workbook = set_content(std::move(workbook), "names", names.content);
  Placeholders known(workbook);
  CHECK(*known.find("city") == "Tver!");
  known.put("city", value);
  CHECK(*known.find("city") == "Tver!");
  CHECK(as_markdown(workbook, false).find_first_of(std::string_view("\x01\0\x1B", 3)) == std::string::npos);
}

TEST_CASE("a name is one without braces, however it is written into the register") {
  IdSource fresh(7);
  Workbook workbook = define_placeholder(book_of("{price}"), "script", "pri}ce{", fresh);
  CHECK(placeholder_register(workbook).back().name == "price");
  CHECK(Placeholders(workbook).find("price") != nullptr);
  const std::string id = placeholder_register(workbook).back().id;
  workbook = rename_entry(std::move(workbook), kind, id, "cost}");
  CHECK(placeholder_register(workbook).back().name == "cost");
  CHECK(text_of(workbook) == "{cost}");
}

}  // namespace canvasbook::placeholders_test
