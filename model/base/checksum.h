// A short checksum of bytes, the same on every machine and in every version: FNV-1a with 64 bits. It tells damage and
// change, not malice.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canvasbook {

constexpr std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return hash;
}

// A checksum as 16 hexadecimal digits, and read from them; nothing for another text.
inline std::string checksum_text(std::uint64_t sum) {
  std::string text(16, '0');
  for (size_t i = text.size(); i-- > 0; sum >>= 4) text[i] = "0123456789abcdef"[sum & 15];
  return text;
}
inline std::string checksum_text(std::string_view bytes) { return checksum_text(checksum(bytes)); }

inline std::optional<std::uint64_t> read_checksum(std::string_view text) {
  std::uint64_t sum = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sum, 16);
  if (error != std::errc{} || text.size() != 16 || end != text.data() + text.size()) return std::nullopt;
  return sum;
}

}  // namespace canvasbook
