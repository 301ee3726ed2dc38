#include <cassert>
#include <span>

#include "model/base/embedded_file.h"
#include "model/base/json.h"
#include "model/review/standard_words.h"
#include "model/text/text.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_standard_words();

namespace {

StopPhrase read_vague_word(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  StopPhrase vague;
  vague.id = object.id("id");
  vague.wordings = object.texts("words");
  const std::string unless = object.text("unless");
  vague.unless_time = unless == "time";
  if (!unless.empty() && !vague.unless_time) object.fail(ErrorCode::bad_value, "unless", unless);
  if (vague.wordings.empty()) object.fail(ErrorCode::missing_field, "words", {});
  return vague;
}

std::unordered_set<std::string> read_folded_words(JsonObject& object, std::string_view key) {
  std::unordered_set<std::string> words;
  for (const std::string& word : object.texts(key)) words.insert(to_search_form(word));
  return words;
}

StandardWords load_standard_words(Language language) {
  auto read =
      read_standard_words(embedded_bytes(embedded_standard_words(), std::string(language_code(language)) + ".json"));
  assert(read && "the list is part of the program: the tests read it");
  return read ? std::move(*read) : StandardWords{};
}

}  // namespace

Result<StandardWords> read_standard_words(std::string_view text) {
  const auto json = parse_json(text);
  if (!json) return json.error();
  JsonErrors errors;
  const JsonPlace top;
  JsonObject object(*json, top, errors);
  StandardWords words;
  object.each("vague", [&](const Json& element, const JsonPlace& place) {
    words.vague.push_back(read_vague_word(element, place, errors));
  });
  words.actions = read_folded_words(object, "actions");
  words.links = read_folded_words(object, "and");
  words.whether = read_folded_words(object, "whether");
  words.between = read_folded_words(object, "between");
  for (const std::string& besides : object.texts("besides")) words.besides.push_back(to_search_form(besides));
  if (errors.any()) return errors.first();
  return words;
}

const StandardWords& standard_words(Language language) {
  static const StandardWords russian = load_standard_words(Language::ru);
  static const StandardWords english = load_standard_words(Language::en);
  return language == Language::ru ? russian : english;
}

}  // namespace canvasbook
