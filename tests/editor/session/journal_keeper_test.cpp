#include "editor/session/journal_keeper.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "editor/session/recovery_records.h"
#include "tests/full_disk.h"
#include "tests/samples.h"

namespace canvasbook::journal_keeper_test {

using samples::bytes_of;
using samples::make_document_of;
using samples::make_section;
using samples::make_workbook;
using samples::put_bytes;
using samples::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

Workbook with_text(const std::string& text) {
  return make_workbook({make_document_of("text", {make_section("prose", Prose{text})})});
}

// A keeper of the journal "id1", without a thread unless asked for.
struct Kept {
  explicit Kept(const TemporaryFolder& folder, bool beside = false)
      : file(folder.file("recovery/id1.journal")),
        keeper(
            {folder.file("recovery"), "id1", "Morning"}, [] { return std::string("12:00"); }, beside) {}

  RecoveredWorkbook journal() const { return read_journal(bytes_of(file)); }
  bool holds(const Workbook& workbook) const {
    const RecoveredWorkbook read = journal();
    return read.workbook && *read.workbook == workbook;
  }

  std::string file;
  JournalKeeper keeper;
};

// A file in the place of the journals' folder.
void block(const TemporaryFolder& folder) { put_bytes(folder.file("recovery"), ""); }
void unblock(const TemporaryFolder& folder) { fs::remove(folder.file("recovery")); }

}  // namespace

TEST_CASE("the first change that is not written decides when the journal is, not the last one") {
  JournalSchedule schedule;
  CHECK_FALSE(schedule.due());
  schedule.changed(10);
  schedule.changed(10.9);
  CHECK_FALSE(schedule.is_due(10.99));
  CHECK(schedule.is_due(11));
  schedule.begun();
  CHECK_FALSE(schedule.is_due(100));
}

TEST_CASE("a failure is tried again after ten seconds, and sooner with the next edit") {
  JournalSchedule schedule;
  schedule.failed(100);
  CHECK_FALSE(schedule.is_due(109));
  CHECK(schedule.is_due(110));
  schedule.changed(102);
  CHECK(schedule.is_due(103));
}

TEST_CASE("a journal that could not be begun is begun ten seconds later, without an edit") {
  const TemporaryFolder folder;
  block(folder);
  Kept kept(folder);
  kept.keeper.keep_saved(with_text("a"), "/book");
  CHECK(kept.keeper.trouble());
  kept.keeper.keep(with_text("ab"));
  kept.keeper.tick(2);
  CHECK(kept.keeper.trouble());
  unblock(folder);
  kept.keeper.tick(11);
  CHECK(kept.keeper.trouble());
  kept.keeper.tick(12);
  CHECK_FALSE(kept.keeper.trouble());
  CHECK(kept.holds(with_text("ab")));
  CHECK(kept.journal().header.path == "/book");
  CHECK_FALSE(kept.journal().saved);
}

TEST_CASE("what could not be appended is appended later, without a key") {
  const TemporaryFolder folder;
  Kept kept(folder);
  kept.keeper.keep_saved(with_text("a"), "/book");
  samples::with_full_disk(fs::file_size(kept.file), [&] {
    kept.keeper.keep(with_text("ab"));
    kept.keeper.tick(5);
  });
  CHECK(kept.keeper.trouble());
  kept.keeper.tick(15);
  CHECK_FALSE(kept.keeper.trouble());
  CHECK(kept.holds(with_text("ab")));
}

TEST_CASE("a save that the journal missed is told to it before what was written since") {
  const TemporaryFolder folder;
  block(folder);
  Kept kept(folder);
  kept.keeper.keep_unsaved(with_text("a"));
  kept.keeper.keep_saved(with_text("ab"), "/new");
  kept.keeper.keep(with_text("abc"));
  unblock(folder);
  kept.keeper.try_again();
  CHECK(kept.holds(with_text("abc")));
  CHECK(kept.journal().header.path == "/new");
  CHECK_FALSE(kept.journal().saved);
  kept.keeper.keep_saved(with_text("abc"), "/other");
  CHECK(kept.journal().saved);
  CHECK(kept.journal().header.path == "/other");
}

TEST_CASE("the record of another journal goes once its work is in this one, and not before") {
  const TemporaryFolder folder;
  { REQUIRE(RecoveryJournal::start(folder.file("recovery"), "old", {"", "", "11:00"}, with_text("recovered"))); }
  const std::string old = folder.file("recovery/old.journal");
  Kept kept(folder);
  kept.keeper.keep_saved(with_text("a"), "/book");
  samples::with_full_disk(fs::file_size(kept.file), [&] {
    kept.keeper.keep(with_text("recovered"));
    kept.keeper.replace("old");
  });
  CHECK(kept.keeper.trouble());
  CHECK(fs::exists(old));
  kept.keeper.tick(20);
  CHECK(kept.holds(with_text("recovered")));
  CHECK_FALSE(fs::exists(old));
}

TEST_CASE("the journal is written beside while the window hangs, and is gone when the workbook is closed") {
  const TemporaryFolder folder;
  Kept kept(folder, true);
  kept.keeper.keep_saved(with_text("a"), "/book");
  kept.keeper.keep(with_text("ab"));
  kept.keeper.keep(with_text("abc"));
  bool written = false;
  for (int i = 0; i < 1000 && !written; ++i) {  // no tick comes
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    written = fs::exists(kept.file) && kept.holds(with_text("abc"));
  }
  CHECK(written);
  kept.keeper.keep(with_text("abcd"));
  kept.keeper.end();
  CHECK_FALSE(fs::exists(kept.file));
}

TEST_CASE("without end() the journal stays to be found, as after a crash") {
  const TemporaryFolder folder;
  {
    Kept kept(folder);
    kept.keeper.keep_unsaved(with_text("a"));
  }
  CHECK(list_recoveries(folder.file("recovery")).size() == 1);
}

}  // namespace canvasbook::journal_keeper_test
