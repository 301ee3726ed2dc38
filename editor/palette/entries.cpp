#include "editor/palette/entries.h"

#include <algorithm>

#include "editor/dialogs/company.h"
#include "editor/frame/app.h"
#include "editor/frame/command_table.h"
#include "editor/session/first_text.h"
#include "model/text/outline.h"
#include "model/text/text.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

std::string searched_in(Language language, std::string_view key) {
  return to_loose_search_form(Catalog::of(language).text(key));
}

void add_commands(const App& app, std::vector<PaletteEntry>& entries) {
  const Catalog& words = app.catalog();
  for (const Command& command : commands()) {
    PaletteEntry entry;
    entry.key = std::string("palette/") + command.key;
    entry.name = name_of(command, app);
    entry.enabled = is_enabled(command, app);
    entry.note = words.text(entry.enabled                ? menu_key(command.menu)
                            : command.why_not != nullptr ? command.why_not
                                                         : "palette.not_now");
    entry.shortcut = shortcut_text(command, words);
    entry.icon = command.icon;
    entry.other_name = searched_in(app.language() == Language::ru ? Language::en : Language::ru, command.key);
    entry.searched = searched_in(app.language(), command.key) + "\n" + entry.other_name;
    entry.run = [&command](App& target) { command.run(target); };
    entries.push_back(std::move(entry));
  }
}

PaletteEntry place(const App& app, const std::string& id, const std::string& title, const std::string& note,
                   char32_t icon) {
  PaletteEntry entry;
  entry.key = "palette/go/" + id;
  entry.name = title.empty() ? app.catalog().text("window.unnamed") : title;
  entry.note = note;
  entry.icon = icon;
  entry.searched = to_loose_search_form(title + "\n" + note);
  entry.run = [id](App& target) { target.session()->go_to(id); };
  return entry;
}

void add_headings(const Section& section, std::vector<PaletteEntry>& entries) {
  const Prose* prose = std::get_if<Prose>(&section.content);
  if (prose == nullptr) return;
  const std::vector<OutlinePart> parts = outline_of(prose->text);
  for (size_t i = 0; i < parts.size(); ++i) {
    PaletteEntry entry;
    entry.key = "palette/go/" + section.id + "/" + std::to_string(i);
    entry.name = parts[i].title;
    entry.note = section.title;
    entry.icon = icons::details;
    entry.searched = to_loose_search_form(parts[i].title + "\n" + section.title);
    entry.run = [id = section.id, i](App& target) {
      target.session()->go_to(id);
      target.session()->go_to_part(i);
    };
    entries.push_back(std::move(entry));
  }
}

void add_places(const App& app, std::vector<PaletteEntry>& entries) {
  if (app.session() == nullptr) return;
  for (const auto& document : app.session()->workbook().documents) {
    entries.push_back(place(app, document->id, document->title, app.catalog().text("palette.document"), icons::folder));
    for (const auto& section : document->sections) {
      entries.push_back(place(app, section->id, section->title, document->title, icons::document));
      add_headings(*section, entries);
    }
  }
}

void add_templates(const App& app, std::vector<PaletteEntry>& entries) {
  for (const Template& source : templates_in(app.language())) {
    PaletteEntry entry;
    entry.key = "palette/template/" + source.id;
    entry.name = source.title;
    entry.note = app.catalog().text(app.session() == nullptr ? "palette.new_workbook" : "palette.add_document");
    entry.icon = icons::add;
    entry.searched = to_loose_search_form(source.title + "\n" + entry.note);
    entry.run = [&source](App& target) {
      if (target.session() == nullptr) return target.show_dialog(make_company_dialog(source));
      target.add_document(source);
      if (target.session()->prose() != nullptr) begin_first_text(*target.session());
    };
    entries.push_back(std::move(entry));
  }
}

}  // namespace

PaletteEntry make_choice(std::string key, std::string name, std::string note, char32_t icon,
                         std::function<void(App&)> run) {
  std::string searched = to_loose_search_form(name + " " + note);
  return {std::move(key), std::move(name), std::move(note), {}, icon, true, std::move(searched), std::move(run), {}};
}

std::vector<PaletteEntry> palette_entries(const App& app) {
  std::vector<PaletteEntry> entries;
  add_commands(app, entries);
  add_places(app, entries);
  add_templates(app, entries);
  return entries;
}

namespace {

// How well a name fits, 0 the best; behind a line feed it may have a second one.
int rank_of_name(const std::string& name, const std::string& wanted, const std::vector<std::string_view>& words) {
  if (name.starts_with(wanted) || name.find("\n" + wanted) != std::string::npos) return 0;
  const auto begins_a_word = [&](std::string_view word) {
    for (size_t at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
      if (at == 0 || std::string_view(" \n-(\"").find(name[at - 1]) != std::string_view::npos) return true;
    }
    return false;
  };
  if (std::ranges::all_of(words, begins_a_word)) return 2;
  const auto holds = [&](std::string_view word) { return name.find(word) != std::string::npos; };
  return std::ranges::all_of(words, holds) ? 3 : 4;
}

}  // namespace

std::vector<size_t> matching_entries(const std::vector<PaletteEntry>& entries, std::string_view query) {
  const std::string wanted = to_loose_search_form(trim(query));
  std::vector<std::string_view> words;
  for (size_t at = 0; at < wanted.size();) {
    const size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (end > at) words.push_back(std::string_view(wanted).substr(at, end - at));
    at = end + 1;
  }
  std::vector<size_t> found;
  for (size_t i = 0; i < entries.size(); ++i) {
    const std::string& text = entries[i].searched;
    const auto holds = [&](std::string_view word) { return text.find(word) != std::string::npos; };
    if (std::ranges::all_of(words, holds)) found.push_back(i);
  }
  if (wanted.empty()) return found;
  std::vector<int> ranks(entries.size());
  for (const size_t index : found) {
    const PaletteEntry& entry = entries[index];
    const int rank = rank_of_name(to_loose_search_form(entry.name) + "\n" + entry.other_name, wanted, words);
    ranks[index] = rank == 0 && !entry.enabled ? 1 : rank;
  }
  std::ranges::stable_sort(found, {}, [&](size_t index) { return ranks[index]; });
  return found;
}

}  // namespace canvasbook
