// `canvasbook new`: a workbook with a document from a template.
#include <ostream>

#include "editor/command_line/changed_workbook.h"
#include "model/file/workbook_file.h"
#include "templates/library.h"

namespace canvasbook {

int run_new(const NewArguments& arguments, const CommandContext& context) {
  IdSource ids(context.world.id_seed);
  Workbook workbook;
  workbook.company = arguments.company;
  workbook.language = arguments.language;
  workbook.created = workbook.modified = context.world.today;
  for (const std::string& name : arguments.templates) {
    const Template* source = find_template(arguments.language, name);
    if (source == nullptr) return report_unknown_template(arguments.language, name, context);
    workbook = add_document(std::move(workbook), make_document(*source, ids, context.world.today));
  }
  const std::string file = arguments.output.empty() ? arguments.templates.front() + ".canvasbook" : arguments.output;
  if (means_standard_output(file)) return print_content(write_workbook(workbook), context);
  return report_written(write_output(file, write_workbook(workbook), options_of_new_file(arguments.force)),
                        context.catalog.text("cli.created", {{"file", file}}), context);
}

}  // namespace canvasbook
