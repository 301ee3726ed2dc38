// `canvasbook export`: to a file, a folder or standard output.
#include <cstdio>
#include <filesystem>
#include <ostream>

#include "editor/command_line/commands.h"
#include "editor/session/export_task.h"
#include "model/file/markdown_workbook.h"
#include "model/file/workbook_file.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

ExportRequest request_of(const ExportArguments& arguments) {
  ExportRequest request;
  request.source = arguments.file;
  request.format = arguments.format;
  request.documents = arguments.documents;
  request.target = arguments.output;
  request.page = arguments.page;
  request.date = arguments.date;
  request.with_review = arguments.with_review;
  request.force = arguments.force;
  return request;
}

void report_missing(const std::vector<MissingCharacter>& characters, const CommandContext& context) {
  for (const MissingCharacter& missing : characters) {
    const char* key = missing.item.empty() ? "cli.missing_character_somewhere" : "cli.missing_character";
    context.world.err << context.catalog.text(key,
                                              {{"item", missing.item}, {"code", unicode_notation(missing.code_point)}})
                      << "\n";
  }
}

int export_to_standard_output(const Workbook& workbook, const ExportRequest& request, const CommandContext& context) {
  ExportProgress progress;
  const auto rendered = render_export(workbook, request, progress);
  if (!rendered) return report(rendered.error(), context);
  report_missing(rendered->missing, context);
  return print_content(rendered->bytes, context);
}

// The documents printed as the arguments say, where they say more than the documents themselves.
void apply_paper_style(const ExportArguments& arguments, Workbook& workbook) {
  for (Shared<Document>& shared : workbook.documents) {
    Document document = *shared;
    document.paper.cover = document.paper.cover || arguments.cover;
    document.paper.contents = document.paper.contents && !arguments.no_contents;
    document.paper.justified = document.paper.justified || arguments.justified;
    document.paper.mirrored = document.paper.mirrored || arguments.binding;
    if (document.paper != shared->paper) shared = std::move(document);
  }
}

}  // namespace

int run_export(const ExportArguments& arguments, const CommandContext& context) {
  auto workbook = is_markdown_file(arguments.file) ? load_markdown_workbook(arguments.file, context.world.today)
                                                   : load_workbook(arguments.file, Pipes::read);
  if (!workbook) return report(workbook.error(), context);
  apply_paper_style(arguments, *workbook);
  const ExportRequest request = request_of(arguments);
  std::error_code ignored;
  if (request.target.empty() && !std::filesystem::is_regular_file(arguments.file, ignored)) {
    context.world.err << context.catalog.text("usage.output_missing") << "\n";
    return exit_usage;
  }
  if (means_standard_output(request.target)) return export_to_standard_output(*workbook, request, context);
  ExportProgress progress;
  const auto exported = run_export_task(*workbook, request, progress);
  if (!exported) return report(exported.error(), context);
  report_missing(exported->missing, context);
  for (const Written& file : exported->files) {
    context.world.err << (file.pages > 0
                              ? context.catalog.count("cli.written_pages", file.pages, {{"file", file.target}})
                              : context.catalog.text("cli.written", {{"file", file.target}}))
                      << "\n";
    if (file.lost) context.world.err << context.catalog.error(*file.lost) << "\n";
  }
  return exported->failure ? report(*exported->failure, context) : exit_done;
}

}  // namespace canvasbook
