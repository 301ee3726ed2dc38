#include "editor/items/synonyms.h"

#include <memory>

#include "editor/frame/dialog_fields.h"
#include "editor/items/controls.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// The response at the cursor, or nullptr.
const Response* response_at_cursor(const Session& session) {
  const auto* responses = session.content_as<Responses>();
  return responses == nullptr ? nullptr : response_with(*responses, session.view().cursor);
}

class SynonymsDialog : public Dialog {
 public:
  SynonymsDialog(std::string section, const Response& response)
      : section_(std::move(section)), response_(response.id), cue_(trim(to_printable(response.cue))) {
    synonyms_.set_text(response.synonyms);
    focus_.set("synonyms.text");
  }

  std::string title(const App& app) const override { return app.catalog().text("synonyms.title"); }
  float width() const override { return 520; }
  // Escape keeps what is written, as in every other text; the button leaves it as it was.
  bool cancel(App& app) override {
    keep(app);
    return true;
  }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    focus_.begin(app, false);
    paragraph({theme, app.parts}, words.text("synonyms.text", {{"cue", cue_}}), theme.colours.text);
    ImGui::Dummy({1, theme.px(4)});
    const LineFieldResult typed =
        dialog_field(app, focus_, "synonyms.text", synonyms_, 0, words.text("synonyms.example"));
    const auto answer = dialog_answers(app, focus_, {"synonyms.do", "dismissal.cancel"});
    const bool done = answer == "synonyms.do" || typed.entered;
    if (done) keep(app);
    return !done && answer.empty();
  }

 private:
  void keep(App& app) const {
    Session& session = *app.session();
    const Section* section = find_section(session.workbook(), section_);
    const std::string* before = section == nullptr ? nullptr : find_field(section->content, {response_, "synonyms"});
    const std::string written(trim(synonyms_.text()));
    if (before == nullptr || *before == written) return;
    Content changed = set_field(section->content, {response_, "synonyms"}, written);
    session.record(set_content(session.workbook(), section_, std::move(changed)), "step.synonyms", response_);
  }

  std::string section_;
  std::string response_;
  std::string cue_;
  LineField synonyms_;
  DialogFocus focus_;
};

}  // namespace

bool can_name_synonyms(const App& app) {
  return app.session() != nullptr && response_at_cursor(*app.session()) != nullptr;
}

void name_synonyms(App& app) {
  const Response* response = response_at_cursor(*app.session());
  if (response == nullptr) return;
  app.show_dialog(std::make_unique<SynonymsDialog>(app.session()->section()->id, *response));
}

void view_synonyms(const ItemDrawing& drawing, const Response& response, ImVec2 at, float width, bool is_at_work) {
  const Catalog& words = drawing.words();
  const std::string label = response.synonyms.empty() ? words.text("synonyms.add") : response.synonyms;
  if (!quiet_link(drawing, "item/" + response.id + "/synonyms", icons::search, label, words.text("synonyms.hint"), at,
                  width, response.synonyms.empty() && !is_at_work))
    return;
  drawing.session.end_writing();
  drawing.session.point_at({response.id, "cue"});
  drawing.app.show_dialog(std::make_unique<SynonymsDialog>(drawing.section.id, response));
}

}  // namespace canvasbook
