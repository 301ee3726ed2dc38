#include "editor/items/check_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "editor/items/controls.h"

namespace canvasbook {

namespace {

constexpr float number_mark = 34;  // logical pixels
constexpr size_t most_failed = 4;  // that are named

struct MarkLetters {
  std::u32string_view letters;
  int mark;
};
constexpr std::array mark_letters{MarkLetters{U"yYдД", mark_yes}, MarkLetters{U"nNнН", mark_no},
                                  MarkLetters{U"pPчЧ", mark_partly}};

bool is_number(ItemScale scale, int mark) { return has_points(scale) && mark != mark_not_applicable; }

std::string label_of(const Catalog& words, ItemScale scale, int mark) {
  if (mark == mark_not_applicable) return words.text("items.mark_not_applicable");
  return mark_words(scale, mark, words);
}

// Places the marks one after another, in lines; calls use(mark, offset, width). Returns the height.
template <class Use>
float place_marks(const App& app, ItemScale scale, float width, Use use) {
  const Theme& theme = app.theme;
  float x = 0;
  float y = 0;
  for (const int mark : marks_of(scale)) {
    const float whole = is_number(scale, mark) ? theme.px(number_mark)
                                               : chip_width(theme, label_of(app.catalog(), scale, mark), icons::check);
    const float room = std::min(whole, width);
    if (x > 0 && x + room > width) {
      x = 0;
      y += theme.px(chip_height + chip_gap);
    }
    use(mark, ImVec2{x, y}, room);
    x += room + theme.px(chip_gap);
  }
  return y + theme.px(chip_height);
}

// The failed items, as many as can be named.
std::string names_of_failed(const Catalog& words, const Checklist& checklist, const Score& total) {
  std::string names;
  const size_t named = std::min(total.failed.size(), most_failed);
  for (size_t i = 0; i < named; ++i) {
    names += (i == 0 ? "" : ", ") + number_of_check(checklist, total.failed[i]);
    const CheckItem* item = find_check(checklist, total.failed[i]);
    if (item != nullptr && !item->text.empty()) names += " " + words.text("quote", {{"text", item->text}});
  }
  if (total.failed.size() > named) names += " " + words.count("items.and_more", total.failed.size() - named);
  return names;
}

}  // namespace

float height_of_mark_chips(const App& app, ItemScale scale, float width) {
  return place_marks(app, scale, width, [](int, ImVec2, float) {});
}

float width_of_mark_chips(const App& app, ItemScale scale) {
  float width = 0;
  place_marks(app, scale, std::numeric_limits<float>::max(),
              [&](int, ImVec2 offset, float room) { width = offset.x + room; });
  return width;
}

std::optional<int> mark_chips(App& app, const std::string& key, ItemScale scale, int now, ImVec2 at, float width,
                              bool enabled) {
  std::optional<int> pressed;
  place_marks(app, scale, width, [&](int mark, ImVec2 offset, float room) {
    const bool chosen = now == mark;
    const ChipStyle style = chosen ? ChipStyle::chosen : ChipStyle::bare;
    const char32_t sign = is_number(scale, mark) ? char32_t{0} : chosen ? icons::check : icons::unmarked;
    if (chip(app, key + "/mark/" + std::to_string(mark), label_of(app.catalog(), scale, mark),
             {at.x + offset.x, at.y + offset.y}, room, style, sign, false, enabled)) {
      pressed = chosen ? not_marked : mark;
    }
  });
  return pressed;
}

std::optional<int> mark_of_digit(ItemScale scale, int digit) {
  const std::vector<int> marks = marks_of(scale);
  constexpr size_t tenth = 9;
  const size_t place = digit > 0 ? static_cast<size_t>(digit) - 1 : marks.size() > tenth ? tenth : marks.size() - 1;
  return place < marks.size() ? std::optional(marks[place]) : std::nullopt;
}

bool may_become_ten(ItemScale scale, int mark) { return mark == 1 && largest_points(scale) == 10; }

std::optional<int> mark_of_letter(ItemScale scale, char32_t letter) {
  if (!is_yes_or_no(scale)) return std::nullopt;
  for (const MarkLetters& entry : mark_letters) {
    if (entry.letters.find(letter) == std::u32string_view::npos || !is_mark_of(scale, entry.mark)) continue;
    return entry.mark;
  }
  return std::nullopt;
}

std::optional<int> typed_mark(InputQueue& input, ItemScale scale) {
  for (const MarkLetters& entry : mark_letters) {
    for (const char32_t letter : entry.letters) {
      const auto mark = mark_of_letter(scale, letter);
      if (mark && input.take_text(letter)) return mark;
    }
  }
  return std::nullopt;
}

std::string percent_of(const Catalog& words, const Score& score) {
  if (score.marked() == 0) return {};
  const auto part = score.part();
  if (!part) return words.text("items.no_score");
  return words.text("items.percent", {{"count", std::to_string(std::lround(*part * 100))}});
}

std::string verdict_of(const Catalog& words, const Checklist& checklist, const Score& total) {
  if (!total.failed.empty()) {
    return words.text("items.failed", {{"items", names_of_failed(words, checklist, total)}});
  }
  if (total.marked() == 0) return words.text("items.trial_hint");
  if (total.unmarked > 0) return words.count("items.unmarked", static_cast<size_t>(total.unmarked));
  return words.text(total.part() ? "items.passed" : "items.nothing_applies");
}

}  // namespace canvasbook
