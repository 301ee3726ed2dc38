#include "model/base/identifier.h"

#include <string_view>

namespace canvasbook {

std::string IdSource::next() {
  constexpr std::string_view alphabet = "bcdfghjklmnpqrstvwxz0123456789";
  constexpr std::uint64_t letters = 20;
  std::string id;
  std::uint64_t bits = random_();
  id += alphabet[bits % letters];
  bits /= letters;
  while (id.size() < 8) {
    id += alphabet[bits % alphabet.size()];
    bits /= alphabet.size();
  }
  return id;
}

}  // namespace canvasbook
