// The window by GLFW: its events, its clipboard, and the loop that draws a frame when there is a reason.
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <optional>
#include <utility>

#include "editor/command_line/command_line.h"
#include "editor/frame/imgui_input.h"
#include "editor/frame/parts_report.h"
#include "editor/letter_texture.h"
#include "editor/system/clipboard_owner.h"
#include "editor/system/endings.h"
#include "editor/system/input_method.h"
#include "editor/system/key_labels.h"
#include "editor/system/window_manager.h"
#include "editor/window.h"
#include "editor/window_place.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace canvasbook {

namespace {

std::string last_problem;    // GLFW reports errors through a plain function
App* app_to_keep = nullptr;  // Xlib the loss of its display likewise

Key key_of(int glfw_key) {
  if (glfw_key >= GLFW_KEY_A && glfw_key <= GLFW_KEY_Z) {
    return static_cast<Key>(static_cast<int>(Key::a) + glfw_key - GLFW_KEY_A);
  }
  if (glfw_key >= GLFW_KEY_0 && glfw_key <= GLFW_KEY_9) {
    return static_cast<Key>(static_cast<int>(Key::digit_0) + glfw_key - GLFW_KEY_0);
  }
  constexpr std::array<std::pair<int, Key>, 40> keys{{{GLFW_KEY_TAB, Key::tab},
                                                      {GLFW_KEY_LEFT, Key::left},
                                                      {GLFW_KEY_RIGHT, Key::right},
                                                      {GLFW_KEY_UP, Key::up},
                                                      {GLFW_KEY_DOWN, Key::down},
                                                      {GLFW_KEY_PAGE_UP, Key::page_up},
                                                      {GLFW_KEY_PAGE_DOWN, Key::page_down},
                                                      {GLFW_KEY_HOME, Key::home},
                                                      {GLFW_KEY_END, Key::end},
                                                      {GLFW_KEY_INSERT, Key::insert},
                                                      {GLFW_KEY_DELETE, Key::delete_},
                                                      {GLFW_KEY_BACKSPACE, Key::backspace},
                                                      {GLFW_KEY_SPACE, Key::space},
                                                      {GLFW_KEY_ENTER, Key::enter},
                                                      {GLFW_KEY_KP_ENTER, Key::enter},
                                                      {GLFW_KEY_ESCAPE, Key::escape},
                                                      {GLFW_KEY_MINUS, Key::minus},
                                                      {GLFW_KEY_KP_SUBTRACT, Key::minus},
                                                      {GLFW_KEY_EQUAL, Key::equal},
                                                      {GLFW_KEY_KP_ADD, Key::equal},
                                                      {GLFW_KEY_SLASH, Key::slash},
                                                      {GLFW_KEY_F1, Key::f1},
                                                      {GLFW_KEY_F2, Key::f2},
                                                      {GLFW_KEY_F3, Key::f3},
                                                      {GLFW_KEY_F4, Key::f4},
                                                      {GLFW_KEY_F5, Key::f5},
                                                      {GLFW_KEY_F6, Key::f6},
                                                      {GLFW_KEY_F7, Key::f7},
                                                      {GLFW_KEY_F8, Key::f8},
                                                      {GLFW_KEY_F10, Key::f10},
                                                      {GLFW_KEY_F11, Key::f11},
                                                      {GLFW_KEY_MENU, Key::menu},
                                                      {GLFW_KEY_LEFT_CONTROL, Key::control},
                                                      {GLFW_KEY_RIGHT_CONTROL, Key::control},
                                                      {GLFW_KEY_LEFT_SHIFT, Key::shift},
                                                      {GLFW_KEY_RIGHT_SHIFT, Key::shift},
                                                      {GLFW_KEY_LEFT_ALT, Key::alt},
                                                      {GLFW_KEY_RIGHT_ALT, Key::alt},
                                                      {GLFW_KEY_KP_0, Key::digit_0},
                                                      {GLFW_KEY_KP_DECIMAL, Key::delete_}}};
  const auto found = std::ranges::find(keys, glfw_key, &std::pair<int, Key>::first);
  return found == keys.end() ? Key::none : found->second;
}

// What a key types without modifiers in the layout that is in use now; empty where it types nothing.
std::string label_of(int glfw_key, int scancode) {
  const char* label = glfwGetKeyName(glfw_key, scancode);
  return label == nullptr ? std::string() : std::string(label);
}

bool layout_has_latin_letters() {
  for (int key = GLFW_KEY_A; key <= GLFW_KEY_Z; ++key) {
    if (is_latin_letter(label_of(key, 0))) return true;
  }
  return false;
}

// The key of a press, by its label where it types something; keys of the number pad are what their place says.
Key pressed_key(int glfw_key, int scancode) {
  const Key place = key_of(glfw_key);
  if (glfw_key <= GLFW_KEY_SPACE || glfw_key > GLFW_KEY_WORLD_2) return place;
  const std::string label = label_of(glfw_key, scancode);
  return key_by_label(place, label, is_latin_letter(label) || layout_has_latin_letters());
}

Modifiers modifiers_of(int mods) {
  return {(mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_ALT) != 0};
}

// What the callbacks reach through the window's user pointer.
struct WindowState {
  App* app = nullptr;
  std::atomic<bool> damaged = true;  // the window has to be painted though nothing was pressed; set by any thread
  std::optional<WindowPlace> place_before = {};  // where the window stood before it filled the screen
  bool was_maximised = false;  // or made smaller again: that is kept at once, as the end may come unasked
  ClipboardOwner clipboard_owner = {};
  std::string pasted = {};                          // the text that another program gave last
  std::array<Key, GLFW_KEY_LAST + 1> pressed = {};  // what a key meant when it was pressed: the layout may change
                                                    // before it is let go of
};

WindowState& state_of(GLFWwindow* window) { return *static_cast<WindowState*>(glfwGetWindowUserPointer(window)); }
InputQueue& input_of(GLFWwindow* window) { return state_of(window).app->input; }

void set_callbacks(GLFWwindow* window) {
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
    const bool is_known = key >= 0 && key <= GLFW_KEY_LAST;
    Key ours = is_known && action != GLFW_PRESS ? state_of(w).pressed[static_cast<size_t>(key)] : Key::none;
    if (action == GLFW_PRESS) ours = pressed_key(key, scancode);
    if (is_known) state_of(w).pressed[static_cast<size_t>(key)] = ours;
    input_of(w).key(ours, action != GLFW_RELEASE, modifiers_of(mods));
  });
  glfwSetWindowMaximizeCallback(window, [](GLFWwindow* w, int) { state_of(w).was_maximised = true; });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned character) { input_of(w).text(character); });
  glfwSetMouseButtonCallback(
      window, [](GLFWwindow* w, int button, int action, int) { input_of(w).button(button, action == GLFW_PRESS); });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
    input_of(w).move(static_cast<float>(x), static_cast<float>(y));
  });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
    input_of(w).wheel(static_cast<float>(x), static_cast<float>(y));
  });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
    if (focused == 0) input_of(w).focus_lost();
  });
  glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {
    glfwSetWindowShouldClose(w, GLFW_FALSE);
    input_of(w).close();
  });
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    if (count > 0) input_of(w).drop(paths[0]);
  });
  glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) {
    state_of(w).app->theme_is_stale = true;
    state_of(w).damaged = true;
  });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { state_of(w).damaged = true; });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { state_of(w).damaged = true; });
}

void set_clipboard(GLFWwindow* window) {
  ImGuiIO& io = ImGui::GetIO();
  io.ClipboardUserData = window;
  io.SetClipboardTextFn = [](void* user, const char* text) {
    auto* w = static_cast<GLFWwindow*>(user);
    glfwSetClipboardString(w, text);
    state_of(w).clipboard_owner.is_us_now();
  };
  io.GetClipboardTextFn = [](void* user) -> const char* {
    auto* w = static_cast<GLFWwindow*>(user);
    WindowState& state = state_of(w);
    if (state.clipboard_owner.is_ours()) return glfwGetClipboardString(w);
    const std::optional<std::string> text = state.clipboard_owner.read();
    if (!text) state.app->say_no_clipboard();
    state.pasted = text.value_or(std::string());
    return text && !text->empty() ? state.pasted.c_str() : nullptr;
  };
}

void apply_theme(App& app, GLFWwindow* window) {
  float content_scale = 1;
  glfwGetWindowContentScale(window, &content_scale, nullptr);
  app.theme = make_theme(app.theme_name(), content_scale * app.manual_scale());
  app.forget_fonts();
  app.theme_is_stale = false;
}

void draw_frame(App& app, GLFWwindow* window, double& last_time) {
  ImGuiIO& io = ImGui::GetIO();
  int width = 0;
  int height = 0;
  int pixel_width = 0;
  int pixel_height = 0;
  glfwGetWindowSize(window, &width, &height);
  glfwGetFramebufferSize(window, &pixel_width, &pixel_height);
  if (width > 0 && height > 0) {  // else it was destroyed by another program meanwhile
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DisplayFramebufferScale = {static_cast<float>(pixel_width) / io.DisplaySize.x,
                                  static_cast<float>(pixel_height) / io.DisplaySize.y};
  }
  const double now = glfwGetTime();
  io.DeltaTime = static_cast<float>(std::max(1e-4, now - last_time));
  last_time = now;
  constexpr int most_drawings = 8;  // of one frame; two where it shows letters for the first time
  for (int i = 0; i < most_drawings; ++i) {
    feed_input(app.input, app.field_takes());
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    app.draw();
    ImGui::Render();
    if (!app.theme.fonts.atlas->paint_missing(*ImGui::GetDrawData())) break;
    io.DeltaTime = 1e-4F;
  }
  if (app.theme.fonts.atlas->take_changes()) upload_letters();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
}

// Puts the window where it was the last time, if that is on a screen that is still there; as far as it has room.
void restore_place(GLFWwindow* window, const WindowPlace& place) {
  WindowFrame frame;
  glfwGetWindowFrameSize(window, &frame.left, &frame.top, &frame.right, &frame.bottom);
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    WorkArea area;
    glfwGetMonitorWorkarea(monitors[i], &area.x, &area.y, &area.width, &area.height);
    if (!belongs_to(area, place)) continue;
    const WindowPlace fitted = fitted_into(area, frame, place);
    glfwSetWindowSize(window, fitted.width, fitted.height);
    glfwSetWindowPos(window, fitted.x, fitted.y);
    if (place.maximised) glfwMaximizeWindow(window);
    return;
  }
}

void remember_place(App& app, GLFWwindow* window, const WindowState& state) {
  if (glfwGetWindowAttrib(window, GLFW_ICONIFIED) != 0) return;  // it is where it was
  WindowPlace place = app.settings.window.value_or(WindowPlace{});
  place.maximised = glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0;
  if (state.place_before) {
    const UnknownFields unknown = place.unknown;
    place = *state.place_before;
    place.unknown = unknown;
  } else if (!place.maximised) {  // else the place to come back to stays the one before
    glfwGetWindowPos(window, &place.x, &place.y);
    glfwGetWindowSize(window, &place.width, &place.height);
  }
  app.change_settings([place](Settings& settings) { settings.window = place; });
}

// The screen that shows most of the window.
GLFWmonitor* monitor_of(GLFWwindow* window) {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  glfwGetWindowPos(window, &x, &y);
  glfwGetWindowSize(window, &width, &height);
  GLFWmonitor* best = glfwGetPrimaryMonitor();
  int best_overlap = 0;
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  for (int i = 0; i < count; ++i) {
    const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
    int left = 0;
    int top = 0;
    glfwGetMonitorPos(monitors[i], &left, &top);
    const int wide = std::min(x + width, left + mode->width) - std::max(x, left);
    const int high = std::min(y + height, top + mode->height) - std::max(y, top);
    const int overlap = std::max(0, wide) * std::max(0, high);
    if (overlap <= best_overlap) continue;
    best = monitors[i];
    best_overlap = overlap;
  }
  return best;
}

// Fills the screen or leaves it, as the app wishes; then the window is where and as large as it was.
void obey_full_screen(const App& app, GLFWwindow* window, WindowState& state) {
  glfwSetInputMode(window, GLFW_CURSOR, app.hides_pointer() ? GLFW_CURSOR_HIDDEN : GLFW_CURSOR_NORMAL);
  if (app.wants_full_screen() == state.place_before.has_value()) return;
  state.damaged = true;
  if (state.place_before) {
    const WindowPlace place = *std::exchange(state.place_before, std::nullopt);
    glfwSetWindowMonitor(window, nullptr, place.x, place.y, place.width, place.height, GLFW_DONT_CARE);
    if (place.maximised) glfwMaximizeWindow(window);
    return;
  }
  GLFWmonitor* monitor = monitor_of(window);
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return;
  WindowPlace place;
  place.maximised = glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0;
  glfwGetWindowPos(window, &place.x, &place.y);
  glfwGetWindowSize(window, &place.width, &place.height);
  state.place_before = place;
  glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

// No if another program has destroyed it.
bool is_there(GLFWwindow* window) {
  int width = 0;
  int height = 0;
  glfwGetWindowSize(window, &width, &height);
  return width > 0 && height > 0;
}

void run_loop(App& app, GLFWwindow* window, WindowState& state) {
  constexpr int frames_after_event = 3;  // ImGui settles hovering and focus within three frames
  constexpr double blink = 0.53;         // seconds between the caret's changes
  constexpr double idle = 0.5;           // how soon a change of the file is noticed
  double last_time = glfwGetTime();
  int frames = frames_after_event;
  PartsReport parts_report;
  std::string title;
  while (!app.is_finished() && signal_to_end() == 0) {
    if (frames > 0 || !app.input.empty()) {
      glfwPollEvents();
    } else {
      glfwWaitEventsTimeout(app.caret_blinks() ? blink : idle);
    }
    if (app.theme_is_stale) apply_theme(app, window);
    const bool ticked = app.tick(glfwGetTime());
    obey_full_screen(app, window, state);
    if (std::exchange(state.was_maximised, false)) remember_place(app, window, state);
    const bool happened = !app.input.empty() || state.damaged.exchange(false) || ticked;
    if (happened) {
      frames = frames_after_event;
    } else if (frames > 0) {
      --frames;
    } else if (!app.caret_blinks()) {
      continue;
    }
    if (!is_there(window)) return app.keep_at_the_end();
    draw_frame(app, window, last_time);
    // Each setting of the title comes back as an event and would draw the next frame.
    if (const std::string now = app.window_title(); now != title) {
      title = now;
      glfwSetWindowTitle(window, title.c_str());
    }
    parts_report.write(app);
  }
  if (signal_to_end() == 0) return;
  glfwPollEvents();
  while (!app.input.empty() && !app.is_finished()) draw_frame(app, window, last_time);
  limit_ending(0);  // what was written is kept, however slow the disk is
  app.keep_at_the_end();
  limit_ending(1);
}

}  // namespace

int run_window(App& app, std::string& problem) {
  last_problem.clear();
  glfwSetErrorCallback([](int code, const char* description) {
    char number[32];
    std::snprintf(number, sizeof number, "0x%X ", static_cast<unsigned>(code));
    last_problem = number + std::string(description);
  });
  mend_input_methods();
  forget_dead_window_manager();
  if (glfwInit() == 0) {
    problem = last_problem;
    return exit_no_display;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);  // a dialog above the full screen must not hide the window
  GLFWwindow* window = glfwCreateWindow(1440, 900, "Canvasbook", nullptr, nullptr);
  if (window == nullptr) {
    problem = last_problem;
    glfwTerminate();
    return exit_no_opengl;
  }
  glfwSetWindowSizeLimits(window, 960, 600, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  WindowState state{&app};
  glfwSetWindowUserPointer(window, &state);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  map_keys();
  set_callbacks(window);
  set_clipboard(window);
  ImGui_ImplOpenGL3_Init("#version 330");
  create_letter_texture();
  apply_theme(app, window);
  if (app.settings.window) restore_place(window, *app.settings.window);
  app.clipboard_is_empty = [&state] { return state.clipboard_owner.is_empty(); };
  app.wake = [&state] {
    state.damaged = true;
    glfwPostEmptyEvent();
  };
  app_to_keep = &app;
  when_display_is_lost([] { app_to_keep->keep_at_the_end(); });
  run_loop(app, window, state);
  app.wake = {};
  app.clipboard_is_empty = {};
  remember_place(app, window, state);
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyWindow(window);
  state.clipboard_owner.let_go_if_manager_sleeps();
  glfwTerminate();
  return exit_done;
}

}  // namespace canvasbook
