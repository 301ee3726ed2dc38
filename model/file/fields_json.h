// Described kinds (fields.h) in files: reading, writing, and checking that no id stands twice.
#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/base/json.h"
#include "model/kinds/field_visitors.h"

namespace canvasbook {

// Reads a described value from an object; errors name the place.
class FieldReader {
 public:
  FieldReader(JsonObject& object, JsonErrors& errors, std::unordered_set<std::string>* siblings = nullptr)
      : object_(object), errors_(errors), siblings_(siblings) {}

  void id(std::string_view key, std::string& value) { value = object_.id(key); }
  void link(std::string_view key, std::string& value) { value = object_.text(key); }
  void text(std::string_view key, std::string& value) { value = object_.text(key); }
  void markdown(std::string_view key, std::string& value) { value = object_.text(key); }
  void code(std::string_view key, std::string& value) { value = object_.text(key); }
  void number(std::string_view key, int& value, int fallback, int least, int most) {
    value = object_.number(key, fallback, least, most);
  }
  void decimal(std::string_view key, double& value, double fallback, double least, double most) {
    value = object_.decimal(key, fallback, least, most);
  }
  void local_id(std::string_view key, std::string& value);
  void flag(std::string_view key, bool& value);
  void texts(std::string_view key, std::vector<std::string>& value) { value = object_.texts(key); }
  void cells(std::string_view key, std::map<std::string, std::string>& value);
  void unknown(UnknownFields& value) { value = object_.unknown(); }

  template <class Enum>
  void choice(std::string_view key, Enum& value, std::span<const std::string_view> names) {
    const std::string name = object_.text(key);
    if (name.empty()) return;
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return object_.fail(ErrorCode::bad_value, key, name);
    value = static_cast<Enum>(found - names.begin());
  }

  template <class T>
  void list(std::string_view key, std::vector<T>& values) {
    std::unordered_set<std::string> siblings;
    object_.each(key, [&](const Json& element, const JsonPlace& place) {
      JsonObject inner(element, place, errors_);
      FieldReader reader(inner, errors_, &siblings);
      describe(reader, values.emplace_back());
    });
  }
  template <class T>
  void local_list(std::string_view key, std::vector<T>& values) {
    list(key, values);
  }

 private:
  JsonObject& object_;
  JsonErrors& errors_;
  std::unordered_set<std::string>* siblings_;  // the local ids of the list so far
};

// Writes a described value into an object; what is empty or as it is by default is left out.
class FieldWriter {
 public:
  explicit FieldWriter(Json& object) : object_(object) {}

  void id(const char* key, const std::string& value) { object_[key] = value; }
  void link(const char* key, const std::string& value) { put_text(object_, key, value); }
  void text(const char* key, const std::string& value) { put_text(object_, key, value); }
  void markdown(const char* key, const std::string& value) { put_text(object_, key, value); }
  void code(const char* key, const std::string& value) { put_text(object_, key, value); }
  void local_id(const char* key, const std::string& value) { object_[key] = value; }
  void number(const char* key, int value, int fallback, int, int) {
    if (value != fallback) object_[key] = value;
  }
  void decimal(const char* key, double value, double fallback, double, double) {
    if (value != fallback) put_decimal(object_, key, value);
  }
  void flag(const char* key, bool value) {
    if (value) object_[key] = true;
  }
  void texts(const char* key, const std::vector<std::string>& value) { put_texts(object_, key, value); }
  void cells(const char* key, const std::map<std::string, std::string>& value) {
    Json::object_t cells;
    for (const auto& [column, text] : value) {
      if (!text.empty()) cells.push_back({column, text});  // not operator[], which searches all earlier ones
    }
    if (!cells.empty()) object_[key] = std::move(cells);
  }
  void unknown(const UnknownFields& value) { put_unknown(object_, value); }

  template <class Enum>
  void choice(const char* key, Enum value, std::span<const std::string_view> names) {
    if (value != Enum{}) object_[key] = names[static_cast<size_t>(value)];
  }

  template <class T>
  void list(const char* key, const std::vector<T>& values) {
    for (const T& value : values) {
      Json inner = Json::object();
      FieldWriter writer(inner);
      describe(writer, value);
      object_[key].push_back(std::move(inner));
    }
  }
  template <class T>
  void local_list(const char* key, const std::vector<T>& values) {
    list(key, values);
  }

 private:
  Json& object_;
};

// Adds an error for each id that was seen before, in the whole workbook.
class IdChecker : public FieldVisitor<IdChecker> {
 public:
  IdChecker(std::unordered_set<std::string_view>& seen, const JsonPlace& place, JsonErrors& errors)
      : seen_(seen), place_(place), errors_(errors) {}

  void id(std::string_view, const std::string& value) {
    if (!seen_.insert(value).second) errors_.add(ErrorCode::duplicate_id, place_, value);
  }

  template <class T>
  void list(std::string_view key, const std::vector<T>& values) {
    const JsonPlace list{&place_, key};
    for (size_t i = 0; i < values.size(); ++i) {
      const JsonPlace place{&list, {}, static_cast<int>(i)};
      IdChecker inner(seen_, place, errors_);
      describe(inner, values[i]);
    }
  }

 private:
  std::unordered_set<std::string_view>& seen_;
  const JsonPlace& place_;
  JsonErrors& errors_;
};

}  // namespace canvasbook
