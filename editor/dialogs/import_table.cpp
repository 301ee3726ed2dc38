#include "editor/dialogs/import_table.h"

#include <algorithm>
#include <utility>

#include "editor/frame/command_table.h"
#include "editor/frame/dialog_fields.h"
#include "editor/session/table_import_words.h"
#include "model/table_into_section.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_columns = 64;    // that can be changed by hand
constexpr size_t most_items = 6;       // that are shown as they become
constexpr size_t longest_shown = 300;  // characters of a text

// Of a new section its kind; nothing for the shown one.
using ImportTarget = std::optional<ImportKind>;

class ImportTableDialog : public Dialog {
 public:
  ImportTableDialog(Session& session, TableFile file, ImportFrom from) : file_(std::move(file)), from_(from) {
    const Section* shown = session.section();
    if (shown != nullptr) {
      kind_of_shown_ = import_kind_of(shown->content);
      if (kind_of_shown_) section_ = shown->id;
    }
    mapping_ = recognise_columns(rows());
    const bool is_other = from == ImportFrom::file && mapping_.is_sure && mapping_.kind != kind_of_shown_;
    if (kind_of_shown_ && !is_other) {
      choose({});
      return;
    }
    choose(mapping_.kind);
  }

  std::string title(const App& app) const override { return app.catalog().text("import.title"); }
  float width() const override { return 760; }
  bool cancel(App&) override { return true; }
  bool draw(App& app) override;

 private:
  const CellRows& rows() const { return file_.table.rows; }
  void choose(ImportTarget target);
  void look_again();
  // That the section has some of the items already; empty for a new one.
  std::string known_words(const Session& session, const Catalog& words) const;
  bool option(App& app, const std::string& key, const std::string& label, MarkShape shape, MarkState state);
  void draw_targets(App& app);
  void draw_column(App& app, size_t column);
  void draw_columns(App& app);
  void draw_checks(App& app, const Checklist& checklist) const;
  void draw_items(App& app) const;
  void draw_text(App& app, const std::string& text, float indent, ImU32 colour) const;
  void import(App& app) const;

  TableFile file_;
  ImportFrom from_;
  std::string section_;  // the shown one, where the table can go into it
  std::optional<ImportKind> kind_of_shown_;
  ImportTarget target_;
  TableMapping mapping_;
  size_t head_ = 0;      // the row that has the names of the columns, or had them last
  ImportedItems items_;  // what it becomes, with ids of its own
  std::vector<bool> counting_;
  std::vector<size_t> left_over_;
  std::optional<std::string> known_;  // what is said of it, once it was asked for
  float height_ = 0;                  // of the list, in the last frame
  DialogFocus focus_;
};

void ImportTableDialog::choose(ImportTarget target) {
  target_ = target;
  const ImportKind kind = target ? *target : *kind_of_shown_;
  if (mapping_.kind != kind) mapping_ = recognise_columns(rows(), kind);
  look_again();
}

void ImportTableDialog::look_again() {
  IdSource ids(1);
  items_ = items_of_table(rows(), mapping_, file_.table.around, ids);
  counting_ = counting_columns(rows(), mapping_);
  left_over_ = count_left_over(rows(), mapping_);
  known_.reset();
}

std::string ImportTableDialog::known_words(const Session& session, const Catalog& words) const {
  const Section* target = target_ ? nullptr : find_section(session.workbook(), section_);
  return target == nullptr ? std::string() : import_known_words(words, target->content, items_);
}

bool ImportTableDialog::option(App& app, const std::string& key, const std::string& label, MarkShape shape,
                               MarkState state) {
  const bool pressed = dialog_option(app, focus_, key, label, shape, state);
  focus_.show(key);
  return pressed;
}

void ImportTableDialog::draw_targets(App& app) {
  const Catalog& words = app.catalog();
  const auto draw = [&](const std::string& key, const std::string& label, ImportTarget target) {
    const MarkState state = target_ == target ? MarkState::on : MarkState::off;
    if (option(app, key, label, MarkShape::circle, state)) choose(target);
  };
  if (kind_of_shown_) {
    const Section* shown = app.session()->section();
    const std::string title = shown == nullptr || shown->title.empty() ? words.text("window.unnamed") : shown->title;
    draw("import/shown", words.text("import.into_shown", {{"title", shortened(title, 50)}}), {});
  }
  draw("import/responses", words.text("import.as_responses"), ImportKind::responses);
  draw("import/replacements", words.text("import.as_replacements"), ImportKind::replacements);
  draw("import/checks", words.text("import.as_checks"), ImportKind::checks);
}

void ImportTableDialog::draw_text(App& app, const std::string& text, float indent, ImU32 colour) const {
  if (indent > 0) ImGui::Indent(indent);
  paragraph({app.theme, app.parts}, shortened(text, longest_shown), colour);
  if (indent > 0) ImGui::Unindent(indent);
}

void ImportTableDialog::draw_column(App& app, size_t column) {
  const Catalog& words = app.catalog();
  const Theme& theme = app.theme;
  std::string name = import_column_words(rows(), mapping_, column);
  size_t row = mapping_.head ? *mapping_.head + 1 : 0;
  while (row < rows().size() && (column >= rows()[row].size() || trim(rows()[row][column]).empty())) ++row;
  if (row < rows().size()) name += ": " + rows()[row][column];
  draw_text(app, shortened(name, 90), 0, theme.colours.text);
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  for (const ImportField field : import_fields(mapping_.kind)) {
    const std::string label = import_field_words(words, field);
    const float end = ImGui::GetItemRectMax().x + theme.px(4) + dialog_option_width(app, label);
    const bool is_first = field == import_fields(mapping_.kind).front();
    if (!is_first && end <= right) ImGui::SameLine(0, theme.px(4));
    const std::string key =
        "import/" + std::to_string(column) + "/" +
        (field == ImportField::nothing ? std::string("nothing") : std::string(import_field_name(field)));
    const MarkState state = mapping_.columns[column] == field ? MarkState::on : MarkState::off;
    if (!option(app, key, label, MarkShape::circle, state)) continue;
    mapping_.columns[column] = field;
    mapping_.is_sure = true;  // somebody says it
    look_again();
  }
  if (mapping_.columns[column] != ImportField::nothing) return;
  const std::string told = counting_[column]        ? words.text("import.counts")
                           : left_over_[column] > 0 ? words.count("import.texts", left_over_[column])
                                                    : words.text("import.empty");
  draw_text(app, told, theme.px(8), theme.colours.muted);
}

void ImportTableDialog::draw_columns(App& app) {
  const Catalog& words = app.catalog();
  if (mapping_.head) head_ = *mapping_.head;
  if ((rows().size() > 1 || mapping_.head) &&
      option(app, "import/head", words.text("import.has_head", {{"number", std::to_string(head_ + 1)}}), MarkShape::box,
             mapping_.head ? MarkState::on : MarkState::off)) {
    mapping_ = with_head(std::move(mapping_), mapping_.head ? std::nullopt : std::optional(head_));
    look_again();
  }
  const size_t count = std::min(mapping_.columns.size(), most_columns);
  for (size_t column = 0; column < count; ++column) draw_column(app, column);
  if (mapping_.columns.size() > count) {
    draw_text(app, words.count("import.more_columns", mapping_.columns.size() - count), 0, app.theme.colours.muted);
  }
  if (mapping_.kind != ImportKind::responses) return;
  const MarkState state = mapping_.lines_are_answers ? MarkState::on : MarkState::off;
  if (option(app, "import/lines", words.text("import.lines_are_answers"), MarkShape::box, state)) {
    mapping_.lines_are_answers = !mapping_.lines_are_answers;
    look_again();
  }
}

// The first items, each group above its own.
void ImportTableDialog::draw_checks(App& app, const Checklist& checklist) const {
  const Theme& theme = app.theme;
  size_t shown = 0;
  for (const CheckGroup& group : checklist.groups) {
    if (shown == most_items) return;
    if (!group.title.empty()) draw_text(app, group.title, 0, theme.colours.muted);
    for (size_t i = 0; i < group.items.size() && shown < most_items; ++i, ++shown) {
      draw_text(app, group.items[i].text, theme.px(20), theme.colours.text);
      draw_text(app, import_check_words(app.catalog(), checklist, group.items[i]), theme.px(40), theme.colours.muted);
    }
  }
}

// The first of what comes.
void ImportTableDialog::draw_items(App& app) const {
  const Catalog& words = app.catalog();
  const Theme& theme = app.theme;
  const auto text_or_empty = [&](const std::string& text) { return text.empty() ? words.text("import.empty") : text; };
  const auto draw_more = [&](size_t all, float indent) {
    if (all <= most_items) return;
    draw_text(app, words.count("import.more_items", all - most_items), indent, theme.colours.muted);
  };
  draw_text(app, words.text("import.becomes"), 0, theme.colours.muted);
  if (const auto* responses = std::get_if<Responses>(&items_.content)) {
    for (size_t i = 0; i < std::min(responses->responses.size(), most_items); ++i) {
      const Response& response = responses->responses[i];
      draw_text(app, text_or_empty(response.cue), 0, theme.colours.text);
      if (!response.synonyms.empty()) draw_text(app, response.synonyms, theme.px(20), theme.colours.muted);
      for (size_t a = 0; a < std::min(response.answers.size(), most_items); ++a) {
        draw_text(app, "— " + response.answers[a].text, theme.px(20), theme.colours.text);
      }
      draw_more(response.answers.size(), theme.px(20));
    }
  }
  if (const auto* replacements = std::get_if<Replacements>(&items_.content)) {
    for (size_t i = 0; i < std::min(replacements->replacements.size(), most_items); ++i) {
      const Replacement& one = replacements->replacements[i];
      draw_text(app, text_or_empty(one.phrase), 0, theme.colours.text);
      draw_text(app, "— " + text_or_empty(one.replacement), theme.px(20), theme.colours.text);
      if (!one.reason.empty()) draw_text(app, one.reason, theme.px(20), theme.colours.muted);
      if (!one.hears.empty()) draw_text(app, one.hears, theme.px(20), theme.colours.muted);
    }
  }
  if (const auto* checklist = std::get_if<Checklist>(&items_.content)) draw_checks(app, *checklist);
  draw_more(items_.items, 0);
}

bool ImportTableDialog::draw(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  if (app.session() == nullptr) return false;
  focus_.begin(app, true);
  paragraph(parts, words.text("import.text"), theme.colours.muted);
  ImGui::Dummy({1, theme.px(4)});
  for (const std::string& warning : import_warnings(words, file_)) {
    dialog_notice(app, warning, icons::warning, theme.colours.warning);
  }
  for (const std::string& problem : import_problem_words(words, file_.table, items_)) {
    dialog_notice(app, problem, icons::warning, theme.colours.warning);
  }
  const bool has_main = has_main_column(mapping_);
  if (!has_main) {
    const std::string name = import_field_words(words, import_fields(mapping_.kind).front());
    dialog_notice(app, words.text("import.main_missing", {{"name", name}}), icons::warning, theme.colours.warning);
  } else if (items_.items == 0) {
    dialog_notice(app, words.text("import.no_rows"), icons::warning, theme.colours.warning);
  } else if (!mapping_.is_sure) {
    dialog_notice(app, words.text("import.unsure"), icons::warning, theme.colours.warning);
  }
  const float most = ImGui::GetIO().DisplaySize.y - theme.px(330);
  ImGui::BeginChild("import", {0, height_ > 0 ? std::min(height_, most) : most}, false, ImGuiWindowFlags_NoNav);
  draw_targets(app);
  ImGui::Dummy({1, theme.px(4)});
  draw_columns(app);
  ImGui::Dummy({1, theme.px(4)});
  draw_items(app);
  height_ = ImGui::GetCursorPosY();
  ImGui::EndChild();
  ImGui::Dummy({1, theme.px(4)});
  const std::string left = import_left_over_words(words, items_);
  if (!known_) known_ = known_words(*app.session(), words);
  std::string told = import_total_words(words, items_);
  if (!known_->empty() || !left.empty()) told += ".";
  for (const std::string& more : {*known_, left}) {
    if (!more.empty()) told += " " + more;
  }
  paragraph(parts, told, theme.colours.muted);
  ImGui::Dummy({1, theme.px(6)});
  const bool can_import = has_main && items_.items > 0 && items_.problems.empty();
  const bool confirmed = dialog_button(app, focus_, "import.import", words.text("import.import"), icons::add,
                                       ButtonStyle::primary, can_import);
  const std::string cancel = words.text("import.cancel");
  flow_beside(parts, cancel);
  const bool leaves = dialog_button(app, focus_, "import.cancel", cancel);
  focus_.end(app);
  const bool entered = can_import && app.input.take(Key::enter, {});
  if (leaves) return false;
  if (!confirmed && !entered) return true;
  import(app);
  return false;
}

void ImportTableDialog::import(App& app) const {
  Session& session = *app.session();
  const Document* document = session.document();
  if (document == nullptr) return;
  session.end_writing();
  document = session.document();
  const Catalog& words = app.catalog();
  const Catalog& printed = Catalog::of(document->language);
  ImportedItems items = items_of_table(rows(), mapping_, file_.table.around, session.ids());
  const std::string what = import_total_words(words, items);
  const size_t left_texts = items.left_texts;
  const Section* target = target_ ? nullptr : find_section(session.workbook(), section_);
  const std::string known = target == nullptr ? std::string() : imported_known_words(words, target->content, items);
  const std::string left_title = printed.text("import.left_title");
  const std::string after = from_ == ImportFrom::clipboard ? session.cursor() : std::string();
  const std::string title = file_.name.empty() ? printed.text("import.new_title") : file_.name;
  const size_t position = document->sections.empty() ? 0 : session.view().section + 1;
  TableImport done =
      !target_ ? import_into_section(session.workbook(), section_, after, std::move(items), left_title, session.ids())
               : import_as_section(session.workbook(), std::string(document->id), position, title, std::move(items),
                                   left_title, session.ids());
  if (done.section.empty() || done.added.empty()) return;
  const std::string first = done.added.front();
  const std::string left = imported_left_over_words(words, done, left_texts);
  session.record(std::move(done.workbook), "step.import_table", first);
  session.go_to(first);
  session.select_notes(ItemIds(done.added.begin(), done.added.end()));
  const std::string keys = shortcut_text("command.undo", words);
  std::string told = words.text("import.imported", {{"what", what}, {"keys", keys}});
  for (const std::string& more : {known, left}) {
    if (!more.empty()) told += " " + more;
  }
  app.say(std::move(told));
}

}  // namespace

std::unique_ptr<Dialog> make_import_table_dialog(App& app, TableFile file, ImportFrom from) {
  return std::make_unique<ImportTableDialog>(*app.session(), std::move(file), from);
}

void choose_table_to_import(App& app) {
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::open;
  choice.title = app.catalog().text("import.choose_file");
  choice.filters = {{app.catalog().text("import.files"), {"*.csv", "*.tsv", "*.tab", "*.txt", "*.md", "*.markdown"}},
                    {app.catalog().text("browser.all_files"), {"*"}}};
  choice.start = app.start_folder() + "/";
  app.choose_file(std::move(choice), [&app](const std::string& path) {
    if (app.session() == nullptr || app.session()->document() == nullptr) return;  // it was closed meanwhile
    auto file = load_table(path);
    if (!file) return app.show_error(file.error());
    app.show_dialog(make_import_table_dialog(app, std::move(*file), ImportFrom::file));
  });
}

bool asks_about_pasted_table(App& app, const std::string& text) {
  const Section* section = app.session()->section();
  const auto kind = section == nullptr ? std::nullopt : import_kind_of(section->content);
  if (!kind || app.session()->is_copy_of_items(text)) return false;
  auto table = read_pasted_table(text);
  if (!table || table->rows.size() < 2) return false;
  const bool is_wide = std::ranges::any_of(table->rows, [](const auto& row) { return row.size() > 1; });
  const TableMapping mapping = recognise_columns(table->rows, kind);
  if (!is_wide || (!table->is_markdown && is_plain(table->rows, mapping))) return false;
  app.show_dialog(make_import_table_dialog(app, {std::move(*table), TextEncoding::utf8, 0, {}}, ImportFrom::clipboard));
  return true;
}

}  // namespace canvasbook
