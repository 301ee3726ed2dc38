// Unsaved work of earlier sessions, as the start screen offers it: every record, the newest first. What is not needed
// any more is cleared, and what a record holds is read, beside the window.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "editor/session/recovery.h"
#include "editor/system/later.h"
#include "model/base/catalog.h"
#include "model/file/workbook_difference.h"

namespace canvasbook {

// What a record holds, and how that differs from its file.
struct RecoverySummary {
  enum class File { never_saved, there, gone, unreadable };
  size_t documents = 0;
  size_t notes = 0;  // parked ones too
  File file = File::never_saved;
  WorkbookDifference difference;  // where the file is there: from it to the record

  bool operator==(const RecoverySummary&) const = default;
};

// Reads the record's file.
RecoverySummary summary_of(const RecoveredWorkbook& recovered);

// "3 documents · 12 notes"; a workbook without boards is not said to have no notes.
std::string holding_words(const Catalog& words, size_t documents, size_t notes);

// "differs from the file by 12 additions", or what else there is to say.
std::string summary_words(const Catalog& words, const RecoverySummary& summary);
std::string difference_words(const Catalog& words, const WorkbookDifference& difference);

struct RecoveryOffer {
  std::string id;
  RecoveryHeader header;
  std::string time;                        // of the last record
  std::optional<RecoverySummary> summary;  // once it is read
};

// The newest record of a file, also one that was saved: what is left of it where the file itself cannot be read.
std::optional<RecoveryGlimpse> newest_record_of(const std::string& folder, const std::string& file);

// What stands in the records of a folder.
struct LookedInto {
  std::vector<RecoveryOffer> offers;
  std::vector<Error> unreadable;  // records of which nothing can be offered, with their paths
};

class RecoveryOffers {
 public:
  RecoveryOffers() = default;
  ~RecoveryOffers();
  RecoveryOffers(const RecoveryOffers&) = delete;
  RecoveryOffers& operator=(const RecoveryOffers&) = delete;

  // Lists the records of a folder, quickly; an empty name has none. `launch`: how the rest is done.
  void look(const std::string& folder, std::launch launch);

  // Whether summaries have come: offers that turned out to hold nothing, or nothing that their file lacks, are gone.
  bool take_news();

  const std::vector<RecoveryOffer>& list() const { return list_; }

  // The records of which nothing could be read; told once.
  std::vector<Error> take_unreadable() { return std::exchange(unreadable_, {}); }

 private:
  std::vector<RecoveryOffer> list_;
  std::vector<Error> unreadable_;
  Later<LookedInto> later_;
  std::shared_ptr<std::atomic<bool>> is_ending_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace canvasbook
