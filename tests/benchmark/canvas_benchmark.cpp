// Prints what the 40-note canvas of the example costs as a whole process, against the yardstick empty_page.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace {

// Processor seconds that a program used, or a negative number when it failed.
double processor_seconds(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child || status != 0) return -1;
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

}  // namespace

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
    const double a = processor_seconds(canvas);
    const double b = processor_seconds(yardstick("load"));
    const double c = processor_seconds(yardstick("open"));
    if (a < 0 || b <= 0 || c <= 0) {
      std::fprintf(stderr, "a measured program failed\n");
      return 1;
    }
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
