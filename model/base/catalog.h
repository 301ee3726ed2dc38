// The words of the interface, of messages and of the paper, in one language; from assets/i18n/*.json.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/date.h"
#include "model/base/language.h"
#include "model/base/result.h"

namespace canvasbook {

// Names and values that replace {name} in a text.
using Arguments = std::vector<std::pair<std::string, std::string>>;

class Catalog {
 public:
  // The catalog built into the program. Loaded once, on first use; safe from any thread.
  static const Catalog& of(Language language);

  Language language() const { return language_; }
  bool has(std::string_view key) const { return texts_.contains(key); }

  // The text of a key with {name} replaced. A missing key comes back as itself (a test finds those).
  std::string text(std::string_view key, const Arguments& arguments = {}) const;

  // The form of a key that goes with a number, {count} being the number: "key.one", "key.few", "key.many" in Russian,
  // "key.one", "key.many" in English. `count` must not be negative.
  std::string count(std::string_view key, size_t count, const Arguments& arguments = {}) const;

  // The plural form that goes with a number: "one", "few" or "many".
  std::string_view plural(size_t count) const;

  // "2.5", "2,5": rounded to hundredths, with as few digits as needed. `value` must not be negative.
  std::string decimal(double value) const;

  // "21 ноября 2026 г.", "21 November 2026".
  std::string date(const Date& date) const;

  // "21.11.2026", "2026-11-21": where there is little room.
  std::string short_date(const Date& date) const;

  // The error in one sentence: what, where, what to do.
  std::string error(const Error& error) const;

  // Its detail alone, such as the system's reason.
  std::string error_detail(const Error& error) const;

  std::vector<std::string_view> keys() const;

 private:
  Language language_ = Language::en;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace canvasbook
