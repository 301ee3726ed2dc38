#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  canvasbook::fuzz::try_input({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
