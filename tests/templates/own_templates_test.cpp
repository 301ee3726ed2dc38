#include "templates/own_templates.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <set>

#include "model/base/catalog.h"
#include "model/file/workbook_file.h"
#include "model/review/review.h"
#include "tests/samples.h"

namespace canvasbook::own_templates_test {

namespace {

using samples::make_block;
using samples::make_cost;
using samples::make_document_of;
using samples::make_note;
using samples::make_section;
using samples::TemporaryFolder;
using Texts = std::vector<std::string>;

// Notes that link to each other and to a note of another document; one is parked.
Document filled_document() {
  Board board;
  board.columns = 3;
  board.blocks = {make_block("customer_segments", 0, {make_note("seg")}),
                  make_block("channels", 1, {make_note("web", {"seg", "elsewhere"}, {"own"})}),
                  make_block("cost_structure", 2, {make_cost("rent", {"web", "elsewhere"})})};
  board.blocks[1].types = {{"own", "own", "ownership", {}}};
  board.parking = {make_note("later", {"seg"})};
  Document document =
      make_document_of("doc", {make_section("canvas", board), make_section("words", Prose{"**Our** rules"})});
  document.template_id = "business_model_canvas";
  return document;
}

std::string save(const TemporaryFolder& folder, const Document& document, std::string_view title) {
  const auto path = save_own_template(folder.path().string(), document, title, "What for");
  REQUIRE(path);
  return *path;
}

Template only_template(const TemporaryFolder& folder) {
  const OwnTemplates own = load_own_templates(folder.path().string());
  REQUIRE(own.errors.empty());
  REQUIRE(own.templates.size() == 1);
  return own.templates.front();
}

const Board& board_of(const Document& document) { return std::get<Board>(document.sections.front()->content); }

constexpr const char* smallest = R"({"id": "x", "language": "ru", "title": "X", "document": {}, "guides": {}})";

}  // namespace

TEST_CASE("a document saved as a template is in the folder with its title, language, notes and parked notes") {
  const TemporaryFolder folder;
  const std::string path = save(folder, filled_document(), "Наш стандарт");
  CHECK(path == folder.file("Наш стандарт.json"));
  CHECK(folder.entries() == 1);
  const Template own = only_template(folder);
  CHECK(own.title == "Наш стандарт");
  CHECK(own.summary == "What for");
  CHECK(own.language == Language::en);
  CHECK(own.document.id.empty());
  CHECK(own.document.template_id.empty());
  CHECK(own.document.title == "A document");
  CHECK(board_of(own.document).blocks[0].notes[0].text == "Text of seg");
  CHECK(board_of(own.document).parking[0].text == "Text of later");
  CHECK(std::get<Prose>(own.document.sections[1]->content).text == "**Our** rules");
}

TEST_CASE("links that lead out of the document are left out of the template, those inside stay") {
  const TemporaryFolder folder;
  save(folder, filled_document(), "Ours");
  const Template own = only_template(folder);
  const Board& board = board_of(own.document);
  CHECK(board.blocks[1].notes[0].segments == Texts{"seg"});
  CHECK(board.blocks[1].notes[0].types == Texts{"own"});
  CHECK(board.blocks[2].notes[0].drivers == Texts{"web"});
}

TEST_CASE("documents made from an own template have fresh ids throughout and links that follow") {
  const TemporaryFolder folder;
  save(folder, filled_document(), "Ours");
  const Template own = only_template(folder);
  IdSource ids(9);
  Workbook workbook = samples::make_workbook({filled_document()});
  workbook = add_document(workbook, make_document(own, ids));
  workbook = add_document(workbook, make_document(own, ids));
  const Document& made = *workbook.documents[1];
  CHECK(made.template_id == own.id);
  CHECK(made.language == Language::en);
  const Board& board = board_of(made);
  const std::string segment = board.blocks[0].notes[0].id;
  const std::string channel = board.blocks[1].notes[0].id;
  CHECK(segment != "seg");
  CHECK(board.blocks[1].notes[0].segments == Texts{segment});
  CHECK(board.blocks[2].notes[0].drivers == Texts{channel});
  CHECK(board.parking[0].segments == Texts{segment});
  CHECK(board.blocks[1].notes[0].text == "Text of web");
  const auto read = read_workbook(write_workbook(workbook));  // refuses an id that stands twice
  REQUIRE(read);
  CHECK((*read == workbook));
  for (const Finding& finding : review(*read)) {
    const bool dangles = finding.rule == "dangling_link" && finding.document != "doc";
    CHECK_FALSE(dangles);
  }
}

TEST_CASE("a document made from an own template and saved again gives the same template") {
  const TemporaryFolder folder;
  save(folder, filled_document(), "Ours");
  const Template own = only_template(folder);
  IdSource ids(1);
  const TemporaryFolder second;
  save(second, make_document(own, ids), "Ours");
  const Template again = only_template(second);
  CHECK(again.id == own.id);
  CHECK(again.document.title == own.document.title);
  CHECK(board_of(again.document).blocks[0].types == board_of(own.document).blocks[0].types);
  CHECK(board_of(again.document).blocks[0].notes[0].text == "Text of seg");
}

TEST_CASE("the guides of the template that a document was made from come along, for the blocks that it has") {
  const TemporaryFolder folder;
  save(folder, filled_document(), "Ours");
  const Template own = only_template(folder);
  const Template& source = *find_template(Language::en, "business_model_canvas");
  REQUIRE(own.guides.contains("channels"));
  CHECK(own.guides.at("channels").questions == source.guides.at("channels").questions);
  CHECK(own.guides.at("channels").types.size() == source.guides.at("channels").types.size());
  CHECK_FALSE(own.guides.contains("key_partners"));

  IdSource ids(1);
  save(folder, make_document(own, ids), "Ours, next");  // made from an own template
  const OwnTemplates both = load_own_templates(folder.path().string());
  REQUIRE(both.templates.size() == 2);
  CHECK(both.templates[1].guides.at("channels").what == own.guides.at("channels").what);
}

TEST_CASE("a document of no known template is saved without guides") {
  const TemporaryFolder folder;
  Document document = filled_document();
  document.template_id = "removed_long_ago";
  save(folder, document, "Ours");
  CHECK(only_template(folder).guides.empty());
}

TEST_CASE("a title that is taken gives a second template and leaves the first as it was") {
  const TemporaryFolder folder;
  const std::string first = save(folder, filled_document(), "Ours");
  const std::string before = samples::bytes_of(first);
  CHECK(save(folder, filled_document(), "Ours") == folder.file("Ours 2.json"));
  CHECK(save(folder, filled_document(), "Ours") == folder.file("Ours 3.json"));
  CHECK(samples::bytes_of(first) == before);
  const OwnTemplates own = load_own_templates(folder.path().string());
  CHECK(own.errors.empty());
  std::set<std::string> ids;
  for (const Template& source : own.templates) {
    CHECK(ids.insert(source.id).second);
    CHECK(find_template(Language::en, source.id) == nullptr);
  }
  CHECK(ids.size() == 3);
}

TEST_CASE("a file that was renamed keeps its template, and the free name gives another id") {
  const TemporaryFolder folder;
  std::filesystem::rename(save(folder, filled_document(), "Ours"), folder.file("Renamed.json"));
  save(folder, filled_document(), "Ours");
  const OwnTemplates own = load_own_templates(folder.path().string());
  CHECK(own.errors.empty());
  CHECK(own.templates.size() == 2);
}

TEST_CASE("any title gives a file inside the folder") {
  std::string endless;
  for (int i = 0; i < 500; ++i) endless += "😀";
  const std::string drives = "a/b\\c:d*e?f\"g<h>i|j";
  for (const auto& named : {std::pair<std::string, std::string>{"../../outside", "../../outside"},
                            {drives, drives},
                            {".hidden", ".hidden"},
                            {"two\nlines", "two lines"},
                            {endless, endless},
                            {"bad \xFF byte", "bad \uFFFD byte"}}) {
    const std::string& title = named.first;
    CAPTURE(title);
    const TemporaryFolder folder;
    const std::filesystem::path path = save(folder, filled_document(), title);
    CHECK(path.parent_path() == folder.path());
    CHECK(folder.entries() == 1);
    CHECK(only_template(folder).title == named.second);
  }
}

TEST_CASE("a blank title is refused, a blank summary is not") {
  const TemporaryFolder folder;
  const auto refused = save_own_template(folder.path().string(), filled_document(), " \n", "What for");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::missing_field);
  CHECK(folder.entries() == 0);
  REQUIRE(save_own_template(folder.path().string(), filled_document(), "Ours", ""));
  CHECK(only_template(folder).summary.empty());
}

TEST_CASE("the folder is made when the first template is saved; before that it holds none") {
  const TemporaryFolder parent;
  const std::string folder = parent.file("a/b/templates");
  const OwnTemplates none = load_own_templates(folder);
  CHECK(none.templates.empty());
  CHECK(none.errors.empty());
  REQUIRE(save_own_template(folder, filled_document(), "Ours", ""));
  CHECK(load_own_templates(folder).templates.size() == 1);
}

TEST_CASE("a folder that cannot be made, written or read is told with its name") {
  const TemporaryFolder parent;
  const std::string file = parent.file("file");
  samples::put_bytes(file, "not a folder");
  const auto refused = save_own_template(file, filled_document(), "Ours", "");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::cannot_write);
  CHECK(refused.error().file == file);
  const OwnTemplates none = load_own_templates(file);
  REQUIRE(none.errors.size() == 1);
  CHECK(none.errors[0].code == ErrorCode::cannot_open);
  CHECK(none.errors[0].file == file);
}

TEST_CASE("files that cannot be read are told one by one, and the others are loaded in the order of their names") {
  const TemporaryFolder folder;
  samples::put_bytes(folder.file("b.json"), smallest);
  samples::put_bytes(folder.file("a.json"), "{");
  samples::put_bytes(folder.file("c.json"), R"({"id": "c", "title": "C", "document": {}, "guides": {}})");
  samples::put_bytes(folder.file("d.json"),
                     R"({"id": "d", "language": "de", "title": "D", "document": {}, "guides": {}})");
  samples::put_bytes(folder.file("e.json"), smallest);
  samples::put_bytes(folder.file("f.json"),
                     R"({"id": "f", "language": "en", "title": "F", "document": {}, "guides": {}})");
  samples::put_bytes(folder.file("readme.txt"), "not a template");
  samples::put_bytes(folder.file(".hidden.json"), "{");
  std::filesystem::create_directory(folder.file("g.json"));
  REQUIRE(::mkfifo(folder.file("pipe.json").c_str(), 0600) == 0);  // reading it would wait for ever

  const OwnTemplates own = load_own_templates(folder.path().string());
  REQUIRE(own.templates.size() == 2);
  CHECK(own.templates[0].id == "x");
  CHECK(own.templates[0].language == Language::ru);
  CHECK(own.templates[1].id == "f");
  REQUIRE(own.errors.size() == 5);
  const ErrorCode codes[] = {ErrorCode::not_json, ErrorCode::missing_field, ErrorCode::bad_value,
                             ErrorCode::duplicate_id, ErrorCode::is_directory};
  const char* files[] = {"a.json", "c.json", "d.json", "e.json", "g.json"};
  for (size_t i = 0; i < own.errors.size(); ++i) {
    CHECK(own.errors[i].code == codes[i]);
    CHECK(own.errors[i].file == folder.file(files[i]));
    for (const Language language : {Language::ru, Language::en}) {
      CHECK(Catalog::of(language).error(own.errors[i]).find(files[i]) != std::string::npos);
    }
  }
}

TEST_CASE("an id, template or language written into the document of a template does not reach documents made from it") {
  const auto source = read_own_template(R"({"id": "x", "language": "en", "title": "X", "guides": {},
    "document": {"id": "same", "template": "t", "language": "ru", "later": 1, "title": "D", "sections": []}})");
  REQUIRE(source);
  IdSource ids(1);
  Workbook workbook = samples::make_workbook({});
  workbook = add_document(workbook, make_document(*source, ids));
  workbook = add_document(workbook, make_document(*source, ids));
  const auto read = read_workbook(write_workbook(workbook));
  REQUIRE(read);
  CHECK((*read == workbook));
  CHECK(workbook.documents[0]->unknown == UnknownFields{{"later", "1"}});
}

TEST_CASE("a template of the library written as an own one reads back the same") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const Template& source : templates_in(language)) {
      CAPTURE(source.id);
      const std::string text = write_own_template(source);
      const auto read = read_own_template(text);
      REQUIRE(read);
      CHECK((read->document == source.document));
      CHECK(read->language == language);
      CHECK((write_own_template(*read) == text));
    }
  }
}

}  // namespace canvasbook::own_templates_test
