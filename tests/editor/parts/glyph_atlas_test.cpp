#include "editor/parts/glyph_atlas.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "editor/parts/theme.h"
#include "model/text/text.h"
#include "model/workbook.h"
#include "tests/paper.h"
#include "tests/robot.h"

namespace canvasbook::glyph_atlas_test {

namespace {

constexpr int most_drawings = 8;  // as the window draws a frame

struct Context {
  Context() { ImGui::CreateContext(); }
  ~Context() { ImGui::DestroyContext(); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

// Text in real fonts, without a window.
class Sheet {
 public:
  explicit Sheet(float scale = 1) : theme(make_theme(ThemeName::light, scale)) {
    ImGui::GetIO().Fonts->TexID = reinterpret_cast<ImTextureID>(1);
  }

  // Draws texts each in its font; returns whether there were letters that were drawn for the first time.
  bool draw(const std::vector<std::pair<const ImFont*, std::string>>& texts) {
    list._ResetForNewFrame();
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.PushClipRect({0, 0}, {1e6F, 1e6F});
    float y = 11;
    for (const auto& [font, text] : texts) {
      list.AddText(font, font->FontSize, {20, y}, IM_COL32_BLACK, text.data(), text.data() + text.size());
      y += font->FontSize;
    }
    ImDrawList* lists[] = {&list};
    ImDrawData data;
    data.CmdLists = lists;
    data.CmdListsCount = 1;
    return theme.fonts.atlas->paint_missing(data);
  }

  // As the window does; returns how often it was drawn.
  int show(const std::vector<std::pair<const ImFont*, std::string>>& texts) {
    int drawn = 1;
    while (draw(texts) && drawn <= most_drawings) ++drawn;
    return drawn;
  }

  float width(ImFont* font, const std::string& text) const {
    return font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.data(), text.data() + text.size()).x;
  }

  // The pictures of the letters drawn, one after another.
  std::string pictures() const {
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    std::string result;
    for (int i = 0; i < list.VtxBuffer.Size; i += 4) {
      const auto at = [&](float part, int of) { return static_cast<int>(std::lround(part * static_cast<float>(of))); };
      const ImVec2 from = list.VtxBuffer[i].uv;
      const ImVec2 to = list.VtxBuffer[i + 2].uv;
      for (int y = at(from.y, atlas.TexHeight); y < at(to.y, atlas.TexHeight); ++y) {
        for (int x = at(from.x, atlas.TexWidth); x < at(to.x, atlas.TexWidth); ++x) {
          result += static_cast<char>(atlas.TexPixelsAlpha8[y * atlas.TexWidth + x]);
        }
      }
      result += '|';
    }
    return result;
  }

 private:
  Context context_;

 public:
  Theme theme;
  ImDrawList list{ImGui::GetDrawListSharedData()};
};

const std::string sample = "Ключевые виды деятельности: Key activities → ☐ нет ☑ да";

std::string all_letters() {
  std::string text;
  for (char32_t letter = 0x21; letter < 0x460; ++letter) append_utf8(text, letter);
  return text;
}

}  // namespace

TEST_CASE("an enlarged font is a real one of its size, made once") {
  Sheet sheet;
  GlyphAtlas& atlas = *sheet.theme.fonts.atlas;
  ImFont* const large = sheet.theme.fonts.large;
  CHECK(atlas.enlarged(large, 1) == large);
  ImFont* const larger = atlas.enlarged(large, 1.5F);
  CHECK(larger->FontSize == large->FontSize * 1.5F);
  CHECK(atlas.enlarged(large, 1.5F) == larger);
  CHECK(sheet.width(larger, "word") > sheet.width(large, "word") * 1.3F);
  sheet.show({{larger, "word"}, {large, "word"}});
  CHECK_FALSE(sheet.draw({{larger, "word"}}));
}

TEST_CASE("only letters that are drawn are painted, and these once") {
  Sheet sheet;
  CHECK(sheet.theme.fonts.atlas->painted() == 0);
  const auto text = {std::pair<const ImFont*, std::string>{sheet.theme.fonts.note, "abcabc ba"}};
  CHECK(sheet.draw(text));
  CHECK(sheet.theme.fonts.atlas->painted() == 3);
  CHECK(sheet.theme.fonts.atlas->take_changes());
  CHECK_FALSE(sheet.draw(text));
  CHECK_FALSE(sheet.theme.fonts.atlas->take_changes());
  CHECK(sheet.pictures().size() > 8);
  CHECK(sheet.theme.fonts.atlas->painted() == 3);
}

TEST_CASE("a letter is measured before it is painted as it is afterwards") {
  Sheet sheet;
  const InterfaceFonts& fonts = sheet.theme.fonts;
  for (ImFont* font : {fonts.text, fonts.note, fonts.prose, fonts.mono, fonts.paper[1][0]}) {
    const float before = sheet.width(font, sample);
    sheet.show({{font, sample}});
    CHECK(sheet.width(font, sample) == before);
    CHECK(before > 100);
  }
}

TEST_CASE("a letter that no font has is drawn as the replacement character, and painted once") {
  Sheet sheet;
  const ImFont* font = sheet.theme.fonts.note;
  CHECK(sheet.draw({{font, "😀 漢字 שלום ☃"}}));
  const size_t painted = sheet.theme.fonts.atlas->painted();
  CHECK(painted == 2);  // of these, fonts have the snowman alone
  CHECK_FALSE(sheet.draw({{font, "😀 漢字 שלום ☃"}}));
  CHECK_FALSE(sheet.draw({{font, "한국어"}}));
  CHECK(sheet.theme.fonts.atlas->painted() == painted);
}

TEST_CASE("a full texture is begun anew with the letters that are drawn now") {
  std::string pictures;
  {
    Sheet sheet;
    const int height = ImGui::GetIO().Fonts->TexHeight;
    const ImFont* font = sheet.theme.fonts.board.note;
    size_t most = 0;
    for (int percent = 200; percent >= 40; --percent) {
      set_board_zoom(sheet.theme, static_cast<float>(percent) / 100);
      CHECK(sheet.show({{font, all_letters()}, {sheet.theme.fonts.text, sample}}) <= 3);
      most = std::max(most, sheet.theme.fonts.atlas->painted());
    }
    CHECK(most > 1);
    CHECK(ImGui::GetIO().Fonts->TexHeight == height);
    pictures = sheet.pictures();
  }
  Sheet sheet;
  set_board_zoom(sheet.theme, 0.4F);
  sheet.show({{sheet.theme.fonts.board.note, all_letters()}, {sheet.theme.fonts.text, sample}});
  CHECK((sheet.pictures() == pictures));
}

TEST_CASE("a texture too low for the letters of one frame grows") {
  Sheet sheet(3);
  const InterfaceFonts& fonts = sheet.theme.fonts;
  std::vector<std::pair<const ImFont*, std::string>> texts;
  for (const ImFont* font : {fonts.text, fonts.bold, fonts.title, fonts.prose, fonts.prose_bold, fonts.heading_1}) {
    texts.emplace_back(font, all_letters());
  }
  const int height = ImGui::GetIO().Fonts->TexHeight;
  CHECK(sheet.show(texts) < most_drawings);
  CHECK(ImGui::GetIO().Fonts->TexHeight > height);
  const std::string pictures = sheet.pictures();
  CHECK(pictures.size() > 1'000'000);
  sheet.show(texts);
  CHECK((sheet.pictures() == pictures));
}

TEST_CASE("text of the board has the same lines at every zoom, and letters as large as their pictures") {
  Sheet sheet;
  const InterfaceFonts& fonts = sheet.theme.fonts;
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  for (const int percent : {40, 50, 67, 80, 100, 125, 150, 200}) {
    CAPTURE(percent);
    const float zoom = static_cast<float>(percent) / 100;
    set_board_zoom(sheet.theme, zoom);
    for (const auto& [font, like] : {std::pair{fonts.board.note, fonts.note},
                                     {fonts.board.small, fonts.small},
                                     {fonts.board.small_bold, fonts.small_bold}}) {
      CHECK(font->FontSize == like->FontSize);
      CHECK(sheet.width(font, sample) == sheet.width(like, sample));
      sheet.show({{font, sample}});
      for (ImDrawVert& vertex : sheet.list.VtxBuffer) {  // as the board does what it has drawn
        vertex.pos = {3.4F + vertex.pos.x * zoom, 7.7F + vertex.pos.y * zoom};
      }
      const float right = sheet.list.VtxBuffer.back().pos.x;
      align_letters(sheet.list, 0);
      CHECK(sheet.list.VtxBuffer.Size > 4 * 40);
      CHECK(sheet.list.VtxBuffer.back().pos.x == right);
      int wrong_sizes = 0;
      int between_pixels = 0;
      for (int i = 0; i < sheet.list.VtxBuffer.Size; i += 4) {
        const ImDrawVert& from = sheet.list.VtxBuffer[i];
        const ImDrawVert& to = sheet.list.VtxBuffer[i + 2];
        const ImVec2 size{to.pos.x - from.pos.x, to.pos.y - from.pos.y};
        const ImVec2 picture{(to.uv.x - from.uv.x) * static_cast<float>(atlas.TexWidth),
                             (to.uv.y - from.uv.y) * static_cast<float>(atlas.TexHeight)};
        if (std::abs(size.x - picture.x) > 0.01F || std::abs(size.y - picture.y) > 0.01F) ++wrong_sizes;
        for (const float place : {from.pos.y, to.pos.y}) {
          if (std::abs(place - std::round(place)) > 0.01F) ++between_pixels;
        }
      }
      CHECK(wrong_sizes == 0);
      CHECK(between_pixels == 0);
    }
  }
}

TEST_CASE("letters are as large as the zoom asks for, within a pixel") {
  Sheet sheet;
  const ImFont* font = sheet.theme.fonts.board.note;
  const auto heights_at = [&](float zoom) {
    set_board_zoom(sheet.theme, zoom);
    sheet.show({{font, sample}});
    std::vector<float> heights;
    for (int i = 0; i < sheet.list.VtxBuffer.Size; i += 4) {
      heights.push_back((sheet.list.VtxBuffer[i + 2].pos.y - sheet.list.VtxBuffer[i].pos.y) * zoom);
    }
    return heights;
  };
  const std::vector<float> at_full = heights_at(1);
  for (const float zoom : {0.4F, 0.67F, 1.25F, 1.5F, 2.0F}) {
    CAPTURE(zoom);
    const std::vector<float> heights = heights_at(zoom);
    REQUIRE(heights.size() == at_full.size());
    float worst = 0;
    for (size_t i = 0; i < heights.size(); ++i) worst = std::max(worst, std::abs(heights[i] - at_full[i] * zoom));
    CHECK(worst < 1 + zoom);  // half a pixel at each edge, in both
  }
}

TEST_CASE("the letters of a line stand on one line at every zoom") {
  Sheet sheet;
  const ImFont* font = sheet.theme.fonts.board.note;
  for (int percent = 40; percent <= 200; percent += 3) {
    CAPTURE(percent);
    const float zoom = static_cast<float>(percent) / 100;
    set_board_zoom(sheet.theme, zoom);
    sheet.show({{font, "nnnnnnnnnnnnnnnnnnnnnnnn"}});
    for (ImDrawVert& vertex : sheet.list.VtxBuffer) vertex.pos = {vertex.pos.x * zoom, vertex.pos.y * zoom + 0.5F};
    align_letters(sheet.list, 0);
    std::set<float> tops;
    for (int i = 0; i < sheet.list.VtxBuffer.Size; i += 4) tops.insert(std::round(sheet.list.VtxBuffer[i].pos.y));
    CHECK(tops.size() == 1);
  }
}

TEST_CASE("shapes that are no letters stay where they are") {
  Sheet sheet;
  sheet.show({{sheet.theme.fonts.note, "n"}});
  ImDrawList& list = sheet.list;
  list.AddRectFilled({10.4F, 20.3F}, {30.7F, 40.6F}, IM_COL32_BLACK);
  draw_shadow(&list, sheet.theme, {10.4F, 20.3F}, {90.7F, 80.6F}, 8, 0.5F);
  std::vector<ImVec2> before;
  for (const ImDrawVert& vertex : list.VtxBuffer) before.push_back(vertex.pos);
  align_letters(list, 0);
  for (size_t i = 4; i < before.size(); ++i) {
    CHECK(list.VtxBuffer[static_cast<int>(i)].pos.x == before[i].x);
    CHECK(list.VtxBuffer[static_cast<int>(i)].pos.y == before[i].y);
  }
}

TEST_CASE("a window that shows symbols and letters of no font comes to rest") {
  Workbook workbook = paper::example("en");
  const std::string id = workbook.documents.front()->id;
  robot::Robot robot(rename_document(std::move(workbook), id, "😀 漢字 → ☐ ☑ ★"), {}, Language::en);
  robot.show_letters();
  const size_t painted = robot.app.theme.fonts.atlas->painted();
  CHECK(painted < 2000);
  robot.frame(5);
  CHECK(robot.app.theme.fonts.atlas->painted() == painted);
}

}  // namespace canvasbook::glyph_atlas_test
