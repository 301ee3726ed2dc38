#include "export/text/hanging_words.h"

#include <algorithm>

namespace canvasbook {

namespace {

constexpr std::string_view hanging_words[] = {"а",  "в",  "и",  "к",  "о",  "с",  "у",  "я",  "во", "до", "за",
                                              "из", "ко", "на", "не", "ни", "но", "об", "от", "по", "со", "А",
                                              "В",  "И",  "К",  "О",  "С",  "У",  "Я",  "Во", "До", "За", "Из",
                                              "Ко", "На", "Не", "Ни", "Но", "Об", "От", "По", "Со"};

}  // namespace

bool is_hanging_word(std::string_view word) {
  return std::ranges::find(hanging_words, word) != std::ranges::end(hanging_words);
}

}  // namespace canvasbook
