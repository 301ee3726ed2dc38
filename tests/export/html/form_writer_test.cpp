#include "export/html/form_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "export/compose/forms/forms.h"
#include "model/kinds/checklist_marks.h"
#include "model/visits_csv.h"
#include "model/visits_import.h"
#include "tests/sample_visits.h"

namespace canvasbook::form_writer_test {

namespace {

using Json = nlohmann::json;

const std::string hostile = "</script><img src=x onerror=\"alert(1)\"> & <!-- {company} ' \\";

Workbook workbook_in(Language language, Checklist list = samples::hall_list()) {
  Document document = samples::document_with({}, std::move(list));
  document.language = language;
  Workbook workbook = samples::make_workbook({std::move(document)});
  workbook.language = language;
  return workbook;
}

std::string page_of(const Workbook& workbook) {
  return write_phone_form(compose_form(*find_print_form("phone"), workbook, {{}, {}, workbook.modified}));
}

// The list in which a hostile text stands wherever an author can write.
Checklist hostile_list() {
  Checklist list = samples::hall_list();
  list.head.front().title = hostile;
  list.groups.front().title = hostile;
  CheckItem& item = list.groups.front().items.front();
  item.text = hostile;
  item.requirement = hostile;
  item.evidence = hostile;
  return list;
}

size_t count_of(std::string_view part, std::string_view text) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Json data_of(const std::string& page) {
  const std::string begin = "<script type=\"application/json\" id=\"data\">";
  const size_t from = page.find(begin) + begin.size();
  REQUIRE(page.find(begin) != std::string::npos);
  return Json::parse(page.substr(from, page.find("</script>", from) - from));
}

std::vector<Json> items_of_list(const Json& list) {
  std::vector<Json> items;
  for (const Json& group : list["groups"]) items.insert(items.end(), group["items"].begin(), group["items"].end());
  return items;
}

std::string cell_of(const std::string& text) {
  std::string cell = "\"";
  for (const char sign : guarded_cell(text)) cell += sign == '"' ? std::string("\"\"") : std::string(1, sign);
  return cell + "\"";
}

}  // namespace

TEST_CASE("the page asks for nothing from elsewhere, and its policy lets only what was built in run") {
  for (const Language language : {Language::ru, Language::en}) {
    const std::string page = page_of(workbook_in(language));
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"" + std::string(language_code(language)) + "\">"));
    static const std::regex policy(
        "content=\"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
        "script-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'\"");
    CHECK(std::regex_search(page, policy));
    for (const char* foreign : {"http:", "https:", "src=", "href=", "@import", "url(", "innerHTML", "{{"}) {
      CAPTURE(foreign);
      CHECK(page.find(foreign) == std::string::npos);
    }
    CHECK(data_of(page)["words"]["save"] == Catalog::of(language).text("phone_form.save"));
  }
}

TEST_CASE("no text of the author becomes an element or ends the script, and each is read back as it was written") {
  Workbook workbook = workbook_in(Language::en, hostile_list());
  workbook = rename_document(std::move(workbook), "control", hostile);
  workbook = rename_section(std::move(workbook), "hall", hostile);
  const std::string page = page_of(workbook);
  CHECK(count_of("</script>", page) == 2);
  CHECK(count_of("<script", page) == 2);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("<!--") == std::string::npos);
  const Json list = data_of(page)["lists"][0];
  const std::string shown = "</script><img src=x onerror=\"alert(1)\"> & <!-- ";
  for (const Json& text :
       {list["title"], list["head"][0]["title"], list["groups"][0]["title"], items_of_list(list)[0]["text"],
        items_of_list(list)[0]["requirement"], items_of_list(list)[0]["evidence"]}) {
    CHECK(text.get<std::string>().starts_with(shown));
  }
}

TEST_CASE("an item says which other one opens it, and that one with which of its marks") {
  Checklist list = samples::hall_list();
  list.groups[0].items[1].opens_on = "sign";
  list.groups[1].items[1].opens_on = "nobody";
  const std::vector<Json> items = items_of_list(data_of(page_of(workbook_in(Language::en, list)))["lists"][0]);
  CHECK(items[0]["marks"] == Json({"yes", "partly", "no", "n/a"}));
  CHECK(items[0]["opening_marks"] == Json({1, 2}));
  CHECK(items[1]["opener"] == "sign");
  CHECK_FALSE(items[1]["condition"].get<std::string>().empty());
  CHECK(items[3]["opener"] == "");
  CHECK(items[3]["opening_marks"] == Json({0, 1}));
}

TEST_CASE("what the head of a visit asks for is not asked twice") {
  Checklist list = samples::hall_list();
  list.head.push_back({"where", "Place", {}});
  list.head.push_back({"when", "Дата", {}});
  const Json head = data_of(page_of(workbook_in(Language::en, list)))["lists"][0]["head"];
  REQUIRE(head.size() == 1);
  CHECK(head[0]["id"] == "receipt");
}

TEST_CASE("a draft is that of the list as it asks: other words make another revision, another title does not") {
  const auto revision_of = [](const Workbook& workbook) { return data_of(page_of(workbook))["lists"][0]["revision"]; };
  const Json before = revision_of(workbook_in(Language::en));
  CHECK(revision_of(rename_document(workbook_in(Language::en), "control", "Other")) == before);
  Checklist list = samples::hall_list();
  list.groups[0].items[0].text = "The sign is lit";
  CHECK(revision_of(workbook_in(Language::en, list)) != before);
}

TEST_CASE("every mark that the page offers is imported as the mark it is, in both languages and on every scale") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const Scale scale :
         {Scale::yes_no, Scale::yes_no_partly, Scale::points_5, Scale::points_7, Scale::points_10}) {
      Checklist list = hostile_list();
      list.scale = scale;
      list.groups[1].items.pop_back();
      const Json page = data_of(page_of(workbook_in(language, list)));
      const std::vector<Json> items = items_of_list(page["lists"][0]);
      const std::vector<int> marks = marks_of(scale);
      const std::string delimiter = page["delimiter"];
      for (size_t m = 0; m < marks.size(); ++m) {
        std::string csv = "\xEF\xBB\xBF";
        const auto add = [&](const std::vector<std::string>& row) {
          for (size_t i = 0; i < row.size(); ++i) csv += (i == 0 ? "" : delimiter) + cell_of(row[i]);
          csv += "\r\n";
        };
        add(page["columns"].get<std::vector<std::string>>());
        const std::vector<std::string> head{"v1", "=North; \"1\"", "Anna", "2026-11-21", "09:05"};
        const auto row = [&](const std::string& item, const std::string& answer, const std::string& comment) {
          std::vector<std::string> cells = head;
          cells.insert(cells.end(), {hostile, item, answer, comment});
          add(cells);
        };
        row("receipt", "No. 17", "");
        for (const Json& item : items) row(item["id"], item["marks"][m], "-5 °C;\n\"cold\"");
        const VisitsImport import = read_visits(csv, {}, list);
        REQUIRE(import.is_good());
        REQUIRE(import.visits.size() == 1);
        const Visit& visit = import.visits.front();
        CHECK(visit.finished);
        CHECK(visit.head == VisitHead{"=North; \"1\"", "Anna", {2026, 11, 21}, "09:05"});
        CHECK(visit.proofs.at("receipt") == "No. 17");
        CHECK(visit.comments.at("sign") == "-5 °C;\n\"cold\"");
        CHECK(visit.marks == VisitMarks(items.size(), static_cast<std::int8_t>(marks[m])));
      }
    }
  }
}

}  // namespace canvasbook::form_writer_test
