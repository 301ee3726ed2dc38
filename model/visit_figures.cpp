#include "model/visit_figures.h"

namespace canvasbook {

std::optional<double> ResultFigure::part_not_applicable() const {
  if (marks == 0) return std::nullopt;
  return static_cast<double>(not_applicable) / static_cast<double>(marks);
}

}  // namespace canvasbook
