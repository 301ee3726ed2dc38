#include "model/find.h"

#include <algorithm>
#include <optional>

#include "model/module_uses.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

// Calls visit(place, text, heading, is_fixed) for the texts of a workbook that stand in no document.
template <class AnyWorkbook, class Visit>
void for_each_text_of_its_own(AnyWorkbook& workbook, Visit visit) {
  visit(WrittenPlace{{}, {}, {}, "company"}, workbook.company);
  visit(WrittenPlace{{}, {}, {}, "author_role"}, workbook.author_role);
  for (size_t i = 0; i < workbook.dismissed.size(); ++i) {
    auto& dismissal = workbook.dismissed[i];
    visit(WrittenPlace{{}, {}, dismissal.item, "dismissed/" + std::to_string(i)}, dismissal.reason);
  }
}

class Finder {
 public:
  Finder(const FindQuery& query, WordForms& forms) : matcher_(query, forms) {}

  // Where the texts that follow stand.
  const Document* document = nullptr;
  const Section* section = nullptr;

  // The place is only made where there is a match.
  template <class MakePlace>
  void look(const std::string& text, const std::string* heading, bool is_fixed, MakePlace make_place) {
    const std::vector<MatchRange>& ranges = matcher_.find(text);
    if (ranges.empty()) return;
    const auto index = static_cast<std::uint32_t>(found.texts.size());
    found.texts.push_back({make_place(), &text, heading, document, section});
    for (const MatchRange range : ranges) found.hits.push_back({index, range, is_fixed || would_break(text, range)});
  }

  Found found;

 private:
  TextMatcher matcher_;
};

bool is_upper(char32_t letter) { return to_lower(letter) != letter; }

char32_t first_character(std::string_view text) {
  size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

// Writes into one text after another, as replace_hits says.
class Replacer {
 public:
  Replacer(const Found& found, std::span<const Hit> hits, const FindQuery& query, std::string_view with)
      : found_(found), hits_(hits), with_(to_nfc(with)) {
    const char32_t wanted = first_character(trim(query.text));
    const char32_t given = first_character(with_);
    const bool are_letters = is_word_character(wanted) && is_word_character(given);
    follows_case_ = !query.match_case && are_letters && is_upper(wanted) == is_upper(given);
  }

  bool is_at(std::string_view document) const { return next() != nullptr && next()->place.document == document; }
  bool is_at(std::string_view document, std::string_view section) const {
    return is_at(document) && next()->place.section == section;
  }

  // The hits of the next text, where its place is this one.
  void write(const WrittenPlace& place, std::string& text) {
    const FoundText* wanted = next();
    if (wanted == nullptr || wanted->place != place) return;
    const std::uint32_t index = hits_[done_].text;
    const bool is_same = text == *wanted->text;
    std::string result;
    size_t copied = 0;
    for (; done_ < hits_.size() && hits_[done_].text == index; ++done_) {
      const Hit& hit = hits_[done_];
      if (!is_same || hit.is_fixed || hit.range.begin < copied || hit.range.end > text.size()) continue;
      result.append(text, copied, hit.range.begin - copied);
      result += for_hit(std::string_view(text).substr(hit.range.begin, hit.range.end - hit.range.begin));
      copied = hit.range.end;
      ++replaced;
    }
    if (copied == 0) return;
    text = result.append(text, copied);
  }

  // What belongs to a section that is no longer there, or not in this order.
  void skip(std::string_view document, std::string_view section) {
    while (is_at(document, section)) ++done_;
  }
  void skip(std::string_view document) {
    while (is_at(document)) ++done_;
  }

  size_t replaced = 0;

 private:
  const FoundText* next() const { return done_ < hits_.size() ? &found_.text_of(hits_[done_]) : nullptr; }

  std::string for_hit(std::string_view hit) const {
    const char32_t first = first_character(with_);
    if (!follows_case_ || !is_word_character(first_character(hit))) return with_;
    return with_first(with_, is_upper(first_character(hit)) ? to_upper(first) : to_lower(first));
  }

  const Found& found_;
  std::span<const Hit> hits_;
  size_t done_ = 0;
  std::string with_;
  bool follows_case_ = false;
};

// The section with its hits replaced.
Section replaced_section(Section section, const std::string& document, Replacer& replacer) {
  const std::string id = section.id;
  replacer.write({document, id, {}, {}}, section.title);
  for_each_written_text(section.content, [&](const WrittenText<std::string>& at) {
    if (replacer.is_at(document, id)) {
      replacer.write({document, id, std::string(at.item), std::string(at.field)}, *at.text);
    }
  });
  replacer.skip(document, id);
  return section;
}

// Whether a range holds one of a pair of brackets without the other.
bool cuts_brackets(std::string_view text, MatchRange range) {
  const auto is_inside = [&](size_t at) { return at >= range.begin && at < range.end; };
  for (size_t at = range.begin; at < range.end; ++at) {
    if (text[at] == '[') {
      const size_t close = text.find_first_of("[]\n", at + 1);
      if (close != std::string_view::npos && text[close] == ']' && !is_inside(close)) return true;
    } else if (text[at] == ']' && at > 0) {
      const size_t open = text.find_last_of("[]\n", at - 1);
      if (open != std::string_view::npos && text[open] == '[' && !is_inside(open)) return true;
    }
  }
  return false;
}

}  // namespace

bool would_break(std::string_view text, MatchRange range) {
  if (cuts_brackets(text, range)) return true;
  constexpr size_t longest_address = 2000;  // so that a text without blanks costs no more
  const size_t least = range.begin > longest_address ? range.begin - longest_address : 0;
  size_t begin = range.begin;
  while (begin > least && static_cast<unsigned char>(text[begin - 1]) > ' ') --begin;
  const std::string_view before = text.substr(begin, range.begin - begin);
  const size_t target = before.rfind("](");
  if (target != std::string_view::npos && before.find(')', target) == std::string_view::npos) return true;
  constexpr std::string_view signs[] = {"http://", "https://", "www.", "mailto:"};
  constexpr size_t longest_sign = 8;
  const std::string_view around = text.substr(begin, range.end - begin + longest_sign);
  return std::ranges::any_of(signs, [&](std::string_view sign) { return around.find(sign) < range.end - begin; });
}

HitLine line_of(std::string_view text, MatchRange range) {
  const size_t before = range.begin == 0 ? std::string_view::npos : text.rfind('\n', range.begin - 1);
  const size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const size_t end = std::min(text.find('\n', range.begin), text.size());
  const auto in_line = [&](size_t at) { return static_cast<std::uint32_t>(std::min(at, end) - begin); };
  return {text.substr(begin, end - begin), {in_line(range.begin), in_line(range.end)}};
}

Found find_in(const Workbook& workbook, const FindQuery& query, WordForms& forms) {
  Finder finder(query, forms);
  finder.found.workbook = std::make_shared<const Workbook>(workbook);
  const Workbook& kept = *finder.found.workbook;
  if (query.text.empty()) return std::move(finder.found);
  for_each_text_of_its_own(kept, [&](const WrittenPlace& place, const std::string& text) {
    finder.look(text, nullptr, false, [&] { return place; });
  });
  for (const auto& document : kept.documents) {
    finder.document = &*document;
    finder.section = nullptr;
    finder.look(document->title, nullptr, false, [&] { return WrittenPlace{document->id, {}, {}, {}}; });
    for (const auto& section : document->sections) {
      finder.section = &*section;
      finder.look(section->title, nullptr, false, [&] { return WrittenPlace{document->id, section->id, {}, {}}; });
      for_each_written_text(section->content, [&](const WrittenText<const std::string>& at) {
        finder.look(*at.text, at.heading, at.is_fixed, [&] {
          return WrittenPlace{document->id, section->id, std::string(at.item), std::string(at.field)};
        });
      });
    }
  }
  return std::move(finder.found);
}

namespace {

// The sections in which hits stand, each once.
std::vector<std::string> sections_with_hits(const Found& found, std::span<const Hit> hits) {
  std::vector<std::string> sections;
  for (const Hit& hit : hits) {
    const std::string& section = found.text_of(hit).place.section;
    if (!section.empty() && (sections.empty() || sections.back() != section)) sections.push_back(section);
  }
  return sections;
}

}  // namespace

ReplaceResult replace_hits(const Workbook& workbook, const Found& found, std::span<const Hit> hits,
                           const FindQuery& query, std::string_view with) {
  ReplaceResult result{workbook, 0, 0};
  Replacer replacer(found, hits, query, with);
  for_each_text_of_its_own(result.workbook,
                           [&](const WrittenPlace& place, std::string& text) { replacer.write(place, text); });
  replacer.skip({});
  for (auto& shared : result.workbook.documents) {
    if (!replacer.is_at(shared->id)) continue;
    Document document = *shared;
    replacer.write({document.id, {}, {}, {}}, document.title);
    for (auto& section : document.sections) {
      if (replacer.is_at(document.id, section->id)) {
        section = replaced_section(*section, document.id, replacer);
      }
    }
    replacer.skip(document.id);
    shared = std::move(document);
  }
  for (const std::string& section : sections_with_hits(found, hits)) {
    result.workbook = keep_said_words(workbook, std::move(result.workbook), section);
  }
  result.replaced = replacer.replaced;
  result.left_out = hits.size() - replacer.replaced;
  return result;
}

}  // namespace canvasbook
