// System calls of this very program that fail when they are told to: what a full disk, a lost share or a damaged disk
// does. They take the place of the C library's functions in the program that they are linked into.
#pragma once

#include <string>

namespace failing_calls {

enum class Kind { write, fsync, rename, open, mkdir, flock, link, ftruncate, close, unlink, fchmod, mkostemp, read };
constexpr int kinds = 13;
const char* name_of(Kind kind);

enum class Mode {
  once,
  from_then_on,
  half,            // a write or read takes half of the bytes, and those after it all
  half_then_none,  // and those after it fail
};
const char* name_of(Mode mode);

struct Plan {
  std::string folder;  // calls on files elsewhere are let through
  Kind kind = Kind::write;
  Mode mode = Mode::once;
  int nth = 1;  // the first one that fails
};

// Calls of other threads are let through.
void arm(Plan plan);
void disarm();
int calls();  // of the kind since arm(), failed ones too

// Lets calls through without counting them while it lives.
class Truce {
 public:
  Truce();
  ~Truce();
  Truce(const Truce&) = delete;
  Truce& operator=(const Truce&) = delete;
};

}  // namespace failing_calls
