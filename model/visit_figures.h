// Figures that several visits come to, and the rows that they stand in: see visit_results.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace canvasbook {

// Below that many visits a figure is told with its range and without decimals.
inline constexpr size_t few_visits = 5;

// A score over several visits.
struct ResultFigure {
  size_t visits = 0;                 // that it comes from: n
  std::optional<double> score = {};  // 0 … 1; nothing where nothing applies
  double least = 0;                  // of one visit
  double most = 0;
  size_t marks = 0;  // that were given, "does not apply" too
  size_t not_applicable = 0;

  bool is_few() const { return visits < few_visits; }
  // 0 … 1, or nothing where there is no mark.
  std::optional<double> part_not_applicable() const;

  bool operator==(const ResultFigure&) const = default;
};

struct VisitComment {
  std::string visit;  // id
  std::string text;

  bool operator==(const VisitComment&) const = default;
};

// A place, a shopper, a month, a section or an item of the list with what it comes to.
struct ResultRow {
  std::string id;     // of the section or the item; the place or the shopper itself; "2026-05"
  std::string name;   // of a month its id: the words are the catalog's
  std::string group;  // of an item the title of its section
  ResultFigure figure;
  bool is_critical = false;                 // of an item
  bool is_counted = true;                   // an item whose weight is 0 is not
  std::vector<std::string> failed = {};     // visits by id: in which the critical item failed; else that failed
  std::vector<VisitComment> comments = {};  // of an item, the latest first

  bool operator==(const ResultRow&) const = default;
};

// A place or a section whose score falls from month to month.
struct FallingRow {
  std::string id;
  double trend = 0;  // part a month, below 0
  ResultRow first;   // its earliest month with a score
  ResultRow last;

  bool operator==(const FallingRow&) const = default;
};

}  // namespace canvasbook
