#include "editor/spelling/menu.h"

#include <algorithm>

#include "editor/board/commands.h"
#include "editor/find/stop_phrases.h"
#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/spelling_marks.h"
#include "editor/navigator/document_actions.h"
#include "editor/spelling/state.h"
#include "editor/spelling/stop_phrase_menu.h"
#include "model/text_places.h"

namespace canvasbook {

namespace {

constexpr const char* popup = "spelling";
constexpr int frames_to_show = 3;  // until the text is laid out, drawn and scrolled to

bool is_written(const View& view, const TextPlace& place) {
  const bool is_one_of_several = place.editing == Editing::field || place.editing == Editing::visit;
  return view.editing == place.editing && view.edited == place.item &&
         (!is_one_of_several || view.field == place.field);
}

void write_in(App& app, const TextPlace& place) {
  Session& session = *app.session();
  if (is_written(session.view(), place)) return;
  const bool is_title = place.editing == Editing::document_title || place.editing == Editing::section_title;
  if (is_title) show_navigator(app);
  if (place.editing == Editing::document_title) session.begin_document_title(place.item);
  if (place.editing == Editing::section_title) session.begin_section_title(place.item);
  if (place.editing == Editing::note) session.begin_note(place.item);
  if (place.editing == Editing::details) session.begin_details(place.item);
  if (place.editing == Editing::prose) session.begin_prose();
  if (place.editing == Editing::field) session.begin_field({place.item, place.field});
  if (place.editing == Editing::visit) session.begin_visit_text({place.item, place.field});
}

std::string word_at(const TextCore& field, TextRange range) {
  if (range.end > field.text().size()) return {};
  return to_utf8(std::u32string_view(field.text()).substr(range.begin, range.end - range.begin));
}

// Brings the word that was asked for into view, selected.
void show_word(App& app, const AskedWord& asked) {
  Session& session = *app.session();
  SpellingMenu& menu = app.state<SpellingMenu>();
  show_if_parked(app, asked.place.item);
  write_in(app, asked.place);
  if (!is_written(session.view(), asked.place)) return;  // it is gone
  session.field.select(asked.range.begin, asked.range.end);
  session.bring_caret_into_view();
  menu.word = word_at(session.field, asked.range);
  app.state<SpellingMarks>().with_menu = asked.range;
  menu.is_own = asked.is_own;
  menu.stop_phrase = asked.stop_phrase;
  menu.frames_to_open = frames_to_show;
  if (!menu.is_own && menu.stop_phrase.empty()) app.spelling.suggestions(menu.word);  // begins to search
}

struct MenuEntry {
  enum class What { nothing, take, add, remove, next };
  What what = What::nothing;
  std::string suggestion;
};

void add_entry(std::vector<MenuRow>& rows, std::vector<MenuEntry>& entries, MenuRow row, MenuEntry entry) {
  rows.push_back(std::move(row));
  entries.push_back(std::move(entry));
}

void add_suggestions(App& app, std::vector<MenuRow>& rows, std::vector<MenuEntry>& entries) {
  const Catalog& words = app.catalog();
  const std::vector<std::string>* found = app.spelling.suggestions(app.state<SpellingMenu>().word);
  const auto note = [&](const char* key) {
    MenuRow row{key, words.text(key)};
    row.enabled = false;
    add_entry(rows, entries, row, {});
  };
  if (found == nullptr) return note("spelling.searching");
  if (found->empty()) return note("spelling.no_suggestions");
  for (size_t i = 0; i < found->size(); ++i) {
    add_entry(rows, entries, {"spelling/" + std::to_string(i), (*found)[i]}, {MenuEntry::What::take, (*found)[i]});
  }
}

void act(App& app, const MenuEntry& entry) {
  Session& session = *app.session();
  const std::string word = app.state<SpellingMenu>().word;
  const TextRange range = app.state<SpellingMarks>().with_menu;
  switch (entry.what) {
    case MenuEntry::What::nothing:
      return;
    case MenuEntry::What::take:
      if (word_at(session.field, range) == word) session.replace_written(range, entry.suggestion);
      return;
    case MenuEntry::What::add:
      session.record(add_own_word(session.workbook(), word), "step.own_word");
      return app.say(app.catalog().text("spelling.added", {{"word", word}}));
    case MenuEntry::What::remove:
      session.record(remove_own_word(session.workbook(), word), "step.remove_own_word");
      return app.say(app.catalog().text("spelling.removed", {{"word", word}}));
    case MenuEntry::What::next:
      return go_to_next_misspelling(app);
  }
}

// Below the word where there is room, else above it.
void place_at_word(App& app, const std::vector<MenuRow>& rows) {
  const SpellingMarks& marks = app.state<SpellingMarks>();
  const ImVec2 size = size_of_menu(app.theme, rows);
  const ImVec2 room = ImGui::GetIO().DisplaySize;
  const float left = std::max(0.0F, std::min(marks.from.x, room.x - size.x));
  const float gap = app.theme.px(2);
  const bool fits_below = marks.to.y + gap + size.y <= room.y;
  ImGui::SetNextWindowPos({left, fits_below ? marks.to.y + gap : std::max(0.0F, marks.from.y - gap - size.y)});
}

void draw_stop_phrase_menu(App& app) {
  const std::string phrase = app.state<SpellingMenu>().stop_phrase;
  const std::vector<MenuRow> rows = stop_phrase_rows(app, phrase);
  place_at_word(app, rows);
  const bool next = app.input.take(Key::f4, {});
  const bool replaces = app.input.take(Key::f4, shift);
  const int chosen = popup_menu(app, popup, rows);
  if (next) return go_to_next_stop_phrase(app);
  if (replaces) return replace_stop_phrase_at_caret(app);
  if (chosen >= 0) choose_stop_phrase_row(app, phrase, rows[static_cast<size_t>(chosen)].key);
}

void draw_menu(App& app) {
  std::vector<MenuRow> rows;
  std::vector<MenuEntry> entries;
  const auto add = [&](const char* key, char32_t icon, MenuEntry::What what) {
    MenuRow row{key, app.catalog().text(key)};
    row.icon = icon;
    add_entry(rows, entries, row, {what, {}});
  };
  if (app.state<SpellingMenu>().is_own) {
    add("spelling.remove", 0, MenuEntry::What::remove);
  } else {
    add_suggestions(app, rows, entries);
    add_entry(rows, entries, {}, {});
    add("spelling.add", icons::add, MenuEntry::What::add);
  }
  add_entry(rows, entries, {}, {});
  add_entry(rows, entries, menu_row(app, *find_command("command.next_misspelling"), "spelling/"),
            {MenuEntry::What::next, {}});
  place_at_word(app, rows);
  const bool next = app.input.take(Key::f7, {});
  const int chosen = popup_menu(app, popup, rows);
  if (next) return go_to_next_misspelling(app);
  if (chosen >= 0) act(app, entries[static_cast<size_t>(chosen)]);
}

// Where a text of a section is written in.
TextPlace place_in(const Section& section, const FieldPlace& place) {
  if (std::holds_alternative<Prose>(section.content)) return {Editing::prose, section.id, {}};
  if (holds_items(section.content)) return {Editing::field, place.item, place.field};
  if (std::holds_alternative<Visits>(section.content)) return {Editing::visit, place.item, place.field};
  return {place.field == "details" ? Editing::details : Editing::note, place.item, {}};
}

// A text that is checked, and where it is written.
struct CheckedText {
  TextPlace place;
  const std::string* text = nullptr;
};

// All that is read in a section, in that order: the titles above it, then what stands in it.
std::vector<CheckedText> texts_of(const Document& document, size_t index) {
  const Section& section = *document.sections[index];
  std::vector<CheckedText> texts;
  if (index == 0) texts.push_back({{Editing::document_title, document.id, {}}, &document.title});
  texts.push_back({{Editing::section_title, section.id, {}}, &section.title});
  for (const PlacedText& text : texts_in_order(section.content)) {
    texts.push_back({place_in(section, text.place), text.text});
  }
  return texts;
}

// The first misspelt word of a text of which is_behind(TextRange) is true.
template <class IsBehind>
std::optional<TextRange> first_misspelling(App& app, const std::string& text, IsBehind is_behind) {
  for (const CheckedWord& word : app.spelling.check_now(to_utf8(to_editable(text)))) {
    if (!word.is_own && is_behind(word.range)) return word.range;
  }
  return std::nullopt;
}

const auto anywhere = [](TextRange) { return true; };

std::optional<AskedWord> first_in(App& app, const std::vector<CheckedText>& texts, size_t begin, size_t end) {
  for (size_t i = begin; i < end; ++i) {
    if (const auto range = first_misspelling(app, *texts[i].text, anywhere)) {
      return AskedWord{texts[i].place, *range, false};
    }
  }
  return std::nullopt;
}

// Where the walk begins in the shown section: the text that is written, or else the first of what is selected.
size_t text_to_begin_with(const View& view, const std::vector<CheckedText>& texts) {
  for (size_t i = 0; i < texts.size(); ++i) {
    if (is_written(view, texts[i].place)) return i;
  }
  if (view.editing == Editing::nothing && !view.cursor.empty()) {
    for (size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].place.item == view.cursor) return i;
    }
  }
  return 0;
}

struct Walk {
  size_t document = 0;
  size_t section = 0;
  AskedWord word;
  bool is_round = false;  // it began anew
};

std::optional<Walk> next_misspelling(App& app) {
  const Session& session = *app.session();
  const View& view = session.view();
  const auto& documents = session.workbook().documents;
  std::vector<std::pair<size_t, size_t>> sections;
  size_t shown = 0;
  for (size_t d = 0; d < documents.size(); ++d) {
    for (size_t s = 0; s < documents[d]->sections.size(); ++s) {
      if (d == view.document && s == view.section) shown = sections.size();
      sections.emplace_back(d, s);
    }
  }
  for (size_t i = 0; i <= sections.size() && !sections.empty(); ++i) {
    const auto& [d, s] = sections[(shown + i) % sections.size()];
    const std::vector<CheckedText> texts = texts_of(*documents[d], s);
    const bool is_shown = d == view.document && s == view.section;
    const bool is_round = shown + i >= sections.size();
    const size_t first = is_shown ? text_to_begin_with(view, texts) : 0;
    if (is_shown && i == 0) {
      const TextPlace& place = texts[first].place;
      const TextRange selected = session.field.selection();
      const bool writes = is_written(view, place);
      const auto range = first_misspelling(app, *texts[first].text, [&](TextRange word) {
        if (!writes) return true;
        return session.field.has_selection() ? word.begin >= selected.end : word.end >= selected.end;
      });
      if (range) return Walk{d, s, {place, *range, false}, false};
      if (const auto found = first_in(app, texts, first + 1, texts.size())) return Walk{d, s, *found, false};
      continue;
    }
    const size_t end = is_shown ? first + 1 : texts.size();  // round the end
    if (const auto found = first_in(app, texts, 0, end)) return Walk{d, s, *found, is_round};
  }
  return std::nullopt;
}

}  // namespace

void view_spelling_menu(App& app) {
  SpellingMenu& menu = app.state<SpellingMenu>();
  SpellingMarks& marks = app.state<SpellingMarks>();
  if (marks.asked) {
    const AskedWord asked = *std::exchange(marks.asked, std::nullopt);
    show_word(app, asked);
    if (app.wake) app.wake();
  } else if (menu.frames_to_open > 0) {
    if (!app.session()->is_writing()) menu.frames_to_open = 0;
    if (menu.frames_to_open > 0 && --menu.frames_to_open == 0) ImGui::OpenPopup(popup);
    if (app.wake) app.wake();
  }
  if (!ImGui::IsPopupOpen(popup)) return;
  menu.stop_phrase.empty() ? draw_menu(app) : draw_stop_phrase_menu(app);
}

void say_missing_dictionary(App& app) {
  const Document* document = app.session()->document();
  const Language language = document == nullptr ? app.session()->workbook().language : document->language;
  if (app.spelling.has(language)) return;
  app.say(app.catalog().text(language == Language::ru ? "spelling.no_russian" : "spelling.no_english"));
}

void go_to_next_misspelling(App& app) {
  if (!app.spelling.is_ready()) return app.say(app.catalog().text("spelling.not_ready"));
  const auto found = next_misspelling(app);
  if (!found) {
    app.say(app.catalog().text("spelling.nothing"));
    return say_missing_dictionary(app);
  }
  Session& session = *app.session();
  const bool is_shown = session.view().document == found->document && session.view().section == found->section;
  if (!is_shown || session.view().shown_register) {
    session.show_section(found->document, found->section);
  }
  app.state<SpellingMarks>().asked = found->word;
  if (found->is_round) app.say(app.catalog().text("find.from_beginning"));
}

}  // namespace canvasbook
