#include "model/visits_to_import.h"

#include <array>

#include "model/visit_answers.h"

namespace canvasbook {

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
                     {"offered", offered_answers(problem.scale, words)}});
}

}  // namespace canvasbook
