// Composing a document section by section, keeping what did not change. Internal to export/.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/compose/section.h"

namespace canvasbook {

// What the parts of every section of a document depend on, beside the section and what all documents share.
struct ComposeSurroundings {
  std::string date;
  std::string title;
  Language language = Language::ru;
  PaperStyle paper;
  size_t boards = 0;
  TouchpointNames touchpoints;  // that the document names
  NumberedPlaces steps;         // see steps_of
  bool with_definitions = false;
  std::string rules;  // see marking_rules

  bool operator==(const ComposeSurroundings&) const = default;
};

using SharedParts = std::vector<std::shared_ptr<const PrintPart>>;

// A part, new or as it was before.
struct ComposedPart {
  std::optional<PrintPart> made;  // only until its place in the document is known
  std::shared_ptr<const PrintPart> kept;

  const PrintPart& operator*() const { return made ? *made : *kept; }
};

// A document as it was composed last.
struct ComposedDocument {
  struct KeptSection {
    Shared<Section> section;  // keeps it alive, so that no other section gets its address
    size_t cards_before = 0;
    std::vector<ComposedPart> parts;
  };

  ComposeSurroundings surroundings;
  std::unordered_map<const Section*, KeptSection> sections;
};

// The parts of a document. `kept` is what it was before, and becomes what it is now.
SharedParts compose_document(const ComposeContext& context, ComposedDocument& kept);

}  // namespace canvasbook
