#include "model/call_gaps.h"

#include <algorithm>

#include "model/base/catalog.h"
#include "model/text/text.h"

namespace canvasbook {

AddedGap add_gap(Workbook workbook, std::string_view document, std::string_view words, IdSource& fresh) {
  const std::string cue = to_one_line(words);
  const auto place =
      std::ranges::find_if(workbook.documents, [&](const auto& candidate) { return candidate->id == document; });
  if (cue.empty() || place == workbook.documents.end()) return {std::move(workbook), {}};
  Document changed = **place;
  auto section = std::ranges::find_if(changed.sections, [](const auto& candidate) {
    return is_gaps(*candidate) && std::holds_alternative<Responses>(candidate->content);
  });
  if (section == changed.sections.end()) {
    Section inbox;
    inbox.id = fresh.next();
    inbox.role = gaps_role;
    inbox.title = Catalog::of(changed.language).text("call.gaps");
    inbox.content = Responses{};
    section = changed.sections.insert(changed.sections.end(), std::move(inbox));
  }
  Section written = **section;
  auto& responses = std::get<Responses>(written.content).responses;
  const std::string form = to_search_form(cue);
  const bool is_known = std::ranges::any_of(
      responses, [&](const Response& response) { return to_search_form(trim(response.cue)) == form; });
  if (is_known) return {std::move(workbook), {}};
  AddedGap added;
  added.cue = fresh.next();
  Response& response = responses.emplace_back();
  response.id = added.cue;
  response.cue = cue;
  *section = std::move(written);
  *place = std::move(changed);
  added.workbook = std::move(workbook);
  return added;
}

}  // namespace canvasbook
