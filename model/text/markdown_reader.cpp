#include "model/text/markdown_reader.h"

#include <cmark.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "model/text/link_definitions.h"
#include "model/text/markdown_lines.h"
#include "model/text/text.h"
#include "model/text/web_address.h"

namespace canvasbook {

namespace {

constexpr size_t deepest_block = 32;
constexpr size_t most_columns = 64;

struct CmarkFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string text_of(const char* text) { return text == nullptr ? std::string() : std::string(text); }

// Collects the inline content of one block. `<br>` and line ends inside become line feeds or spaces.
class SpanBuilder {
 public:
  void add(std::string_view text, bool code = false) {
    if (text.empty()) return;
    Span span{std::string(text), strong_ > 0, emphasis_ > 0, code, links_.empty() ? std::string() : links_.back()};
    if (!spans_.empty()) {
      Span& last = spans_.back();
      if (last.strong == span.strong && last.emphasis == span.emphasis && last.code == span.code &&
          last.link == span.link) {
        last.text += span.text;
        return;
      }
    }
    spans_.push_back(std::move(span));
  }
  // Takes a blank at the end away.
  void drop_blank() {
    if (spans_.empty() || spans_.back().code || !spans_.back().text.ends_with(' ')) return;
    spans_.back().text.pop_back();
    if (spans_.back().text.empty()) spans_.pop_back();
  }
  void strong(bool enter) { strong_ += enter ? 1 : -1; }
  void emphasis(bool enter) { emphasis_ += enter ? 1 : -1; }
  void link(bool enter, std::string target) {
    if (enter) {
      links_.push_back(std::move(target));
    } else if (!links_.empty()) {
      links_.pop_back();
    }
  }
  bool ends_line() const { return !spans_.empty() && !spans_.back().code && spans_.back().text.ends_with('\n'); }
  Spans take() { return std::exchange(spans_, {}); }

 private:
  Spans spans_;
  int strong_ = 0;
  int emphasis_ = 0;
  std::vector<std::string> links_;
};

// What a link may not lead to makes its text ordinary text.
std::string safe_address(std::string address) { return is_safe_address(address) ? std::move(address) : std::string(); }

bool is_line_break_tag(std::string_view html) { return html == "<br>" || html == "<br/>" || html == "<br />"; }

// Whether a line, or all of a text, ends behind a node.
bool ends_line_behind(cmark_node* node) {
  cmark_node* const next = cmark_node_next(node);
  cmark_node* const parent = cmark_node_parent(node);
  const bool is_in_paragraph = parent != nullptr && cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH;
  if (next == nullptr) return is_in_paragraph;
  const cmark_node_type type = cmark_node_get_type(next);
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

using Tree = std::unique_ptr<cmark_node, CmarkFree>;

Tree parse(const std::string& source) {
  return Tree(cmark_parse_document(source.data(), source.size(), CMARK_OPT_DEFAULT));
}

std::vector<LineRange> verbatim_lines(const std::string& source) {
  std::vector<LineRange> lines;
  const Tree root = parse(source);
  const std::unique_ptr<cmark_iter, CmarkFree> iterator(cmark_iter_new(root.get()));
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_CODE_BLOCK && type != CMARK_NODE_HTML_BLOCK) continue;
    lines.push_back({cmark_node_get_start_line(node), cmark_node_get_end_line(node)});
  }
  return lines;
}

// What cmark is given for a text; it has the same lines.
std::string to_source(std::string_view text) {
  std::string source = prepared_markdown(text);
  const bool has_definitions = may_define_links(source);
  const bool has_addresses = protect_bare_addresses(source, {}).size() > source.size();
  if (!has_definitions && !has_addresses) return source;  // most texts, which are then not read twice
  const std::vector<LineRange> verbatim = verbatim_lines(source);
  if (has_definitions) source = show_unused_definitions(source, verbatim);
  return has_addresses ? protect_bare_addresses(source, verbatim) : source;
}

class Reader {
 public:
  explicit Reader(std::string_view text, LineFeeds line_feeds = LineFeeds::spaces)
      : source_(to_source(text)), lines_(markdown_lines(source_)), line_feeds_(line_feeds) {}

  std::vector<RichBlock> read() {
    const Tree root = parse(source_);
    const std::unique_ptr<cmark_iter, CmarkFree> iterator(cmark_iter_new(root.get()));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
    }
    return std::move(blocks_);
  }

  // After read().
  const std::vector<WrappedText>& wrapped() const { return wrapped_; }

 private:
  std::vector<RichBlock>& level() { return open_.empty() ? blocks_ : open_.back().block.children; }

  // Closes into the parent only on leaving, so that no pointer into a growing vector is kept.
  struct Open {
    RichBlock block;
    cmark_node* node;
  };

  void visit(cmark_node* node, bool enter) {
    using Kind = RichBlock::Kind;
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        container(node, enter, Kind::quote);
        break;
      case CMARK_NODE_LIST:
        container(node, enter,
                  cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Kind::numbered_list : Kind::bullet_list);
        break;
      case CMARK_NODE_ITEM:
        container(node, enter, Kind::list_item);
        break;
      case CMARK_NODE_PARAGRAPH:
        if (!enter) paragraph(node);
        break;
      case CMARK_NODE_HEADING:
        if (!enter) heading(node);
        break;
      case CMARK_NODE_CODE_BLOCK:
        code(text_of(cmark_node_get_literal(node)), text_of(cmark_node_get_fence_info(node)));
        break;
      case CMARK_NODE_HTML_BLOCK: {
        const std::string html = without_comments(text_of(cmark_node_get_literal(node)));
        if (!trim(html).empty()) code(html, "html");
        break;
      }
      case CMARK_NODE_THEMATIC_BREAK:
        add(Kind::rule);
        break;
      case CMARK_NODE_TEXT:
        spans_.add(text_of(cmark_node_get_literal(node)));
        break;
      case CMARK_NODE_CODE:
        spans_.add(text_of(cmark_node_get_literal(node)), true);
        break;
      case CMARK_NODE_HTML_INLINE: {
        const std::string html = text_of(cmark_node_get_literal(node));
        if (is_line_break_tag(html)) {
          spans_.add("\n");
          break;
        }
        const std::string kept = without_comments(html);
        if (kept.empty() && ends_line_behind(node)) spans_.drop_blank();  // the one before the comment
        spans_.add(kept, true);
        break;
      }
      case CMARK_NODE_SOFTBREAK:
        if (line_feeds_ == LineFeeds::spaces) {
          spans_.add(" ");
        } else if (!spans_.ends_line()) {  // `<br>` at the end of a line breaks it once
          spans_.add("\n");
        }
        break;
      case CMARK_NODE_LINEBREAK:
        spans_.add("\n");
        break;
      case CMARK_NODE_STRONG:
        spans_.strong(enter);
        break;
      case CMARK_NODE_EMPH:
        spans_.emphasis(enter);
        break;
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        spans_.link(enter, safe_address(text_of(cmark_node_get_url(node))));
        break;
      default:
        break;
    }
  }

  RichBlock& add(RichBlock::Kind kind) {
    level().emplace_back();
    level().back().kind = kind;
    return level().back();
  }

  void container(cmark_node* node, bool enter, RichBlock::Kind kind) {
    if (enter) {
      // An item stands in its list; the text of a list that is too deep follows where the list would have stood.
      const bool fits = kind == RichBlock::Kind::list_item
                            ? !open_.empty() && open_.back().node == cmark_node_parent(node)
                            : open_.size() + 1 < deepest_block;
      if (!fits) return;
      RichBlock block;
      block.kind = kind;
      if (kind == RichBlock::Kind::numbered_list) block.start = cmark_node_get_list_start(node);
      if (kind == RichBlock::Kind::numbered_list || kind == RichBlock::Kind::bullet_list) {
        block.tight = cmark_node_get_list_tight(node) != 0;
      }
      open_.push_back({std::move(block), node});
    } else if (!open_.empty() && open_.back().node == node) {
      RichBlock block = std::move(open_.back().block);
      open_.pop_back();
      level().push_back(std::move(block));
    }
  }

  void heading(cmark_node* node) {
    RichBlock& block = add(RichBlock::Kind::heading);
    block.level = cmark_node_get_heading_level(node);
    block.spans = spans_.take();
    note_wrapped(node, last_line_of_heading(node));
  }

  // Of an underlined one the line before its underline; cmark says the line behind it.
  int last_line_of_heading(cmark_node* node) const {
    const auto underlines = [](std::string_view line) {
      const size_t from = std::min(line.find_first_not_of(" \t>"), line.size());
      const std::string_view marks = line.substr(from, line.find_last_not_of(" \t\r\n") + 1 - from);
      return !marks.empty() && (marks.front() == '=' || marks.front() == '-') &&
             marks.find_first_not_of(marks.front()) == std::string_view::npos;
    };
    const int first = cmark_node_get_start_line(node);
    const int end = std::min(cmark_node_get_end_line(node), static_cast<int>(lines_.size()));
    for (int line = first + 1; line <= end; ++line) {
      if (underlines(lines_[static_cast<size_t>(line) - 1])) return line - 1;
    }
    return first;
  }

  void note_wrapped(cmark_node* node, int last) {
    const int first = cmark_node_get_start_line(node);
    if (first < 1 || last <= first || last > static_cast<int>(lines_.size())) return;
    int quotes = 0;
    for (cmark_node* around = cmark_node_parent(node); around != nullptr; around = cmark_node_parent(around)) {
      if (cmark_node_get_type(around) == CMARK_NODE_BLOCK_QUOTE) ++quotes;
    }
    wrapped_.push_back({first, last, quotes});
  }

  void code(std::string text, std::string language) {
    RichBlock& block = add(RichBlock::Kind::code);
    block.text = std::move(text);
    block.language = std::move(language);
  }

  void paragraph(cmark_node* node) {
    Spans spans = spans_.take();
    if (table(node)) return;
    note_wrapped(node, cmark_node_get_end_line(node));
    if (!open_.empty() && open_.back().block.kind == RichBlock::Kind::list_item &&
        open_.back().block.children.empty()) {
      take_task_mark(spans, open_.back().block);
    }
    add(RichBlock::Kind::paragraph).spans = std::move(spans);
  }

  static void take_task_mark(Spans& spans, RichBlock& item) {
    if (spans.empty() || spans.front().code || !spans.front().link.empty()) return;
    std::string& text = spans.front().text;
    const bool open = text.starts_with("[ ] ");
    if (!open && !text.starts_with("[x] ") && !text.starts_with("[X] ")) return;
    item.task = !open;
    text.erase(0, 4);
    if (text.empty()) spans.erase(spans.begin());
  }

  // The source line of a paragraph without the marks of the containers around it.
  std::string_view source_line(cmark_node* node, int line) const {
    std::string_view text = lines_[static_cast<size_t>(line - 1)];
    if (line == cmark_node_get_start_line(node)) {
      text.remove_prefix(std::min(text.size(), static_cast<size_t>(cmark_node_get_start_column(node) - 1)));
    }
    while (!text.empty() && (text.front() == ' ' || text.front() == '>' || text.front() == '\t')) text.remove_prefix(1);
    return text;
  }

  bool table(cmark_node* node) {
    const int first = cmark_node_get_start_line(node);
    const int last = cmark_node_get_end_line(node);
    if (first < 1 || last <= first || last > static_cast<int>(lines_.size())) return false;
    if (source_line(node, first).find('|') == std::string_view::npos) return false;
    const auto alignments = read_delimiter_row(source_line(node, first + 1));
    if (!alignments || alignments->size() > most_columns) return false;
    if (split_table_row(source_line(node, first)).size() != alignments->size()) return false;
    RichBlock block;
    block.kind = RichBlock::Kind::table;
    block.alignments = *alignments;
    for (int line = first; line <= last; ++line) {
      if (line == first + 1) continue;
      std::vector<Spans> row;
      std::vector<std::string> cells = split_table_row(source_line(node, line));
      if (cells.size() > alignments->size()) {  // text past the last column stays, in the last cell
        for (size_t i = alignments->size(); i < cells.size(); ++i) cells[alignments->size() - 1] += " | " + cells[i];
      }
      if (cells.size() > alignments->size()) cells.resize(alignments->size());
      for (const std::string& cell : cells) row.push_back(read_inline(cell));
      block.rows.push_back(std::move(row));
    }
    level().push_back(std::move(block));
    return true;
  }

  // A cell has inline content alone, as a heading has: a mark of a block in it, such as "- ", is text. The closing mark
  // keeps signs at the end of the cell.
  static Spans read_inline(const std::string& text) {
    if (text.empty()) return {};
    if (text.find_first_of("\\`*_[<&") == std::string::npos) return {Span{text, false, false, false, {}}};  // no marks
    std::vector<RichBlock> blocks = Reader("# " + text + " #").read();
    return blocks.empty() ? Spans{} : std::move(blocks.front().spans);
  }

  std::string source_;
  std::vector<std::string_view> lines_;
  std::vector<RichBlock> blocks_;
  std::vector<Open> open_;
  std::vector<WrappedText> wrapped_;
  SpanBuilder spans_;
  LineFeeds line_feeds_;
};

}  // namespace

std::vector<RichBlock> read_markdown(std::string_view text, LineFeeds line_feeds) {
  return Reader(text, line_feeds).read();
}

std::optional<Spans> read_paragraph(std::string_view text) {
  std::vector<RichBlock> blocks = read_markdown(text);
  if (blocks.size() != 1 || blocks.front().kind != RichBlock::Kind::paragraph) return std::nullopt;
  return std::move(blocks.front().spans);
}

WrappedMarkdown read_wrapped_markdown(std::string_view text) {
  Reader reader(text);
  std::vector<RichBlock> blocks = reader.read();
  return {std::move(blocks), reader.wrapped()};
}

std::vector<MarkdownHeading> find_headings(std::string_view text) {
  const Tree root = parse(to_source(text));
  std::vector<MarkdownHeading> headings;
  size_t offset = 0;
  int line = 1;
  for (cmark_node* node = cmark_node_first_child(root.get()); node != nullptr; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING) continue;
    for (; line < cmark_node_get_start_line(node) && offset < text.size(); ++line) {
      const size_t end = text.find_first_of("\r\n", offset);
      if (end == std::string_view::npos) break;
      offset = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    SpanBuilder spans;
    const std::unique_ptr<cmark_iter, CmarkFree> iterator(cmark_iter_new(node));
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
      cmark_node* const inner = cmark_iter_get_node(iterator.get());
      const cmark_node_type type = cmark_node_get_type(inner);
      const bool is_break = type == CMARK_NODE_HTML_INLINE && is_line_break_tag(text_of(cmark_node_get_literal(inner)));
      if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        spans.add(text_of(cmark_node_get_literal(inner)));
      } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK || is_break) {
        spans.add(" ");
      }
    }
    const std::string title = plain_text(spans.take());
    headings.push_back({cmark_node_get_heading_level(node), offset, std::string(trim(title))});
  }
  return headings;
}

std::string plain_text(const Spans& spans) {
  std::string text;
  for (const Span& span : spans) text += span.text;
  return text;
}

}  // namespace canvasbook
