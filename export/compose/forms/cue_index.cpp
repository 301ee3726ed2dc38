// The index of cues: by the alphabet with the first words of their answers, other words for a cue among them, which
// only lead to it; then by the stages of the book, in the order of their numbers. Set so that a book of usual size is
// indexed on a spread.
#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "export/compose/forms/composers.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

struct IndexedCue {
  const Section* section = nullptr;
  PrintedResponse response;
  std::string key;   // by which it is sorted
  std::string page;  // or empty
};

// From the first letter or digit on, whatever its size, "ё" beside "е".
std::string alphabetical_key(const Spans& cue) {
  const std::string text = to_search_form(to_one_line(plain_text(cue)));
  std::string key;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!key.empty() || is_word_character(c)) append_utf8(key, c == U'\u0451' ? U'\u0435' : c);
  }
  return key;
}

std::vector<IndexedCue> indexed_cues(const ComposeContext& context, const PageNumbers& pages) {
  std::vector<IndexedCue> cues;
  for (const auto& section : context.document.sections) {
    for (PrintedResponse& response : printed_responses(*section, context)) {
      const auto page = pages.find(response.item);
      std::string number = page == pages.end() ? std::string() : std::to_string(page->second);
      std::string key = alphabetical_key(response.block.cue);
      cues.push_back({&*section, std::move(response), std::move(key), std::move(number)});
    }
  }
  return cues;
}

constexpr size_t words_of_cue = 13;
constexpr size_t words_of_mention = 4;  // of a cue that is told in full elsewhere
constexpr const char* no_break_space = "\u00A0";

// How many words of each answer are told.
size_t words_of_answers(size_t cues) { return cues <= 30 ? 6 : 4; }

constexpr const char* rule_to_write_on = "____________________";

Spans answers_cell(const ResponseBlock& response, size_t words, const ComposeContext& context) {
  if (response.answers.empty()) return {plain_span(rule_to_write_on)};
  std::string text;
  for (size_t i = 0; i < response.answers.size(); ++i) {
    if (i > 0) text += "  ";
    if (response.answers.size() > 1) text += std::to_string(i + 1) + ". ";
    text += first_words(response.answers[i].text, words);
    if (!response.answers[i].to.empty() && !response.answers[i].next.empty())
      text += std::string(no_break_space) + "→" + no_break_space + step_number(response.answers[i].to, context);
  }
  return {plain_span(std::move(text))};
}

Spans strong_spans(Spans spans) {
  for (Span& span : spans) span.strong = true;
  return spans;
}

Spans text_cell(const std::string& text) { return text.empty() ? Spans{} : Spans{plain_span(text)}; }

// By id.
std::map<std::string_view, const Response*> responses_of(const Document& document) {
  std::map<std::string_view, const Response*> responses;
  for (const auto& section : document.sections) {
    const auto* content = std::get_if<Responses>(&section->content);
    if (content == nullptr) continue;
    for (const Response& response : content->responses) responses.emplace(response.id, &response);
  }
  return responses;
}

// What a row of the table stands under: a cue, or other words for it.
struct IndexRow {
  std::string key;
  const IndexedCue* cue = nullptr;
  std::string phrase;  // these words; empty for the cue itself
};

std::vector<IndexRow> index_rows(const std::vector<IndexedCue>& cues, const ComposeContext& context) {
  const auto responses = responses_of(context.document);
  std::vector<IndexRow> rows;
  for (const IndexedCue& cue : cues) {
    rows.push_back({cue.key, &cue, {}});
    const auto response = responses.find(cue.response.item);
    if (response == responses.end()) continue;
    std::set<std::string> told{cue.key};
    for (const std::string& phrase : synonyms_in(filled(response->second->synonyms, context.placeholders))) {
      std::string key = alphabetical_key({plain_span(phrase)});
      if (key.empty() || !told.insert(key).second) continue;
      rows.push_back({std::move(key), &cue, phrase});
    }
  }
  std::ranges::stable_sort(rows, {}, &IndexRow::key);
  return rows;
}

std::string mention_of(const IndexedCue& cue) { return first_words(cue.response.block.cue, words_of_mention); }

// The words first, as the eye looks for them: "**Expensive** 1.4".
Spans cue_cell(const IndexedCue& cue) {
  Spans cell = strong_spans(text_cell(first_words(cue.response.block.cue, words_of_cue)));
  const std::string& number = cue.response.block.number;
  if (!number.empty()) cell.push_back(plain_span(no_break_space + number));
  return cell;
}

// "dear → 1.4 Expensive"
Spans other_words_cell(const IndexRow& row) {
  const std::string& number = row.cue->response.block.number;
  const std::string numbered = number.empty() ? std::string() : number + no_break_space;
  return text_cell(row.phrase + " →" + no_break_space + numbered + mention_of(*row.cue));
}

SheetBlock alphabetical_table(const std::vector<IndexedCue>& cues, bool has_pages, const ComposeContext& context) {
  const Catalog& words = context.catalog;
  SheetBlock table;
  table.is_index = true;
  table.columns = {{words.text("paper.index_cue")}, {words.text("paper.index_answers")}};
  if (has_pages) table.columns.push_back({words.text("paper.index_page"), Alignment::right});
  if (!has_pages) table.columns.push_back({words.text("paper.index_stage")});
  const size_t most = words_of_answers(cues.size());
  for (const IndexRow& row : index_rows(cues, context)) {
    const IndexedCue& cue = *row.cue;
    const bool is_cue = row.phrase.empty();
    table.rows.push_back({cue.response.item,
                          {is_cue ? cue_cell(cue) : other_words_cell(row),
                           is_cue ? answers_cell(cue.response.block, most, context) : Spans{},
                           text_cell(has_pages ? cue.page : printed_title(*cue.section, context))}});
  }
  return table;
}

// "4.1–4.4"; where the book has no numbers, how its cues begin: "Expensive · Not now".
std::string cues_of_stage(std::span<const IndexedCue> stage) {
  const std::string& first = stage.front().response.block.number;
  const std::string& last = stage.back().response.block.number;
  if (!first.empty()) return first + (first == last ? "" : "–" + last);
  std::string told;
  for (const IndexedCue& cue : stage) told += (told.empty() ? "" : " · ") + mention_of(cue);
  return told;
}

// "5" or "5–6"
std::string pages_of_stage(std::span<const IndexedCue> stage) {
  const std::string& first = stage.front().page;
  const std::string& last = stage.back().page;
  return first + (first == last || first.empty() || last.empty() ? "" : "–" + last);
}

// A stage a row.
SheetBlock stages_table(std::span<const IndexedCue> cues, bool has_pages, const ComposeContext& context) {
  const Catalog& words = context.catalog;
  SheetBlock table;
  table.is_index = true;
  table.columns = {{words.text("paper.index_stage")}, {words.text("paper.index_cue")}};
  if (has_pages) table.columns.push_back({words.text("paper.index_page"), Alignment::right});
  while (!cues.empty()) {
    const Section* section = cues.front().section;
    const auto end = std::ranges::find_if(cues, [&](const IndexedCue& cue) { return cue.section != section; });
    const auto stage = cues.first(static_cast<size_t>(end - cues.begin()));
    SheetBlock::Row row{section->id,
                        {strong_spans(text_cell(printed_title(*section, context))), text_cell(cues_of_stage(stage))}};
    if (has_pages) row.cells.push_back(text_cell(pages_of_stage(stage)));
    table.rows.push_back(std::move(row));
    cues = cues.subspan(stage.size());
  }
  return table;
}

}  // namespace

PrintParts compose_cue_index(const ComposeContext& context, const PageNumbers& pages) {
  const std::vector<IndexedCue> cues = indexed_cues(context, pages);
  if (cues.empty()) return {};
  const bool has_pages = std::ranges::any_of(cues, [](const IndexedCue& cue) { return !cue.page.empty(); });
  PrintPart part = form_part(context, context.catalog.text("form.index"));
  std::vector<FlowBlock>& blocks = flow_of(part).blocks;
  const char* note = has_pages ? "paper.index_pages" : "paper.from_book";
  blocks.push_back(paragraph_block({}, {plain_span(context.catalog.text(note, {{"title", printed_title(context)}}))}));
  blocks.push_back(heading_block({}, 2, context.catalog.text("paper.index_by_alphabet")));
  blocks.push_back({{}, alphabetical_table(cues, has_pages, context)});
  blocks.push_back(heading_block({}, 2, context.catalog.text("paper.index_by_stage")));
  blocks.push_back({{}, stages_table(cues, has_pages, context)});
  return {std::move(part)};
}

}  // namespace canvasbook
