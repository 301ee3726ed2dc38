#include "editor/session/settings.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/samples.h"

namespace canvasbook::settings_test {

namespace {

namespace fs = std::filesystem;
using samples::bytes_of;
using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;

Settings other_settings() {
  Settings settings;
  settings.language = Language::ru;
  settings.theme = ThemeChoice::dark;
  settings.scale = 175;
  settings.window = WindowPlace{-1280, 40, 1600, 900, true, {}};
  settings.recent_files = {"/home/anna/Кофейня.canvasbook", "/tmp/b"};
  settings.left_at = {{"/tmp/b", {"answers", RegisterKind::touchpoints}}, {"", {"goals", std::nullopt}}};
  settings.panels.navigator = {false, 240, {}};
  settings.panels.side = {true, 460, {}};
  settings.panels.tab = SidePanel::preview;
  settings.hints_shown = false;
  settings.numbers_shown = false;
  settings.icons_shown = false;
  settings.spelling_checked = false;
  settings.answers_compact = true;
  settings.last_folder = "/home/anna";
  return settings;
}

Settings loaded(const std::string& path) {
  const auto result = load_settings(path);
  REQUIRE_FALSE(result.error);
  return result.settings;
}

}  // namespace

TEST_CASE("at the first start the settings are the defaults, and nothing is wrong") {
  const TemporaryFolder folder;
  const auto result = load_settings(folder.file("settings.json"));
  CHECK_FALSE(result.error);
  CHECK(result.settings == Settings{});
  CHECK(folder.entries() == 0);
}

TEST_CASE("settings that were saved are there at the next start") {
  const TemporaryFolder folder;
  for (const Settings& settings : {Settings{}, other_settings()}) {
    REQUIRE(save_settings(settings, folder.file("settings.json")));
    CHECK(loaded(folder.file("settings.json")) == settings);
  }
  CHECK(folder.entries() == 1);
}

TEST_CASE("what a newer version wrote into the settings is kept") {
  const TemporaryFolder folder;
  const std::string text = R"({
    "later": {"a": [1, null]},
    "window": {"x": 1, "y": 2, "width": 3, "height": 4, "maximised": false, "screen": "left"},
    "panels": {"history": {"shown": true}, "side": {"shown": false, "width": 5, "edge": 2}}
  })";
  put_bytes(folder.file("settings.json"), text);
  REQUIRE(save_settings(loaded(folder.file("settings.json")), folder.file("settings.json")));
  const auto before = nlohmann::json::parse(text);
  const auto after = nlohmann::json::parse(bytes_of(folder.file("settings.json")));
  CHECK(after["later"] == before["later"]);
  CHECK(after["window"] == before["window"]);
  CHECK(after["panels"]["history"] == before["panels"]["history"]);
  CHECK(after["panels"]["side"] == before["panels"]["side"]);
}

TEST_CASE("damaged settings give the defaults and an error, and are kept aside") {
  const TemporaryFolder folder;
  const std::string path = folder.file("settings.json");
  for (const char* text :
       {"", "{", "[]", "{\"theme\": \"sepia\"}", "{\"theme\": 3}", "{\"scale\": 20}", "{\"scale\": 1.5}",
        "{\"language\": \"de\"}", "{\"hints_shown\": \"yes\"}", "{\"window\": []}", "{\"window\": {\"width\": 0}}",
        "{\"recent_files\": [1]}", "{\"left_at\": [1]}", "{\"left_at\": {\"/a\": {\"register\": \"notes\"}}}",
        "{\"panels\": {\"side\": 1}}", "{\"panels\": {\"side\": {\"width\": -1}}}",
        "{\"panels\": {\"tab\": \"history\"}}", "{\"panels\": {\"tab\": 1}}", "{\"last_folder\": \"\xFF\"}"}) {
    CAPTURE(text);
    put_bytes(path, text);
    const auto result = load_settings(path);
    REQUIRE(result.error);
    CHECK(result.error->file == path);
    CHECK(result.settings == Settings{});
    CHECK(bytes_of(path + ".damaged") == text);
    CHECK_FALSE(fs::exists(path));
    CHECK_FALSE(load_settings(path).error);  // the next start is a first one
  }
}

TEST_CASE("the error of damaged settings names the item") {
  const TemporaryFolder folder;
  put_bytes(folder.file("settings.json"), "{\"panels\": {\"side\": {\"width\": -1}}}");
  const auto result = load_settings(folder.file("settings.json"));
  REQUIRE(result.error);
  CHECK(result.error->item == "panels.side.width");
}

TEST_CASE("settings that may not be read are left where they are") {
  const TemporaryFolder folder;
  const std::string path = folder.file("settings.json");
  put_bytes(path, "{}");
  fs::permissions(folder.path(), fs::perms(0777));
  fs::permissions(path, fs::perms::none);
  const OrdinaryUser user;
  const auto result = load_settings(path);
  REQUIRE(result.error);
  CHECK(result.error->code == ErrorCode::cannot_open);
  CHECK(result.settings == Settings{});
  CHECK(fs::exists(path));
}

TEST_CASE("settings that cannot be written are an error") {
  const TemporaryFolder folder;
  const auto saved = save_settings({}, folder.file("nowhere/settings.json"));
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::folder_refuses);
  CHECK(saved.error().file == folder.file("nowhere"));
}

TEST_CASE("a scale between two steps is brought to a step") {
  const TemporaryFolder folder;
  for (const auto& [written, read] : std::vector<std::pair<int, int>>{{75, 75}, {88, 100}, {110, 100}, {199, 200}}) {
    put_bytes(folder.file("s"), "{\"scale\": " + std::to_string(written) + "}");
    CHECK(loaded(folder.file("s")).scale == read);
  }
}

TEST_CASE("a file that is opened comes first among the recent ones, once") {
  Settings settings;
  for (const char* path : {"/a", "/b", "/c", "/a", "/x/../b"}) settings = add_recent(settings, path);
  CHECK(settings.recent_files == std::vector<std::string>{"/b", "/a", "/c"});
  CHECK(remove_recent(settings, "/a").recent_files == std::vector<std::string>{"/b", "/c"});
  CHECK(remove_recent(settings, "/none").recent_files == settings.recent_files);
}

TEST_CASE("where a workbook was left is remembered as long as its file is a recent one") {
  Settings settings = add_recent(add_recent({}, "/a"), "/b");
  settings = set_left_at(std::move(settings), "/x/../a", {"prices", std::nullopt});
  CHECK(left_at(settings, "/a") == ShownPlace{"prices", std::nullopt});
  CHECK(left_at(settings, "/b") == ShownPlace{});
  CHECK(set_left_at(settings, "/other", {"prices", std::nullopt}) == settings);
  CHECK(left_at(add_recent(settings, "/a"), "/a").section == "prices");
  CHECK(remove_recent(settings, "/a").left_at.empty());
  for (size_t i = 0; i < most_recent_files; ++i) settings = add_recent(std::move(settings), "/" + std::to_string(i));
  CHECK(settings.left_at.empty());
}

TEST_CASE("twelve recent files are remembered, also of a file that lists more") {
  const TemporaryFolder folder;
  Settings settings;
  nlohmann::json many = nlohmann::json::array();
  for (int i = 0; i < 30; ++i) {
    settings = add_recent(settings, "/f" + std::to_string(i));
    many.push_back("/f" + std::to_string(i));
  }
  REQUIRE(settings.recent_files.size() == 12);
  CHECK(settings.recent_files.front() == "/f29");
  CHECK(settings.recent_files.back() == "/f18");
  put_bytes(folder.file("s"), nlohmann::json{{"recent_files", many}}.dump());
  const Settings read = loaded(folder.file("s"));
  REQUIRE(read.recent_files.size() == 12);
  CHECK(read.recent_files.front() == "/f0");
}

TEST_CASE("a path that another start could not find again is not remembered") {
  CHECK(add_recent({}, "relative").recent_files.empty());
  CHECK(add_recent({}, "").recent_files.empty());
  CHECK(add_recent({}, "/not utf-8 \xFF").recent_files.empty());
}

}  // namespace canvasbook::settings_test
