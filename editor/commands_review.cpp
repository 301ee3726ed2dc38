// The commands that go through what is to be looked at again: misspellings, places to fill in, STOP phrases, findings.
#include "editor/dialogs/dismissal.h"
#include "editor/find/blanks.h"
#include "editor/find/finding.h"
#include "editor/find/stop_phrases.h"
#include "editor/frame/command_parts.h"
#include "editor/panels/findings.h"
#include "editor/spelling/menu.h"

namespace canvasbook {

namespace {

bool checks_spelling(const App& app) { return has_document(app) && app.settings.spelling_checked; }

void mend_current_finding(App& app) {
  const Finding* finding = current_finding(app);
  if (finding == nullptr) return app.say(app.catalog().text("review.nothing_to_mend"));
  mend_or_ask(app, *finding);
}

void dismiss_current_finding(App& app) {
  const Finding* finding = current_finding(app);
  if (finding != nullptr) app.show_dialog(make_dismissal_dialog(*finding));
}

bool has_finding(const App& app) { return has_session(app) && !app.state<PanelState>().finding.empty(); }

}  // namespace

std::vector<Command> review_commands() {
  using enum ShortcutScope;
  return {{.key = "command.next_misspelling",
           .group = 0,
           .icon = icons::spelling,
           .shortcuts = {{Key::f7, plain}, {Key::enter, alternate}},
           .scope = everywhere,
           .is_enabled = checks_spelling,
           .run = go_to_next_misspelling},
          {.key = "command.next_blank",
           .group = 0,
           .shortcuts = {{Key::f7, shift}},
           .scope = everywhere,
           .is_enabled = has_document,
           .run = go_to_next_blank},
          {.key = "command.next_stop_phrase",
           .group = 0,
           .shortcuts = {{Key::f4, plain}},
           .scope = everywhere,
           .is_enabled = has_document,
           .run = go_to_next_stop_phrase},
          {.key = "command.replace_stop_phrase",
           .group = 0,
           .shortcuts = {{Key::f4, shift}},
           .scope = everywhere,
           .is_enabled = has_document,
           .run = replace_stop_phrase_at_caret},
          {.key = "command.next_finding",
           .group = 1,
           .icon = icons::review,
           .shortcuts = {{Key::f8, plain}},
           .scope = everywhere,
           .is_enabled = has_session,
           .run = [](App& app) { step_finding(app, 1); }},
          {.key = "command.previous_finding",
           .group = 1,
           .shortcuts = {{Key::f8, shift}},
           .scope = everywhere,
           .is_enabled = has_session,
           .run = [](App& app) { step_finding(app, -1); }},
          {.key = "command.mend_finding",
           .group = 1,
           .shortcuts = {{Key::f8, control}},
           .scope = everywhere,
           .is_enabled = has_session,
           .run = mend_current_finding},
          {.key = "command.dismiss_finding",
           .group = 1,
           .scope = everywhere,
           .is_enabled = has_finding,
           .run = dismiss_current_finding}};
}

}  // namespace canvasbook
