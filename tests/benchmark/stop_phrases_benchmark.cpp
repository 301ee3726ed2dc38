// How well STOP phrases are found in labelled sentences, and how quickly: recall and precision of each set, with every
// miss, and sentences a second. A set is held out (nothing is tuned on it) or for tuning; see tests/model/stop_phrases.
// Ends with 1 where one that is held out falls below what is promised. Arguments: names of sets to look at, else all.
#include <time.h>

#include <cstdio>
#include <string>
#include <vector>

#include "model/stop_phrases/matcher.h"
#include "tests/dictionaries.h"
#include "tests/labelled_sentences.h"

using namespace canvasbook;

namespace {

constexpr double least = 0.98;

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

bool is_good(const std::string& set) {
  const Language language = *language_of(set.substr(0, 2));
  WordForms forms(samples::shared_spelling());
  const StartingStopList& list = starting_stop_list(language);
  StopPhraseMatcher matcher(list.conditions, list.phrases, forms);
  const std::vector<samples::LabelledSentence> sentences = samples::labelled_sentences(set);
  const samples::Quality quality = samples::quality_of(matcher, list.phrases, sentences);
  for (const std::string& miss : quality.misses) std::printf("  %s\n", miss.c_str());
  size_t count = 0;
  const double start = processor_seconds();
  while (processor_seconds() - start < 0.5) {
    for (const auto& sentence : sentences) matcher.find(sentence.text);
    count += sentences.size();
  }
  const double seconds = processor_seconds() - start;
  std::printf("%s: %zu sentences, recall %.4f, precision %.4f, %.0f sentences a second\n", set.c_str(),
              sentences.size(), quality.recall, quality.precision, static_cast<double>(count) / seconds);
  return !set.ends_with("held_out") || (quality.recall >= least && quality.precision >= least);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> sets(arguments + 1, arguments + count);
  if (sets.empty()) sets = {"ru.tuning", "en.tuning", "ru.held_out", "en.held_out"};
  bool all_good = true;
  for (const std::string& set : sets) all_good = is_good(set) && all_good;
  return all_good ? 0 : 1;
}
