#include "editor/spelling/stop_phrase_menu.h"

#include <algorithm>

#include "editor/dialogs/dismissal.h"
#include "editor/find/stop_phrases.h"
#include "editor/frame/command_table.h"
#include "editor/frame/stop_marks.h"
#include "model/review/stop_phrases.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::string_view prefix = "stop_phrase_menu/";
constexpr size_t line_length = 56;  // letters of a row that is read
constexpr size_t most_of_replacement = 60;

const StopPhrase* find_phrase(App& app, std::string_view phrase) {
  StopPhraseMarks& known = app.state<StopPhraseMarks>();
  known.renew(*app.session());
  const auto found = std::ranges::find(known.list(), phrase, &StopPhrase::id);
  return found == known.list().end() ? nullptr : &*found;
}

// What the review says of the phrase in the text that is written, once it has looked there.
const Finding* finding_of(App& app, std::string_view phrase) {
  Session& session = *app.session();
  const Document* document = session.document();
  if (document == nullptr) return nullptr;
  const std::string subject = stop_phrase_subject({session.view().edited, session.view().field}, phrase);
  const std::vector<Finding>& findings = session.findings();
  const auto found = std::ranges::find_if(findings, [&](const Finding& finding) {
    return finding.rule == stop_phrase_rule && finding.document == document->id && finding.subject == subject;
  });
  return found == findings.end() ? nullptr : &*found;
}

// Rows that are read, broken at blanks.
void add_note_rows(std::vector<MenuRow>& rows, const std::string& text) {
  std::string line;
  const auto end_line = [&] {
    MenuRow row{std::string(prefix) + "note/" + std::to_string(rows.size()), line};
    row.enabled = false;
    row.is_note = true;
    if (!line.empty()) rows.push_back(std::move(row));
    line.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!line.empty() && count_code_points(line) + 1 + count_code_points(word) > line_length) end_line();
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  end_line();
}

}  // namespace

std::vector<MenuRow> stop_phrase_rows(App& app, std::string_view phrase) {
  std::vector<MenuRow> rows;
  const StopPhrase* found = find_phrase(app, phrase);
  if (found == nullptr) return rows;
  const Catalog& words = app.catalog();
  add_note_rows(rows, to_one_line(found->reason));
  if (!found->hears.empty())
    add_note_rows(rows, words.text("stop_phrases.hears", {{"hears", to_one_line(found->hears)}}));
  if (found->replacement.empty()) add_note_rows(rows, words.text("stop_phrases.no_replacement"));
  rows.emplace_back();
  if (!found->replacement.empty()) {
    MenuRow row = menu_row(app, *find_command("command.replace_stop_phrase"), prefix);
    row.label = words.text("stop_phrases.replace",
                           {{"replacement", shortened(to_one_line(found->replacement), most_of_replacement)}});
    rows.push_back(std::move(row));
  }
  MenuRow allow{std::string(prefix) + "stop_phrases.allow", words.text("stop_phrases.allow")};
  allow.enabled = finding_of(app, phrase) != nullptr;
  rows.push_back(std::move(allow));
  rows.emplace_back();
  rows.push_back(menu_row(app, *find_command("command.next_stop_phrase"), prefix));
  return rows;
}

void choose_stop_phrase_row(App& app, std::string_view phrase, std::string_view key) {
  const std::string_view chosen = key.substr(prefix.size());
  if (chosen == "command.replace_stop_phrase") return replace_stop_phrase_at_caret(app);
  if (chosen == "command.next_stop_phrase") return go_to_next_stop_phrase(app);
  if (const Finding* finding = finding_of(app, phrase)) app.show_dialog(make_dismissal_dialog(*finding));
}

}  // namespace canvasbook
