// What is asked for before exporting: which documents, as what, on which paper, where to. What does not matter for that
// form is not asked.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

#include "editor/dialogs/export_dialog.h"
#include "editor/dialogs/file_browser.h"
#include "editor/find/blanks.h"
#include "editor/frame/command_table.h"
#include "editor/frame/tooltip.h"
#include "model/result_words.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

struct PageEntry {
  std::optional<PageSize> page;
  const char* key;
};
constexpr PageEntry page_entries[] = {{std::nullopt, "export.page_own"},
                                      {PageSize::A4, "export.page_a4"},
                                      {PageSize::A3, "export.page_a3"},
                                      {PageSize::Letter, "export.page_letter"}};

constexpr float controls_left = 24 + 144;  // logical pixels, as the others: of the window
constexpr float option_gap = 6;
constexpr float group_room = 17;
constexpr size_t most_form_columns = 5;

// What the author has left to fill in, and apart from it the names without a value and what is filled in where it is
// said.
std::string words_of_blanks(const PrintedBlanks& blanks, const Catalog& words) {
  constexpr size_t longest = 30;  // code points
  const std::string first = shortened(to_one_line(words_of_blank(*blanks.first)), longest);
  if (blanks.left + blanks.names == 0) return words.count("export.blanks_said", blanks.said, {{"place", first}});
  const std::string names = std::to_string(blanks.names);
  std::string told = blanks.left > 0 ? words.count("export.blanks", blanks.left, {{"place", first}})
                                     : words.text("export.names", {{"count", names}, {"place", first}});
  if (blanks.left > 0 && blanks.names > 0) told += " " + words.text("export.names_too", {{"count", names}});
  if (blanks.said > 0) told += " " + words.text("export.blanks_said_too", {{"count", std::to_string(blanks.said)}});
  return told;
}

}  // namespace

// The name of a row; its controls begin further to the right.
void ExportDialog::label(App& app, std::string_view key) {
  const Theme& theme = app.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text,
               {at.x, at.y + std::floor((theme.px(32) - theme.fonts.text->FontSize) / 2)}, theme.px(140),
               theme.colours.muted, app.catalog().text(key));
  to_controls(app);
}

void ExportDialog::to_controls(const App& app) const { ImGui::SetCursorPosX(app.theme.px(controls_left)); }

// A line below rows that belong together.
void ExportDialog::end_group(const App& app) const {
  const float room = app.theme.px(group_room);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float y = std::floor(at.y + room / 2);
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  ImGui::GetWindowDrawList()->AddLine({at.x, y}, {right, y}, app.theme.colours.border);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::Dummy({1, room});
  ImGui::PopStyleVar();
}

// Draws an option at `x` of the row; returns where the next one begins.
float ExportDialog::next_option(App& app, float x, std::string_view key, const std::string& text, MarkShape shape,
                                bool on, bool& pressed, bool enabled) {
  const float width = dialog_option_width(app, text);
  const float right = ImGui::GetWindowContentRegionMax().x;
  if (x > 0 && x + width <= right) {
    ImGui::SameLine(x);
  } else {
    to_controls(app);
    x = app.theme.px(controls_left);
  }
  pressed = dialog_option(app, focus_, key, text, shape, on ? MarkState::on : MarkState::off, 0, enabled);
  return x + width + app.theme.px(option_gap);
}

void ExportDialog::draw_documents(App& app) {
  const Theme& theme = app.theme;
  const auto& all_documents = app.session()->workbook().documents;
  const std::vector<const Document*> documents = documents_to_choose(app);
  std::set<std::string>& left_out = choices_->left_out.documents;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  label(app, "export.documents");
  const MarkState all = left_out.empty()                          ? MarkState::on
                        : left_out.size() == all_documents.size() ? MarkState::off
                                                                  : MarkState::partly;
  if (dialog_option(app, focus_, "export.all_documents", app.catalog().text("export.all_documents"), MarkShape::box,
                    all)) {
    if (left_out.empty()) {
      for (const auto& document : all_documents) left_out.insert(document->id);
    } else {
      left_out.clear();
    }
  }
  to_controls(app);
  // The forms take their room: what is below both stays in sight.
  const size_t of_forms = std::min(rows_of_forms(app), most_rows_of_both - 1);
  const size_t most =
      std::min(most_export_rows - std::min(of_forms, most_export_rows - 3), most_rows_of_both - of_forms);
  const size_t columns = documents.size() > most ? 2 : 1;
  const size_t rows = (documents.size() + columns - 1) / columns;
  ImGui::BeginChild("export/documents", {0, theme.px(32) * static_cast<float>(std::min(rows, most))}, false,
                    ImGuiWindowFlags_NoNavInputs);
  const float left = theme.px(22);
  const float width = std::floor((ImGui::GetContentRegionAvail().x - left) / static_cast<float>(columns));
  for (size_t i = 0; i < documents.size(); ++i) {
    const Document* document = documents[i];
    const std::string key = "export/document/" + document->id;
    const bool chosen = !left_out.contains(document->id);
    const size_t column = i % columns;
    if (column > 0) ImGui::SameLine();
    ImGui::SetCursorPosX(left + static_cast<float>(column) * width);
    if (dialog_option(app, focus_, key, document->title, MarkShape::box, chosen ? MarkState::on : MarkState::off,
                      width)) {
      if (chosen) {
        left_out.insert(document->id);
      } else {
        left_out.erase(document->id);
      }
    }
    if (focus_.key() == key && rows > most) ImGui::SetScrollHereY();
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

// Only what a document of the workbook can be made into.
bool ExportDialog::shows(const PrintForm& form) const {
  return form.has == nullptr || !documents_of_.at(&form).empty();
}

std::vector<const PrintForm*> ExportDialog::shown_forms() const {
  std::vector<const PrintForm*> forms;
  for (const PrintForm& form : print_forms()) {
    if (shows(form)) forms.push_back(&form);
  }
  return forms;
}

// The forms stand row by row below one another, in as many columns as have room: their widths.
std::vector<float> ExportDialog::columns_of_forms(const App& app) const {
  const float room = ImGui::GetWindowContentRegionMax().x - app.theme.px(controls_left);
  const float gap = app.theme.px(option_gap);
  const std::vector<const PrintForm*> forms = shown_forms();
  std::vector<float> columns;
  for (size_t count = std::min<size_t>(forms.size(), most_form_columns); count > 0; --count) {
    columns.assign(count, 0);
    for (size_t i = 0; i < forms.size(); ++i) {
      columns[i % count] = std::max(columns[i % count], dialog_option_width(app, app.catalog().text(forms[i]->key)));
    }
    if (std::accumulate(columns.begin(), columns.end(), gap * static_cast<float>(count - 1)) <= room) break;
  }
  return columns;
}

size_t ExportDialog::rows_of_forms(const App& app) const {
  const size_t columns = columns_of_forms(app).size();
  return (shown_forms().size() + columns - 1) / columns;
}

bool ExportDialog::lacks_older_copy() const { return choices_->form->compares && choices_->older == nullptr; }

// Whether a chosen document has something for a form.
bool ExportDialog::has(const PrintForm& form) const {
  return std::ranges::any_of(with_sections_.at(&form),
                             [&](const std::string& id) { return !choices_->left_out.documents.contains(id); });
}

// "Pocket cards: the chosen documents have nothing for it. …"
std::string ExportDialog::words_of_lacking(const App& app, const PrintForm& form) const {
  const Catalog& words = app.catalog();
  const std::string lacks = words.text(std::string("form_lacks.") + form.name);
  return words.text("export.form_missing", {{"form", words.text(form.key)}, {"detail", lacks}});
}

// What the chosen documents have nothing for is grey.
void ExportDialog::draw_forms(App& app) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  label(app, "export.form");
  const std::vector<float> columns = columns_of_forms(app);
  const std::vector<const PrintForm*> forms = shown_forms();
  float x = 0;
  for (size_t i = 0; i < forms.size(); ++i) {
    const PrintForm& form = *forms[i];
    const size_t column = i % columns.size();
    if (column == 0) {
      to_controls(app);
      x = app.theme.px(controls_left);
    } else {
      ImGui::SameLine(x);
    }
    x += columns[column] + app.theme.px(option_gap);
    const bool is_there = form.has == nullptr || has(form);
    const MarkState mark = choices_->form == &form ? MarkState::on : MarkState::off;
    const std::string name = app.catalog().text(form.key);
    if (dialog_option(app, focus_, form.key, name, MarkShape::circle, mark, 0, is_there)) choose_form(form);
    if (!is_there && ImGui::IsItemHovered()) tooltip(app, words_of_lacking(app, form));
  }
  ImGui::PopStyleVar();
}

// A row that tells a choice in words, and the button that changes it; returns whether that was pressed.
bool ExportDialog::draw_told(App& app, const char* key, const std::string& text, bool is_muted,
                             const char* choose_key) {
  const Theme& theme = app.theme;
  const std::string choose = app.catalog().text(choose_key);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x - button_width({theme, app.parts}, choose, 0) - theme.px(8);
  const float height = theme.px(36);
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text,
               {at.x, at.y + std::floor((height - theme.fonts.text->FontSize) / 2)}, room,
               is_muted ? theme.colours.muted : theme.colours.text, text);
  app.parts.add(key, at, {at.x + room, at.y + height});
  ImGui::SetCursorScreenPos({at.x + room + theme.px(8), at.y});
  return dialog_button(app, focus_, choose_key, choose);
}

// Which copy a form compares with.
void ExportDialog::draw_older(App& app) {
  const Catalog& words = app.catalog();
  label(app, "export.older");
  const OlderCopy* older = choices_->older.get();
  const std::string copy =
      older == nullptr
          ? words.text("export.older_none")
          : words.text("export.older_of", {{"file", older->name}, {"date", words.date(older->workbook.modified)}});
  if (draw_told(app, "export/older", copy, older == nullptr, "export.choose_older")) choose_older(app);
}

// Which visits a report is of, where it is not of all.
void ExportDialog::draw_results_filter_row(App& app) {
  const std::string filter = filter_words(choices_->results, app.catalog());
  if (choices_->form != find_print_form("results") || filter.empty()) return;
  label(app, "export.results");
  if (draw_told(app, "export/results", filter, false, "export.all_visits"))
    choices_->results = {.rule = choices_->results.rule};
}

void ExportDialog::draw_formats(App& app) {
  label(app, "export.format");
  float x = 0;
  for (const ExportFormat& entry : export_formats()) {
    if (!suits(entry, *choices_->form)) continue;
    bool pressed = false;
    x = next_option(app, x, entry.key, app.catalog().text(entry.key), MarkShape::circle, choices_->format == &entry,
                    pressed);
    if (pressed) choices_->format = &entry;
  }
}

void ExportDialog::draw_pages(App& app) {
  label(app, "export.page");
  const auto own =
      std::ranges::find(page_entries, std::optional(app.session()->workbook().page_size), &PageEntry::page);
  float x = 0;
  for (const PageEntry& entry : page_entries) {
    const bool is_chosen = choices_->page == entry.page;
    if (entry.page == PageSize::A3 && !prints_canvas(app)) continue;  // running text is never on it
    if (&entry == own && !is_chosen) continue;                        // that of the workbook, which stands first
    bool pressed = false;
    const std::string text = app.catalog().text(entry.key, {{"size", app.catalog().text(own->key)}});
    x = next_option(app, x, entry.key, text, MarkShape::circle, is_chosen, pressed);
    if (pressed) choices_->page = entry.page;
  }
}

void ExportDialog::draw_files(App& app) {
  label(app, "export.files");
  float x = 0;
  for (const bool each : {false, true}) {
    const char* key = each ? "export.a_file_each" : "export.one_file";
    bool pressed = false;
    x = next_option(app, x, key, app.catalog().text(key), MarkShape::circle, choices_->a_file_each == each, pressed);
    if (pressed) choices_->a_file_each = each;
  }
}

// The target's name above its folder, in a frame with the button that chooses another.
void ExportDialog::draw_target(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  const ImVec2 row = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({row.x, row.y + theme.px(12)});
  label(app, goes_to_folder(app) ? "export.folder" : "export.target");
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, row.y});
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const std::string choose = words.text("export.choose");
  const float button_room = button_width(parts, choose, 0) + theme.px(8);
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = theme.px(56);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRect(from, {from.x + width, from.y + height}, theme.colours.border, theme.px(8));
  draw_icon(list, theme.fonts.text, theme.px(22), {from.x + theme.px(24), from.y + height / 2}, theme.colours.muted,
            goes_to_folder(app) ? icons::folder : icons::document);
  const std::filesystem::path path(target(app));
  const float room = width - button_room - theme.px(52);
  clipped_text(list, theme.fonts.text, {from.x + theme.px(44), from.y + theme.px(9)}, room, theme.colours.text,
               path.filename().string());
  draw_path(list, theme.fonts.small, {from.x + theme.px(44), from.y + theme.px(31)}, room, theme.colours.muted,
            path.parent_path().string());
  app.parts.add("export/target", from, {from.x + width, from.y + height});
  ImGui::SetCursorScreenPos({from.x + width - button_room, from.y + theme.px(10)});
  if (dialog_button(app, focus_, "export.choose", choose)) choose_target(app, false);
  ImGui::SetCursorScreenPos({from.x, from.y + height});
  ImGui::Dummy({1, 0});
}

// That of a PDF says so in letters.
char32_t ExportDialog::start_icon() const {
  return choices_->format->write_pages != nullptr ? icons::export_ : icons::document;
}

// How many places to fill in are printed, and the way to the first; returns whether it was gone. Those of the speaker
// alone are no reason for a warning.
bool ExportDialog::draw_blanks(App& app) {
  const PrintedBlanks& printed = blanks(app);
  if (!printed.first) return false;
  const Catalog& words = app.catalog();
  const bool is_warning = printed.left > 0 || printed.has_unknown;
  const std::string way = words.text("export.show_blank", {{"keys", shortcut_text("command.next_blank", words)}});
  const float way_room = button_width({app.theme, app.parts}, way, icons::arrow_forward) + app.theme.px(4);
  dialog_notice(app, words_of_blanks(printed, words), is_warning ? icons::warning : icons::guide,
                is_warning ? app.theme.colours.warning : app.theme.colours.muted, way_room);
  const ImVec2 below = ImGui::GetCursorScreenPos();
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  ImGui::SetCursorScreenPos({to.x - way_room, std::floor((from.y + to.y - app.theme.px(36)) / 2)});
  const bool goes = dialog_button(app, focus_, "export.show_blank", way, icons::arrow_forward, ButtonStyle::entry);
  ImGui::SetCursorScreenPos(below);
  if (!goes) return false;
  const PrintedBlanks kept = printed;
  if (const Document* document = find_document(kept.workbook, kept.document)) show_blank(app, *document, *kept.first);
  return true;
}

void ExportDialog::draw_extras(App& app) {
  label(app, "export.extras");
  if (dialog_option(app, focus_, "export.with_review", app.catalog().text("export.with_review"), MarkShape::box,
                    choices_->with_review ? MarkState::on : MarkState::off)) {
    choices_->with_review = !choices_->with_review;
  }
}

// The kind of file, and what matters for it.
void ExportDialog::draw_paper(App& app) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  draw_formats(app);
  if (choices_->format->write_pages != nullptr) draw_pages(app);
  if (writes_several(app)) draw_files(app);
  if (is_whole_book(*choices_->form)) draw_extras(app);
  ImGui::PopStyleVar();
}

bool ExportDialog::draw_form(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const size_t count = app.session()->workbook().documents.size();
  const float top = ImGui::GetCursorScreenPos().y;
  if (count > 1) draw_documents(app);
  const bool has_sections = draw_section_choice(app, top);
  if (count > 1 || has_sections) end_group(app);
  draw_forms(app);
  if (choices_->form->compares) draw_older(app);
  draw_results_filter_row(app);
  end_group(app);
  draw_paper(app);
  end_group(app);
  draw_target(app);
  ImGui::Dummy({1, theme.px(2)});
  const bool nothing_chosen = choices_->left_out.documents.size() == count;
  const bool no_section_chosen = has_no_section(app);
  const bool nothing = nothing_chosen || no_section_chosen || !has(*choices_->form) || lacks_older_copy();
  if (nothing_chosen) {
    dialog_notice(app, words.text("export.nothing_chosen"), icons::warning, theme.colours.warning);
  } else if (no_section_chosen) {
    dialog_notice(app, words.text("export.no_section_chosen"), icons::warning, theme.colours.warning);
  } else if (lacks_older_copy()) {
    dialog_notice(app, words.text("export.older_missing"), icons::guide, theme.colours.muted);
  } else if (nothing) {
    dialog_notice(app, words_of_lacking(app, *choices_->form), icons::warning, theme.colours.warning);
  } else if (!notice_key_.empty()) {
    dialog_notice(app, words.text(notice_key_), icons::warning, theme.colours.warning);
  } else if (draw_blanks(app)) {
    keep_choices(app);
    return false;
  }
  ImGui::Dummy({1, theme.px(4)});
  bool starts = dialog_button(app, focus_, "export.start", words.text("export.start"), start_icon(),
                              ButtonStyle::primary, !nothing);
  ImGui::SameLine(0, theme.px(8));
  if (dialog_button(app, focus_, "export.cancel", words.text("export.cancel"))) return !cancel(app);
  starts = (!nothing && app.input.take(Key::enter, {})) || starts;
  if (starts) start(app, false);
  return true;
}

}  // namespace canvasbook
