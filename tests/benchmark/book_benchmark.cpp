// Prints what a book in Markdown costs as a whole process, against its lines straight through libharu, and what a
// changed word costs inside the program.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "model/file/markdown_workbook.h"
#include "model/file/workbook_file.h"
#include "tests/benchmark/markdown_book.h"
#include "tests/benchmark/processes.h"

using namespace canvasbook;

namespace {

constexpr const char* font_files[] = {"paratype/PTS55F.ttf",       "paratype/PTS75F.ttf", "paratype/PTS56F.ttf",
                                      "paratype/PTS76F.ttf",       "paratype/PTM55F.ttf", "dejavu/DejaVuSans.ttf",
                                      "dejavu/DejaVuSans-Bold.ttf"};

std::string file_in_tmp(const std::string& name) { return "/tmp/canvasbook-" + std::to_string(getpid()) + "-" + name; }

void put(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

double megabytes(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<double>(info.st_size) / 1e6 : 0;
}

Workbook book_of(const std::string& text) { return *read_markdown_workbook(text, "book", {2026, 11, 22}); }

// The lines of laid-out pages as raw_pages reads them.
std::string raw_lines(const Pages& pages) {
  std::map<Face, int> faces;
  std::string lines;
  for (const Page& page : pages.pages) {
    lines += "P " + std::to_string(page.width) + " " + std::to_string(page.height) + "\n";
    for (const TextRun& run : page.runs) {
      const int font = faces.try_emplace(run.face, static_cast<int>(faces.size())).first->second;
      lines += "T " + std::to_string(font) + " " + std::to_string(run.size) + " " + std::to_string(run.x) + " " +
               std::to_string(page.height - run.baseline) + " " + run.text + "\n";
    }
  }
  std::string fonts(faces.size(), '\0');
  std::string head;
  for (int i = 0; i < static_cast<int>(faces.size()); ++i) {
    for (const auto& [face, index] : faces) {
      if (index == i)
        head += std::string("F /usr/share/fonts/truetype/") + font_files[static_cast<size_t>(face)] + "\n";
    }
  }
  return head + lines;
}

Command export_to_pdf(const std::string& file, const std::string& target) {
  return {PROGRAM, "export", file, "--to", "pdf", "-o", target, "--force"};
}

double of_process(const Command& command, int runs) {
  std::vector<double> seconds;
  for (int i = 0; i < runs; ++i) seconds.push_back(run_process(command).seconds);
  return median(seconds);
}

void measure_book() {
  const std::string pdf = file_in_tmp("book.pdf");
  const std::string raw = file_in_tmp("raw.txt");
  std::printf("A book in Markdown, with tables, hyphenation, contents and bookmarks, as PDF: whole processes\n");
  put(file_in_tmp("book.md"), "A sentence.\n");
  const double one_page = of_process(export_to_pdf(file_in_tmp("book.md"), pdf), 21);
  std::printf("    1 page   %7.1f ms: start, fonts, hyphenation patterns\n", one_page * 1e3);
  double first = 0;
  for (const auto& [chapters, runs] : {std::pair{1, 21}, {10, 21}, {100, 5}}) {
    const std::string file = file_in_tmp("book.md");
    const std::string text = MarkdownBook().write(chapters);
    put(file, text);
    const Process process = run_process(export_to_pdf(file, pdf));
    const double seconds = of_process(export_to_pdf(file, pdf), runs);
    Fonts fonts;
    const Pages pages = layout(compose(book_of(text), {{}, {}, {2026, 11, 22}}), {}, fonts);
    const double count = static_cast<double>(pages.pages.size());
    const double page_more = (seconds - one_page) / (count - 1);
    if (first == 0) first = page_more;
    std::printf("%5.0f pages  %7.1f ms  %.3f ms a page more (%.2f of the first)  %5.1f MB memory  %.3f MB file\n",
                count, seconds * 1e3, page_more * 1e3, page_more / first, process.memory / 1e6, megabytes(pdf));
    if (chapters != 10) continue;
    put(raw, raw_lines(pages));
    const Command yardstick{RAW_PAGES, raw, pdf};
    std::vector<double> ratios, ours, theirs;
    for (int i = 0; i < 21; ++i) {
      ours.push_back(run_process(export_to_pdf(file, pdf)).seconds);
      theirs.push_back(run_process(yardstick).seconds);
      ratios.push_back(ours.back() / theirs.back());
    }
    std::printf("             its lines straight through libharu  %.1f ms, ratio %.2f (at most 2.2)\n",
                median(theirs) * 1e3, median(ratios));
    const Command markdown{PROGRAM, "export", file, "--to", "md", "-o", file_in_tmp("out.md"), "--force"};
    const Command cmark{"/usr/bin/cmark", "-t", "commonmark", file};
    ratios.clear();
    for (int i = 0; i < 21; ++i) ratios.push_back(run_process(markdown).seconds / run_process(cmark).seconds);
    std::printf("             as Markdown, against cmark -t commonmark  ratio %.2f (at most 3)\n", median(ratios));
    unlink(file_in_tmp("out.md").c_str());
  }
  for (const char* name : {"book.md", "book.pdf", "raw.txt"}) unlink(file_in_tmp(name).c_str());
}

template <class Work>
double processor_time(Work work) {
  const clock_t start = clock();
  work();
  return static_cast<double>(clock() - start) / CLOCKS_PER_SEC;
}

// A word changes in a section in the middle; what is known of the others is used again.
void measure_change() {
  Workbook workbook = book_of(MarkdownBook().write(10));
  const std::string section = workbook.documents.front()->sections[25]->id;
  const ComposeOptions options{{}, {}, {2026, 11, 22}};
  std::vector<double> whole, changed;
  for (int run = 0; run < 15; ++run) {
    Fonts fonts;
    ComposeCache composed;
    LayoutCache cache;
    Pages pages;
    whole.push_back(
        processor_time([&] { pages = layout(compose(workbook, options, composed), {}, fonts, {}, cache); }));
    const std::string text = std::get<Prose>(find_section(workbook, section)->content).text;
    const Workbook edited = set_prose(workbook, section, text + "\n\nСлово.");
    changed.push_back(
        processor_time([&] { pages = layout(compose(edited, options, composed), {}, fonts, {}, cache); }));
  }
  std::printf("\nCompose and layout of 120 pages  %.1f ms; after a changed word  %.2f ms, ratio %.3f (at most 0.1)\n",
              median(whole) * 1e3, median(changed) * 1e3, median(changed) / median(whole));
}

void measure_file() {
  Workbook workbook = book_of(MarkdownBook().write(200));
  const std::string text = write_workbook(workbook);
  std::vector<double> ours, theirs;
  for (int run = 0; run < 9; ++run) {
    ours.push_back(processor_time([&] { static_cast<void>(write_workbook(*read_workbook(text)).size()); }));
    theirs.push_back(processor_time([&] { static_cast<void>(nlohmann::json::parse(text).dump(2).size()); }));
  }
  std::printf(
      "\nReading and writing a workbook of %.1f MB  %.0f ms; nlohmann parse and dump  %.0f ms, ratio %.2f (at most "
      "2.5)\n",
      static_cast<double>(text.size()) / 1e6, median(ours) * 1e3, median(theirs) * 1e3, median(ours) / median(theirs));
}

}  // namespace

int main() {
  measure_book();
  measure_change();
  measure_file();
  return 0;
}
