// Walks with the keyboard over the parts of a screen: Tab in their order, the arrows to what lies in their direction,
// Enter and Space press. ImGui 1.86 can Tab to text fields alone and presses buttons by Space alone; a window that uses
// this has ImGuiWindowFlags_NoNavInputs.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/system/input_queue.h"

namespace canvasbook {

class KeyFocus {
 public:
  struct Place {
    std::string key;
    ImVec2 from;
    ImVec2 to;
  };

  // Begins a frame and takes its keys, unless a dialog has them. A click hides the ring.
  void begin(InputQueue& input, bool has_keys);

  // A part, in the order of Tab; true when it was pressed by a key.
  bool part(std::string_view key, ImVec2 from, ImVec2 to);

  // The part that the first key shows the ring on.
  void prefer(std::string_view key) { preferred_ = key; }

  // Puts the ring on a part, and takes it away.
  void show_on(std::string_view key) {
    key_ = key;
    shown_ = true;
  }
  void hide() { shown_ = false; }

  // Whether the ring is to be seen: then keys are meant for the part that it is on.
  bool is_shown() const { return shown_; }

  // Whether the ring is on a part.
  bool is_on(std::string_view key) const { return shown_ && key == key_; }

  // Ends the frame; returns the part that the ring moved to, so that it can be brought into view.
  std::optional<Place> end();

 private:
  enum class Move { none, next, previous, first, last, left, right, up, down };

  const Place* place_of(std::string_view key) const;
  const Place* target_from(const Place& now) const;

  std::vector<Place> places_;
  std::string key_;
  std::string preferred_;
  bool shown_ = false;
  bool pressed_ = false;
  Move move_ = Move::none;
};

}  // namespace canvasbook
