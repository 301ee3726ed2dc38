#include "export/pdf/content.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "model/text/text.h"

namespace canvasbook {

namespace {

// Writes PDF operators; y is turned from downwards to upwards.
class ContentWriter {
 public:
  ContentWriter(const Page& page, const std::array<FaceCharacters, face_count>& characters)
      : page_(page), characters_(characters) {}

  std::string write() {
    // An empty content stream makes some readers complain, so even an empty page has its two operators.
    content_ = "q\n";
    for (const Box& box : page_.boxes) add(box);
    for (const Outline& outline : page_.outlines) add(outline);
    if (!page_.runs.empty()) {
      content_ += "BT\n";
      for (const TextRun& run : page_.runs) add(run);
      content_ += "ET\n";
    }
    content_ += "Q\n";
    return std::move(content_);
  }

 private:
  // Hundredths of a point are finer than any printer.
  static long hundredths(float value) { return std::lround(value * 100); }
  void number(float value) { number_of_hundredths(hundredths(value)); }

  void number_of_hundredths(long hundredths) {
    if (hundredths < 0) {
      content_ += '-';
      hundredths = -hundredths;
    }
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, hundredths / 100).ptr;
    content_.append(digits, end);
    if (const long rest = hundredths % 100; rest != 0) {
      content_ += '.';
      content_ += static_cast<char>('0' + rest / 10);
      if (rest % 10 != 0) content_ += static_cast<char>('0' + rest % 10);
    }
    content_ += ' ';
  }

  void point(float x, float y) {
    number(x);
    number(page_.height - y);
  }

  void colour(Rgb colour, const char* operation, std::optional<Rgb>& current) {
    if (current == colour) return;
    current = colour;
    for (const int channel : {colour.red, colour.green, colour.blue}) {
      char text[32];
      std::snprintf(text, sizeof text, "%.3g ", channel / 255.0);
      content_ += text;
    }
    content_ += operation;
  }

  void add(const Box& box) {
    const bool outlined = box.line_width > 0;
    if (!box.filled && !outlined) return;
    if (box.filled) colour(box.fill, "rg\n", fill_);
    if (outlined) {
      colour(box.line, "RG\n", line_);
      number(box.line_width);
      content_ += "w\n";
    }
    if (box.radius <= 0) {
      number(box.x);
      number(page_.height - box.y - box.height);
      number(box.width);
      number(box.height);
      content_ += "re\n";
    } else {
      round_rectangle(box);
    }
    content_ += box.filled ? (outlined ? "B\n" : "f\n") : "S\n";
  }

  void round_rectangle(const Box& box) {
    constexpr float circle = 0.5523F;  // control points of a quarter circle
    const float r = std::min({box.radius, box.width / 2, box.height / 2});
    const float k = r * (1 - circle);
    const float left = box.x;
    const float right = box.x + box.width;
    const float top = box.y;
    const float bottom = box.y + box.height;
    const auto to = [&](float x, float y, const char* operation) {
      point(x, y);
      content_ += operation;
    };
    const auto curve = [&](float ax, float ay, float bx, float by, float x, float y) {
      point(ax, ay);
      point(bx, by);
      to(x, y, "c\n");
    };
    to(left + r, top, "m\n");
    to(right - r, top, "l\n");
    curve(right - k, top, right, top + k, right, top + r);
    to(right, bottom - r, "l\n");
    curve(right, bottom - k, right - k, bottom, right - r, bottom);
    to(left + r, bottom, "l\n");
    curve(left + k, bottom, left, bottom - k, left, bottom - r);
    to(left, top + r, "l\n");
    curve(left, top + k, left + k, top, left + r, top);
    content_ += "h\n";
  }

  void add(const Outline& outline) {
    colour(outline.fill, "rg\n", fill_);
    for (const PathStep& step : outline.steps) {
      switch (step.kind) {
        case PathStep::Kind::move:
          point(step.x[0], step.y[0]);
          content_ += "m\n";
          break;
        case PathStep::Kind::line:
          point(step.x[0], step.y[0]);
          content_ += "l\n";
          break;
        case PathStep::Kind::curve:
          for (int i = 0; i < 3; ++i) point(step.x[i], step.y[i]);
          content_ += "c\n";
          break;
        case PathStep::Kind::close:
          content_ += "h\n";
          break;
      }
    }
    content_ += "f\n";
  }

  void add(const TextRun& run) {
    colour(run.colour, "rg\n", fill_);
    if (font_ != run.face || size_ != run.size) {
      font_ = run.face;
      size_ = run.size;
      content_ += "/F";
      content_ += static_cast<char>('0' + static_cast<int>(run.face));
      content_ += ' ';
      number(run.size);
      content_ += "Tf\n";
    }
    // From the beginning of the run before, in whole hundredths, so that nothing adds up.
    const long x = hundredths(run.x);
    const long y = hundredths(page_.height - run.baseline);
    number_of_hundredths(x - text_x_);
    number_of_hundredths(y - text_y_);
    content_ += "Td\n";
    text_x_ = x;
    text_y_ = y;
    const FaceCharacters& numbers = characters_[static_cast<size_t>(run.face)];
    size_t kern = 0;
    content_ += run.kerning.empty() ? "(" : "[(";
    for (size_t at = 0; at < run.text.size();) {
      if (kern < run.kerning.size() && run.kerning[kern].at == at) {
        content_ += ')';
        content_ += std::to_string(-run.kerning[kern].amount);
        content_ += '(';
        ++kern;
      }
      const std::uint16_t code = numbers.number(next_code_point(run.text, at));
      content_ += static_cast<char>(code >> 8);  // no byte of it needs an escape
      content_ += static_cast<char>(code & 0xFF);
    }
    content_ += run.kerning.empty() ? ")Tj\n" : ")]TJ\n";
  }

  const Page& page_;
  const std::array<FaceCharacters, face_count>& characters_;
  std::string content_;
  std::optional<Rgb> fill_;
  std::optional<Rgb> line_;
  std::optional<Face> font_;
  float size_ = 0;
  long text_x_ = 0;  // where the last run began, in hundredths, upwards
  long text_y_ = 0;
};

}  // namespace

std::string page_content(const Page& page, const std::array<FaceCharacters, face_count>& characters) {
  return ContentWriter(page, characters).write();
}

}  // namespace canvasbook
