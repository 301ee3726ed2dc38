// How the kinds of sales books, standards and check lists print. Their compose files are small; each has its cases
// here.
#include <doctest/doctest.h>

#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/author_notes.h"
#include "model/blank_places.h"
#include "model/table_import.h"
#include "model/text/table_text.h"
#include "tests/book.h"
#include "tests/own_scales.h"

namespace canvasbook::kinds_test {

namespace {

using samples::make_section_of;

PrintDocument printed(const Document& document) {
  return compose(samples::make_workbook({document}), {{}, {}, {2026, 11, 16}});
}

PrintDocument printed(Content content, int level = 1) {
  return printed(samples::make_document_of("d", {make_section_of("s", "role", std::move(content), level)}));
}

// The blocks behind the document's title.
std::vector<FlowBlock> blocks_of(const PrintDocument& print) {
  std::vector<FlowBlock> blocks;
  for (size_t i = 1; i < print.parts.size(); ++i) {
    const auto* flow = std::get_if<Flow>(&print.parts[i]->content);
    if (flow != nullptr) blocks.insert(blocks.end(), flow->blocks.begin(), flow->blocks.end());
  }
  return blocks;
}

template <class Block>
std::vector<Block> only(const PrintDocument& print) {
  std::vector<Block> result;
  for (const FlowBlock& block : blocks_of(print)) {
    if (const Block* found = std::get_if<Block>(&block.content)) result.push_back(*found);
  }
  return result;
}

std::string text_of(const Spans& spans) { return plain_text(spans); }

size_t count_of(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace

TEST_CASE("a section prints under a heading of its level") {
  const auto blocks = blocks_of(printed(Responses{"", {samples::make_response("r", "Cue", {"Answer"})}}, 2));
  REQUIRE(blocks.size() == 2);
  const auto& heading = std::get<RichBlock>(blocks[0].content);
  CHECK(heading.kind == RichBlock::Kind::heading);
  CHECK(heading.level == 2);
  CHECK(text_of(heading.spans) == "Title of s");
  CHECK(blocks[0].item == "s");
}

TEST_CASE("headings inside of prose stand below that of its section") {
  const auto blocks = blocks_of(printed(Prose{"# Inside\n\ntext"}, 2));
  CHECK(std::get<RichBlock>(blocks[1].content).level == 3);
}

TEST_CASE("a cue prints with its answers, empty answers left out, inline marks read") {
  const PrintDocument print =
      printed(Responses{"", {samples::make_response("r", "Late. *We call first.*", {"Sorry, **15:00**.", " "})}});
  const auto responses = only<ResponseBlock>(print);
  REQUIRE(responses.size() == 1);
  CHECK(text_of(responses[0].cue) == "Late. We call first.");
  CHECK(responses[0].cue.back().emphasis);
  REQUIRE(responses[0].answers.size() == 1);
  CHECK(responses[0].answers[0].item == "r_1");
  CHECK(text_of(responses[0].answers[0].text) == "Sorry, 15:00.");
  CHECK(blocks_of(print).back().item == "r");
}

TEST_CASE("words that Markdown would take for more than a line are printed as they are written") {
  for (const char* text : {"# 5 metres", "- 5 °C", "1. one", "[name]: hello", "> 3", "    four", "---", "<b"}) {
    CAPTURE(text);
    const auto responses = only<ResponseBlock>(printed(Responses{"", {samples::make_response("r", text, {text})}}));
    REQUIRE(responses.size() == 1);
    std::string expected = text;
    expected.erase(0, expected.find_first_not_of(' '));
    CHECK(text_of(responses[0].cue) == expected);
    CHECK(text_of(responses[0].answers[0].text) == expected);
  }
  const auto lines =
      only<ResponseBlock>(printed(Responses{"", {samples::make_response("r", "one\n- two\n\n*3*", {})}}));
  CHECK(text_of(lines[0].cue) == "one\n- two\n\n3");
}

TEST_CASE("STOP phrases print as a table, with reasons where there are any") {
  const Replacement entry{"try", "I will try", "I will do it", "A doubt", {}};
  const auto with = only<SheetBlock>(printed(Replacements{{entry}}));
  REQUIRE(with.size() == 1);
  CHECK(with[0].columns.size() == 3);
  CHECK(with[0].rows[0].item == "try");
  CHECK(text_of(with[0].rows[0].cells[2]) == "A doubt");
  Replacement bare = entry;
  bare.reason.clear();
  CHECK(only<SheetBlock>(printed(Replacements{{bare}}))[0].columns.size() == 2);
  Replacement heard = entry;
  heard.hears = "It will not happen";
  const auto beside = only<SheetBlock>(printed(Replacements{{entry, heard}}));
  REQUIRE(beside[0].columns.size() == 4);
  CHECK(beside[0].columns[3].below);
  CHECK(beside[0].rows[0].cells[3].empty());
  CHECK(text_of(beside[0].rows[1].cells[3]) == "It will not happen");
  bare.hears = heard.hears;
  const auto alone = only<SheetBlock>(printed(Replacements{{bare}}));
  REQUIRE(alone[0].columns.size() == 3);
  CHECK_FALSE(alone[0].columns[2].below);
}

TEST_CASE("a STOP list comes back from its Markdown, with what the client hears") {
  const Replacements list{
      {{"try", "I will try", "by [time]", "A doubt", {}, "It will not happen"}, {"no", "no", "yes", "", {}, ""}}};
  const Document document = samples::make_document_of("book", {samples::make_section_of("s", "stop_list", list)});
  const TableText table = read_table_text(write_markdown(printed(document)));
  IdSource ids(1);
  const ImportedItems items = items_of_table(table.rows, recognise_columns(table.rows), {}, ids);
  const auto& back = std::get<Replacements>(items.content).replacements;
  REQUIRE(back.size() == 2);
  for (size_t i = 0; i < 2; ++i) {
    Replacement expected = list.replacements[i];
    expected.id = back[i].id;
    CHECK(back[i] == expected);
  }
}

TEST_CASE("a dialogue prints its situation and its lines by role, and leads to the answers that are printed") {
  const PrintDocument print = printed(samples::sound_book());
  const auto talks = only<TalkBlock>(print);
  REQUIRE(talks.size() == 3);
  CHECK(talks[0].lines[0].speaker == "Client");
  CHECK(talks[0].lines[0].is_client);
  CHECK(talks[0].lines[0].module.empty());
  CHECK(talks[0].lines[1].speaker == "Manager");
  CHECK(talks[0].lines[1].module == "price_1");
  const auto blocks = blocks_of(print);
  const auto& situation = std::get<RichBlock>(blocks[blocks.size() - 2].content);
  CHECK(text_of(situation.spans) == "A call.");
}

TEST_CASE("a line leads nowhere when its answer is not printed with it") {
  Document other =
      samples::make_document_of("other", {make_section_of("talk9", "", samples::make_dialogue("t", "price_1"))});
  const Workbook workbook = samples::make_workbook({samples::sound_book(), other});
  const auto modules = [&](std::vector<std::string> documents) {
    return only<TalkBlock>(compose(workbook, {std::move(documents), {}, {}})).back().lines[1].module;
  };
  CHECK(modules({"other"}).empty());
  CHECK(modules({"book", "other"}) == "price_1");
}

TEST_CASE("a check list prints as a numbered form with the marks of each item's scale") {
  const auto forms = only<FormBlock>(printed(samples::make_checklist("c")));
  REQUIRE(forms.size() == 1);
  const FormBlock& form = forms[0];
  CHECK(form.head[0].title == "Date");
  CHECK(form.signatures[0].item == "c_checker");
  REQUIRE(form.groups.size() == 2);
  CHECK(form.groups[0].items[0].number == "1.1");
  CHECK(form.groups[1].items[0].number == "2.1");
  CHECK(form.groups[0].items[0].marks == std::vector<std::string>{"yes", "partly", "no", "n/a"});
  CHECK(form.groups[1].items[0].marks == std::vector<std::string>{"1", "2", "3", "4", "5", "n/a"});
  CHECK(form.groups[0].items[0].critical);
  CHECK(form.groups[0].items[0].sign == "critical");
  CHECK(form.groups[1].items[0].sign.empty());
  CHECK(form.shows_weights);
}

TEST_CASE("a critical item on a scale of points names the points that it needs") {
  Checklist checklist = samples::make_checklist("c");
  checklist.groups[1].items[0].critical = true;
  CHECK(only<FormBlock>(printed(checklist))[0].groups[1].items[0].sign == "critical: 5 of 5");
}

TEST_CASE("a critical item with a threshold and an item that is not counted say so, and the legend explains it") {
  const Catalog& words = Catalog::of(Language::en);
  Checklist checklist = samples::make_checklist("c");
  checklist.groups[1].items[0].critical = true;
  checklist.groups[1].items[0].threshold = 4;
  checklist.groups[1].items[0].weight = 0;
  const FormBlock form = only<FormBlock>(printed(checklist))[0];
  CHECK(form.groups[1].items[0].sign == "critical: at least 4 of 5, not counted");
  CHECK(form.legend.find(words.text("paper.legend_critical_least")) != std::string::npos);
  CHECK(form.legend.find(words.text("paper.legend_not_counted")) != std::string::npos);
  CHECK(form.legend.find(words.text("paper.legend_critical")) == std::string::npos);
  CHECK_FALSE(form.counting.empty());
  checklist.groups[0].items[0].weight = 0;
  CHECK(only<FormBlock>(printed(checklist))[0].counting.empty());  // there is nothing to count up
}

TEST_CASE("a calculated column prints its figures, and how they came about below the table") {
  Sheet sheet;
  for (const char* role : {"chats_per_hour", "minutes_per_chat", "parallel_chats", "staff_needed"}) {
    SheetColumn column;
    column.id = column.role = column.title = role;
    sheet.columns.push_back(column);
  }
  sheet.rows = {{"r1", {{"chats_per_hour", "41"}, {"minutes_per_chat", "6"}, {"parallel_chats", "2"}}, {}},
                {"r2", {{"chats_per_hour", "41"}, {"parallel_chats", "2"}}, {}}};
  const PrintDocument print = printed(sheet);
  const SheetBlock table = only<SheetBlock>(print)[0];
  CHECK(text_of(table.rows[0].cells[3]) == "3");
  CHECK(text_of(table.rows[1].cells[3]) == "fill in “minutes_per_chat”");
  CHECK(text_of(only<RichBlock>(print).back().spans).find("÷ 60 ÷") != std::string::npos);
}

TEST_CASE("below unit economics a chart compares the profit of a client with what winning one costs") {
  Sheet sheet;
  for (const char* role :
       {"segment", "average_order", "purchases_per_year", "years", "margin_percent", "acquisition_cost"}) {
    SheetColumn column;
    column.id = column.role = column.title = role;
    sheet.columns.push_back(column);
  }
  const auto row = [](const char* id, const char* order, const char* cost) {
    return SheetRow{id,
                    {{"segment", id},
                     {"average_order", order},
                     {"purchases_per_year", "10"},
                     {"years", "1"},
                     {"margin_percent", "50"},
                     {"acquisition_cost", cost}},
                    {}};
  };
  sheet.rows = {row("small", "$10", "$20"), row("large", "$40", "$30"), row("unknown", "", "$5")};
  const PrintChart chart = only<PrintChart>(printed(sheet))[0];
  REQUIRE(chart.rows.size() == 2);
  CHECK(chart.rows[0].label == "large");
  CHECK(chart.rows[0].values[0].words == "$200");
  CHECK(chart.rows[1].values[0].part == doctest::Approx(0.25));
  CHECK(chart.rows[1].values[0].notes == std::vector<std::string>{"winning one: $20"});
  sheet.rows[0].cells["average_order"] = "10 ₽";
  sheet.rows[0].cells["acquisition_cost"] = "20 ₽";
  CHECK(only<PrintChart>(printed(sheet)).empty());  // amounts in two currencies have no common length
}

TEST_CASE("an item that another one opens says when it is asked, and one with evidence what is written down") {
  Checklist checklist = samples::make_checklist("c");
  const std::string opener = checklist.groups[0].items[0].id;
  checklist.groups[1].items[0].opens_on = opener;
  checklist.groups[1].items[0].evidence = "photo no.";
  const FormBlock form = only<FormBlock>(printed(checklist))[0];
  CHECK(form.groups[0].items[0].condition.empty());
  CHECK(form.groups[1].items[0].condition == "if “no” or “partly” in 1.1");
  CHECK(form.groups[1].items[0].evidence == "photo no.");
  CHECK(form.legend.find(Catalog::of(Language::en).text("paper.legend_opened")) != std::string::npos);
  checklist.groups[1].items[0].opens_on = "gone";
  CHECK(only<FormBlock>(printed(checklist))[0].groups[1].items[0].condition.empty());
}

TEST_CASE("the legend of a form explains what stands in it and nothing else") {
  const Catalog& words = Catalog::of(Language::en);
  Checklist checklist = samples::make_checklist("c");
  const std::string all = only<FormBlock>(printed(checklist))[0].legend;
  for (const char* key : {"paper.legend_yes_no_partly", "paper.legend_weights", "paper.legend_critical"}) {
    CAPTURE(key);
    CHECK(all.find(words.text(key)) != std::string::npos);
  }
  CHECK(all.find(words.text("paper.legend_points", {{"count", "5"}})) != std::string::npos);
  checklist.scale = Scale::yes_no;
  checklist.groups.pop_back();
  checklist.groups[0].items[0].critical = false;
  checklist.groups[0].items[0].weight = 1;
  CHECK(only<FormBlock>(printed(checklist))[0].legend == words.text("paper.legend_yes_no"));
}

TEST_CASE("what the rules of a document say of the marks stands there once, and the title of the document too") {
  const Catalog& words = Catalog::of(Language::en);
  Checklist checklist = samples::make_checklist("c");
  checklist.groups.pop_back();  // that with a scale of points
  const Prose rules{"- **Yes**: met. **Partly**: half. **No**: not met.\n- A critical item fails the check."};
  Document document = samples::make_document_of(
      "d", {samples::make_section_of("rules", "checklist_rules", rules), samples::make_section("list", checklist)});
  document.title = find_section(samples::make_workbook({document}), "list")->title;
  const PrintDocument print = printed(document);
  CHECK(only<FormBlock>(print)[0].legend == words.text("paper.legend_weights"));
  for (const FlowBlock& block : blocks_of(print)) {
    const auto* heading = std::get_if<RichBlock>(&block.content);
    if (heading != nullptr && heading->kind == RichBlock::Kind::heading) {
      CHECK(text_of(heading->spans) != document.title);
    }
  }
}

TEST_CASE("a form begins a page of its own behind standards, but not behind the words on how to fill it in") {
  const PrintDocument behind = printed(samples::sound_standards());
  CHECK(std::get<Flow>(behind.parts.back()->content).starts_page);
  const PrintDocument told =
      printed(samples::make_document_of("d", {samples::make_section("how", Prose{"Mark each."}),
                                              samples::make_section("list", samples::make_checklist("c"))}));
  CHECK_FALSE(std::get<Flow>(told.parts.back()->content).starts_page);
}

TEST_CASE("a form says how to count what stands in it: with weights where it has some, points as parts of the best") {
  const Catalog& words = Catalog::of(Language::en);
  Checklist checklist = samples::make_checklist("c");
  const std::string all = only<FormBlock>(printed(checklist))[0].counting;
  CHECK(all == words.text("paper.form_counting_weights") + " " + words.text("paper.form_counting_partly_weights") +
                   " " + words.text("paper.form_counting_points_weights", {{"count", "5"}}));
  for (CheckGroup& group : checklist.groups) {
    for (CheckItem& item : group.items) item.weight = 1;
  }
  CHECK(only<FormBlock>(printed(checklist))[0].counting ==
        words.text("paper.form_counting") + " " + words.text("paper.form_counting_partly") + " " +
            words.text("paper.form_counting_points", {{"count", "5"}}));
}

TEST_CASE("an item on an own scale has a box a level, and the form says what each gives and what it is divided by") {
  Checklist checklist = samples::make_checklist("c");
  checklist.scales = {samples::impression(), samples::own_scale("none", "None", {{"a", 0}, {"b", 0}})};
  checklist.groups[1].items[0].own_scale = "impression";
  checklist.groups[1].items[0].critical = true;
  checklist.groups[1].items[0].least_points = 50;
  CheckItem after = checklist.groups[1].items[0];
  after.id = "c_after";
  after.critical = false;
  after.own_scale.clear();
  after.scale = Scale::inherited;
  after.opens_on = "c_taste";
  checklist.groups[1].items.push_back(after);
  const FormBlock form = only<FormBlock>(printed(checklist))[0];
  const FormBlock::Item& taste = form.groups[1].items[0];
  CHECK(taste.marks == std::vector<std::string>{"Great", "Okay", "Poor", "n/a"});
  CHECK(taste.sign == "critical: at least “Okay”");
  CHECK(form.groups[1].items[1].condition == "if “Okay”, “Poor” in 2.1");
  CHECK(form.legend.find("“Great” (100), “Okay” (50), “Poor” (0): tick one") != std::string::npos);
  CHECK(form.counting.find(Catalog::of(Language::en).text("paper.form_counting_points_weights", {{"count", "100"}})) !=
        std::string::npos);
  CHECK(form.legend.find("“a” (0)") == std::string::npos);  // no item is marked on it
  checklist.groups[1].items[0].own_scale = "none";
  const FormBlock without = only<FormBlock>(printed(checklist))[0];
  CHECK(without.groups[1].items[0].weight == 0);
  CHECK(without.groups[1].items[0].sign == "critical, not counted");
}

TEST_CASE("a group without items is not printed and has no number") {
  Checklist checklist = samples::make_checklist("c");
  checklist.groups[0].items.clear();
  const auto forms = only<FormBlock>(printed(checklist));
  REQUIRE(forms[0].groups.size() == 1);
  CHECK(forms[0].groups[0].items[0].number == "1.1");
}

TEST_CASE("a sheet of cards prints a card a row: its situation on top, empty cells left out, the unit at its number") {
  Sheet sheet = samples::make_standards("row");
  sheet.rows[0].cells.erase("action");
  sheet.rows.push_back({"empty", {}, {}});
  const auto cards = only<RecordBlock>(printed(sheet));
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].number == "1");
  CHECK(text_of(cards[0].title) == "A guest comes in");
  REQUIRE(cards[0].fields.size() == 3);
  CHECK(cards[0].fields[0].title == "Title of measure");
  CHECK(text_of(cards[0].fields[1].text) == "30\u00A0s");
  CHECK(cards[0].fields[2].title == "Title of reason");
}

TEST_CASE("standards are numbered through their document") {
  const Document document =
      samples::make_document_of("d", {make_section_of("a", "standards", samples::make_standards("r1")),
                                      make_section_of("x", "other", samples::make_standards("r2")),
                                      make_section_of("b", "standards", samples::make_standards("r3"))});
  const auto cards = only<RecordBlock>(printed(document));
  REQUIRE(cards.size() == 3);
  CHECK(cards[0].number == "1");
  CHECK(cards[1].number == "1");
  CHECK(cards[2].number == "2");
}

TEST_CASE("a card is called by its first text where no column is a situation") {
  Sheet sheet = samples::make_standards("row");
  sheet.columns[0].role = "place";
  sheet.columns[0].type = ColumnType::date;
  sheet.rows[0].cells["situation"] = "2026-11-21";
  const auto cards = only<RecordBlock>(printed(sheet));
  CHECK(text_of(cards[0].title) == "Greets first");
  CHECK(text_of(cards[0].fields[0].text) == "21 November 2026");
}

TEST_CASE("a sheet as a table prints every cell in its column: numbers right, dates and checks in words") {
  Sheet sheet;
  const auto column = [&](const char* id, ColumnType type) {
    SheetColumn added;
    added.id = id;
    added.title = id;
    added.type = type;
    sheet.columns.push_back(added);
  };
  column("what", ColumnType::text);
  column("sum", ColumnType::money);
  column("day", ColumnType::date);
  column("done", ColumnType::check);
  sheet.rows = {{"r1", {{"what", "Cup"}, {"sum", "[300]"}, {"day", "2026-11-21"}, {"done", "yes"}}, {}},
                {"r2", {{"what", "Bun"}, {"day", "soon"}}, {}}};
  const auto tables = only<SheetBlock>(printed(sheet));
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].columns[1].alignment == Alignment::right);
  CHECK(tables[0].columns[0].alignment == Alignment::left);
  REQUIRE(tables[0].rows.size() == 2);
  CHECK(text_of(tables[0].rows[0].cells[1]) == "[300]");
  CHECK(text_of(tables[0].rows[0].cells[2]) == "21 November 2026");
  CHECK(text_of(tables[0].rows[0].cells[3]) == "yes");
  CHECK(text_of(tables[0].rows[1].cells[2]) == "soon");
  CHECK(tables[0].rows[1].cells[3].empty());
}

TEST_CASE("sections that hold nothing are not printed, whatever their kind") {
  const Document document =
      samples::make_document_of("d", {make_section_of("a", "", Responses{"", {samples::make_response("r", " ", {""})}}),
                                      make_section_of("b", "", Replacements{{{"i", "", "", "", {}}}}),
                                      make_section_of("c", "", Dialogue{}), make_section_of("e", "", Checklist{}),
                                      make_section_of("f", "", Sheet{}), make_section_of("g", "", Prose{})});
  CHECK(printed(document).parts.empty());
}

TEST_CASE("an empty section is the heading of the deeper ones behind it") {
  const Content filled = Prose{"text"};
  const auto headings = [&](std::vector<Section> sections) {
    std::string titles;
    for (const FlowBlock& block : blocks_of(printed(samples::make_document_of("d", std::move(sections))))) {
      const auto& rich = std::get<RichBlock>(block.content);
      if (rich.kind == RichBlock::Kind::heading) titles += block.item + std::to_string(rich.level) + " ";
    }
    return titles;
  };
  CHECK(headings({make_section_of("a", "", Prose{}), make_section_of("b", "", filled, 2)}) == "a1 b2 ");
  CHECK(headings({make_section_of("a", "", Prose{}), make_section_of("b", "", Prose{}, 2),
                  make_section_of("c", "", filled, 3)}) == "a1 b2 c3 ");
  CHECK(headings({make_section_of("a", "", Prose{}), make_section_of("b", "", filled)}) == "b1 ");
  CHECK(headings({make_section_of("b", "", filled), make_section_of("a", "", Prose{})}) == "b1 ");
}

TEST_CASE("the author's notes are not printed and not asked about, and Markdown keeps them with their id") {
  Document document = samples::sound_book();
  const std::string without = write_markdown(printed(document));
  document.sections.emplace_back(
      make_section_of("rest", std::string(author_notes_role), Prose{"To be sorted: {nobody} knows [what]"}));
  const Workbook workbook = samples::make_workbook({document});
  ComposeOptions options{{}, {}, workbook.modified};
  CHECK(write_markdown(compose(workbook, options)) == without);
  options.with_definitions = true;
  CHECK(write_markdown(compose(workbook, options)).find("# Title of rest<!-- rest -->\n\nTo be sorted: \\{nobody}") !=
        std::string::npos);
  CHECK(blanks_left(workbook, *workbook.documents.front()).of_author.empty());
}

TEST_CASE("a document that begins with text has its title on top; its sections follow each other on the pages") {
  const PrintDocument print = printed(samples::sound_book());
  REQUIRE(print.parts.size() == 7);
  const auto& title = std::get<Flow>(print.parts[0]->content);
  CHECK(text_of(std::get<RichBlock>(title.blocks[0].content).spans) == "A document");
  CHECK(print.parts[0]->bookmark_level == 0);
  CHECK(title.starts_page);
  for (size_t i = 1; i < print.parts.size(); ++i) {
    CHECK(print.parts[i]->bookmark_level == 1);
    CHECK_FALSE(std::get<Flow>(print.parts[i]->content).starts_page);
  }
}

TEST_CASE("a book prints with a cover and contents where it asks for them") {
  Document document = samples::sound_book();
  document.paper = {true, true, true, true, false, {}};
  const PrintDocument print = printed(document);
  REQUIRE(print.parts.size() == 8);
  const auto& cover = std::get<Cover>(print.parts[0]->content);
  CHECK(cover.title == "A document");
  CHECK(cover.company == "Morning");
  CHECK(cover.date == "16 November 2026");
  CHECK(print.parts[0]->bookmark_level == 0);
  CHECK(std::get<Contents>(print.parts[1]->content).title == "Contents");
  CHECK(std::get<Flow>(print.parts[2]->content).starts_page);
  CHECK_FALSE(std::get<Flow>(print.parts[3]->content).starts_page);
  CHECK(std::get<Flow>(print.parts[3]->content).justified);
  CHECK(print.mirrored);
  CHECK_FALSE(printed(samples::sound_book()).mirrored);
}

TEST_CASE("a document tells its revision once: on its cover, else on its canvas, else under its title") {
  Document document = samples::sound_book();
  document.revision.months = 6;
  const std::string before = write_markdown(printed(document));
  CHECK(before.find("Revised") == std::string::npos);  // it has no date
  document.revision = {Date{2026, 9, 1}, "head of {company}", 6, {}};
  const std::string words = "1 September 2026 · owner: head of Morning · next by 1 March 2027";
  const auto title = std::get<Flow>(printed(document).parts[0]->content);
  REQUIRE(title.blocks.size() == 2);
  CHECK(text_of(std::get<RichBlock>(title.blocks[1].content).spans) == "Revised " + words);
  CHECK(count_of(write_markdown(printed(document)), "Revised") == 1);
  document.paper.cover = true;
  const auto cover = std::get<Cover>(printed(document).parts[0]->content);
  CHECK(cover.revision == words);
  CHECK(count_of(write_markdown(printed(document)), "- Revised: " + words) == 1);
  document.sections.insert(document.sections.begin(), make_section_of("c", "", samples::sound_board()));
  const auto behind_cover = std::get<Canvas>(printed(document).parts[1]->content);
  CHECK(behind_cover.revision.empty());
  document.paper.cover = false;
  const auto canvas = std::get<Canvas>(printed(document).parts[0]->content);
  CHECK(canvas.revision == words);
  CHECK(count_of(write_markdown(printed(document)), "- Revised: " + words) == 1);
}

TEST_CASE("a document that its first heading names tells its revision under that heading, in its language") {
  Document document = samples::make_document_of("d", {make_section_of("p", "", Prose{"text"})});
  document.title = "Title of p";
  document.language = Language::ru;
  document.revision = {Date{2026, 9, 1}, "", 0, {}};
  const PrintDocument print = printed(document);
  REQUIRE(print.parts.size() == 1);
  const auto& flow = std::get<Flow>(print.parts[0]->content);
  REQUIRE(flow.blocks.size() == 3);
  CHECK(text_of(std::get<RichBlock>(flow.blocks[1].content).spans) == "Редакция от 1 сентября 2026 г.");
  CHECK(flow.blocks[1].item == "d");
}

TEST_CASE("a section keeps its parts while the revision of its document changes") {
  ComposeCache cache;
  Document document = samples::make_document_of("d", {make_section_of("p", "", Prose{"text"})});
  document.title = "Title of p";
  const Shared<Section> section = document.sections[0];
  const auto composed = [&](const std::optional<Date>& date) {
    document.revision.date = date;
    document.sections[0] = section;
    return write_markdown(compose(samples::make_workbook({document}), {{}, {}, {2026, 11, 16}}, cache));
  };
  CHECK(count_of(composed(Date{2026, 9, 1}), "Revised") == 1);
  CHECK(count_of(composed(Date{2026, 9, 2}), "Revised 2 September 2026") == 1);
  CHECK(count_of(composed({}), "Revised") == 0);
}

TEST_CASE("a talk tells how long it may take, beside its situation") {
  Dialogue talk = samples::make_dialogue("t", "");
  talk.minutes = 5;
  const auto first = [](const Dialogue& dialogue) {
    const auto blocks = blocks_of(printed(dialogue));
    return text_of(std::get<RichBlock>(blocks[1].content).spans);
  };
  CHECK(first(talk) == "A call. · up to 5 min");
  talk.situation.clear();
  CHECK(first(talk) == "Up to 5 min");
  Dialogue empty;
  empty.minutes = 5;
  CHECK(printed(empty).parts.empty());
}

TEST_CASE("a canvas needs no title page, and text behind it starts on a page of its own") {
  const PrintDocument print = printed(samples::make_document_of(
      "d", {make_section_of("c", "", samples::sound_board()), make_section_of("p", "", Prose{"text"})}));
  REQUIRE(print.parts.size() == 2);
  CHECK(std::holds_alternative<Canvas>(print.parts[0]->content));
  CHECK(std::get<Flow>(print.parts[1]->content).starts_page);
}

}  // namespace canvasbook::kinds_test
