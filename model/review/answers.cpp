// The rules for cues and what is said to them: answers that say the same, cues that nobody wrote, advantages that are
// no benefit to the client.
#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "model/call_gaps.h"
#include "model/like_names.h"
#include "model/review/rules.h"
#include "model/text/alike_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t fewest_words_in_section = 5;  // thanks and the like may be said to many cues

// An answer of a section with its words.
struct AnswerWords {
  const Answer* answer;
  const Response* response;
};

// The answers that say something, and their words at the same places.
struct SectionAnswers {
  std::vector<AnswerWords> answers;
  std::vector<WordSet> words;
};

SectionAnswers answers_of(const Responses& responses, TextWords& words) {
  SectionAnswers all;
  for (const Response& response : responses.responses) {
    for (const Answer& answer : response.answers) {
      if (blank(answer.text)) continue;
      all.answers.push_back({&answer, &response});
      all.words.push_back(words.of(answer.text));
    }
  }
  return all;
}

// For each answer the first one before it that says the same: one to the same cue before one to another.
std::vector<const Answer*> same_before(const SectionAnswers& all) {
  std::vector<const Answer*> same(all.answers.size());
  for (size_t begin = 0; begin < all.answers.size();) {
    size_t end = begin;
    while (end < all.answers.size() && all.answers[end].response == all.answers[begin].response) ++end;
    if (end - begin > 1) {
      for (const AlikePair& pair : find_alike(std::span(all.words).subspan(begin, end - begin))) {
        same[begin + pair.second] = all.answers[begin + pair.first].answer;
      }
    }
    begin = end;
  }
  for (const AlikePair& pair : find_alike(all.words, fewest_words_in_section)) {
    if (same[pair.second] == nullptr) same[pair.second] = all.answers[pair.first].answer;
  }
  return same;
}

void find_alike_answers(const DocumentReview& at, std::string_view rule) {
  TextWords words;
  for_each_judged<Responses>(at, [&](const Section& section, const Responses& responses) {
    const SectionAnswers all = answers_of(responses, words);
    const std::vector<const Answer*> same = same_before(all);
    for (size_t i = 0; i < same.size(); ++i) {
      if (same[i] == nullptr) continue;
      const Answer& answer = *all.answers[i].answer;
      at.add(rule, {answer.id, same[i]->id},
             {{"answer", at.quoted(answer.text)},
              {"other", at.quoted(same[i]->text)},
              {"section", at.quoted(section.title)}})
          .field = "text";
    }
  });
}

void find_empty_cues(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Responses>(at, [&](const Section& section, const Responses& responses) {
    for (const Response& response : responses.responses) {
      if (count_words(response.cue) > 0) continue;
      const auto said =
          std::ranges::find_if(response.answers, [](const Answer& answer) { return !blank(answer.text); });
      if (said == response.answers.end()) continue;
      at.add(rule, {response.id}, {{"answer", at.quoted(said->text)}, {"section", at.quoted(section.title)}}).field =
          "cue";
    }
  });
}

struct PlacedCue {
  const Section* section;
  const Response* response;
};

// The same cue twice in a document; told where one of both stands in a section that is judged. Gaps wait for their
// place and may repeat what they belong to.
void find_cues_twice(const DocumentReview& at, std::string_view rule) {
  const std::unordered_set<const Section*> judged(at.judged.begin(), at.judged.end());
  std::unordered_map<std::string, PlacedCue> first;
  for_each_section_of<Responses>(at.document, [&](const Section& section, const Responses& responses) {
    if (is_gaps(section)) return;
    for (const Response& response : responses.responses) {
      std::string said = same_saying(response.cue);
      if (said.empty()) continue;
      const auto [known, is_new] = first.emplace(std::move(said), PlacedCue{&section, &response});
      const PlacedCue& other = known->second;
      if (is_new || (!judged.contains(&section) && !judged.contains(other.section))) continue;
      at.add(rule, {response.id, other.response->id},
             {{"cue", at.quoted(response.cue)},
              {"other", at.quoted(other.response->cue)},
              {"section", at.quoted(section.title)},
              {"other_section", at.quoted(other.section->title)}})
          .field = "cue";
    }
  });
}

void find_advantages_without_benefit(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const SheetColumn* feature = find_column(sheet, "feature");
    const SheetColumn* benefit = find_column(sheet, "benefit");
    if (feature == nullptr || benefit == nullptr) return;
    for (const SheetRow& row : sheet.rows) {
      const std::string& advantage = cell_text(row, *feature);
      if (blank(advantage) || !blank(cell_text(row, *benefit))) continue;
      at.add(rule, {row.id}, {{"advantage", at.quoted(advantage)}, {"section", at.quoted(section.title)}}).field =
          benefit->id;
    }
  });
}

}  // namespace

std::span<const Rule> answer_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"answers_alike", lacking, find_alike_answers},
                                    Rule{"empty_cue", lacking, find_empty_cues},
                                    Rule{"cue_twice", lacking, find_cues_twice},
                                    Rule{"advantage_without_benefit", lacking, find_advantages_without_benefit}};
  return rules;
}

}  // namespace canvasbook
