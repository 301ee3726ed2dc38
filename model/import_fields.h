// What the columns of a table that is imported can be.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace canvasbook {

enum class ImportKind : std::uint8_t { responses, replacements };

// What the cells of a column become.
enum class ImportField : std::uint8_t { nothing, cue, answer, phrase, replacement, reason, hears, synonyms };

// Those of a kind, the one that begins an item first, `nothing` last.
std::span<const ImportField> import_fields(ImportKind kind);

// "cue", "answer", "phrase", "replacement", "reason", "hears", "synonyms", "-" for nothing; and back.
std::string_view import_field_name(ImportField field);
std::optional<ImportField> import_field_of(std::string_view name);

}  // namespace canvasbook
