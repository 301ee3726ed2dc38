// `canvasbook templates`: the list of them, or the guides of one.
#include <ostream>
#include <set>

#include "editor/command_line/commands.h"
#include "editor/command_line/terminal_text.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

void print_list(std::ostream& out, const std::string& title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out << "\n**" << title << "**\n\n";
  for (const std::string& line : lines) out << "- " << line << "\n";
}

void print_guide(std::ostream& out, const std::string& title, const Guide& guide, const Catalog& catalog) {
  out << "\n## " << title << "\n\n" << guide.what << "\n";
  std::vector<std::string> types;
  for (const GuideType& type : guide.types) {
    types.push_back(type.title + ". " + type.text + " " + catalog.text("guide.example", {{"text", type.example}}));
  }
  print_list(out, catalog.text("guide.types"), types);
  print_list(out, catalog.text("guide.questions"), guide.questions);
  print_list(out, catalog.text("guide.mistakes"), guide.mistakes);
  print_list(out, catalog.text("guide.examples"), guide.examples);
  print_list(out, catalog.text("guide.practice"), guide.practice);
}

void print_guide_of_block(const Template& source, const Block& block, const CommandContext& context) {
  const auto guide = source.guides.find(block.id);
  if (guide == source.guides.end()) return;
  const std::string step =
      context.catalog.text("guide.order", {{"order", std::to_string(block.order)}, {"block", block.title}});
  print_guide(context.world.out, block.order > 0 ? step : block.title, guide->second, context.catalog);
}

}  // namespace

void print_guides(const Template& source, const CommandContext& context) {
  std::ostream& out = context.world.out;
  out << "# " << source.title << "\n\n" << source.summary << "\n";
  for (const auto& section : source.document.sections) {
    const Board* board = std::get_if<Board>(&section->content);
    if (board == nullptr) continue;
    for (const Block* block : blocks_in_order(*board)) print_guide_of_block(source, *block, context);
  }
  std::set<std::string_view> told;  // sections of one role share a guide
  for (const auto& section : source.document.sections) {
    const auto guide = source.guides.find(section->role);
    const bool is_first = guide != source.guides.end() && told.insert(section->role).second;
    if (is_first) print_guide(out, section->title, guide->second, context.catalog);
  }
}

int report_unknown_template(Language language, const std::string& name, const CommandContext& context) {
  std::vector<std::string> names;
  for (const Template& known : templates_in(language)) names.push_back(known.id);
  return report_unknown(Error{ErrorCode::unknown_template, {}, 0, 0, {}, name}, names, context);
}

int run_templates(const TemplatesArguments& arguments, const CommandContext& context) {
  const Language language = context.catalog.language();
  if (!arguments.name.empty()) {
    const Template* source = find_template(language, arguments.name);
    if (source == nullptr) return report_unknown_template(language, arguments.name, context);
    if (!arguments.json) {
      print_guides(*source, context);
      return exit_done;
    }
  }
  if (arguments.json) return print_content(terminal_json(templates_as_json(language, arguments.name)), context);
  for (const Template& source : templates_in(language)) {
    context.world.out << source.id << "\n    " << source.title << "\n    " << source.summary << "\n";
  }
  return exit_done;
}

}  // namespace canvasbook
