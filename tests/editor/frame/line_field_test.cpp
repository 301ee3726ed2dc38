#include "editor/frame/line_field.h"

#include "editor/frame/dialog_fields.h"
#include "tests/robot.h"

namespace canvasbook::line_field_test {

using namespace robot;

namespace {

// A dialog of two fields that keeps what was written into them.
class TwoFields : public Dialog {
 public:
  explicit TwoFields(LineField& first, LineField& second, int& entered)
      : first_(first), second_(second), entered_(entered) {}
  std::string title(const App&) const override { return {}; }
  bool draw(App& app) override {
    focus_.begin(app, false);
    entered_ += dialog_field(app, focus_, "first", first_, 0, "Placeholder").entered ? 1 : 0;
    entered_ += dialog_field(app, focus_, "second", second_, 120).entered ? 1 : 0;
    focus_.end(app);
    return true;
  }
  bool cancel(App&) override { return true; }

 private:
  DialogFocus focus_;
  LineField& first_;
  LineField& second_;
  int& entered_;
};

struct Fields {
  Fields() : robot(Robot::world_of(Language::ru)) {
    robot.app.show_dialog(std::make_unique<TwoFields>(first, second, entered));
    robot.frame(3);
  }

  LineField first;
  LineField second;
  int entered = 0;
  Robot robot;
};

}  // namespace

TEST_CASE("what is typed goes into the field with the focus, and Tab leads on and round") {
  Fields fields;
  Robot& robot = fields.robot;
  robot.type("Кофейня 🚀");
  robot.press(Key::tab);
  robot.type("Утро");
  CHECK(fields.first.text() == "Кофейня 🚀");
  CHECK(fields.second.text() == "Утро");
  robot.press(Key::tab);
  CHECK(robot.app.focused_field == "first");
  robot.press(Key::tab, shift);
  CHECK(robot.app.focused_field == "second");
}

TEST_CASE("coming by Tab selects the text, so that typing replaces it; a click sets the caret") {
  Fields fields;
  Robot& robot = fields.robot;
  fields.second.set_text("раз два три");
  robot.press(Key::tab);
  robot.frame();
  CHECK(fields.second.core.selected_text() == "раз два три");
  robot.click("first");
  CHECK(robot.app.focused_field == "first");
  robot.click("second");
  CHECK_FALSE(fields.second.core.has_selection());
  robot.type("!");
  CHECK(fields.second.text().size() == std::string("раз два три!").size());
}

TEST_CASE("no paste and no key puts a second line into the field") {
  Fields fields;
  Robot& robot = fields.robot;
  robot.clipboard = "раз\r\nдва\nтри\n";
  robot.press(Key::v, control);
  CHECK(fields.first.text() == "раз два три");
  robot.press(Key::enter, shift);
  robot.press(Key::b, control);
  CHECK(fields.first.text() == "раз два три");
  CHECK(robot.clipboard == "раз\r\nдва\nтри\n");
  robot.press(Key::z, control);
  CHECK(fields.first.text().empty());
  CHECK(fields.entered == 0);
  robot.press(Key::enter);
  CHECK(fields.entered == 1);
}

TEST_CASE("a field shows the caret however long the text is") {
  Fields fields;
  Robot& robot = fields.robot;
  robot.press(Key::tab);
  robot.type("Очень длинное название, которое никуда не входит");
  robot.frame(2);
  const float caret = fields.second.core.caret_rectangle().x;
  CHECK(fields.second.scroll > 0);
  CHECK(caret - fields.second.scroll <= 120);
  robot.press(Key::home);
  robot.frame(2);
  CHECK(fields.second.scroll == 0);
  const PartRegister::Part* part = robot.app.parts.find("second");
  REQUIRE(part != nullptr);
  CHECK(part->to.x - part->from.x == 120);
}

TEST_CASE("copying and cutting reach the clipboard of the system") {
  Fields fields;
  Robot& robot = fields.robot;
  robot.type("слово");
  robot.press(Key::a, control);
  robot.press(Key::x, control);
  CHECK(robot.clipboard == "слово");
  CHECK(fields.first.text().empty());
}

TEST_CASE("Escape in a field ends the dialog, and the focus is gone with it") {
  Fields fields;
  fields.robot.type("x");
  fields.robot.press(Key::escape);
  CHECK_FALSE(fields.robot.app.has_dialog());
  CHECK(fields.robot.app.focused_field.empty());
}

}  // namespace canvasbook::line_field_test
