// A register in the place of a section: every segment or touchpoint of the workbook with its name, where it is defined
// and who names it. What of it is in view is drawn.
#include <algorithm>
#include <cmath>

#include "editor/board/note.h"
#include "editor/frame/line_field.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "editor/panels/findings.h"
#include "editor/parts/text_field.h"
#include "editor/parts/workbook_icons.h"
#include "editor/registers/lines.h"
#include "editor/registers/register.h"
#include "editor/registers/register_view.h"
#include "editor/registers/state.h"
#include "model/review/groups.h"
#include "model/text/text.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

constexpr float margin = 28;  // logical pixels, as all below
constexpr float widest = 900;
constexpr float pad = 14;
constexpr float sign_room = 38;
constexpr float fold_room = 34;
constexpr float least_for_words = 460;  // the width of a row from which on its uses are told in words

// What was done to a line, to act on after drawing: an action replaces the register.
struct LineDone {
  enum class What { nothing, choose, write, write_value, fold, lead, review };
  What what = What::nothing;
  size_t line = 0;
};

// Looks up anew what the review finds about entries where that or the register changed.
void look_up_findings(App& app, RegisterKind kind, const RegisterList& list) {
  RegisterState& state = app.state<RegisterState>();
  Session& session = *app.session();
  const std::vector<Finding>& findings = session.findings();
  const std::uint64_t revision = session.history().revision();
  if (state.findings_version == session.findings_version() && state.findings_revision == revision &&
      state.findings_kind == kind) {
    return;
  }
  state.findings_kind = kind;
  state.findings_version = session.findings_version();
  state.findings_revision = revision;
  state.findings.clear();
  for (size_t i = 0; i < findings.size(); ++i) {
    if (counts(findings[i]) && !findings[i].items.empty()) state.findings.emplace(findings[i].items.front(), i);
  }
  const auto has_finding = [&](const RegisterEntry& entry) { return state.findings.contains(entry.id); };
  state.with_findings = static_cast<size_t>(std::ranges::count_if(list.entries, has_finding));
}

// What the review found about an entry when it was looked up; nullptr where that is nothing, or it has changed since.
const Finding* finding_of(App& app, const std::string& entry) {
  const RegisterState& state = app.state<RegisterState>();
  const auto found = state.findings.find(entry);
  if (found == state.findings.end()) return nullptr;
  const std::vector<Finding>& findings = app.session()->findings();
  return state.findings_version == app.session()->findings_version() ? &findings[found->second] : nullptr;
}

class RegisterDrawing {
 public:
  RegisterDrawing(App& app, RegisterKind kind, const RegisterList& list)
      : app_(app),
        theme_(app.theme),
        session_(*app.session()),
        state_(app.state<RegisterState>()),
        kind_(kind),
        list_(list) {}

  // The lines that are in view, at ImGui's cursor.
  LineDone draw(float left, float width) {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    cursor_ = line_at_cursor(app_, list_);
    bring_into_view();
    const float from = ImGui::GetScrollY();
    const float to = from + ImGui::GetWindowHeight();
    auto line = std::ranges::partition_point(state_.lines,
                                             [&](const RegisterLine& one) { return one.top + one.height < from; });
    for (; line != state_.lines.end() && line->top < to; ++line) {
      const auto index = static_cast<size_t>(line - state_.lines.begin());
      const ImVec2 at{left, std::floor(origin.y + line->top)};
      const ImVec2 end{left + width, std::floor(origin.y + line->top + line->height)};
      line->use ? draw_use(index, at, end) : draw_entry(index, at, end);
    }
    write_unseen(left, origin.y, width, from, to);
    draw_cursor(left, origin.y, width);
    ImGui::SetCursorScreenPos({origin.x, origin.y + state_.height});
    ImGui::Dummy({1, theme_.px(margin)});
    if (!value_to_write_.empty()) session_.begin_entry_value(value_to_write_);
    if (!name_to_write_.empty()) session_.begin_entry(name_to_write_);
    return done_;
  }

 private:
  const Catalog& words() const { return app_.catalog(); }
  bool is_written(const RegisterEntry& entry) const {
    return session_.view().editing == Editing::entry && session_.view().edited == entry.id;
  }
  bool is_value_written(const RegisterEntry& entry) const {
    return session_.view().editing == Editing::entry_value && session_.view().edited == entry.id;
  }
  bool writes() const {
    return session_.view().editing == Editing::entry || session_.view().editing == Editing::entry_value;
  }
  void act(LineDone::What what, size_t line) { done_ = {what, line}; }

  void bring_into_view() const {
    if (session_.take_item_to_show().empty() || !cursor_) return;
    const RegisterLine& line = state_.lines[*cursor_];
    const float room = theme_.px(8);
    const float scroll = ImGui::GetScrollY();
    const float height = ImGui::GetWindowHeight();
    if (line.top - room < scroll) ImGui::SetScrollY(std::max(0.0F, line.top - room));
    if (line.top + line.height + room > scroll + height) ImGui::SetScrollY(line.top + line.height + room - height);
  }

  // The field that has the keys must take them even where it was scrolled away.
  void write_unseen(float left, float top, float width, float from, float to) {
    if (!writes() || wrote_ || !cursor_) return;
    const RegisterLine& line = state_.lines[*cursor_];
    if (line.top + line.height >= from && line.top < to) return;
    draw_entry(*cursor_, {left, top + line.top}, {left + width, top + line.top + line.height});
  }

  // Above the lines, whose borders meet.
  void draw_cursor(float left, float top, float width) const {
    if (!cursor_ || writes()) return;
    const RegisterLine& line = state_.lines[*cursor_];
    const ImVec2 from{left, std::floor(top + line.top)};
    ImGui::GetWindowDrawList()->AddRect(from, {left + width, std::floor(top + line.top + line.height) + 1},
                                        theme_.colours.accent, theme_.px(3), 0, theme_.px(2));
  }

  // The ground of a line; the parts on it come before, so that they answer first.
  bool draw_ground(size_t index, ImVec2 from, ImVec2 to) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to);
    const bool is_use = state_.lines[index].use.has_value();
    const Colours& colours = theme_.colours;
    list->AddRectFilled(from, to, hovered || is_use ? colours.hover : colours.panel);
    list->AddRect(from, {to.x, to.y + 1}, colours.border);  // one line between two rows
    return hovered;
  }

  // Answers to clicks on a part of a line; true while the mouse is over it.
  bool press(const std::string& key, ImVec2 from, ImVec2 to, LineDone::What what, size_t index) {
    ImGui::SetCursorScreenPos(from);
    if (invisible_button(key.c_str(), {to.x - from.x, to.y - from.y})) act(what, index);
    app_.parts.add_last(key);
    return ImGui::IsItemHovered();
  }

  void draw_entry(size_t index, ImVec2 from, ImVec2 to) {
    const RegisterEntry& entry = list_.entries[state_.lines[index].entry];
    const std::string key = "entry/" + entry.id;
    draw_ground(index, from, to);
    app_.parts.add(key, from, to);
    const float right = draw_uses(index, entry, key, from, to);
    const float x = from.x + theme_.px(pad + sign_room);
    draw_sign(entry, {from.x + theme_.px(pad), from.y}, to.y);
    if (is_written(entry)) {
      write(entry, key + "/name", theme_.fonts.text, {x, from.y + theme_.px(5)},
            {right - theme_.px(8), from.y + theme_.px(32)});
    } else {
      const std::string name = to_one_line(entry.name);
      clipped_text(ImGui::GetWindowDrawList(), theme_.fonts.text, {x, from.y + theme_.px(9)}, right - theme_.px(8) - x,
                   name.empty() ? theme_.colours.faint : theme_.colours.text,
                   name.empty() ? words().text("registers.no_name") : name);
    }
    if (is_value_written(entry)) {
      write(entry, key + "/value", theme_.fonts.small, {x, from.y + theme_.px(31)},
            {right - theme_.px(8), from.y + theme_.px(54)});
    } else {
      const float value = draw_value(index, entry, key, {x, from.y + theme_.px(32)}, right - theme_.px(8) - x);
      draw_place(index, entry, key, {x + value, from.y + theme_.px(32)}, right - theme_.px(8) - x - value);
    }
    ImGui::SetCursorScreenPos(from);
    if (!is_written(entry) && !is_value_written(entry)) press_line(index, key, from, to, {x, right - theme_.px(8)});
  }

  // A click writes what it hits, as everywhere: the name, and of a placeholder beside it what it stands for.
  void press_line(size_t index, const std::string& key, ImVec2 from, ImVec2 to, ImVec2 name_room) {
    const RegisterEntry& entry = list_.entries[state_.lines[index].entry];
    const float name = std::max(theme_.px(60), width_of_line(theme_.fonts.text, to_one_line(entry.name)));
    const ImVec2 name_to{std::min(name_room.x + name, name_room.y), from.y + theme_.px(32)};
    const bool is_at_name = ImGui::IsMouseHoveringRect({name_room.x, from.y + theme_.px(5)}, name_to);
    const bool pressed = invisible_button(key.c_str(), {to.x - from.x, to.y - from.y});
    const bool hovered = ImGui::IsItemHovered();
    if (hovered && is_at_name) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (pressed && is_at_name) return act(LineDone::What::write, index);
    if (pressed && kind_ == RegisterKind::placeholders) return act(LineDone::What::write_value, index);
    if (pressed) act(LineDone::What::choose, index);
    if (hovered && ImGui::IsMouseDoubleClicked(0)) act(LineDone::What::write, index);
  }

  void draw_sign(const RegisterEntry& entry, ImVec2 from, float bottom) const {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float middle = std::floor((from.y + bottom) / 2);
    if (kind_ != RegisterKind::segments) {
      return draw_icon(list, theme_.fonts.text, theme_.px(20), {from.x + theme_.px(11), middle}, theme_.colours.muted,
                       icon_of(kind_));
    }
    const float size = theme_.px(23);
    const Segment segment{entry.id, entry.name, entry.mark, entry.colour};
    draw_segment_sign(list, theme_, segment, {from.x, std::floor(middle - size / 2)}, size, true);
  }

  // What a placeholder stands for: a click writes it. Returns how wide that is, with the room behind it; 0 for others.
  float draw_value(size_t index, const RegisterEntry& entry, const std::string& key, ImVec2 at, float room) {
    if (kind_ != RegisterKind::placeholders) return 0;
    const std::string value = entry.value.empty() ? words().text("registers.no_value") : to_one_line(entry.value);
    const std::string text = words().text("registers.value", {{"value", value}});
    ImFont* font = theme_.fonts.small;
    const float width = std::min(room, width_of_line(font, text));
    if (width <= 0) return 0;
    const bool hovered = press(key + "/value", {at.x, at.y - theme_.px(1)}, {at.x + width, at.y + theme_.px(19)},
                               LineDone::What::write_value, index);
    clipped_text(ImGui::GetWindowDrawList(), font, at, width + 1,
                 hovered               ? theme_.colours.accent
                 : entry.value.empty() ? theme_.colours.muted
                                       : theme_.colours.text,
                 text);
    return width + theme_.px(10);
  }

  // Where the entry is defined: a click leads there.
  void draw_place(size_t index, const RegisterEntry& entry, const std::string& key, ImVec2 at, float room) {
    const RegisterPlace& place = list_.places[entry.place];
    const std::string text = to_one_line(place.document_title + " · " + place.title);
    ImFont* font = theme_.fonts.small;
    const float width = std::min(room, width_of_line(font, text));
    if (width <= 0) return;
    const ImVec2 end{at.x + width, at.y + theme_.px(19)};
    const bool hovered = press(key + "/place", {at.x, at.y - theme_.px(1)}, end, LineDone::What::lead, index);
    if (hovered) tooltip(app_, words().text("registers.lead"));
    clipped_text(ImGui::GetWindowDrawList(), font, at, width + 1,
                 hovered ? theme_.colours.accent : theme_.colours.muted, text);
  }

  std::string words_of_uses(const RegisterEntry& entry) const {
    if (kind_ == RegisterKind::touchpoints) {
      if (entry.standards == 0) return words().text("registers.no_standard");
      return words().count("registers.standards", entry.standards);
    }
    if (kind_ == RegisterKind::placeholders) {
      return entry.uses.empty() ? words().text("registers.no_text")
                                : words().count("registers.texts", entry.uses.size());
    }
    if (entry.uses.empty()) return words().text("registers.no_note");
    return words().count("info.notes", entry.uses.size()) + " " + words().count("registers.on_boards", entry.sections);
  }

  // Who names the entry, at the right; returns where that begins.
  float draw_uses(size_t index, const RegisterEntry& entry, const std::string& key, ImVec2 from, ImVec2 to) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Finding* finding = finding_of(app_, entry.id);
    const bool lacks = finding != nullptr;
    const bool has_words = to.x - from.x >= theme_.px(least_for_words);
    const std::string number = lacks && entry.uses.empty() ? std::string() : std::to_string(entry.uses.size());
    const std::string text = has_words ? words_of_uses(entry) : number;
    ImFont* font = theme_.fonts.small;
    const float sign = lacks ? theme_.px(22) : 0;
    const float fold = theme_.px(fold_room);
    const float left = std::floor(to.x - fold - width_of_line(font, text) - sign - theme_.px(6));
    const float middle = std::floor((from.y + to.y) / 2);
    const bool hovered =
        !entry.uses.empty() && press(key + "/fold", {left + sign, from.y + theme_.px(6)},
                                     {to.x - theme_.px(4), to.y - theme_.px(6)}, LineDone::What::fold, index);
    if (hovered) tooltip(app_, words().text("registers.unfold"));
    if (lacks) {
      const ImVec2 centre{left + theme_.px(10), middle};
      const ImVec2 half{theme_.px(10), theme_.px(14)};
      if (press(key + "/finding", {centre.x - half.x, centre.y - half.y}, {centre.x + half.x, centre.y + half.y},
                LineDone::What::review, index)) {
        tooltip(app_, finding_words(*finding, words()).what);
      }
      draw_icon(list, theme_.fonts.text, theme_.px(17), centre, theme_.colours.warning, icons::warning);
    }
    const ImU32 colour = hovered ? theme_.colours.accent : theme_.colours.muted;
    list->AddText(font, font->FontSize, {left + sign, std::floor(middle - font->FontSize / 2)}, colour, text.c_str());
    if (!entry.uses.empty()) {
      draw_icon(list, theme_.fonts.text, theme_.px(20), {to.x - fold / 2 - theme_.px(2), middle}, colour,
                state_.unfolded.contains(entry.id) ? icons::collapse : icons::expand);
    }
    return left;
  }

  // The name or the value. Enter and Tab lead from the name of a placeholder to its value, as one writes both;
  // Shift+Tab leads back, and Tab from the value to the next name.
  void write(const RegisterEntry& entry, const std::string& key, ImFont* font, ImVec2 from, ImVec2 to) {
    if (lay_out(session_.field, font, any_width)) state_.name_scroll = 0;
    wrote_ = true;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 box_from{from.x - theme_.px(7), from.y - theme_.px(2)};
    list->AddRectFilled(box_from, to, theme_.colours.panel, theme_.px(6));
    list->AddRect(box_from, to, theme_.colours.accent, theme_.px(6), 0, theme_.px(2));
    const float top = std::floor((box_from.y + to.y - session_.field.height()) / 2);
    const bool is_name = is_written(entry);
    const bool has_both = kind_ == RegisterKind::placeholders;
    const bool goes_on = has_both && app_.input.take(Key::tab, {});
    const bool goes_back = has_both && !is_name && app_.input.take(Key::tab, shift);
    const LineFieldResult result = write_line(app_, key, session_.field, state_.name_scroll, font, {from.x, top},
                                              {to.x - theme_.px(6), top + session_.field.height()});
    if (result.changed) session_.take_over_field();
    if (!result.entered && !result.left && !goes_on && !goes_back) return;
    const bool leads_to_value =
        (result.entered || goes_on) && has_both && is_name && !trim(session_.field.utf8()).empty();
    const std::string id = entry.id;  // what was written may replace the list
    const std::string next = goes_on && !is_name ? id_behind(id) : std::string();
    session_.end_writing();
    if (leads_to_value) value_to_write_ = id;
    if (goes_back || !next.empty()) name_to_write_ = goes_back ? id : next;
    while (app_.input.take(Key::enter, {}) || app_.input.take(Key::escape, {})) continue;
  }

  // The entry below another one; empty below the last.
  std::string id_behind(const std::string& id) const {
    const auto place = std::ranges::find(list_.entries, id, &RegisterEntry::id);
    return place == list_.entries.end() || place + 1 == list_.entries.end() ? std::string() : (place + 1)->id;
  }

  void draw_use(size_t index, ImVec2 from, ImVec2 to) {
    const RegisterLine& line = state_.lines[index];
    const RegisterEntry& entry = list_.entries[line.entry];
    const RegisterUse& use = entry.uses[*line.use];
    draw_ground(index, from, to);
    const std::string key = "use/" + entry.id + "/" + std::to_string(*line.use);
    const bool hovered = press(key, from, to, LineDone::What::lead, index);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float x = from.x + theme_.px(pad + sign_room);
    const float middle = std::floor((from.y + to.y) / 2);
    draw_icon(list, theme_.fonts.text, theme_.px(15), {x + theme_.px(8), middle}, theme_.colours.faint, icons::link);
    const float text_x = x + theme_.px(24);
    const float room = to.x - theme_.px(pad) - text_x;
    const bool has_place = to.x - from.x >= theme_.px(least_for_words);
    const float split = has_place ? std::floor(room * 0.6F) : room;
    ImFont* font = theme_.fonts.small;
    const float y = std::floor(middle - font->FontSize / 2);
    const std::string text = to_one_line(use.text);
    clipped_text(list, font, {text_x, y}, split - theme_.px(10), hovered ? theme_.colours.accent : theme_.colours.text,
                 text.empty() ? words().text("item.without_text") : text);
    if (!has_place) return;
    const RegisterPlace& place = list_.places[use.place];
    clipped_text(list, font, {text_x + split, y}, room - split, theme_.colours.muted,
                 to_one_line(place.title + " · " + place.document_title));
  }

  App& app_;
  const Theme& theme_;
  Session& session_;
  RegisterState& state_;
  RegisterKind kind_;
  const RegisterList& list_;
  std::optional<size_t> cursor_;
  bool wrote_ = false;
  std::string name_to_write_;   // the entry to go on with once all are drawn, since the list may be another one then
  std::string value_to_write_;  // the same for its value
  LineDone done_;
};

void act(App& app, const RegisterList& list, const LineDone& done) {
  if (done.what == LineDone::What::nothing || app.session()->view().shown_register != app.state<RegisterState>().kind)
    return;
  if (done.line >= app.state<RegisterState>().lines.size()) return;
  const RegisterLine line = app.state<RegisterState>().lines[done.line];
  switch (done.what) {
    case LineDone::What::choose:
      return put_cursor_at(app, list, done.line);
    case LineDone::What::write:
      put_cursor_at(app, list, done.line);
      return open_line(app, list, done.line);
    case LineDone::What::write_value: {
      const std::string id = list.entries[line.entry].id;
      put_cursor_at(app, list, done.line);
      return app.session()->begin_entry_value(id);
    }
    case LineDone::What::fold: {
      put_cursor_at(app, list, done.line);
      const RegisterEntry& entry = list.entries[line.entry];
      return fold_entry(app, entry, !app.state<RegisterState>().unfolded.contains(entry.id));
    }
    case LineDone::What::lead:
      return lead_from(app, list, done.line);
    case LineDone::What::review: {
      put_cursor_at(app, list, done.line);
      const Finding* finding = finding_of(app, list.entries[line.entry].id);
      return finding == nullptr ? void() : show_in_review(app, *finding);
    }
    case LineDone::What::nothing:
      return;
  }
}

// Adds the document that brings a register, of placeholders their section alone, and stays there.
void add_template(App& app, RegisterKind kind) {
  Session& session = *app.session();
  const Template* source = find_template(session.workbook().language, names_of(kind).template_id);
  if (source == nullptr) return;
  const auto& sections = source->document.sections;
  const auto part =
      std::ranges::find_if(sections, [&](const auto& section) { return section->role == names_of(kind).guide; });
  if (kind == RegisterKind::placeholders && part != sections.end() && session.document() != nullptr) {
    session.insert_section(make_document(*source, app.ids()), static_cast<size_t>(part - sections.begin()));
  } else {
    session.add_document(make_document(*source, app.ids(), app.world().today));
  }
  session.show_register(kind);
}

// Catalog keys of what an empty register says, without a block or sheet for its entries and with one.
struct EmptyWords {
  const char* title;
  const char* text;
  const char* with_template;
  const char* first;
  const char* add;
};
constexpr EmptyWords no_segments{"registers.no_segments.title", "registers.no_segments.text",
                                 "registers.no_segments.template", "registers.no_segments.first",
                                 "registers.no_segments.add"};
constexpr EmptyWords no_touchpoints{"registers.no_touchpoints.title", "registers.no_touchpoints.text",
                                    "registers.no_touchpoints.template", "registers.no_touchpoints.first",
                                    "registers.no_touchpoints.add"};

constexpr EmptyWords no_placeholders{"registers.no_placeholders.title", "registers.no_placeholders.text",
                                     "registers.no_placeholders.template", "registers.no_placeholders.first",
                                     "registers.no_placeholders.add"};
constexpr const EmptyWords* empty_words[] = {&no_segments, &no_touchpoints, &no_placeholders};  // in the order of kinds
constexpr const char* count_keys[] = {"registers.segment_count", "registers.touchpoint_count",
                                      "registers.placeholder_count"};
static_assert(std::size(empty_words) == std::size(all_registers) && std::size(count_keys) == std::size(all_registers));

void view_empty_register(App& app, RegisterKind kind, const Area& area) {
  const Catalog& words = app.catalog();
  const bool has_home = app.session()->has_home(kind);
  const EmptyWords& empty = *empty_words[static_cast<size_t>(kind)];
  const EmptyState state{icon_of(kind), words.text(empty.title), words.text(has_home ? empty.first : empty.text),
                         "register/empty", words.text(has_home ? empty.add : empty.with_template)};
  bool pressed = view_empty(app, state, area);
  if (!app.has_dialog() && !app.text_field_is_active() && !menu_is_open()) {
    pressed = app.input.take(Key::enter, {}) || pressed;
    if (!has_home) pressed = app.input.take(Key::insert, {}) || pressed;
  }
  if (!pressed) return;
  has_home ? app.session()->add_entry() : add_template(app, kind);
}

}  // namespace

void view_register(App& app, RegisterKind kind, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  Session& session = *app.session();
  const PartContext parts{theme, app.parts};
  if (session.entries(kind).entries.empty()) return view_empty_register(app, kind, area);
  {
    const RegisterList& list = session.entries(kind);
    lay_out_register(app, kind, list);
    use_register_keys(app, list);
    if (session.view().shown_register != kind) return;  // a key led elsewhere
  }
  const RegisterList& list = session.entries(kind);
  if (list.entries.empty()) return;
  lay_out_register(app, kind, list);
  const float width = std::floor(std::min(area.width() - 2 * theme.px(margin), theme.px(widest)));
  const float left = std::floor(area.from.x + std::max(theme.px(margin), (area.width() - width) / 2));
  float y = area.from.y + theme.px(24);
  const std::string title = words.text(register_key(kind));
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.heading_1, {left, y}, width, theme.colours.text, title);
  y += theme.px(46);
  const std::string add = words.text("registers.add");
  ImGui::SetCursorScreenPos({left, y});
  const bool adds = button(parts, "register/add", add, icons::add, ButtonStyle::primary);
  const float x = left + button_width(parts, add, icons::add) + theme.px(14);
  ImFont* font = theme.fonts.small;
  std::string count = words.count(count_keys[static_cast<size_t>(kind)], list.entries.size());
  look_up_findings(app, kind, list);
  const size_t holes = app.state<RegisterState>().with_findings;
  const std::string missing = " · " + words.text("registers.with_findings", {{"count", std::to_string(holes)}});
  if (holes > 0 && width_of_line(font, count + missing) <= left + width - x) count += missing;
  clipped_text(ImGui::GetWindowDrawList(), font, {x, std::floor(y + (theme.px(36) - font->FontSize) / 2)},
               left + width - x, theme.colours.muted, count);
  y += theme.px(48);
  ImGui::SetCursorScreenPos({area.from.x, y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild((std::string("register/") + register_key(kind)).c_str(), {area.width(), area.to.y - y}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  const LineDone done = RegisterDrawing(app, kind, list).draw(left, width);
  ImGui::EndChild();
  act(app, list, done);
  if (adds) session.add_entry();
}

}  // namespace canvasbook
