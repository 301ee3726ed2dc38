#include <algorithm>
#include <unordered_map>

#include "editor/session/recovery_records.h"
#include "model/base/checksum.h"
#include "model/file/document_json.h"
#include "model/file/file.h"
#include "model/file/workbook_file.h"

namespace canvasbook {

namespace {

constexpr size_t checksum_length = 16;

std::string checked_line(const std::string& text) { return checksum_text(text) + " " + text + "\n"; }

std::string compact(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

// The text of a workbook's file without line feeds and indents; inside strings JSON has no line feeds.
std::string on_one_line(const std::string& text) {
  std::string line;
  line.reserve(text.size());
  bool indent = false;
  for (const char c : text) {
    indent = c == '\n' || (indent && c == ' ');
    if (!indent) line += c;
  }
  return line;
}

Workbook without_documents(Workbook workbook) {
  workbook.documents.clear();
  return workbook;
}

Document without_sections(Document document) {
  document.sections.clear();
  return document;
}

template <class T>
Json ids_of(const std::vector<Shared<T>>& list) {
  Json ids = Json::array();
  for (const auto& element : list) ids.push_back(element->id);
  return ids;
}

template <class T>
bool same_ids(const std::vector<Shared<T>>& one, const std::vector<Shared<T>>& other) {
  return std::ranges::equal(
      one, other, {}, [](const auto& element) -> const std::string& { return element->id; },
      [](const auto& element) -> const std::string& { return element->id; });
}

template <class T>
std::unordered_map<std::string_view, const Shared<T>*> by_id(const std::vector<Shared<T>>& list) {
  std::unordered_map<std::string_view, const Shared<T>*> result;
  for (const auto& element : list) result.emplace(element->id, &element);
  return result;
}

// Puts what changed of a document into the lists of a record; `before` is nullptr for a new one.
void put_changes(const Document* before, const Document& after, Json& documents, Json& sections) {
  static const std::vector<Shared<Section>> none;
  const auto& earlier = before ? before->sections : none;
  if (before == nullptr || !same_ids(earlier, after.sections) || without_sections(*before) != without_sections(after)) {
    Json head = write_document(without_sections(after));
    head["sections"] = ids_of(after.sections);
    documents.push_back(std::move(head));
  }
  const auto known = by_id(earlier);
  for (const auto& section : after.sections) {
    const auto found = known.find(section->id);
    if (found != known.end() && *found->second == section) continue;
    sections.push_back({{"document", after.id}, {"section", write_section(*section)}});
  }
}

// The checked lines from the beginning on.
std::vector<std::string_view> whole_lines(std::string_view content) {
  std::vector<std::string_view> lines;
  for (size_t end = 0; (end = content.find('\n')) != std::string_view::npos; content.remove_prefix(end + 1)) {
    const std::string_view line = content.substr(0, end);
    if (line.size() <= checksum_length || line[checksum_length] != ' ') break;
    const std::string_view text = line.substr(checksum_length + 1);
    if (checksum_text(text) != line.substr(0, checksum_length)) break;
    lines.push_back(text);
  }
  return lines;
}

std::string id_of(const Json& value) {
  if (!value.is_object()) return {};
  const auto id = value.find("id");
  return id != value.end() && id->is_string() ? id->get<std::string>() : std::string();
}

Json* find_by_id(Json& list, const std::string& id) {
  if (!list.is_array() || id.empty()) return nullptr;
  for (Json& element : list) {
    if (id_of(element) == id) return &element;
  }
  return nullptr;
}

// Brings a list into the order of `ids`; new elements have an id alone, those not named go.
void arrange(Json& list, const std::vector<std::string>& ids) {
  std::unordered_map<std::string, Json> known;
  if (list.is_array()) {
    for (Json& element : list) {
      std::string id = id_of(element);
      known.emplace(std::move(id), std::move(element));
    }
  }
  list = Json::array();
  for (const std::string& id : ids) {
    const auto found = known.find(id);
    list.push_back(found == known.end() ? Json::object({{"id", id}}) : std::move(found->second));
  }
}

// The workbook of a journal as its file would hold it, while records are applied to it.
struct Replay {
  Json workbook;  // an object
  std::string path;
  std::string time;
  std::string known;
  bool saved = false;
};

void apply_properties(const std::string& text, Replay& replay, JsonObject& record) {
  auto properties = parse_json(text);
  if (!properties || !properties->is_object()) return record.fail(ErrorCode::wrong_type, "properties", "object");
  Json documents = std::move(replay.workbook["documents"]);
  replay.workbook = std::move(*properties);
  replay.workbook["documents"] = std::move(documents);
}

void apply_document(const Json& value, const JsonPlace& place, Json& documents, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Json* known = find_by_id(documents, object.text("id"));
  if (known == nullptr) return errors.add(ErrorCode::bad_value, place, id_of(value));
  Json sections = std::move((*known)["sections"]);
  arrange(sections, object.texts("sections"));
  *known = value;
  (*known)["sections"] = std::move(sections);
}

void apply_section(const Json& value, const JsonPlace& place, Json& documents, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Json* document = find_by_id(documents, object.text("document"));
  const Json* section = object.member("section");
  Json* known = document && section ? find_by_id((*document)["sections"], id_of(*section)) : nullptr;
  if (known == nullptr) return errors.add(ErrorCode::bad_value, place, section ? id_of(*section) : std::string());
  *known = *section;
}

// Applies a record. Returns the first error of its reading.
std::optional<Error> apply(std::string_view line, Replay& replay) {
  const auto parsed = parse_json(line);
  if (!parsed) return parsed.error();
  JsonErrors errors;
  const JsonPlace root;
  JsonObject record(*parsed, root, errors);
  replay.time = record.text("time");
  replay.saved = record.member("saved") != nullptr;
  if (replay.saved) {
    replay.path = record.text("saved");
    replay.known = record.text("known");
  }
  const std::string properties = record.text("properties");
  if (!properties.empty()) apply_properties(properties, replay, record);
  Json& documents = replay.workbook["documents"];
  if (record.member("order") != nullptr) arrange(documents, record.texts("order"));
  record.each("documents", [&](const Json& value, const JsonPlace& place) {  //
    apply_document(value, place, documents, errors);
  });
  record.each("sections", [&](const Json& value, const JsonPlace& place) {  //
    apply_section(value, place, documents, errors);
  });
  if (errors.any()) return errors.first();
  return std::nullopt;
}

// What the first `up_to` lines hold, the header already read.
RecoveredWorkbook replayed(RecoveredWorkbook recovered, const std::vector<std::string_view>& lines, size_t up_to) {
  const auto at_line = [](Error error, size_t line) {
    error.line = static_cast<int>(line);
    error.column = 0;
    return error;
  };
  auto workbook = parse_json(lines[1]);
  if (workbook && !workbook->is_object()) workbook = Error{ErrorCode::wrong_type, {}, 0, 0, {}, "object"};
  if (!workbook) {
    recovered.workbook = at_line(workbook.error(), 2);
    return recovered;
  }
  Replay replay{std::move(*workbook), recovered.header.path, recovered.header.time, recovered.header.known,
                recovered.saved};
  for (size_t i = 2; i < up_to; ++i) {
    if (const auto error = apply(lines[i], replay)) {
      recovered.workbook = at_line(*error, i + 1);
      return recovered;
    }
  }
  recovered.header.path = replay.path;
  recovered.header.known = replay.known;
  recovered.time = replay.time;
  recovered.saved = replay.saved;
  recovered.workbook = read_workbook(compact(replay.workbook));
  if (!recovered.workbook) {
    recovered.workbook = at_line(recovered.workbook.error(), up_to);
    return recovered;
  }
  recovered.documents = recovered.workbook->documents.size();
  const auto count_note = [&](const auto&...) { ++recovered.notes; };
  for_each_note(*recovered.workbook, count_note);
  for_each_parked_note(*recovered.workbook, count_note);
  return recovered;
}

RecoveredWorkbook nothing_recovered() {
  return {{}, {}, {}, false, 0, 0, Error{ErrorCode::not_json, {}, 0, 0, {}, {}}};
}

// Reads the header into `recovered`. Returns the error, if there is one.
std::optional<Error> read_header(std::string_view line, RecoveredWorkbook& recovered) {
  const auto parsed = parse_json(line);
  if (!parsed) return parsed.error();
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  const int version = object.number("recovery", 0, 0, 1'000'000);
  recovered.header = {object.text("path"), object.text("title"), object.text("time"), object.text("known")};
  recovered.time = recovered.header.time;
  recovered.saved = object.member("saved") != nullptr;
  if (errors.any()) return errors.first();
  if (version > recovery_version) return Error{ErrorCode::newer_version, {}, 1, 0, {}, std::to_string(version)};
  return std::nullopt;
}

struct HeaderLine {
  RecoveryGlimpse glimpse;
  size_t bytes = 0;  // of the second line; 0 where it does not say
};

std::optional<HeaderLine> header_of(std::string_view beginning) {
  const std::vector<std::string_view> lines = whole_lines(beginning.substr(0, beginning.find('\n') + 1));
  RecoveredWorkbook recovered = nothing_recovered();
  if (lines.size() != 1 || read_header(lines[0], recovered)) return std::nullopt;
  const auto parsed = parse_json(lines[0]);
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  const auto bytes = static_cast<size_t>(object.number("bytes", 0, 0, static_cast<int>(largest_file)));
  return HeaderLine{{{}, recovered.header, recovered.time, 0, recovered.saved}, bytes};
}

}  // namespace

std::string first_record(const RecoveryHeader& header, const Workbook& workbook, bool saved) {
  Json object = {{"recovery", recovery_version}};
  put_text(object, "path", header.path);
  put_text(object, "title", header.title);
  put_text(object, "time", header.time);
  put_text(object, "known", header.known);
  if (saved) object["saved"] = true;
  const std::string content = checked_line(on_one_line(write_workbook(workbook)));
  object["bytes"] = content.size();
  return checked_line(compact(object)) + content;
}

std::optional<std::string> change_record(const Workbook& before, const Workbook& after, const std::string& time,
                                         const SavedAs* saved_as) {
  Json record = {{"time", time}};
  if (without_documents(before) != without_documents(after))
    record["properties"] = on_one_line(write_workbook(without_documents(after)));
  if (!same_ids(before.documents, after.documents)) record["order"] = ids_of(after.documents);
  Json documents = Json::array();
  Json sections = Json::array();
  const auto earlier = by_id(before.documents);
  for (const auto& document : after.documents) {
    const auto found = earlier.find(document->id);
    if (found != earlier.end() && found->second->same_as(document)) continue;
    put_changes(found == earlier.end() ? nullptr : &**found->second, *document, documents, sections);
  }
  if (!documents.empty()) record["documents"] = std::move(documents);
  if (!sections.empty()) record["sections"] = std::move(sections);
  if (saved_as != nullptr) {
    record["saved"] = saved_as->path;
    put_text(record, "known", saved_as->known);
  }
  if (record.size() == 1) return std::nullopt;
  return checked_line(compact(record));
}

std::optional<RecoveryGlimpse> glimpse_of_header(std::string_view beginning, size_t size) {
  const auto header = header_of(beginning);
  if (!header || header->bytes == 0 || header->bytes + beginning.find('\n') + 1 != size) return std::nullopt;
  return header->glimpse;
}

std::optional<RecoveryGlimpse> glimpse_of_records(std::string_view beginning, std::string_view last) {
  const auto header = header_of(beginning);
  const std::vector<std::string_view> end = whole_lines(last);
  if (!header || end.size() != 1) return std::nullopt;
  RecoveryGlimpse glimpse = header->glimpse;
  const auto record = parse_json(end[0]);
  if (!record || !record->is_object()) return std::nullopt;
  if (record->contains("canvasbook")) return glimpse;  // the first record is the only one
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*record, root, errors);
  glimpse.time = object.text("time");
  glimpse.saved = object.member("saved") != nullptr;
  if (glimpse.saved) {
    glimpse.header.path = object.text("saved");
    glimpse.header.known = object.text("known");
  }
  if (errors.any()) return std::nullopt;
  return glimpse;
}

RecoveredWorkbook read_journal(std::string_view content) {
  const std::vector<std::string_view> lines = whole_lines(content);
  RecoveredWorkbook recovered = nothing_recovered();
  if (!lines.empty()) {
    if (auto error = read_header(lines[0], recovered)) {
      recovered.workbook = std::move(*error);
      return recovered;
    }
  }
  if (lines.size() < 2) {
    recovered.workbook.error().line = static_cast<int>(lines.size()) + 1;
    return recovered;
  }
  RecoveredWorkbook last = replayed(recovered, lines, lines.size());
  if (last.workbook) return last;
  // A record that leaves no workbook, such as one with an id that two notes have: go back to where there was one.
  size_t good = 2;
  size_t bad = lines.size();
  RecoveredWorkbook best = replayed(recovered, lines, good);
  if (!best.workbook) return last;
  while (bad - good > 1) {
    const size_t middle = good + (bad - good) / 2;
    RecoveredWorkbook tried = replayed(recovered, lines, middle);
    (tried.workbook ? good : bad) = middle;
    if (tried.workbook) best = std::move(tried);
  }
  best.saved = false;  // something came after it
  return best;
}

}  // namespace canvasbook
