// What the block that is worked at asks for: helper questions, examples, types, mistakes; and how far the board is.
#include "editor/panels/guide.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/tooltip.h"
#include "editor/panels/column.h"
#include "editor/panels/panels.h"
#include "editor/panels/state.h"
#include "editor/registers/register.h"
#include "model/author_notes.h"
#include "model/kinds/board.h"
#include "model/placeholders.h"
#include "model/review/progress.h"
#include "model/text/text.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

constexpr float foot_height = 72;  // logical pixels

// What the panel speaks of. The texts live in the templates, the block is a copy: actions replace the shown one.
struct Subject {
  std::string place;  // the section, or "section/block"
  std::string title;
  const Guide* guide = nullptr;
  std::optional<Block> block;
};

const Guide* find_guide(const Template& source, const std::string& key) {
  const auto found = source.guides.find(key);
  return found == source.guides.end() ? nullptr : &found->second;
}

// The role whose guide fits any section of a kind, for one that was inserted empty; empty where none does.
struct TeachingRole {
  const char* operator()(const Prose& /*unused*/) const { return ""; }
  const char* operator()(const Board& /*unused*/) const { return ""; }
  const char* operator()(const Responses& /*unused*/) const { return "objections"; }
  const char* operator()(const Replacements& /*unused*/) const { return ""; }
  const char* operator()(const Dialogue& /*unused*/) const { return "scenario"; }
  const char* operator()(const Checklist& /*unused*/) const { return "checklist"; }
  const char* operator()(const Sheet& /*unused*/) const { return ""; }
  const char* operator()(const Visits& /*unused*/) const { return ""; }
};

// The template that a document was made from, of the library or of the company's own; nullptr where it is unknown.
const Template* find_template_of(const App& app, const Document& document) {
  if (document.template_id.empty()) return nullptr;
  if (const Template* source = find_template(document.language, document.template_id)) return source;
  const auto& own = app.own_templates().templates;
  const auto found = std::ranges::find(own, document.template_id, &Template::id);
  return found == own.end() ? nullptr : &*found;
}

// Of the document's own template, or else of another one: a section may come from there, and roles mean the same
// wherever they stand.
const Guide* find_guide(const App& app, const Document& document, const std::string& key) {
  const Template* own = find_template_of(app, document);
  const Guide* guide = own == nullptr ? nullptr : find_guide(*own, key);
  const std::vector<Template>& others = templates_in(document.language);
  for (auto other = others.begin(); guide == nullptr && other != others.end(); ++other) guide = find_guide(*other, key);
  return guide;
}

// What the block or section that brings a register asks for.
Subject subject_of(const App& app, RegisterKind kind) {
  const Template* source = find_template(app.session()->workbook().language, names_of(kind).template_id);
  return {register_key(kind), app.catalog().text(register_key(kind)),
          source == nullptr ? nullptr : find_guide(*source, names_of(kind).guide), std::nullopt};
}

Subject subject_of(const App& app) {
  const Session& session = *app.session();
  if (session.view().shown_register) return subject_of(app, *session.view().shown_register);
  const Section* section = session.section();
  if (section == nullptr) return {};
  const Document& document = *session.document();
  const Board* board = session.board();
  if (board == nullptr) {
    const std::string role = section->role.empty() ? std::visit(TeachingRole{}, section->content) : section->role;
    return {section->id, section->title, find_guide(app, document, role), std::nullopt};
  }
  const Block* block = find_block(*board, session.view().block);
  if (block == nullptr) return {section->id, section->title, nullptr, std::nullopt};
  return {section->id + "/" + block->id, block->title, find_guide(app, document, block->id), *block};
}

// The selected notes that stand in a block.
NoteIds selected_in(const Session& session, const Block& block) {
  NoteIds ids;
  for (const Note& note : block.notes) {
    if (session.view().selected.contains(note.id)) ids.push_back(note.id);
  }
  return ids;
}

// Whether all the selected notes of a block have a type.
bool is_given(const Session& session, const Block& block, const std::string& type) {
  const NoteIds chosen = selected_in(session, block);
  return !chosen.empty() && std::ranges::all_of(block.notes, [&](const Note& note) {
    return !session.view().selected.contains(note.id) || std::ranges::find(note.types, type) != note.types.end();
  });
}

void give_type(Session& session, const Block& block, const GuideType& type) {
  const NoteIds chosen = selected_in(session, block);
  session.pause_writing();
  Board board = add_type(*session.board(), block.id, {type.id, type.title, {}, {}});
  if (!chosen.empty()) {
    return session.record_board(toggle_type(std::move(board), chosen, type.id), "step.type", chosen.front());
  }
  Note note;
  note.id = session.ids().next();
  note.types = {type.id};
  const std::string id = note.id;
  session.record_board(add_note(std::move(board), block.id, std::move(note)), "step.add_note", id);
  session.begin_note(id);
}

void insert_example(Session& session, const Subject& subject, const std::string& example) {
  if (session.view().shown_register) return session.add_entry(example);
  if (subject.block) return session.add_note(subject.block->id, example);
  if (session.prose() == nullptr) return;
  session.end_writing();
  std::string text(trim(session.prose()->text));
  const size_t last_line = text.rfind('\n') + 1;  // 0 where there is one line
  const bool goes_on_list = std::string_view(text).substr(last_line).starts_with("- ");
  if (!text.empty()) text += goes_on_list ? "\n" : "\n\n";
  text += "- " + example;
  session.record(set_prose(session.workbook(), subject.place, text), "step.example", subject.place);
  session.begin_prose();
}

void go_to_block(Session& session, const std::string& block) {
  const Section* section = session.section();
  if (section != nullptr) session.go_to(section->id + "/" + block);
}

// A circle for each block in the order of filling; returns the id of the one that was pressed.
std::string view_order(App& app, const Column& column) {
  const Theme& theme = app.theme;
  const Session& session = *app.session();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float size = theme.px(28);
  const float gap = theme.px(5);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  ImVec2 at = start;
  std::string pressed;
  for (const Block* block : blocks_in_order(*session.board())) {
    if (at.x > start.x && at.x + size > start.x + column.width) at = {start.x, at.y + size + gap};
    const bool is_current = session.view().block == block->id;
    const std::string key = "guide/block/" + block->id;
    ImGui::SetCursorScreenPos(at);
    if (invisible_button(key.c_str(), {size, size})) pressed = block->id;
    app.parts.add_last(key);
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) tooltip(app, block->title);
    const ImVec2 centre{at.x + size / 2, at.y + size / 2};
    const Colours& colours = theme.colours;
    list->AddCircleFilled(centre, size / 2, is_current ? colours.accent : hovered ? colours.selection : colours.hover);
    const std::string number = block->order > 0 ? std::to_string(block->order) : "·";
    ImFont* font = theme.fonts.small_bold;
    const ImVec2 text = size_of_line(font, number);
    list->AddText(font, font->FontSize, {std::floor(centre.x - text.x / 2), std::floor(centre.y - text.y / 2)},
                  is_current ? colours.accent_text : colours.text, number.c_str());
    if (is_filled(*block)) {
      const ImVec2 badge{at.x + size - theme.px(4), at.y + size - theme.px(4)};
      list->AddCircleFilled(badge, theme.px(8), colours.panel);
      list->AddCircleFilled(badge, theme.px(7), colours.good);
      draw_icon(list, theme.fonts.text, theme.px(11), badge, colours.panel, icons::check);
    }
    at.x += size + gap;
  }
  ImGui::SetCursorScreenPos({start.x, at.y + size});
  ImGui::Dummy({column.width, theme.px(6)});
  return pressed;
}

// A helper question with its round check; true when it was clicked.
bool view_question(App& app, const Column& column, const std::string& key, const std::string& text, bool is_answered) {
  const Theme& theme = app.theme;
  const Colours& colours = theme.colours;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float indent = theme.px(30);
  const float text_height = wrapped_height(theme.fonts.small, column.width - indent - theme.px(4), text);
  const float height = std::max(text_height, theme.px(20)) + theme.px(10);
  const bool pressed = invisible_button(key.c_str(), {column.width, height});
  app.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (hovered) {
    list->AddRectFilled({at.x - theme.px(6), at.y}, {at.x + column.width, at.y + height}, colours.hover, theme.px(8));
  }
  const float text_y = std::floor(at.y + (height - text_height) / 2);
  const ImVec2 centre{at.x + theme.px(10), std::floor(text_y + theme.fonts.small->FontSize * 0.58F)};
  if (is_answered) {
    list->AddCircleFilled(centre, theme.px(9.5F), colours.good);
    draw_icon(list, theme.fonts.text, theme.px(15), centre, colours.panel, icons::check);
  } else {
    list->AddCircle(centre, theme.px(9), hovered ? colours.accent : colours.faint, 0, theme.px(1.5F));
  }
  wrapped_text(list, theme.fonts.small, {at.x + indent, text_y}, column.width - indent - theme.px(4),
               is_answered ? colours.muted : colours.text, text);
  ImGui::SetCursorScreenPos({at.x, at.y + height + theme.px(1)});
  return pressed;
}

// A type with what it means; true when it was clicked.
bool view_type(App& app, const Column& column, const std::string& key, const GuideType& type, bool given) {
  const Theme& theme = app.theme;
  const Colours& colours = theme.colours;
  const InterfaceFonts& fonts = theme.fonts;
  const std::string example = app.catalog().text("guide.example", {{"text", type.example}});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float pad = theme.px(12);
  const float width = column.width - 2 * pad;
  const float title_width = width - theme.px(26);
  const float title = wrapped_height(fonts.small_bold, title_width, type.title) + theme.px(3);
  const float text = wrapped_height(fonts.small, width, type.text) + theme.px(3);
  const float height = title + text + wrapped_height(fonts.small, width, example) + 2 * theme.px(10);
  const bool pressed = invisible_button(key.c_str(), {column.width, height});
  app.parts.add_last(key);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 to{at.x + column.width, at.y + height};
  list->AddRectFilled(at, to, ImGui::IsItemHovered() || given ? colours.selection : colours.hover, theme.px(8));
  if (given) list->AddRect(at, to, colours.accent, theme.px(8), 0, theme.px(1.5F));
  draw_icon(list, fonts.text, theme.px(18), {to.x - pad - theme.px(7), at.y + theme.px(10) + fonts.small->FontSize / 2},
            colours.accent, given ? icons::check : icons::add);
  float y = at.y + theme.px(10);
  wrapped_text(list, fonts.small_bold, {at.x + pad, y}, title_width, colours.text, type.title);
  y += title;
  wrapped_text(list, fonts.small, {at.x + pad, y}, width, colours.text, type.text);
  y += text;
  wrapped_text(list, fonts.small, {at.x + pad, y}, width, colours.muted, example);
  return pressed;
}

void view_list(App& app, Column& column, const char* heading, const std::vector<std::string>& lines, char32_t icon,
               ImU32 colour) {
  if (lines.empty()) return;
  const Theme& theme = app.theme;
  column.heading(app.catalog().text(heading));
  for (const std::string& line : lines) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_icon(ImGui::GetWindowDrawList(), theme.fonts.text, theme.px(16),
              {at.x + theme.px(9), at.y + theme.fonts.small->FontSize / 2}, colour, icon);
    column.text(theme.fonts.small, theme.colours.text, line, 28, 10);
  }
}

// The heading of the questions, with the number of those that are answered.
void questions_heading(App& app, Column& column, size_t answered, size_t count) {
  const Theme& theme = app.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  column.heading(app.catalog().text("guide.questions"));
  if (answered == 0) return;
  const std::string text =
      app.catalog().text("guide.of", {{"number", std::to_string(answered)}, {"count", std::to_string(count)}});
  ImFont* font = theme.fonts.small;
  const float width = width_of_line(font, text);
  ImGui::GetWindowDrawList()->AddText(
      font, font->FontSize,
      {at.x + column.width - width, at.y + theme.px(6) + ImGui::GetStyle().ItemSpacing.y + theme.px(1)},
      theme.colours.muted, text.c_str());
}

// What was pressed in a guide; done after drawing, since it changes what is drawn.
struct PressedInGuide {
  std::string block;
  std::optional<int> question;
  const std::string* example = nullptr;
  const GuideType* type = nullptr;
};

void view_guide(App& app, Column& column, const Subject& subject, PressedInGuide& pressed) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const Guide& guide = *subject.guide;
  column.text(theme.fonts.note, theme.colours.text, guide.what, 0, 8);
  if (!guide.questions.empty() && subject.block) {
    const std::vector<int>& answered = subject.block->answered;
    const auto is_answered = [&](size_t i) {
      return std::ranges::find(answered, static_cast<int>(i)) != answered.end();
    };
    size_t count = 0;
    for (size_t i = 0; i < guide.questions.size(); ++i) count += is_answered(i) ? 1 : 0;
    questions_heading(app, column, count, guide.questions.size());
    for (size_t i = 0; i < guide.questions.size(); ++i) {
      if (view_question(app, column, "guide/question/" + std::to_string(i), guide.questions[i], is_answered(i))) {
        pressed.question = static_cast<int>(i);
      }
    }
  } else {
    view_list(app, column, "guide.questions", guide.questions, icons::chevron, theme.colours.muted);
  }
  if (!guide.examples.empty()) column.heading(words.text("guide.examples"));
  for (size_t i = 0; i < guide.examples.size(); ++i) {
    if (column.card("guide/example/" + std::to_string(i), guide.examples[i], icons::guide, theme.colours.warning,
                    icons::add)) {
      pressed.example = &guide.examples[i];
    }
    name_by_tooltip(app, "guide.use_example");
  }
  if (!guide.types.empty()) column.heading(words.text("guide.types"));
  for (const GuideType& type : guide.types) {
    const bool given = subject.block && is_given(*app.session(), *subject.block, type.id);
    if (view_type(app, column, "guide/type/" + type.id, type, given)) pressed.type = &type;
  }
  view_list(app, column, "guide.mistakes", guide.mistakes, icons::warning, theme.colours.warning);
  view_list(app, column, "guide.practice", guide.practice, icons::chevron, theme.colours.muted);
}

// How far the board is, and the way to the blocks before and behind.
void view_progress(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Progress progress = progress_of(*app.session()->section());
  const std::string text = progress_words(app.catalog(), progress);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(area.from, {area.to.x, area.from.y}, theme.colours.border);
  const float left = area.from.x + theme.px(16);
  const float right = area.to.x - theme.px(16);
  const PartContext parts{theme, app.parts};
  const float button_size = button_width(parts, "", icons::chevron);
  const char* pressed = nullptr;
  float x = right + theme.px(10) - 2 * button_size;
  for (const auto& [key, icon, step] : {std::tuple{"command.previous_block", icons::chevron_left, -1},
                                        std::tuple{"command.next_block", icons::chevron, 1}}) {
    ImGui::SetCursorScreenPos({x, area.from.y + theme.px(6)});
    if (button(parts, key, "", icon, ButtonStyle::plain, can_step_block(app, step))) pressed = key;
    name_by_tooltip(app, key);
    x += button_size;
  }
  clipped_text(list, theme.fonts.small, {left, area.from.y + theme.px(6 + 18) - theme.fonts.small->FontSize / 2},
               right - theme.px(4) - 2 * button_size - left, theme.colours.muted, text);
  app.parts.add("guide.filled", {left, area.from.y + theme.px(44)}, {right, area.from.y + theme.px(52)});
  const float bar = area.from.y + theme.px(48);
  list->AddRectFilled({left, bar}, {right, bar + theme.px(8)}, theme.colours.hover, theme.px(4));
  const float share =
      progress.count == 0 ? 0 : static_cast<float>(progress.filled) / static_cast<float>(progress.count);
  if (progress.filled > 0) {
    list->AddRectFilled({left, bar}, {left + std::max(theme.px(8), (right - left) * share), bar + theme.px(8)},
                        theme.colours.accent, theme.px(4));
  }
  if (pressed != nullptr) app.run_command(pressed);
}

// The block `step` places from the one that is worked at, or nullptr.
const Block* block_beside(const App& app, int step) {
  const Board* board = app.session() == nullptr ? nullptr : app.session()->board();
  if (board == nullptr) return nullptr;
  const auto blocks = blocks_in_order(*board);
  const auto now = std::ranges::find(blocks, app.session()->view().block, &Block::id);
  if (now == blocks.end()) return blocks.empty() ? nullptr : blocks.front();
  const auto target = now - blocks.begin() + step;
  return target < 0 || target >= std::ssize(blocks) ? nullptr : blocks[static_cast<size_t>(target)];
}

}  // namespace

bool can_step_block(const App& app, int step) { return block_beside(app, step) != nullptr; }

void step_block(App& app, int step) {
  const Block* block = block_beside(app, step);
  if (block != nullptr) go_to_block(*app.session(), std::string(block->id));
}

void panel_guide(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  Session& session = *app.session();
  const Subject subject = subject_of(app);
  const bool has_blocks = session.board() != nullptr && !session.board()->blocks.empty();
  const float foot = area.to.y - (has_blocks ? theme.px(foot_height) : 0);
  PressedInGuide pressed;
  {
    Column column(app, "guide", {area.from, {area.to.x, foot}});
    if (std::exchange(app.state<PanelState>().guide_place, subject.place) != subject.place) ImGui::SetScrollY(0);
    ImGui::Dummy({1, theme.px(6)});
    if (has_blocks) pressed.block = view_order(app, column);
    if (subject.block && subject.block->order > 0) {
      column.text(theme.fonts.small_bold, theme.colours.accent,
                  words.text("guide.step", {{"number", std::to_string(subject.block->order)}}), 0, 2);
    }
    column.text(theme.fonts.title, theme.colours.text, subject.title, 0, 10);
    const Section* shown = session.view().shown_register ? nullptr : session.section();
    if (shown != nullptr && defines_placeholders(shown->content)) {
      column.text(theme.fonts.text, theme.colours.muted, words.text("panel.not_printed"), 0, 10);
    }
    if (shown != nullptr && is_author_notes(*shown)) {
      column.text(theme.fonts.text, theme.colours.muted, words.text("panel.notes_not_printed"), 0, 10);
    }
    if (subject.guide != nullptr) {
      view_guide(app, column, subject, pressed);
    } else {
      column.text(theme.fonts.text, theme.colours.muted,
                  words.text(has_blocks && !subject.block ? "guide.choose_block" : "panel.no_guide"));
    }
    ImGui::Dummy({1, theme.px(8)});
  }
  if (!pressed.block.empty()) go_to_block(session, pressed.block);
  if (pressed.question) {
    session.record_board(toggle_answered(*session.board(), subject.block->id, *pressed.question), "step.tick",
                         subject.place);
  }
  if (pressed.example != nullptr) insert_example(session, subject, *pressed.example);
  if (pressed.type != nullptr && subject.block) give_type(session, *subject.block, *pressed.type);
  if (has_blocks && session.board() != nullptr) view_progress(app, {{area.from.x, foot}, area.to});
}

}  // namespace canvasbook
