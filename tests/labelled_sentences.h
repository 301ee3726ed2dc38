// Sentences with the STOP phrases that are to be found in them: tests/model/stop_phrases/<set>.tsv.
#pragma once

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "model/stop_phrases/matcher.h"

namespace canvasbook::samples {

struct LabelledSentence {
  std::set<std::string> ids;  // of the phrases
  std::string text;
};

inline std::vector<LabelledSentence> labelled_sentences(const std::string& set) {
  std::ifstream lines(SOURCE_FOLDER "/tests/model/stop_phrases/" + set + ".tsv");
  std::vector<LabelledSentence> sentences;
  for (std::string line; std::getline(lines, line);) {
    const size_t tab = line.find('\t');
    std::istringstream ids(line.substr(0, tab));
    LabelledSentence sentence{{}, line.substr(tab + 1)};
    for (std::string id; ids >> id;) {
      if (id != "-") sentence.ids.insert(id);
    }
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

struct Quality {
  double recall = 0;     // of the phrases that are there, the share that is found
  double precision = 0;  // of what is found, the share that is there
  std::vector<std::string> misses;
};

inline Quality quality_of(StopPhraseMatcher& matcher, const std::vector<StopPhrase>& phrases,
                          const std::vector<LabelledSentence>& sentences) {
  Quality quality;
  double right = 0;
  double there = 0;
  double told = 0;
  for (const LabelledSentence& sentence : sentences) {
    std::set<std::string> found;
    for (const StopMatch& match : matcher.find(sentence.text)) found.insert(phrases[match.phrase].id);
    there += static_cast<double>(sentence.ids.size());
    told += static_cast<double>(found.size());
    for (const std::string& id : found) {
      if (sentence.ids.contains(id)) {
        ++right;
      } else {
        quality.misses.push_back("too much: " + id + ": " + sentence.text);
      }
    }
    for (const std::string& id : sentence.ids) {
      if (!found.contains(id)) quality.misses.push_back("not found: " + id + ": " + sentence.text);
    }
  }
  quality.recall = there == 0 ? 1 : right / there;
  quality.precision = told == 0 ? 1 : right / told;
  return quality;
}

}  // namespace canvasbook::samples
