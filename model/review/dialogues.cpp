// The rules for dialogues that take another way than the answers of their document say.
#include <algorithm>
#include <array>
#include <optional>

#include "model/review/rules.h"

namespace canvasbook {

namespace {

// An answer that a line can say, and its place in the scheme of the call.
struct SchemeAnswer {
  const CallWay* way = nullptr;
  const CallCue* cue = nullptr;
  size_t section = 0;  // its place in the document
};

// What the scheme of a document says of the ways between its cues.
struct Course {
  std::unordered_map<std::string_view, SchemeAnswer> answers;     // by id
  std::unordered_map<std::string_view, const CallCue*> cues;      // by id
  std::unordered_map<std::string_view, size_t> section_of_cue;    // by the cue's id: the section's place
  std::unordered_map<std::string_view, size_t> place_of_section;  // by id
  std::vector<size_t> ends;                                       // by section: where the next begins that is no part
  std::unordered_set<std::string_view> led_to;                    // cues and sections
  std::vector<bool> is_reached;                                   // sections that an answer leads to, and their parts
};

std::vector<size_t> ends_of_sections(const Document& document) {
  std::vector<size_t> ends(document.sections.size(), document.sections.size());
  std::vector<size_t> open;
  for (size_t i = 0; i < document.sections.size(); ++i) {
    while (!open.empty() && document.sections[open.back()]->level >= document.sections[i]->level) {
      ends[open.back()] = i;
      open.pop_back();
    }
    open.push_back(i);
  }
  return ends;
}

Course course_of(const DocumentReview& at) {
  Course course;
  course.ends = ends_of_sections(at.document);
  for (size_t i = 0; i < at.document.sections.size(); ++i)
    course.place_of_section.emplace(at.document.sections[i]->id, i);
  for (const CallStage& stage : at.calls.stages) {
    const size_t section = course.place_of_section.at(stage.section->id);
    for (const CallCue& cue : stage.cues) {
      course.cues.emplace(cue.response->id, &cue);
      course.section_of_cue.emplace(cue.response->id, section);
      for (const CallWay& way : cue.ways) {
        course.answers.emplace(way.answer->id, SchemeAnswer{&way, &cue, section});
        if (way.to == WayTo::cue || way.to == WayTo::section) course.led_to.insert(way.answer->leads_to);
      }
    }
  }
  size_t reached_until = 0;
  for (size_t i = 0; i < at.document.sections.size(); ++i) {
    if (course.led_to.contains(at.document.sections[i]->id)) reached_until = std::max(reached_until, course.ends[i]);
    course.is_reached.push_back(i < reached_until);
  }
  return course;
}

// A cue that leads on by one of its answers, or that an answer leads to.
bool is_drawn(const Course& course, const CallCue& cue) {
  return course.led_to.contains(cue.response->id) ||
         std::ranges::any_of(cue.ways, [](const CallWay& way) { return way.to != WayTo::nothing; });
}

// Whether the scheme knows where a cue stands in the talk. Others are said in passing, wherever they fit.
bool is_of_talk(const Course& course, const SchemeAnswer& said) {
  return is_drawn(course, *said.cue) || course.is_reached[said.section];
}

// Within a stage clients bring up what they like: what no answer leads to.
bool is_brought_up(const Course& course, const SchemeAnswer& before, const SchemeAnswer& now) {
  return now.section == before.section && !course.led_to.contains(now.cue->response->id);
}

bool has_way(const Course& course, const SchemeAnswer& before, const SchemeAnswer& now) {
  const std::string& to = before.way->answer->leads_to;
  if (before.way->to == WayTo::section) {
    const size_t section = course.place_of_section.at(to);
    return section <= now.section && now.section < course.ends[section];
  }
  const auto section = course.section_of_cue.find(to);
  if (section == course.section_of_cue.end()) return true;  // a cue that is no part of the scheme
  return to == now.cue->response->id || (section->second == now.section && now.section != before.section);
}

// How a dialogue differs from the scheme.
enum class Deviation { elsewhere, after_end, unsaid_step };

struct DialogueDeviation {
  Deviation deviation = Deviation::elsewhere;
  const Section* dialogue = nullptr;
  const DialogueLine* line = nullptr;  // the one that goes another way
  SchemeAnswer before;                 // what was said before
  SchemeAnswer now;                    // what the line says
};

// From one line to the next that says an answer, where the scheme does not have it so.
std::optional<Deviation> deviation_between(const Course& course, const SchemeAnswer& before, const SchemeAnswer& now) {
  const bool is_judged = before.cue != now.cue && is_of_talk(course, now) && !is_brought_up(course, before, now);
  if (!is_judged) return std::nullopt;
  switch (before.way->to) {
    case WayTo::cue:
    case WayTo::section:
      return has_way(course, before, now) ? std::nullopt : std::optional(Deviation::elsewhere);
    case WayTo::nothing:
      return is_drawn(course, *before.cue) ? std::optional(Deviation::unsaid_step) : std::nullopt;
    case WayTo::end:
    case WayTo::gone:
      break;
  }
  return std::nullopt;
}

void add_deviations(const Course& course, const Section& section, const Dialogue& dialogue,
                    std::vector<DialogueDeviation>& found) {
  std::optional<SchemeAnswer> before;
  std::optional<SchemeAnswer> ended;  // with this answer the talk is over
  for (const DialogueLine& line : dialogue.lines) {
    const auto known = course.answers.find(line.module);
    if (known == course.answers.end()) continue;
    const SchemeAnswer& now = known->second;
    if (ended && is_of_talk(course, now)) {
      if (ended->cue != now.cue) found.push_back({Deviation::after_end, &section, &line, *ended, now});
      ended.reset();
    } else if (before) {
      if (const auto deviation = deviation_between(course, *before, now))
        found.push_back({*deviation, &section, &line, *before, now});
    }
    if (now.way->to == WayTo::end) ended = now;
    before = now;
  }
}

std::vector<DialogueDeviation> deviations_of(const DocumentReview& at, const Course& course) {
  std::vector<DialogueDeviation> found;
  for_each_judged<Dialogue>(
      at, [&](const Section& section, const Dialogue& dialogue) { add_deviations(course, section, dialogue, found); });
  return found;
}

Finding& add_deviation(const DocumentReview& at, std::string_view rule, const DialogueDeviation& one) {
  Finding& finding = at.add(rule, {one.line->id, one.before.way->answer->id},
                            {{"line", at.quoted(one.line->text)},
                             {"section", at.quoted(one.dialogue->title)},
                             {"answer", at.quoted(one.before.way->answer->text)},
                             {"cue", at.quoted(one.now.cue->response->cue)}});
  finding.field = "text";
  return finding;
}

void find_dialogues_elsewhere(const DocumentReview& at, std::string_view rule) {
  if (at.calls.stages.empty()) return;
  const Course course = course_of(at);
  for (const DialogueDeviation& one : deviations_of(at, course)) {
    if (one.deviation != Deviation::elsewhere) continue;
    const std::string& to = one.before.way->answer->leads_to;
    const std::string& next = one.before.way->to == WayTo::cue
                                  ? course.cues.at(to)->response->cue
                                  : at.document.sections[course.place_of_section.at(to)]->title;
    add_deviation(at, rule, one).arguments.emplace_back("next", at.quoted(next));
  }
}

void find_dialogues_after_end(const DocumentReview& at, std::string_view rule) {
  if (at.calls.stages.empty()) return;
  for (const DialogueDeviation& one : deviations_of(at, course_of(at))) {
    if (one.deviation != Deviation::after_end) continue;
    const std::string end = end_words(*one.before.way->answer, at.catalog);
    add_deviation(at, rule, one).arguments.emplace_back("end", at.quoted(end));
  }
}

// Where all dialogues go from an answer: to one cue, or to cues of one section; empty where they differ.
using CommonSteps = std::unordered_map<const Answer*, std::string_view>;

CommonSteps common_steps(const DocumentReview& at, const std::vector<DialogueDeviation>& deviations) {
  std::unordered_map<const Answer*, SchemeAnswer> first;
  CommonSteps steps;
  for (const DialogueDeviation& one : deviations) {
    if (one.deviation != Deviation::unsaid_step) continue;
    const Answer* answer = one.before.way->answer;
    if (first.emplace(answer, one.now).second) steps[answer] = one.now.cue->response->id;
    std::string_view& step = steps[answer];
    const std::string& section = at.document.sections[one.now.section]->id;
    const bool is_same_section = first[answer].section == one.now.section && one.now.section != one.before.section;
    if (step != one.now.cue->response->id && step != section)
      step = is_same_section && !step.empty() ? std::string_view(section) : std::string_view();
  }
  return steps;
}

void find_unsaid_steps(const DocumentReview& at, std::string_view rule) {
  if (at.calls.stages.empty()) return;
  const std::vector<DialogueDeviation> deviations = deviations_of(at, course_of(at));
  const CommonSteps steps = common_steps(at, deviations);
  for (const DialogueDeviation& one : deviations) {
    if (one.deviation != Deviation::unsaid_step) continue;
    Finding& finding = add_deviation(at, rule, one);
    const std::string_view step = steps.at(one.before.way->answer);
    finding.has_mend = !step.empty();
    if (finding.has_mend) finding.arguments.emplace_back("to", step);
  }
}

}  // namespace

std::span<const Rule> dialogue_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"dialogue_elsewhere", lacking, find_dialogues_elsewhere},
                                    Rule{"dialogue_after_end", lacking, find_dialogues_after_end},
                                    Rule{"dialogue_shows_step", hint, find_unsaid_steps}};
  return rules;
}

}  // namespace canvasbook
