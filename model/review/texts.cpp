// The rules for what texts leave open, for placeholders that nobody knows, and for lines whose answers have other words
// by now.
#include <array>
#include <map>
#include <span>
#include <string_view>
#include <unordered_set>

#include "model/author_notes.h"
#include "model/blank_places.h"
#include "model/call_gaps.h"
#include "model/module_uses.h"
#include "model/placeholders.h"
#include "model/review/rules.h"
#include "model/text/text.h"
#include "model/text_places.h"

namespace canvasbook {

namespace {

// Up to three of the blanks of one text, each once.
std::string list_of_blanks(std::span<const BlankPlace> blanks, const DocumentReview& at) {
  constexpr size_t most = 3;
  std::unordered_set<std::string_view> told;
  std::string list;
  for (const BlankPlace& place : blanks) {
    const WordRange& range = place.range;
    const std::string_view words = std::string_view(*place.text).substr(range.begin, range.end - range.begin);
    if (told.insert(words).second && told.size() <= most) list.append(told.size() == 1 ? "" : ", ").append(words);
  }
  if (told.size() <= most) return list;
  return at.catalog.text("list.and_more", {{"list", list}, {"count", std::to_string(told.size() - most)}});
}

// One finding a text.
void find_blanks_of(const DocumentReview& at, const Section& section, std::string_view rule, bool by_speaker) {
  std::vector<BlankPlace> blanks = blank_places(section);
  std::erase_if(blanks, [&](const BlankPlace& place) { return place.by_speaker != by_speaker; });
  const std::string& title = blank(section.title) ? at.document.title : section.title;
  for (size_t begin = 0; begin < blanks.size();) {
    size_t end = begin;
    while (end < blanks.size() && blanks[end].text == blanks[begin].text) ++end;
    const BlankPlace& first = blanks[begin];
    const std::string list = list_of_blanks(std::span(blanks).subspan(begin, end - begin), at);
    Finding& finding = at.add(rule, {first.place.item.empty() ? section.id : first.place.item},
                              {{"blanks", list}, {"section", at.quoted(title)}}, blank_subject(section, first.place));
    finding.field = first.place.field;
    finding.places = end - begin;
    if (!first.place.item.empty()) finding.arguments.emplace_back("text", at.quoted_from(*first.text, 0));
    begin = end;
  }
}

// Nobody has to write before these are told: a place is as open where the template stands untouched.
void find_blanks_of_author(const DocumentReview& at, std::string_view rule) {
  for (const auto& section : at.document.sections) find_blanks_of(at, *section, rule, false);
}

void find_blanks_of_speaker(const DocumentReview& at, std::string_view rule) {
  for (const Section* section : at.judged) find_blanks_of(at, *section, rule, true);
}

// The names of a text in braces that nobody knows, each with how often it stands there; `field` is empty for a title.
void find_undefined_in(const DocumentReview& at, const Section& section, std::string_view rule, const std::string& text,
                       const FieldPlace& place) {
  std::map<std::string, size_t> told;  // by name as names are compared: its finding
  for (const PlaceholderUse& use : placeholder_uses(text)) {
    if (use.name.empty() || at.all.placeholders.find(use.name) != nullptr) continue;
    const std::string name = to_search_form(use.name);
    const auto [known, is_new] = told.emplace(name, at.findings.size());
    if (!is_new) {
      ++at.findings[known->second].places;
      continue;
    }
    const std::string& title = blank(section.title) ? at.document.title : section.title;
    Finding& finding = at.add(rule, {place.item.empty() ? section.id : place.item},
                              {{"placeholder", "{" + use.name + "}"},
                               {"section", at.quoted(title)},
                               {"text", at.quoted_from(text, use.range.begin)}},
                              blank_subject(section, place) + "/" + name);
    finding.field = place.field;
    finding.kind = name;
    finding.has_mend = true;
  }
}

void find_undefined_placeholders(const DocumentReview& at, std::string_view rule) {
  for (const auto& section : at.document.sections) {
    if (defines_placeholders(section->content) || is_gaps(*section) || is_author_notes(*section)) continue;
    find_undefined_in(at, *section, rule, section->title, {});
    for (const PlacedText& text : texts_in_order(section->content)) {
      find_undefined_in(at, *section, rule, *text.text, text.place);
    }
  }
}

void find_lines_that_differ(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Dialogue>(at, [&](const Section& section, const Dialogue& dialogue) {
    for (const DialogueLine& line : dialogue.lines) {
      const auto answer = at.all.answers.find(line.module);
      if (answer == at.all.answers.end() || !differs_from_answer(line, *answer->second)) continue;
      at.add(rule, {line.id}, {{"line", at.quoted(line.text)}, {"section", at.quoted(section.title)}}).has_mend = true;
    }
  });
}

}  // namespace

std::span<const Rule> text_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"differs_from_answer", broken, find_lines_that_differ},
                                    Rule{undefined_placeholder_rule, lacking, find_undefined_placeholders},
                                    Rule{left_blank_rule, unfilled, find_blanks_of_author},
                                    Rule{left_blank_in_script_rule, hint, find_blanks_of_speaker}};
  return rules;
}

}  // namespace canvasbook
