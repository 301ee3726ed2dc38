#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <ostream>
#include <set>

#include "editor/commands.h"
#include "export/compose.h"
#include "export/find_overfull.h"
#include "export/layout.h"
#include "export/markdown_writer.h"
#include "export/pdf_writer.h"
#include "model/text.h"
#include "model/workbook_file.h"

namespace canvasbook {

namespace {

// One file to write.
struct Output {
  std::string target;  // "-" for standard output
  std::vector<std::string> documents;
  std::string bytes;
  size_t pages = 0;  // of a PDF
};

std::string extension_of(ExportFormat format) { return format == ExportFormat::pdf ? ".pdf" : ".md"; }

// A title as a file name: without separators, control characters and a leading dot.
std::string file_name_of(std::string title) {
  for (char& c : title) {
    if (c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20) c = '-';
  }
  title = trim(title);
  constexpr size_t longest = 120;  // bytes; file systems take 255
  while (title.size() > longest ||
         (!title.empty() && (static_cast<unsigned char>(title.back()) & 0xC0) == 0x80 && find_invalid_utf8(title))) {
    title.pop_back();
  }
  if (const auto invalid = find_invalid_utf8(title)) title.resize(*invalid);
  return title.empty() || title.front() == '.' ? "document" + title : title;
}

std::vector<Output> outputs_of(const ExportArguments& arguments, const Workbook& workbook) {
  const std::string extension = extension_of(arguments.format);
  if (arguments.output.empty()) {
    const std::filesystem::path file(arguments.file);
    return {{(file.parent_path() / (file.stem().string() + extension)).string(), arguments.documents, {}, 0}};
  }
  std::error_code ignored;
  const bool folder = arguments.output.ends_with('/') || std::filesystem::is_directory(arguments.output, ignored);
  if (!folder) return {{arguments.output, arguments.documents, {}, 0}};
  std::vector<Output> outputs;
  std::set<std::string> taken;
  for (const auto& document : workbook.documents) {
    if (!arguments.documents.empty() &&
        std::ranges::find(arguments.documents, document->id) == arguments.documents.end())
      continue;
    const std::string base = file_name_of(document->title);
    std::string name = base;
    for (int number = 2; !taken.insert(name).second; ++number) name = base + " " + std::to_string(number);
    outputs.push_back({(std::filesystem::path(arguments.output) / (name + extension)).string(), {document->id}, {}, 0});
  }
  return outputs;
}

void report_missing(const Pages& pages, const CommandContext& context) {
  for (const MissingCharacter& missing : pages.missing) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(missing.code_point));
    const char* key = missing.item.empty() ? "cli.missing_character_somewhere" : "cli.missing_character";
    context.world.err << context.catalog.text(key, {{"item", missing.item}, {"code", code}}) << "\n";
  }
}

// Why a target cannot be written, as far as it can be told beforehand.
std::optional<Error> target_problem(const std::string& target, const ExportArguments& arguments) {
  if (target == "-") return std::nullopt;
  std::error_code ignored;
  const auto problem = [&](ErrorCode code) { return Error{code, target, 0, 0, {}, {}}; };
  if (std::filesystem::is_directory(target, ignored)) return problem(ErrorCode::is_directory);
  if (std::filesystem::equivalent(target, arguments.file, ignored)) return problem(ErrorCode::target_is_source);
  if (!arguments.force && std::filesystem::is_regular_file(target, ignored)) return problem(ErrorCode::target_exists);
  return std::nullopt;
}

// Fills in the bytes of an output.
Result<Done> render(Output& output, const ExportArguments& arguments, const Workbook& workbook,
                    const CommandContext& context) {
  Fonts fonts;
  ComposeOptions options{output.documents, {}, arguments.date.value_or(workbook.modified)};
  if (arguments.with_review) options.findings = review_with_pages(workbook, fonts);
  const PrintDocument print = compose(workbook, options);
  if (arguments.format == ExportFormat::markdown) {
    output.bytes = write_markdown(print);
    return Done{};
  }
  PageSetup setup;
  setup.canvas = arguments.page.value_or(workbook.page_size);
  setup.text = setup.canvas == PageSize::Letter ? PageSize::Letter : PageSize::A4;
  const Pages pages = layout(print, setup, fonts);
  auto pdf = write_pdf(pages, fonts);
  if (!pdf) return Error{pdf.error().code, output.target, 0, 0, {}, pdf.error().detail};
  output.bytes = std::move(*pdf);
  output.pages = pages.pages.size();
  report_missing(pages, context);
  return Done{};
}

}  // namespace

int run_export(const ExportArguments& arguments, const CommandContext& context) {
  const auto workbook = load_workbook(arguments.file);
  if (!workbook) return report(workbook.error(), context);
  for (const std::string& id : arguments.documents) {
    if (find_document(*workbook, id) == nullptr) {
      return report(Error{ErrorCode::unknown_document, arguments.file, 0, 0, {}, id}, context);
    }
  }
  if (workbook->documents.empty())
    return report(Error{ErrorCode::nothing_to_export, arguments.file, 0, 0, {}, {}}, context);
  std::vector<Output> outputs = outputs_of(arguments, *workbook);
  // Everything is checked and made before anything is written, so that a failure leaves no half of the files.
  for (Output& output : outputs) {
    if (const auto problem = target_problem(output.target, arguments)) return report(*problem, context);
    if (const auto done = render(output, arguments, *workbook, context); !done) return report(done.error(), context);
  }
  for (const Output& output : outputs) {
    if (output.target == "-") {
      context.world.out.write(output.bytes.data(), static_cast<std::streamsize>(output.bytes.size()));
      continue;
    }
    const auto written =
        write_file(output.target, output.bytes, arguments.force ? Existing::replace : Existing::refuse);
    if (!written) return report(written.error(), context);
  }
  for (const Output& output : outputs) {
    if (output.target == "-") continue;
    context.world.err << (output.pages > 0
                              ? context.catalog.count("cli.written_pages", output.pages, {{"file", output.target}})
                              : context.catalog.text("cli.written", {{"file", output.target}}))
                      << "\n";
  }
  return exit_done;
}

}  // namespace canvasbook
