#include "editor/system/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace canvasbook {

namespace {

// The preparations of posix_spawn, which it wants back.
struct Preparations {
  Preparations() {
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
  }
  ~Preparations() {
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
  }
  Preparations(const Preparations&) = delete;
  Preparations& operator=(const Preparations&) = delete;

  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
};

// The list that the system wants; valid as long as the texts are.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

void prepare_files(posix_spawn_file_actions_t& files, int output) {
  // The output comes first: it may itself have the number 0 or 2.
  if (output >= 0) ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  if (output < 0) ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
}

void prepare_attributes(posix_spawnattr_t& attributes, bool in_own_group) {
  // A program would inherit which signals we ignore, as main.cpp does with some.
  sigset_t defaults;
  sigset_t blocked;
  ::sigemptyset(&defaults);
  ::sigemptyset(&blocked);
  for (const int signal : {SIGPIPE, SIGXFSZ, SIGCHLD}) ::sigaddset(&defaults, signal);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setsigmask(&attributes, &blocked);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  const int group = in_own_group ? POSIX_SPAWN_SETPGROUP : 0;
  ::posix_spawnattr_setflags(&attributes, static_cast<short>(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group));
}

}  // namespace

Result<int> start_program(const ProgramStart& start) {
  std::vector<std::string> command = start.command;
  std::vector<std::string> environment = start.environment;
  Preparations preparations;
  prepare_files(preparations.files, start.output);
  prepare_attributes(preparations.attributes, start.in_own_group);
  pid_t process = 0;
  const int number = ::posix_spawn(&process, command.front().c_str(), &preparations.files, &preparations.attributes,
                                   pointers_to(command).data(), pointers_to(environment).data());
  if (number != 0) return Error{ErrorCode::cannot_open, command.front(), 0, 0, {}, std::to_string(number)};
  return process;
}

std::optional<int> exit_code_of(int process) {
  int status = 0;
  const pid_t ended = ::waitpid(process, &status, WNOHANG);
  if (ended == 0 || (ended < 0 && errno == EINTR)) return std::nullopt;
  return ended > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int wait_for(int process) {
  int status = 0;
  pid_t ended = 0;
  do {
    ended = ::waitpid(process, &status, 0);
  } while (ended < 0 && errno == EINTR);
  return ended == process && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace canvasbook
