// A window without a screen, and the time that its frames take.
#pragma once

#include <imgui.h>
#include <time.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/imgui_input.h"

namespace canvasbook {

// Of this thread: what is computed beside the window holds no frame up.
inline double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// A window of 1440 by 900 without a screen.
class Headless {
 public:
  explicit Headless(std::vector<std::string> dictionaries = {}) : app(world(std::move(dictionaries))) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1440, 900};
    io.DeltaTime = 1.0F / 60;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    map_keys();
    app.theme = make_theme(ThemeName::light, 1);
    app.theme_is_stale = false;
    io.Fonts->TexID = reinterpret_cast<ImTextureID>(1);
  }
  ~Headless() { ImGui::DestroyContext(); }
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  static AppWorld world(std::vector<std::string> dictionaries) {
    AppWorld world;
    world.language = Language::ru;
    world.today = {2026, 11, 21};
    world.clock = [] { return std::string("2026-11-21 12:40"); };
    world.stopwatch = processor_seconds;
    world.computes_beside = true;
    world.dictionary_folders = std::move(dictionaries);
    return world;
  }

  void frame() {
    do {
      feed_input(app.input, app.field_takes());
      ImGui::NewFrame();
      app.draw();
      ImGui::Render();
    } while (app.theme.fonts.atlas->paint_missing(*ImGui::GetDrawData()) || !app.input.empty());
  }

  App app;
};

inline double median_ms(std::vector<double> seconds) {
  std::ranges::sort(seconds);
  return seconds[seconds.size() / 2] * 1e3;
}

// A frame in which something is done before: given the number of the frame.
template <class Work>
double frames_ms(Headless& headless, Work work) {
  std::vector<double> times;
  for (int i = 0; i < 101; ++i) {
    const double start = processor_seconds();
    work(i);
    headless.frame();
    times.push_back(processor_seconds() - start);
  }
  return median_ms(times);
}

// A letter that is typed in the frame of this number.
inline auto typing(Headless& headless) {
  return [&headless](int i) { headless.app.input.text(U'а' + static_cast<char32_t>(i % 30)); };
}

inline void doing_nothing(int) {}

}  // namespace canvasbook
