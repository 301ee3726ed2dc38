// What the views keep from frame to frame: one object a type, there from when it is first asked for.
#pragma once

#include <memory>
#include <typeindex>
#include <unordered_map>

namespace canvasbook {

// A state that has forget_workbook() is told when another workbook opens, one that has forget_fonts() when the fonts
// are built anew. The objects stay where they are.
class States {
 public:
  template <class State>
  State& get() {
    Slot& slot = slots_[typeid(State)];
    if (slot.state == nullptr) {
      slot.state = std::make_shared<State>();
      slot.tell = [](void* state, What what) { tell(*static_cast<State*>(state), what); };
    }
    return *static_cast<State*>(slot.state.get());
  }

  void forget_workbook() { tell_all(What::workbook); }
  void forget_fonts() { tell_all(What::fonts); }

 private:
  enum class What { workbook, fonts };

  struct Slot {
    std::shared_ptr<void> state;
    void (*tell)(void* state, What what) = nullptr;
  };

  template <class State>
  static void tell(State& state, What what) {
    if constexpr (requires { state.forget_workbook(); }) {
      if (what == What::workbook) state.forget_workbook();
    }
    if constexpr (requires { state.forget_fonts(); }) {
      if (what == What::fonts) state.forget_fonts();
    }
  }

  void tell_all(What what) {
    for (auto& [type, slot] : slots_) slot.tell(slot.state.get(), what);
  }

  std::unordered_map<std::type_index, Slot> slots_;
};

}  // namespace canvasbook
