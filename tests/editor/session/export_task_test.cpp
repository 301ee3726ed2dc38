#include "editor/session/export_task.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "export/layout/layout.h"
#include "export/pdf/writer.h"
#include "tests/book.h"
#include "tests/pages_dump.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::export_task_test {

using samples::bytes_of;
using samples::put_bytes;
using samples::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

using Targets = std::vector<std::string>;

const ExportFormat* const formats[] = {find_format("pdf"), find_format("md")};

Prose prose_of(const std::string& text) {
  Prose prose;
  prose.text = text;
  return prose;
}

// Three documents: a canvas with running text behind it, running text of three sections, a document without sections.
Workbook book() {
  return samples::make_workbook(
      {samples::make_document_of("model", {samples::make_section("canvas", samples::sound_board()),
                                           samples::make_section("story", prose_of("How it began."))}),
       samples::make_document_of("standards", {samples::make_section("one", prose_of("Say hello.")),
                                               samples::make_section("two", prose_of("Say **goodbye**.")),
                                               samples::make_section("three", prose_of("- Smile\n- Nod"))}),
       samples::make_document_of("empty", {})});
}

ExportRequest request_for(std::string target, const ExportFormat* format = find_format("pdf")) {
  ExportRequest request;
  request.target = std::move(target);
  request.format = format;
  return request;
}

Result<ExportReport> export_now(const ExportRequest& request, const Workbook& workbook = book()) {
  ExportProgress progress;
  return run_export_task(workbook, request, progress);
}

void check_error(const ExportRequest& request, ErrorCode code, const std::string& file,
                 const Workbook& workbook = book()) {
  const auto exported = export_now(request, workbook);
  REQUIRE_FALSE(exported.has_value());
  CHECK(exported.error().code == code);
  CHECK(exported.error().file == file);
}

}  // namespace

TEST_CASE("running text is on Letter beside Letter, else on A4") {
  for (const PageSize size : {PageSize::A4, PageSize::A3, PageSize::Letter}) {
    CHECK(page_setup(size).canvas == size);
    CHECK(page_setup(size).text == (size == PageSize::Letter ? PageSize::Letter : PageSize::A4));
  }
}

TEST_CASE("a layout that is watched to its end gives the same pages, and one that is stopped gives none") {
  const Workbook workbook = book();
  const PrintDocument print = compose(workbook, {{}, {}, workbook.modified});
  const size_t parts = print.parts.size();
  REQUIRE(parts > 3);
  Fonts fonts;
  std::vector<size_t> seen;
  const Pages watched = layout(print, {}, fonts, [&](size_t done, size_t all) {
    CHECK(all == parts);
    seen.push_back(done);
    return true;
  });
  CHECK(dump_pages(watched) == dump_pages(layout(print, {}, fonts)));
  REQUIRE(seen.size() == parts);
  for (size_t i = 0; i < parts; ++i) CHECK(seen[i] == i);
  for (size_t stop = 0; stop < parts; ++stop) {
    size_t asked = 0;
    const Pages stopped = layout(print, {}, fonts, [&](size_t done, size_t) {
      ++asked;
      return done != stop;
    });
    CHECK(stopped.pages.empty());
    CHECK(asked == stop + 1);
  }
}

TEST_CASE("the targets are told beforehand: beside the source, the given file, or a file for each document") {
  const TemporaryFolder folder;
  Workbook workbook = book();
  ExportRequest request = request_for("", find_format("md"));
  request.source = "plans/Morning 1.0.canvasbook";
  CHECK(export_targets(request, workbook) == Targets{"plans/Morning 1.0.md"});
  request.format = find_format("pdf");
  CHECK(export_targets(request, workbook) == Targets{"plans/Morning 1.0.pdf"});
  request.source = "";
  workbook.company = "Morning/Evening";
  CHECK(export_targets(request, workbook) == Targets{"Morning-Evening.pdf"});
  request.target = "any.name";
  CHECK(export_targets(request, workbook) == Targets{"any.name"});
  request.target = "out/";
  CHECK(export_targets(request, workbook) ==
        Targets{"out/A document.pdf", "out/A document 2.pdf", "out/A document 3.pdf"});
  request.target = folder.path().string();
  request.documents = {"standards"};
  CHECK(export_targets(request, workbook) == Targets{folder.file("A document.pdf")});
  CHECK(folder.entries() == 0);
}

TEST_CASE("exactly the targets that were told are written, and the report says what they hold") {
  for (const ExportFormat* format : formats) {
    const TemporaryFolder folder;
    const ExportRequest request = request_for(folder.path().string(), format);
    const auto exported = export_now(request);
    REQUIRE(exported.has_value());
    CHECK_FALSE(exported->cancelled);
    Targets written;
    for (const Written& file : exported->files) {
      CAPTURE(file.target);
      written.push_back(file.target);
      CHECK(file.bytes == bytes_of(file.target).size());
      CHECK((file.pages > 0) == (format == find_format("pdf")));
    }
    CHECK(written == export_targets(request, book()));
    CHECK(folder.entries() == 3);
  }
}

TEST_CASE("each file of a folder is the file that its document gives alone, with and without the review") {
  for (const ExportFormat* format : formats) {
    for (const bool with_review : {false, true}) {
      const TemporaryFolder folder;
      ExportRequest request = request_for(folder.file("all/"), format);
      request.with_review = with_review;
      fs::create_directory(request.target);
      const auto together = export_now(request);
      REQUIRE(together.has_value());
      const char* documents[] = {"model", "standards", "empty"};
      REQUIRE(together->files.size() == std::size(documents));
      for (size_t i = 0; i < std::size(documents); ++i) {
        request.target = folder.file(documents[i]);
        request.documents = {documents[i]};
        REQUIRE(export_now(request).has_value());
        CHECK((bytes_of(request.target) == bytes_of(together->files[i].target)));
      }
    }
  }
}

TEST_CASE("page size, date and review of the request are those on paper") {
  Workbook workbook = book();
  workbook.page_size = PageSize::A3;
  const auto rendered = [&](const ExportRequest& request) {
    ExportProgress progress;
    const auto result = render_export(workbook, request, progress);
    REQUIRE(result.has_value());
    return result->bytes;
  };
  const auto expected = [&](PageSize size, const ComposeOptions& options) {
    Fonts fonts;
    return *write_pdf(layout(compose(workbook, options), page_setup(size), fonts), fonts);
  };
  ExportRequest request;
  CHECK((rendered(request) == expected(PageSize::A3, {{}, {}, workbook.modified})));
  request.page = PageSize::Letter;
  request.date = Date{2027, 2, 1};
  CHECK((rendered(request) == expected(PageSize::Letter, {{}, {}, {2027, 2, 1}})));
  request.with_review = true;
  CHECK((rendered(request) == expected(PageSize::Letter, {{}, review(workbook), {2027, 2, 1}})));
  Revision revision;
  revision.date = Date{2026, 6, 1};
  revision.months = 7;  // due on the first of January
  workbook = set_revision(workbook, workbook.documents.front()->id, revision);
  const std::vector<Finding> due = review(workbook, {}, {2027, 2, 1});
  REQUIRE(std::ranges::count(due, "revision_overdue", &Finding::rule) == 1);
  CHECK((rendered(request) == expected(PageSize::Letter, {{}, due, {2027, 2, 1}})));
  request.date.reset();
  request.today = {2026, 12, 31};
  CHECK((rendered(request) == expected(PageSize::Letter, {{}, review(workbook), workbook.modified})));
  request.today = {2027, 1, 2};
  CHECK((rendered(request) == expected(PageSize::Letter, {{}, due, workbook.modified})));
}

TEST_CASE("what is rendered is what would be written, and rendering looks at no target") {
  for (const ExportFormat* format : formats) {
    const TemporaryFolder folder;
    ExportRequest request = request_for(folder.file("target"), format);
    REQUIRE(export_now(request).has_value());
    request.target = folder.path().string();
    ExportProgress progress;
    const auto rendered = render_export(book(), request, progress);
    REQUIRE(rendered.has_value());
    CHECK((rendered->bytes == bytes_of(folder.file("target"))));
    CHECK((rendered->pages > 0) == (format == find_format("pdf")));
    CHECK(progress.done == progress.total);
    CHECK(folder.entries() == 1);
  }
}

TEST_CASE("characters without a glyph are collected from all files") {
  Workbook workbook = book();
  workbook = set_prose(workbook, "story", "Lydian \xF0\x90\xA4\xA0");
  workbook = set_prose(workbook, "two", "Phoenician \xF0\x90\xA4\x80");
  const TemporaryFolder folder;
  const auto exported = export_now(request_for(folder.path().string()), workbook);
  REQUIRE(exported.has_value());
  CHECK(exported->missing == std::vector<MissingCharacter>{{0x10920, "story"}, {0x10900, "two"}});
}

TEST_CASE("an existing target stops everything, unless it may be replaced") {
  const TemporaryFolder folder;
  ExportRequest request = request_for(folder.path().string(), find_format("md"));
  const std::string taken = folder.file("A document 3.md");
  put_bytes(taken, "precious");
  CHECK(export_target_problem(taken, request) == Error{ErrorCode::target_exists, taken, 0, 0, {}, {}});
  CHECK_FALSE(export_target_problem(folder.file("A document.md"), request).has_value());
  check_error(request, ErrorCode::target_exists, taken);
  CHECK(folder.entries() == 1);
  CHECK(bytes_of(taken) == "precious");
  request.force = true;
  CHECK_FALSE(export_target_problem(taken, request).has_value());
  CHECK(export_now(request).has_value());
  CHECK(folder.entries() == 3);
  CHECK(bytes_of(taken) != "precious");
}

TEST_CASE("the workbook's own file is never written, by whatever name, even while it is not there") {
  const TemporaryFolder folder;
  ExportRequest request = request_for(folder.file("link"));
  request.source = folder.file("book.canvasbook");
  request.force = true;
  put_bytes(request.source, "the workbook");
  fs::create_symlink("book.canvasbook", request.target);
  check_error(request, ErrorCode::target_is_source, request.target);
  CHECK(bytes_of(request.source) == "the workbook");
  fs::remove(request.target);
  fs::remove(request.source);
  request.target = request.source;
  check_error(request, ErrorCode::target_is_source, request.source);
  CHECK(folder.entries() == 0);
}

TEST_CASE("what is named as a workbook is never written, whether it is there or not") {
  const TemporaryFolder folder;
  ExportRequest request = request_for(folder.file("other.canvasbook"));
  request.force = true;
  check_error(request, ErrorCode::target_is_workbook, request.target);
  CHECK(folder.entries() == 0);
  put_bytes(request.target, "another workbook");
  check_error(request, ErrorCode::target_is_workbook, request.target);
  CHECK(bytes_of(request.target) == "another workbook");
  request.target = folder.file("OTHER.CanvasBook");
  check_error(request, ErrorCode::target_is_workbook, request.target);
}

TEST_CASE("an unknown document, an empty workbook and a folder in the target's place are errors that name the place") {
  const TemporaryFolder folder;
  fs::create_directories(folder.file("out/A document.pdf"));
  ExportRequest request = request_for(folder.file("out"));
  request.source = "book.canvasbook";
  check_error(request, ErrorCode::is_directory, folder.file("out/A document.pdf"));
  check_error(request, ErrorCode::nothing_to_export, "book.canvasbook", Workbook{});
  request.documents = {"model", "nowhere"};
  check_error(request, ErrorCode::unknown_document, "book.canvasbook");
  ExportProgress progress;
  const auto rendered = render_export(book(), request, progress);
  REQUIRE_FALSE(rendered.has_value());
  CHECK(rendered.error().detail == "nowhere");
  CHECK(std::distance(fs::directory_iterator(folder.file("out")), fs::directory_iterator()) == 1);
}

TEST_CASE("when a later file cannot be written, the report names it and has those before it, which are whole") {
  const TemporaryFolder folder;
  fs::create_symlink("/dev/full", folder.file("A document 2.md"));
  const ExportRequest request = request_for(folder.path().string(), find_format("md"));
  const auto report = export_now(request);
  REQUIRE(report.has_value());
  REQUIRE(report->failure);
  CHECK(report->failure->code == ErrorCode::cannot_write);
  CHECK(report->failure->file == folder.file("A document 2.md"));
  REQUIRE(report->files.size() == 1);
  CHECK(report->files.front().target == folder.file("A document.md"));
  ExportRequest alone = request_for(folder.file("alone"), find_format("md"));
  alone.documents = {"model"};
  REQUIRE(export_now(alone).has_value());
  CHECK((bytes_of(folder.file("A document.md")) == bytes_of(folder.file("alone"))));
  CHECK_FALSE(fs::exists(folder.file("A document 3.md")));
}

TEST_CASE("the steps grow one after the other up to the total that was told at the start") {
  for (const ExportFormat* format : formats) {
    for (const bool with_review : {false, true}) {
      const TemporaryFolder folder;
      ExportRequest request = request_for(folder.path().string(), format);
      request.with_review = with_review;
      ExportProgress progress;
      size_t before = 0;
      size_t total = 0;
      progress.on_step = [&](const ExportProgress& now) {
        CHECK(now.done > before);
        before = now.done;
        if (total == 0) total = now.total;
        CHECK(now.total == total);
      };
      REQUIRE(run_export_task(book(), request, progress).has_value());
      CHECK(before == total);
      CHECK(total > 10);
      before = 0;  // the same progress serves a second export
      request.force = true;
      REQUIRE(run_export_task(book(), request, progress).has_value());
      CHECK(before == total);
    }
  }
}

TEST_CASE("an export that is cancelled beforehand does nothing") {
  const TemporaryFolder folder;
  ExportProgress progress;
  progress.cancelled = true;
  progress.on_step = [](const ExportProgress&) { FAIL_CHECK("no step is made"); };
  const auto exported = run_export_task(book(), request_for(folder.path().string()), progress);
  REQUIRE(exported.has_value());
  CHECK(*exported == ExportReport{{}, {}, true, {}});
  CHECK(folder.entries() == 0);
  const auto rendered = render_export(book(), request_for("-"), progress);
  REQUIRE(rendered.has_value());
  CHECK(rendered->cancelled);
  CHECK(rendered->bytes.empty());
}

TEST_CASE("a cancel at any step ends the export there and leaves no file, until the writing has begun") {
  for (const ExportFormat* format : formats) {
    for (const bool with_review : {false, true}) {
      size_t files = 0;
      size_t stops = 0;
      for (size_t step = 1; files == 0; ++step) {
        const TemporaryFolder folder;
        ExportRequest request = request_for(folder.path().string(), format);
        request.with_review = with_review;
        ExportProgress progress;
        progress.on_step = [&](const ExportProgress& now) { progress.cancelled = now.done >= step; };
        const auto exported = run_export_task(book(), request, progress);
        REQUIRE(exported.has_value());
        files = folder.entries();
        if (exported->cancelled) {
          ++stops;
          step = progress.done;
          CHECK(*exported == ExportReport{{}, {}, true, {}});
          CHECK(files == 0);
        } else {
          CHECK(step == progress.total - 3 + 1);  // the step of the first written file
          CHECK(files == 3);
          CHECK(exported->files.size() == 3);
        }
      }
      // PDF: laying out is interrupted between the three sections of a document too.
      const size_t stages = format == find_format("pdf") ? 3 : 2;
      CHECK(stops >= 3 * stages + (with_review ? 1 : 0) + (format == find_format("pdf") ? 2 : 0));
    }
  }
}

TEST_CASE("a folder gets a file for each document that has something for the form, with the form in its name") {
  const TemporaryFolder folder;
  Workbook workbook = samples::make_workbook({samples::sound_standards(), samples::sound_book()});
  workbook = rename_document(workbook, "book", "Sales");
  ExportRequest request = request_for(folder.path().string());
  request.form = find_print_form("cards");
  CHECK(export_targets(request, workbook) == Targets{folder.file("Sales — Pocket cards.pdf")});
  REQUIRE(export_now(request, workbook).has_value());
  CHECK(bytes_of(folder.file("Sales — Pocket cards.pdf")).starts_with("%PDF"));
  CHECK(folder.entries() == 1);
}

TEST_CASE("beside the workbook a form does not take the name of the book") {
  ExportRequest request;
  request.source = "/shop/sales.canvasbook";
  const Workbook workbook = samples::make_workbook({samples::sound_book()});
  CHECK(export_targets(request, workbook) == Targets{"/shop/sales.pdf"});
  request.form = find_print_form("wall");
  CHECK(export_targets(request, workbook) == Targets{"/shop/sales — STOP sheet.pdf"});
}

TEST_CASE("a form that the chosen documents have nothing for is an error, and no file is written") {
  const TemporaryFolder folder;
  const Workbook workbook = samples::workbook_for_all_forms();
  for (const PrintForm& form : print_forms()) {
    if (form.has == nullptr) continue;
    CAPTURE(form.name);
    ExportRequest request = request_for(folder.file("out.pdf"));
    request.source = "book.canvasbook";
    request.form = &form;
    request.documents = {documents_with_form(form, workbook).front() == "rules" ? "book" : "rules"};
    check_error(request, ErrorCode::nothing_for_form, "book.canvasbook", workbook);
    request.documents.clear();
    request.force = true;
    CHECK(export_now(request, workbook).has_value());
  }
  CHECK(folder.entries() == 1);
}

TEST_CASE("the index names the pages of the book that the same options print") {
  const Workbook workbook = paper::example("en");
  ExportRequest request;
  request.documents = {"sales"};
  request.form = find_print_form("index");
  ExportProgress progress;
  const auto rendered = render_export(workbook, request, progress);
  REQUIRE(rendered.has_value());
  CHECK(progress.done == progress.total);
  Fonts fonts;
  const ComposeOptions options{{"sales"}, {}, workbook.modified};
  const PageNumbers numbers = page_numbers(layout(compose(workbook, options), page_setup(workbook.page_size), fonts));
  const Pages index =
      layout(compose_form(*request.form, workbook, options, numbers), page_setup(workbook.page_size), fonts);
  CHECK(rendered->bytes == *write_pdf(index, fonts));
}

}  // namespace canvasbook::export_task_test
