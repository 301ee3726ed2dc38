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
  constexpr std::array names{"no_head",        "unknown_column", "no_date",    "bad_date",         "bad_time",
                             "unknown_item",   "ambiguous_item", "bad_answer", "ambiguous_answer", "answered_twice",
                             "text_twice",     "text_of_none",   "other_head", "same_visit",       "known_visit",
                             "nothing_filled", "stray_text",     "more_cells", "doubled_column",   "column_of_none"};
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
