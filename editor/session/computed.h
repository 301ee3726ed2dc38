// What is computed from an open workbook, each only when it is asked for: pages, findings, words. What takes long waits
// until the typing pauses; the last result stands meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "editor/system/later.h"
#include "export/on_paper/parts.h"
#include "export/pages.h"
#include "export/text/fonts.h"
#include "model/find.h"
#include "model/review/review.h"
#include "model/segments.h"
#include "model/text/outline.h"
#include "model/text/spelling.h"
#include "model/touchpoints.h"
#include "model/workbook.h"

namespace canvasbook {

class Computed {
 public:
  // `stopwatch` gives seconds that only grow, to any thread; without one everything counts as quick and nothing ever
  // waits. With std::launch::async, what is too slow for a frame is computed on another thread, and the answers are
  // those of a moment ago until it is there; with std::launch::deferred on this one.
  explicit Computed(std::function<double()> stopwatch, std::launch slow = std::launch::deferred)
      : stopwatch_(std::move(stopwatch)), slow_(slow) {}

  // Of the workbook of a revision. `shown` is one of its documents, or nullptr.
  const Pages& pages(const Workbook& workbook, std::uint64_t revision, const Document* shown);
  const std::vector<Finding>& findings(const Workbook& workbook, std::uint64_t revision, const Document* shown);
  size_t words(const Workbook& workbook, std::uint64_t revision);

  // What was last found out about a document's place on paper; nullptr before that. The shown one is known once its
  // pages were asked for, the others once the findings were.
  struct OnPaper {
    Shared<Document> document;
    std::uint64_t surroundings = 0;
    std::vector<Finding> findings;
    size_t text_pages = 0;  // see count_text_pages
    PaperParts parts;
  };
  const OnPaper* on_paper(const std::string& document) const;

  const std::vector<OutlinePart>& outline(const Section* shown, std::uint64_t revision);  // none where it is no prose

  // What a query finds; another query than the last one, and any with `at_once`, is not put off.
  const Found& found(const Workbook& workbook, std::uint64_t revision, const FindQuery& query, bool at_once);
  void use_dictionaries(std::shared_ptr<const Spelling> dictionaries);  // for forms of words; nullptr for none
  std::uint64_t found_version() const { return found_version_; }        // grows when found() gives another answer

  // Grows when pages() gives other pages.
  std::uint64_t pages_version() const { return pages_version_; }

  // Called with growing seconds; returns whether something that waited is to be asked for now.
  bool tick(double seconds, std::uint64_t revision);

  Fonts& fonts() { return fonts_; }

 private:
  // For which revision something was computed, and how long that took.
  struct Age {
    std::optional<std::uint64_t> revision;
    double seconds = 0;
  };

  // What the pages of every document depend on, beside the document itself.
  struct Surroundings {
    Properties properties;
    Date modified;
    std::vector<Segment> segments;
    TouchpointNames touchpoints;

    bool operator==(const Surroundings&) const = default;
  };

  template <class Compute>
  bool renew(Age& age, std::uint64_t revision, Compute compute);
  bool may_compute(double seconds, std::uint64_t revision);

  // With how long it took, in seconds.
  template <class Value>
  using Timed = std::pair<Value, double>;
  // The newest value there is that was not given before, or nothing. `make_job` gives what computes it, or an empty
  // function where nothing changed; the job works with the fonts that it is given.
  template <class Value, class MakeJob>
  std::optional<Value> newest(Age& age, Later<Timed<Value>>& later, std::uint64_t revision, MakeJob make_job);
  double now() const { return stopwatch_ ? stopwatch_() : 0; }
  void look_around(const Workbook& workbook, std::uint64_t revision);
  bool is_current(const Shared<Document>& document) const;
  struct PageCaches;
  struct LaidOut {
    Pages pages;
    OnPaper paper;
    std::shared_ptr<PageCaches> caches;  // for the next time
  };
  static LaidOut lay_out(const Workbook& workbook, const Shared<Document>& document, std::uint64_t surroundings,
                         std::shared_ptr<PageCaches> caches, Fonts& fonts);
  void keep(OnPaper paper);
  void lay_out_others(const Workbook& workbook, std::uint64_t revision);

  std::function<double()> stopwatch_;
  std::launch slow_;
  Fonts fonts_;
  std::shared_ptr<Fonts> fonts_beside_ = std::make_shared<Fonts>();  // of the other thread

  Age pages_age_;
  Later<Timed<LaidOut>> later_pages_;
  std::string pages_document_;
  Pages pages_;
  std::uint64_t pages_version_ = 0;
  std::shared_ptr<PageCaches> page_caches_;  // of the shown document, for the next change in it

  Age review_age_;
  std::vector<Finding> reviewed_;                         // what the review of the model found
  std::optional<std::uint64_t> others_revision_;          // for which all documents are in on_paper_
  double others_seconds_ = 0;                             // that the last lot of them took
  std::map<std::string, OnPaper, std::less<>> on_paper_;  // by document
  bool findings_are_stale_ = true;
  std::vector<Finding> findings_;

  Age outline_age_;
  Later<Timed<std::vector<OutlinePart>>> later_outline_;
  std::string outline_section_;
  std::vector<OutlinePart> outline_;

  Age words_age_;
  Later<Timed<size_t>> later_words_;
  size_t words_ = 0;

  Age found_age_;
  FindQuery found_query_;
  WordForms word_forms_;
  Found found_;
  std::uint64_t found_version_ = 0;

  std::optional<std::uint64_t> seen_revision_;
  Surroundings surroundings_;
  std::uint64_t surroundings_version_ = 0;

  bool is_waiting_ = false;
  std::optional<std::uint64_t> quiet_revision_;   // after which the typing paused
  std::optional<std::uint64_t> ticked_revision_;  // of the last tick
  double changed_at_ = 0;
};

}  // namespace canvasbook
