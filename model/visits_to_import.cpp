#include "model/visits_to_import.h"

#include <array>

#include "model/visit_answers.h"

namespace canvasbook {

namespace {

ItemScale scale_of(const ImportProblem& problem) {
  return problem.own_scale.levels.empty() ? ItemScale(problem.scale) : ItemScale(problem.own_scale);
}

}  // namespace

const char* problem_name(ImportProblemKind kind) {
  constexpr std::array names{"no_head",        "unknown_column", "no_date",        "bad_date",
                             "bad_time",       "unknown_item",   "ambiguous_item", "bad_answer",
                             "answered_twice", "other_head",     "nothing_filled"};
  return names[static_cast<size_t>(kind)];
}

std::string problem_words(const ImportProblem& problem, const Catalog& words) {
  return words.text(std::string("visits_import.") + problem_name(problem.kind),
                    {{"line", std::to_string(problem.line)},
                     {"value", problem.value},
                     {"item", problem.item},
                     {"offered", offered_answers(scale_of(problem), words)}});
}

}  // namespace canvasbook
