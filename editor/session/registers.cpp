// The actions of a session on the registers of its workbook.
#include <algorithm>

#include "editor/session/session.h"
#include "model/placeholders.h"

namespace canvasbook {

bool Session::has_home(RegisterKind kind) const { return canvasbook::has_home(workbook(), kind); }

size_t Session::entry_count(RegisterKind kind) {
  switch (kind) {
    case RegisterKind::segments:
      return segments().size();
    case RegisterKind::touchpoints:
      return touchpoints().size();
    case RegisterKind::placeholders:
      break;
  }
  return placeholders().size();
}

void Session::show_register(RegisterKind kind) {
  if (view_.shown_register == kind) return end_writing();
  show_section(view_.document, view_.section);
  view_.shown_register = kind;
  view_.block.clear();
}

void Session::begin_entry(const std::string& entry) {
  if (!view_.shown_register) return;
  const RegisterEntry* found = entries(*view_.shown_register).find(entry);
  if (found == nullptr) return;
  const std::string name = found->name;
  begin(Editing::entry, entry, name);
  point_at_entry(entry);
}

void Session::begin_entry_value(const std::string& entry) {
  if (!view_.shown_register) return;
  const std::string* found = value_of_entry(workbook(), entry);
  if (found == nullptr) return;
  const std::string value = *found;
  begin(Editing::entry_value, entry, value);
  point_at_entry(entry);
}

void Session::define_placeholder(const std::string& name) {
  if (document() == nullptr) return;
  Workbook after = canvasbook::define_placeholder(workbook(), document()->id, name, ids_);
  if (after == workbook()) return;
  seal_writing();
  record(std::move(after), "step.define_placeholder");
  history_.seal();
}

void Session::add_entry(const std::string& name) {
  if (!view_.shown_register) return;
  end_writing();
  const RegisterKind kind = *view_.shown_register;
  const std::string id = ids_.next();
  const Workbook before = workbook();
  Workbook after = canvasbook::add_entry(before, kind, view_.cursor, id, name);
  if (!is_entry(after, kind, id)) return;
  record(std::move(after), "step.add_entry", id);
  if (name.empty()) keep_in_mind(id, before);
  point_at_entry(id);
  if (name.empty()) begin_entry(id);
}

void Session::remove_entry() {
  if (!view_.shown_register || leave_blank()) return;
  const RegisterKind kind = *view_.shown_register;
  const auto& before = entries(kind).entries;
  const auto removed = std::ranges::find(before, view_.cursor, &RegisterEntry::id);
  if (removed == before.end()) return;
  const auto place = static_cast<size_t>(removed - before.begin());
  const std::string id = removed->id;
  record(canvasbook::remove_entry(workbook(), kind, id), "step.remove_entry", id);
  // The cursor goes to what stands behind, or else before.
  const auto& left = entries(kind).entries;
  point_at_entry(left.empty() ? std::string() : left[std::min(place, left.size() - 1)].id);
}

// A step of the register shows its entry there; any other leads to its own place.
void Session::return_in_register(const Step& step) {
  const RegisterList& list = entries(*view_.shown_register);
  const bool is_here = list.find(step.item) != nullptr;
  if (list.find(view_.cursor) == nullptr) view_.cursor.clear();
  if (is_here) point_at_entry(step.item);
  const std::string_view name = step.name_key;
  const bool is_of_register = name == "step.add_entry" || name == "step.remove_entry" || name == "step.rename_entry" ||
                              name == "step.placeholder_value";
  if (is_here || is_of_register || step.item.empty()) return;
  go_to(step.item);
}

}  // namespace canvasbook
