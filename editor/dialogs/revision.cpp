#include "editor/dialogs/revision.h"

#include <optional>

#include "editor/frame/dialog_fields.h"
#include "model/kinds/sheet_cells.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string period_text(int months) { return months > 0 ? std::to_string(months) : std::string(); }

class RevisionDialog : public Dialog {
 public:
  explicit RevisionDialog(const Document& document)
      : document_(document.id),
        revision_(document.revision),
        date_(revision_.date ? write_date(*revision_.date) : std::string()),
        owner_(revision_.owner),
        months_(period_text(revision_.months)) {
    focus_.set("revision.date");
  }

  std::string title(const App& app) const override { return app.catalog().text("revision.title"); }
  float width() const override { return 520; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    if (app.session() == nullptr) return false;
    focus_.begin(app, app.focused_field.empty());
    paragraph({app.theme, app.parts}, app.catalog().text("revision.text"), app.theme.colours.muted);
    const bool entered = draw_fields(app);
    const std::optional<Revision> written = revision();
    tell(app, written);
    const auto answer = dialog_answers(app, focus_, {"revision.save", "revision.cancel"}, written.has_value());
    if (answer == "revision.cancel") return false;
    if ((answer.empty() && !entered) || !written) return true;
    Session& session = *app.session();
    session.record(set_revision(session.workbook(), document_, *written), "step.revision", document_);
    return false;
  }

 private:
  // Returns whether Enter was pressed in a field.
  bool draw_fields(App& app) {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    field_label(app, words.text("revision.date"));
    const std::string date_hint = words.text("revision.date_hint");
    bool confirmed = dialog_field(app, focus_, "revision.date", date_, theme.px(180), date_hint).entered;
    ImGui::SameLine(0, theme.px(8));
    if (dialog_button(app, focus_, "revision.today", words.text("revision.today"))) {
      date_.set_text(write_date(app.world().today));
    }
    field_label(app, words.text("revision.owner"));
    const std::string owner_hint = words.text("revision.owner_hint");
    confirmed = dialog_field(app, focus_, "revision.owner", owner_, 0, owner_hint).entered || confirmed;
    field_label(app, words.text("revision.months"));
    const std::string months_hint = words.text("revision.months_hint");
    return dialog_field(app, focus_, "revision.months", months_, theme.px(180), months_hint).entered || confirmed;
  }

  // What cannot be read, or by when the document is to be revised.
  void tell(App& app, const std::optional<Revision>& written) const {
    const Catalog& words = app.catalog();
    if (!written) {
      const bool is_date_wrong = !trim(date_.text()).empty() && !read_typed_date(date_.text());
      const std::string most = std::to_string(longest_revision_period);
      dialog_notice(
          app,
          is_date_wrong ? words.text("revision.wrong_date") : words.text("revision.wrong_months", {{"most", most}}),
          icons::warning, app.theme.colours.warning);
    } else if (const auto next = next_revision(*written)) {
      paragraph({app.theme, app.parts}, words.text("revision.next", {{"date", words.date(*next)}}),
                app.theme.colours.muted);
    }
  }

  // What is written, if all of it can be read.
  std::optional<Revision> revision() const {
    Revision written = revision_;
    const std::string date = date_.text();
    written.date = read_typed_date(date);
    if (!written.date && !trim(date).empty()) return std::nullopt;
    written.owner = trim(owner_.text());
    const auto months = number_in(months_, 1, longest_revision_period);
    if (!months && !trim(months_.text()).empty()) return std::nullopt;
    written.months = months.value_or(0);
    return written;
  }

  std::string document_;
  Revision revision_;  // as it was
  LineField date_;
  LineField owner_;
  LineField months_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_revision_dialog(App& app) {
  return std::make_unique<RevisionDialog>(*app.session()->document());
}

}  // namespace canvasbook
