#include "model/base/json.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t deepest_nesting = 64;

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json kept_as_it_came(std::string_view number) {
  return Json::binary(Json::binary_t::container_type(number.begin(), number.end()));
}

std::string as_it_came(const Json& kept) { return {kept.get_binary().begin(), kept.get_binary().end()}; }

bool has_kept_number(const Json& value) {
  if (!value.is_structured()) return value.is_binary();
  return std::any_of(value.begin(), value.end(), has_kept_number);
}

// As the library writes a value, but with the numbers that were kept. `indent` is put in front of each line; without
// one all stands on one line.
void write_value(const Json& value, const std::optional<std::string>& indent, std::string& out) {
  if (value.is_binary()) {
    out += as_it_came(value);
    return;
  }
  if (!value.is_structured() || value.empty()) {
    out += dumped(value);
    return;
  }
  const bool is_object = value.is_object();
  const auto inner = indent ? std::optional(*indent + "  ") : std::nullopt;
  out += is_object ? '{' : '[';
  bool is_first = true;
  for (const auto& [key, element] : value.items()) {
    if (!std::exchange(is_first, false)) out += ',';
    if (inner) out += "\n" + *inner;
    if (is_object) out += dumped(key) + (inner ? ": " : ":");
    write_value(element, inner, out);
  }
  if (indent) out += "\n" + *indent;
  out += is_object ? '}' : ']';
}

// Builds the value while the library parses, so that hostile nesting is refused before it exists: a value nested a
// million levels deep would overflow the stack when it is destroyed.
class Builder : public nlohmann::json_sax<Json> {
 public:
  std::optional<Error> error;
  std::optional<size_t> error_offset;
  Json root;

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  // Of the negative ones, among which -0 counts.
  bool number_integer(number_integer_t value) override { return value == 0 ? put(kept_as_it_came("-0")) : put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t& text) override {
    Json number = value;
    return dumped(number) == text ? put(std::move(number)) : put(kept_as_it_came(text));
  }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    auto& members = *open_.back()->get_ptr<Json::object_t*>();
    // push_back and not operator[]: that one searches all earlier keys
    members.push_back({std::move(value), Json()});
    return true;
  }

  bool end_object() override {
    std::vector<std::string_view> keys;
    for (const auto& member : *open_.back()->get_ptr<Json::object_t*>()) keys.push_back(member.first);
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice != keys.end()) {
      error = Error{ErrorCode::duplicate_key, {}, 0, 0, path(), std::string(*twice)};
      return false;
    }
    return close();
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& exception) override {
    constexpr int number_out_of_range = 406;  // as the library numbers it
    const bool is_too_large = exception.id == number_out_of_range;
    error = Error{is_too_large ? ErrorCode::number_too_large : ErrorCode::not_json, {}, 0, 0, {}, {}};
    error_offset = position > 0 ? position - 1 : 0;
    return false;
  }

 private:
  template <class Value>
  bool put(Value&& value) {
    place() = std::forward<Value>(value);
    return true;
  }

  Json& place() {
    if (open_.empty()) return root;
    if (auto* members = open_.back()->get_ptr<Json::object_t*>()) return members->back().second;
    auto& elements = *open_.back()->get_ptr<Json::array_t*>();
    elements.emplace_back();
    return elements.back();
  }

  bool open(Json empty) {
    if (open_.size() == deepest_nesting) {
      error = Error{ErrorCode::nesting_too_deep, {}, 0, 0, path(), std::to_string(deepest_nesting)};
      return false;
    }
    Json& opened = place();
    opened = std::move(empty);
    open_.push_back(&opened);
    return true;
  }

  // Where the innermost open value stands.
  std::string path() const {
    std::string result;
    for (size_t i = 0; i + 1 < open_.size(); ++i) {
      if (const auto* members = open_[i]->get_ptr<const Json::object_t*>()) {
        result += (result.empty() ? "" : ".") + members->back().first;
      } else {
        result += "[" + std::to_string(open_[i]->size() - 1) + "]";
      }
    }
    return result;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<Json*> open_;
};

}  // namespace

Result<Json> parse_json(std::string_view text) {
  Builder builder;
  const bool parsed = Json::sax_parse(text, &builder);
  if (parsed) return std::move(builder.root);
  Error error = builder.error.value_or(Error{ErrorCode::not_json, {}, 0, 0, {}, {}});
  if (builder.error_offset) {
    if (const auto invalid = find_invalid_utf8(text); invalid && *invalid <= *builder.error_offset) {
      error.code = ErrorCode::not_utf8;
      builder.error_offset = invalid;
    }
    const TextPosition position = position_of(text, *builder.error_offset);
    error.line = position.line;
    error.column = position.column;
  }
  return error;
}

std::string json_text(const Json& value) {
  if (!has_kept_number(value)) return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  std::string text;
  write_value(value, std::string(), text);
  return text + "\n";
}

std::string json_line(const Json& value) {
  if (!has_kept_number(value)) return dumped(value);
  std::string text;
  write_value(value, std::nullopt, text);
  return text;
}

Json as_number(const Json& value) { return value.is_binary() ? Json::parse(as_it_came(value)) : value; }

std::string JsonPlace::path() const {
  std::string result = parent ? parent->path() : "";
  if (index >= 0) return result + "[" + std::to_string(index) + "]";
  if (!result.empty() && !key.empty()) result += ".";
  return result.append(key);
}

void JsonErrors::add(ErrorCode code, const JsonPlace& place, std::string detail) {
  if (!first_) first_ = Error{code, {}, 0, 0, place.path(), std::move(detail)};
}

JsonObject::JsonObject(const Json& value, const JsonPlace& place, JsonErrors& errors) : place_(place), errors_(errors) {
  static const Json nothing = Json::object();
  if (!value.is_object()) errors_.add(ErrorCode::wrong_type, place_, "object");
  object_ = value.is_object() ? &value : &nothing;
}

const Json* JsonObject::member(std::string_view key) {
  asked_.push_back(key);
  for (const auto& [name, value] : object_->items()) {
    if (name == key) return &value;
  }
  return nullptr;
}

std::string JsonObject::text(std::string_view key) {
  const Json* value = member(key);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    fail(ErrorCode::wrong_type, key, "text");
    return {};
  }
  return *value->get_ptr<const std::string*>();
}

std::string JsonObject::required_text(std::string_view key) {
  std::string value = text(key);
  if (value.empty()) errors_.add(ErrorCode::missing_field, place_, std::string(key));
  return value;
}

std::string JsonObject::id(std::string_view key) {
  constexpr size_t longest = 64;
  std::string value = required_text(key);
  const bool fits = value.size() <= longest && std::ranges::all_of(value, [](char c) {
                      return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '.';
                    });
  if (!fits) fail(ErrorCode::bad_value, key, value);
  return value;
}

int JsonObject::number(std::string_view key, int fallback, int least, int most) {
  const Json* found = member(key);
  if (found == nullptr) return fallback;
  const Json value = as_number(*found);
  if (!value.is_number_integer()) {
    fail(ErrorCode::wrong_type, key, "number");
    return fallback;
  }
  const bool huge = value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(most);
  const auto number = huge ? 0 : value.get<std::int64_t>();
  if (huge || number < least || number > most) {
    fail(ErrorCode::bad_value, key, value.dump());
    return fallback;
  }
  return static_cast<int>(number);
}

double JsonObject::decimal(std::string_view key, double fallback, double least, double most) {
  const Json* found = member(key);
  if (found == nullptr) return fallback;
  const Json value = as_number(*found);
  if (!value.is_number()) {
    fail(ErrorCode::wrong_type, key, "decimal");
    return fallback;
  }
  const auto number = value.get<double>();
  const double tenths = std::round(number * 10);
  if (number < least || number > most || tenths / 10 != number) {
    fail(ErrorCode::bad_value, key, value.dump());
    return fallback;
  }
  return tenths / 10 + 0.0;  // no -0
}

const Json* JsonObject::array_member(std::string_view key) {
  const Json* value = member(key);
  if (value != nullptr && !value->is_array()) {
    fail(ErrorCode::wrong_type, key, "list");
    return nullptr;
  }
  return value;
}

std::vector<std::string> JsonObject::texts(std::string_view key) {
  std::vector<std::string> result;
  each(key, [&](const Json& element, const JsonPlace& place) {
    if (const auto* value = element.get_ptr<const std::string*>()) {
      result.push_back(*value);
    } else {
      errors_.add(ErrorCode::wrong_type, place, "text");
    }
  });
  return result;
}

UnknownFields JsonObject::unknown() const {
  UnknownFields result;
  for (const auto& [name, value] : object_->items()) {
    if (std::ranges::find(asked_, name) == asked_.end()) result.emplace_back(name, json_line(value));
  }
  return result;
}

void JsonObject::fail(ErrorCode code, std::string_view key, std::string detail) {
  errors_.add(code, JsonPlace{&place_, key}, std::move(detail));
}

void put_decimal(Json& object, const char* key, double value) {
  const auto whole = static_cast<std::int64_t>(value);
  if (static_cast<double>(whole) == value) {
    object[key] = whole;
  } else {
    object[key] = value;
  }
}

void put_text(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

void put_texts(Json& object, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) object[key] = values;
}

void put_unknown(Json& object, const UnknownFields& unknown) {
  if (unknown.empty()) return;
  if (object.is_null()) object = Json::object();
  auto& members = *object.get_ptr<Json::object_t*>();
  std::unordered_set<std::string> known;
  for (const auto& member : members) known.insert(member.first);
  for (const auto& [name, value] : unknown) {
    auto parsed = parse_json(value);
    // push_back and not operator[]: that one searches all earlier keys
    if (parsed && known.insert(name).second) members.push_back({name, std::move(*parsed)});
  }
}

}  // namespace canvasbook
