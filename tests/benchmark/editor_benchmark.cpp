// Prints what the window costs, without rasterising: a frame by the number of notes, a key press with the page beside
// it, the first frame, and the memory of many edits and undos.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "editor/call/call.h"
#include "editor/find/state.h"
#include "editor/session/examples.h"
#include "model/file/workbook_file.h"
#include "model/text/misspellings.h"
#include "templates/library.h"
#include "tests/benchmark/headless.h"
#include "tests/benchmark/long_lists.h"
#include "tests/benchmark/markdown_book.h"

using namespace canvasbook;

namespace {

// Resident memory of this process in megabytes.
double resident_megabytes() {
  std::ifstream file("/proc/self/statm");
  long all = 0;
  long resident = 0;
  file >> all >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

// The business model canvas with so many notes, spread over its blocks.
Workbook canvas_of(size_t notes) {
  Workbook workbook;
  IdSource ids(1);
  workbook =
      add_document(std::move(workbook), make_document(*find_template(Language::ru, "business_model_canvas"), ids));
  const Section& section = *workbook.documents.front()->sections.front();
  Board board = std::get<Board>(section.content);
  for (size_t i = 0; i < notes; ++i) {
    Note note;
    note.id = ids.next();
    note.text = "Заметка " + std::to_string(i) + ": утренний кофе за три минуты по дороге к метро";
    board.blocks[i % board.blocks.size()].notes.push_back(std::move(note));
  }
  return set_board(std::move(workbook), section.id, std::move(board));
}

double frame_ms(size_t notes) {
  Headless headless;
  headless.app.open(canvas_of(notes), {});
  for (int i = 0; i < 5; ++i) headless.frame();
  return frames_ms(headless, doing_nothing);
}

// A canvas with so many segments and twice as many notes for them.
Workbook segments_of(size_t count) {
  Workbook workbook = canvas_of(0);
  const Section& section = *workbook.documents.front()->sections.front();
  Board board = std::get<Board>(section.content);
  IdSource ids(2);
  const auto block = [&](const char* id) { return std::ranges::find(board.blocks, id, &Block::id); };
  for (size_t i = 0; i < count; ++i) {
    Note segment;
    segment.id = ids.next();
    segment.text = "Сегмент " + std::to_string(i) + ": те, кто едет на работу и торопится";
    for (int use = 0; use < 2; ++use) {
      Note note;
      note.id = ids.next();
      note.text = "Утренний кофе за три минуты по дороге к метро";
      note.segments = {segment.id};
      block("channels")->notes.push_back(std::move(note));
    }
    block("customer_segments")->notes.push_back(std::move(segment));
  }
  return set_board(std::move(workbook), section.id, std::move(board));
}

// A frame of the register of so many segments, or one in which a letter of a name is typed.
double register_ms(size_t count, bool types) {
  Headless headless;
  headless.app.open(segments_of(count), {});
  Session& session = *headless.app.session();
  session.show_register(RegisterKind::segments);
  for (int i = 0; i < 5; ++i) headless.frame();
  if (types) session.begin_entry(session.segments()[count / 2].id);
  headless.frame();
  return types ? frames_ms(headless, typing(headless)) : frames_ms(headless, doing_nothing);
}

// From a key to the finished frame, with the page panel open, in the canvas of the example.
double key_ms() {
  Headless headless;
  headless.app.open(*read_workbook(example_text(Language::ru)), {});
  headless.app.settings.panels.tab = SidePanel::preview;
  Session& session = *headless.app.session();
  for (int i = 0; i < 5; ++i) headless.frame();
  session.begin_note("part_roaster");
  headless.frame();
  return frames_ms(headless, typing(headless));
}

// A letter typed into the query, to the finished frame, in a workbook of so many bytes; with forms of words or without.
double query_ms(size_t bytes, bool word_forms) {
  Headless headless;
  const std::string_view text = example_text(Language::ru);
  Workbook workbook = *read_workbook(text);
  IdSource ids(1);
  const auto documents = workbook.documents;
  for (size_t size = text.size(); size < bytes; size += text.size()) {
    for (const auto& document : documents) workbook.documents.emplace_back(with_fresh_ids(*document, ids));
  }
  headless.app.open(std::move(workbook), {});
  headless.app.run_command("command.find");
  headless.app.state<FindPanel>().options.word_forms = word_forms;
  for (int i = 0; i < 3; ++i) headless.frame();
  std::vector<double> times;
  for (const char32_t letter : std::u32string_view(U"клиентом клиентом клиентом")) {
    const double start = processor_seconds();
    headless.app.input.text(letter);
    headless.frame();
    times.push_back(processor_seconds() - start);
  }
  return median_ms(times);
}

// A book of so many cues in ten sections.
Workbook book_of_cues(size_t count) {
  constexpr const char* subjects[] = {"цена",   "доставка", "договор", "гарантия", "скидка",  "поставщик", "качество",
                                      "монтаж", "склад",    "оплата",  "реклама",  "возврат", "срок"};
  constexpr const char* said[] = {
      "это слишком дорого для нас", "нам сейчас не нужно",   "мы подумаем и перезвоним", "другие предлагают дешевле",
      "решает только руководитель", "пришлите всё на почту", "у нас уже есть другой"};
  Workbook workbook;
  Document document;
  document.id = "book";
  for (size_t i = 0; i < count; ++i) {
    if (i % (count / 10) == 0) {
      const std::string id = "s" + std::to_string(i);
      document.sections.emplace_back(Section{id, "objections", "Ответы, часть " + id, 1, Responses{}, 0, {}});
    }
    Section section = *document.sections.back();
    Response response;
    response.id = "c" + std::to_string(i);
    response.cue = std::string(said[i % std::size(said)]) + ", " + subjects[i % std::size(subjects)] + " слово" +
                   std::to_string(i / 3);
    response.answers = {{response.id + "_1", "Понимаю. А с чем вы сравниваете?", {}},
                        {response.id + "_2", "Давайте посмотрим, что в это входит.", {}}};
    std::get<Responses>(section.content).responses.push_back(std::move(response));
    document.sections.back() = std::move(section);
  }
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

void print_calls() {
  for (const size_t count : {size_t{300}, size_t{5000}}) {
    const Workbook workbook = book_of_cues(count);
    double start = processor_seconds();
    CallIndex index(*workbook.documents.front());
    const double made = (processor_seconds() - start) * 1e3;
    std::vector<double> queries;
    for (int i = 0; i < 101; ++i) {
      start = processor_seconds();
      index.find(i % 2 == 0 ? "слишком дорого достав" : "руководитель решаит по", 30);
      queries.push_back(processor_seconds() - start);
    }
    Headless headless;
    headless.app.open(workbook, {});
    headless.frame();
    begin_call(headless.app);
    headless.frame();
    const auto letters = std::u32string_view(U"слишком дорого доставка ");
    const double key =
        frames_ms(headless, [&](int i) { headless.app.input.text(letters[static_cast<size_t>(i) % letters.size()]); });
    std::printf("a call with %4zu cues: index, query, key to frame     %6.1f ms, %6.2f ms (at most 5), %6.2f ms\n",
                count, made, median_ms(queries), key);
  }
}

double first_frame_ms() {
  const double start = processor_seconds();
  Headless headless;
  headless.app.open(*read_workbook(example_text(Language::ru)), {});
  headless.frame();
  return (processor_seconds() - start) * 1e3;
}

void print_memory() {
  Headless headless;
  headless.app.open(*read_workbook(example_text(Language::ru)), {});
  Session& session = *headless.app.session();
  const auto edit_and_undo = [&](int times) {
    for (int i = 0; i < times; ++i) {
      session.add_note("channels", "Заметка");
      session.end_writing();
      if (i % 10 == 0) headless.frame();
      session.undo();
    }
    headless.frame();
  };
  edit_and_undo(1000);
  const double before = resident_megabytes();
  edit_and_undo(10000);
  std::printf("memory before and after 10,000 edits, each undone     %6.1f MB, %6.1f MB\n", before,
              resident_megabytes());
}

// A book in one section of running text.
Workbook book_of(int chapters) {
  Workbook workbook;
  Document document;
  document.id = "book";
  document.sections.emplace_back(Section{"text", {}, "Book", 1, Prose{MarkdownBook().write(chapters)}, 0, {}});
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

// A frame of the shown text, or one in which a letter is typed.
double text_frame_ms(Headless& headless, bool types) {
  return types ? frames_ms(headless, typing(headless)) : frames_ms(headless, doing_nothing);
}

// The frame in which what waited for a pause of the typing is asked for.
double frame_after_pause_ms(Headless& headless) {
  std::vector<double> times;
  double seconds = 0;
  for (int i = 0; i < 11; ++i) {
    headless.app.input.text(U'б');
    headless.frame();
    headless.app.session()->compute_waiting(++seconds);
    headless.app.session()->compute_waiting(++seconds);
    const double start = processor_seconds();
    headless.frame();
    times.push_back(processor_seconds() - start);
  }
  return median_ms(times);
}

void print_long_books() {
  double first_frame = 0;
  double first_key = 0;
  for (const int chapters : {1, 100}) {
    Headless headless({"/usr/share/hunspell"});
    headless.app.open(book_of(chapters), {});
    headless.frame();
    headless.app.spelling.finish();
    headless.frame();
    const double frame = text_frame_ms(headless, false);
    headless.app.session()->begin_prose();
    headless.frame();
    const double key = text_frame_ms(headless, true);
    if (first_key == 0) first_frame = frame, first_key = key;
    std::printf("a text of %4d pages: frame, key at its end            %6.2f ms, %6.2f ms (%.2f, %.2f of the first)\n",
                chapters * 12, frame, key, frame / first_frame, key / first_key);
    std::printf("  the frame after a pause of the typing                %6.2f ms\n", frame_after_pause_ms(headless));
  }
}

// A book of 120 pages: a frame and a key, with spelling checked and without.
void print_spelling() {
  Headless headless({"/usr/share/hunspell"});
  headless.app.open(book_of(10), {});
  for (const bool checked : {false, true}) {
    headless.app.settings.spelling_checked = checked;
    headless.frame();
    headless.app.spelling.finish();
    double start = processor_seconds();
    headless.frame();
    const double first = (processor_seconds() - start) * 1e3;
    const double frame = text_frame_ms(headless, false);
    headless.app.session()->begin_prose();
    const double key = text_frame_ms(headless, true);
    headless.app.session()->end_writing();
    std::printf("a book of 120 pages, spelling %-11s frame, key     %6.2f ms, %6.2f ms; first frame %.1f ms\n",
                checked ? "checked:" : "unchecked:", frame, key, first);
    if (!checked) continue;
    const std::string text = std::get<Prose>(headless.app.session()->section()->content).text;
    start = processor_seconds();
    const size_t words = words_to_check(text).size();
    const double scanned = (processor_seconds() - start) * 1e3;
    for (const char* time : {"first", "second"}) {
      start = processor_seconds();
      const size_t found = headless.app.spelling.check_now(text).size();
      std::printf("all %zu words of it, the %s time: %zu unknown    %6.1f ms (reading %.1f ms)\n", words, time, found,
                  (processor_seconds() - start) * 1e3, scanned);
    }
  }
}

}  // namespace

int main() {
  std::printf("Processor time, median of 101, a window of 1440 x 900 without rasterising\n");
  std::printf("start of the window and first frame of the example    %6.1f ms\n", first_frame_ms());
  const double few = frame_ms(40);
  const double many = frame_ms(1000);
  const double most = frame_ms(10000);
  std::printf("frame of a canvas of 40 notes                         %6.2f ms\n", few);
  std::printf("frame of a canvas of 1,000 notes                      %6.2f ms\n", many);
  std::printf("frame of a canvas of 10,000 notes                     %6.2f ms, %.2f times 1,000 (at most 2)\n", most,
              most / many);
  for (const size_t count : {size_t{100}, size_t{5000}}) {
    std::printf("register of %4zu segments: frame, key in a name        %6.2f ms, %6.2f ms\n", count,
                register_ms(count, false), register_ms(count, true));
  }
  std::printf("key press to finished frame, the page beside it       %6.1f ms\n", key_ms());
  std::printf("letter of a query, in a workbook of 1 MB              %6.1f ms\n", query_ms(1'000'000, false));
  std::printf("the same in 10 MB; looking for any form of a word     %6.1f ms, %.1f ms\n", query_ms(10'000'000, false),
              query_ms(10'000'000, true));
  print_calls();
  print_long_lists();
  print_long_books();
  print_spelling();
  print_memory();
  return 0;
}
