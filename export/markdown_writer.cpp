#include "export/markdown_writer.h"

#include <algorithm>

#include "export/markdown_text.h"
#include "model/catalog.h"
#include "model/text.h"

namespace canvasbook {

namespace {

std::string id_comment(const std::string& id) { return id.empty() ? "" : " <!-- " + id + " -->"; }

std::string heading_line(int level, const Spans& spans, const std::string& item) {
  Spans one_line = spans;
  for (Span& span : one_line) std::ranges::replace(span.text, '\n', ' ');
  return std::string(static_cast<size_t>(level), '#') + " " + markdown_spans(one_line, MarkdownPlace::inside_line) +
         id_comment(item) + "\n";
}

std::string heading_line(int level, const std::string& text, const std::string& item) {
  return heading_line(level, Spans{Span{text, false, false, false, {}}}, item);
}

// Puts a line feed behind each sentence, so that a changed sentence is a changed line. A sentence ends where a capital
// letter follows; a capital cannot begin a list or any other block.
std::string sentence_lines(const std::string& markdown, std::string_view indent) {
  std::string result;
  for (size_t at = 0; at < markdown.size(); ++at) {
    result += markdown[at];
    const bool end = markdown[at] == '.' || markdown[at] == '!' || markdown[at] == '?';
    if (!end || at + 2 >= markdown.size() || markdown[at + 1] != ' ') continue;
    size_t next = at + 2;
    const char32_t c = next_code_point(markdown, next);
    const bool capital = (c >= 'A' && c <= 'Z') || (c >= U'А' && c <= U'Я') || c == U'Ё';
    const size_t space = markdown.find_last_of(" \n", at);
    const size_t word = space == std::string::npos ? 0 : space + 1;
    const bool initial = count_code_points(std::string_view(markdown).substr(word, at - word)) == 1;  // "A. Pushkin"
    if (!capital || initial) continue;
    result += '\n';
    result += indent;
    ++at;
  }
  return result;
}

class MarkdownWriter {
 public:
  std::string write(const PrintDocument& document) {
    for (const auto& part : document.parts) {
      if (!result_.empty()) result_ += '\n';
      const auto* canvas = std::get_if<Canvas>(&part->content);
      if (canvas != nullptr) {
        add(*canvas, Catalog::of(part->language));
      } else if (const auto* flow = std::get_if<Flow>(&part->content)) {
        add(*flow, part->bookmark_level);
      }
    }
    return std::move(result_);
  }

 private:
  void add(const Canvas& canvas, const Catalog& catalog) {
    result_ += heading_line(1, canvas.title, canvas.item) + "\n";
    std::string segments;
    for (const SegmentMark& mark : foreign_segments(canvas)) {
      segments += (segments.empty() ? "" : "; ") + mark.mark + " — " + mark.name;
    }
    const std::pair<const char*, const std::string&> properties[] = {{"paper.company", canvas.company},
                                                                     {"paper.author", canvas.author_role},
                                                                     {"paper.date", canvas.date},
                                                                     {"paper.segments", segments}};
    bool any = false;
    for (const auto& [key, value] : properties) {
      if (value.empty()) continue;
      std::string line = value;
      std::ranges::replace(line, '\n', ' ');
      result_ += "- " + catalog.text(key) + ": " + escape_markdown(line, MarkdownPlace::inside_line) + "\n";
      any = true;
    }
    if (any) result_ += '\n';
    for (const CanvasBlock& block : canvas.blocks) {
      result_ += heading_line(2, block.title, block.item) + "\n";
      for (const Card& card : block.cards) result_ += card_line(card);
      if (block.cards.empty() && !block.question.empty()) {
        result_ += "*" + escape_markdown(block.question, MarkdownPlace::inside_line) + "*\n";
      }
      if (!block.cards.empty() || !block.question.empty()) result_ += '\n';
    }
    result_.pop_back();
  }

  static std::string card_line(const Card& card) {
    std::string line = "- " + escape_markdown(card.text, MarkdownPlace::line_start, "  ");
    if (!card.marks.empty()) {
      line += " **(";
      for (size_t i = 0; i < card.marks.size(); ++i) line += (i == 0 ? "" : ", ") + card.marks[i].mark;
      line += ")**";
    }
    for (size_t i = 0; i < card.captions.size(); ++i) {
      line += (i == 0 ? " · *" : ", ") + escape_markdown(card.captions[i], MarkdownPlace::inside_line);
    }
    if (!card.captions.empty()) line += "*";
    return line + id_comment(card.item) + "\n";
  }

  // Headings move down by one where the flow belongs to a document that began before it.
  void add(const Flow& flow, int shift) {
    bool first = true;
    std::string last_item;
    for (const FlowBlock& block : flow.blocks) {
      if (!first) result_ += '\n';
      first = false;
      const auto* rich = std::get_if<RichBlock>(&block.content);
      if (rich == nullptr) continue;
      if (rich->kind == RichBlock::Kind::heading) {
        result_ +=
            heading_line(std::min(6, rich->level + shift), rich->spans, block.item != last_item ? block.item : "");
        last_item = block.item;
      } else {
        add(*rich, "");
      }
    }
  }

  void add(const RichBlock& block, const std::string& indent) {
    using Kind = RichBlock::Kind;
    switch (block.kind) {
      case Kind::paragraph:
        result_ += sentence_lines(markdown_spans(block.spans, MarkdownPlace::line_start, indent), indent) + "\n";
        break;
      case Kind::heading:
        result_ += heading_line(block.level, block.spans, {});
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
  void add_children(const std::vector<RichBlock>& children, const std::string& mark, const std::string& indent,
                    bool tight = false) {
    result_ += mark;
    if (children.empty()) result_ += '\n';
    for (size_t i = 0; i < children.size(); ++i) {
      if (i > 0) {
        if (!tight) result_ += std::string(trim_end(indent)) + "\n";
        result_ += indent;
      }
      add(children[i], indent);
    }
  }

  static std::string_view trim_end(std::string_view text) {
    const size_t last = text.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
  }

  void add_list(const RichBlock& list, const std::string& indent) {
    int number = list.start;
    for (size_t i = 0; i < list.children.size(); ++i) {
      const RichBlock& item = list.children[i];
      if (i > 0) {
        if (!list.tight) result_ += std::string(trim_end(indent)) + "\n";
        result_ += indent;
      }
      std::string mark = list.kind == RichBlock::Kind::numbered_list ? std::to_string(number++) + ". " : "- ";
      const std::string inner = indent + std::string(mark.size(), ' ');
      if (item.task) mark += *item.task ? "[x] " : "[ ] ";
      add_children(item.children, mark, inner, list.tight);
    }
  }

  void add_code(const RichBlock& block, const std::string& indent) {
    size_t longest = 2;
    size_t run = 0;
    for (const char c : block.text) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    result_ += fence + block.language + "\n";
    std::string_view text = block.text;
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      result_ += indent + std::string(text.substr(0, end)) + "\n";
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    result_ += indent + fence + "\n";
  }

  void add_table(const RichBlock& block, const std::string& indent) {
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

  std::string result_;
};

}  // namespace

std::string write_markdown(const PrintDocument& document) { return MarkdownWriter().write(document); }

}  // namespace canvasbook
