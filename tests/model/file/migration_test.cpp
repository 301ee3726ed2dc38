// Files of older versions go through the steps they lack; newer ones are refused.
#include <doctest/doctest.h>

#include "model/file/migration_json.h"
#include "model/file/workbook_file.h"

namespace canvasbook::migration_test {

namespace {

// Two steps as a later version of the program could have them.
constexpr Migration rename_firm = [](Json& file) {
  file["company"] = file["firm"];
  file.erase("firm");
};
constexpr Migration add_language = [](Json& file) { file["language"] = "ru"; };
constexpr Migration steps[] = {rename_firm, add_language};

}  // namespace

TEST_CASE("a file of the first version goes through every step, in order") {
  const auto migrated = migrate(Json{{"canvasbook", 1}, {"firm", "Morning"}, {"extra", 5}}, steps);
  REQUIRE(migrated);
  CHECK(*migrated == Json{{"canvasbook", 3}, {"extra", 5}, {"company", "Morning"}, {"language", "ru"}});
}

TEST_CASE("a file of a version between takes only the steps it lacks") {
  const auto migrated = migrate(Json{{"canvasbook", 2}, {"company", "Morning"}}, steps);
  REQUIRE(migrated);
  CHECK(*migrated == Json{{"canvasbook", 3}, {"company", "Morning"}, {"language", "ru"}});
}

TEST_CASE("a file of the present version stays as it is") {
  const Json file{{"canvasbook", 3}, {"company", "Morning"}};
  const auto migrated = migrate(file, steps);
  REQUIRE(migrated);
  CHECK(*migrated == file);
}

TEST_CASE("a file of a newer version is refused with its version") {
  const auto migrated = migrate(Json{{"canvasbook", 4}}, steps);
  REQUIRE_FALSE(migrated);
  CHECK(migrated.error().code == ErrorCode::newer_version);
  CHECK(migrated.error().detail == "4");
}

TEST_CASE("the largest number that JSON can hold as a whole is a newer version too") {
  const auto migrated = migrate(Json{{"canvasbook", 18446744073709551615u}}, steps);
  REQUIRE_FALSE(migrated);
  CHECK(migrated.error().code == ErrorCode::newer_version);
  CHECK(migrated.error().detail == "18446744073709551615");
}

TEST_CASE("a version that is no number from 1 on is told with its place, and one past all numbers is a newer one") {
  for (const Json& version : {Json("1"), Json(0), Json(-1), Json(1.5), Json(nullptr)}) {
    const auto migrated = migrate(Json{{"canvasbook", version}}, steps);
    REQUIRE_FALSE(migrated);
    CHECK(migrated.error().code == ErrorCode::bad_value);
    CHECK(migrated.error().item == "canvasbook");
    CHECK(migrated.error().detail == version.dump());
  }
  CHECK(migrate(Json{{"canvasbook", 1e20}}, steps).error().code == ErrorCode::newer_version);
}

TEST_CASE("a file without a version is not a workbook") {
  for (const Json& file :
       {Json::object(), Json{{"Canvasbook", 1}}, Json::array(), Json("canvasbook"), Json(1), Json()}) {
    CAPTURE(file.dump());
    const auto migrated = migrate(file, steps);
    REQUIRE_FALSE(migrated);
    CHECK(migrated.error().code == ErrorCode::not_a_workbook);
  }
}

TEST_CASE("there is a step for each version before the present one") {
  CHECK(migrations().size() == static_cast<size_t>(format_version - 1));
}

}  // namespace canvasbook::migration_test
