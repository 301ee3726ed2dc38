#include "editor/session/computed.h"

#include <algorithm>
#include <utility>

#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/on_paper/find_overfull.h"
#include "model/blank_places.h"
#include "model/review/groups.h"
#include "templates/untouched.h"

namespace canvasbook {

namespace {

const Shared<Document>* find_shared(const Workbook& workbook, std::string_view id) {
  const auto found =
      std::ranges::find_if(workbook.documents, [&](const Shared<Document>& document) { return document->id == id; });
  return found == workbook.documents.end() ? nullptr : &*found;
}

}  // namespace

bool Computed::tick(double seconds, std::uint64_t revision) {
  const bool has_news = laid_out_.is_news() || outline_.is_news() || words_.is_news() || blanks_.is_news();
  return pace_.tick(seconds, revision) || has_news;
}

void Computed::look_around(const Workbook& workbook, std::uint64_t revision) {
  if (seen_revision_ == revision) return;
  seen_revision_ = revision;
  Surroundings now{properties_of(workbook), workbook.modified, segments(workbook, revision),
                   *touchpoint_names(workbook, revision), Placeholders(workbook)};
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
  if (pages_document_ != id) {
    pages_document_ = id;
    laid_out_.clear();
  }
  if (document == nullptr) return laid_out_.value().pages;
  const bool is_new = laid_out_.renew_beside(pace_, revision, [&]() -> Cached<LaidOut>::Job {
    look_around(workbook, revision);
    if (!laid_out_.value().pages.pages.empty() && is_current(*document)) return {};  // something else changed
    return [workbook, document = *document, surroundings = surroundings_version_,
            caches = std::exchange(laid_out_.value().caches, nullptr), here = &fonts_,
            beside = fonts_beside_](Where where) {
      return lay_out(workbook, document, surroundings, caches, where == Where::here ? *here : *beside);
    };
  });
  if (is_new) keep(*std::exchange(laid_out_.value().paper, std::nullopt));
  return laid_out_.value().pages;
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
  if (!pace_.may_compute(others_seconds_, revision)) return;
  const double start = pace_.now();
  others_seconds_ = 0;
  for (const Shared<Document>& document : workbook.documents) {
    if (document->id == pages_document_ || is_current(document)) continue;
    if (others_seconds_ > Pace::quick) return pace_.wait();
    keep(*lay_out(workbook, document, surroundings_version_, nullptr, fonts_).paper);
    others_seconds_ = pace_.now() - start;
  }
  others_revision_ = revision;
}

void Computed::pass_over(FieldPlace written) {
  if (written == written_) return;
  written_ = std::move(written);
  findings_are_stale_ = true;
}

void Computed::begin_day(const Date& today) {
  today_ = today;
  reviewed_.forget();
}

const std::vector<Finding>& Computed::findings(const Workbook& workbook, std::uint64_t revision,
                                               const Document* shown) {
  pages(workbook, revision, shown);
  lay_out_others(workbook, revision);
  const bool reviewed = reviewed_.renew(pace_, revision, [&] { return review(workbook, is_untouched, today_); });
  if (!reviewed && !findings_are_stale_) return findings_;
  findings_are_stale_ = false;
  ++findings_version_;
  findings_ = reviewed_.value();
  for (const Shared<Document>& document : workbook.documents) {
    const auto known = on_paper_.find(document->id);
    if (known == on_paper_.end()) continue;
    findings_.insert(findings_.end(), known->second.findings.begin(), known->second.findings.end());
  }
  std::erase_if(findings_, [&](const Finding& finding) {
    return finding.rule == unsuited_cell_rule && FieldPlace{finding.items.front(), finding.field} == written_;
  });
  mark_dismissed(workbook, findings_);
  open_findings_ = count_open(findings_);
  open_blanks_ = count_blanks(findings_);
  finds_broken_ = std::ranges::any_of(
      findings_, [](const Finding& finding) { return counts(finding) && harm_of(finding.rule) == Harm::broken; });
  return findings_;
}

const std::vector<OutlinePart>& Computed::outline(const Section* shown, std::uint64_t revision) {
  const Prose* prose = shown == nullptr ? nullptr : std::get_if<Prose>(&shown->content);
  const std::string id = prose == nullptr ? std::string() : shown->id;
  if (std::exchange(outline_section_, id) != id) outline_.forget();
  outline_.renew_beside(pace_, revision, [&]() -> Cached<std::vector<OutlinePart>>::Job {
    const auto text = std::make_shared<const std::string>(prose == nullptr ? std::string() : prose->text);
    return [text](Where) { return outline_of(*text); };
  });
  return outline_.value();
}

void Computed::use_dictionaries(std::shared_ptr<const Spelling> dictionaries) {
  if (word_forms_.use(std::move(dictionaries)) && found_query_.word_forms) found_.forget();
}

const Found& Computed::found(const Workbook& workbook, std::uint64_t revision, const FindQuery& query, bool at_once) {
  if (query != found_query_ || (at_once && !found_.is_of(revision))) found_.forget();
  found_query_ = query;
  found_.renew(pace_, revision, [&] { return find_in(workbook, query, word_forms_); });
  return found_.value();
}

size_t Computed::words(const Workbook& workbook, std::uint64_t revision) {
  words_.renew_beside(pace_, revision,
                      [&]() -> Cached<size_t>::Job { return [workbook](Where) { return count_words(workbook); }; });
  return words_.value();
}

size_t Computed::blanks(const Workbook& workbook, std::uint64_t revision, const Document* shown) {
  const Shared<Document>* document = shown == nullptr ? nullptr : find_shared(workbook, shown->id);
  const std::string id = document == nullptr ? std::string() : shown->id;
  if (std::exchange(blanks_document_, id) != id) blanks_.forget();
  if (document == nullptr) return 0;
  blanks_.renew_beside(pace_, revision, [&]() -> Cached<size_t>::Job {
    return [workbook, document = *document](Where) { return blanks_left(workbook, *document).of_author.size(); };
  });
  return blanks_.value();
}

const std::vector<Segment>& Computed::segments(const Workbook& workbook, std::uint64_t revision) {
  return segments_.at_once(revision, [&] { return segment_register(workbook); });
}

const std::vector<Touchpoint>& Computed::touchpoints(const Workbook& workbook, std::uint64_t revision) {
  return touchpoints_.at_once(revision, [&] { return touchpoint_register(workbook); });
}

const std::vector<Placeholder>& Computed::placeholders(const Workbook& workbook, std::uint64_t revision) {
  return placeholders_.at_once(revision, [&] { return placeholder_register(workbook); });
}

const std::shared_ptr<const TouchpointNames>& Computed::touchpoint_names(const Workbook& workbook,
                                                                         std::uint64_t revision) {
  return touchpoint_names_.at_once(revision, [&] {
    TouchpointNames names = names_of(touchpoints(workbook, revision));
    const auto& known = touchpoint_names_.value();
    return known && *known == names ? known : std::make_shared<const TouchpointNames>(std::move(names));
  });
}

const RegisterList& Computed::entries(const Workbook& workbook, std::uint64_t revision, RegisterKind kind) {
  return entries_[static_cast<size_t>(kind)].at_once(revision, [&] { return list_register(workbook, kind); });
}

}  // namespace canvasbook
