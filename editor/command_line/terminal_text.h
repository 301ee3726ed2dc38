// Text from files and arguments on a terminal: what would steer the terminal is shown instead.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace canvasbook {

// The text with a mark in place of each character that a terminal would obey or that would turn the order of what is
// read: "␛" for U+001B and its like, "<U+009B>" for the control characters of C1, separators of lines and changes of
// direction. Line feeds and tabs stay. Bytes that are no UTF-8 become "\xNN".
std::string terminal_text(std::string_view text);

// A title or another text of which a list has one line: line feeds and tabs are marked too, as "␊" and "␉".
std::string terminal_line(std::string_view text);

// The same characters as JSON escapes them. They stand in strings alone, so a whole JSON text can be given.
std::string terminal_json(std::string_view json);

// A stream that gives all it is given on to another as terminal_text, line by line.
class TerminalStream : public std::ostream {
 public:
  explicit TerminalStream(std::ostream& target) : std::ostream(&buffer_), buffer_(target) {}

  // The system's error number of the first writing that failed; 0 where none did.
  int problem() const { return buffer_.problem(); }

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(std::ostream& target) : target_(target) {}
    ~Buffer() override { give_on(waiting_.size()); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    int problem() const { return problem_; }

   protected:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize count) override;
    int sync() override;

   private:
    void give_on(size_t length);
    void note_problem();

    std::ostream& target_;
    std::string waiting_;  // less than a line
    int problem_ = 0;
  };

  Buffer buffer_;
};

}  // namespace canvasbook
