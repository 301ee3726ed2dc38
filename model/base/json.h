// The gate to nlohmann/json: strict parsing, and reading objects field by field with errors that name the place.
// Included by files whose name ends in _json.cpp and by nothing else.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "model/base/unknown_fields.h"

namespace canvasbook {

using Json = nlohmann::ordered_json;

// Parses JSON text. A number that the library would write in another way, such as 1.10 or one of thirty digits, becomes
// a value of the binary type, which no JSON text makes otherwise: its bytes are the number as it came. Refuses what is
// not JSON, malformed UTF-8, nesting over 64 levels and objects that name a key twice.
// Errors: not_json, not_utf8 and number_too_large with line and column; nesting_too_deep and duplicate_key with the
// item's path.
Result<Json> parse_json(std::string_view text);

// The text of a value as files hold it: two-space indent, characters unescaped, a final line feed.
std::string json_text(const Json& value);

// The same on one line, without blanks between the values and without a line feed.
std::string json_line(const Json& value);

// What the library makes of a number that was kept as it came; any other value is itself.
Json as_number(const Json& value);

// The place of a value inside a file, as a chain of the places that hold it.
struct JsonPlace {
  const JsonPlace* parent = nullptr;
  std::string_view key;  // of an object's member
  int index = -1;        // of an array's element

  std::string path() const;  // "documents[0].title"
};

// The first error of a reading; later ones do not replace it.
class JsonErrors {
 public:
  void add(ErrorCode code, const JsonPlace& place, std::string detail);
  bool any() const { return first_.has_value(); }
  const Error& first() const { return *first_; }

 private:
  std::optional<Error> first_;
};

// Reads the members of an object. Each member is asked for once; `unknown` gives those that nobody asked for.
// A member that is not as it is asked for adds an error with its path and reads as empty: wrong_type, missing_field,
// bad_value.
class JsonObject {
 public:
  JsonObject(const Json& value, const JsonPlace& place, JsonErrors& errors);

  std::string text(std::string_view key);  // empty where the member is missing
  std::string required_text(std::string_view key);
  std::string id(std::string_view key);  // required; letters, digits, "_" and ".", at most 64
  int number(std::string_view key, int fallback, int least, int most);
  double decimal(std::string_view key, double fallback, double least, double most);  // of whole tenths
  std::vector<std::string> texts(std::string_view key);
  const Json* member(std::string_view key);  // nullptr where the member is missing

  // Calls read(const Json& element, const JsonPlace& place) for each element of an array member.
  template <class Read>
  void each(std::string_view key, Read read) {
    const Json* array = array_member(key);
    if (array == nullptr) return;
    const JsonPlace list{&place_, key};
    for (size_t i = 0; i < array->size() && !errors_.any(); ++i) {
      read((*array)[i], JsonPlace{&list, {}, static_cast<int>(i)});
    }
  }

  UnknownFields unknown() const;
  const JsonPlace& place() const { return place_; }
  void fail(ErrorCode code, std::string_view key, std::string detail);

 private:
  const Json* array_member(std::string_view key);

  const Json* object_ = nullptr;
  const JsonPlace& place_;
  JsonErrors& errors_;
  std::vector<std::string_view> asked_;
};

// Writing: a member is left out where it is empty. A whole number is written without a point.
void put_decimal(Json& object, const char* key, double value);
void put_text(Json& object, const char* key, const std::string& value);
void put_texts(Json& object, const char* key, const std::vector<std::string>& values);
void put_unknown(Json& object, const UnknownFields& unknown);

}  // namespace canvasbook
