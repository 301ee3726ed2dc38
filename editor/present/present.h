// Presenting: the workbook's pages one after another on the whole screen.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/full_view.h"
#include "editor/frame/views.h"
#include "export/pages.h"

namespace canvasbook {

class Presentation : public FullView {
 public:
  // Lays out all documents; begins at the first page of the document that is shown.
  explicit Presentation(Session& session);

  size_t page() const { return page_; }
  const Pages& pages() const { return pages_; }
  const std::string& document_title() const;                           // of the shown page
  void go_to(size_t page);                                             // the last one where there are not so many
  void go_to_scheme(std::string_view document);                        // of its calls; stays where it prints none
  bool shows_scheme() const { return scheme_pages_.contains(page_); }  // whose boxes lead to what they show
  void step(int by);                                                   // stays at the first and the last page

  // The signs on the screen go some time after the last movement. Returns whether they have just gone.
  bool tick(double seconds) override;
  void stir();  // somebody moved the mouse or pressed a key
  bool is_idle() const override { return idle_; }
  void draw(App& app, const Area& area) override;

 private:
  struct Start {
    size_t page = 0;
    std::string title;
  };

  Pages pages_;
  std::vector<Start> documents_;                        // in the order of their pages
  std::map<std::string, size_t, std::less<>> schemes_;  // their first pages, by the document
  std::set<size_t> scheme_pages_;
  size_t page_ = 0;
  double now_ = 0;
  double stirred_at_ = 0;
  bool idle_ = false;
};

// Begins with the open workbook, if it has documents.
void begin_presenting(App& app);

// Begins at the scheme of the calls of the shown document, or else of the first one that has one: where an answer leads
// on.
bool can_present_scheme(const App& app);
void present_scheme(App& app);

}  // namespace canvasbook
