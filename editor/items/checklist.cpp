// A check list: lines to fill in by hand, groups of items, each with what is looked at, what good looks like, its
// weight, whether it is critical, and its scale; and the trial run, see checklist_trial.h.
#include <algorithm>
#include <cmath>

#include "editor/items/checklist_controls.h"
#include "editor/items/checklist_openers.h"
#include "editor/items/checklist_scale.h"
#include "editor/items/checklist_trial.h"
#include "editor/items/controls.h"
#include "editor/items/kinds.h"
#include "editor/items/standard_checks.h"
#include "model/kinds/checklist_openers.h"
#include "model/kinds/item_lists.h"

namespace canvasbook {

namespace {

constexpr float caption_room = 34;
constexpr float heading_side = 240;  // at the right of a heading

// The fields of the lines that add: their item is none, the rest names the list.
constexpr std::string_view adds = "add/";
const std::string add_head = "add/head";
const std::string add_signature = "add/signature";
const std::string add_group = "add/group";

// A new line of the head or the signatures, an item of a group, or a group.
void add_what(const ItemDrawing& drawing, std::string_view field) {
  Session& session = drawing.session;
  if (field == add_group) return session.add_item(std::string(session.content_as<Checklist>()->groups.back().id));
  if (field != add_head && field != add_signature)
    return session.add_inner_item(std::string(field.substr(adds.size())));
  session.end_writing();
  Checklist changed = *session.content_as<Checklist>();
  auto& lines = field == add_head ? changed.head : changed.signatures;
  lines.push_back({session.ids().next(), {}, {}});
  const std::string added = lines.back().id;
  const Workbook before = session.workbook();
  session.record_content(std::move(changed), "step.add_item", added);
  session.keep_in_mind(added, before);
  session.begin_field({added, "title"});
}

class ChecklistKind : public ItemKind {
 public:
  float widest() const override { return 1240; }

  // An item whose controls stand below its texts has room for them while it is chosen, and for what proves it while
  // that is written.
  std::string rows_depend_on(const ItemDrawing& drawing) const override {
    if (drawing.state.on_trial) return {};
    const View& view = drawing.session.view();
    std::string written = view.field == "evidence" ? view.cursor + "/evidence" : std::string();
    if (room_for_controls(drawing, drawing.state.width) > 0) return written;
    std::string chosen = view.cursor + written;
    for (const std::string& item : view.selected) chosen += "/" + item;
    return chosen;
  }

  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& checklist = std::get<Checklist>(drawing.section.content);
    const bool on_trial = drawing.state.on_trial;
    std::vector<ItemRow> rows;
    const auto add_caption = [&](std::string_view key) {
      ItemRow& row = rows.emplace_back();
      row.look = RowLook::plain;
      row.tag = key;
      row.foot = drawing.px(caption_room);
    };
    const auto add_lines = [&](const std::vector<FormLine>& lines, const char* placeholder) {
      for (const FormLine& line : lines) {
        ItemRow& row = rows.emplace_back();
        row.item = line.id;
        row.look = RowLook::plain;
        row.cells.push_back({{line.id, "title"}, &line.title, CellStyle::body, placeholder, 0, width});
      }
    };
    const auto add_adding = [&](std::string field, const char* words) {
      static const std::string nothing;
      ItemRow& row = rows.emplace_back();
      row.look = RowLook::plain;
      row.tag = adding_row;
      row.foot = drawing.px(4);
      row.cells.push_back(
          {{{}, std::move(field)}, &nothing, CellStyle::body, words, 0, std::min(width, drawing.px(320))});
    };
    if (!on_trial) {
      add_caption("items.form_head");
      add_lines(checklist.head, "items.form_line");
      add_adding(add_head, "items.add_form_line");
    }
    for (size_t g = 0; g < checklist.groups.size(); ++g) {
      add_group_rows(drawing, checklist, g, width, rows);
      if (!on_trial) add_adding(std::string(adds) + checklist.groups[g].id, "items.add_check");
    }
    if (on_trial) return rows;
    if (checklist.groups.empty()) {
      add_caption("items.no_groups");
      rows.back().foot =
          wrapped_height(drawing.theme.fonts.text, width, drawing.words().text("items.no_groups")) + drawing.px(68);
    } else {
      add_adding(add_group, "items.add_group");
    }
    add_caption("items.form_signatures");
    add_lines(checklist.signatures, "items.form_signature");
    add_adding(add_signature, "items.add_signature");
    return rows;
  }

  float controls(const ItemDrawing& drawing, ImVec2 at, float width) const override {
    const Theme& theme = drawing.theme;
    const Catalog& words = drawing.words();
    const Checklist& checklist = shown_checklist(drawing);
    const bool on_trial = drawing.state.on_trial;
    const Score total = score_of(drawing).total;
    float x = at.x;
    float y = at.y;
    const auto place = [&](float wanted) {
      if (x > at.x && x + wanted > at.x + width) {
        x = at.x;
        y += theme.px(chip_height + chip_gap);
      }
      const ImVec2 where{x, y};
      x += wanted + theme.px(10);
      return where;
    };
    std::string trial = words.text(on_trial ? "items.end_trial" : "items.trial");
    const int marks = total.marked();
    if (!on_trial && marks > 0) {  // they are kept, also when the file is opened again
      trial += " · " + words.text("items.marked_short",
                                  {{"count", std::to_string(marks)}, {"all", std::to_string(total.asked())}});
    }
    const float trial_width = chip_width(theme, trial, icons::play);
    if (chip(drawing, "checklist/trial", trial, place(trial_width), trial_width,
             on_trial ? ChipStyle::chosen : ChipStyle::marked, on_trial ? icons::stop : icons::play, false,
             can_try_out(drawing.app))) {
      toggle_trial(drawing.app);
    }
    if (on_trial) {
      y += theme.px(chip_height + 10);
      return y - at.y + draw_result(drawing, {at.x, y}, width) + theme.px(16);
    }
    draw_way_to_visits(drawing, place);
    const std::string label = words.text("items.scale_is", {{"scale", scale_name(checklist, words)}});
    const float scale_width = chip_width(theme, label, 0, true);
    const ImVec2 scale_at = place(scale_width);
    if (chip(drawing, "checklist/scale", label, scale_at, scale_width, ChipStyle::bare, 0, true)) {
      open_scale_menu(drawing, {}, {scale_at.x, scale_at.y + theme.px(chip_height + 4)});
    }
    const std::string sums = words.count("items.check_count", static_cast<size_t>(total.items)) + " · " +
                             words.count("items.critical_count", static_cast<size_t>(total.critical)) + " · " +
                             words.text("items.weight_sum", {{"count", words.decimal(total.weight)}});
    ImFont* font = theme.fonts.small;
    const float sums_width = width_of_line(font, sums);
    const ImVec2 sums_at = place(std::min(sums_width, width));
    const ImVec2 text_at{sums_at.x, std::floor(sums_at.y + (theme.px(chip_height) - font->FontSize) / 2)};
    clipped_text(ImGui::GetWindowDrawList(), font, text_at, width, theme.colours.muted, sums);
    drawing.app.parts.add("checklist/sums", text_at, {text_at.x + sums_width, text_at.y + font->FontSize},
                          sums_width <= width + 1);
    return y - at.y + theme.px(chip_height + 16);
  }

  bool writes_in(const ItemDrawing& drawing, const FieldPlace& place) const override {
    return !drawing.state.on_trial && !(place.item.empty() && place.field.starts_with(adds));
  }

  bool press_cell(const ItemDrawing& drawing, const FieldPlace& place) const override {
    if (place.item.empty() && place.field.starts_with(adds)) {
      add_what(drawing, place.field);
      return true;
    }
    if (!drawing.state.on_trial) return false;
    drawing.session.point_at(place);
    return true;
  }

  bool draw_cell(const ItemDrawing& drawing, const ItemRow&, const ItemCell& cell, ImVec2 from,
                 ImVec2 to) const override {
    if (!cell.place.item.empty() || !cell.place.field.starts_with(adds)) return false;
    draw_adding_cell(drawing, cell, from, to);
    return true;
  }

  bool use_keys(const ItemDrawing& drawing, std::optional<CellAt> at) const override {
    App& app = drawing.app;
    if (drawing.state.on_trial) return use_trial_keys(drawing, at);
    const CheckItem* item = at ? shown_item(drawing, drawing.state.rows[at->row]) : nullptr;
    if (app.input.take(Key::l, control_shift)) {
      ImVec2 where = drawing.state.rows_from;
      if (item != nullptr) {
        const ItemRow& row = drawing.state.rows[at->row];
        const float beside = room_for_controls(drawing, drawing.state.width);
        where.x += beside > 0 ? drawing.state.width - beside : drawing.px(number_room);
        where.y += row.top + row.height;
      }
      open_scale_menu(drawing, item == nullptr ? std::string() : item->id, where);
      return true;
    }
    if (item == nullptr) return false;
    if (app.input.take(Key::c, control_shift)) {
      toggle_critical(drawing, *item);
      return true;
    }
    for (const auto& [key, step] : {std::pair{Key::up, 1}, {Key::down, -1}}) {
      if (!app.input.take(key, control)) continue;
      set_weight(drawing, *item, step);
      return true;
    }
    return false;
  }

  void decorate(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) const override {
    if (row.look == RowLook::heading) return draw_heading(drawing, row, from, to);
    if (row.look == RowLook::card) return draw_item(drawing, row, from, to);
    if (row.cells.empty()) draw_caption(drawing, row, from, to);
  }

  float pinned_height(const ItemDrawing& drawing) const override {
    return drawing.state.on_trial ? height_of_pinned_result(drawing) : 0;
  }

  void finish(const ItemDrawing& drawing) const override {
    if (pinned_height(drawing) > 0) draw_pinned_result(drawing);
    draw_scale_menu(drawing);
  }

  bool has_add_button(const ItemDrawing&) const override { return false; }  // each list of it has a line that adds
  const char* add_key() const override { return "items.add_check"; }
  const char* add_key_at(const Session& session) const override {
    const auto& checklist = std::get<Checklist>(session.section()->content);
    const std::string& at = session.view().cursor;
    if (find_item(checklist.groups, at) != nullptr) return "items.add_group";
    if (find_item(checklist.head, at) != nullptr) return "items.add_form_line";
    return find_item(checklist.signatures, at) != nullptr ? "items.add_signature" : add_key();
  }
  std::string chosen_words(const ItemDrawing& drawing) const override {
    const ItemIds& chosen = drawing.session.view().selected;
    std::string words = ItemKind::chosen_words(drawing);
    if (chosen.size() != 1) return words;
    const auto& checklist = std::get<Checklist>(drawing.session.section()->content);
    const CheckGroup* group = find_item(checklist.groups, *chosen.begin());
    if (group == nullptr || group->items.empty()) return words;
    return drawing.words().count("items.chosen_group", group->items.size(), {{"text", words}});
  }
  const char* pasted_key(const Session&) const override { return "items.pasted_checks"; }
  const char* empty_key(const Section&) const override { return "items.no_groups"; }
  const char* writing_hint_key() const override { return "items.hint.checklist"; }

 private:
  static void add_group_rows(const ItemDrawing& drawing, const Checklist& checklist, size_t place, float width,
                             std::vector<ItemRow>& rows) {
    const CheckGroup& group = checklist.groups[place];
    const bool on_trial = drawing.state.on_trial;
    const Marks marks = on_trial ? marks_of_trial(checklist) : Marks();
    const float beside = room_for_controls(drawing, width);
    ItemRow& head = rows.emplace_back();
    head.item = group.id;
    head.look = RowLook::heading;
    head.outer = place;
    const float side = std::min(drawing.px(heading_side), std::floor(width * 0.45F));
    head.cells.push_back(
        {{group.id, "title"}, &group.title, CellStyle::heading, "items.group", 0, width - side, drawing.px(26)});
    for (size_t i = 0; i < group.items.size(); ++i) {
      const CheckItem& item = group.items[i];
      if (on_trial && is_closed(checklist, item, marks)) continue;
      ItemRow& row = rows.emplace_back();
      row.item = item.id;
      row.outer = place;
      row.inner = i;
      const float left = drawing.px(number_room) + indent_of(drawing, checklist, item);
      const float links = room_for_standard(drawing, item) + room_for_opener(drawing, item);
      float room = width - left - drawing.px(6);
      if (on_trial) {
        row.foot = height_of_marks(drawing, item, room - drawing.px(10)) + drawing.px(6);
        room -= room_for_facts(drawing, checklist, item);
      } else if (beside == 0) {
        row.foot = foot_for_controls(drawing, item, width) + links;
      } else {
        row.foot = drawing.px(6) + links;
        room -= beside;
      }
      row.cells.push_back({{item.id, "text"}, &item.text, CellStyle::strong, "items.check", left, room});
      row.cells.push_back(
          {{item.id, "requirement"}, &item.requirement, CellStyle::body, "items.requirement", left, room});
      if (shows_evidence(drawing.session, item)) row.cells.push_back(evidence_cell(drawing, item, left, room));
    }
  }

  static void draw_caption(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::string text = drawing.words().text(row.tag);
    if (row.tag != "items.no_groups") {
      ImFont* font = theme.fonts.small_bold;
      return clipped_text(list, font, {from.x + theme.px(cell_pad), to.y - theme.px(8) - font->FontSize},
                          to.x - from.x - theme.px(2 * cell_pad), theme.colours.muted, text);
    }
    const float left = from.x + theme.px(cell_pad);
    const float y = from.y + theme.px(16);
    const float height = wrapped_text(list, theme.fonts.text, {left, y}, to.x - left, theme.colours.muted, text);
    ImGui::SetCursorScreenPos({left, y + height + theme.px(10)});
    if (button(drawing.parts(), "items/add", drawing.words().text("items.add_check"), icons::add,
               ButtonStyle::primary)) {
      drawing.session.add_item({});
    }
  }

  static void draw_heading(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing.theme;
    const ChecklistScore& score = score_of(drawing);
    if (row.outer >= score.groups.size()) return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* title = theme.fonts.title;
    const std::string number = std::to_string(row.outer + 1) + ".";
    list->AddText(
        title, title->FontSize,
        {from.x + theme.px(cell_pad), from.y + row.cells.front().top + theme.px(3) +
                                          std::floor((std::floor(title->FontSize * 1.3F) - title->FontSize) / 2)},
        theme.colours.muted, number.c_str());
    const Score& group = score.groups[row.outer];
    if (drawing.state.on_trial) return draw_group_result(drawing, group, {to.x - theme.px(8), from.y}, to.y - from.y);
    const Catalog& words = drawing.words();
    std::string text = words.count("items.check_count", static_cast<size_t>(group.items));
    if (!score.shares.empty()) {
      text += " · " + words.text("items.share_of_weight", {{"count", std::to_string(score.shares[row.outer])}});
    }
    ImFont* font = theme.fonts.small;
    const float room = to.x - from.x - row.cells.front().width - theme.px(12);
    const float width = std::min(room, width_of_line(font, text) + 1);
    clipped_text(list, font, {to.x - theme.px(8) - width, std::floor((from.y + to.y - font->FontSize) / 2)}, width,
                 theme.colours.muted, text);
  }

  static void draw_item(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) {
    const CheckItem* shown = shown_item(drawing, row);
    if (shown == nullptr) return;
    const Theme& theme = drawing.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* font = theme.fonts.small_bold;
    const std::string number = number_of(row);
    const float indent = indent_of(drawing, shown_checklist(drawing), *shown);
    draw_evidence_label(drawing, row, from);
    list->AddText(font, font->FontSize, {from.x + theme.px(12) + indent, from.y + row.cells.front().top + theme.px(5)},
                  theme.colours.muted, number.c_str());
    if (!drawing.state.on_trial) {
      const float beside = room_for_controls(drawing, to.x - from.x);
      const ImVec2 standard{from.x + theme.px(number_room + cell_pad) + indent, to.y - theme.px(28)};
      const float room = to.x - std::max(beside, theme.px(10)) - standard.x;
      draw_standard(drawing, *shown, standard, room);
      draw_opener(drawing, *shown, {standard.x, standard.y - room_for_standard(drawing, *shown)}, room);
      if (asks_for_controls(drawing, *shown, from, to)) return draw_item_controls(drawing, *shown, from, to, row.foot);
      return draw_differences(drawing, *shown, from, to, row.foot);
    }
    draw_facts(drawing, *shown, {to.x - theme.px(12), from.y + theme.px(12)});
    const float left = from.x + theme.px(number_room + cell_pad) + indent;
    draw_marks(drawing, *shown, {left, to.y - row.foot - theme.px(4)}, to.x - theme.px(16) - left);
  }

  // Weight and criticality as words, while the item is marked.
  static std::string weight_fact(const ItemDrawing& drawing, const CheckItem& item) {
    const Catalog& words = drawing.words();
    if (item.weight == 0) return words.text("paper.not_counted");
    return words.text("paper.weight", {{"count", words.decimal(item.weight)}});
  }

  static std::string critical_fact(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
    return item.critical ? critical_words(scale_of(checklist, item), item, drawing.words()) : std::string();
  }

  // The width in pixels that these take at the right of the texts.
  static float room_for_facts(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
    ImFont* font = drawing.theme.fonts.small;
    const float widest = std::max(width_of_line(font, weight_fact(drawing, item)),
                                  width_of_line(font, critical_fact(drawing, checklist, item)));
    return std::max(drawing.px(110), widest + drawing.px(24));
  }

  static void draw_facts(const ItemDrawing& drawing, const CheckItem& item, ImVec2 right_top) {
    const Theme& theme = drawing.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* font = theme.fonts.small;
    const auto put = [&](const std::string& text, float y, ImU32 colour) {
      const float width = width_of_line(font, text);
      list->AddText(font, font->FontSize, {std::floor(right_top.x - width), y}, colour, text.c_str());
    };
    put(weight_fact(drawing, item), right_top.y, theme.colours.muted);
    put(critical_fact(drawing, shown_checklist(drawing), item), right_top.y + theme.px(22), theme.colours.text);
  }
};

}  // namespace

const ItemKind& checklist_kind() {
  static const ChecklistKind kind;
  return kind;
}

}  // namespace canvasbook
