#include "model/table_import.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "model/known_items.h"
#include "model/table_heads.h"
#include "model/text/markdown_lines.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

using TableRow = std::vector<std::string>;

constexpr size_t rows_with_head = 3;  // in which a head is looked for

// A dash alone says that there is nothing.
std::string_view text_of_cell(std::string_view cell) {
  cell = trim(cell);
  return cell == "-" || cell == "–" || cell == "—" ? std::string_view() : cell;
}

std::string_view cell_at(const TableRow& row, size_t column) {
  return column < row.size() ? text_of_cell(row[column]) : std::string_view();
}

size_t width_of(const CellRows& rows) {
  size_t width = 0;
  for (const TableRow& row : rows) width = std::max(width, row.size());
  return width;
}

size_t first_row(const TableMapping& mapping) { return mapping.head ? *mapping.head + 1 : 0; }

// Which columns have a text below the head.
std::vector<bool> written_columns(const CellRows& rows, const TableMapping& mapping) {
  std::vector<bool> written(mapping.columns.size());
  for (size_t row = first_row(mapping); row < rows.size(); ++row) {
    for (size_t column = 0; column < rows[row].size(); ++column) {
      if (!written[column] && !cell_at(rows[row], column).empty()) written[column] = true;
    }
  }
  return written;
}

size_t count_fields(const TableMapping& mapping, ImportField field) {
  return static_cast<size_t>(std::ranges::count(mapping.columns, field));
}

// Gives the columns without a field one by the order in which they stand, as far as there is one left.
void guess_by_order(const CellRows& rows, TableMapping& mapping) {
  const std::span<const ImportField> fields = import_fields(mapping.kind);
  const std::vector<bool> written = written_columns(rows, mapping);
  const std::vector<bool> counting = counting_columns(rows, mapping);
  std::vector<ImportField> missing;  // in order; of answers there can be any number
  for (const ImportField field : fields) {
    const bool is_asked_for = field != ImportField::reason || !mapping.head;
    if (!is_named_only(field) && is_asked_for && count_fields(mapping, field) == 0) missing.push_back(field);
  }
  size_t next = 0;
  for (size_t column = 0; column < mapping.columns.size() && next < missing.size(); ++column) {
    if (mapping.columns[column] != ImportField::nothing || !written[column] || counting[column]) continue;
    mapping.columns[column] = missing[next];
    if (missing[next] != ImportField::answer) ++next;
  }
}

// Further columns of answers below a head that stands over several, or beyond the last head.
void follow_answers(const CellRows& rows, TableMapping& mapping) {
  if (mapping.kind != ImportKind::responses || !mapping.head) return;
  const std::vector<bool> written = written_columns(rows, mapping);
  for (size_t column = 1; column < mapping.columns.size(); ++column) {
    const bool follows = mapping.columns[column - 1] == ImportField::answer && written[column];
    if (follows && cell_at(rows[*mapping.head], column).empty()) mapping.columns[column] = ImportField::answer;
  }
}

// Whether the heads say what the columns are: what begins an item, something beside it, and nothing twice that is there
// once.
bool is_clear(const TableMapping& mapping, size_t recognised) {
  const auto is_once = [&](ImportField field) { return count_fields(mapping, field) < 2; };
  if (count_fields(mapping, import_fields(mapping.kind).front()) != 1) return false;
  switch (mapping.kind) {
    case ImportKind::responses:
      return count_fields(mapping, ImportField::answer) > 0;
    case ImportKind::replacements:
      return count_fields(mapping, ImportField::replacement) == 1 && is_once(ImportField::reason) &&
             is_once(ImportField::hears);
    case ImportKind::checks:
      break;
  }
  return recognised > 1 && is_once(ImportField::group) && is_once(ImportField::weight) &&
         is_once(ImportField::critical);
}

// The mapping of a kind, and in `recognised` how many heads are of words that this kind knows.
TableMapping mapping_of(const CellRows& rows, ImportKind kind, HeadsOf heads, size_t& recognised) {
  TableMapping mapping;
  mapping.kind = kind;
  mapping.columns.assign(width_of(rows), ImportField::nothing);
  for (size_t row = 0; row < std::min(rows.size(), rows_with_head) && !mapping.head; ++row) {
    const std::vector<ImportField> fields = fields_of_heads(rows[row], kind, heads);
    recognised = fields.size() - static_cast<size_t>(std::ranges::count(fields, ImportField::nothing));
    const size_t fewest = row == 0 ? 1 : 2;  // a title may stand above the head, or content above more content
    if (recognised < fewest) continue;
    mapping.head = row;
    std::ranges::copy(fields, mapping.columns.begin());
  }
  if (!mapping.head) recognised = 0;
  follow_answers(rows, mapping);
  mapping.is_sure = is_clear(mapping, recognised);
  guess_by_order(rows, mapping);
  mapping.lines_are_answers = count_fields(mapping, ImportField::answer) == 1;
  return mapping;
}

// Behind the mark of a list such as "•", "-", "1." or "2)" with a blank; 0 where there is none.
size_t length_of_mark(std::string_view line) {
  for (const std::string_view sign : {"-", "*", "•", "·", "–", "▪", "●"}) {
    if (!line.starts_with(sign)) continue;
    const std::string_view behind = line.substr(sign.size());
    return behind.starts_with(' ') || behind.starts_with('\t') ? sign.size() : 0;
  }
  size_t digits = 0;
  while (digits < line.size() && digits < 3 && is_digit(line[digits])) ++digits;
  const bool is_number = digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
                         (line[digits + 1] == ' ' || line[digits + 1] == '\t');
  return is_number ? digits + 1 : 0;
}

std::vector<std::string> answers_in_lines(std::string_view cell) {
  std::vector<std::string> answers;
  bool has_mark = false;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find('\n'), cell.size());
    std::string_view line = trim(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (line.empty()) continue;
    const size_t mark = length_of_mark(line);
    if (mark > 0) line = trim(line.substr(mark));
    if (has_mark && mark == 0) {
      answers.back().append("\n").append(line);
    } else {
      answers.emplace_back(line);
    }
    has_mark = has_mark || mark > 0;
  }
  return answers;
}

// A cell as the answers that it holds. One line alone may begin with a dash of its own.
std::vector<std::string> answers_of_cell(std::string_view cell, bool lines_are_answers) {
  cell = text_of_cell(cell);
  if (cell.empty()) return {};
  if (!lines_are_answers || cell.find('\n') == std::string_view::npos) return {std::string(cell)};
  return answers_in_lines(cell);
}

void join_line(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += '\n';
  text += more;
}

// All cells of a row for a field.
std::string joined_cells(const TableRow& row, const TableMapping& mapping, ImportField field) {
  std::string joined;
  for (size_t column = 0; column < row.size(); ++column) {
    if (mapping.columns[column] == field) join_line(joined, cell_at(row, column));
  }
  return joined;
}

// The cells of a row with other words for its cue, as one line; lines of a cell stand for several.
std::string synonyms_of_row(const TableRow& row, const TableMapping& mapping) {
  std::string list;
  for (size_t column = 0; column < row.size(); ++column) {
    if (mapping.columns[column] != ImportField::synonyms) continue;
    for (const std::string& one : answers_in_lines(cell_at(row, column))) list = with_synonyms(std::move(list), one);
  }
  return list;
}

void add_to_items(Responses& content, const TableRow& row, const TableMapping& mapping, ImportedItems& result,
                  IdSource& fresh) {
  const std::string cue = joined_cells(row, mapping, ImportField::cue);
  std::vector<std::string> answers;
  for (size_t column = 0; column < row.size(); ++column) {
    if (mapping.columns[column] != ImportField::answer) continue;
    std::ranges::move(answers_of_cell(row[column], mapping.lines_are_answers), std::back_inserter(answers));
  }
  const std::string synonyms = synonyms_of_row(row, mapping);
  if (cue.empty() && answers.empty() && synonyms.empty()) return;
  const bool goes_on = !content.responses.empty() && (cue.empty() || cue == content.responses.back().cue);
  if (!goes_on) {
    Response& begun = content.responses.emplace_back();
    begun.id = fresh.next();
    begun.cue = cue;
  }
  Response& response = content.responses.back();
  response.synonyms = with_synonyms(std::move(response.synonyms), synonyms);
  for (std::string& text : answers) {
    Answer& answer = response.answers.emplace_back();
    answer.id = fresh.next();
    answer.text = std::move(text);
    ++result.answers;
  }
}

void add_to_items(Replacements& content, const TableRow& row, const TableMapping& mapping, ImportedItems&,
                  IdSource& fresh) {
  const std::string phrase = joined_cells(row, mapping, ImportField::phrase);
  const std::string replacement = joined_cells(row, mapping, ImportField::replacement);
  const std::string reason = joined_cells(row, mapping, ImportField::reason);
  const std::string hears = joined_cells(row, mapping, ImportField::hears);
  if (phrase.empty() && replacement.empty() && reason.empty() && hears.empty()) return;
  if (!phrase.empty() || content.replacements.empty()) {
    Replacement& one = content.replacements.emplace_back();
    one.id = fresh.next();
    one.phrase = phrase;
  }
  join_line(content.replacements.back().replacement, replacement);
  join_line(content.replacements.back().reason, reason);
  join_line(content.replacements.back().hears, hears);
}

void add_to_items(Checklist& content, const TableRow& row, const TableMapping& mapping, ImportedItems& result,
                  IdSource& fresh) {
  CheckRow cells;
  cells.check = joined_cells(row, mapping, ImportField::check);
  cells.requirement = joined_cells(row, mapping, ImportField::requirement);
  cells.group = to_one_line(joined_cells(row, mapping, ImportField::group));
  cells.scale = joined_cells(row, mapping, ImportField::scale);
  cells.weight = joined_cells(row, mapping, ImportField::weight);
  cells.critical = joined_cells(row, mapping, ImportField::critical);
  cells.evidence = to_one_line(joined_cells(row, mapping, ImportField::evidence));
  if (auto problem = add_check_row(content, cells, fresh)) {
    result.problems.push_back({problem->fault, 0, std::move(problem->value)});
  }
}

// What has no place among the items, as Markdown: a table with the cue or phrase that it belongs to before it.
class LeftOver {
 public:
  LeftOver(const CellRows& rows, const TableMapping& mapping) {
    const std::vector<size_t> counts = count_left_over(rows, mapping);
    for (size_t column = 0; column < counts.size(); ++column) {
      if (counts[column] > 0) columns_.push_back(column);
    }
    if (columns_.empty()) return;
    const ImportField main = import_fields(mapping.kind).front();
    std::string dashes = "| --- |";
    table_ = "| " + as_table_cell(mapping.head ? joined_cells(rows[*mapping.head], mapping, main) : "") + " |";
    for (const size_t column : columns_) {
      table_ += " " + as_table_cell(column_head(rows, mapping, column)) + " |";
      dashes += " --- |";
    }
    table_ += "\n" + dashes;
  }

  // A row above the head.
  void add_line(const TableRow& row) {
    std::string line;
    for (const std::string& cell : row) {
      const std::string_view text = text_of_cell(cell);
      if (text.empty()) continue;
      line += (line.empty() ? "" : " · ") + std::string(text);
      ++texts_;
    }
    if (!line.empty()) lines_ += (lines_.empty() ? "" : "\n\n") + line;
  }

  void add_row(const TableRow& row, std::string_view of) {
    std::string cells;
    bool is_written = false;
    for (const size_t column : columns_) {
      if (column >= row.size()) break;  // a row of a table may end early
      const std::string_view text = cell_at(row, column);
      if (!text.empty()) ++texts_;
      is_written = is_written || !text.empty();
      cells += " " + as_table_cell(text) + " |";
    }
    if (is_written) table_ += "\n| " + as_table_cell(of) + " |" + cells;
  }

  size_t texts() const { return texts_; }

  std::string text(std::string_view around) const {
    std::string text(around);
    for (const std::string& part : {lines_, table_}) {
      if (!part.empty()) text += (text.empty() ? "" : "\n\n") + part;
    }
    return text;
  }

 private:
  std::vector<size_t> columns_;
  std::string lines_;
  std::string table_;
  size_t texts_ = 0;
};

// What the last item begins with; empty where there is none.
std::string_view last_text(const Responses& content) {
  return content.responses.empty() ? std::string_view() : content.responses.back().cue;
}
std::string_view last_text(const Replacements& content) {
  return content.replacements.empty() ? std::string_view() : content.replacements.back().phrase;
}
std::string_view last_text(const Checklist& content) {
  if (content.groups.empty()) return {};
  const CheckGroup& group = content.groups.back();
  return group.items.empty() ? group.title : group.items.back().text;
}

size_t count_items(const Responses& content) { return content.responses.size(); }
size_t count_items(const Replacements& content) { return content.replacements.size(); }
size_t count_items(const Checklist& content) {
  size_t count = 0;
  for (const CheckGroup& group : content.groups) count += group.items.size();
  return count;
}

template <class Kind>
ImportedItems items_of_kind(const CellRows& rows, const TableMapping& mapping, std::string_view around,
                            IdSource& fresh) {
  ImportedItems result;
  Kind content;
  LeftOver left_over(rows, mapping);
  for (size_t row = 0; row < rows.size(); ++row) {
    if (mapping.head && row < *mapping.head) left_over.add_line(rows[row]);
    if (row < first_row(mapping)) continue;
    const size_t problems = result.problems.size();
    add_to_items(content, rows[row], mapping, result, fresh);
    if (result.problems.size() > problems) result.problems.back().row = row;
    left_over.add_row(rows[row], last_text(content));
  }
  if constexpr (std::is_same_v<Kind, Responses>) {
    if (mapping.head) content.cue_title = to_one_line(joined_cells(rows[*mapping.head], mapping, ImportField::cue));
  }
  result.items = count_items(content);
  result.content = std::move(content);
  result.left_texts = left_over.texts();
  result.left_over = left_over.text(around);
  return result;
}

}  // namespace

std::optional<ImportKind> import_kind_of(const Content& content) {
  if (std::holds_alternative<Responses>(content)) return ImportKind::responses;
  if (std::holds_alternative<Replacements>(content)) return ImportKind::replacements;
  if (std::holds_alternative<Checklist>(content)) return ImportKind::checks;
  return std::nullopt;
}

TableMapping recognise_columns(const CellRows& rows, std::optional<ImportKind> kind) {
  size_t recognised = 0;
  if (kind) return mapping_of(rows, *kind, HeadsOf::known_kind, recognised);
  TableMapping best = mapping_of(rows, import_kinds.front(), HeadsOf::any_kind, recognised);
  for (const ImportKind other : std::span(import_kinds).subspan(1)) {
    size_t known = 0;
    TableMapping mapping = mapping_of(rows, other, HeadsOf::any_kind, known);
    if (std::pair(mapping.is_sure, known) <= std::pair(best.is_sure, recognised)) continue;
    best = std::move(mapping);
    recognised = known;
  }
  return best;
}

TableMapping with_head(TableMapping mapping, std::optional<size_t> head) {
  mapping.head = head;
  return mapping;
}

bool is_plain(const CellRows& rows, const TableMapping& mapping) {
  const auto has = [&](ImportField field) { return count_fields(mapping, field) > 0; };
  if (mapping.kind == ImportKind::checks) {
    return !has(ImportField::group) && !has(ImportField::scale) && !has(ImportField::critical);
  }
  if (mapping.head && mapping.is_sure) return false;  // what only seems to be a head is content
  if (has(ImportField::synonyms)) return false;
  const std::vector<size_t> left_over = count_left_over(rows, with_head(mapping, std::nullopt));
  if (std::ranges::any_of(left_over, [](size_t count) { return count > 0; })) return false;
  for (size_t row = 0; row < rows.size(); ++row) {
    const std::string_view first = cell_at(rows[row], 0);
    if (first.empty() || (row > 0 && mapping.kind == ImportKind::responses && first == cell_at(rows[row - 1], 0))) {
      return false;
    }
    for (size_t column = 1; mapping.lines_are_answers && column < rows[row].size(); ++column) {
      if (cell_at(rows[row], column).find('\n') != std::string_view::npos) return false;
    }
  }
  return mapping.columns.empty() || mapping.columns.front() == import_fields(mapping.kind).front();
}

bool has_main_column(const TableMapping& mapping) {
  return count_fields(mapping, import_fields(mapping.kind).front()) > 0;
}

std::vector<bool> counting_columns(const CellRows& rows, const TableMapping& mapping) {
  std::vector<bool> counting(mapping.columns.size(), true);
  std::vector<size_t> next(mapping.columns.size(), 1);
  if (mapping.head) {
    const TableRow& head = rows[*mapping.head];
    for (size_t column = 0; column < head.size(); ++column) counting[column] = is_head_of_count(cell_at(head, column));
  }
  for (size_t row = first_row(mapping); row < rows.size(); ++row) {
    for (size_t column = 0; column < rows[row].size(); ++column) {
      std::string_view cell = cell_at(rows[row], column);
      if (!counting[column] || cell.empty()) continue;
      if (cell.ends_with('.') || cell.ends_with(')')) cell.remove_suffix(1);
      counting[column] = cell == std::to_string(next[column]++);
    }
  }
  for (size_t column = 0; column < counting.size(); ++column) {
    if (next[column] <= 2) counting[column] = false;  // one number alone may say anything
  }
  return counting;
}

std::string column_head(const CellRows& rows, const TableMapping& mapping, size_t column) {
  return mapping.head ? to_one_line(cell_at(rows[*mapping.head], column)) : std::string();
}

std::vector<size_t> count_left_over(const CellRows& rows, const TableMapping& mapping) {
  const std::vector<bool> counting = counting_columns(rows, mapping);
  std::vector<size_t> counts(mapping.columns.size());
  for (size_t row = first_row(mapping); row < rows.size(); ++row) {
    for (size_t column = 0; column < rows[row].size(); ++column) {
      const bool is_left = mapping.columns[column] == ImportField::nothing && !counting[column];
      if (is_left && !cell_at(rows[row], column).empty()) ++counts[column];
    }
  }
  return counts;
}

ImportedItems items_of_table(const CellRows& rows, const TableMapping& mapping, std::string_view around,
                             IdSource& fresh) {
  switch (mapping.kind) {
    case ImportKind::responses:
      return items_of_kind<Responses>(rows, mapping, around, fresh);
    case ImportKind::replacements:
      return items_of_kind<Replacements>(rows, mapping, around, fresh);
    case ImportKind::checks:
      break;
  }
  return items_of_kind<Checklist>(rows, mapping, around, fresh);
}

}  // namespace canvasbook
