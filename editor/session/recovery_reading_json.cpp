#include <algorithm>
#include <unordered_map>

#include "editor/session/recovery_lines.h"
#include "editor/session/recovery_records.h"
#include "model/file/document_json.h"
#include "model/file/file.h"
#include "model/file/workbook_file.h"

namespace canvasbook {

namespace {

using Lines = std::vector<std::optional<std::string_view>>;

std::string id_of(const Json& value) {
  if (!value.is_object()) return {};
  const auto id = value.find("id");
  return id != value.end() && id->is_string() ? id->get<std::string>() : std::string();
}

// The element with an id, added where there is none: the record that began it may be damaged.
Json& element_with(Json& list, const std::string& id) {
  if (!list.is_array()) list = Json::array();
  for (Json& element : list) {
    if (id_of(element) == id) return element;
  }
  list.push_back(Json::object({{"id", id}}));
  return list.back();
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

// What a line says has changed.
struct Change {
  struct Head {
    Json document;  // without its sections
    std::vector<std::string> sections;
  };
  struct ChangedSection {
    std::string document;
    Json section;
  };
  std::string time;
  std::optional<SavedAs> saved_as;
  std::optional<Json> properties;  // a workbook without documents
  std::optional<std::vector<std::string>> order;
  std::vector<Head> documents;
  std::vector<ChangedSection> sections;
};

std::optional<Json> properties_in(JsonObject& record) {
  const std::string text = record.text("properties");
  if (text.empty()) return std::nullopt;
  auto properties = parse_json(text);
  if (properties && properties->is_object()) return std::move(*properties);
  record.fail(ErrorCode::wrong_type, "properties", "object");
  return std::nullopt;
}

Result<Change> change_in(std::string_view line) {
  const auto parsed = parse_json(line);
  if (!parsed) return parsed.error();
  JsonErrors errors;
  const JsonPlace root;
  JsonObject record(*parsed, root, errors);
  Change change;
  change.time = record.text("time");
  if (record.member("saved") != nullptr) change.saved_as = SavedAs{record.text("saved"), record.text("known")};
  change.properties = properties_in(record);
  if (record.member("order") != nullptr) change.order = record.texts("order");
  record.each("documents", [&](const Json& value, const JsonPlace& place) {
    JsonObject head(value, place, errors);
    static_cast<void>(head.id("id"));
    change.documents.push_back({value, head.texts("sections")});
  });
  record.each("sections", [&](const Json& value, const JsonPlace& place) {
    JsonObject changed(value, place, errors);
    const std::string document = changed.id("document");
    const Json* section = changed.member("section");
    if (section == nullptr || id_of(*section).empty()) return errors.add(ErrorCode::bad_value, place, document);
    change.sections.push_back({document, *section});
  });
  if (errors.any()) return errors.first();
  return change;
}

// The workbook of a journal as its file would hold it, while changes are applied to it.
struct Replay {
  Json workbook;  // an object
  std::string path;
  std::string time;
  std::string known;
  bool saved = false;
};

void apply(Change change, Replay& replay) {
  replay.time = change.time;
  replay.saved = change.saved_as.has_value();
  if (change.saved_as) {
    replay.path = change.saved_as->path;
    replay.known = change.saved_as->known;
  }
  if (change.properties) {
    Json documents = std::move(replay.workbook["documents"]);
    replay.workbook = std::move(*change.properties);
    replay.workbook["documents"] = std::move(documents);
  }
  Json& documents = replay.workbook["documents"];
  if (change.order) arrange(documents, *change.order);
  for (Change::Head& head : change.documents) {
    Json& known = element_with(documents, id_of(head.document));
    Json sections = std::move(known["sections"]);
    arrange(sections, head.sections);
    known = std::move(head.document);
    known["sections"] = std::move(sections);
  }
  for (Change::ChangedSection& changed : change.sections) {
    Json& sections = element_with(documents, changed.document)["sections"];
    const std::string id = id_of(changed.section);
    element_with(sections, id) = std::move(changed.section);
  }
}

// Makes a workbook of what damaged lines have left: a document whose beginning stood in one has a language and its
// texts, and what is only named goes.
void mend_gaps(Json& workbook) {
  Json& documents = workbook["documents"];
  if (!documents.is_array()) return;
  const auto is_only_named = [](const Json& section) { return section.is_object() && !section.contains("kind"); };
  const auto remove_if = [](Json& list, auto goes) {
    if (list.is_array()) list.erase(std::remove_if(list.begin(), list.end(), goes), list.end());
  };
  for (Json& document : documents) {
    if (!document.is_object()) continue;
    remove_if(document["sections"], is_only_named);
    if (!document.contains("language")) document["language"] = workbook.value("language", "");
  }
  remove_if(documents, [](const Json& document) {
    return document.is_object() && document["sections"].empty() && !document.contains("title");
  });
}

Error at_line(Error error, size_t line) {
  error.line = static_cast<int>(line);
  error.column = 0;
  return error;
}

// What the first `up_to` lines hold, the header already read.
RecoveredWorkbook replayed(RecoveredWorkbook recovered, const Lines& lines, size_t up_to) {
  auto workbook = parse_json(*lines[1]);
  if (workbook && !workbook->is_object()) workbook = Error{ErrorCode::wrong_type, {}, 0, 0, {}, "object"};
  if (!workbook) {
    recovered.workbook = at_line(workbook.error(), 2);
    return recovered;
  }
  Replay replay{std::move(*workbook), recovered.header.path, recovered.time, recovered.header.known, recovered.saved};
  for (size_t i = 2; i < up_to; ++i) {
    auto change = lines[i] ? change_in(*lines[i]) : Result<Change>(Error{ErrorCode::not_json, {}, 0, 0, {}, {}});
    if (change) {
      apply(std::move(*change), replay);
    } else {
      replay.saved = false;  // what it held is in no file that we know of
      ++recovered.lost;
    }
  }
  if (recovered.lost > 0) mend_gaps(replay.workbook);
  recovered.header.path = replay.path;
  recovered.header.known = replay.known;
  recovered.time = replay.time;
  recovered.saved = replay.saved;
  recovered.workbook = read_workbook(json_line(replay.workbook));
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
  const Lines lines = checked_lines(beginning.substr(0, beginning.find('\n') + 1));
  RecoveredWorkbook recovered = nothing_recovered();
  if (lines.size() != 1 || !lines[0] || read_header(*lines[0], recovered)) return std::nullopt;
  const auto parsed = parse_json(*lines[0]);
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  const auto bytes = static_cast<size_t>(object.number("bytes", 0, 0, static_cast<int>(largest_file)));
  return HeaderLine{{{}, recovered.header, recovered.time, 0, recovered.saved}, bytes};
}

}  // namespace

std::optional<RecoveryGlimpse> glimpse_of_header(std::string_view beginning, size_t size) {
  const auto header = header_of(beginning);
  if (!header || header->bytes == 0 || header->bytes + beginning.find('\n') + 1 != size) return std::nullopt;
  return header->glimpse;
}

std::optional<RecoveryGlimpse> glimpse_of_records(std::string_view beginning, std::string_view last) {
  const auto header = header_of(beginning);
  const Lines end = checked_lines(last);
  if (!header || end.size() != 1 || !end[0]) return std::nullopt;
  RecoveryGlimpse glimpse = header->glimpse;
  const auto record = parse_json(*end[0]);
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
  const Lines lines = checked_lines(content);
  RecoveredWorkbook recovered = nothing_recovered();
  if (!lines.empty() && lines[0]) {
    if (auto error = read_header(*lines[0], recovered)) {
      recovered.workbook = std::move(*error);
      return recovered;
    }
  }
  if (lines.size() < 2 || !lines[1]) {
    recovered.workbook = at_line(recovered.workbook.error(), std::min<size_t>(lines.size() + 1, 2));
    return recovered;
  }
  if (!lines[0]) ++recovered.lost;  // whose file it was is not known, what was written is
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
  best.lost += lines.size() - good;
  best.saved = false;  // something came after it
  return best;
}

}  // namespace canvasbook
