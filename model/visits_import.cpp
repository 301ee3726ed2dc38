#include "model/visits_import.h"

#include <algorithm>
#include <map>

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

  void find_columns() {
    const CellRow& head = table_.rows[head_];
    std::optional<size_t> item;
    for (size_t c = 0; c < head.size(); ++c) {
      ReadColumn column{visit_column_of(head[c]), {}};
      const bool may_be_line = !column.role || column.role == VisitColumn::proof;
      if (may_be_line) column.name = gathering_.name_of(head[c]);
      if (column.name.is_known()) column.role.reset();  // a line of the list that is called so
      if (column.role == VisitColumn::comment && item) columns_[*item].comment = c;
      if (column.role == VisitColumn::proof && item) columns_[*item].proof = c;
      if (column.role) places_.emplace(*column.role, c);
      if (column.name.item) item = c;
      columns_.push_back(std::move(column));
    }
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
        gathering_.add_texts(*visit, name, cell(row, place(VisitColumn::comment)),
                             cell(row, place(VisitColumn::proof)));
      } else {
        add_name_problem(name, item, line(r));
      }
    }
  }

  void read_rows_of_visits() {
    for (size_t c = 0; c < columns_.size(); ++c) {
      const ReadColumn& column = columns_[c];
      if (column.role || (column.name.is_known() && !column.name.is_ambiguous)) continue;
      const std::string& name = table_.rows[head_][c];
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
          gathering_.add_texts(*visit, column.name, cell(row, column.comment), cell(row, column.proof));
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

void read_table(std::string_view text, VisitGathering& gathering) {
  const std::string lines = with_line_feeds(text);
  size_t begin = lines.find_first_not_of('\n');
  if (begin == std::string::npos) begin = 0;
  const std::string_view first(lines.data() + begin, std::min(lines.find('\n', begin), lines.size()) - begin);
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
  if (is_task_list(text)) {
    read_task_list(text, list, gathering);
  } else {
    read_table(text, gathering);
  }
  return gathering.take();
}

Visits take_visits(Visits visits, const Checklist& list, std::string_view title, const VisitsImport& import,
                   IdSource& fresh) {
  if (!import.is_good()) return visits;
  return add_visits(std::move(visits), list, title, import.visits, fresh);
}

}  // namespace canvasbook
