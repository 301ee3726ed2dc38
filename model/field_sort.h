// What the value of a field is, for telling it to a reader.
#pragma once

namespace canvasbook {

enum class FieldSort {
  text,    // what the author wrote
  words,   // a name from elsewhere: what a link leads to, who speaks, types
  choice,  // the name of a value as files have it: of a scale, an end, a type of column
  number,
  mark,  // "yes" or empty; a cell may have other words
  date,  // ISO or empty; a cell may have other words
};

}  // namespace canvasbook
