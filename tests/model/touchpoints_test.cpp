#include "model/touchpoints.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "model/find.h"
#include "model/kinds/item_lists.h"
#include "model/review/review.h"
#include "tests/samples.h"

namespace canvasbook::touchpoints_test {

namespace {

SheetColumn make_column(const char* id, const char* role, ColumnType type) { return {id, role, id, type, {}, 0, {}}; }

// A plan with the touchpoints `door` and `till`.
Sheet plan() {
  Sheet sheet;
  sheet.columns = {make_column("name", "touchpoint", ColumnType::text),
                   make_column("owner", "owner", ColumnType::text)};
  sheet.rows = {{"door", {{"name", "The door"}, {"owner", "Guard"}}, {}}, {"till", {{"name", "The till"}}, {}}};
  return sheet;
}

// Standards of which the first covers `door` and the second nothing.
Sheet standards() {
  Sheet sheet;
  sheet.columns = {make_column("situation", "situation", ColumnType::text),
                   make_column("covers", "covers", ColumnType::touchpoint)};
  sheet.rows = {{"greeting", {{"situation", "A client comes in"}, {"covers", "door"}}, {}},
                {"farewell", {{"situation", "A client leaves"}}, {}}};
  return sheet;
}

Section section_of(std::string id, std::string role, Sheet sheet) {
  Section section = samples::make_section(std::move(id), std::move(sheet));
  section.role = std::move(role);
  return section;
}

Workbook book(Sheet first = plan(), Sheet second = standards()) {
  return samples::make_workbook({samples::make_document_of("a", {section_of("plan", "touchpoint_plan", first)}),
                                 samples::make_document_of("b", {section_of("rules", "standards", second)})});
}

const Sheet& sheet_of(const Workbook& workbook, std::string_view section) {
  return std::get<Sheet>(find_section(workbook, section)->content);
}

std::vector<Finding> missing_in(const Workbook& workbook) {
  std::vector<Finding> findings = review(workbook);
  std::erase_if(findings, [](const Finding& finding) { return finding.rule != "missing_touchpoint"; });
  return findings;
}

}  // namespace

TEST_CASE("the rows of a sheet that names touchpoints are the register, with where they are defined") {
  const auto touchpoints = touchpoint_register(book());
  REQUIRE(touchpoints.size() == 2);
  CHECK((touchpoints[0] == Touchpoint{"door", "The door", "a", "plan"}));
  CHECK(touchpoints[1].name == "The till");
}

TEST_CASE("a column that links to touchpoints defines none, whatever its role") {
  Sheet sheet = standards();
  sheet.columns[1].role = touchpoint_role;
  CHECK(touchpoint_register(book(plan(), sheet)).size() == 2);
}

TEST_CASE("a link to a touchpoint survives writing and reading") {
  const auto read = read_workbook(write_workbook(book()));
  REQUIRE(read);
  CHECK((*read == book()));
  CHECK(sheet_of(*read, "rules").columns[1].type == ColumnType::touchpoint);
}

TEST_CASE("removing a touchpoint's row takes it out of the standards that cover it") {
  Sheet sheet = plan();
  sheet.rows = remove_item(std::move(sheet.rows), "door");
  const Workbook after = set_content(book(), "plan", sheet);
  CHECK_FALSE(sheet_of(after, "rules").rows[0].cells.contains("covers"));
  CHECK(sheet_of(after, "rules").rows[0].cells.at("situation") == "A client comes in");
  CHECK_FALSE(sheet_of(remove_document(book(), "a"), "rules").rows[0].cells.contains("covers"));
}

TEST_CASE("a copy of a document that has both has links to its own touchpoints") {
  const Document both = samples::make_document_of(
      "c", {section_of("plan", "touchpoint_plan", plan()), section_of("rules", "standards", standards())});
  IdSource ids(3);
  const Document copy = with_fresh_ids(both, ids);
  const std::string& door = std::get<Sheet>(copy.sections[0]->content).rows[0].id;
  CHECK(door != "door");
  CHECK(std::get<Sheet>(copy.sections[1]->content).rows[0].cells.at("covers") == door);
}

TEST_CASE("a copy of the standards alone still covers the touchpoints of the other document") {
  IdSource ids(3);
  const Workbook after = duplicate_document(book(), "b", ids);
  REQUIRE(after.documents.size() == 3);
  CHECK(std::get<Sheet>(after.documents[2]->sections[0]->content).rows[0].cells.at("covers") == "door");
}

TEST_CASE("on paper a standard names its touchpoint, and another name at once") {
  ComposeOptions options;
  options.documents = {"b"};
  ComposeCache cache;
  CHECK(write_markdown(compose(book(), options, cache)).find("The door") != std::string::npos);
  Sheet renamed = plan();
  renamed.rows[0].cells["name"] = "The glass door";
  const std::string after = write_markdown(compose(set_content(book(), "plan", renamed), options, cache));
  CHECK(after.find("The glass door") != std::string::npos);
  CHECK(after.find("covers") != std::string::npos);
}

TEST_CASE("a link is no text: it is neither found nor replaced nor counted") {
  const Workbook linked = book();
  Sheet unlinked = standards();
  unlinked.rows[0].cells.erase("covers");
  CHECK(count_words(linked) == count_words(book(plan(), unlinked)));
  WordForms forms;
  FindQuery query;
  query.text = "door";
  for (const Hit& hit : find_in(linked, query, forms).hits) {
    CHECK(hit.range.begin > 0);  // "The door", not the id
  }
}

TEST_CASE("a cell that names no touchpoint of the register is found by the review") {
  CHECK(missing_in(book()).empty());
  Sheet dangling = standards();
  dangling.rows[1].cells["covers"] = "gone";
  const auto findings = missing_in(book(plan(), dangling));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].subject == "farewell/gone");
  CHECK(findings[0].document == "b");
  for (const Language language : {Language::en, Language::ru}) {
    CHECK(finding_words(findings[0], Catalog::of(language)).what.find("gone") != std::string::npos);
  }
}

TEST_CASE("for a spreadsheet links become names, and names become links again") {
  const Workbook workbook = book();
  Sheet named = with_touchpoint_names(standards(), touchpoint_names(workbook));
  CHECK(named.rows[0].cells.at("covers") == "The door");
  named.rows[1].cells["covers"] = " The till ";
  named.rows[0].cells["situation"] = "The till";
  const Sheet linked = with_touchpoint_links(named, touchpoint_register(workbook));
  CHECK(linked.rows[0].cells.at("covers") == "door");
  CHECK(linked.rows[1].cells.at("covers") == "till");
  CHECK(linked.rows[0].cells.at("situation") == "The till");
}

TEST_CASE("a text that is the name of no touchpoint stays as it was written") {
  Sheet sheet = standards();
  sheet.rows[1].cells["covers"] = "The lift";
  CHECK(with_touchpoint_links(sheet, touchpoint_register(book())).rows[1].cells.at("covers") == "The lift");
  CHECK(with_touchpoint_names(sheet, touchpoint_names(book())).rows[1].cells.at("covers") == "The lift");
}

}  // namespace canvasbook::touchpoints_test
