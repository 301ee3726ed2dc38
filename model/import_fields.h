// What the columns of a table that is imported can be.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace canvasbook {

enum class ImportKind : std::uint8_t { responses, replacements, checks };
inline constexpr std::array<ImportKind, 3> import_kinds{ImportKind::responses, ImportKind::replacements,
                                                        ImportKind::checks};

// What the cells of a column become.
enum class ImportField : std::uint8_t {
  nothing,
  cue,
  answer,
  phrase,
  replacement,
  reason,
  hears,
  synonyms,
  check,  // what is looked at
  requirement,
  group,
  scale,
  weight,
  critical,
  evidence
};

// Those of a kind, the one that begins an item first, `nothing` last.
std::span<const ImportField> import_fields(ImportKind kind);

// Whether a field is one of a kind.
bool has_field(ImportKind kind, ImportField field);

// Whether a column has the field only if its head says so, or somebody does: the order of columns does not tell it.
bool is_named_only(ImportField field);

// "cue", "answer" … as the fields are called above, "-" for nothing; and back.
std::string_view import_field_name(ImportField field);
std::optional<ImportField> import_field_of(std::string_view name);

}  // namespace canvasbook
