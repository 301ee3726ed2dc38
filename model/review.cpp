#include "model/review.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "model/segments.h"
#include "model/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_segments = 6;  // M3, M4: five to six key groups

// Where a note stands.
struct NotePlace {
  const Block* block;
  const Note* note;
};

// All that a rule may ask about one board.
struct BoardReview {
  const Document& document;
  const Section& section;
  const Board& board;
  const std::vector<Segment>& segments;
  const std::unordered_map<std::string_view, NotePlace>& notes;  // of the whole workbook, by id
  const Catalog& catalog;
  std::vector<Finding>& findings;

  const Block* block(std::string_view role) const {
    const auto found = std::ranges::find(board.blocks, role, &Block::role);
    return found == board.blocks.end() ? nullptr : &*found;
  }

  void add(std::string_view rule, std::vector<std::string> items, Arguments arguments, std::string subject = {}) const {
    if (subject.empty()) subject = items.front();
    findings.push_back(
        {std::string(rule), document.id, std::move(subject), std::move(items), std::move(arguments), false, {}});
  }

  std::string quoted(const Note& note) const { return quoted_text(note, catalog); }

  std::string quoted(const Segment& segment) const { return quoted(*notes.at(segment.id).note); }

  std::string segment_names(const std::vector<std::string>& ids) const {
    std::string names;
    for (const std::string& id : ids) {
      if (const Segment* segment = find_segment(segments, id)) {
        names += (names.empty() ? "" : ", ") + quoted(*segment);
      }
    }
    return names;
  }

  // The segments that stand on this board.
  std::vector<const Segment*> own_segments() const {
    std::vector<const Segment*> result;
    if (const Block* own = block(segments_role)) {
      for (const Note& note : own->notes) {
        const Segment* segment = find_segment(segments, segment_of(note));
        if (segment != nullptr && std::ranges::find(result, segment) == result.end()) result.push_back(segment);
      }
    }
    return result;
  }
};

bool names(const std::vector<std::string>& ids, std::string_view id) { return std::ranges::find(ids, id) != ids.end(); }

std::vector<const Note*> notes_serving(const Block& block, std::string_view segment) {
  std::vector<const Note*> result;
  for (const Note& note : block.notes) {
    if (names(note.segments, segment)) result.push_back(&note);
  }
  return result;
}

void find_unserved_segments(const BoardReview& at, std::string_view role, std::string_view rule) {
  const Block* block = at.block(role);
  if (block == nullptr) return;
  for (const Segment* segment : at.own_segments()) {
    if (!notes_serving(*block, segment->id).empty()) continue;
    at.add(rule, {segment->id}, {{"segment", at.quoted(*segment)}, {"block", block->title}});
  }
}

void find_notes_without_segment(const BoardReview& at, std::string_view role, std::string_view rule) {
  const Block* block = at.block(role);
  if (block == nullptr || at.block(segments_role) == nullptr) return;
  for (const Note& note : block->notes) {
    const bool serves = std::ranges::any_of(
        note.segments, [&](const std::string& id) { return find_segment(at.segments, id) != nullptr; });
    if (!serves) at.add(rule, {note.id}, {{"note", at.quoted(note)}});
  }
}

bool has_any(const Note& note, std::initializer_list<std::string_view> types) {
  return std::ranges::any_of(types, [&](std::string_view type) { return names(note.types, type); });
}

// Whether all channels to a segment are of these contact types; no if there is none, or one whose type is not told.
bool reached_only_by(const BoardReview& at, std::string_view segment, std::initializer_list<std::string_view> contact) {
  const Block* channels = at.block("channels");
  if (channels == nullptr) return false;
  const auto serving = notes_serving(*channels, segment);
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
  for (const Note& note : relationships->notes) {
    if (!has_any(note, {"personal", "dedicated"})) continue;
    std::vector<std::string> items;
    for (const std::string& segment : note.segments) {
      if (find_segment(at.segments, segment) && reached_only_by(at, segment, {"self_service"}))
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
  for (const Segment* segment : at.own_segments()) {
    bool alone = false;
    bool served = false;
    std::vector<std::string> items{segment->id};
    for (const Note* note : notes_serving(*relationships, segment->id)) {
      alone = alone || has_any(*note, {"self_service", "automated"});
      served = served || !has_any(*note, {"self_service", "automated"});
      items.push_back(note->id);
    }
    if (alone && !served && reached_only_by(at, segment->id, {"in_person", "at_a_distance"})) {
      at.add(rule, items, {{"segment", at.quoted(*segment)}});
    }
  }
}

void find_costs_without_driver(const BoardReview& at, std::string_view rule) {
  constexpr std::array<std::string_view, 5> driver_roles{"key_activities", "key_resources", "key_partners", "channels",
                                                         "customer_relationships"};
  const Block* costs = at.block("cost_structure");
  const bool can_tell = std::ranges::any_of(
      driver_roles, [&](std::string_view role) { return role != "channels" && at.block(role) != nullptr; });
  if (costs == nullptr || !can_tell) return;  // a lean canvas has no blocks for what causes costs
  for (const Note& note : costs->notes) {
    const bool driven = std::ranges::any_of(note.drivers, [&](const std::string& id) {
      const auto found = at.notes.find(id);
      return found != at.notes.end() &&
             std::ranges::find(driver_roles, found->second.block->role) != driver_roles.end();
    });
    if (!driven) at.add(rule, {note.id}, {{"note", at.quoted(note)}});
  }
}

void find_empty_blocks(const BoardReview& at, std::string_view rule) {
  for (const Block& block : at.board.blocks) {
    const bool empty = std::ranges::all_of(block.notes, [](const Note& note) { return trim(note.text).empty(); });
    if (empty) at.add(rule, {at.section.id + "/" + block.id}, {{"block", block.title}});
  }
}

void find_too_many_segments(const BoardReview& at, std::string_view rule) {
  const auto own = at.own_segments();
  if (own.size() <= most_segments) return;
  std::vector<std::string> items{at.section.id};
  for (const Segment* segment : own) items.push_back(segment->id);
  at.add(rule, items, {{"count", std::to_string(own.size())}});
}

void find_dangling_links(const BoardReview& at, std::string_view rule) {
  for (const Block& block : at.board.blocks) {
    for (const Note& note : block.notes) {
      std::set<std::string_view> told;
      const auto missing = [&](const std::string& id) {
        if (!told.insert(id).second) return;
        at.add(rule, {note.id}, {{"note", at.quoted(note)}, {"link", id}, {"block", block.title}}, note.id + "/" + id);
      };
      for (const std::string& id : note.segments) {
        if (find_segment(at.segments, id) == nullptr) missing(id);
      }
      for (const std::string& id : note.drivers) {
        if (!at.notes.contains(id)) missing(id);
      }
      for (const std::string& id : note.types) {
        if (std::ranges::find(block.types, id, &NoteType::id) == block.types.end()) missing(id);
      }
    }
  }
}

// One line a rule, in the order in which findings are listed.
struct Rule {
  std::string_view name;
  void (*find)(const BoardReview& at, std::string_view rule);
};
constexpr std::array rules{
    Rule{"segment_without_value_proposition",
         [](const BoardReview& at, std::string_view rule) { find_unserved_segments(at, "value_propositions", rule); }},
    Rule{"segment_without_channel",
         [](const BoardReview& at, std::string_view rule) { find_unserved_segments(at, "channels", rule); }},
    Rule{"segment_without_relationship",
         [](const BoardReview& at, std::string_view rule) {
           find_unserved_segments(at, "customer_relationships", rule);
         }},
    Rule{"segment_without_revenue",
         [](const BoardReview& at, std::string_view rule) { find_unserved_segments(at, "revenue_streams", rule); }},
    Rule{"value_proposition_without_segment",
         [](const BoardReview& at, std::string_view rule) {
           find_notes_without_segment(at, "value_propositions", rule);
         }},
    Rule{"channel_without_segment",
         [](const BoardReview& at, std::string_view rule) { find_notes_without_segment(at, "channels", rule); }},
    Rule{"relationship_without_segment",
         [](const BoardReview& at, std::string_view rule) {
           find_notes_without_segment(at, "customer_relationships", rule);
         }},
    Rule{"relationship_mismatches_channels", find_personal_without_staff},
    Rule{"channels_mismatch_relationship", find_self_service_without_machine},
    Rule{"cost_without_driver", find_costs_without_driver},
    Rule{"empty_block", find_empty_blocks},
    Rule{"too_many_segments", find_too_many_segments},
    Rule{"dangling_link", find_dangling_links},
};

}  // namespace

std::vector<Finding> review(const Workbook& workbook) {
  const std::vector<Segment> segments = segment_register(workbook);
  std::unordered_map<std::string_view, NotePlace> notes;
  for_each_note(workbook, [&](const Document&, const Section&, const Block& block, const Note& note) {
    notes.emplace(note.id, NotePlace{&block, &note});
  });
  std::vector<Finding> findings;
  for_each_board(workbook, [&](const Document& document, const Section& section, const Board& board) {
    const BoardReview at{document, section, board, segments, notes, Catalog::of(document.language), findings};
    for (const Rule& rule : rules) rule.find(at, rule.name);
  });
  mark_dismissed(workbook, findings);
  return findings;
}

void mark_dismissed(const Workbook& workbook, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    for (const Dismissal& dismissal : workbook.dismissed) {
      if (dismissal.rule != finding.rule || dismissal.item != finding.subject) continue;
      if (!dismissal.document.empty() && dismissal.document != finding.document) continue;
      finding.dismissed = true;
      finding.reason = dismissal.reason;
    }
  }
}

std::span<const std::string_view> rule_names() {
  static const auto names = [] {
    std::array<std::string_view, rules.size() + 2> result;
    for (size_t i = 0; i < rules.size(); ++i) result[i] = rules[i].name;
    result[rules.size()] = overfull_rule;
    result.back() = page_budget_rule;
    return result;
  }();
  return names;
}

FindingWords finding_words(const Finding& finding, const Catalog& catalog) {
  const std::string key = "finding." + finding.rule;
  return {catalog.text(key + ".what", finding.arguments), catalog.text(key + ".why", finding.arguments),
          catalog.text(key + ".way_out", finding.arguments)};
}

std::string quoted_text(const Note& note, const Catalog& catalog) {
  constexpr size_t longest = 60;
  const std::string line = shortened(note.text, longest);
  if (line.empty()) return catalog.text("note.without_text");
  return catalog.text("quote", {{"text", line}});
}

}  // namespace canvasbook
