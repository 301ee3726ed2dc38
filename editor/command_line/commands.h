// What the commands of the command line do, once their arguments are understood. Internal to editor/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/command_line/world.h"
#include "editor/session/export_task.h"
#include "model/base/catalog.h"
#include "model/workbook.h"

namespace canvasbook {

// What every command has at hand.
struct CommandContext {
  const CommandLineWorld& world;  // its streams show control characters as marks, see terminal_text.h
  const Catalog& catalog;         // words the messages
  std::ostream& content;          // standard output for what is written as a file would be, byte by byte
};

struct TemplatesArguments {
  std::string name;
  bool json = false;
};
struct NewArguments {
  std::vector<std::string> templates;
  std::string output;
  std::string company;
  Language language = Language::en;
  bool force = false;
};
struct InfoArguments {
  std::string file;
};
struct FindArguments {
  std::string file;
  std::string text;
  bool match_case = false;
  bool whole_words = false;
  bool word_forms = false;
};
struct ExportArguments {
  std::string file;
  std::vector<std::string> documents;
  const ExportFormat* format = &export_formats().front();
  std::string output;
  std::optional<PageSize> page;
  std::optional<Date> date;
  bool with_review = false;
  bool cover = false;  // these four over what the documents say themselves
  bool no_contents = false;
  bool justified = false;
  bool binding = false;
  bool force = false;
};
struct CheckArguments {
  std::string file;
  bool json = false;
  std::string dismiss;  // "rule:item"
  std::string reason;
  bool spelling = false;  // instead of the review
};

// Each returns an exit code.
int run_templates(const TemplatesArguments& arguments, const CommandContext& context);
int run_new(const NewArguments& arguments, const CommandContext& context);
int run_info(const InfoArguments& arguments, const CommandContext& context);
int run_find(const FindArguments& arguments, const CommandContext& context);
int run_export(const ExportArguments& arguments, const CommandContext& context);
int run_check(const CheckArguments& arguments, const CommandContext& context);
int run_spelling(const std::string& file, const CommandContext& context);

// Prints an error in the user's language; returns exit_failed.
int report(const Error& error, const CommandContext& context);

// The same where the standard output took nothing; `system_error` says why, or is 0.
int report_unprinted(int system_error, const CommandContext& context);

// Writes what would else be a file to the standard output; returns the exit code, reports what fails.
int print_content(std::string_view content, const CommandContext& context);

}  // namespace canvasbook
