// The actions of a session on the registers of its workbook.
#include <algorithm>

#include "editor/session/session.h"

namespace canvasbook {

bool Session::has_home(RegisterKind kind) const { return canvasbook::has_home(workbook(), kind); }

void Session::show_register(RegisterKind kind) {
  if (view.shown_register == kind) return end_writing();
  show_section(view.document, view.section);
  view.shown_register = kind;
  view.block.clear();
}

void Session::begin_entry(const std::string& entry) {
  if (!view.shown_register) return;
  const RegisterEntry* found = entries(*view.shown_register).find(entry);
  if (found == nullptr) return;
  const std::string name = found->name;
  begin(Editing::entry, entry, name);
  view.cursor = view.item_to_show = entry;
}

void Session::add_entry(const std::string& name) {
  if (!view.shown_register) return;
  end_writing();
  const RegisterKind kind = *view.shown_register;
  const std::string id = ids_.next();
  const Workbook before = workbook();
  Workbook after = canvasbook::add_entry(before, kind, view.cursor, id, name);
  if (!is_entry(after, kind, id)) return;
  record(std::move(after), "step.add_entry", id);
  if (name.empty()) keep_in_mind(id, before);
  view.cursor = view.item_to_show = id;
  if (name.empty()) begin_entry(id);
}

void Session::remove_entry() {
  if (!view.shown_register || leave_blank()) return;
  const RegisterKind kind = *view.shown_register;
  const auto& before = entries(kind).entries;
  const auto removed = std::ranges::find(before, view.cursor, &RegisterEntry::id);
  if (removed == before.end()) return;
  const auto place = static_cast<size_t>(removed - before.begin());
  const std::string id = removed->id;
  record(canvasbook::remove_entry(workbook(), kind, id), "step.remove_entry", id);
  // The cursor goes to what stands behind, or else before.
  const auto& left = entries(kind).entries;
  view.cursor = left.empty() ? std::string() : left[std::min(place, left.size() - 1)].id;
  view.item_to_show = view.cursor;
}

// A step of the register shows its entry there; any other leads to its own place.
void Session::return_in_register(const Step& step) {
  const RegisterList& list = entries(*view.shown_register);
  const bool is_here = list.find(step.item) != nullptr;
  if (list.find(view.cursor) == nullptr) view.cursor.clear();
  if (is_here) view.cursor = view.item_to_show = step.item;
  const std::string_view name = step.name_key;
  const bool is_of_register = name == "step.add_entry" || name == "step.remove_entry" || name == "step.rename_entry";
  if (is_here || is_of_register || step.item.empty()) return;
  go_to(step.item);
}

}  // namespace canvasbook
