#include "editor/items/own_scale.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "editor/frame/dialog_fields.h"
#include "editor/frame/tooltip.h"
#include "model/kinds/checklist_scales.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float level_height = 46;  // logical pixels, as below
constexpr float level_points_room = 76;
constexpr float level_button_room = 44;
constexpr float level_gap = 6;
constexpr size_t most_levels_seen = 8;  // levels; then they scroll

// The item and those selected with it, or the list, marked on a scale.
Checklist on_scale(const Session& session, Checklist checklist, const std::string& item, Scale scale,
                   const std::string& own) {
  if (item.empty()) {
    if (own.empty()) checklist.scale = scale;
    checklist.own_scale = own;
    return checklist;
  }
  const ItemIds& selected = session.view().selected;
  const bool several = selected.contains(item);
  for (CheckGroup& group : checklist.groups) {
    for (CheckItem& one : group.items) {
      if (one.id != item && !(several && selected.contains(one.id))) continue;
      one.scale = scale;
      one.own_scale = own;
    }
  }
  return checklist;
}

const char* fault_key(ScaleFault fault) {
  switch (fault) {
    case ScaleFault::few_levels:
      return "own_scale.few_levels";
    case ScaleFault::many_levels:
      return "own_scale.many_levels";
    case ScaleFault::no_points:
      return "own_scale.no_points";
    case ScaleFault::same_words:
      return "own_scale.same_words";
    case ScaleFault::empty_words:  // the text above the levels says it
    case ScaleFault::none:
      break;
  }
  return "";
}

struct LevelFields {
  ScaleLevel level;  // as it was
  LineField words;
  LineField points;
};

class OwnScaleDialog : public Dialog {
 public:
  OwnScaleDialog(App& app, std::string item, const OwnScale* known) : item_(std::move(item)) {
    section_ = app.session()->section()->id;
    if (known != nullptr) {
      scale_ = *known;
      name_.set_text(known->title);
    }
    for (const ScaleLevel& level : scale_.levels) add_level(level);
    if (known == nullptr) {
      for (const int points : {100, 50, 0}) add_level({{}, {}, points});
    }
    focus_.set("own_scale/name");
  }

  std::string title(const App& app) const override { return app.catalog().text("own_scale.title"); }
  float width() const override { return 560; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    if (app.session() == nullptr || app.session()->content_as<Checklist>() == nullptr) return false;
    focus_.begin(app, false);
    move_by_keys(app);
    paragraph({theme, app.parts}, words.text("own_scale.text"), theme.colours.muted);
    ImGui::Dummy({1, theme.px(4)});
    const bool is_named = dialog_field(app, focus_, "own_scale/name", name_, 0, words.text("own_scale.name")).entered;
    ImGui::Dummy({1, theme.px(6)});
    const bool entered = draw_levels(app);
    if (is_named) go_to(0, "words");
    draw_buttons(app);
    const std::optional<OwnScale> scale = read();
    const ScaleFault fault = scale ? fault_of_scale(*scale) : ScaleFault::none;
    draw_notice(app, scale.has_value(), fault);
    const bool can_confirm =
        scale && !scale->title.empty() && (fault == ScaleFault::none || fault == ScaleFault::no_points);
    const auto answer = dialog_answers(app, focus_, {"own_scale.do", "dismissal.cancel"}, can_confirm);
    const bool done = can_confirm && (answer == "own_scale.do" || entered);
    if (done) keep(*app.session(), *scale);
    return !removed_ && !done && answer.empty();
  }

 private:
  static std::string key_of(size_t level, std::string_view part) {
    return "own_scale/" + std::to_string(level) + "/" + std::string(part);
  }
  void go_to(size_t level, std::string_view part) { focus_.set(key_of(level, part)); }

  void add_level(const ScaleLevel& level) {
    fields_.push_back({level, LineField(level.words), LineField(std::to_string(level.points))});
  }

  void move_level(size_t from, size_t to) {
    std::swap(fields_[from], fields_[to]);
    const std::string prefix = "own_scale/" + std::to_string(from) + "/";
    if (!focus_.key().starts_with(prefix)) return;
    const std::string part = focus_.key().substr(prefix.size());
    const bool is_at_end = (part == "up" && to == 0) || (part == "down" && to + 1 == fields_.size());
    go_to(to, is_at_end ? "words" : part);
  }

  // The level that the keyboard is at.
  std::optional<size_t> level_at_focus() const {
    for (size_t i = 0; i < fields_.size(); ++i) {
      if (focus_.key().starts_with("own_scale/" + std::to_string(i) + "/")) return i;
    }
    return std::nullopt;
  }

  void move_by_keys(App& app) {
    const auto at = level_at_focus();
    if (!at) return;
    if (*at > 0 && app.input.take(Key::up, alternate)) return move_level(*at, *at - 1);
    if (*at + 1 < fields_.size() && app.input.take(Key::down, alternate)) move_level(*at, *at + 1);
  }

  // Returns whether Enter was pressed in the last field.
  bool draw_levels(App& app) {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    const float seen = static_cast<float>(std::min(fields_.size(), most_levels_seen));
    ImGui::BeginChild("own_scale", {0, seen * theme.px(level_height)}, false, ImGuiWindowFlags_NoBackground);
    const float left = ImGui::GetCursorPosX() + theme.px(3);
    const float top = ImGui::GetCursorPosY() + theme.px(3);
    const float right = left + ImGui::GetContentRegionAvail().x - theme.px(6);
    const float buttons = right - theme.px(3 * level_button_room + level_gap);
    const float points = buttons - theme.px(level_points_room + level_gap);
    bool is_last = false;
    std::optional<std::pair<size_t, size_t>> moved;
    std::optional<size_t> removed;
    std::string next;  // gone to behind the drawing, so that the same Enter does not reach it
    for (size_t i = 0; i < fields_.size(); ++i) {
      const float y = top + static_cast<float>(i) * theme.px(level_height);
      ImGui::SetCursorPos({left, y});
      const float room = points - left - theme.px(level_gap);
      if (dialog_field(app, focus_, key_of(i, "words"), fields_[i].words, room, words.text("own_scale.level"))
              .entered) {
        next = key_of(i, "points");
      }
      focus_.show(key_of(i, "words"), 1);
      ImGui::SetCursorPos({points, y});
      if (dialog_field(app, focus_, key_of(i, "points"), fields_[i].points, theme.px(level_points_room)).entered) {
        is_last = i + 1 == fields_.size();
        if (!is_last) next = key_of(i + 1, "words");
      }
      const auto icon = [&](int place, const char* part, char32_t sign, const char* tip, bool enabled) {
        ImGui::SetCursorPos({buttons + theme.px(level_gap + static_cast<float>(place) * level_button_room), y});
        const bool pressed = dialog_button(app, focus_, key_of(i, part), "", sign, ButtonStyle::plain, enabled);
        name_by_tooltip(app, tip);
        return pressed;
      };
      if (icon(0, "up", icons::collapse, "own_scale.up", i > 0)) moved = {i, i - 1};
      if (icon(1, "down", icons::expand, "own_scale.down", i + 1 < fields_.size())) moved = {i, i + 1};
      if (icon(2, "remove", icons::remove, "own_scale.remove", fields_.size() > fewest_levels)) removed = i;
    }
    ImGui::EndChild();
    if (!next.empty()) focus_.set(next);
    if (moved) move_level(moved->first, moved->second);
    if (removed) {
      fields_.erase(fields_.begin() + static_cast<std::ptrdiff_t>(*removed));
      go_to(std::min(*removed, fields_.size() - 1), "words");
    }
    return is_last;
  }

  void draw_buttons(App& app) {
    const Catalog& words = app.catalog();
    if (dialog_button(app, focus_, "own_scale/add", words.text("own_scale.add"), icons::add, ButtonStyle::plain,
                      fields_.size() < most_levels)) {
      add_level({});
      go_to(fields_.size() - 1, "words");
    }
    if (scale_.id.empty()) return;
    const std::string label = words.text("own_scale.remove_scale");
    flow_beside({app.theme, app.parts}, label);
    if (dialog_button(app, focus_, "own_scale/remove_scale", label, icons::remove)) ask_to_remove(app);
  }

  void draw_notice(App& app, bool is_read, ScaleFault fault) const {
    const char* key = !is_read ? "own_scale.wrong_points" : fault_key(fault);
    if (*key == '\0') return;
    ImGui::Dummy({1, app.theme.px(4)});
    dialog_notice(app, app.catalog().text(key), icons::warning, app.theme.colours.warning);
  }

  // What the fields say; nothing where points are none.
  std::optional<OwnScale> read() const {
    OwnScale scale = scale_;
    scale.title = trim(name_.text());
    scale.levels.clear();
    for (const LevelFields& fields : fields_) {
      const auto points = number_in(fields.points, 0, most_level_points);
      if (!points) return std::nullopt;
      ScaleLevel& level = scale.levels.emplace_back(fields.level);
      level.words = trim(fields.words.text());
      level.points = *points;
    }
    return scale;
  }

  void keep(Session& session, OwnScale scale) const {
    if (session.section() == nullptr || session.section()->id != section_) return;
    const Checklist before = *session.content_as<Checklist>();
    const bool is_new = scale.id.empty();
    if (is_new) scale.id = session.ids().next();
    for (ScaleLevel& level : scale.levels) {
      if (level.id.empty()) level.id = session.ids().next();
    }
    const std::string id = scale.id;
    Checklist changed = set_own_scale(before, std::move(scale));
    if (is_new) changed = with_scales(before, on_scale(session, std::move(changed), item_, Scale::inherited, id));
    session.record_content(std::move(changed), "step.own_scale", item_);
  }

  // A scale that items are marked on asks first.
  void ask_to_remove(App& app) {
    removed_ = true;
    const auto remove = [&app, scale = scale_.id, section = section_] {
      Session& session = *app.session();
      const Checklist* list = session.content_as<Checklist>();
      if (list == nullptr || session.section()->id != section) return;
      session.record_content(remove_own_scale(*list, scale), "step.remove_scale", {});
    };
    const size_t uses = count_items_on(*app.session()->content_as<Checklist>(), scale_.id);
    if (uses == 0) return remove();
    app.ask({"own_scale.remove_title",
             "own_scale.remove_text",
             {{"scale", scale_.title}, {"items", app.catalog().count("items.check_count", uses)}},
             {{"own_scale.remove_scale", remove}, {"own_scale.keep", {}}},
             1});
  }

  std::string item_;
  std::string section_;
  OwnScale scale_;  // as it was
  LineField name_;
  std::deque<LevelFields> fields_;
  DialogFocus focus_;
  bool removed_ = false;
};

}  // namespace

void choose_scale(Session& session, const std::string& item, Scale scale, const std::string& own) {
  session.pause_writing();
  const Checklist before = *session.content_as<Checklist>();
  Checklist changed = with_scales(before, on_scale(session, before, item, scale, own));
  session.record_content(std::move(changed), item.empty() ? "step.list_scale" : "step.item_scale", item);
}

void define_scale(App& app, const std::string& item, const std::string& scale) {
  Session& session = *app.session();
  session.pause_writing();
  const OwnScale* known = find_scale(*session.content_as<Checklist>(), scale);
  app.show_dialog(std::make_unique<OwnScaleDialog>(app, item, known));
}

}  // namespace canvasbook
