#include "editor/system/tell_outside.h"

#include "editor/system/child_process.h"

namespace canvasbook {

std::vector<std::vector<std::string>> ways_to_tell(const TellingPrograms& programs, const std::string& message,
                                                   bool has_display) {
  std::vector<std::vector<std::string>> ways;
  if (has_display && !programs.zenity.empty()) {
    ways.push_back(
        {programs.zenity, "--error", "--no-markup", "--width=480", "--title=Canvasbook", "--text=" + message});
  }
  if (has_display && !programs.xmessage.empty()) ways.push_back({programs.xmessage, "-center", message});
  if (!programs.notifier.empty())
    ways.push_back({programs.notifier, "--urgency=critical", "--app-name=Canvasbook", "Canvasbook", message});
  return ways;
}

bool tell_outside(const std::vector<std::vector<std::string>>& ways, const std::vector<std::string>& environment) {
  constexpr int first_failure = 100;  // below are the answers that such a dialog gives when it is closed
  for (const std::vector<std::string>& command : ways) {
    const auto started = start_program({command, environment});
    if (!started) continue;
    const int code = wait_for(*started);
    if (code >= 0 && code < first_failure) return true;
  }
  return false;
}

}  // namespace canvasbook
