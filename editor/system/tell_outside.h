// Telling something without our own window, to somebody who started the program from an icon and sees no terminal.
#pragma once

#include <string>
#include <vector>

namespace canvasbook {

// The programs' paths; empty where they are missing.
struct TellingPrograms {
  std::string zenity;
  std::string xmessage;
  std::string notifier;  // notify-send
};

// The commands that show a message, the best first. Without a display there is only the notification, which another
// machine or a later session may show.
std::vector<std::vector<std::string>> ways_to_tell(const TellingPrograms& programs, const std::string& message,
                                                   bool has_display);

// Runs the first of them that works and waits until the message was read. Returns whether one did.
bool tell_outside(const std::vector<std::vector<std::string>>& ways, const std::vector<std::string>& environment);

}  // namespace canvasbook
