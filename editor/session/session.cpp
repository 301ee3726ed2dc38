#include "editor/session/session.h"

#include <algorithm>

#include "editor/session/visit_texts.h"
#include "editor/text/words.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/visit_actions.h"
#include "model/placeholders.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Where two texts begin to differ, as a place in the second one, in code points.
size_t first_difference(std::string_view one, std::string_view other) {
  const std::u32string before = to_editable(one);
  const std::u32string after = to_editable(other);
  return static_cast<size_t>(std::ranges::mismatch(before, after).in2 - after.begin());
}

// The caret goes to where the shown text differs from the one before, if the step was its writing.
void show_change_in_prose(Session& session, const Workbook& before, const Step& step) {
  if (step.name_key != "step.write" || session.prose() == nullptr || session.section()->id != step.item) return;
  const auto* text = content_of<Prose>(before, step.item);
  if (text == nullptr || text->text == session.prose()->text) return;
  const size_t place = first_difference(text->text, session.prose()->text);
  session.begin_prose(TextRange{place, place});
}

// The text of a sheet or a visit that a step changed; nothing in other kinds, and where whole rows came or went.
std::optional<FieldPlace> changed_place(const Workbook& before, const Workbook& after, const Step& step) {
  if (auto in_visit = changed_in_visit(before, after, step)) return in_visit;
  const auto* was = content_of<Sheet>(before, step.place);
  const auto* is = content_of<Sheet>(after, step.place);
  if (was == nullptr || is == nullptr) return std::nullopt;
  const auto changed = first_change(*was, *is, step.item);
  if (!changed) return std::nullopt;
  return changed->row.empty() ? FieldPlace{changed->column, "title"} : FieldPlace{changed->row, changed->column};
}

// The section that shows what was replaced everywhere: the shown one where that changed, else the one where the step
// was done, else the first that changed; empty for none.
std::string changed_section(const Workbook& before, const Workbook& after, const std::string& shown, const Step& step) {
  const auto differs = [&](const std::string& id) {
    const Section* was = find_section(before, id);
    const Section* is = find_section(after, id);
    return is != nullptr && (was == nullptr || *was != *is);
  };
  if (differs(shown)) return shown;
  if (differs(step.place)) return step.place;
  for (const auto& document : after.documents) {
    for (const auto& section : document->sections) {
      if (differs(section->id)) return section->id;
    }
  }
  return {};
}

bool is_row(const Content& content, const std::string& item) {
  const Sheet* sheet = std::get_if<Sheet>(&content);
  return sheet != nullptr && find_item(sheet->rows, item) != nullptr;
}

}  // namespace

Session::Session(Workbook workbook, std::string file, const SessionWorld& world, bool saved)
    : history_(std::move(workbook)),
      file_(std::move(file)),
      world_(world),
      ids_(world.id_seed),
      net_(world.state_folder, file_, world.clock, world.computes_beside),
      computed_(world.stopwatch, world.computes_beside ? std::launch::async : std::launch::deferred, world.today) {
  if (saved) history_.mark_saved();
  kept_ = state();
  show_section(0, 0);
}

const Document* Session::document() const {
  return view_.document < workbook().documents.size() ? &*workbook().documents[view_.document] : nullptr;
}

const Section* Session::section() const { return view_.shown_register ? nullptr : section_behind(); }

const Section* Session::section_behind() const {
  const Document* shown = document();
  return shown != nullptr && view_.section < shown->sections.size() ? &*shown->sections[view_.section] : nullptr;
}

const std::vector<Finding>& Session::findings() {
  const bool is_in_field = view_.editing == Editing::field;
  computed_.pass_over(is_in_field ? FieldPlace{view_.edited, view_.field} : FieldPlace{});
  return computed_.findings(workbook(), history_.revision(), document());
}

size_t Session::open_findings() {
  findings();
  return computed_.open_findings();
}

size_t Session::open_blanks() {
  findings();
  return computed_.open_blanks();
}

bool Session::finds_broken() {
  findings();
  return computed_.finds_broken();
}

const Pages& Session::pages() { return computed_.pages(workbook(), history_.revision(), document()); }

const Found& Session::found(const FindQuery& query, bool at_once) {
  return computed_.found(workbook(), history_.revision(), query, at_once);
}

size_t Session::word_count() { return computed_.words(workbook(), history_.revision()); }

size_t Session::blank_count() { return computed_.blanks(workbook(), history_.revision(), document()); }

void Session::record(Workbook after, const char* name_key, const std::string& item, const std::string& merge_key) {
  const Section* shown = section_behind();
  const std::string place = shown == nullptr ? std::string() : shown->id;
  const std::string shown_document = document() == nullptr ? std::string() : document()->id;
  Step step{name_key, {}, place, item.empty() ? place : item, merge_key};
  const TextCore::Retrace retrace = takes_over_ ? field.last_retrace() : TextCore::Retrace::none;
  if (retrace == TextCore::Retrace::none) {
    history_.record(std::move(after), std::move(step));
  } else {
    const bool is_back = retrace == TextCore::Retrace::undo;
    history_.retrace(std::move(after), std::move(step), is_back ? History::Direction::back : History::Direction::forth);
  }
  hand_to_journal();
  follow(shown_document, place);
  keep_up_field();
}

const std::string* Session::written_text() {
  switch (view_.editing) {
    case Editing::nothing:
      return nullptr;
    case Editing::note:
    case Editing::details: {
      const Note* note = board() == nullptr ? nullptr : find_note(*board(), view_.edited);
      return note == nullptr ? nullptr : view_.editing == Editing::note ? &note->text : &note->details;
    }
    case Editing::prose:
      return prose() == nullptr || section()->id != view_.edited ? nullptr : &prose()->text;
    case Editing::field:
      return has_items() ? find_field(section()->content, {view_.edited, view_.field}) : nullptr;
    case Editing::visit: {
      auto text = visits() == nullptr ? std::nullopt : text_in_visits(*visits(), view_.edited, view_.field);
      if (!text) return nullptr;
      visit_text_ = std::move(*text);
      return &visit_text_;
    }
    case Editing::document_title: {
      const Document* edited = find_document(workbook(), view_.edited);
      return edited == nullptr ? nullptr : &edited->title;
    }
    case Editing::section_title: {
      const Section* edited = find_section(workbook(), view_.edited);
      return edited == nullptr ? nullptr : &edited->title;
    }
    case Editing::company:
      return &workbook().company;
    case Editing::entry_value:
      return view_.shown_register ? value_of_entry(workbook(), view_.edited) : nullptr;
    case Editing::entry: {
      const RegisterEntry* edited = view_.shown_register ? entries(*view_.shown_register).find(view_.edited) : nullptr;
      return edited == nullptr ? nullptr : &edited->name;
    }
  }
  return nullptr;
}

void Session::keep_up_field() {
  if (!is_writing() || takes_over_) return;
  if (const std::string* text = written_text()) return field.keep_up_with(*text);
  let_go_of_field();
}

void Session::begin(Editing editing, std::string item, std::string_view text) {
  TextCore written(text);  // before the text that is written now is taken over, which may let go of this one
  editing == Editing::field ? end_writing_for(FieldPlace{item, view_.field}) : end_writing_for(item);
  view_.editing = editing;
  view_.edited = std::move(item);
  view_.shows_caret = false;
  renaming_.reset();
  field = std::move(written);
}

void Session::begin_prose() {
  if (prose() == nullptr || view_.editing == Editing::prose) return;
  begin(Editing::prose, section()->id, prose()->text);
}

void Session::begin_prose(TextRange selected) {
  begin_prose();
  field.select(selected.begin, selected.end);
  view_.shows_caret = true;
}

void Session::begin_visit_text(const FieldPlace& place) {
  const auto text = visits() == nullptr ? std::nullopt : text_in_visits(*visits(), place.item, place.field);
  if (!text) return;
  point_at(place);
  begin(Editing::visit, place.item, *text);
}

void Session::begin_document_title(const std::string& document) {
  if (const Document* found = find_document(workbook(), document))
    begin(Editing::document_title, found->id, found->title);
}

void Session::begin_section_title(const std::string& section) {
  if (const Section* found = find_section(workbook(), section)) begin(Editing::section_title, found->id, found->title);
}

void Session::begin_company() { begin(Editing::company, {}, workbook().company); }

void Session::begin_note(const std::string& note) {
  const Note* found = board() == nullptr ? nullptr : find_note(*board(), note);
  if (found == nullptr) return;
  begin(Editing::note, note, found->text);
  view_.selected = {note};
  view_.item_to_show = note;
}

void Session::begin_details(const std::string& note) {
  const Note* found = board() == nullptr ? nullptr : find_note(*board(), note);
  if (found == nullptr) return;
  begin(Editing::details, note, found->details);
  view_.selected = {note};
}

void Session::take_over_field() {
  takes_over_ = true;
  record_field();
  takes_over_ = false;
}

void Session::record_field() {
  std::string text = field.utf8();
  const std::string item = view_.edited;
  switch (view_.editing) {
    case Editing::nothing:
      return;
    case Editing::note:
      return record_board(set_text(*board(), item, std::move(text)), "step.write_note", item, "text/" + item);
    case Editing::details:
      return record_board(set_details(*board(), item, std::move(text)), "step.write_details", item, "details/" + item);
    case Editing::prose:
      return record(set_prose(workbook(), item, std::move(text)), "step.write", item, "text/" + item);
    case Editing::field:
      if (writes_placeholder()) return record_rename(RegisterKind::placeholders, std::move(text));
      return record_content(set_field(section()->content, {item, view_.field}, std::move(text)),
                            is_row(section()->content, item) ? "step.cell" : "step.write", item,
                            "field/" + item + "/" + view_.field);
    case Editing::visit:
      return record_content(with_visit_text(*visits(), item, view_.field, text, world_.today), "step.write", item,
                            "field/" + item + "/" + view_.field);
    case Editing::document_title:
      return record(rename_document(workbook(), item, std::move(text)), "step.rename", item, "title/" + item);
    case Editing::company: {
      Properties properties = properties_of(workbook());
      properties.company = std::move(text);
      return record(canvasbook::set_properties(workbook(), std::move(properties)), "step.company", {}, "company");
    }
    case Editing::entry_value:
      return record(set_entry_value(workbook(), item, std::move(text)), "step.placeholder_value", item,
                    "value/" + item);
    case Editing::entry:
      return record_rename(*view_.shown_register, std::move(text));
    case Editing::section_title:
      return record(rename_section(workbook(), item, std::move(text)), "step.rename", item, "title/" + item);
  }
}

bool Session::writes_placeholder() const {
  const auto* sheet = content_as<Sheet>();
  const SheetColumn* names = sheet == nullptr ? nullptr : placeholder_column(*sheet);
  return names != nullptr && names->id == view_.field;
}

// Each letter renames what stood there before the first one: names on the way may be those of others.
void Session::record_rename(RegisterKind kind, std::string name) {
  if (!renaming_ || renaming_->revision != history_.revision()) renaming_ = Renaming{0, workbook()};
  record(rename_entry(renaming_->before, kind, view_.edited, std::move(name)), "step.rename_entry", view_.edited,
         "entry/" + view_.edited);
  renaming_->revision = history_.revision();
}

void Session::replace_written(TextRange range, std::string_view text) {
  if (!is_writing()) return;
  history_.seal();
  field.seal();
  field.select(range.begin, range.end);
  field.insert(text);
  take_over_field();
  field.seal();
  history_.seal();
}

void Session::seal_writing() {
  field.seal();
  history_.seal();
}

void Session::pause_writing() {
  if (view_.editing == Editing::field) keep_by_type();
  history_.seal();
  let_go_of_field();
}

void Session::let_go_of_field() {
  view_.editing = Editing::nothing;
  view_.edited.clear();
}

bool Session::leave_blank() {
  pause_writing();
  return drop_just_made();
}

void Session::end_writing_for(const std::string& item) {
  if (is_in_just_made(item)) return pause_writing();
  end_writing();
}

void Session::end_writing_for(const FieldPlace& place) {
  end_writing_for(is_in_just_made(place.field) ? place.field : place.item);
}

void Session::show_section(size_t document_index, size_t section_index) {
  end_writing();
  view_.shown_register.reset();
  const size_t documents = workbook().documents.size();
  view_.document = documents == 0 ? 0 : std::min(document_index, documents - 1);
  view_.section = section_index;
  view_.selected.clear();
  view_.cursor.clear();
  view_.field.clear();
  view_.dimmed_for.clear();
  view_.block.clear();
  const Board* shown = board();
  if (shown == nullptr || shown->blocks.empty()) return;
  view_.block = blocks_in_order(*shown).front()->id;
}

bool Session::go_to(const std::string& item) {
  if (view_.shown_register) show_section(view_.document, view_.section);
  for (size_t d = 0; d < workbook().documents.size(); ++d) {
    const Document& candidate = *workbook().documents[d];
    if (candidate.id == item) {
      view_.document == d ? end_writing() : show_section(d, 0);
      return true;
    }
    for (size_t s = 0; s < candidate.sections.size(); ++s) {
      if (candidate.sections[s]->id == item) {
        show_section(d, s);
        return true;
      }
      const Content& content = candidate.sections[s]->content;
      if (const auto ids = items_in_order(content); std::ranges::find(ids, item) != ids.end()) {
        if (view_.document != d || view_.section != s) show_section(d, s);
        select_item(item, false);
        return true;
      }
      if (const auto* filled = std::get_if<Visits>(&content);
          filled != nullptr && (find_visit(*filled, item) != nullptr || find_action(*filled, item) != nullptr)) {
        if (view_.document != d || view_.section != s) show_section(d, s);
        select_item(item, false);
        return true;
      }
      const Board* target = std::get_if<Board>(&content);
      if (target == nullptr) continue;
      const std::string prefix = candidate.sections[s]->id + "/";
      const bool is_block = item.starts_with(prefix);
      if (!is_block && find_note(*target, item) == nullptr) continue;
      if (view_.document != d || view_.section != s) show_section(d, s);
      if (is_block) {
        end_writing();
        view_.selected.clear();
        view_.block = item.substr(prefix.size());
      } else {
        select(item, false);
      }
      return true;
    }
  }
  return false;
}

ShownPlace Session::shown_place() const {
  const Section* behind = section_behind();
  return {behind == nullptr ? std::string() : behind->id, view_.shown_register};
}

void Session::return_to_place(const ShownPlace& place) {
  if (!go_to(place.section)) show_section(0, 0);
  if (place.shown_register) show_register(*place.shown_register);
}

void Session::return_to(const Step& step, const Workbook& before) {
  if (view_.shown_register) return return_in_register(step);
  if (view_.document >= workbook().documents.size() || section() == nullptr) show_section(view_.document, 0);
  const Board* shown = board();
  if (shown != nullptr) {
    std::erase_if(view_.selected, [&](const std::string& note) { return find_note(*shown, note) == nullptr; });
  } else if (visits() != nullptr) {
    std::erase_if(view_.selected, [&](const std::string& item) {
      return find_visit(*visits(), item) == nullptr && find_action(*visits(), item) == nullptr;
    });
  } else if (has_items()) {
    const std::vector<std::string> ids = items_in_order(section()->content);
    std::erase_if(view_.selected, [&](const std::string& item) { return std::ranges::find(ids, item) == ids.end(); });
  }
  if (step.name_key == "step.replace" && step.item == step.place) {
    const std::string shown = section() == nullptr ? std::string() : section()->id;
    const std::string changed = changed_section(before, workbook(), shown, step);
    const bool is_elsewhere = !changed.empty() && changed != step.place;
    if (is_elsewhere && (changed == shown || go_to(changed))) return;
  }
  if (!step.item.empty() && go_to(step.item)) return;
  const bool is_shown = section() != nullptr && section()->id == step.place;
  if (!is_shown && find_section(workbook(), step.place) != nullptr) go_to(step.place);  // of what is gone
}

const Step* Session::go_back_or_forth(const Step* (History::*move)()) {
  if (view_.editing == Editing::field)
    keep_by_type();  // before: a step behind the move would cut off what can be redone
  seal_writing();
  const std::string shown_document = document() == nullptr ? std::string() : document()->id;
  const std::string shown_section = section_behind() == nullptr ? std::string() : section_behind()->id;
  const Workbook before = workbook();
  const Step* step = (history_.*move)();
  stepped_cell_.reset();
  if (step == nullptr) return nullptr;
  hand_to_journal();
  follow(shown_document, shown_section);
  keep_up_field();
  const std::optional<FieldPlace> changed = changed_place(before, workbook(), *step);
  if (step->name_key == "step.cell") stepped_cell_ = changed;
  if (is_writing() && step->place == shown_section && !view_.shown_register) {
    const bool is_elsewhere = changed && *changed != FieldPlace{view_.edited, view_.field};
    view_.shows_caret = step->item == view_.edited && !is_elsewhere;
    view_.item_to_show = is_elsewhere ? changed->item : step->item;
    view_.field_to_show = is_elsewhere ? changed->field : std::string();
  } else {
    let_go_of_field();
    auto just_made = std::exchange(just_made_, std::nullopt);  // what came back stays while it is shown
    return_to(*step, before);
    show_change_in_prose(*this, before, *step);
    if (changed && section() != nullptr && section()->id == step->place) point_at(*changed);
    just_made_ = std::move(just_made);
  }
  return step;
}

const Step* Session::undo() { return go_back_or_forth(&History::undo); }

const Step* Session::redo() { return go_back_or_forth(&History::redo); }

}  // namespace canvasbook
