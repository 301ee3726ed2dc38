#include "editor/session/export_job.h"

#include <doctest/doctest.h>

#include <future>
#include <memory>

#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::export_job_test {

using samples::bytes_of;
using samples::TemporaryFolder;

namespace {

// The example, running text as one more document, and a document of the example once more.
Workbook book() {
  Workbook workbook = paper::example("ru");
  Prose prose;
  prose.text = "# Стандарт\n\nЗдороваемся **первыми**.";
  workbook = add_document(std::move(workbook),
                          samples::make_document_of("standards", {samples::make_section("hello", prose)}));
  IdSource ids(7);
  const std::string first = workbook.documents.front()->id;
  return duplicate_document(std::move(workbook), first, ids);
}

ExportRequest request_for(std::string target, const ExportFormat* format = find_format("pdf")) {
  ExportRequest request;
  request.target = std::move(target);
  request.format = format;
  request.with_review = true;
  return request;
}

// Holds a job at its first step until it is let go.
struct Gate {
  std::promise<void> reached;
  std::promise<void> open;

  ExportProgress::OnStep hook() {
    return [this, first = true](const ExportProgress&) mutable {
      if (!std::exchange(first, false)) return;
      reached.set_value();
      open.get_future().wait();
    };
  }
};

}  // namespace

TEST_CASE("a job writes the very bytes that the task writes, and reports the same") {
  for (const ExportFormat* format : {find_format("pdf"), find_format("md")}) {
    const TemporaryFolder here;
    const TemporaryFolder there;
    ExportProgress progress;
    const auto expected = run_export_task(book(), request_for(here.path().string(), format), progress);
    REQUIRE(expected.has_value());
    ExportJob job(book(), request_for(there.path().string(), format));
    const auto exported = job.wait();
    REQUIRE(exported.has_value());
    CHECK_FALSE(exported->cancelled);
    REQUIRE(expected->files.size() > 2);
    REQUIRE(exported->files.size() == expected->files.size());
    for (size_t i = 0; i < expected->files.size(); ++i) {
      CHECK((bytes_of(exported->files[i].target) == bytes_of(expected->files[i].target)));
      CHECK(exported->files[i].pages == expected->files[i].pages);
    }
    CHECK(exported->missing == expected->missing);
    CHECK(job.progress() == 1);
  }
}

TEST_CASE("jobs that run at the same time do not mix, and the workbook can be edited and printed meanwhile") {
  const TemporaryFolder folder;
  Workbook workbook = book();
  ExportProgress progress;
  REQUIRE(run_export_task(workbook, request_for(folder.file("alone")), progress).has_value());
  ExportJob first(workbook, request_for(folder.file("first")));
  ExportJob second(workbook, request_for(folder.file("second")));
  workbook = rename_document(workbook, workbook.documents.front()->id, "Другое название");
  CHECK(paper::lay_out(workbook).pages.size() > 1);
  REQUIRE(first.wait().has_value());
  REQUIRE(second.wait().has_value());
  const std::string alone = bytes_of(folder.file("alone"));
  CHECK((bytes_of(folder.file("first")) == alone));
  CHECK((bytes_of(folder.file("second")) == alone));
}

TEST_CASE("polling gives nothing while the job runs, then the result as often as it is asked") {
  const TemporaryFolder folder;
  Gate gate;
  ExportJob job(book(), request_for(folder.file("book.pdf")), gate.hook());
  gate.reached.get_future().wait();
  CHECK_FALSE(job.poll().has_value());
  CHECK(job.progress() > 0);
  CHECK(job.progress() < 1);
  CHECK(folder.entries() == 0);
  gate.open.set_value();
  const auto waited = job.wait();
  REQUIRE(waited.has_value());
  for (int i = 0; i < 2; ++i) {
    const auto polled = job.poll();
    REQUIRE(polled.has_value());
    REQUIRE(polled->has_value());
    CHECK(**polled == *waited);
  }
  CHECK(job.wait().has_value());
  CHECK(bytes_of(folder.file("book.pdf")).starts_with("%PDF-"));
}

TEST_CASE("the last call of the hook comes when the result can be polled") {
  const TemporaryFolder folder;
  std::promise<ExportJob*> made;
  const std::shared_future<ExportJob*> job_later = made.get_future().share();
  bool seen = false;
  float last = -1;
  ExportJob job(book(), request_for(folder.file("book.md"), find_format("md")), [&](const ExportProgress&) {
    const ExportJob* self = job_later.get();
    seen = self->poll().has_value();
    CHECK(self->progress() >= last);
    last = self->progress();
  });
  made.set_value(&job);
  REQUIRE(job.wait().has_value());
  CHECK(seen);
  CHECK(last == 1);
}

TEST_CASE("a job that is cancelled while it runs ends without a file") {
  for (const ExportFormat* format : {find_format("pdf"), find_format("md")}) {
    const TemporaryFolder folder;
    Gate gate;
    ExportJob job(book(), request_for(folder.path().string(), format), gate.hook());
    gate.reached.get_future().wait();
    job.cancel();
    gate.open.set_value();
    const auto exported = job.wait();
    REQUIRE(exported.has_value());
    CHECK(exported->cancelled);
    CHECK(exported->files.empty());
    CHECK(job.progress() < 1);
    CHECK(folder.entries() == 0);
  }
}

TEST_CASE("a job that is thrown away while it runs is cancelled and leaves no file") {
  const TemporaryFolder folder;
  std::promise<void> reached;
  auto job = std::make_unique<ExportJob>(book(), request_for(folder.path().string()),
                                         [&, first = true](const ExportProgress& progress) mutable {
                                           if (!std::exchange(first, false)) return;
                                           reached.set_value();
                                           // Bounded, so that a job that is not cancelled fails instead of hanging.
                                           for (int i = 0; i < 20'000'000 && !progress.cancelled; ++i)
                                             std::this_thread::yield();
                                         });
  reached.get_future().wait();
  job.reset();
  CHECK(folder.entries() == 0);
}

TEST_CASE("a cancel after the end changes nothing") {
  const TemporaryFolder folder;
  ExportJob job(book(), request_for(folder.file("book.md"), find_format("md")));
  REQUIRE(job.wait().has_value());
  job.cancel();
  CHECK_FALSE(job.wait()->cancelled);
  CHECK(job.progress() == 1);
  CHECK(folder.entries() == 1);
}

TEST_CASE("an error of the task is the result of the job, and the hook is called for it too") {
  const TemporaryFolder folder;
  samples::put_bytes(folder.file("taken"), "precious");
  int calls = 0;
  ExportJob job(book(), request_for(folder.file("taken")), [&](const ExportProgress&) { ++calls; });
  const auto exported = job.wait();
  REQUIRE_FALSE(exported.has_value());
  CHECK(exported.error().code == ErrorCode::target_exists);
  CHECK(calls == 1);
  CHECK(job.progress() == 0);
  CHECK(samples::bytes_of(folder.file("taken")) == "precious");
}

}  // namespace canvasbook::export_job_test
