#include "model/visits_of_list.h"

namespace canvasbook {

namespace {

// What a section of visits of a check list is called when it is made, in the language of its document.
std::string title_of_visits(const Document& document, const Section& list) {
  const Catalog& words = Catalog::of(document.language);
  if (list.title.empty()) return words.text("visits.section");
  return words.text("visits.section_of", {{"title", list.title}});
}

}  // namespace

std::vector<VisitsPlace> all_visits(const Workbook& workbook) {
  std::vector<VisitsPlace> places;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      if (const auto* visits = std::get_if<Visits>(&section->content)) {
        places.push_back({&*document, &*section, visits});
      }
    }
  }
  return places;
}

VisitsPlace find_visits_of(const Workbook& workbook, std::string_view checklist) {
  for (const VisitsPlace& place : all_visits(workbook)) {
    if (!checklist.empty() && place.visits->checklist == checklist) return place;
  }
  return {};
}

const Checklist* current_list(const Workbook& workbook, const Visits& visits) {
  return content_of<Checklist>(workbook, visits.checklist);
}

std::string title_of_list(const Workbook& workbook, const Visits& visits) {
  const Section* section = find_section(workbook, visits.checklist);
  if (section != nullptr && !section->title.empty()) return section->title;
  return visits.revisions.empty() ? std::string() : visits.revisions.back()->title;
}

VisitsSection with_visits_section(Workbook workbook, std::string_view checklist, IdSource& fresh) {
  if (const VisitsPlace known = find_visits_of(workbook, checklist); known.section != nullptr) {
    std::string id = known.section->id;
    return {std::move(workbook), std::move(id)};
  }
  for (auto& shared : workbook.documents) {
    for (size_t s = 0; s < shared->sections.size(); ++s) {
      const Section& list = *shared->sections[s];
      if (list.id != checklist || !std::holds_alternative<Checklist>(list.content)) continue;
      Section added;
      added.id = fresh.next();
      added.role = visits_role;
      added.title = title_of_visits(*shared, list);
      added.level = list.level;
      Visits visits;
      visits.checklist = list.id;
      added.content = std::move(visits);
      std::string id = added.id;
      Document document = *shared;
      document.sections.emplace(document.sections.begin() + static_cast<std::ptrdiff_t>(s + 1), std::move(added));
      shared = std::move(document);
      return {std::move(workbook), std::move(id)};
    }
  }
  return {std::move(workbook), {}};
}

}  // namespace canvasbook
