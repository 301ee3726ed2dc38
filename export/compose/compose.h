// Composing a workbook into a print document: what is printed, in which order, under which headings.
#pragma once

#include <memory>

#include "export/compose/options.h"
#include "export/print_document.h"
#include "model/workbook.h"

namespace canvasbook {

// What composing leaves for the next time: the parts of each section. A section that is the same pointer as before, in
// the same surroundings, keeps its parts, and they are the same pointers again. For one thread at a time.
class ComposeCache {
 public:
  ComposeCache();
  ~ComposeCache();
  ComposeCache(ComposeCache&&) noexcept;
  ComposeCache& operator=(ComposeCache&&) noexcept;

  struct Content;
  Content& content() { return *content_; }

 private:
  std::unique_ptr<Content> content_;
};

// Each document in its own language. An unknown id is passed over.
PrintDocument compose(const Workbook& workbook, const ComposeOptions& options);
PrintDocument compose(const Workbook& workbook, const ComposeOptions& options, ComposeCache& cache);

}  // namespace canvasbook
