// The kind `checklist`: items that are looked at and marked on a scale: the check list of a hall,
// the questionnaire of a mystery shopper.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/unknown_fields.h"
#include "model/kinds/fields.h"
#include "model/kinds/scale.h"

namespace canvasbook {

inline constexpr double heaviest_check = 10;

// Of an item that was not marked in the trial run; marks are those of checklist_score.h, from -1 on.
inline constexpr int not_marked = -2;

// The field of a check item that names another one: the only link that stays where what it names is removed.
inline constexpr std::string_view opens_on_field = "opens_on";

// The field of a check item, or of its list, that names a scale of the list.
inline constexpr std::string_view own_scale_field = "own_scale";

struct CheckItem {
  std::string id;
  std::string text;         // what is looked at
  std::string requirement;  // what good looks like
  double weight = 1;        // 0 … heaviest_check, whole tenths; 0: it is asked, but gives no points
  bool critical = false;    // a mark below its threshold fails the check
  Scale scale = Scale::inherited;
  UnknownFields unknown;
  std::string standard = {};       // id of the service standard that it measures, or empty
  std::string standard_said = {};  // what that asked when the item was made of it, see standard_checks.h
  int threshold = 0;               // of a critical item on a scale of points, see passing_mark; 0: the best mark
  int trial_mark = not_marked;     // a draft: neither printed nor exported nor reviewed, and copies have none
  std::string evidence = {};       // what proves the mark and is written down with it: "receipt no."; or empty
  std::string opens_on = {};       // id of the item that opens it, see checklist_openers.h; or empty
  std::string own_scale = {};      // id of a scale of the list, which then counts and not `scale`; or empty
  int least_points = 0;            // of a critical item on an own scale, see passing_points; 0: the most it gives

  bool operator==(const CheckItem&) const = default;
};

struct CheckGroup {
  std::string id;
  std::string title;
  std::vector<CheckItem> items;
  UnknownFields unknown;

  bool operator==(const CheckGroup&) const = default;
};

// A line to fill in by hand: date, place, name, signature.
struct FormLine {
  std::string id;
  std::string title;
  UnknownFields unknown;

  bool operator==(const FormLine&) const = default;
};

struct Checklist {
  static constexpr bool is_list_of_items = true;

  Scale scale = Scale::yes_no;
  std::vector<FormLine> head;  // before the items
  std::vector<CheckGroup> groups;
  std::vector<FormLine> signatures;  // behind them
  std::string own_scale = {};        // id of one of `scales`, which then counts and not `scale`; or empty
  std::vector<OwnScale> scales = {};

  bool operator==(const Checklist&) const = default;
};

// The scale that an item is marked on, and that of an item that inherits it. An own scale that the list does not have
// is none: then `scale` counts.
ItemScale scale_of(const Checklist& checklist, const CheckItem& item);
ItemScale scale_of(const Checklist& checklist);

// The item with an id, or nullptr.
const CheckItem* find_check(const Checklist& checklist, std::string_view id);
CheckItem* find_check(Checklist& checklist, std::string_view id);

// The number of an item as it is printed, "1.2"; empty where it is not there.
std::string number_of_check(const Checklist& checklist, std::string_view item);

// Without the marks of a trial run.
Checklist without_trial(Checklist checklist);

// The same items with other scales: a mark or a threshold of a scale with other marks says nothing any more and goes.
Checklist with_scales(const Checklist& before, Checklist after);

// Those of the chosen items that stand at the top of their group (step -1) or at its bottom (1), carried over to the
// end of the group above or to the beginning of the one below, and which these are. At the ends of the list they stay.
struct CarriedChecks {
  Checklist checklist;
  std::set<std::string, std::less<>> carried;
};
CarriedChecks carry_over_groups(Checklist checklist, const std::set<std::string, std::less<>>& chosen, int step);

inline std::vector<CheckItem>& items_of(CheckGroup& group) { return group.items; }

template <class Visitor, OneOf<CheckItem> Value>
void describe(Visitor& visitor, Value& item) {
  visitor.id("id", item.id);
  visitor.text("text", item.text);
  visitor.text("requirement", item.requirement);
  visitor.text("evidence", item.evidence);
  visitor.decimal("weight", item.weight, 1, 0, heaviest_check);
  visitor.flag("critical", item.critical);
  visitor.number("threshold", item.threshold, 0, 2, 10);
  visitor.choice("scale", item.scale, scale_names);
  visitor.code(own_scale_field.data(), item.own_scale);
  visitor.number("least_points", item.least_points, 0, 0, most_level_points);
  visitor.link("standard", item.standard);
  visitor.code("standard_said", item.standard_said);
  visitor.link(opens_on_field.data(), item.opens_on);
  visitor.number("trial_mark", item.trial_mark, not_marked, not_marked + 1, 10);
  visitor.unknown(item.unknown);
}

template <class Visitor, OneOf<CheckGroup> Value>
void describe(Visitor& visitor, Value& group) {
  visitor.id("id", group.id);
  visitor.text("title", group.title);
  visitor.list("items", group.items);
  visitor.unknown(group.unknown);
}

template <class Visitor, OneOf<FormLine> Value>
void describe(Visitor& visitor, Value& line) {
  visitor.id("id", line.id);
  visitor.text("title", line.title);
  visitor.unknown(line.unknown);
}

template <class Visitor, OneOf<Checklist> Value>
void describe(Visitor& visitor, Value& checklist) {
  visitor.choice("scale", checklist.scale, scale_names);
  visitor.code(own_scale_field.data(), checklist.own_scale);
  visitor.local_list("scales", checklist.scales);
  visitor.list("head", checklist.head);
  visitor.list("groups", checklist.groups);
  visitor.list("signatures", checklist.signatures);
}

// The list that a new item goes to where nothing says where.
inline auto& main_list(Checklist& content) { return content.groups; }

}  // namespace canvasbook
