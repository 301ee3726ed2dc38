#include "model/call_search.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "model/base/catalog.h"
#include "model/call_gaps.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr double cue_weight = 1;
constexpr double synonym_weight = 0.9;
constexpr double title_weight = 0.3;
constexpr double as_written = 1;
constexpr double as_form = 0.97;
constexpr double as_beginning = 0.8;
constexpr double as_mistyped = 0.6;
constexpr double as_alike = 0.5;
constexpr size_t shortest_begun = 2;  // letters
constexpr size_t shortest_mistyped = 4;
constexpr size_t long_mistyped = 6;
constexpr size_t longest_mistyped = 40;  // a longer word has too many letters to leave out
constexpr size_t shortest_alike = 5;
constexpr size_t most_query_words = 20;
constexpr double common_word = 0.3;
constexpr size_t shortest_saying = 3;  // letters of the word that is being typed, from which on it says something

// The words of a text in small letters; apostrophes inside are left out: don't, dont.
std::vector<std::string> words_in(std::string_view text) {
  const std::string form = to_search_form(without_reading_marks(text));
  std::vector<std::string> words;
  bool is_inside = false;
  for (size_t at = 0; at < form.size();) {
    const char32_t letter = next_code_point(form, at);
    if (is_apostrophe(letter) && is_inside) continue;
    if (!is_word_character(letter)) {
      is_inside = false;
      continue;
    }
    if (!is_inside) words.emplace_back();
    is_inside = true;
    append_utf8(words.back(), letter);
  }
  return words;
}

// As words_in gives them.
std::unordered_set<std::string> common_words() {
  std::unordered_set<std::string> words;
  for (const Language language : {Language::ru, Language::en}) {
    for (std::string& word : words_in(Catalog::of(language).text("call.common_words"))) words.insert(std::move(word));
  }
  return words;
}

bool is_common(const std::string& word) {
  static const std::unordered_set<std::string> words = common_words();
  return words.contains(word);
}

std::u32string to_letters(std::string_view word) {
  std::u32string letters;
  for (size_t at = 0; at < word.size();) letters.push_back(next_code_point(word, at));
  return letters;
}

// FNV-1a, so that it is the same everywhere; `without`: the place of the letter that is left out.
std::uint64_t hash_without(const std::u32string& letters, size_t without) {
  std::uint64_t hash = 14695981039346656037U;
  for (size_t i = 0; i < letters.size(); ++i) {
    if (i == without) continue;
    hash = (hash ^ letters[i]) * 1099511628211U;
  }
  return hash;
}

// Calls use(hash) for the word itself and for each way to leave out one of its letters.
template <class Use>
void for_each_deletion(const std::u32string& letters, Use use) {
  for (size_t i = 0; i <= letters.size(); ++i) use(hash_without(letters, i));
}

// Whether two different words differ by one letter, or by two neighbours in exchanged order.
bool is_one_letter_off(const std::u32string& one, const std::u32string& other) {
  const std::u32string& longer = one.size() < other.size() ? other : one;
  const std::u32string& shorter = one.size() < other.size() ? one : other;
  if (longer.size() > shorter.size() + 1) return false;
  const size_t from = static_cast<size_t>(std::ranges::mismatch(longer, shorter).in1 - longer.begin());
  const std::u32string_view rest = std::u32string_view(longer).substr(from);
  const std::u32string_view other_rest = std::u32string_view(shorter).substr(from);
  if (rest.size() > other_rest.size()) return rest.substr(1) == other_rest;
  if (rest.empty() || rest.substr(1) == other_rest.substr(1)) return true;
  const bool is_exchanged = rest.size() > 1 && rest[0] == other_rest[1] && rest[1] == other_rest[0];
  return is_exchanged && rest.substr(2) == other_rest.substr(2);
}

bool may_be_mistyped(const std::u32string& typed, const std::u32string& meant) {
  const bool is_long = std::min(typed.size(), meant.size()) >= long_mistyped;
  return (is_long || typed.front() == meant.front()) && is_one_letter_off(typed, meant);
}

// Whether two words, or two stems, begin so much alike that they may say the same.
bool begin_alike(const std::u32string& one, const std::u32string& other, bool are_stems) {
  const size_t shorter = std::min(one.size(), other.size());
  const size_t longer = std::max(one.size(), other.size());
  const auto shared = static_cast<size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
  if (shared < shortest_alike) return false;
  return shared == shorter ? shared * 5 >= longer * 3 : are_stems && shared * 4 >= longer * 3;
}

bool is_number(const std::string& word) { return word.front() >= '0' && word.front() <= '9'; }

}  // namespace

CallIndex::CallIndex(const Document& document) {
  for (const auto& section : document.sections) {
    const auto* responses = std::get_if<Responses>(&section->content);
    if (responses == nullptr || is_gaps(*section)) continue;
    for (const Response& response : responses->responses) {
      if (trim(response.cue).empty()) continue;
      const size_t cue = cues_.size();
      cues_.push_back({&*section, &response});
      cue_lengths_.push_back(0);
      add_words(response.cue, cue, cue_weight);
      add_words(response.synonyms, cue, synonym_weight);
      add_words(section->title, cue, title_weight);
    }
  }
  std::ranges::sort(forms_, {}, [](const Form& form) { return std::tie(form.letters, form.term, form.is_stem); });
  forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
  for (size_t form = 0; form < forms_.size(); ++form) {
    const std::u32string& letters = forms_[form].letters;
    if (letters.size() + 1 < shortest_mistyped || letters.size() > longest_mistyped) continue;
    for_each_deletion(letters, [&](std::uint64_t hash) { deletions_.push_back({hash, form}); });
  }
  std::ranges::sort(deletions_, {}, [](const Deletion& one) { return std::tie(one.hash, one.form); });
  deletions_.erase(std::unique(deletions_.begin(), deletions_.end()), deletions_.end());
}

std::string CallIndex::stem_of(const std::string& word) {
  std::string stem = forms_of_words_.bases(word).front();
  if (stem.ends_with('*')) stem.pop_back();
  return stem;
}

void CallIndex::add_words(std::string_view text, size_t cue, double weight) {
  for (const std::string& word : words_in(text)) {
    std::string stem = stem_of(word);
    const auto [place, is_new] = terms_by_stem_.try_emplace(stem, terms_.size());
    const size_t term = place->second;
    if (is_new) {
      terms_.push_back({stem, {}});
      forms_.push_back({to_letters(stem), term, true});
    }
    auto& postings = terms_[term].postings;
    if (postings.empty() || postings.back().cue != cue)
      postings.push_back({cue, weight, 0});  // its best place is first
    auto& written = written_[word];
    if (written.empty() || written.back().cue != cue) written.push_back({cue, weight});
    forms_.push_back({to_letters(word), term, false});
    if (weight == cue_weight) {
      ++postings.back().words;
      ++cue_lengths_[cue];
    }
  }
}

std::vector<CallIndex::Fit> CallIndex::fits_of(const std::string& word, bool is_last) {
  std::vector<Fit> fits;
  const std::string stem = stem_of(word);
  if (const auto same = terms_by_stem_.find(stem); same != terms_by_stem_.end())
    fits.push_back({same->second, as_form, terms_[same->second].postings.size()});
  const std::u32string letters = to_letters(word);
  if (is_last && letters.size() >= shortest_begun) {
    std::vector<size_t> begun;
    for (auto form = std::ranges::lower_bound(forms_, letters, {}, &Form::letters);
         form != forms_.end() && form->letters.starts_with(letters); ++form) {
      begun.push_back(form->term);
    }
    std::ranges::sort(begun);
    begun.erase(std::unique(begun.begin(), begun.end()), begun.end());
    size_t cues = 0;
    for (const size_t term : begun) cues += terms_[term].postings.size();
    for (const size_t term : begun) fits.push_back({term, as_beginning, std::min(cues, cues_.size())});
  }
  const auto add_mistyped = [&](const std::u32string& typed, auto compares) {
    if (typed.size() < shortest_mistyped || typed.size() > longest_mistyped) return;
    for_each_deletion(typed, [&](std::uint64_t hash) {
      for (auto deletion = std::ranges::lower_bound(deletions_, hash, {}, &Deletion::hash);
           deletion != deletions_.end() && deletion->hash == hash; ++deletion) {
        const Form& form = forms_[deletion->form];
        if (!compares(form) || !may_be_mistyped(typed, form.letters)) continue;
        fits.push_back({form.term, as_mistyped, terms_[form.term].postings.size()});
      }
    });
  };
  add_mistyped(letters, [&](const Form& form) { return is_last || !form.is_stem; });
  const std::u32string own_stem = to_letters(stem);
  if (own_stem.size() >= long_mistyped)
    add_mistyped(own_stem, [](const Form& form) { return form.is_stem && form.letters.size() >= long_mistyped; });
  const auto add_alike = [&](const std::u32string& typed, bool are_stems) {
    if (typed.size() < shortest_alike) return;
    const std::u32string beginning = typed.substr(0, shortest_alike);
    for (auto form = std::ranges::lower_bound(forms_, beginning, {}, &Form::letters);
         form != forms_.end() && form->letters.starts_with(beginning); ++form) {
      if (form->is_stem != are_stems || !begin_alike(typed, form->letters, are_stems)) continue;
      fits.push_back({form->term, as_alike, terms_[form->term].postings.size()});
    }
  };
  add_alike(letters, false);
  add_alike(own_stem, true);
  // each stem once, as well as it fits
  std::ranges::sort(fits, [](const Fit& one, const Fit& other) {
    return one.term != other.term ? one.term < other.term : one.how_well > other.how_well;
  });
  const auto same_term = [](const Fit& one, const Fit& other) { return one.term == other.term; };
  fits.erase(std::unique(fits.begin(), fits.end(), same_term), fits.end());
  return fits;
}

std::vector<CallHit> CallIndex::find(std::string_view query, size_t most) {
  std::vector<std::string> words = words_in(query);
  if (words.size() > most_query_words) words.resize(most_query_words);
  std::vector<std::vector<Fit>> fits;
  for (size_t i = 0; i < words.size(); ++i) fits.push_back(fits_of(words[i], i + 1 == words.size()));
  bool says_something = false;  // by other than common words
  for (size_t i = 0; i < words.size(); ++i) {
    const bool is_unfinished = i + 1 == words.size() && fits[i].empty() &&
                               count_code_points(words[i]) < shortest_saying && !is_number(words[i]);
    says_something = says_something || (!is_common(words[i]) && !is_unfinished);
  }
  // what a cue scores: in all, with the word that is looked at, and how many of its own words were said
  struct Score {
    double all = 0;
    double of_word = 0;
    size_t words = 0;
    size_t words_of_word = 0;
    bool is_meant = false;  // has a word that is not common
  };
  std::vector<Score> scores(words.empty() ? 0 : cues_.size());
  std::vector<size_t> found;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool only_joins = says_something && is_common(words[i]);
    std::vector<size_t> with_word;
    for (const Fit& fit : fits[i]) {
      const double rarity = std::log(1 + static_cast<double>(cues_.size()) / static_cast<double>(fit.cues));
      // of its forms the one that was typed is looked for
      std::span<const Written> written;
      if (const auto place = written_.find(words[i]); fit.how_well == as_form && place != written_.end())
        written = place->second;
      for (const Posting& posting : terms_[fit.term].postings) {
        Score& score = scores[posting.cue];
        double fitting = fit.how_well * posting.weight;
        while (!written.empty() && written.front().cue < posting.cue) written = written.subspan(1);
        if (!written.empty() && written.front().cue == posting.cue)
          fitting = std::max(fitting, as_written * written.front().weight);
        const double now = fitting * rarity * (only_joins ? common_word : 1);
        if (score.of_word == 0) with_word.push_back(posting.cue);
        if (now <= score.of_word) continue;
        score.of_word = now;
        score.words_of_word = posting.words;
      }
    }
    for (const size_t cue : with_word) {
      Score& score = scores[cue];
      if (score.all == 0) found.push_back(cue);
      score.all += std::exchange(score.of_word, 0);
      score.words += std::exchange(score.words_of_word, 0);
      score.is_meant = score.is_meant || !only_joins;
    }
  }
  const auto is_said_whole = [&](size_t cue) {
    return cue_lengths_[cue] > 0 && scores[cue].words >= cue_lengths_[cue];
  };
  std::erase_if(found, [&](size_t cue) { return !scores[cue].is_meant && !is_said_whole(cue); });
  const auto share = [&](size_t cue) {
    return static_cast<double>(scores[cue].words) / static_cast<double>(std::max<size_t>(1, cue_lengths_[cue]));
  };
  const auto is_better = [&](size_t one, size_t other) {
    if (scores[one].all != scores[other].all) return scores[one].all > scores[other].all;
    if (share(one) != share(other)) return share(one) > share(other);
    return one < other;
  };
  const auto kept = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), kept, found.end(), is_better);
  std::vector<CallHit> hits;
  for (auto cue = found.begin(); cue != kept; ++cue) hits.push_back({*cue, scores[*cue].all});
  return hits;
}

}  // namespace canvasbook
