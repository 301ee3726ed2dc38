#include "editor/call/practice.h"

#include <algorithm>
#include <utility>

#include "editor/call/screen_parts.h"
#include "editor/call/screen_scale.h"
#include "model/blank_places.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool has_dialogues(const Document& document) {
  return std::ranges::any_of(document.sections, [](const auto& section) { return can_rehearse(*section); });
}

// Index of the document to practise; none: as many as there are.
size_t document_to_practise(const Session& session) {
  const auto& documents = session.workbook().documents;
  const size_t shown = session.view().document;
  if (shown < documents.size() && has_dialogues(*documents[shown])) return shown;
  const auto first = std::ranges::find_if(documents, [](const auto& document) { return has_dialogues(*document); });
  return static_cast<size_t>(first - documents.begin());
}

// Whether a text has nothing but places to fill in, and marks.
bool is_mere_gap(const std::string& text) {
  const std::vector<WordRange> gaps = blanks_in_text(text);
  if (gaps.empty()) return false;
  std::string rest = text;
  for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) rest.erase(gap->begin, gap->end - gap->begin);
  return split_words(rest).empty();
}

std::string speaker_of(const Section& section, const DialogueLine& line) {
  const Speaker* speaker = find_speaker(std::get<Dialogue>(section.content), line.speaker);
  return speaker == nullptr ? std::string() : speaker->title;
}

}  // namespace

bool can_practise(const App& app) {
  return app.session() != nullptr && document_to_practise(*app.session()) < app.session()->workbook().documents.size();
}

void begin_practice(App& app) {
  const Session& session = *app.session();
  const size_t document = document_to_practise(session);
  if (document >= session.workbook().documents.size()) return;
  const Section* shown = session.section();
  app.full_view =
      std::make_unique<Practice>(session.workbook(), document, shown == nullptr ? std::string_view() : shown->id);
}

Practice::Practice(const Workbook& workbook, size_t document, std::string_view section)
    : document_(workbook.documents[document]), values_(workbook, "practice/value/") {
  stop_phrases_.use(workbook, *document_);
  for (const auto& candidate : document_->sections) {
    if (can_rehearse(*candidate)) dialogues_.push_back(&*candidate);
  }
  const auto shown = std::ranges::find_if(dialogues_, [&](const Section* dialogue) { return dialogue->id == section; });
  if (shown != dialogues_.end()) {
    choose(static_cast<size_t>(shown - dialogues_.begin()));
  } else if (dialogues_.size() == 1) {
    choose(0);
  }
}

void Practice::choose(size_t dialogue) {
  if (dialogue >= dialogues_.size()) return;
  chosen_ = dialogue;
  rehearsal_.emplace(*dialogues_[dialogue]);
  shows_line_ = true;
}

void Practice::ask_for_values() {
  std::vector<std::string_view> texts;
  if (rehearsal_ && !rehearsal_->is_over()) {
    texts.emplace_back(std::get<Dialogue>(rehearsal_->section().content).situation);
    for (const DialogueLine* line : rehearsal_->lines()) texts.emplace_back(line->text);
  }
  values_.ask(texts);
}

Practice::Act Practice::take_keys(App& app) {
  const auto taken = [&](std::initializer_list<Key> keys) {
    return std::ranges::any_of(keys, [&](Key key) { return app.input.take(key, plain); });
  };
  if (app.input.take(Key::f11, plain)) app.full_screen = !app.full_screen;
  if (taken({Key::f6}) || app.input.take(Key::f6, shift)) return Act::leave;
  while (app.input.take(Key::tab, plain)) values_.step_focus(1);
  while (app.input.take(Key::tab, shift)) values_.step_focus(-1);
  if (!values_.focused().empty()) {
    if (taken({Key::escape})) values_.leave();
    return Act::nothing;
  }
  if (taken({Key::escape})) return Act::leave;
  if (taken({Key::page_down})) scroll_ += app.theme.px(220);
  if (taken({Key::page_up})) scroll_ -= app.theme.px(220);
  const int digit = typed_digit(app);
  if (!rehearsal_) {
    if (taken({Key::down})) chosen_ = std::min(chosen_ + 1, dialogues_.size() - 1);
    if (taken({Key::up}) && chosen_ > 0) --chosen_;
    if (taken({Key::enter, Key::space})) {
      choose(chosen_);
    } else if (digit > 0) {
      choose(static_cast<size_t>(digit - 1));
    }
    return Act::nothing;
  }
  const bool goes_back = taken({Key::left, Key::up, Key::backspace});
  // What one stumbled on stays in sight: a Space too many does not skip it.
  if (rehearsal_->is_over()) return goes_back ? Act::back : taken({Key::enter}) ? Act::go_on : Act::nothing;
  if (digit == 1) return Act::knew;
  if (digit == 2) return Act::stumbled;
  if (taken({Key::enter, Key::space, Key::right, Key::down})) return Act::go_on;
  return goes_back ? Act::back : Act::nothing;
}

void Practice::carry_out(App& app, Act act) {
  if (act == Act::leave) {
    app.full_view.reset();  // this object is gone now
    return;
  }
  if (!rehearsal_ || act == Act::nothing) return;
  shows_line_ = true;
  const bool begins_anew = rehearsal_->is_over() && act != Act::back;
  if (begins_anew) return rehearsal_->begin_anew();
  if (act == Act::go_on) rehearsal_->go_on();
  if (act == Act::knew || act == Act::stumbled) {
    rehearsal_->judge(act == Act::knew, app.state<PracticeState>().stumbles);
  }
  if (act != Act::back) return;
  if (rehearsal_->at() > 0) {
    rehearsal_->go_back();
  } else if (dialogues_.size() > 1) {
    rehearsal_.reset();
  }
}

void Practice::draw_choice(App& app, const Area& area) {
  begin_scrolled("practice/choice", area, scroll_);
  std::optional<size_t> chosen;
  for (size_t i = 0; i < dialogues_.size(); ++i) {
    const Section& section = *dialogues_[i];
    NumberedRow row;
    row.key = "practice/dialogue/" + section.id;
    row.number = i + 1;
    row.text = values_.filled(section.title);
    row.note = to_one_line(values_.filled(std::get<Dialogue>(section.content).situation));
    if (draw_numbered_row(app, row, area.width() - app.theme.px(14))) chosen = i;
    if (i == chosen_) {
      ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), app.theme.colours.accent,
                                          app.theme.px(10), 0, app.theme.px(3));
    }
  }
  ImGui::EndChild();
  if (chosen) choose(*chosen);
}

void Practice::draw_talk(App& app, const Area& area) {
  const Theme& theme = app.theme;
  begin_scrolled("practice/talk", area, scroll_);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float whole = area.width() - theme.px(14);
  const float width = whole * 0.86F;
  const float pad = theme.px(16);
  for (size_t i = 0; i <= rehearsal_->at(); ++i) {
    const DialogueLine& line = *rehearsal_->lines()[i];
    const bool is_staff = rehearsal_->is_of_staff(line);
    const bool is_now = i == rehearsal_->at();
    const bool is_hidden = is_now && rehearsal_->is_hidden();
    std::string words = is_hidden ? app.catalog().text("call.practice.your_turn") : values_.filled(line.text);
    if (!is_staff && is_mere_gap(words)) words = app.catalog().text("call.practice.gap", {{"line", words}});
    const std::string speaker = with_values(speaker_of(rehearsal_->section(), line), values_.placeholders());
    ImFont* font = is_now ? theme.fonts.large : theme.fonts.prose;
    const float speaker_height = theme.fonts.bold->FontSize + theme.px(6);
    TextAtRest text;
    lay_out_at_rest(text, words, font, width - 2 * pad);
    const float text_height = text.rows.height();
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const ImVec2 from{cursor.x + (is_staff ? whole - width : 0), cursor.y};
    const ImVec2 to{from.x + width, from.y + speaker_height + text_height + 2 * pad};
    list->AddRectFilled(from, to, is_staff ? theme.colours.selection : theme.colours.panel, theme.px(12));
    if (is_now) list->AddRect(from, to, theme.colours.accent, theme.px(12), 0, theme.px(2));
    clipped_text(list, theme.fonts.bold, {from.x + pad, from.y + pad}, width - 2 * pad, theme.colours.muted, speaker);
    const ImVec2 text_at{from.x + pad, from.y + pad + speaker_height};
    draw_spoken(list, theme, text, text_at, is_hidden ? theme.colours.muted : theme.colours.text);
    if (is_staff && !is_hidden) {
      dot_stop_phrases(theme, {text.rows, text.text, text_at}, stop_phrases_.in_said({line.id, "text"}, words));
    }
    ImGui::Dummy({whole, to.y - from.y});
    app.parts.add((is_hidden ? "practice/hidden/" : "practice/line/") + line.id, from, to);
    if (is_now && std::exchange(shows_line_, false)) ImGui::SetScrollHereY(1);
  }
  ImGui::EndChild();
}

void Practice::draw_result(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& catalog = app.catalog();
  const std::vector<StumbledLine> lines =
      stumbled_lines(*document_, rehearsal_->section(), app.state<PracticeState>().stumbles);
  if (lines.empty()) {
    return draw_in_middle(app, area, icons::done, theme.colours.good, catalog.text("call.practice.knew_all"),
                          catalog.text("call.practice.again"));
  }
  begin_scrolled("practice/result", area, scroll_);
  const float width = area.width() - theme.px(14);
  ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string title = catalog.text("call.practice.stumbled_on");
  const float height =
      wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.large_bold, at, width, theme.colours.text, title);
  ImGui::Dummy({width, height + theme.px(8)});
  for (const StumbledLine& stumbled : lines) {
    NumberedRow row;
    row.key = "practice/stumbled/" + stumbled.line->id;
    row.text = values_.filled(stumbled.line->text);
    row.stop_marks = stop_phrases_.in_said({stumbled.line->id, "text"}, row.text);
    row.note = catalog.count("call.practice.times", stumbled.times);
    if (stumbled.cue != nullptr) {
      row.note += " · " + to_one_line(values_.filled(stumbled.cue->cue));
    }
    draw_numbered_row(app, row, width);
  }
  paragraph({theme, app.parts}, catalog.text("call.practice.again"), theme.colours.muted);
  ImGui::EndChild();
}

Practice::Act Practice::draw_foot(App& app, const Area& area) {
  Foot foot(app, area);
  Act act = Act::nothing;
  if (rehearsal_) {
    const bool has_back = rehearsal_->at() > 0 || dialogues_.size() > 1;
    const char* forth = rehearsal_->is_over()     ? "call.practice.anew"
                        : rehearsal_->is_hidden() ? "call.practice.show"
                                                  : "call.practice.next";
    if (foot.button("call.practice.back", icons::arrow_back, has_back)) act = Act::back;
    if (foot.button(forth, icons::arrow_forward)) act = Act::go_on;
    if (foot.button("call.practice.knew", icons::check, rehearsal_->can_judge())) act = Act::knew;
    if (foot.button("call.practice.stumbled", icons::warning, rehearsal_->can_judge())) act = Act::stumbled;
  }
  if (foot.button("call.practice.leave", icons::close)) act = Act::leave;
  const char* hint = !values_.focused().empty() ? "call.practice.hint_value"
                     : !rehearsal_              ? "call.practice.hint_choice"
                     : rehearsal_->is_over()    ? "call.practice.hint_result"
                                                : "call.practice.hint";
  foot.say(app.catalog().text(hint), app.theme.colours.muted);
  return act;
}

void Practice::draw(App& app, const Area& area) {
  const ScreenScale scale(app, area);
  const Theme& theme = app.theme;
  ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, theme.colours.background);
  scroll_ = 0;
  if (!app.has_dialog()) {
    const Act act = take_keys(app);
    carry_out(app, act);
    if (act == Act::leave) return;
  }
  const float margin = theme.px(screen_margin);
  const float width = area.width() - 2 * margin;
  const ImVec2 at{area.from.x + margin, area.from.y + margin};
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string title =
      rehearsal_ ? values_.filled(rehearsal_->section().title) : app.catalog().text("call.practice.choose");
  clipped_text(list, theme.fonts.large_bold, at, width, theme.colours.text, to_one_line(title));
  float y = at.y + theme.fonts.large_bold->FontSize + theme.px(8);
  if (rehearsal_) {
    const std::string& situation = std::get<Dialogue>(rehearsal_->section().content).situation;
    clipped_text(list, theme.fonts.text, {at.x, y}, width, theme.colours.muted, to_one_line(values_.filled(situation)));
    y += theme.fonts.text->FontSize + theme.px(8);
  }
  ask_for_values();
  y += values_.draw(app, {at.x, y}, width, area.height() * most_asked);
  const Area body{{at.x, y + theme.px(8)}, {area.to.x - margin, area.to.y - theme.px(foot_height)}};
  if (!rehearsal_) {
    draw_choice(app, body);
  } else if (rehearsal_->is_over()) {
    draw_result(app, body);
  } else {
    draw_talk(app, body);
  }
  if (const Act pressed = draw_foot(app, area); pressed != Act::nothing) carry_out(app, pressed);
}

}  // namespace canvasbook
