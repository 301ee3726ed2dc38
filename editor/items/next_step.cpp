#include "editor/items/next_step.h"

#include <algorithm>
#include <array>

#include "editor/items/controls.h"
#include "editor/items/own_end.h"
#include "editor/palette/dialog.h"
#include "model/call_scheme.h"
#include "model/kinds/item_lists.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float step_line = 24;  // logical pixels
constexpr std::array step_ends{CallEnd::agreed, CallEnd::call_back, CallEnd::refused};

// The answer of the shown section with an id, or nullptr.
const Answer* shown_answer(const Session& session, const std::string& id) {
  const auto* responses = session.content_as<Responses>();
  const Response* response = responses == nullptr ? nullptr : response_with(*responses, id);
  return response == nullptr ? nullptr : find_item(response->answers, id);
}

std::string cue_line(const Response& response) { return std::string(trim(to_printable(response.cue))); }

StepNames step_names(const Document& document) {
  StepNames names;
  for (const auto& section : document.sections) {
    names.emplace(section->id, section->title);
    const auto* responses = std::get_if<Responses>(&section->content);
    if (responses == nullptr) continue;
    for (const Response& response : responses->responses) names.emplace(response.id, cue_line(response));
  }
  return names;
}

std::string words_of_step(const ItemDrawing& drawing, const Answer& answer) {
  if (answer.end != CallEnd::none) return end_words(answer, drawing.words());
  if (answer.leads_to.empty()) return {};
  ItemState& state = drawing.state;
  const Shared<Document>& shown = drawing.session.workbook().documents[drawing.session.view().document];
  if (!state.step_names_of || !state.step_names_of->same_as(shown)) {
    state.step_names_of = shown;
    state.step_names = step_names(*shown);
  }
  const auto found = state.step_names.find(answer.leads_to);
  return found != state.step_names.end() ? found->second : drawing.words().text("items.step_gone");
}

void open_list(App& app, const Answer& answer) {
  const Document* document = app.session()->document();
  const Catalog& words = app.catalog();
  std::vector<PaletteEntry> entries;
  size_t present = 0;  // the entry of the step that the answer has
  const auto add = [&](const std::string& key, const std::string& name, const std::string& note, char32_t icon,
                       const std::string& to, CallEnd end, const std::string& result = {}) {
    const bool is_present = answer.leads_to == to && answer.end == end && to_one_line(answer.result) == result &&
                            (!to.empty() || end != CallEnd::none);
    if (is_present) present = entries.size();
    entries.push_back(make_choice("step/" + key, name, note, is_present ? icons::check : icon,
                                  [id = answer.id, to, end, result, is_present](App& chosen) {
                                    if (is_present) return;
                                    Session& session = *chosen.session();
                                    session.record(lead_on(session.workbook(), id, to, end, result), "step.next_step",
                                                   id, {});
                                  }));
  };
  if (has_next_step(answer)) add("none", words.text("items.no_step"), {}, icons::close, {}, CallEnd::none);
  for (const CallEnd end : step_ends)
    add(std::string(call_end_names[static_cast<size_t>(end)]), end_words(end, words), words.text("items.step_end"),
        icons::stop, {}, end);
  for (const NamedEnd& own : named_ends(*document))
    add("own/" + own.result, own.result, end_words(own.end, words), icons::stop, {}, own.end, own.result);
  entries.push_back(
      make_choice("step/own", words.text("items.own_end"), words.text("items.step_end"), icons::add,
                  [id = answer.id](App& chosen) { chosen.show_dialog(make_own_end_dialog(chosen, id)); }));
  const auto add_cues_of = [&](const Section& section) {
    const auto* responses = std::get_if<Responses>(&section.content);
    if (responses == nullptr) return;
    for (const Response& response : responses->responses) {
      const std::string cue = cue_line(response);
      if (!cue.empty()) add(response.id, cue, section.title, icons::reply, response.id, CallEnd::none);
    }
  };
  const Section* shown = app.session()->section();  // the talk mostly goes on there
  if (shown != nullptr) add_cues_of(*shown);
  for (const auto& section : document->sections) {
    if (&*section != shown) add_cues_of(*section);
  }
  for (const auto& section : document->sections) {
    if (!trim(section->title).empty())
      add(section->id, section->title, words.text("items.step_section"), icons::document, section->id, CallEnd::none);
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_step", present));
}

}  // namespace

bool can_choose_next_step(const App& app) {
  return app.session() != nullptr && shown_answer(*app.session(), app.session()->view().cursor) != nullptr;
}

void choose_next_step(App& app) {
  if (const Answer* answer = shown_answer(*app.session(), app.session()->view().cursor)) open_list(app, *answer);
}

float height_of_next_step(const ItemDrawing& drawing) { return drawing.px(step_line); }

void view_next_step(const ItemDrawing& drawing, const Answer& answer, ImVec2 at, float width, bool is_at_work) {
  const std::string step = words_of_step(drawing, answer);
  const std::string label = step.empty() ? drawing.words().text("items.next_step") : step;
  const char32_t icon = answer.end == CallEnd::none ? icons::arrow_forward : icons::stop;
  const bool is_faint = step.empty() && !is_at_work;
  if (!quiet_link(drawing, "item/" + answer.id + "/step", icon, label, label, at, width, is_faint)) return;
  const std::string id = answer.id;
  drawing.session.end_writing();
  drawing.session.point_at({id, "text"});
  if (const Answer* now = shown_answer(drawing.session, id)) open_list(drawing.app, *now);
}

}  // namespace canvasbook
