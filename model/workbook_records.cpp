#include "model/workbook_records.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "model/contents.h"
#include "model/kinds/checklist_cells.h"
#include "model/kinds/sheet_cells.h"
#include "model/placeholders.h"

namespace canvasbook {

namespace {

// What is no part of what a workbook says.
constexpr std::string_view passed_over[] = {"width", "share", "trial_mark", "layout"};

bool is_passed_over(std::string_view key) { return std::ranges::find(passed_over, key) != std::end(passed_over); }

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

class RecordList {
 public:
  // A record inside the one that is open; it is open until close().
  void open(std::string list) {
    WorkbookRecord record;
    record.list = std::move(list);
    if (open_ != WorkbookRecord::none) {
      record.parent = open_;
      record.section = records_[open_].section;
      record.document = records_[open_].document;
    }
    open_ = records_.size();
    records_.push_back(std::move(record));
  }
  void close() { open_ = current().parent; }
  void begin_document() { current().document = open_; }
  void begin_section() { current().section = open_; }
  WorkbookRecord& current() { return records_[open_]; }
  const WorkbookRecord& section() const { return records_[records_[open_].section]; }

  RecordField& add(std::string_view field, FieldSort sort, std::string value) {
    RecordField& added = current().fields.emplace_back();
    added.field = field;
    added.sort = sort;
    added.is_default = value.empty();
    added.value = std::move(value);
    return added;
  }
  void add_links(std::string_view field, std::string ids) {
    add(field, FieldSort::words, std::move(ids)).is_link = true;
  }
  void add_number(std::string_view field, int value, int fallback) {
    add(field, FieldSort::number, value == 0 ? std::string() : std::to_string(value)).is_default = value == fallback;
  }

  // With a point, as files have it.
  void add_decimal(std::string_view field, double value, double fallback) {
    const long tenths = std::lround(value * 10);
    const std::string behind = tenths % 10 == 0 ? std::string() : "." + std::to_string(tenths % 10);
    add(field, FieldSort::number, std::to_string(tenths / 10) + behind).is_default = value == fallback;
  }

  std::vector<WorkbookRecord> take() { return std::move(records_); }

 private:
  std::vector<WorkbookRecord> records_;
  size_t open_ = WorkbookRecord::none;
};

// Makes the records of what a described kind holds.
class RecordVisitor : public FieldVisitor<RecordVisitor> {
 public:
  explicit RecordVisitor(RecordList& records) : records_(records) {}

  void id(std::string_view, const std::string& value) { records_.current().key = value; }
  void local_id(std::string_view, const std::string& value) {
    records_.current().key = records_.section().key + "/" + value;
    named_.push_back({value, {}, ColumnType::text});
    places_.emplace(value, named_.size() - 1);
  }
  void text(std::string_view key, const std::string& value) {
    if (key == "title" && !named_.empty() && named_.back().title.empty()) named_.back().title = value;
    records_.add(key, FieldSort::text, value);
  }
  void markdown(std::string_view key, const std::string& value) { text(key, value); }
  void link(std::string_view key, const std::string& value) { records_.add_links(key, value); }
  void code(std::string_view key, const std::string& value) {
    if (key != "speaker" && key != own_scale_field) return;
    const auto known = places_.find(value);
    RecordField& field = records_.add(key, FieldSort::words, value);
    if (known != places_.end()) field.words = named_[known->second].title;
  }
  void number(std::string_view key, int value, int fallback, int, int) {
    if (!is_passed_over(key)) records_.add_number(key, value, fallback);
  }
  void decimal(std::string_view key, double value, double fallback, double, double) {
    records_.add_decimal(key, value, fallback);
  }
  void flag(std::string_view key, bool value) {
    records_.add(key, FieldSort::mark, value ? std::string(checked_cell) : std::string());
  }
  template <class Enum, class Names>
  void choice(std::string_view key, const Enum& value, const Names& names) {
    if constexpr (std::same_as<Enum, ColumnType>) named_.back().type = value;
    if (is_passed_over(key)) return;
    const auto index = static_cast<size_t>(value);
    records_.add(key, FieldSort::choice, std::string(names[index])).is_default = index == 0;
  }
  void texts(std::string_view key, const std::vector<std::string>& values) {
    records_.add(key, FieldSort::text, joined(values, "\n"));
  }
  // In the order of the columns; what has no column any more is not seen.
  void cells(std::string_view, const std::map<std::string, std::string>& values) {
    std::vector<std::pair<size_t, const std::string*>> written;
    for (const auto& cell : values) {
      const auto column = places_.find(cell.first);
      if (column != places_.end()) written.emplace_back(column->second, &cell.second);
    }
    std::ranges::sort(written, {}, &std::pair<size_t, const std::string*>::first);
    for (const auto& cell : written) {
      const Named& column = named_[cell.first];
      RecordField& field = records_.add(column.id, sort_of(column.type), *cell.second);
      field.title = column.title;
      field.is_cell = true;
      field.is_link = column.type == ColumnType::touchpoint;
    }
  }
  template <class T>
  void list(std::string_view key, const std::vector<T>& values) {
    for (const T& value : values) {
      records_.open(std::string(key));
      describe(*this, value);
      records_.close();
    }
  }

 private:
  struct Named {  // a column, a speaker, a scale or a level of one
    std::string id;
    std::string title;
    ColumnType type;
  };

  static FieldSort sort_of(ColumnType type) {
    if (type == ColumnType::touchpoint) return FieldSort::words;
    if (type == ColumnType::check) return FieldSort::mark;
    return type == ColumnType::date ? FieldSort::date : FieldSort::text;
  }

  RecordList& records_;
  std::vector<Named> named_;
  std::unordered_map<std::string, size_t> places_;  // of the named, by their ids
};

void record_notes(const std::vector<Note>& notes, const char* list, const IdIndex<NoteType>& types,
                  RecordList& records) {
  for (const Note& note : notes) {
    records.open(list);
    records.current().key = note.id;
    records.add("text", FieldSort::text, note.text);
    records.add("details", FieldSort::text, note.details);
    records.add_links("segments", joined(note.segments, "\n"));
    records.add("types", FieldSort::words, joined(note.types, "\n")).words = joined(type_titles(types, note), ", ");
    records.add_links("drivers", joined(note.drivers, "\n"));
    records.close();
  }
}

void record_board(const Board& board, RecordList& records) {
  std::vector<std::string> frames;
  for (const Frame& frame : board.frames) frames.push_back(frame.title);
  records.add("frames", FieldSort::text, joined(frames, "\n"));
  for (const Block& block : board.blocks) {
    records.open("blocks");
    records.current().key = records.section().key + "/" + block.id;
    records.add("title", FieldSort::text, block.title);
    record_notes(block.notes, "notes", IdIndex<NoteType>(block.types), records);
    records.close();
  }
  record_notes(board.parking, "parking", IdIndex<NoteType>(), records);
}

std::string joined(const VisitTexts& texts) {
  std::string all;
  for (const auto& text : texts) {
    if (!all.empty()) all += "\n";
    all += text.second;
  }
  return all;
}

// "78 %", or empty where nothing is marked that counts.
std::string score_words(const Visits& visits, const Visit& visit) {
  const Checklist* list = list_of(visits, visit);
  const auto part = list == nullptr ? std::nullopt : score_checklist(*list, visit.marks).total.part();
  return part ? std::to_string(std::lround(*part * 100)) + " %" : std::string();
}

void record_visits(const Visits& visits, RecordList& records) {
  records.add_links("checklist", visits.checklist);
  records.add("target", FieldSort::number, visits.target ? write_weight(*visits.target) : std::string());
  for_each_visit(visits, [&](const Visit& visit) {
    records.open("visits");
    records.current().key = visit.id;
    records.add("place", FieldSort::text, visit.head.place);
    records.add("shopper", FieldSort::text, visit.head.shopper);
    records.add("date", FieldSort::date, write_date(visit.head.day));
    records.add("time", FieldSort::text, visit.head.time);
    records.add("score", FieldSort::words, marks_text(visit.marks)).words = score_words(visits, visit);
    records.add("proofs", FieldSort::text, joined(visit.proofs));
    records.add("comments", FieldSort::text, joined(visit.comments));
    records.add("finished", FieldSort::mark, visit.finished ? std::string(checked_cell) : std::string());
    records.close();
  });
  for (const VisitAction& action : visits.actions) {
    records.open("actions");
    records.current().key = action.id;
    records.add("text", FieldSort::text, action.text);
    records.add_links("check_item", action.item);
    records.add("place", FieldSort::text, action.place);
    records.add("owner", FieldSort::text, action.owner);
    records.add("due", FieldSort::date, action.due ? write_date(*action.due) : std::string());
    records.add("checked", FieldSort::date, action.checked ? write_date(*action.checked) : std::string());
    records.add("outcome", FieldSort::text, action.outcome);
    records.add("done", FieldSort::mark, action.done ? std::string(checked_cell) : std::string());
    records.close();
  }
}

void record_section(const Section& section, RecordList& records) {
  records.open("sections");
  records.begin_section();
  records.current().key = section.id;
  records.current().defines_placeholders = defines_placeholders(section.content);
  records.add("title", FieldSort::text, section.title);
  records.add_number("level", section.level, section.level);
  std::visit(
      [&](const auto& kind) {
        using Kind = std::remove_cvref_t<decltype(kind)>;
        if constexpr (DescribedKind<Kind>) {
          RecordVisitor visitor(records);
          describe(visitor, kind);
        } else if constexpr (OneOf<Kind, Board>) {
          record_board(kind, records);
        } else if constexpr (OneOf<Kind, Visits>) {
          record_visits(kind, records);
        } else {
          static_assert(OneOf<Kind, Prose>);
          records.add("text", FieldSort::text, kind.text);
        }
      },
      section.content);
  records.close();
}

void record_document(const Document& document, RecordList& records) {
  records.open("documents");
  records.begin_document();
  records.current().key = document.id;
  records.add("title", FieldSort::text, document.title);
  const auto& date = document.revision.date;
  records.add("revised", FieldSort::date, date ? write_date(*date) : std::string());
  records.add("revision_owner", FieldSort::text, document.revision.owner);
  records.add_number("revision_months", document.revision.months, 0);
  for (const auto& section : document.sections) record_section(*section, records);
  records.close();
}

}  // namespace

WorkbookRecords records_of(const Workbook& workbook) {
  RecordList list;
  for (const auto& document : workbook.documents) record_document(*document, list);
  WorkbookRecords records{list.take(), {}};
  records.by_key.reserve(records.list.size());
  for (size_t i = 0; i < records.list.size(); ++i) {
    std::string& key = records.list[i].key;
    while (records.by_key.contains(key)) key += "/";  // of a workbook that was not read from a file
    records.by_key.emplace(key, i);
  }
  return records;
}

const std::string& name_of(const WorkbookRecord& record) {
  static const std::string unnamed;
  const auto named = std::ranges::find_if(
      record.fields, [](const RecordField& field) { return field.sort == FieldSort::text && !field.is_default; });
  return named == record.fields.end() ? unnamed : named->value;
}

}  // namespace canvasbook
