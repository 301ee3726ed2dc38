// What the review found in the workbook, document by document, the shown one first; and what was dismissed, with
// reasons.
#include <algorithm>
#include <cmath>

#include "editor/dialogs/dismissal.h"
#include "editor/panels/column.h"
#include "editor/panels/state.h"

namespace canvasbook {

namespace {

constexpr size_t listed_at_once = 30;

std::string key_of(const Finding& finding) { return finding.rule + ":" + finding.subject + "@" + finding.document; }

// What was pressed; done after drawing, since it changes the findings.
struct PressedInReview {
  const Finding* goes_to = nullptr;
  const Finding* dismissed = nullptr;
  const Finding* restored = nullptr;
  bool fold = false;
  bool more = false;
};

// A small word to press, as a link; true when it was.
bool link(App& app, const std::string& key, const std::string& label, char32_t icon = 0) {
  const Theme& theme = app.theme;
  ImFont* font = theme.fonts.small;
  const float icon_width = icon == 0 ? 0 : theme.px(20);
  const ImVec2 text = size_of_line(font, label);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size{text.x + icon_width + theme.px(16), theme.px(28)};
  const bool pressed = invisible_button(key.c_str(), size);
  app.parts.add_last(key);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) {
    list->AddRectFilled(at, {at.x + size.x, at.y + size.y}, theme.colours.selection, theme.px(6));
  }
  if (icon != 0) {
    draw_icon(list, theme.fonts.text, theme.px(16), {at.x + theme.px(16), at.y + size.y / 2}, theme.colours.accent,
              icon);
  }
  list->AddText(font, font->FontSize, {at.x + theme.px(8) + icon_width, std::floor(at.y + (size.y - text.y) / 2)},
                theme.colours.accent, label.c_str());
  return pressed;
}

// The head of a document's findings.
void group_heading(App& app, Column& column, const std::string& title, size_t count) {
  const Theme& theme = app.theme;
  ImGui::Dummy({1, theme.px(2)});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string number = std::to_string(count);
  ImFont* font = theme.fonts.bold;
  const float width = width_of_line(font, number);
  ImDrawList* list = ImGui::GetWindowDrawList();
  clipped_text(list, font, at, column.width - width - theme.px(12), theme.colours.text, title);
  list->AddText(font, font->FontSize, {at.x + column.width - width, at.y}, theme.colours.muted, number.c_str());
  ImGui::Dummy({column.width, font->FontSize + theme.px(2)});
}

void view_finding(App& app, Column& column, const Finding& finding, PressedInReview& pressed) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const InterfaceFonts& fonts = theme.fonts;
  const FindingWords text = finding_words(finding, words);
  const std::string key = "finding/" + finding.rule + ":" + finding.subject;
  const float pad = theme.px(12);
  const float indent = theme.px(36);
  const float room = column.width - indent - pad;
  const float what = wrapped_height(fonts.small_bold, room, text.what);
  const float why = wrapped_height(fonts.small, room, text.why);
  const float way_out = wrapped_height(fonts.small, room, text.way_out);
  const float gap = theme.px(5);
  const float text_height = what + why + way_out + 2 * gap;
  const float height = theme.px(10) + text_height + theme.px(38);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 to{at.x + column.width, at.y + height};
  if (invisible_button(key.c_str(), {column.width, height - theme.px(36)})) pressed.goes_to = &finding;
  app.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  const bool is_current = app.state<PanelState>().finding == key_of(finding);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, to, hovered ? theme.colours.selection : theme.colours.hover, theme.px(8));
  if (is_current) list->AddRect(at, to, theme.colours.accent, theme.px(8), 0, theme.px(1.5F));
  draw_icon(list, fonts.text, theme.px(18), {at.x + theme.px(19), at.y + theme.px(10) + fonts.small->FontSize / 2},
            theme.colours.warning, icons::warning);
  float y = at.y + theme.px(10);
  wrapped_text(list, fonts.small_bold, {at.x + indent, y}, room, theme.colours.text, text.what);
  y += what + gap;
  wrapped_text(list, fonts.small, {at.x + indent, y}, room, theme.colours.muted, text.why);
  y += why + gap;
  wrapped_text(list, fonts.small, {at.x + indent, y}, room, theme.colours.text, text.way_out);
  y += way_out + theme.px(3);
  ImGui::SetCursorScreenPos({at.x + indent - theme.px(8), y});
  if (link(app, key + "/dismiss", words.text("review.dismiss"))) pressed.dismissed = &finding;
  if (is_current && finding.items.size() > 1) {
    const std::string count =
        words.text("guide.of", {{"number", std::to_string(app.state<PanelState>().finding_item + 1)},
                                {"count", std::to_string(finding.items.size())}});
    const float width = width_of_line(fonts.small, count);
    list->AddText(fonts.small, fonts.small->FontSize,
                  {to.x - pad - width, std::floor(y + (theme.px(28) - fonts.small->FontSize) / 2)}, theme.colours.muted,
                  count.c_str());
  }
  ImGui::SetCursorScreenPos({at.x, to.y});
  ImGui::Dummy({column.width, theme.px(1)});
}

void view_dismissed(App& app, Column& column, const Finding& finding, PressedInReview& pressed) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const std::string key = "finding/" + finding.rule + ":" + finding.subject;
  column.text(theme.fonts.small, theme.colours.text, finding_words(finding, words).what, 0, 3);
  column.text(theme.fonts.small, theme.colours.muted, words.text("review.reason", {{"reason", finding.reason}}), 0, 2);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - theme.px(8));
  if (link(app, key + "/restore", words.text("review.restore"), icons::undo)) pressed.restored = &finding;
  ImGui::Dummy({1, theme.px(4)});
}

// The documents with the shown one first.
std::vector<const Document*> documents_in_order(const Session& session) {
  std::vector<const Document*> documents;
  if (session.document() != nullptr) documents.push_back(session.document());
  for (const auto& document : session.workbook().documents) {
    if (&*document != session.document()) documents.push_back(&*document);
  }
  return documents;
}

void view_all_dismissed(App& app, Column& column, const std::vector<Finding>& findings, PressedInReview& pressed) {
  const auto count = static_cast<size_t>(std::ranges::count(findings, true, &Finding::dismissed));
  if (count == 0) return;
  ImGui::Dummy({1, app.theme.px(4)});
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() - app.theme.px(8));
  const bool is_open = app.state<PanelState>().dismissed_is_open;
  pressed.fold =
      link(app, "review.dismissed", app.catalog().text("review.dismissed", {{"count", std::to_string(count)}}),
           is_open ? icons::collapse : icons::expand);
  if (!is_open) return;
  ImGui::Dummy({1, app.theme.px(4)});
  for (const Finding& finding : findings) {
    if (finding.dismissed) view_dismissed(app, column, finding, pressed);
  }
}

// Goes to the first item of a finding, and on to the next with each press of the same one.
void go_to_finding(App& app, const Finding& finding) {
  if (finding.items.empty()) return;
  PanelState& state = app.state<PanelState>();
  const std::string key = key_of(finding);
  state.finding_item = state.finding == key ? (state.finding_item + 1) % finding.items.size() : 0;
  state.finding = key;
  app.session()->go_to(finding.items[state.finding_item]);
}

void obey(App& app, const PressedInReview& pressed) {
  Session& session = *app.session();
  PanelState& state = app.state<PanelState>();
  if (pressed.goes_to != nullptr) go_to_finding(app, *pressed.goes_to);
  if (pressed.dismissed != nullptr) app.show_dialog(make_dismissal_dialog(*pressed.dismissed));
  if (const Finding* finding = pressed.restored) {
    session.record(restore_finding(session.workbook(), finding->rule, finding->document, finding->subject),
                   "step.restore", finding->items.empty() ? finding->document : finding->items.front());
  }
  if (pressed.fold) state.dismissed_is_open = !state.dismissed_is_open;
  if (pressed.more) state.findings_listed = std::max(state.findings_listed, listed_at_once) + listed_at_once;
}

}  // namespace

void panel_review(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  Session& session = *app.session();
  PressedInReview pressed;
  Column column(app, "review", area);
  const std::vector<Finding>& findings = session.findings();
  const auto open = static_cast<size_t>(std::ranges::count(findings, false, &Finding::dismissed));
  size_t room = std::max(app.state<PanelState>().findings_listed, listed_at_once);
  ImGui::Dummy({1, theme.px(4)});
  for (const Document* document : documents_in_order(session)) {
    const auto is_of_document = [&](const Finding& finding) {
      return finding.document == document->id && !finding.dismissed;
    };
    const auto count = static_cast<size_t>(std::ranges::count_if(findings, is_of_document));
    if (count == 0 || room == 0) continue;
    group_heading(app, column, document->title, count);
    for (const Finding& finding : findings) {
      if (!is_of_document(finding) || room == 0) continue;
      view_finding(app, column, finding, pressed);
      --room;
    }
  }
  if (open == 0) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_icon(ImGui::GetWindowDrawList(), theme.fonts.text, theme.px(22), {at.x + theme.px(11), at.y + theme.px(15)},
              theme.colours.good, icons::done);
    ImGui::Dummy({1, theme.px(0)});
    column.text(theme.fonts.text, theme.colours.text, words.text("check.nothing"), 32, 8);
  }
  const size_t listed = std::max(app.state<PanelState>().findings_listed, listed_at_once);
  if (open > listed) {
    pressed.more =
        link(app, "review.more", words.text("review.more", {{"count", std::to_string(open - listed)}}), icons::expand);
  }
  view_all_dismissed(app, column, findings, pressed);
  ImGui::Dummy({1, theme.px(8)});
  obey(app, pressed);
}

}  // namespace canvasbook
