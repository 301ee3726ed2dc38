#include "editor/session/recovery_offers.h"

#include <algorithm>
#include <filesystem>

#include "editor/system/folders.h"
#include "model/file/workbook_file.h"

namespace canvasbook {

namespace {

RecoveryOffer unread_offer(const RecoveryGlimpse& glimpse) {
  return {glimpse.id, glimpse.header, glimpse.time, std::nullopt};
}

// What an offer turns out to hold, if it is to be offered. A record whose file says the same is deleted, but kept aside
// where a part of it cannot be read.
void look_into(const std::string& folder, RecoveryOffer offer, LookedInto& looked) {
  const auto recovered = load_recovery(folder, offer.id);
  if (!recovered) return;
  if (!recovered->workbook) return looked.unreadable.push_back(recovered->workbook.error());
  offer.header = recovered->header;
  offer.time = recovered->time;
  offer.summary = summary_of(*recovered);
  if (offer.summary->file == RecoverySummary::File::there && offer.summary->difference.is_none()) {
    if (retire_recovery(folder, offer.id) && recovered->lost > 0)
      looked.unreadable.push_back({ErrorCode::not_json, damaged_record(folder, offer.id), 0, 0, {}, {}});
  } else {
    looked.offers.push_back(std::move(offer));
  }
}

}  // namespace

RecoverySummary summary_of(const RecoveredWorkbook& recovered) {
  RecoverySummary summary{recovered.documents, recovered.notes, RecoverySummary::File::never_saved, {}};
  const std::string& path = recovered.header.path;
  if (path.empty()) return summary;
  const auto saved = load_workbook(path);
  std::error_code error;
  if (saved) {
    summary.file = RecoverySummary::File::there;
    summary.difference = workbook_difference(*saved, *recovered.workbook);
  } else {
    const bool exists = std::filesystem::exists(path, error) || error;
    summary.file = exists ? RecoverySummary::File::unreadable : RecoverySummary::File::gone;
  }
  return summary;
}

std::string difference_words(const Catalog& words, const WorkbookDifference& difference) {
  std::string result;
  const auto add = [&](const char* key, size_t count) {
    if (count == 0) return;
    if (!result.empty()) result += ", ";
    result += words.count(key, count);
  };
  add("recovery.added", difference.added);
  add("recovery.changed", difference.changed);
  add("recovery.removed", difference.removed);
  return result;
}

std::string holding_words(const Catalog& words, size_t documents, size_t notes) {
  std::string holds = words.count("start.documents", documents);
  if (notes > 0) holds += " · " + words.count("info.notes", notes);
  return holds;
}

std::string summary_words(const Catalog& words, const RecoverySummary& summary) {
  std::string holds = holding_words(words, summary.documents, summary.notes);
  switch (summary.file) {
    case RecoverySummary::File::there:
      return words.text("recovery.differs", {{"difference", difference_words(words, summary.difference)}});
    case RecoverySummary::File::gone:
      return words.text("recovery.file_gone") + " · " + holds;
    case RecoverySummary::File::unreadable:
      return words.text("recovery.file_unreadable") + " · " + holds;
    case RecoverySummary::File::never_saved:
      break;
  }
  return holds;
}

std::optional<RecoveryGlimpse> newest_record_of(const std::string& folder, const std::string& file) {
  if (folder.empty()) return std::nullopt;
  const std::vector<RecoveryGlimpse> records = list_recoveries(folder);  // the newest first
  const std::string path = absolute_path(file);
  const auto found =
      std::ranges::find_if(records, [&](const RecoveryGlimpse& record) { return record.header.path == path; });
  return found == records.end() ? std::nullopt : std::optional(*found);
}

RecoveryOffers::~RecoveryOffers() { *is_ending_ = true; }

void RecoveryOffers::look(const std::string& folder, std::launch launch) {
  *is_ending_ = true;  // an earlier look
  is_ending_ = std::make_shared<std::atomic<bool>>(false);
  list_.clear();
  if (folder.empty()) return;
  const std::vector<RecoveryGlimpse> found = list_recoveries(folder);
  for (const RecoveryGlimpse& glimpse : found) {
    if (!glimpse.saved) list_.push_back(unread_offer(glimpse));
  }
  later_ = {};
  later_.start(launch, 0, [folder, found, is_ending = is_ending_] {
    clear_recoveries(folder, found);
    LookedInto looked;
    for (const RecoveryGlimpse& glimpse : found) {
      if (*is_ending) break;
      if (!glimpse.saved) look_into(folder, unread_offer(glimpse), looked);
    }
    for (const std::string& id : unlisted_recoveries(folder, found)) {
      const auto recovered = load_recovery(folder, id);
      if (recovered && !recovered->workbook) looked.unreadable.push_back(recovered->workbook.error());
    }
    return looked;
  });
  take_news();
}

bool RecoveryOffers::take_news() {
  if (!later_.is_there()) return false;
  LookedInto looked = later_.take();
  list_ = std::move(looked.offers);
  unreadable_ = std::move(looked.unreadable);
  return true;
}

}  // namespace canvasbook
