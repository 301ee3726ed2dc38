// The rules for boards: business models and value propositions.
#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "model/base/id_index.h"
#include "model/like_names.h"
#include "model/review/review.h"
#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_segments = 6;  // the many groups that are found are narrowed to five or six key ones

// All that a rule may ask about one board.
struct BoardReview : DocumentReview {
  const Section& section;
  const Board& board;

  const Block* block(std::string_view role) const {
    const auto found = std::ranges::find(board.blocks, role, &Block::role);
    return found == board.blocks.end() ? nullptr : &*found;
  }

  std::string quoted(const Note& note) const { return quoted_text(note, catalog); }

  std::string quoted(const Segment& segment) const { return quoted(*all.notes.at(segment.id).note); }

  std::string segment_names(const std::vector<std::string>& ids) const {
    std::string names;
    for (const std::string& id : ids) {
      if (const Segment* segment = all.segments.find(id)) {
        names += (names.empty() ? "" : ", ") + quoted(*segment);
      }
    }
    return names;
  }

  // The segments that stand on this board.
  std::vector<const Segment*> own_segments() const {
    std::vector<const Segment*> result;
    std::unordered_set<const Segment*> told;
    if (const Block* own = block(segments_role)) {
      for (const Note& note : own->notes) {
        const Segment* segment = all.segments.find(segment_of(note));
        if (segment != nullptr && told.insert(segment).second) result.push_back(segment);
      }
    }
    return result;
  }
};

// The notes of a block by the segments that they serve.
class Serving {
 public:
  // None where there is no block.
  explicit Serving(const Block* block) {
    if (block == nullptr) return;
    for (const Note& note : block->notes) {
      for (const std::string& segment : note.segments) {
        std::vector<const Note*>& notes = notes_[segment];
        if (notes.empty() || notes.back() != &note) notes.push_back(&note);
      }
    }
  }

  const std::vector<const Note*>& notes(std::string_view segment) const {
    static const std::vector<const Note*> none;
    const auto found = notes_.find(segment);
    return found == notes_.end() ? none : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::vector<const Note*>> notes_;
};

bool serves_any(const BoardReview& at, const Note& note) {
  return std::ranges::any_of(note.segments, [&](const std::string& id) { return at.all.segments.find(id) != nullptr; });
}

// The first notes of a block that serve no segment yet: one of them may be meant for one that is not served.
std::vector<MendChoice> notes_to_tie(const BoardReview& at, const Block& block) {
  constexpr size_t most = 3;
  constexpr size_t most_characters = 24;
  std::vector<MendChoice> choices;
  for (const Note& note : block.notes) {
    if (choices.size() == most || blank(note.text) || serves_any(at, note)) continue;
    const std::string name = at.catalog.text("quote", {{"text", shortened(to_one_line(note.text), most_characters)}});
    choices.push_back({note.id, at.catalog.text("review.mend_link", {{"note", name}})});
  }
  return choices;
}

// The first segments by their letters, where there are several.
std::vector<MendChoice> segments_to_name(const BoardReview& at) {
  std::vector<MendChoice> choices;
  if (at.all.registered.size() < 2) return choices;
  for (const Segment& segment : at.all.registered) {
    if (choices.size() == most_segments) break;
    choices.push_back({segment.id, at.catalog.text("review.mend_for", {{"segment", segment.mark}})});
  }
  return choices;
}

void find_unserved_segments(const BoardReview& at, std::string_view role, std::string_view rule) {
  const Block* block = at.block(role);
  if (block == nullptr || !is_filled(*block)) return;  // a block counts once something stands in it
  const Serving serving(block);
  for (const Segment* segment : at.own_segments()) {
    if (!serving.notes(segment->id).empty()) continue;
    Finding& finding = at.add(rule, {segment->id}, {{"segment", at.quoted(*segment)}, {"block", block->title}});
    finding.mended_at = at.section.id + "/" + block->id;
    finding.choices = notes_to_tie(at, *block);
  }
}

void find_notes_without_segment(const BoardReview& at, std::string_view role, std::string_view rule) {
  const Block* block = at.block(role);
  if (block == nullptr || at.block(segments_role) == nullptr || at.all.registered.empty()) return;
  for (const Note& note : block->notes) {
    if (blank(note.text) || serves_any(at, note)) continue;
    Finding& finding = at.add(rule, {note.id}, {{"note", at.quoted(note)}});
    finding.has_mend = at.all.registered.size() == 1;
    finding.choices = segments_to_name(at);
  }
}

bool has_any(const Note& note, std::initializer_list<std::string_view> types) {
  return std::ranges::find_first_of(note.types, types) != note.types.end();
}

// Whether all channels to a segment are of these contact types; no if there is none, or one whose type is not told.
bool reached_only_by(const Serving& channels, std::string_view segment,
                     std::initializer_list<std::string_view> contact) {
  const std::vector<const Note*>& serving = channels.notes(segment);
  return !serving.empty() && std::ranges::all_of(serving, [&](const Note* channel) {
    return has_any(*channel, contact) &&
           !has_any(*channel, contact.size() == 1
                                  ? std::initializer_list<std::string_view>{"in_person", "at_a_distance"}
                                  : std::initializer_list<std::string_view>{"self_service"});
  });
}

void find_personal_without_staff(const BoardReview& at, std::string_view rule) {
  const Block* relationships = at.block("customer_relationships");
  if (relationships == nullptr) return;
  const Serving channels(at.block("channels"));
  for (const Note& note : relationships->notes) {
    if (!has_any(note, {"personal", "dedicated"})) continue;
    std::vector<std::string> items;
    for (const std::string& segment : note.segments) {
      if (at.all.segments.find(segment) != nullptr && reached_only_by(channels, segment, {"self_service"}))
        items.push_back(segment);
    }
    if (items.empty()) continue;
    const std::string segments = at.segment_names(items);
    items.insert(items.begin(), note.id);
    at.add(rule, items, {{"note", at.quoted(note)}, {"segments", segments}});
  }
}

void find_self_service_without_machine(const BoardReview& at, std::string_view rule) {
  const Block* relationships = at.block("customer_relationships");
  if (relationships == nullptr) return;
  const Serving serving(relationships);
  const Serving channels(at.block("channels"));
  for (const Segment* segment : at.own_segments()) {
    bool alone = false;
    bool served = false;
    std::vector<std::string> items{segment->id};
    for (const Note* note : serving.notes(segment->id)) {
      alone = alone || has_any(*note, {"self_service", "automated"});
      served = served || !has_any(*note, {"self_service", "automated"});
      items.push_back(note->id);
    }
    if (alone && !served && reached_only_by(channels, segment->id, {"in_person", "at_a_distance"})) {
      at.add(rule, items, {{"segment", at.quoted(*segment)}});
    }
  }
}

void find_costs_without_driver(const BoardReview& at, std::string_view rule) {
  const Block* costs = at.block(costs_role);
  const bool can_tell = std::ranges::any_of(driver_roles, [&](std::string_view role) {
    const Block* block = role == "channels" ? nullptr : at.block(role);
    return block != nullptr && is_filled(*block);
  });
  if (costs == nullptr || !can_tell) return;  // a lean canvas has no blocks for what causes costs
  for (const Note& note : costs->notes) {
    if (blank(note.text)) continue;
    const bool driven = std::ranges::any_of(note.drivers, [&](const std::string& id) {
      const auto found = at.all.notes.find(id);
      return found != at.all.notes.end() &&
             std::ranges::find(driver_roles, found->second.block->role) != driver_roles.end();
    });
    if (!driven) at.add(rule, {note.id}, {{"note", at.quoted(note)}});
  }
}

void find_too_many_segments(const BoardReview& at, std::string_view rule) {
  const auto own = at.own_segments();
  if (own.size() <= most_segments) return;
  std::vector<std::string> items{at.section.id};
  for (const Segment* segment : own) items.push_back(segment->id);
  at.add(rule, items, {{"count", std::to_string(own.size())}});
}

// Whether most of what stands on a board beside its segments stands in the same blocks of another: then it is a copy of
// that one, to be changed into a variant, and has its segments by right.
bool is_variant_of(const Board& board, const Board& other) {
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const Block& block : other.blocks) {
    for (const Note& note : block.notes) known.emplace(block.role, note.text);
  }
  size_t count = 0;
  size_t same = 0;
  for (const Block& block : board.blocks) {
    if (block.role == segments_role) continue;
    for (const Note& note : block.notes) {
      if (blank(note.text)) continue;
      ++count;
      if (known.contains({block.role, note.text})) ++same;
    }
  }
  return 2 * same > count;
}

// A segment that was written down once more instead of being named.
void find_segments_twice(const BoardReview& at, std::string_view rule) {
  const Block* own = at.block(segments_role);
  if (own == nullptr) return;
  std::unordered_map<const Board*, bool> variant_of;
  for (const Note& note : own->notes) {
    const auto first = at.all.first_of_name.find(same_name(note.text));
    if (segment_of(note) != note.id || first == at.all.first_of_name.end() || first->second->id == note.id) continue;
    const Board* other = at.all.notes.at(first->second->id).board;
    const auto [known, is_new] = variant_of.try_emplace(other, false);
    if (is_new) known->second = other != &at.board && is_variant_of(at.board, *other);
    if (!known->second) at.add(rule, {note.id, first->second->id}, {{"segment", at.quoted(note)}}).has_mend = true;
  }
}

void find_dangling_links(const BoardReview& at, std::string_view rule) {
  for (const Block& block : at.board.blocks) {
    const IdIndex types(block.types);
    for (const Note& note : block.notes) {
      std::set<std::string_view> told;
      const auto missing = [&](const std::string& id) {
        if (!told.insert(id).second) return;
        at.add(rule, {note.id}, {{"note", at.quoted(note)}, {"link", id}, {"block", block.title}}, note.id + "/" + id)
            .has_mend = true;
      };
      for (const std::string& id : note.segments) {
        if (at.all.segments.find(id) == nullptr) missing(id);
      }
      for (const std::string& id : note.drivers) {
        if (!at.all.notes.contains(id)) missing(id);
      }
      for (const std::string& id : note.types) {
        if (types.find(id) == nullptr) missing(id);
      }
    }
  }
}

// One line a rule, in the order in which findings of one harm are listed.
struct BoardRule {
  std::string_view name;
  Harm harm;
  void (*find)(const BoardReview& at, std::string_view rule);
};
using enum Harm;
constexpr std::array rules{
    BoardRule{
        "segment_without_value_proposition", lacking,
        [](const BoardReview& at, std::string_view rule) { find_unserved_segments(at, "value_propositions", rule); }},
    BoardRule{"segment_without_channel", lacking,
              [](const BoardReview& at, std::string_view rule) { find_unserved_segments(at, "channels", rule); }},
    BoardRule{"segment_without_relationship", lacking,
              [](const BoardReview& at, std::string_view rule) {
                find_unserved_segments(at, "customer_relationships", rule);
              }},
    BoardRule{
        "segment_without_revenue", lacking,
        [](const BoardReview& at, std::string_view rule) { find_unserved_segments(at, "revenue_streams", rule); }},
    BoardRule{"value_proposition_without_segment", lacking,
              [](const BoardReview& at, std::string_view rule) {
                find_notes_without_segment(at, "value_propositions", rule);
              }},
    BoardRule{"channel_without_segment", lacking,
              [](const BoardReview& at, std::string_view rule) { find_notes_without_segment(at, "channels", rule); }},
    BoardRule{"relationship_without_segment", lacking,
              [](const BoardReview& at, std::string_view rule) {
                find_notes_without_segment(at, "customer_relationships", rule);
              }},
    BoardRule{"relationship_mismatches_channels", lacking, find_personal_without_staff},
    BoardRule{"channels_mismatch_relationship", lacking, find_self_service_without_machine},
    BoardRule{"cost_without_driver", lacking, find_costs_without_driver},
    BoardRule{"too_many_segments", lacking, find_too_many_segments},
    BoardRule{"segment_twice", lacking, find_segments_twice},
    BoardRule{"dangling_link", broken, find_dangling_links},
};

}  // namespace

std::span<const RuleName> board_rule_names() {
  static const auto names = [] {
    std::array<RuleName, rules.size()> result;
    for (size_t i = 0; i < rules.size(); ++i) result[i] = {rules[i].name, rules[i].harm};
    return result;
  }();
  return names;
}

void review_boards(const DocumentReview& document) {
  for_each_section_of<Board>(document.document, [&](const Section& section, const Board& board) {
    const BoardReview at{document, section, board};
    for (const BoardRule& rule : rules) rule.find(at, rule.name);
  });
}

}  // namespace canvasbook
