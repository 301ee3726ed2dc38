#include "export/text/fonts.h"

#include <doctest/doctest.h>

#include "export/icons.h"
#include "model/text/text.h"

namespace canvasbook::fonts_test {

TEST_CASE("the text faces have what Russian and English texts use") {
  Fonts fonts;
  const std::string text = "АЯаяЁёЙй AZaz 0189 №₽«»„“—–…•()%/+×";
  for (const Face face : {Face::regular, Face::bold, Face::italic, Face::bold_italic}) {
    for (size_t at = 0; at < text.size();) CHECK(fonts.glyph(face, next_code_point(text, at)).id != 0);
  }
}

TEST_CASE("symbols come from the fallback of the same weight, and nothing is found for what no face has") {
  Fonts fonts;
  CHECK(fonts.face_for(Face::regular, U'а') == Face::regular);
  CHECK(fonts.face_for(Face::italic, U'☐') == Face::fallback);
  CHECK(fonts.face_for(Face::bold, U'★') == Face::fallback_bold);
  CHECK_FALSE(fonts.face_for(Face::regular, U'漢'));
  CHECK_FALSE(fonts.face_for(Face::regular, 0x10FFFF));
}

TEST_CASE("kerning pulls the pairs together that look loose") {
  Fonts fonts;
  CHECK(fonts.kerning(Face::bold, U'Т', U'у') < 0);
  CHECK(fonts.kerning(Face::bold, U'н', U'н') == 0);
}

TEST_CASE("a subset is a small part of its font") {
  Fonts fonts;
  const std::string few = fonts.subset(Face::regular, {fonts.glyph(Face::regular, U'а').id});
  CHECK(few.size() > 200);
  CHECK(few.size() < 12'000);
  CHECK(few.substr(0, 4) == std::string("\0\1\0\0", 4));
}

TEST_CASE("metrics are those of a text face") {
  Fonts fonts;
  const FaceMetrics metrics = fonts.metrics(Face::regular);
  CHECK(metrics.name == "PTSans-Regular");
  CHECK(metrics.cap_height == 700);
  CHECK(metrics.ascent > 900);
  CHECK(metrics.descent < -200);
  CHECK(metrics.box[0] < 0);
  CHECK(metrics.box[3] > 900);
}

TEST_CASE("every named icon has an outline inside its square") {
  Fonts fonts;
  for (const auto& entry : icon_names) {
    CAPTURE(entry.first);
    const Outline outline = fonts.icon(entry.first, 100, 50, 12, {});
    CHECK(outline.steps.size() > 3);
    for (const PathStep& step : outline.steps) {
      if (step.kind == PathStep::Kind::close) continue;
      CHECK(step.x[0] >= 99.9F);
      CHECK(step.x[0] <= 112.1F);
      CHECK(step.y[0] >= 49.9F);
      CHECK(step.y[0] <= 62.1F);
    }
  }
  CHECK(fonts.icon("no such icon", 0, 0, 12, {}).steps.empty());
}

}  // namespace canvasbook::fonts_test
