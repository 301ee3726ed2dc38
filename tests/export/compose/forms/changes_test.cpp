// What has changed since an older copy, as it prints.
#include <doctest/doctest.h>

#include <memory>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "model/base/catalog.h"
#include "model/kinds/field_visitors.h"
#include "tests/book.h"
#include "tests/paper.h"
#include "tests/sample_visits.h"

namespace canvasbook::changes_form_test {

using namespace paper;

namespace {

ComposeOptions since(const Workbook& older, std::vector<std::string> documents = {}) {
  ComposeOptions options{std::move(documents), {}, {2026, 11, 16}};
  options.older = std::make_shared<const OlderCopy>(OlderCopy{older, "old.canvasbook"});
  return options;
}

std::string changes_of(const Workbook& before, const Workbook& after, const PageNumbers& pages = {}) {
  return write_markdown(compose_form(*find_print_form("changes"), after, since(before), pages));
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Writes something into every field of a kind and one item into every list.
class FieldFiller : public FieldVisitor<FieldFiller> {
 public:
  explicit FieldFiller(std::string prefix) : prefix_(std::move(prefix)) {}

  void id(std::string_view, std::string& value) { value = prefix_ + std::to_string(++count_); }
  void local_id(std::string_view key, std::string& value) { id(key, value); }
  void link(std::string_view, std::string& value) { value = "elsewhere"; }
  void text(std::string_view, std::string& value) { value = "Words"; }
  void markdown(std::string_view, std::string& value) { value = "Words"; }
  void number(std::string_view, int& value, int, int, int most) { value = most; }
  void decimal(std::string_view, double& value, double, double, double most) { value = most; }
  void flag(std::string_view, bool& value) { value = true; }
  template <class Enum, class Names>
  void choice(std::string_view, Enum& value, const Names& names) {
    value = static_cast<Enum>(names.size() - 1);
  }
  void texts(std::string_view, std::vector<std::string>& values) { values = {"Words"}; }
  void code(std::string_view key, std::string& value) {
    if (key == "speaker") value = prefix_ + "1";
  }
  template <class T>
  void list(std::string_view, std::vector<T>& values) {
    describe(*this, values.emplace_back());
  }

 private:
  std::string prefix_;
  int count_ = 0;
};

// A section of each kind that describes its fields, with all of them written.
template <size_t kind = 0>
void add_full_sections(std::vector<Section>& sections) {
  if constexpr (kind < std::variant_size_v<Content>) {
    using Kind = std::variant_alternative_t<kind, Content>;
    Kind content;
    const std::string id = "s" + std::to_string(kind) + "_";
    FieldFiller filler(id);
    if constexpr (requires { describe(filler, content); }) {
      describe(filler, content);
      sections.push_back(samples::make_section(id, std::move(content)));
    }
    add_full_sections<kind + 1>(sections);
  }
}

Workbook small_book() { return samples::make_workbook({samples::sound_book(), samples::sound_standards()}); }

}  // namespace

TEST_CASE("that nothing has changed is one sentence, in the language of the document") {
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = example(language);
    const PrintDocument print = compose_form(*find_print_form("changes"), workbook, since(workbook));
    REQUIRE(print.parts.size() == 1);
    const Flow& flow = std::get<Flow>(print.parts.front()->content);
    CHECK(flow.blocks.size() == 2);  // the heading and the sentence
    CHECK(has(write_markdown(print), language == std::string("ru") ? "ничего не изменилось" : "Nothing has changed"));
    CHECK(has(write_markdown(print), "old.canvasbook"));
  }
}

TEST_CASE("a text that says something else stands there in both versions, its other words in bold letters") {
  const Workbook before = small_book();
  const Workbook after = samples::with_changed<Responses>(before, "objections", [](Responses& content) {
    content.responses.front().answers.front().text = "Compared to whom?";
  });
  const std::string text = changes_of(before, after);
  CHECK(has(text, "*was:* Compared to **what?**"));
  CHECK(has(text, "*now:* Compared to **whom?**"));
  CHECK(has(text, "**Changed** · answer · “Expensive.”"));
  CHECK(has(text, "Changed: 1"));
  CHECK_FALSE(has(text, "It includes delivery."));
  CHECK_FALSE(has(text, "Title of stop"));
}

TEST_CASE("every field of every kind is called by words of the document's language") {
  std::vector<Section> sections;
  add_full_sections(sections);
  sections.push_back(samples::make_section("visits", samples::sound_visits()));
  REQUIRE(sections.size() >= 5);
  for (const Language language : {Language::ru, Language::en}) {
    Document full = samples::make_document_of("d", sections);
    full.language = language;
    Document empty = samples::make_document_of("d", {});
    empty.language = language;
    const std::string text = changes_of(samples::make_workbook({empty}), samples::make_workbook({full}));
    for (const char* raw : {"field.", "changed_item.", "items.", "call_end."}) {
      CAPTURE(raw);
      CHECK_FALSE(has(text, raw));
    }
    CHECK(has(text, Catalog::of(language).text("field.hears") + ":"));
  }
}

TEST_CASE("a cell of a column without a title is told without one, whatever the column's id") {
  for (const char* id : {"c", "text", "details"}) {
    CAPTURE(id);
    Sheet sheet;
    sheet.columns.emplace_back().id = id;
    sheet.rows.push_back({"r", {{id, "Old"}}, {}});
    const Workbook before =
        samples::make_workbook({samples::make_document_of("d", {samples::make_section_of("s", "notes", sheet)})});
    sheet.rows.front().cells[id] = "New";
    const Workbook after =
        samples::make_workbook({samples::make_document_of("d", {samples::make_section_of("s", "notes", sheet)})});
    const std::string text = changes_of(before, after);
    CHECK(has(text, "**New**"));
    CHECK_FALSE(has(text, "field."));
  }
}

TEST_CASE("values for one export stand in what has changed too") {
  const auto book = [](const char* words) {
    return samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{words})})});
  };
  ComposeOptions options = since(book("To {town} by train."));
  options.values = {{"town", "Riga"}};
  const std::string text =
      write_markdown(compose_form(*find_print_form("changes"), book("To {town} by bus."), options));
  CHECK(has(text, "Riga"));
  CHECK_FALSE(has(text, "{town}"));
}

TEST_CASE("marks of Markdown in what a placeholder stands for are text, as in the book") {
  const auto book = [](std::vector<Section> sections) {
    return samples::make_workbook({samples::make_document_of("d", std::move(sections))});
  };
  const auto prose = [](const char* id, const char* words) { return samples::make_section(id, Prose{words}); };
  ComposeOptions options = since(book({prose("s", "To {town} by train.")}));
  options.values = {{"town", "*Old* Riga"}};
  const Workbook after = book({prose("s", "To {town} by bus."), prose("new", "**{town}** again, `{town}`.")});
  const std::string text = write_markdown(compose_form(*find_print_form("changes"), after, options));
  CHECK(has(text, R"(To \*Old\* Riga by **bus.**)"));
  CHECK(has(text, R"(**\*Old\* Riga** again, `{town}`.)"));
}

TEST_CASE("a cell that was ticked or dated and has other words now is told in words") {
  const auto book = [](const std::map<std::string, std::string>& cells) {
    Sheet sheet;
    sheet.columns = {{"done", "", "Done", ColumnType::check, {}, 0, {}},
                     {"day", "", "Day", ColumnType::date, {}, 0, {}}};
    sheet.rows = {{"r", cells, {}}};
    return samples::make_workbook({samples::make_document_of("d", {samples::make_section_of("s", "notes", sheet)})});
  };
  const Workbook ticked = book({{"done", "yes"}, {"day", "2026-11-16"}});
  const Workbook worded = book({{"done", "*partly*"}, {"day", "in a week"}});
  for (const std::string& text : {changes_of(ticked, worded), changes_of(worded, ticked)}) {
    CHECK(has(text, "**yes**"));
    CHECK(has(text, "**partly**"));
    CHECK(has(text, "**16 November 2026**"));
    CHECK(has(text, "**in a week**"));
    CHECK_FALSE(has(text, "2026-11-16"));
  }
}

TEST_CASE("what is gone prints whole, a document that is gone too") {
  const Workbook before = small_book();
  const std::string text = changes_of(before, remove_document(remove_section(before, "stop"), "rules"));
  for (const char* gone : {"I will try", "I will do it by 15:00", "It sounds like a doubt", "A guest comes in",
                           "Who was seen waits in peace", "Lit at night", "You would order it again"}) {
    CAPTURE(gone);
    CHECK(has(text, gone));
  }
  const std::string chosen = write_markdown(
      compose_form(*find_print_form("changes"), before, since(remove_section(before, "stop"), {"rules"})));
  CHECK(has(chosen, "Nothing has changed"));
}

TEST_CASE("what the book does not print is told of nowhere, what is new in a text is added, and the company counts") {
  const Workbook before = small_book();
  Workbook after = samples::with_changed<Responses>(
      before, "objections", [](Responses& content) { content.responses.front().synonyms = "dear, costly"; });
  after.company = "Evening";
  Document document = *after.documents.front();
  document.sections.emplace_back(samples::make_section_of("notes", "author_notes", Prose{"Left over."}));
  document.sections.emplace_back(
      samples::make_section_of("inbox", "gaps", Responses{{}, {samples::make_response("gap", "No place", {})}}));
  after.documents.front() = std::move(document);
  const std::string text = changes_of(before, after);
  CHECK_FALSE(has(text, "Left over."));
  CHECK_FALSE(has(text, "No place"));
  CHECK(has(text, "added:* dear, costly"));
  CHECK(has(text, "Changed: 2"));
}

TEST_CASE("a new objection is one entry with its answers, a section that is gone one with all that it had") {
  const Workbook before = small_book();
  const auto entries = [](const std::string& text) {
    size_t count = 0;
    for (size_t at = 0; (at = text.find("** · ", at)) != std::string::npos; ++at) ++count;
    return count;
  };
  const Workbook after = samples::with_changed<Responses>(before, "objections", [](Responses& content) {
    content.responses.push_back(samples::make_response("late", "You are late.", {"When?", "Where?", "How late?"}));
  });
  const std::string text = changes_of(before, after);
  CHECK(entries(text) == 1);
  CHECK(has(text, "New: 1"));
  for (const char* part : {"You are late.", "– When?", "– Where?", "– How late?"}) {
    CAPTURE(part);
    CHECK(has(text, part));
  }
  CHECK(entries(changes_of(after, before)) == 1);
  const std::string gone = changes_of(after, remove_section(after, "objections"));
  CHECK(has(gone, "– It includes delivery."));
  CHECK(has(gone, "– How late?"));
}

TEST_CASE("a change of the marks of Markdown alone is told as such") {
  const Workbook before = small_book();
  CHECK(has(changes_of(before, set_prose(before, "call", "Goal: *a meeting.*")), "The words are the same"));
}

TEST_CASE("the page in the book stands beside what is there, and with none that of its section") {
  const Workbook after = small_book();
  const Workbook before = samples::with_changed<Responses>(
      after, "objections", [](Responses& content) { content.responses.front().answers.clear(); });
  Fonts fonts;
  const PageNumbers pages =
      page_numbers(layout(compose(after, {{}, {}, after.modified}), page_setup(PageSize::A4), fonts));
  REQUIRE(pages.contains("price_1"));
  CHECK(has(changes_of(before, after, pages), "p. " + std::to_string(pages.at("price_1"))));
  CHECK(has(changes_of(before, after, {{"objections", 77}}), "p. 77"));
  CHECK_FALSE(has(changes_of(before, after), "p. 77"));
}

TEST_CASE("each text has the values of its own time, and the table of placeholders stands as it is written") {
  Workbook before = samples::with_changed<Responses>(small_book(), "objections", [](Responses& content) {
    content.responses.front().cue = "{company} is dear, {client}.";
  });
  Workbook after = samples::with_changed<Responses>(before, "objections", [](Responses& content) {
    content.responses.front().cue = "{company} is expensive, {client}.";
  });
  after.company = "Evening";
  const std::string text = changes_of(before, after);
  CHECK(has(text, "**Morning**"));
  CHECK(has(text, "**Evening**"));
  CHECK_FALSE(has(text, "{company}"));
}

TEST_CASE("every kind of section tells what changed in it, on paper too") {
  Workbook before = samples::make_workbook({samples::sound_book(), samples::sound_standards()});
  before = add_document(std::move(before),
                        samples::make_document_of("model", {samples::make_section("canvas", samples::sound_board())}));
  Workbook after = samples::with_changed<Responses>(
      before, "objections", [](Responses& content) { content.responses.front().cue = "new cue"; });
  after = samples::with_changed<Replacements>(
      after, "stop", [](Replacements& list) { list.replacements.front().reason = "new reason"; });
  after = samples::with_changed<Dialogue>(after, "talk1", [](Dialogue& talk) { talk.lines.front().text = "new line"; });
  after = samples::with_changed<Checklist>(
      after, "hall", [](Checklist& list) { list.groups.front().items.front().requirement = "new requirement"; });
  after =
      samples::with_changed<Sheet>(after, "greeting", [](Sheet& sheet) { sheet.rows.front().cells["target"] = "45"; });
  after = set_prose(after, "call", "new goal");
  Board board = set_text(board_in(after, "canvas"), "value", "new value");
  after = set_board(after, "canvas", std::move(board));
  Fonts fonts;
  const PrintDocument print = compose_form(*find_print_form("changes"), after, since(before));
  const std::string text = write_markdown(print);
  const std::string paper = all_text(layout(print, page_setup(PageSize::A4), fonts));
  for (const char* changed : {"cue", "reason", "line", "requirement", "goal", "value", "45"}) {
    CAPTURE(changed);
    CHECK(has(text, changed));
    CHECK(has(paper, changed));
  }
  CHECK(print.parts.size() == 3);
}

}  // namespace canvasbook::changes_form_test
