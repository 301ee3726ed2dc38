#include "model/visit_answers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "model/kinds/checklist_score.h"
#include "model/kinds/visits.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

template <class Value>
struct AnswerWord {
  std::string_view word;  // in search form
  Value value;
};

constexpr auto yes_or_no = std::to_array<AnswerWord<int>>({
    {"да", mark_yes},          {"д", mark_yes},      {"+", mark_yes},         {"✓", mark_yes},
    {"✔", mark_yes},           {"☑", mark_yes},      {"x", mark_yes},         {"х", mark_yes},  // the Cyrillic letter
    {"yes", mark_yes},         {"y", mark_yes},      {"true", mark_yes},      {"истина", mark_yes},
    {"1", mark_yes},           {"100%", mark_yes},   {"100 %", mark_yes},     {"не совсем", mark_partly},
    {"частично", mark_partly}, {"ч", mark_partly},   {"partly", mark_partly}, {"partially", mark_partly},
    {"partial", mark_partly},  {"p", mark_partly},   {"~", mark_partly},      {"±", mark_partly},
    {"0.5", mark_partly},      {"0,5", mark_partly}, {"50%", mark_partly},    {"50 %", mark_partly},
    {"нет", mark_no},          {"н", mark_no},       {"no", mark_no},         {"n", mark_no},
    {"false", mark_no},        {"ложь", mark_no},    {"0", mark_no},          {"0%", mark_no},
    {"0 %", mark_no},
});

constexpr auto not_applicable =
    std::to_array<std::string_view>({"н/п", "нп", "н/д", "неприменимо", "не применимо", "не применяется", "n/a", "na",
                                     "not applicable", "-", "–", "—"});

constexpr auto column_words = std::to_array<AnswerWord<VisitColumn>>({
    {"visit", VisitColumn::visit},
    {"visit id", VisitColumn::visit},
    {"визит", VisitColumn::visit},
    {"номер визита", VisitColumn::visit},
    {"place", VisitColumn::place},
    {"where", VisitColumn::place},
    {"shop", VisitColumn::place},
    {"store", VisitColumn::place},
    {"branch", VisitColumn::place},
    {"location", VisitColumn::place},
    {"где", VisitColumn::place},
    {"место", VisitColumn::place},
    {"точка", VisitColumn::place},
    {"магазин", VisitColumn::place},
    {"филиал", VisitColumn::place},
    {"адрес", VisitColumn::place},
    {"shopper", VisitColumn::shopper},
    {"mystery shopper", VisitColumn::shopper},
    {"checked by", VisitColumn::shopper},
    {"checker", VisitColumn::shopper},
    {"who", VisitColumn::shopper},
    {"кто проверял", VisitColumn::shopper},
    {"кто проверил", VisitColumn::shopper},
    {"проверил", VisitColumn::shopper},
    {"проверяющий", VisitColumn::shopper},
    {"тайный покупатель", VisitColumn::shopper},
    {"кто", VisitColumn::shopper},
    {"date", VisitColumn::date},
    {"day", VisitColumn::date},
    {"дата", VisitColumn::date},
    {"дата визита", VisitColumn::date},
    {"день", VisitColumn::date},
    {"time", VisitColumn::time},
    {"время", VisitColumn::time},
    {"item", VisitColumn::item},
    {"question", VisitColumn::item},
    {"пункт", VisitColumn::item},
    {"вопрос", VisitColumn::item},
    {"answer", VisitColumn::answer},
    {"mark", VisitColumn::answer},
    {"ответ", VisitColumn::answer},
    {"отметка", VisitColumn::answer},
    {"оценка", VisitColumn::answer},
    {"comment", VisitColumn::comment},
    {"comments", VisitColumn::comment},
    {"note", VisitColumn::comment},
    {"комментарий", VisitColumn::comment},
    {"комментарии", VisitColumn::comment},
    {"примечание", VisitColumn::comment},
    {"proof", VisitColumn::proof},
    {"evidence", VisitColumn::proof},
    {"подтверждение", VisitColumn::proof},
    {"section", VisitColumn::section},
    {"раздел", VisitColumn::section},
    {"score", VisitColumn::score},
    {"результат", VisitColumn::score},
});

// The lines of an empty check list that a visit's head answers.
constexpr const char* head_titles[] = {"navigator.new_check_place", "navigator.new_check_date",
                                       "navigator.new_check_checker"};

std::string answer_form(std::string_view text) { return to_search_form(to_one_line(trim(text))); }

template <class Words>
auto value_of(const Words& words, std::string_view form) {
  const auto known = std::ranges::find_if(words, [&](const auto& one) { return one.word == form; });
  return known == words.end() ? std::nullopt : std::optional(known->value);
}

// "4", "4.0", "4,0": whole points.
std::optional<int> read_points(std::string_view text) {
  for (const std::string_view end : {".0", ",0"}) {
    if (text.size() > end.size() && text.ends_with(end)) text.remove_suffix(end.size());
  }
  int points = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), points);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return points;
}

// The levels with these words.
std::vector<int> levels_said(const OwnScale& scale, std::string_view form) {
  std::vector<int> found;
  for (const int mark : marks_of(ItemScale(scale))) {
    if (mark >= 0 && answer_form(scale.levels[static_cast<size_t>(mark)].words) == form) found.push_back(mark);
  }
  return found;
}

// The levels with these points: "50", "50,0", "50 %".
std::vector<int> levels_with_points(const OwnScale& scale, std::string_view form) {
  if (form.ends_with('%')) form = trim(form.substr(0, form.size() - 1));
  const auto points = read_points(form);
  std::vector<int> found;
  for (const int mark : marks_of(ItemScale(scale))) {
    if (mark >= 0 && points && points == points_of(scale, mark)) found.push_back(mark);
  }
  return found;
}

bool is_not_applicable(std::string_view form) {
  return std::ranges::find(not_applicable, form) != not_applicable.end();
}

// What an answer says on an own scale: several levels where it is not clear which.
std::vector<int> marks_said(const OwnScale& scale, std::string_view form) {
  std::vector<int> said = levels_said(scale, form);
  if (!said.empty()) return said;
  return is_not_applicable(form) ? std::vector<int>{mark_not_applicable} : levels_with_points(scale, form);
}

}  // namespace

std::optional<int> read_answer(ItemScale scale, std::string_view text) {
  const std::string form = answer_form(text);
  if (form.empty()) return not_marked;
  if (scale.own != nullptr) {
    const std::vector<int> said = marks_said(*scale.own, form);
    return said.size() == 1 ? std::optional(said.front()) : std::nullopt;
  }
  if (is_not_applicable(form)) return mark_not_applicable;
  const auto mark = has_points(scale) ? read_points(form) : value_of(yes_or_no, form);
  if (!mark || *mark < 0 || !is_mark_of(scale, *mark)) return std::nullopt;
  return mark;
}

bool says_several_levels(ItemScale scale, std::string_view text) {
  return scale.own != nullptr && marks_said(*scale.own, answer_form(text)).size() > 1;
}

std::string offered_answers(ItemScale scale, const Catalog& words) {
  std::string offered;
  for (const int mark : marks_of(scale)) offered += (offered.empty() ? "" : ", ") + mark_words(scale, mark, words);
  return offered;
}

std::optional<std::string> read_time(std::string_view text) {
  std::string time(trim(text));
  if (time.find(':') == 1) time.insert(0, "0");
  if (time.size() == 8 && is_visit_time(time.substr(0, 5)) && time[5] == ':') time.resize(5);  // with seconds
  if (!is_visit_time(time)) return std::nullopt;
  return time;
}

std::optional<VisitColumn> visit_column_of(std::string_view name) { return value_of(column_words, answer_form(name)); }

bool asks_for_visit_head(std::string_view title) {
  if (const auto column = visit_column_of(title)) {
    return *column == VisitColumn::place || *column == VisitColumn::shopper || *column == VisitColumn::date ||
           *column == VisitColumn::time;
  }
  const std::string form = answer_form(title);
  return std::ranges::any_of(std::array{Language::ru, Language::en}, [&](Language language) {
    return std::ranges::any_of(head_titles,
                               [&](const char* key) { return form == answer_form(Catalog::of(language).text(key)); });
  });
}

}  // namespace canvasbook
