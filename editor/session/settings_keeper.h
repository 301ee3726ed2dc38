// Writes changed settings to their file, beside the window.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "editor/session/settings.h"
#include "editor/system/later.h"

namespace canvasbook {

class SettingsKeeper {
 public:
  using Change = std::function<void(Settings&)>;  // made again to what another window has written; owns what it needs

  // The folder of the file is made when it is needed. With an empty `folder` nothing is read or kept. With `beside` the
  // file is written by a thread of its own, else before keep() returns.
  SettingsKeeper(const std::string& folder, bool beside);
  ~SettingsKeeper();  // waits until all is written

  LoadedSettings load();

  // What another window has written meanwhile stays, but for this change.
  void keep(Change change);

  // Called at least twice a second. Returns what failed since the last call.
  std::optional<Error> tick();

 private:
  struct Kept {
    Settings settings;  // as in the file; other windows change it, too
    FileStamp stamp;
    std::optional<Error> error;
  };
  static Kept write(const std::string& folder, Kept kept, const std::vector<Change>& changes);
  void begin();
  void finish();

  std::string folder_;
  bool beside_;
  Kept kept_;  // while it is being written, as before
  std::vector<Change> waiting_;
  std::optional<Error> failure_;
  Later<Kept> writing_;
};

}  // namespace canvasbook
