// What stands above the window until it is done: questions, the export dialog, the file browser, the palette.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/base/catalog.h"

namespace canvasbook {

class App;

class Dialog {
 public:
  Dialog() = default;
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  virtual ~Dialog() = default;

  virtual std::string title(const App& app) const = 0;  // may be empty
  virtual float width() const { return 560; }           // logical pixels
  virtual bool at_top() const { return false; }         // below the top bar instead of in the middle
  // A click beside it ends it as Escape does, and does nothing else: of a list to choose from, which asks nothing.
  virtual bool ends_by_click_beside() const { return false; }

  // Draws what stands under the title, inside an ImGui window, and answers to keys. Returns false when it is done.
  // It may open the next dialog by app.show_dialog().
  virtual bool draw(App& app) = 0;

  // Escape was pressed: false keeps the dialog.
  virtual bool cancel(App& app) = 0;

 private:
  friend class App;
  std::optional<std::uint64_t> earlier_presses_;  // of the mouse, before it was seen: they press nothing in it
  bool was_pressed_ = false;                      // since then, and not by the second half of a double click
};

// Something that the author has to decide before going on. Letters and Backspace typed meanwhile go into the text
// that has the caret.
struct Question {
  struct Answer {
    std::string key;               // of its label
    std::function<void()> action;  // may ask the next question
  };
  std::string title_key;
  std::string text_key;
  Arguments arguments;           // of both
  std::vector<Answer> answers;   // the last is the one that changes nothing
  size_t suggested = 0;          // the answer that Enter gives: where something could be lost, one that keeps it
  bool comes_by_itself = false;  // it goes when somebody writes on, and comes again when they pause
  bool is_awaited = false;       // somebody asked for it: Enter answers, whatever was typed before
};

}  // namespace canvasbook
