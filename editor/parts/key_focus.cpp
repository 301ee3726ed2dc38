#include "editor/parts/key_focus.h"

#include <algorithm>
#include <limits>

namespace canvasbook {

namespace {

// How far `place` is when going along one axis, or nothing where it does not lie ahead. `mirrored`: to the left or up.
struct Interval {
  float from;
  float to;
  float middle() const { return (from + to) / 2; }
};

std::optional<float> distance(Interval now, Interval there, Interval now_across, Interval there_across, bool mirrored) {
  if (mirrored) {
    now = {-now.to, -now.from};
    there = {-there.to, -there.from};
  }
  if (there.from < now.middle() || there.middle() <= now.middle()) return std::nullopt;
  const float ahead = std::max(0.0F, there.from - now.to);
  const float aside = std::max({0.0F, there_across.from - now_across.to, now_across.from - there_across.to});
  const float off_centre = std::abs(there_across.middle() - now_across.middle());
  return ahead + 3 * aside + off_centre / 16;  // what lies straight ahead goes before what is nearer but aside
}

}  // namespace

void KeyFocus::begin(InputQueue& input, bool has_keys) {
  places_.clear();
  preferred_.clear();
  pressed_ = false;
  move_ = Move::none;
  for (const InputEvent& event : input.events()) {
    if (event.kind == InputEvent::Kind::button_down) shown_ = false;
  }
  if (!has_keys) return;
  constexpr std::pair<Key, Move> moves[] = {{Key::tab, Move::next},  {Key::home, Move::first},  {Key::end, Move::last},
                                            {Key::left, Move::left}, {Key::right, Move::right}, {Key::up, Move::up},
                                            {Key::down, Move::down}};
  for (const auto& [key, move] : moves) {
    if (input.take(key, plain)) move_ = move;
  }
  if (input.take(Key::tab, shift)) move_ = Move::previous;
  if (shown_) pressed_ = input.take(Key::enter, plain) || input.take(Key::space, plain);
}

bool KeyFocus::part(std::string_view key, ImVec2 from, ImVec2 to) {
  places_.push_back({std::string(key), from, to});
  return pressed_ && key == key_;
}

const KeyFocus::Place* KeyFocus::place_of(std::string_view key) const {
  const auto found = std::ranges::find(places_, key, &Place::key);
  return found == places_.end() ? nullptr : &*found;
}

const KeyFocus::Place* KeyFocus::target_from(const Place& now) const {
  const auto index = static_cast<size_t>(&now - places_.data());
  const size_t count = places_.size();
  switch (move_) {
    case Move::next:
      return &places_[(index + 1) % count];
    case Move::previous:
      return &places_[(index + count - 1) % count];
    default:
      break;
  }
  const bool sideways = move_ == Move::left || move_ == Move::right;
  const bool mirrored = move_ == Move::left || move_ == Move::up;
  const auto along = [&](const Place& place) {
    return sideways ? Interval{place.from.x, place.to.x} : Interval{place.from.y, place.to.y};
  };
  const auto across = [&](const Place& place) {
    return sideways ? Interval{place.from.y, place.to.y} : Interval{place.from.x, place.to.x};
  };
  const Place* nearest = nullptr;
  float least = std::numeric_limits<float>::max();
  for (const Place& place : places_) {
    if (&place == &now) continue;
    const auto far = distance(along(now), along(place), across(now), across(place), mirrored);
    if (!far || *far >= least) continue;
    least = *far;
    nearest = &place;
  }
  return nearest;
}

std::optional<KeyFocus::Place> KeyFocus::end() {
  if (move_ == Move::none || places_.empty()) return std::nullopt;
  const Place* now = place_of(key_);
  const Place* target = nullptr;
  if (move_ == Move::first || move_ == Move::last) {
    target = move_ == Move::first ? &places_.front() : &places_.back();
  } else if (now != nullptr && shown_) {
    target = target_from(*now);
  } else {
    target = now != nullptr ? now : place_of(preferred_);
    if (target == nullptr) target = &places_.front();
  }
  if (target == nullptr) return std::nullopt;
  key_ = target->key;
  shown_ = true;
  return *target;
}

}  // namespace canvasbook
