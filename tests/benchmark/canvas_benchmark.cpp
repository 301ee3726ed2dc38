// Prints what the 40-note canvas of the example costs as a whole process, against the yardstick empty_page.
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "tests/benchmark/processes.h"

using namespace canvasbook;

int main() {
  const std::string target = "/tmp/canvasbook-benchmark-" + std::to_string(getpid()) + ".pdf";
  const std::string fonts = "/usr/share/fonts/truetype/paratype/";
  const std::vector<std::string> canvas{
      PROGRAM,      "export", SOURCE_FOLDER "/assets/examples/coffee-shop.ru.canvasbook",
      "--document", "model",  "--to",
      "pdf",        "-o",     target,
      "--force"};
  const auto yardstick = [&](const char* how) {
    return std::vector<std::string>{EMPTY_PAGE,          how, target, fonts + "PTS55F.ttf", fonts + "PTS75F.ttf",
                                    fonts + "PTS56F.ttf"};
  };
  constexpr int runs = 41;
  std::vector<double> ours, load, open, load_ratio, open_ratio;
  for (int i = 0; i < runs; ++i) {
    const double a = run_process(canvas).seconds;
    const double b = run_process(yardstick("load")).seconds;
    const double c = run_process(yardstick("open")).seconds;
    ours.push_back(a);
    load.push_back(b);
    open.push_back(c);
    load_ratio.push_back(a / b);
    open_ratio.push_back(a / c);
  }
  unlink(target.c_str());
  std::printf("Processor time of whole processes, median of %d runs\n", runs);
  std::printf("canvas of the example with its detail pages  %5.1f ms\n", median(ours) * 1e3);
  std::printf("libharu, same fonts for UTF-8, empty page    %5.1f ms, ratio %.2f (at most 3)\n", median(load) * 1e3,
              median(load_ratio));
  std::printf("libharu, same font files only opened         %5.1f ms, ratio %.2f\n", median(open) * 1e3,
              median(open_ratio));
  return 0;
}
