// Blocks of running text written as Markdown: paragraphs, lists, code, tables.
#include <algorithm>

#include "export/markdown/blocks.h"
#include "export/markdown/text.h"

namespace canvasbook {

namespace {

std::string_view trim_end(std::string_view text) {
  const size_t last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

void MarkdownBlocks::add_rich(const RichBlock& block, const std::string& indent) {
  using Kind = RichBlock::Kind;
  const bool is_list = block.kind == Kind::bullet_list || block.kind == Kind::numbered_list;
  if (!is_list) last_list_ = {};
  switch (block.kind) {
    case Kind::paragraph:
      result_ += sentence_lines(markdown_spans(block.spans, MarkdownPlace::line_start, indent), indent) + "\n";
      break;
    case Kind::heading:
      add_heading(block.level - shift_, block.spans, {}, false);
      break;
    case Kind::bullet_list:
    case Kind::numbered_list:
      add_list(block, indent);
      break;
    case Kind::list_item:
      break;
    case Kind::quote:
      add_children(block.children, "> ", indent + "> ");
      break;
    case Kind::code:
      add_code(block, indent);
      break;
    case Kind::rule:
      result_ += "---\n";
      break;
    case Kind::table:
      add_table(block, indent);
      break;
  }
}

// The first line follows what stands on the line already; the others begin with the indent.
void MarkdownBlocks::add_children(const std::vector<RichBlock>& children, const std::string& mark,
                                  const std::string& indent, bool tight) {
  result_ += mark;
  if (children.empty()) result_ += '\n';
  for (size_t i = 0; i < children.size(); ++i) {
    if (i > 0) {
      if (!tight) result_ += std::string(trim_end(indent)) + "\n";
      result_ += indent;
    }
    add_rich(children[i], indent);
  }
}

void MarkdownBlocks::add_list(const RichBlock& list, const std::string& indent) {
  const bool is_numbered = list.kind == RichBlock::Kind::numbered_list;
  const bool follows_list = last_list_.kind == list.kind && last_list_.indent == indent;
  const bool has_other_marks = follows_list && !last_list_.has_other_marks;
  int number = list.start;
  for (size_t i = 0; i < list.children.size(); ++i) {
    const RichBlock& item = list.children[i];
    last_list_ = {};
    if (i > 0) {
      if (!list.tight) result_ += std::string(trim_end(indent)) + "\n";
      result_ += indent;
    }
    std::string mark = is_numbered ? std::to_string(number++) + (has_other_marks ? ") " : ". ")
                                   : std::string(has_other_marks ? "* " : "- ");
    const std::string inner = indent + std::string(mark.size(), ' ');
    if (item.task) mark += *item.task ? "[x] " : "[ ] ";
    add_children(item.children, mark, inner, list.tight);
  }
  last_list_ = {list.kind, indent, has_other_marks};
}

void MarkdownBlocks::add_code(const RichBlock& block, const std::string& indent) {
  size_t longest = 2;
  size_t run = 0;
  for (const char c : block.text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  // Only what neither ends the line nor holds marks can be written as the language.
  const bool is_plain = block.language.find_first_of("\r\n`\\&") == std::string::npos;
  result_ += fence + (is_plain ? block.language : "") + "\n";
  std::string_view text = block.text;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    result_ += indent + std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  result_ += indent + fence + "\n";
}

void MarkdownBlocks::add_table(const RichBlock& block, const std::string& indent) {
  for (size_t r = 0; r < block.rows.size(); ++r) {
    if (r > 0) result_ += indent;
    result_ += '|';
    for (const Spans& cell : block.rows[r]) result_ += " " + markdown_spans(cell, MarkdownPlace::table_cell) + " |";
    result_ += '\n';
    if (r != 0) continue;
    result_ += indent + "|";
    for (const Alignment alignment : block.alignments) {
      result_ += alignment == Alignment::left ? " --- |" : alignment == Alignment::right ? " --: |" : " :-: |";
    }
    result_ += '\n';
  }
}

}  // namespace canvasbook
