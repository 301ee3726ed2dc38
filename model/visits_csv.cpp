#include "model/visits_csv.h"

#include <cmath>
#include <map>
#include <vector>

#include "model/list_names.h"
#include "model/result_words.h"
#include "model/standard_checks.h"
#include "model/visit_answers.h"

namespace canvasbook {

namespace {

// Whether a text is a formula in a spreadsheet, or one with guards before it.
bool is_formula(std::string_view text) {
  constexpr std::string_view formula_signs = "=+-@\t\r";
  const size_t first = text.find_first_not_of('\'');
  return first != std::string_view::npos && formula_signs.find(text[first]) != std::string_view::npos;
}

class CsvText {
 public:
  explicit CsvText(const Catalog& words) : delimiter_(words.text("decimal_sign") == "," ? ';' : ',') {}

  void add(const std::vector<std::string>& row) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text_ += delimiter_;
      add_cell(guarded_cell(row[i]));
    }
    text_ += "\r\n";
  }
  std::string take() { return std::move(text_); }

 private:
  void add_cell(const std::string& cell) {
    const bool is_plain =
        cell.find_first_of("\"\n\r\t") == std::string::npos && cell.find(delimiter_) == std::string::npos;
    if (is_plain && !cell.starts_with(' ') && !cell.ends_with(' ')) {
      text_ += cell;
      return;
    }
    text_ += '"';
    for (const char sign : cell) {
      if (sign == '"') text_ += '"';
      text_ += sign;
    }
    text_ += '"';
  }

  char delimiter_;
  std::string text_ = "\xEF\xBB\xBF";
};

std::vector<std::string> heads(const Catalog& words, std::initializer_list<const char*> keys) {
  std::vector<std::string> row;
  for (const char* key : keys) row.push_back(words.text(std::string("visits_csv.") + key));
  return row;
}

// What the lines of a list's head and its items are called: by their texts, or by their ids where these are not their
// own.
struct RowNames {
  std::vector<std::string> lines;
  std::vector<std::string> items;
};

RowNames row_names(const Checklist& list) {
  const ListNames known(list);
  RowNames names;
  for (const FormLine& line : list.head) {
    const ListName found = known.find(line.title);
    names.lines.push_back(found.line == line.id && !found.is_ambiguous ? line.title : line.id);
  }
  for (const CheckItem* item : items_in_order(list)) {
    const std::string name = name_of_check(*item);
    const ListName found = known.find(name);
    names.items.push_back(found.item == names.items.size() && !found.is_ambiguous ? name : item->id);
  }
  return names;
}

void add_rows_of(CsvText& csv, const Visit& visit, const Checklist& list, const RowNames& names, const Catalog& words) {
  const auto add = [&](const std::string& section, const std::string& item, const std::string& answer,
                       const std::string& comment, const std::string& proof) {
    csv.add({visit.id, visit.head.place, visit.head.shopper, write_date(visit.head.day), visit.head.time, section, item,
             answer, comment, proof});
  };
  const auto said = [](const VisitTexts& texts, const std::string& id) {
    const auto found = texts.find(id);
    return found == texts.end() ? std::string() : found->second;
  };
  for (size_t i = 0; i < list.head.size(); ++i) {
    const std::string& line = list.head[i].id;
    if (visit.proofs.contains(line)) add({}, names.lines[i], said(visit.proofs, line), {}, {});
  }
  size_t next = 0;
  for (const CheckGroup& group : list.groups) {
    for (const CheckItem& item : group.items) {
      add(group.title, names.items[next], mark_words(scale_of(list, item), visit.marks[next], words),
          said(visit.comments, item.id), said(visit.proofs, item.id));
      ++next;
    }
  }
}

// Percent without the sign, so that a spreadsheet takes it for a number.
std::string number(const std::optional<double>& part, const Catalog& words) {
  return part ? words.decimal(std::round(*part * 1000) / 10) : std::string();
}

}  // namespace

std::string guarded_cell(std::string text) {
  if (is_formula(text)) text.insert(0, "'");
  return text;
}

std::string_view plain_cell(std::string_view text) {
  return text.starts_with('\'') && is_formula(text) ? text.substr(1) : text;
}

std::string visits_csv(const Visits& visits, const Catalog& words) {
  CsvText csv(words);
  csv.add(heads(words, {"visit", "place", "shopper", "date", "time", "section", "item", "answer", "comment", "proof"}));
  std::map<const Checklist*, RowNames> names;  // of each revision
  for_each_visit(visits, [&](const Visit& visit) {
    const Checklist* list = list_of(visits, visit);
    if (list == nullptr) return;
    const auto known = names.find(list);
    const RowNames& own = known != names.end() ? known->second : names.emplace(list, row_names(*list)).first->second;
    add_rows_of(csv, visit, *list, own, words);
  });
  return csv.take();
}

std::string results_csv(const VisitResults& results, ResultsBy by, const Catalog& words) {
  CsvText csv(words);
  std::vector<std::string> head = heads(words, {"visits", "score", "least", "most", "not_applicable", "failed"});
  if (by == ResultsBy::item) head.insert(head.begin(), words.text("visits_csv.section"));
  head.insert(head.begin(), by_words(by, words));
  csv.add(head);
  for (const ResultRow& row : rows_by(results, by)) {
    const ResultFigure& figure = row.figure;
    const auto known = [&](double part) { return figure.score ? std::optional(part) : std::nullopt; };
    std::vector<std::string> cells{std::to_string(figure.visits),
                                   number(figure.score, words),
                                   number(known(figure.least), words),
                                   number(known(figure.most), words),
                                   number(figure.part_not_applicable(), words),
                                   std::to_string(row.failed.size())};
    if (by == ResultsBy::item) cells.insert(cells.begin(), row.group);
    cells.insert(cells.begin(), row_words(row, by, words));
    csv.add(cells);
  }
  return csv.take();
}

}  // namespace canvasbook
