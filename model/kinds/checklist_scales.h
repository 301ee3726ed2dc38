// The own scales of a check list as they are edited, and what is wrong with one. Pure: each edit returns the list after
// it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/base/identifier.h"
#include "model/kinds/checklist_marks.h"

namespace canvasbook {

enum class ScaleFault : std::uint8_t {
  none,
  few_levels,   // fewer than fewest_levels
  many_levels,  // more than most_levels: those behind are not offered
  no_points,    // all levels give 0
  empty_words,  // of a level
  same_words    // of two levels; capitals, ё and spaces do not count
};
// The first of them, in this order.
ScaleFault fault_of_scale(const OwnScale& scale);

// The scale with an id, or nullptr.
const OwnScale* find_scale(const Checklist& checklist, std::string_view id);

// How many items are marked on an own scale, by themselves or as the list.
size_t count_items_on(const Checklist& checklist, std::string_view scale);

// A scale comes in, or takes the place of that with its id. Marks of the trial run stay at their levels.
Checklist set_own_scale(Checklist checklist, OwnScale scale);

// Its items are marked on the scale of the list then; if that was it, on the list's scale of the program.
Checklist remove_own_scale(Checklist checklist, std::string_view scale);

// Items that were copied from another list, by their ids, are marked on the scale of the same name, or on a copy of
// theirs.
Checklist with_scales_of_copies(Checklist checklist, const Checklist& source, std::span<const std::string> copies,
                                IdSource& fresh);

}  // namespace canvasbook
