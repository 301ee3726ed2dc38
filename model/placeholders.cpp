#include "model/placeholders.h"

#include <algorithm>
#include <array>
#include <set>

#include "model/base/catalog.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr std::string_view rule_to_write_on = "____________";
constexpr const char* before_open_name = "\u00A0(";  // behind the rule

struct KnownName {
  std::string_view en;
  std::string_view ru;
};
constexpr std::array known_names{KnownName{"company", "компания"}, KnownName{"manager", "менеджер"},
                                 KnownName{"client", "клиент"}, KnownName{"product", "товар"}};
constexpr std::string_view company_key = known_names.front().en;

// Without any braces: a name with one in it would stand in no text.
std::string name_without_braces(std::string_view text) {
  std::string name(text);
  std::erase_if(name, [](char character) { return character == '{' || character == '}'; });
  return std::string(trim(name));
}

// The text with other words in place of names; replacement(name) is nullptr for those that stay.
template <class Replacement>
std::string with_replaced_names(std::string text, Replacement replacement) {
  if (text.find('{') == std::string::npos) return text;
  std::string result;
  size_t behind = 0;
  for (const PlaceholderUse& use : placeholder_uses(text)) {
    const std::string* other = replacement(use.name);
    if (other == nullptr) continue;
    result.append(text, behind, use.range.begin - behind).append(*other);
    behind = use.range.end;
  }
  return result.append(text, behind);
}

// As the templates have it.
Sheet empty_table(const Catalog& words) {
  Sheet sheet;
  const auto add_column = [&](const char* id, std::string_view role, const char* title, int share) {
    SheetColumn& column = sheet.columns.emplace_back();
    column.id = id;
    column.role = role;
    column.title = words.text(title);
    column.share = share;
  };
  add_column("name", placeholder_role, "placeholder.name", 2);
  add_column("value", placeholder_value_role, "placeholder.value", 4);
  return sheet;
}

void add_row_named(Sheet& sheet, const std::string& name, IdSource& fresh) {
  SheetRow row;
  row.id = fresh.next();
  row.cells[placeholder_column(sheet)->id] = name;
  sheet.rows.push_back(std::move(row));
}

}  // namespace

const SheetColumn* placeholder_column(const Sheet& sheet) {
  const SheetColumn* column = find_column(sheet, placeholder_role);
  return column == nullptr || column->type != ColumnType::text ? nullptr : column;
}

bool defines_placeholders(const Content& content) {
  const auto* sheet = std::get_if<Sheet>(&content);
  return sheet != nullptr && placeholder_column(*sheet) != nullptr;
}

std::vector<Placeholder> placeholder_register(const Workbook& workbook) {
  std::vector<Placeholder> placeholders;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* sheet = std::get_if<Sheet>(&section->content);
      const SheetColumn* names = sheet == nullptr ? nullptr : placeholder_column(*sheet);
      if (names == nullptr) continue;
      const SheetColumn* values = find_column(*sheet, placeholder_value_role);
      for (const SheetRow& row : sheet->rows) {
        std::string name = name_without_braces(cell_text(row, *names));
        const std::string_view value = values == nullptr ? std::string_view() : cell_text(row, *values);
        placeholders.push_back({row.id, std::move(name), std::string(trim(value))});
      }
    }
  }
  return placeholders;
}

std::string placeholder_key(std::string_view name) {
  std::string key = to_search_form(trim(name));
  const auto known = std::ranges::find(known_names, key, &KnownName::ru);
  return known == known_names.end() ? key : std::string(known->en);
}

std::string_view other_name_of_placeholder(std::string_view name) {
  const std::string key = placeholder_key(name);
  const auto known = std::ranges::find(known_names, key, &KnownName::en);
  if (known == known_names.end()) return {};
  return to_search_form(trim(name)) == known->en ? known->ru : known->en;
}

Placeholders::Placeholders(const Workbook& workbook) {
  for (Placeholder& placeholder : placeholder_register(workbook)) {
    if (placeholder.name.empty()) continue;
    std::string& value = values_[placeholder_key(placeholder.name)];
    if (value.empty()) value = to_printable(placeholder.value);
  }
  for (const KnownName& name : known_names) values_.emplace(name.en, "");
  std::string& company = values_.find(company_key)->second;
  if (company.empty()) company = to_printable(trim(workbook.company));
}

const std::string* Placeholders::find(std::string_view name) const {
  const auto found = values_.find(placeholder_key(name));
  return found == values_.end() ? nullptr : &found->second;
}

void Placeholders::put(std::string_view name, std::string_view value) {
  values_[placeholder_key(name)] = to_printable(value);
}

std::vector<std::string> placeholder_names(const std::vector<Placeholder>& defined, Language language) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  const auto add = [&](std::string name) {
    if (!name.empty() && seen.insert(placeholder_key(name)).second) names.push_back(std::move(name));
  };
  for (const Placeholder& placeholder : defined) add(placeholder.name);
  for (const KnownName& name : known_names) add(std::string(language == Language::ru ? name.ru : name.en));
  return names;
}

std::vector<PlaceholderUse> placeholder_uses(std::string_view text) {
  std::vector<PlaceholderUse> uses;
  for (const WordRange& range : find_blanks(text)) {
    if (text[range.begin] != '{') continue;
    uses.push_back({range, std::string(trim(text.substr(range.begin + 1, range.end - range.begin - 2)))});
  }
  return uses;
}

std::string filled(std::string text, const Placeholders& placeholders) {
  std::string rule;
  return with_replaced_names(std::move(text), [&](const std::string& name) -> const std::string* {
    const std::string* value = placeholders.find(name);
    if (value == nullptr || !value->empty()) return value;
    rule = std::string(rule_to_write_on) + before_open_name + to_printable(name) + ")";
    return &rule;
  });
}

std::vector<std::string> names_left_open(std::string_view text) {
  std::vector<std::string> names;
  for (const PlaceholderUse& use : placeholder_uses(text)) names.push_back("{" + use.name + "}");
  const std::string rule = std::string(rule_to_write_on) + before_open_name;
  for (size_t at = text.find(rule); at != std::string_view::npos; at = text.find(rule, at)) {
    at += rule.size();
    const size_t end = std::min(text.find(')', at), text.size());
    names.push_back("{" + std::string(text.substr(at, end - at)) + "}");
  }
  return names;
}

std::string with_values(std::string text, const Placeholders& placeholders) {
  return with_replaced_names(std::move(text), [&](const std::string& name) {
    const std::string* value = placeholders.find(name);
    return value != nullptr && value->empty() ? nullptr : value;
  });
}

Workbook define_placeholder(Workbook workbook, std::string_view document, std::string_view name, IdSource& fresh) {
  const std::string written = name_without_braces(name);
  if (written.empty() || Placeholders(workbook).find(written) != nullptr) return workbook;
  for (Shared<Document>& shared : workbook.documents) {
    for (size_t s = 0; s < shared->sections.size(); ++s) {
      if (!defines_placeholders(shared->sections[s]->content)) continue;
      Section section = *shared->sections[s];
      add_row_named(std::get<Sheet>(section.content), written, fresh);
      Document changed = *shared;
      changed.sections[s] = std::move(section);
      shared = std::move(changed);
      return workbook;
    }
  }
  const auto place =
      std::ranges::find_if(workbook.documents, [&](const auto& candidate) { return candidate->id == document; });
  if (place == workbook.documents.end()) return workbook;
  Document changed = **place;
  Section table;
  table.id = fresh.next();
  table.role = "placeholders";
  table.title = Catalog::of(changed.language).text("command.placeholders");
  table.content = empty_table(Catalog::of(changed.language));
  add_row_named(std::get<Sheet>(table.content), written, fresh);
  changed.sections.push_back(std::move(table));
  *place = std::move(changed);
  return workbook;
}

Workbook with_renamed_placeholders(Workbook workbook, std::string_view from, std::string_view to) {
  const std::string old = placeholder_key(from);
  const std::string renamed = "{" + name_without_braces(to) + "}";
  if (old.empty() || renamed == "{}") return workbook;
  const auto rename = [&](std::string& text) {
    text = with_replaced_names(
        std::move(text), [&](const std::string& name) { return placeholder_key(name) == old ? &renamed : nullptr; });
  };
  for (Shared<Document>& shared : workbook.documents) {
    Document document = *shared;
    rename(document.title);
    for (Shared<Section>& part : document.sections) {
      Section section = *part;
      rename(section.title);
      for_each_written_text(section.content, [&](const WrittenText<std::string>& at) { rename(*at.text); });
      if (section != *part) part = std::move(section);
    }
    if (document != *shared) shared = std::move(document);
  }
  return workbook;
}

}  // namespace canvasbook
