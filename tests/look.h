// Looks at a frame as a person would: do all labels fit, is something cut, covered, outside the window, unreadable?
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/board/state.h"
#include "tests/drawn_text.h"
#include "tests/robot.h"

namespace robot {

// Keys by what they begin with.
inline bool begins(std::string_view key, std::initializer_list<std::string_view> prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return key.starts_with(prefix); });
}

// Parts that scroll in a room of their own, by the name of that room; empty for those that stand still.
inline std::string_view room_of(std::string_view key) {
  struct Room {
    std::string_view prefix;
    std::string_view name;
  };
  constexpr Room rooms[] = {{"start/", "start"},
                            {"document/", "navigator"},
                            {"section/", "navigator"},
                            {"guide/", "guide"},
                            {"finding/", "review"},
                            {"dismissed/", "review"},
                            {"review.", "review"},
                            {"preview/page/", "preview"},
                            {"preview/overfull/", "preview"},
                            {"results/page/", "preview"},
                            {"results/figure/", "preview"},
                            {"results/choice/", "palette"},
                            {"block/", "board"},
                            {"note/", "board"},
                            {"note_bar", "note_bar"},
                            {"note.", "note_bar"},
                            {"command.details", "note_bar"},
                            {"command.park", "note_bar"},
                            {"command.drivers", "note_bar"},
                            {"board.text", "board"},
                            {"prose", "prose"},
                            {"sheet.text", "prose"},
                            {"palette/command.", "palette"},
                            {"palette/panel.", "palette"},
                            {"palette/go/", "palette"},
                            {"palette/template/", "palette"},
                            {"insert/", "palette"},
                            {"move_to/", "palette"},
                            {"module/", "palette"},
                            {"driver/", "palette"},
                            {"choices/", "choices"},
                            {"part/", "navigator"},
                            {"registers/", "registers"},
                            {"entry/", "register"},
                            {"use/", "register"},
                            {"template/", "add_document"},
                            {"empty/", "add_document"},
                            {"browser/entry/", "browser"},
                            {"browser/place/", "places"},
                            {"export/missing/", "missing"},
                            {"export/written/", "written"},
                            {"export/document/", "documents"}};
  for (const Room& room : rooms) {
    if (key.starts_with(room.prefix)) return room.name;
  }
  return {};
}

// Parts that others stand in.
inline bool is_ground(std::string_view key) {
  if (key.starts_with("block/")) return !key.ends_with("/add");
  if (key.starts_with("item/")) return std::ranges::count(key, '/') == 1;  // a row; with more it stands in one
  if (key.starts_with("entry/")) return std::ranges::count(key, '/') == 1;
  if (key == "note_bar") return true;
  if (key.starts_with("field/")) return true;  // what stands over the end of a text answers before it
  const auto grounds = {"parking",           "prose",        "details",       "browser/list",
                        "add_document/list", "guide.filled", "browser/notice"};
  return begins(key, {"preview/page/", "results/page/", "results/figure/", "present/page/", "present/bar",
                      "export/target", "note/", "misspelt/", "own/"}) ||
         std::ranges::any_of(grounds, [&](std::string_view ground) { return ground == key; });
}

// What is seen of the parts of one frame, and what of it is wrong.
class FrameLook {
 public:
  explicit FrameLook(Robot& robot) : robot_(robot) {
    robot.show_letters();
    letters_ = LetterReader().read();
  }

  // What is wrong with it, in words.
  std::vector<std::string> problems() {
    problems_.clear();
    check_labels();
    check_places();
    check_overlaps();
    check_letters();
    check_cut_labels();
    check_cut_letters();
    check_text_over_text();
    return problems_;
  }

 private:
  using Part = PartRegister::Part;

  // Dialogs are drawn last: behind the last part of the window.
  std::vector<Part> parts_of_dialog() const {
    const std::vector<Part>& parts = robot_.app.parts.parts();
    const auto last = std::ranges::find_if(parts.rbegin(), parts.rend(), [](const Part& part) {
      return begins(part.key, {"status/", "start/"});
    });
    return {last.base(), parts.end()};
  }

  // Parts that answer now: those of the dialog, of the open menu, or of the window.
  std::vector<Part> top_layer() const {
    std::vector<Part> menu, window;
    if (robot_.app.has_dialog()) {
      window = parts_of_dialog();
      std::erase_if(window, [](const Part& part) { return !part.visible; });
      return window;
    }
    for (const Part& part : robot_.app.parts.parts()) {
      if (!part.visible) continue;
      const bool speaker = part.key.starts_with("item/") && part.key.find("/speaker/") != std::string::npos;
      const bool in_menu =
          speaker || begins(part.key, {"menu/", "navigator/command.", "spelling/", "spelling.", "items/command.",
                                       "sheet/items.", "layout/", "scale/", "choice/", "note.type/", "note.segment/",
                                       "note.colour/", "board/command.", "visit_menu/"});
      (in_menu ? menu : window).push_back(part);
    }
    if (!menu.empty()) return menu;
    if (robot_.app.parts.find("details") != nullptr) {  // a sheet above the board
      std::erase_if(window, [](const Part& part) {
        return begins(part.key, {"block/", "note/", "parking", "note.", "dim/", "command.details", "command.park"});
      });
    }
    return window;
  }

  void problem(std::string words) { problems_.push_back(std::move(words)); }

  void check_labels() {
    for (const Part& part : robot_.app.parts.parts()) {
      if (!part.visible || part.fits) continue;
      // a board that its author squeezes between wide panels has no room for titles
      const BoardState& board = robot_.app.state<BoardState>();
      const bool squeezed = board.area_to.x - board.area_from.x < robot_.app.theme.px(500);
      if (part.key.starts_with("block/") && squeezed) continue;
      problem("a label does not fit: " + part.key);
    }
  }

  void check_places() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    for (const Part& part : top_layer()) {
      if (part.to.x <= part.from.x || part.to.y <= part.from.y) problem("has no size: " + part.key);
      if (room_of(part.key) == "preview") continue;  // pages may be larger than their room
      const bool inside_across = part.from.x >= -1 && part.to.x <= size.x + 1;
      const bool inside_down = part.from.y >= -1 && part.to.y <= size.y + 1;
      if (!inside_across || (!inside_down && room_of(part.key).empty())) problem("outside the window: " + part.key);
    }
    if (!robot_.app.has_dialog()) return;
    for (const Part& part : parts_of_dialog()) {
      if (room_of(part.key).empty() && !part.visible) problem("out of sight in a dialog: " + part.key);
    }
  }

  static bool may_overlap(const Part& one, const Part& other) {
    const auto holds_text = [](const Part& outer, const Part& inner) {
      return inner.key == outer.key + "/text" || inner.key == outer.key + "/title";
    };
    if (holds_text(one, other) || holds_text(other, one)) return true;
    if (room_of(one.key) != room_of(other.key)) {
      // what is scrolled out of its room is not seen there; grounds hold what stands in them
      return !room_of(one.key).empty() || !room_of(other.key).empty() || is_ground(one.key) || is_ground(other.key);
    }
    return is_ground(one.key) || is_ground(other.key);
  }

  void check_overlaps() {
    const std::vector<Part> parts = top_layer();
    for (size_t i = 0; i < parts.size(); ++i) {
      for (size_t j = i + 1; j < parts.size(); ++j) {
        const float across = std::min(parts[i].to.x, parts[j].to.x) - std::max(parts[i].from.x, parts[j].from.x);
        const float down = std::min(parts[i].to.y, parts[j].to.y) - std::max(parts[i].from.y, parts[j].from.y);
        if (across <= 1 || down <= 1 || may_overlap(parts[i], parts[j])) continue;
        problem(parts[i].key + " lies over " + parts[j].key);
      }
    }
  }

  void check_letters() {
    for (size_t i = 0; i < letters_.size(); ++i) {
      if (letters_[i].character == 0xFFFD) problem("a replacement mark: " + text_around(i));
    }
  }

  // A text of the catalog that ends early with "…".
  void check_cut_labels() {
    const float blank = robot_.app.theme.px(9);
    for (size_t i = 0; i < letters_.size(); ++i) {
      if (letters_[i].character != U'…') continue;
      std::u32string text;
      for (size_t at = i; at > 0; --at) {
        const DrawnLetter& left = letters_[at - 1];
        const DrawnLetter& right = letters_[at];
        const bool same_line = left.from.y < right.to.y + blank && right.from.y < left.to.y + blank;
        if (!same_line || right.from.x - left.to.x > blank || right.from.x < left.from.x) break;
        text.insert(text.begin(), left.character);
      }
      std::string cut;
      for (const char32_t letter : text) append_utf8(cut, letter);
      if (text.size() < 3 || may_be_cut(cut)) continue;
      const auto& all = labels();
      if (std::ranges::find(all, cut + "…") != all.end()) continue;  // a label that ends so
      for (const std::string& label : all) {
        if (label.size() > cut.size() && label.starts_with(cut)) problem("a label is cut: " + cut + "… of " + label);
      }
    }
  }

  // Letters of which one half is outside the room that they are drawn into.
  void check_cut_letters() {
    if (writes_title() || shows_sheet()) return;  // these are scrolled sideways
    for (size_t i = 0; i < letters_.size(); ++i) {
      const DrawnLetter& letter = letters_[i];
      if (letter.to.y <= letter.clip.y || letter.from.y >= letter.clip.w) continue;
      const bool at_left = letter.from.x < letter.clip.x - 1 && letter.to.x > letter.clip.x + 1;
      const bool at_right = letter.from.x < letter.clip.z - 1 && letter.to.x > letter.clip.z + 1;
      if (!at_left && !at_right) continue;
      problem("cut in a letter: " + text_around(i));
    }
  }

  bool shows_sheet() const {
    const Session* session = robot_.app.session();
    return session != nullptr && session->section() != nullptr &&
           std::holds_alternative<Sheet>(session->section()->content);
  }

  bool writes_title() const {
    const Session* session = robot_.app.session();
    return session != nullptr &&
           (session->view().editing == Editing::document_title || session->view().editing == Editing::section_title ||
            session->view().editing == Editing::entry || session->view().editing == Editing::entry_value ||
            session->view().editing == Editing::visit);
  }

  // The letter that is drawn last at each place of one window; an earlier one there cannot be read.
  void check_text_over_text() {
    const BoardState& board = robot_.app.state<BoardState>();  // its letters may be small, and as near to one another
    const float cell = robot_.app.theme.px(4) * std::min(1.0F, board.section ? board.zoom() : 1.0F);
    std::unordered_map<std::uint64_t, size_t> taken;
    for (size_t i = 0; i < letters_.size(); ++i) {
      const DrawnLetter& letter = letters_[i];
      const ImVec2 from{std::max(letter.from.x, letter.clip.x), std::max(letter.from.y, letter.clip.y)};
      const ImVec2 to{std::min(letter.to.x, letter.clip.z), std::min(letter.to.y, letter.clip.w)};
      if (from.x >= to.x || from.y >= to.y) continue;
      if ((from.x + to.x) < 0 || (from.y + to.y) < 0) continue;
      const auto x = static_cast<std::uint64_t>((from.x + to.x) / 2 / cell);
      const auto y = static_cast<std::uint64_t>((from.y + to.y) / 2 / cell);
      const std::uint64_t key = static_cast<std::uint64_t>(letter.list) << 40U | x << 20U | y;
      const auto [place, is_free] = taken.emplace(key, i);
      if (is_free || place->second + 1 >= i) continue;
      problem("text over text: " + text_around(place->second) + " and " + text_around(i));
    }
  }

  std::string text_around(size_t index) const {
    std::string text;
    for (size_t at = index < 12 ? 0 : index - 12; at <= std::min(index + 12, letters_.size() - 1); ++at) {
      append_utf8(text, letters_[at].character);
    }
    return text;
  }

  // The hints give way to everything else, by design.
  bool may_be_cut(const std::string& text) const {
    for (const char* key :
         {"window.hint_board", "window.hint_note", "window.hint_editing", "window.hint_prose", "window.hint_title",
          "window.hint_menu", "window.hint_ticks", "window.hint_section", "window.hint_register", "window.hint_items",
          "items.hint.responses", "items.hint.replacements", "items.hint.dialogue", "items.hint.checklist",
          "items.hint.sheet", "parking.hint"}) {
      if (without_blanks(robot_.app.catalog().text(key)).starts_with(text)) return true;
    }
    return false;
  }

  static std::string without_blanks(const std::string& text) {
    std::string result;
    for (size_t at = 0; at < text.size();) {
      const char32_t next = next_code_point(text, at);
      if (next != U' ' && next != U'\u00A0' && next != U'\n') append_utf8(result, next);
    }
    return result;
  }

  const std::vector<std::string>& labels() const {
    static std::map<Language, std::vector<std::string>> all;
    std::vector<std::string>& own = all[robot_.app.language()];
    if (!own.empty()) return own;
    for (const std::string_view key : robot_.app.catalog().keys()) {
      std::string text = robot_.app.catalog().text(key);
      text.resize(std::min(text.size(), text.find('{')));
      if (!text.empty()) own.push_back(without_blanks(text));
    }
    return own;
  }

  Robot& robot_;
  std::vector<DrawnLetter> letters_;
  std::vector<std::string> problems_;
};

}  // namespace robot
