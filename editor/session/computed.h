// What is computed from an open workbook, each only when it is asked for: pages, findings, words. What takes long waits
// until the typing pauses; the last result stands meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "editor/session/cached.h"
#include "export/on_paper/parts.h"
#include "export/pages.h"
#include "export/text/fonts.h"
#include "model/find.h"
#include "model/item_edits.h"
#include "model/placeholders.h"
#include "model/registers.h"
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
  // waits. `today` is that of the review. With std::launch::async, what is too slow for a frame is computed on another
  // thread, and the answers are those of a moment ago until it is there; with std::launch::deferred on this one.
  explicit Computed(std::function<double()> stopwatch, std::launch slow = std::launch::deferred, const Date& today = {})
      : pace_(std::move(stopwatch), slow), today_(today) {}

  // Another day: what is due is reviewed anew.
  void begin_day(const Date& today);

  // Of the workbook of a revision. `shown` is one of its documents, or nullptr.
  const Pages& pages(const Workbook& workbook, std::uint64_t revision, const Document* shown);
  const std::vector<Finding>& findings(const Workbook& workbook, std::uint64_t revision, const Document* shown);
  void pass_over(FieldPlace written);  // no finding says that a cell does not suit that is still written in
  std::uint64_t findings_version() const { return findings_version_; }  // grows when findings() gives others
  size_t open_blanks() const { return open_blanks_; }                   // places of the author that these tell of
  size_t open_findings() const { return open_findings_; }               // of those last given, see count_open
  bool finds_broken() const { return finds_broken_; }                   // whether one of those is of that harm
  size_t words(const Workbook& workbook, std::uint64_t revision);
  size_t blanks(const Workbook& workbook, std::uint64_t revision,
                const Document* shown);  // the author’s, see blanks_left

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
  std::uint64_t found_version() const { return found_.version(); }      // grows when found() gives another answer

  // The registers, never put off.
  const std::vector<Segment>& segments(const Workbook& workbook, std::uint64_t revision);
  const std::vector<Touchpoint>& touchpoints(const Workbook& workbook, std::uint64_t revision);
  const RegisterList& entries(const Workbook& workbook, std::uint64_t revision, RegisterKind kind);
  // Of the touchpoints; another pointer only where a name is another.
  const std::vector<Placeholder>& placeholders(const Workbook& workbook, std::uint64_t revision);
  const std::shared_ptr<const TouchpointNames>& touchpoint_names(const Workbook& workbook, std::uint64_t revision);

  // Grows when pages() gives other pages.
  std::uint64_t pages_version() const { return laid_out_.version(); }

  // Called with growing seconds; returns whether something that waited is to be asked for now.
  bool tick(double seconds, std::uint64_t revision);

  Fonts& fonts() { return fonts_; }

 private:
  // What the pages of every document depend on, beside the document itself.
  struct Surroundings {
    Properties properties;
    Date modified;
    std::vector<Segment> segments;
    TouchpointNames touchpoints;
    Placeholders placeholders;

    bool operator==(const Surroundings&) const = default;
  };

  void look_around(const Workbook& workbook, std::uint64_t revision);
  bool is_current(const Shared<Document>& document) const;
  struct PageCaches;
  struct LaidOut {
    Pages pages;
    std::optional<OnPaper> paper;        // until it is kept
    std::shared_ptr<PageCaches> caches;  // for the next time
  };
  static LaidOut lay_out(const Workbook& workbook, const Shared<Document>& document, std::uint64_t surroundings,
                         std::shared_ptr<PageCaches> caches, Fonts& fonts);
  void keep(OnPaper paper);
  void lay_out_others(const Workbook& workbook, std::uint64_t revision);

  Pace pace_;
  Date today_;
  Fonts fonts_;
  std::shared_ptr<Fonts> fonts_beside_ = std::make_shared<Fonts>();  // of the other thread

  Cached<LaidOut> laid_out_;
  std::string pages_document_;

  Cached<std::vector<Finding>> reviewed_;                 // what the review of the model found
  std::optional<std::uint64_t> others_revision_;          // for which all documents are in on_paper_
  double others_seconds_ = 0;                             // that the last lot of them took
  std::map<std::string, OnPaper, std::less<>> on_paper_;  // by document
  bool findings_are_stale_ = true;
  FieldPlace written_;
  std::vector<Finding> findings_;
  std::uint64_t findings_version_ = 0;
  size_t open_findings_ = 0;
  size_t open_blanks_ = 0;
  bool finds_broken_ = false;

  Cached<std::vector<OutlinePart>> outline_;
  std::string outline_section_;
  Cached<size_t> words_;
  Cached<size_t> blanks_;
  std::string blanks_document_;

  FindQuery found_query_;
  WordForms word_forms_;
  Cached<Found> found_;

  Cached<std::vector<Segment>> segments_;
  Cached<std::vector<Touchpoint>> touchpoints_;
  Cached<std::vector<Placeholder>> placeholders_;
  Cached<std::shared_ptr<const TouchpointNames>> touchpoint_names_;
  Cached<RegisterList> entries_[std::size(all_registers)];  // by kind

  std::optional<std::uint64_t> seen_revision_;
  Surroundings surroundings_;
  std::uint64_t surroundings_version_ = 0;
};

}  // namespace canvasbook
