#include "editor/visits/parts.h"

#include <algorithm>

#include "editor/visits/state.h"
#include "model/kinds/checklist_openers.h"
#include "model/visit_answers.h"
#include "model/written_texts.h"

namespace canvasbook {

ShownVisits shown_visits(const Session& session) {
  ShownVisits shown{session.document()->sections[session.view().section], nullptr, nullptr, nullptr, false};
  shown.visits = std::get_if<Visits>(&shown.section->content);
  if (shown.visits == nullptr) return shown;
  shown.visit = find_visit(*shown.visits, session.view().cursor);
  if (shown.visit != nullptr) shown.list = list_of(*shown.visits, *shown.visit);
  shown.can_change = can_change_visits(session) && (shown.visit == nullptr || shown.list != nullptr);
  return shown;
}

std::vector<const FormLine*> proof_lines(const Checklist& list) {
  std::vector<const FormLine*> lines;
  for (const FormLine& line : list.head) {
    if (!asks_for_visit_head(line.title)) lines.push_back(&line);
  }
  return lines;
}

std::vector<std::string> parts_in_order(const ShownVisits& shown) {
  if (shown.visit == nullptr || shown.list == nullptr || !shown.can_change) return {};
  std::vector<std::string> parts{std::string(place_field), std::string(shopper_field), std::string(date_part),
                                 std::string(time_part)};
  for (const FormLine* line : proof_lines(*shown.list)) parts.push_back(std::string(proof_field) + line->id);
  const Marks marks = marks_by_id(*shown.list, shown.visit->marks);
  for (const CheckItem* item : items_in_order(*shown.list)) {
    if (!is_closed(*shown.list, *item, marks)) parts.push_back(mark_part_of(item->id));
  }
  parts.emplace_back(finish_part);
  return parts;
}

std::optional<std::string> item_of_part(std::string_view part) {
  for (const std::string_view kind : {mark_part, comment_field}) {
    if (part.starts_with(kind)) return std::string(part.substr(kind.size()));
  }
  return std::nullopt;
}

std::string mark_part_of(std::string_view item) { return std::string(mark_part).append(item); }
std::string comment_part_of(std::string_view item) { return std::string(comment_field).append(item); }

bool is_text_part(std::string_view part) {
  return !part.empty() && part != finish_part && !part.starts_with(mark_part);
}

void go_to_part(App& app, const std::string& visit, const std::string& part) {
  Session& session = *app.session();
  VisitsState& state = app.state<VisitsState>();
  state.searches = false;
  state.suggested.reset();
  state.waits_for_zero.clear();
  state.scroll = 0;
  if (is_text_part(part) && can_change_visits(session)) {
    session.begin_visit_text({visit, part});
    if (part == date_part || part == time_part) session.field.select_all();  // what is typed takes its place
    return;
  }
  if (part.empty()) session.end_writing();  // a visit that says nothing goes
  if (session.visits() != nullptr && find_visit(*session.visits(), visit) != nullptr) session.point_at({visit, part});
}

void step_part(App& app, std::string_view from, int step) {
  const ShownVisits shown = shown_visits(*app.session());  // a mark may just have opened an item
  if (shown.visit == nullptr) return;
  const std::string visit = shown.visit->id;
  const std::vector<std::string> parts = parts_in_order(shown);
  const auto item = item_of_part(from);
  const auto at = std::ranges::find(parts, item ? mark_part_of(*item) : std::string(from));
  if (at == parts.end()) return go_to_part(app, visit, {});
  const auto to = at - parts.begin() + step;
  if (to < 0) return go_to_part(app, visit, {});
  go_to_part(app, visit, parts[std::min(static_cast<size_t>(to), parts.size() - 1)]);
}

void enter_visit(App& app, const ShownVisits& shown) {
  if (shown.visit == nullptr) return;
  const std::string visit = shown.visit->id;
  const std::vector<std::string> parts = parts_in_order(shown);
  if (parts.empty()) return;
  if (shown.visit->head.place.empty()) return go_to_part(app, visit, parts.front());
  const std::vector<std::string> missing = missing_marks(*shown.visits, *shown.visit);
  if (!missing.empty()) return go_to_part(app, visit, mark_part_of(missing.front()));
  const auto first = std::ranges::find_if(parts, [](const std::string& part) { return part.starts_with(mark_part); });
  go_to_part(app, visit, first == parts.end() ? parts.front() : *first);
}

}  // namespace canvasbook
