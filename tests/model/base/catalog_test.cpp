#include "model/base/catalog.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "model/base/missing_text.h"
#include "model/review/review.h"
#include "model/text/text.h"
#include "tests/samples.h"

namespace canvasbook::catalog_test {

namespace {

const Catalog& english() { return Catalog::of(Language::en); }
const Catalog& russian() { return Catalog::of(Language::ru); }

std::string bytes_of_catalog(Language language) {
  return samples::bytes_of(samples::source_folder() / "assets/i18n" / (std::string(language_code(language)) + ".json"));
}

std::set<std::string> keys_of(const Catalog& catalog) {
  const auto keys = catalog.keys();
  return {keys.begin(), keys.end()};
}

std::set<std::string> placeholders_in(const std::string& text) {
  static const std::regex placeholder(R"(\{([^}]*)\})");
  std::set<std::string> names;
  for (std::sregex_iterator match(text.begin(), text.end(), placeholder), end; match != end; ++match)
    names.insert((*match)[1]);
  return names;
}

std::vector<ErrorCode> all_error_codes() {
  std::vector<ErrorCode> codes;
  for (int i = 0; *error_name(static_cast<ErrorCode>(i)) != '\0'; ++i) codes.push_back(static_cast<ErrorCode>(i));
  return codes;
}

// The texts between quotation marks in a C++ source, without comments and #include lines.
std::vector<std::string> literals_in(const std::string& source) {
  std::vector<std::string> literals;
  for (size_t at = 0; at < source.size(); ++at) {
    if (source.compare(at, 2, "//") == 0 || source.compare(at, 8, "#include") == 0) {
      at = std::min(source.find('\n', at), source.size());
    } else if (source.compare(at, 2, "/*") == 0) {
      at = std::min(source.find("*/", at), source.size());
    } else if (source.compare(at, 3, "R\"(") == 0) {
      at = std::min(source.find(")\"", at), source.size());
    } else if (source[at] == '\'' && (at == 0 || std::isdigit(static_cast<unsigned char>(source[at - 1])) == 0)) {
      at += at + 1 < source.size() && source[at + 1] == '\\' ? 2 : 1;
      at = std::min(source.find('\'', at), source.size());
    } else if (source[at] == '"') {
      std::string literal;
      for (++at; at < source.size() && source[at] != '"'; ++at) {
        if (source[at] == '\\') ++at;
        literal += source[at];
      }
      literals.push_back(literal);
    }
  }
  return literals;
}

std::set<std::string> literals_of_sources() {
  std::set<std::string> literals;
  for (const auto& path : samples::sources_in({"model", "export", "editor"})) {
    for (std::string& literal : literals_in(samples::bytes_of(path))) literals.insert(std::move(literal));
  }
  return literals;
}

std::string without_plural(const std::string& key) {
  for (const char* form : {".one", ".few", ".many"}) {
    if (key.ends_with(form)) return key.substr(0, key.rfind('.'));
  }
  return key;
}

// Keys whose last part is known at run time only, and where that part comes from.
bool built_at_run_time(const std::string& key, const std::set<std::string>& literals) {
  const size_t point = key.rfind('.');
  if (point == std::string::npos) return false;
  const std::string prefix = key.substr(0, point + 1);
  const std::string last = key.substr(point + 1);
  if (key.starts_with("finding.")) {
    const std::string rule = key.substr(8, point - 8);
    const auto names = rule_names();
    return literals.contains("." + last) && std::ranges::find(names, rule) != names.end();
  }
  if (!literals.contains(prefix)) return false;
  const bool number = last.find_first_not_of("0123456789") == std::string::npos;
  return number || literals.contains(last);
}

}  // namespace

TEST_CASE("no part of a catalog has a key twice, of which one text would be lost") {
  using nlohmann::json;
  for (const Language language : {Language::ru, Language::en}) {
    std::vector<std::set<std::string>> keys;  // of the objects that are open
    const auto look = [&](int, json::parse_event_t event, json& value) {
      if (event == json::parse_event_t::object_start) keys.emplace_back();
      if (event == json::parse_event_t::object_end) keys.pop_back();
      if (event != json::parse_event_t::key) return true;
      CAPTURE(value.get<std::string>());
      CHECK(keys.back().insert(value.get<std::string>()).second);
      return true;
    };
    CHECK_FALSE(json::parse(bytes_of_catalog(language), look).is_discarded());
  }
}

TEST_CASE("both languages have the same keys; Russian has one more plural form") {
  const auto in_english = keys_of(english());
  std::set<std::string> in_russian = keys_of(russian());
  CHECK(in_english.size() > 100);
  for (const std::string& key : in_english) {
    if (!key.ends_with(".many")) continue;
    const std::string few = key.substr(0, key.size() - 4) + "few";
    CAPTURE(few);
    CHECK(in_english.contains(key.substr(0, key.size() - 4) + "one"));
    CHECK(in_russian.erase(few) == 1);
  }
  for (const std::string& key : in_english) {
    CAPTURE(key);
    CHECK(in_russian.contains(key));
  }
  for (const std::string& key : in_russian) {
    CAPTURE(key);
    CHECK(in_english.contains(key));
  }
}

TEST_CASE("a text has the same {places} in both languages and in all plural forms") {
  for (const std::string& key : keys_of(russian())) {
    CAPTURE(key);
    const std::string counterpart = key.ends_with(".few") ? key.substr(0, key.size() - 3) + "many" : key;
    CHECK(placeholders_in(russian().text(key)) == placeholders_in(english().text(counterpart)));
  }
}

TEST_CASE("every text is written, in normal form C and without white space at its ends") {
  for (const Catalog* catalog : {&english(), &russian()}) {
    for (const std::string& key : keys_of(*catalog)) {
      CAPTURE(key);
      const std::string text = catalog->text(key);
      CHECK_FALSE(text.empty());
      CHECK(to_nfc(text) == text);
      CHECK(trim(text) == text);
    }
  }
}

TEST_CASE("every Russian text but names and sizes is Russian") {
  for (const std::string& key : keys_of(russian())) {
    if (!english().has(key) || key == "export.markdown") continue;  // the form for few; a name
    const std::string text = russian().text(key);
    if (text == english().text(key) && placeholders_in(text).empty())
      FAIL_CHECK(key << " is the same in both languages: " << text);
  }
}

TEST_CASE("every error has a text in both languages and every text of an error has an error") {
  const auto codes = all_error_codes();
  CHECK(codes.size() >= 21);
  std::set<std::string> keys;
  for (const ErrorCode code : codes) {
    keys.insert(std::string("error.") + error_name(code));
    CHECK(english().has(*keys.rbegin()));
  }
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK(english().has(key));
    CHECK(russian().has(key));
  }
  for (const std::string& key : keys_of(english())) {
    if (!key.starts_with("error.")) continue;
    CAPTURE(key);
    CHECK(keys.contains(key));
  }
}

TEST_CASE("every error is worded in one sentence in which no {place} is left open") {
  for (const Catalog* catalog : {&english(), &russian()}) {
    for (const ErrorCode code : all_error_codes()) {
      const std::string detail = code == ErrorCode::wrong_type         ? "text"
                                 : code == ErrorCode::other_file       ? "picture"
                                 : code == ErrorCode::not_a_file       ? "pipe"
                                 : code == ErrorCode::nothing_for_form ? "wall"
                                 : code == ErrorCode::would_lose       ? "owner,links"
                                 : code == ErrorCode::has_lost         ? "group,access_list"
                                                                       : "2";
      const std::string text = catalog->error({code, "book.canvasbook", 3, 14, {}, detail});
      CAPTURE(text);
      CHECK(text.starts_with("book.canvasbook, "));
      CHECK(text.find('{') == std::string::npos);
      CHECK(text.find("error.") == std::string::npos);
      CHECK((text.ends_with(".") || text.ends_with("!")));
    }
  }
}

TEST_CASE("an error names what is known of the place: file, line and column, or the item") {
  CHECK(english()
            .error({ErrorCode::not_json, "a.canvasbook", 3, 14, {}, {}})
            .starts_with("a.canvasbook, line 3, column 14: "));
  CHECK(russian()
            .error({ErrorCode::not_json, "a.canvasbook", 3, 14, {}, {}})
            .starts_with("a.canvasbook, строка 3, столбец 14: "));
  CHECK(english().error({ErrorCode::wrong_type, "a", 0, 0, "documents[0].title", "text"}) ==
        "a, documents[0].title: a text is expected here.");
  CHECK(english().error({ErrorCode::wrong_type, "", 0, 0, "documents[0].title", "list"}) ==
        "documents[0].title: a list is expected here.");
  CHECK(english().error({ErrorCode::is_directory, "folder", 0, 0, {}, {}}).starts_with("folder: this is a folder"));
  CHECK(english().error({ErrorCode::unknown_template, "", 0, 0, {}, "x"}).starts_with("There is no template “x”"));
}

TEST_CASE("a reason of the system is worded in the language, a rare one in the system's words") {
  CHECK(english().error({ErrorCode::cannot_write, "f", 0, 0, {}, "28"}).find("the disk is full") != std::string::npos);
  CHECK(russian().error({ErrorCode::cannot_open, "f", 0, 0, {}, "13"}).find("13") == std::string::npos);
  CHECK(english().error({ErrorCode::cannot_open, "f", 0, 0, {}, "24"}).find("(24)") == std::string::npos);
}

TEST_CASE("a text that the user typed is not searched for {places}") {
  CHECK(english().text("quote", {{"text", "{text} {count}"}}) == "“{text} {count}”");
}

TEST_CASE("an argument that is missing leaves its {place} to be seen, a missing key shows itself and is told") {
  CHECK(english().text("quote") == "“{text}”");
  static std::string told;
  const auto before = on_missing_text([](std::string_view key) { told = key; });
  CHECK(english().text("no.such.key") == "no.such.key");
  on_missing_text(before);
  CHECK(told == "no.such.key");
  CHECK((before != nullptr));  // in every other test it fails
  CHECK_FALSE(english().has("no.such.key"));
}

TEST_CASE("Russian numbers take one of three forms, English ones one of two") {
  for (const size_t number : {1u, 21u, 31u, 101u, 121u, 1001u, 1000021u}) CHECK(russian().plural(number) == "one");
  for (const size_t number : {2u, 3u, 4u, 22u, 23u, 24u, 104u, 1002u}) CHECK(russian().plural(number) == "few");
  for (const size_t number :
       {0u, 5u, 9u, 10u, 11u, 12u, 13u, 14u, 15u, 19u, 20u, 25u, 30u, 100u, 111u, 112u, 114u, 211u, 1011u}) {
    CHECK(russian().plural(number) == "many");
  }
  CHECK(english().plural(1) == "one");
  for (const size_t number : {0u, 2u, 11u, 21u, 101u}) CHECK(english().plural(number) == "many");
}

TEST_CASE("a number is counted in words") {
  CHECK(russian().count("info.notes", 1) == "1 заметка");
  CHECK(russian().count("info.notes", 3) == "3 заметки");
  CHECK(russian().count("info.notes", 11) == "11 заметок");
  CHECK(russian().count("info.notes", 21) == "21 заметка");
  CHECK(english().count("info.notes", 1) == "1 note");
  CHECK(english().count("info.notes", 0) == "0 notes");
  CHECK(english().count("paper.more", 2, {{"page", "7"}}) == "2 more notes: p. 7");
}

TEST_CASE("a decimal number has the sign of the language and as few digits as it needs, two at most") {
  CHECK(english().decimal(2.5) == "2.5");
  CHECK(Catalog::of(Language::ru).decimal(2.5) == "2,5");
  CHECK(english().decimal(3) == "3");
  CHECK(english().decimal(0) == "0");
  CHECK(english().decimal(0.1 + 0.2) == "0.3");
  CHECK(english().decimal(0.25) == "0.25");
  CHECK(english().decimal(7.0 / 3) == "2.33");
  CHECK(english().decimal(1.999) == "2");
}

TEST_CASE("a date is written as the language writes it") {
  CHECK(russian().date({2026, 11, 21}) == "21 ноября 2026 г.");
  CHECK(english().date({2026, 11, 21}) == "21 November 2026");
  CHECK(russian().short_date({2026, 5, 1}) == "01.05.2026");
  CHECK(english().short_date({2026, 11, 21}) == "2026-11-21");
  CHECK(russian().date({2026, 5, 1}) == "1 мая 2026 г.");
}

TEST_CASE("a catalog is of the language it was asked for") {
  CHECK(english().language() == Language::en);
  CHECK(russian().language() == Language::ru);
  CHECK(english().text("quote", {{"text", "a"}}) == "“a”");
  CHECK(russian().text("quote", {{"text", "a"}}) == "«a»");
}

TEST_CASE("the catalogs in the program are the files in assets") {
  for (const Catalog* catalog : {&english(), &russian()}) {
    const auto file = nlohmann::json::parse(bytes_of_catalog(catalog->language())).flatten();
    CHECK(file.size() == catalog->keys().size());
    for (const auto& [pointer, text] : file.items()) {
      std::string key = pointer.substr(1);
      std::ranges::replace(key, '/', '.');
      CAPTURE(key);
      CHECK(catalog->text(key) == text.get<std::string>());
    }
  }
}

TEST_CASE("literals are told from comments, characters and included files") {
  const std::string source =
      "#include \"no.h\"\n// \"no\"\n/* \"no\" */ f(\"a.b\", '\"', '\\'', 1'000, \"c\\\"d\"); // it's\ng(\"e\");";
  CHECK(literals_in(source) == std::vector<std::string>{"a.b", "c\"d", "e"});
}

TEST_CASE("every key that the sources name exists") {
  const auto keys = keys_of(english());
  std::set<std::string> sections;
  std::set<std::string> known;
  for (const std::string& key : keys) {
    sections.insert(key.substr(0, key.find('.')));
    known.insert(key);
    known.insert(without_plural(key));
  }
  static const std::regex key_shape(R"([a-z_]+(\.[a-z0-9_]+)+)");
  static const std::regex prefix_shape(R"([a-z_]+(\.[a-z0-9_]+)*\.)");
  static const std::regex lookup(R"rx(catalog_?\.(text|count)\(\s*"([^"]+)")rx");
  const auto starts_a_key = [&](const std::string& prefix) {
    return std::ranges::any_of(keys, [&](const std::string& key) { return key.starts_with(prefix); });
  };
  for (const auto& path : samples::sources_in({"model", "export", "editor"})) {
    CAPTURE(path.string());
    const std::string source = samples::bytes_of(path);
    for (const std::string& literal : literals_in(source)) {
      if (!sections.contains(literal.substr(0, literal.find('.')))) continue;
      CAPTURE(literal);
      if (std::regex_match(literal, key_shape)) CHECK(known.contains(literal));
      if (std::regex_match(literal, prefix_shape)) CHECK(starts_a_key(literal));
    }
    for (std::sregex_iterator match(source.begin(), source.end(), lookup), end; match != end; ++match) {
      const std::string key = (*match)[2];
      CAPTURE(key);
      CHECK((known.contains(key) || (key.ends_with('.') && starts_a_key(key))));
    }
  }
}

TEST_CASE("every key of the catalogs is used in the sources") {
  const auto literals = literals_of_sources();
  for (const std::string& key : keys_of(english())) {
    CAPTURE(key);
    CHECK((literals.contains(key) || literals.contains(without_plural(key)) || built_at_run_time(key, literals)));
  }
}

}  // namespace canvasbook::catalog_test
