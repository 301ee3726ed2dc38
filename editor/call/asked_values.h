// The fields that ask for what placeholders stand for, once a call or a practice.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/line_field.h"
#include "model/placeholders.h"

namespace canvasbook {

// What is written into them is in the workbook nowhere.
class AskedValues {
 public:
  // `key`: that of a field is this and the name.
  AskedValues(const Workbook& workbook, std::string_view key);

  const Placeholders& placeholders() const { return placeholders_; }  // with what was written
  // The text as it is said: its placeholders with what they stand for.
  std::string filled(std::string_view text) const;

  // Asks from now on for the names of these texts that the workbook has no value of, each once, and for no others.
  void ask(const std::vector<std::string_view>& texts);
  const std::vector<std::string>& names() const { return names_; }
  // Keeps the room of a row of fields, also while none is asked for, where any of these texts has such a name: what
  // stands below stays where it is.
  void keep_room_for(const std::vector<std::string_view>& texts) { keeps_room_ = !open_names(texts).empty(); }

  const std::string& focused() const { return focused_; }  // the name that is written; empty for none
  void leave() { focused_.clear(); }
  void step_focus(int by);  // through the names and, as one of them, to none
  void forget();            // what was written

  // Draws them in rows at a place; returns their height, in pixels as `width`. Where they need more than `most`, they
  // scroll by themselves in as many whole rows as fit there, at least one.
  float draw(App& app, ImVec2 at, float width, float most);

 private:
  struct Place {
    float left = 0;   // pixels
    float label = 0;  // width of the name
    size_t row = 0;
  };
  std::vector<std::string> open_names(const std::vector<std::string_view>& texts) const;  // without a value, each once
  std::vector<Place> places_in(const Theme& theme, float width) const;                    // as the names
  void show_focused(const std::vector<Place>& places, float row, float height);
  void draw_field(App& app, const std::string& name, const Place& place, ImVec2 at);

  Placeholders of_workbook_;
  Placeholders placeholders_;
  std::string key_;
  std::vector<std::string> names_;
  std::map<std::string, LineField> fields_;  // by placeholder_key()
  std::string focused_;
  bool keeps_room_ = false;
  std::string shown_;  // the name that was scrolled into view last
};

}  // namespace canvasbook
