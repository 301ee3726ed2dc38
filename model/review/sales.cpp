// The rules for sales books: cues, modules and scenarios.
#include <algorithm>
#include <array>

#include "model/call_gaps.h"
#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t fewest_answers = 2;    // a sales book has two or three answers to every objection
constexpr size_t fewest_dialogues = 3;  // and three or four scenarios by role

size_t answers_with_text(const Response& response) {
  return static_cast<size_t>(
      std::ranges::count_if(response.answers, [](const Answer& answer) { return !trim(answer.text).empty(); }));
}

bool has_role(const Document& document, std::string_view role) {
  return std::ranges::any_of(document.sections, [&](const auto& section) { return section->role == role; });
}

void find_calls_without_goal(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Prose>(at, [&](const Section& section, const Prose& prose) {
    if (section.role != "call_goal" || !trim(prose.text).empty()) return;
    at.add(rule, {section.id}, {{"section", at.quoted(section.title)}});
  });
}

void find_objections_with_few_answers(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Responses>(at, [&](const Section& section, const Responses& responses) {
    if (section.role != "objections") return;
    for (const Response& response : responses.responses) {
      const size_t count = answers_with_text(response);
      if (count >= fewest_answers || (count == 0 && trim(response.cue).empty())) continue;
      at.add(rule, {response.id}, {{"cue", at.quoted(response.cue)}, {"count", std::to_string(count)}});
    }
  });
}

void find_cues_without_answer(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Responses>(at, [&](const Section& section, const Responses& responses) {
    if (is_gaps(section) || section.role == "objections") return;  // the latter need more than one
    for (const Response& response : responses.responses) {
      if (trim(response.cue).empty() || answers_with_text(response) > 0) continue;
      at.add(rule, {response.id}, {{"cue", at.quoted(response.cue)}, {"section", at.quoted(section.title)}});
    }
  });
}

// A dialogue needs one of the answers to a cue, not all of them. One finding a section: no book acts out all its cues.
void find_unused_modules(const DocumentReview& at, std::string_view rule) {
  std::unordered_set<std::string_view> used;
  bool any = false;
  for_each_section_of<Dialogue>(at.document, [&](const Section&, const Dialogue& dialogue) {
    any = any || !dialogue.lines.empty();
    for (const DialogueLine& line : dialogue.lines) used.insert(line.module);
  });
  if (!any) return;
  for_each_judged<Responses>(at, [&](const Section& section, const Responses& responses) {
    if (is_gaps(section)) return;
    std::vector<std::string_view> unused;
    std::vector<std::string> items;
    for (const Response& response : responses.responses) {
      const bool is_used =
          std::ranges::any_of(response.answers, [&](const Answer& answer) { return used.contains(answer.id); });
      if (is_used || answers_with_text(response) == 0) continue;
      unused.push_back(response.cue);
      items.push_back(response.id);
    }
    if (unused.empty()) return;
    at.add(rule, items, {{"cues", first_of(at, unused)}, {"section", at.quoted(section.title)}}, section.id);
  });
}

void find_too_few_dialogues(const DocumentReview& at, std::string_view rule) {
  const bool is_sales_book = has_role(at.document, "call_goal") && has_role(at.document, "objections");
  bool has_answers = false;  // which dialogues can say
  for_each_section_of<Responses>(at.document, [&](const Section& section, const Responses& responses) {
    has_answers = has_answers || (!is_gaps(section) && std::ranges::any_of(responses.responses, answers_with_text));
  });
  if (!is_sales_book || !has_answers) return;
  size_t count = 0;
  for_each_section_of<Dialogue>(at.document, [&](const Section&, const Dialogue& dialogue) {
    if (!dialogue.lines.empty()) ++count;
  });
  if (count < fewest_dialogues) at.add(rule, {at.document.id}, {{"count", std::to_string(count)}});
}

void find_too_long_dialogues(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Dialogue>(at, [&](const Section& section, const Dialogue& dialogue) {
    const int minutes = minutes_said(dialogue);
    if (dialogue.minutes == 0 || minutes <= dialogue.minutes) return;
    at.add(rule, {section.id},
           {{"section", at.quoted(section.title)},
            {"minutes", std::to_string(minutes)},
            {"meant", std::to_string(dialogue.minutes)}});
  });
}

}  // namespace

std::span<const Rule> sales_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"call_without_goal", lacking, find_calls_without_goal},
                                    Rule{"objection_with_few_answers", lacking, find_objections_with_few_answers},
                                    Rule{"cue_without_answer", lacking, find_cues_without_answer},
                                    Rule{"unused_module", hint, find_unused_modules},
                                    Rule{"too_few_dialogues", lacking, find_too_few_dialogues},
                                    Rule{"dialogue_too_long", lacking, find_too_long_dialogues}};
  return rules;
}

}  // namespace canvasbook
