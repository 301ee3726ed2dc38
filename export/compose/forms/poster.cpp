// Posters: the rules of service, and principles, to hang on the wall.
#include <algorithm>
#include <map>
#include <utility>

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::string_view rules_role = "service_rules";
constexpr std::string_view principles_role = "principles";

void append_below(Spans& to, const Spans& line) {
  if (line.empty()) return;
  if (!to.empty()) to.push_back(plain_span("\n"));
  to.insert(to.end(), line.begin(), line.end());
}

// The words of a block and of those in it, a line each.
void append_words(Spans& to, const RichBlock& block) {
  append_below(to, block.spans);
  if (!block.text.empty()) append_below(to, {plain_span(printed_text(block.text))});
  for (const RichBlock& child : block.children) append_words(to, child);
  for (const auto& row : block.rows) {
    for (const Spans& cell : row) append_below(to, cell);
  }
}

// Without "3. " or "3) " before its words: the poster numbers its rules itself.
Spans without_number(Spans rule) {
  if (rule.empty()) return rule;
  std::string& text = rule.front().text;
  const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool is_number = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  if (is_number && (digits + 1 == text.size() || text[digits + 1] == ' ')) text.erase(0, digits + 1);
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  if (text.empty()) rule.erase(rule.begin());
  return rule;
}

// Without what parts an explanation from its rule: "— ", ": ".
Spans without_mark(Spans explanation) {
  if (explanation.empty()) return explanation;
  std::string& text = explanation.front().text;
  constexpr std::string_view marks[] = {" ", "\n", "\u00A0", ".", ":", "—", "–"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks) {
      if (!text.starts_with(mark)) continue;
      text.erase(0, mark.size());
      found = true;
    }
  }
  if (text.empty()) explanation.erase(explanation.begin());
  return explanation;
}

// Of an entry of a list: the bold words that it begins with are the rule, and what follows explains it.
Poster::Rule rule_of_entry(const RichBlock& entry, const std::string& item) {
  Poster::Rule rule{item, {}, {}};
  for (const RichBlock& block : entry.children) {
    if (!rule.rule.empty() || block.spans.empty()) {
      append_words(rule.explanation, block);
      continue;
    }
    const auto end = std::ranges::find(block.spans, false, &Span::strong);
    const auto first = end == block.spans.begin() ? block.spans.end() : end;
    rule.rule.assign(block.spans.begin(), first);
    rule.explanation = without_mark(Spans(first, block.spans.end()));
  }
  return rule;
}

bool is_list_of_rules(const RichBlock& block) {
  return block.kind == RichBlock::Kind::numbered_list || block.kind == RichBlock::Kind::bullet_list;
}

// The level of the headings of which a text has most, the deeper one of two; and how many these are.
std::pair<int, size_t> usual_level(const std::vector<RichBlock>& blocks) {
  std::map<int, size_t> counts;
  for (const RichBlock& block : blocks) {
    if (block.kind == RichBlock::Kind::heading) ++counts[block.level];
  }
  std::pair<int, size_t> usual{0, 0};
  for (const auto& [level, count] : counts) {
    if (count >= usual.second) usual = {level, count};
  }
  return usual;
}

// The rules of a text: its headings with what stands below them, or else the entries of its lists. What stands behind a
// line across at its end is the foot.
class RulesOfText {
 public:
  RulesOfText(const std::string& text, const std::string& item) : item_(item) {
    const std::vector<RichBlock> blocks = read_markdown(text, LineFeeds::breaks);
    const auto [level, headings] = usual_level(blocks);
    const bool by_lists = headings < 2 && std::ranges::any_of(blocks, is_list_of_rules);
    for (const RichBlock& block : blocks) {
      const bool is_rule =
          by_lists ? is_list_of_rules(block) : block.kind == RichBlock::Kind::heading && block.level == level;
      if (is_rule) {
        begin(block, by_lists);
      } else if (!poster_.rules.empty()) {
        follow(block, by_lists);
      }
    }
    std::erase_if(poster_.rules,
                  [](const Poster::Rule& rule) { return rule.rule.empty() && rule.explanation.empty(); });
  }

  Poster take() { return std::move(poster_); }

 private:
  void begin(const RichBlock& block, bool by_lists) {
    if (!poster_.rules.empty()) append_below(poster_.rules.back().explanation, std::exchange(poster_.foot, {}));
    is_behind_line_ = false;
    if (!by_lists) return poster_.rules.push_back({item_, without_number(block.spans), {}});
    for (const RichBlock& entry : block.children) poster_.rules.push_back(rule_of_entry(entry, item_));
  }

  // Between lists text stands by itself, and below a heading it explains.
  void follow(const RichBlock& block, bool by_lists) {
    if (block.kind == RichBlock::Kind::rule) {
      is_behind_line_ = true;
    } else if (is_behind_line_) {
      append_words(poster_.foot, block);
    } else if (!by_lists) {
      append_words(poster_.rules.back().explanation, block);
    }
  }

  const std::string& item_;
  Poster poster_;
  bool is_behind_line_ = false;
};

Poster rules_of_sheet(const Sheet& sheet) {
  Poster poster;
  const SheetColumn* title = title_column(sheet);
  if (title == nullptr) return poster;
  for (const SheetRow& row : sheet.rows) {
    Spans rule = printed_spans(cell_text(row, *title));
    if (!rule.empty()) poster.rules.push_back({row.id, std::move(rule), {}});
  }
  return poster;
}

Poster rules_of(const Section& section) {
  const auto* prose = std::get_if<Prose>(&section.content);
  if (prose != nullptr && section.role == rules_role) return RulesOfText(prose->text, section.id).take();
  const auto* sheet = std::get_if<Sheet>(&section.content);
  if (sheet != nullptr && (section.role == rules_role || section.role == principles_role))
    return rules_of_sheet(*sheet);
  return {};
}

// A poster for each section with rules. A sheet beside a text of the same role says what its rules mean in daily work.
std::vector<Poster> posters_of(const Document& document) {
  std::vector<Poster> posters;
  bool has_text = false;
  for (const bool of_text : {true, false}) {
    for (const auto& section : document.sections) {
      const bool is_text = std::holds_alternative<Prose>(section->content);
      if (is_text != of_text || (!is_text && has_text && section->role == rules_role)) continue;
      Poster poster = rules_of(*section);
      if (poster.rules.empty()) continue;
      has_text = has_text || is_text;
      poster.item = section->id;
      poster.title = printed_text(section->title);
      if (poster.title.empty()) poster.title = printed_text(document.title);
      posters.push_back(std::move(poster));
    }
  }
  return posters;
}

}  // namespace

bool has_rules(const ComposeContext& context) { return !posters_of(context.document).empty(); }

PrintParts compose_poster(const ComposeContext& context, const PageNumbers&) {
  PrintParts parts;
  for (Poster& poster : posters_of(context.document)) {
    const std::string title = poster.title;
    PrintPart part{context.document.id, title, 0, context.document.language, std::move(poster), {}};
    fill_placeholders(part, context.placeholders);
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace canvasbook
