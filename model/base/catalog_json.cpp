#include "model/base/catalog.h"

#include <atomic>
#include <cmath>
#include <span>

#include "model/base/embedded_file.h"
#include "model/base/json.h"
#include "model/base/missing_text.h"
#include "model/text/text.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_catalogs();

namespace {

std::atomic<MissingTextListener> missing_text_listener = nullptr;

void flatten(const Json& value, const std::string& prefix, std::map<std::string, std::string, std::less<>>& texts) {
  for (const auto& [name, member] : value.items()) {
    const std::string key = prefix.empty() ? name : prefix + "." + name;
    if (member.is_object()) {
      flatten(member, key, texts);
    } else {
      texts.emplace(key, member.get<std::string>());
    }
  }
}

std::string replace_arguments(std::string_view text, const Arguments& arguments) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const size_t open = text.find('{', at);
    const size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return result.append(text.substr(at));
    result.append(text.substr(at, open - at));
    const auto name = text.substr(open + 1, close - open - 1);
    const auto found = std::ranges::find(arguments, name, &Arguments::value_type::first);
    result.append(found == arguments.end() ? text.substr(open, close - open + 1) : std::string_view(found->second));
    at = close + 1;
  }
  return result;
}

// Whether the detail is an error number of the system.
bool is_of_system(ErrorCode code) {
  return code == ErrorCode::cannot_open || code == ErrorCode::cannot_write || code == ErrorCode::folder_refuses ||
         code == ErrorCode::not_confirmed || code == ErrorCode::cannot_print;
}

// "a,b" as the texts of the keys prefix + "a" and prefix + "b".
std::string list_of(const Catalog& catalog, const std::string& prefix, const std::string& names) {
  std::string list;
  for (size_t at = 0; at <= names.size();) {
    const size_t end = std::min(names.find(',', at), names.size());
    list += (list.empty() ? "" : ", ") + catalog.text(prefix + names.substr(at, end - at));
    at = end + 1;
  }
  return list;
}

}  // namespace

const Catalog& Catalog::of(Language language) {
  const auto load = [](Language wanted) {
    Catalog catalog;
    catalog.language_ = wanted;
    const auto parsed = parse_json(embedded_bytes(embedded_catalogs(), std::string(language_code(wanted)) + ".json"));
    assert(parsed && "a catalog is part of the program: the tests parse it");
    if (parsed) flatten(*parsed, "", catalog.texts_);
    return catalog;
  };
  if (language == Language::ru) {
    static const Catalog russian = load(Language::ru);
    return russian;
  }
  static const Catalog english = load(Language::en);
  return english;
}

MissingTextListener on_missing_text(MissingTextListener listener) { return missing_text_listener.exchange(listener); }

std::string Catalog::text(std::string_view key, const Arguments& arguments) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) {
    if (const auto listener = missing_text_listener.load()) listener(key);
    return std::string(key);
  }
  return replace_arguments(found->second, arguments);
}

// Unicode CLDR plural rules for whole numbers.
std::string_view Catalog::plural(size_t count) const {
  if (language_ == Language::en) return count == 1 ? "one" : "many";
  const size_t tens = count % 100;
  const size_t ones = count % 10;
  if (ones == 1 && tens != 11) return "one";
  if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)) return "few";
  return "many";
}

std::string Catalog::count(std::string_view key, size_t count, const Arguments& arguments) const {
  Arguments all = arguments;
  all.emplace_back("count", std::to_string(count));
  return text(std::string(key).append(".").append(plural(count)), all);
}

std::string Catalog::decimal(double value) const {
  const auto hundredths = std::llround(value * 100);
  std::string digits = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return digits;
  digits += text("decimal_sign") + std::to_string(hundredths % 100 + 100).substr(1);
  if (digits.ends_with('0')) digits.pop_back();
  return digits;
}

std::string Catalog::date(const Date& date) const {
  return text("date.form", {{"day", std::to_string(date.day)},
                            {"month", text("date.month." + std::to_string(date.month))},
                            {"year", std::to_string(date.year)}});
}

std::string Catalog::short_date(const Date& date) const {
  const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return text("date.short",
              {{"day", two_digits(date.day)}, {"month", two_digits(date.month)}, {"year", std::to_string(date.year)}});
}

std::string Catalog::error_detail(const Error& error) const {
  if (error.code == ErrorCode::wrong_type) return text("type." + error.detail);
  if (error.code == ErrorCode::other_file) return text("file_kind." + error.detail);
  if (error.code == ErrorCode::nothing_for_form) return text("form_lacks." + error.detail);
  if (error.code == ErrorCode::not_a_file) return text("not_a_file." + error.detail);
  if (error.code == ErrorCode::would_lose || error.code == ErrorCode::has_lost)
    return list_of(*this, "loss.", error.detail);
  if (!is_of_system(error.code)) return error.detail;
  // The C library words system errors in English alone.
  const std::string key = "system." + error.detail;
  return has(key) ? text(key) : text("system.other", {{"number", error.detail}});
}

std::string Catalog::error(const Error& error) const {
  Arguments arguments{{"detail", error_detail(error)}, {"item", error.item}};
  std::string place = error.file;
  if (error.line > 0) {
    if (!place.empty()) place += ", ";
    place += text("place.line", {{"line", std::to_string(error.line)}, {"column", std::to_string(error.column)}});
  } else if (!error.item.empty()) {
    if (!place.empty()) place += ", ";
    place += text("place.item", {{"item", error.item}});
  }
  const std::string sentence = text(std::string("error.") + error_name(error.code), arguments);
  return place.empty() ? with_capital(sentence) : place + ": " + sentence;
}

std::vector<std::string_view> Catalog::keys() const {
  std::vector<std::string_view> result;
  result.reserve(texts_.size());
  for (const auto& entry : texts_) result.push_back(entry.first);
  return result;
}

}  // namespace canvasbook
