// An open workbook: its history, what of it is before the eyes, the actions on it, and its file. Knows no window.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "editor/session/computed.h"
#include "editor/session/safety_net.h"
#include "editor/session/saving.h"
#include "editor/session/shown_place.h"
#include "editor/text/core.h"
#include "export/pages.h"
#include "export/text/fonts.h"
#include "model/base/identifier.h"
#include "model/file/file.h"
#include "model/history.h"
#include "model/item_edits.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_view.h"
#include "model/registers.h"
#include "model/review/review.h"
#include "model/segments.h"

namespace canvasbook {

// What a text field writes into.
enum class Editing {
  nothing,
  note,
  details,
  prose,
  field,
  visit,
  document_title,
  section_title,
  entry,
  entry_value,
  company
};

// What the author has before the eyes.
struct View {
  size_t document = 0;       // index in the workbook
  size_t section = 0;        // index in the document
  std::string block;         // that new notes go to and that the guide speaks of; `parking_lot` for none
  ItemIds selected;          // ids of notes, or of items of the other kinds
  std::string cursor;        // the selected one that keys go on from, or one no longer selected: see Session::cursor
  std::string field;         // of the cursor, where it is no note: see FieldPlace
  std::string anchor;        // the one that Shift extends the selection from
  std::string anchor_field;  // of a sheet: the column where cells are selected from; empty where rows are
  Editing editing = Editing::nothing;
  std::string edited;         // id of the note, item, document or section that is written in
  std::string item_to_show;   // note or item that should be brought into view
  std::string field_to_show;  // of that item: its text that should be; empty for any
  bool shows_caret = false;   // the caret of the text that is written should be
  std::string dimmed_for;     // id of the segment: notes that do not serve it are dimmed; empty for none
  std::optional<RegisterKind> shown_register;  // in place of the section; `cursor` is then one of its entries
};

// What a session takes from the world around it.
struct SessionWorld {
  Date today;
  std::uint64_t id_seed = 0;
  std::string state_folder;            // for recovery and locks; empty for none
  std::function<std::string()> clock;  // "2026-11-21 12:40"
  std::function<double()> stopwatch;   // seconds that only grow, see Computed
  bool computes_beside = false;        // on other threads what is slow
};

class Session {
 public:
  // `file` is where the workbook was read from and will be saved; empty for one that was never saved. `saved`: it is
  // as in its file, or a new one in which nothing was written yet.
  Session(Workbook workbook, std::string file, const SessionWorld& world, bool saved = true);

  TextCore field;  // the text that is being written

  const View& view() const { return view_; }
  const Workbook& workbook() const { return history_.current(); }
  // The workbook as it is saved: without what was just made and in which nothing was written.
  const Workbook& worth_keeping() const { return has_blank() ? just_made_->before : workbook(); }
  const Document* document() const;
  const Section* section() const;  // nullptr while a register is shown
  // What the shown section holds, where that is of a kind; else nullptr.
  template <class Kind>
  const Kind* content_as() const {
    const Section* shown = section();
    return shown == nullptr ? nullptr : std::get_if<Kind>(&shown->content);
  }
  const Board* board() const { return content_as<Board>(); }
  const Prose* prose() const { return content_as<Prose>(); }
  const Visits* visits() const { return content_as<Visits>(); }
  const History& history() const { return history_; }
  bool is_saved() const { return history_.is_saved() || (has_blank() && history_.is_saved(just_made_->before)); }
  bool can_undo() const { return history_.next_undo() != nullptr; }
  bool can_redo() const { return history_.next_redo() != nullptr; }
  bool is_writing() const { return view_.editing != Editing::nothing; }
  const std::string& file() const { return file_; }
  const std::string& saved_at() const { return saved_at_; }  // the clock's answer at the last save, or empty
  std::string title() const;                                 // the company, else the first document's title

  // Computed from the workbook when asked for; while one types in a large workbook, what was computed before the pause.
  const std::vector<Finding>& findings();  // of the whole workbook and its pages
  std::uint64_t findings_version() const { return computed_.findings_version(); }  // grows when there are others
  size_t open_blanks();    // places to fill in that they tell of, in all documents
  size_t open_findings();  // how many of them count
  bool finds_broken();     // whether one of these is broken
  const Pages& pages();    // of the shown document
  std::uint64_t pages_version() const { return computed_.pages_version(); }  // grows when pages() gives others
  const Computed::OnPaper* on_paper(const std::string& document) const { return computed_.on_paper(document); }
  size_t word_count();
  size_t blank_count();  // places that the author of the shown document still has to fill in
  const std::vector<OutlinePart>& outline() { return computed_.outline(section(), history_.revision()); }
  // What a query finds. One that was not asked for just before is answered for the workbook as it is now, as with
  // `at_once`; the version grows when there is another answer.
  const Found& found(const FindQuery& query, bool at_once = false);
  void use_dictionaries(std::shared_ptr<const Spelling> dictionaries) {
    computed_.use_dictionaries(std::move(dictionaries));
  }
  std::uint64_t found_version() const { return computed_.found_version(); }
  // The registers of the workbook.
  const std::vector<Segment>& segments() { return computed_.segments(workbook(), history_.revision()); }
  const std::vector<Touchpoint>& touchpoints() { return computed_.touchpoints(workbook(), history_.revision()); }
  const std::shared_ptr<const TouchpointNames>& touchpoint_names() {  // another one only where a name is another
    return computed_.touchpoint_names(workbook(), history_.revision());
  }
  const std::vector<Placeholder>& placeholders() { return computed_.placeholders(workbook(), history_.revision()); }
  size_t entry_count(RegisterKind kind);
  const RegisterList& entries(RegisterKind kind) { return computed_.entries(workbook(), history_.revision(), kind); }
  bool has_home(RegisterKind kind) const;  // where an entry can be defined
  Fonts& paper_fonts() { return computed_.fonts(); }

  // Called at least twice a second; returns whether something that waited is to be drawn now.
  bool compute_waiting(double seconds) { return computed_.tick(seconds, history_.revision()); }

  // Records any edit as a step and shows its place on undo. `item` may be empty.
  void record(Workbook after, const char* name_key, const std::string& item = {}, const std::string& merge_key = {});

  // Records what the shown board becomes.
  void record_board(Board board, const char* name_key, const std::string& item, const std::string& merge_key = {});

  IdSource& ids() { return ids_; }

  // Writing. begin_* take the caret to the end of the text; take_over_field follows each change of `field`.
  void begin_note(const std::string& note);
  void begin_details(const std::string& note);
  void begin_prose();
  void begin_prose(TextRange selected);            // of code points, which is brought into view
  void begin_visit_text(const FieldPlace& place);  // of the shown section of visits, see visit_texts.h
  void begin_document_title(const std::string& document);
  void begin_section_title(const std::string& section);
  void begin_company();
  void take_over_field();
  void replace_written(TextRange range, std::string_view text);  // of the field's code points, as a step of its own
  // What was just made and in which nothing stands goes again, and leaves no step. leave_blank() returns whether it
  // did; pause_writing() lets it stay for what belongs to it, such as a colour, and end_writing_for() if the item is
  // part of it.
  void end_writing() { leave_blank(); }
  bool leave_blank();
  void pause_writing();
  void end_writing_for(const std::string& item);
  void end_writing_for(const FieldPlace& place);  // a cell is part of its row and of its column
  void seal_writing();                            // what is written next is a step of its own; caret and field stay

  // What is before the eyes; nothing of it is a step.
  void choose_block(const std::string& block);  // where new notes go; no note is selected then
  void deselect();
  void set_cursor(const std::string& item);    // to one of the selected; another item would count for none
  void point_at_all_of_item();                 // the cursor leaves its cell for the item that holds it
  void point_at_entry(const std::string& id);  // of a register
  void dim_for(const std::string& segment);    // see View; empty for none
  void bring_into_view(const std::string& item) { view_.item_to_show = item; }
  // The day of what is written, saved and due from now on.
  void begin_day(const Date& today) {
    if (world_.today == today) return;
    world_.today = today;
    computed_.begin_day(today);
  }
  void hold_still() { view_.item_to_show.clear(); }  // what was chosen lies under the mouse
  std::string take_item_to_show() { return std::exchange(view_.item_to_show, {}); }
  std::string take_field_to_show() { return std::exchange(view_.field_to_show, {}); }
  void bring_caret_into_view() { view_.shows_caret = true; }
  bool takes_caret_into_view() { return std::exchange(view_.shows_caret, false); }

  // Notes of the shown board; each change is one step of the history.
  void add_note(const std::string& block, const std::string& text = {});
  void add_note_after();  // ends the writing and goes on with a new note behind the written one
  void select(const std::string& note, bool add_to_selection);  // added again, it leaves the selection
  void select_also(const std::string& note);                    // without letting go of one that is selected already
  void select_notes(ItemIds notes) { view_.selected = std::move(notes); }
  void select_all_notes();
  void extend_selection(const std::string& note);  // to all notes from the anchor to this one, in the board's order
  std::string anchor() const;                      // one of the selected notes, or empty, as the following
  std::string cursor() const;
  void remove_selected();
  void move_selected(const std::string& block, size_t position);
  void duplicate_selected();
  void set_colour_of_selected(Colour colour);
  void toggle_segment_of_selected(const std::string& segment);
  void tie_selected_to(const std::string& segment);
  void toggle_driver_of_selected(const std::string& driver);
  void toggle_type_of_selected(const std::string& type);
  std::string copy_selected();                // keeps the notes and returns their text, for the clipboard
  void paste_notes(const std::string& text);  // notes that were copied here come back whole, other text line by line
  std::vector<std::string> selected_ids() const { return {view_.selected.begin(), view_.selected.end()}; }

  // Items of the shown section where it is a list of items; each change is one step of the history. An item
  // that is not there changes nothing.
  bool has_items() const;
  void begin_field(const FieldPlace& place);  // writes in a text of an item
  void point_at(const FieldPlace& place);     // the cursor, with its item alone selected
  void select_item(const std::string& item, bool add_to_selection);
  void extend_item_selection(const FieldPlace& place);  // to all items from the anchor to that of this place
  void extend_cells(const FieldPlace& place);           // of a sheet: to the cells between the anchor and this one
  void select_all_items();
  // Behind an item; with an empty id at the end: of a check list in its last group, which is made where there is none.
  void add_item(const std::string& after);
  void add_inner_item(const std::string& inside);  // an answer of a response, an item of a group
  void remove_items();                             // the selected ones, as the following do
  void duplicate_items();
  std::string copy_items();  // as a spreadsheet takes it; of a sheet the selected cells or rows
  bool is_copy_of_items(const std::string& text) const { return text == copied_items_; }  // the last one
  // A line an item, behind the cursor; in a sheet and in replacements from the cell there on, and one text in place of
  // that of a cell. Items that came are selected and brought into view.
  struct Pasted {
    size_t left_out = 0;  // cells that found no column
    size_t items = 0;     // that came, without those that they hold; 0 where cells were filled
  };
  Pasted paste_items(const std::string& text);
  std::optional<CellRange> selected_cells() const;  // of a sheet, where no rows are selected
  // How the rows of the shown sheet are looked at, for as long as the workbook is open; no step, for nothing changes.
  void look_at_rows(SheetView by);
  const SheetView* sheet_view() const;  // nullptr: all rows in their order
  std::uint64_t sheet_view_version() const { return sheet_view_version_; }
  const std::vector<size_t>& shown_rows() const;  // places in the list of the shown sheet, in the order of the view
  bool at_cell() const { return selected_cells().has_value(); }
  bool can_move_items(int step) const;  // whether that would change their order
  void move_items(int step);            // one place up (-1) or down (1)
  void move_items_to(const std::string& item, Side side);
  void write_in_new(ItemEdit edit, std::string written = {});   // in the first that came, or in another of them
  void keep_in_mind(std::string made, const Workbook& before);  // see end_writing(); right after it was recorded
  void record_pasted(Content content, const std::vector<std::string>& added);
  void record_content(Content content, const char* name_key, const std::string& item,
                      const std::string& merge_key = {});

  // Documents and sections; each change is one step. What is new is shown; after a removal its neighbour is; moving
  // keeps what is shown. `position` is the place that the moved one then has.
  void add_document(Document document);
  void duplicate_document(const std::string& document, std::string title);  // of the copy, right behind it
  void remove_document(const std::string& document);
  void move_document(const std::string& document, size_t position);
  void move_section(const std::string& section, const std::string& document, size_t position);
  void move_section_to_new_document(const std::string& section);  // and shows it there
  void go_to_part(size_t part);                                   // of the outline: writes at its heading
  void move_part(size_t part, size_t before);                     // see move_part in outline.h
  void insert_section(const Document& from, size_t section);  // behind the shown one; see insert_section in workbook.h
  void duplicate_section(const std::string& section, std::string title);  // of the copy, right behind it
  void remove_section(const std::string& section);
  void remove_sections(const std::vector<std::string>& sections);  // as one step
  void set_properties(Properties properties);

  // Mends findings of one rule, as one step; see mend.h.
  bool mend(std::span<const Finding> findings);

  // Registers; each change is one step, recorded where the entry is defined.
  void show_register(RegisterKind kind);
  void begin_entry(const std::string& entry);        // its name
  void begin_entry_value(const std::string& entry);  // of a placeholder; of any other entry nothing begins
  // A name of a placeholder that is not known yet joins the register, without a value; writing goes on.
  void define_placeholder(const std::string& name);
  void add_entry(const std::string& name = {});  // behind the one at the cursor; without a name it is then written
  void remove_entry();                           // the one at the cursor

  void show_section(size_t document, size_t section);
  // To a document, section, item, note, or block as "section/block"; returns whether there is one.
  bool go_to(const std::string& item);

  // What is shown, to be found again; going there shows the first section where that one is not there.
  ShownPlace shown_place() const;
  void return_to_place(const ShownPlace& place);

  // Return the step that was taken back or done again, or nullptr, and show its place. Somebody who writes in the shown
  // section goes on writing, if the text is still there.
  const Step* undo();
  const Step* redo();
  // The cell that the last of these changed, its field that of the column; nothing where it was no single cell.
  const std::optional<FieldPlace>& stepped_cell() const { return stepped_cell_; }

  // Saving. An order to the session's own file replaces what is known to stand there and nothing else; `options` count
  // for another file, but for the losses. take_saved() goes on with the file that was written.
  SaveOrder order_save(const std::string& file, const WriteOptions& options = {});
  SaveOrder order_copy();  // beside the session's file
  void take_saved(const SaveOrder& order, const SavedWorkbook& saved);

  // What another program wrote into the file since it was read or written here; see SafetyNet::changed_on_disk.
  std::optional<FileStamp> changed_on_disk() { return file_.empty() ? std::nullopt : net_.changed_on_disk(); }

  // The file is not there any more.
  bool is_file_gone() const { return net_.is_file_gone(); }

  // The file stays as it is there: what is open here counts as not saved. With its stamp accepted, the next save may
  // replace it.
  void notice_disk();
  void accept_disk(const FileStamp& stamp);
  Result<Done> take_from_disk();  // what another program wrote becomes a step; errors as of load_workbook
  void close() { net_.end(); }    // the author is done with it, saved or not: nothing is to be recovered

  // Recovery. begin() opens the journal and takes the lock; what does not work is tried again by itself. `stamp` is of
  // the file that the workbook was read from.
  void begin(const FileStamp& stamp = {});
  std::optional<int> other_owner() const { return net_.other_owner(); }
  std::optional<Error> journal_trouble() const {
    return net_.journal_trouble();
  }                                                                          // nothing is kept safe while it lasts
  std::optional<Error> lock_trouble() const { return net_.lock_trouble(); }  // other windows do not see that it is open
  void try_safety_again() { net_.try_again(); }
  std::vector<RecoveredWorkbook> left_behind() const { return net_.left_behind(workbook()); }
  bool knows_file(const RecoveredWorkbook& recovered) const;  // its author does: nobody else wrote the file since
  void take_recovered(const RecoveredWorkbook& recovered);    // its record goes once the journal has it
  void replace_recovery(const std::string& id) { net_.replace(id); }  // this workbook is what that record holds
  void forget_recovered(const std::string& id) const { net_.forget(id); }

  // Called at least twice a second; what was edited is in the journal after JournalSchedule::most_behind.
  void keep_safe(double seconds);
  void keep_at_the_end();  // all of it, at once: the process ends without closing the workbook

 private:
  struct State {  // another one where another workbook is worth keeping
    std::uint64_t revision = 0;
    bool has_blank = false;
    bool operator==(const State&) const = default;
  };
  const Section* section_behind() const;                                 // that is shown, or was before a register
  void follow(const std::string& document, const std::string& section);  // what was shown, to where it now stands
  bool has_blank() const;  // something just made, and nothing was written since
  State state() const { return {history_.revision(), has_blank()}; }
  bool is_in_just_made(const std::string& item) const;
  bool drop_just_made();
  size_t paste_cells(CellRows block);
  std::vector<std::string> items_as_shown() const;
  void show_row(const std::string& row);
  void return_in_register(const Step& step);
  void return_to(const Step& step, const Workbook& before);
  const Step* go_back_or_forth(const Step* (History::*move)());
  void record_field();
  bool writes_placeholder() const;  // the name of one, in the sheet that defines it
  void record_rename(RegisterKind kind, std::string name);
  const std::string* written_text();  // what the workbook holds of the text being written; nullptr: it is gone
  void let_go_of_field();             // nothing is written any more
  void keep_up_field();               // after the workbook changed: the text in the field is what it holds
  void begin(Editing editing, std::string item, std::string_view text);
  void keep_by_type();  // what was typed into a cell, as the type of its column keeps it
  void hand_to_journal();

  // An entry of a register that gets another name while it is written.
  struct Renaming {
    std::uint64_t revision = 0;  // of the history behind the last letter
    Workbook before;
  };

  View view_;
  std::string visit_text_;  // what the workbook has of the text of a visit that is written
  History history_;
  std::optional<Renaming> renaming_;
  std::string file_;
  std::string saved_at_;
  SessionWorld world_;
  IdSource ids_;
  SafetyNet net_;
  State kept_ = {};          // that the safety net has
  bool takes_over_ = false;  // what is recorded comes from the field
  std::optional<FieldPlace> stepped_cell_;
  Computed computed_;
  std::map<std::string, SheetView> sheet_views_;  // by the section of the sheet
  std::uint64_t sheet_view_version_ = 0;          // grows with each other view
  struct ShownRows {
    std::optional<Shared<Section>> of;
    std::uint64_t view_version = 0;
    std::vector<size_t> rows;
  };
  mutable ShownRows shown_rows_;  // as they were asked for last
  struct JustMade {
    std::string id;   // of the note, the item or the entry
    Workbook before;  // without it
    Workbook with;    // as it was made
    size_t depth;     // of the history with it
    View left;        // what was before the eyes
  };
  std::optional<JustMade> just_made_;
  std::vector<Note> copied_;  // the notes of the last copy, and the text that stands for them on the clipboard
  std::string copied_text_;
  // The items of the last copy, where they come from, and the text that stands for them on the clipboard: pasted it is
  // these items again, not words for a cell.
  ItemIds copied_ids_;
  std::optional<Shared<Section>> copied_from_;
  std::string copied_items_;
};

}  // namespace canvasbook
