#include "editor/navigator/empty_sections.h"

namespace canvasbook {

namespace {

template <class Kind>
Template empty_document(const Catalog& interface, Language language, const char* name_key, const char* summary_key) {
  Template source;
  source.language = language;
  source.title = interface.text(name_key);
  source.summary = interface.text(summary_key);
  for (EmptySection& empty : empty_sections(interface, Catalog::of(language))) {
    if (!std::holds_alternative<Kind>(empty.section.content)) continue;
    source.document.title = empty.section.title;
    source.document.sections.emplace_back(std::move(empty.section));
  }
  return source;
}

}  // namespace

std::vector<EmptySection> empty_sections(const Catalog& interface, const Catalog& words) {
  std::vector<EmptySection> sections;
  const auto add = [&](const char* name_key, const char* title_key, Content content) {
    sections.push_back({interface.text(name_key), {"empty", {}, words.text(title_key), 1, std::move(content), 0, {}}});
  };
  add("navigator.new_section", "navigator.new_section_title", Prose{});
  Board board;
  Block block;
  block.id = "notes";
  block.title = words.text("navigator.new_block_title");
  board.blocks.push_back(std::move(block));
  add("navigator.new_board", "navigator.new_board_title", std::move(board));
  Responses responses;
  responses.cue_title = words.text("navigator.new_cue_title");
  add("navigator.new_responses", "navigator.new_responses_title", std::move(responses));
  add("navigator.new_replacements", "navigator.new_replacements_title", Replacements{});
  Dialogue dialogue;
  dialogue.speakers = {{"us", words.text("navigator.new_speaker"), false, {}},
                       {"client", words.text("navigator.new_client"), true, {}}};
  add("navigator.new_dialogue", "navigator.new_dialogue_title", std::move(dialogue));
  Checklist checklist;
  checklist.head = {{"place", words.text("navigator.new_check_place"), {}},
                    {"date", words.text("navigator.new_check_date"), {}},
                    {"checker", words.text("navigator.new_check_checker"), {}}};
  checklist.signatures = {{"signature", words.text("navigator.new_check_signature"), {}}};
  add("navigator.new_checklist", "navigator.new_checklist_title", std::move(checklist));
  Sheet sheet;
  for (const char* number : {"1", "2", "3"}) {
    SheetColumn column;
    column.id = std::string("column") + number;
    column.title = words.text("navigator.new_column_title", {{"number", number}});
    sheet.columns.push_back(std::move(column));
  }
  add("navigator.new_sheet", "navigator.new_sheet_title", std::move(sheet));
  return sections;
}

std::vector<Template> empty_documents(const Catalog& interface, Language language) {
  return {empty_document<Prose>(interface, language, "add_document.empty_text", "add_document.empty_text_is"),
          empty_check_list(interface, language),
          empty_document<Sheet>(interface, language, "navigator.new_sheet", "add_document.empty_sheet_is")};
}

Template empty_check_list(const Catalog& interface, Language language) {
  return empty_document<Checklist>(interface, language, "navigator.new_checklist", "add_document.empty_checklist_is");
}

}  // namespace canvasbook
