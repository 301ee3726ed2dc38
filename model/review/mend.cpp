#include "model/review/mend.h"

#include <algorithm>
#include <array>
#include <functional>

#include "model/base/checksum.h"
#include "model/call_scheme.h"
#include "model/kinds/item_lists.h"
#include "model/like_names.h"
#include "model/module_uses.h"
#include "model/placeholders.h"
#include "model/review/stop_phrases.h"
#include "model/segments.h"
#include "model/standard_checks.h"

namespace canvasbook {

namespace {

// Calls change(Kind&) on the content of that kind which holds an item, and sets what became of it.
template <class Kind>
Workbook change_holder(Workbook workbook, const std::function<bool(const Kind&)>& holds,
                       const std::function<void(Kind&)>& change) {
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const Kind* content = std::get_if<Kind>(&section->content);
      if (content == nullptr || !holds(*content)) continue;
      Kind changed = *content;
      change(changed);
      const std::string id = section->id;
      return set_content(std::move(workbook), id, std::move(changed));
    }
  }
  return workbook;
}

Workbook change_note(Workbook workbook, std::string_view id, const std::function<void(Note&)>& change) {
  return change_holder<Board>(
      std::move(workbook), [&](const Board& board) { return find_note(board, id) != nullptr; },
      [&](Board& board) {
        for_each_note_on(board, [&](Note& note) {
          if (note.id == id) change(note);
        });
      });
}

Workbook change_line(Workbook workbook, std::string_view id, const std::function<void(DialogueLine&)>& change) {
  const auto is_wanted = [&](const DialogueLine& line) { return line.id == id; };
  return change_holder<Dialogue>(
      std::move(workbook), [&](const Dialogue& dialogue) { return std::ranges::any_of(dialogue.lines, is_wanted); },
      [&](Dialogue& dialogue) { change(*std::ranges::find_if(dialogue.lines, is_wanted)); });
}

Workbook forget_standard(Workbook workbook, const Finding& finding) {
  const std::string& id = finding.items.front();
  return change_holder<Checklist>(
      std::move(workbook), [&](const Checklist& checklist) { return find_check(checklist, id) != nullptr; },
      [&](Checklist& checklist) { find_check(checklist, id)->standard.clear(); });
}

// The item asks what its standard asks now; or what it asks is right, until the standard changes again.
Workbook catch_up_with_standard(Workbook workbook, const Finding& finding) {
  const std::string& id = finding.items.front();
  const StandardsById standards = standards_by_id(workbook);
  return change_holder<Checklist>(
      std::move(workbook), [&](const Checklist& checklist) { return find_check(checklist, id) != nullptr; },
      [&](Checklist& checklist) {
        CheckItem& item = *find_check(checklist, id);
        const auto standard = standards.find(item.standard);
        if (standard == standards.end() || !is_behind(item, standard->second.requirement)) return;
        item.standard_said = standard->second.requirement;
        if (finding.chosen != item_stays) item.requirement = item.standard_said;
      });
}

Workbook forget_opener(Workbook workbook, const Finding& finding) {
  const std::string& id = finding.items.front();
  return change_holder<Checklist>(
      std::move(workbook), [&](const Checklist& checklist) { return find_check(checklist, id) != nullptr; },
      [&](Checklist& checklist) { find_check(checklist, id)->opens_on.clear(); });
}

// Of an item, or of the section with the list.
Workbook forget_scale(Workbook workbook, const Finding& finding) {
  const std::string& id = finding.items.front();
  const std::string* link = argument_of(finding, "link");
  if (link == nullptr) return workbook;
  if (const auto* list = content_of<Checklist>(workbook, id)) {
    Checklist changed = *list;
    if (changed.own_scale == *link) changed.own_scale.clear();
    return set_content(std::move(workbook), id, std::move(changed));
  }
  return change_holder<Checklist>(
      std::move(workbook), [&](const Checklist& checklist) { return find_check(checklist, id) != nullptr; },
      [&](Checklist& checklist) { find_check(checklist, id)->own_scale.clear(); });
}

Workbook remove_link(Workbook workbook, const Finding& finding) {
  const std::string* link = argument_of(finding, "link");
  if (link == nullptr) return workbook;
  const std::vector<Segment> segments = segment_register(workbook);
  const bool is_segment = find_segment(segments, *link) != nullptr;
  bool is_note = false;
  for_each_note(workbook, [&](const Document&, const Section&, const Block&, const Note& note) {
    is_note = is_note || note.id == *link;
  });
  const std::string& id = finding.items.front();
  return change_holder<Board>(
      std::move(workbook), [&](const Board& board) { return find_note(board, id) != nullptr; },
      [&](Board& board) {
        for (Block& block : board.blocks) {
          const bool is_type = find_item(block.types, *link) != nullptr;
          for (Note& note : block.notes) {
            if (note.id != id) continue;
            if (!is_segment) std::erase(note.segments, *link);
            if (!is_note) std::erase(note.drivers, *link);
            if (!is_type) std::erase(note.types, *link);
          }
        }
      });
}

Workbook tie_note(Workbook workbook, const std::string& to_be_tied, const std::string& segment) {
  return change_note(std::move(workbook), to_be_tied, [&](Note& note) {
    const bool has_it = std::ranges::find(note.segments, segment) != note.segments.end();
    if (!has_it) note.segments.push_back(segment);
  });
}

// To the chosen segment, or to the only one.
Workbook tie_note_to_segment(Workbook workbook, const Finding& finding) {
  const std::vector<Segment> segments = segment_register(workbook);
  const bool is_one = finding.chosen.empty() ? segments.size() == 1 : find_segment(segments, finding.chosen) != nullptr;
  if (!is_one) return workbook;
  return tie_note(std::move(workbook), finding.items.front(),
                  finding.chosen.empty() ? segments.front().id : finding.chosen);
}

Workbook tie_chosen_note(Workbook workbook, const Finding& finding) {
  const std::string& segment = finding.items.front();
  if (find_segment(segment_register(workbook), segment) == nullptr) return workbook;
  return tie_note(std::move(workbook), finding.chosen, segment);
}

// The second segment stands for the first, and who named it names that one.
Workbook join_segments(Workbook workbook, const Finding& finding) {
  const std::string& second = finding.items.front();
  const std::string& first = finding.items.back();
  const std::vector<Segment> segments = segment_register(workbook);
  if (find_segment(segments, first) == nullptr || find_segment(segments, second) == nullptr) return workbook;
  std::vector<std::string> named_by;
  for_each_note(workbook, [&](const Document&, const Section&, const Block&, const Note& note) {
    if (std::ranges::find(note.segments, second) != note.segments.end()) named_by.push_back(note.id);
  });
  for_each_parked_note(workbook, [&](const Document&, const Section&, const Note& note) {
    if (std::ranges::find(note.segments, second) != note.segments.end()) named_by.push_back(note.id);
  });
  for (const std::string& id : named_by) {
    workbook = change_note(std::move(workbook), id, [&](Note& note) {
      const bool has_first = std::ranges::find(note.segments, first) != note.segments.end();
      if (has_first) std::erase(note.segments, second);
      std::ranges::replace(note.segments, second, first);
    });
  }
  return change_note(std::move(workbook), second, [&](Note& note) { note.segments = {first}; });
}

Workbook forget_module(Workbook workbook, const Finding& finding) {
  return change_line(std::move(workbook), finding.items.front(), [](DialogueLine& line) { line.module.clear(); });
}

Workbook forget_next_step(Workbook workbook, const Finding& finding) {
  return lead_on(std::move(workbook), finding.items.front(), {}, CallEnd::none);
}

// As all dialogues go on from the answer.
Workbook lead_on_as_shown(Workbook workbook, const Finding& finding) {
  const std::string* to = argument_of(finding, "to");
  const SpeechModule module = find_module(workbook, finding.items.back());
  const bool leads_nowhere =
      module.answer != nullptr && module.answer->leads_to.empty() && module.answer->end == CallEnd::none;
  if (to == nullptr || !leads_nowhere) return workbook;
  return lead_on(std::move(workbook), finding.items.back(), *to, CallEnd::none);
}

Workbook take_answer(Workbook workbook, const Finding& finding) {
  const Workbook before = workbook;
  return change_line(std::move(workbook), finding.items.front(), [&](DialogueLine& line) {
    const SpeechModule module = find_module(before, line.module);
    if (module.answer != nullptr && differs_from_answer(line, *module.answer)) line = take_words(line, *module.answer);
  });
}

Workbook link_touchpoint(Workbook workbook, const Finding& finding) {
  const TouchpointNames touchpoints = touchpoint_names(workbook);
  const auto is_wanted = [&](const SheetRow& row) { return row.id == finding.items.front(); };
  return change_holder<Sheet>(
      std::move(workbook), [&](const Sheet& sheet) { return std::ranges::any_of(sheet.rows, is_wanted); },
      [&](Sheet& sheet) {
        SheetRow& row = *std::ranges::find_if(sheet.rows, is_wanted);
        const auto cell = row.cells.find(finding.field);
        if (cell == row.cells.end()) return;
        if (const std::string* id = find_touchpoint_named(touchpoints, cell->second)) cell->second = *id;
      });
}

// The name becomes one of the register.
Workbook define_name(Workbook workbook, const Finding& finding) {
  const std::string* braced = argument_of(finding, "placeholder");
  if (braced == nullptr || braced->size() < 2) return workbook;
  const std::string name = braced->substr(1, braced->size() - 2);
  // Ids that follow from what is there: the same mend of the same workbook has the same result.
  const std::vector<Placeholder> known = placeholder_register(workbook);
  std::uint64_t seed = checksum(finding.document + finding.subject);
  while (std::ranges::find(known, IdSource(seed).next(), &Placeholder::id) != known.end()) ++seed;
  IdSource fresh(seed);
  return define_placeholder(std::move(workbook), finding.document, name, fresh);
}

// One line a rule that has a mend.
struct RuleMend {
  std::string_view rule;
  const char* step;
  Workbook (*mend)(Workbook workbook, const Finding& finding);
};
constexpr std::array mends{RuleMend{"value_proposition_without_segment", "step.segment", tie_note_to_segment},
                           RuleMend{"channel_without_segment", "step.segment", tie_note_to_segment},
                           RuleMend{"relationship_without_segment", "step.segment", tie_note_to_segment},
                           RuleMend{"segment_without_value_proposition", "step.segment", tie_chosen_note},
                           RuleMend{"segment_without_channel", "step.segment", tie_chosen_note},
                           RuleMend{"segment_without_relationship", "step.segment", tie_chosen_note},
                           RuleMend{"segment_without_revenue", "step.segment", tie_chosen_note},
                           RuleMend{"segment_twice", "step.join_segments", join_segments},
                           RuleMend{"dangling_link", "step.remove_link", remove_link},
                           RuleMend{"missing_module", "step.remove_link", forget_module},
                           RuleMend{"missing_next_step", "step.remove_link", forget_next_step},
                           RuleMend{"dialogue_shows_step", "step.next_step", lead_on_as_shown},
                           RuleMend{"missing_standard", "step.remove_link", forget_standard},
                           RuleMend{"item_behind_standard", "step.item_of_standard", catch_up_with_standard},
                           RuleMend{"missing_scale", "step.remove_link", forget_scale},
                           RuleMend{"missing_opener", "step.remove_link", forget_opener},
                           RuleMend{"chained_opener", "step.remove_link", forget_opener},
                           RuleMend{"missing_touchpoint", "step.link_touchpoint", link_touchpoint},
                           RuleMend{"differs_from_answer", "step.take_answer", take_answer},
                           RuleMend{undefined_placeholder_rule, "step.define_placeholder", define_name},
                           RuleMend{stop_phrase_rule, "step.replace_phrase", replace_stop_phrase}};

const RuleMend* find_mend(std::string_view rule) {
  const auto found = std::ranges::find(mends, rule, &RuleMend::rule);
  return found == mends.end() ? nullptr : &*found;
}

}  // namespace

Workbook mended(Workbook workbook, std::span<const Finding> findings) {
  for (const Finding& finding : findings) {
    const RuleMend* rule = find_mend(finding.rule);
    if (rule != nullptr && finding.has_mend) workbook = rule->mend(std::move(workbook), finding);
  }
  return workbook;
}

Finding with_choice(Finding finding, const std::string& item) {
  finding.chosen = item;
  finding.has_mend = true;
  return finding;
}

MendNames mend_names(std::string_view rule) {
  const RuleMend* found = find_mend(rule);
  if (found == nullptr) return {};
  return {"finding." + std::string(rule) + ".mend", found->step};
}

const std::string* find_touchpoint_named(const TouchpointNames& touchpoints, std::string_view name) {
  const std::string wanted = same_name(name);
  const auto found =
      std::ranges::find_if(touchpoints, [&](const auto& touchpoint) { return same_name(touchpoint.second) == wanted; });
  return wanted.empty() || found == touchpoints.end() ? nullptr : &found->first;
}

}  // namespace canvasbook
