// The scorecard: a check list made of a sales book, for listening to calls.
#include <algorithm>
#include <array>

#include "export/compose/forms/composers.h"
#include "model/call_gaps.h"
#include "model/stop_phrases/spoken_texts.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

enum class ScoredStage : size_t { goal, opening, substance, closing, speech };
constexpr std::array<const char*, 5> stage_titles{"scorecard.goal", "scorecard.opening", "scorecard.substance",
                                                  "scorecard.closing", "scorecard.speech"};

// What a section of a role asks of a call.
struct ScoredRole {
  std::string_view role;
  ScoredStage stage;
  const char* key;  // of what is asked, said so that it fits calls that come in and go out, and meetings
};
constexpr ScoredRole scored_roles[] = {
    {"secretary", ScoredStage::opening, "scorecard.secretary"},
    {"introduction", ScoredStage::opening, "scorecard.introduction"},
    {"contact", ScoredStage::opening, "scorecard.contact"},
    {"refusal", ScoredStage::opening, "scorecard.refusal"},
    {"needs", ScoredStage::substance, "scorecard.needs"},
    {"advantages", ScoredStage::substance, "scorecard.advantages"},
    {"client_questions", ScoredStage::substance, "scorecard.client_questions"},
    {"objections", ScoredStage::substance, "scorecard.objections"},
    {"bridges", ScoredStage::substance, "scorecard.bridges"},
    {"conflicts", ScoredStage::substance, "scorecard.conflicts"},
    {"summing_up", ScoredStage::closing, "scorecard.summing_up"},
    {"agreement", ScoredStage::closing, "scorecard.agreement"},
    {"reminder", ScoredStage::closing, "scorecard.reminder"},
};

constexpr size_t most_examples = 3;          // of cues or phrases that say what an item is about
constexpr size_t longest_requirement = 120;  // code points

std::string quoted_examples(const std::vector<std::string>& texts, const Catalog& words) {
  std::string list;
  for (size_t i = 0; i < std::min(texts.size(), most_examples); ++i) {
    std::string text = texts[i];
    while (!text.empty() && (text.back() == '.' || text.back() == ',')) text.pop_back();
    list += (list.empty() ? "" : ", ") + words.text("quote", {{"text", text}});
  }
  return shortened(list + (texts.size() > most_examples ? " …" : ""), longest_requirement);
}

// Builds the groups in the order of a call, whatever the order of the sections.
class ScorecardBuilder {
 public:
  ScorecardBuilder(const Placeholders& placeholders, const Catalog& words)
      : placeholders_(placeholders), words_(words) {
    for (size_t i = 0; i < stage_titles.size(); ++i) {
      groups_[i].id = "scorecard_" + std::to_string(i + 1);
      groups_[i].title = words.text(stage_titles[i]);
    }
  }

  void add(const Section& section) {
    if (const auto* prose = std::get_if<Prose>(&section.content); prose != nullptr && section.role == "call_goal") {
      add_item(ScoredStage::goal, section, criterion(section, "scorecard.call_goal"), goal_of(*prose));
    } else if (const auto* responses = std::get_if<Responses>(&section.content);
               responses != nullptr && !is_gaps(section)) {
      add_responses(section, *responses);
    } else if (const auto* list = std::get_if<Replacements>(&section.content);
               list != nullptr && section.role == stop_list_role) {
      add_stop_list(section, *list);
    }
  }

  // Without groups where no cue was found.
  std::vector<CheckGroup> finish() {
    std::vector<CheckGroup> filled_groups;
    if (!has_cues_) return filled_groups;
    for (CheckGroup& group : groups_) {
      if (!group.items.empty()) filled_groups.push_back(std::move(group));
    }
    return filled_groups;
  }

 private:
  std::string line_of(const std::string& text) const {
    return to_one_line(filled(plain_text(printed_spans(text)), placeholders_));
  }

  // What a section asks, under its own title: "First words — name and company were given".
  std::string criterion(const Section& section, std::string_view key) const {
    const std::string title = line_of(section.title);
    std::string asked = words_.text(key);
    if (title.empty()) return with_capital(asked);
    return words_.text("scorecard.criterion", {{"title", title}, {"criterion", std::move(asked)}});
  }

  // The first paragraph, without the word "Goal:" that the item says already.
  std::string goal_of(const Prose& prose) const {
    for (const RichBlock& block : read_markdown(prose.text)) {
      if (block.kind != RichBlock::Kind::paragraph) continue;
      std::string goal = to_one_line(filled(plain_text(block.spans), placeholders_));
      const std::string word = words_.text("scorecard.goal_word") + ":";
      if (goal.starts_with(word)) goal = with_capital(to_one_line(goal.substr(word.size())));
      return shortened(goal, longest_requirement);
    }
    return {};
  }

  // A refusal opens a call where the book has it before the substance, and belongs to the substance where it comes
  // later, as when the price ends a call.
  ScoredStage stage_of(const ScoredRole& known) const {
    const bool is_late = !groups_[static_cast<size_t>(ScoredStage::substance)].items.empty();
    return known.role == "refusal" && is_late ? ScoredStage::substance : known.stage;
  }

  void add_item(ScoredStage stage, const Section& section, std::string text, std::string requirement) {
    CheckItem item;
    item.id = section.id;
    item.text = std::move(text);
    item.requirement = std::move(requirement);
    groups_[static_cast<size_t>(stage)].items.push_back(std::move(item));
  }

  void add_responses(const Section& section, const Responses& responses) {
    std::vector<std::string> cues;
    for (const Response& response : responses.responses) {
      std::string cue = line_of(response.cue);
      if (!cue.empty()) cues.push_back(std::move(cue));
    }
    if (cues.empty()) return;
    has_cues_ = true;
    const auto* known = std::ranges::find(scored_roles, std::string_view(section.role), &ScoredRole::role);
    if (known != std::ranges::end(scored_roles)) {
      return add_item(stage_of(*known), section, criterion(section, known->key), quoted_examples(cues, words_));
    }
    add_item(ScoredStage::substance, section, criterion(section, "scorecard.other"), quoted_examples(cues, words_));
  }

  void add_stop_list(const Section& section, const Replacements& list) {
    std::vector<std::string> phrases;
    for (const Replacement& entry : list.replacements) {
      std::string phrase = line_of(entry.phrase);
      if (!phrase.empty()) phrases.push_back(std::move(phrase));
    }
    if (phrases.empty()) return;
    add_item(ScoredStage::speech, section, words_.text("scorecard.stop_list"), quoted_examples(phrases, words_));
  }

  const Placeholders& placeholders_;
  const Catalog& words_;
  std::array<CheckGroup, stage_titles.size()> groups_;
  bool has_cues_ = false;
};

}  // namespace

Checklist scorecard_of(const Document& document, const Placeholders& placeholders, const Catalog& catalog) {
  ScorecardBuilder builder(placeholders, catalog);
  for (const auto& section : document.sections) builder.add(*section);
  Checklist checklist;
  checklist.groups = builder.finish();
  for (const char* key : {"scorecard.date", "scorecard.manager", "scorecard.listener", "scorecard.client"}) {
    checklist.head.push_back({key, catalog.text(key), {}});
  }
  return checklist;
}

PrintParts compose_scorecard(const ComposeContext& context, const PageNumbers&) {
  Section section;
  section.id = context.document.id + "/scorecard";
  section.title = context.catalog.text("form.scorecard");
  PrintParts parts =
      compose_content(section, scorecard_of(context.document, context.placeholders, context.catalog), context);
  for (PrintPart& part : parts) {
    part.bookmark_level = 0;
    part.running_title = printed_title(context);
    const std::string from = context.catalog.text("paper.from_book", {{"title", printed_title(context)}});
    std::vector<FlowBlock>& blocks = flow_of(part).blocks;
    blocks.insert(blocks.begin() + 1, paragraph_block({}, {plain_span(from)}));
  }
  return parts;
}

}  // namespace canvasbook
