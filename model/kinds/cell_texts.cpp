#include "model/kinds/cell_texts.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "model/base/catalog.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::array<std::string_view, 12> yes_words{"yes", "y", "true", "да", "истина", "1",
                                                     "x",   "х", "+",    "✓",  "✔",      "☑"};
constexpr std::array<std::string_view, 9> no_words{"no", "n", "false", "нет", "ложь", "0", "-", "−", "☐"};
constexpr std::array<std::string_view, 11> signs_of_units{"₽", "$",  "€",   "£",   "%",  "руб.",
                                                          "руб", "р.", "rub", "usd", "eur"};

// What stands before or behind the digits: a sign where one may be, a unit, or nothing. Texts are long, units are not.
bool is_unit(std::string_view text, bool may_have_sign, bool& negative) {
  constexpr size_t longest = 16;
  if (text.size() > longest) return false;
  const std::string form = to_search_form(text);
  std::string_view rest = trim(form);
  for (const std::string_view sign : {"-", "−", "–", "+"}) {
    if (!may_have_sign) break;
    const bool before = rest.starts_with(sign);
    if (!before && !rest.ends_with(sign)) continue;
    negative = sign != "+";
    rest = trim(before ? rest.substr(sign.size()) : rest.substr(0, rest.size() - sign.size()));
    break;
  }
  return rest.empty() || std::ranges::find(signs_of_units, rest) != signs_of_units.end();
}

bool has_placeholder(std::string_view text) {
  const size_t open = text.find('[');
  return open != std::string_view::npos && text.find(']', open) != std::string_view::npos;
}

// The number that stands at `at`, all of it digits; nothing where there is none or it is too long.
std::optional<int> take_number(std::string_view text, size_t& at, size_t most_digits) {
  const size_t begin = at;
  int value = 0;
  while (at < text.size() && is_digit(static_cast<unsigned char>(text[at])) && at - begin < most_digits) {
    value = value * 10 + (text[at++] - '0');
  }
  return at == begin ? std::nullopt : std::optional(value);
}

constexpr size_t longest_date = 64;  // bytes; texts are long, dates are not
constexpr int months_of_year = 12;

// Those of both languages, a language after the other, in the search form; Russian ones as they stand behind a day.
const std::vector<std::string>& month_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Language language : {Language::ru, Language::en}) {
      for (int month = 1; month <= months_of_year; ++month) {
        all.push_back(to_search_form(Catalog::of(language).text("date.month." + std::to_string(month))));
      }
    }
    return all;
  }();
  return names;
}

struct DateParts {
  std::optional<int> year;
  int month = 0;
  int day = 0;
};

// The month of a name, also of its beginning ("Mar", «сент») and of a Russian one by itself («март», «май»); 0: none.
int month_of(std::string_view name) {
  if (count_code_points(name) < 3) return 0;
  const auto is_name = [&](std::string_view known) {
    if (known.starts_with(name)) return true;
    constexpr size_t ending = std::string_view("я").size();
    const std::string_view stem = known.substr(0, known.size() - ending);
    return name.starts_with(stem) && (name.substr(stem.size()) == "ь" || name.substr(stem.size()) == "й");
  };
  const auto found = std::ranges::find_if(month_names(), is_name);
  if (found == month_names().end()) return 0;
  return static_cast<int>(found - month_names().begin()) % months_of_year + 1;
}

// A year of two or four digits.
std::optional<int> take_year(std::string_view text, size_t& at) {
  const size_t begin = at;
  const auto year = take_number(text, at, 4);
  if (!year || (at - begin != 2 && at - begin != 4)) return std::nullopt;
  return at - begin == 2 ? *year + 2000 : *year;
}

// "22.11.2026", "22/11/26", "22.11.", "22.11".
std::optional<DateParts> in_numbers(std::string_view text) {
  size_t at = 0;
  const auto day = take_number(text, at, 2);
  if (!day || at >= text.size() || (text[at] != '.' && text[at] != '/')) return std::nullopt;
  const char mark = text[at++];
  const auto month = take_number(text, at, 2);
  if (!month) return std::nullopt;
  DateParts parts{std::nullopt, *month, *day};
  if (at < text.size() && text[at++] != mark) return std::nullopt;
  if (at == text.size()) return parts;
  parts.year = take_year(text, at);
  return parts.year && at == text.size() ? std::optional(parts) : std::nullopt;
}

// "22 november 2026", "nov. 22nd, 2026", «22 ноября 2026 г.», «22 ноября».
std::optional<DateParts> with_month_name(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; (at = text.find_first_not_of(" ,.", at)) != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(" ,.", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  if (!words.empty() && (words.back() == "г" || words.back() == "года")) words.pop_back();
  if (words.size() != 2 && words.size() != 3) return std::nullopt;
  const bool day_is_first = month_of(words[0]) == 0;
  const std::string_view day_word = words[day_is_first ? 0 : 1];
  DateParts parts{std::nullopt, month_of(words[day_is_first ? 1 : 0]), 0};
  size_t at = 0;
  const auto day = take_number(day_word, at, 2);
  constexpr std::array<std::string_view, 6> endings{"", "st", "nd", "rd", "th", "-го"};
  if (parts.month == 0 || !day || std::ranges::find(endings, day_word.substr(at)) == endings.end()) return std::nullopt;
  parts.day = *day;
  if (words.size() == 2) return parts;
  at = 0;
  parts.year = take_year(words[2], at);
  return parts.year && at == words[2].size() ? std::optional(parts) : std::nullopt;
}

// The first such day from today on: 29 February may be years ahead.
std::optional<Date> next_such_day(const DateParts& parts, const Date& today) {
  constexpr int longest_wait = 8;  // years
  const auto in_order = [](const Date& date) { return std::tie(date.year, date.month, date.day); };
  for (int year = today.year; year <= today.year + longest_wait; ++year) {
    const auto date = read_date(write_date({year, parts.month, parts.day}));
    if (date && in_order(*date) >= in_order(today)) return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
  constexpr std::string_view all_digits = "0123456789";
  const size_t first = text.find_first_of(all_digits);
  if (first == std::string_view::npos) return std::nullopt;
  const size_t last = text.find_last_of(all_digits);
  bool negative = false;
  bool no_sign = false;
  if (!is_unit(text.substr(0, first), true, negative) || !is_unit(text.substr(last + 1), false, no_sign)) {
    return std::nullopt;
  }
  const std::string_view bare = text.substr(first, last + 1 - first);
  std::string digits;
  bool has_point = false;
  for (size_t at = 0; at < bare.size();) {
    const char32_t character = next_code_point(bare, at);
    const bool is_blank = character == ' ' || character == 0xA0 || character == 0x2009 || character == 0x202F;
    if (is_digit(character)) {
      digits += static_cast<char>(character);
    } else if ((character == ',' || character == '.') && !has_point) {
      has_point = true;
      digits += '.';
    } else if (!is_blank) {
      return std::nullopt;
    }
  }
  double value = 0;
  double part = 0;
  for (const char digit : digits) {  // strtod would read by the point of the locale
    if (digit == '.') {
      part = 1;
      continue;
    }
    value = value * 10 + (digit - '0');
    if (part > 0) part *= 10;
  }
  if (part > 0) value /= part;
  return negative ? -value : value;
}

std::optional<double> read_money(std::string_view text) {
  static constexpr size_t group = 3;
  const auto stands_between_thousands = [&](size_t comma) {
    if (comma == 0 || !is_digit(static_cast<unsigned char>(text[comma - 1]))) return false;
    size_t digits = 0;
    while (comma + 1 + digits < text.size() && is_digit(static_cast<unsigned char>(text[comma + 1 + digits]))) ++digits;
    return digits == group;
  };
  std::string without;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ',' || !stands_between_thousands(at)) without += text[at];
  }
  return read_number(without);
}

std::optional<double> number_in(ColumnType type, std::string_view text) {
  return type == ColumnType::money ? read_money(text) : read_number(text);
}

std::string_view currency_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> signs{{{"₽", "₽"},
                                                                                {"$", "$"},
                                                                                {"€", "€"},
                                                                                {"£", "£"},
                                                                                {"руб", "₽"},
                                                                                {"р.", "₽"},
                                                                                {"rub", "₽"},
                                                                                {"usd", "$"},
                                                                                {"eur", "€"}}};
  const std::string form = to_search_form(text);
  const auto found = std::ranges::find_if(signs, [&](const auto& sign) { return form.find(sign.first) != form.npos; });
  return found == signs.end() ? std::string_view() : found->second;
}

std::optional<Date> read_typed_date(std::string_view text, const std::optional<Date>& today) {
  if (text.size() > longest_date) return std::nullopt;
  if (const auto date = read_date(trim(text))) return date;
  const std::string form = to_search_form(text);
  auto parts = in_numbers(trim(form));
  if (!parts) parts = with_month_name(form);
  if (!parts) return std::nullopt;
  if (parts->year) return read_date(write_date({*parts->year, parts->month, parts->day}));
  return today ? next_such_day(*parts, *today) : std::nullopt;
}

bool suits(ColumnType type, std::string_view text) {
  if (trim(text).empty() || has_placeholder(text)) return true;
  switch (type) {
    case ColumnType::number:
    case ColumnType::money:
    case ColumnType::percent:
      return number_in(type, text).has_value();
    case ColumnType::date:
      return read_date(text).has_value();
    case ColumnType::check:
      return text == checked_cell;
    case ColumnType::text:
    case ColumnType::choice:
    case ColumnType::touchpoint:
      break;
  }
  return true;
}

std::string kept_cell(ColumnType type, std::string text, const std::optional<Date>& today) {
  if (type == ColumnType::date) {
    if (const auto date = read_typed_date(text, today)) return write_date(*date);
  }
  if (type == ColumnType::check) {
    const std::string word = to_search_form(trim(text));
    if (std::ranges::find(yes_words, word) != yes_words.end()) return std::string(checked_cell);
    if (std::ranges::find(no_words, word) != no_words.end()) return {};
  }
  return text;
}

}  // namespace canvasbook
