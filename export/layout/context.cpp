#include "export/layout/context.h"

#include <algorithm>
#include <cmath>

#include "export/colours.h"
#include "export/layout/flow/style.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float leader_end = 24;          // points before the right edge, where no page number reaches
constexpr size_t usual_runs = 64;         // on a page
constexpr size_t longest_bookmark = 500;  // more than readers show

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char small = static_cast<char>(c | 32);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The anchor that a link such as "#my-heading" names, without "#" and with %XX decoded.
std::string linked_anchor(std::string_view address) {
  if (address.starts_with('#')) address.remove_prefix(1);
  std::string anchor;
  for (size_t at = 0; at < address.size(); ++at) {
    const bool coded = address[at] == '%' && at + 2 < address.size() && hex_digit(address[at + 1]) >= 0 &&
                       hex_digit(address[at + 2]) >= 0;
    anchor += coded ? static_cast<char>(hex_digit(address[at + 1]) * 16 + hex_digit(address[at + 2])) : address[at];
    if (coded) at += 2;
  }
  return heading_slug(anchor);
}

}  // namespace

std::uint32_t LayoutContext::item(const std::string& id) {
  if (id.empty()) return 0;
  const auto [entry, is_new] = item_indices_.try_emplace(id, static_cast<std::uint32_t>(pages.items.size()));
  if (is_new) pages.items.push_back(id);
  return entry->second;
}

Page& LayoutContext::add_page(Extent extent, PageFurniture furniture) {
  Page page;
  page.width = extent.width;
  page.height = extent.height;
  page.runs.reserve(usual_runs);
  pages.pages.push_back(std::move(page));
  furniture_.push_back(std::move(furniture));
  return pages.pages.back();
}

void LayoutContext::clear_head() {
  PageFurniture& furniture = furniture_.back();
  furniture.head = furniture.chapter = furniture.section = {};
}

void LayoutContext::set_foot_lines(std::vector<FootLine> lines) { furniture_.back().lines = std::move(lines); }

void LayoutContext::report(const MissingCharacter& missing) {
  if (reported_.emplace(missing.item, missing.code_point).second) pages.missing.push_back(missing);
}

Paragraph LayoutContext::paragraph(const Spans& spans, TextStyle style, const std::string& item_id) {
  std::vector<char32_t> missing;
  Paragraph result = make_paragraph(spans, style, fonts, missing);
  for (const char32_t code_point : missing) report({code_point, item_id});
  return result;
}

Paragraph LayoutContext::paragraph(std::string_view text, TextStyle style, const std::string& item_id) {
  std::vector<char32_t> missing;
  Paragraph result = make_paragraph(text, style, fonts, missing);
  for (const char32_t code_point : missing) report({code_point, item_id});
  return result;
}

std::string LayoutContext::fitting(std::string_view text, TextStyle style, float size, float width) {
  std::vector<char32_t> ignored;
  const auto fits = [&](std::string_view part) {
    return line_width(break_lines(make_paragraph(part, style, fonts, ignored), unlimited_width, size, fonts).front(),
                      size) <= width;
  };
  std::string whole = to_one_line(text);
  if (fits(whole)) return whole;
  size_t most = 1;  // characters that surely have room
  for (size_t end = count_code_points(whole); end - most > 1;) {
    const size_t middle = most + (end - most) / 2;
    (fits(shortened(whole, middle)) ? most : end) = middle;
  }
  return shortened(whole, most);
}

float LayoutContext::text(std::string_view text, TextStyle style, const LinePaint& paint, const std::string& item_id) {
  const Paragraph made = paragraph(text, style, item_id);
  const auto lines = break_lines(made, unlimited_width, paint.size, fonts);
  paint_line(made, lines.front(), paint, fonts, page());
  return line_width(lines.front(), paint.size);
}

void LayoutContext::bookmark(int level, const std::string& title, float y, const std::string& item_id) {
  pages.bookmarks.push_back({level, shortened(title, longest_bookmark), page_index(), y, item(item_id)});
}

void LayoutContext::set_target(const std::string& name, float y) { set_target(name, y, page_index()); }

void LayoutContext::set_target(const std::string& name, float y, int page_index) {
  targets_.try_emplace(name, Target{page_index, y});
}

void LayoutContext::add_reference(PageReference reference) {
  references_.push_back({page_index(), std::move(reference)});
}

void LayoutContext::add_link(PageLink link, const std::string& document) {
  if (link.address.starts_with('#')) links_.push_back({page_index(), page().links.size(), document});
  page().links.push_back(std::move(link));
}

void LayoutContext::finish() {
  finish_references();
  finish_links();
  finish_furniture();
}

// Dots on a grid that all lines share, so that they stand under each other.
void LayoutContext::paint_leader(const PageReference& reference, float end, Page& page) {
  const int thousandths = fonts.glyph(Face::regular, '.').advance + fonts.glyph(Face::regular, ' ').advance;
  const float pitch = static_cast<float>(thousandths) * reference.size / 1000;
  const int count = static_cast<int>((end - reference.leader) / pitch);
  if (count < 3) return;
  TextRun run;
  run.width = pitch * static_cast<float>(count);
  run.x = end - run.width;
  run.baseline = reference.baseline;
  run.size = reference.size;
  run.role = RunRole::contents;
  run.colour = paper_colours::faint;
  for (int i = 0; i < count; ++i) run.text += ". ";
  page.runs.push_back(std::move(run));
}

// Text on one line that begins or ends at `paint.x`, with "…" where it has no room; returns its width.
float LayoutContext::add_text(const std::string& printable, Face face, LinePaint paint, bool at_right, float most,
                              Page& page) {
  const float edge = paint.x;
  if (auto run = make_run(printable, face, paint, fonts); run && run->width <= most) {
    if (at_right) run->x = edge - run->width;
    page.runs.push_back(std::move(*run));
    return page.runs.back().width;
  }
  std::string& fitted = fitted_[printable + '\n' + std::to_string(most)];  // most pages have the same head
  if (fitted.empty()) fitted = fitting(printable, {face, false}, paint.size, most);
  const Paragraph made = paragraph(fitted, {face, false}, {});
  const Line line = break_lines(made, unlimited_width, paint.size, fonts).front();
  const float width = line_width(line, paint.size);
  if (at_right) paint.x = edge - width;
  paint_line(made, line, paint, fonts, page);
  return width;
}

void LayoutContext::finish_references() {
  for (WaitingReference& waiting : references_) {
    PageReference& reference = waiting.reference;
    const auto target = targets_.find(reference.target);
    if (target == targets_.end()) continue;
    const auto index = static_cast<size_t>(waiting.page);
    Page& page = pages.pages[index];
    const std::string number = std::to_string(target->second.page + 1);
    std::string text = number;
    if (!reference.key.empty()) {
      reference.arguments.emplace_back("page", number);
      text = furniture_[index].catalog->text(reference.key, reference.arguments);
    }
    LinePaint paint;
    paint.x = reference.right;
    paint.baseline = reference.baseline;
    paint.size = reference.size;
    paint.colour = reference.colour;
    paint.role = reference.leader > 0 ? RunRole::contents : RunRole::cross_reference;
    paint.item = reference.item;
    if (reference.leader > 0) paint_leader(reference, reference.right - leader_end, page);
    const float start = reference.right - add_text(text, reference.face, paint, true, unlimited_width, page);
    const float left = reference.left > 0 ? std::min(reference.left, start) : start;
    page.links.push_back({left,
                          paint.baseline - paint.size,
                          reference.right - left,
                          paint.size * 1.25F,
                          {},
                          target->second.page,
                          target->second.y});
  }
}

// A link that leads nowhere is text.
void LayoutContext::finish_links() {
  constexpr int nowhere = -1;
  for (const WaitingLink& waiting : links_) {
    PageLink& link = pages.pages[static_cast<size_t>(waiting.page)].links[waiting.link];
    auto target = targets_.find(waiting.document + "#" + linked_anchor(link.address));
    if (target == targets_.end()) target = targets_.find(link.address.substr(1));  // an item
    link.address.clear();
    link.page = target == targets_.end() ? nowhere : target->second.page;
    link.target_y = target == targets_.end() ? 0 : target->second.y;
  }
  for (const WaitingLink& waiting : links_) {
    std::erase_if(pages.pages[static_cast<size_t>(waiting.page)].links,
                  [&](const PageLink& link) { return link.page == nowhere; });
  }
}

}  // namespace canvasbook
