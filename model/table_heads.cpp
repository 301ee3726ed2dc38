#include "model/table_heads.h"

#include <algorithm>
#include <array>
#include <span>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t longest_head = 60;  // characters

// Beginnings of words that say a field, each with a blank before it. The first that is found in a head decides.
struct HeadWords {
  std::string_view words;
  ImportField field;
};

constexpr auto responses_heads = std::to_array<HeadWords>({
    {" синоним", ImportField::synonyms},
    {" другие слова", ImportField::synonyms},
    {" другими словами", ImportField::synonyms},
    {" еще говорят", ImportField::synonyms},
    {" еще скажут", ImportField::synonyms},
    {" иначе говорят", ImportField::synonyms},
    {" synonym", ImportField::synonyms},
    {" other words", ImportField::synonyms},
    {" other wording", ImportField::synonyms},
    {" also say", ImportField::synonyms},
    {" also said", ImportField::synonyms},
    {" стоп", ImportField::nothing},
    {" stop", ImportField::nothing},
    {" нельзя", ImportField::nothing},
    {" не говор", ImportField::nothing},
    {" dont", ImportField::nothing},
    {" do not", ImportField::nothing},
    {" вместо", ImportField::nothing},
    {" instead", ImportField::nothing},
    {" почему", ImportField::nothing},
    {" причин", ImportField::nothing},
    {" why", ImportField::nothing},
    {" reason", ImportField::nothing},
    {" ответ", ImportField::answer},
    {" отвеч", ImportField::answer},
    {" отработк", ImportField::answer},
    {" аргумент", ImportField::answer},
    {" речевой модул", ImportField::answer},
    {" речевые модул", ImportField::answer},
    {" скрипт", ImportField::answer},
    {" что сказать", ImportField::answer},
    {" что говорить", ImportField::answer},
    {" что говорим", ImportField::answer},
    {" как сказать", ImportField::answer},
    {" мы говорим", ImportField::answer},
    {" менеджер", ImportField::answer},
    {" продавец", ImportField::answer},
    {" сотрудник", ImportField::answer},
    {" оператор", ImportField::answer},
    {" answer", ImportField::answer},
    {" respon", ImportField::answer},
    {" reply", ImportField::answer},
    {" replies", ImportField::answer},
    {" rebuttal", ImportField::answer},
    {" script", ImportField::answer},
    {" what we say", ImportField::answer},
    {" what to say", ImportField::answer},
    {" we say", ImportField::answer},
    {" argument", ImportField::answer},
    {" manager", ImportField::answer},
    {" staff", ImportField::answer},
    {" возражени", ImportField::cue},
    {" вопрос", ImportField::cue},
    {" ситуаци", ImportField::cue},
    {" реплик", ImportField::cue},
    {" клиент", ImportField::cue},
    {" покупател", ImportField::cue},
    {" отговорк", ImportField::cue},
    {" сомнени", ImportField::cue},
    {" что слышим", ImportField::cue},
    {" objection", ImportField::cue},
    {" question", ImportField::cue},
    {" situation", ImportField::cue},
    {" cue", ImportField::cue},
    {" customer", ImportField::cue},
    {" client", ImportField::cue},
    {" buyer", ImportField::cue},
    {" concern", ImportField::cue},
    {" what we hear", ImportField::cue},
    {" вариант", ImportField::answer},
    {" option", ImportField::answer},
    {" variant", ImportField::answer},
});

constexpr auto replacements_heads = std::to_array<HeadWords>({
    {" причин", ImportField::reason},
    {" почему", ImportField::reason},
    {" зачем", ImportField::reason},
    {" пояснени", ImportField::reason},
    {" объяснени", ImportField::reason},
    {" обосновани", ImportField::reason},
    {" reason", ImportField::reason},
    {" why", ImportField::reason},
    {" because", ImportField::reason},
    {" explanation", ImportField::reason},
    {" слышит", ImportField::hears},
    {" слышат", ImportField::hears},
    {" услыш", ImportField::hears},
    {" hears", ImportField::hears},
    {" client hear", ImportField::hears},
    {" they hear", ImportField::hears},
    {" customers hear", ImportField::hears},
    {" clients hear", ImportField::hears},
    {" замен", ImportField::replacement},
    {" вместо ", ImportField::replacement},
    {" replac", ImportField::replacement},
    {" instead", ImportField::replacement},
    {" стоп", ImportField::phrase},
    {" нельзя", ImportField::phrase},
    {" не говор", ImportField::phrase},
    {" не надо", ImportField::phrase},
    {" не стоит", ImportField::phrase},
    {" не следует", ImportField::phrase},
    {" запрещ", ImportField::phrase},
    {" запретн", ImportField::phrase},
    {" неправильн", ImportField::phrase},
    {" плох", ImportField::phrase},
    {" stop", ImportField::phrase},
    {" dont", ImportField::phrase},
    {" do not", ImportField::phrase},
    {" not to ", ImportField::phrase},
    {" never", ImportField::phrase},
    {" avoid", ImportField::phrase},
    {" forbidden", ImportField::phrase},
    {" banned", ImportField::phrase},
    {" wrong", ImportField::phrase},
    {" bad", ImportField::phrase},
    {" как сказать", ImportField::replacement},
    {" как говорить", ImportField::replacement},
    {" как надо", ImportField::replacement},
    {" как правильно", ImportField::replacement},
    {" что сказать", ImportField::replacement},
    {" говори", ImportField::replacement},
    {" правильн", ImportField::replacement},
    {" лучше", ImportField::replacement},
    {" можно", ImportField::replacement},
    {" say", ImportField::replacement},
    {" better", ImportField::replacement},
    {" use ", ImportField::replacement},
    {" фраз", ImportField::phrase},
    {" phrase", ImportField::phrase},
    {" выражени", ImportField::phrase},
    {" expression", ImportField::phrase},
});

constexpr auto check_heads = std::to_array<HeadWords>({
    {" раздел", ImportField::group},
    {" групп", ImportField::group},
    {" категори", ImportField::group},
    {" зона ", ImportField::group},
    {" блок", ImportField::group},
    {" section", ImportField::group},
    {" category", ImportField::group},
    {" group", ImportField::group},
    {" area", ImportField::group},
    {" критичн", ImportField::critical},
    {" critical", ImportField::critical},
    {" вес ", ImportField::weight},
    {" weight", ImportField::weight},
    {" тип", ImportField::scale},
    {" шкал", ImportField::scale},
    {" варианты", ImportField::scale},
    {" type", ImportField::scale},
    {" scale", ImportField::scale},
    {" options", ImportField::scale},
    {" choices", ImportField::scale},
    {" подтвержд", ImportField::evidence},
    {" доказат", ImportField::evidence},
    {" evidence", ImportField::evidence},
    {" proof", ImportField::evidence},
    {" требовани", ImportField::requirement},
    {" как должно", ImportField::requirement},
    {" описани", ImportField::requirement},
    {" норма ", ImportField::requirement},
    {" стандарт", ImportField::requirement},
    {" requirement", ImportField::requirement},
    {" description", ImportField::requirement},
    {" what good", ImportField::requirement},
    {" expected", ImportField::requirement},
    {" standard", ImportField::requirement},
    {" пункт", ImportField::check},
    {" провер", ImportField::check},
    {" критери", ImportField::check},
    {" параметр", ImportField::check},
    {" показател", ImportField::check},
    {" item", ImportField::check},
    {" check", ImportField::check},
    {" title", ImportField::check},
    {" criteri", ImportField::check},
    {" parameter", ImportField::check},
    {" what is looked", ImportField::check},
});

// Of items of a check list, where it is known that they are.
constexpr auto question_heads = std::to_array<HeadWords>({{" вопрос", ImportField::check},
                                                          {" назван", ImportField::check},
                                                          {" question", ImportField::check},
                                                          {" name", ImportField::check}});

// Of responses, where it is known that they are.
constexpr auto phrase_heads = std::to_array<HeadWords>({{" фраз", ImportField::cue}, {" phrase", ImportField::cue}});

std::span<const HeadWords> heads_of(ImportKind kind) {
  switch (kind) {
    case ImportKind::responses:
      return responses_heads;
    case ImportKind::replacements:
      return replacements_heads;
    case ImportKind::checks:
      break;
  }
  return check_heads;
}

// Further names where the kind of the table is known.
std::span<const HeadWords> further_heads_of(ImportKind kind) {
  if (kind == ImportKind::responses) return phrase_heads;
  if (kind == ImportKind::checks) return question_heads;
  return {};
}

// Its words in small letters, a blank before and behind each: "Don't say №1" is " dont say ".
std::string words_of_head(std::string_view head) {
  const std::string letters = to_search_form(head);
  std::string words = " ";
  for (size_t at = 0; at < letters.size();) {
    const char32_t character = next_code_point(letters, at);
    if (is_apostrophe(character)) continue;
    if (is_word_character(character) && !is_digit(character)) {
      append_utf8(words, character);
    } else if (!words.ends_with(' ')) {
      words += ' ';
    }
  }
  if (!words.ends_with(' ')) words += ' ';
  return words;
}

ImportField field_in(std::span<const HeadWords> known, std::string_view words) {
  const auto found =
      std::ranges::find_if(known, [&](const HeadWords& one) { return words.find(one.words) != words.npos; });
  return found == known.end() ? ImportField::nothing : found->field;
}

ImportField field_of_head(std::string_view head, ImportKind kind, HeadsOf heads) {
  const std::string words = words_of_head(head);
  const bool names_what_goes =  // beside a column of what comes: "Вместо" | "Говорим"
      words == " вместо " || words.starts_with(" вместо чего ") || words.starts_with(" instead of ");
  if (kind == ImportKind::replacements && names_what_goes) return ImportField::phrase;
  const ImportField field = field_in(heads_of(kind), words);
  const bool is_unknown = field == ImportField::nothing && heads == HeadsOf::known_kind;
  return is_unknown ? field_in(further_heads_of(kind), words) : field;
}

// A sentence is no name.
bool can_be_head(std::string_view cell) {
  if (count_code_points(cell) > longest_head) return false;
  const bool ends_as_sentence = cell.ends_with('.') || cell.ends_with('!') || cell.ends_with("…");
  return !ends_as_sentence || count_code_points(cell) <= 8;  // such as "№ п. п."
}

}  // namespace

std::vector<ImportField> fields_of_heads(const std::vector<std::string>& row, ImportKind kind, HeadsOf heads) {
  std::vector<ImportField> fields;
  size_t written = 0;
  size_t known = 0;
  for (const std::string& cell : row) {
    const std::string_view head = trim(cell);
    if (!can_be_head(head)) return std::vector<ImportField>(row.size(), ImportField::nothing);
    fields.push_back(head.empty() ? ImportField::nothing : field_of_head(head, kind, heads));
    written += head.empty() ? 0 : 1;
    known += fields.back() == ImportField::nothing ? 0 : 1;
  }
  const bool is_head = written > 1 && (known > 1 || (known == 1 && written <= 3));
  if (!is_head) fields.assign(row.size(), ImportField::nothing);
  return fields;
}

bool is_head_of_count(std::string_view head) {
  const std::string words = words_of_head(head);
  constexpr std::array<std::string_view, 9> known{" ",       " no ", " n ",      " nr ",       " п п ",
                                                  " номер ", " пп ", " number ", " номер п п "};
  return std::ranges::find(known, std::string_view(words)) != known.end();
}

}  // namespace canvasbook
