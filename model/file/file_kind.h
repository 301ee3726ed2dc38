// What a file is, and what has happened to it: told by its content and, where that leaves it open, by the ending of its
// name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/base/result.h"

namespace canvasbook {

enum class FileKind : std::uint8_t {
  workbook,  // or what is left of one
  markdown,
  text,
  table,  // values with commas, semicolons or tabs between
  word,   // of any word processor
  spreadsheet,
  presentation,
  pdf,
  picture,
  page,  // of the web
  archive,
  unknown
};

// Whether a file is called NAME.canvasbook, in capitals too.
bool has_ending_of_workbook(std::string_view path);

// Never fails: a file about which nothing can be said is `text` where it may be one, else `unknown`.
FileKind kind_of_file(std::string_view content, std::string_view path);

// The name of a kind in catalog keys: "file_kind.<name>".
const char* file_kind_name(FileKind kind);

// Whether a file of this kind can be read as running text.
constexpr bool is_running_text(FileKind kind) { return kind == FileKind::markdown || kind == FileKind::text; }

// Where a file is filled with zeros, as the disk leaves one whose content it never got.
std::optional<size_t> find_zeros(std::string_view content);

// Why a workbook cannot be read from a content that gave `error`, as its author would say it. Returns other_file for
// another kind of file; empty_file, zeroed_file, merge_marks and cut_off where that has happened, with line and column;
// else `error` itself.
Error why_unreadable(std::string_view content, std::string_view path, const Error& error);

}  // namespace canvasbook
