#include "export/markdown/blocks.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/call_gaps.h"
#include "model/contents.h"
#include "model/text/markdown_reader.h"
#include "tests/awkward_text.h"
#include "tests/book.h"
#include "tests/own_scales.h"
#include "tests/paper.h"

namespace canvasbook::blocks_test {

namespace {

using samples::awkward_text;
using samples::make_section_of;
using Kind = RichBlock::Kind;

std::string markdown_of(const Workbook& workbook) {
  return write_markdown(compose(workbook, {{}, {}, {2026, 11, 16}, true}));
}

std::string markdown_of(Content content) {
  return markdown_of(
      samples::make_workbook({samples::make_document_of("d", {make_section_of("s", "role", std::move(content))})}));
}

Spans plain(const std::string& text) { return {Span{text, false, false, false, {}}}; }

// What comes back when blocks are written under a heading and read again; that heading is left out.
std::vector<RichBlock> read_back(std::vector<BlockContent> contents) {
  Flow flow;
  RichBlock heading;
  heading.kind = Kind::heading;
  heading.spans = plain("Heading");
  flow.blocks.push_back({"s", heading});
  for (BlockContent& content : contents) flow.blocks.push_back({"item", std::move(content)});
  PrintDocument print;
  print.parts.push_back(std::make_shared<const PrintPart>(PrintPart{"d", "Title", 0, Language::en, flow}));
  std::vector<RichBlock> blocks = read_markdown(write_markdown(print));
  RC_ASSERT(blocks.size() > 1U);
  blocks.erase(blocks.begin());
  return blocks;
}

std::string item_text(const RichBlock& item) {
  RC_ASSERT(item.children.size() == 1U);
  return std::string(trim(plain_text(item.children.front().spans)));
}

// Every anchor that a reader like GitHub gives to the headings of a file.
std::map<std::string, std::string> anchors_of(const std::string& markdown) {
  std::map<std::string, std::string> anchors;
  HeadingAnchors names;
  for (const RichBlock& block : read_markdown(markdown)) {
    if (block.kind != Kind::heading) continue;
    const std::string text(trim(plain_text(block.spans)));
    anchors.emplace(names.next(text), text);
  }
  return anchors;
}

void collect_links(const std::vector<RichBlock>& blocks, std::vector<Span>& links) {
  for (const RichBlock& block : blocks) {
    for (const Span& span : block.spans) {
      if (span.link.starts_with('#')) links.push_back(span);
    }
    collect_links(block.children, links);
  }
}

std::vector<Span> links_of(const std::string& markdown) {
  std::vector<Span> links;
  collect_links(read_markdown(markdown), links);
  return links;
}

}  // namespace

TEST_CASE("any cue and its answers read back as a heading and a list") {
  CHECK(rc::check([] {
    const std::string cue = "a" + *awkward_text();
    const std::string first = "b" + *awkward_text();
    const std::string second = *awkward_text() + "c";
    ResponseBlock block;
    block.cue = plain(cue);
    block.answers = {{"a1", plain(first)}, {"a2", plain(second)}};
    const auto blocks = read_back({block, RichBlock{}});
    RC_ASSERT(blocks.size() >= 2U);
    RC_ASSERT(blocks[0].kind == Kind::heading);
    RC_ASSERT(std::string(trim(plain_text(blocks[0].spans))) == std::string(trim(cue)));
    RC_ASSERT(blocks[1].kind == Kind::numbered_list);
    RC_ASSERT(blocks[1].children.size() == 2U);
    RC_ASSERT(item_text(blocks[1].children[0]) == first);
    RC_ASSERT(item_text(blocks[1].children[1]) == second);
  }));
}

TEST_CASE("any line of a dialogue reads back with its role") {
  CHECK(rc::check([] {
    const std::string speaker = "r" + *awkward_text() + "r";
    const std::string text = "t" + *awkward_text() + "t";
    TalkBlock talk;
    talk.lines = {{"l1", speaker, false, plain(text), {}}, {"l2", "", false, plain(text), {}}};
    const auto blocks = read_back({talk});
    RC_ASSERT(blocks.size() == 2U);
    RC_ASSERT(blocks[1].kind == Kind::bullet_list);
    RC_ASSERT(blocks[1].children.size() == 2U);
    std::string role = speaker;
    std::ranges::replace(role, '\n', ' ');
    RC_ASSERT(item_text(blocks[1].children[0]) == role + ": " + text);
    RC_ASSERT(item_text(blocks[1].children[1]) == text);
  }));
}

TEST_CASE("any cell of a sheet reads back in its place") {
  CHECK(rc::check([] {
    const std::string title = *awkward_text();
    const std::string cell = *awkward_text();
    SheetBlock sheet;
    sheet.columns = {{"h" + title, Alignment::left, 0}, {"Sum", Alignment::right, 0}};
    sheet.rows = {{"r1", {plain(cell), plain("1")}}, {"r2", {plain("x"), {}}}};
    const auto blocks = read_back({sheet});
    RC_ASSERT(blocks.size() == 1U);
    RC_ASSERT(blocks[0].kind == Kind::table);
    RC_ASSERT(blocks[0].alignments == (std::vector<Alignment>{Alignment::left, Alignment::right}));
    RC_ASSERT(blocks[0].rows.size() == 3U);
    RC_ASSERT(plain_text(blocks[0].rows[0][0]) == "h" + title);
    RC_ASSERT(plain_text(blocks[0].rows[1][0]) == cell);
    RC_ASSERT(std::string(trim(plain_text(blocks[0].rows[1][1]))) == "1");
    RC_ASSERT(plain_text(blocks[0].rows[2][0]) == "x");
  }));
}

TEST_CASE("any item of a form reads back as a task that is not done") {
  CHECK(rc::check([] {
    const std::string text = "i" + *awkward_text() + "i";
    const std::string requirement = "q" + *awkward_text() + "q";
    FormBlock form;
    form.legend = "Legend.";
    form.groups = {{"g", "Group", {{"i1", "1.1", text, requirement, 3, true, {"yes", "no"}, "critical"}}}};
    const auto blocks = read_back({form});
    RC_ASSERT(blocks.size() == 5U);  // the last two are the total and the result
    RC_ASSERT(blocks[1].kind == Kind::heading);
    RC_ASSERT(blocks[2].kind == Kind::bullet_list);
    RC_ASSERT(blocks[2].children.size() == 1U);
    RC_ASSERT(blocks[2].children[0].task == std::optional<bool>(false));
    RC_ASSERT(item_text(blocks[2].children[0]) == "1.1 " + text + " (weight 3, critical): " + requirement);
  }));
}

TEST_CASE("when an item is asked stands behind it, and what proves it reads back as a list below it") {
  CHECK(rc::check([] {
    const std::string evidence = "e" + *awkward_text() + "e";
    FormBlock form;
    form.legend = "Legend.";
    FormBlock::Item item{"i1", "1.2", "Mended", "Within an hour", 1, false, {"yes", "no"}};
    item.condition = "if “no” in 1.1";
    item.evidence = evidence;
    form.groups = {{"g", "Group", {item}}};
    const auto blocks = read_back({form});
    const RichBlock& read = blocks[2].children[0];
    RC_ASSERT(read.children.size() == 2U);
    RC_ASSERT(plain_text(read.children.front().spans) == "1.2 Mended (if “no” in 1.1): Within an hour");
    RC_ASSERT(read.children.back().kind == Kind::bullet_list);
    RC_ASSERT(item_text(read.children.back().children[0]) == evidence + ":");
  }));
}

TEST_CASE("any chart reads back as a table of its figures under its title") {
  CHECK(rc::check([] {
    const std::string title = "t" + *awkward_text() + "t";
    const std::string label = "l" + *awkward_text() + "l";
    PrintChart chart;
    chart.title = title;
    chart.rows_title = "Place";
    chart.value_titles = {"Score"};
    chart.rows = {
        {"r1", label, {{0.825, "82.5 %", {"60–95 %", "n = 12"}}}}, {"r2", "x", {{{}, "n/a"}}}, {"r3", "y", {}}};
    chart.target = PrintChart::Mark{0.9, "target 90 %"};
    chart.note = "Few.";
    const auto blocks = read_back({chart});
    RC_ASSERT(blocks.size() == 4U);
    RC_ASSERT(std::string(trim(plain_text(blocks[0].spans))) == to_one_line(title));
    RC_ASSERT(blocks[1].kind == Kind::table);
    const auto cell = [&](size_t row, size_t column) {
      return std::string(trim(plain_text(blocks[1].rows[row][column])));
    };
    RC_ASSERT(blocks[1].rows.size() == 4U);
    RC_ASSERT(cell(0, 0) == "Place");
    RC_ASSERT(cell(0, 1) == "Score");
    RC_ASSERT(cell(1, 0) == label);
    RC_ASSERT(cell(1, 1) == "82.5 % (60–95 %, n = 12)");
    RC_ASSERT(cell(2, 1) == "n/a");
    RC_ASSERT(cell(3, 1).empty());
    RC_ASSERT(plain_text(blocks[2].spans) == "target 90 %");
    RC_ASSERT(plain_text(blocks[3].spans) == "Few.");
  }));
}

TEST_CASE("any card reads back as a heading and a list of its fields") {
  CHECK(rc::check([] {
    const std::string title = "t" + *awkward_text();
    const std::string text = "f" + *awkward_text() + "f";
    RecordBlock record{"3", plain(title), {{"Words", plain(text)}, {"", plain(text)}}};
    const auto blocks = read_back({record});
    RC_ASSERT(blocks.size() == 2U);
    RC_ASSERT(std::string(trim(plain_text(blocks[0].spans))) == std::string(trim("3. " + title)));
    RC_ASSERT(item_text(blocks[1].children[0]) == "Words: " + text);
    RC_ASSERT(item_text(blocks[1].children[1]) == text);
  }));
}

TEST_CASE("every word of the examples and of all templates stands in their Markdown") {
  for (const char* language : {"ru", "en"}) {
    Workbook workbook = paper::example(language);
    IdSource ids(3);
    for (const Template& source : templates_in(workbook.language)) {
      workbook = add_document(workbook, make_document(source, ids));
    }
    std::set<std::string> printed;
    const auto add_words = [](const std::string& text, std::set<std::string>& words) {
      std::string word;
      for (size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_word_character(c)) {
          append_utf8(word, c);
        } else {
          words.insert(std::exchange(word, {}));
        }
      }
      words.insert(word);
    };
    add_words(markdown_of(workbook), printed);
    for (const auto& document : workbook.documents) {
      for (const auto& section : document->sections) {
        if (is_gaps(*section)) continue;                                 // the book lacks them
        if (std::holds_alternative<Visits>(section->content)) continue;  // the report has their comments
        std::set<std::string> written;
        Content content = section->content;
        // What names a field of the editor, or a column that a card does without, is not printed.
        if (auto* responses = std::get_if<Responses>(&content)) {
          responses->cue_title.clear();
          for (Response& response : responses->responses) response.synonyms.clear();  // the index has them
        }
        if (auto* sheet = std::get_if<Sheet>(&content)) {
          for (SheetColumn& column : sheet->columns) {
            column.choices.clear();  // what is offered prints where it was chosen
            if (sheet->layout == SheetLayout::cards) column.title.clear();
          }
        }
        for_each_text(content, [&](const std::string& text) { add_words(text, written); });
        for (const std::string& word : written) {
          CAPTURE(section->id);
          CAPTURE(word);
          CHECK((printed.contains(word) || read_date(word)));
        }
      }
    }
  }
}

TEST_CASE("every link inside the Markdown of the examples leads to a heading") {
  for (const char* language : {"ru", "en"}) {
    const std::string markdown = markdown_of(paper::example(language));
    const auto anchors = anchors_of(markdown);
    const auto links = links_of(markdown);
    CHECK(links.size() > 40);
    for (const Span& link : links) {
      CAPTURE(link.link);
      CHECK(anchors.contains(link.link.substr(1)));
    }
  }
}

TEST_CASE("a line of a dialogue leads to the cue that its module answers, also where two cues are the same") {
  Document book = samples::sound_book();
  Responses more{"", {samples::make_response("again", "Expensive!", {"It is."})}};
  Section section = make_section_of("more", "client_questions", more);
  book.sections.emplace(book.sections.begin() + 2, section);
  Dialogue talk = samples::make_dialogue("t3", "again_1");
  Section last = *book.sections.back();
  last.content = talk;
  book.sections.back() = last;
  const std::string markdown = markdown_of(samples::make_workbook({book}));
  CHECK(markdown.find("([“Expensive.”](#expensive)) <!-- t1_2 -->") != std::string::npos);
  CHECK(markdown.find("([“Expensive!”](#expensive-1)) <!-- t3_2 -->") != std::string::npos);
}

TEST_CASE("contents list the headings of their document by level, each as a link") {
  Document book = samples::sound_book();
  book.paper.cover = true;
  book.paper.contents = true;
  const Document other = samples::make_document_of("other", {make_section_of("alien", "", Prose{"text"})});
  const std::string markdown = markdown_of(samples::make_workbook({book, other}));
  CHECK(markdown.starts_with("# A document<!-- book -->\n\n- Company: Morning\n- Date: 16 November 2026\n"));
  const size_t start = markdown.find("## Contents\n\n");
  REQUIRE(start != std::string::npos);
  const std::string list = markdown.substr(start + 13, markdown.find("\n\n", start + 13) - start - 13);
  CHECK(list ==
        "- [Title of call](#title-of-call)\n"
        "  - [Title of objections](#title-of-objections)\n"
        "- [Title of stop](#title-of-stop)\n"
        "- [Title of talk1](#title-of-talk1)\n"
        "- [Title of talk2](#title-of-talk2)\n"
        "- [Title of talk3](#title-of-talk3)");
}

TEST_CASE("a form ends with places for what was scored, by group and in all, and with its result") {
  Checklist checklist = samples::make_checklist("c");
  checklist.groups[1].items.push_back({"c_smell", "Smell", {}, 2, false, Scale::inherited, {}});
  const std::string written = markdown_of(checklist);
  CHECK(written.find("**Group 1.**") == std::string::npos);  // one item needs no sum
  CHECK(written.find("**Group 2.** Scored ____ of ____ = ____ %. Share of the total: 50%\n") != std::string::npos);
  CHECK(written.find("**In all.** Scored ____ of ____ = ____ %\n\n- [ ] Check passed\n- [ ] "
                     "Not passed\n") != std::string::npos);
}

TEST_CASE("a form tells weights and scales only where they are not the usual ones") {
  Checklist checklist = samples::make_checklist("c");
  checklist.groups[0].items.push_back({"c_path", "Path", "Swept", 1, false, Scale::inherited, {}});
  const std::string markdown = markdown_of(checklist);
  CHECK(markdown.find("- [ ] 1.1 **Sign** (weight 3, critical): Lit at night <!-- c_sign -->") != std::string::npos);
  CHECK(markdown.find("- [ ] 1.2 **Path**: Swept <!-- c_path -->") != std::string::npos);
  CHECK(markdown.find("- [ ] 2.1 **Taste** (1–5 / n/a): You would order it again <!-- c_taste -->") !=
        std::string::npos);
}

TEST_CASE("the levels of an own scale stand behind the item, with what an author wrote escaped") {
  Checklist checklist = samples::make_checklist("c");
  checklist.groups[0].items.push_back({"c_path", "Path", "Swept", 1, false, Scale::inherited, {}});
  checklist.scales = {samples::own_scale("s", "S", {{"*Great*", 100}, {"Poor", 0}})};
  checklist.groups[1].items[0].own_scale = "s";
  const std::string markdown = markdown_of(checklist);
  CHECK(markdown.find("- [ ] 2.1 **Taste** (\\*Great\\* / Poor / n/a): You would order it again") != std::string::npos);
}

TEST_CASE("a form says what is not counted, and where nothing is it has no places for what was scored") {
  Checklist checklist = samples::make_checklist("c");
  checklist.groups[0].items[0].weight = 2.5;
  checklist.groups[1].items[0].weight = 0;
  for (CheckGroup& group : checklist.groups) {
    group.items.push_back(group.items[0]);
    group.items.back().id += "_too";
  }
  const std::string some = markdown_of(checklist);
  CHECK(some.find("**Sign** (weight 2.5, critical, ") != std::string::npos);
  CHECK(some.find("**Taste** (not counted)") != std::string::npos);
  CHECK(some.find("**Group 1.** Scored ____ of ____ = ____ %. Share of the total: 100%\n") != std::string::npos);
  CHECK(some.find("**Group 2.** n/a\n") != std::string::npos);
  for (CheckItem& item : checklist.groups[0].items) item.weight = 0;
  const std::string none = markdown_of(checklist);
  CHECK(none.find("Scored") == std::string::npos);
  CHECK(none.find("**In all.** n/a\n") != std::string::npos);
}

TEST_CASE("a role that is called a client is not explained as one") {
  Dialogue dialogue = samples::make_dialogue("t", "");
  dialogue.speakers[1].title = "Customer";
  CHECK(markdown_of(dialogue).find("**Roles:** Customer, Manager\n") != std::string::npos);
  dialogue.speakers[1].title = "Secretary";
  CHECK(markdown_of(dialogue).find("**Roles:** Secretary (customer), Manager\n") != std::string::npos);
}

TEST_CASE("a text that brings its own contents gets no second ones, and an id behind a line leaves no blank") {
  Document book = samples::make_document_of(
      "book", {make_section_of("text", "", Prose{"# Contents\n\n- [One](#one)\n\n# One\n\ntext <!-- note -->\nmore"})});
  book.paper.contents = true;
  Document other = samples::make_document_of("other", {make_section_of("more", "", Prose{"# Two\n\ntext"})});
  other.paper.contents = true;
  const std::string alone = markdown_of(samples::make_workbook({book}));
  CHECK(alone.find("Contents") == alone.rfind("Contents"));
  const std::string markdown = markdown_of(samples::make_workbook({other, book}));
  CHECK(markdown.find("- [Two](#two)") != std::string::npos);
  CHECK(markdown.find("[One](#one)") == markdown.rfind("[One](#one)"));
  CHECK(markdown.find("&#32;") == std::string::npos);
}

}  // namespace canvasbook::blocks_test
