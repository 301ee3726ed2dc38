// A value that copies of a workbook share until one of them changes it.
#pragma once

#include <memory>
#include <utility>

namespace canvasbook {

// Behaves as a const T: copying copies a pointer, == compares the values (and stops at the pointers where they are
// the same). A changed value is a new Shared.
template <class T>
class Shared {
 public:
  Shared(T value) : pointer_(std::make_shared<const T>(std::move(value))) {}

  const T& operator*() const { return *pointer_; }
  const T* operator->() const { return pointer_.get(); }
  bool same_as(const Shared& other) const { return pointer_ == other.pointer_; }
  bool operator==(const Shared& other) const { return same_as(other) || *pointer_ == *other.pointer_; }

 private:
  std::shared_ptr<const T> pointer_;
};

}  // namespace canvasbook
