// Random text for tests of Markdown.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "model/text/text.h"

namespace canvasbook::samples {

// Text that is rich in what Markdown could take for markup.
inline rc::Gen<std::string> awkward_text() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                          "*", "_", "**", "`", "``", "#", "##", "1.", "12)", "-", "+", "=", "==", ">", "<", "<b>", "&",
                          "&amp;", "&#35;", "[", "]", "(", ")", "!", "[a](b)", "![", "|", "| --- |", "---", "\\", "~~",
                          "~~~", "$x$", "^", "{#id}", "%%", "@a", ":", "https://a.b/c", "<!-- x -->", " ", " ", "  ",
                          "\n", "а", "б", "слово", "x", "7", "№", "—", "«", "»", ".", "\u00A0")),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const std::string& part : parts) text += part;
                        return std::string(trim(text));
                      });
}

}  // namespace canvasbook::samples
