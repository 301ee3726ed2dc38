// Workbooks, files and folders for tests.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/segments.h"
#include "model/workbook.h"

namespace canvasbook::samples {

// Bytes of a file as the test sees it, without the code under test. It must be there.
inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.is_open(), "cannot be read: ", path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void put_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes << std::flush;
  REQUIRE_MESSAGE(file.good(), "cannot be written: ", path.string());
}

// So many places on in a text that is tried everywhere; under the sanitizers, which take ten times as long, eight times
// as many. What comes between the fuzz targets try.
constexpr size_t stride(size_t places) {
#ifdef CANVASBOOK_SANITIZE
  return 8 * places + 1;
#else
  return places;
#endif
}

inline std::filesystem::path source_folder() { return SOURCE_FOLDER; }

inline std::filesystem::path example_path(Language language) {
  return source_folder() / "assets/examples" / ("coffee-shop." + std::string(language_code(language)) + ".canvasbook");
}

// The source files below some folders of the repository.
inline std::vector<std::filesystem::path> sources_in(const std::vector<std::string>& folders) {
  std::vector<std::filesystem::path> result;
  for (const std::string& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder() / folder)) {
      const auto extension = entry.path().extension();
      if (extension == ".h" || extension == ".cpp") result.push_back(entry.path());
    }
  }
  return result;
}

// A fresh folder that is gone after the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "canvasbook-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

  // The number of entries, hidden ones too: shows a temporary file that was left behind.
  size_t entries() const {
    return static_cast<size_t>(
        std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator()));
  }

 private:
  std::filesystem::path path_;
};

// While it lives, a test that runs as root has the rights of an ordinary user. Where the system does not let root step
// down, the test fails: rights cannot be tested there.
class OrdinaryUser {
 public:
  OrdinaryUser() : switched_(::geteuid() == 0 && ::setresuid(65534, 65534, 0) == 0) { REQUIRE(::geteuid() != 0); }
  ~OrdinaryUser() {
    if (!switched_) return;
    if (::setresuid(0, 0, 0) != 0) std::abort();
    ::prctl(PR_SET_DUMPABLE, 1);  // the system takes this away with the rights; the leak checker needs it
  }
  OrdinaryUser(const OrdinaryUser&) = delete;
  OrdinaryUser& operator=(const OrdinaryUser&) = delete;

 private:
  bool switched_;
};

inline Note make_note(std::string id, std::vector<std::string> segments = {}, std::vector<std::string> types = {}) {
  Note note;
  note.text = "Text of " + id;
  note.id = std::move(id);
  note.segments = std::move(segments);
  note.types = std::move(types);
  return note;
}

inline Note make_cost(std::string id, std::vector<std::string> drivers) {
  Note note = make_note(std::move(id));
  note.drivers = std::move(drivers);
  return note;
}

// A block of one cell whose id is its role.
inline Block make_block(std::string role, int column, std::vector<Note> notes) {
  Block block;
  block.id = role;
  block.title = "Title of " + role;
  block.role = std::move(role);
  block.place = {column, 0, 1, 1};
  block.notes = std::move(notes);
  return block;
}

inline Section make_section(std::string id, Content content) {
  return {std::move(id), "some_role", "A section", 1, std::move(content), 0, {}};
}

inline Document make_document_of(std::string id, std::vector<Section> sections) {
  Document document;
  document.id = std::move(id);
  document.title = "A document";
  document.language = Language::en;
  for (Section& section : sections) document.sections.emplace_back(std::move(section));
  return document;
}

inline Workbook make_workbook(std::vector<Document> documents) {
  Workbook workbook;
  workbook.company = "Morning";
  workbook.language = Language::en;
  workbook.created = {2026, 9, 7};
  workbook.modified = {2026, 11, 16};
  for (Document& document : documents) workbook.documents.emplace_back(std::move(document));
  return workbook;
}

// A business model canvas of which the review has nothing to say: one segment, `seg`, and one note in each other block.
inline Board sound_board() {
  Board board;
  board.columns = 9;
  board.blocks = {make_block("customer_segments", 0, {make_note("seg")}),
                  make_block("value_propositions", 1, {make_note("value", {"seg"})}),
                  make_block("channels", 2, {make_note("channel", {"seg"}, {"in_person"})}),
                  make_block("customer_relationships", 3, {make_note("relationship", {"seg"}, {"personal"})}),
                  make_block("revenue_streams", 4, {make_note("revenue", {"seg"})}),
                  make_block("key_resources", 5, {make_note("resource")}),
                  make_block("key_activities", 6, {make_note("activity")}),
                  make_block("key_partners", 7, {make_note("partner")}),
                  make_block("cost_structure", 8, {make_cost("cost", {"activity"})})};
  for (const char* type : {"own", "partner", "in_person", "at_a_distance", "self_service"}) {
    board.blocks[2].types.push_back({type, type, "", {}});
  }
  for (const char* type : {"personal", "dedicated", "self_service", "automated", "community", "co_creation"}) {
    board.blocks[3].types.push_back({type, type, "", {}});
  }
  return board;
}

inline Workbook workbook_of(Board board) {
  return make_workbook({make_document_of("model", {make_section("canvas", std::move(board))})});
}

inline Workbook sound_workbook() { return workbook_of(sound_board()); }

// A board without its block of a role.
inline Board without_block(Board board, std::string_view role) {
  std::erase_if(board.blocks, [&](const Block& block) { return block.role == role; });
  return board;
}

}  // namespace canvasbook::samples
