#include "export/markdown/blocks.h"

#include <algorithm>
#include <map>
#include <span>
#include <unordered_set>

#include "export/markdown/text.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// "1–5 / n/a", or "yes / no / n/a".
std::string marks_text(const std::vector<std::string>& marks) {
  std::string text;
  size_t next = 0;
  while (next < marks.size() && marks[next] == std::to_string(next + 1)) ++next;  // points
  if (next > 1) text = marks.front() + "–" + marks[next - 1];
  for (size_t i = next > 1 ? next : 0; i < marks.size(); ++i) text += (text.empty() ? "" : " / ") + marks[i];
  return text;
}

// Between spaces these are no marks; alone on a line they would be a rule.
constexpr std::string_view blank_to_fill = "____";
constexpr std::string_view blank_line_to_fill = "\\_\\_\\_\\_";

// The scale that most items of a form are marked on.
std::string usual_marks(const FormBlock& form) {
  std::map<std::string, size_t> counts;
  for (const FormBlock::Group& group : form.groups) {
    for (const FormBlock::Item& item : group.items) ++counts[marks_text(item.marks)];
  }
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most == counts.end() ? std::string() : most->first;
}

}  // namespace

std::string MarkdownBlocks::id_comment(const std::string& id, std::string_view before) const {
  if (id.empty() || ids_ == MarkdownIds::without) return {};
  return std::string(before) + "<!-- " + id + " -->";
}

void MarkdownBlocks::begin_part(size_t index, const PrintPart& part) {
  catalog_ = &Catalog::of(part.language);
  part_ = index;
  shift_ = part.bookmark_level;
  level_ = 0;
  last_item_.clear();
}

void MarkdownBlocks::add_space() {
  if (!result_.empty()) result_ += '\n';
}

void MarkdownBlocks::add_line(const std::string& line) {
  last_list_ = {};
  result_ += line + "\n";
}

void MarkdownBlocks::add_heading(int level, const Spans& spans, const std::string& item, bool in_contents) {
  last_list_ = {};
  const std::string text = plain_text(spans);
  map_.headings.push_back({part_, level, to_one_line(text), anchors_.next(trim(text)), in_contents});
  if (!item.empty()) map_.heading_of_item.emplace(item, map_.headings.size() - 1);
  // The comment touches the text: a space between them would become part of the anchor on some hosts.
  result_ += std::string(static_cast<size_t>(std::clamp(level + shift_, 1, 6)), '#') + " " +
             markdown_spans(spans, MarkdownPlace::heading) + id_comment(item, {}) + "\n";
}

void MarkdownBlocks::add_heading(int level, const std::string& text, const std::string& item) {
  add_heading(level, Spans{Span{text, false, false, false, {}}}, item);
}

void MarkdownBlocks::add_property(std::string_view key, const std::string& value) {
  if (value.empty()) return;
  result_ += "- " + catalog_->text(key) + ": " + escape_markdown(to_one_line(value), MarkdownPlace::inside_line) + "\n";
}

void MarkdownBlocks::add(const FlowBlock& block) {
  if (!std::holds_alternative<RichBlock>(block.content)) last_list_ = {};
  std::visit([&](const auto& content) { add(content, block.item); }, block.content);
}

void MarkdownBlocks::add(const RichBlock& block, const std::string& item) {
  if (block.kind != RichBlock::Kind::heading) return add_rich(block, {});
  add_heading(block.level, block.spans, item != last_item_ ? item : "");
  last_item_ = item;
  level_ = block.level;
}

void MarkdownBlocks::add(const ResponseBlock& block, const std::string& item) {
  const Spans unnamed{Span{catalog_->text("item.without_text"), false, false, false, {}}};
  Spans cue = numbered_cue(block);
  if (block.cue.empty() && block.number.empty()) cue = unnamed;
  add_heading(level_ + 1, cue, item, false);
  const size_t heading = map_.headings.size() - 1;
  if (!block.answers.empty()) result_ += '\n';
  for (size_t i = 0; i < block.answers.size(); ++i) {
    const ResponseBlock::Answer& answer = block.answers[i];
    const std::string mark = block.answers.size() > 1 ? std::to_string(i + 1) + ". " : "- ";
    result_ += mark + markdown_spans(answer.text, MarkdownPlace::line_start, std::string(mark.size(), ' ')) +
               next_step(answer) + id_comment(answer.item) + "\n";
    map_.heading_of_item.emplace(answer.item, heading);
  }
}

std::string MarkdownBlocks::linked(const std::string& words, const std::string& item) const {
  const auto found = known_.heading_of_item.find(item);
  if (item.empty() || found == known_.heading_of_item.end()) return {};
  return "[" + escape_markdown(words, MarkdownPlace::link_text) + "](#" + known_.headings[found->second].anchor + ")";
}

// " [→ 1.2](#12-cue)", or without a link where what follows does not stand in the file; empty where nothing follows.
std::string MarkdownBlocks::next_step(const ResponseBlock::Answer& answer) const {
  if (answer.next.empty()) return {};
  const std::string words = "→ " + answer.next;
  const std::string link = linked(words, answer.to);
  return " " + (link.empty() ? markdown_italic(words) : link);
}

// " ([“Cue”](#cue))", or nothing where the item is not known yet.
std::string MarkdownBlocks::link_to(const std::string& item) const {
  const auto found = known_.heading_of_item.find(item);
  if (found == known_.heading_of_item.end()) return {};
  constexpr size_t longest = 50;
  const WrittenHeading& heading = known_.headings[found->second];
  const std::string name =
      escape_markdown(catalog_->text("quote", {{"text", shortened(heading.text, longest)}}), MarkdownPlace::link_text);
  return " ([" + name + "](#" + heading.anchor + "))";
}

void MarkdownBlocks::add(const TalkBlock& talk, const std::string&) {
  std::unordered_set<std::string_view> speakers;
  std::string roles;
  for (const TalkBlock::Line& line : talk.lines) {
    if (line.speaker.empty() || !speakers.insert(line.speaker).second) continue;
    roles += (roles.empty() ? "" : ", ") + escape_markdown(to_one_line(line.speaker), MarkdownPlace::inside_line);
    const std::string client = catalog_->text("paper.role_of_client");
    if (line.is_client && to_search_form(line.speaker) != client) roles += " (" + client + ")";
  }
  if (!roles.empty()) result_ += "**" + catalog_->text("paper.roles") + ":** " + roles + "\n\n";
  for (const TalkBlock::Line& line : talk.lines) {
    const bool named = !line.speaker.empty();
    result_ += "- " + (named ? markdown_bold(to_one_line(line.speaker) + ":") + " " : std::string()) +
               (line.writing_lines > 0
                    ? std::string(named ? blank_to_fill : blank_line_to_fill)
                    : markdown_spans(line.text, named ? MarkdownPlace::inside_line : MarkdownPlace::line_start, "  ")) +
               (line.module.empty() ? "" : link_to(line.module)) + id_comment(line.item) + "\n";
  }
}

void MarkdownBlocks::add_row(const std::vector<std::string>& cells) {
  result_ += '|';
  for (const std::string& cell : cells) result_ += " " + cell + " |";
  result_ += '\n';
}

void MarkdownBlocks::add(const SheetBlock& sheet, const std::string&) {
  std::vector<std::string> head;
  std::vector<std::string> line;
  for (const SheetBlock::Column& column : sheet.columns) {
    head.push_back(markdown_spans({Span{column.title, false, false, false, {}}}, MarkdownPlace::table_cell));
    line.emplace_back(column.alignment == Alignment::left    ? "---"
                      : column.alignment == Alignment::right ? "--:"
                                                             : ":-:");
  }
  add_row(head);
  add_row(line);
  // Nobody fills in a page by hand here: a few rows show how it is meant.
  constexpr size_t rows_to_fill_in = 5;
  const size_t count = sheet.is_to_fill_in ? std::min(sheet.rows.size(), rows_to_fill_in) : sheet.rows.size();
  for (const SheetBlock::Row& row : std::span(sheet.rows).first(count)) {
    std::vector<std::string> cells;
    for (const Spans& cell : row.cells) cells.push_back(markdown_spans(cell, MarkdownPlace::table_cell));
    if (!cells.empty()) cells.back() += id_comment(row.item, cells.back().empty() ? "" : " ");
    add_row(cells);
  }
}

void MarkdownBlocks::add(const RecordBlock& record, const std::string& item) {
  add_heading(level_ + 1, numbered_title(record), item, false);
  if (!record.fields.empty()) result_ += '\n';
  for (const RecordBlock::Field& field : record.fields) {
    const bool named = !field.title.empty();
    const std::string title = to_one_line(field.title);
    const char* colon = title.ends_with('?') ? "" : ":";
    result_ += "- " + (named ? markdown_bold(title + colon) + " " : std::string()) +
               markdown_spans(field.text, !named ? MarkdownPlace::line_start : MarkdownPlace::inside_line, "  ") + "\n";
  }
}

// "**Section 1.** Scored ____ of ____ = ____ %"
void MarkdownBlocks::add_scored(const std::string& what, double weight) {
  const std::string blank = " " + std::string(blank_to_fill) + " ";
  result_ += "\n" + markdown_bold(what + ".") + " ";
  if (weight > 0) {
    result_ +=
        catalog_->text("paper.form_scored") + blank + catalog_->text("paper.form_of") + blank + "=" + blank + "%";
  } else {
    result_ += catalog_->text("paper.mark_not_applicable");
  }
}

void MarkdownBlocks::add_group_total(const FormBlock& form, size_t group, int share) {
  const double weight = weight_of(form.groups[group]);
  add_scored(catalog_->text("paper.form_group_total", {{"number", std::to_string(group + 1)}}), weight);
  if (weight > 0) {
    result_ += ". " + catalog_->text("paper.form_share", {{"count", std::to_string(share)}});
  }
  result_ += '\n';
}

void MarkdownBlocks::add_total(const FormBlock& form) {
  add_scored(catalog_->text("paper.form_total"), weight_of(form));
  result_ += "\n\n";
  for (const std::string_view key : {"paper.form_passed", "paper.form_not_passed"}) {
    result_ += "- [ ] " + escape_markdown(catalog_->text(key), MarkdownPlace::inside_line) + "\n";
  }
  if (form.counting.empty()) return;
  result_ += "\n" + sentence_lines(escape_markdown(form.counting, MarkdownPlace::line_start), {}) + "\n";
}

void MarkdownBlocks::add(const FormBlock& form, const std::string&) {
  const auto add_lines = [&](const std::vector<FormBlock::Line>& lines) {
    for (const FormBlock::Line& line : lines) {
      result_ +=
          "- " + escape_markdown(line.title, MarkdownPlace::line_start, "  ") + ":" + id_comment(line.item) + "\n";
    }
    if (!lines.empty()) result_ += '\n';
  };
  add_lines(form.head);
  const std::string usual = usual_marks(form);
  const std::vector<int> shares = shares_of_groups(form);
  result_ += sentence_lines(escape_markdown(form.legend, MarkdownPlace::line_start), {}) + "\n";
  for (size_t g = 0; g < form.groups.size(); ++g) {
    const FormBlock::Group& group = form.groups[g];
    result_ += '\n';
    const std::string number = std::to_string(g + 1) + (group.title.empty() ? "" : ". ");
    add_heading(level_ + 1, Spans{Span{number + group.title, false, false, false, {}}}, group.item, false);
    result_ += '\n';
    for (const FormBlock::Item& item : group.items) {
      std::string line = "- [ ] " + item.number;
      if (!item.text.empty()) line += " " + markdown_bold(item.text);
      std::string notes = item.condition;
      if (item.weight != 1 && item.weight != 0) {  // its sign says that one is not counted
        notes +=
            (notes.empty() ? "" : ", ") + catalog_->text("paper.weight", {{"count", catalog_->decimal(item.weight)}});
      }
      if (!item.sign.empty()) notes += (notes.empty() ? "" : ", ") + item.sign;
      const std::string marks = marks_text(item.marks);
      if (marks != usual) notes += (notes.empty() ? "" : ", ") + marks;
      if (!notes.empty()) line += " (" + escape_markdown(notes, MarkdownPlace::inside_line, "  ") + ")";
      if (!item.requirement.empty()) line += ": " + escape_markdown(item.requirement, MarkdownPlace::inside_line, "  ");
      result_ += line + id_comment(item.item) + "\n";
      if (item.evidence.empty()) continue;
      result_ += "  - " + escape_markdown(item.evidence, MarkdownPlace::line_start, "    ") + ":\n";
    }
    if (form.groups.size() > 1 && group.items.size() > 1) add_group_total(form, g, shares.empty() ? 0 : shares[g]);
  }
  add_total(form);
  if (!form.signatures.empty()) result_ += '\n';
  add_lines(form.signatures);
  if (!form.signatures.empty()) result_.pop_back();
}

// A table of its figures between the title and what is said of them.
void MarkdownBlocks::add(const PrintChart& chart, const std::string& item) {
  const size_t begin = result_.size();
  const auto add_paragraph = [&](const std::string& text) {
    if (result_.size() > begin) result_ += '\n';
    result_ += text + "\n";
  };
  if (!chart.title.empty()) add_paragraph(markdown_bold(to_one_line(chart.title)));
  if (!chart.rows.empty()) {
    if (result_.size() > begin) result_ += '\n';
    add(table_of(chart), item);
    if (chart.target) add_paragraph(escape_markdown(to_one_line(chart.target->words), MarkdownPlace::line_start));
  }
  if (!chart.note.empty()) {
    add_paragraph(sentence_lines(escape_markdown(chart.note, MarkdownPlace::line_start), {}));
  }
}

}  // namespace canvasbook
