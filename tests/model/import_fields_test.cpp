#include "model/import_fields.h"

#include <doctest/doctest.h>

namespace canvasbook::import_fields_test {

TEST_CASE("names of fields are read as they are written") {
  for (const ImportKind kind : import_kinds) {
    for (const ImportField field : import_fields(kind)) CHECK(import_field_of(import_field_name(field)) == field);
    CHECK(import_fields(kind).back() == ImportField::nothing);
  }
  CHECK_FALSE(import_field_of("").has_value());
  CHECK_FALSE(import_field_of("Cue").has_value());
}

}  // namespace canvasbook::import_fields_test
