#include "export/formats/formats.h"

#include <doctest/doctest.h>

namespace canvasbook::formats_test {

TEST_CASE("every form can be written in some format, and what is filled in on a screen in html alone") {
  for (const PrintForm& form : print_forms()) {
    CAPTURE(form.name);
    for (const ExportFormat& format : export_formats()) {
      CAPTURE(format.name);
      CHECK(suits(format, form) == (form.is_on_screen == (&format == find_format("html"))));
      CHECK(suits(suiting_format(format, form), form));
      if (suits(format, form)) CHECK(&suiting_format(format, form) == &format);
    }
  }
  CHECK(suits(*find_format("html"), *find_print_form("phone")));
}

}  // namespace canvasbook::formats_test
