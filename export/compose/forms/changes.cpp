// What has changed since an older copy of the workbook, in the order of the book: what is new, what says something else
// with both texts, what is gone with its whole text.
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"
#include "model/author_notes.h"
#include "model/call_gaps.h"
#include "model/kinds/sheet_cells.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"
#include "model/text/text_difference.h"
#include "model/workbook_changes.h"

namespace canvasbook {

namespace {

constexpr const char* between_facts = " · ";
constexpr size_t longest_name = 70;  // of an item where it is only called by it, code points

Span styled_span(std::string text, bool strong, bool emphasis) {
  return {std::move(text), strong, emphasis, false, {}};
}

RichBlock paragraph_of(Spans spans) {
  RichBlock paragraph;
  paragraph.spans = std::move(spans);
  return paragraph;
}

// Headings inside a quotation are lines that stand out.
std::vector<RichBlock> quoted_markdown(const std::string& text) {
  std::vector<RichBlock> blocks = read_markdown(text, LineFeeds::breaks);
  for (RichBlock& block : blocks) {
    if (block.kind != RichBlock::Kind::heading) continue;
    block = paragraph_of(std::move(block.spans));
    for (Span& span : block.spans) span.strong = true;
  }
  return blocks;
}

// Those that are set apart are in bold letters: on any paper they are told from the rest.
Spans spans_of(const std::vector<TextPiece>& pieces) {
  Spans spans;
  for (const TextPiece& piece : pieces) spans.push_back(styled_span(piece.text, piece.differs, false));
  return spans;
}

bool any_differs(const std::vector<TextPiece>& pieces) { return std::ranges::any_of(pieces, &TextPiece::differs); }

// A text of several paragraphs rather than a line of an item.
bool is_running_text(const FieldChange& change, bool is_section) {
  const std::string& field = change.field;
  return !change.is_cell && (field == "details" || (is_section && field == "text"));
}

// What an item is called by stands without the name of the field.
bool is_main_text(const FieldChange& change, bool is_item) {
  const std::string& field = change.field;
  return !change.is_cell && (field == "text" || (is_item && (field == "cue" || field == "phrase" || field == "title" ||
                                                             field == "words")));
}

// Writes the changes of one document, or of the workbook as a whole.
class ChangesWriter {
 public:
  ChangesWriter(const Placeholders& before, const Placeholders& after, const PageNumbers& pages, const Catalog& words)
      : before_(before), after_(after), pages_(pages), words_(words) {}

  void add_heading(int level, std::string item, std::string text) {
    flow_.blocks.push_back(heading_block(std::move(item), level, std::move(text)));
  }
  void add_paragraph(std::string text) {
    if (!text.empty()) flow_.blocks.push_back(paragraph_block({}, {plain_span(std::move(text))}));
  }

  void add_properties(const std::vector<FieldChange>& fields) {
    if (fields.empty()) return;
    add_heading(2, {}, words_.text("paper.changes_workbook"));
    for (const FieldChange& field : fields) add_changed(field, false);
    close_quotation({});
  }

  void add_document(const DocumentChanges& document) {
    add_change(document.change, {document.id, words_.text("changed_item.documents"), {}, {}, {}, false, false});
    for (const SectionChanges& section : document.sections) add_section(section);
  }

  Flow take() { return std::move(flow_); }

 private:
  // What a change is about, as it is told.
  struct Subject {
    std::string id;
    std::string noun;
    std::string owner;    // title or text of what holds it, or empty
    std::string name;     // of an item
    std::string section;  // whose page counts where the item has none
    bool is_item = false;
    bool is_section = false;
  };

  void add_section(const SectionChanges& section) {
    is_filled_ = !section.defines_placeholders;
    const std::string title = one_line(section.title, after_);
    const std::string page = page_of(section.id, {});
    add_heading(
        2, section.id,
        (title.empty() ? words_.text("item.without_text") : title) + (page.empty() ? "" : between_facts + page));
    const std::vector<Entry> entries = entries_of(section);
    add_change(section.change, {section.id, words_.text("changed_item.sections"), {}, {}, {}, false, true},
               entries.front().inside);
    for (size_t i = 1; i < entries.size(); ++i) {
      const ItemChange& item = *entries[i].item;
      add_change(item.change, subject_of(item, section.id), entries[i].inside);
    }
    is_filled_ = true;
  }

  // An item that is told by itself, and those that came or went with it.
  struct Entry {
    const ItemChange* item = nullptr;  // none of the section
    std::vector<const ItemChange*> inside;
  };

  // The first one is that of the section.
  static std::vector<Entry> entries_of(const SectionChanges& section) {
    std::vector<Entry> entries(1);
    std::map<ChangeKind, size_t> whole;  // the last one that came or went, by which it did
    whole[section.change.kind] = 0;
    for (const ItemChange& item : section.items) {
      if (item.with_owner && item.owner.empty()) whole[item.change.kind] = 0;
      const auto owner = whole.find(item.change.kind);
      if (item.with_owner && owner != whole.end()) {
        entries[owner->second].inside.push_back(&item);
      } else {
        whole[item.change.kind] = entries.size();
        entries.push_back({&item, {}});
      }
    }
    return entries;
  }

  Subject subject_of(const ItemChange& item, const std::string& section) const {
    return {item.id, words_.text("changed_item." + item.list), item.owner, item.name, section, true, false};
  }

  // An item that came or went with what holds it: its text, then what else is said of it.
  void add_inside(const ItemChange& item) {
    const Subject subject = subject_of(item, {});
    const auto main =
        std::ranges::find_if(item.change.fields, [](const FieldChange& field) { return is_main_text(field, true); });
    const bool is_new = item.change.kind == ChangeKind::added;
    if (main == item.change.fields.end()) {
      quote_line(subject.noun, nullptr, {});
    } else {
      const std::string text = read(*main, is_new ? main->after : main->before, is_new ? after_ : before_);
      quote_line({}, nullptr, {plain_span(item.owner.empty() ? text : "– " + text)});
    }
    for (const FieldChange& field : item.change.fields) {
      if (main == item.change.fields.end() || &field != &*main) add_whole(field, item.change.kind, subject);
    }
  }

  void add_change(const Change& change, const Subject& subject, const std::vector<const ItemChange*>& inside = {}) {
    if (change.is_none()) return;
    const bool is_whole = change.kind == ChangeKind::added || change.kind == ChangeKind::removed;
    const bool tells_name = std::ranges::any_of(
        change.fields, [&](const FieldChange& field) { return is_main_text(field, subject.is_item); });
    Spans head{styled_span(words_.text(kind_key(change)), true, false), plain_span(between_facts + subject.noun)};
    const Placeholders& values = change.kind == ChangeKind::removed ? before_ : after_;
    add_fact(quoted(subject.owner, values), head);
    if (subject.is_item && !tells_name) add_fact(quoted(subject.name, values), head);
    add_fact(former_place(change), head);
    if (change.kind != ChangeKind::removed && subject.is_item) add_fact(page_of(subject.id, subject.section), head);
    flow_.blocks.push_back(paragraph_block(subject.id, std::move(head)));
    for (const FieldChange& field : change.fields) {
      if (subject.is_section && is_whole && field.field == "title") continue;  // it is the heading
      is_whole ? add_whole(field, change.kind, subject) : add_changed(field, subject.is_item);
    }
    for (const ItemChange* item : inside) add_inside(*item);
    close_quotation(subject.id);
  }

  static const char* kind_key(const Change& change) {
    if (change.kind == ChangeKind::added) return "paper.changes_new";
    if (change.kind == ChangeKind::removed) return "paper.changes_gone";
    if (change.kind == ChangeKind::kept) return "paper.changes_moved";
    return change.is_moved ? "paper.changes_both" : "paper.changes_changed";
  }

  std::string former_place(const Change& change) const {
    if (change.was_parked) return words_.text("paper.changes_from", {{"place", quote(words_.text("parking.title"))}});
    if (!change.is_moved) return {};
    if (change.from.empty()) return words_.text("paper.changes_order");
    return words_.text("paper.changes_from", {{"place", quoted(change.from, before_)}});
  }

  static void add_fact(const std::string& fact, Spans& head) {
    if (!fact.empty()) head.push_back(plain_span(between_facts + fact));
  }

  std::string quote(const std::string& text) const { return words_.text("quote", {{"text", text}}); }

  std::string quoted(const std::string& text, const Placeholders& values) const {
    const std::string line = one_line(text, values);
    return line.empty() ? line : quote(shortened(line, longest_name));
  }

  std::string page_of(const std::string& item, const std::string& section) const {
    auto page = pages_.find(item);
    if (page == pages_.end()) page = pages_.find(section);
    if (page == pages_.end()) return {};
    return words_.text("paper.see_page", {{"page", std::to_string(page->second)}});
  }

  // A text without the marks of Markdown. Values are put in behind that: what they have of such marks is text.
  std::string read_text(const std::string& text, const Placeholders& values) const {
    Spans spans = printed_spans(text);
    if (is_filled_) fill_values(spans, values);
    return plain_text(spans);
  }

  std::string one_line(const std::string& text, const Placeholders& values) const {
    return to_one_line(read_text(text, values));
  }

  // A field as it is read.
  std::string read(const FieldChange& field, const std::string& value, const Placeholders& values) const {
    switch (field.sort) {
      case FieldSort::choice:
        if (field.field == "scale") return words_.text("items.scale." + (value.empty() ? "inherited" : value));
        if (value.empty()) return value;
        return field.field == "end" ? words_.text("call_end." + value) : words_.text("items.column." + value);
      case FieldSort::mark:
        if (value.empty()) return words_.text("paper.mark_no");
        if (value == checked_cell) return words_.text("paper.mark_yes");
        break;
      case FieldSort::date:
        if (const auto date = read_date(value)) return words_.date(*date);
        break;
      case FieldSort::words:
        return one_line(value, values);
      case FieldSort::number: {
        const auto number = field.is_cell ? std::nullopt : read_number(value);  // a cell is as it was typed
        return number ? words_.decimal(*number) : value;
      }
      case FieldSort::text:
        break;
    }
    return read_text(value, values);
  }

  std::string label_of(const FieldChange& field, bool is_item) const {
    if (field.is_cell) return one_line(field.title, after_);
    return is_main_text(field, is_item) ? std::string() : words_.text("field." + field.field);
  }

  // "Requirement · was: …"
  void quote_line(const std::string& label, const char* key, Spans spans) {
    const std::string word = key == nullptr ? std::string() : words_.text(key);
    const std::string before = label.empty() || word.empty() ? label + word : label + between_facts + word;
    if (!before.empty()) spans.insert(spans.begin(), {styled_span(before + ":", false, true), plain_span(" ")});
    quotation_.push_back(paragraph_of(std::move(spans)));
  }

  void add_whole(const FieldChange& field, ChangeKind kind, const Subject& subject) {
    const bool is_new = kind == ChangeKind::added;
    const std::string& value = is_new ? field.after : field.before;
    const Placeholders& values = is_new ? after_ : before_;
    const std::string label = label_of(field, subject.is_item);
    if (!is_running_text(field, subject.is_section)) {
      return quote_line(label, nullptr, {plain_span(read(field, value, values))});
    }
    if (!label.empty()) quote_line(label, nullptr, {});
    std::vector<RichBlock> blocks = quoted_markdown(value);
    if (is_filled_) fill_values(blocks, values);
    std::ranges::move(blocks, std::back_inserter(quotation_));
  }

  void add_changed(const FieldChange& field, bool is_item) {
    const std::string label = label_of(field, is_item);
    const std::string before = read(field, field.before, before_);
    const std::string after = read(field, field.after, after_);
    if (before.empty() && after.empty()) return add_same_words(label);
    if (before.empty() || after.empty()) {
      if (!before.empty()) quote_line(label, "paper.changes_was", {plain_span(before)});
      if (!after.empty()) quote_line(label, "paper.changes_added", {plain_span(after)});
      return;
    }
    const bool is_line = before.find('\n') == std::string::npos && after.find('\n') == std::string::npos;
    const std::vector<LineDifference> lines =
        is_line ? std::vector<LineDifference>{{before, after}} : line_differences(before, after);
    for (const LineDifference& line : lines) add_line(label, line);
    if (lines.empty()) add_same_words(label);
  }

  void add_line(const std::string& label, const LineDifference& line) {
    if (line.before.empty()) return quote_line(label, "paper.changes_line_new", {plain_span(line.after)});
    if (line.after.empty()) return quote_line(label, "paper.changes_line_gone", {plain_span(line.before)});
    const WordDifference difference = word_difference(line.before, line.after);
    if (!any_differs(difference.before) && !any_differs(difference.after)) return add_same_words(label);
    quote_line(label, "paper.changes_was", spans_of(difference.before));
    quote_line(label, "paper.changes_now", spans_of(difference.after));
  }

  void add_same_words(const std::string& label) {
    quote_line(label, nullptr, {plain_span(words_.text("paper.changes_marks"))});
  }

  void close_quotation(const std::string& item) {
    if (quotation_.empty()) return;
    RichBlock quotation;
    quotation.kind = RichBlock::Kind::quote;
    quotation.children = std::exchange(quotation_, {});
    flow_.blocks.push_back({item, std::move(quotation)});
  }

  const Placeholders& before_;
  const Placeholders& after_;
  const PageNumbers& pages_;
  const Catalog& words_;
  bool is_filled_ = true;  // what defines placeholders is told as it is written
  Flow flow_;
  std::vector<RichBlock> quotation_;  // of the change that is being told
};

// "New: 3 · Changed: 2"
std::string words_of_counts(const ChangeCounts& counts, const Catalog& words) {
  std::string told;
  const auto add = [&](const char* key, size_t count) {
    if (count > 0) told += (told.empty() ? "" : between_facts) + words.text(key) + ": " + std::to_string(count);
  };
  add("paper.changes_new", counts.added);
  add("paper.changes_changed", counts.changed);
  add("paper.changes_moved", counts.moved);
  add("paper.changes_gone", counts.removed);
  return told;
}

std::string printed_title_of(const Document& document, const Placeholders& values) {
  return with_values(printed_text(document.title), values);
}

// As it is now, or as it was where it is gone.
const Document& document_with(const std::string& id, const Workbook& before, const Workbook& after) {
  const Document* document = find_document(after, id);
  return document != nullptr ? *document : *find_document(before, id);
}

PrintPart changes_part(const std::string& document, Language language, const std::string& title,
                       const std::string& heading, Flow flow) {
  PrintPart part{document, heading, 0, language, std::move(flow)};
  part.running_title = title;
  return part;
}

// Takes away what happened outside of these sections.
void keep_sections(WorkbookChanges& changes, const std::vector<std::string>& sections) {
  for (DocumentChanges& document : changes.documents) {
    std::erase_if(document.sections, [&](const SectionChanges& section) { return !is_chosen(section.id, sections); });
  }
  std::erase_if(changes.documents, [](const DocumentChanges& document) { return document.sections.empty(); });
}

// Takes away what happened in sections that no book prints: gaps and the author's notes.
void leave_out_unprinted(WorkbookChanges& changes, const Workbook& before, const Workbook& after) {
  const auto is_unprinted = [&](const SectionChanges& changed) {
    const Section* section = find_section(after, changed.id);
    if (section == nullptr) section = find_section(before, changed.id);
    return section != nullptr && (is_gaps(*section) || is_author_notes(*section));
  };
  for (DocumentChanges& document : changes.documents) std::erase_if(document.sections, is_unprinted);
  std::erase_if(changes.documents,
                [](const DocumentChanges& document) { return document.change.is_none() && document.sections.empty(); });
}

// The document that stands for the workbook where none has changed: the first one that is chosen.
const Document* first_chosen(const Workbook& workbook, const ComposeOptions& options) {
  for (const auto& document : workbook.documents) {
    if (is_chosen(document->id, options.documents)) return &*document;
  }
  return nullptr;
}

}  // namespace

PrintDocument compose_changes(const Workbook& workbook, const ComposeOptions& options, const PageNumbers& pages) {
  const OlderCopy& older = *options.older;
  Placeholders old_values(older.workbook);
  Placeholders new_values(workbook);
  for (const auto& value : options.values) {
    old_values.put(value.first, value.second);
    new_values.put(value.first, value.second);
  }
  WorkbookChanges changes = changes_between(older.workbook, workbook);
  std::erase_if(changes.documents,
                [&](const DocumentChanges& document) { return !is_chosen(document.id, options.documents); });
  if (!options.sections.empty()) keep_sections(changes, options.sections);
  leave_out_unprinted(changes, older.workbook, workbook);
  if (!options.documents.empty() || !options.sections.empty()) changes.fields.clear();
  PrintDocument print;
  print.author = workbook.company;
  print.language = workbook.language;
  print.date = options.date;
  const auto compared = [&](const char* key, const Catalog& words) {
    return words.text(key, {{"date", words.date(older.workbook.modified)}, {"file", older.name}});
  };
  const auto add_part = [&](PrintPart part) {
    print.title += (print.title.empty() ? "" : between_facts) + part.running_title;
    print.parts.push_back(std::make_shared<const PrintPart>(std::move(part)));
  };
  for (const DocumentChanges& document : changes.documents) {
    const Document& shown = document_with(document.id, older.workbook, workbook);
    const Catalog& words = Catalog::of(shown.language);
    const std::string title = printed_title_of(shown, new_values);
    const std::string heading = words.text("paper.changes_title", {{"title", title}});
    ChangeCounts counts = counts_of(document);
    if (print.parts.empty()) counts.changed += changes.fields.size();  // they are told there
    ChangesWriter writer(old_values, new_values, pages, words);
    writer.add_heading(1, document.id, heading);
    writer.add_paragraph(compared("paper.changes_since", words));
    writer.add_paragraph(words_of_counts(counts, words));
    if (counts.changed > 0) writer.add_paragraph(words.text("paper.changes_bold"));
    if (!pages.empty() && document.change.kind != ChangeKind::removed) {
      writer.add_paragraph(words.text("paper.index_pages", {{"title", title}}));
    }
    if (print.parts.empty()) writer.add_properties(changes.fields);
    writer.add_document(document);
    add_part(changes_part(document.id, shown.language, title, heading, writer.take()));
  }
  const Document* first = first_chosen(workbook, options);
  if (print.parts.empty() && first != nullptr) {
    const Catalog& words = Catalog::of(first->language);
    const std::string title = printed_title_of(*first, new_values);
    ChangesWriter writer(old_values, new_values, pages, words);
    writer.add_heading(1, first->id, words.text("form.changes"));
    writer.add_paragraph(compared(changes.is_none() ? "paper.changes_none" : "paper.changes_since", words));
    writer.add_properties(changes.fields);
    add_part(changes_part(first->id, first->language, title, words.text("form.changes"), writer.take()));
  }
  print.title += (print.title.empty() ? "" : " — ") + Catalog::of(workbook.language).text("form.changes");
  return print;
}

}  // namespace canvasbook
