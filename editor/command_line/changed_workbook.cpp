#include "editor/command_line/changed_workbook.h"

#include <ostream>

#include "model/file/workbook_file.h"

namespace canvasbook {

int refuse(const CommandContext& context, const char* key, const Arguments& arguments) {
  context.world.err << context.catalog.text(key, arguments) << "\n";
  return exit_usage;
}

int write_changed(const ChangedTarget& target, const Workbook& workbook, const FileStamp& stamp,
                  const std::string& told, const CommandContext& context) {
  if (means_standard_output(target.output)) return print_content(write_workbook(workbook), context);
  WriteOptions options{Existing::known, stamp};
  if (!target.output.empty()) {
    options = {target.force ? Existing::replace : Existing::refuse, {}, target.force ? Losses::accept : Losses::refuse};
  }
  const auto saved = target.output.empty() ? save_workbook(workbook, target.workbook, options)
                                           : write_output(target.output, write_workbook(workbook), options);
  if (!saved) return report(saved.error(), context);
  if (saved->unconfirmed) return report(*saved->unconfirmed, context);
  context.world.err << told << "\n";
  if (saved->lost) context.world.err << context.catalog.error(*saved->lost) << "\n";
  return exit_done;
}

}  // namespace canvasbook
