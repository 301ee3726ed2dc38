// What a function that can fail returns: a value, or an error that says what went wrong and where.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace canvasbook {

// Each code has the catalog key "error.<name>" that words it; see error_name().
enum class ErrorCode {
  cannot_open,         // detail: the system's reason
  is_directory,        //
  too_large,           // detail: the limit in MB
  cannot_write,        // detail: the system's reason
  folder_refuses,      // file: the folder; detail: the system's reason
  folder_not_private,  // file: the folder, which others can write
  not_a_file,          // detail: what it is, a catalog key "not_a_file.<detail>"
  target_exists,       //
  target_changed,      // another content than the one that was to be replaced
  would_lose,          // detail: what replacing the file would lose, catalog keys "loss.<key>" with commas between
  has_lost,            // detail: what went with the file that was replaced, as above
  not_confirmed,       // written, but the disk does not say that it keeps it; detail: the system's reason
  cannot_print,        // standard output; detail: the system's reason
  not_json,            // line and column
  not_utf8,            // line and column
  number_too_large,    // line and column of a number past what a double holds, such as 1e999
  nesting_too_deep,    // item; detail: the limit
  duplicate_key,       // item; detail: the key
  not_a_workbook,      //
  other_file,          // detail: what it is, a catalog key "file_kind.<detail>"
  empty_file,          //
  zeroed_file,         // line and column from which on it holds zeros
  cut_off,             // line and column where it ends
  merge_marks,         // line and column of the first
  newer_version,       // detail: the file's version
  missing_field,       // item; detail: the field
  wrong_type,          // item; detail: what was expected, a catalog key "type.<detail>"
  bad_value,           // item; detail: the value
  outside_grid,        // item; detail: the size of the grid
  unknown_kind,        // item; detail: the kind
  duplicate_id,        // item; detail: the id
  target_is_source,    //
  target_is_workbook,  // a name that only a workbook has
  target_is_older,     // the copy that an export compares with
  older_is_source,     // the copy to compare with is the workbook itself
  other_workbook,      // the copy to compare with has nothing in common with the workbook
  nothing_to_export,   //
  nothing_for_form,    // detail: the print form, a catalog key "form_lacks.<detail>" says what it asks for
  unknown_template,    // detail: the id that was asked for
  unknown_document,    // detail: the id or title that was asked for
  cannot_dismiss,      // in a file that is no workbook
  no_such_finding,     // detail: rule and item that were asked for
  empty_text,          //
  not_a_table,         // what was to be imported
  not_visits,          // of the kind that visits are imported from
  zeros_in_table,      // what was to be imported is in another encoding
  unknown_section,     // detail: the id or title that was asked for
  pdf_failed,          // detail: the library's error number
};

// The code as it stands in catalog keys and in the JSON output: "cannot_open".
const char* error_name(ErrorCode code);

struct Error {
  ErrorCode code{};
  std::string file;    // the path as the user gave it, or empty
  int line = 0;        // 1-based; 0 where no line is known
  int column = 0;      // 1-based, counts characters
  std::string item;    // path of the item inside the file, such as "documents[0].title", or empty
  std::string detail;  // see ErrorCode

  bool operator==(const Error&) const = default;
};

// T or Error; member names as in std::expected.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  bool has_value() const { return content_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() { return std::get<0>(content_); }
  const T& value() const { return std::get<0>(content_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  Error& error() { return std::get<1>(content_); }
  const Error& error() const { return std::get<1>(content_); }

 private:
  std::variant<T, Error> content_;
};

// For functions that return nothing but may fail.
struct Done {};

}  // namespace canvasbook
