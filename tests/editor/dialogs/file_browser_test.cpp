#include "editor/dialogs/file_browser.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <rapidcheck.h>
#include <sys/stat.h>

#include <cerrno>
#include <set>

#include "tests/samples.h"

namespace canvasbook::file_browser_test {

namespace {

namespace fs = std::filesystem;
using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;
using Names = std::vector<std::string>;

Names names_of(const std::vector<FolderEntry>& entries) {
  Names names;
  for (const FolderEntry& entry : entries) names.push_back(entry.name);
  return names;
}

Names names_in(const TemporaryFolder& folder, const std::vector<std::string>& extensions = {}) {
  const auto entries = list_folder(folder.path(), extensions);
  REQUIRE(entries);
  return names_of(*entries);
}

// What a folder is listed as that was given these files one after the other.
template <class Range>
Names listed(const Range& names) {
  const TemporaryFolder folder;
  for (const std::string& name : names) put_bytes(folder.file(name), "");
  return names_in(folder);
}

void check_order(const Names& names) { CHECK(listed(Names(names.rbegin(), names.rend())) == names); }

Error open_error(const std::string& path, int number) {
  return Error{ErrorCode::cannot_open, path, 0, 0, {}, std::to_string(number)};
}

}  // namespace

TEST_CASE("folders stand before files, and hidden ones are left out") {
  const TemporaryFolder folder;
  for (const char* name : {"b.json", "a.json", ".hidden.json"}) put_bytes(folder.file(name), "12345");
  for (const char* name : {"z", "y", ".hidden"}) fs::create_directory(folder.file(name));
  CHECK(names_in(folder) == Names{"y", "z", "a.json", "b.json"});
}

TEST_CASE("an entry has its size and the time of its last change") {
  const TemporaryFolder folder;
  put_bytes(folder.file("a"), "12345");
  fs::create_directory(folder.file("f"));
  const timespec times[2]{{0, 0}, {1'700'000'000, 0}};
  REQUIRE(::utimensat(AT_FDCWD, folder.file("a").c_str(), times, 0) == 0);
  REQUIRE(::utimensat(AT_FDCWD, folder.file("f").c_str(), times, 0) == 0);
  const auto entries = list_folder(folder.path(), {});
  REQUIRE(entries);
  CHECK(*entries == std::vector<FolderEntry>{{"f", true, 0, 1'700'000'000}, {"a", false, 5, 1'700'000'000}});
}

TEST_CASE("of the files only those with a wanted extension are listed, in capitals too") {
  const TemporaryFolder folder;
  for (const char* name : {"a.canvasbook", "B.CANVASBOOK", "c.json", "d.pdf", "canvasbook", "e.canvasbook.bak"}) {
    put_bytes(folder.file(name), "");
  }
  fs::create_directory(folder.file("folder.pdf"));
  CHECK(names_in(folder, {".canvasbook"}) == Names{"folder.pdf", "a.canvasbook", "B.CANVASBOOK"});
  CHECK(names_in(folder, {".canvasbook", ".json"}) == Names{"folder.pdf", "a.canvasbook", "B.CANVASBOOK", "c.json"});
  CHECK(names_in(folder).size() == 7);
}

TEST_CASE("a link is listed as what it leads to; links to nowhere and pipes are left out") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("folder"));
  put_bytes(folder.file("file.json"), "123");
  fs::create_directory_symlink("folder", folder.file("link to folder"));
  fs::create_symlink("file.json", folder.file("link.json"));
  fs::create_symlink("file.json", folder.file("link.pdf"));
  fs::create_symlink("missing", folder.file("nowhere.json"));
  REQUIRE(::mkfifo(folder.file("pipe.json").c_str(), 0600) == 0);
  const auto entries = list_folder(folder.path(), {".json"});
  REQUIRE(entries);
  CHECK(names_of(*entries) == Names{"folder", "link to folder", "file.json", "link.json"});
  CHECK(entries->at(1).is_folder);
  CHECK(entries->at(3).size == 3);
}

TEST_CASE("a folder that cannot be listed is an error that names it and the reason") {
  const TemporaryFolder folder;
  put_bytes(folder.file("file"), "");
  fs::create_directory(folder.file("closed"));
  fs::permissions(folder.file("closed"), fs::perms(0));
  fs::permissions(folder.path(), fs::perms(0755));
  const auto error_at = [&](const char* name) {
    const auto entries = list_folder(folder.file(name), {});
    REQUIRE_FALSE(entries);
    return entries.error();
  };
  CHECK(error_at("missing") == open_error(folder.file("missing"), ENOENT));
  CHECK(error_at("file") == open_error(folder.file("file"), ENOTDIR));
  const OrdinaryUser user;
  CHECK(error_at("closed") == open_error(folder.file("closed"), EACCES));
}

TEST_CASE("an empty folder has no entries") {
  const TemporaryFolder folder;
  CHECK(names_in(folder).empty());
}

TEST_CASE("names are in order whatever their case, in Russian and in English") {
  check_order({"apple", "Banana", "cherry", "Éclair", "Анна", "борис", "Вера", "яна"});
  check_order({"Plan", "plan", "plan a", "Кофе", "кофе", "Кофейня"});
}

TEST_CASE("ё stands where е does") {
  check_order({"Ежи", "Ёлка", "ель", "жук"});
  check_order({"все", "всё", "вся"});
}

TEST_CASE("numbers in names count as numbers") {
  check_order({"Plan", "Plan 1", "Plan 2", "Plan 2 b", "Plan 10", "Plan 010b", "Plan a"});
  check_order({"2025-09-30", "2025-10-01", "20251001"});
  check_order({"0", "00", "01", "1", "99999999999999999999", "100000000000000000000"});
}

TEST_CASE("letters composed by another system stand where ours do") {
  const std::string composed = "Чай";
  const std::string decomposed = "Чаи\u0306";
  check_order({composed + " а", decomposed + " б"});
  check_order({decomposed + " а", composed + " б"});
}

TEST_CASE("names that are much alike are listed in one order, whichever file came first") {
  CHECK(rc::check([] {
    const auto part = rc::gen::element<std::string>("a", "A", "0", "1", "е", "ё", "Е", " ", "и\u0306", "й");
    const auto name = rc::gen::map(rc::gen::nonEmpty(rc::gen::container<Names>(part)), [](const Names& parts) {
      std::string joined = "x";  // no name is hidden or blank
      for (const std::string& one : parts) joined += one;
      return joined;
    });
    const auto names = *rc::gen::resize(12, rc::gen::container<std::set<std::string>>(name));
    RC_ASSERT(listed(names) == listed(Names(names.rbegin(), names.rend())));
  }));
}

TEST_CASE("ten thousand files are listed in order") {
  const TemporaryFolder folder;
  for (int number = 0; number < 10'000; ++number) {
    put_bytes(folder.file("Кофейня «Утро» " + std::to_string(number * 7919 % 10'000) + ".canvasbook"), "");
  }
  const auto entries = list_folder(folder.path(), {".canvasbook"});
  REQUIRE(entries);
  REQUIRE(entries->size() == 10'000);
  CHECK(entries->at(9).name == "Кофейня «Утро» 9.canvasbook");
  CHECK(entries->at(10).name == "Кофейня «Утро» 10.canvasbook");
  CHECK(entries->back().name == "Кофейня «Утро» 9999.canvasbook");
}

TEST_CASE("a path is tidied, and has a folder above it up to the root") {
  CHECK(tidy_path("/a//b/./c/../d/") == "/a/b/d");
  CHECK(tidy_path("/") == "/");
  CHECK(tidy_path("/../..") == "/");
  CHECK(parent_folder("/a/b") == "/a");
  CHECK(parent_folder("/a/b/") == "/a");
  CHECK(parent_folder("/a") == "/");
  CHECK(parent_folder("/") == "/");
}

TEST_CASE("the parts of a path lead to the folders on the way") {
  CHECK(breadcrumbs("/") == std::vector<Breadcrumb>{{"/", "/"}});
  CHECK(breadcrumbs("/home/анна//Документы/") ==
        std::vector<Breadcrumb>{
            {"/", "/"}, {"home", "/home"}, {"анна", "/home/анна"}, {"Документы", "/home/анна/Документы"}});
}

TEST_CASE("the places are those that exist, each once") {
  const TemporaryFolder folder;
  for (const char* name : {"home", "home/Documents", "home/Документы", "books", "work"}) {
    fs::create_directory(folder.file(name));
  }
  put_bytes(folder.file("file"), "");
  const auto places =
      list_places(folder.file("home/"), std::nullopt,
                  {folder.file("work"), folder.file("missing"), folder.file("file"), "/", folder.file("home/Documents"),
                   "work", "", folder.file("books/"), folder.file("work/")});
  CHECK(places == std::vector<Place>{{Place::Kind::home, folder.file("home")},
                                     {Place::Kind::documents, folder.file("home/Documents")},
                                     {Place::Kind::root, "/"},
                                     {Place::Kind::recent, folder.file("work")},
                                     {Place::Kind::recent, folder.file("books")}});
}

TEST_CASE("the folder for documents is the one that is set, or the one in the user's language") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("Документы"));
  fs::create_directory(folder.file("Papers"));
  const std::string home = folder.path();
  const auto documents = [&](const std::optional<std::string>& variable) -> std::string {
    for (const Place& place : list_places(home, variable, {})) {
      if (place.kind == Place::Kind::documents) return place.path;
    }
    return {};
  };
  CHECK(documents(std::nullopt) == folder.file("Документы"));
  CHECK(documents("") == folder.file("Документы"));
  CHECK(documents(folder.file("Papers")) == folder.file("Papers"));
  CHECK(documents(home).empty());  // the specification's way to have none
  CHECK(documents(folder.file("missing")).empty());
  fs::create_directory(folder.file("Documents"));
  CHECK(documents(std::nullopt) == folder.file("Documents"));
}

TEST_CASE("without a home there is still the root to go to") {
  CHECK(list_places("", std::nullopt, {}) == std::vector<Place>{{Place::Kind::root, "/"}});
}

TEST_CASE("a typed name gets the extension that it lacks") {
  const auto typed = [](const std::string& text) { return read_typed_path("/a", text, "/h", ".canvasbook").path; };
  CHECK(typed("Утро") == "/a/Утро.canvasbook");
  CHECK(typed(" Утро \n") == "/a/Утро.canvasbook");
  CHECK(typed("plan.canvasbook") == "/a/plan.canvasbook");
  CHECK(typed("plan.JSON") == "/a/plan.JSON");
  CHECK(typed("as of 12.05.2026") == "/a/as of 12.05.2026.canvasbook");
  CHECK(typed("Mr. Smith") == "/a/Mr. Smith.canvasbook");
  CHECK(typed("Утро.Кофе") == "/a/Утро.Кофе.canvasbook");
  CHECK(typed(".plan") == "/a/.plan.canvasbook");
  CHECK(typed("b.md/plan") == "/a/b.md/plan.canvasbook");
  CHECK(read_typed_path("/a", "plan", "/h", "").path == "/a/plan");
}

TEST_CASE("a typed path starts at the root, at home or in the folder that is shown") {
  const auto typed = [](const std::string& text) { return read_typed_path("/a", text, "/h", ".x").path; };
  CHECK(typed("/c/d") == "/c/d.x");
  CHECK(typed("~/d") == "/h/d.x");
  CHECK(typed("b/d") == "/a/b/d.x");
  CHECK(typed("../d") == "/d.x");
  CHECK(typed("~anna") == "/a/~anna.x");
  CHECK(typed("~") == "/h.x");  // no folder there
  CHECK(read_typed_path("/", "d", "/h", ".x").path == "/d.x");
  CHECK(read_typed_path("/a", "~/d", "", ".x").path == "/a/~/d.x");
}

TEST_CASE("a typed folder is gone to and gets no extension") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("books"));
  const auto typed = [&](const std::string& text) {
    return read_typed_path(folder.path(), text, folder.path(), ".canvasbook");
  };
  CHECK(typed("books") == TypedPath{folder.file("books"), true});
  CHECK(typed("books/..") == TypedPath{folder.path(), true});
  CHECK(typed("~") == TypedPath{folder.path(), true});
  CHECK(typed("~/books/") == TypedPath{folder.file("books"), true});
  CHECK(typed("") == TypedPath{folder.path(), true});
  CHECK(typed("missing/") == TypedPath{folder.file("missing"), true});
  CHECK(typed("missing") == TypedPath{folder.file("missing.canvasbook"), false});
}

TEST_CASE("the browser goes into folders and back up") {
  const TemporaryFolder folder;
  fs::create_directories(folder.file("a/b"));
  put_bytes(folder.file("a/x.json"), "");
  put_bytes(folder.file("a/x.pdf"), "");
  FileBrowser browser({".json"});
  REQUIRE(browser.enter(folder.path()));
  CHECK(names_of(browser.entries()) == Names{"a"});
  REQUIRE(browser.enter("a"));
  CHECK(browser.folder() == folder.file("a"));
  CHECK(names_of(browser.entries()) == Names{"b", "x.json"});
  REQUIRE(browser.enter("b"));
  CHECK(browser.entries().empty());
  REQUIRE(browser.go_up());
  REQUIRE(browser.go_up());
  CHECK(browser.folder() == folder.path());
  put_bytes(folder.file("new.json"), "");
  REQUIRE(browser.enter(browser.folder()));
  CHECK(names_of(browser.entries()) == Names{"a", "new.json"});
  REQUIRE(browser.enter("/"));
  REQUIRE(browser.go_up());
  CHECK(browser.folder() == "/");
}

TEST_CASE("the browser stays where it is when a folder cannot be read or has vanished") {
  const TemporaryFolder folder;
  fs::create_directories(folder.file("a/b"));
  FileBrowser browser;
  REQUIRE(browser.enter(folder.file("a")));
  const auto entered = browser.enter("missing");
  REQUIRE_FALSE(entered);
  CHECK(entered.error() == open_error(folder.file("a/missing"), ENOENT));
  CHECK(browser.folder() == folder.file("a"));
  fs::remove_all(folder.file("a"));
  const auto refreshed = browser.enter(browser.folder());
  REQUIRE_FALSE(refreshed);
  CHECK(refreshed.error() == open_error(folder.file("a"), ENOENT));
  CHECK(names_of(browser.entries()) == Names{"b"});
  REQUIRE(browser.go_up());
  CHECK(browser.folder() == folder.path());
}

}  // namespace canvasbook::file_browser_test
