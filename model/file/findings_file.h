// Findings as JSON for other programs.
#pragma once

#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "model/review/review.h"

namespace canvasbook {

// A list of objects with rule, document, item (to dismiss it by), items, what, why, way_out, dismissed, hint, of a
// STOP phrase hears where its list says it, and, where dismissed, reason.
std::string findings_as_json(const std::vector<Finding>& findings, const Catalog& catalog);

}  // namespace canvasbook
