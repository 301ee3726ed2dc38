#include "editor/items/checklist_rating.h"

#include <memory>

#include "editor/frame/dialog_fields.h"
#include "editor/palette/dialog.h"
#include "model/kinds/checklist_cells.h"
#include "model/kinds/checklist_score.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

const CheckItem* check_at_cursor(const App& app) {
  return app.session() == nullptr ? nullptr : shown_check(*app.session(), app.session()->view().cursor);
}

class WeightDialog : public Dialog {
 public:
  WeightDialog(const CheckItem& item, const Catalog& words) : item_(item.id) {
    weight_.set_text(words.decimal(item.weight));
    focus_.set("weight.text");
  }

  std::string title(const App& app) const override { return app.catalog().text("weight.title"); }
  float width() const override { return 460; }
  // Escape keeps what is written, as in every other text; the button leaves it as it was.
  bool cancel(App& app) override {
    keep(app);
    return true;
  }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    focus_.begin(app, false);
    paragraph({theme, app.parts}, words.text("weight.text"), theme.colours.text);
    ImGui::Dummy({1, theme.px(4)});
    const bool entered = dialog_field(app, focus_, "weight.text", weight_, theme.px(180)).entered;
    const bool is_weight = read_weight(weight_.text()).has_value();
    if (!is_weight && !trim(weight_.text()).empty()) {
      dialog_notice(app, words.text("weight.wrong"), icons::warning, theme.colours.warning);
    }
    const auto answer = dialog_answers(app, focus_, {"weight.do", "dismissal.cancel"}, is_weight);
    const bool done = answer == "weight.do" || (entered && is_weight);
    if (done) keep(app);
    return !done && answer.empty();
  }

 private:
  void keep(App& app) const {
    Session& session = *app.session();
    const auto weight = read_weight(weight_.text());
    const CheckItem* item = shown_check(session, item_);
    if (!weight || item == nullptr || item->weight == *weight) return;
    change_checks(session, item_, "step.weight", [&](CheckItem& one) { one.weight = *weight; });
  }

  std::string item_;
  LineField weight_;
  DialogFocus focus_;
};

// The item and those selected with it that have as many points; of the others only whether they are critical.
void set_threshold(Session& session, const std::string& item, bool critical, int threshold) {
  const Checklist checklist = *session.content_as<Checklist>();
  const int points = largest_points(scale_of(checklist, *shown_check(session, item)));
  change_checks(session, item, "step.critical", [&](CheckItem& one) {
    one.critical = critical;
    one.threshold = largest_points(scale_of(checklist, one)) == points ? threshold : 0;
  });
}

}  // namespace

void change_checks(Session& session, const std::string& item, const char* step,
                   const std::function<void(CheckItem&)>& change) {
  session.pause_writing();
  const ItemIds& selected = session.view().selected;
  const bool several = selected.contains(item);
  const Checklist before = *session.content_as<Checklist>();
  Checklist changed = before;
  for (CheckGroup& group : changed.groups) {
    for (CheckItem& one : group.items) {
      if (one.id == item || (several && selected.contains(one.id))) change(one);
    }
  }
  session.record_content(with_scales(before, std::move(changed)), step, item);
}

const CheckItem* shown_check(const Session& session, const std::string& item) {
  const Checklist* checklist = session.content_as<Checklist>();
  return checklist == nullptr ? nullptr : find_check(*checklist, item);
}

void ask_for_weight(App& app, const std::string& item) {
  Session& session = *app.session();
  session.pause_writing();
  if (const CheckItem* found = shown_check(session, item)) {
    app.show_dialog(std::make_unique<WeightDialog>(*found, app.catalog()));
  }
}

bool can_set_weight(const App& app) { return check_at_cursor(app) != nullptr; }

void set_weight_at_cursor(App& app) { ask_for_weight(app, std::string(app.session()->view().cursor)); }

void choose_threshold(App& app, const std::string& item) {
  Session& session = *app.session();
  session.pause_writing();
  const CheckItem* found = shown_check(session, item);
  if (found == nullptr) return;
  const Scale scale = scale_of(*session.content_as<Checklist>(), *found);
  const int best = largest_points(scale);
  std::vector<PaletteEntry> entries;
  size_t present = 0;
  const auto add = [&](const std::string& key, const std::string& name, bool critical, int threshold) {
    const bool is_present =
        found->critical == critical && (!critical || passing_mark(scale, *found) == (threshold > 0 ? threshold : best));
    if (is_present) present = entries.size();
    entries.push_back(make_choice("threshold/" + key, name, {}, is_present ? icons::check : icons::unmarked,
                                  [item, critical, threshold, is_present](App& chosen) {
                                    if (!is_present) set_threshold(*chosen.session(), item, critical, threshold);
                                  }));
  };
  add("none", app.catalog().text("items.not_critical"), false, 0);
  CheckItem example;
  for (int least = best; least >= 2; --least) {
    example.threshold = least == best ? 0 : least;
    add(std::to_string(least), critical_words(scale, example, app.catalog()), true, example.threshold);
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_threshold", present));
}

bool can_choose_threshold(const App& app) {
  const CheckItem* item = check_at_cursor(app);
  return item != nullptr && largest_points(scale_of(*app.session()->content_as<Checklist>(), *item)) > 1;
}

void choose_threshold_at_cursor(App& app) { choose_threshold(app, std::string(app.session()->view().cursor)); }

}  // namespace canvasbook
