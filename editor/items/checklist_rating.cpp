#include "editor/items/checklist_rating.h"

#include <functional>
#include <memory>
#include <set>
#include <vector>

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

// What a critical item passes with: a mark on a scale of points, on an own one points.
int passing_value(ItemScale scale, const CheckItem& item) {
  return scale.own != nullptr ? passing_points(*scale.own, item) : passing_mark(scale.built_in, item);
}

// The values that it may be set to, the most first; of an own scale those of its levels but for 0, which all pass.
std::vector<int> thresholds_of(ItemScale scale) {
  std::set<int, std::greater<>> values;
  if (scale.own == nullptr) {
    for (int points = largest_points(scale); points >= 2; --points) values.insert(points);
  } else {
    values.insert(most_points(*scale.own));
    for (const int mark : marks_of(scale)) {
      if (mark >= 0 && points_of(*scale.own, mark) > 0) values.insert(points_of(*scale.own, mark));
    }
  }
  return {values.begin(), values.end()};
}

// The item and those selected with it that have the same marks; of the others only whether they are critical.
void set_threshold(Session& session, const std::string& item, bool critical, int threshold) {
  const Checklist checklist = *session.content_as<Checklist>();
  const ItemScale scale = scale_of(checklist, *shown_check(session, item));
  change_checks(session, item, "step.critical", [&](CheckItem& one) {
    one.critical = critical;
    const int least = have_same_marks(scale_of(checklist, one), scale) ? threshold : 0;
    one.threshold = scale.own == nullptr ? least : 0;
    one.least_points = scale.own != nullptr ? least : 0;
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
  const ItemScale scale = scale_of(*session.content_as<Checklist>(), *found);
  const std::vector<int> thresholds = thresholds_of(scale);
  std::vector<PaletteEntry> entries;
  size_t present = 0;
  const auto add = [&](const std::string& key, const std::string& name, bool critical, int threshold) {
    const bool is_present =
        found->critical == critical &&
        (!critical || passing_value(scale, *found) == (threshold > 0 ? threshold : thresholds.front()));
    if (is_present) present = entries.size();
    entries.push_back(make_choice("threshold/" + key, name, {}, is_present ? icons::check : icons::unmarked,
                                  [item, critical, threshold, is_present](App& chosen) {
                                    if (!is_present) set_threshold(*chosen.session(), item, critical, threshold);
                                  }));
  };
  add("none", app.catalog().text("items.not_critical"), false, 0);
  CheckItem example;
  for (const int least : thresholds) {
    const int threshold = least == thresholds.front() ? 0 : least;
    (scale.own != nullptr ? example.least_points : example.threshold) = threshold;
    add(std::to_string(least), critical_words(scale, example, app.catalog()), true, threshold);
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_threshold", present));
}

bool can_choose_threshold(const App& app) {
  const CheckItem* item = check_at_cursor(app);
  return item != nullptr && !is_yes_or_no(scale_of(*app.session()->content_as<Checklist>(), *item));
}

void choose_threshold_at_cursor(App& app) { choose_threshold(app, std::string(app.session()->view().cursor)); }

}  // namespace canvasbook
