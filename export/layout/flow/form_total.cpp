// Rows of a form in which a pen writes what was reached: "scored __ of __ = __ %".
#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/form.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;
using namespace form_style;

namespace {

constexpr float total_baseline = writing_line - 7;
constexpr float blank = 38;  // wide enough for a number of three digits
constexpr float air = 5;
constexpr float between_results = 10;

// Writes words and blanks from left to right into the last box of the flow.
class TotalWriter {
 public:
  TotalWriter(FlowBuilder& flow, float x) : flow_(flow), x_(x) {}

  void word(const std::string& text, Face face = Face::regular) {
    LinePaint at = flow_.paint(x_, 0, note_size, RunRole::form, paper_colours::text);
    at.baseline = total_baseline;
    x_ += flow_.text(text, {face, false}, at) + air;
  }

  void space() {
    Box rule;
    rule.x = x_;
    rule.y = total_baseline + 2;
    rule.width = blank;
    rule.height = 0.6F;
    rule.fill = paper_colours::faint;
    flow_.add_box(rule);
    x_ += blank + air;
  }

  void leave(float points) { x_ += points; }

  void tick() {
    add_tick_box(flow_, x_, total_baseline - box_size + 3, box_size);
    x_ += box_size + air;
  }

  void fill_in(bool counts) {
    if (!counts) return word(flow_.catalog.text("paper.mark_not_applicable"));
    word(flow_.catalog.text("paper.form_scored"));
    space();
    word(flow_.catalog.text("paper.form_of"));
    space();
    word("=");
    space();
    word("%");
  }

 private:
  FlowBuilder& flow_;
  float x_;
};

float word_width(FlowBuilder& flow, const char* key) {
  return flow.text_width(flow.catalog.text(key), {}, note_size) + air;
}

float fill_in_width(FlowBuilder& flow) {
  return word_width(flow, "paper.form_scored") + word_width(flow, "paper.form_of") +
         flow.text_width("%", {}, note_size) + air + flow.text_width("=", {}, note_size) + air + 3 * (blank + air) -
         air;
}

float result_width(FlowBuilder& flow) {
  return word_width(flow, "paper.form_passed") + word_width(flow, "paper.form_not_passed") + 2 * (box_size + air) +
         between_results;
}

void write_result(FlowBuilder& flow) {
  TotalWriter result(flow, flow.setup.width - result_width(flow));
  result.tick();
  result.word(flow.catalog.text("paper.form_passed"));
  result.leave(between_results);
  result.tick();
  result.word(flow.catalog.text("paper.form_not_passed"));
}

}  // namespace

void add_group_total(FlowBuilder& flow, const FormBlock& form, size_t number, int share) {
  const double weight = weight_of(form.groups[number - 1]);
  flow.push(0, writing_line);
  if (weight > 0) {
    TotalWriter(flow, 6).word(flow.catalog.text("paper.form_share", {{"count", std::to_string(share)}}));
  }
  const float fill_in = flow.setup.width - fill_in_width(flow);
  const std::string title = flow.catalog.text("paper.form_group_total", {{"number", std::to_string(number)}});
  TotalWriter(flow, fill_in - 14 - flow.text_width(title, {Face::bold, false}, note_size)).word(title, Face::bold);
  TotalWriter(flow, fill_in).fill_in(weight > 0);
}

void add_form_total(FlowBuilder& flow, const FormBlock& form) {
  const std::string title = flow.catalog.text("paper.form_total");
  const float left = 6 + flow.text_width(title, {Face::bold, false}, note_size) + 10;
  const bool one_row = left + fill_in_width(flow) + 16 + result_width(flow) <= flow.setup.width;
  flow.push(10, writing_line, Keep::always);
  Box rule;
  rule.width = flow.setup.width;
  rule.height = 1.2F;
  rule.fill = paper_colours::text;
  flow.add_box(rule);
  TotalWriter(flow, 6).word(title, Face::bold);
  TotalWriter(flow, left).fill_in(weight_of(form) > 0);
  if (!one_row) flow.push(0, writing_line, Keep::always);
  write_result(flow);
  if (form.counting.empty()) return;
  const TextSetting note{{Face::italic, false}, small_size,          small_line,      4,
                         RunRole::form,         paper_colours::text, Hyphens::sparing};
  add_text(flow, {Span{form.counting, false, false, false, {}}}, 0, flow.setup.width, note);
}

}  // namespace canvasbook
