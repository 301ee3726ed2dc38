// What the results of visits keep from frame to frame.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "editor/frame/line_field.h"
#include "editor/parts/key_focus.h"
#include "editor/session/cached.h"
#include "export/pages.h"
#include "model/result_subject.h"

namespace canvasbook {

// The visits that a figure comes from.
struct VisitsBehind {
  ResultFilter filter;
  ResultSubject subject;

  bool operator==(const VisitsBehind&) const = default;
};

// Of a section of visits, as long as the workbook is open.
struct SectionResults {
  bool are_shown = false;   // in place of the visits
  bool leads_back = false;  // from the visits to the results, where a figure led to them
  ResultFilter filter;
  LineField since;  // as they are typed
  LineField until;
  std::optional<VisitsBehind> behind;  // the list shows these alone
};

// The report as it prints.
struct VisitsReport {
  Pages pages;  // none where the filter takes no visit that counts
  TakenVisits taken;
  bool has_finished = false;  // whatever the filter
  bool has_points = false;    // see has_points_scale
};

struct ResultsState {
  std::map<std::string, SectionResults> sections;  // by id
  Cached<VisitsReport> report;
  std::string report_of;  // the section, and the filter, that it is of
  ResultFilter report_by;
  KeyFocus focus;

  void forget_workbook() { *this = {}; }
};

}  // namespace canvasbook
