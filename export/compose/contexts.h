// What composing knows about a workbook, for one document after the other. Internal to export/.
#pragma once

#include "export/compose/options.h"
#include "export/compose/section.h"

namespace canvasbook {

// Looks the registers of a workbook up once. The workbook and this must outlive the contexts.
class ComposeContexts {
 public:
  // Of the options counts which documents are printed, and the date.
  ComposeContexts(const Workbook& workbook, const ComposeOptions& options);
  ComposeContexts(const ComposeContexts&) = delete;
  ComposeContexts& operator=(const ComposeContexts&) = delete;

  bool prints(const Document& document) const;
  ComposeContext of(const Document& document) const;

  const std::vector<Segment>& segments() const { return segments_; }
  const std::unordered_set<std::string_view>& answers() const { return answers_; }  // that are printed, by id
  const Placeholders& placeholders() const { return placeholders_; }

 private:
  const Workbook& workbook_;
  const ComposeOptions& options_;
  std::vector<Segment> segments_;
  IdIndex<Segment> segment_index_;
  TouchpointNames touchpoints_;
  std::unordered_set<std::string_view> answers_;
  Placeholders placeholders_;
};

}  // namespace canvasbook
