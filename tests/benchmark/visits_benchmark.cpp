// Prints what many visits cost: 100 places with 50 visits each of a list of 100 items.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "export/compose/forms/forms.h"
#include "export/layout/layout.h"
#include "model/file/workbook_file.h"
#include "model/visit_results.h"
#include "model/visits_of_list.h"
#include "tests/benchmark/processes.h"

using namespace canvasbook;

namespace {

std::string file_in_tmp(const std::string& name) {
  return "/tmp/canvasbook-visits-" + std::to_string(getpid()) + "-" + name;
}

double megabytes(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 ? static_cast<double>(info.st_size) / 1e6 : 0;
}

// Ten groups of ten items.
Checklist list_of_100() {
  Checklist list;
  list.scale = Scale::yes_no_partly;
  for (int g = 0; g < 10; ++g) {
    CheckGroup group;
    group.id = "g" + std::to_string(g);
    group.title = "Этап " + std::to_string(g + 1);
    for (int i = 0; i < 10; ++i) {
      CheckItem item;
      item.id = "i" + std::to_string(g * 10 + i);
      item.text = "Сотрудник выполнил шаг " + std::to_string(i + 1) + " так, как записано в стандарте";
      item.critical = i == 0;
      group.items.push_back(std::move(item));
    }
    list.groups.push_back(std::move(group));
  }
  return list;
}

// Fifty visits a place over a year by five shoppers; every fiftieth mark has a comment, which most real visits exceed
// at weak items only.
Workbook workbook_of(int places) {
  std::mt19937 random(7);
  Visits visits;
  visits.checklist = "list";
  const Checklist list = list_of_100();
  visits.revisions.push_back(Shared<ListRevision>({"r", {2026, 1, 1}, "Визит", list, {}}));
  for (int p = 0; p < places; ++p) {
    for (int v = 0; v < 50; ++v) {
      Visit visit;
      visit.id = "v" + std::to_string(p * 50 + v);
      visit.head = {"Точка " + std::to_string(p + 1),
                    "Проверяющий " + std::to_string(v % 5 + 1),
                    {2026, v % 12 + 1, static_cast<int>(random() % 28) + 1},
                    "12:30"};
      visit.revision = "r";
      visit.finished = true;
      for (int i = 0; i < 100; ++i) {
        const unsigned drawn = static_cast<unsigned>(random() % 100);
        visit.marks.push_back(static_cast<std::int8_t>(drawn < 80   ? 2
                                                       : drawn < 88 ? 1
                                                       : drawn < 97 ? 0
                                                                    : mark_not_applicable));
        if (drawn % 50 == 49) visit.comments["i" + std::to_string(i)] = "Подошли через десять минут, не поздоровались";
      }
      visits.visits.push_back(Shared<Visit>(std::move(visit)));
    }
  }
  Document document;
  document.id = "control";
  document.title = "Контроль";
  document.language = Language::ru;
  document.sections.emplace_back(Section{"list", {}, "Визит", 1, list, 0, {}});
  document.sections.emplace_back(Section{"visits", std::string(visits_role), "Визиты", 1, std::move(visits), 0, {}});
  Workbook workbook;
  workbook.language = Language::ru;
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

template <class Work>
double processor_time(Work work) {
  std::vector<double> seconds;
  for (int run = 0; run < 5; ++run) {
    const clock_t start = clock();
    work();
    seconds.push_back(static_cast<double>(clock() - start) / CLOCKS_PER_SEC);
  }
  return median(seconds);
}

struct Cost {
  double open = 0, report = 0, pdf = 0;  // s
};

Cost measure(int places) {
  const std::string file = file_in_tmp("workbook.canvasbook");
  const std::string pdf = file_in_tmp("report.pdf");
  const Workbook workbook = workbook_of(places);
  std::ofstream(file, std::ios::binary) << write_workbook(workbook);
  const Visits& visits = *all_visits(workbook).front().visits;
  Cost cost;
  cost.open = run_process({PROGRAM, "info", file}).seconds;
  const double figures = processor_time([&] { static_cast<void>(results_of(visits)); });
  ComposeOptions options;
  options.date = {2026, 12, 31};
  size_t pages = 0;
  cost.report = processor_time([&] {
    Fonts fonts;
    pages = layout(compose_form(*find_print_form("results"), workbook, options, {}), {}, fonts).pages.size();
  });
  const Process exported =
      run_process({PROGRAM, "results", file, "--checklist", "list", "--to", "pdf", "-o", pdf, "--force"});
  cost.pdf = exported.seconds;
  std::printf(
      "%3d places, %4d visits of 100 items: file %.2f MB; opening %.0f ms; figures %.0f ms; report of %zu pages "
      "%.0f ms; as PDF %.0f ms, %.0f MB memory\n",
      places, places * 50, megabytes(file), cost.open * 1e3, figures * 1e3, pages, cost.report * 1e3, cost.pdf * 1e3,
      exported.memory / 1e6);
  for (const std::string& name : {file, pdf}) unlink(name.c_str());
  return cost;
}

}  // namespace

int main() {
  const Cost half = measure(50);
  const Cost whole = measure(100);
  std::printf("Of 5,000 visits at most: file 4 MB, opening 1000 ms, report 300 ms, PDF 2000 ms, memory 300 MB\n");
  std::printf("Twice as many cost: opening %.2f, report %.2f, PDF %.2f of the half (at most 2.3)\n",
              whole.open / half.open, whole.report / half.report, whole.pdf / half.pdf);
  return 0;
}
