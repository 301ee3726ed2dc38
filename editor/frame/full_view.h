// What fills the whole screen in place of the workbook, such as its pages one after another.
#pragma once

namespace canvasbook {

class App;
struct Area;

class FullView {
 public:
  FullView() = default;
  virtual ~FullView() = default;
  FullView(const FullView&) = delete;
  FullView& operator=(const FullView&) = delete;

  virtual void draw(App& app, const Area& area) = 0;       // may end itself: App::full_view.reset()
  virtual bool tick(double /*seconds*/) { return false; }  // whether something has to be drawn
  virtual bool is_idle() const { return false; }           // the pointer hides
  virtual bool has_caret() const { return false; }         // which blinks; letters are written there
};

}  // namespace canvasbook
