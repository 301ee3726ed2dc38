#include "editor/session/computed.h"

#include <algorithm>
#include <utility>

#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/on_paper/find_overfull.h"

namespace canvasbook {

namespace {

constexpr double quick = 0.008;  // seconds; what takes no longer is done in the frame of the key
constexpr double slow = 0.016;   // what takes longer is computed on another thread
constexpr double pause = 0.15;   // seconds without a change

const Shared<Document>* find_shared(const Workbook& workbook, std::string_view id) {
  const auto found =
      std::ranges::find_if(workbook.documents, [&](const Shared<Document>& document) { return document->id == id; });
  return found == workbook.documents.end() ? nullptr : &*found;
}

}  // namespace

bool Computed::may_compute(double seconds, std::uint64_t revision) {
  if (seconds <= quick || quiet_revision_ == revision) return true;
  is_waiting_ = true;
  return false;
}

template <class Compute>
bool Computed::renew(Age& age, std::uint64_t revision, Compute compute) {
  if (age.revision == revision) return false;
  if (age.revision && !may_compute(age.seconds, revision)) return false;
  const double start = now();
  compute();
  age = {revision, now() - start};
  return true;
}

bool Computed::tick(double seconds, std::uint64_t revision) {
  if (ticked_revision_ != revision) {
    ticked_revision_ = revision;
    changed_at_ = seconds;
  }
  const bool has_news = later_pages_.is_news() || later_outline_.is_news() || later_words_.is_news();
  if (!is_waiting_ || seconds - changed_at_ < pause) return has_news;
  quiet_revision_ = revision;
  is_waiting_ = false;
  return true;
}

template <class Value, class MakeJob>
std::optional<Value> Computed::newest(Age& age, Later<Timed<Value>>& later, std::uint64_t revision, MakeJob make_job) {
  const auto take = [&]() -> std::optional<Value> {
    const bool is_wanted = later.is_wanted();
    auto [value, seconds] = later.take();
    if (!is_wanted) return std::nullopt;
    age = {later.revision(), seconds};
    if (age.revision != revision) is_waiting_ = true;  // for the next pause
    return std::move(value);
  };
  if (later.is_there()) {
    if (auto value = take()) return value;
  }
  if (age.revision == revision) return std::nullopt;
  if (age.revision && (later.is_coming() || !may_compute(age.seconds, revision))) return std::nullopt;
  const std::function<Value(Fonts&)> job = make_job();
  if (!job) {
    age.revision = revision;
    return std::nullopt;
  }
  if (!age.revision || age.seconds <= slow) {
    const double start = now();
    Value value = job(fonts_);
    age = {revision, now() - start};
    return value;
  }
  later.start(slow_, revision, [job, fonts = fonts_beside_, stopwatch = stopwatch_] {
    const double start = stopwatch();
    Value value = job(*fonts);
    return Timed<Value>(std::move(value), stopwatch() - start);
  });
  return later.is_there() ? take() : std::nullopt;
}

void Computed::look_around(const Workbook& workbook, std::uint64_t revision) {
  if (seen_revision_ == revision) return;
  seen_revision_ = revision;
  Surroundings now{properties_of(workbook), workbook.modified, segment_register(workbook), touchpoint_names(workbook)};
  if (now == surroundings_) return;
  surroundings_ = std::move(now);
  ++surroundings_version_;
}

bool Computed::is_current(const Shared<Document>& document) const {
  const auto known = on_paper_.find(document->id);
  return known != on_paper_.end() && known->second.document.same_as(document) &&
         known->second.surroundings == surroundings_version_;
}

struct Computed::PageCaches {
  ComposeCache composed;
  LayoutCache laid_out;
};

Computed::LaidOut Computed::lay_out(const Workbook& workbook, const Shared<Document>& document,
                                    std::uint64_t surroundings, std::shared_ptr<PageCaches> caches, Fonts& fonts) {
  ComposeOptions options{{}, {}, workbook.modified};
  options.documents = {document->id};
  if (caches == nullptr) caches = std::make_shared<PageCaches>();
  Pages pages =
      layout(compose(workbook, options, caches->composed), page_setup(workbook.page_size), fonts, {}, caches->laid_out);
  OnPaper paper{document, surroundings, find_overfull(pages), count_text_pages(pages), parts_on_paper(workbook, pages)};
  const std::vector<Finding> over_budget = find_over_budget(workbook, pages);
  paper.findings.insert(paper.findings.end(), over_budget.begin(), over_budget.end());
  return {std::move(pages), std::move(paper), std::move(caches)};
}

void Computed::keep(OnPaper paper) {
  const std::string document = paper.document->id;
  on_paper_.insert_or_assign(document, std::move(paper));
  findings_are_stale_ = true;
}

const Computed::OnPaper* Computed::on_paper(const std::string& document) const {
  const auto known = on_paper_.find(document);
  return known == on_paper_.end() ? nullptr : &known->second;
}

const Pages& Computed::pages(const Workbook& workbook, std::uint64_t revision, const Document* shown) {
  const Shared<Document>* document = shown == nullptr ? nullptr : find_shared(workbook, shown->id);
  const std::string id = document == nullptr ? std::string() : shown->id;
  if (pages_document_ != id || document == nullptr) {
    if (pages_document_ != id) ++pages_version_;
    pages_document_ = id;
    pages_age_ = {};
    pages_ = {};
    later_pages_.discard();
    if (document == nullptr) return pages_;
  }
  auto laid_out = newest<LaidOut>(pages_age_, later_pages_, revision, [&]() -> std::function<LaidOut(Fonts&)> {
    look_around(workbook, revision);
    if (!pages_.pages.empty() && is_current(*document)) return {};  // something else changed
    return [workbook, document = *document, surroundings = surroundings_version_,
            caches = std::exchange(page_caches_, nullptr)](Fonts& fonts) {
      return lay_out(workbook, document, surroundings, caches, fonts);
    };
  });
  if (!laid_out) return pages_;
  pages_ = std::move(laid_out->pages);
  page_caches_ = std::move(laid_out->caches);
  ++pages_version_;
  keep(std::move(laid_out->paper));
  return pages_;
}

// Lays out what is not shown for its findings alone, a few documents at a time.
void Computed::lay_out_others(const Workbook& workbook, std::uint64_t revision) {
  if (others_revision_ == revision) return;
  look_around(workbook, revision);
  std::erase_if(on_paper_, [&](const auto& entry) {
    const bool gone = find_shared(workbook, entry.first) == nullptr;
    findings_are_stale_ = findings_are_stale_ || gone;
    return gone;
  });
  if (!may_compute(others_seconds_, revision)) return;
  const double start = now();
  others_seconds_ = 0;
  for (const Shared<Document>& document : workbook.documents) {
    if (document->id == pages_document_ || is_current(document)) continue;
    if (others_seconds_ > quick) {
      is_waiting_ = true;
      return;
    }
    keep(lay_out(workbook, document, surroundings_version_, nullptr, fonts_).paper);
    others_seconds_ = now() - start;
  }
  others_revision_ = revision;
}

const std::vector<Finding>& Computed::findings(const Workbook& workbook, std::uint64_t revision,
                                               const Document* shown) {
  pages(workbook, revision, shown);
  lay_out_others(workbook, revision);
  const bool reviewed = renew(review_age_, revision, [&] { reviewed_ = review(workbook); });
  if (!reviewed && !findings_are_stale_) return findings_;
  findings_are_stale_ = false;
  findings_ = reviewed_;
  for (const Shared<Document>& document : workbook.documents) {
    const auto known = on_paper_.find(document->id);
    if (known == on_paper_.end()) continue;
    findings_.insert(findings_.end(), known->second.findings.begin(), known->second.findings.end());
  }
  mark_dismissed(workbook, findings_);
  return findings_;
}

const std::vector<OutlinePart>& Computed::outline(const Section* shown, std::uint64_t revision) {
  const Prose* prose = shown == nullptr ? nullptr : std::get_if<Prose>(&shown->content);
  const std::string id = prose == nullptr ? std::string() : shown->id;
  if (std::exchange(outline_section_, id) != id) {
    outline_age_ = {};
    later_outline_.discard();
  }
  using Parts = std::vector<OutlinePart>;
  auto parts = newest<Parts>(outline_age_, later_outline_, revision, [&]() -> std::function<Parts(Fonts&)> {
    const auto text = std::make_shared<const std::string>(prose == nullptr ? std::string() : prose->text);
    return [text](Fonts&) { return outline_of(*text); };
  });
  if (parts) outline_ = std::move(*parts);
  return outline_;
}

void Computed::use_dictionaries(std::shared_ptr<const Spelling> dictionaries) {
  if (word_forms_.use(std::move(dictionaries)) && found_query_.word_forms) found_age_ = {};
}

const Found& Computed::found(const Workbook& workbook, std::uint64_t revision, const FindQuery& query, bool at_once) {
  const bool is_other = !(query == found_query_);
  if (is_other || (at_once && found_age_.revision != revision)) found_age_ = {};
  found_query_ = query;
  renew(found_age_, revision, [&] {
    found_ = find_in(workbook, query, word_forms_);
    ++found_version_;
  });
  return found_;
}

size_t Computed::words(const Workbook& workbook, std::uint64_t revision) {
  const auto words = newest<size_t>(words_age_, later_words_, revision, [&]() -> std::function<size_t(Fonts&)> {
    return [workbook](Fonts&) { return count_words(workbook); };
  });
  return words_ = words.value_or(words_);
}

}  // namespace canvasbook
