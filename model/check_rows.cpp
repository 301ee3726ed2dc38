#include "model/check_rows.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "model/kinds/checklist_cells.h"
#include "model/kinds/checklist_marks.h"
#include "model/kinds/checklist_scales.h"
#include "model/like_names.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Words of a cell in small letters with nothing between: "Yes / No" is "yesno".
std::string letters_of(std::string_view cell) {
  const std::string form = to_search_form(cell);
  std::string letters;
  for (size_t at = 0; at < form.size();) {
    const char32_t character = next_code_point(form, at);
    if (is_word_character(character)) append_utf8(letters, character);
  }
  return letters;
}

struct ScaleName {
  std::string_view letters;
  Scale scale;
};

constexpr auto scale_words = std::to_array<ScaleName>({
    {"yesno", Scale::yes_no},
    {"yesnona", Scale::yes_no},
    {"yn", Scale::yes_no},
    {"checkbox", Scale::yes_no},
    {"boolean", Scale::yes_no},
    {"passfail", Scale::yes_no},
    {"данет", Scale::yes_no},
    {"данетнп", Scale::yes_no},
    {"данетнеприменимо", Scale::yes_no},
    {"флажок", Scale::yes_no},
    {"yesnopartly", Scale::yes_no_partly},
    {"yespartlyno", Scale::yes_no_partly},
    {"yesnopartial", Scale::yes_no_partly},
    {"данетнесовсем", Scale::yes_no_partly},
    {"данесовсемнет", Scale::yes_no_partly},
    {"данетчастично", Scale::yes_no_partly},
    {"дачастичнонет", Scale::yes_no_partly},
    {"5", Scale::points_5},
    {"15", Scale::points_5},
    {"7", Scale::points_7},
    {"17", Scale::points_7},
    {"10", Scale::points_10},
    {"110", Scale::points_10},
});

// What is written down and not judged.
constexpr auto written_types = std::to_array<std::string_view>(
    {"text",   "shorttext", "longtext", "paragraph", "numeric",  "number", "date", "time",      "datetime",
     "photo",  "media",     "image",    "address",   "location", "person", "name", "signature", "текст",
     "строка", "число",     "дата",     "время",     "фото",     "адрес",  "имя",  "подпись",   "фио"});

constexpr auto list_types =
    std::to_array<std::string_view>({"dropdown", "list", "choice", "multiplechoice", "select", "список", "выбор"});

constexpr auto words_of_points = std::to_array<std::string_view>(
    {"points", "point", "score", "scale", "rating", "stars", "баллов", "балла", "баллы", "шкала", "оценка"});

bool is_among(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Without "points" and the like around the figures.
std::string_view without_points(std::string_view letters) {
  for (const std::string_view word : words_of_points) {
    if (letters.starts_with(word)) letters.remove_prefix(word.size());
    if (letters.ends_with(word)) letters.remove_suffix(word.size());
  }
  return letters;
}

std::optional<Scale> scale_called(std::string_view letters) {
  const std::string_view figures = without_points(letters);
  const auto found = std::ranges::find_if(
      scale_words, [&](const ScaleName& one) { return one.letters == letters || one.letters == figures; });
  if (found == scale_words.end()) return std::nullopt;
  return found->scale;
}

// "100", "0": points that a level can give.
std::optional<int> read_points(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 3 || !std::ranges::all_of(text, [](char one) { return is_digit(one); })) {
    return std::nullopt;
  }
  const int points = std::stoi(std::string(text));
  return points > most_level_points ? std::nullopt : std::optional(points);
}

// "Great:100|Okay:50|Poor:0" without ids, whose title "Great 100 · Okay 50 · Poor 0" says it all; nothing for a text
// that is no such scale.
std::optional<OwnScale> read_levels(std::string_view text) {
  OwnScale scale;
  while (!text.empty()) {
    const size_t end = std::min(text.find('|'), text.size());
    const std::string_view level = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t colon = level.rfind(':');
    const auto points = colon == level.npos ? std::nullopt : read_points(level.substr(colon + 1));
    if (!points) return std::nullopt;
    const std::string_view words = trim(level.substr(0, colon));
    scale.levels.push_back({{}, to_one_line(words), *points});
    scale.title += (scale.title.empty() ? "" : " · ") + scale.levels.back().words + " " + std::to_string(*points);
  }
  if (fault_of_scale(scale) != ScaleFault::none) return std::nullopt;
  return scale;
}

// The id of the scale in the list, which it joins if it is new there.
std::string id_of_scale(Checklist& list, OwnScale scale, IdSource& fresh) {
  const auto there = std::ranges::find(list.scales, scale.title, &OwnScale::title);
  if (there != list.scales.end()) return there->id;
  scale.id = fresh.next();
  for (ScaleLevel& level : scale.levels) level.id = fresh.next();
  list.scales.push_back(std::move(scale));
  return list.scales.back().id;
}

// The cell without the word for a list before its levels.
std::string_view levels_in(std::string_view cell) {
  const size_t end = cell.find_first_of(" \n\t");
  const bool is_named = end != cell.npos && is_among(list_types, letters_of(cell.substr(0, end)));
  return is_named ? trim(cell.substr(end)) : cell;
}

std::optional<CheckRowProblem> take_scale(Checklist& list, CheckItem& item, const std::string& cell, IdSource& fresh) {
  if (cell.empty()) return std::nullopt;
  if (cell.find('|') != std::string::npos) {
    auto scale = read_levels(levels_in(cell));
    if (!scale) return CheckRowProblem{CheckRowFault::bad_levels, cell};
    item.own_scale = id_of_scale(list, std::move(*scale), fresh);
    return std::nullopt;
  }
  const std::string letters = letters_of(cell);
  if (const auto scale = scale_called(letters)) {
    item.scale = *scale;
  } else if (is_among(written_types, letters)) {
    item.weight = 0;
    if (item.evidence.empty()) item.evidence = to_one_line(cell);
  } else if (is_among(list_types, letters)) {
    return CheckRowProblem{CheckRowFault::bad_levels, cell};
  } else {
    return CheckRowProblem{CheckRowFault::unknown_scale, cell};
  }
  return std::nullopt;
}

std::optional<bool> read_flag(std::string_view cell) {
  constexpr auto yes = std::to_array<std::string_view>(
      {"yes", "y", "true", "1", "x", "critical", "да", "д", "истина", "х", "критично", "критичный"});
  constexpr auto no = std::to_array<std::string_view>({"no", "n", "false", "0", "нет", "н", "ложь"});
  const std::string letters = letters_of(cell);
  if (cell == "+" || cell == "✓" || cell == "✔" || is_among(yes, letters)) return true;
  if (letters.empty() || is_among(no, letters)) return false;
  return std::nullopt;
}

CheckGroup& group_for(Checklist& list, const std::string& name, IdSource& fresh) {
  const bool goes_on =
      !list.groups.empty() && (name.empty() || same_saying(list.groups.back().title) == same_saying(name));
  if (!goes_on) {
    CheckGroup& group = list.groups.emplace_back();
    group.id = fresh.next();
    group.title = name;
  }
  return list.groups.back();
}

}  // namespace

std::optional<CheckRowProblem> add_check_row(Checklist& list, const CheckRow& row, IdSource& fresh) {
  const bool is_group = row.check.empty() && row.requirement.empty();
  if (is_group && row.group.empty()) return std::nullopt;
  CheckGroup& group = group_for(list, row.group, fresh);
  if (is_group) return std::nullopt;
  if (row.check.empty() && !group.items.empty()) {
    group.items.back().requirement += "\n" + row.requirement;
    return std::nullopt;
  }
  CheckItem item;
  item.id = fresh.next();
  item.text = row.check;
  item.requirement = row.requirement;
  item.evidence = row.evidence;
  std::optional<CheckRowProblem> problem = take_scale(list, item, row.scale, fresh);
  const auto weight = row.weight.empty() ? std::optional(item.weight) : read_weight(row.weight);
  if (weight) item.weight = *weight;
  if (!weight && !problem) problem = {CheckRowFault::bad_weight, row.weight};
  const auto critical = read_flag(row.critical);
  item.critical = critical.value_or(false);
  if (!critical && !problem) problem = {CheckRowFault::bad_critical, row.critical};
  group.items.push_back(std::move(item));
  return problem;
}

}  // namespace canvasbook
