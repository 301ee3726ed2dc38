#include "model/file/migration_json.h"

#include "model/file/workbook_file.h"

namespace canvasbook {

std::span<const Migration> migrations() {
  static_assert(format_version == 1, "a new version needs the step that leads to it");
  return {};
}

Result<Json> migrate(Json file, std::span<const Migration> steps) {
  const std::uint64_t present = steps.size() + 1;
  if (!file.is_object() || !file.contains("canvasbook")) return Error{ErrorCode::not_a_workbook, {}, 0, 0, {}, {}};
  const Json version = as_number(file["canvasbook"]);
  if (version.is_number_float() && version > 1e18) {  // too large for an integer
    return Error{ErrorCode::newer_version, {}, 0, 0, {}, "> 10¹⁸"};
  }
  // A number past the range of int64 is held unsigned, and would be negative if it were compared as signed.
  const bool negative = !version.is_number_unsigned() && version < 0;
  if (!version.is_number_integer() || negative || version.get<std::uint64_t>() == 0) {
    return Error{ErrorCode::bad_value, {}, 0, 0, "canvasbook", version.dump()};
  }
  const auto number = version.get<std::uint64_t>();
  if (number > present) return Error{ErrorCode::newer_version, {}, 0, 0, {}, version.dump()};
  for (auto from = number; from < present; ++from) steps[from - 1](file);
  file["canvasbook"] = present;
  return file;
}

}  // namespace canvasbook
