#include "model/base/result.h"

namespace canvasbook {

const char* error_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::cannot_open:
      return "cannot_open";
    case ErrorCode::is_directory:
      return "is_directory";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::cannot_write:
      return "cannot_write";
    case ErrorCode::folder_refuses:
      return "folder_refuses";
    case ErrorCode::folder_not_private:
      return "folder_not_private";
    case ErrorCode::not_a_file:
      return "not_a_file";
    case ErrorCode::target_exists:
      return "target_exists";
    case ErrorCode::target_changed:
      return "target_changed";
    case ErrorCode::would_lose:
      return "would_lose";
    case ErrorCode::has_lost:
      return "has_lost";
    case ErrorCode::not_confirmed:
      return "not_confirmed";
    case ErrorCode::cannot_print:
      return "cannot_print";
    case ErrorCode::not_json:
      return "not_json";
    case ErrorCode::not_utf8:
      return "not_utf8";
    case ErrorCode::nesting_too_deep:
      return "nesting_too_deep";
    case ErrorCode::duplicate_key:
      return "duplicate_key";
    case ErrorCode::not_a_workbook:
      return "not_a_workbook";
    case ErrorCode::newer_version:
      return "newer_version";
    case ErrorCode::missing_field:
      return "missing_field";
    case ErrorCode::wrong_type:
      return "wrong_type";
    case ErrorCode::bad_value:
      return "bad_value";
    case ErrorCode::outside_grid:
      return "outside_grid";
    case ErrorCode::unknown_kind:
      return "unknown_kind";
    case ErrorCode::duplicate_id:
      return "duplicate_id";
    case ErrorCode::target_is_source:
      return "target_is_source";
    case ErrorCode::nothing_to_export:
      return "nothing_to_export";
    case ErrorCode::unknown_template:
      return "unknown_template";
    case ErrorCode::unknown_document:
      return "unknown_document";
    case ErrorCode::no_such_finding:
      return "no_such_finding";
    case ErrorCode::empty_text:
      return "empty_text";
    case ErrorCode::pdf_failed:
      return "pdf_failed";
  }
  return "";
}

}  // namespace canvasbook
