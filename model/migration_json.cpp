#include "model/migration_json.h"

#include "model/workbook_file.h"

namespace canvasbook {

std::span<const Migration> migrations() {
  static_assert(format_version == 1, "a new version needs the step that leads to it");
  return {};
}

Result<Json> migrate(Json file, std::span<const Migration> steps) {
  const auto present = static_cast<std::int64_t>(steps.size()) + 1;
  const Json* version = nullptr;
  if (file.is_object() && file.contains("canvasbook")) version = &file["canvasbook"];
  if (version == nullptr || !version->is_number_integer() || *version < 1) {
    return Error{ErrorCode::not_a_workbook, {}, 0, 0, {}, {}};
  }
  if (*version > present) return Error{ErrorCode::newer_version, {}, 0, 0, {}, version->dump()};
  for (auto from = version->get<std::int64_t>(); from < present; ++from) steps[static_cast<size_t>(from - 1)](file);
  file["canvasbook"] = present;
  return file;
}

}  // namespace canvasbook
