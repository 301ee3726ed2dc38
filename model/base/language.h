// The two languages of the interface, the templates and the paper.
#pragma once

#include <optional>
#include <string_view>

namespace canvasbook {

enum class Language { ru, en };

// "ru" or "en".
constexpr std::string_view language_code(Language language) { return language == Language::ru ? "ru" : "en"; }

// The language of a code; nothing for any other text.
constexpr std::optional<Language> language_of(std::string_view code) {
  if (code == "ru") return Language::ru;
  if (code == "en") return Language::en;
  return std::nullopt;
}

}  // namespace canvasbook
