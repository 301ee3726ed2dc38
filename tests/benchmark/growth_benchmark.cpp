// Whether anything grows faster than its file: for each shape and command, how many times the processor time and the
// memory of a file of twice the size are those of one. Prints what is more than 2.3 times, and ends with 1 then.
// Arguments: beginnings of the names of shapes to measure, else all; -v prints all lines.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "model/workbook_file.h"
#include "tests/benchmark/growth_shapes.h"
#include "tests/benchmark/processes.h"

using namespace canvasbook;
using growth::Shape;

namespace {

constexpr double most = 2.3;
constexpr double least_seconds = 0.1;  // below, runs differ from each other by more than growth shows
constexpr double least_memory = 30e6;  // bytes
constexpr int most_runs = 4;

struct Measured {
  const char* name;
  const char* command;
  std::vector<std::string> options;
  bool of_markdown;   // whether it takes a Markdown file
  int also_fine = 0;  // exit code
};

const std::vector<Measured> commands{
    {"info", "info", {}, false},
    {"check", "check", {}, false, 3},
    {"find", "find", {"word"}, false, 1},
    {"saving", nullptr, {}, false},
    {"to Markdown", "export", {"--to", "md", "-o", "-"}, true},
    {"to PDF", "export", {"--to", "pdf", "-o", "-"}, true},
};

// Of several runs the least: whatever else the machine does only adds.
Process best(const Process& one, const Process& other) {
  return {std::min(one.seconds, other.seconds), std::min(one.memory, other.memory)};
}

// Opening a workbook and writing it as it is saved, in a process of its own.
Process measure_saving(const std::string& file) {
  const pid_t child = fork();
  if (child == 0) {
    const auto workbook = load_workbook(file);
    _exit(workbook && save_workbook(*workbook, file) ? 0 : 1);
  }
  return wait_for(child, "saving " + file);
}

Process measure(const Measured& measured, const std::string& file) {
  if (measured.command == nullptr) return measure_saving(file);
  Command command{PROGRAM, measured.command, file};
  command.insert(command.end(), measured.options.begin(), measured.options.end());
  return run_process(command, measured.also_fine);
}

std::string write_file(const std::string& folder, const Shape& shape, size_t size) {
  const std::string file = folder + "/" + std::to_string(size) + (shape.is_markdown ? ".md" : ".canvasbook");
  std::ofstream(file, std::ios::binary) << shape.make(size);
  return file;
}

// How many times more twice the size takes; 1 where neither takes enough to tell. What the program takes to start is in
// both, so that the sizes are chosen to stand out from it.
double ratio(double once, double twice, double least) { return twice < least ? 1 : twice / once; }

class Benchmark {
 public:
  explicit Benchmark(bool prints_all) : prints_all_(prints_all) {
    char name[] = "/tmp/canvasbook-growth-XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~Benchmark() { std::system(("rm -r " + folder_).c_str()); }

  void run(const Shape& shape) {
    const std::string small = write_file(folder_, shape, shape.size);
    const std::string large = write_file(folder_, shape, 2 * shape.size);
    for (const Measured& measured : commands) {
      if (shape.is_markdown && !measured.of_markdown) continue;
      Process once = measure(measured, small);
      Process twice = measure(measured, large);
      const auto time = [&] { return ratio(once.seconds, twice.seconds, least_seconds); };
      const auto memory = [&] { return ratio(once.memory, twice.memory, least_memory); };
      for (int runs = 1; runs < most_runs && (time() > most || memory() > most); ++runs) {
        once = best(once, measure(measured, small));
        twice = best(twice, measure(measured, large));
      }
      const bool grows = time() > most || memory() > most;
      if (grows) ++count_;
      if (!grows && !prints_all_) continue;
      std::printf("%-28s %-12s %7zu: %6.2f s × %.2f, %5.0f MB × %.2f%s\n", shape.name, measured.name, shape.size,
                  once.seconds, time(), once.memory / 1e6, memory(), grows ? "  more than in proportion" : "");
      std::fflush(stdout);
    }
    unlink(small.c_str());
    unlink(large.c_str());
  }

  int count() const { return count_; }

 private:
  bool prints_all_;
  std::string folder_;
  int count_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> wanted(argv + 1, argv + argc);
  const bool prints_all = std::erase(wanted, "-v") > 0;
  Benchmark benchmark(prints_all);
  for (const Shape& shape : growth::shapes()) {
    const auto named = [&](const std::string& word) { return std::string(shape.name).starts_with(word); };
    if (wanted.empty() || std::ranges::any_of(wanted, named)) benchmark.run(shape);
  }
  std::printf("Twice the size takes more than %.1f times as much in %d of the measurements\n", most, benchmark.count());
  return benchmark.count() > 0 ? 1 : 0;
}
