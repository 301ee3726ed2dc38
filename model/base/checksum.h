// A short checksum of bytes, the same on every machine and in every version: FNV-1a with 64 bits. It tells damage and
// change, not malice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace canvasbook {

constexpr std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return hash;
}

// The same as 16 hexadecimal digits.
inline std::string checksum_text(std::string_view bytes) {
  std::string text(16, '0');
  std::uint64_t rest = checksum(bytes);
  for (size_t i = text.size(); i-- > 0; rest >>= 4) text[i] = "0123456789abcdef"[rest & 15];
  return text;
}

}  // namespace canvasbook
