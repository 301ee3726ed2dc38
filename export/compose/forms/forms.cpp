#include "export/compose/forms/forms.h"

#include <algorithm>
#include <memory>

#include "export/compose/compose.h"
#include "export/compose/contexts.h"
#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"
#include "model/blank_places.h"
#include "model/placeholders.h"

namespace canvasbook {

namespace {

constexpr PrintForm form_rows[] = {
    {"book", "form.book", nullptr, nullptr, false},
    {"index", "form.index", compose_cue_index, has_printed_cues, true},
    {"cards", "form.cards", compose_pocket_cards, has_printed_cues, false},
    {"wall", "form.wall", compose_wall_sheet, has_stop_phrases, false, false, true},
    {"scheme", "form.scheme", compose_call_scheme, has_call_scheme, false, false, true},
    {"roleplay", "form.roleplay", compose_role_play, has_talks, false},
    {"scorecard", "form.scorecard", compose_scorecard, has_printed_cues, false},
    {"standard-cards", "form.standard_cards", compose_standard_cards, has_standards, false},
    {"poster", "form.poster", compose_poster, has_rules, false, false, true},
    {"questions-4", "form.questions_4", compose_four_question_cards, has_question_cards, false},
    {"questions-8", "form.questions_8", compose_eight_question_cards, has_question_cards, false},
    {"signatures", "form.signatures", compose_signatures, nullptr, false},
    {"results", "form.results", compose_results, has_finished_visits, false},
    {"coverage", "form.coverage", compose_coverage, has_coverage, false},
    {"phone", "form.phone", compose_phone_form, has_checks, false, false, false, true},
    {"changes", "form.changes", nullptr, nullptr, true, true},
};

}  // namespace

std::span<const PrintForm> print_forms() { return form_rows; }

const PrintForm* find_print_form(std::string_view name) {
  const auto* row = std::ranges::find(form_rows, name, &PrintForm::name);
  return row == std::ranges::end(form_rows) ? nullptr : row;
}

namespace {

// Whether a run is a part of what its item says, and no mention of it elsewhere.
bool is_content(const TextRun& run) {
  constexpr RunRole mentions[] = {RunRole::footer, RunRole::running_head, RunRole::contents, RunRole::cross_reference};
  return run.item != 0 && std::ranges::find(mentions, run.role) == std::end(mentions);
}

}  // namespace

// The place of a bookmark, or else the first page with any text of the item.
PageNumbers page_numbers(const Pages& book) {
  PageNumbers numbers;
  for (const Bookmark& bookmark : book.bookmarks) numbers.emplace(book.items[bookmark.item], bookmark.page + 1);
  for (size_t page = 0; page < book.pages.size(); ++page) {
    for (const TextRun& run : book.pages[page].runs) {
      if (is_content(run)) numbers.try_emplace(book.items[run.item], static_cast<int>(page) + 1);
    }
  }
  return numbers;
}

std::vector<std::string> documents_with_form(const PrintForm& form, const Workbook& workbook,
                                             const std::vector<std::string>& sections) {
  std::vector<std::string> documents;
  ComposeOptions options{{}, {}, workbook.modified};
  options.sections = sections;
  const ComposeContexts contexts(workbook, options);
  for (const auto& document : workbook.documents) {
    if (!contexts.prints(*document)) continue;
    if (form.has == nullptr || form.has(contexts.of(*document))) documents.push_back(document->id);
  }
  return documents;
}

std::vector<std::string> printed_blanks(const PrintDocument& print) {
  std::vector<std::string> blanks;
  for (const std::string& text : printed_texts(print)) {
    for (const WordRange& blank : blanks_in_text(text))
      blanks.push_back(text.substr(blank.begin, blank.end - blank.begin));
    std::ranges::move(names_left_open(text), std::back_inserter(blanks));
  }
  return blanks;
}

PrintDocument compose_form(const PrintForm& form, const Workbook& workbook, const ComposeOptions& options,
                           const PageNumbers& pages) {
  if (is_whole_book(form)) return compose(workbook, options);
  if (form.compares) return options.older ? compose_changes(workbook, options, pages) : PrintDocument{};
  PrintDocument print;
  print.author = workbook.company;
  print.language = workbook.language;
  print.date = options.date;
  const ComposeContexts contexts(workbook, options);
  for (const auto& document : workbook.documents) {
    if (!contexts.prints(*document)) continue;
    ComposeContext context = contexts.of(*document);
    context.steps = steps_of(*document);
    PrintParts parts = form.compose(context, pages);
    if (parts.empty()) continue;
    print.title += (print.title.empty() ? "" : " · ") + printed_title(context);
    for (PrintPart& part : parts) print.parts.push_back(std::make_shared<const PrintPart>(std::move(part)));
  }
  print.title += (print.title.empty() ? "" : " — ") + Catalog::of(workbook.language).text(form.key);
  return print;
}

}  // namespace canvasbook
