#include "editor/session/table_import_words.h"

#include "model/known_items.h"
#include "model/text/text.h"

namespace canvasbook {

std::string import_field_words(const Catalog& words, ImportField field) {
  switch (field) {
    case ImportField::cue:
      return words.text("import.field.cue");
    case ImportField::answer:
      return words.text("import.field.answer");
    case ImportField::phrase:
      return words.text("import.field.phrase");
    case ImportField::replacement:
      return words.text("import.field.replacement");
    case ImportField::reason:
      return words.text("import.field.reason");
    case ImportField::hears:
      return words.text("import.field.hears");
    case ImportField::synonyms:
      return words.text("import.field.synonyms");
    case ImportField::nothing:
      break;
  }
  return words.text("import.field.nothing");
}

std::string import_column_words(const CellRows& rows, const TableMapping& mapping, size_t column) {
  const std::string head = column_head(rows, mapping, column);
  return std::to_string(column + 1) + (head.empty() ? "" : ". " + head);
}

std::string import_total_words(const Catalog& words, const ImportedItems& items) {
  if (import_kind_of(items.content) == ImportKind::replacements) return words.count("import.phrases", items.items);
  return words.count("import.cues", items.items) + ", " + words.count("import.answers", items.answers);
}

std::string import_known_words(const Catalog& words, const Content& target, const ImportedItems& items) {
  const size_t known = count_known_items(target, items.content);
  if (known == 0) return {};
  return std::holds_alternative<Replacements>(target) ? words.count("import.known_phrases", known)
                                                      : words.count("import.known_cues", known);
}

std::string imported_known_words(const Catalog& words, const Content& target, const ImportedItems& items) {
  const size_t known = count_known_items(target, items.content);
  if (known == 0) return {};
  return std::holds_alternative<Replacements>(target) ? words.count("import.known_phrases_done", known)
                                                      : words.count("import.known_cues_done", known);
}

std::vector<std::string> import_warnings(const Catalog& words, const TableFile& file) {
  std::vector<std::string> warnings;
  if (file.encoding == TextEncoding::windows_1251) warnings.push_back(words.text("import.windows_1251"));
  if (file.unreadable > 0) warnings.push_back(words.count("import.unreadable", file.unreadable));
  if (file.table.stray_quotes > 0) warnings.push_back(words.count("import.stray_quotes", file.table.stray_quotes));
  return warnings;
}

std::string import_left_over_words(const Catalog& words, const ImportedItems& items) {
  if (items.left_over.empty()) return {};
  return items.left_texts == 0 ? words.text("import.left_around") : words.count("import.left_over", items.left_texts);
}

std::string imported_left_over_words(const Catalog& words, const TableImport& done, size_t texts) {
  const Section* section = find_section(done.workbook, done.text_section);
  if (section == nullptr) return {};
  const std::string title = words.text("quote", {{"text", to_one_line(to_printable(section->title))}});
  if (texts == 0) return words.text("import.left_around_done", {{"section", title}});
  return words.count("import.left_over_done", texts, {{"section", title}});
}

}  // namespace canvasbook
