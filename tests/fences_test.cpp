// What may include what: the map of folders and the one gate of each library.
#include <doctest/doctest.h>
#include <stdio.h>

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>

#include "tests/samples.h"

namespace canvasbook::fences_test {

namespace {

struct Include {
  std::string file;    // relative to the repository
  std::string target;  // as it stands in the line
};

std::vector<Include> all_includes() {
  static const std::regex line(R"rx((?:^|\n)\s*#\s*include\s*["<]([^">]+)[">])rx");
  std::vector<Include> includes;
  for (const auto& path : samples::sources_in({"model", "templates", "export", "editor", "tests"})) {
    const std::string source = samples::bytes_of(path);
    const std::string file = std::filesystem::relative(path, samples::source_folder()).string();
    for (std::sregex_iterator match(source.begin(), source.end(), line), end; match != end; ++match)
      includes.push_back({file, (*match)[1]});
  }
  return includes;
}

// The rooms of the source folders and how high each stands: a file includes only its own level or a lower one. The
// READMEs of the folders quote this.
struct Room {
  const char* folder;
  int level;
};
constexpr Room rooms[] = {
    {"model/base", 1},            // results, dates, ids, the catalog, JSON
    {"model/text", 1},            // letters, words, spelling, Markdown
    {"model/kinds", 2},           // what a section can hold
    {"model", 3},                 // the workbook, its history, registers, finding
    {"model/stop_phrases", 3},    // what is not to be said
    {"model/review", 4},          // the rules
    {"model/file", 5},            // files
    {"templates", 6},             //
    {"export", 6},                // what is printed, pages, colours
    {"export/text", 7},           // fonts, lines, hyphenation
    {"export/compose", 7},        // from the workbook to what is printed
    {"export/compose/forms", 7},  //
    {"export/html", 7},           // check lists to fill in on a screen
    {"export/markdown", 7},       //
    {"export/layout", 8},         // from what is printed to pages
    {"export/layout/flow", 8},    //
    {"export/layout/canvas", 8},  //
    {"export/pdf", 8},            //
    {"export/formats", 9},        // the table of formats
    {"export/on_paper", 9},       // what needs the paper: findings, pages of a part
    {"editor/text", 10},          // the text that is written, without a window
    {"editor/system", 10},        // input, other programs, folders
    {"editor/session", 11},       // the open workbook
    {"editor/command_line", 12},  //
    {"editor/parts", 12},         // theme and small parts
    {"editor/frame", 13},         // the app, dialogs, commands, menus
    {"editor/board", 14},         //
    {"editor/call", 14},          //
    {"editor/dialogs", 14},       //
    {"editor/find", 14},          //
    {"editor/items", 14},         //
    {"editor/navigator", 14},     //
    {"editor/palette", 14},       //
    {"editor/panels", 14},        //
    {"editor/present", 14},       //
    {"editor/prose", 14},         //
    {"editor/registers", 14},     //
    {"editor/spelling", 14},      //
    {"editor/start", 14},         //
    {"editor/visits", 14},        //
    {"editor", 15},               // the bars, the commands, the life of workbooks, the system's window
    {"tests", 16},
};

std::string folder_of(const std::string& file) { return file.substr(0, file.rfind('/')); }

std::optional<int> level_of(const std::string& folder) {
  const auto room = std::ranges::find(rooms, folder, [](const Room& known) { return std::string(known.folder); });
  if (room != std::ranges::end(rooms)) return room->level;
  return folder.starts_with("tests/") ? level_of("tests") : std::nullopt;
}

// A library and the files that may include its headers.
struct Gate {
  const char* headers;  // of the library or of our own, as a regular expression
  const char* files;    // that include them, beside tests
};
constexpr Gate gates[] = {
    {"nlohmann/.*|.*json\\.hpp", "model/base/json\\.h"},
    {"model/base/json\\.h|.*_json\\.h", ".*_json\\.(cpp|h)|model/base/json\\.cpp"},
    {"cmark.*", "model/text/markdown_reader\\.cpp"},
    {"csv\\.h", "model/text/delimited_text\\.cpp"},
    {"utf8proc\\.h", "model/text/(text|grapheme)\\.cpp"},
    {"libstemmer\\.h", "model/text/word_forms\\.cpp"},
    {".*hunspell.*", "model/text/spelling\\.cpp"},
    {"hb.*\\.h", "export/text/fonts\\.cpp"},
    {"linebreak\\.h|unibreak.*", "export/text/lines\\.cpp"},
    {"hyphen\\.h", "export/text/hyphenation\\.cpp"},
    {"hpdf.*", "export/pdf/.*"},
    {"imgui_freetype\\.h|ft2build\\.h|freetype/.*", "editor/parts/glyph_atlas\\.cpp"},
    {"imgui.*|backends/.*", "editor/(?!text/|system/|session/|command_line/).*"},
    {"GLFW/.*", "editor/window_glfw\\.cpp"},
    {"X11/.*", "editor/system/(clipboard|endings|input_method|window_manager)_x11\\.cpp"},
    {"CLI/.*", "editor/command_line/command_line\\.cpp"},
};

bool in_tests(const std::string& file) { return file.starts_with("tests/"); }

}  // namespace

TEST_CASE("a file includes its own level or a lower one, and every folder has a level") {
  for (const Include& include : all_includes()) {
    CAPTURE(include.file);
    const auto level = level_of(folder_of(include.file));
    REQUIRE(level.has_value());
    if (include.target.find('/') == std::string::npos) continue;
    const auto of_target = level_of(folder_of(include.target));
    if (of_target && *of_target > *level) FAIL_CHECK(include.file << " must not include " << include.target);
  }
}

TEST_CASE("the README of each room begins with the name of its folder") {
  const std::set<std::string> in_that_above{"export/layout/flow", "export/layout/canvas"};
  for (const Room& room : rooms) {
    CAPTURE(room.folder);
    if (in_that_above.contains(room.folder)) continue;
    const std::string readme = samples::bytes_of(samples::source_folder() / room.folder / "README.md");
    const std::string first = readme.substr(0, readme.find('\n'));
    const std::string title = "# " + std::string(room.folder);
    const bool is_titled = first == title || first.starts_with(title + ": ");
    CHECK_MESSAGE(is_titled, "it begins: ", first);
  }
}

TEST_CASE("no files include one another round in a ring, a header and its source taken as one") {
  std::map<std::string, std::set<std::string>> included;
  for (const Include& include : all_includes()) {
    if (in_tests(include.file) || include.target.find('/') == std::string::npos) continue;
    const auto stem = [](const std::string& file) { return file.substr(0, file.rfind('.')); };
    if (stem(include.file) != stem(include.target)) included[stem(include.file)].insert(stem(include.target));
  }
  REQUIRE(included.size() > 100);
  // what includes nothing, or is included by nothing, is in no ring, nor is what has only such on one side
  for (bool pruned = true; pruned;) {
    std::set<std::string> targeted;
    for (const auto& [file, targets] : included) targeted.insert(targets.begin(), targets.end());
    const auto is_end = [&](const auto& file) { return file.second.empty() || !targeted.contains(file.first); };
    pruned = std::erase_if(included, is_end) > 0;
    for (auto& [file, targets] : included) {
      if (std::erase_if(targets, [&](const auto& target) { return !included.contains(target); }) > 0) pruned = true;
    }
  }
  for (const auto& [file, targets] : included) {
    for (const std::string& target : targets) FAIL_CHECK("on the way round: " << file << " includes " << target);
  }
}

TEST_CASE("a test stands in the folder of what it tests") {
  for (const auto& path : samples::sources_in({"tests"})) {
    const std::string file = path.lexically_relative(samples::source_folder()).string();
    if (!file.ends_with("_test.cpp") || file == "tests/fences_test.cpp") continue;
    CAPTURE(file);
    CHECK(level_of(folder_of(file.substr(std::string_view("tests/").size()))).has_value());
  }
}

TEST_CASE("templates and export do not know each other") {
  for (const Include& include : all_includes()) {
    const bool crosses = (include.file.starts_with("templates/") && include.target.starts_with("export/")) ||
                         (include.file.starts_with("export/") && include.target.starts_with("templates/"));
    if (crosses) FAIL_CHECK(include.file << " must not include " << include.target);
  }
}

TEST_CASE("each library is included at its gate alone") {
  const std::vector<Include> includes = all_includes();
  for (const Gate& gate : gates) {
    CAPTURE(gate.headers);
    const std::regex headers(gate.headers);
    const std::regex files(gate.files);
    size_t users = 0;
    for (const Include& include : includes) {
      if (in_tests(include.file) || !std::regex_match(include.target, headers)) continue;
      ++users;
      if (!std::regex_match(include.file, files)) FAIL_CHECK(include.file << " must not include " << include.target);
    }
    CHECK(users > 0);
  }
}

// Of two types of one name in one namespace the linker takes the functions of either for both.
TEST_CASE("no two headers define a type of the same name") {
  static const std::regex type(R"rx((?:^|\n)(?:struct|class|enum class) (\w+)[^;\n]*\{)rx");
  std::map<std::string, std::string> files;
  for (const auto& path : samples::sources_in({"model", "templates", "export", "editor"})) {
    if (path.extension() != ".h") continue;
    const std::string source = samples::bytes_of(path);
    for (std::sregex_iterator match(source.begin(), source.end(), type), end; match != end; ++match) {
      const std::string file = path.string();
      const std::string& other = files.emplace((*match)[1], file).first->second;
      if (other != file) FAIL_CHECK(file << " defines " << (*match)[1] << " as " << other << " does");
    }
  }
  CHECK(files.contains("Workbook"));
}

TEST_CASE("the program starts without OpenGL, so that the command line runs on a server") {
  FILE* pipe = ::popen("ldd '" PROGRAM "' 2>&1", "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  char buffer[4096];
  for (size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  REQUIRE(::pclose(pipe) == 0);
  CHECK(output.find("libc.so") != std::string::npos);
  for (const char* library : {"libGL.", "libGLX", "libEGL", "libOpenGL"}) {
    CAPTURE(library);
    CHECK(output.find(library) == std::string::npos);
  }
}

}  // namespace canvasbook::fences_test
