// What visits come to: computed, never stored. A visit's score is that of checklist_score.h; several visits have the
// mean of theirs, so that each counts the same, however long its list was. Items and sections are matched by id across
// the revisions of the list. Drafts count in nothing.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/kinds/visits.h"
#include "model/visit_figures.h"

namespace canvasbook {

struct ResultFilter {
  std::optional<Date> since = {};  // this day counts
  std::optional<Date> until = {};  // so does this
  std::string place = {};          // empty: all
  std::string shopper = {};        // empty: all
  PointsRule rule = PointsRule::of_maximum;

  bool operator==(const ResultFilter&) const = default;
};

// By less two rounds do not differ.
inline constexpr double least_change = 0.1;
// What an item reaches at most that is broken.
inline constexpr double broken_part = 0.5;

struct VisitScore {
  const Visit* visit = nullptr;
  std::optional<double> score;      // 0 … 1; nothing where nothing applies
  std::vector<std::string> failed;  // critical items, by id
  size_t unmarked = 0;

  bool operator==(const VisitScore&) const = default;
};

// How far apart several shoppers are at one place.
struct PlaceSpread {
  std::string place;
  std::vector<ResultRow> shoppers;  // the lowest first; at least two
  double spread = 0;                // between the means of the first and the last

  bool operator==(const PlaceSpread&) const = default;
};

enum class ItemChangeKind { better, worse, still_broken };

// An item in the last round and in the one before. A round is a month with visits.
struct RoundChange {
  ItemChangeKind kind = ItemChangeKind::better;
  std::string item;  // id
  std::string text;
  double before = 0;
  double now = 0;
  size_t visits_before = 0;  // that each comes from
  size_t visits_now = 0;

  bool operator==(const RoundChange&) const = default;
};

struct RoundChanges {
  std::string before;  // "2026-04"; empty where there was no earlier round
  std::string now;
  std::vector<RoundChange> items;  // better, worse, still broken; the largest change first, then the order of the list

  bool operator==(const RoundChanges&) const = default;
};

// It points into the visits, which must live as long.
struct VisitResults {
  std::vector<VisitScore> visits;  // by day, time, place and shopper
  size_t drafts = 0;               // that the filter takes and that are left out
  size_t unreadable = 0;           // visits without a revision: they are counted nowhere
  ResultRow total;
  std::vector<ResultRow> places;                // in the order of the alphabet
  std::vector<ResultRow> shoppers;              // so are these
  std::vector<ResultRow> months;                // the earliest first; only those with visits
  std::vector<ResultRow> sections;              // in the order of the latest revision, then what only earlier ones have
  std::vector<ResultRow> items;                 // so are these
  std::vector<std::vector<ResultFigure>> heat;  // a line a place, a cell a section
  std::array<size_t, 10> distribution{};        // visits with a score below 10 %, 20 % … and up to 100 %
  std::vector<PlaceSpread> spreads;             // the widest first
  std::optional<double> trend;                  // of the months' scores, part a month; see visit_trends.h
  std::optional<FallingRow> falling_place;      // the steepest; nothing where none falls
  std::optional<FallingRow> falling_section;
  RoundChanges changes;

  bool operator==(const VisitResults&) const = default;
};

VisitResults results_of(const Visits& visits, const ResultFilter& filter = {});

// Whether a filter takes a visit, finished or not.
bool takes(const ResultFilter& filter, const Visit& visit);

// How many visits count in the results and how many drafts are left out, told without computing these.
struct TakenVisits {
  size_t counted = 0;
  size_t drafts = 0;

  bool operator==(const TakenVisits&) const = default;
};
TakenVisits count_taken(const Visits& visits, const ResultFilter& filter);

enum class ResultsBy { place, shopper, month, section, item };
inline constexpr std::array<std::string_view, 5> results_by_names{"place", "shopper", "month", "section", "item"};
const std::vector<ResultRow>& rows_by(const VisitResults& results, ResultsBy by);

// The items that lack something, the weakest first, then those that more visits say so of; not those that all visits
// found in order. Of those that few visits had, such as one that another item opens, nothing sure is said: they come
// last where there are more visits. They point into the results.
std::vector<const ResultRow*> weakest_items(const VisitResults& results);

// The critical items that failed, those that failed most often first.
std::vector<const ResultRow*> failed_critical_items(const VisitResults& results);

// Whether any mark that counts was given on a scale of points: only then does the rule for points matter.
bool has_points_scale(const Visits& visits);

}  // namespace canvasbook
