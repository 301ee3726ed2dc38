// The kind `responses`: cues and the answers to each, such as objections, questions of clients, ways past a secretary.
#pragma once

#include <string>
#include <vector>

#include "model/base/unknown_fields.h"
#include "model/kinds/fields.h"

namespace canvasbook {

// What is said: a speech module, which dialogues point at by its id.
struct Answer {
  std::string id;
  std::string text;
  UnknownFields unknown;

  bool operator==(const Answer&) const = default;
};

// What is heard or what happens, and what can be said to it.
struct Response {
  std::string id;
  std::string cue;
  std::vector<Answer> answers;
  UnknownFields unknown;

  bool operator==(const Response&) const = default;
};

struct Responses {
  std::string cue_title;  // what the cues of this section are, "Objection"
  std::vector<Response> responses;

  bool operator==(const Responses&) const = default;
};

inline std::vector<Answer>& items_of(Response& response) { return response.answers; }

template <class Visitor, OneOf<Answer> Value>
void describe(Visitor& visitor, Value& answer) {
  visitor.id("id", answer.id);
  visitor.text("text", answer.text);
  visitor.unknown(answer.unknown);
}

template <class Visitor, OneOf<Response> Value>
void describe(Visitor& visitor, Value& response) {
  visitor.id("id", response.id);
  visitor.text("cue", response.cue);
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
