#include "model/visits_import.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/text/delimited_text.h"
#include "model/text/text.h"
#include "model/visit_answers.h"
#include "model/visit_gathering.h"
#include "model/visit_task_list.h"
#include "model/visits_csv.h"

namespace canvasbook {

namespace {

using CellRow = std::vector<std::string>;

// What parts the cells of a table: the sign that its first line has most often, or what "sep=;" says there.
char delimiter_of(std::string_view first_line) {
  if (first_line.size() >= 5 && first_line.starts_with("sep=")) return first_line[4];
  constexpr std::string_view delimiters = "\t;,";
  const auto count = [&](char sign) { return std::ranges::count(first_line, sign); };
  return *std::ranges::max_element(delimiters, {}, count);
}

// A column of a row a visit.
struct ReadColumn {
  std::optional<VisitColumn> role;
  ListName name;                       // where it has no role
  std::optional<size_t> comment = {};  // the column with the comments of the item
  std::optional<size_t> proof = {};    // and with its proofs
};

const std::string& cell(const CellRow& row, std::optional<size_t> column) {
  static const std::string empty;
  return column && *column < row.size() ? row[*column] : empty;
}

class TableReading {
 public:
  TableReading(const DelimitedText& table, size_t head, VisitGathering& gathering)
      : table_(table), head_(head), gathering_(gathering) {}

  void read() {
    find_columns();
    if (!place(VisitColumn::date)) return gathering_.add_problem({ImportProblemKind::no_head, line(head_)});
    find_cells_without_column();
    if (place(VisitColumn::item) && place(VisitColumn::answer)) return read_answers();
    if (std::ranges::none_of(columns_, [](const ReadColumn& column) { return column.name.item.has_value(); })) {
      return gathering_.add_problem({ImportProblemKind::no_head, line(head_)});
    }
    read_rows_of_visits();
  }

 private:
  size_t line(size_t row) const { return table_.lines[row]; }
  std::optional<size_t> place(VisitColumn role) const {
    const auto known = places_.find(role);
    return known == places_.end() ? std::nullopt : std::optional(known->second);
  }

  // Text that stands behind the last column, or below none.
  void find_cells_without_column() {
    const CellRow& head = table_.rows[head_];
    for (size_t r = head_ + 1; r < table_.rows.size(); ++r) {
      const CellRow& row = table_.rows[r];
      for (size_t c = 0; c < row.size(); ++c) {
        if (trim(row[c]).empty() || (c < head.size() && !trim(head[c]).empty())) continue;
        gathering_.add_problem({ImportProblemKind::more_cells, line(r), row[c]});
        break;
      }
    }
  }

  // Where there is another column of the kind before it, one is refused, as its cells would be lost.
  void find_columns() {
    const CellRow& head = table_.rows[head_];
    std::set<std::string> names;
    std::optional<size_t> item;
    for (size_t c = 0; c < head.size(); ++c) {
      ReadColumn column{visit_column_of(head[c]), {}};
      const bool may_be_line = !column.role || column.role == VisitColumn::proof;
      if (may_be_line) column.name = gathering_.name_of(head[c]);
      if (column.name.is_known()) column.role.reset();  // a line of the list that is called so
      if (!names.insert(kind_of(column, item)).second) {
        gathering_.add_problem({ImportProblemKind::doubled_column, line(head_), head[c]});
      }
      if (column.role == VisitColumn::comment && item) columns_[*item].comment = c;
      if (column.role == VisitColumn::proof && item) columns_[*item].proof = c;
      if (column.role) places_.emplace(*column.role, c);
      if (column.name.item) item = c;
      columns_.push_back(std::move(column));
    }
  }

  // What no two columns are: a part of the head of a visit, an item, a line, the comment of the item at `item`.
  std::string kind_of(const ReadColumn& column, std::optional<size_t> item) const {
    if (column.name.item) return "item " + std::to_string(*column.name.item);
    if (!column.name.line.empty()) return "line " + column.name.line;
    const bool is_kept = column.role && column.role != VisitColumn::section && column.role != VisitColumn::score;
    if (!is_kept) return "none " + std::to_string(columns_.size());
    const bool is_text = column.role == VisitColumn::comment || column.role == VisitColumn::proof;
    return std::to_string(static_cast<int>(*column.role)) + (is_text && item ? " of " + std::to_string(*item) : "");
  }

  // The visit of a row, or nullptr where nothing of it is to be read.
  Visit* visit_of(size_t index, bool is_whole) {
    const CellRow& row = table_.rows[index];
    VisitHead head;
    head.place = to_one_line(trim(cell(row, place(VisitColumn::place))));
    head.shopper = to_one_line(trim(cell(row, place(VisitColumn::shopper))));
    const std::string& date = cell(row, place(VisitColumn::date));
    if (!gathering_.read_when(head, date, cell(row, place(VisitColumn::time)), line(index))) return nullptr;
    const std::string name(trim(cell(row, place(VisitColumn::visit))));
    return is_whole ? gathering_.new_visit_for(name, head, line(index)) : gathering_.visit_for(name, head, line(index));
  }

  void read_answers() {
    for (size_t r = head_ + 1; r < table_.rows.size(); ++r) {
      Visit* visit = visit_of(r, false);
      if (visit == nullptr) continue;
      const CellRow& row = table_.rows[r];
      const std::string& item = cell(row, place(VisitColumn::item));
      const ListName name = gathering_.name_of(item);
      if (name.is_known() && !name.is_ambiguous) {
        gathering_.add_answer(*visit, name, cell(row, place(VisitColumn::answer)), line(r));
        gathering_.add_texts(*visit, name, cell(row, place(VisitColumn::comment)), cell(row, place(VisitColumn::proof)),
                             line(r));
      } else {
        add_name_problem(name, item, line(r));
      }
    }
  }

  void read_rows_of_visits() {
    bool has_item = false;
    for (size_t c = 0; c < columns_.size(); ++c) {
      const ReadColumn& column = columns_[c];
      const std::string& name = table_.rows[head_][c];
      const bool is_text = column.role == VisitColumn::comment || column.role == VisitColumn::proof;
      if (is_text && !has_item) gathering_.add_problem({ImportProblemKind::column_of_none, line(head_), name});
      has_item = has_item || column.name.item;
      const bool is_of_answers = column.role == VisitColumn::item || column.role == VisitColumn::answer;
      if ((column.role && !is_of_answers) || (column.name.is_known() && !column.name.is_ambiguous)) continue;
      if (!trim(name).empty()) add_name_problem(column.name, name, line(head_), ImportProblemKind::unknown_column);
    }
    for (size_t r = head_ + 1; r < table_.rows.size(); ++r) {
      Visit* visit = visit_of(r, true);
      if (visit == nullptr) continue;
      const CellRow& row = table_.rows[r];
      for (size_t c = 0; c < columns_.size() && c < row.size(); ++c) {
        const ReadColumn& column = columns_[c];
        if (!column.role && column.name.is_known()) {
          gathering_.add_answer(*visit, column.name, row[c], line(r));
          gathering_.add_texts(*visit, column.name, cell(row, column.comment), cell(row, column.proof), line(r));
        }
      }
    }
  }

  void add_name_problem(const ListName& name, const std::string& written, size_t at,
                        ImportProblemKind unknown = ImportProblemKind::unknown_item) {
    gathering_.add_problem({name.is_ambiguous ? ImportProblemKind::ambiguous_item : unknown, at, written});
  }

  const DelimitedText& table_;
  size_t head_;  // the row with the names of the columns
  VisitGathering& gathering_;
  std::vector<ReadColumn> columns_;
  std::map<VisitColumn, size_t> places_;  // the first column of each role
};

std::string_view first_line_of(std::string_view lines) {
  const size_t begin = std::min(lines.find_first_not_of('\n'), lines.size());
  return lines.substr(begin, std::min(lines.find('\n', begin), lines.size()) - begin);
}

// Whether a text begins as a table of visits does, whatever the texts in its cells look like.
bool has_head(std::string_view first_line) {
  if (first_line.starts_with("sep=")) return true;
  if (first_line.starts_with('#') || first_line.starts_with("- ")) return false;
  const DelimitedText head = read_delimited(first_line, delimiter_of(first_line));
  return !head.rows.empty() && head.rows.front().size() > 1 &&
         std::ranges::any_of(head.rows.front(),
                             [](const std::string& name) { return visit_column_of(name) == VisitColumn::date; });
}

void read_table(std::string_view lines, std::string_view first, VisitGathering& gathering) {
  DelimitedText table = read_delimited(lines, delimiter_of(first));
  for (CellRow& row : table.rows) {
    for (std::string& text : row) text = std::string(plain_cell(text));
  }
  const size_t head = first.starts_with("sep=") ? 1 : 0;
  if (table.rows.size() <= head) return gathering.add_problem({ImportProblemKind::no_head, 1});
  TableReading(table, head, gathering).read();
}

}  // namespace

VisitsImport read_visits(std::string_view text, const Visits& visits, const Checklist& list) {
  VisitGathering gathering(visits, list);
  const std::string lines = with_line_feeds(text);
  const std::string_view first = first_line_of(lines);
  if (!has_head(first) && is_task_list(lines)) {
    read_task_list(lines, list, gathering);
  } else {
    read_table(lines, first, gathering);
  }
  return gathering.take();
}

Visits take_visits(Visits visits, const Checklist& list, std::string_view title, const VisitsImport& import,
                   IdSource& fresh) {
  if (!import.is_good()) return visits;
  return add_visits(std::move(visits), list, title, import.visits, fresh);
}

}  // namespace canvasbook
