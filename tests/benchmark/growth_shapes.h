// Workbooks and Markdown files that grow in one respect each.
#pragma once

#include <string>
#include <vector>

namespace canvasbook::growth {

struct Shape {
  const char* name;
  size_t size;                        // of the smaller file; large enough to stand out from the start of the program
  bool is_markdown;                   // a Markdown file, which can be exported alone
  std::string (*make)(size_t count);  // the file
};

// All of them. What a reader could make long by hand or a hostile file could hold has a line here.
const std::vector<Shape>& shapes();

}  // namespace canvasbook::growth
