// Check lists that other programs and people wrote as tables.
#include "model/check_rows.h"

#include <doctest/doctest.h>

#include "model/known_items.h"
#include "model/table_import.h"

namespace canvasbook::check_rows_test {

namespace {

using Fields = std::vector<ImportField>;

ImportedItems read(const CellRows& rows) {
  IdSource ids(7);
  return items_of_table(rows, recognise_columns(rows), {}, ids);
}

const Checklist& list_of(const ImportedItems& items) { return std::get<Checklist>(items.content); }

CheckItem with_scale(const std::string& scale) {
  const ImportedItems items = read({{"Item", "Type"}, {"Door", scale}});
  REQUIRE(items.problems.empty());
  return list_of(items).groups.at(0).items.at(0);
}

std::vector<RowProblem> problems_of(const std::string& head, const std::string& cell) {
  return read({{"Item", "Section", head}, {"Door", "Hall", "  "}, {"Floor", "Hall", cell}}).problems;
}

}  // namespace

TEST_CASE("a check list of an inspection program comes in with its sections, requirements and scales") {
  const CellRows rows{{"section", "title", "description", "type", "required"},
                      {"Entrance", "Door is clean", "No stains", "yesno", "true"},
                      {"", "Door opens by itself", "", "yesnona", ""},
                      {"Hall", "Light", "All lamps are on", "dropdown Great:100|Okay:50|Poor:0", ""},
                      {"Hall", "Smell", "", "Great:100|Okay:50|Poor:0", ""},
                      {"Hall", "Temperature", "", "numeric", ""}};
  const TableMapping mapping = recognise_columns(rows);
  CHECK(mapping.kind == ImportKind::checks);
  CHECK(mapping.is_sure);
  CHECK(mapping.columns == Fields{ImportField::group, ImportField::check, ImportField::requirement, ImportField::scale,
                                  ImportField::nothing});
  const ImportedItems items = read(rows);
  CHECK(items.problems.empty());
  CHECK(items.items == 5);
  CHECK(items.left_over.find("true") != std::string::npos);
  const Checklist& list = list_of(items);
  REQUIRE(list.groups.size() == 2);
  CHECK(list.groups[0].title == "Entrance");
  CHECK(list.groups[0].items[0].requirement == "No stains");
  CHECK(list.groups[0].items[1].scale == Scale::yes_no);
  REQUIRE(list.scales.size() == 1);  // two items share it
  CHECK(list.scales[0].levels[1].words == "Okay");
  CHECK(list.scales[0].levels[1].points == 50);
  CHECK(list.groups[1].items[0].own_scale == list.scales[0].id);
  CHECK(list.groups[1].items[1].own_scale == list.scales[0].id);
  CHECK(list.groups[1].items[2].weight == 0);  // asked, not judged
  CHECK(list.groups[1].items[2].evidence == "numeric");
}

TEST_CASE("a Russian table says weights, what is critical and what proves it") {
  const CellRows rows{{"Раздел", "Что проверяем", "Требование", "Шкала", "Вес", "Критично", "Подтверждение"},
                      {"Зал", "Чистота", "Пол сухой", "Да / нет / не совсем", "0,5", "да", "№ фото"},
                      {"Зал", "Касса", "", "1–5", "2", "нет", ""}};
  const ImportedItems items = read(rows);
  REQUIRE(items.problems.empty());
  REQUIRE(list_of(items).groups.size() == 1);
  const std::vector<CheckItem>& checks = list_of(items).groups[0].items;
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].scale == Scale::yes_no_partly);
  CHECK(checks[0].weight == 0.5);
  CHECK(checks[0].critical);
  CHECK(checks[0].evidence == "№ фото");
  CHECK(checks[1].scale == Scale::points_5);
  CHECK(checks[1].weight == 2);
  CHECK_FALSE(checks[1].critical);
}

TEST_CASE("scales are read as people write them") {
  CHECK(with_scale("").scale == Scale::inherited);
  CHECK(with_scale("Yes/No").scale == Scale::yes_no);
  CHECK(with_scale("да/нет/н/п").scale == Scale::yes_no);
  CHECK(with_scale("1-7").scale == Scale::points_7);
  CHECK(with_scale("10 points").scale == Scale::points_10);
  CHECK(with_scale("5 баллов").scale == Scale::points_5);
  CHECK(with_scale("Отлично: 100 | Плохо: 0").own_scale != "");
  CHECK(with_scale("Подпись").weight == 0);
}

TEST_CASE("a row that cannot be read is named, whatever else it says") {
  const auto fault = [](const std::vector<RowProblem>& problems) {
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].row == 2);
    return problems[0].fault;
  };
  CHECK(fault(problems_of("Type", "1-6")) == CheckRowFault::unknown_scale);
  CHECK(fault(problems_of("Type", "dropdown")) == CheckRowFault::bad_levels);
  CHECK(fault(problems_of("Type", "Good:100|Bad")) == CheckRowFault::bad_levels);
  CHECK(fault(problems_of("Type", "Good:101|Bad:0")) == CheckRowFault::bad_levels);
  CHECK(fault(problems_of("Type", "Good:0|Bad:0")) == CheckRowFault::bad_levels);
  CHECK(fault(problems_of("Weight", "heavy")) == CheckRowFault::bad_weight);
  CHECK(fault(problems_of("Weight", "11")) == CheckRowFault::bad_weight);
  CHECK(fault(problems_of("Critical", "perhaps")) == CheckRowFault::bad_critical);
}

TEST_CASE("a row without an item begins a group, or goes on with the requirement above") {
  const ImportedItems items =
      read({{"Section", "Item", "Requirement"}, {"Hall", "", ""}, {"", "Floor", "Dry"}, {"", "", "No stains"}});
  REQUIRE(list_of(items).groups.size() == 1);
  CHECK(list_of(items).groups[0].title == "Hall");
  REQUIRE(list_of(items).groups[0].items.size() == 1);
  CHECK(list_of(items).groups[0].items[0].requirement == "Dry\nNo stains");
}

TEST_CASE("items of a group that has them already are not doubled, and what they lack is filled in") {
  Content there = read({{"Section", "Item", "Requirement"}, {"Hall", "Floor", ""}, {"Door", "Clean", ""}}).content;
  ImportedItems coming = read({{"Section", "Item", "Requirement"},
                               {"Hall", "floor.", "Dry"},  // the same
                               {"Hall", "Clean", ""},      // of another group
                               {"Till", "Queue", ""}});
  CHECK(count_known_items(there, coming.content) == 1);
  const std::vector<std::string> known = join_known_items(there, coming.content);
  REQUIRE(known.size() == 1);
  CHECK(std::get<Checklist>(there).groups[0].items[0].requirement == "Dry");
  REQUIRE(list_of(coming).groups.size() == 2);
  CHECK(list_of(coming).groups[0].items[0].text == "Clean");
}

TEST_CASE("objections and STOP phrases are not taken for a check list") {
  CHECK(recognise_columns({{"Раздел", "Вопрос", "Ответ"}, {"a", "b", "c"}}).kind == ImportKind::responses);
  CHECK(recognise_columns({{"Group", "Phrase", "Say instead"}, {"a", "b", "c"}}).kind == ImportKind::replacements);
}

}  // namespace canvasbook::check_rows_test
