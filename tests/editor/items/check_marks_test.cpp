// The keys of marks, which the trial run of a check list and its visits share.
#include "editor/items/check_marks.h"

#include <doctest/doctest.h>

#include "tests/own_scales.h"

namespace canvasbook::check_marks_test {

TEST_CASE("a digit names the mark at its place; 0 says that it does not apply, on ten points that it is a ten") {
  CHECK(mark_of_digit(Scale::yes_no, 1) == mark_yes);
  CHECK(mark_of_digit(Scale::yes_no, 2) == mark_no);
  CHECK(mark_of_digit(Scale::yes_no, 3) == mark_not_applicable);
  CHECK_FALSE(mark_of_digit(Scale::yes_no, 4).has_value());
  CHECK(mark_of_digit(Scale::yes_no_partly, 2) == mark_partly);
  for (const Scale scale : {Scale::yes_no, Scale::yes_no_partly, Scale::points_5, Scale::points_7}) {
    CHECK(mark_of_digit(scale, 0) == mark_not_applicable);
  }
  CHECK(mark_of_digit(Scale::points_5, 5) == 5);
  CHECK(mark_of_digit(Scale::points_10, 0) == 10);
  CHECK(may_become_ten(Scale::points_10, 1));
  CHECK_FALSE(may_become_ten(Scale::points_7, 1));
}

TEST_CASE("on an own scale digits choose the levels, and letters nothing") {
  const OwnScale own = samples::impression();
  const ItemScale scale(own);
  CHECK(mark_of_digit(scale, 1) == 0);
  CHECK(mark_of_digit(scale, 3) == 2);
  CHECK(mark_of_digit(scale, 0) == mark_not_applicable);
  CHECK_FALSE(mark_of_digit(scale, 5).has_value());
  CHECK_FALSE(mark_of_letter(scale, U'y').has_value());
  CHECK_FALSE(may_become_ten(scale, 1));
}

TEST_CASE("a letter means what it says in either alphabet, and nothing on points or where the scale has no such mark") {
  for (const char32_t letter : U"yYдД") {
    if (letter != 0) CHECK(mark_of_letter(Scale::yes_no, letter) == mark_yes);
  }
  for (const char32_t letter : U"nNнН") {
    if (letter != 0) CHECK(mark_of_letter(Scale::yes_no, letter) == mark_no);
  }
  CHECK(mark_of_letter(Scale::yes_no_partly, U'ч') == mark_partly);
  CHECK(mark_of_letter(Scale::yes_no_partly, U'P') == mark_partly);
  CHECK_FALSE(mark_of_letter(Scale::yes_no, U'p').has_value());
  CHECK_FALSE(mark_of_letter(Scale::points_5, U'y').has_value());
  CHECK_FALSE(mark_of_letter(Scale::yes_no, U'ж').has_value());
}

}  // namespace canvasbook::check_marks_test
