// The scheme of a call: where each answer of a document leads, and what follows from that. Pointers lead into the
// document that it was made of.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/workbook.h"

namespace canvasbook {

// What an answer leads to: nothing is said of it, another cue or a section, an end, or something that is not there.
enum class WayTo { nothing, cue, section, end, gone };

struct CallWay {
  const Answer* answer = nullptr;
  WayTo to = WayTo::nothing;
};

struct CallCue {
  const Response* response = nullptr;
  std::vector<CallWay> ways;  // one an answer that says something, in their order
};

// A section with cues, or one that an answer leads to.
struct CallStage {
  const Section* section = nullptr;
  std::vector<CallCue> cues;
};

struct CallScheme {
  std::vector<CallStage> stages;  // in the order of the document
};

// The scheme of a document; no stages where no answer of it leads anywhere. An answer leads to cues and sections of its
// own document only.
CallScheme call_scheme(const Document& document);

// What the scheme says of its cues. Each list is in the order of the scheme.
struct CallFaults {
  std::vector<const CallCue*> dead_ends;  // a cue of the talk with an answer after which nothing is said to follow, but
                                          // for those of a section that breaks off as a whole
  std::vector<const CallStage*> breaking_off;  // something leads to the section, and no answer of it says what follows
  std::vector<const CallStage*> unreached;     // leads on itself; nothing leads to it or to a cue of it
  std::vector<const CallCue*> endless;         // whatever is answered, the talk never comes to an end
};
CallFaults faults_of(const CallScheme& scheme);
CallFaults faults_of(CallScheme&&) = delete;  // the faults lead into the scheme

// How a talk ends, in words: "Agreed", or as the book calls it; empty for none.
std::string end_words(CallEnd end, const Catalog& words, std::string_view result = {});
std::string end_words(const Answer& answer, const Catalog& words);

// An end that a book has a name of its own for.
struct NamedEnd {
  CallEnd end = CallEnd::none;
  std::string result;

  bool operator==(const NamedEnd&) const = default;
};
// Those of a document, each once, by the kind of end and by the alphabet.
std::vector<NamedEnd> named_ends(const Document& document);

// The workbook with an answer that leads to a cue or a section, to an end, which may have a name of its own, or with
// neither to nothing.
Workbook lead_on(Workbook workbook, std::string_view answer, std::string_view to, CallEnd end,
                 std::string_view result = {});

}  // namespace canvasbook
