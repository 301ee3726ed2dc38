// What composing knows about a workbook, for one document after the other. Internal to export/.
#pragma once

#include <map>
#include <string>

#include "export/compose/options.h"
#include "export/compose/section.h"

namespace canvasbook {

// Looks the registers of a workbook up once. The workbook and this must outlive the contexts.
class ComposeContexts {
 public:
  // Of the options counts which documents and sections are printed, and the date.
  ComposeContexts(const Workbook& workbook, const ComposeOptions& options);
  ComposeContexts(const ComposeContexts&) = delete;
  ComposeContexts& operator=(const ComposeContexts&) = delete;

  // Whether a document of the workbook is chosen; of chosen sections it has at least one.
  bool prints(const Document& document) const;
  // Of a document with its chosen sections alone.
  ComposeContext of(const Document& whole) const;

  const std::vector<Segment>& segments() const { return segments_; }
  const std::unordered_set<std::string_view>& answers() const { return answers_; }  // that are printed, by id
  const Placeholders& placeholders() const { return placeholders_; }

 private:
  void add_part(const Document& document);
  const Document& printed(const Document& document) const;

  const Workbook& workbook_;
  const ComposeOptions& options_;
  std::map<std::string, Document> parts_;  // of documents, where sections are chosen: by id, with these alone
  std::vector<Segment> segments_;
  IdIndex<Segment> segment_index_;
  TouchpointNames touchpoints_;
  std::unordered_set<std::string_view> answers_;
  Placeholders placeholders_;
};

}  // namespace canvasbook
