// Whether anything grows faster than its file: for each shape and command, how many times the processor time and the
// memory of a file of twice the size are those of one. Prints what is more than 2.3 times and what takes too long to
// be measured, and ends with 1 then.
// Arguments: beginnings of the names of shapes to measure, else all; -v prints all lines; -x10 makes the files ten
// times as large.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "model/file/workbook_file.h"
#include "tests/benchmark/growth_shapes.h"
#include "tests/benchmark/processes.h"

using namespace canvasbook;
using growth::Shape;

namespace {

constexpr double most = 2.3;
constexpr double least_seconds = 0.1;  // below, runs differ from each other by more than growth shows
constexpr double least_memory = 30e6;  // bytes
constexpr rlim_t most_seconds = 5;     // a run that takes longer is stopped
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
  return {std::min(one.seconds, other.seconds), std::min(one.memory, other.memory), false};
}

// Opening a workbook and writing it as it is saved, in a process of its own.
Process measure_saving(const std::string& file) {
  const pid_t child = fork();
  if (child == 0) {
    limit_processor_time(most_seconds);
    const auto workbook = load_workbook(file);
    _exit(workbook && save_workbook(*workbook, file + ".saved") ? 0 : 1);
  }
  return wait_for(child, "saving " + file);
}

Process measure(const Measured& measured, const std::string& file) {
  if (measured.command == nullptr) return measure_saving(file);
  Command command{PROGRAM, measured.command, file};
  command.insert(command.end(), measured.options.begin(), measured.options.end());
  return run_process(command, measured.also_fine, most_seconds);
}

// What a file takes, and one of twice the size.
struct Growth {
  Process once;
  Process twice;

  // How many times more; 1 where the larger does not take enough to tell. What the program takes to start is in both,
  // so that the sizes are chosen to stand out from it.
  double time() const { return twice.seconds < least_seconds ? 1 : twice.seconds / once.seconds; }
  double memory() const { return twice.memory < least_memory ? 1 : twice.memory / once.memory; }
  bool is_over() const { return twice.was_stopped || time() > most || memory() > most; }
};

class Benchmark {
 public:
  Benchmark(bool prints_all, size_t times) : prints_all_(prints_all), times_(times) {
    char name[] = "/tmp/canvasbook-growth-XXXXXX";
    folder_ = mkdtemp(name);
  }
  ~Benchmark() { std::filesystem::remove_all(folder_); }

  void run(const Shape& shape) {
    for (const Measured& measured : commands) {
      if (shape.is_markdown && !measured.of_markdown) continue;
      size_t size = shape.size * times_;
      Growth growth = measure_growth(shape, measured, size);
      // A step, as when a list moves to more memory, is none at larger sizes; what truly grows too fast still does.
      for (int larger = 0; larger < 2 && growth.is_over() && !growth.twice.was_stopped; ++larger) {
        size *= 2;
        growth = measure_growth(shape, measured, size);
      }
      print(shape, measured, size, growth);
    }
    for (const auto& file : std::filesystem::directory_iterator(folder_)) std::filesystem::remove(file);
  }

  int measured() const { return measured_; }
  int over() const { return over_; }

 private:
  std::string file_of(const Shape& shape, size_t size) const {
    const std::string file = folder_ + "/" + std::to_string(size) + (shape.is_markdown ? ".md" : ".canvasbook");
    if (!std::filesystem::exists(file)) std::ofstream(file, std::ios::binary) << shape.make(size);
    return file;
  }

  // Measured again where it is over, since the machine may have done something else.
  Growth measure_growth(const Shape& shape, const Measured& measured, size_t size) const {
    const std::string large = file_of(shape, 2 * size);
    Growth growth{{}, measure(measured, large)};
    if (growth.twice.was_stopped) return growth;
    if (!prints_all_ && growth.twice.seconds < least_seconds && growth.twice.memory < least_memory) return growth;
    const std::string small = file_of(shape, size);
    growth.once = measure(measured, small);
    for (int runs = 1; runs < most_runs && growth.is_over(); ++runs) {
      growth.once = best(growth.once, measure(measured, small));
      growth.twice = best(growth.twice, measure(measured, large));
    }
    return growth;
  }

  void print(const Shape& shape, const Measured& measured, size_t size, const Growth& growth) {
    ++measured_;
    if (growth.is_over()) ++over_;
    if (!growth.is_over() && !prints_all_) return;
    std::printf("%-28s %-12s %7zu: ", shape.name, measured.name, size);
    if (growth.twice.was_stopped) {
      std::printf("twice as many take more than %d s\n", static_cast<int>(most_seconds));
    } else {
      std::printf("%6.2f s × %.2f, %5.0f MB × %.2f%s\n", growth.once.seconds, growth.time(), growth.once.memory / 1e6,
                  growth.memory(), growth.is_over() ? "  more than in proportion" : "");
    }
    std::fflush(stdout);
  }

  bool prints_all_;
  size_t times_;
  std::string folder_;
  int measured_ = 0;
  int over_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> wanted(argv + 1, argv + argc);
  const bool prints_all = std::erase(wanted, "-v") > 0;
  size_t times = 1;
  std::erase_if(wanted, [&](const std::string& word) {
    if (!word.starts_with("-x")) return false;
    times = std::stoul(word.substr(2));
    return true;
  });
  const auto start = std::chrono::steady_clock::now();
  Benchmark benchmark(prints_all, times);
  for (const Shape& shape : growth::shapes()) {
    const auto named = [&](const std::string& word) { return std::string(shape.name).starts_with(word); };
    if (wanted.empty() || std::ranges::any_of(wanted, named)) benchmark.run(shape);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("Twice the size takes more than %.1f times as much in %d of %d measurements (%.0f s)\n", most,
              benchmark.over(), benchmark.measured(), seconds.count());
  return benchmark.over() > 0 ? 1 : 0;
}
