#include "editor/visits/items.h"

#include <algorithm>
#include <cmath>

#include "editor/items/check_marks.h"
#include "editor/items/controls.h"
#include "editor/visits/state.h"
#include "model/kinds/checklist_openers.h"

namespace canvasbook {

namespace {

constexpr float item_number_room = 40;  // logical pixels, as all below
constexpr float item_pad = 10;
constexpr float comment_beside = 190;  // the least room for a comment beside the marks
constexpr float heading_room = 40;

class ItemsDrawing {
 public:
  ItemsDrawing(App& app, const ShownVisits& shown, float width, FormDone& done)
      : app_(app), theme_(app.theme), shown_(shown), width_(width), done_(done) {}

  float draw(ImVec2 at) {
    const ChecklistScore score = score_checklist(*shown_.list, shown_.visit->marks);
    const Marks marks = marks_by_id(*shown_.list, shown_.visit->marks);
    float y = at.y;
    size_t place = 0;
    for (size_t g = 0; g < shown_.list->groups.size(); ++g) {
      const CheckGroup& group = shown_.list->groups[g];
      y += draw_heading(group, score.groups[g], {at.x, y});
      for (size_t i = 0; i < group.items.size(); ++i) {
        const auto mark = shown_.visit->marks[place++];
        if (is_closed(*shown_.list, group.items[i], marks)) continue;
        const std::string number = std::to_string(g + 1) + "." + std::to_string(i + 1);
        y += draw_item(group.items[i], number, mark, {at.x, y}) + theme_.px(8);
      }
    }
    return y + draw_end(score.total, {at.x, y}) - at.y;
  }

 private:
  std::string text(const char* key) const { return app_.catalog().text(key); }

  float draw_heading(const CheckGroup& group, const Score& score, ImVec2 at) const {
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* font = theme_.fonts.title;
    std::string told = percent_of(app_.catalog(), score);
    if (score.unmarked > 0) {
      told = app_.catalog().text("items.marked_short",
                                 {{"count", std::to_string(score.marked())}, {"all", std::to_string(score.asked())}}) +
             (told.empty() ? "" : " · " + told);
    }
    const float told_left = at.x + width_ - width_of_line(theme_.fonts.small_bold, told);
    const float y = at.y + theme_.px(heading_room) - font->FontSize - theme_.px(8);
    clipped_text(list, font, {at.x, y}, told_left - theme_.px(10) - at.x, theme_.colours.text, group.title);
    list->AddText(theme_.fonts.small_bold, theme_.fonts.small_bold->FontSize, {told_left, y + theme_.px(3)},
                  theme_.colours.muted, told.c_str());
    return theme_.px(heading_room);
  }

  // What is said below an item, beside what good looks like.
  std::string remarks_on(const CheckItem& item, bool can_mark) const {
    std::string remarks = item.requirement;
    const auto add = [&](const std::string& more) { remarks += (remarks.empty() ? "" : "\n") + more; };
    if (item.critical) add(critical_words(scale_of(*shown_.list, item), item, app_.catalog()));
    if (shown_.can_change && !can_mark) add(text("visits.item_gone"));
    return remarks;
  }

  float draw_item(const CheckItem& item, const std::string& number, int mark, ImVec2 at) {
    const Colours& colours = theme_.colours;
    const bool can_mark = shown_.can_change && can_change_mark(*app_.session(), item.id);
    const float inside = width_ - theme_.px(item_number_room + item_pad);
    const std::string remarks = remarks_on(item, can_mark);
    const std::string asked = item.text.empty() ? text("item.without_text") : item.text;
    const float text_height = wrapped_height(theme_.fonts.text, inside, asked);
    const float remark_height = remarks.empty() ? 0 : wrapped_height(theme_.fonts.small, inside, remarks);
    const float texts = theme_.px(item_pad) + text_height + remark_height + theme_.px(6);
    const ItemScale scale = scale_of(*shown_.list, item);
    const VisitBox comment{comment_part_of(item.id), text_of_visit(*shown_.visit, comment_part_of(item.id)),
                           item.evidence.empty() ? text("visits.comment") : item.evidence, true};
    const float marks_width = std::min(inside, width_of_mark_chips(app_, scale));
    const bool beside = inside - marks_width >= theme_.px(comment_beside);
    const float marks_height = height_of_mark_chips(app_, scale, marks_width);
    const float comment_width = beside ? inside - marks_width - theme_.px(10) : inside;
    const float comment_height = height_of_box(app_, shown_, comment, comment_width);
    const float answers =
        beside ? std::max(marks_height, comment_height) : marks_height + theme_.px(6) + comment_height;
    const float height = texts + answers + theme_.px(item_pad);
    const ImVec2 to{at.x + width_, at.y + height};
    const View& view = app_.session()->view();
    const bool at_cursor = view.cursor == shown_.visit->id && item_of_part(view.field) == item.id;
    if (at_cursor) app_.state<VisitsState>().at_cursor = {at.y, to.y};
    const bool is_written = is_part_written(app_, shown_, comment.part);
    if (!is_written && !ImGui::IsRectVisible(at, to)) return height;

    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, to, colours.panel, theme_.px(8));
    list->AddRect(at, to, at_cursor ? colours.accent : colours.border, theme_.px(8), 0,
                  at_cursor ? theme_.px(2) : 1.0F);
    const std::string key = "visit/item/" + item.id;
    ImGui::SetCursorScreenPos(at);
    if (invisible_button(key.c_str(), {width_, texts})) done_ = {FormDone::What::go, mark_part_of(item.id), 0, 0, {}};
    app_.parts.add_last(key);
    const float x = at.x + theme_.px(item_number_room);
    float y = at.y + theme_.px(item_pad);
    list->AddText(theme_.fonts.small, theme_.fonts.small->FontSize, {at.x + theme_.px(item_pad), y + theme_.px(2)},
                  colours.muted, number.c_str());
    y += wrapped_text(list, theme_.fonts.text, {x, y}, inside, colours.text, asked);
    if (!remarks.empty()) y += wrapped_text(list, theme_.fonts.small, {x, y}, inside, colours.muted, remarks);
    y += theme_.px(6);
    const auto pressed =
        mark_chips(app_, "visit/" + item.id, scale, mark, {x, y + theme_.px(2)}, marks_width, can_mark);
    if (pressed) done_ = {FormDone::What::mark, item.id, 0, *pressed, {}};
    const ImVec2 comment_at =
        beside ? ImVec2{x + marks_width + theme_.px(10), y} : ImVec2{x, y + marks_height + theme_.px(6)};
    draw_box(app_, shown_, comment, comment_at, comment_width, done_);
    return height;
  }

  float draw_end(const Score& total, ImVec2 at) {
    float y = at.y + theme_.px(12);
    ImDrawList* list = ImGui::GetWindowDrawList();
    y += wrapped_text(list, theme_.fonts.text, {at.x, y}, width_, theme_.colours.text,
                      verdict_of(app_.catalog(), *shown_.list, total)) +
         theme_.px(10);
    if (!shown_.can_change) return y - at.y;
    const bool at_cursor = app_.session()->view().field == finish_part;
    const std::string label = text(shown_.visit->finished ? "visits.reopen" : "visits.finish");
    ImGui::SetCursorScreenPos({at.x, y});
    const PartContext parts{theme_, app_.parts};
    if (button(parts, "visit/finish", label, icons::done, at_cursor ? ButtonStyle::primary : ButtonStyle::plain)) {
      done_ = {FormDone::What::finish, {}, 0, 0, {}};
    }
    if (at_cursor) app_.state<VisitsState>().at_cursor = {at.y, y + theme_.px(44)};
    return y + theme_.px(44) - at.y;
  }

  App& app_;
  const Theme& theme_;
  const ShownVisits& shown_;
  float width_;
  FormDone& done_;
};

}  // namespace

float draw_visit_items(App& app, const ShownVisits& shown, ImVec2 at, float width, FormDone& done) {
  return ItemsDrawing(app, shown, width, done).draw(at);
}

}  // namespace canvasbook
