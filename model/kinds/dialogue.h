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

  bool operator==(const DialogueLine&) const = default;
};

struct Dialogue {
  std::string situation;
  std::vector<Speaker> speakers;
  std::vector<DialogueLine> lines;

  bool operator==(const Dialogue&) const = default;
};

// The speaker with an id, or nullptr.
const Speaker* find_speaker(const Dialogue& dialogue, std::string_view speaker);

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
  visitor.unknown(line.unknown);
}

template <class Visitor, OneOf<Dialogue> Value>
void describe(Visitor& visitor, Value& dialogue) {
  visitor.text("situation", dialogue.situation);
  visitor.local_list("speakers", dialogue.speakers);
  visitor.list("lines", dialogue.lines);
}

// The list that a new item goes to where nothing says where.
inline auto& main_list(Dialogue& content) { return content.lines; }

}  // namespace canvasbook
