// A check list becomes a form with marks to tick and their legend.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "export/compose/section.h"
#include "model/kinds/checklist_openers.h"
#include "model/kinds/checklist_score.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::vector<std::string> marks_on(ItemScale scale, const Catalog& catalog) {
  std::vector<std::string> marks;
  for (const int mark : marks_of(scale)) marks.push_back(mark_words(scale, mark, catalog));
  return marks;
}

std::vector<size_t> opening_marks_on(const ItemScale& scale) {
  const std::vector<int> marks = marks_of(scale);
  std::vector<size_t> places;
  for (size_t i = 0; i < marks.size(); ++i) {
    if (opens(scale, marks[i])) places.push_back(i);
  }
  return places;
}

// “Great” (100), “Okay” (50), “Poor” (0).
std::string levels_of(const OwnScale& scale, const Catalog& catalog) {
  std::string levels;
  for (const int mark : marks_of(ItemScale(scale))) {
    if (mark == mark_not_applicable) continue;
    const std::string level = catalog.text("quote", {{"text", mark_words(ItemScale(scale), mark, catalog)}});
    levels += (levels.empty() ? "" : ", ") + level + " (" + std::to_string(points_of(scale, mark)) + ")";
  }
  return levels;
}

std::string legend_of(ItemScale scale, const Catalog& catalog) {
  if (scale.own != nullptr) return catalog.text("paper.legend_levels", {{"levels", levels_of(*scale.own, catalog)}});
  if (scale == Scale::yes_no_partly) return catalog.text("paper.legend_yes_no_partly");
  if (is_yes_or_no(scale)) return catalog.text("paper.legend_yes_no");
  return catalog.text("paper.legend_points", {{"count", std::to_string(largest_points(scale))}});
}

// The rules of checklist_score.h, for the scales that stand in a form, for whoever counts it up by hand.
std::string counting_of(const std::set<ItemScale>& scales, bool weighted, const Catalog& catalog) {
  std::string counting = catalog.text(weighted ? "paper.form_counting_weights" : "paper.form_counting");
  if (scales.contains(Scale::yes_no_partly)) {
    counting += " " + catalog.text(weighted ? "paper.form_counting_partly_weights" : "paper.form_counting_partly");
  }
  std::set<int> most;  // that items are divided by
  for (const ItemScale scale : scales)
    most.insert(scale.own != nullptr ? most_points(*scale.own) : largest_points(scale));
  for (const int points : most) {
    if (points <= 1) continue;
    counting += " " + catalog.text(weighted ? "paper.form_counting_points_weights" : "paper.form_counting_points",
                                   {{"count", std::to_string(points)}});
  }
  return counting;
}

std::string sign_of(const CheckItem& item, ItemScale scale, const Catalog& catalog) {
  std::string sign = item.critical ? critical_words(scale, item, catalog) : std::string();
  if (counted_weight(scale, item) == 0) sign += (sign.empty() ? "" : ", ") + catalog.text("paper.not_counted");
  return sign;
}

bool is_printed(const CheckItem& item) {
  return !printed_text(item.text).empty() || !printed_text(item.requirement).empty();
}

// "2.4", by the ids of the items that are printed.
using FormNumbers = std::map<std::string_view, std::string>;

FormNumbers numbers_of(const Checklist& checklist) {
  FormNumbers numbers;
  size_t groups = 0;
  for (const CheckGroup& group : checklist.groups) {
    size_t items = 0;
    for (const CheckItem& item : group.items) {
      if (is_printed(item)) numbers.emplace(item.id, std::to_string(groups + 1) + "." + std::to_string(++items));
    }
    if (items > 0) ++groups;
  }
  return numbers;
}

// When an item is asked; empty where it always is.
std::string condition_of(const Checklist& checklist, const CheckItem& item, const FormNumbers& numbers,
                         const Catalog& catalog) {
  const CheckItem* opener = opener_of(checklist, item);
  if (opener == nullptr) return {};
  const auto number = numbers.find(opener->id);
  return number == numbers.end() ? std::string() : opens_words(scale_of(checklist, *opener), number->second, catalog);
}

// What stands in a form, beside its scales, that its legend explains.
struct FormSigns {
  bool critical = false;
  bool threshold = false;  // a critical item passes with less than the best mark
  bool not_counted = false;
  bool opened = false;  // an item is only asked on a condition

  void add(const CheckItem& item, ItemScale scale) {
    critical = critical || item.critical;
    threshold = threshold || (item.critical && passes_with_less(scale, item));
    not_counted = not_counted || counted_weight(scale, item) == 0;
  }
};

// Whether a text says what the marks of a scale mean; of points and levels it is not known.
bool explains(std::string_view rules, ItemScale scale, const Catalog& catalog) {
  if (!is_yes_or_no(scale)) return false;
  std::vector<std::string> marks = marks_on(scale, catalog);
  marks.pop_back();  // "n/a" is written out in a text
  return std::ranges::all_of(marks, [&](const std::string& mark) {
    return rules.find("**" + to_search_form(mark) + "**") != std::string_view::npos;
  });
}

// What the rules of the document say stands there once.
std::string legend_of(const std::set<ItemScale>& scales, FormSigns signs, bool weighted, std::string_view rules,
                      const Catalog& catalog) {
  std::string legend;
  for (const ItemScale scale : scales) {
    if (!explains(rules, scale, catalog)) legend += (legend.empty() ? "" : " ") + legend_of(scale, catalog);
  }
  const bool tells_critical = rules.find(to_search_form(catalog.text("paper.critical"))) != std::string_view::npos;
  signs.critical = signs.critical && (signs.threshold || !tells_critical);
  if (weighted) legend += " " + catalog.text("paper.legend_weights");
  if (signs.opened) legend += " " + catalog.text("paper.legend_opened");
  if (signs.not_counted) legend += " " + catalog.text("paper.legend_not_counted");
  if (signs.critical) {
    legend += " " + catalog.text(signs.threshold ? "paper.legend_critical_least" : "paper.legend_critical");
  }
  return std::string(trim(legend));
}

std::vector<FormBlock::Line> lines_of(const std::vector<FormLine>& lines) {
  std::vector<FormBlock::Line> printed;
  for (const FormLine& line : lines) {
    std::string title = printed_text(line.title);
    if (!title.empty()) printed.push_back({line.id, std::move(title)});
  }
  return printed;
}

}  // namespace

std::string marking_rules(const Document& document) {
  for (const auto& section : document.sections) {
    const Prose* prose = section->role == "checklist_rules" ? std::get_if<Prose>(&section->content) : nullptr;
    if (prose != nullptr) return prose->text;
  }
  return {};
}

PrintParts compose_content(const Section& section, const Checklist& checklist, const ComposeContext& context) {
  FormBlock form;
  form.head = lines_of(checklist.head);
  form.signatures = lines_of(checklist.signatures);
  std::set<ItemScale> scales;
  FormSigns signs;
  const FormNumbers numbers = numbers_of(checklist);
  for (const CheckGroup& group : checklist.groups) {
    FormBlock::Group printed{group.id, printed_text(group.title), {}};
    for (const CheckItem& item : group.items) {
      if (!is_printed(item)) continue;
      const ItemScale scale = scale_of(checklist, item);
      const double weight = counted_weight(scale, item);
      FormBlock::Item line{item.id,       {}, printed_text(item.text), printed_text(item.requirement), weight,
                           item.critical, {}};
      line.number = numbers.at(item.id);
      line.marks = marks_on(scale, context.catalog);
      line.sign = sign_of(item, scale, context.catalog);
      line.condition = condition_of(checklist, item, numbers, context.catalog);
      if (!line.condition.empty()) line.opener = opener_of(checklist, item)->id;
      line.opening_marks = opening_marks_on(scale);
      line.evidence = printed_text(item.evidence);
      signs.opened = signs.opened || !line.condition.empty();
      scales.insert(scale);
      signs.add(item, scale);
      form.shows_weights = form.shows_weights || weight != 1;
      printed.items.push_back(std::move(line));
    }
    if (!printed.items.empty()) form.groups.push_back(std::move(printed));
  }
  if (form.groups.empty()) return {};
  const bool is_counted = weight_of(form) > 0;
  form.legend = legend_of(scales, signs, form.shows_weights && is_counted,
                          to_search_form(marking_rules(context.document)), context.catalog);
  if (is_counted) form.counting = counting_of(scales, form.shows_weights, context.catalog);
  form.is_dense = context.document.paper.dense_forms;
  PrintPart part = flow_part(section, context);
  const auto& sections = context.document.sections;
  const bool is_first = sections.empty() || &section == &*sections.front();
  const bool says_title = printed_text(section.title) == printed_text(context.document.title);
  if (!is_first && says_title && !context.document.paper.contents) flow_of(part).blocks.clear();  // it is there already
  flow_of(part).blocks.push_back({section.id, std::move(form)});
  return {std::move(part)};
}

}  // namespace canvasbook
