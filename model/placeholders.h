// Placeholders: names in braces that stand for the same all over a workbook, such as {company} or {client}.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/base/identifier.h"
#include "model/text/misspellings.h"
#include "model/workbook.h"

namespace canvasbook {

// The roles of the columns of a sheet whose rows define placeholders: their names, and what they stand for.
inline constexpr std::string_view placeholder_role = "placeholder";
inline constexpr std::string_view placeholder_value_role = "placeholder_value";

// The rule of the review that finds names nobody knows.
inline constexpr std::string_view undefined_placeholder_rule = "undefined_placeholder";

struct Placeholder {
  std::string id;    // of the row that defines it
  std::string name;  // without braces, and white space around it
  std::string value;

  bool operator==(const Placeholder&) const = default;
};

// The column of a sheet that names placeholders, or nullptr.
const SheetColumn* placeholder_column(const Sheet& sheet);

// Whether a section is a sheet that names placeholders: a table to work with, which is not printed.
bool defines_placeholders(const Content& content);

// All that sheets define, in the order of documents, sections and rows.
std::vector<Placeholder> placeholder_register(const Workbook& workbook);

// A name, without braces, as names are compared: as the search does, whatever its letters' size; {company} and
// {компания} are one placeholder, as are the other ones that are known in both languages.
std::string placeholder_key(std::string_view name);

// The name by which a placeholder that is known in both languages is called in the other one; empty for others.
std::string_view other_name_of_placeholder(std::string_view name);

// Names without braces, and what each stands for.
using PlaceholderValues = std::vector<std::pair<std::string, std::string>>;

// What the names in braces of a workbook stand for. Beside those that sheets define, company, manager, client and
// product are known, each by its names in both languages: the company is that of the workbook where no sheet says
// more, the others are left to be written in. Names are compared by placeholder_key(); of two that are the same the
// first one with a value counts.
// What they stand for is as it can be printed (to_printable).
class Placeholders {
 public:
  Placeholders() = default;
  explicit Placeholders(const Workbook& workbook);

  // What a name without braces stands for, empty where it is to be written in; nullptr where nobody knows the name.
  const std::string* find(std::string_view name) const;

  // What a name stands for from now on, in this value alone.
  void put(std::string_view name, std::string_view value);

  bool operator==(const Placeholders&) const = default;

 private:
  std::map<std::string, std::string, std::less<>> values_;  // by placeholder_key()
};

// The names to choose from: those of a register, then those that are known besides, in one language. Each once.
std::vector<std::string> placeholder_names(const std::vector<Placeholder>& defined, Language language);

struct PlaceholderUse {
  WordRange range;  // with the braces
  std::string name;
};

// The names in braces of a text, known or not, in their order. What stands in code is none.
std::vector<PlaceholderUse> placeholder_uses(std::string_view text);

// The text with what known names stand for; where that is to be written in, with a rule to write on and the name
// in brackets behind it. What a value itself has in braces stays as it is.
std::string filled(std::string text, const Placeholders& placeholders);

// The same, but that names without a value stay as they are written.
std::string with_values(std::string text, const Placeholders& placeholders);

// The names, each as {name}, that a text from filled() leaves open: those that nobody knows, and those behind a rule.
std::vector<std::string> names_left_open(std::string_view text);

// The workbook in which a name, without its braces, stands in the register, without a value; a name that is known
// already or empty changes nothing. It goes to the end of the first table that defines placeholders; where there is
// none, such a table becomes the last section of a document (`document`: its id), which must exist then.
Workbook define_placeholder(Workbook workbook, std::string_view document, std::string_view name, IdSource& fresh);

// The workbook with one name in braces, as placeholder_key() compares it, for another one, in all that its author wrote
// and in titles. An empty name changes nothing.
Workbook with_renamed_placeholders(Workbook workbook, std::string_view from, std::string_view to);

}  // namespace canvasbook
