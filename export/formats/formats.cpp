#include "export/formats/formats.h"

#include <algorithm>

#include "export/html/form_writer.h"
#include "export/markdown/writer.h"
#include "export/pdf/writer.h"

namespace canvasbook {

namespace {

constexpr ExportFormat rows[] = {
    {"pdf", ".pdf", "export.pdf", nullptr, write_pdf},
    {"md", ".md", "export.markdown", write_markdown_to_read, nullptr},
    {"md-ids", ".md", "export.markdown_with_ids", write_markdown, nullptr},
    {"html", ".html", "export.html", write_phone_form, nullptr, true},
};

static_assert(std::ranges::all_of(rows, [](const ExportFormat& row) {
  return (row.write_document == nullptr) != (row.write_pages == nullptr);
}));

}  // namespace

std::span<const ExportFormat> export_formats() { return rows; }

const ExportFormat* find_format(std::string_view name) {
  const auto* row = std::ranges::find(rows, name, &ExportFormat::name);
  return row == std::ranges::end(rows) ? nullptr : row;
}

const ExportFormat& suiting_format(const ExportFormat& wanted, const PrintForm& form) {
  if (suits(wanted, form)) return wanted;
  return *std::ranges::find_if(rows, [&](const ExportFormat& row) { return suits(row, form); });
}

}  // namespace canvasbook
