// Own scales of check lists in files: read, written, kept where nobody knows them, and told in changes.
#include <doctest/doctest.h>

#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "model/workbook_changes.h"
#include "tests/own_scales.h"
#include "tests/sample_visits.h"

namespace canvasbook::own_scales_file_test {

namespace {

// The taste is marked on a scale of the list.
Checklist own_list() {
  Checklist list = samples::hall_list();
  list.scales.push_back(samples::impression());
  list.groups[1].items[1].scale = Scale::inherited;
  list.groups[1].items[1].own_scale = "impression";
  list.groups[1].items[1].least_points = 50;
  return list;
}

Workbook own_workbook() {
  IdSource fresh(11);
  return samples::workbook_with(
      samples::with_visit({}, own_list(), {"North", "Anna", {2026, 3, 2}, "10:30"}, "2200", fresh), own_list());
}

std::string replaced(std::string text, std::string_view old, std::string_view now) {
  const size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), now);
}

}  // namespace

TEST_CASE("a check list with an own scale and its visits are written and read as they were") {
  const Workbook workbook = own_workbook();
  const std::string text = write_workbook(workbook);
  const auto read = read_workbook(text);
  REQUIRE(read);
  CHECK(*read == workbook);
  CHECK(write_workbook(*read) == text);
  CHECK(text.find("\"own_scale\": \"impression\"") != std::string::npos);
  CHECK(text.find("\"marks\": \"2200\"") != std::string::npos);
  CHECK(text.find("\"points\": 0") == std::string::npos);  // the default is left out
}

TEST_CASE("a list without own scales has nothing of them in its file") {
  const std::string text = write_workbook(samples::workbook_with({}));
  CHECK(text.find("own_scale") == std::string::npos);
  CHECK(text.find("scales") == std::string::npos);
  CHECK(text.find("least_points") == std::string::npos);
}

TEST_CASE("a scale that the list does not have is kept, and the item is marked as the list is") {
  Checklist list = samples::hall_list();
  list.own_scale = "gone";
  list.groups[0].items[0].own_scale = "gone too";
  const auto read = read_workbook(write_workbook(samples::workbook_with({}, list)));
  REQUIRE(read);
  const auto& kept = std::get<Checklist>(find_section(*read, "hall")->content);
  CHECK(kept == list);
  CHECK(scale_of(kept, kept.groups[0].items[0]) == Scale::yes_no_partly);
}

TEST_CASE("a mark that is no level of its scale refuses the file, and so do points out of range and an id twice") {
  const std::string text = write_workbook(own_workbook());
  CHECK(read_workbook(text));
  CHECK(read_workbook(replaced(text, "\"marks\": \"2200\"", "\"marks\": \"2203\"")).error().detail == "2203");
  CHECK(read_workbook(replaced(text, "\"points\": 50", "\"points\": 101")).error().code == ErrorCode::bad_value);
  CHECK(read_workbook(replaced(text, "\"impression_2\"", "\"impression_1\"")).error().code == ErrorCode::duplicate_id);
}

TEST_CASE("what a newer version wrote at a scale and its levels stays") {
  const std::string text =
      replaced(write_workbook(own_workbook()), "\"words\": \"Great\",", "\"words\": \"Great\", \"later\": [1],");
  const auto read = read_workbook(text);
  REQUIRE(read);
  CHECK(write_workbook(*read).find("\"later\"") != std::string::npos);
}

TEST_CASE("the words of levels are texts of the author, and changes of a scale are told by its name") {
  size_t found = 0;
  const Content content = own_list();
  for_each_text(content, [&](const std::string& text) { found += text == "Okay" || text == "Impression" ? 1 : 0; });
  CHECK(found == 2);
  Checklist now = own_list();
  now.scales[0].levels[1].words = "Fair";
  now.groups[0].items[0].own_scale = "impression";
  const WorkbookChanges changes =
      changes_between(samples::workbook_with({}, own_list()), samples::workbook_with({}, now));
  bool tells_level = false;
  bool tells_scale = false;
  for (const DocumentChanges& document : changes.documents) {
    for (const SectionChanges& section : document.sections) {
      for (const ItemChange& item : section.items) {
        for (const FieldChange& field : item.change.fields) {
          tells_level = tells_level || (item.list == "levels" && field.before == "Okay" && field.after == "Fair");
          tells_scale = tells_scale || (item.id == "sign" && field.after == "Impression");
        }
      }
    }
  }
  CHECK(tells_level);
  CHECK(tells_scale);
}

}  // namespace canvasbook::own_scales_file_test
