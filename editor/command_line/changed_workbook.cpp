#include "editor/command_line/changed_workbook.h"

#include <ostream>

#include "model/file/workbook_file.h"

namespace canvasbook {

int refuse(const CommandContext& context, const char* key, const Arguments& arguments) {
  context.world.err << context.catalog.text(key, arguments) << "\n";
  return exit_usage;
}

WriteOptions options_of_new_file(bool force) {
  return {force ? Existing::replace : Existing::refuse, {}, force ? Losses::accept : Losses::refuse};
}

int report_written(const Result<WrittenFile>& written, const std::string& told, const CommandContext& context) {
  if (!written) return report(written.error(), context);
  if (written->unconfirmed) return report(*written->unconfirmed, context);
  context.world.err << told << "\n";
  if (written->lost) context.world.err << context.catalog.error(*written->lost) << "\n";
  return exit_done;
}

int write_changed(const ChangedTarget& target, const Workbook& workbook, const FileStamp& stamp,
                  const std::string& told, const CommandContext& context) {
  if (means_standard_output(target.output)) return print_content(write_workbook(workbook), context);
  const auto saved = target.output.empty()
                         ? save_workbook(workbook, target.workbook, {Existing::known, stamp})
                         : write_output(target.output, write_workbook(workbook), options_of_new_file(target.force));
  return report_written(saved, told, context);
}

}  // namespace canvasbook
