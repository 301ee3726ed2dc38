#include "editor/session/session.h"

#include <algorithm>

namespace canvasbook {

Session::Session(Workbook workbook, std::string file, const SessionWorld& world, bool saved)
    : history_(std::move(workbook)),
      file_(std::move(file)),
      world_(world),
      ids_(world.id_seed),
      net_(world.state_folder, file_, world.clock, world.computes_beside),
      computed_(world.stopwatch, world.computes_beside ? std::launch::async : std::launch::deferred) {
  if (saved) history_.mark_saved();
  kept_ = state();
  show_section(0, 0);
}

const Document* Session::document() const {
  return view.document < workbook().documents.size() ? &*workbook().documents[view.document] : nullptr;
}

const Section* Session::section() const { return view.shown_register ? nullptr : section_behind(); }

const Section* Session::section_behind() const {
  const Document* shown = document();
  return shown != nullptr && view.section < shown->sections.size() ? &*shown->sections[view.section] : nullptr;
}

const Board* Session::board() const {
  const Section* shown = section();
  return shown == nullptr ? nullptr : std::get_if<Board>(&shown->content);
}

const Prose* Session::prose() const {
  const Section* shown = section();
  return shown == nullptr ? nullptr : std::get_if<Prose>(&shown->content);
}

const std::vector<Finding>& Session::findings() {
  return computed_.findings(workbook(), history_.revision(), document());
}

const Pages& Session::pages() { return computed_.pages(workbook(), history_.revision(), document()); }

const Found& Session::found(const FindQuery& query, bool at_once) {
  return computed_.found(workbook(), history_.revision(), query, at_once);
}

size_t Session::word_count() { return computed_.words(workbook(), history_.revision()); }

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
  switch (view.editing) {
    case Editing::nothing:
      return nullptr;
    case Editing::note:
    case Editing::details: {
      const Note* note = board() == nullptr ? nullptr : find_note(*board(), view.edited);
      return note == nullptr ? nullptr : view.editing == Editing::note ? &note->text : &note->details;
    }
    case Editing::prose:
      return prose() == nullptr || section()->id != view.edited ? nullptr : &prose()->text;
    case Editing::field:
      return has_items() ? find_field(section()->content, {view.edited, view.field}) : nullptr;
    case Editing::document_title: {
      const Document* edited = find_document(workbook(), view.edited);
      return edited == nullptr ? nullptr : &edited->title;
    }
    case Editing::section_title: {
      const Section* edited = find_section(workbook(), view.edited);
      return edited == nullptr ? nullptr : &edited->title;
    }
    case Editing::entry: {
      const RegisterEntry* edited = view.shown_register ? entries(*view.shown_register).find(view.edited) : nullptr;
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
  end_writing_for(item);
  view.editing = editing;
  view.edited = std::move(item);
  view.shows_caret = false;
  field = std::move(written);
}

void Session::begin_prose() {
  if (prose() == nullptr || view.editing == Editing::prose) return;
  begin(Editing::prose, section()->id, prose()->text);
}

void Session::begin_document_title(const std::string& document) {
  if (const Document* found = find_document(workbook(), document))
    begin(Editing::document_title, found->id, found->title);
}

void Session::begin_section_title(const std::string& section) {
  if (const Section* found = find_section(workbook(), section)) begin(Editing::section_title, found->id, found->title);
}

void Session::begin_note(const std::string& note) {
  const Note* found = board() == nullptr ? nullptr : find_note(*board(), note);
  if (found == nullptr) return;
  begin(Editing::note, note, found->text);
  view.selected = {note};
  view.item_to_show = note;
}

void Session::begin_details(const std::string& note) {
  const Note* found = board() == nullptr ? nullptr : find_note(*board(), note);
  if (found == nullptr) return;
  begin(Editing::details, note, found->details);
  view.selected = {note};
}

void Session::take_over_field() {
  takes_over_ = true;
  record_field();
  takes_over_ = false;
}

void Session::record_field() {
  std::string text = field.utf8();
  const std::string item = view.edited;
  switch (view.editing) {
    case Editing::nothing:
      return;
    case Editing::note:
      return record_board(set_text(*board(), item, std::move(text)), "step.write", item, "text/" + item);
    case Editing::details:
      return record_board(set_details(*board(), item, std::move(text)), "step.write_details", item, "details/" + item);
    case Editing::prose:
      return record(set_prose(workbook(), item, std::move(text)), "step.write", item, "text/" + item);
    case Editing::field:
      return record_content(set_field(section()->content, {item, view.field}, std::move(text)), "step.write", item,
                            "field/" + item + "/" + view.field);
    case Editing::document_title:
      return record(rename_document(workbook(), item, std::move(text)), "step.rename", item, "title/" + item);
    case Editing::entry:
      return record(rename_entry(workbook(), *view.shown_register, item, std::move(text)), "step.rename_entry", item,
                    "entry/" + item);
    case Editing::section_title:
      return record(rename_section(workbook(), item, std::move(text)), "step.rename", item, "title/" + item);
  }
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
  if (view.editing == Editing::field) keep_by_type();
  history_.seal();
  let_go_of_field();
}

void Session::let_go_of_field() {
  view.editing = Editing::nothing;
  view.edited.clear();
}

bool Session::leave_blank() {
  pause_writing();
  return drop_just_made();
}

void Session::end_writing_for(const std::string& item) {
  if (is_in_just_made(item)) return pause_writing();
  end_writing();
}

void Session::show_section(size_t document_index, size_t section_index) {
  end_writing();
  view.shown_register.reset();
  const size_t documents = workbook().documents.size();
  view.document = documents == 0 ? 0 : std::min(document_index, documents - 1);
  view.section = section_index;
  view.selected.clear();
  view.cursor.clear();
  view.field.clear();
  view.dimmed_for.clear();
  view.block.clear();
  const Board* shown = board();
  if (shown == nullptr || shown->blocks.empty()) return;
  view.block = std::ranges::min_element(shown->blocks, {}, &Block::order)->id;
}

void Session::go_to(const std::string& item) {
  if (view.shown_register) show_section(view.document, view.section);
  for (size_t d = 0; d < workbook().documents.size(); ++d) {
    const Document& candidate = *workbook().documents[d];
    if (candidate.id == item) return view.document == d ? end_writing() : show_section(d, 0);
    for (size_t s = 0; s < candidate.sections.size(); ++s) {
      if (candidate.sections[s]->id == item) return show_section(d, s);
      const Content& content = candidate.sections[s]->content;
      if (const auto ids = items_in_order(content); std::ranges::find(ids, item) != ids.end()) {
        if (view.document != d || view.section != s) show_section(d, s);
        return select_item(item, false);
      }
      const Board* target = std::get_if<Board>(&content);
      if (target == nullptr) continue;
      const std::string prefix = candidate.sections[s]->id + "/";
      const bool is_block = item.starts_with(prefix);
      if (!is_block && find_note(*target, item) == nullptr) continue;
      if (view.document != d || view.section != s) show_section(d, s);
      if (is_block) {
        end_writing();
        view.selected.clear();
        view.block = item.substr(prefix.size());
      } else {
        select(item, false);
      }
      return;
    }
  }
}

void Session::return_to(const Step& step) {
  if (view.shown_register) return return_in_register(step);
  if (view.document >= workbook().documents.size() || section() == nullptr) show_section(view.document, 0);
  const Board* shown = board();
  if (shown != nullptr) {
    std::erase_if(view.selected, [&](const std::string& note) { return find_note(*shown, note) == nullptr; });
  } else if (has_items()) {
    const std::vector<std::string> ids = items_in_order(section()->content);
    std::erase_if(view.selected, [&](const std::string& item) { return std::ranges::find(ids, item) == ids.end(); });
  }
  if (!step.item.empty()) go_to(step.item);
}

const Step* Session::go_back_or_forth(const Step* (History::*move)()) {
  if (view.editing == Editing::field)
    keep_by_type();  // before: a step behind the move would cut off what can be redone
  seal_writing();
  const std::string shown_document = document() == nullptr ? std::string() : document()->id;
  const std::string shown_section = section_behind() == nullptr ? std::string() : section_behind()->id;
  const Step* step = (history_.*move)();
  if (step == nullptr) return nullptr;
  hand_to_journal();
  follow(shown_document, shown_section);
  keep_up_field();
  if (is_writing() && step->place == shown_section && !view.shown_register) {
    view.shows_caret = step->item == view.edited;
    view.item_to_show = step->item;
  } else {
    let_go_of_field();
    auto just_made = std::exchange(just_made_, std::nullopt);  // what came back stays while it is shown
    return_to(*step);
    just_made_ = std::move(just_made);
  }
  return step;
}

const Step* Session::undo() { return go_back_or_forth(&History::undo); }

const Step* Session::redo() { return go_back_or_forth(&History::redo); }

}  // namespace canvasbook
