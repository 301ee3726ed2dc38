#include <array>
#include <cassert>
#include <span>

#include "model/base/embedded_file.h"
#include "model/base/json.h"
#include "model/stop_phrases/stop_list.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_stop_lists();

namespace {

// Whether a member is the one word that it may be; false where there is none.
bool is_set(JsonObject& object, std::string_view key, std::string_view word) {
  const std::string text = object.text(key);
  if (!text.empty() && text != word) object.fail(ErrorCode::bad_value, key, text);
  return text == word;
}

StopPhrase read_phrase(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  StopPhrase phrase;
  phrase.id = object.id("id");
  phrase.wordings = object.texts("phrases");
  phrase.replacement = object.required_text("replacement");
  phrase.reason = object.required_text("reason");
  phrase.hears = object.required_text("hears");
  phrase.except = object.texts("except");
  phrase.unless_time = is_set(object, "unless", "time");
  phrase.only_alone = is_set(object, "only", "alone");
  if (phrase.wordings.empty()) object.fail(ErrorCode::missing_field, "phrases", {});
  return phrase;
}

StartingStopList load(Language language) {
  auto read = read_stop_list(embedded_bytes(embedded_stop_lists(), std::string(language_code(language)) + ".json"));
  assert(read && "the list is part of the program: the tests read it");
  return read ? std::move(*read) : StartingStopList{};
}

}  // namespace

Result<StartingStopList> read_stop_list(std::string_view text) {
  const auto json = parse_json(text);
  if (!json) return json.error();
  JsonErrors errors;
  const JsonPlace top;
  JsonObject object(*json, top, errors);
  StartingStopList list;
  object.each("phrases", [&](const Json& element, const JsonPlace& place) {
    list.phrases.push_back(read_phrase(element, place, errors));
  });
  StopConditions& conditions = list.conditions;
  conditions.times = object.texts("times");
  conditions.time_blanks = object.texts("time_blanks");
  conditions.negations = object.texts("negations");
  conditions.advice = object.texts("advice");
  conditions.advice_ends = object.texts("advice_ends");
  object.each("irregular", [&](const Json& element, const JsonPlace& place) {
    JsonObject forms(element, place, errors);
    conditions.irregular.push_back(forms.texts("forms"));
  });
  if (errors.any()) return errors.first();
  return list;
}

const StartingStopList& starting_stop_list(Language language) {
  static const StartingStopList russian = load(Language::ru);
  static const StartingStopList english = load(Language::en);
  return language == Language::ru ? russian : english;
}

}  // namespace canvasbook
