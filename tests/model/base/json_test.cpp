#include "model/base/json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "model/text/text.h"

namespace canvasbook::json_test {

namespace {

Error error_in(std::string_view text) {
  const auto parsed = parse_json(text);
  REQUIRE_FALSE(parsed);
  return parsed.error();
}

std::string nested(size_t levels, const std::string& open, const std::string& inside, const std::string& close) {
  std::string text;
  for (size_t i = 0; i < levels; ++i) text += open;
  text += inside;
  for (size_t i = 0; i < levels; ++i) text += close;
  return text;
}

// Reads one member of an object and returns the error that came of it, if any.
template <class Read>
std::optional<Error> reading_error(const char* text, Read read) {
  const auto parsed = parse_json(text);
  REQUIRE(parsed);
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  read(object);
  return errors.any() ? std::optional(errors.first()) : std::nullopt;
}

}  // namespace

TEST_CASE("JSON keeps the order of its fields and writes back in two-space indent with a final line feed") {
  const auto parsed = parse_json(R"({"z":[1,2.5,-3],"a":{"ё":"«да»\n"},"e":[],"n":null,"t":true})");
  REQUIRE(parsed);
  CHECK(json_text(*parsed) ==
        "{\n  \"z\": [\n    1,\n    2.5,\n    -3\n  ],\n  \"a\": {\n    \"ё\": \"«да»\\n\"\n  },\n  \"e\": [],\n  "
        "\"n\": null,\n"
        "  \"t\": true\n}\n");
}

TEST_CASE("a value that is no object is JSON too") {
  CHECK(parse_json("5"));
  CHECK(parse_json(" \"text\" \n"));
  CHECK(parse_json("null"));
}

TEST_CASE("a mistake in JSON is told with its line and column in characters") {
  const Error error = error_in("{\n  \"ёж\": \"ы\" 5\n}");
  CHECK(error.code == ErrorCode::not_json);
  CHECK(error.line == 2);
  CHECK(error.column == 13);
}

TEST_CASE("text that is not JSON is refused with a place") {
  for (const char* text : {"",           " ",           "\n\n",     "hello",     "{",
                           "[",          "[1,]",        "{\"a\":}", "{\"a\" 1}", "{a:1}",
                           "{'a':1}",    "[1] 2",       "{}{}",     "\"open",    "[\"line\nbreak\"]",
                           "// note\n1", "NaN",         "[1e]",     "-",         "01",
                           "\"\\x\"",    "\"\\ud800\"", "\0",       "tru",       "\xEF\xBB\xBF"}) {
    CAPTURE(text);
    const Error error = error_in(text);
    CHECK(error.code == ErrorCode::not_json);
    CHECK(error.line >= 1);
    CHECK(error.column >= 1);
  }
}

TEST_CASE("a number past what can be read is told apart from a mistake, with its place") {
  for (const char* text : {"[1,\n 1e999]", "[1,\n -1e999]"}) {
    const Error error = error_in(text);
    CHECK(error.code == ErrorCode::number_too_large);
    CHECK(error.line == 2);
    CHECK(error.column >= 2);
  }
}

TEST_CASE("a text that breaks off is reported where it ends") {
  const Error error = error_in("{\n\"a\": [1,\n2");
  CHECK(error.line == 3);
  CHECK(error.column >= 2);
}

TEST_CASE("bytes that are not UTF-8 are told apart from other mistakes and placed") {
  for (const char* bytes : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xD1"}) {
    const Error error = error_in("{\n  \"ё\": \"ab" + std::string(bytes) + "\"\n}");
    CHECK(error.code == ErrorCode::not_utf8);
    CHECK(error.line == 2);
    CHECK(error.column == 11);
  }
}

TEST_CASE("a byte order mark that an editor put at the beginning does no harm") {
  CHECK(parse_json("\xEF\xBB\xBF{\"a\": 1}"));
}

TEST_CASE("sixty-four levels are read, one more is refused with its place") {
  CHECK(parse_json(nested(64, "[", "", "]")));
  CHECK(parse_json(nested(64, "{\"a\":", "1", "}")));
  const auto objects = nested(65, "{\"a\":", "1", "}");
  for (const auto& [text, place] : {std::pair(nested(65, "[", "", "]"), nested(63, "[0]", "", "")),
                                    {objects, nested(62, "a.", "a", "")},
                                    {"{\n\"a\": " + nested(64, "[", "", "]") + "}", "a" + nested(62, "[0]", "", "")}}) {
    const Error error = error_in(text);
    CHECK(error.code == ErrorCode::nesting_too_deep);
    CHECK(error.detail == "64");
    CHECK(error.item == place);
  }
}

TEST_CASE("a million levels are refused without a crash, closed or not") {
  constexpr size_t million = 1000000;
  CHECK(error_in(nested(million, "[", "", "]")).code == ErrorCode::nesting_too_deep);
  CHECK(error_in(nested(million, "[", "", "")).code == ErrorCode::nesting_too_deep);
  CHECK(error_in(nested(million, "{\"a\":", "1", "}")).code == ErrorCode::nesting_too_deep);
  CHECK(error_in(nested(million, "[{\"a\":", "", "")).code == ErrorCode::nesting_too_deep);
}

TEST_CASE("many values beside each other are no nesting") {
  std::string text = "[";
  for (int i = 0; i < 100000; ++i) text += "[],";
  CHECK(parse_json(text + "{}]"));
}

TEST_CASE("an object that names a field twice is refused, the field named") {
  for (const char* text :
       {R"({"a":1,"a":1})", R"({"b":1,"a":1,"c":2,"a":3})", R"([{"x":{"a":1,"a":2}}])", R"({"a":1,"\u0061":2})"}) {
    CAPTURE(text);
    const Error error = error_in(text);
    CHECK(error.code == ErrorCode::duplicate_key);
    CHECK(error.detail == "a");
  }
}

TEST_CASE("the error about a field that stands twice names the object") {
  const Error error = error_in("{\n  \"documents\": [\n    {\"id\": 1, \"id\": 2}\n  ]\n}");
  CHECK(error.item == "documents[0]");
}

TEST_CASE("the same field in different objects is in order") { CHECK(parse_json(R"([{"a":1},{"a":{"a":2}}])")); }

TEST_CASE("any bytes can be parsed: they give a value or an error with a place") {
  CHECK(rc::check([] {
    const auto text = *rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                                      rc::gen::container<std::string>(rc::gen::elementOf(
                                          std::string("{}[]\",:0123456789.eE+-truefalsn \n\t\\u\xD1\x91\xFF"))));
    const auto parsed = parse_json(text);
    if (!parsed && parsed.error().code != ErrorCode::duplicate_key &&
        parsed.error().code != ErrorCode::nesting_too_deep) {
      RC_ASSERT(parsed.error().line >= 1);
      RC_ASSERT(parsed.error().column >= 1);
    }
    if (parsed) RC_ASSERT(parse_json(json_text(*parsed)).has_value());
  }));
}

TEST_CASE("a place is written as a path through the file") {
  const JsonPlace root;
  const JsonPlace documents{&root, "documents"};
  const JsonPlace first{&documents, {}, 0};
  const JsonPlace title{&first, "title"};
  CHECK(root.path() == "");
  CHECK(documents.path() == "documents");
  CHECK(first.path() == "documents[0]");
  CHECK(title.path() == "documents[0].title");
}

TEST_CASE("of several errors the first is kept") {
  JsonErrors errors;
  CHECK_FALSE(errors.any());
  const JsonPlace root;
  errors.add(ErrorCode::bad_value, JsonPlace{&root, "a"}, "1");
  errors.add(ErrorCode::wrong_type, JsonPlace{&root, "b"}, "2");
  REQUIRE(errors.any());
  CHECK(errors.first().item == "a");
  CHECK(errors.first().code == ErrorCode::bad_value);
}

TEST_CASE("a missing text reads as empty, a required one is an error") {
  CHECK_FALSE(reading_error("{}", [](JsonObject& object) { CHECK(object.text("a") == ""); }));
  for (const char* text : {"{}", R"({"a":""})"}) {
    const auto error = reading_error(text, [](JsonObject& object) { object.required_text("a"); });
    REQUIRE(error);
    CHECK(error->code == ErrorCode::missing_field);
    CHECK(error->detail == "a");
  }
}

TEST_CASE("a value of another type is an error that names the field and the expected type") {
  const auto check = [](const char* text, const char* detail, auto read) {
    CAPTURE(text);
    const auto error = reading_error(text, read);
    REQUIRE(error);
    CHECK(error->code == ErrorCode::wrong_type);
    CHECK(error->item.starts_with("a"));
    CHECK(error->detail == detail);
  };
  for (const char* text : {R"({"a":1})", R"({"a":null})", R"({"a":["x"]})", R"({"a":true})"}) {
    check(text, "text", [](JsonObject& object) { CHECK(object.text("a") == ""); });
  }
  for (const char* text : {R"({"a":"1"})", R"({"a":1.0})", R"({"a":null})", R"({"a":false})", R"({"a":1e3})"}) {
    check(text, "number", [](JsonObject& object) { CHECK(object.number("a", 7, 0, 9) == 7); });
  }
  for (const char* text : {R"({"a":"1"})", R"({"a":{}})", R"({"a":null})"}) {
    check(text, "list", [](JsonObject& object) { CHECK(object.texts("a").empty()); });
  }
  check(R"({"a":["x",1]})", "text", [](JsonObject& object) { object.texts("a"); });
}

TEST_CASE("a number outside its range is a bad value, however large") {
  for (const char* text : {R"({"a":10})", R"({"a":-1})", R"({"a":4294967296})", R"({"a":9223372036854775807})",
                           R"({"a":-9223372036854775808})", R"({"a":18446744073709551615})"}) {
    CAPTURE(text);
    const auto error = reading_error(text, [](JsonObject& object) { CHECK(object.number("a", 7, 0, 9) == 7); });
    REQUIRE(error);
    CHECK(error->code == ErrorCode::bad_value);
  }
  CHECK_FALSE(reading_error(R"({"a":9})", [](JsonObject& object) { CHECK(object.number("a", 7, 0, 9) == 9); }));
  CHECK_FALSE(reading_error(R"({})", [](JsonObject& object) { CHECK(object.number("a", 7, 0, 9) == 7); }));
}

TEST_CASE("an id is of letters, digits, underscore and point, at most 64") {
  for (const char* id : {"a", "seg_1", "A.b_9", "0", "Z"}) {
    const std::string text = "{\"id\":\"" + std::string(id) + "\"}";
    CHECK_FALSE(reading_error(text.c_str(), [&](JsonObject& object) { CHECK(object.id("id") == id); }));
  }
  const std::string longest(64, 'x');
  CHECK_FALSE(reading_error(("{\"id\":\"" + longest + "\"}").c_str(), [](JsonObject& object) { object.id("id"); }));
  for (const std::string& id : {longest + "x", std::string("a b"), std::string("a/b"), std::string("ё"),
                                std::string("a-b"), std::string("a\\u0000"), std::string("@"), std::string("[")}) {
    CAPTURE(id);
    const auto error = reading_error(("{\"id\":\"" + id + "\"}").c_str(), [](JsonObject& object) { object.id("id"); });
    REQUIRE(error);
    CHECK(error->code == ErrorCode::bad_value);
    CHECK(error->item == "id");
  }
}

TEST_CASE("fields that nobody asked for are kept in the file's order and written back") {
  const auto parsed = parse_json(R"({"z":{"deep":[1,null]},"known":"x","a":"ё\n","n":12345678901234567890})");
  REQUIRE(parsed);
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  object.text("known");
  const UnknownFields unknown = object.unknown();
  CHECK(unknown == UnknownFields{{"z", R"({"deep":[1,null]})"}, {"a", R"("ё\n")"}, {"n", "12345678901234567890"}});
  Json written = Json::object();
  put_unknown(written, unknown);
  CHECK(written.dump() == R"({"z":{"deep":[1,null]},"a":"ё\n","n":12345678901234567890})");
}

TEST_CASE("empty members are left out in writing") {
  Json object = Json::object();
  put_text(object, "a", "");
  put_texts(object, "b", {});
  CHECK(object.empty());
  put_text(object, "a", "x");
  put_texts(object, "b", {"y", ""});
  CHECK(object.dump() == R"({"a":"x","b":["y",""]})");
}

TEST_CASE("text that is not UTF-8 is written with U+FFFD instead of failing") {
  CHECK(json_text(Json("a\xFF")) == "\"a\uFFFD\"\n");
}

}  // namespace canvasbook::json_test
