#include "model/item_text_pasted.h"

#include <algorithm>
#include <map>

#include "model/item_text.h"
#include "model/kinds/item_lists.h"
#include "model/text/list_marks.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t longest_speaker = 30;  // characters
constexpr size_t most_speaker_words = 3;

bool is_marked(const std::vector<std::string>& cells) { return list_mark_of(cells).kind != ListMarkKind::none; }

std::string compared_title(std::string_view title) { return to_search_form(trim(title)); }

bool is_unsaid_line(const DialogueLine& line) { return line.module.empty() && trim(line.text).empty(); }

// A row that may begin with who speaks.
struct SpokenRow {
  std::string name;                // as written; empty for none
  std::vector<std::string> words;  // what is said, without the name
  bool has_cell = false;           // of its own for the name
};

// Whether words can be what somebody is called: few, and no sentence.
bool is_short_name(std::string_view name) {
  if (name.empty() || count_code_points(name) > longest_speaker || count_words(name) > most_speaker_words) return false;
  size_t at = 0;
  const char32_t first = next_code_point(name, at);
  return is_word_character(first) && !is_digit(first) && name.find_first_of(".,;!?\"") == std::string_view::npos;
}

SpokenRow read_spoken_row(const std::vector<std::string>& cells) {
  if (cells.empty()) return {};
  if (cells.size() > 1 && !trim(cells[1]).empty()) {
    return {std::string(trim(cells.front())), {cells.begin() + 1, cells.end()}, true};
  }
  const std::string_view line = cells.front();
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {{}, cells, false};
  const std::string_view name = trim(line.substr(0, colon));
  const std::string_view behind = line.substr(colon + 1);
  const std::string_view said = trim(behind);
  const bool is_parted = !said.empty() && said.data() != behind.data();  // "10:30" and "https://" are not
  if (!is_parted || !is_short_name(name)) return {{}, cells, false};
  return {std::string(name), {std::string(said)}, false};
}

std::vector<SpokenRow> read_spoken_rows(const CellRows& rows) {
  std::vector<SpokenRow> read;
  for (const std::vector<std::string>& cells : rows) read.push_back(read_spoken_row(without_list_mark(cells)));
  return read;
}

// By row: whether its name is who speaks.
std::vector<bool> names_of_speakers(const Dialogue& dialogue, const std::vector<SpokenRow>& rows) {
  std::map<std::string, size_t> counts;
  for (const SpokenRow& row : rows) ++counts[compared_title(row.name)];
  const auto is_known = [&](const SpokenRow& row) {
    const std::string name = compared_title(row.name);
    const auto is_named = [&](const Speaker& speaker) { return compared_title(speaker.title) == name; };
    return !name.empty() &&
           (std::ranges::any_of(dialogue.speakers, is_named) || (counts[name] > 1 && is_short_name(row.name)));
  };
  const bool any = std::ranges::any_of(rows, is_known);
  const bool is_first = std::ranges::all_of(dialogue.lines, is_unsaid_line);
  const bool all_named = std::ranges::none_of(rows, [](const SpokenRow& row) { return row.name.empty(); });
  std::vector<bool> are_names;
  for (const SpokenRow& row : rows) {
    const bool by_cell = row.has_cell && (is_first || (any && is_short_name(row.name)));
    are_names.push_back(!row.name.empty() && (is_known(row) || by_cell || (any && all_named)));
  }
  return are_names;
}

const std::string& title_of_speaker(Dialogue& dialogue, const std::string& name, IdSource& fresh) {
  const auto is_named = [&](const Speaker& one) { return compared_title(one.title) == compared_title(name); };
  auto speaker = std::ranges::find_if(dialogue.speakers, is_named);
  if (speaker == dialogue.speakers.end()) {
    dialogue.speakers.push_back({fresh.next(), name, false, {}});
    speaker = dialogue.speakers.end() - 1;
  }
  return speaker->title;
}

}  // namespace

bool reads_as_items(const Content& content, const FieldPlace& place, const CellRows& rows) {
  if (rows.size() < 2) return false;
  const bool all_marked = std::ranges::all_of(rows, is_marked);
  if (std::holds_alternative<Responses>(content)) {
    return all_marked || (place.field == "cue" && std::ranges::any_of(rows, is_marked));
  }
  if (const auto* dialogue = std::get_if<Dialogue>(&content)) {
    if (find_item(dialogue->lines, place.item) == nullptr) return false;
    const std::vector<bool> are_names = names_of_speakers(*dialogue, read_spoken_rows(rows));
    return all_marked || std::ranges::find(are_names, true) != are_names.end();
  }
  const bool is_text_of_list = place.field == "text" || place.field == "title";
  return std::holds_alternative<Checklist>(content) && is_text_of_list && all_marked;
}

CellRows without_list_marks(CellRows rows) {
  for (std::vector<std::string>& cells : rows) cells = without_list_mark(std::move(cells));
  return rows;
}

CellRows with_answers_below(const CellRows& rows) {
  CellRows cues;
  ListMarkKind outer = ListMarkKind::none;
  for (const std::vector<std::string>& cells : rows) {
    const ListMarkKind kind = list_mark_of(cells).kind;
    if (cues.empty()) outer = kind;
    std::vector<std::string> bare = without_list_mark(cells);
    if (kind == ListMarkKind::none || kind == outer) {
      cues.push_back(std::move(bare));
    } else {
      cues.back().insert(cues.back().end(), bare.begin(), bare.end());
    }
  }
  return cues;
}

CellRows with_speakers(Dialogue& dialogue, const CellRows& rows, IdSource& fresh) {
  const std::vector<SpokenRow> read = read_spoken_rows(rows);
  const std::vector<bool> are_names = names_of_speakers(dialogue, read);
  CellRows named;
  std::string speaker;  // of the row above; empty while nobody was named
  for (size_t i = 0; i < read.size(); ++i) {
    if (are_names[i]) speaker = title_of_speaker(dialogue, read[i].name, fresh);
    std::vector<std::string> cells = read[i].words;
    if (!are_names[i] && !read[i].name.empty()) cells = without_list_mark(rows[i]);  // it is part of what is said
    const bool is_nobodys = cells.empty() || (read[i].has_cell && read[i].name.empty());
    if (!speaker.empty() && !is_nobodys) cells.insert(cells.begin(), speaker);
    named.push_back(std::move(cells));
  }
  return named;
}

bool says_nothing(const Content& content, std::string_view item) {
  const auto is_unsaid = [](const Answer& answer) { return trim(answer.text).empty(); };
  if (const auto* responses = std::get_if<Responses>(&content)) {
    for (const Response& response : responses->responses) {
      if (response.id == item) return trim(response.cue).empty() && std::ranges::all_of(response.answers, is_unsaid);
      const Answer* answer = find_item(response.answers, item);
      if (answer != nullptr) return is_unsaid(*answer);
    }
  }
  const auto* dialogue = std::get_if<Dialogue>(&content);
  const DialogueLine* line = dialogue == nullptr ? nullptr : find_item(dialogue->lines, item);
  return line != nullptr && is_unsaid_line(*line);
}

ItemEdit add_in_place_of(Content content, std::string_view item, const CellRows& rows, IdSource& fresh) {
  if (auto* dialogue = std::get_if<Dialogue>(&content)) {
    const auto line = place_in(dialogue->lines, item);  // the next speaker is another than this one's
    if (line != dialogue->lines.end()) line->speaker = line == dialogue->lines.begin() ? "" : (line - 1)->speaker;
  }
  ItemEdit edit = add_items_of_cells(std::move(content), item, rows, fresh);
  edit.content = remove_items(std::move(edit.content), {std::string(item)});
  return edit;
}

}  // namespace canvasbook
