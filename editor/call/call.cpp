// What happens in the call: keys, words, gaps. How it looks is in call_drawing.cpp.
#include "editor/call/call.h"

#include <algorithm>
#include <utility>

#include "editor/call/screen_parts.h"
#include "editor/call/screen_scale.h"
#include "editor/parts/text_field.h"
#include "model/call_gaps.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr size_t most_found = 30;
constexpr size_t enough_letters = 3;  // to say that the book has nothing
constexpr int most_digits = 9;

// What a call can ask values for: what is said and what stays in sight.
std::vector<std::string_view> texts_of_call(const Document& document) {
  std::vector<std::string_view> texts;
  for (const auto& section : document.sections) {
    const bool is_of_call =
        std::holds_alternative<Responses>(section->content) || std::holds_alternative<Prose>(section->content);
    if (!is_of_call || is_gaps(*section)) continue;
    for_each_written_text(section->content,
                          [&](const WrittenText<const std::string>& at) { texts.emplace_back(*at.text); });
  }
  return texts;
}

bool has_cues_in(const Document& document) {
  return std::ranges::any_of(document.sections, [](const auto& section) { return has_cues(*section); });
}

// Whether words that find nothing are known well enough to say so: some letters, or a word that is finished.
bool is_enough_to_miss(std::string_view words) {
  size_t letters = 0;
  bool is_finished = false;
  for (size_t at = 0; at < words.size();) {
    const bool is_letter = is_word_character(next_code_point(words, at));
    is_finished = is_finished || (letters > 0 && !is_letter);
    if (is_letter) ++letters;
  }
  return is_finished || letters >= enough_letters;
}

// Index of the document to call with; none: as many as there are.
size_t document_to_call(const Session& session) {
  const auto& documents = session.workbook().documents;
  const size_t shown = session.view().document;
  if (shown < documents.size() && has_cues_in(*documents[shown])) return shown;
  const auto first = std::ranges::find_if(documents, [](const auto& document) { return has_cues_in(*document); });
  return static_cast<size_t>(first - documents.begin());
}

std::string shown_section(const Session& session) {
  const Section* shown = session.section();
  return shown == nullptr ? std::string() : shown->id;
}

}  // namespace

bool can_call(const App& app) {
  return app.session() != nullptr && document_to_call(*app.session()) < app.session()->workbook().documents.size();
}

void begin_call(App& app) {
  const Session& session = *app.session();
  const size_t document = document_to_call(session);
  if (document >= session.workbook().documents.size()) return;
  const std::string section = shown_section(session);
  LeftCall left = std::exchange(app.state<LeftCall>(), {});
  if (left.call != nullptr && left.document->same_as(session.workbook().documents[document]) &&
      left.section == section) {
    app.full_view = std::move(left.call);
    return;
  }
  app.full_view = std::make_unique<Call>(session.workbook(), document, section);
}

Call::Call(const Workbook& workbook, size_t document, std::string_view section)
    : document_(workbook.documents[document]),
      values_(workbook, "call/value/"),
      index_(*document_),
      talk_(*document_, section) {
  stop_phrases_.use(workbook, *document_);
  values_.keep_room_for(texts_of_call(*document_));
}

bool Call::has_words() const { return !trim(words()).empty(); }
bool Call::is_at_end() const { return !lists_found_ && talk_.place().end != CallEnd::none; }

void Call::search() {
  searched_ = query_.core.revision();
  std::vector<IndexedCue> found;
  for (const CallHit& hit : index_.find(words(), most_found)) found.push_back(index_.cues()[hit.cue]);
  if (has_words() && found.empty() && !is_enough_to_miss(words())) return;
  found_ = std::move(found);
  lists_found_ = has_words();
  choose_cue(0);
}

void Call::choose_cue(size_t cue) {
  chosen_ = cue;
  shows_chosen_ = true;
}

void Call::forget_words() {
  query_.set_text({});
  query_.scroll = 0;
  search();
}

void Call::begin_anew() {
  talk_.begin_anew();
  forget_words();
  values_.forget();
}

void Call::leave(App& app, bool may_return) {
  std::string told;
  if (gaps_kept_ > 0) told = app.catalog().count("call.gaps_kept", gaps_kept_);
  const bool is_on_its_way =
      !is_at_end() && std::ranges::any_of(talk_.path(), [](const TalkStep& step) { return step.said != nullptr; });
  if (may_return && is_on_its_way) {
    told += (told.empty() ? "" : " ") + app.catalog().text("call.left");
    const Session& session = *app.session();
    app.state<LeftCall>() = {std::move(app.full_view), session.workbook().documents[document_to_call(session)],
                             shown_section(session)};
  }
  if (!told.empty()) app.say(std::move(told));
  app.full_view.reset();
}

void Call::take_cue() {
  const IndexedCue* cue = chosen();
  if (cue == nullptr) return;
  const IndexedCue taken = *cue;
  talk_.hear(taken);
  forget_words();
}

void Call::say(const Answer& answer) {
  const IndexedCue* cue = chosen();
  if (cue == nullptr) return;
  const IndexedCue answered = *cue;
  talk_.say(answered, answer);
  forget_words();
}

const Answer* Call::answer_of_number(int number) const {
  const IndexedCue* cue = chosen();
  if (cue == nullptr) return nullptr;
  for (const Answer& answer : cue->response->answers) {
    if (!trim(answer.text).empty() && --number == 0) return &answer;
  }
  return nullptr;
}

void Call::say_number(int number) {
  if (const Answer* answer = answer_of_number(number)) say(*answer);
}

bool Call::digit_chooses() const {
  if (words().empty()) return true;
  const TextCursor& cursor = query_.core.cursor();
  if (cursor.caret != cursor.anchor || cursor.caret == 0) return false;
  const char32_t before = query_.core.text()[cursor.caret - 1];
  return is_word_character(before) && !is_digit(before);
}

void Call::go_back() {
  if (has_words()) return forget_words();
  const Response* left = talk_.place().cue;
  talk_.go_back();
  const auto& cues = talk_.cues();
  const auto before = std::ranges::find(cues, left, &IndexedCue::response);
  choose_cue(before == cues.end() ? 0 : static_cast<size_t>(before - cues.begin()));
}

void Call::keep_gap(App& app) {
  const Catalog& catalog = app.catalog();
  if (!has_words()) {
    notice_ = catalog.text("call.gap_without_words");
    return;
  }
  Session& session = *app.session();
  session.end_writing();
  AddedGap added = add_gap(session.workbook(), document_->id, words(), session.ids());
  if (added.cue.empty()) {
    notice_ = catalog.text("call.gap_known");
    return;
  }
  session.record(std::move(added.workbook), "step.gap", added.cue);
  forget_words();
  ++gaps_kept_;
  notice_ = catalog.text("call.gap_kept");
}

void Call::ask_for_values() {
  std::vector<std::string_view> texts;
  if (const Answer* said = saying()) texts.emplace_back(said->text);
  if (const IndexedCue* cue = chosen()) {
    texts.emplace_back(cue->response->cue);
    for (const Answer& answer : cue->response->answers) texts.emplace_back(answer.text);
  }
  for (const NoteInSight& note : sight_) {
    for (const LineInSight& line : note.lines) texts.emplace_back(line.text);
  }
  values_.ask(texts);
}

void Call::take_keys_of_words(App& app) {
  const size_t last = cues().empty() ? 0 : cues().size() - 1;
  while (app.input.take(Key::down, plain)) choose_cue(std::min(chosen_ + 1, last));
  while (app.input.take(Key::up, plain)) choose_cue(chosen_ == 0 ? 0 : chosen_ - 1);
  if (app.input.take(Key::enter, plain)) {
    if (is_at_end() && !has_words()) {
      begin_anew();
    } else {
      take_cue();
    }
  }
  if (words().empty() && (app.input.take(Key::backspace, plain) || app.input.take(Key::left, plain))) go_back();
  const int digit = typed_digit(app);
  digit_is_taken_ = digit > 0 && digit_chooses() && answer_of_number(digit) != nullptr;
  if (digit_is_taken_) say_number(digit);
}

bool Call::take_keys(App& app) {
  if (app.input.take(Key::f11, plain)) app.full_screen = !app.full_screen;
  if (app.input.has_keys()) notice_.clear();
  bool ends = app.input.take(Key::f6, plain);
  const bool may_return = !ends;
  if (app.input.take(Key::escape, plain)) {
    if (!values_.focused().empty()) {
      values_.leave();
    } else if (!words().empty()) {
      forget_words();
    } else {
      ends = true;
    }
  }
  if (ends) {
    leave(app, may_return);
    return false;
  }
  while (app.input.take(Key::tab, plain)) values_.step_focus(1);
  while (app.input.take(Key::tab, shift)) values_.step_focus(-1);
  for (int number = 1; number <= most_digits; ++number) {
    const auto key = static_cast<Key>(static_cast<int>(Key::digit_0) + number);
    if (app.input.take(key, control)) say_number(number);
  }
  const float page = app.theme.px(220);
  if (app.input.take(Key::page_down, plain)) scroll_answers_ += page;
  if (app.input.take(Key::page_up, plain)) scroll_answers_ -= page;
  if (app.input.take(Key::page_down, control)) scroll_sight_ += page;
  if (app.input.take(Key::page_up, control)) scroll_sight_ -= page;
  if (app.input.take(Key::g, control)) keep_gap(app);
  if (values_.focused().empty()) take_keys_of_words(app);
  return true;
}

void Call::draw(App& app, const Area& area) {
  const ScreenScale scale(app, area);
  lay_out(query_.core, app.theme.fonts.large, any_width);
  ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, app.theme.colours.background);
  scroll_answers_ = 0;
  scroll_sight_ = 0;
  digit_is_taken_ = false;
  if (!app.has_dialog() && !take_keys(app)) return;
  const Theme& theme = app.theme;
  if (const Section* stage = talk_.stage(); std::exchange(sight_of_, stage) != stage) {
    sight_ = stage == nullptr ? std::vector<NoteInSight>() : notes_in_sight(*document_, *stage);
    sight_is_new_ = true;
  }
  const float margin = theme.px(screen_margin);
  const float side = sight_.empty() ? 0 : std::clamp(area.width() * 0.27F, theme.px(280), theme.px(520));
  const Area inner{{area.from.x + margin, area.from.y + margin},
                   {area.to.x - margin, area.to.y - theme.px(foot_height)}};
  const float right = inner.to.x - (side > 0 ? side + margin : 0);
  const float width = right - inner.from.x;
  float y = inner.from.y + theme.px(56);
  draw_words(app, inner.from, {right, y});
  if (query_.core.revision() != searched_) search();
  y += theme.px(8);
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text, {inner.from.x, y}, width, theme.colours.muted,
               path(app, width));
  y += theme.fonts.text->FontSize + theme.px(10);
  ask_for_values();
  y += values_.draw(app, {inner.from.x, y}, width, area.height() * most_asked);
  Pressed pressed;
  draw_body(app, {{inner.from.x, y}, {right, inner.to.y}}, pressed);
  if (side > 0) draw_sight(app, {{right + margin, inner.from.y}, inner.to});
  if (pressed.cue > 0) choose_cue(pressed.cue - 1);
  if (pressed.takes_cue) take_cue();
  if (pressed.answer != nullptr) say(*pressed.answer);
  if (draw_foot(app, area)) leave(app);
}

}  // namespace canvasbook
