#include "editor/app.h"

#include <algorithm>
#include <filesystem>

#include "editor/views.h"
#include "export/compose.h"
#include "export/find_overfull.h"
#include "export/layout.h"
#include "export/pdf_writer.h"
#include "model/workbook_file.h"

namespace canvasbook {

App::App(Workbook workbook, std::string file, const AppWorld& world)
    : history_(std::move(workbook)),
      file_(std::move(file)),
      language_(world.language),
      today_(world.today),
      ids_(world.id_seed),
      net_(world.state_folder, file_, world.clock) {
  history_.mark_saved();
  journaled_revision_ = history_.revision();
  show_section(0, 0);
  report(net_.begin(ids_.next(), this->workbook().company, this->workbook()));
  if (net_.other_owner()) {
    question_ = Question{
        "open_already.title",
        "open_already.text",
        {},
        {{"open_already.close", [this] { finished_ = true; }}, {"open_already.go_on", [this] { offer_recovery(); }}}};
  } else {
    offer_recovery();
  }
}

const Document* App::document() const {
  return view.document < workbook().documents.size() ? &*workbook().documents[view.document] : nullptr;
}

const Section* App::section() const {
  const Document* shown = document();
  return shown != nullptr && view.section < shown->sections.size() ? &*shown->sections[view.section] : nullptr;
}

const Board* App::board() const {
  const Section* shown = section();
  return shown == nullptr ? nullptr : std::get_if<Board>(&shown->content);
}

const Prose* App::prose() const {
  const Section* shown = section();
  return shown == nullptr ? nullptr : std::get_if<Prose>(&shown->content);
}

std::string App::window_title() const {
  const std::string name = std::filesystem::path(file_).filename().string();
  return (is_saved() ? "" : "• ") + name + " – Canvasbook";
}

void App::refresh() {
  if (computed_revision_ == history_.revision()) return;
  computed_revision_ = history_.revision();
  const Document* shown = document();
  ComposeOptions options{{}, {}, workbook().modified};
  if (shown != nullptr) options.documents = {shown->id};
  PageSetup setup;
  setup.canvas = workbook().page_size;
  setup.text = setup.canvas == PageSize::Letter ? PageSize::Letter : PageSize::A4;
  pages_ = layout(compose(workbook(), options), setup, paper_fonts_);
  findings_ = review(workbook());
  const std::vector<Finding> overfull = find_overfull(pages_);
  findings_.insert(findings_.end(), overfull.begin(), overfull.end());
  mark_dismissed(workbook(), findings_);
  words_ = count_words(workbook());
}

const std::vector<Finding>& App::findings() {
  refresh();
  return findings_;
}

const Pages& App::pages() {
  refresh();
  return pages_;
}

size_t App::word_count() {
  refresh();
  return words_;
}

void App::record(const char* name_key, Board board, const std::string& item, const std::string& merge_key) {
  const Section* shown = section();
  if (shown == nullptr) return;
  Section changed = *shown;
  changed.content = std::move(board);
  history_.record(set_section(workbook(), changed), {name_key, {}, shown->id, item, merge_key});
  message.clear();
}

void App::add_note(const std::string& block, const std::string& text) {
  end_edit();
  const Board* shown = board();
  if (shown == nullptr || find_block(*shown, block) == nullptr) return;
  Note note;
  note.id = ids_.next();
  note.text = text;
  const std::string id = note.id;
  view.block = block;
  record("step.add_note", canvasbook::add_note(*shown, block, std::move(note)), id);
  begin_edit(id);
}

void App::begin_edit(const std::string& note) {
  end_edit();
  const Board* shown = board();
  const Note* found = shown == nullptr ? nullptr : find_note(*shown, note);
  if (found == nullptr) return;
  view.notes = {note};
  view.edited_note = note;
  note_to_show = note;
  field = TextCore(found->text);
  field_width = 0;
}

void App::add_note_after() {
  const Board* shown = board();
  const Block* block = shown == nullptr ? nullptr : find_block_of(*shown, view.edited_note);
  if (block == nullptr) return end_edit();
  if (field.text().empty()) {  // an empty note says nothing, and Enter on it is the way out
    return remove_selected();
  }
  const auto at = std::ranges::find(block->notes, view.edited_note, &Note::id);
  const auto position = static_cast<size_t>(at - block->notes.begin()) + 1;
  const std::string id = block->id;
  end_edit();
  Note note;
  note.id = ids_.next();
  const std::string note_id = note.id;
  record("step.add_note", canvasbook::add_note(*board(), id, std::move(note), position), note_id);
  begin_edit(note_id);
}

void App::begin_prose() {
  if (prose() == nullptr || view.edits_prose) return;
  end_edit();
  view.edits_prose = true;
  field = TextCore(prose()->text);
  field_width = 0;
}

void App::take_over_field() {
  const Board* shown = board();
  if (shown != nullptr && !view.edited_note.empty()) {
    record("step.write", set_text(*shown, view.edited_note, field.utf8()), view.edited_note,
           "text/" + view.edited_note);
  } else if (view.edits_prose && prose() != nullptr) {
    Section changed = *section();
    changed.content = Prose{field.utf8()};
    history_.record(set_section(workbook(), changed), {"step.write", {}, changed.id, changed.id, "text/" + changed.id});
    message.clear();
  }
}

void App::end_edit() {
  if (!text_field_is_active()) return;
  history_.seal();
  view.edited_note.clear();
  view.edits_prose = false;
}

void App::select(const std::string& note, bool add_to_selection) {
  end_edit();
  note_to_show = note;
  if (!add_to_selection) view.notes.clear();
  if (!view.notes.insert(note).second) view.notes.erase(note);
  const Board* shown = board();
  const Block* block = shown == nullptr ? nullptr : find_block_of(*shown, note);
  if (block != nullptr) view.block = block->id;
}

void App::select_next(int step) {
  const Board* shown = board();
  if (shown == nullptr) return;
  std::vector<std::string> order;
  for (const Block& block : shown->blocks) {
    for (const Note& note : block.notes) order.push_back(note.id);
  }
  if (order.empty()) return;
  const auto found = view.notes.empty() ? order.end() : std::ranges::find(order, *view.notes.begin());
  const auto count = static_cast<int>(order.size());
  const int next = found == order.end() ? (step > 0 ? 0 : count - 1) : static_cast<int>(found - order.begin()) + step;
  select(order[static_cast<size_t>((next + count) % count)], false);
}

void App::remove_selected() {
  const Section* shown = section();
  if (shown == nullptr || view.notes.empty()) return;
  end_edit();
  history_.record(remove_notes(workbook(), shown->id, selected_ids()), {"step.remove", {}, shown->id, view.block, {}});
  view.notes.clear();
}

void App::move_selected(const std::string& block, size_t position) {
  const Board* shown = board();
  if (shown == nullptr || view.notes.empty()) return;
  end_edit();
  view.block = block;
  record("step.move", move_notes(*shown, selected_ids(), block, position), *view.notes.begin());
}

void App::set_colour_of_selected(Colour colour) {
  if (board() != nullptr) record("step.colour", set_colour(*board(), selected_ids(), colour), *view.notes.begin());
}

void App::toggle_segment_of_selected(const std::string& segment) {
  if (board() != nullptr)
    record("step.segment", toggle_segment(*board(), selected_ids(), segment), *view.notes.begin());
}

void App::toggle_type_of_selected(const std::string& type) {
  if (board() != nullptr) record("step.type", toggle_type(*board(), selected_ids(), type), *view.notes.begin());
}

void App::show_section(size_t document_index, size_t section_index) {
  end_edit();
  view.document = document_index;
  view.section = section_index;
  view.notes.clear();
  computed_revision_.reset();
  const Board* shown = board();
  view.block.clear();
  if (shown == nullptr || shown->blocks.empty()) return;
  const auto first = std::ranges::min_element(shown->blocks, {}, &Block::order);
  view.block = first->id;
}

void App::go_to(const std::string& item) {
  for (size_t d = 0; d < workbook().documents.size(); ++d) {
    const Document& candidate = *workbook().documents[d];
    for (size_t s = 0; s < candidate.sections.size(); ++s) {
      if (candidate.sections[s]->id == item) return show_section(d, s);
      const Board* target = std::get_if<Board>(&candidate.sections[s]->content);
      if (target == nullptr) continue;
      const std::string prefix = candidate.sections[s]->id + "/";
      const bool is_block = item.starts_with(prefix);
      if (!is_block && find_note(*target, item) == nullptr) continue;
      if (view.document != d || view.section != s) show_section(d, s);
      if (is_block) {
        end_edit();
        view.notes.clear();
        view.block = item.substr(prefix.size());
      } else {
        select(item, false);
      }
      return;
    }
  }
}

void App::return_to(const Step& step) {
  if (!step.item.empty()) go_to(step.item);
  message = catalog().text(step.name_key);
}

void App::undo() {
  end_edit();
  if (const Step* step = history_.undo()) return_to(*step);
}

void App::redo() {
  end_edit();
  if (const Step* step = history_.redo()) return_to(*step);
}

bool App::save() {
  history_.seal();
  if (net_.changed_on_disk()) {
    ask_about_disk();
    return false;
  }
  Workbook written = workbook();
  written.modified = today_;
  const auto saved = save_workbook(written, file_);
  if (!saved) {
    message = catalog().error(saved.error());
    return false;
  }
  history_.mark_saved();
  journaled_revision_ = history_.revision();
  changed_at_.reset();
  message = catalog().text("cli.written", {{"file", file_}});
  report(net_.record_saved(workbook()));
  return true;
}

void App::report(const std::optional<Error>& error) {
  if (error) message = catalog().error(*error);
}

void App::close_without_saving() {
  net_.end();
  finished_ = true;
}

void App::answer(size_t index) {
  if (!question_ || index >= question_->answers.size()) return;
  const std::function<void()> action = question_->answers[index].action;
  question_.reset();
  if (action) action();
}

// What an earlier session left behind, once the journal of this one has begun.
void App::offer_recovery() {
  const auto found = net_.left_behind();
  if (!found) return;
  const std::string id = found->id;
  const Workbook recovered = *found->workbook;
  Arguments arguments{{"time", found->time}, {"notes", catalog().count("info.notes", found->notes)}};
  question_ = Question{"recovery.title",
                       "recovery.text",
                       std::move(arguments),
                       {{"recovery.take",
                         [this, id, recovered] {
                           history_.record(recovered, {"step.recover", {}, {}, {}, {}});
                           show_section(0, 0);
                           if (!net_.record(workbook())) net_.forget(id);
                         }},
                        {"recovery.discard", [this, id] { net_.forget(id); }},
                        {"recovery.later", {}}}};
}

void App::ask_about_disk() {
  question_ = Question{"disk.title",
                       "disk.text",
                       {{"file", file_}},
                       {{"disk.take", [this] { take_from_disk(); }},
                        {"disk.copy", [this] { save_as_copy(); }},
                        {"disk.keep", [this] { net_.accept_disk(); }}}};
}

void App::take_from_disk() {
  auto theirs = load_workbook(file_);
  if (!theirs) {
    message = catalog().error(theirs.error());
    return;
  }
  end_edit();
  net_.accept_disk();
  history_.record(*theirs, {"step.take_from_disk", {}, {}, {}, {}});
  history_.mark_saved();
  show_section(0, 0);
}

// Saves under the next free name beside the file and goes on there, so that neither version overwrites the other.
void App::save_as_copy() {
  const std::filesystem::path path(file_);
  for (int number = 2; number < 1000; ++number) {
    const std::string name = path.stem().string() + " " + std::to_string(number) + path.extension().string();
    const std::string target = (path.parent_path() / name).string();
    const auto saved = save_workbook(workbook(), target, Existing::refuse);
    if (!saved && saved.error().code == ErrorCode::target_exists) continue;
    message = saved ? catalog().text("cli.written", {{"file", target}}) : catalog().error(saved.error());
    if (saved) net_.accept_disk();
    return;
  }
}

bool App::tick(double seconds) {
  constexpr double most_behind = 1;  // seconds that the journal may lag; the frame in between adds at most half of one
  constexpr double between_looks = 1;
  const std::string before = message;
  const bool asked = question_.has_value();
  if (history_.revision() != journaled_revision_) {
    if (!changed_at_) changed_at_ = seconds;
    if (seconds - *changed_at_ >= most_behind) {
      report(net_.record(workbook()));
      journaled_revision_ = history_.revision();
      changed_at_.reset();
    }
  }
  if (seconds - looked_at_disk_ >= between_looks) {
    looked_at_disk_ = seconds;
    if (!question_ && net_.changed_on_disk()) ask_about_disk();
  }
  return message != before || question_.has_value() != asked;
}

void App::export_pdf() {
  end_edit();
  const std::string target = std::filesystem::path(file_).replace_extension(".pdf").string();
  const auto pdf = write_pdf(
      layout(compose(workbook(), {{}, {}, workbook().modified}),
             {workbook().page_size, workbook().page_size == PageSize::Letter ? PageSize::Letter : PageSize::A4},
             paper_fonts_),
      paper_fonts_);
  const auto written = pdf ? write_file(target, *pdf) : Result<Done>(pdf.error());
  message = written ? catalog().text("cli.written", {{"file", target}}) : catalog().error(written.error());
}

void App::run_command(std::string_view key) {
  if (key == "command.save") save();
  if (key == "command.export_pdf") export_pdf();
  if (key == "command.language") language_ = language_ == Language::ru ? Language::en : Language::ru;
  if (key == "command.theme") {
    theme_name = theme_name == ThemeName::light ? ThemeName::dark : ThemeName::light;
    theme_is_stale = true;
  }
}

void App::request_close() {
  end_edit();
  if (is_saved()) return close_without_saving();
  question_ = Question{"close.title",
                       "close.text",
                       {},
                       {{"close.save",
                         [this] {
                           if (save()) close_without_saving();
                         }},
                        {"close.discard", [this] { close_without_saving(); }},
                        {"close.cancel", {}}}};
}

void App::handle_shortcuts() {
  const Modifiers control{true, false, false};
  const Modifiers control_shift{true, true, false};
  if (input.take(Key::s, control)) save();
  if (input.take(Key::p, control)) export_pdf();
  if (input.take(Key::q, control)) request_close();
  if (text_field_is_active()) return;
  if (input.take(Key::z, control)) undo();
  if (input.take(Key::y, control) || input.take(Key::z, control_shift)) redo();
  if (input.take(Key::n, control)) add_note(view.block);
  if (input.take(Key::delete_, {}) || input.take(Key::backspace, {})) remove_selected();
  if (input.take(Key::down, {}) || input.take(Key::right, {})) select_next(1);
  if (input.take(Key::up, {}) || input.take(Key::left, {})) select_next(-1);
  if ((input.take(Key::enter, {}) || input.take(Key::f2, {})) && !view.notes.empty()) begin_edit(*view.notes.begin());
  if (input.take(Key::escape, {})) view.notes.clear();
}

void App::draw() {
  parts.clear();
  if (!question_) handle_shortcuts();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushFont(theme.fonts.text);
  ImGui::Begin("window", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoNavInputs);
  ImGui::PopStyleVar(2);
  const float top = theme.px(60);
  const float bottom = size.y - theme.px(34);
  const float left = theme.px(250);
  const float right = size.x - theme.px(view.panel == SidePanel::preview ? 460.0F : 330.0F);
  view_top_bar(*this, {{0, 0}, {size.x, top}});
  view_navigator(*this, {{0, top + 1}, {left, bottom}});
  const Area work{{left, top + 1}, {right, bottom}};
  if (board() != nullptr) view_board(*this, *board(), work);
  if (prose() != nullptr) view_prose(*this, *prose(), work);
  view_side_panel(*this, {{right, top + 1}, {size.x, bottom}});
  view_status(*this, {{0, bottom}, size});
  view_question(*this);
  ImGui::End();
  ImGui::PopFont();
}

}  // namespace canvasbook
