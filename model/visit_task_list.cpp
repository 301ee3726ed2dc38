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

// A line "- [answer] rest"; nothing for another one.
struct Box {
  std::string_view answer;
  std::string_view rest;
};

std::optional<Box> box_of(std::string_view line) {
  if (line.size() < 5 || std::string_view("-*+").find(line[0]) == std::string_view::npos || !is_blank_sign(line[1])) {
    return std::nullopt;
  }
  const std::string_view text = trim(line.substr(1));
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
    if (text.size() > 2 && (text[0] == '-' || text[0] == '*') && is_blank_sign(text[1])) {
      read_head_line(trim(text.substr(2)), number);
    }
  }

  void begin_item(const Box& box, size_t number) {
    Entry entry;
    entry.line = number;
    entry.answer = box.answer;
    entry.name = name_in(box.rest);
    is_open_ = !is_verdict(entry.name);
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

  void read_head_line(std::string_view text, size_t number) {
    const std::string_view written = without_comment(text);
    const size_t colon = written.find(':');
    if (colon == std::string_view::npos) return;
    const std::string title = without_backslashes(written.substr(0, colon));
    const std::string value = without_backslashes(trim(written.substr(colon + 1)));
    if (value.empty()) return;
    const auto role = visit_column_of(title);
    if (role == VisitColumn::place) {
      place_ = value;
    } else if (role == VisitColumn::shopper) {
      shopper_ = value;
    } else if (role == VisitColumn::date) {
      date_ = value;
      date_line_ = number;
    } else if (role == VisitColumn::time) {
      time_ = value;
    } else {
      ListName line = gathering_.name_of(id_behind(text));
      if (line.line.empty()) line = gathering_.name_of(title);
      if (!line.line.empty()) proofs_[line.line] = value;
    }
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
    gathering_.add_texts(visit, entry.place, entry.comment, {});
  }

  const Checklist& list_;
  VisitGathering& gathering_;
  std::vector<Entry> entries_;
  bool is_open_ = false;  // what is indented belongs to the last entry
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
