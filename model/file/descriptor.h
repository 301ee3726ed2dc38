// An open file of the system that closes itself, and with it gives up a lock that is held on it.
#pragma once

#include <unistd.h>

#include <utility>

namespace canvasbook {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}  // a negative number is no file
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      close();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }

  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  // Returns whether the system took it; errno says why not.
  bool close() {
    const int number = std::exchange(number_, -1);
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

}  // namespace canvasbook
