#include <map>
#include <string>

#include "model/file/document_json.h"
#include "model/file/workbook_difference.h"

namespace canvasbook {

namespace {

bool has_id(const Json& value) { return value.is_object() && value.contains("id") && value["id"].is_string(); }

// What each item says, by its id, without the items inside it.
using Items = std::map<std::string, Json>;

// Takes the items inside a value out of it. `owner`: the id of the nearest item around it.
void take_items_out(Json& value, const std::string& owner, Items& items) {
  if (!value.is_structured()) return;
  if (value.is_array()) {
    Json rest = Json::array();
    for (Json& element : value) {
      const bool is_item = has_id(element);
      const std::string id = is_item ? element["id"].get<std::string>() : owner;
      take_items_out(element, id, items);
      if (!is_item) {
        rest.push_back(std::move(element));
        continue;
      }
      element["owner"] = owner;
      // ids of columns and the like are unique in their section alone
      const bool is_new = !items.contains(id);
      items.insert_or_assign(is_new ? id : owner + "/" + id, std::move(element));
    }
    value = std::move(rest);
    return;
  }
  for (auto& member : value.items()) take_items_out(member.value(), owner, items);
}

void add_document(const Document& document, Items& items) {
  Json list = Json::array({write_document(document)});
  take_items_out(list, {}, items);
}

const Shared<Document>* find_shared(const Workbook& workbook, const std::string& id) {
  for (const auto& document : workbook.documents) {
    if (document->id == id) return &document;
  }
  return nullptr;
}

// The items of the documents that the other workbook does not have as they are here.
Items items_of(const Workbook& workbook, const Workbook& other) {
  Items items;
  for (const auto& document : workbook.documents) {
    const Shared<Document>* theirs = find_shared(other, document->id);
    if (theirs == nullptr || !(*theirs == document)) add_document(*document, items);
  }
  return items;
}

Workbook properties_alone(Workbook workbook) {
  workbook.documents.clear();
  workbook.modified = {};
  return workbook;
}

}  // namespace

WorkbookDifference workbook_difference(const Workbook& before, const Workbook& after) {
  WorkbookDifference difference;
  const Items old_items = items_of(before, after);
  const Items new_items = items_of(after, before);
  for (const auto& [id, item] : new_items) {
    const auto known = old_items.find(id);
    if (known == old_items.end()) {
      ++difference.added;
    } else if (known->second != item) {
      ++difference.changed;
    }
  }
  for (const auto& [id, item] : old_items) {
    if (!new_items.contains(id)) ++difference.removed;
  }
  if (properties_alone(before) != properties_alone(after)) ++difference.changed;
  if (difference.is_none() && before.documents != after.documents) difference.changed = 1;  // another order
  return difference;
}

}  // namespace canvasbook
