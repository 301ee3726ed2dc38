#include "editor/session/first_text.h"

#include <algorithm>

#include "editor/text/words.h"
#include "model/blank_places.h"

namespace canvasbook {

namespace {

void begin_in_prose(Session& session) {
  const std::string& text = session.prose()->text;
  size_t begin = 0;
  size_t end = 0;
  if (const std::vector<WordRange> blanks = blanks_in_text(text); !blanks.empty()) {
    begin = to_editable(std::string_view(text).substr(0, blanks.front().begin)).size();
    end = to_editable(std::string_view(text).substr(0, blanks.front().end)).size();
  }
  session.begin_prose(TextRange{begin, end});
}

// The first item that holds no others; empty where there is none.
std::string first_item(const Content& content) {
  if (const auto* checklist = std::get_if<Checklist>(&content)) {
    for (const CheckGroup& group : checklist->groups) {
      if (!group.items.empty()) return group.items.front().id;
    }
    return {};
  }
  const std::vector<std::string> items = items_in_order(content);
  return items.empty() ? std::string() : items.front();
}

}  // namespace

void begin_first_text(Session& session) {
  if (session.board() != nullptr) return session.add_note(session.view().block);
  if (session.prose() != nullptr) return begin_in_prose(session);
  if (!session.has_items()) return;
  const std::string item = first_item(session.section()->content);
  if (item.empty()) return session.add_item({});
  session.begin_field({item, first_field(session.section()->content, item)});
}

}  // namespace canvasbook
