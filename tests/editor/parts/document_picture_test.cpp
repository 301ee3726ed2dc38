// The small pictures of documents, as on the cards of the start screen.
#include "editor/parts/document_picture.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "templates/library.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::document_picture_test {

using namespace robot;

namespace {

// What is painted, apart from where: positions and colours of all corners.
std::vector<std::pair<std::pair<float, float>, ImU32>> picture_of(const Robot& robot, const Document& document) {
  ImDrawList list(ImGui::GetDrawListSharedData());
  list._ResetForNewFrame();
  list.PushClipRectFullScreen();
  list.PushTextureID(ImGui::GetIO().Fonts->TexID);
  draw_document_picture(&list, robot.app.theme, document.sections, {}, true, {20, 20}, {340, 170});
  std::vector<std::pair<std::pair<float, float>, ImU32>> corners;
  for (const ImDrawVert& vertex : list.VtxBuffer) corners.push_back({{vertex.pos.x, vertex.pos.y}, vertex.col});
  return corners;
}

// The template with one text of its first section of a kind changed.
Document changed(Document document) {
  for (auto& section : document.sections) {
    Section other = *section;
    if (auto* board = std::get_if<Board>(&other.content)) {
      board->blocks.front().place.rows += 1;
    } else if (auto* checklist = std::get_if<Checklist>(&other.content)) {
      checklist->groups.front().items.erase(checklist->groups.front().items.begin());
    } else if (auto* responses = std::get_if<Responses>(&other.content)) {
      if (responses->responses.empty()) responses->responses.push_back({"new", "", {}, {}});
      responses->responses.front().cue += responses->responses.front().cue + "What else?";
    } else if (auto* sheet = std::get_if<Sheet>(&other.content)) {
      if (!sheet->rows.empty()) sheet->rows.erase(sheet->rows.begin());
    } else if (auto* prose = std::get_if<Prose>(&other.content)) {
      prose->text = "# One\n\n" + prose->text;
    }
    section = std::move(other);
  }
  return document;
}

}  // namespace

TEST_CASE("every template has a picture of its own, and it shows what stands in the template") {
  Robot robot(samples::sound_workbook());
  for (const Language language : {Language::ru, Language::en}) {
    const std::vector<Template>& templates = templates_in(language);
    for (const Template& source : templates) {
      CAPTURE(source.id);
      const auto picture = picture_of(robot, source.document);
      CHECK(picture.size() > 100);
      CHECK(picture == picture_of(robot, source.document));
      CHECK(picture != picture_of(robot, changed(source.document)));
      for (const Template& other : templates) {
        CAPTURE(other.id);
        if (other.id != source.id) CHECK(picture != picture_of(robot, other.document));
      }
    }
  }
}

TEST_CASE("a picture stays inside its place, however much the document holds") {
  Robot robot(samples::sound_workbook());
  for (const Template& source : templates_in(Language::en)) {
    CAPTURE(source.id);
    Document long_one = source.document;
    for (int i = 0; i < 3; ++i) {
      const auto sections = long_one.sections;
      long_one.sections.insert(long_one.sections.end(), sections.begin(), sections.end());
    }
    const auto picture = picture_of(robot, long_one);
    const float shadow = robot.app.theme.px(30);
    CHECK(std::ranges::all_of(picture, [&](const auto& corner) {
      return corner.first.first >= 20 - shadow && corner.first.first <= 340 + shadow &&
             corner.first.second >= 20 - shadow && corner.first.second <= 170 + shadow;
    }));
  }
}

}  // namespace canvasbook::document_picture_test
