#include "editor/session/settings_keeper.h"

#include <utility>

#include "editor/system/folders.h"
#include "model/file/temporary_file.h"

namespace canvasbook {

namespace {

std::string file_in(const std::string& folder) { return folder + "/settings.json"; }

}  // namespace

SettingsKeeper::SettingsKeeper(const std::string& folder, bool beside) : folder_(folder), beside_(beside) {}

SettingsKeeper::~SettingsKeeper() {
  while (writing_.is_coming()) finish();
}

LoadedSettings SettingsKeeper::load() {
  if (folder_.empty()) return {};
  clear_left_temporary_files(folder_);
  LoadedSettings loaded = load_settings(file_in(folder_));
  kept_ = {loaded.settings, loaded.stamp, {}};
  return loaded;
}

void SettingsKeeper::keep(Change change) {
  if (folder_.empty()) return;
  waiting_.push_back(std::move(change));
  if (!writing_.is_coming()) begin();
  if (!beside_) finish();
}

std::optional<Error> SettingsKeeper::tick() {
  if (writing_.is_there()) finish();
  return std::exchange(failure_, std::nullopt);
}

SettingsKeeper::Kept SettingsKeeper::write(const std::string& folder, Kept kept, const std::vector<Change>& changes) {
  const auto make = [&] {
    for (const Change& change : changes) change(kept.settings);
  };
  make();
  const std::string file = file_in(folder);
  const auto created = create_folder(folder);
  if (!created) return {kept.settings, kept.stamp, created.error()};
  auto saved = save_settings(kept.settings, file, kept.stamp);
  if (!saved && saved.error().code == ErrorCode::target_changed) {
    LoadedSettings theirs = load_settings(file);
    if (!theirs.error) {
      kept.settings = std::move(theirs.settings);
      make();
    }
    saved = save_settings(kept.settings, file, theirs.stamp);
  }
  if (!saved) return {kept.settings, kept.stamp, saved.error()};
  return {kept.settings, *saved, {}};
}

void SettingsKeeper::begin() {
  writing_.start(
      beside_ ? std::launch::async : std::launch::deferred, 0,
      [folder = folder_, kept = kept_, changes = std::exchange(waiting_, {})] { return write(folder, kept, changes); });
}

void SettingsKeeper::finish() {
  kept_ = writing_.take();
  if (kept_.error) failure_ = kept_.error;
  if (!waiting_.empty()) begin();
}

}  // namespace canvasbook
