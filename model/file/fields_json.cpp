#include "model/file/fields_json.h"

namespace canvasbook {

void FieldReader::local_id(std::string_view key, std::string& value) {
  value = object_.id(key);
  if (siblings_ == nullptr) return;
  if (!siblings_->insert(value).second) object_.fail(ErrorCode::duplicate_id, key, value);
}

void FieldReader::flag(std::string_view key, bool& value) {
  const Json* found = object_.member(key);
  if (found == nullptr) return;
  if (!found->is_boolean()) return object_.fail(ErrorCode::wrong_type, key, "boolean");
  value = found->get<bool>();
}

void FieldReader::cells(std::string_view key, std::map<std::string, std::string>& value) {
  const Json* found = object_.member(key);
  if (found == nullptr) return;
  const JsonPlace place{&object_.place(), key};
  if (!found->is_object()) return errors_.add(ErrorCode::wrong_type, place, "object");
  for (const auto& [column, text] : found->items()) {
    if (text.is_string()) {
      value[column] = text.get_ref<const std::string&>();
    } else {
      errors_.add(ErrorCode::wrong_type, JsonPlace{&place, column}, "text");
    }
  }
}

}  // namespace canvasbook
