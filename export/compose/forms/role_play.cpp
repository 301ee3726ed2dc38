// Sheets for playing the dialogues: on that of the staff their own lines are rules to write on, on that of the client
// they are told by their first words.
#include <algorithm>

#include "export/compose/forms/composers.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

enum class RolePlayer { staff, client };

// Rules enough for a text written by hand.
int rules_for(const Spans& text) {
  constexpr size_t letters_on_rule = 60;
  constexpr size_t most_rules = 4;
  const size_t letters = count_code_points(plain_text(text));
  return static_cast<int>(std::clamp<size_t>((letters + letters_on_rule - 1) / letters_on_rule, 1, most_rules));
}

// What the staff says is left out, for whoever holds the sheet.
TalkBlock talk_for(TalkBlock talk, RolePlayer player) {
  constexpr size_t words_of_prompt = 4;
  for (TalkBlock::Line& line : talk.lines) {
    line.module.clear();
    if (line.is_client) continue;
    if (player == RolePlayer::staff) {
      line.writing_lines = rules_for(line.text);
      line.text.clear();
    } else {
      line.text = {plain_span(first_words(line.text, words_of_prompt))};
      line.is_prompt = true;
    }
  }
  return talk;
}

PrintPart sheet_for(RolePlayer player, const Section& section, const Flow& dialogue, const ComposeContext& context) {
  const Catalog& words = context.catalog;
  const bool is_staff = player == RolePlayer::staff;
  PrintPart sheet = form_part(context, words.text(is_staff ? "paper.role_play_staff" : "paper.role_play_client",
                                                  {{"title", printed_title(section, context)}}));
  std::vector<FlowBlock>& blocks = flow_of(sheet).blocks;
  blocks.front().item = section.id;
  for (const FlowBlock& block : dialogue.blocks) {
    if (const auto* talk = std::get_if<TalkBlock>(&block.content)) {
      const std::string how = words.text(is_staff ? "paper.role_play_staff_how" : "paper.role_play_client_how");
      blocks.push_back(paragraph_block({}, {plain_span(how)}));
      blocks.push_back({block.item, talk_for(*talk, player)});
    } else if (std::get<RichBlock>(block.content).kind != RichBlock::Kind::heading) {
      blocks.push_back(block);  // the situation
    }
  }
  return sheet;
}

bool has_talk(const Flow& dialogue) {
  return std::ranges::any_of(dialogue.blocks,
                             [](const FlowBlock& block) { return std::holds_alternative<TalkBlock>(block.content); });
}

}  // namespace

bool has_talks(const ComposeContext& context) {
  return std::ranges::any_of(context.document.sections, [](const Shared<Section>& section) {
    const auto* dialogue = std::get_if<Dialogue>(&section->content);
    return dialogue != nullptr && std::ranges::any_of(dialogue->lines, [](const DialogueLine& line) {
             return !printed_spans(line.text).empty();
           });
  });
}

PrintParts compose_role_play(const ComposeContext& context, const PageNumbers&) {
  PrintParts sheets;
  for (const auto& section : context.document.sections) {
    if (!std::holds_alternative<Dialogue>(section->content)) continue;
    for (PrintPart& part : filled_parts(*section, context)) {
      const Flow& dialogue = flow_of(part);
      if (!has_talk(dialogue)) continue;
      sheets.push_back(sheet_for(RolePlayer::staff, *section, dialogue, context));
      sheets.push_back(sheet_for(RolePlayer::client, *section, dialogue, context));
    }
  }
  return sheets;
}

}  // namespace canvasbook
