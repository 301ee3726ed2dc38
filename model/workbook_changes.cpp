#include "model/workbook_changes.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "model/text/text_difference.h"
#include "model/workbook_records.h"

namespace canvasbook {

namespace {

constexpr size_t no_record = WorkbookRecord::none;

// The records of one workbook with those of the other that are the same things.
struct MatchedRecords {
  explicit MatchedRecords(const Workbook& workbook) : records(records_of(workbook)) {}

  const WorkbookRecord& at(size_t record) const { return records.list[record]; }
  size_t size() const { return records.list.size(); }
  bool is_matched(size_t record) const { return matches[record] != no_record; }
  void match(const MatchedRecords& other) {
    for (size_t i = 0; i < size(); ++i) {
      const auto found = other.records.by_key.find(at(i).key);
      const bool is_same = found != other.records.by_key.end() && rank_of(i) == other.rank_of(found->second);
      matches.push_back(is_same ? found->second : no_record);
    }
  }
  // 0 of a document, 1 of a section, 2 of an item.
  int rank_of(size_t record) const { return at(record).document == record ? 0 : at(record).section == record ? 1 : 2; }
  const std::string& key_of_parent(size_t record) const {
    static const std::string workbook;
    const size_t parent = at(record).parent;
    return parent == no_record ? workbook : at(parent).key;
  }

  WorkbookRecords records;
  std::vector<size_t> matches;  // in the other workbook, or no_record
};

// What a field says, for a reader.
std::string field_words(const RecordField& field, const MatchedRecords& records) {
  if (!field.is_link) return field.sort == FieldSort::words ? field.words : field.value;
  std::string words;
  for (size_t start = 0; start < field.value.size();) {
    const size_t end = std::min(field.value.find('\n', start), field.value.size());
    const std::string id = field.value.substr(start, end - start);
    const auto found = records.records.by_key.find(id);
    words +=
        (words.empty() ? "" : ", ") + (found == records.records.by_key.end() ? id : name_of(records.at(found->second)));
    start = end + 1;
  }
  return words;
}

FieldChange change_of(const RecordField& field) {
  return {field.field, field.title, field.sort, {}, {}, field.is_cell};
}

std::vector<FieldChange> fields_of_new(const WorkbookRecord& record, const MatchedRecords& records) {
  std::vector<FieldChange> fields;
  for (const RecordField& field : record.fields) {
    if (field.is_default) continue;
    fields.push_back(change_of(field));
    fields.back().after = field_words(field, records);
  }
  return fields;
}

std::vector<FieldChange> fields_of_gone(const WorkbookRecord& record, const MatchedRecords& records) {
  std::vector<FieldChange> fields = fields_of_new(record, records);
  for (FieldChange& field : fields) std::swap(field.before, field.after);
  return fields;
}

// Those that differ, in the order of the newer one; what the older one alone has comes last.
std::vector<FieldChange> changed_fields(const WorkbookRecord& old_record, const MatchedRecords& before,
                                        const WorkbookRecord& new_record, const MatchedRecords& after) {
  std::map<std::string_view, const RecordField*> old_fields;
  for (const RecordField& field : old_record.fields) old_fields.emplace(field.field, &field);
  std::vector<FieldChange> fields;
  for (const RecordField& field : new_record.fields) {
    const auto old = old_fields.extract(std::string_view(field.field));
    const std::string_view was = old.empty() ? std::string_view() : std::string_view(old.mapped()->value);
    if (was == field.value) continue;
    FieldChange change = change_of(field);
    if (!old.empty()) change.before = field_words(*old.mapped(), before);
    change.after = field_words(field, after);
    fields.push_back(std::move(change));
  }
  for (const RecordField& field : old_record.fields) {
    if (!old_fields.contains(field.field) || field.value.empty()) continue;
    FieldChange change = change_of(field);
    change.before = field_words(field, before);
    fields.push_back(std::move(change));
  }
  return fields;
}

class Comparison {
 public:
  Comparison(const Workbook& before, const Workbook& after) : before_(before), after_(after) {
    before_.match(after_);
    after_.match(before_);
    find_moved();
    add_places();
    add_new_and_changed();
    add_gone();
  }

  // Without what did not change.
  std::vector<DocumentChanges> take() {
    for (DocumentChanges& document : documents_) {
      std::erase_if(document.sections,
                    [](const SectionChanges& section) { return section.change.is_none() && section.items.empty(); });
    }
    std::erase_if(documents_, [](const DocumentChanges& document) {
      return document.change.is_none() && document.sections.empty();
    });
    return std::move(documents_);
  }

 private:
  // Where the changes of a section go.
  struct Place {
    size_t document = no_record;
    size_t section = no_record;
  };

  // Those that stand in another list now, and those that do not keep the order of their list.
  void find_moved() {
    moved_.resize(after_.size());
    std::map<std::pair<size_t, std::string_view>, std::vector<size_t>> lists;
    for (size_t i = 0; i < after_.size(); ++i) {
      if (!after_.is_matched(i)) continue;
      const size_t old = after_.matches[i];
      const WorkbookRecord& record = after_.at(i);
      if (before_.at(old).list != record.list || before_.key_of_parent(old) != after_.key_of_parent(i)) {
        moved_[i] = true;
      } else {
        lists[{record.parent, record.list}].push_back(i);
      }
    }
    for (const auto& list : lists) {
      std::vector<size_t> places;
      for (const size_t record : list.second) places.push_back(after_.matches[record]);
      const std::vector<bool> keeps = longest_rising(places);
      for (size_t i = 0; i < places.size(); ++i) moved_[list.second[i]] = !keeps[i];
    }
  }

  void add_document(const MatchedRecords& records, size_t record) {
    documents_.push_back({records.at(record).key, title_of(records.at(record))});
  }

  Place add_section(const MatchedRecords& records, size_t record) {
    const WorkbookRecord& section = records.at(record);
    documents_.back().sections.push_back({section.key, title_of(section), section.defines_placeholders});
    return {documents_.size() - 1, documents_.back().sections.size() - 1};
  }

  // Of a document or section the title, which may be empty, and not what it says besides.
  static std::string title_of(const WorkbookRecord& record) {
    return record.fields.empty() ? std::string() : record.fields.front().value;
  }

  // A place for each document and each section, in the order of the book; a section that is gone stands behind the one
  // that it followed.
  void add_places() {
    std::map<size_t, std::vector<size_t>> gone;  // behind a record of the newer workbook: its section or its document
    size_t behind = no_record;
    for (size_t i = 0; i < before_.size(); ++i) {
      const WorkbookRecord& record = before_.at(i);
      if (record.document == i) {
        behind = before_.matches[i];
      } else if (record.section == i && before_.matches[record.document] != no_record) {
        const size_t now = before_.matches[i];
        const bool stays = now != no_record && after_.at(now).section == now &&
                           after_.at(now).document == before_.matches[record.document];
        if (stays) behind = now;
        if (now == no_record) gone[behind].push_back(i);
      }
    }
    for (size_t i = 0; i < after_.size(); ++i) {
      const bool is_document = after_.at(i).document == i;
      if (!is_document && after_.at(i).section != i) continue;
      if (is_document) add_document(after_, i);
      new_places_[i] = is_document ? Place{documents_.size() - 1, no_record} : add_section(after_, i);
      const auto behind_it = gone.find(i);
      if (behind_it == gone.end()) continue;
      for (const size_t section : behind_it->second) old_places_[section] = add_section(before_, section);
    }
    for (size_t i = 0; i < before_.size(); ++i) {
      const WorkbookRecord& record = before_.at(i);
      if (before_.is_matched(i) || before_.is_matched(record.document)) continue;
      if (record.document == i) add_document(before_, i);
      if (record.document == i) old_places_[i] = {documents_.size() - 1, no_record};
      if (record.section == i) old_places_[i] = add_section(before_, i);
    }
  }

  void add(const Place& place, const MatchedRecords& records, size_t index, Change change) {
    const WorkbookRecord& record = records.at(index);
    DocumentChanges& document = documents_[place.document];
    if (record.document == index) {
      document.change = std::move(change);
    } else if (record.section == index) {
      document.sections[place.section].change = std::move(change);
    } else {
      const bool is_inside = record.parent != record.section;
      const bool with_owner = !records.is_matched(index) && !records.is_matched(record.parent);
      document.sections[place.section].items.push_back({record.key, record.list, name_of(record),
                                                        is_inside ? name_of(records.at(record.parent)) : std::string(),
                                                        std::move(change), with_owner});
    }
  }

  static size_t holder_of(const WorkbookRecord& record) {
    return record.section == no_record ? record.document : record.section;
  }

  // What held a record before, in words; empty where that is what holds it now.
  std::string former_place(size_t old_record, size_t new_record) const {
    if (before_.key_of_parent(old_record) == after_.key_of_parent(new_record)) return {};
    const WorkbookRecord& record = before_.at(old_record);
    if (record.parent == no_record) return {};
    const bool is_inside = record.section != no_record && record.parent != record.section;
    return is_inside ? name_of(before_.at(record.parent)) : title_of(before_.at(record.parent));
  }

  void add_new_and_changed() {
    for (size_t i = 0; i < after_.size(); ++i) {
      const WorkbookRecord& record = after_.at(i);
      Change change;
      if (!after_.is_matched(i)) {
        change.kind = ChangeKind::added;
        change.fields = fields_of_new(record, after_);
      } else {
        const size_t old = after_.matches[i];
        change.fields = changed_fields(before_.at(old), before_, record, after_);
        if (!change.fields.empty()) change.kind = ChangeKind::changed;
        change.is_moved = moved_[i];
        if (change.is_moved) change.from = former_place(old, i);
        change.was_parked = before_.at(old).list == "parking" && record.list != "parking";
      }
      if (!change.is_none()) add(new_places_.at(holder_of(record)), after_, i, std::move(change));
    }
  }

  void add_gone() {
    for (size_t i = 0; i < before_.size(); ++i) {
      if (before_.is_matched(i)) continue;
      const WorkbookRecord& record = before_.at(i);
      const size_t holder = holder_of(record);
      const size_t now = before_.matches[holder];
      const Place place = now != no_record ? new_places_.at(holder_of(after_.at(now))) : old_places_.at(holder);
      Change change;
      change.kind = ChangeKind::removed;
      change.fields = fields_of_gone(record, before_);
      add(place, before_, i, std::move(change));
    }
  }

  MatchedRecords before_;
  MatchedRecords after_;
  std::vector<bool> moved_;  // by the records of the newer workbook
  std::vector<DocumentChanges> documents_;
  std::map<size_t, Place> new_places_;  // by the records of documents and sections
  std::map<size_t, Place> old_places_;  // of those that are gone
};

std::vector<FieldChange> changed_properties(const Workbook& before, const Workbook& after) {
  std::vector<FieldChange> fields;
  const auto compare = [&](const char* field, const std::string& was, const std::string& now) {
    if (was != now) fields.push_back({field, {}, FieldSort::text, was, now});
  };
  compare("company", before.company, after.company);
  compare("author_role", before.author_role, after.author_role);
  return fields;
}

void count_change(const Change& change, ChangeCounts& counts) {
  counts.added += change.kind == ChangeKind::added ? 1 : 0;
  counts.changed += change.kind == ChangeKind::changed ? 1 : 0;
  counts.removed += change.kind == ChangeKind::removed ? 1 : 0;
  counts.moved += change.kind == ChangeKind::kept && change.is_moved ? 1 : 0;
}

}  // namespace

WorkbookChanges changes_between(const Workbook& before, const Workbook& after) {
  return {changed_properties(before, after), Comparison(before, after).take()};
}

ChangeCounts counts_of(const DocumentChanges& changes) {
  ChangeCounts counts;
  count_change(changes.change, counts);
  for (const SectionChanges& section : changes.sections) {
    count_change(section.change, counts);
    for (const ItemChange& item : section.items) {
      if (!item.with_owner) count_change(item.change, counts);
    }
  }
  return counts;
}

bool have_common_sections(const Workbook& one, const Workbook& other) {
  std::unordered_set<std::string_view> ids;
  for (const auto& document : one.documents) {
    ids.insert(document->id);
    for (const auto& section : document->sections) ids.insert(section->id);
  }
  for (const auto& document : other.documents) {
    if (ids.contains(document->id)) return true;
    for (const auto& section : document->sections) {
      if (ids.contains(section->id)) return true;
    }
  }
  return false;
}

}  // namespace canvasbook
