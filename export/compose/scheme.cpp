// The scheme of a call, and where an answer leads in words.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "export/compose/section.h"
#include "model/call_scheme.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// A text as one line without marks.
std::string plain_line(const std::string& text) { return to_one_line(plain_text(printed_spans(text))); }

bool is_in_talk(const CallCue& cue, const std::unordered_set<std::string_view>& led_to) {
  return led_to.contains(cue.response->id) ||
         std::ranges::any_of(cue.ways, [](const CallWay& way) { return way.to != WayTo::nothing; });
}

using Ids = std::unordered_set<std::string_view>;

// What the answers of a scheme lead to.
Ids led_to_in(const CallScheme& scheme) {
  Ids ids;
  for (const CallStage& stage : scheme.stages) {
    for (const CallCue& cue : stage.cues) {
      for (const CallWay& way : cue.ways) ids.insert(way.answer->leads_to);
    }
  }
  return ids;
}

// All that prints has a number, also what no answer leads to: so that a number is found by turning the pages.
NumberedPlaces numbered(const CallScheme& scheme) {
  const Ids led_to = led_to_in(scheme);
  NumberedPlaces steps;
  size_t stages = 0;
  for (const CallStage& stage : scheme.stages) {
    const auto prints = [&](const CallCue& cue) {
      return led_to.contains(cue.response->id) || !cue.ways.empty() || !printed_text(cue.response->cue).empty();
    };
    if (std::ranges::none_of(stage.cues, prints) && !led_to.contains(stage.section->id)) continue;
    const std::string number = std::to_string(++stages);
    steps.emplace(stage.section->id, NumberedPlace{number, numbered_title(number, printed_text(stage.section->title))});
    size_t cues = 0;
    for (const CallCue& cue : stage.cues) {
      if (!prints(cue)) continue;
      const std::string own = number + "." + std::to_string(++cues);
      steps.emplace(cue.response->id, NumberedPlace{own, own});
    }
  }
  return steps;
}

// "9.6, 9.7", the first of many.
std::string list_of(const std::vector<std::string>& numbers) {
  constexpr size_t most = 8;
  std::string list;
  for (size_t i = 0; i < std::min(numbers.size(), most); ++i) list += (i == 0 ? "" : ", ") + numbers[i];
  return numbers.size() > most ? list + " …" : list;
}

class SchemeComposer {
 public:
  SchemeComposer(const CallScheme& scheme, const Catalog& catalog, const NumberedPlaces& steps)
      : scheme_(scheme), catalog_(catalog), led_to_(led_to_in(scheme)), steps_(steps) {}

  // Those that something leads to, or to a cue of them, or whose cues lead on.
  std::vector<Scheme::Stage> stages() const {
    std::vector<Scheme::Stage> stages;
    for (const CallStage& stage : scheme_.stages) {
      const bool has_cues =
          std::ranges::any_of(stage.cues, [&](const CallCue& cue) { return is_in_talk(cue, led_to_); });
      if (has_cues || led_to_.contains(stage.section->id)) stages.push_back(stage_of(stage));
    }
    return stages;
  }

 private:
  Scheme::Stage stage_of(const CallStage& stage) const {
    Scheme::Stage made{
        stage.section->id, steps_.at(stage.section->id).number, printed_text(stage.section->title), {}, {}};
    std::vector<std::string> rest;  // numbers of those that print in the book, and are not drawn here
    for (const CallCue& cue : stage.cues) {
      const auto own = steps_.find(cue.response->id);
      if (own == steps_.end()) continue;
      if (is_in_talk(cue, led_to_)) {
        made.cues.push_back(cue_of(cue, own->second.number));
      } else {
        rest.push_back(own->second.number);
      }
    }
    if (!rest.empty()) made.more = catalog_.count("paper.more_cues", rest.size()) + ": " + list_of(rest);
    return made;
  }

  Scheme::Cue cue_of(const CallCue& cue, const std::string& number) const {
    Scheme::Cue made{cue.response->id, number, plain_line(cue.response->cue), {}};
    for (size_t i = 0; i < cue.ways.size(); ++i) {
      const Answer& answer = *cue.ways[i].answer;
      const std::string number_of_answer = cue.ways.size() > 1 ? std::to_string(i + 1) : std::string();
      Scheme::Way way{answer.id, number_of_answer, plain_line(answer.text), {}, {}, answer.end};
      const auto target = steps_.find(answer.leads_to);
      if (answer.end != CallEnd::none) {
        way.words = plain_line(end_words(answer, catalog_));
      } else if (target != steps_.end()) {
        way.to = answer.leads_to;
        way.words = target->second.number;
      }
      made.ways.push_back(std::move(way));
    }
    return made;
  }

  const CallScheme& scheme_;
  const Catalog& catalog_;
  const Ids led_to_;
  const NumberedPlaces& steps_;
};

}  // namespace

NumberedPlaces steps_of(const Document& document) { return numbered(call_scheme(document)); }

std::string step_number(const std::string& item, const ComposeContext& context) {
  const auto step = context.steps.find(item);
  return step == context.steps.end() ? std::string() : step->second.number;
}

std::string numbered_title(const std::string& number, const std::string& title) {
  return number.empty() || title.empty() ? number + title : number + ". " + title;
}

std::string next_step_words(const Answer& answer, const ComposeContext& context) {
  if (answer.end != CallEnd::none) return end_words(answer, context.catalog);
  const auto step = context.steps.find(answer.leads_to);
  return step == context.steps.end() ? std::string() : step->second.words;
}

PrintParts compose_scheme(const ComposeContext& context) {
  const CallScheme calls = call_scheme(context.document);
  std::string title = context.catalog.text("paper.call_scheme");
  Scheme scheme{context.document.id, title, SchemeComposer(calls, context.catalog, context.steps).stages()};
  if (scheme.stages.empty()) return {};
  return {{context.document.id, std::move(title), 1, context.document.language, std::move(scheme)}};
}

}  // namespace canvasbook
