// The rules for check lists.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "model/kinds/checklist_openers.h"
#include "model/kinds/checklist_scales.h"
#include "model/review/rules.h"
#include "model/review/standard_wording.h"
#include "model/review/standard_words.h"
#include "model/standard_checks.h"

namespace canvasbook {

namespace {

constexpr size_t most_items = 60;

void find_groups_without_items(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Checklist>(at, [&](const Section&, const Checklist& checklist) {
    const bool any =
        std::ranges::any_of(checklist.groups, [](const CheckGroup& group) { return !group.items.empty(); });
    if (!any) return;  // the whole section is empty then
    for (const CheckGroup& group : checklist.groups) {
      if (group.items.empty()) at.add(rule, {group.id}, {{"group", at.quoted(group.title)}});
    }
  });
}

void find_items_without_requirement(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Checklist>(at, [&](const Section&, const Checklist& checklist) {
    for (const CheckGroup& group : checklist.groups) {
      for (const CheckItem& item : group.items) {
        if (!blank(item.requirement) || blank(item.text)) continue;
        at.add(rule, {item.id}, {{"item", at.quoted(item.text)}, {"group", at.quoted(group.title)}});
      }
    }
  });
}

void find_missing_standards(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Checklist>(at, [&](const Section&, const Checklist& checklist) {
    for (const CheckGroup& group : checklist.groups) {
      for (const CheckItem& item : group.items) {
        if (item.standard.empty() || at.all.standards.contains(item.standard)) continue;
        at.add(rule, {item.id},
               {{"item", at.quoted(name_of_check(item))}, {"group", at.quoted(group.title)}, {"link", item.standard}})
            .has_mend = true;
      }
    }
  });
}

// From the beginning of the word in which two texts begin to differ, for use inside a sentence.
std::string what_differs(const std::string& text, const std::string& other, const DocumentReview& at) {
  const auto begin = static_cast<size_t>(std::ranges::mismatch(text, other).in1 - text.begin());
  const size_t space = text.rfind(' ', begin == 0 ? 0 : begin - 1);
  return at.quoted_from(text, space == std::string::npos ? 0 : space + 1);
}

void find_items_behind_their_standard(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Checklist>(at, [&](const Section&, const Checklist& checklist) {
    for (const CheckGroup& group : checklist.groups) {
      for (const CheckItem& item : group.items) {
        const auto standard = at.all.standards.find(item.standard);
        if (item.standard_said.empty() || standard == at.all.standards.end()) continue;
        const StandardPlace& place = standard->second;
        const std::string now = requirement_of_standard(*place.sheet, *place.row, place.document->language);
        if (!is_behind(item, now)) continue;
        Finding& finding = at.add(rule, {item.id, item.standard},
                                  {{"item", at.quoted(name_of_check(item))},
                                   {"group", at.quoted(group.title)},
                                   {"was", what_differs(item.standard_said, now, at)},
                                   {"now", what_differs(now, item.standard_said, at)}});
        finding.field = "requirement";
        finding.has_mend = true;
        finding.choices = {{std::string(item_stays), at.catalog.text("finding.item_behind_standard.stays")}};
      }
    }
  });
}

// What opens an item: told is what has no effect.
void find_openers(const DocumentReview& at, std::string_view rule, bool is_missing) {
  for_each_judged<Checklist>(at, [&](const Section&, const Checklist& checklist) {
    for (const CheckGroup& group : checklist.groups) {
      for (const CheckItem& item : group.items) {
        if (item.opens_on.empty() || opener_of(checklist, item) != nullptr) continue;
        const CheckItem* opener = find_check(checklist, item.opens_on);
        if ((opener == nullptr) != is_missing) continue;
        Finding& added = at.add(rule, {item.id},
                                {{"item", at.quoted(name_of_check(item))},
                                 {"group", at.quoted(group.title)},
                                 {"link", item.opens_on},
                                 {"opener", opener == nullptr ? std::string() : at.quoted(name_of_check(*opener))}});
        added.has_mend = true;
      }
    }
  });
}

void find_missing_openers(const DocumentReview& at, std::string_view rule) { find_openers(at, rule, true); }

void find_chained_openers(const DocumentReview& at, std::string_view rule) { find_openers(at, rule, false); }

// Links to own scales that the list does not have.
void find_missing_scales(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Checklist>(at, [&](const Section& section, const Checklist& checklist) {
    const auto is_missing = [&](const std::string& scale) {
      return !scale.empty() && find_scale(checklist, scale) == nullptr;
    };
    const auto add = [&](const std::string& item, const std::string& name, const std::string& scale) {
      at.add(rule, {item}, {{"item", at.quoted(name)}, {"link", scale}}).has_mend = true;
    };
    if (is_missing(checklist.own_scale)) add(section.id, section.title, checklist.own_scale);
    for (const CheckGroup& group : checklist.groups) {
      for (const CheckItem& item : group.items) {
        if (is_missing(item.own_scale)) add(item.id, name_of_check(item), item.own_scale);
      }
    }
  });
}

void find_faulty_scales(const DocumentReview& at, std::string_view rule, std::initializer_list<ScaleFault> faults) {
  for_each_judged<Checklist>(at, [&](const Section& section, const Checklist& checklist) {
    for (const OwnScale& scale : checklist.scales) {
      if (std::ranges::find(faults, fault_of_scale(scale)) == faults.end()) continue;
      at.add(rule, {section.id}, {{"scale", at.quoted(scale.title)}, {"section", at.quoted(section.title)}},
             section.id + "/" + scale.id);
    }
  });
}

void find_scales_without_points(const DocumentReview& at, std::string_view rule) {
  find_faulty_scales(at, rule, {ScaleFault::no_points});
}

void find_unclear_scales(const DocumentReview& at, std::string_view rule) {
  using enum ScaleFault;
  find_faulty_scales(at, rule, {few_levels, many_levels, empty_words, same_words});
}

void find_items_that_ask_two(const DocumentReview& at, std::string_view rule) {
  const StandardWords& words = standard_words(at.document.language);
  for_each_judged<Checklist>(at, [&](const Section&, const Checklist& checklist) {
    for (const CheckGroup& group : checklist.groups) {
      for (const CheckItem& item : group.items) {
        const bool in_text = asks_two(item.text, words);
        if (!in_text && !requires_two(item.requirement)) continue;
        at.add(rule, {item.id}, {{"item", at.quoted(name_of_check(item))}, {"group", at.quoted(group.title)}}).field =
            in_text ? "text" : "requirement";
      }
    }
  });
}

void find_long_checklists(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Checklist>(at, [&](const Section& section, const Checklist& checklist) {
    size_t count = 0;
    for (const CheckGroup& group : checklist.groups) {
      count += static_cast<size_t>(
          std::ranges::count_if(group.items, [](const CheckItem& item) { return !blank(item.text); }));
    }
    if (count <= most_items) return;
    at.add(rule, {section.id}, {{"section", at.quoted(section.title)}, {"count", std::to_string(count)}});
  });
}

}  // namespace

std::span<const Rule> checklist_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"group_without_items", lacking, find_groups_without_items},
                                    Rule{"item_without_requirement", lacking, find_items_without_requirement},
                                    Rule{"missing_standard", broken, find_missing_standards},
                                    Rule{"item_behind_standard", lacking, find_items_behind_their_standard},
                                    Rule{"missing_opener", broken, find_missing_openers},
                                    Rule{"chained_opener", broken, find_chained_openers},
                                    Rule{"missing_scale", broken, find_missing_scales},
                                    Rule{"scale_without_points", broken, find_scales_without_points},
                                    Rule{"unclear_scale", lacking, find_unclear_scales},
                                    Rule{"item_asks_two", lacking, find_items_that_ask_two},
                                    Rule{"too_many_items", lacking, find_long_checklists}};
  return rules;
}

}  // namespace canvasbook
