#include "editor/call/in_sight.h"

#include <algorithm>
#include <string_view>

#include "model/text/text.h"

namespace canvasbook {

namespace {

std::vector<LineInSight> questions_of(const Responses& responses) {
  std::vector<LineInSight> lines;
  const auto add = [&](std::string_view mark, const std::string& text, bool is_apart) {
    for (LineInSight& line : lines_in_sight(text)) {
      line.text.insert(0, mark);
      line.is_apart = is_apart && !lines.empty();
      lines.push_back(std::move(line));
      mark = {};
      is_apart = false;
    }
  };
  for (const Response& response : responses.responses) {
    add("", response.cue, true);
    for (const Answer& answer : response.answers) add("• ", answer.text, false);
  }
  return lines;
}

}  // namespace

std::vector<NoteInSight> notes_in_sight(const Document& document, const Section& stage) {
  const auto& sections = document.sections;
  const auto at = std::ranges::find_if(sections, [&](const auto& section) { return section->id == stage.id; });
  if (at == sections.end()) return {};
  auto from = at;
  while (from != sections.begin() && (*from)->level > 1) --from;
  const auto to = std::find_if(at + 1, sections.end(), [](const auto& section) { return section->level <= 1; });
  std::vector<NoteInSight> goals;
  std::vector<NoteInSight> questions;
  for (auto section = from; section != to; ++section) {
    const auto* prose = std::get_if<Prose>(&(*section)->content);
    const auto* responses = std::get_if<Responses>(&(*section)->content);
    if (prose != nullptr && (*section)->role == "call_goal")
      goals.push_back({(*section)->title, lines_in_sight(prose->text)});
    if (responses != nullptr && (*section)->role == "needs") {
      questions.push_back({(*section)->title, questions_of(*responses)});
    }
  }
  goals.insert(goals.end(), questions.begin(), questions.end());
  std::erase_if(goals, [](const NoteInSight& note) { return note.lines.empty(); });
  return goals;
}

}  // namespace canvasbook
