// The way from the client's words to the answer in a call: how many keys the words take until the right cue of the
// example's sales book is the first one, with the key that chooses its answer, and how long a key takes the search in a
// book of 5,000 cues. The words are in tests/model/call_search/heard.<language>.tsv: a cue's id, what one types. Ends
// with 1 where the right cue of some words never comes first.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "model/call_search.h"
#include "model/file/workbook_file.h"

using namespace canvasbook;

namespace {

double processor_ms() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Heard {
  std::string cue;
  std::string words;
};

std::vector<Heard> heard_words(const std::string& language) {
  std::ifstream lines(SOURCE_FOLDER "/tests/model/call_search/heard." + language + ".tsv");
  std::vector<Heard> heard;
  for (std::string line; std::getline(lines, line);) {
    const size_t tab = line.find('\t');
    heard.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return heard;
}

// The words as they are after each key.
std::vector<std::string> typed_by_key(const std::string& words) {
  std::vector<std::string> typed;
  for (size_t at = 0; at < words.size();) {
    ++at;
    while (at < words.size() && (static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80U) ++at;
    typed.push_back(words.substr(0, at));
  }
  return typed;
}

bool is_first(CallIndex& index, const std::string& query, const std::string& cue) {
  const std::vector<CallHit> hits = index.find(query, 1);
  return !hits.empty() && index.cues()[hits.front().cue].response->id == cue;
}

// Keys until the cue is first and stays there, with the one that chooses the answer; 0 where it is not first.
size_t keys_to_answer(CallIndex& index, const Heard& heard) {
  const std::vector<std::string> typed = typed_by_key(heard.words);
  size_t keys = 0;
  for (size_t key = typed.size(); key > 0 && is_first(index, typed[key - 1], heard.cue); --key) keys = key;
  return keys == 0 ? 0 : keys + 1;
}

bool is_good(const std::string& language) {
  const auto loaded = load_workbook(SOURCE_FOLDER "/assets/examples/coffee-shop." + language + ".canvasbook");
  if (!loaded) return false;
  const auto book =
      std::ranges::find_if(loaded->documents, [](const auto& document) { return document->id == "sales"; });
  if (book == loaded->documents.end()) return false;
  CallIndex index(**book);
  std::vector<size_t> keys;
  size_t misses = 0;
  for (const Heard& heard : heard_words(language)) {
    keys.push_back(keys_to_answer(index, heard));
    if (keys.back() == 0) {
      ++misses;
      const std::vector<CallHit> hits = index.find(heard.words, 1);
      std::printf("  %s is not first, but %s: %s\n", heard.cue.c_str(),
                  hits.empty() ? "nothing" : index.cues()[hits.front().cue].response->id.c_str(), heard.words.c_str());
    }
  }
  std::ranges::sort(keys);
  std::printf(
      "%s: %zu times words of clients, %zu without the right cue; keys to the answer: %zu at half of them, %zu at "
      "most\n",
      language.c_str(), keys.size(), misses, keys[keys.size() / 2], keys.back());
  return misses == 0;
}

// A book of many cues: words of clients by twos, with a number that tells them apart.
Document large_book(size_t cues) {
  std::vector<std::string> words;
  for (const Heard& heard : heard_words("ru")) words.push_back(heard.words);
  Document book;
  book.language = Language::ru;
  Section section;
  Responses responses;
  for (size_t cue = 0; cue < cues; ++cue) {
    Response& response = responses.responses.emplace_back();
    response.id = "cue" + std::to_string(cue);
    response.cue =
        words[cue % words.size()] + " " + words[cue / words.size() % words.size()] + " слово" + std::to_string(cue);
  }
  section.content = std::move(responses);
  book.sections.push_back(std::move(section));
  return book;
}

void measure_speed() {
  const Document book = large_book(5000);
  CallIndex index(book);
  double most = 0;
  double sum = 0;
  size_t count = 0;
  for (const Heard& heard : heard_words("ru")) {
    for (const std::string& query : typed_by_key(heard.words)) {
      const double start = processor_ms();
      index.find(query, 8);
      const double took = processor_ms() - start;
      most = std::max(most, took);
      sum += took;
      ++count;
    }
  }
  std::printf("5,000 cues: %.2f ms a key, %.2f at most\n", sum / static_cast<double>(count), most);
}

}  // namespace

int main() {
  const bool is_good_ru = is_good("ru");
  const bool is_good_en = is_good("en");
  measure_speed();
  return is_good_ru && is_good_en ? 0 : 1;
}
