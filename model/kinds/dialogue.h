// The kind `dialogue`: a talk, line by line, by roles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/base/unknown_fields.h"
#include "model/kinds/fields.h"

namespace canvasbook {

struct Speaker {
  std::string id;  // unique in its dialogue
  std::string title;
  bool is_client = false;  // what clients say is not held against the STOP list
  UnknownFields unknown;

  bool operator==(const Speaker&) const = default;
};

struct DialogueLine {
  std::string id;
  std::string speaker;  // id of the speaker
  std::string text;
  std::string module;  // id of the answer that this line says or adapts, or empty
  UnknownFields unknown;
  // The words of that answer which the line has, kept when the answer changes; see module_uses.h.
  std::string said = {};

  bool operator==(const DialogueLine&) const = default;
};

inline constexpr int longest_talk = 999;  // minutes

// How many words are said in a minute of a talk. A comfortable conversation has 120 to 150, on the telephone 125 to 150
// (English; the National Center for Voice and Speech gives about 150 as the average). The slow end leaves room for
// thinking and for Russian, whose words are longer.
inline constexpr int words_a_minute = 120;

struct Dialogue {
  static constexpr bool is_list_of_items = true;

  std::string situation;
  std::vector<Speaker> speakers;
  std::vector<DialogueLine> lines;
  int minutes = 0;  // that the talk is meant to take; 0 for any time

  bool operator==(const Dialogue&) const = default;
};

// The speaker with an id, or nullptr.
const Speaker* find_speaker(const Dialogue& dialogue, std::string_view speaker);

// How many whole minutes it takes to say all its lines, a begun one counting; 0 where nothing is said.
int minutes_said(const Dialogue& dialogue);

// Pure edits beside those of item_lists.h. A speaker whose lines stand in the dialogue stays: they would be nobody's.
Dialogue remove_speaker(Dialogue dialogue, std::string_view speaker);

template <class Visitor, OneOf<Speaker> Value>
void describe(Visitor& visitor, Value& speaker) {
  visitor.local_id("id", speaker.id);
  visitor.text("title", speaker.title);
  visitor.flag("is_client", speaker.is_client);
  visitor.unknown(speaker.unknown);
}

template <class Visitor, OneOf<DialogueLine> Value>
void describe(Visitor& visitor, Value& line) {
  visitor.id("id", line.id);
  visitor.code("speaker", line.speaker);
  visitor.text("text", line.text);
  visitor.link("module", line.module);
  visitor.code("said", line.said);
  visitor.unknown(line.unknown);
}

template <class Visitor, OneOf<Dialogue> Value>
void describe(Visitor& visitor, Value& dialogue) {
  visitor.text("situation", dialogue.situation);
  visitor.number("minutes", dialogue.minutes, 0, 0, longest_talk);
  visitor.local_list("speakers", dialogue.speakers);
  visitor.list("lines", dialogue.lines);
}

// The list that a new item goes to where nothing says where.
inline auto& main_list(Dialogue& content) { return content.lines; }

}  // namespace canvasbook
