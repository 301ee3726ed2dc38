// Laying a print document out on pages.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "export/layout/page_setup.h"
#include "export/pages.h"
#include "export/print_document.h"
#include "export/text/fonts.h"

namespace canvasbook {

// Asked before each part is laid out, with the number of parts that are and of all parts; false stops.
using LayoutWatch = std::function<bool(size_t done, size_t parts)>;

// What a layout leaves for the next one: the lines of each part of running text. A part that is the same pointer as
// before keeps them, and only pages are broken again. For one thread at a time.
class LayoutCache {
 public:
  LayoutCache();
  ~LayoutCache();
  LayoutCache(LayoutCache&&) noexcept;
  LayoutCache& operator=(LayoutCache&&) noexcept;

  // How many parts were laid out anew, and how many were kept, by the last layout.
  size_t made() const;
  size_t kept() const;

  struct Content;
  Content& content() { return *content_; }

 private:
  std::unique_ptr<Content> content_;
};

// Where everything stands. Always succeeds; a document without parts gives one empty page. Stopped by its watch, it
// gives no page.
Pages layout(const PrintDocument& document, const PageSetup& setup, Fonts& fonts, const LayoutWatch& watch = {});
Pages layout(const PrintDocument& document, const PageSetup& setup, Fonts& fonts, const LayoutWatch& watch,
             LayoutCache& cache);

}  // namespace canvasbook
