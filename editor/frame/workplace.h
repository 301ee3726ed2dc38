// What stands in the working area: a board, running text, a list of items, a register. It draws itself, and carries out
// the commands that are meant for what is selected or at the cursor.
#pragma once

#include <string>

namespace canvasbook {

class App;
class Session;
struct Area;
struct WrittenPlace;

enum class Direction { up, down, left, right };

class Workplace {
 public:
  Workplace() = default;
  virtual ~Workplace() = default;
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  virtual bool is_shown(const Session& session) const = 0;
  virtual void draw(App& app, const Area& area) const = 0;

  // Catalog keys: what the status line says of the keys; the button that adds something.
  virtual const char* hint(const App& app) const = 0;
  // What the status line tells of what is selected, in place of the keys; empty for nothing.
  virtual std::string told(const App&) const { return {}; }
  virtual const char* add_label(const App&) const { return "note.new"; }

  // What can be done now, and doing it: at most one step of the history each. What is removed is asked for first where
  // others name it. `copy` returns the text for the clipboard; `paste` gets one that is not empty.
  virtual bool can_add(const App&) const { return false; }
  virtual bool can_write(const App&) const { return false; }
  virtual bool can_remove(const App&) const { return false; }
  virtual bool can_copy(const App&) const { return false; }
  virtual bool can_duplicate(const App& app) const { return can_copy(app); }
  virtual bool can_paste(const App&) const { return false; }
  virtual bool can_select_all(const App& app) const { return can_paste(app); }
  virtual bool can_move(const App&, Direction) const { return false; }
  virtual void add(App&) const {}
  virtual void write(App&) const {}
  virtual void remove(App&) const {}
  virtual std::string copy(App&) const { return {}; }
  virtual void duplicate(App&) const {}
  virtual void paste(App&, const std::string&) const {}
  virtual void select_all(App&) const {}
  virtual void move(App&, Direction) const {}

  // Opens the text at a place of the shown section, or leads to it where that has no text to open.
  virtual void go_to_text(App& app, const WrittenPlace& place) const = 0;
};

// Of the open workbook; never fails. The table stands in editor/workplaces.cpp.
const Workplace& workplace_of(const App& app);

}  // namespace canvasbook
