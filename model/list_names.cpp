#include "model/list_names.h"

#include "model/kinds/visits.h"
#include "model/standard_checks.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string name_form(std::string_view text) { return to_search_form(to_one_line(trim(text))); }

}  // namespace

ListNames::ListNames(const Checklist& list) {
  const auto add = [&](const std::string& text, const ListName& name) {
    const std::string form = name_form(text);
    if (form.empty()) return;
    const auto [known, is_new] = names_.emplace(form, name);
    if (!is_new) known->second.is_ambiguous = true;
  };
  const std::vector<const CheckItem*> items = items_in_order(list);
  for (size_t i = 0; i < items.size(); ++i) {
    add(name_of_check(*items[i]), {i});
  }
  for (const FormLine& line : list.head) add(line.title, {{}, line.id});
  for (size_t i = 0; i < items.size(); ++i) names_.insert_or_assign(name_form(items[i]->id), ListName{i});
  for (const FormLine& line : list.head) names_.insert_or_assign(name_form(line.id), ListName{{}, line.id});
}

ListName ListNames::find(std::string_view name) const {
  const auto known = names_.find(name_form(name));
  return known == names_.end() ? ListName{} : known->second;
}

}  // namespace canvasbook
