#include "export/layout_context.h"

#include <algorithm>

#include "export/palette.h"
#include "model/text.h"

namespace canvasbook {

namespace {

constexpr float footer_size = 8;
constexpr size_t longest_footer = 160;    // code points; more than a line holds
constexpr size_t longest_bookmark = 500;  // more than readers show

}  // namespace

std::uint32_t LayoutContext::item(const std::string& id) {
  if (id.empty()) return 0;
  const auto [entry, is_new] = item_indices_.try_emplace(id, static_cast<std::uint32_t>(pages.items.size()));
  if (is_new) pages.items.push_back(id);
  return entry->second;
}

Page& LayoutContext::add_page(Extent extent, const std::string& footer, const Catalog& catalog, float margin) {
  Page page;
  page.width = extent.width;
  page.height = extent.height;
  pages.pages.push_back(std::move(page));
  footers_.push_back({shortened(footer, longest_footer), &catalog, margin});
  return pages.pages.back();
}

void LayoutContext::report(const std::vector<char32_t>& missing, const std::string& item_id) {
  for (const char32_t code_point : missing) {
    const MissingCharacter found{code_point, item_id};
    if (std::ranges::find(pages.missing, found) == pages.missing.end()) pages.missing.push_back(found);
  }
}

Paragraph LayoutContext::paragraph(const Spans& spans, TextStyle style, const std::string& item_id) {
  std::vector<char32_t> missing;
  Paragraph result = make_paragraph(spans, style, fonts, missing);
  report(missing, item_id);
  return result;
}

Paragraph LayoutContext::paragraph(std::string_view text, TextStyle style, const std::string& item_id) {
  std::vector<char32_t> missing;
  Paragraph result = make_paragraph(text, style, fonts, missing);
  report(missing, item_id);
  return result;
}

float LayoutContext::text(std::string_view text, TextStyle style, const LinePaint& paint, const std::string& item_id) {
  const Paragraph made = paragraph(text, style, item_id);
  const auto lines = break_lines(made, unlimited_width, paint.size, fonts);
  paint_line(made, lines.front(), paint, fonts, page());
  return line_width(lines.front(), paint.size);
}

void LayoutContext::bookmark(int level, const std::string& title, float y) {
  pages.bookmarks.push_back({level, shortened(title, longest_bookmark), page_index(), y});
}

void LayoutContext::set_target(const std::string& name, float y) {
  targets_.try_emplace(name, Target{page_index(), y});
}

void LayoutContext::finish() {
  for (const CrossReference& reference : references) {
    const auto target = targets_.find(reference.target);
    if (target == targets_.end()) continue;
    Page& page = pages.pages[static_cast<size_t>(reference.page)];
    const Catalog& catalog = *footers_[static_cast<size_t>(reference.page)].catalog;
    Arguments arguments = reference.arguments;
    arguments.emplace_back("page", std::to_string(target->second.page + 1));
    const Paragraph made = paragraph(catalog.text(reference.key, arguments), {}, {});
    const auto lines = break_lines(made, unlimited_width, reference.size, fonts);
    const float width = line_width(lines.front(), reference.size);
    LinePaint paint{reference.right - width,  reference.baseline, reference.size,  reference.colour,
                    RunRole::cross_reference, reference.item,     reference.colour};
    paint_line(made, lines.front(), paint, fonts, page);
    page.links.push_back(
        {paint.x, paint.baseline - paint.size, width, paint.size * 1.25F, {}, target->second.page, target->second.y});
  }
  if (pages.pages.size() < 2) return;
  for (size_t i = 0; i < pages.pages.size(); ++i) {
    Page& page = pages.pages[i];
    const Footer& footer = footers_[i];
    const float baseline = page.height - footer.margin * 0.5F;
    const Paragraph number = paragraph(
        footer.catalog->text("paper.page_number",
                             {{"page", std::to_string(i + 1)}, {"count", std::to_string(pages.pages.size())}}),
        {}, {});
    const auto number_lines = break_lines(number, unlimited_width, footer_size, fonts);
    const float number_width = line_width(number_lines.front(), footer_size);
    LinePaint paint{page.width - footer.margin - number_width,
                    baseline,
                    footer_size,
                    palette::muted,
                    RunRole::footer,
                    0,
                    palette::muted};
    paint_line(number, number_lines.front(), paint, fonts, page);
    const Paragraph title = paragraph(footer.title, {}, {});
    const float room = page.width - 2 * footer.margin - number_width - 12;
    paint.x = footer.margin;
    paint_line(title, break_lines(title, room, footer_size, fonts).front(), paint, fonts, page);
  }
}

}  // namespace canvasbook
