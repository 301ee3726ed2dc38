#include "editor/session/visits.h"

#include "model/written_texts.h"

namespace canvasbook {

const Section* list_behind(const Session& session) {
  const Section* shown = session.section();
  if (shown == nullptr || std::holds_alternative<Checklist>(shown->content)) return shown;
  const Visits* visits = session.visits();
  const Section* list = visits == nullptr ? nullptr : find_section(session.workbook(), visits->checklist);
  return list != nullptr && std::holds_alternative<Checklist>(list->content) ? list : nullptr;
}

bool can_change_visits(const Session& session) {
  return session.visits() != nullptr && current_list(session.workbook(), *session.visits()) != nullptr;
}

bool can_change_mark(const Session& session, std::string_view item) {
  const Visits* visits = session.visits();
  const Checklist* list = visits == nullptr ? nullptr : current_list(session.workbook(), *visits);
  return list != nullptr && find_check(*list, item) != nullptr;
}

std::string begin_visit(Session& session, const std::string& checklist, const Date& day) {
  session.end_writing();
  const Workbook before = session.workbook();
  const Checklist* list = content_of<Checklist>(before, checklist);
  if (list == nullptr) return {};
  const bool is_first = find_visits_of(before, checklist).section == nullptr;
  VisitsSection place = with_visits_section(before, checklist, session.ids());
  const Visits* visits = content_of<Visits>(place.workbook, place.section);
  if (visits == nullptr) return {};
  AddedVisit added =
      add_visit(*visits, *list, find_section(before, checklist)->title, {{}, {}, day, {}}, session.ids());
  std::string id = added.visit;
  const bool is_shown = session.section() != nullptr && session.section()->id == place.section;
  if (!is_first && !is_shown) session.go_to(place.section);
  session.record(set_visits(std::move(place.workbook), place.section, std::move(added.visits)), "step.add_visit", id);
  if (is_first) {
    session.go_to(place.section);  // it stays, whatever is written in the visit
  } else {
    session.keep_in_mind(id, before);
  }
  session.begin_visit_text({id, std::string(place_field)});
  return id;
}

size_t take_imported_visits(Session& session, const std::string& checklist, const VisitsImport& import) {
  session.end_writing();
  const Workbook& before = session.workbook();
  const Checklist* list = content_of<Checklist>(before, checklist);
  if (list == nullptr || !import.is_good() || import.visits.empty()) return 0;
  VisitsSection place = with_visits_section(before, checklist, session.ids());
  const Visits* visits = content_of<Visits>(place.workbook, place.section);
  if (visits == nullptr) return 0;
  const size_t known = visits->visits.size();
  Visits taken = take_visits(*visits, *list, find_section(before, checklist)->title, import, session.ids());
  ItemIds came;
  for (size_t i = known; i < taken.visits.size(); ++i) came.insert(taken.visits[i]->id);
  if (came.empty()) return 0;
  const std::string first = taken.visits[known]->id;
  session.record(set_visits(std::move(place.workbook), place.section, std::move(taken)), "step.import_visits", first);
  session.go_to(first);
  session.select_notes(came);
  return came.size();
}

void mark_visit(Session& session, const std::string& visit, const std::string& item, std::optional<int> mark) {
  if (!can_change_mark(session, item)) return;
  session.record_content(set_mark(*session.visits(), visit, item, mark), "step.visit_mark", visit);
}

void finish_visit(Session& session, const std::string& visit, bool finished) {
  if (session.visits() == nullptr) return;
  session.record_content(set_finished(*session.visits(), visit, finished),
                         finished ? "step.finish_visit" : "step.reopen_visit", visit);
}

void remove_visits(Session& session) {
  const Visits* visits = session.visits();
  if (visits == nullptr || session.view().selected.empty() || session.leave_blank()) return;
  const std::string section = session.section()->id;
  session.record_content(canvasbook::remove_visits(*visits, session.view().selected), "step.remove_items", section);
  session.deselect();
}

void duplicate_visits(Session& session, const ItemIds& visits) {
  if (session.visits() == nullptr) return;
  session.pause_writing();
  Visits changed = *session.visits();
  ItemIds added;
  std::string first;
  for (const auto& visit : session.visits()->visits) {
    if (!visits.contains(visit->id)) continue;
    Visit copy = *visit;
    copy.id = session.ids().next();
    copy.finished = false;
    if (first.empty()) first = copy.id;
    added.insert(copy.id);
    changed.visits.emplace_back(std::move(copy));
  }
  if (added.empty()) return;
  session.record_content(std::move(changed), "step.duplicate_items", first);
  session.point_at({first, {}});
  session.select_notes(std::move(added));
}

}  // namespace canvasbook
