// The kind `responses`: cues and the answers to each, such as objections, questions of clients, ways past a secretary.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/unknown_fields.h"
#include "model/kinds/fields.h"

namespace canvasbook {

// How a talk ends with an answer.
enum class CallEnd { none, agreed, call_back, refused };
inline constexpr std::array<std::string_view, 4> call_end_names{"", "agreed", "call_back", "refused"};

// What is said: a speech module, which dialogues point at by its id. The talk goes on at a cue or a section, or it
// ends; an answer that does neither says nothing of what follows.
struct Answer {
  std::string id;
  std::string text;
  UnknownFields unknown;
  std::string leads_to = {};  // id of a cue or a section
  CallEnd end = CallEnd::none;
  std::string result = {};  // what the book calls that end: "Trial booked"; empty for the usual word

  bool operator==(const Answer&) const = default;
};

inline bool has_next_step(const Answer& answer) { return answer.end != CallEnd::none || !answer.leads_to.empty(); }

// What is heard or what happens, and what can be said to it.
struct Response {
  std::string id;
  std::string cue;
  std::vector<Answer> answers;
  UnknownFields unknown;
  std::string synonyms = {};  // other words that clients have for it, as the author lists them

  bool operator==(const Response&) const = default;
};

struct Responses {
  static constexpr bool is_list_of_items = true;

  std::string cue_title;  // what the cues of this section are, "Objection"
  std::vector<Response> responses;

  bool operator==(const Responses&) const = default;
};

// The response with an id, or with an answer of that id; nullptr for none.
const Response* response_with(const Responses& content, std::string_view item);

// The other words for a cue, each a line, as their author lists them: between semicolons or on lines of their own, or
// else between commas.
std::vector<std::string> synonyms_in(std::string_view list);

inline std::vector<Answer>& items_of(Response& response) { return response.answers; }

template <class Visitor, OneOf<Answer> Value>
void describe(Visitor& visitor, Value& answer) {
  visitor.id("id", answer.id);
  visitor.text("text", answer.text);
  visitor.link("leads_to", answer.leads_to);
  visitor.choice("end", answer.end, call_end_names);
  visitor.text("result", answer.result);
  visitor.unknown(answer.unknown);
}

template <class Visitor, OneOf<Response> Value>
void describe(Visitor& visitor, Value& response) {
  visitor.id("id", response.id);
  visitor.text("cue", response.cue);
  visitor.text("synonyms", response.synonyms);
  visitor.list("answers", response.answers);
  visitor.unknown(response.unknown);
}

template <class Visitor, OneOf<Responses> Value>
void describe(Visitor& visitor, Value& responses) {
  visitor.text("cue_title", responses.cue_title);
  visitor.list("responses", responses.responses);
}

// The list that a new item goes to where nothing says where.
inline auto& main_list(Responses& content) { return content.responses; }

}  // namespace canvasbook
