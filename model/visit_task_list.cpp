#include "model/visit_task_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "model/text/text.h"
#include "model/visit_answers.h"

namespace canvasbook {

namespace {

constexpr std::string_view comment_begin = "<!--";

bool is_blank_sign(char sign) { return sign == ' ' || sign == '\t'; }

// The text of a line that begins as an item of a list, "- " or "1. "; nothing for another one.
std::optional<std::string_view> list_text(std::string_view line) {
  size_t at = 0;
  while (at < line.size() && is_digit(static_cast<unsigned char>(line[at]))) ++at;
  const std::string_view signs = at == 0 ? "-*+" : ".)";
  if (at + 1 >= line.size() || signs.find(line[at]) == std::string_view::npos || !is_blank_sign(line[at + 1])) {
    return std::nullopt;
  }
  return trim(line.substr(at + 1));
}

// A line "- [answer] rest"; nothing for another one.
struct Box {
  std::string_view answer;
  std::string_view rest;
};

std::optional<Box> box_of(std::string_view line) {
  const std::string_view text = list_text(line).value_or(std::string_view());
  if (!text.starts_with('[')) return std::nullopt;
  const size_t close = text.find(']');
  constexpr size_t longest_answer = 120;  // bytes
  if (close == std::string_view::npos || close > longest_answer || text.substr(close + 1).starts_with('(')) {
    return std::nullopt;
  }
  return Box{trim(text.substr(1, close - 1)), trim(text.substr(close + 1))};
}

// The id that an export keeps in a comment behind a line, or empty.
std::string_view id_behind(std::string_view text) {
  const size_t begin = text.rfind(comment_begin);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = text.substr(begin + comment_begin.size());
  return trim(rest.substr(0, rest.find("-->")));
}

std::string_view without_comment(std::string_view text) { return trim(text.substr(0, text.find(comment_begin))); }

std::string without_backslashes(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    plain += text[i];
  }
  return plain;
}

std::string_view without_number(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && (is_digit(static_cast<unsigned char>(text[at])) || text[at] == '.')) ++at;
  return at > 0 && at < text.size() && text[at] == ' ' ? trim(text.substr(at)) : text;
}

// What the line of an item is called: in bold letters, or all of it.
std::string name_in(std::string_view text) {
  text = without_number(without_comment(text));
  if (text.starts_with("**")) {
    const size_t end = text.find("**", 2);
    if (end != std::string_view::npos) return without_backslashes(text.substr(2, end - 2));
  }
  return without_backslashes(text);
}

// The boxes at the foot of an exported form, which say what it came to.
bool is_verdict(const std::string& name) {
  return std::ranges::any_of(std::array{Language::ru, Language::en}, [&](Language language) {
    const Catalog& words = Catalog::of(language);
    return name == words.text("paper.form_passed") || name == words.text("paper.form_not_passed");
  });
}

// "**Group 2.** Scored …", as an exported form has it below its items.
bool is_total(std::string_view text) {
  const size_t end = text.find(".**");
  if (!text.starts_with("**") || end == std::string_view::npos) return false;
  std::string_view title = text.substr(2, end - 2);
  while (!title.empty() && is_digit(static_cast<unsigned char>(title.back()))) title.remove_suffix(1);
  return std::ranges::any_of(std::array{Language::ru, Language::en}, [&](Language language) {
    const Catalog& words = Catalog::of(language);
    return title == words.text("paper.form_group_total", {{"number", ""}}) || title == words.text("paper.form_total");
  });
}

// Whether a line has nothing that someone could have written of an item.
bool is_frame(std::string_view text) {
  return text.empty() || text.starts_with('#') || text.starts_with(comment_begin) || is_total(text) ||
         text.find_first_not_of("-*_= ") == std::string_view::npos;
}

struct Entry {
  size_t line = 0;
  std::string answer;
  std::string name;
  ListName place;
  std::string comment;
};

class TaskListReading {
 public:
  TaskListReading(const Checklist& list, VisitGathering& gathering) : list_(list), gathering_(gathering) {}

  void read(std::string_view text) {
    size_t number = 0;
    for (size_t at = 0; at <= text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      read_line(text.substr(at, end - at), ++number);
      at = end + 1;
    }
    VisitHead head;
    head.place = place_;
    head.shopper = shopper_;
    const bool is_filled = std::ranges::any_of(entries_, [](const Entry& entry) { return !entry.answer.empty(); });
    if (!is_filled) return gathering_.add_problem({ImportProblemKind::nothing_filled, 1});
    if (!gathering_.read_when(head, date_, time_, date_line_)) return;
    Visit* visit = gathering_.visit_for({}, head, 1);
    if (visit == nullptr) return;
    visit->proofs = proofs_;
    for (const Entry& entry : entries_) add(*visit, entry);
  }

 private:
  void read_line(std::string_view line, size_t number) {
    const std::string_view text = trim(line);
    if (const auto box = box_of(text)) return begin_item(*box, number);
    const bool is_indented = !line.empty() && is_blank_sign(line[0]);
    const bool is_quote = text.starts_with('>');
    if (!entries_.empty() && is_open_ && !text.empty() && (is_indented || is_quote)) {
      const std::string_view written = trim(is_quote ? text.substr(1) : text);
      if (written.starts_with("- ") && written.ends_with(':')) return;  // evidence that was not filled in
      std::string& comment = entries_.back().comment;
      if (!comment.empty()) comment += '\n';
      comment += without_backslashes(written);
      return;
    }
    if (!text.empty()) is_open_ = false;
    if (text.starts_with('#')) is_among_items_ = false;
    const auto listed = list_text(text);
    if (listed && read_head_line(*listed, number)) return;
    if (is_among_items_ && !is_frame(text)) {
      gathering_.add_problem({ImportProblemKind::stray_text, number, std::string(text)});
    }
  }

  void begin_item(const Box& box, size_t number) {
    Entry entry;
    entry.line = number;
    entry.answer = box.answer;
    entry.name = name_in(box.rest);
    is_open_ = is_among_items_ = !is_verdict(entry.name);
    if (!is_open_) return;
    entry.place = gathering_.name_of(id_behind(box.rest));
    if (!entry.place.is_known()) entry.place = gathering_.name_of(entry.name);
    if (!entry.place.is_known()) entry.place = item_that_begins(entry.name);
    entries_.push_back(std::move(entry));
  }

  // "Sign: lit at night", without bold letters.
  ListName item_that_begins(const std::string& name) const {
    const size_t colon = name.find(':');
    return colon == std::string::npos ? ListName{} : gathering_.name_of(name.substr(0, colon));
  }

  // Where the line says something of the visit, or asks for it: true.
  bool read_head_line(std::string_view text, size_t number) {
    const std::string_view written = without_comment(text);
    const size_t colon = written.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string title = without_backslashes(written.substr(0, colon));
    const std::string value = without_backslashes(trim(written.substr(colon + 1)));
    if (value.empty()) return true;
    const auto role = visit_column_of(title);
    if (role == VisitColumn::place) return keep(place_, title, value, number);
    if (role == VisitColumn::shopper) return keep(shopper_, title, value, number);
    if (role == VisitColumn::date) {
      if (date_.empty()) date_line_ = number;
      return keep(date_, title, value, number);
    }
    if (role == VisitColumn::time) return keep(time_, title, value, number);
    ListName line = gathering_.name_of(id_behind(text));
    if (line.line.empty()) line = gathering_.name_of(title);
    return !line.line.empty() && keep(proofs_[line.line], title, value, number);
  }

  // Keeps what a line says; a second one that says another thing is a problem.
  bool keep(std::string& kept, const std::string& title, const std::string& value, size_t number) {
    if (!kept.empty() && kept != value) gathering_.add_problem({ImportProblemKind::text_twice, number, value, title});
    if (kept.empty()) kept = value;
    return true;
  }

  void add(Visit& visit, const Entry& entry) {
    if (!entry.place.item || entry.place.is_ambiguous) {
      const auto kind = entry.place.is_ambiguous ? ImportProblemKind::ambiguous_item : ImportProblemKind::unknown_item;
      return gathering_.add_problem({kind, entry.line, entry.name});
    }
    // Without a tick the answer is no; on another scale than that of yes and no there is none.
    const bool is_no = entry.answer.empty() && is_yes_or_no(scale_of(list_, gathering_.item_at(*entry.place.item)));
    const std::string answer = is_no ? "0" : entry.answer;
    gathering_.add_answer(visit, entry.place, answer, entry.line);
    gathering_.add_texts(visit, entry.place, entry.comment, {}, entry.line);
  }

  const Checklist& list_;
  VisitGathering& gathering_;
  std::vector<Entry> entries_;
  bool is_open_ = false;         // what is indented belongs to the last entry
  bool is_among_items_ = false;  // since the last heading
  std::string place_;
  std::string shopper_;
  std::string date_;
  std::string time_;
  size_t date_line_ = 1;
  VisitTexts proofs_;
};

}  // namespace

bool is_task_list(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (box_of(trim(text.substr(at, end - at)))) return true;
    at = end + 1;
  }
  return false;
}

void read_task_list(std::string_view text, const Checklist& list, VisitGathering& gathering) {
  TaskListReading(list, gathering).read(text);
}

}  // namespace canvasbook
