// Reading whole files, and writing them so that a reader finds the old content or the new, never a part, and so that no
// content goes which its author does not know of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/base/result.h"

namespace canvasbook {

constexpr size_t largest_file = 256u << 20;  // bytes

// What is known of a file. Without its place and time (all 0) it stands for the content alone.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;     // bytes
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::uint64_t content = 0;  // checksum

  bool operator==(const FileStamp&) const = default;
};

// What a file holds, and the stamp of the very file that it was read from.
struct StampedText {
  std::string text;
  FileStamp stamp;
};

// Whether a pipe may stand in a file's place; what comes through it is then taken as the content. One that the shell
// hands over (`<(…)`, /dev/stdin, /dev/fd/N) is waited for as long as it is open. One with a name in a folder is waited
// for at most `longest_absence` where nobody stands at its other end, and `longest_wait` between two pieces.
enum class Pipes { refuse, read };
constexpr int longest_absence = 1000;  // milliseconds
constexpr int longest_wait = 5000;     // milliseconds

// The content of a file; never waits for a pipe or device that is refused. Errors: cannot_open, is_directory,
// not_a_file, too_large (over `largest_file`, told before reading).
Result<StampedText> read_stamped_file(const std::string& path, Pipes pipes = Pipes::refuse);
Result<std::string> read_file(const std::string& path, Pipes pipes = Pipes::refuse);

// What a new file may take the place of.
enum class Existing {
  replace,  // whatever is there
  refuse,   // nothing
  known,    // what `WriteOptions::known` says, or nothing
};

// What may go with the file that is replaced: rights that the new one cannot be given, and its other names (hard
// links), which keep the former content.
enum class Losses { refuse, accept };

struct WriteOptions {
  Existing existing = Existing::replace;
  FileStamp known = {};  // only its content counts
  Losses losses = Losses::refuse;
};

struct WrittenFile {
  FileStamp stamp;                   // of what was written, whatever stands there later
  std::optional<Error> lost;         // has_lost: what the losses that were accepted came to
  std::optional<Error> unconfirmed;  // not_confirmed: the file is there, but the disk did not say that it keeps it
};

// Replaces a file: writes a temporary file beside it, flushes it to the disk, renames it over the target and flushes
// the folder. Keeps owner, permissions and attributes of an existing target and follows symbolic links to it. What the
// target holds is looked at in the last moment. Takes away temporary files that ended processes left in the folder.
// On an error the target is as it was and no temporary file is left. Errors: cannot_write; folder_refuses where the
// folder is the reason; is_directory; not_a_file; target_exists, target_changed and would_lose as `options` say.
Result<WrittenFile> write_file(const std::string& path, std::string_view content, const WriteOptions& options = {});

// The same for what need not be read again: a pipe or device is written to as it is. A pipe is waited for as one that
// is read.
Result<WrittenFile> write_output(const std::string& path, std::string_view content, const WriteOptions& options = {});

// Writes all of it to an open file; waits at most `longest_wait` for a pipe that is full. Returns 0, or the system's
// error number.
int write_all(int descriptor, std::string_view content);

// The error of a file with which a call of the system failed: `code` with the system's number, or is_directory.
Error system_error(ErrorCode code, const std::string& path, int number);

// Whether a path means the standard output of this process, as "-" and "/dev/stdout" do.
bool means_standard_output(const std::string& path);

}  // namespace canvasbook
