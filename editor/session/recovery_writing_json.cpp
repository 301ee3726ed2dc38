#include <algorithm>
#include <unordered_map>

#include "editor/session/recovery_lines.h"
#include "editor/session/recovery_records.h"
#include "model/file/document_json.h"
#include "model/file/workbook_file.h"

namespace canvasbook {

namespace {

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
  return checked_line(json_line(object)) + content;
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
  return checked_line(json_line(record));
}

}  // namespace canvasbook
