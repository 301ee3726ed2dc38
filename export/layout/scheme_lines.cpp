#include "export/layout/scheme_lines.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "export/colours.h"

namespace canvasbook {

namespace {

// Of lines that lead to a cue or a section, in turn.
constexpr std::array line_colours{paper_colours::accent, paper_colours::tint(Colour::violet).mark,
                                  paper_colours::tint(Colour::orange).mark, paper_colours::muted};

// Where a place is among so many, in a room.
float middle_of_place(float from, float room, size_t place, size_t places) {
  return from + room * (static_cast<float>(place) + 0.5F) / static_cast<float>(places);
}

}  // namespace

SchemeKey key_of(const Scheme::Way& way) { return {way.end, way.end == CallEnd::none ? way.to : way.words}; }

Colour colour_of_end(CallEnd end) {
  switch (end) {
    case CallEnd::agreed:
      return Colour::green;
    case CallEnd::call_back:
      return Colour::yellow;
    case CallEnd::refused:
      return Colour::red;
    case CallEnd::none:
      break;
  }
  return Colour::none;
}

SchemeLines::SchemeLines(std::vector<SchemeLine> lines, std::map<SchemeKey, SchemeTarget> targets)
    : lines_(std::move(lines)), targets_(std::move(targets)) {
  const auto take_place = [](Places& places, const SchemeKey& key) { places.emplace(key, places.size()); };
  for (const SchemeLine& line : lines_) {
    if (line.to.first == CallEnd::none) {
      colours_.emplace(line.to, line_colours[colours_.size() % line_colours.size()]);
    }
    const size_t entry = entry_gutter(line);
    take_place(lanes_[line.column], line.to);
    take_place(lanes_[entry], line.to);
    if (entry != line.column) take_place(above_, line.to);
  }
}

Rgb SchemeLines::colour_of(const SchemeKey& key) const {
  if (key.first != CallEnd::none) return paper_colours::tint(colour_of_end(key.first)).mark;
  const auto colour = colours_.find(key);
  return colour == colours_.end() ? paper_colours::accent : colour->second;
}

bool SchemeLines::is_forward(const SchemeLine& line) const { return targets_.at(line.to).first > line.column; }

size_t SchemeLines::entry_gutter(const SchemeLine& line) const {
  const SchemeTarget& target = targets_.at(line.to);
  return is_forward(line) ? target.first - 1 : target.last;
}

float SchemeLines::lane_x(const SchemeGrid& grid, size_t gutter, const SchemeKey& key) const {
  const Places& places = lanes_.at(gutter);
  return middle_of_place(grid.right_of(gutter) + scheme_lane_pad, grid.gutter - 2 * scheme_lane_pad, places.at(key),
                         places.size());
}

std::vector<SchemeStroke> SchemeLines::strokes(const SchemeGrid& grid) const {
  std::vector<SchemeStroke> strokes;
  for (const SchemeLine& line : lines_) {
    const Rgb colour = colour_of(line.to);
    const SchemeTarget& target = targets_.at(line.to);
    const size_t entry = entry_gutter(line);
    const float lane = lane_x(grid, line.column, line.to);
    const float entry_lane = lane_x(grid, entry, line.to);
    strokes.push_back({grid.right_of(line.column), line.y, lane, line.y, colour});
    float y = line.y;
    if (entry != line.column) {
      const float above = middle_of_place(grid.heads_bottom + 2, grid.boxes_top - grid.heads_bottom - 4,
                                          above_.at(line.to), above_.size());
      strokes.push_back({lane, y, lane, above, colour});
      strokes.push_back({lane, above, entry_lane, above, colour});
      y = above;
    }
    const float edge = is_forward(line) ? grid.x_of(target.first) : grid.right_of(target.last);
    strokes.push_back({entry_lane, y, entry_lane, target.y, colour});
    strokes.push_back({entry_lane, target.y, edge, target.y, colour, true});
  }
  return strokes;
}

size_t SchemeLines::most_lanes() const {
  size_t most = 0;
  for (const auto& lane : lanes_) most = std::max(most, lane.second.size());
  return most;
}

// As if each stage were one column. It may get more, so that a line to the next stage may run above the boxes too.
SchemeNeeds needs_of(std::span<const Scheme::Stage> stages) {
  SchemeNeeds needs;
  std::map<SchemeKey, SchemeTarget> targets;
  for (size_t i = 0; i < stages.size(); ++i) {
    const auto add_target = [&](const std::string& item) {
      targets.emplace(SchemeKey{CallEnd::none, item}, SchemeTarget{i, i});
    };
    add_target(stages[i].item);
    for (const Scheme::Cue& cue : stages[i].cues) add_target(cue.item);
  }
  std::vector<SchemeLine> lines;
  std::set<SchemeKey> above;
  const auto add_way = [&](size_t stage, const SchemeKey& key) {
    const bool ends = key.first != CallEnd::none;
    if (ends) targets.emplace(key, SchemeTarget{stages.size(), stages.size()});
    const auto target = targets.find(key);
    if (target == targets.end()) return;
    needs.has_ends = needs.has_ends || ends;
    lines.push_back({stage, 0, key});
    if (ends ? stage + 1 < stages.size() : target->second.first != stage) above.insert(key);
  };
  for (size_t i = 0; i < stages.size(); ++i) {
    for (const Scheme::Cue& cue : stages[i].cues) {
      for (const Scheme::Way& way : cue.ways) add_way(i, key_of(way));
    }
  }
  needs.lanes = SchemeLines(std::move(lines), std::move(targets)).most_lanes();
  needs.above = above.size();
  return needs;
}

}  // namespace canvasbook
