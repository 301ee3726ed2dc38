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

std::vector<std::string> marks_on(Scale scale, const Catalog& catalog) {
  std::vector<std::string> marks;
  for (const int mark : marks_of(scale)) marks.push_back(mark_words(scale, mark, catalog));
  return marks;
}

std::vector<size_t> opening_marks_on(Scale scale) {
  const std::vector<int> marks = marks_of(scale);
  std::vector<size_t> places;
  for (size_t i = 0; i < marks.size(); ++i) {
    if (opens(scale, marks[i])) places.push_back(i);
  }
  return places;
}

std::string legend_of(Scale scale, const Catalog& catalog) {
  if (scale == Scale::yes_no_partly) return catalog.text("paper.legend_yes_no_partly");
  if (scale == Scale::yes_no || scale == Scale::inherited) return catalog.text("paper.legend_yes_no");
  return catalog.text("paper.legend_points", {{"count", std::to_string(largest_points(scale))}});
}

// The rules of checklist_score.h, for the scales that stand in a form, for whoever counts it up by hand.
std::string counting_of(const std::set<Scale>& scales, bool weighted, const Catalog& catalog) {
  std::string counting = catalog.text(weighted ? "paper.form_counting_weights" : "paper.form_counting");
  if (scales.contains(Scale::yes_no_partly)) {
    counting += " " + catalog.text(weighted ? "paper.form_counting_partly_weights" : "paper.form_counting_partly");
  }
  for (const Scale scale : scales) {
    const int points = largest_points(scale);
    if (points <= 1) continue;
    counting += " " + catalog.text(weighted ? "paper.form_counting_points_weights" : "paper.form_counting_points",
                                   {{"count", std::to_string(points)}});
  }
  return counting;
}

std::string sign_of(const CheckItem& item, Scale scale, const Catalog& catalog) {
  std::string sign = item.critical ? critical_words(scale, item, catalog) : std::string();
  if (item.weight == 0) sign += (sign.empty() ? "" : ", ") + catalog.text("paper.not_counted");
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
  const auto number = opener == nullptr ? numbers.end() : numbers.find(opener->id);
  return number == numbers.end() ? std::string() : opens_words(scale_of(checklist, *opener), number->second, catalog);
}

// What stands in a form, beside its scales, that its legend explains.
struct FormSigns {
  bool critical = false;
  bool threshold = false;  // a critical item passes with less than the best mark
  bool not_counted = false;
  bool opened = false;  // an item is only asked on a condition

  void add(const CheckItem& item, Scale scale) {
    critical = critical || item.critical;
    threshold = threshold || (item.critical && passing_mark(scale, item) < largest_points(scale));
    not_counted = not_counted || item.weight == 0;
  }
};

// Whether a text says what the marks of a scale mean; of points it is not known.
bool explains(std::string_view rules, Scale scale, const Catalog& catalog) {
  if (largest_points(scale) > 1) return false;
  std::vector<std::string> marks = marks_on(scale, catalog);
  marks.pop_back();  // "n/a" is written out in a text
  return std::ranges::all_of(marks, [&](const std::string& mark) {
    return rules.find("**" + to_search_form(mark) + "**") != std::string_view::npos;
  });
}

// What the rules of the document say stands there once.
std::string legend_of(const std::set<Scale>& scales, FormSigns signs, bool weighted, std::string_view rules,
                      const Catalog& catalog) {
  std::string legend;
  for (const Scale scale : scales) {
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
  std::set<Scale> scales;
  FormSigns signs;
  const FormNumbers numbers = numbers_of(checklist);
  for (const CheckGroup& group : checklist.groups) {
    FormBlock::Group printed{group.id, printed_text(group.title), {}};
    for (const CheckItem& item : group.items) {
      if (!is_printed(item)) continue;
      FormBlock::Item line{item.id,       {}, printed_text(item.text), printed_text(item.requirement), item.weight,
                           item.critical, {}};
      const Scale scale = scale_of(checklist, item);
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
      form.shows_weights = form.shows_weights || item.weight != 1;
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
