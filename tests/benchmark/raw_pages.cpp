// The yardstick for the book benchmark: text whose lines are broken already, straight through libharu with the same
// fonts. Usage: raw_pages LINES TARGET; LINES begins with the number of fonts and their files, then has "P width
// height" for a page and "T font size x y text" for a line.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" {
#include <hpdf.h>
}

namespace {

void on_error(HPDF_STATUS number, HPDF_STATUS, void*) {
  std::fprintf(stderr, "libharu error 0x%lX\n", static_cast<unsigned long>(number));
  std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream file(argv[1]);
  std::string lines((std::istreambuf_iterator<char>(file)), {});
  HPDF_Doc pdf = HPDF_New(&on_error, nullptr);
  HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings(pdf);
  std::vector<HPDF_Font> fonts;
  HPDF_Page page = nullptr;
  int font = -1;
  float size = 0;
  for (char* line = lines.data(); *line != '\0';) {
    char* end = line;
    while (*end != '\n' && *end != '\0') ++end;
    char* next = *end == '\0' ? end : end + 1;
    *end = '\0';
    char* at = line + 2;
    if (line[0] == 'F') {
      fonts.push_back(HPDF_GetFont(pdf, HPDF_LoadTTFontFromFile(pdf, at, HPDF_TRUE), "UTF-8"));
    } else if (line[0] == 'P') {
      if (page != nullptr) HPDF_Page_EndText(page);
      page = HPDF_AddPage(pdf);
      HPDF_Page_SetWidth(page, std::strtof(at, &at));
      HPDF_Page_SetHeight(page, std::strtof(at, &at));
      HPDF_Page_BeginText(page);
      font = -1;
    } else {
      const int wanted = static_cast<int>(std::strtol(at, &at, 10));
      const float wanted_size = std::strtof(at, &at);
      const float x = std::strtof(at, &at);
      const float y = std::strtof(at, &at);
      if (wanted != font || wanted_size != size) {
        HPDF_Page_SetFontAndSize(page, fonts[static_cast<size_t>(wanted)], wanted_size);
      }
      font = wanted;
      size = wanted_size;
      HPDF_Page_TextOut(page, x, y, at + 1);
    }
    line = next;
  }
  if (page != nullptr) HPDF_Page_EndText(page);
  HPDF_SaveToFile(pdf, argv[2]);
  HPDF_Free(pdf);
  return 0;
}
