#include "editor/command_line/command_line.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "editor/command_line/commands.h"
#include "model/base/catalog.h"
#include "model/file/file.h"
#include "model/file/workbook_file.h"
#include "model/review/review.h"
#include "model/text/text.h"
#include "templates/library.h"
#include "tests/samples.h"

namespace canvasbook::command_line_test {

namespace {

namespace fs = std::filesystem;
using samples::bytes_of;
using samples::example_path;
using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;
using Words = std::vector<std::string>;

constexpr Language languages[] = {Language::ru, Language::en};
constexpr Date some_day{2026, 11, 21};

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

// Runs the command line in this process.
Outcome run(const Words& arguments, Language language = Language::en) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_command_line(arguments, {out, err, language, some_day, 7, {"/usr/share/hunspell"}});
  return {code, out.str(), err.str()};
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string without(std::string text, const std::string& part) {
  if (part.empty()) return text;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
  return text;
}

// What the program says itself, without the places and the quotations in it.
std::string own_words(std::string message, const Words& quoted) {
  for (const std::string& part : quoted) message = without(std::move(message), part);
  for (size_t at = message.find("«"); at != std::string::npos; at = message.find("«")) {
    message.erase(at, message.find("»", at) - at + std::string_view("»").size());
  }
  const bool item = message.starts_with(", ") && !message.starts_with(", строка ");  // the path of an item in the file
  if (item) message.erase(0, message.find(": "));
  // Names that are typed, and names of formats.
  for (const char* name : {"model/FORMAT.md",
                           "Canvasbook",
                           "canvasbook",
                           "--reason",
                           "--force",
                           "--output",
                           "-o",
                           "--to",
                           "--date",
                           "--page",
                           "--lang",
                           "FILE",
                           "TEMPLATE",
                           "UTF-8",
                           "prose",
                           "board",
                           "responses",
                           "replacements",
                           "dialogue",
                           "checklist",
                           "sheet",
                           "visits",
                           "columns",
                           "column",
                           "rows",
                           "row",
                           "ru, en",
                           "pdf, md, md-ids, html",
                           "A4, A3, Letter",
                           "PDF"}) {
    message = without(std::move(message), name);
  }
  return message;
}

// One line, one sentence, in the language of the messages; `quoted` are the user's own words in it.
void check_sentence(const std::string& message, Language language, const Words& quoted) {
  CAPTURE(message);
  CHECK(std::ranges::count(message, '\n') == 1);
  CHECK(message.ends_with(".\n"));
  const std::string own = own_words(message, quoted);
  CHECK_FALSE(contains(own, ". "));
  CHECK_FALSE(contains(own, "{"));
  const auto is_latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_cyrillic = [](char c) { return c == '\xD0' || c == '\xD1'; };
  CHECK(std::ranges::any_of(own, is_latin) == (language == Language::en));
  CHECK(std::ranges::any_of(own, is_cyrillic) == (language == Language::ru));
}

void check_usage_error(const Words& arguments, const Words& quoted = {}) {
  for (const Language language : languages) {
    CAPTURE(arguments);
    const Outcome outcome = run(arguments, language);
    CHECK(outcome.code == exit_usage);
    CHECK(outcome.out.empty());
    check_sentence(outcome.err, language, quoted);
    for (const std::string& part : quoted) CHECK(contains(outcome.err, part));
  }
}

void check_failure(const Words& arguments, const std::string& file, const Words& quoted = {}) {
  Words all = quoted;
  all.push_back(file);
  for (const Language language : languages) {
    CAPTURE(arguments);
    const Outcome outcome = run(arguments, language);
    CHECK(outcome.code == exit_failed);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with(file));
    check_sentence(outcome.err, language, all);
  }
}

// A program started as a user starts it.
struct Process {
  Words arguments;  // the program's name first; it is looked for in PATH
  Words environment = {"PATH=/usr/bin:/bin"};
  std::string out = {};      // a file for standard output; the outcome's `out` is what is in it
  int descriptor = -1;       // or this descriptor
  bool ignore_pipe = false;  // as services do
  fs::path folder = "/";     // the working folder
};

// Returns the exit code, or 128 and the number of the signal. Errors of the program go to a file of their own.
Outcome run_process(const Process& process) {
  const TemporaryFolder folder;
  const std::string out_path = process.out.empty() ? folder.file("out") : process.out;
  const std::string err_path = folder.file("err");
  std::vector<char*> arguments;
  for (const std::string& argument : process.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
  std::vector<char*> environment;
  for (const std::string& variable : process.environment) environment.push_back(const_cast<char*>(variable.c_str()));
  arguments.push_back(nullptr);
  environment.push_back(nullptr);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const int out = process.descriptor >= 0 ? process.descriptor : ::open(out_path.c_str(), O_WRONLY | O_CREAT, 0600);
    const int err = ::open(err_path.c_str(), O_WRONLY | O_CREAT, 0600);
    if (::chdir(process.folder.c_str()) != 0 || ::dup2(out, 1) < 0 || ::dup2(err, 2) < 0) ::_exit(126);
    ::signal(SIGPIPE, process.ignore_pipe ? SIG_IGN : SIG_DFL);
    ::execvpe(arguments.front(), arguments.data(), environment.data());
    ::_exit(127);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, process.out.empty() && process.descriptor < 0 ? bytes_of(out_path) : "", bytes_of(err_path)};
}

Outcome run_program(Words arguments, const Words& environment = {}) {
  arguments.insert(arguments.begin(), PROGRAM);
  return run_process({.arguments = std::move(arguments), .environment = environment});
}

// What a tool prints about a file; the tool must succeed.
std::string output_of(const Words& command) {
  const Outcome outcome = run_process({.arguments = command});
  CAPTURE(command.front());
  CHECK(outcome.code == 0);
  CHECK(outcome.err == "");
  return outcome.out;
}

// The value of a field of pdfinfo.
std::string field_of(const std::string& information, const std::string& name) {
  const size_t at = information.find("\n" + name + ":");
  const size_t start = at == std::string::npos ? (information.starts_with(name + ":") ? 0 : at) : at + 1;
  if (start == std::string::npos) return {};
  const size_t value = start + name.size() + 1;
  return std::string(trim(std::string_view(information).substr(value, information.find('\n', value) - value)));
}

std::string media_box(const std::string& pdf, int page) {
  const std::string number = std::to_string(page);
  const std::string information = output_of({"pdfinfo", "-box", "-f", number, "-l", number, pdf});
  const size_t at = information.find("MediaBox:");
  REQUIRE(at != std::string::npos);
  std::istringstream line(information.substr(at + 9));
  double left = 0, bottom = 0, right = 0, top = 0;
  line >> left >> bottom >> right >> top;
  return std::to_string(std::lround(right)) + "x" + std::to_string(std::lround(top));
}

// Words as runs of letters and digits.
Words words_of(const std::string& text) {
  Words result;
  const std::string normal = to_nfc(text);
  std::string word;
  for (size_t at = 0; at < normal.size();) {
    const size_t start = at;
    if (is_word_character(next_code_point(normal, at))) {
      word += normal.substr(start, at - start);
    } else if (!word.empty()) {
      result.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) result.push_back(word);
  return result;
}

// Letters and digits alone, so that neither line ends nor breaks inside a word matter.
std::string squeezed(const std::string& text) {
  std::string result;
  for (const std::string& word : words_of(text)) result += word;
  return result;
}

// A workbook of prose documents with these ids and titles.
Workbook book_of(const std::vector<std::pair<std::string, std::string>>& documents) {
  std::vector<Document> made;
  for (const auto& [id, title] : documents) {
    Document document =
        samples::make_document_of(id, {samples::make_section("section_" + id, Prose{"Text of " + id + "."})});
    document.title = title;
    made.push_back(document);
  }
  return samples::make_workbook(std::move(made));
}

std::string save(const Workbook& workbook, const std::string& path) {
  REQUIRE(save_workbook(workbook, path));
  return path;
}

// A copy of an example that a test may change.
std::string example_in(const TemporaryFolder& folder, Language language, const std::string& name = "book.canvasbook") {
  fs::copy_file(example_path(language), folder.file(name));
  return folder.file(name);
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> result;
  for (const auto& entry : fs::directory_iterator(folder)) result.insert(entry.path().filename().string());
  return result;
}

using Names = std::set<std::string>;

// The options in a help text: "-o", "--output".
Names options_in(const std::string& help) {
  Names result;
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  -")) continue;
    std::istringstream options(line.substr(2, line.find(' ', 2) - 2));
    for (std::string option; std::getline(options, option, ',');) result.insert(option);
  }
  return result;
}

const std::map<std::string, Names>& options_of_commands() {
  static const std::map<std::string, Names> options = {
      {"templates", {"-h", "--help", "--json"}},
      {"new", {"-h", "--help", "--output", "-o", "--company", "--language", "--force"}},
      {"info", {"-h", "--help"}},
      {"find", {"-h", "--help", "--case", "--whole-word", "--as-written", "--word-forms"}},
      {"import",
       {"-h", "--help", "--into", "--section", "--new-section", "--columns", "--head", "--keep-lines", "--dry-run",
        "--output", "-o", "--force"}},
      {"visits",
       {"-h", "--help", "--checklist", "--place", "--shopper", "--date", "--time", "--answer", "--comment", "--csv",
        "--dry-run", "--output", "-o", "--force"}},
      {"results",
       {"-h", "--help", "--to", "--checklist", "--by", "--since", "--until", "--place", "--shopper", "--target",
        "--points", "--page", "--output", "-o", "--force"}},
      {"export",
       {"-h", "--help", "--to", "--form", "--since", "--output", "-o", "--document", "--section", "--page", "--date",
        "--set", "--review", "--cover", "--no-contents", "--justified", "--binding", "--dense", "--force"}},
      {"check", {"-h", "--help", "--json", "--spelling", "--dismiss", "--reason"}}};
  return options;
}

}  // namespace

// --- templates -------------------------------------------------------------------------------------------------------

TEST_CASE("templates lists every template with its title, in the language of the messages") {
  const Outcome english = run({"templates"});
  CHECK(english.code == exit_done);
  CHECK(english.err == "");
  const Outcome russian = run({"templates"}, Language::ru);
  for (const char* id : {"business_model_canvas", "lean_canvas", "value_proposition_canvas"}) {
    CHECK(contains(english.out, std::string(id) + "\n"));
    CHECK(contains(russian.out, std::string(id) + "\n"));
  }
  CHECK(contains(english.out, "Business model canvas"));
  CHECK(contains(russian.out, "Шаблон бизнес-модели"));
  CHECK_FALSE(contains(russian.out, "Business model"));
}

TEST_CASE("templates with a name prints the guide of that template as Markdown") {
  for (const Language language : languages) {
    const Outcome outcome = run({"templates", "business_model_canvas"}, language);
    CHECK(outcome.code == exit_done);
    CHECK(outcome.err == "");
    CHECK(outcome.out.starts_with("# "));
    const Catalog& catalog = Catalog::of(language);
    for (const char* part : {"guide.types", "guide.questions", "guide.mistakes", "guide.examples", "guide.practice"}) {
      CHECK(contains(outcome.out, "\n**" + catalog.text(part) + "**\n\n- "));
    }
    size_t steps = 0;  // the nine blocks, in the order of filling
    size_t before = 0;
    for (const char* order : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
      const size_t at = outcome.out.find("\n## " + catalog.text("guide.order", {{"order", order}, {"block", ""}}));
      CHECK(at != std::string::npos);
      CHECK(at > before);
      before = at;
      ++steps;
    }
    CHECK(steps == 9);
  }
}

TEST_CASE("the guides stand board by board, blocks without a number last, as the window steps through them") {
  const auto board = [](const char* numbered, const char* second, const char* unnumbered) {
    Board result;
    for (const auto& [id, order] : {std::pair{unnumbered, 0}, std::pair{second, 2}, std::pair{numbered, 1}}) {
      Block block;
      block.id = id;
      block.title = std::string("Block ") + id;
      block.order = order;
      result.blocks.push_back(block);
    }
    return result;
  };
  Template source;
  source.title = "Two boards";
  for (const Board& content : {board("a", "b", "c"), board("d", "e", "f")}) {
    Section section;
    section.content = content;
    source.document.sections.emplace_back(section);
    for (const Block& block : content.blocks) source.guides[block.id].what = "What it is.";
  }
  std::ostringstream out;
  std::ostringstream err;
  const CommandLineWorld world{out, err, Language::en, some_day, 7};
  print_guides(source, {world, Catalog::of(Language::en), out});
  size_t before = 0;
  for (const char* title : {"a", "b", "c", "d", "e", "f"}) {
    CAPTURE(title);
    const size_t at = out.str().find(std::string("Block ") + title + "\n");
    REQUIRE(at != std::string::npos);
    CHECK(at > before);
    before = at;
  }
}

TEST_CASE("templates --json gives all templates, and with a name that one") {
  for (const Language language : languages) {
    const auto all = nlohmann::json::parse(run({"templates", "--json"}, language).out);
    REQUIRE(all.is_array());
    CHECK(all.size() >= 3);
    const auto one = nlohmann::json::parse(run({"templates", "--json", "lean_canvas"}, language).out);
    const auto& lean = one.is_array() ? one.at(0) : one;
    CHECK(contains(lean.dump(), "lean_canvas"));
    CHECK_FALSE(contains(one.dump(), "\"business_model_canvas\""));
  }
}

TEST_CASE("an unknown template is a failure in one sentence that names it") {
  const TemporaryFolder folder;
  for (const Language language : languages) {
    for (const Words& arguments : {Words{"templates", "nothing_such"}, Words{"templates", "--json", "nothing_such"},
                                   Words{"new", "lean_canvas", "nothing_such", "-o", folder.file("b.canvasbook")}}) {
      const Outcome outcome = run(arguments, language);
      CHECK(outcome.code == exit_failed);
      CHECK(outcome.out == "");
      CHECK(contains(outcome.err, "nothing_such"));
      check_sentence(outcome.err, language, {"nothing_such"});
    }
  }
  CHECK(folder.entries() == 0);
}

// --- new -------------------------------------------------------------------------------------------------------------

TEST_CASE("new makes a document from each template, in the order given, and says where") {
  for (const Language language : languages) {
    const TemporaryFolder folder;
    const std::string file = folder.file("книга 1.canvasbook");
    const Outcome outcome =
        run({"new", "value_proposition_canvas", "business_model_canvas", "-o", file, "--company", "Кофейня «Утро»"},
            language);
    CHECK(outcome.code == exit_done);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, file));
    const auto workbook = load_workbook(file);
    REQUIRE(workbook);
    CHECK(workbook->company == "Кофейня «Утро»");
    CHECK(workbook->language == language);
    CHECK(workbook->created == some_day);
    CHECK(workbook->modified == some_day);
    REQUIRE(workbook->documents.size() == 2);
    CHECK(workbook->documents[0]->template_id == "value_proposition_canvas");
    CHECK(workbook->documents[1]->template_id == "business_model_canvas");
    CHECK(workbook->documents[0]->language == language);
    CHECK(workbook->documents[0]->id != workbook->documents[1]->id);
  }
}

TEST_CASE("new --language chooses the language of the documents, not of the messages") {
  const TemporaryFolder folder;
  const std::string file = folder.file("b.canvasbook");
  const Outcome outcome = run({"new", "lean_canvas", "--language", "ru", "--output", file});
  CHECK(outcome.code == exit_done);
  CHECK(contains(outcome.err, "Written"));
  const auto workbook = load_workbook(file);
  REQUIRE(workbook);
  CHECK(workbook->language == Language::ru);
  CHECK(workbook->documents[0]->language == Language::ru);
}

TEST_CASE("the same template twice in new gives two documents with ids of their own") {
  const TemporaryFolder folder;
  CHECK(run({"new", "lean_canvas", "lean_canvas", "-o", folder.file("b.canvasbook")}).code == exit_done);
  const auto workbook = load_workbook(folder.file("b.canvasbook"));  // an id that stands twice would refuse the file
  REQUIRE(workbook);
  CHECK(workbook->documents.size() == 2);
}

TEST_CASE("new without -o names the file after the first template, in the current folder") {
  const TemporaryFolder folder;
  const Outcome outcome =
      run_process({.arguments = {PROGRAM, "new", "lean_canvas", "business_model_canvas"}, .folder = folder.path()});
  CHECK(outcome.code == exit_done);
  CHECK(names_in(folder.path()) == Names{"lean_canvas.canvasbook"});
  CHECK(load_workbook(folder.file("lean_canvas.canvasbook")));
}

TEST_CASE("new leaves an existing file alone unless --force is given") {
  const TemporaryFolder folder;
  const std::string file = folder.file("b.canvasbook");
  put_bytes(file, "precious");
  check_failure({"new", "lean_canvas", "-o", file}, file);
  CHECK(bytes_of(file) == "precious");
  CHECK(folder.entries() == 1);
  CHECK(run({"new", "lean_canvas", "-o", file, "--force"}).code == exit_done);
  CHECK(load_workbook(file));
  CHECK(folder.entries() == 1);
}

// --- info ------------------------------------------------------------------------------------------------------------

TEST_CASE("info shows company, dates, page, segments, and the ids that --document takes") {
  const std::string english = example_path(Language::en).string();
  const Outcome outcome = run({"info", english});
  CHECK(outcome.code == exit_done);
  CHECK(outcome.err == "");
  for (const char* part : {"Morning Coffee Shop", "coffee shop manager", "7 September 2026", "16 November 2026", "A4",
                           "Coffee shop by the station", "\nmodel  ", "    model_canvas  ", " words\n"}) {
    CHECK(contains(outcome.out, part));
  }
  const TemporaryFolder folder;
  REQUIRE(run({"new", "sales_book", "-o", folder.file("book.canvasbook")}).code == exit_done);
  const Outcome book = run({"info", folder.file("book.canvasbook")});
  CHECK(contains(book.out, " items, "));
  CHECK_FALSE(contains(book.out, " notes"));
  REQUIRE(run({"new", "touchpoint_plan", "-o", folder.file("plan.canvasbook")}).code == exit_done);
  CHECK(contains(run({"info", folder.file("plan.canvasbook")}).out, "\nTouchpoints: Advert or shop sign; "));
  const Outcome russian = run({"info", example_path(Language::ru).string()}, Language::ru);
  CHECK(russian.code == exit_done);
  CHECK(contains(russian.out, "Точки контакта: нет"));
  for (const char* part : {"Компания: Кофейня «Утро»", "16 ноября 2026 г.", "Сегменты: А ", " замет", " слов"}) {
    CHECK(contains(russian.out, part));
  }
}

// --- export ----------------------------------------------------------------------------------------------------------

TEST_CASE("export writes NAME.pdf and NAME.md beside the workbook") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("a.b c"));
  const std::string file = example_in(folder, Language::ru, "a.b c/Утро 1.0.canvasbook");
  for (const char* format : {"pdf", "md"}) {
    const Outcome outcome = run({"export", file, "--to", format});
    CHECK(outcome.code == exit_done);
    CHECK(outcome.out == "");
    CHECK(contains(outcome.err, std::string("Утро 1.0.") + format));
  }
  CHECK(names_in(folder.file("a.b c")) == Names{"Утро 1.0.canvasbook", "Утро 1.0.pdf", "Утро 1.0.md"});
  CHECK(bytes_of(folder.file("a.b c/Утро 1.0.pdf")).starts_with("%PDF-"));
  CHECK(bytes_of(folder.file("a.b c/Утро 1.0.md")).starts_with("# Бизнес-модель кофейни у метро"));
}

TEST_CASE("export leaves an existing target alone unless --force is given") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  for (const std::string format : {"pdf", "md"}) {
    const std::string target = folder.file("book." + format);
    put_bytes(target, "precious");
    check_failure({"export", file, "--to", format}, target);
    check_failure({"export", file, "--to", format, "-o", target}, target);
    CHECK(bytes_of(target) == "precious");
    CHECK(run({"export", file, "--to", format, "--force"}).code == exit_done);
    CHECK(bytes_of(target) != "precious");
  }
  CHECK(names_in(folder.path()) == Names{"book.canvasbook", "book.pdf", "book.md"});
}

TEST_CASE("--force says what the file that it replaced has lost") {
  const TemporaryFolder folder;
  const std::string file = example_path(Language::en).string();
  for (const Words& command : {Words{"export", file, "--to", "md", "--force", "-o", folder.file("a")},
                               Words{"new", "lean_canvas", "--force", "-o", folder.file("a")}}) {
    fs::remove(folder.file("a"));
    fs::remove(folder.file("b"));
    samples::put_bytes(folder.file("a"), "old");
    fs::create_hard_link(folder.file("a"), folder.file("b"));
    for (const Language language : {Language::en, Language::ru}) {
      const Outcome outcome = run(command, language);
      CHECK(outcome.code == exit_done);
      const bool is_told = outcome.err.find(language == Language::en ? "hard links" : "жёсткими") != std::string::npos;
      CHECK(is_told == (language == Language::en));  // the second time there is nothing left to lose
    }
  }
}

TEST_CASE("export never writes over the workbook itself, not even with --force") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  const std::string before = bytes_of(file);
  CHECK(run({"export", file, "--to", "md", "-o", file, "--force"}).code != exit_done);
  CHECK((bytes_of(file) == before));
}

TEST_CASE("export to a folder gives each document a file named after its title") {
  const TemporaryFolder folder;
  std::string long_title;
  for (int i = 0; i < 300; ++i) long_title += "Щ";
  const std::string file = save(book_of({{"a", "Plan A/B\\C"},
                                         {"b", ".hidden"},
                                         {"c", "Same"},
                                         {"d", "Same"},
                                         {"e", "Same 2"},
                                         {"f", long_title},
                                         {"g", long_title + "!"},
                                         {"h", ""},
                                         {"i", ".."},
                                         {"j", "  line\none  "},
                                         {"k", "Кофе ☕ – №1"}}),
                                folder.file("book.canvasbook"));
  fs::create_directory(folder.file("out"));
  for (const std::string format : {"pdf", "md"}) {
    CHECK(run({"export", file, "--to", format, "-o", folder.file("out")}).code == exit_done);
  }
  Names names = names_in(folder.file("out"));
  CHECK(names.size() == 22);
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(name.front() != '.');
    CHECK_FALSE(find_invalid_utf8(name));
    CHECK(std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\'; }));
    CHECK(name.size() < 255);
  }
  for (const char* name : {"Plan A-B-C.md", "Same.md", "Same 2.md", "line-one.md", "Кофе ☕ – №1.pdf"})
    CHECK(names.contains(name));
  // Each document is there, with its text and nobody else's.
  std::map<std::string, int> found;
  for (const auto& entry : fs::directory_iterator(folder.file("out"))) {
    if (entry.path().extension() != ".md") continue;
    const std::string text = bytes_of(entry.path());
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"}) {
      if (contains(text, std::string("Text of ") + id + ".")) ++found[id];
    }
  }
  CHECK(found.size() == 11);
  CHECK(std::ranges::all_of(found, [](const auto& entry) { return entry.second == 1; }));
  CHECK(folder.entries() == 2);
}

TEST_CASE("export to a folder writes nothing when the second target exists") {
  const TemporaryFolder folder;
  const std::string file = save(book_of({{"a", "First"}, {"b", "Second"}}), folder.file("book.canvasbook"));
  fs::create_directory(folder.file("out"));
  put_bytes(folder.file("out/Second.md"), "precious");
  check_failure({"export", file, "--to", "md", "-o", folder.file("out")}, folder.file("out/Second.md"));
  CHECK(names_in(folder.file("out")) == Names{"Second.md"});
  CHECK(bytes_of(folder.file("out/Second.md")) == "precious");
  CHECK(run({"export", file, "--to", "md", "-o", folder.file("out"), "--force"}).code == exit_done);
  CHECK(names_in(folder.file("out")) == Names{"First.md", "Second.md"});
}

TEST_CASE("export to a folder that fails half-way says which files are there, and which is not") {
  const TemporaryFolder folder;
  const std::string file = save(book_of({{"a", "First"}, {"b", "Second"}}), folder.file("book.canvasbook"));
  fs::create_directory(folder.file("out"));
  fs::create_symlink("/dev/full", folder.file("out/Second.md"));
  const Outcome outcome = run({"export", file, "--to", "md", "-o", folder.file("out")});
  CHECK(outcome.code == exit_failed);
  CHECK(contains(outcome.err, "Written: " + folder.file("out/First.md") + ".\n"));
  CHECK(contains(outcome.err, folder.file("out/Second.md") + ": "));
  CHECK(fs::exists(folder.file("out/First.md")));
}

TEST_CASE("/dev/stdout is standard output, also where that is a pipe") {
  const TemporaryFolder folder;
  const std::string file = save(book_of({{"a", "First"}}), folder.file("book.canvasbook"));
  const Outcome process = run_program({"export", file, "--to", "md", "-o", "/dev/stdout"});
  CHECK(process.code == exit_done);
  CHECK(process.out == run({"export", file, "--to", "md", "-o", "-"}).out);
  CHECK(run({"new", "lean_canvas", "-o", "/dev/stdout"}).out == run({"new", "lean_canvas", "-o", "-"}).out);
}

TEST_CASE("a device in the place of a workbook is told, not read without end") {
  check_failure({"info", "/dev/zero"}, "/dev/zero");
  check_failure({"export", "/dev/zero", "--to", "md", "-o", "-"}, "/dev/zero");
}

TEST_CASE("a file that would be torn from its second name is left, and --force writes it") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  const std::string before = bytes_of(file);
  fs::create_hard_link(file, folder.file("second.canvasbook"));
  check_failure({"check", file, "--dismiss", "cost_without_driver:cost_tax", "--reason", "why"}, file);
  CHECK(bytes_of(file) == before);
  CHECK(run({"new", "lean_canvas", "-o", file, "--force"}).code == exit_done);
  CHECK(bytes_of(file) != before);
  CHECK(bytes_of(folder.file("second.canvasbook")) == before);
}

TEST_CASE("export to a folder writes nothing when the second target is a folder") {
  const TemporaryFolder folder;
  const std::string file = save(book_of({{"a", "First"}, {"b", "Second"}}), folder.file("book.canvasbook"));
  fs::create_directories(folder.file("out/Second.md"));
  check_failure({"export", file, "--to", "md", "-o", folder.file("out"), "--force"}, folder.file("out/Second.md"));
  CHECK(names_in(folder.file("out")) == Names{"Second.md"});
}

TEST_CASE("-o - writes the document to standard output and nothing else anywhere") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::ru);
  for (const std::string format : {"pdf", "md"}) {
    REQUIRE(run({"export", file, "--to", format, "-o", folder.file("target")}).code == exit_done);
    const Outcome outcome = run({"export", file, "--to", format, "-o", "-"});
    CHECK(outcome.code == exit_done);
    CHECK(outcome.err == "");
    CHECK((outcome.out == bytes_of(folder.file("target"))));
    const Outcome process = run_program({"export", file, "--to", format, "-o", "-"});
    CHECK(process.code == exit_done);
    CHECK(process.err == "");
    CHECK((process.out == outcome.out));
    fs::remove(folder.file("target"));
    CHECK(folder.entries() == 1);
  }
}

TEST_CASE("--document chooses documents; given several times they keep the order of the workbook") {
  const TemporaryFolder folder;
  const std::string file =
      save(book_of({{"a", "First"}, {"b", "Second"}, {"c", "Third"}}), folder.file("book.canvasbook"));
  const auto markdown = [&](const Words& more) {
    Words arguments{"export", file, "--to", "md", "-o", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = run(arguments);
    CHECK(outcome.code == exit_done);
    return outcome.out;
  };
  const std::string second = markdown({"--document", "b"});
  CHECK(contains(second, "Text of b."));
  CHECK_FALSE(contains(second, "Text of a."));
  const std::string two = markdown({"--document", "c", "--document=a"});
  CHECK(two.find("Text of a.") < two.find("Text of c."));
  CHECK(contains(two, "Text of c."));
  CHECK_FALSE(contains(two, "Text of b."));
  CHECK(markdown({"--document", "c", "--document", "a", "--document", "c"}) == two);
  fs::create_directory(folder.file("out"));
  CHECK(run({"export", file, "--to", "md", "-o", folder.file("out/"), "--document", "c", "--document", "c"}).code ==
        exit_done);
  CHECK(names_in(folder.file("out")) == Names{"Third.md"});
}

TEST_CASE("an unknown document is a failure that names it, and nothing is written") {
  const TemporaryFolder folder;
  const std::string file = save(book_of({{"a", "First"}}), folder.file("book.canvasbook"));
  for (const Language language : languages) {
    const Outcome outcome = run({"export", file, "--to", "pdf", "--document", "a", "--document", "zzz"}, language);
    CHECK(outcome.code == exit_failed);
    CHECK(contains(outcome.err, "zzz"));
    CHECK(outcome.err.starts_with(file));
    check_sentence(outcome.err, language, {file, "zzz"});
  }
  CHECK(folder.entries() == 1);
}

TEST_CASE("--page changes the sheet of the canvas; running text stays on A4, or on Letter beside Letter") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  const std::map<std::string, std::pair<std::string, std::string>> boxes = {
      {"A4", {"842x595", "595x842"}}, {"A3", {"1191x842", "595x842"}}, {"Letter", {"792x612", "612x792"}}};
  for (const auto& pair : boxes) {
    const auto& page = pair.first;
    const auto& expected = pair.second;
    CAPTURE(page);
    REQUIRE(run({"export", file, "--to", "pdf", "--page", page, "--force"}).code == exit_done);
    CHECK(media_box(folder.file("book.pdf"), 1) == expected.first);
    CHECK(media_box(folder.file("book.pdf"), 2) == expected.second);
  }
}

TEST_CASE("without --page the canvas has the page of the workbook") {
  const TemporaryFolder folder;
  Workbook workbook = samples::sound_workbook();
  workbook.page_size = PageSize::A3;
  const std::string file = save(workbook, folder.file("book.canvasbook"));
  REQUIRE(run({"export", file, "--to", "pdf"}).code == exit_done);
  CHECK(media_box(folder.file("book.pdf"), 1) == "1191x842");
}

TEST_CASE("--date is the date on paper and in the PDF; without it, the day of the last change") {
  const TemporaryFolder folder;
  for (const Language language : languages) {
    const std::string file = example_in(folder, language, std::string(language_code(language)) + ".canvasbook");
    const std::string pdf = folder.file("x.pdf");
    const auto check_date = [&](const Words& more, const char* english, const char* russian, const char* raw) {
      Words arguments{"export", file, "--to", "md", "-o", "-"};
      arguments.insert(arguments.end(), more.begin(), more.end());
      const char* printed = language == Language::ru ? russian : english;
      CHECK(contains(run(arguments).out, printed));
      arguments = {"export", file, "--to", "pdf", "-o", pdf, "--force"};
      arguments.insert(arguments.end(), more.begin(), more.end());
      REQUIRE(run(arguments).code == exit_done);
      CHECK(contains(field_of(output_of({"pdfinfo", "-rawdates", pdf}), "CreationDate"), raw));
      CHECK(contains(squeezed(output_of({"pdftotext", "-raw", "-l", "1", pdf, "-"})), squeezed(printed)));
    };
    check_date({}, "16 November 2026", "16 ноября 2026 г.", "D:20261116");
    check_date({"--date", "2027-02-01"}, "1 February 2027", "1 февраля 2027 г.", "D:20270201");
  }
}

TEST_CASE("--review adds what is open and what was dismissed and why") {
  for (const Language language : languages) {
    const std::string file = example_path(language).string();
    const Catalog& catalog = Catalog::of(language);
    const std::string with = run({"export", file, "--to", "md", "-o", "-", "--review"}).out;
    const std::string without_review = run({"export", file, "--to", "md", "-o", "-"}).out;
    for (const char* key : {"paper.review_open", "paper.review_hints", "paper.review_dismissed"}) {
      CHECK(contains(with, catalog.text(key)));
      CHECK_FALSE(contains(without_review, catalog.text(key)));
    }
    Finding unused;
    unused.rule = "unused_module";
    const std::string group = finding_title(unused, catalog);
    const size_t at = with.find(group);
    REQUIRE(at != std::string::npos);
    CHECK(with.find(group, at + 1) == std::string::npos);  // many of a kind are one list
  }
}

TEST_CASE("the same workbook gives the same bytes, whenever and wherever it is exported") {
  const TemporaryFolder folder;
  for (const Language language : languages) {
    const std::string file = example_path(language).string();
    for (const char* format : {"pdf", "md"}) {
      const Outcome first =
          run_program({"export", file, "--to", format, "-o", "-"}, {"TZ=Asia/Kamchatka", "LANG=ru_RU.UTF-8"});
      const Outcome second = run_program({"export", file, "--to", format, "-o", "-"}, {"TZ=America/Adak", "LANG=C"});
      CHECK(first.code == exit_done);
      CHECK(first.out.starts_with(std::string_view(format) == "pdf" ? "%PDF-" : "# "));
      CHECK((first.out == second.out));
      CHECK((first.out == run({"export", file, "--to", format, "-o", "-"}).out));
    }
  }
}

TEST_CASE("a character that no font has is reported with the note it stands in") {
  const TemporaryFolder folder;
  Board board = samples::sound_board();
  board.blocks[0].notes[0].text = "Lydian \xF0\x90\xA4\xA0";
  const std::string file = save(samples::workbook_of(board), folder.file("book.canvasbook"));
  const Outcome outcome = run({"export", file, "--to", "pdf"});
  CHECK(outcome.code == exit_done);
  CHECK(contains(outcome.err, "U+10920"));
  CHECK(contains(outcome.err, "seg"));
}

// --- the PDF, seen from outside
// ---------------------------------------------------------------------------------------

TEST_CASE("the PDF of both examples is sound, with every font embedded and its metadata in place") {
  const TemporaryFolder folder;
  const std::string pdf = folder.file("x.pdf");
  for (const Language language : languages) {
    REQUIRE(run({"export", example_path(language).string(), "--to", "pdf", "-o", pdf, "--force", "--review"}).code ==
            exit_done);
    CHECK(contains(output_of({"qpdf", "--check", pdf}), "No syntax or stream encoding errors found"));

    std::istringstream fonts(output_of({"pdffonts", pdf}));
    std::string line;
    std::getline(fonts, line);
    const size_t embedded = line.find("emb");
    REQUIRE(embedded != std::string::npos);
    std::getline(fonts, line);
    int count = 0;
    while (std::getline(fonts, line)) {
      CAPTURE(line);
      CHECK(line.substr(embedded, 11) == "yes yes yes");  // embedded, a subset, with Unicode
      ++count;
    }
    CHECK(count > 0);

    const std::string information = output_of({"pdfinfo", "-enc", "UTF-8", pdf});
    const bool russian = language == Language::ru;
    CHECK(contains(field_of(information, "Title"),
                   russian ? "Бизнес-модель кофейни у метро" : "Coffee shop by the station"));
    CHECK(field_of(information, "Author") == (russian ? "Кофейня «Утро»" : "Morning Coffee Shop"));
    const std::string objects = output_of({"qpdf", "--qdf", "--object-streams=disable", pdf, "-"});
    CHECK(contains(objects, russian ? "/Lang (ru" : "/Lang (en"));
  }
}

TEST_CASE("the PDF of both examples holds every word of every note") {
  const TemporaryFolder folder;
  const std::string pdf = folder.file("x.pdf");
  for (const Language language : languages) {
    const auto workbook = load_workbook(example_path(language).string());
    REQUIRE(workbook);
    for (const char* page : {"A4", "A3", "Letter"}) {
      CAPTURE(page);
      REQUIRE(
          run({"export", example_path(language).string(), "--to", "pdf", "--page", page, "-o", pdf, "--force"}).code ==
          exit_done);
      const std::string text = output_of({"pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"});
      const std::string all = squeezed(text);
      size_t notes = 0;
      for_each_note(*workbook, [&](const Document&, const Section&, const Block&, const Note& note) {
        CAPTURE(note.id);
        CHECK(contains(all, squeezed(note.text)));
        for (const std::string& word : words_of(note.details)) {
          CAPTURE(word);
          CHECK(contains(all, word));
        }
        ++notes;
      });
      CHECK(notes > 30);
    }
  }
}

// --- check -----------------------------------------------------------------------------------------------------------

TEST_CASE("check prints findings with the way out and exits with 3; without findings it exits with 0") {
  const TemporaryFolder folder;
  const std::string sound = save(samples::sound_workbook(), folder.file("sound.canvasbook"));
  const std::string broken = save(samples::workbook_of(samples::without_block(samples::sound_board(), "channels")),
                                  folder.file("broken.canvasbook"));
  Board empty;
  empty.blocks = {samples::make_block("channels", 0, {})};
  const std::string half = save(samples::workbook_of(empty), folder.file("half.canvasbook"));
  for (const Language language : languages) {
    const Catalog& catalog = Catalog::of(language);
    const Outcome good = run({"check", sound}, language);
    CHECK(good.code == exit_done);
    CHECK(good.out == catalog.text("check.nothing") + "\n");
    CHECK(good.err == "");
    const Outcome begun = run({"check", half}, language);
    CHECK(begun.code == exit_done);
    CHECK(begun.out.find(catalog.text("check.nothing_yet",
                                      {{"filled", catalog.text("guide.filled", {{"number", "0"}, {"count", "1"}})}})) !=
          std::string::npos);
    CHECK(run({"check", sound, "--json"}, language).out == "[]\n");
    for (const Language book : languages) {
      const Outcome outcome = run({"check", example_path(book).string()}, language);
      CHECK(outcome.code == exit_findings);
      CHECK(outcome.err == "");
      for (const char* key : {"check.why", "check.way_out", "check.name", "check.reason"}) {
        CHECK(contains(outcome.out, catalog.text(key, {{"text", ""}})));
      }
      CHECK(contains(outcome.out, "--dismiss "));
    }
  }
}

TEST_CASE("check finds on the day it runs that a document was to be revised") {
  const TemporaryFolder folder;
  Revision revision;
  revision.months = 6;
  const auto checked = [&](const Date& date) {
    revision.date = date;
    const Workbook workbook = set_revision(samples::sound_workbook(), "model", revision);
    return run({"check", save(workbook, folder.file("one.canvasbook"))});
  };
  CHECK(checked({2026, 5, 21}).code == exit_done);  // due today
  const Outcome overdue = checked({2026, 5, 20});
  CHECK(overdue.code == exit_findings);
  CHECK(contains(overdue.out, "--dismiss revision_overdue:model"));
}

TEST_CASE("check lists many of one kind together, tells progress, and hints do not count") {
  const TemporaryFolder folder;
  Board board = samples::sound_board();
  for (const char* id : {"site", "shop"}) board = add_note(board, "channels", samples::make_note(id));
  board = remove_notes(board, {"partner"});
  const std::string file = save(samples::workbook_of(board), folder.file("one.canvasbook"));
  for (const Language language : languages) {
    const Catalog& catalog = Catalog::of(language);
    const Outcome outcome = run({"check", file}, language);
    CHECK(outcome.code == exit_findings);
    CHECK(contains(outcome.out, catalog.text("finding.channel_without_segment.title") + ": 2"));
    CHECK(contains(outcome.out, "--dismiss channel_without_segment:shop"));
    CHECK(contains(outcome.out, catalog.text("guide.filled", {{"number", "8"}, {"count", "9"}})));
    CHECK(contains(outcome.out, catalog.count("check.total", 2)));
  }
  Responses said;
  said.responses = {{"r", "Dear", {{"a", "It costs [amount]", {}}}, {}}};
  const Workbook hints =
      samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", std::move(said))})});
  const Outcome quiet = run({"check", save(hints, folder.file("two.canvasbook"))}, Language::en);
  CHECK(quiet.code == exit_done);
  CHECK(contains(quiet.out, "[amount]"));
  CHECK(contains(quiet.out, Catalog::of(Language::en).count("check.hints", 1)));
}

TEST_CASE("check finds places to fill in of a Markdown file") {
  const TemporaryFolder folder;
  const std::string file = folder.file("notes.md");
  samples::put_bytes(file, "# Plan\n\nCall [name] at {time}.\n");
  const Outcome outcome = run({"check", file}, Language::en);
  CHECK(outcome.code == exit_findings);
  CHECK(contains(outcome.out, "[name]"));
  CHECK(contains(outcome.out, "{time}"));
  CHECK(contains(outcome.out, Catalog::of(Language::en).count("status.blanks", 1)));
  CHECK_FALSE(contains(outcome.out, "--dismiss"));  // a text keeps no dismissals
}

TEST_CASE("--set gives placeholders a value for one export, and the workbook stays as it is") {
  const TemporaryFolder folder;
  const Section text = samples::make_section("text", Prose{"{client} in {town} for {town}."});
  const std::string file =
      save(samples::make_workbook({samples::make_document_of("d", {text})}), folder.file("book.canvasbook"));
  const std::string before = bytes_of(file);
  const Words command{"export", file, "--to", "md", "-o", "-"};
  const auto with = [&](const Words& more) {
    Words arguments = command;
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments, Language::en);
  };
  CHECK(contains(with({"--set", "TOWN=New = York", "--set=client=Ann"}).out, "Ann in New = York for New = York."));
  CHECK(contains(with({"--set", "client="}).out, "{town}"));
  CHECK(bytes_of(file) == before);
  const Outcome unknown = with({"--set", "twon=Riga"});
  CHECK(unknown.code == exit_usage);
  CHECK(contains(unknown.err, "{twon}"));
  CHECK(contains(unknown.err, "town”?"));
  for (const char* wrong : {"town", "=Riga", " = "}) CHECK(with({"--set", wrong}).code == exit_usage);
}

TEST_CASE("--set knows a name that stands in the title of a document alone") {
  const TemporaryFolder folder;
  Document document = samples::make_document_of("d", {samples::make_section("text", Prose{"Words."})});
  document.title = "Book of {town}";
  const std::string file = save(samples::make_workbook({document}), folder.file("book.canvasbook"));
  const Outcome done = run({"export", file, "--to", "md", "-o", "-", "--set", "town=Riga"}, Language::en);
  CHECK(done.code == exit_done);
  CHECK(contains(done.out, "Book of Riga"));
}

TEST_CASE("Markdown is free of comments, and has the ids of its items in some where that is asked for") {
  const std::string file = example_path(Language::en).string();
  const std::string plain = run({"export", file, "--to", "md", "-o", "-"}).out;
  const std::string with_ids = run({"export", file, "--to", "md-ids", "-o", "-"}).out;
  CHECK_FALSE(contains(plain, "<!-- "));
  CHECK(contains(with_ids, "<!-- "));
  CHECK(plain.size() < with_ids.size());
}

TEST_CASE("check --spelling lists misspelt words with the texts they stand in, and exits with 3") {
  const TemporaryFolder folder;
  Board board = samples::sound_board();
  board.blocks[0].notes[0].text = "Наши гости прихадите утром";
  board.blocks[0].notes[0].details = "First line\nWe recieve a loan of an agriculturist from the neighbours, all of us";
  const std::string file = save(samples::workbook_of(board), folder.file("one.canvasbook"));
  for (const Language language : languages) {
    const Outcome outcome = run({"check", file, "--spelling"}, language);
    CHECK(outcome.code == exit_findings);
    CHECK(outcome.err == "");
    CHECK(contains(outcome.out, "    прихадите: Наши гости прихадите утром\n"));
    CHECK(contains(outcome.out, "    recieve: We recieve a loan of an agriculturist from …\n"));
    CHECK(contains(outcome.out, Catalog::of(language).count("spelling.total", 2) + "\n"));
    const Outcome sound = run({"check", example_path(language).string(), "--spelling"}, language);
    CHECK(sound.code == exit_done);
    CHECK(sound.out == Catalog::of(language).text("spelling.nothing") + "\n");
  }
}

TEST_CASE("check --spelling takes the workbook's own words for right") {
  const TemporaryFolder folder;
  Board board = samples::sound_board();
  board.blocks[0].notes[0].text = "Наш обжарщик";
  Workbook workbook = samples::workbook_of(board);
  CHECK(run({"check", save(workbook, folder.file("one.canvasbook")), "--spelling"}).code == exit_findings);
  workbook.own_words = {"обжарщик"};
  CHECK(run({"check", save(workbook, folder.file("two.canvasbook")), "--spelling"}).code == exit_done);
}

TEST_CASE("check --spelling says which dictionary is missing, and goes with no other option of check") {
  for (const Language language : languages) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = run_command_line({"check", example_path(language).string(), "--spelling"},
                                      {out, err, language, some_day, 7, {"/nowhere"}});
    CHECK(code == exit_done);
    const char* key = language == Language::ru ? "spelling.no_russian" : "spelling.no_english";
    CHECK(err.str() == Catalog::of(language).text(key) + "\n");
  }
  check_usage_error({"check", "x.canvasbook", "--spelling", "--json"}, {"--spelling", "--json", "--dismiss"});
  check_usage_error({"check", "x.canvasbook", "--spelling", "--dismiss", "a:b", "--reason", "c"},
                    {"--spelling", "--json", "--dismiss"});
}

TEST_CASE("check --json has the fields that the man page promises") {
  for (const Language language : languages) {
    const Outcome outcome = run({"check", "--json", example_path(language).string()}, language);
    CHECK(outcome.code == exit_findings);
    const auto findings = nlohmann::json::parse(outcome.out);
    REQUIRE(findings.is_array());
    REQUIRE_FALSE(findings.empty());
    int dismissed = 0;
    for (const auto& finding : findings) {
      for (const char* field : {"rule", "document", "item", "what", "why", "way_out"}) {
        CHECK(finding.at(field).is_string());
        const std::string text = finding.at(field).get<std::string>();
        CHECK((!text.empty() && text.find("finding.") == std::string::npos && text.find('{') == std::string::npos));
      }
      REQUIRE(finding.at("items").is_array());
      CHECK(finding.at("items").at(0).is_string());
      CHECK(finding.contains("reason") == finding.at("dismissed").get<bool>());
      if (finding.at("dismissed").get<bool>()) ++dismissed;
    }
    CHECK(dismissed == 1);
  }
}

TEST_CASE("a dismissed finding is kept in the file with its reason and no longer counts") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::ru);
  const auto findings = nlohmann::json::parse(run({"check", "--json", file}).out);
  const auto open = static_cast<size_t>(std::ranges::count_if(
      findings, [](const auto& finding) { return !finding.at("dismissed") && !finding.at("hint"); }));
  REQUIRE(open > 0);
  size_t left = open;
  for (const auto& finding : findings) {
    if (finding.at("dismissed") || finding.at("hint")) continue;
    const std::string name = finding.at("rule").get<std::string>() + ":" + finding.at("item").get<std::string>();
    const Outcome outcome = run({"check", file, "--dismiss", name, "--reason", "Так решили: «потом»"}, Language::ru);
    CHECK(contains(outcome.err, name));
    --left;
    CHECK(outcome.code == (left > 0 ? exit_findings : exit_done));
    CHECK(run({"check", file}).code == (left > 0 ? exit_findings : exit_done));
  }
  const auto workbook = load_workbook(file);
  REQUIRE(workbook);
  CHECK(workbook->modified == some_day);
  CHECK(workbook->dismissed.size() == open + 1);
  CHECK(workbook->dismissed.back().reason == "Так решили: «потом»");
  CHECK(contains(run({"export", file, "--to", "md", "-o", "-", "--review"}).out, "Так решили: «потом»"));
  CHECK(folder.entries() == 1);
}

TEST_CASE("dismissing again replaces the reason") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  CHECK(run({"check", file, "--dismiss", "cost_without_driver:cost_tax", "--reason", "newer words"}).code ==
        exit_findings);
  const auto workbook = load_workbook(file);
  REQUIRE(workbook);
  REQUIRE(workbook->dismissed.size() == 1);
  CHECK(workbook->dismissed[0].reason == "newer words");
}

TEST_CASE("a finding that does not exist cannot be dismissed, and the file stays as it was") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  const std::string before = bytes_of(file);
  for (const char* name : {"empty_block:nothing", "empty_block", ":", "no_such_rule:cost_tax"}) {
    check_failure({"check", file, "--dismiss", name, "--reason", "why"}, file, {name});
  }
  CHECK((bytes_of(file) == before));
}

TEST_CASE("a finding cannot be dismissed without a reason") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  const std::string before = bytes_of(file);
  check_usage_error({"check", file, "--dismiss", "cost_without_driver:cost_tax"});
  check_usage_error({"check", file, "--dismiss", "cost_without_driver:cost_tax", "--reason", ""});
  CHECK((bytes_of(file) == before));
}

TEST_CASE("a reason of white space is no reason") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  check_usage_error({"check", file, "--dismiss", "cost_without_driver:cost_tax", "--reason", "  "});
}

TEST_CASE("a reason without a finding, or an empty name of a finding, is not passed over in silence") {
  const std::string file = example_path(Language::en).string();
  CHECK(run({"check", file, "--reason", "why"}).code == exit_usage);
  CHECK(run({"check", file, "--dismiss", "", "--reason", "why"}).code != exit_findings);
}

// --- language and help
// -------------------------------------------------------------------------------------------------

TEST_CASE("--lang chooses the language of messages before the command, behind it and with an equals sign") {
  for (const Words& arguments : {Words{"--lang", "ru", "info", "missing"}, Words{"info", "--lang", "ru", "missing"},
                                 Words{"info", "missing", "--lang", "ru"}, Words{"--lang=ru", "info", "missing"},
                                 Words{"info", "missing", "--lang=ru"}}) {
    CAPTURE(arguments);
    const Outcome outcome = run(arguments, Language::en);
    CHECK(outcome.code == exit_failed);
    CHECK(contains(outcome.err, "файл не открывается"));
  }
  CHECK(contains(run({"--lang=en", "info", "missing"}, Language::ru).err, "cannot be opened"));
  CHECK(contains(run({"--lang", "ru", "--help"}).out, "Как писать"));
  CHECK(contains(run({"export", "--help", "--lang", "ru"}).out, "Как писать"));
}

TEST_CASE("the environment chooses the language: LC_ALL before LC_MESSAGES before LANG, empty ones passed over") {
  const auto is_russian = [](const Words& environment) {
    const Outcome outcome = run_program({"info", "missing"}, environment);
    CHECK(outcome.code == exit_failed);
    const bool russian = contains(outcome.err, "файл не открывается");
    CHECK(russian != contains(outcome.err, "cannot be opened"));
    return russian;
  };
  CHECK(is_russian({"LANG=ru_RU.UTF-8"}));
  CHECK(is_russian({"LC_MESSAGES=ru_RU.UTF-8", "LANG=en_GB.UTF-8"}));
  CHECK(is_russian({"LC_ALL=ru", "LC_MESSAGES=C", "LANG=C"}));
  CHECK(is_russian({"LC_ALL=", "LC_MESSAGES=", "LANG=ru_UA"}));
  CHECK_FALSE(is_russian({}));
  CHECK_FALSE(is_russian({"LANG=C"}));
  CHECK_FALSE(is_russian({"LC_ALL=C.UTF-8", "LANG=ru_RU.UTF-8"}));
  CHECK_FALSE(is_russian({"LC_MESSAGES=de_DE", "LANG=ru_RU.UTF-8"}));
}

TEST_CASE("the help of every command mentions each of its options, in both languages") {
  for (const Language language : languages) {
    for (const auto& pair : options_of_commands()) {
      const auto& command = pair.first;
      const auto& options = pair.second;
      for (const char* help : {"--help", "-h"}) {
        const Outcome outcome = run({command, help}, language);
        CHECK(outcome.code == exit_done);
        CHECK(outcome.err == "");
        CAPTURE(outcome.out);
        const Names found = options_in(outcome.out);
        for (const std::string& option : options) CHECK(found.contains(option));
        for (const std::string& option : found) CHECK((option == "--lang" || options.contains(option)));
        CHECK(contains(outcome.out, "canvasbook " + command));
      }
    }
    const Outcome all = run({"--help"}, language);
    CHECK(all.code == exit_done);
    for (const char* option : {"-h", "--help", "--version", "--lang"}) CHECK(options_in(all.out).contains(option));
    for (const auto& [command, options] : options_of_commands()) CHECK(contains(all.out, "\n  " + command + " "));
  }
}

TEST_CASE("Russian help has no English headings") {
  for (const char* command : {"templates", "new", "info", "find", "import", "visits", "results", "export", "check"}) {
    const std::string help = run({command, "--help"}, Language::ru).out;
    CAPTURE(command);
    for (const char* word : {"Options:", "OPTIONS", "Usage", "Positionals", "Subcommands", "REQUIRED", "excludes"}) {
      CHECK_FALSE(contains(help, word));
    }
  }
  const std::string help = run({"--help"}, Language::ru).out;
  for (const char* word : {"Options:", "OPTIONS", "Usage", "SUBCOMMAND", "Subcommands"})
    CHECK_FALSE(contains(help, word));
}

TEST_CASE("both man pages mention every option and every exit code") {
  const std::pair<const char*, const char*> pages[] = {{"canvasbook.1", ".SH EXIT STATUS"},
                                                       {"canvasbook.ru.1", ".SH КОД ЗАВЕРШЕНИЯ"}};
  for (const auto& pair : pages) {
    const auto& name = pair.first;
    const auto& heading = pair.second;
    CAPTURE(name);
    std::string page = bytes_of(samples::source_folder() / "assets/man" / name);
    for (size_t at = page.find("\\-"); at != std::string::npos; at = page.find("\\-", at)) page.erase(at, 1);
    for (const auto& [command, options] : options_of_commands()) {
      const size_t start = page.find(".SS canvasbook " + command + "\n");
      REQUIRE(start != std::string::npos);
      const std::string part = page.substr(start, page.find("\n.SS ", start) - start);
      for (const std::string& option : options) {
        CAPTURE(option);
        const bool common = option == "-h" || option == "--help";
        CHECK(contains(common ? page : part, option));
      }
    }
    for (const char* option : {"--lang", "--version", "-h", "--help"}) CHECK(contains(page, option));
    const size_t start = page.find(heading);
    REQUIRE(start != std::string::npos);
    const std::string codes = page.substr(start, page.find("\n.SH ", start) - start);
    for (const int code : {exit_done, exit_failed, exit_usage, exit_findings, exit_no_display, exit_no_opengl}) {
      CHECK(contains(codes, "\n.B " + std::to_string(code) + "\n"));
    }
  }
}

TEST_CASE("--version prints one line and succeeds") {
  const Outcome outcome = run({"--version"});
  CHECK(outcome.code == exit_done);
  CHECK(outcome.out.starts_with("canvasbook 0."));
  CHECK(std::ranges::count(outcome.out, '\n') == 1);
}

// --- find ------------------------------------------------------------------------------------------------------------

TEST_CASE("find prints every place of a text with its document, its section and its line") {
  for (const Language language : languages) {
    const std::string file = example_path(Language::en).string();
    const Outcome outcome = run({"find", file, "bike couriers"}, language);
    CHECK(outcome.code == exit_done);
    CHECK(outcome.err == "");
    CHECK(
        contains(outcome.out, "Coffee shop by the station › Business model canvas › Key partners: Bike couriers: 60"));
  }
}

TEST_CASE("find prints of a long line what stands around the place, and of a short one all") {
  const TemporaryFolder folder;
  const auto found = [&](const std::string& text) {
    const std::string file =
        save(samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{text})})}),
             folder.file("b.canvasbook"));
    const std::string out = run({"find", file, "word", "--as-written"}).out;
    CHECK_FALSE(find_invalid_utf8(out));
    return out.substr(out.rfind(": ") + 2);
  };
  const auto repeated = [](const std::string& part, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += part;
    return text;
  };
  const std::string accented = "и\u0301\u0323", family = "👩‍👩‍👧‍👦";
  CHECK(found("word") == "word\n");
  CHECK(found("before\n  a word b  \nbehind") == "a word b\n");
  CHECK(found(repeated("ж", 58) + "- word -" + repeated("ж", 58)) ==
        repeated("ж", 58) + "- word -" + repeated("ж", 58) + "\n");
  CHECK(found(repeated("ж", 59) + "- word -" + repeated("ж", 59)) ==
        "…" + repeated("ж", 58) + "- word -" + repeated("ж", 58) + "…\n");
  CHECK(found("a\n" + repeated("x", 1000) + " word\nb") == "…" + repeated("x", 59) + " word\n");
  CHECK(found("word " + repeated("x", 1000)) == "word " + repeated("x", 59) + "…\n");
  CHECK(without(found(repeated("🇷🇺 ", 100) + "word"), "🇷🇺 ") == "…word\n");
  for (const std::string& character : {accented, family}) {  // none is cut
    CAPTURE(character);
    for (const char* more : {"", "a", "bb", "ccc", "dddd", "eeeee", "ffffff"}) {
      std::string out = found(repeated(character, 200) + more + " word " + more + repeated(character, 200));
      CHECK(out.starts_with("…" + to_nfc(character)));
      CHECK(out.ends_with(to_nfc(character) + "…\n"));
      CHECK(without(out, to_nfc(character)) == std::string("…") + more + " word " + more + "…\n");
      CHECK(count_code_points(out) < 150);
    }
  }
}

TEST_CASE("what find prints grows with the places, not with the line that they stand in") {
  const TemporaryFolder folder;
  const auto printed = [&](size_t count) {
    std::string text;
    for (size_t i = 0; i < count; ++i) text += "word ";
    const std::string file =
        save(samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{text})})}),
             folder.file("b.canvasbook"));
    return run({"find", file, "word", "--as-written"}).out.size();
  };
  CHECK(printed(4000) > 2 * printed(1000));
  CHECK(printed(4000) < 5 * printed(1000));
}

TEST_CASE("find knows whole words, capitals and forms of words") {
  const std::string file = example_path(Language::ru).string();
  const auto lines = [&](Words options) {
    Words arguments{"find", file, "клиент"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return std::ranges::count(run(arguments).out, '\n');
  };
  const auto all = lines({});
  CHECK(lines({"--word-forms"}) == all);
  CHECK(lines({"--as-written"}) <= all);
  CHECK(lines({"--whole-word"}) > lines({"--whole-word", "--as-written"}));
  CHECK(lines({"--whole-word", "--as-written"}) < all);
  CHECK(lines({"--case"}) < all);
}

TEST_CASE("find says that nothing was found, with exit code 1, and asks for what is missing") {
  const std::string file = example_path(Language::en).string();
  for (const Language language : languages) {
    const Outcome outcome = run({"find", file, "xyzzy"}, language);
    CHECK(outcome.code == exit_failed);
    CHECK(outcome.out == "");
    CHECK(outcome.err == Catalog::of(language).text("find.nothing") + "\n");
  }
  check_usage_error({"find"});
  check_usage_error({"find", file});
  check_usage_error({"find", file, "\xFF"});
}

// --- usage errors
// ------------------------------------------------------------------------------------------------------

TEST_CASE("without a command the help goes to standard error with exit code 2") {
  for (const Language language : languages) {
    const Outcome outcome = run({}, language);
    CHECK(outcome.code == exit_usage);
    CHECK(outcome.out == "");
    CHECK(outcome.err == run({"--help"}, language).out);
  }
}

TEST_CASE("a wrong command line is exit code 2 and one sentence in the language of the messages") {
  const std::string file = example_path(Language::en).string();
  check_usage_error({"bogus"}, {"bogus"});
  check_usage_error({"--bogus"}, {"--bogus"});
  check_usage_error({"-x"}, {"-x"});
  check_usage_error({"info"});
  check_usage_error({"export", "--to", "pdf"});
  check_usage_error({"check"});
  check_usage_error({"new"});
  check_usage_error({"info", ""});
  check_usage_error({"export", file}, {"--to"});
  check_usage_error({"info", file, "second"}, {"second"});
  check_usage_error({"templates", "lean_canvas", "second"}, {"second"});
  check_usage_error({"info", file, "--force"}, {"--force"});
  check_usage_error({"check", file, "--bogus=1"}, {"--bogus"});
  check_usage_error({"find", file, "x", "--as-written", "--word-forms"}, {"--as-written", "--word-forms"});
  check_usage_error({"export", file, "--to", "docx"}, {"--to", "docx"});
  check_usage_error({"export", file, "--to", "PDF"}, {"--to", "PDF"});
  check_usage_error({"export", file, "--to", "pdf", "--page", "A5"}, {"--page", "A5"});
  check_usage_error({"export", file, "--to", "pdf", "--page", "a4"}, {"--page", "a4"});
  for (const char* date : {"2026-02-30", "21.11.2026", "2026-11-21T00:00", "0000-01-01", "today", "2026-1-1"}) {
    check_usage_error({"export", file, "--to", "pdf", "--date", date}, {"--date", date});
  }
  check_usage_error({"new", "lean_canvas", "--language", "de"}, {"--language", "de"});
  for (const Words& arguments : {Words{"--lang", "de", "templates"}, Words{"templates", "--lang=de"}}) {
    check_usage_error(arguments, {"--lang", "de"});
  }
}

TEST_CASE("a mistyped command, option, template, document or finding is told with the nearest that there is") {
  const TemporaryFolder folder;
  const std::string file = example_path(Language::en).string();
  const struct {
    Words arguments;
    int code;
    const char* name;
  } all[] = {{{"exprot", file, "--to", "pdf"}, exit_usage, "export"},
             {{"chekc"}, exit_usage, "check"},
             {{"export", file, "--to", "pdf", "--documnet", "x"}, exit_usage, "--document"},
             {{"check", file, "--speling"}, exit_usage, "--spelling"},
             {{"templates", "buisness_model_canvas"}, exit_failed, "business_model_canvas"},
             {{"new", "lean_canvsa", "-o", folder.file("a.canvasbook")}, exit_failed, "lean_canvas"},
             {{"export", file, "--to", "md", "-o", "-", "--document", "Coffe shop by the staton"},
              exit_failed,
              "Coffee shop by the station"}};
  for (const auto& typed : all) {
    CAPTURE(typed.name);
    for (const Language language : languages) {
      const Outcome outcome = run(typed.arguments, language);
      CHECK(outcome.code == typed.code);
      CHECK(contains(outcome.err, Catalog::of(language).text("usage.did_you_mean", {{"name", typed.name}})));
    }
  }
  CHECK_FALSE(contains(run({"bogus"}).err, "mean"));
  CHECK(folder.entries() == 0);
}

TEST_CASE("a mistyped command is known as one also where nothing follows it, unless a file is called so") {
  const TemporaryFolder folder;
  const Outcome mistyped = run_process({.arguments = {PROGRAM, "--lang", "en", "exprot"}, .folder = folder.path()});
  CHECK(mistyped.code == exit_usage);
  CHECK(contains(mistyped.err, "Did you mean “export”?"));
  CHECK(run_process({.arguments = {PROGRAM, "morning.canvasbook"}, .folder = folder.path()}).code == exit_failed);
}

TEST_CASE("a day that is not in the calendar is told as such") {
  const std::string file = example_path(Language::en).string();
  for (const Language language : languages) {
    const Outcome outcome = run({"export", file, "--to", "pdf", "--date", "2026-02-30"}, language);
    CHECK(outcome.code == exit_usage);
    CHECK(outcome.err == Catalog::of(language).text("usage.no_such_day", {{"detail", "2026-02-30"}}) + "\n");
  }
  CHECK(contains(run({"export", file, "--to", "pdf", "--date", "30.02.2026"}).err, "2026-11-21"));
}

TEST_CASE("a document is named by its id or its title, and told by its id where several share one") {
  const TemporaryFolder folder;
  const auto document = [](const char* id, const char* title) {
    Document made = samples::make_document_of(id, {samples::make_section(std::string("s_") + id, Prose{id})});
    made.title = title;
    return made;
  };
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(samples::make_workbook({document("a", "Книга продаж"), document("b", "Same"),
                                                document("c", "Same"), document("d", "a")}),
                        file));
  const auto print = [&](const char* name) {
    return run({"export", file, "--to", "md", "-o", "-", "--document", name});
  };
  CHECK(print("книга продаж").out == print("a").out);
  CHECK(print("a").code == exit_done);
  CHECK_FALSE(contains(print("a").out, "d\n"));
  const Outcome several = print("Same");
  CHECK(several.code == exit_usage);
  CHECK(several.err ==
        Catalog::of(Language::en).text("usage.several_documents", {{"title", "Same"}, {"ids", "b, c"}}) + "\n");
}

TEST_CASE("Markdown and plain text are searched, reviewed and counted as a workbook is") {
  const TemporaryFolder folder;
  put_bytes(folder.file("notes.md"), "# Talk\n\nOne clinet\nand another.\n");
  put_bytes(folder.file("notes.txt"), "One clinet\nand another.\n");
  for (const char* name : {"notes.md", "notes.txt"}) {
    const std::string file = folder.file(name);
    const Outcome found = run({"find", file, "another"});
    CHECK(found.code == exit_done);
    CHECK(contains(found.out, "and another."));
    CHECK(contains(run({"info", file}).out, "text"));
    CHECK(run({"check", file}).code == exit_done);
    CHECK(contains(run({"check", file, "--spelling"}).out, "clinet"));
    for (const Language language : languages) {
      const Outcome dismissed = run({"check", file, "--dismiss", "rule:item", "--reason", "why"}, language);
      CHECK(dismissed.code == exit_failed);
      CHECK(dismissed.err == Catalog::of(language).error({ErrorCode::cannot_dismiss, file, 0, 0, {}, {}}) + "\n");
    }
  }
}

TEST_CASE("a file of another kind is told by what it is, by every command that reads one") {
  const TemporaryFolder folder;
  const std::string file = folder.file("letter.canvasbook");
  put_bytes(file, "PK\x03\x04....word/document.xml");
  for (const Language language : languages) {
    const std::string sentence = Catalog::of(language).error({ErrorCode::other_file, file, 0, 0, {}, "word"}) + "\n";
    for (const Words& arguments : {Words{"info", file}, Words{"find", file, "x"}, Words{"check", file},
                                   Words{"check", file, "--spelling"}, Words{"export", file, "--to", "pdf"}}) {
      const Outcome outcome = run(arguments, language);
      CHECK(outcome.code == exit_failed);
      CHECK(outcome.err == sentence);
    }
  }
}

TEST_CASE("an option without its value is exit code 2 and a sentence that names the option") {
  const std::string file = example_path(Language::en).string();
  check_usage_error({"--lang"}, {"--lang"});
  for (const char* option : {"--to", "--output", "--document", "--page", "--date"}) {
    check_usage_error({"export", file, option}, {option});
    check_usage_error({"export", file, std::string(option) + "="}, {option});
  }
  check_usage_error({"export", file, "-o"});
  for (const char* option : {"--output", "--company", "--language"})
    check_usage_error({"new", "lean_canvas", option}, {option});
  for (const char* option : {"--dismiss", "--reason"}) check_usage_error({"check", file, option}, {option});
}

TEST_CASE("an option given twice is exit code 2") {
  const std::string file = example_path(Language::en).string();
  check_usage_error({"export", file, "--to", "pdf", "--to", "md"}, {"--to"});
  CHECK(run({"--lang=ru", "templates", "--lang=ru"}).code == exit_usage);
}

TEST_CASE("an option given twice is not said to have no value") {
  const Outcome outcome = run({"export", example_path(Language::en).string(), "--to", "pdf", "--to", "md"});
  CHECK_FALSE(contains(outcome.err, "needs a value"));
}

TEST_CASE("a flag with a value that it cannot have is exit code 2 and a sentence that names the flag") {
  check_usage_error({"templates", "--json=maybe"}, {"--json"});
}

TEST_CASE("a second command is taken for what may stand there, never passed over in silence") {
  const TemporaryFolder folder;
  const Outcome outcome = run({"new", "lean_canvas", "info", "-o", folder.file("b.canvasbook")});
  CHECK(outcome.code == exit_failed);
  CHECK(contains(outcome.err, "no template “info”"));
  check_usage_error({"info", example_path(Language::en).string(), "templates", "lean_canvas"});
  CHECK(folder.entries() == 0);
}

TEST_CASE("a file may have the name of a command") {
  const TemporaryFolder folder;
  example_in(folder, Language::en, "info");
  CHECK(run_process({.arguments = {PROGRAM, "check", "info"}, .folder = folder.path()}).code == exit_findings);
}

TEST_CASE("a file whose name begins with a dash can be named behind a double dash or with its folder") {
  const TemporaryFolder folder;
  example_in(folder, Language::en, "-x");
  CHECK(run_process({.arguments = {PROGRAM, "info", "./-x"}, .folder = folder.path()}).code == exit_done);
  CHECK(run_process({.arguments = {PROGRAM, "info", "--", "-x"}, .folder = folder.path()}).code == exit_done);
}

TEST_CASE("a value may begin with a dash") {
  const TemporaryFolder folder;
  CHECK(run({"new", "lean_canvas", "--company", "-5 °C", "-o", folder.file("b.canvasbook")}).code == exit_done);
  CHECK(load_workbook(folder.file("b.canvasbook"))->company == "-5 °C");
}

// --- bad files
// ---------------------------------------------------------------------------------------------------------

TEST_CASE("a bad file is exit code 1 and one sentence that names the file, and nothing is written") {
  const TemporaryFolder folder;
  const auto head = [](const std::string& rest) {
    return R"({"canvasbook":1,"language":"en","created":"2026-11-01","modified":"2026-11-02")" + rest + "}";
  };
  const auto sections = [&](const std::string& list) {
    return head(R"(,"documents":[{"id":"d","language":"en","title":"T","sections":[)" + list + "]}]");
  };
  const std::string prose = R"({"id":"s","kind":"prose","text":"T"})";
  const std::string example = bytes_of(example_path(Language::ru));
  const std::map<std::string, std::string> bad = {
      {"empty", ""},
      {"blank", " \n"},
      {"pdf", "%PDF-1.7\n"},
      {"zero", std::string(1000, '\0')},
      {"truncated", example.substr(0, example.size() / 2)},
      {"trailing", head("") + "}"},
      {"list", "[]"},
      {"null", "null"},
      {"other json", R"({"name":"x"})"},
      {"version text", R"({"canvasbook":"1"})"},
      {"version zero", R"({"canvasbook":0})"},
      {"newer version", R"({"canvasbook":2})"},
      {"far newer version", R"({"canvasbook":99999999999999999999})"},
      {"no language", R"({"canvasbook":1,"created":"2026-11-01","modified":"2026-11-02"})"},
      {"other language", R"({"canvasbook":1,"language":"de","created":"2026-11-01","modified":"2026-11-02"})"},
      {"bad date", R"({"canvasbook":1,"language":"en","created":"2026-11-31","modified":"2026-11-02"})"},
      {"company number", head(R"(,"company":7)")},
      {"company null", head(R"(,"company":null)")},
      {"documents object", head(R"(,"documents":{})")},
      {"document text", head(R"(,"documents":["x"])")},
      {"section number", sections("7")},
      {"page size", head(R"(,"page_size":"A5")")},
      {"field twice", head(R"(,"company":"a","company":"b")")},
      {"unknown kind", sections(R"({"id":"s","kind":"poem"})")},
      {"same id", sections(prose + "," + prose)},
      {"id of document and section", sections(R"({"id":"d","kind":"prose","text":"T"})")},
      {"bad id", sections(R"({"id":"a b","kind":"prose","text":"T"})")},
      {"outside grid",
       sections(R"({"id":"s","kind":"board","columns":2,"rows":2,"blocks":[{"id":"b","column":1,"columns":2}]})")},
      {"invalid utf-8", head(R"(,"company":"caf)"
                             "\xE9"
                             R"(")")},
      {"windows-1251", head(R"(,"company":")"
                            "\xD3\xF2\xF0\xEE"
                            R"(")")},
      {"utf-16", std::string("\xFF\xFE{\0}\0", 6)},
      {"surrogate", head(R"(,"company":")"
                         "\xED\xA0\x80"
                         R"(")")},
      {"nesting", std::string(1'000'000, '[')},
      {"nesting in unknown", head(R"(,"x":)" + std::string(1'000'000, '[') + std::string(1'000'000, ']'))}};
  std::set<std::string> before{"folder.canvasbook"};
  fs::create_directory(folder.file("folder.canvasbook"));
  for (const auto& [name, bytes] : bad) {
    put_bytes(folder.file(name + ".canvasbook"), bytes);
    before.insert(name + ".canvasbook");
  }
  for (const std::string& name : before) {
    const std::string file = folder.file(name);
    const std::string bytes = name.starts_with("folder") ? "" : bytes_of(file);
    check_failure({"info", file}, file);
    check_failure({"check", file}, file);
    check_failure({"check", file, "--dismiss", "empty_block:a", "--reason", "r"}, file);
    check_failure({"export", file, "--to", "md"}, file);
    check_failure({"export", file, "--to", "pdf", "-o", "-"}, file);
    if (!name.starts_with("folder")) CHECK((bytes_of(file) == bytes));
  }
  check_failure({"info", folder.file("missing")}, folder.file("missing"));
  check_failure({"info", folder.file("empty.canvasbook/x")}, folder.file("empty.canvasbook/x"));
  check_failure({"info", folder.file(std::string(300, 'n'))}, folder.file(std::string(300, 'n')));
  CHECK(names_in(folder.path()) == before);
}

TEST_CASE("links in a circle are reported, as a workbook and as a target") {
  const TemporaryFolder folder;
  fs::create_symlink("two", folder.file("one"));
  fs::create_symlink("one", folder.file("two"));
  check_failure({"info", folder.file("one")}, folder.file("one"));
  const std::string file = example_path(Language::en).string();
  check_failure({"export", file, "--to", "md", "-o", folder.file("one")}, folder.file("one"));
  CHECK(folder.entries() == 2);
}

TEST_CASE("a file larger than 256 MB is refused before it is read") {
  const TemporaryFolder folder;
  const std::string file = folder.file("large.canvasbook");
  put_bytes(file, "{");
  fs::resize_file(file, (256u << 20) + 1);  // sparse
  check_failure({"info", file}, file);
  CHECK(contains(run({"info", file}).err, "256"));
}

TEST_CASE("a workbook without documents can be shown and checked, and says that there is nothing to print") {
  const TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(Workbook{}, file).has_value());
  CHECK(run({"info", file}).code == exit_done);
  CHECK(run({"check", file}).code == exit_done);
  for (const char* format : {"md", "pdf"}) {
    const Outcome outcome = run({"export", file, "--to", format});
    CHECK(outcome.code == exit_failed);
    CHECK(contains(outcome.err, "nothing to print"));
  }
  CHECK(folder.entries() == 1);
}

// --- places that cannot be written
// ---------------------------------------------------------------------------------------

TEST_CASE("what may not be read or written is exit code 1, and nothing is left behind") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  const std::string secret = example_in(folder, Language::en, "secret.canvasbook");
  fs::create_directory(folder.file("closed"));
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(file, fs::perms(0644));
  fs::permissions(secret, fs::perms(0));
  fs::permissions(folder.file("closed"), fs::perms(0555));
  const std::string before = bytes_of(file);
  {
    const OrdinaryUser user;
    check_failure({"info", secret}, secret);
    const std::string target = folder.file("closed/x");
    check_failure({"export", file, "--to", "pdf", "-o", target}, folder.file("closed"));
    check_failure({"export", file, "--to", "md", "-o", folder.file("closed")}, folder.file("closed"));
    check_failure({"new", "lean_canvas", "-o", target}, folder.file("closed"));
    if (::geteuid() == 65534) {
      const std::string here = folder.path().string();  // the folder is the reason, not the file
      check_failure({"check", file, "--dismiss", "cost_without_driver:cost_tax", "--reason", "why"}, file);
      check_failure({"export", file, "--to", "pdf"}, here);
    }
  }
  fs::permissions(folder.file("closed"), fs::perms(0755));
  CHECK((bytes_of(file) == before));
  CHECK(names_in(folder.file("closed")).empty());
  CHECK(folder.entries() == 3);
}

TEST_CASE("a folder that does not exist is exit code 1") {
  const TemporaryFolder folder;
  const std::string file = example_path(Language::en).string();
  check_failure({"export", file, "--to", "md", "-o", folder.file("no/x.md")}, folder.file("no"));
  check_failure({"export", file, "--to", "md", "-o", folder.file("no/")}, folder.file("no"));
  check_failure({"new", "lean_canvas", "-o", folder.file("no/x")}, folder.file("no"));
  check_failure({"new", "lean_canvas", "-o", folder.path().string(), "--force"}, folder.path().string());
  CHECK(folder.entries() == 0);
}

TEST_CASE("a full disk is exit code 1, whether it is a target or standard output") {
  const std::string file = example_path(Language::en).string();
  check_failure({"export", file, "--to", "pdf", "-o", "/dev/full"}, "/dev/full");
  check_failure({"new", "lean_canvas", "-o", "/dev/full"}, "/dev/full");
  for (const char* format : {"pdf", "md"}) {
    const Outcome outcome = run_process({.arguments = {PROGRAM, "export", file, "--to", format, "-o", "-"},
                                         .environment = {"LANG=ru_RU.UTF-8"},
                                         .out = "/dev/full"});
    CHECK(outcome.code == exit_failed);
    check_sentence(outcome.err, Language::ru, {});
    CHECK(outcome.err.find("на диске нет места") != std::string::npos);
  }
}

TEST_CASE("no command calls it success when standard output could not be written") {
  const std::string file = example_path(Language::en).string();
  for (const Words& arguments :
       {Words{PROGRAM, "info", file}, Words{PROGRAM, "check", file}, Words{PROGRAM, "check", file, "--json"},
        Words{PROGRAM, "templates"}, Words{PROGRAM, "templates", "--json"}, Words{PROGRAM, "--help"}}) {
    const Outcome outcome =
        run_process({.arguments = arguments, .environment = {"LANG=en_GB.UTF-8"}, .out = "/dev/full"});
    CHECK(outcome.code == exit_failed);
    CHECK(contains(outcome.err, "the disk is full"));
  }
}

TEST_CASE("a closed pipe ends the program by its signal, or by exit code 1 where the signal is ignored") {
  for (const bool ignore : {false, true}) {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    ::close(ends[0]);
    const Words arguments{PROGRAM, "export", example_path(Language::en).string(), "--to", "pdf", "-o", "-"};
    const Outcome outcome = run_process({.arguments = arguments, .descriptor = ends[1], .ignore_pipe = ignore});
    ::close(ends[1]);
    CHECK(outcome.code == (ignore ? exit_failed : 128 + SIGPIPE));
  }
}

// --- the process
// -------------------------------------------------------------------------------------------------------

TEST_CASE("the program returns its exit codes, without a display and with an empty environment") {
  const TemporaryFolder folder;
  const std::string file = example_in(folder, Language::en);
  CHECK(run_program({"info", file}).code == exit_done);
  CHECK(run_program({"templates"}).code == exit_done);
  CHECK(run_program({"export", file, "--to", "pdf"}).code == exit_done);
  CHECK(run_program({"info", folder.file("missing")}).code == exit_failed);
  CHECK(run_program({"--bogus"}).code == exit_usage);
  CHECK(run_program({"bogus"}).code == exit_failed);  // taken for a workbook to open
  CHECK(run_program({}).code == exit_no_display);     // no command means the window
  CHECK(run_program({"check", file}).code == exit_findings);
}

TEST_CASE("the command line needs no graphics library") {
  const std::string libraries = output_of({"ldd", PROGRAM});
  CHECK(contains(libraries, "libc.so"));
  for (const char* name : {"libGL.", "libGLX", "libEGL", "libOpenGL"}) CHECK_FALSE(contains(libraries, name));
}

TEST_CASE("a pipe can be the workbook and the target") {
  const TemporaryFolder folder;
  const std::string pipe = folder.file("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string script = "cat \"$2\" > \"$1\" & exec \"$0\" export \"$1\" --to md -o -";
  const Outcome outcome =
      run_process({.arguments = {"sh", "-c", script, PROGRAM, pipe, example_path(Language::en).string()}});
  CHECK(outcome.code == exit_done);
  CHECK((outcome.out == run({"export", example_path(Language::en).string(), "--to", "md", "-o", "-"}).out));
  const std::string back = "\"$0\" export \"$2\" --to md -o \"$1\" 2>/dev/null & cat \"$1\"; wait $!";
  const Outcome read =
      run_process({.arguments = {"sh", "-c", back, PROGRAM, pipe, example_path(Language::en).string()}});
  CHECK(read.code == exit_done);
  CHECK((read.out == outcome.out));
}

// Runs the program with each of these arguments at once, as a shell in a folder takes them; what each printed and its
// exit code.
std::vector<Outcome> run_at_once(const Words& commands, const fs::path& folder) {
  std::string script;
  for (size_t i = 0; i < commands.size(); ++i) {
    const std::string name = std::to_string(i);
    script += "(" + commands[i] + " >" + name + ".out 2>" + name + ".err; echo $? >" + name + ".code) & ";
  }
  run_process({.arguments = {"sh", "-c", script + "wait", PROGRAM}, .folder = folder});
  std::vector<Outcome> outcomes;
  for (size_t i = 0; i < commands.size(); ++i) {
    const std::string path = (folder / std::to_string(i)).string();
    outcomes.push_back({std::stoi(bytes_of(path + ".code")), bytes_of(path + ".out"), bytes_of(path + ".err")});
  }
  return outcomes;
}

TEST_CASE("a pipe at whose other end nobody stands is told in a sentence, and never waited for without an end") {
  const TemporaryFolder folder;
  example_in(folder, Language::en);
  for (const char* pipe : {"pipe", "notes.md", "out"}) REQUIRE(::mkfifo(folder.file(pipe).c_str(), 0600) == 0);
  fs::create_symlink("pipe", folder.file("link"));
  struct Case {
    std::string arguments, pipe, told;
  };
  std::vector<Case> cases;
  for (const char* command : {"info pipe", "check pipe", "check --spelling pipe", "find pipe x", "info link",
                              "check notes.md", "export pipe --to md -o -", "export notes.md --to pdf -o x.pdf"}) {
    cases.push_back({command,
                     contains(command, "notes")  ? "notes.md"
                     : contains(command, "link") ? "link"
                                                 : "pipe",
                     "silent_pipe"});
  }
  for (const char* command : {"new lean_canvas -o out --force", "export book.canvasbook --to md -o out --force"}) {
    cases.push_back({command, "out", "unread_pipe"});
  }
  for (const Language language : languages) {
    Words commands;
    for (const Case& one : cases) {
      commands.push_back("timeout 60 \"$0\" --lang " + std::string(language_code(language)) + " " + one.arguments);
    }
    const std::vector<Outcome> outcomes = run_at_once(commands, folder.path());
    for (size_t i = 0; i < cases.size(); ++i) {
      CAPTURE(cases[i].arguments);
      CHECK(outcomes[i].code == exit_failed);
      CHECK(outcomes[i].out == "");
      CHECK(outcomes[i].err ==
            Catalog::of(language).error({ErrorCode::not_a_file, cases[i].pipe, 0, 0, {}, cases[i].told}) + "\n");
    }
  }
}

TEST_CASE("a pipe that the shell hands over is waited for until its writer ends") {
  const TemporaryFolder folder;
  example_in(folder, Language::en);
  REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  REQUIRE(longest_absence < 1500);
  const std::string slow = "(sleep 1.5; cat book.canvasbook)";
  const Words commands{
      slow + " | \"$0\" info /dev/stdin",
      slow + " | \"$0\" info /dev/fd/0",
      slow + " | \"$0\" info /proc/self/fd/0",
      slow + " | \"$0\" info /dev/fd/4 4<&0 </dev/null",
      slow + " >pipe & \"$0\" info /dev/stdin <pipe",
      "\"$0\" export book.canvasbook --to md -o /dev/fd/3 3>&1 2>/dev/null | (sleep 1.5; cat)",
  };
  const std::string file = folder.file("book.canvasbook");
  const std::string info = run({"info", file}).out;
  const std::string exported = run({"export", file, "--to", "md", "-o", "-"}).out;
  const std::vector<Outcome> outcomes = run_at_once(commands, folder.path());
  for (size_t i = 0; i < commands.size(); ++i) {
    CAPTURE(commands[i]);
    CHECK(outcomes[i].code == exit_done);
    CHECK((outcomes[i].out == (contains(commands[i], "export") ? exported : info)));
  }
}

}  // namespace canvasbook::command_line_test
