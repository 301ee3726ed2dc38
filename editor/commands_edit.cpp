// The commands that change what is selected, and undo.
#include "editor/board/commands.h"
#include "editor/board/drivers.h"
#include "editor/board/like_segment.h"
#include "editor/dialogs/dismissal.h"
#include "editor/find/blanks.h"
#include "editor/find/finding.h"
#include "editor/find/stop_phrases.h"
#include "editor/frame/command_parts.h"
#include "editor/frame/workplace.h"
#include "editor/items/checklist_openers.h"
#include "editor/items/checklist_rating.h"
#include "editor/items/checklist_trial.h"
#include "editor/items/move_cues.h"
#include "editor/items/next_step.h"
#include "editor/items/standard_checks.h"
#include "editor/items/synonyms.h"
#include "editor/items/workplace.h"
#include "editor/navigator/selection.h"
#include "editor/panels/findings.h"
#include "editor/spelling/menu.h"
#include "editor/visits/actions.h"
#include "editor/visits/commands.h"
#include "editor/visits/shown_results.h"
#include "model/call_gaps.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string words_of(const App& app, const Step* step) {
  return step == nullptr ? std::string() : app.catalog().text(step->name_key);
}

// Of a cell that a step changed: its row and its column; empty for any other step.
std::string words_of_stepped_cell(const App& app) {
  constexpr size_t most_characters = 30;
  const Session& session = *app.session();
  const Section* section = session.section();
  const auto* sheet = section == nullptr ? nullptr : std::get_if<Sheet>(&section->content);
  if (sheet == nullptr || !session.stepped_cell()) return {};
  const SheetRow* row = find_item(sheet->rows, session.stepped_cell()->item);
  const SheetColumn* column = find_item(sheet->columns, session.stepped_cell()->field);
  if (row == nullptr || column == nullptr) return {};
  const Catalog& words = app.catalog();
  const std::string name = shortened(to_one_line(name_of_row(*sheet, *row)), most_characters);
  return " " + words.text("window.step_cell",
                          {{"row", name.empty() ? words.text("item.without_text") : name},
                           {"column", column->title.empty() ? words.text("items.column_title") : column->title}});
}

// What a step back or forth did, and where: the cell, and the section if another one was shown.
void take_step(App& app, const char* key, const Step* (Session::*move)()) {
  Session& session = *app.session();
  const Section* before = session.section();
  const std::string shown = before == nullptr ? std::string() : before->id;
  const Step* step = (session.*move)();
  if (step == nullptr) return;
  leave_finding_elsewhere(app);
  const Catalog& words = app.catalog();
  std::string told = words.text(key, {{"step", words_of(app, step)}});
  const Section* after = session.section();
  if (after != nullptr && after->id != shown) {
    const std::string& title = after->title.empty() ? session.document()->title : after->title;
    told += " " + words.text("window.step_place", {{"place", title}});
  }
  app.say(told + words_of_stepped_cell(app));
}

// The verbs of the workplace as commands.

template <bool (Workplace::*can)(const App&) const>
bool where(const App& app) {
  return has_session(app) && (workplace_of(app).*can)(app);
}

template <void (Workplace::*verb)(App&) const>
void act(App& app) {
  (workplace_of(app).*verb)(app);
}

template <Direction direction>
bool moves(const App& app) {
  return has_session(app) && workplace_of(app).can_move(app, direction);
}

template <Direction direction>
void move(App& app) {
  workplace_of(app).move(app, direction);
}

// In a text that is written these act on its letters: the field takes the keys that they stand for.
bool hand_to_field(App& app, Key key) {
  if (!app.session()->is_writing()) return false;
  app.input.key(key, true, control);
  app.input.key(key, false, control);
  return true;
}

template <bool (Workplace::*can)(const App&) const>
bool is_writing_or(const App& app) {
  return has_session(app) && (app.session()->is_writing() || (workplace_of(app).*can)(app));
}

// What has no words leaves the clipboard as it is.
bool put_on_clipboard(App& app) {
  const std::string text = workplace_of(app).copy(app);
  if (trim(text).empty()) {
    app.say(app.catalog().text("outside.nothing_to_copy"));
    return false;
  }
  ImGui::SetClipboardText(text.c_str());
  return true;
}

void copy(App& app) {
  if (!hand_to_field(app, Key::c)) put_on_clipboard(app);
}

void cut(App& app) {
  if (!hand_to_field(app, Key::x) && put_on_clipboard(app)) workplace_of(app).remove(app);
}

void select_all(App& app) {
  if (!hand_to_field(app, Key::a)) workplace_of(app).select_all(app);
}

bool can_remove(const App& app) { return selects_sections(app) || where<&Workplace::can_remove>(app); }

// How many whole things are selected: of cells the rows stay, and of a register one entry goes.
size_t count_selected(const Session& session) {
  return session.at_cell() || session.view().shown_register ? 1 : session.view().selected.size();
}

// Says how many went, and how they come back.
void remove(App& app) {
  if (selects_sections(app)) return remove_selected_sections(app);
  const std::uint64_t before = app.session()->history().revision();
  const size_t count = count_selected(*app.session());
  workplace_of(app).remove(app);
  if (app.has_dialog() || app.session()->history().revision() == before) return;
  const std::string keys = shortcut_text("command.undo", app.catalog());
  app.say(count > 1 ? app.catalog().text("window.removed_several", {{"count", std::to_string(count)}, {"keys", keys}})
                    : app.catalog().text("window.removed", {{"keys", keys}}));
}

void paste(App& app) {
  if (hand_to_field(app, Key::v)) return;
  const char* text = ImGui::GetClipboardText();
  if (text == nullptr) return;  // what is wrong has been said
  if (trim(text).empty()) return app.say(app.catalog().text("outside.empty_clipboard"));
  workplace_of(app).paste(app, text);
}

// Whether a section of a kind is shown: what is done to no other kind stands in the menu only there.
template <class Kind>
bool shows_section_of(const App& app) {
  if (!has_session(app) || app.session()->view().shown_register) return false;
  const Section* section = app.session()->section();
  return section != nullptr && std::holds_alternative<Kind>(section->content);
}

bool shows_gaps(const App& app) { return shows_section_of<Responses>(app) && is_gaps(*app.session()->section()); }

bool has_field_beside(const App& app) { return app.keys_in_panel || app.keys_in_search; }

bool writes_no_item(const App& app) {
  const Editing editing = app.session()->view().editing;
  return has_field_beside(app) || (editing != Editing::field && editing != Editing::visit);
}

}  // namespace

std::vector<Command> edit_commands() {
  using enum ShortcutScope;
  return {
      {.key = "command.undo",
       .icon = icons::undo,
       .shortcuts = {{Key::z, control}},
       .field_serves = [](const App& app) { return has_field_beside(app) || app.session()->field.can_undo(); },
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_undo(); },
       .run = [](App& app) { take_step(app, "window.undone", &Session::undo); },
       .object =
           [](const App& app) {
             return words_of(app, has_session(app) ? app.session()->history().next_undo() : nullptr);
           }},
      {.key = "command.redo",
       .icon = icons::redo,
       .shortcuts = {{Key::y, control}, {Key::z, control_shift}},
       .field_serves = [](const App& app) { return has_field_beside(app) || app.session()->field.can_redo(); },
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_redo(); },
       .run = [](App& app) { take_step(app, "window.redone", &Session::redo); },
       .object =
           [](const App& app) {
             return words_of(app, has_session(app) ? app.session()->history().next_redo() : nullptr);
           }},
      {.key = "command.add_note",
       .group = 1,
       .icon = icons::add,
       .shortcuts = {{Key::insert, plain}},
       .field_serves = writes_no_item,
       .is_enabled = where<&Workplace::can_add>,
       .run = act<&Workplace::add>},
      {.key = "command.add_next",
       .group = 1,
       .shortcuts = {{Key::enter, control}},
       .field_serves = writes_no_item,
       .is_enabled = where<&Workplace::can_add>,
       .run = add_next_item},
      {.key = "command.write",
       .group = 1,
       .shortcuts = {{Key::enter, plain}, {Key::f2, plain}},
       .is_enabled = where<&Workplace::can_write>,
       .run = act<&Workplace::write>},
      {.key = "command.details",
       .group = 1,
       .icon = icons::details,
       .shortcuts = {{Key::f2, shift}, {Key::enter, control_shift}},
       .is_enabled = has_notes,
       .run = [](App& app) { app.session()->begin_details(app.session()->cursor()); },
       .is_offered = shows_section_of<Board>},
      {.key = "command.park",
       .group = 1,
       .icon = icons::park,
       .shortcuts = {{Key::k, control_shift}},
       .is_enabled = has_notes_in_block,
       .run = park_notes,
       .is_offered = shows_section_of<Board>},
      {.key = "command.return_note",
       .group = 1,
       .icon = icons::canvas,
       .is_enabled = has_parked_notes,
       .run = choose_block_to_return,
       .is_offered = shows_section_of<Board>},
      {.key = "command.for_whom",
       .group = 1,
       .icon = icons::people,
       .shortcuts = {{Key::l, control}},
       .scope = everywhere,
       .is_enabled = can_choose_segments,
       .run = choose_segments,
       .is_offered = shows_section_of<Board>},
      {.key = "command.next_step",
       .group = 1,
       .icon = icons::arrow_forward,
       .shortcuts = {{Key::g, control_shift}},
       .scope = everywhere,
       .is_enabled = can_choose_next_step,
       .run = choose_next_step,
       .is_offered = shows_section_of<Responses>},
      {.key = "command.synonyms",
       .group = 1,
       .icon = icons::search,
       .is_enabled = can_name_synonyms,
       .run = name_synonyms,
       .is_offered = shows_section_of<Responses>},
      {.key = "command.move_cues",
       .group = 1,
       .icon = icons::document,
       .is_enabled = can_move_cues,
       .run = choose_section_for_cues,
       .is_offered = shows_section_of<Responses>},
      {.key = "command.join_cues",
       .group = 1,
       .icon = icons::search,
       .is_enabled = can_join_cues,
       .run = choose_cue_for_gaps,
       .is_offered = shows_gaps},
      {.key = "command.check_standards",
       .group = 1,
       .icon = icons::checks,
       .is_enabled = can_check_standards,
       .run = check_standards,
       .is_offered = shows_standards},
      {.key = "command.note_type",
       .group = 1,
       .icon = icons::label,
       .is_enabled = can_choose_types,
       .run = choose_types,
       .is_offered = shows_section_of<Board>},
      {.key = "command.note_colour",
       .group = 1,
       .is_enabled = has_notes,
       .run = choose_colour,
       .is_offered = shows_section_of<Board>},
      {.key = "command.drivers",
       .group = 1,
       .icon = icons::link,
       .is_enabled = has_selected_costs,
       .run = choose_drivers,
       .is_offered = shows_section_of<Board>},
      {.key = "command.take_like_segment",
       .group = 1,
       .icon = icons::people,
       .shortcuts = {{Key::j, control}},
       .scope = everywhere,
       .is_enabled = can_take_like_segment,
       .run = take_like_segment,
       .is_offered = shows_section_of<Board>},
      {.key = "command.cut",
       .group = 2,
       .shortcuts = {{Key::x, control}},
       .is_enabled = is_writing_or<&Workplace::can_copy>,
       .run = cut},
      {.key = "command.copy",
       .group = 2,
       .shortcuts = {{Key::c, control}},
       .is_enabled = is_writing_or<&Workplace::can_copy>,
       .run = copy},
      {.key = "command.paste",
       .group = 2,
       .shortcuts = {{Key::v, control}},
       .is_enabled = is_writing_or<&Workplace::can_paste>,
       .is_idle = [](const App& app) { return app.clipboard_is_empty && app.clipboard_is_empty(); },
       .run = paste},
      {.key = "command.duplicate",
       .group = 2,
       .shortcuts = {{Key::d, control}},
       .is_enabled = where<&Workplace::can_duplicate>,
       .run = act<&Workplace::duplicate>},
      {.key = "command.remove",
       .group = 2,
       .shortcuts = {{Key::delete_, plain}, {Key::backspace, plain}},
       .is_enabled = can_remove,
       .run = remove},
      {.key = "command.select_all",
       .group = 2,
       .shortcuts = {{Key::a, control}},
       .is_enabled = is_writing_or<&Workplace::can_select_all>,
       .run = select_all},
      {.key = "command.weight",
       .group = 2,
       .is_enabled = can_set_weight,
       .run = set_weight_at_cursor,
       .is_offered = shows_section_of<Checklist>},
      {.key = "command.threshold",
       .group = 2,
       .is_enabled = can_choose_threshold,
       .run = choose_threshold_at_cursor,
       .is_offered = shows_section_of<Checklist>},
      {.key = "command.evidence",
       .group = 2,
       .is_enabled = can_write_evidence,
       .run = write_evidence,
       .is_offered = shows_section_of<Checklist>},
      {.key = "command.opener",
       .group = 2,
       .is_enabled = can_choose_opener,
       .run = choose_opener,
       .is_offered = shows_section_of<Checklist>},
      {.key = "command.trial",
       .group = 2,
       .icon = icons::play,
       .shortcuts = {{Key::t, control}},
       .scope = everywhere,
       .is_enabled = can_try_out,
       .run = toggle_trial,
       .is_offered = shows_section_of<Checklist>},
      {.key = "command.clear_marks",
       .group = 2,
       .is_enabled = [](const App& app) { return has_session(app) && has_marks(*app.session()); },
       .run = [](App& app) { clear_trial(app); },
       .is_offered = shows_section_of<Checklist>},
      {.key = "command.new_visit",
       .group = 3,
       .icon = icons::add,
       .is_enabled = can_begin_visit,
       .why_not = "visits.no_checklist",
       .run = begin_new_visit,
       .is_offered = shows_checklist_or_visits},
      {.key = "command.import_visits",
       .group = 3,
       .icon = icons::folder,
       .scope = everywhere,
       .is_enabled = can_import_visits,
       .why_not = "visits.no_checklist",
       .run = import_visits,
       .is_offered = shows_checklist_or_visits},
      {.key = "command.show_visits",
       .group = 3,
       .icon = icons::done,
       .scope = everywhere,
       .is_enabled = can_show_visits,
       .run = show_visits,
       .is_offered = shows_section_of<Checklist>},
      {.key = "command.visit_results",
       .group = 3,
       .icon = icons::preview,
       .shortcuts = {{Key::r, control}},
       .scope = everywhere,
       .is_enabled = can_switch_results,
       .run = switch_results,
       .is_offered = shows_visits,
       .is_checked = shows_results},
      {.key = "command.show_checklist",
       .group = 3,
       .icon = icons::checks,
       .scope = everywhere,
       .is_enabled = can_show_checklist,
       .run = show_checklist,
       .is_offered = shows_visits},
      {.key = "command.finish_visit",
       .group = 3,
       .icon = icons::done,
       .scope = everywhere,
       .is_enabled = can_finish_visit,
       .run = finish_shown_visit,
       .is_offered = shows_visits},
      {.key = "command.visit_actions",
       .group = 3,
       .icon = icons::check,
       .scope = everywhere,
       .is_enabled = shows_visits,
       .run = show_visit_actions,
       .is_offered = shows_visits},
      {.key = "command.move_up",
       .group = 4,
       .shortcuts = {{Key::up, alternate}},
       .is_enabled = moves<Direction::up>,
       .run = move<Direction::up>},
      {.key = "command.move_down",
       .group = 4,
       .shortcuts = {{Key::down, alternate}},
       .is_enabled = moves<Direction::down>,
       .run = move<Direction::down>},
      {.key = "command.move_left",
       .group = 4,
       .shortcuts = {{Key::left, alternate}},
       .is_enabled = moves<Direction::left>,
       .run = move<Direction::left>},
      {.key = "command.move_right",
       .group = 4,
       .shortcuts = {{Key::right, alternate}},
       .is_enabled = moves<Direction::right>,
       .run = move<Direction::right>},
      {.key = "command.find",
       .group = 4,
       .icon = icons::search,
       .shortcuts = {{Key::f, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { begin_finding(app, false); }},
      {.key = "command.find_next",
       .group = 4,
       .shortcuts = {{Key::f3, plain}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { step_hit(app, 1); }},
      {.key = "command.find_previous",
       .group = 4,
       .shortcuts = {{Key::f3, shift}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { step_hit(app, -1); }},
      {.key = "command.replace",
       .group = 4,
       .icon = icons::replacements,
       .shortcuts = {{Key::h, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { begin_finding(app, true); }},
  };
}

}  // namespace canvasbook
