#include "model/move_cues.h"

#include <algorithm>
#include <utility>

#include "model/call_gaps.h"
#include "model/kinds/item_lists.h"
#include "model/known_items.h"
#include "model/like_names.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool goes_along(const Response& response, const ItemIds& items) {
  return items.contains(response.id) ||
         std::ranges::any_of(response.answers, [&](const Answer& answer) { return items.contains(answer.id); });
}

// Takes what a gap says over as other words for a cue, and its answers.
void take_in(const Response& gap, Response& cue) {
  std::vector<std::string> said = synonyms_in(gap.synonyms);
  said.insert(said.begin(), to_one_line(gap.cue));
  std::string list;
  for (std::string& phrase : said) {
    std::ranges::replace(phrase, ';', ',');
    if (same_saying(phrase) != same_saying(cue.cue)) list += phrase + ";";
  }
  cue.synonyms = with_synonyms(std::move(cue.synonyms), list);
  for (const Answer& answer : gap.answers) {
    if (!trim(answer.text).empty()) cue.answers.push_back(answer);
  }
}

// Answers that lead to a cue that is gone lead to another one.
void lead_to_instead(Document& document, const std::vector<std::string>& gone, std::string_view cue) {
  const auto leads_there = [&](const Answer& answer) { return std::ranges::find(gone, answer.leads_to) != gone.end(); };
  for (auto& section : document.sections) {
    const auto* content = std::get_if<Responses>(&section->content);
    const bool is_led = content != nullptr && std::ranges::any_of(content->responses, [&](const Response& response) {
                          return std::ranges::any_of(response.answers, leads_there);
                        });
    if (!is_led) continue;
    Section written = *section;
    for (Response& response : std::get<Responses>(written.content).responses) {
      for (Answer& answer : response.answers) {
        if (leads_there(answer)) answer.leads_to = cue;
      }
    }
    section = std::move(written);
  }
}

struct TakenCues {
  std::vector<Response> cues;
  std::vector<std::string> emptied;  // sections that have no cue any more
};

// Takes cues out of the sections of a document that may give them.
template <class IsSource>
TakenCues take_out(Document& document, const ItemIds& items, IsSource is_source) {
  TakenCues taken;
  for (auto& section : document.sections) {
    const auto* content = std::get_if<Responses>(&section->content);
    if (content == nullptr || !is_source(*section)) continue;
    Responses left = *content;
    std::erase_if(left.responses, [&](const Response& response) {
      if (!goes_along(response, items)) return false;
      taken.cues.push_back(response);
      return true;
    });
    if (left.responses.size() == content->responses.size()) continue;
    if (left.responses.empty()) taken.emptied.push_back(section->id);
    Section written = *section;
    written.content = std::move(left);
    section = std::move(written);
  }
  return taken;
}

}  // namespace

MovedCues move_cues(Workbook workbook, const ItemIds& items, std::string_view to) {
  const auto is_target = [&](const auto& section) {
    return section->id == to && std::holds_alternative<Responses>(section->content);
  };
  const auto place = std::ranges::find_if(
      workbook.documents, [&](const auto& document) { return std::ranges::any_of(document->sections, is_target); });
  if (place == workbook.documents.end()) return {std::move(workbook), {}};
  Document changed = **place;
  MovedCues moved;
  const auto is_source = [&](const Section& section) { return section.id != to; };
  TakenCues taken = take_out(changed, items, is_source);
  if (taken.cues.empty()) return {std::move(workbook), {}};
  auto& target = *std::ranges::find_if(changed.sections, is_target);
  Section written = *target;
  for (Response& cue : taken.cues) {
    moved.cues.push_back(cue.id);
    std::get<Responses>(written.content).responses.push_back(std::move(cue));
  }
  target = std::move(written);
  *place = std::move(changed);
  for (const std::string& section : taken.emptied) workbook = without_emptied_gaps(std::move(workbook), section);
  moved.workbook = std::move(workbook);
  return moved;
}

MovedCues join_cues(Workbook workbook, const ItemIds& items, std::string_view cue) {
  const auto is_target = [&](const Shared<Section>& section) {
    const auto* content = std::get_if<Responses>(&section->content);
    return content != nullptr && !is_gaps(*section) && find_item(content->responses, cue) != nullptr;
  };
  const auto place = std::ranges::find_if(
      workbook.documents, [&](const auto& document) { return std::ranges::any_of(document->sections, is_target); });
  if (place == workbook.documents.end()) return {std::move(workbook), {}};
  Document changed = **place;
  MovedCues joined;
  TakenCues taken = take_out(changed, items, is_gaps);
  for (const Response& gap : taken.cues) joined.cues.push_back(gap.id);
  if (taken.cues.empty()) return {std::move(workbook), {}};
  auto& target = *std::ranges::find_if(changed.sections, is_target);
  Section written = *target;
  Response& known = *place_in(std::get<Responses>(written.content).responses, cue);
  for (const Response& gap : taken.cues) take_in(gap, known);
  target = std::move(written);
  lead_to_instead(changed, joined.cues, cue);
  *place = std::move(changed);
  for (const std::string& section : taken.emptied) workbook = without_emptied_gaps(std::move(workbook), section);
  joined.workbook = std::move(workbook);
  return joined;
}

Workbook without_emptied_gaps(Workbook workbook, std::string_view section) {
  for (const auto& document : workbook.documents) {
    if (document->sections.size() < 2) continue;
    const auto found = std::ranges::find_if(document->sections, [&](const auto& one) { return one->id == section; });
    if (found == document->sections.end()) continue;
    const auto* gaps = std::get_if<Responses>(&(*found)->content);
    if (gaps == nullptr || !is_gaps(**found) || !gaps->responses.empty()) continue;
    const std::string id(section);
    return remove_section(std::move(workbook), id);
  }
  return workbook;
}

}  // namespace canvasbook
