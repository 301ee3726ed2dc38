// What may include what: the map of folders and the one gate of each library.
#include <doctest/doctest.h>
#include <stdio.h>

#include <regex>
#include <set>

#include "tests/samples.h"

namespace canvasbook {

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

// Checks that only certain files include what `matches` picks, and that somebody does at all.
template <class Matches, class Allowed>
void check_gate(Matches matches, Allowed allowed) {
  size_t users = 0;
  for (const Include& include : all_includes()) {
    if (!matches(include.target)) continue;
    if (!include.file.starts_with("tests/")) ++users;
    if (!allowed(include.file)) FAIL_CHECK(include.file << " must not include " << include.target);
  }
  CHECK(users > 0);
}

bool in_tests(const std::string& file) { return file.starts_with("tests/"); }

void check_folder(const std::string& folder, const std::set<std::string>& allowed) {
  for (const Include& include : all_includes()) {
    if (!include.file.starts_with(folder + "/")) continue;
    const std::string target = include.target.substr(0, include.target.find('/'));
    if (!std::set<std::string>{"model", "templates", "export", "editor", "tests"}.contains(target)) continue;
    if (!allowed.contains(target)) FAIL_CHECK(include.file << " must not include " << include.target);
  }
}

}  // namespace

TEST_CASE("the library for JSON is included by its gate alone") {
  check_gate([](const std::string& target) { return target.starts_with("nlohmann/") || target.ends_with("json.hpp"); },
             [](const std::string& file) { return file == "model/json.h" || in_tests(file); });
}

TEST_CASE("the gate for JSON is included by files that read and write JSON alone") {
  check_gate([](const std::string& target) { return target == "model/json.h"; },
             [](const std::string& file) {
               return file.ends_with("_json.cpp") || file.ends_with("_json.h") || file == "model/json.cpp" ||
                      in_tests(file);
             });
}

TEST_CASE("headers of JSON readers are included by files that read and write JSON alone") {
  check_gate([](const std::string& target) { return target.ends_with("_json.h"); },
             [](const std::string& file) {
               return file.ends_with("_json.cpp") || file.ends_with("_json.h") || in_tests(file);
             });
}

TEST_CASE("the library for Markdown is included by the reader alone") {
  check_gate([](const std::string& target) { return target.starts_with("cmark"); },
             [](const std::string& file) { return file == "model/markdown_reader.cpp" || in_tests(file); });
}

TEST_CASE("the library for PDF is included by its folder alone") {
  check_gate([](const std::string& target) { return target.starts_with("hpdf"); },
             [](const std::string& file) { return file.starts_with("export/pdf/") || in_tests(file); });
}

TEST_CASE("the library for hyphenation is included by its gate alone") {
  check_gate([](const std::string& target) { return target == "hyphen.h"; },
             [](const std::string& file) { return file == "export/hyphenation.cpp"; });
}

TEST_CASE("the library for spelling is included by its gate alone") {
  check_gate([](const std::string& target) { return target.find("hunspell") != std::string::npos; },
             [](const std::string& file) { return file == "model/spelling.cpp"; });
}

TEST_CASE("the library for Unicode is included by the text tools alone") {
  check_gate([](const std::string& target) { return target == "utf8proc.h"; },
             [](const std::string& file) { return file == "model/text.cpp" || file == "model/grapheme.cpp"; });
}

TEST_CASE("the library for stems of words is included by its gate alone") {
  check_gate([](const std::string& target) { return target == "libstemmer.h"; },
             [](const std::string& file) { return file == "model/word_forms.cpp"; });
}

TEST_CASE("the library of the window's parts is included in editor alone") {
  check_gate([](const std::string& target) { return target.starts_with("imgui") || target.starts_with("backends/"); },
             [](const std::string& file) { return file.starts_with("editor/") || file.starts_with("tests/"); });
}

TEST_CASE("the library of the window itself is included by one file") {
  check_gate([](const std::string& target) { return target.starts_with("GLFW/"); },
             [](const std::string& file) { return file == "editor/window_glfw.cpp"; });
}

TEST_CASE("the library of the screen is included by the clipboard alone") {
  check_gate([](const std::string& target) { return target.starts_with("X11/"); },
             [](const std::string& file) { return file == "editor/clipboard_x11.cpp"; });
}

TEST_CASE("the library for arguments is included in editor alone") {
  check_gate([](const std::string& target) { return target.starts_with("CLI/"); },
             [](const std::string& file) { return file.starts_with("editor/"); });
}

TEST_CASE("model includes no other folder") { check_folder("model", {"model"}); }

TEST_CASE("templates includes model alone") { check_folder("templates", {"model", "templates"}); }

TEST_CASE("export includes model alone") { check_folder("export", {"model", "export"}); }

TEST_CASE("editor includes everything but tests") {
  check_folder("editor", {"model", "templates", "export", "editor"});
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

}  // namespace canvasbook
