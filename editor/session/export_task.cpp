#include "editor/session/export_task.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "editor/session/file_names.h"
#include "editor/session/workbook_on_disk.h"
#include "editor/system/folders.h"
#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/on_paper/whole_review.h"
#include "export/text/fonts.h"
#include "model/base/catalog.h"
#include "model/file/file.h"
#include "model/file/file_kind.h"
#include "model/file/workbook_file.h"
#include "model/text/text.h"
#include "model/workbook_changes.h"
#include "templates/untouched.h"

namespace canvasbook {

namespace {

// One file to write.
struct Output {
  std::string target;
  std::vector<std::string> documents;  // ids; empty for all
  RenderedExport rendered = {};
};

// A title as a file name, which there is for any.
std::string file_name_for(const std::string& title) {
  const std::string name = file_name_of(title);
  return name.empty() ? "document" : name;
}

// The name of a file for all documents, without its ending.
std::string name_of_all(const ExportRequest& request, const Workbook& workbook) {
  const std::string name =
      request.source.empty() ? file_name_for(workbook.company) : std::filesystem::path(request.source).stem().string();
  return name_in_form(name, *request.form, workbook.language);
}

using TakenNames = std::map<std::string, int>;  // each with the last number that was tried behind it

// A name, with a number behind it where it is taken; takes it.
std::string free_name(const std::string& name, TakenNames& taken) {
  std::string free = name;
  while (taken.contains(free)) free = name + " " + std::to_string(++taken[name]);
  taken.emplace(free, 1);
  return free;
}

std::vector<Output> outputs_of(const ExportRequest& request, const Workbook& workbook) {
  const std::string extension = request.format->extension;
  if (request.target.empty()) {
    const std::filesystem::path source(request.source);
    return {{(source.parent_path() / (name_of_all(request, workbook) + extension)).string(), request.documents}};
  }
  std::error_code ignored;
  const bool folder = request.target.ends_with('/') || is_folder(request.target);
  if (!folder) return {{request.target, request.documents}};
  // Documents that are gone have no file of their own.
  if (request.form->compares) {
    const std::filesystem::path target = std::filesystem::path(request.target) / name_of_all(request, workbook);
    return {{target.string() + extension, request.documents}};
  }
  std::vector<Output> outputs;
  TakenNames taken;
  const std::vector<std::string> with_form = documents_with_form(*request.form, workbook, request.sections);
  const std::set<std::string_view> have_form(with_form.begin(), with_form.end());
  for (const auto& document : workbook.documents) {
    if (!have_form.contains(document->id) || !is_chosen(document->id, request.documents)) continue;
    const std::string base = name_in_form(file_name_for(document->title), *request.form, document->language);
    const std::string name = free_name(base, taken);
    outputs.push_back({(std::filesystem::path(request.target) / (name + extension)).string(), {document->id}});
  }
  return outputs;
}

std::optional<Error> request_problem(const ExportRequest& request, const Workbook& workbook) {
  for (const std::string& id : request.documents) {
    if (find_document(workbook, id) == nullptr) return Error{ErrorCode::unknown_document, request.source, 0, 0, {}, id};
  }
  for (const std::string& id : request.sections) {
    if (find_section(workbook, id) == nullptr) return Error{ErrorCode::unknown_section, request.source, 0, 0, {}, id};
  }
  if (workbook.documents.empty()) return Error{ErrorCode::nothing_to_export, request.source, 0, 0, {}, {}};
  const std::vector<std::string> with_form = documents_with_form(*request.form, workbook, request.sections);
  const bool has_form =
      std::ranges::any_of(with_form, [&](const std::string& id) { return is_chosen(id, request.documents); });
  const bool lacks_copy = request.form->compares && request.older == nullptr;
  if (!has_form || lacks_copy) return Error{ErrorCode::nothing_for_form, request.source, 0, 0, {}, request.form->name};
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
    if (with_review()) total += weight({});
    progress_.done = 0;
    progress_.total = total;
  }

  Result<RenderedExport> render(const Output& output) {
    const RenderedExport stopped{{}, 0, {}, true};
    const size_t sections = weight(output.documents);
    ComposeOptions options{output.documents, {}, request_.date.value_or(workbook_.modified)};
    options.values = request_.values;
    options.older = request_.older;
    options.sections = request_.sections;
    options.results = request_.results;
    options.target = request_.results_target;
    options.results_by = request_.results_by;
    options.with_definitions = request_.format->write_document != nullptr;  // where the text goes on being written
    if (with_review()) {
      if (progress_.cancelled) return stopped;
      options.findings = findings();
    }
    if (progress_.cancelled) return stopped;
    PageNumbers numbers;
    if (lays_out_book()) {
      ComposeOptions book = options;
      book.sections.clear();  // the pages are those of the whole book
      const auto pages = lay_out(compose(workbook_, book), sections);
      if (!pages) return stopped;
      numbers = page_numbers(*pages);
    }
    const PrintDocument print = compose_form(*request_.form, workbook_, options, numbers);
    advance(sections);
    if (progress_.cancelled) return stopped;
    if (request_.format->write_document != nullptr) {
      RenderedExport rendered{request_.format->write_document(print), 0, {}, false};
      advance(sections);
      return rendered;
    }
    auto pages = lay_out(print, sections);
    if (!pages) return stopped;
    auto bytes = request_.format->write_pages(*pages, fonts_);
    if (!bytes) return Error{bytes.error().code, output.target, 0, 0, {}, bytes.error().detail};
    advance(sections);
    return RenderedExport{std::move(*bytes), pages->pages.size(), std::move(pages->missing), false};
  }

  void advance(size_t steps) { advance_to(progress_.done + steps); }

 private:
  void advance_to(size_t done) {
    if (done == progress_.done) return;
    progress_.done = done;
    if (progress_.on_step) progress_.on_step(progress_);
  }

  bool with_review() const { return request_.with_review && is_whole_book(*request_.form); }

  // Whether a form names the pages of the book, which are laid out for it.
  bool lays_out_book() const { return request_.form->names_pages && request_.format->write_pages != nullptr; }

  size_t stages() const { return request_.format->write_pages == nullptr ? 2 : lays_out_book() ? 4 : 3; }

  // As many steps as there are sections; nothing where it was cancelled.
  std::optional<Pages> lay_out(const PrintDocument& print, size_t sections) {
    const size_t before = progress_.done;
    const auto watch = [&](size_t done, size_t parts) {
      advance_to(before + sections * done / parts);
      return !progress_.cancelled;
    };
    Pages pages = layout(print, page_setup(request_.page.value_or(workbook_.page_size)), fonts_, watch);
    if (pages.pages.empty()) return std::nullopt;
    advance_to(before + sections);
    if (progress_.cancelled) return std::nullopt;
    return pages;
  }

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
      findings_ = review_with_pages(workbook_, fonts_, is_untouched, request_.date.value_or(request_.today));
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

bool is_own(const std::string& target, const ExportRequest& request) {
  const auto own = request.own.find(target);
  if (own == request.own.end()) return false;
  const auto there = stamp_of(target);
  return there && there->content == own->second.content && there->size == own->second.size;
}

// What may stand where a file is to be written; of one's own file the writing looks again in the last moment.
WriteOptions options_for(const std::string& target, const ExportRequest& request) {
  if (request.force) return {Existing::replace, {}, Losses::accept};
  const auto own = request.own.find(target);
  if (own == request.own.end()) return {Existing::refuse, {}, Losses::refuse};
  return {Existing::known, own->second, Losses::accept};
}

ExportReport cancelled_report() { return {{}, {}, true, {}}; }

}  // namespace

std::string name_in_form(const std::string& name, const PrintForm& form, Language language) {
  return is_whole_book(form) ? name : name + " — " + Catalog::of(language).text(form.key);
}

Result<std::shared_ptr<const OlderCopy>> load_older_copy(const std::string& path, const std::string& source,
                                                         const Workbook& workbook) {
  std::error_code ignored;
  const bool is_source = !source.empty() && (path == source || std::filesystem::equivalent(path, source, ignored));
  if (is_source) return Error{ErrorCode::older_is_source, path, 0, 0, {}, {}};
  auto loaded = load_workbook(path);
  if (!loaded) return loaded.error();
  const bool is_other = !loaded->documents.empty() && !have_common_sections(*loaded, workbook);
  if (is_other) return Error{ErrorCode::other_workbook, path, 0, 0, {}, {}};
  OlderCopy copy{std::move(*loaded), std::filesystem::path(path).filename().string()};
  return std::make_shared<const OlderCopy>(std::move(copy));
}

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
  const bool is_older =
      !request.older_file.empty() &&
      (target == request.older_file || std::filesystem::equivalent(target, request.older_file, ignored));
  if (is_older) return problem(ErrorCode::target_is_older);
  if (has_ending_of_workbook(target)) return problem(ErrorCode::target_is_workbook);
  const bool is_there = std::filesystem::is_regular_file(target, ignored);
  if (is_there && !request.force && !is_own(target, request)) return problem(ErrorCode::target_exists);
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
  ExportReport report;
  for (const Output& output : outputs) {
    const auto written = write_output(output.target, output.rendered.bytes, options_for(output.target, request));
    if (!written && report.files.empty()) return written.error();
    if (!written) {
      report.failure = written.error();
      break;
    }
    report.files.push_back(
        {output.target, output.rendered.pages, output.rendered.bytes.size(), written->lost, written->stamp});
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
