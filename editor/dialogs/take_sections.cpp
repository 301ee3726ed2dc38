#include "editor/dialogs/take_sections.h"

#include <algorithm>
#include <set>
#include <utility>

#include "editor/frame/dialog_fields.h"
#include "model/take_sections.h"

namespace canvasbook {

namespace {

class TakeSectionsDialog : public Dialog {
 public:
  explicit TakeSectionsDialog(Workbook from) : from_(std::move(from)) {}

  std::string title(const App& app) const override { return app.catalog().text("take.title"); }
  float width() const override { return 620; }
  bool cancel(App&) override { return true; }
  bool draw(App& app) override;

 private:
  void draw_list(App& app);
  void draw_option(App& app, const std::string& key, const std::string& label, MarkState state, float indent,
                   bool& pressed);
  MarkState state_of(const Document& document) const;
  void toggle(const Document& document);
  void take(App& app) const;

  Workbook from_;
  std::set<std::string> chosen_;  // ids of sections
  DialogFocus focus_;
};

MarkState TakeSectionsDialog::state_of(const Document& document) const {
  const auto is_chosen = [&](const Shared<Section>& section) { return chosen_.contains(section->id); };
  if (std::ranges::all_of(document.sections, is_chosen)) return MarkState::on;
  return std::ranges::any_of(document.sections, is_chosen) ? MarkState::partly : MarkState::off;
}

void TakeSectionsDialog::toggle(const Document& document) {
  const bool takes = state_of(document) != MarkState::on;
  for (const auto& section : document.sections) {
    if (takes) {
      chosen_.insert(section->id);
    } else {
      chosen_.erase(section->id);
    }
  }
}

void TakeSectionsDialog::draw_option(App& app, const std::string& key, const std::string& label, MarkState state,
                                     float indent, bool& pressed) {
  if (indent > 0) ImGui::Indent(indent);
  const float width = ImGui::GetContentRegionAvail().x;
  pressed = dialog_option(app, focus_, key, label, MarkShape::box, state, width);
  focus_.show(key);
  if (indent > 0) ImGui::Unindent(indent);
}

void TakeSectionsDialog::draw_list(App& app) {
  const Catalog& words = app.catalog();
  const auto title_of = [&](const std::string& title) { return title.empty() ? words.text("window.unnamed") : title; };
  for (const auto& document : from_.documents) {
    if (document->sections.empty()) continue;
    bool pressed = false;
    draw_option(app, "take/document/" + document->id, title_of(document->title), state_of(*document), 0, pressed);
    if (pressed) toggle(*document);
    for (const auto& section : document->sections) {
      const MarkState state = chosen_.contains(section->id) ? MarkState::on : MarkState::off;
      draw_option(app, "take/section/" + section->id, title_of(section->title), state, app.theme.px(26), pressed);
      if (pressed && chosen_.erase(section->id) == 0) chosen_.insert(section->id);
    }
  }
}

bool TakeSectionsDialog::draw(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  if (app.session() == nullptr) return false;
  focus_.begin(app, true);
  const bool is_empty = std::ranges::all_of(from_.documents, [](const auto& one) { return one->sections.empty(); });
  paragraph(parts, words.text(is_empty ? "take.nothing" : "take.text"), theme.colours.muted);
  ImGui::Dummy({1, theme.px(4)});
  const float most = ImGui::GetIO().DisplaySize.y - theme.px(280);
  ImGui::BeginChild("list", {0, std::min(theme.px(360), most)}, false, ImGuiWindowFlags_NoNav);
  begin_at_top();
  draw_list(app);
  ImGui::EndChild();
  ImGui::Dummy({1, theme.px(6)});
  const std::string label = chosen_.empty() ? words.text("take.take") : words.count("take.take_some", chosen_.size());
  const bool takes = dialog_button(app, focus_, "take.take", label, icons::add, ButtonStyle::primary, !chosen_.empty());
  const std::string cancel = words.text("take.cancel");
  flow_beside(parts, cancel);
  const bool leaves = dialog_button(app, focus_, "take.cancel", cancel);
  focus_.end(app);
  const bool entered = !chosen_.empty() && app.input.take(Key::enter, {});
  if (leaves) return false;
  if (!takes && !entered) return true;
  take(app);
  return false;
}

void TakeSectionsDialog::take(App& app) const {
  Session& session = *app.session();
  if (session.document() == nullptr) return;
  session.end_writing();
  const size_t position = session.document()->sections.empty() ? 0 : session.view().section + 1;
  TakenSections taken = take_sections(session.workbook(), from_, {chosen_.begin(), chosen_.end()},
                                      session.document()->id, position, session.ids());
  if (taken.sections.empty()) return;
  const std::string first = taken.sections.front();
  session.record(std::move(taken.workbook), "step.take_sections", first);
  session.go_to(first);
  const Catalog& words = app.catalog();
  std::string told = words.count("take.taken", taken.sections.size());
  if (taken.joined > 0) told += " " + words.count("take.joined", taken.joined);
  if (taken.brought > 0) told += " " + words.count("take.brought", taken.brought);
  if (taken.left > 0) told += " " + words.count("take.left", taken.left);
  app.say(std::move(told));
}

}  // namespace

std::unique_ptr<Dialog> make_take_sections_dialog(Workbook from) {
  return std::make_unique<TakeSectionsDialog>(std::move(from));
}

}  // namespace canvasbook
