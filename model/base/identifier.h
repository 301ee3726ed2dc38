// Short stable ids of documents, sections and items.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace canvasbook {

// Source of ids; seeded at the rim (by the system) or by a test, so that everything inside stays repeatable.
class IdSource {
 public:
  explicit IdSource(std::uint64_t seed) : random_(seed) {}

  // A new id of eight characters from 30 letters and digits (about 39 bits): no vowels, so that no word appears;
  // starts with a letter.
  std::string next();

 private:
  std::mt19937_64 random_;
};

}  // namespace canvasbook
