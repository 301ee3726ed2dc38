#include "model/visit_results.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "model/kinds/checklist_openers.h"
#include "model/visit_trends.h"

namespace canvasbook {

namespace {

constexpr double rounding = 1e-9;

using Rows = std::map<std::string, RowSum, std::less<>>;

std::string month_of(const Date& day) { return write_date(day).substr(0, 7); }

RowSum& row_of(Rows& rows, const std::string& name) {
  RowSum& sum = rows[name];
  if (sum.row.id.empty()) sum.row.id = sum.row.name = name;
  return sum;
}

std::vector<ResultRow> finished(Rows rows) {
  std::vector<ResultRow> result;
  for (auto& entry : rows) result.push_back(finished(std::move(entry.second)));
  return result;
}

std::vector<ResultRow> finished(std::vector<RowSum> rows) {
  std::vector<ResultRow> result;
  for (RowSum& row : rows) result.push_back(finished(std::move(row)));
  return result;
}

// An item in one round.
struct RoundSum {
  RowSum sum;
  bool failed = false;
};

// Goes through the visits once, in the order of their days, so that the order of entering changes no sum.
class Gathering {
 public:
  Gathering(const Visits& visits, const ResultFilter& filter) : filter_(filter) {
    for (const auto& shared : visits.visits) {
      if (!takes(filter, *shared)) continue;
      if (!shared->finished) {
        ++results_.drafts;
      } else {
        chosen_.push_back(&*shared);
      }
    }
    std::ranges::sort(chosen_, [](const Visit* one, const Visit* other) {
      return one->head == other->head ? one->id < other->id : one->head < other->head;
    });
    layout_ = layout_of(visits, chosen_);
    const size_t all = chosen_.size();
    std::erase_if(chosen_, [&](const Visit* visit) { return layout_.revision_of(*visit) == nullptr; });
    results_.unreadable = all - chosen_.size();
    find_rounds();
  }

  VisitResults take() {
    for (const Visit* visit : chosen_) add(*visit);
    results_.total = finished(std::move(total_));
    results_.months = finished(std::move(months_));
    results_.shoppers = finished(std::move(shoppers_));
    results_.sections = finished(std::move(layout_.sections));
    for (auto& entry : places_) {
      std::vector<ResultFigure>& line = results_.heat.emplace_back();
      for (RowSum& cell : heat_[entry.first]) line.push_back(finished(std::move(cell)).figure);
    }
    results_.places = finished(std::move(places_));
    add_changes();
    results_.items = finished(std::move(layout_.items));
    for (ResultRow& item : results_.items) std::ranges::reverse(item.comments);
    add_spreads();
    results_.trend = trend_of(results_.months);
    results_.falling_place = steepest_fall(months_of_places_);
    results_.falling_section = steepest_fall(months_of_sections_);
    return std::move(results_);
  }

 private:
  void find_rounds() {
    for (const Visit* visit : chosen_) {
      const std::string month = month_of(visit->head.day);
      if (month == results_.changes.now) continue;
      results_.changes.before = std::move(results_.changes.now);
      results_.changes.now = month;
    }
  }

  void add(const Visit& visit) {
    const RevisionLayout& revision = *layout_.revision_of(visit);
    const ChecklistScore score = score_checklist(*revision.list, visit.marks, filter_.rule);
    const std::optional<double> part = score.total.part();
    results_.visits.push_back({&visit, part, score.total.failed, static_cast<size_t>(score.total.unmarked)});
    if (part) ++results_.distribution[std::min<size_t>(9, static_cast<size_t>(*part * 10 + rounding))];
    const std::string month = month_of(visit.head.day);
    RowSum* const over_all[] = {&total_, &row_of(places_, visit.head.place), &row_of(shoppers_, visit.head.shopper),
                                &row_of(months_, month), &row_of(spreads_[visit.head.place], visit.head.shopper)};
    for (RowSum* row : over_all) {
      row->add(part);
      if (!score.total.failed.empty()) row->row.failed.push_back(visit.id);
    }
    add_to_month(months_of_places_, visit.head.place, month, part);
    std::vector<RoundSum>* const round = round_of(month);
    std::vector<RowSum>& heat = heat_[visit.head.place];
    heat.resize(layout_.sections.size());
    for (size_t g = 0; g < score.groups.size(); ++g) {
      const size_t section = revision.sections[g];
      layout_.sections[section].add(score.groups[g].part());
      heat[section].add(score.groups[g].part());
      add_to_month(months_of_sections_, layout_.sections[section].row.id, month, score.groups[g].part());
      if (!score.groups[g].failed.empty()) layout_.sections[section].row.failed.push_back(visit.id);
    }
    const Marks by_id = has_openers(*revision.list) ? marks_by_id(*revision.list, visit.marks) : Marks();
    std::vector<MarkCount> counts(layout_.sections.size());
    for (size_t i = 0; i < revision.items.size(); ++i) {
      if (visit.marks[i] == not_marked || is_closed(*revision.list, *revision.items[i].item, by_id)) continue;
      add_mark(visit, revision.items[i], visit.marks[i], round);
      MarkCount& count = counts[revision.items[i].section];
      ++count.marks;
      if (visit.marks[i] == mark_not_applicable) ++count.not_applicable;
    }
    for (size_t section = 0; section < counts.size(); ++section) {
      layout_.sections[section].add(counts[section]);
      heat[section].add(counts[section]);
      for (RowSum* row : over_all) row->add(counts[section]);
    }
    for (const auto& comment : visit.comments) {
      const auto row = layout_.item_rows.find(comment.first);
      if (row != layout_.item_rows.end()) layout_.items[row->second].row.comments.push_back({visit.id, comment.second});
    }
  }

  // What the items of a round are summed up in; nullptr for a month that is none of the last two.
  std::vector<RoundSum>* round_of(const std::string& month) {
    std::vector<RoundSum>* round = month == results_.changes.now      ? &now_
                                   : month == results_.changes.before ? &before_
                                                                      : nullptr;
    if (round != nullptr) round->resize(layout_.items.size());
    return round;
  }

  void add_mark(const Visit& visit, const ItemLayout& item, int mark, std::vector<RoundSum>* round) {
    RowSum& sum = layout_.items[item.row];
    const bool applies = mark != mark_not_applicable;
    sum.add(MarkCount{1, applies ? size_t{0} : size_t{1}});
    if (!applies || !gives_points(item.scale)) return;
    const double part = part_of_best(item.scale, mark, filter_.rule);
    const bool failed = item.item->critical && !passes(item.scale, *item.item, mark);
    sum.add(part);
    if (failed) sum.row.failed.push_back(visit.id);
    if (round == nullptr) return;
    (*round)[item.row].sum.add(part);
    (*round)[item.row].failed = (*round)[item.row].failed || failed;
  }

  void add_changes() {
    std::vector<RoundChange>& changes = results_.changes.items;
    before_.resize(layout_.items.size());
    now_.resize(layout_.items.size());
    for (size_t i = 0; i < layout_.items.size(); ++i) {
      const ResultFigure was = finished(before_[i].sum).figure;
      const ResultFigure is = finished(now_[i].sum).figure;
      const std::optional<double>& before = was.score;
      const std::optional<double>& now = is.score;
      if (!before || !now) continue;
      const double change = *now - *before;
      const bool is_low = *now <= broken_part + rounding && *before <= broken_part + rounding;
      const bool is_broken = is_low || (before_[i].failed && now_[i].failed);
      const bool has_changed = std::abs(change) >= least_change - rounding;
      if (!has_changed && !is_broken) continue;
      const ItemChangeKind kind = !has_changed ? ItemChangeKind::still_broken
                                  : change > 0 ? ItemChangeKind::better
                                               : ItemChangeKind::worse;
      changes.push_back(
          {kind, layout_.items[i].row.id, layout_.items[i].row.name, *before, *now, was.visits, is.visits});
    }
    std::ranges::stable_sort(changes, [](const RoundChange& one, const RoundChange& other) {
      if (one.kind != other.kind) return one.kind < other.kind;
      return std::abs(one.now - one.before) > std::abs(other.now - other.before) + rounding;
    });
  }

  void add_spreads() {
    for (auto& entry : spreads_) {
      PlaceSpread spread{entry.first, finished(std::move(entry.second)), 0};
      std::erase_if(spread.shoppers, [](const ResultRow& row) { return !row.figure.score; });
      if (spread.shoppers.size() < 2) continue;
      std::ranges::stable_sort(spread.shoppers, {}, [](const ResultRow& row) { return *row.figure.score; });
      spread.spread = *spread.shoppers.back().figure.score - *spread.shoppers.front().figure.score;
      results_.spreads.push_back(std::move(spread));
    }
    std::ranges::stable_sort(results_.spreads, std::ranges::greater(), &PlaceSpread::spread);
  }

  const ResultFilter& filter_;
  std::vector<const Visit*> chosen_;
  ResultLayout layout_;
  VisitResults results_;
  RowSum total_;
  Rows places_;
  Rows shoppers_;
  Rows months_;
  std::map<std::string, Rows> spreads_;              // by place
  std::map<std::string, std::vector<RowSum>> heat_;  // by place, a cell a section
  MonthlySums months_of_places_;
  MonthlySums months_of_sections_;  // by the id of the section
  std::vector<RoundSum> before_;    // an item each
  std::vector<RoundSum> now_;
};

}  // namespace

bool takes(const ResultFilter& filter, const Visit& visit) {
  const VisitHead& head = visit.head;
  const int day = order_of(head.day);
  if (filter.since && day < order_of(*filter.since)) return false;
  if (filter.until && day > order_of(*filter.until)) return false;
  if (!filter.place.empty() && head.place != filter.place) return false;
  return filter.shopper.empty() || head.shopper == filter.shopper;
}

TakenVisits count_taken(const Visits& visits, const ResultFilter& filter) {
  TakenVisits count;
  for (const auto& visit : visits.visits) {
    if (!takes(filter, *visit)) continue;
    if (!visit->finished) {
      ++count.drafts;
    } else if (list_of(visits, *visit) != nullptr) {
      ++count.counted;
    }
  }
  return count;
}

VisitResults results_of(const Visits& visits, const ResultFilter& filter) { return Gathering(visits, filter).take(); }

const std::vector<ResultRow>& rows_by(const VisitResults& results, ResultsBy by) {
  switch (by) {
    case ResultsBy::place:
      return results.places;
    case ResultsBy::shopper:
      return results.shoppers;
    case ResultsBy::month:
      return results.months;
    case ResultsBy::section:
      return results.sections;
    case ResultsBy::item:
      break;
  }
  return results.items;
}

std::vector<const ResultRow*> weakest_items(const VisitResults& results) {
  std::vector<const ResultRow*> weak;
  for (const ResultRow& item : results.items) {
    if (item.figure.score && *item.figure.score < 1 - rounding) weak.push_back(&item);
  }
  const bool has_many = !results.total.figure.is_few();
  std::ranges::stable_sort(weak, [&](const ResultRow* one, const ResultRow* other) {
    if (has_many && one->figure.is_few() != other->figure.is_few()) return other->figure.is_few();
    if (std::abs(*one->figure.score - *other->figure.score) > rounding) {
      return *one->figure.score < *other->figure.score;
    }
    return one->figure.visits > other->figure.visits;
  });
  return weak;
}

std::vector<const ResultRow*> failed_critical_items(const VisitResults& results) {
  std::vector<const ResultRow*> failed;
  for (const ResultRow& item : results.items) {
    if (!item.failed.empty()) failed.push_back(&item);
  }
  std::ranges::stable_sort(failed, std::ranges::greater(), [](const ResultRow* row) { return row->failed.size(); });
  return failed;
}

bool has_points_scale(const Visits& visits) {
  return std::ranges::any_of(visits.revisions, [](const auto& revision) {
    return std::ranges::any_of(items_in_order(revision->list), [&](const CheckItem* item) {
      return item->weight > 0 && has_points(scale_of(revision->list, *item));
    });
  });
}

}  // namespace canvasbook
