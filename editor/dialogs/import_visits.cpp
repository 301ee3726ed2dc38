#include "editor/dialogs/import_visits.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "editor/frame/command_table.h"
#include "editor/frame/dialog_fields.h"
#include "editor/session/table_import_words.h"
#include "editor/session/visits.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_visits_shown = 200;   // of the visits that come
constexpr size_t longest_visit_line = 300;  // characters of a text

std::string words_of_head(const VisitHead& head, const Catalog& words) {
  std::string told = words.date(head.day);
  if (!head.time.empty()) told += ", " + head.time;
  for (const std::string& name : {head.place, head.shopper}) {
    if (!name.empty()) told += " · " + shortened(to_one_line(name), longest_visit_line);
  }
  return told;
}

class ImportVisitsDialog : public Dialog {
 public:
  ImportVisitsDialog(DecodedText text, std::string checklist)
      : text_(std::move(text)), checklist_(std::move(checklist)) {}

  std::string title(const App& app) const override { return app.catalog().text("visits.import_title"); }
  float width() const override { return 720; }
  bool cancel(App&) override { return true; }
  bool draw(App& app) override;

 private:
  // What the text has for the list and its visits as they are now; false where the list is gone.
  bool read(const Session& session);
  bool can_import() const { return import_.is_good() && !import_.visits.empty(); }
  void draw_summary(App& app) const;
  void draw_list(App& app) const;
  void import(App& app) const;

  DecodedText text_;
  std::string checklist_;
  VisitsImport import_;
  std::optional<std::uint64_t> read_at_;  // revision of the workbook
  float height_ = 0;                      // of the list, in the last frame
  DialogFocus focus_;
};

bool ImportVisitsDialog::read(const Session& session) {
  const auto* list = content_of<Checklist>(session.workbook(), checklist_);
  if (list == nullptr) return false;
  if (read_at_ == session.history().revision()) return true;
  read_at_ = session.history().revision();
  const VisitsPlace known = find_visits_of(session.workbook(), checklist_);
  import_ = read_visits(text_.text, known.visits == nullptr ? Visits{} : *known.visits, *list);
  return true;
}

void ImportVisitsDialog::draw_summary(App& app) const {
  const Catalog& words = app.catalog();
  const Colours& colours = app.theme.colours;
  TableFile file;
  file.encoding = text_.encoding;
  file.unreadable = text_.unreadable;
  for (const std::string& warning : import_warnings(words, file)) {
    dialog_notice(app, warning, icons::warning, colours.warning);
  }
  if (!import_.is_good()) {
    dialog_notice(app, words.count("visits.import_bad", import_.problem_count), icons::warning, colours.warning);
  } else if (import_.visits.empty()) {
    dialog_notice(app, words.text(import_.doubled.empty() ? "visits.import_none" : "visits.import_all_known"),
                  icons::warning, colours.warning);
  } else {
    paragraph({app.theme, app.parts}, words.count("visits.import_comes", import_.visits.size()), colours.text);
  }
  if (import_.is_good() && import_.unfinished > 0) {
    paragraph({app.theme, app.parts}, words.count("visits.import_drafts", import_.unfinished), colours.muted);
  }
  if (import_.is_good() && !import_.doubled.empty() && !import_.visits.empty()) {
    paragraph({app.theme, app.parts}, words.count("visits.import_doubled", import_.doubled.size()), colours.muted);
  }
}

// What is wrong, or else what comes and what does not.
void ImportVisitsDialog::draw_list(App& app) const {
  const Catalog& words = app.catalog();
  const Colours& colours = app.theme.colours;
  const PartContext parts{app.theme, app.parts};
  if (!import_.is_good()) {
    for (const ImportProblem& problem : import_.problems) {
      paragraph(parts, shortened(problem_words(problem, words), longest_visit_line), colours.text);
    }
    const size_t more = import_.problem_count - import_.problems.size();
    if (more > 0) paragraph(parts, words.count("visits.import_more_problems", more), colours.muted);
    return;
  }
  const size_t count = std::min(import_.visits.size(), most_visits_shown);
  for (size_t i = 0; i < count; ++i) paragraph(parts, words_of_head(import_.visits[i].head, words), colours.text);
  if (import_.visits.size() > count) {
    paragraph(parts, words.count("visits.import_more", import_.visits.size() - count), colours.muted);
  }
  if (import_.doubled.empty()) return;
  paragraph(parts, words.text("visits.import_known"), colours.muted);
  for (size_t i = 0; i < std::min(import_.doubled.size(), most_visits_shown); ++i) {
    const LeftOutVisit& visit = import_.doubled[i];
    paragraph(parts,
              words.text("visits_import.left_out",
                         {{"line", std::to_string(visit.line)}, {"visit", words_of_head(visit.head, words)}}),
              colours.muted);
  }
}

bool ImportVisitsDialog::draw(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  if (app.session() == nullptr || !read(*app.session())) return false;
  focus_.begin(app, true);
  draw_summary(app);
  ImGui::Dummy({1, theme.px(4)});
  const float most = ImGui::GetIO().DisplaySize.y - theme.px(300);
  ImGui::BeginChild("import_visits", {0, height_ > 0 ? std::min(height_, most) : most}, false, ImGuiWindowFlags_NoNav);
  draw_list(app);
  height_ = std::max(1.0F, ImGui::GetCursorPosY());
  ImGui::EndChild();
  ImGui::Dummy({1, theme.px(6)});
  const bool confirmed = dialog_button(app, focus_, "visits.import", words.text("visits.import"), icons::add,
                                       ButtonStyle::primary, can_import());
  const std::string cancel = words.text("visits.cancel");
  flow_beside(parts, cancel);
  const bool leaves = dialog_button(app, focus_, "visits.cancel", cancel);
  focus_.end(app);
  const bool entered = can_import() && app.input.take(Key::enter, {});
  if (leaves) return false;
  if (!confirmed && !entered) return true;
  import(app);
  return false;
}

void ImportVisitsDialog::import(App& app) const {
  Session& session = *app.session();
  const size_t count = take_imported_visits(session, checklist_, import_);
  if (count == 0) return;
  const Catalog& words = app.catalog();
  const std::string keys = shortcut_text("command.undo", words);
  std::string told = words.count("visits.imported", count, {{"keys", keys}});
  if (!import_.doubled.empty()) told += " " + words.count("visits.import_doubled", import_.doubled.size());
  app.say(std::move(told));
}

}  // namespace

std::unique_ptr<Dialog> make_import_visits_dialog(DecodedText text, const std::string& checklist) {
  return std::make_unique<ImportVisitsDialog>(std::move(text), checklist);
}

}  // namespace canvasbook
