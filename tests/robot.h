// A person at the window, without a window: draws real frames of the app and clicks on parts by their keys.
#pragma once

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "editor/frame/app.h"
#include "editor/frame/command_table.h"
#include "editor/frame/imgui_input.h"
#include "model/text/text.h"
#include "tests/paper.h"
#include "tests/seen_parts.h"

namespace robot {

using namespace canvasbook;

// Runs a command as a menu would: it must be there, and possible now.
inline void run(App& app, std::string_view key) {
  const Command* command = find_command(key);
  REQUIRE_MESSAGE(command != nullptr, "no command ", std::string(key));
  REQUIRE_MESSAGE(is_enabled(*command, app), "not possible now: ", std::string(key));
  app.run_command(key);
}

// Fonts and colours of one scale, which take long to make, for several robots one after another.
struct SharedLook {
  ImFontAtlas fonts;
  ImGuiStyle style;
  std::optional<Theme> theme;

  // Whether the fonts are still those of the theme: no robot has made others in their place.
  bool holds(const Theme& now) const { return theme && theme->fonts.atlas == now.fonts.atlas; }
};

// Those that no robot uses now, by scale.
inline std::map<float, std::unique_ptr<SharedLook>>& free_looks() {
  static std::map<float, std::unique_ptr<SharedLook>> looks;
  return looks;
}

inline std::unique_ptr<SharedLook> take_look(float scale) {
  std::unique_ptr<SharedLook> look = std::move(free_looks()[scale]);
  return look != nullptr ? std::move(look) : std::make_unique<SharedLook>();
}

class Robot {
 public:
  explicit Robot(Workbook workbook, std::string file = {}, Language language = Language::ru, float scale = 1,
                 ImVec2 size = {1440, 900}, std::string state_folder = {}, std::uint64_t seed = 7)
      : Robot(world_of(language, seed, std::move(state_folder)), scale, size) {
    const auto stamp = stamp_of(file);
    app.open(std::move(workbook), file, true, stamp ? *stamp : FileStamp{});
    frame(3);
  }

  // Begins at the start screen.
  explicit Robot(const AppWorld& world, float scale = 1, ImVec2 size = {1440, 900})
      : app(world), scale_(scale), look_(take_look(scale)) {
    ImGui::CreateContext(&look_->fonts);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {size.x * scale, size.y * scale};
    io.DeltaTime = 1.0F / 60;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.ClipboardUserData = this;
    io.SetClipboardTextFn = [](void* self, const char* text) { static_cast<Robot*>(self)->clipboard = text; };
    io.GetClipboardTextFn = [](void* self) { return static_cast<Robot*>(self)->clipboard.c_str(); };
    map_keys();
    if (look_->theme) {
      app.theme = *look_->theme;
      ImGui::GetStyle() = look_->style;
    } else {
      app.theme = make_theme(ThemeName::light, scale);
      look_->theme = app.theme;
      look_->style = ImGui::GetStyle();
    }
    app.theme_is_stale = false;
    io.Fonts->TexID = reinterpret_cast<ImTextureID>(1);
    frame(3);
  }
  static AppWorld world_of(Language language, std::uint64_t seed = 7, std::string state_folder = {}) {
    AppWorld world;
    world.language = language;
    world.today = {2026, 11, 21};
    world.id_seed = seed;
    world.folders.state = std::move(state_folder);
    world.clock = [] { return std::string("2026-11-21 12:40"); };
    return world;
  }

  ~Robot() {
    ImGui::DestroyContext();
    if (look_->holds(app.theme)) free_looks()[scale_] = std::move(look_);
  }
  Robot(const Robot&) = delete;
  Robot& operator=(const Robot&) = delete;

  // Draws frames until all input has been taken, at least `count`; none once the program has ended.
  void frame(int count = 1) {
    for (; !app.is_finished() && (count > 0 || !app.input.empty()); --count) {
      feed_input(app.input, app.field_takes());
      ImGui::NewFrame();
      app.draw();
      ImGui::Render();
      has_all_letters_ = !app.theme.fonts.atlas->paint_missing(*ImGui::GetDrawData());
      for (const PartRegister::Part& part : app.parts.parts()) SeenParts::of_this_run().see(part.key);
    }
  }

  // Until no letter of the last frame was drawn for the first time.
  void show_letters() {
    while (!has_all_letters_) frame();
  }

  // Whether a part is there. One that is not must be at some other time, see seen_parts.h.
  bool shows_tooltip() const {
    const ImGuiWindow* window = ImGui::FindWindowByName("##Tooltip_00");
    return window != nullptr && window->Active;
  }

  bool shows(std::string_view key) const {
    const bool is_there = app.parts.find(key) != nullptr;
    if (!is_there) SeenParts::of_this_run().miss(key);
    return is_there;
  }

  // What follows in the keys of the parts that begin with this and go no deeper.
  std::set<std::string> names_below(std::string_view beginning) const {
    std::set<std::string> names;
    for (const PartRegister::Part& part : app.parts.parts()) {
      if (!part.key.starts_with(beginning)) continue;
      const std::string name = part.key.substr(beginning.size());
      if (name.find('/') == std::string::npos) names.insert(name);
    }
    return names;
  }

  ImVec2 centre_of(std::string_view key) {
    const PartRegister::Part* part = app.parts.find(key);
    REQUIRE_MESSAGE(part != nullptr, "no part ", std::string(key));
    REQUIRE_MESSAGE(part->visible, "hidden: ", std::string(key));
    return {(part->from.x + part->to.x) / 2, (part->from.y + part->to.y) / 2};
  }

  void move_to(std::string_view key) {
    const ImVec2 at = centre_of(key);
    app.input.move(at.x, at.y);
    frame(2);
  }

  void click(std::string_view key, int times = 1) {
    move_to(key);
    for (int i = 0; i < times; ++i) {
      app.input.button(0, true);
      app.input.button(0, false);
      frame();
    }
    // so that the next click is no double click
    ImGui::GetIO().DeltaTime = 1;
    frame();
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    frame();
  }

  void drag(std::string_view from, std::string_view to) {
    const ImVec2 start = centre_of(from);
    const ImVec2 end = centre_of(to);
    app.input.move(start.x, start.y);
    frame(2);
    app.input.button(0, true);
    frame();
    for (int i = 1; i <= 6; ++i) {
      app.input.move(start.x + (end.x - start.x) * static_cast<float>(i) / 6,
                     start.y + (end.y - start.y) * static_cast<float>(i) / 6);
      frame();
    }
    app.input.button(0, false);
    frame(2);
  }

  void press(Key key, Modifiers modifiers = {}) {
    app.input.key(key, true, modifiers);
    app.input.key(key, false, modifiers);
    if (modifiers != Modifiers{}) app.input.key(Key::control, false, {});  // the other hand lets go as well
    frame();
  }

  void run(std::string_view key) { robot::run(app, key); }

  void type(std::string_view text) {
    for (size_t at = 0; at < text.size();) app.input.text(next_code_point(text, at));
    frame();
  }

  Session& session() {
    REQUIRE_MESSAGE(app.session() != nullptr, "no workbook is open");
    return *app.session();
  }
  const Workbook& workbook() { return session().workbook(); }
  const View& view() { return session().view(); }

  App app;
  std::string clipboard;

 private:
  const float scale_;
  bool has_all_letters_ = false;
  std::unique_ptr<SharedLook> look_;
};

// The parts that `belongs(key)` names are there, and their labels fit.
template <class Belongs>
void check_labels_fit(const Robot& robot, Belongs belongs) {
  size_t found = 0;
  for (const PartRegister::Part& part : robot.app.parts.parts()) {
    if (!belongs(part.key)) continue;
    ++found;
    CAPTURE(part.key);
    CHECK(part.fits);
  }
  CHECK(found > 0);
}

// What fills the window in place of the workbook.
template <class View>
const View& full_view_of(const App& app) {
  const auto* view = dynamic_cast<const View*>(app.full_view.get());
  REQUIRE_MESSAGE(view != nullptr, "another view fills the window, or none");
  return *view;
}

inline const Board& board_of(const Robot& robot) {
  const Board* board = robot.app.session()->board();
  REQUIRE_MESSAGE(board != nullptr, "no board is shown");
  return *board;
}

inline const Block& block_of(const Robot& robot, std::string_view id) {
  const Block* block = find_block(board_of(robot), id);
  REQUIRE_MESSAGE(block != nullptr, "no block ", std::string(id));
  return *block;
}

}  // namespace robot
