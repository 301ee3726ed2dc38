#include "editor/session/export_task.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "editor/system/folders.h"
#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/on_paper/whole_review.h"
#include "export/text/fonts.h"
#include "model/file/file.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// One file to write.
struct Output {
  std::string target;
  std::vector<std::string> documents;  // ids; empty for all
  RenderedExport rendered = {};
};

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

bool is_chosen(const std::string& document, const std::vector<std::string>& chosen) {
  return chosen.empty() || std::ranges::find(chosen, document) != chosen.end();
}

std::vector<Output> outputs_of(const ExportRequest& request, const Workbook& workbook) {
  const std::string extension = request.format->extension;
  if (request.target.empty()) {
    const std::filesystem::path source(request.source);
    const std::string name = request.source.empty() ? file_name_of(workbook.company) : source.stem().string();
    return {{(source.parent_path() / (name + extension)).string(), request.documents}};
  }
  std::error_code ignored;
  const bool folder = request.target.ends_with('/') || is_folder(request.target);
  if (!folder) return {{request.target, request.documents}};
  std::vector<Output> outputs;
  std::set<std::string> taken;
  for (const auto& document : workbook.documents) {
    if (!is_chosen(document->id, request.documents)) continue;
    const std::string base = file_name_of(document->title);
    std::string name = base;
    for (int number = 2; !taken.insert(name).second; ++number) name = base + " " + std::to_string(number);
    outputs.push_back({(std::filesystem::path(request.target) / (name + extension)).string(), {document->id}});
  }
  return outputs;
}

std::optional<Error> request_problem(const ExportRequest& request, const Workbook& workbook) {
  for (const std::string& id : request.documents) {
    if (find_document(workbook, id) == nullptr) return Error{ErrorCode::unknown_document, request.source, 0, 0, {}, id};
  }
  if (workbook.documents.empty()) return Error{ErrorCode::nothing_to_export, request.source, 0, 0, {}, {}};
  return std::nullopt;
}

// Renders the files of one request, and counts the steps. Composing, laying out and making the bytes are as many steps
// each as there are sections; the review is as many as the workbook has, as it lays out all of it.
class Renderer {
 public:
  Renderer(const Workbook& workbook, const ExportRequest& request, ExportProgress& progress)
      : workbook_(workbook), request_(request), progress_(progress) {}

  // Sets the total; `files` are written in addition.
  void begin(const std::vector<Output>& outputs, size_t files) {
    size_t total = files;
    for (const Output& output : outputs) total += stages() * weight(output.documents);
    if (request_.with_review) total += weight({});
    progress_.done = 0;
    progress_.total = total;
  }

  Result<RenderedExport> render(const Output& output) {
    const RenderedExport stopped{{}, 0, {}, true};
    const size_t sections = weight(output.documents);
    ComposeOptions options{output.documents, {}, request_.date.value_or(workbook_.modified)};
    if (request_.with_review) {
      if (progress_.cancelled) return stopped;
      options.findings = findings();
    }
    if (progress_.cancelled) return stopped;
    const PrintDocument print = compose(workbook_, options);
    advance(sections);
    if (progress_.cancelled) return stopped;
    if (request_.format->write_document != nullptr) {
      RenderedExport rendered{request_.format->write_document(print), 0, {}, false};
      advance(sections);
      return rendered;
    }
    const size_t composed = progress_.done;
    const auto watch = [&](size_t done, size_t parts) {
      advance_to(composed + sections * done / parts);
      return !progress_.cancelled;
    };
    Pages pages = layout(print, page_setup(request_.page.value_or(workbook_.page_size)), fonts_, watch);
    if (pages.pages.empty()) return stopped;
    advance_to(composed + sections);
    if (progress_.cancelled) return stopped;
    auto bytes = request_.format->write_pages(pages, fonts_);
    if (!bytes) return Error{bytes.error().code, output.target, 0, 0, {}, bytes.error().detail};
    advance(sections);
    return RenderedExport{std::move(*bytes), pages.pages.size(), std::move(pages.missing), false};
  }

  void advance(size_t steps) { advance_to(progress_.done + steps); }

 private:
  void advance_to(size_t done) {
    if (done == progress_.done) return;
    progress_.done = done;
    if (progress_.on_step) progress_.on_step(progress_);
  }

  size_t stages() const { return request_.format->write_pages != nullptr ? 3 : 2; }

  size_t weight(const std::vector<std::string>& documents) const {
    size_t sections = 0;
    for (const auto& document : workbook_.documents) {
      if (is_chosen(document->id, documents)) sections += document->sections.size();
    }
    return std::max<size_t>(1, sections);
  }

  // The findings of the whole workbook, made once for all files.
  const std::vector<Finding>& findings() {
    if (!findings_) {
      findings_ = review_with_pages(workbook_, fonts_);
      advance(weight({}));
    }
    return *findings_;
  }

  const Workbook& workbook_;
  const ExportRequest& request_;
  ExportProgress& progress_;
  Fonts fonts_;
  std::optional<std::vector<Finding>> findings_;
};

ExportReport cancelled_report() { return {{}, {}, true, {}}; }

}  // namespace

std::vector<std::string> export_targets(const ExportRequest& request, const Workbook& workbook) {
  std::vector<std::string> targets;
  for (Output& output : outputs_of(request, workbook)) targets.push_back(std::move(output.target));
  return targets;
}

std::optional<Error> export_target_problem(const std::string& target, const ExportRequest& request) {
  std::error_code ignored;
  const auto problem = [&](ErrorCode code) { return Error{code, target, 0, 0, {}, {}}; };
  if (is_folder(target)) return problem(ErrorCode::is_directory);
  // The names alone are compared as well, for a workbook whose file is not there at the moment.
  if (target == request.source || std::filesystem::equivalent(target, request.source, ignored))
    return problem(ErrorCode::target_is_source);
  if (!request.force && std::filesystem::is_regular_file(target, ignored)) return problem(ErrorCode::target_exists);
  return std::nullopt;
}

Result<RenderedExport> render_export(const Workbook& workbook, const ExportRequest& request, ExportProgress& progress) {
  if (const auto problem = request_problem(request, workbook)) return *problem;
  const std::vector<Output> outputs{{request.target, request.documents}};
  Renderer renderer(workbook, request, progress);
  renderer.begin(outputs, 0);
  return renderer.render(outputs.front());
}

Result<ExportReport> run_export_task(const Workbook& workbook, const ExportRequest& request, ExportProgress& progress) {
  if (const auto problem = request_problem(request, workbook)) return *problem;
  std::vector<Output> outputs = outputs_of(request, workbook);
  for (const Output& output : outputs) {
    if (const auto problem = export_target_problem(output.target, request)) return *problem;
  }
  Renderer renderer(workbook, request, progress);
  renderer.begin(outputs, outputs.size());
  for (Output& output : outputs) {
    auto rendered = renderer.render(output);
    if (!rendered) return rendered.error();
    if (rendered->cancelled) return cancelled_report();
    output.rendered = std::move(*rendered);
  }
  if (progress.cancelled) return cancelled_report();
  const WriteOptions options{
      request.force ? Existing::replace : Existing::refuse, {}, request.force ? Losses::accept : Losses::refuse};
  ExportReport report;
  for (const Output& output : outputs) {
    const auto written = write_output(output.target, output.rendered.bytes, options);
    if (!written && report.files.empty()) return written.error();
    if (!written) {
      report.failure = written.error();
      break;
    }
    report.files.push_back({output.target, output.rendered.pages, output.rendered.bytes.size(), written->lost});
    report.missing.insert(report.missing.end(), output.rendered.missing.begin(), output.rendered.missing.end());
    renderer.advance(1);
    if (written->unconfirmed) {
      report.failure = written->unconfirmed;
      break;
    }
  }
  return report;
}

}  // namespace canvasbook
