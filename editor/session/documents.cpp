// The actions of a session on whole documents, their sections, and what the workbook says about itself.
#include <algorithm>

#include "editor/session/session.h"
#include "model/take_sections.h"

namespace canvasbook {

void Session::add_document(Document document) {
  end_writing();
  const std::string id = document.id;
  record(canvasbook::add_document(workbook(), std::move(document)), "step.add_document", id);
  go_to(id);
}

void Session::duplicate_document(const std::string& document, std::string title) {
  end_writing();
  const auto& documents = workbook().documents;
  const auto original = std::ranges::find(documents, document, [](const auto& entry) { return entry->id; });
  if (original == documents.end()) return;
  const auto place = static_cast<size_t>(original - documents.begin()) + 1;
  Workbook after = canvasbook::duplicate_document(workbook(), document, ids_);
  const std::string copy = after.documents[place]->id;
  record(rename_document(std::move(after), copy, std::move(title)), "step.duplicate_document", copy);
  go_to(copy);
}

void Session::remove_document(const std::string& document) {
  end_writing();
  record(canvasbook::remove_document(workbook(), document), "step.remove_document", document);
}

void Session::duplicate_section(const std::string& section, std::string title) {
  end_writing();
  SectionCopy copy = canvasbook::duplicate_section(workbook(), section, ids_);
  if (copy.section.empty()) return;
  record(rename_section(std::move(copy.workbook), copy.section, std::move(title)), "step.duplicate_section",
         copy.section);
  go_to(copy.section);
}

void Session::remove_section(const std::string& section) {
  end_writing();
  record(canvasbook::remove_section(workbook(), section), "step.remove_section", section);
}

void Session::remove_sections(const std::vector<std::string>& sections) {
  if (sections.empty()) return;
  end_writing();
  Workbook after = workbook();
  for (const std::string& section : sections) after = canvasbook::remove_section(std::move(after), section);
  record(std::move(after), "step.remove_sections", sections.front());
}

void Session::move_document(const std::string& document, size_t position) {
  end_writing();
  record(canvasbook::move_document(workbook(), document, position), "step.move_document", document);
}

void Session::move_section(const std::string& section, const std::string& document, size_t position) {
  end_writing();
  const bool is_shown = this->section() != nullptr && this->section()->id == section;
  record(move_section_to(workbook(), section, document, position), "step.move_section", section);
  if (is_shown) go_to(section);
}

void Session::move_section_to_new_document(const std::string& section) {
  end_writing();
  record(canvasbook::move_section_to_new_document(workbook(), section, ids_), "step.move_section", section);
  go_to(section);
}

void Session::go_to_part(size_t part) {
  if (prose() == nullptr || part >= outline().size()) return;
  const std::string_view text = prose()->text;
  const size_t caret = to_editable(text.substr(0, std::min(outline()[part].begin, text.size()))).size();
  begin_prose(TextRange{caret, caret});
}

void Session::move_part(size_t part, size_t before) {
  if (prose() == nullptr) return;
  end_writing();
  record(set_prose(workbook(), section()->id, canvasbook::move_part(prose()->text, part, before)), "step.move_part",
         section()->id);
}

void Session::insert_section(const Document& from, size_t section) {
  if (document() == nullptr || section >= from.sections.size()) return;
  end_writing();
  const std::string id = from.sections[section]->id;
  const size_t position = document()->sections.empty() ? 0 : view_.section + 1;
  record(canvasbook::insert_section(workbook(), from, section, document()->id, position), "step.insert_section", id);
  go_to(id);
}

void Session::set_properties(Properties properties) {
  seal_writing();
  record(canvasbook::set_properties(workbook(), std::move(properties)), "step.properties");
}

void Session::follow(const std::string& document, const std::string& section) {
  const auto& documents = workbook().documents;
  const auto found = std::ranges::find(documents, document, [](const auto& entry) { return entry->id; });
  if (found == documents.end()) return show_section(view_.document, 0);
  view_.document = static_cast<size_t>(found - documents.begin());
  const auto& sections = (*found)->sections;
  const auto place = std::ranges::find(sections, section, [](const auto& entry) { return entry->id; });
  if (place != sections.end()) {
    view_.section = static_cast<size_t>(place - sections.begin());
  } else if (!sections.empty()) {
    show_section(view_.document, std::min(view_.section, sections.size() - 1));
  }
}

}  // namespace canvasbook
