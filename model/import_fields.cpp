#include "model/import_fields.h"

#include <algorithm>
#include <array>

namespace canvasbook {

namespace {

constexpr std::array<ImportField, 4> fields_of_responses{ImportField::cue, ImportField::answer, ImportField::synonyms,
                                                         ImportField::nothing};
constexpr std::array<ImportField, 5> fields_of_replacements{
    ImportField::phrase, ImportField::replacement, ImportField::reason, ImportField::hears, ImportField::nothing};
constexpr std::array<ImportField, 8> fields_of_checks{
    ImportField::check,  ImportField::requirement, ImportField::group,    ImportField::scale,
    ImportField::weight, ImportField::critical,    ImportField::evidence, ImportField::nothing};
constexpr std::array<std::string_view, 15> names_of_fields{"-",      "cue",   "answer",   "phrase",   "replacement",
                                                           "reason", "hears", "synonyms", "check",    "requirement",
                                                           "group",  "scale", "weight",   "critical", "evidence"};

}  // namespace

std::span<const ImportField> import_fields(ImportKind kind) {
  switch (kind) {
    case ImportKind::responses:
      return fields_of_responses;
    case ImportKind::replacements:
      return fields_of_replacements;
    case ImportKind::checks:
      break;
  }
  return fields_of_checks;
}

bool has_field(ImportKind kind, ImportField field) {
  return std::ranges::find(import_fields(kind), field) != import_fields(kind).end();
}

bool is_named_only(ImportField field) {
  switch (field) {
    case ImportField::cue:
    case ImportField::answer:
    case ImportField::phrase:
    case ImportField::replacement:
    case ImportField::reason:
    case ImportField::check:
    case ImportField::requirement:
      return false;
    default:
      return true;
  }
}

std::string_view import_field_name(ImportField field) { return names_of_fields[static_cast<size_t>(field)]; }

std::optional<ImportField> import_field_of(std::string_view name) {
  const auto found = std::ranges::find(names_of_fields, name);
  if (found == names_of_fields.end()) return std::nullopt;
  return static_cast<ImportField>(found - names_of_fields.begin());
}

}  // namespace canvasbook
