// The places to fill in are marked in every text of the window.
#include "editor/parts/blanks.h"

#include "model/placeholders.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::blanks_test {

using robot::Robot;

namespace {

// The vertices of the last frame in the colour of blanks.
size_t marked(const Theme& theme) {
  const ImU32 colour = with_strength(theme.colours.warning, 0x30);
  size_t count = 0;
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) count += vertex.col == colour ? 1 : 0;
  }
  return count;
}

Content note_with(const std::string& text) {
  Board board;
  board.columns = board.rows = 1;
  board.blocks = {samples::make_block("block", 0, {samples::make_note("item")})};
  board.blocks[0].notes[0].text = text;
  return board;
}

Content replacement_with(const std::string& text) {
  Replacements list;
  list.replacements = {{"item", text, {}, {}, {}}};
  return list;
}

Content prose_with(const std::string& text) { return Prose{text}; }

}  // namespace

TEST_CASE("blanks are told apart from boxes of tasks and from what brackets hold in code") {
  CHECK(blanks_in(U"Здравствуйте, [имя]!") == std::vector<TextRange>{{14, 19}});
  CHECK(blanks_in(U"- [ ] дело").empty());
  CHECK(blanks_in(U"без скобок").empty());
}

TEST_CASE("gaps, placeholders and names that nobody knows look different") {
  Theme theme;
  CHECK(look_of_blank(theme, "{price}") == BlankLook::known);  // without a workbook nothing is wrong
  Placeholders known;
  known.put("client", "");
  theme.placeholders = std::make_shared<const Placeholders>(known);
  CHECK(look_of_blank(theme, "[client]") == BlankLook::to_fill);
  CHECK(look_of_blank(theme, "{Client}") == BlankLook::known);
  CHECK(look_of_blank(theme, "{price}") == BlankLook::unknown);
  const std::u32string_view text = U"[a] {client} {price}";
  CHECK(look_of_blank_at(theme, text, 1) == BlankLook::to_fill);
  CHECK(look_of_blank_at(theme, text, 8) == BlankLook::known);
  CHECK(look_of_blank_at(theme, text, 14) == BlankLook::unknown);
}

TEST_CASE("a blank is marked at rest and while it is written, in notes, items and running text") {
  for (const auto content_with : {note_with, replacement_with, prose_with}) {
    const auto workbook_of = [&](const std::string& text) {
      return samples::make_workbook(
          {samples::make_document_of("doc", {samples::make_section("sec", content_with(text))})});
    };
    {
      Robot without(workbook_of("Здравствуйте, имя!"));
      without.frame(3);
      CHECK(marked(without.app.theme) == 0);
    }
    Robot robot(workbook_of("Здравствуйте, [имя]!"));
    robot.frame(3);
    CHECK(marked(robot.app.theme) > 0);
    if (std::holds_alternative<Replacements>(robot.session().section()->content)) {
      robot.session().begin_field({"item", "phrase"});
      robot.frame(2);
      CHECK(marked(robot.app.theme) > 0);
    }
  }
}

}  // namespace canvasbook::blanks_test
