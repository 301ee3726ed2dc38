// `canvasbook info`: what a workbook holds, in numbers.
#include <ostream>
#include <unordered_map>

#include "editor/command_line/commands.h"
#include "editor/command_line/terminal_text.h"
#include "export/on_paper/whole_review.h"
#include "model/file/markdown_workbook.h"
#include "model/item_edits.h"
#include "model/review/groups.h"
#include "model/segments.h"
#include "model/touchpoints.h"
#include "templates/untouched.h"

namespace canvasbook {

int run_info(const InfoArguments& arguments, const CommandContext& context) {
  const auto loaded = load_any_workbook(arguments.file, context.world.today);
  if (!loaded) return report_unread(arguments.file, loaded.error(), context);
  const Workbook& workbook = loaded->workbook;
  const Catalog& catalog = context.catalog;
  std::ostream& out = context.world.out;
  const std::string none = catalog.text("info.none");
  const auto line = [&](const char* key, const std::string& value) {
    out << catalog.text(key, {{"value", value.empty() ? none : terminal_line(value)}}) << "\n";
  };
  line("info.company", workbook.company);
  line("info.author", workbook.author_role);
  out << catalog.text("info.dates",
                      {{"created", catalog.date(workbook.created)}, {"modified", catalog.date(workbook.modified)}})
      << "\n";
  line("info.page_size", std::string(page_size_name(workbook.page_size)));
  std::string segments;
  for (const Segment& segment : segment_register(workbook)) {
    segments += (segments.empty() ? "" : "; ") + segment.mark + " " + segment.name;
  }
  line("info.segments", segments);
  std::string touchpoints;
  for (const Touchpoint& touchpoint : touchpoint_register(workbook)) {
    touchpoints += (touchpoints.empty() ? "" : "; ") + touchpoint.name;
  }
  line("info.touchpoints", touchpoints);
  Fonts fonts;
  const std::vector<Finding> findings = review_with_pages(workbook, fonts, is_untouched, context.world.today);
  std::unordered_map<const Document*, size_t> notes_of;
  for_each_note(workbook,
                [&](const Document& owner, const Section&, const Block&, const Note&) { ++notes_of[&owner]; });
  std::unordered_map<std::string_view, size_t> open_in;
  for (const Finding& finding : findings) open_in[finding.document] += counts(finding) ? 1 : 0;
  for (const auto& document : workbook.documents) {
    const size_t notes = notes_of[&*document];
    size_t items = 0;
    for (const auto& section : document->sections) items += items_in_order(section->content).size();
    out << document->id << "  " << terminal_line(document->title) << " (";
    if (notes > 0) out << catalog.count("info.notes", notes) << ", ";
    if (items > 0) out << catalog.count("info.items", items) << ", ";
    out << catalog.count("info.findings", open_in[document->id]) << ")\n";
    for (const auto& section : document->sections)
      out << "    " << section->id << "  " << terminal_line(section->title) << "\n";
  }
  out << catalog.count("info.words", count_words(workbook)) << "\n";
  return exit_done;
}

}  // namespace canvasbook
