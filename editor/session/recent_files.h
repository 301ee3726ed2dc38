// What is known of the files that were open lately: whether they are there, and what the newest one holds. The disk is
// asked by a thread, since a lost network share can take minutes to answer.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/segments.h"
#include "model/workbook.h"

namespace canvasbook {

struct RecentFile {
  std::string path;
  int problem = 0;      // errno of what keeps it from being opened; 0 where it is there
  std::string changed;  // on the disk, local time: "2026-11-21 12:40"

  bool operator==(const RecentFile&) const = default;
};

// As much of a workbook as the start screen shows.
struct WorkbookGlimpse {
  std::string path;
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::uint64_t size = 0;     // bytes; of a very large file nothing below is known
  std::string title;          // the company, else the first document's title
  size_t documents = 0;
  size_t notes = 0;
  std::vector<Shared<Section>> sections;  // of the first document
  std::vector<Segment> segments;
};

class RecentFiles {
 public:
  // Asks the disk about these absolute paths, the newest first. Returns at once.
  void look(const std::vector<std::string>& paths);

  // Looks every few seconds; to be called at least twice a second. Returns whether there is news.
  bool tick(double seconds, const std::vector<std::string>& paths);

  // Waits for the answers, but not longer than this.
  void wait(std::chrono::milliseconds at_most);

  // What the disk said of a path, or nullptr before it answered.
  const RecentFile* find(std::string_view path) const;

  // The newest of the files that could be read, or nullptr.
  const WorkbookGlimpse* newest() const { return newest_.get(); }

 private:
  struct Look;

  static void run(const std::shared_ptr<Look>& look, const std::vector<std::string>& paths,
                  const std::shared_ptr<const WorkbookGlimpse>& before);
  bool take_answers();

  std::shared_ptr<Look> look_;  // shared with the thread, which may outlive this
  std::optional<std::vector<std::string>> next_;
  std::optional<double> looked_at_;
  std::vector<RecentFile> files_;
  std::shared_ptr<const WorkbookGlimpse> newest_;
};

}  // namespace canvasbook
