#include "editor/frame/parts_report.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace canvasbook {

PartsReport::PartsReport() {
  if (const char* file = std::getenv("CANVASBOOK_PARTS")) file_ = file;
}

void PartsReport::write(const App& app) {
  if (file_.empty()) return;
  const std::string unfinished = file_ + ".new";
  {
    std::ofstream out(unfinished, std::ios::trunc);
    const Question* question = app.question();
    const std::string dialog = question != nullptr ? question->title_key : app.has_dialog() ? "dialog" : "-";
    out << app.window_title() << '\n' << ++frames_ << '\n' << dialog << '\n';
    for (const PartRegister::Part& part : app.parts.parts()) {
      if (!part.visible) continue;
      out << part.key << '\t' << static_cast<int>(part.from.x) << '\t' << static_cast<int>(part.from.y) << '\t'
          << static_cast<int>(part.to.x) << '\t' << static_cast<int>(part.to.y) << '\n';
    }
  }
  std::rename(unfinished.c_str(), file_.c_str());
}

}  // namespace canvasbook
