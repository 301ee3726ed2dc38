// The yardstick for the canvas benchmark: loads the fonts that the canvas uses and writes an empty page, through
// libharu alone. Usage: empty_page open|load TARGET FONT... "open" reads the font files; "load" makes of each a font
// that UTF-8 text could be written with, as every program does that prints Russian through libharu.
#include <cstdio>
#include <cstdlib>
#include <cstring>

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
  const bool load = std::strcmp(argv[1], "load") == 0;
  HPDF_Doc pdf = HPDF_New(&on_error, nullptr);
  HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
  if (load) HPDF_UseUTFEncodings(pdf);
  for (int i = 3; i < argc; ++i) {
    const char* name = HPDF_LoadTTFontFromFile(pdf, argv[i], HPDF_TRUE);
    if (load) HPDF_GetFont(pdf, name, "UTF-8");
  }
  HPDF_Page page = HPDF_AddPage(pdf);
  HPDF_Page_GSave(page);
  HPDF_Page_GRestore(page);
  HPDF_SaveToFile(pdf, argv[2]);
  HPDF_Free(pdf);
  return 0;
}
