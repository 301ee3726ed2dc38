// The parts of the window that the tests of this run have seen. One that is said not to be there must have been there
// at some time: else its key may be misspelt, and the test could not fail.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace canvasbook {

class SeenParts {
 public:
  static SeenParts& of_this_run() {
    static SeenParts parts;
    return parts;
  }

  void see(std::string_view key) {
    if (!seen_.contains(key)) seen_.emplace(key);
  }
  void miss(std::string_view key) { missed_.emplace(key); }

  // The keys that were asked for in vain and never seen.
  std::set<std::string> never_seen() const {
    std::set<std::string> keys = missed_;
    std::erase_if(keys, [&](const std::string& key) { return seen_.contains(key); });
    return keys;
  }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> seen_;
  std::set<std::string> missed_;
};

}  // namespace canvasbook
