#include "editor/parts/markdown_painter.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "editor/text/core.h"

namespace canvasbook::markdown_painter_test {

namespace {

// Real fonts and a draw list, but no window.
class Canvas {
 public:
  Canvas() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {800, 600};
    theme = make_theme(ThemeName::light, 1);
    ImGui::GetIO().Fonts->TexID = reinterpret_cast<ImTextureID>(1);
    ImGui::NewFrame();  // sets up how circles are drawn
  }
  ~Canvas() { ImGui::DestroyContext(); }
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // What is drawn of a text that begins `scroll` above the top of the screen.
  std::vector<ImDrawVert> drawn(const TextCore& core, float scroll = 0) {
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    list.PushClipRect({0, 0}, {800, 600});
    draw_markdown(&list, theme, core.rows(), core.text(), {0, -scroll});
    return {list.VtxBuffer.begin(), list.VtxBuffer.end()};
  }

  TextCore core_of(std::string_view text, float width = 500) const {
    TextCore core(text);
    core.set_metrics(markdown_metrics(theme, width));
    return core;
  }

  Theme theme;
};

// Counts the characters of paragraphs that are laid out and those that are measured, which is what a key costs.
class CountingStyler : public TextStyler {
 public:
  explicit CountingStyler(std::shared_ptr<const TextStyler> counted) : counted_(std::move(counted)) {}
  ParagraphStyle style(std::u32string_view paragraph, std::uint64_t carried, const TextCarets& carets) const override {
    characters += paragraph.size();
    return counted_->style(paragraph, carried, carets);
  }
  float advance(char32_t code_point, Look look) const override {
    ++characters;
    return counted_->advance(code_point, look);
  }

  mutable size_t characters = 0;

 private:
  std::shared_ptr<const TextStyler> counted_;
};

bool uses(const std::vector<ImDrawVert>& vertices, ImU32 colour) {
  return std::ranges::any_of(vertices, [&](const ImDrawVert& vertex) { return vertex.col == colour; });
}

float width_of_row(const TextCore& core, size_t row) {
  return core.x_of(row, core.row(row).end) - core.x_of(row, core.row(row).begin);
}

}  // namespace

TEST_CASE("headings are higher the fewer marks they have, and all higher than text") {
  Canvas canvas;
  const TextCore core = canvas.core_of("# a\n## a\n### a\n#### a\na");
  REQUIRE(core.row_count() == 5);
  CHECK(core.rows().box(0).height > core.rows().box(1).height);
  CHECK(core.rows().box(1).height > core.rows().box(2).height);
  CHECK(core.rows().box(2).height == core.rows().box(3).height);
  CHECK(core.rows().box(3).height > core.rows().box(4).height);
  CHECK(core.rows().box(2).top > core.rows().box(1).top + core.rows().box(1).height);
}

TEST_CASE("bold, italic and code are wider or narrower than text, and their marks have the colour of marks") {
  Canvas canvas;
  const TextCore core = canvas.core_of("**слово**\n\\**слово**");
  CHECK(width_of_row(core, 0) != width_of_row(core, 1));
  CHECK(uses(canvas.drawn(canvas.core_of("**a**")), canvas.theme.colours.faint));
  CHECK_FALSE(uses(canvas.drawn(canvas.core_of("a ** b")), canvas.theme.colours.faint));
  CHECK(uses(canvas.drawn(canvas.core_of("[a](b)")), canvas.theme.colours.accent));
  CHECK(uses(canvas.drawn(canvas.core_of("> a")), canvas.theme.colours.muted));
}

TEST_CASE("marks are drawn only where the caret is, places to fill in have a ground of their own") {
  Canvas canvas;
  TextCore core = canvas.core_of("**a** bcd");
  core.select(9, 9);
  CHECK_FALSE(uses(canvas.drawn(core), canvas.theme.colours.faint));
  core.select(3, 3);
  CHECK(uses(canvas.drawn(core), canvas.theme.colours.faint));
  const ImU32 ground = (canvas.theme.colours.warning & ~IM_COL32_A_MASK) | 0x30U << IM_COL32_A_SHIFT;
  CHECK(uses(canvas.drawn(canvas.core_of("a [b] {c}")), ground));
  CHECK_FALSE(uses(canvas.drawn(canvas.core_of("a [b](c)")), ground));
  CHECK_FALSE(uses(canvas.drawn(canvas.core_of("    a [b]")), ground));
}

TEST_CASE("a table is ruled in columns, and stands the same while it is written") {
  Canvas canvas;
  TextCore core = canvas.core_of("a\n\n| **b** | c |\n| --- | --: |\n| d | e |\n\nf");
  REQUIRE(core.row_count() == 9);
  CHECK(uses(canvas.drawn(core), canvas.theme.colours.border));
  CHECK_FALSE(uses(canvas.drawn(core), canvas.theme.colours.faint));
  CHECK(core.rows().box(2).top == core.rows().box(3).top);
  CHECK(core.rows().box(6).right == core.rows().box(3).right);
  const float height = core.height();
  core.select(5, 5);
  REQUIRE(core.is_in_table());
  CHECK(core.height() == height);
}

TEST_CASE("the rows of an item stand below its text, and so do the lines that belong to it") {
  Canvas canvas;
  const TextCore core = canvas.core_of("- один два три\n  ещё\n  - раз", 100);
  REQUIRE(core.row_count() == 4);
  const float text = core.x_of(0, 2);
  CHECK(core.rows().box(1).indent == text);
  CHECK(core.x_of(2, core.row(2).begin + 2) == text);
  CHECK(core.x_of(3, core.row(3).begin + 2) == text);
}

TEST_CASE("an indent leaves half of the width to the text") {
  Canvas canvas;
  const TextCore core = canvas.core_of("- - - - - - - - один два", 100);
  for (size_t row = 0; row < core.row_count(); ++row) CHECK(core.rows().box(row).indent <= 50);
}

TEST_CASE("rows know the theme and the width that they are laid out for") {
  Canvas canvas;
  const TextCore core = canvas.core_of("a");
  CHECK(is_laid_out_for(core.rows(), canvas.theme, 500));
  CHECK_FALSE(is_laid_out_for(core.rows(), canvas.theme, 501));
  CHECK_FALSE(is_laid_out_for(TextCore("a").rows(), canvas.theme, 500));
  Theme larger = canvas.theme;
  larger.scale = 1.25F;
  CHECK_FALSE(is_laid_out_for(core.rows(), larger, 500));
}

TEST_CASE("in Markdown with real fonts every caret is found again at its own point") {
  Canvas canvas;
  CHECK(rc::check([&] {
    const auto source = *rc::gen::container<std::u32string>(
        rc::gen::elementOf(std::u32string(U"abя **__``~>#--+12.) [](<>!)\\ xX  \n\n漢👩✓")));
    TextCore core = canvas.core_of(to_utf8(source), 120);
    for (size_t place = 0; place <= core.text().size(); ++place) {
      core.select(place, place);
      const TextRectangle caret = core.caret_rectangle();
      if (caret.x >= 120) continue;  // behind hanging blanks
      const size_t shown = core.cursor().caret;
      core.press({caret.x, caret.y + 1}, 1, false);
      RC_ASSERT(core.cursor().caret == shown);
    }
    canvas.drawn(core);
  }));
}

TEST_CASE("drawing, hitting and typing in a text of 1,200 pages cost what is seen") {
  Canvas canvas;
  const std::string page =
      "## Заголовок\n\nАбзац, в котором **жирные** и *наклонные* слова, `код` и [ссылка](a.md), а потом ещё несколько "
      "строк обычных слов, чтобы было что переносить.\n\n- пункт\n- пункт\n  - вложенный\n\n> цитата\n\n";
  std::string text;
  for (int i = 0; i < 1200 * 8; ++i) text += page;
  TextMetrics metrics = markdown_metrics(canvas.theme, 664);
  const auto counter = std::make_shared<CountingStyler>(metrics.styler);
  metrics.styler = counter;
  TextCore core(text);
  core.set_metrics(metrics);
  REQUIRE(counter->characters > core.text().size());  // all are styled and measured, once
  const size_t on_a_screen = 4 * 50 * 100;            // vertices of fifty rows of a hundred characters
  const float middle = core.height() / 2;
  CHECK(canvas.drawn(core, middle).size() < on_a_screen);
  CHECK(canvas.drawn(core, middle).size() > 1000);
  for (int i = 0; i < 20; ++i) {
    counter->characters = 0;
    core.press({300, middle + static_cast<float>(i) * 20}, 1, false);
    core.type('x');
    CHECK(canvas.drawn(core, middle).size() < on_a_screen);
    CHECK(counter->characters < 50 * 100);
  }
}

}  // namespace canvasbook::markdown_painter_test
