#include "export/compose/forms/forms.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <set>

#include "export/compose/contexts.h"
#include "export/markdown/writer.h"
#include "model/base/catalog.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::forms_test {

using namespace paper;

TEST_CASE("every form has a name of its own, words in both languages, and says what a workbook lacks for it") {
  std::set<std::string> names;
  for (const PrintForm& form : print_forms()) {
    CAPTURE(form.name);
    CHECK(names.insert(form.name).second);
    CHECK(find_print_form(form.name) == &form);
    for (const Language language : {Language::ru, Language::en}) {
      CHECK(Catalog::of(language).has(form.key));
      const bool asks = form.has != nullptr || form.compares;
      CHECK((!asks || Catalog::of(language).has(std::string("form_lacks.") + form.name)));
    }
  }
  CHECK(is_whole_book(print_forms().front()));
  CHECK(find_print_form("flyer") == nullptr);
}

TEST_CASE("a form is offered for the documents that have something for it") {
  Sheet without_words;
  without_words.layout = SheetLayout::cards;
  without_words.columns.emplace_back().id = "situation";
  without_words.rows.emplace_back().id = "blank";
  Document empty_book =
      samples::make_document_of("empty", {samples::make_section_of("call", "call_goal", Prose{"Goal"}),
                                          samples::make_section_of("stop", "stop_list", Replacements{}),
                                          samples::make_section_of("talk", "scenario", Dialogue{}),
                                          samples::make_section_of("objections", "objections", Responses{}),
                                          samples::make_section_of("no_standards", "standards", without_words),
                                          samples::make_section_of("no_rules", "service_rules", Prose{"Rules."}),
                                          samples::make_section_of("no_principles", "principles", without_words),
                                          samples::make_section_of("no_cards", "satisfaction_card", without_words)});
  Workbook workbook = samples::workbook_for_all_forms();
  workbook.documents.emplace_back(std::move(empty_book));
  const std::map<std::string, std::vector<std::string>> owners{
      {"standard-cards", {"rules"}}, {"poster", {"ten"}},      {"questions-4", {"till"}},
      {"questions-8", {"till"}},     {"results", {"control"}}, {"phone", {"rules", "control"}},
      {"coverage", {"places"}}};
  for (const PrintForm& form : print_forms()) {
    CAPTURE(form.name);
    const std::vector<std::string> documents = documents_with_form(form, workbook);
    if (form.has == nullptr) {
      CHECK(documents.size() == workbook.documents.size());
    } else {
      const auto owner = owners.find(form.name);
      CHECK(documents == (owner == owners.end() ? std::vector<std::string>{"book"} : owner->second));
    }
  }
}

TEST_CASE("whether a document has something for a form is told without composing it, and told rightly") {
  std::vector<Document> documents;
  for (const char* language : {"ru", "en"}) {
    for (const auto& document : example_for_all_forms(language).documents) documents.push_back(*document);
  }
  Responses wordless;
  wordless.responses.push_back({});
  documents.push_back(samples::make_document_of("wordless", {samples::make_section_of("w", "objections", wordless)}));
  Replacements heard;
  heard.replacements.emplace_back().id = "h";
  heard.replacements.back().hears = "That nobody cares";
  documents.push_back(samples::make_document_of("heard", {samples::make_section_of("h", "stop_list", heard)}));
  for (const char* text : {"", "Only words.", "---", "## 1.", "1. \n2. ", "# Rules\n\n- **Be kind.**"}) {
    documents.push_back(
        samples::make_document_of("rules", {samples::make_section_of("r", "service_rules", Prose{text})}));
  }
  for (const Document& document : documents) {
    CAPTURE(document.id);
    const Workbook workbook = samples::make_workbook({document});
    const ComposeOptions options{{}, {}, workbook.modified};
    const ComposeContexts contexts(workbook, options);
    const ComposeContext context = contexts.of(*workbook.documents.front());
    for (const PrintForm& form : print_forms()) {
      if (form.has == nullptr) continue;
      CAPTURE(form.name);
      CHECK(form.has(context) == !form.compose(context, {}).empty());
    }
  }
}

TEST_CASE("the book as a form is the book") {
  const Workbook workbook = example("en");
  const ComposeOptions options{{"sales"}, {}, workbook.modified};
  CHECK(write_markdown(compose_form(print_forms().front(), workbook, options)) ==
        write_markdown(compose(workbook, options)));
}

TEST_CASE("a form prints the chosen documents that have something for it, and its title names both") {
  const Workbook workbook = samples::make_workbook({samples::sound_standards(), samples::sound_book()});
  const PrintForm& cards = *find_print_form("cards");
  const PrintDocument print = compose_form(cards, workbook, {{}, {}, workbook.modified});
  REQUIRE(print.parts.size() == 1);
  CHECK(print.parts.front()->document == "book");
  CHECK(print.title == "A document — " + Catalog::of(Language::en).text(cards.key));
  CHECK(compose_form(cards, workbook, {{"rules"}, {}, workbook.modified}).parts.empty());
}

TEST_CASE("placeholders have their values in every form") {
  Workbook workbook = rename_document(samples::workbook_for_all_forms(), "book", "The book of {company}");
  workbook = samples::with_changed<Sheet>(
      workbook, "greeting", [](Sheet& sheet) { sheet.rows.front().cells["action"] = "{company} greets first"; });
  workbook = samples::with_changed<Prose>(workbook, "rules_text", [](Prose& prose) {
    prose.text = "1. **{company} is kind.** {company} means it.\n\n---\n\nWorth nothing without {company}.";
  });
  workbook = samples::with_changed<Sheet>(
      workbook, "cards", [](Sheet& sheet) { sheet.rows.front().cells["heading"] = "How was it at {company}?"; });
  workbook = samples::with_changed<Responses>(workbook, "objections", [](Responses& content) {
    content.responses.front().cue = "{company} is expensive.";
    content.responses.front().answers.front().text = "{company} delivers.";
  });
  workbook = samples::with_changed<Replacements>(
      workbook, "stop", [](Replacements& list) { list.replacements.front().phrase = "{company} will try"; });
  workbook = samples::with_changed<Checklist>(workbook, "hall", [](Checklist& list) {
    list.groups.front().items.front().text = "The sign of {company} is lit";
  });
  workbook = samples::with_changed<Sheet>(
      workbook, "plan", [](Sheet& sheet) { sheet.rows.front().cells["name"] = "The window of {company}"; });
  for (const auto* id : {"talk1", "talk2", "talk3"}) {
    workbook = samples::with_changed<Dialogue>(workbook, id,
                                               [](Dialogue& talk) { talk.lines.front().text = "Is that {company}?"; });
  }
  ComposeOptions options{{}, {}, workbook.modified};
  options.older = std::make_shared<const OlderCopy>(
      OlderCopy{samples::make_workbook({samples::make_document_of("book", {})}), "older.canvasbook"});
  for (const PrintForm& form : print_forms()) {
    CAPTURE(form.name);
    const std::string text = write_markdown(compose_form(form, workbook, options));
    CHECK(text.find("Morning") != std::string::npos);
    CHECK(text.find("{company}") == std::string::npos);
  }
}

TEST_CASE("every form of the example prints on paper in both languages, within its pages") {
  Fonts fonts;
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = example_for_all_forms(language);
    for (const PrintForm& form : print_forms()) {
      CAPTURE(form.name);
      ComposeOptions options{{}, {}, workbook.modified};
      if (form.has == nullptr) options.documents = {"sales"};
      options.older =
          std::make_shared<const OlderCopy>(OlderCopy{remove_section(workbook, "sales_objections"), "older"});
      const PrintDocument print = compose_form(form, workbook, options);
      REQUIRE_FALSE(print.parts.empty());
      const Pages pages = layout(print, page_setup(PageSize::A4), fonts);
      CHECK(pages.missing.empty());
      for (const Page& page : pages.pages) {
        CHECK_FALSE(page.runs.empty());
        for (const TextRun& run : page.runs) {
          CAPTURE(run.text);
          CHECK(run.x >= 0);
          CHECK(run.x + run.width <= page.width);
          CHECK(run.baseline <= page.height);
        }
      }
    }
  }
}

}  // namespace canvasbook::forms_test
