#include "editor/session/recovery.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <functional>

#include "editor/session/recovery_records.h"
#include "model/base/checksum.h"
#include "tests/edits.h"
#include "tests/full_disk.h"
#include "tests/recoveries.h"
#include "tests/samples.h"

namespace canvasbook::recovery_test {

namespace {

namespace fs = std::filesystem;
using samples::bytes_of;
using samples::make_document_of;
using samples::make_note;
using samples::make_section;
using samples::make_workbook;
using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;
using samples::with_full_disk;

const RecoveryHeader header{"/home/anna/Кофейня.canvasbook", "Morning", "12:00", "00000000000000ab"};

RecoveryJournal started(const TemporaryFolder& folder, const Workbook& workbook, const std::string& id = "id1") {
  auto journal = RecoveryJournal::start(folder.path().string(), id, header, workbook);
  REQUIRE(journal);
  return std::move(*journal);
}

std::string journal_file(const TemporaryFolder& folder, const std::string& id = "id1") {
  return folder.file(id + ".journal");
}

// The only journal of a folder.
RecoveredWorkbook found(const TemporaryFolder& folder) {
  auto recoveries = find_recoveries(folder.path().string());
  REQUIRE(recoveries.size() == 1);
  return std::move(recoveries[0]);
}

void check_found(const TemporaryFolder& folder, const Workbook& workbook, const std::string& time) {
  const RecoveredWorkbook recovered = found(folder);
  REQUIRE(recovered.workbook);
  CHECK((*recovered.workbook == workbook));
  CHECK(recovered.time == time);
}

Workbook with_text(const Workbook& workbook, const std::string& text) {
  return set_section(workbook, make_section("prose", Prose{text}));
}

Workbook small_workbook() {
  return make_workbook({make_document_of("model", {make_section("canvas", samples::sound_board())}),
                        make_document_of("text", {make_section("prose", Prose{"first"})})});
}

// Documents with a full canvas each; ids are unique.
Workbook large_workbook(int documents) {
  std::vector<Document> list;
  for (int d = 0; d < documents; ++d) {
    const std::string number = std::to_string(d);
    Board board = samples::sound_board();
    for (Block& block : board.blocks) {
      for (Note& note : block.notes) note.id += number;
      block.notes.push_back(make_note(block.id + "_more" + number));
    }
    list.push_back(make_document_of("d" + number, {make_section("s" + number, std::move(board))}));
  }
  return make_workbook(std::move(list));
}

Workbook with_note_text(const Workbook& workbook, const std::string& section, const std::string& note,
                        const std::string& text) {
  for (const auto& document : workbook.documents) {
    for (const auto& candidate : document->sections) {
      if (candidate->id != section) continue;
      Section changed = *candidate;
      Board board = std::get<Board>(changed.content);
      Note other = *find_note(board, note);
      other.text = text;
      changed.content = set_note(std::move(board), other);
      return set_section(workbook, changed);
    }
  }
  return workbook;
}

// Random edits; each gives another workbook or the same.
class RandomEdits {
 public:
  Workbook edited(Workbook workbook) {
    switch (number(0, 9)) {
      case 0:
        return add_document(std::move(workbook), document());
      case 1:
        return dismiss_finding(std::move(workbook), {"rule" + text(), text(), text(), text(), {}});
      case 2:
        workbook.company = text();
        return workbook;
      case 3:
        if (!workbook.documents.empty())
          workbook.documents.erase(workbook.documents.begin() + pick(workbook.documents));
        return workbook;
      case 4:
        if (!workbook.documents.empty())
          std::swap(workbook.documents.front(), workbook.documents[static_cast<size_t>(pick(workbook.documents))]);
        return workbook;
      case 5:
        return changed_document(std::move(workbook), [&](Document& changed) { changed.title = text(); });
      case 6:
        return changed_document(std::move(workbook), [&](Document& changed) {
          changed.sections.insert(changed.sections.begin() + number(0, static_cast<int>(changed.sections.size())),
                                  section());
        });
      case 7:
        return changed_document(std::move(workbook), [&](Document& changed) {
          if (!changed.sections.empty()) changed.sections.erase(changed.sections.begin() + pick(changed.sections));
        });
      default:
        return with_changed_section(workbook);
    }
  }

 private:
  int number(int least, int most) { return *rc::gen::inRange(least, most + 1); }
  template <class List>
  int pick(const List& list) {
    return number(0, static_cast<int>(list.size()) - 1);
  }
  std::string id() { return "i" + std::to_string(++ids_); }
  std::string text() {
    return *rc::gen::element<std::string>("", "ёж", "\"", "\\", "\n", "\r\n  ", "😀", std::string(1, '\0'), "}\n{", "a");
  }

  Section section() {
    Section section = make_section(id(), Prose{text()});
    section.title = text();
    if (number(0, 1) == 0) return section;
    Board board;
    board.columns = 2;
    for (int column = 0; column < 2; ++column) {
      Block block = samples::make_block(id(), column, {});
      block.title = text();
      board.blocks.push_back(std::move(block));
    }
    section.content = std::move(board);
    return section;
  }

  Document document() {
    std::vector<Section> sections;
    for (int count = number(0, 2); count > 0; --count) sections.push_back(section());
    return make_document_of(id(), std::move(sections));
  }

  template <class Change>
  Workbook changed_document(Workbook workbook, Change change) {
    if (workbook.documents.empty()) return workbook;
    auto& document = workbook.documents[static_cast<size_t>(pick(workbook.documents))];
    Document changed = *document;
    change(changed);
    document = std::move(changed);
    return workbook;
  }

  Workbook with_changed_section(const Workbook& workbook) {
    if (workbook.documents.empty()) return workbook;
    const auto& document = workbook.documents[static_cast<size_t>(pick(workbook.documents))];
    if (document->sections.empty()) return workbook;
    Section changed = *document->sections[static_cast<size_t>(pick(document->sections))];
    if (Board* board = std::get_if<Board>(&changed.content)) {
      const std::string block = board->blocks[static_cast<size_t>(pick(board->blocks))].id;
      std::vector<std::string> notes;
      for (const Block& candidate : board->blocks) {
        for (const Note& note : candidate.notes) notes.push_back(note.id);
      }
      const int action = notes.empty() ? 0 : number(0, 3);
      const std::string note = notes.empty() ? "" : notes[static_cast<size_t>(pick(notes))];
      if (action == 0) *board = add_note(*board, block, make_note(id()), static_cast<size_t>(number(0, 3)));
      if (action == 1) *board = remove_note(*board, note);
      if (action == 2) *board = move_note(*board, note, block, static_cast<size_t>(number(0, 3)));
      if (action == 3) {
        Note other = *find_note(*board, note);
        other.text = text();
        *board = set_note(*board, other);
      }
    } else {
      changed.content = Prose{text()};
    }
    return set_section(workbook, changed);
  }

  int ids_ = 0;
};

}  // namespace

TEST_CASE("what was recorded last is recovered, with what the start screen tells about it") {
  const TemporaryFolder folder;
  Workbook workbook = small_workbook();
  {
    auto journal = started(folder, workbook);
    workbook = with_text(workbook, "second");
    REQUIRE(journal.record(workbook, "12:01"));
    workbook = with_note_text(workbook, "canvas", "value", "Coffee in two minutes");
    REQUIRE(journal.record(workbook, "12:02"));
  }
  check_found(folder, workbook, "12:02");
  const RecoveredWorkbook recovered = found(folder);
  CHECK(recovered.id == "id1");
  CHECK(recovered.header == header);
  CHECK_FALSE(recovered.saved);
  CHECK(recovered.documents == 2);
  CHECK(recovered.notes == 9);
}

TEST_CASE("a workbook that was opened and not changed yet is recovered as it was") {
  const TemporaryFolder folder;
  { const auto journal = started(folder, small_workbook()); }
  check_found(folder, small_workbook(), "12:00");
}

TEST_CASE("a workbook that was never saved is recovered too") {
  const TemporaryFolder folder;
  const std::string below = folder.file("not/yet/there");
  { REQUIRE(RecoveryJournal::start(below, "x", {"", "", "now"}, Workbook{})); }
  const auto recoveries = find_recoveries(below);
  REQUIRE(recoveries.size() == 1);
  CHECK(recoveries[0].header.path.empty());
  REQUIRE(recoveries[0].workbook);
  CHECK((*recoveries[0].workbook == Workbook{}));
}

TEST_CASE("every kind of change is recovered") {
  const TemporaryFolder folder;
  Workbook workbook = small_workbook();
  auto journal = std::optional(started(folder, workbook));
  const auto check_recorded = [&](const Workbook& changed) {
    workbook = changed;
    REQUIRE(journal->record(workbook, "later"));
    const RecoveredWorkbook recovered = read_journal(bytes_of(journal_file(folder)));
    REQUIRE(recovered.workbook);
    CHECK((*recovered.workbook == workbook));
  };
  const auto with_document = [&](auto change) {
    Workbook changed = workbook;
    Document document = *changed.documents[0];
    change(document);
    changed.documents[0] = document;
    return changed;
  };
  check_recorded(add_document(workbook, make_document_of("new", {make_section("s", Prose{"x"})})));
  check_recorded(dismiss_finding(workbook, {"empty_block", "model", "a", "later", {{"who", "\"me\""}}}));
  check_recorded(with_document([](Document& document) { document.title = "Renamed"; }));
  check_recorded(with_document([](Document& document) { document.language = Language::ru; }));
  check_recorded(with_document([](Document& document) { document.unknown = {{"later", "[1]"}}; }));
  check_recorded(with_document([](Document& document) {
    document.sections.insert(document.sections.begin(), make_section("before", Prose{"y"}));
  }));
  check_recorded(with_document([](Document& document) { std::swap(document.sections[0], document.sections[1]); }));
  check_recorded(with_document([](Document& document) { document.sections.pop_back(); }));
  Workbook changed = workbook;
  std::ranges::reverse(changed.documents);
  check_recorded(changed);
  // a section goes from one document to another
  Document from = *changed.documents[0];
  Document to = *changed.documents[2];
  to.sections.push_back(from.sections[0]);
  from.sections.clear();
  changed.documents[0] = from;
  changed.documents[2] = to;
  check_recorded(changed);
  changed.documents.erase(changed.documents.begin());
  check_recorded(changed);
  changed.company = "Вечер";
  changed.page_size = PageSize::A3;
  changed.modified = {2027, 1, 1};
  changed.unknown = {{"later", "{\"a\":[]}"}};
  check_recorded(changed);
  changed.documents.clear();
  check_recorded(changed);
}

TEST_CASE("random edits are recovered, each after its record") {
  CHECK(rc::check([] {
    RandomEdits edits;
    Workbook workbook = make_workbook({});
    std::string journal = first_record(header, workbook, false);
    for (int count = *rc::gen::inRange(1, 30); count > 0; --count) {
      const Workbook after = edits.edited(workbook);
      const auto line = change_record(workbook, after, "t");
      RC_ASSERT(line.has_value() == (after != workbook));
      journal += line.value_or("");
      workbook = after;
      const RecoveredWorkbook recovered = read_journal(journal);
      if (!recovered.workbook) RC_FAIL(recovered.workbook.error().item + "\n" + journal);
      RC_ASSERT((*recovered.workbook == workbook));
    }
  }));
}

TEST_CASE("random edits are recovered from the disk, through fresh whole records as well") {
  CHECK(rc::check([] {
    const TemporaryFolder folder;
    RandomEdits edits;
    Workbook workbook = make_workbook({});
    {
      auto journal = RecoveryJournal::start(folder.path().string(), "id1", header, workbook);
      RC_ASSERT(journal.has_value());
      for (int count = *rc::gen::inRange(1, 12); count > 0; --count) {
        workbook = edits.edited(workbook);
        RC_ASSERT(journal->record(workbook, "t").has_value());
        RC_ASSERT(journal->size() == fs::file_size(journal_file(folder)));
      }
    }
    const auto recoveries = find_recoveries(folder.path().string());
    RC_ASSERT(recoveries.size() == 1u);
    RC_ASSERT(recoveries[0].workbook.has_value());
    RC_ASSERT((*recoveries[0].workbook == workbook));
  }));
}

TEST_CASE("a journal that was cut anywhere gives the last whole record before the cut") {
  std::vector<Workbook> states{small_workbook()};
  std::string journal = first_record(header, states[0], false);
  std::vector<size_t> ends{journal.size()};
  for (int i = 1; i <= 6; ++i) {
    Workbook next = with_text(states.back(), "text " + std::to_string(i) + "\n");
    if (i % 2 == 0) next.company += "!";
    if (i % 3 == 0) next = add_document(next, make_document_of("d" + std::to_string(i), {}));
    journal += change_record(states.back(), next, std::to_string(i)).value_or("");
    states.push_back(next);
    ends.push_back(journal.size());
  }
  for (size_t cut = 0; cut <= journal.size(); cut += cut + 3 < ends[0] ? 7 : 1) {
    CAPTURE(cut);
    const RecoveredWorkbook recovered = read_journal(journal.substr(0, cut));
    if (cut < ends[0]) {
      CHECK_FALSE(recovered.workbook);
      continue;
    }
    const auto whole = static_cast<size_t>(std::ranges::upper_bound(ends, cut) - ends.begin());
    REQUIRE(recovered.workbook);
    CHECK(recovered.lost == 0);  // it is merely torn
    REQUIRE((*recovered.workbook == states[whole - 1]));
  }
}

TEST_CASE("a damaged byte anywhere costs the record in which it stands, or the two that it joins, and no other") {
  const Workbook first = small_workbook();
  const Workbook second = with_text(first, "second");
  Workbook third = second;
  third.company = "Third";
  Workbook only_third = first;
  only_third.company = "Third";
  std::string journal = first_record(header, first, false);
  const size_t header_end = journal.find('\n');
  const size_t first_end = journal.size();
  journal += *change_record(first, second, "2");
  const size_t second_end = journal.size();
  journal += *change_record(second, third, "3");
  for (size_t at = 0; at<journal.size(); at += at> header_end && at + 11 < first_end ? 11 : 1) {
    CAPTURE(at);
    std::string damaged = journal;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    const RecoveredWorkbook recovered = read_journal(damaged);
    REQUIRE(recovered.workbook.has_value() == (at < header_end || at >= first_end));
    if (!recovered.workbook) continue;
    const bool is_torn = at + 1 == journal.size();  // the last byte ends a line
    CHECK(recovered.lost == (is_torn ? 0 : 1));
    CHECK(recovered.header.path == (at < header_end ? "" : header.path));
    const Workbook& expected = at < header_end        ? third
                               : at + 1 == second_end ? first
                               : at < second_end      ? only_third
                                                      : second;
    CHECK((*recovered.workbook == expected));
  }
}

TEST_CASE("what is written after a lost record is kept, though the section or the document began in that record") {
  const Workbook first = small_workbook();
  Workbook with_section = first;
  Document longer = *with_section.documents[1];
  longer.sections.emplace_back(make_section("more", Prose{"more"}));
  with_section.documents[1] = std::move(longer);
  const Workbook with_document = add_document(with_section, make_document_of("new", {make_section("own", Prose{"a"})}));
  Workbook written = set_section(with_document, make_section("more", Prose{"written into the section"}));
  written = set_section(written, make_section("own", Prose{"written into the document"}));
  std::string lost = change_record(first, with_document, "2").value_or("");
  lost[20] = '!';
  const std::string journal = first_record(header, first, true) + lost + *change_record(with_document, written, "3");
  const RecoveredWorkbook recovered = read_journal(journal);
  REQUIRE(recovered.workbook);
  CHECK(recovered.lost == 1);
  CHECK_FALSE(recovered.saved);
  CHECK(recovered.time == "3");
  REQUIRE(find_section(*recovered.workbook, "more") != nullptr);
  CHECK((*find_section(*recovered.workbook, "more") == *find_section(written, "more")));
  REQUIRE(find_section(*recovered.workbook, "own") != nullptr);
  CHECK((*find_section(*recovered.workbook, "own") == *find_section(written, "own")));
}

TEST_CASE("of random edits with one record lost there is always a workbook, and a lost last record costs that alone") {
  CHECK(rc::check([] {
    RandomEdits edits;
    Workbook workbook = make_workbook({});
    const std::string first = first_record(header, workbook, false);
    std::vector<std::string> records;
    std::vector<Workbook> states{workbook};
    for (int count = *rc::gen::inRange(1, 20); count > 0; --count) {
      const Workbook after = edits.edited(workbook);
      if (const auto line = change_record(workbook, after, "t")) {
        records.push_back(*line);
        states.push_back(after);
      }
      workbook = after;
    }
    if (records.empty()) return;
    const auto lost = *rc::gen::inRange<size_t>(0, records.size());
    records[lost][20] = '\0';
    std::string journal = first;
    for (const std::string& record : records) journal += record;
    const RecoveredWorkbook recovered = read_journal(journal);
    RC_ASSERT(recovered.workbook.has_value());
    RC_ASSERT(recovered.lost >= 1u);
    if (lost + 1 == records.size()) RC_ASSERT((*recovered.workbook == states[lost]));
  }));
}

TEST_CASE("a change of one note among 200 documents writes less than 3 % of the whole") {
  const TemporaryFolder folder;
  Workbook workbook = large_workbook(200);
  auto journal = started(folder, workbook);
  const size_t whole = journal.size();
  workbook = with_note_text(workbook, "s77", "value77", "Another text");
  REQUIRE(journal.record(workbook, "12:01"));
  const size_t change = journal.size() - whole;
  CHECK(change > 0);
  CHECK(change * 100 < whole * 3);
}

TEST_CASE("what a change writes does not grow with the number of documents") {
  std::vector<size_t> written;
  for (const int documents : {2, 20, 200}) {
    const Workbook before = large_workbook(documents);
    const Workbook after = with_note_text(before, "s1", "value1", "Another text");
    written.push_back(change_record(before, after, "t").value_or("").size());
  }
  CHECK(written[0] > 0);
  CHECK(written[1] == written[0]);
  CHECK(written[2] == written[0]);
}

TEST_CASE("recording a workbook that is as before writes nothing, also one that was read anew") {
  const TemporaryFolder folder;
  auto journal = started(folder, small_workbook());
  const size_t size = journal.size();
  REQUIRE(journal.record(small_workbook(), "12:01"));
  CHECK(journal.size() == size);
  CHECK(fs::file_size(journal_file(folder)) == size);
}

TEST_CASE("a journal never grows over four times its first record, however long one types") {
  const TemporaryFolder folder;
  Workbook workbook = small_workbook();
  size_t first = 0;
  size_t replaced = 0;
  {
    auto journal = started(folder, workbook);
    first = journal.size();
    for (int i = 0; i < 300; ++i) {
      const size_t before = journal.size();
      workbook = with_text(workbook, "letter " + std::to_string(i));
      REQUIRE(journal.record(workbook, std::to_string(i)));
      if (journal.size() < before) ++replaced;
      REQUIRE(journal.size() <= first * 4 + 100);
    }
    CHECK(find_recoveries(folder.path().string()).empty());  // the fresh file is locked as well
  }
  CHECK(replaced > 0);
  CHECK(folder.entries() == 1);
  check_found(folder, workbook, "299");
}

TEST_CASE("after a save there is nothing to recover until something changes, and the new path is known") {
  const TemporaryFolder folder;
  Workbook workbook = small_workbook();
  {
    auto journal = started(folder, workbook);
    workbook = with_text(workbook, "saved");
    REQUIRE(journal.record_saved(workbook, "12:10", "/home/anna/new.canvasbook", "00000000000000cd"));
    REQUIRE(journal.record(workbook, "12:11"));
  }
  RecoveredWorkbook recovered = found(folder);
  CHECK(recovered.saved);
  CHECK(recovered.time == "12:10");
  CHECK(recovered.header.path == "/home/anna/new.canvasbook");
  CHECK(recovered.header.known == "00000000000000cd");
  REQUIRE(forget_recovery(folder.path().string(), "id1"));
  {
    auto journal = started(folder, workbook);
    REQUIRE(journal.record_saved(workbook, "12:12", header.path, "00000000000000cd"));
    for (int i = 0; i < 100; ++i) {
      workbook = with_text(workbook, std::to_string(i));
      REQUIRE(journal.record(workbook, "12:13"));
    }
  }
  recovered = found(folder);
  CHECK_FALSE(recovered.saved);
  CHECK(recovered.header.path == header.path);
  CHECK(recovered.header.known == "00000000000000cd");
  check_found(folder, workbook, "12:13");
}

TEST_CASE("a save that happens to write a fresh whole record counts as saved too") {
  const TemporaryFolder folder;
  Workbook workbook = small_workbook();
  {
    auto journal = started(folder, workbook);
    for (int i = 0; i < 100; ++i) {
      workbook = with_text(workbook, std::to_string(i));
      REQUIRE(journal.record_saved(workbook, "t", "/saved"));
    }
    workbook = with_text(workbook, std::string(journal.size() * 4, 'x'));
    REQUIRE(journal.record_saved(workbook, "u", "/last"));
  }
  const RecoveredWorkbook recovered = found(folder);
  CHECK(recovered.saved);
  CHECK(recovered.header.path == "/last");
  check_found(folder, workbook, "u");
}

TEST_CASE("a workbook that was closed leaves no journal, and nothing can be recorded into it") {
  const TemporaryFolder folder;
  auto journal = started(folder, small_workbook());
  journal.remove();
  CHECK(folder.entries() == 0);
  CHECK_FALSE(journal.record(with_text(small_workbook(), "late"), "12:01"));
  journal.remove();
  CHECK(folder.entries() == 0);
}

TEST_CASE("an open workbook is not offered, and cannot be forgotten by another window") {
  const TemporaryFolder folder;
  const std::string path = folder.path().string();
  const auto journal = started(folder, small_workbook());
  CHECK(find_recoveries(path).empty());
  const auto forgotten = forget_recovery(path, "id1");
  REQUIRE_FALSE(forgotten);
  CHECK(forgotten.error().detail == std::to_string(EWOULDBLOCK));
  CHECK(fs::exists(journal_file(folder)));
}

TEST_CASE("a journal that waits to be recovered is not overwritten by a new one") {
  const TemporaryFolder folder;
  { const auto journal = started(folder, small_workbook()); }
  const std::string before = bytes_of(journal_file(folder));
  const auto again = RecoveryJournal::start(folder.path().string(), "id1", header, Workbook{});
  REQUIRE_FALSE(again);
  CHECK(again.error().detail == std::to_string(EEXIST));
  CHECK((bytes_of(journal_file(folder)) == before));
  CHECK(folder.entries() == 1);
}

TEST_CASE("looking for recoveries changes nothing; what is declined is offered again until it is forgotten") {
  const TemporaryFolder folder;
  const std::string path = folder.path().string();
  for (const char* id : {"b", "a"}) started(folder, small_workbook(), id);
  put_bytes(folder.file("other.txt"), "not a journal");
  for (int i = 0; i < 2; ++i) {
    const auto recoveries = find_recoveries(path);
    REQUIRE(recoveries.size() == 2);
    CHECK(recoveries[0].id == "a");
    CHECK(recoveries[1].id == "b");
  }
  REQUIRE(forget_recovery(path, "a"));
  REQUIRE(forget_recovery(path, "a"));
  CHECK(found(folder).id == "b");
  CHECK(find_recoveries(folder.file("missing")).empty());
}

TEST_CASE("a link in the folder is not followed, and a pipe not waited for") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  started(elsewhere, small_workbook());
  const std::string path = folder.path().string();
  fs::create_symlink(journal_file(elsewhere), journal_file(folder, "link"));
  REQUIRE(::mkfifo(journal_file(folder, "pipe").c_str(), 0600) == 0);
  CHECK(list_recoveries(path).empty());
  CHECK_FALSE(load_recovery(path, "link"));
  const auto pipe = load_recovery(path, "pipe");
  REQUIRE(pipe);
  REQUIRE_FALSE(pipe->workbook);
  CHECK(pipe->workbook.error().code == ErrorCode::not_a_file);
  CHECK(forget_recovery(path, "link"));
  CHECK(fs::exists(journal_file(elsewhere)));
}

TEST_CASE("an id that would lead out of the folder is refused") {
  const TemporaryFolder folder;
  for (const char* id : {"", "../x", "a/b", "a b", "a."}) {
    CHECK_FALSE(RecoveryJournal::start(folder.path().string(), id, header, Workbook{}));
    CHECK_FALSE(forget_recovery(folder.path().string(), id));
  }
  CHECK(folder.entries() == 0);
}

TEST_CASE("journals are the user's alone to read") {
  const TemporaryFolder folder;
  auto journal = started(folder, small_workbook());
  const auto mode = [&] { return static_cast<unsigned>(fs::status(journal_file(folder)).permissions()); };
  CHECK(mode() == 0600);
  REQUIRE(journal.record(with_text(small_workbook(), std::string(journal.size() * 4, 'x')), "t"));
  CHECK(mode() == 0600);
}

TEST_CASE("a journal of which nothing can be read is shown as an error with its path, beside the others") {
  const TemporaryFolder folder;
  put_bytes(folder.file("empty.journal"), "");
  put_bytes(folder.file("foreign.journal"), "some text\n");
  const std::string newer = "{\"recovery\":2,\"title\":\"T\"}";
  put_bytes(folder.file("newer.journal"), checksum_text(newer) + " " + newer + "\n");
  { const auto journal = started(folder, small_workbook(), "sound"); }
  const auto recoveries = find_recoveries(folder.path().string());
  REQUIRE(recoveries.size() == 4);
  for (size_t i = 0; i < 3; ++i) {
    REQUIRE_FALSE(recoveries[i].workbook);
    CHECK(recoveries[i].workbook.error().file == folder.file(recoveries[i].id + ".journal"));
  }
  CHECK(recoveries[0].workbook.error().code == ErrorCode::not_json);
  CHECK(recoveries[2].workbook.error().code == ErrorCode::newer_version);
  CHECK(recoveries[2].header.title == "T");
  CHECK(recoveries[3].workbook);
}

TEST_CASE("a record that leaves no workbook costs only what came after the last good one") {
  Workbook workbook = small_workbook();
  std::string journal = first_record(header, workbook, false);
  const auto record = [&](const Workbook& next, const std::string& time) {
    journal += change_record(workbook, next, time).value_or("");
    workbook = next;
  };
  for (int i = 0; i < 5; ++i) record(with_text(workbook, std::to_string(i)), std::to_string(i));
  const Workbook good = workbook;
  record(add_document(workbook, make_document_of("model", {})), "bad");  // an id that stands twice
  for (int i = 5; i < 9; ++i) record(with_text(workbook, std::to_string(i)), std::to_string(i));
  const RecoveredWorkbook recovered = read_journal(journal);
  REQUIRE(recovered.workbook);
  CHECK((*recovered.workbook == good));
  CHECK(recovered.time == "4");
  CHECK(recovered.lost == 5);
}

TEST_CASE(
    "what is safe elsewhere goes, but a damaged journal is kept under another name, and damage is never saved work") {
  const TemporaryFolder folder;
  const std::string path = folder.path().string();
  {
    auto journal = started(folder, small_workbook(), "a");
    REQUIRE(journal.record_saved(with_text(small_workbook(), "b"), "12:05", header.path));
    REQUIRE(journal.record(with_text(small_workbook(), "c"), "12:06"));
    started(folder, small_workbook(), "b");
  }
  std::string bytes = bytes_of(journal_file(folder, "a"));
  bytes[bytes.size() - 5] = '!';
  put_bytes(journal_file(folder, "a"), bytes);
  CHECK_FALSE(load_recovery(path, "a")->saved);
  clear_recoveries(path, list_recoveries(path));
  REQUIRE(retire_recovery(path, "a"));
  REQUIRE(retire_recovery(path, "b"));
  CHECK(bytes_of(damaged_record(path, "a")) == bytes);
  CHECK(list_recoveries(path).empty());
  CHECK(folder.entries() == 1);
}

TEST_CASE("records whose checksum is right and whose content is not are refused without a crash") {
  const std::string first = first_record(header, small_workbook(), false);
  for (const std::string text :
       {"", "[]", "1", "{", "{\"order\":3}", "{\"order\":[1]}", "{\"documents\":[1]}",
        "{\"documents\":[{\"id\":\"x\"}]}", "{\"documents\":[{\"id\":\"model\",\"sections\":{}}]}",
        "{\"sections\":[{}]}", "{\"sections\":{}}", "{\"sections\":[{\"document\":\"model\",\"section\":[]}]}",
        "{\"properties\":\"[]\"}", "{\"properties\":1}",
        "{\"sections\":[{\"document\":\"model\",\"section\":{\"id\":\"canvas\"}}]}", "{\"saved\":{}}",
        "{\"order\":[\"model\",\"model\"]}"}) {
    CAPTURE(text);
    const RecoveredWorkbook recovered = read_journal(first + checksum_text(text) + " " + text + "\n");
    REQUIRE(recovered.workbook);
    CHECK((*recovered.workbook == small_workbook()));
  }
  const std::string head = first.substr(0, first.find('\n') + 1);
  for (const std::string text : {"", "[]", "1", "{}", "{\"canvasbook\":1,\"documents\":3}"}) {
    CAPTURE(text);
    CHECK_FALSE(read_journal(head + checksum_text(text) + " " + text + "\n").workbook);
    const std::string order = "{\"order\":[]}";
    CHECK_FALSE(
        read_journal(head + checksum_text(text) + " " + text + "\n" + checksum_text(order) + " " + order).workbook);
  }
}

TEST_CASE("a full disk costs nothing recorded before, and the next record takes in what did not fit") {
  const TemporaryFolder folder;
  Workbook workbook = small_workbook();
  {
    auto journal = started(folder, workbook);
    const size_t size = journal.size();
    const Workbook lost = with_text(workbook, "did not fit");
    with_full_disk(size + 20, [&] {
      const auto recorded = journal.record(lost, "12:01");
      REQUIRE_FALSE(recorded);
      CHECK(recorded.error().code == ErrorCode::cannot_write);
      CHECK(recorded.error().detail == std::to_string(EFBIG));
    });
    CHECK(journal.size() == size);
    const RecoveredWorkbook before = read_journal(bytes_of(journal_file(folder)));
    REQUIRE(before.workbook);
    CHECK((*before.workbook == workbook));
    workbook = with_note_text(lost, "canvas", "value", "Later");
    REQUIRE(journal.record(workbook, "12:02"));
  }
  CHECK(folder.entries() == 1);
  check_found(folder, workbook, "12:02");
}

TEST_CASE("where a fresh whole record does not fit, the small one is still written") {
  const TemporaryFolder folder;
  Workbook workbook = large_workbook(3);
  {
    auto journal = started(folder, workbook);
    const size_t first = journal.size();
    for (int i = 0; journal.size() + 5000 < first * 4; ++i) {
      workbook = with_note_text(workbook, "s1", "value1", std::to_string(i));
      REQUIRE(journal.record(workbook, "t"));
    }
    workbook = with_note_text(workbook, "s1", "value1", "last");
    workbook = add_document(workbook, make_document_of("long", {make_section("l", Prose{std::string(6000, 'x')})}));
    // a folder that takes no new file
    fs::create_directory(journal_file(folder) + ".new");
    REQUIRE(journal.record(workbook, "u"));
    fs::remove(journal_file(folder) + ".new");
  }
  check_found(folder, workbook, "u");
}

TEST_CASE("when somebody cleans up the folder while the workbook is open, the next record writes all of it again") {
  const TemporaryFolder folder;
  const std::string path = folder.file("recovery");
  Workbook workbook = small_workbook();
  {
    auto journal = RecoveryJournal::start(path, "id1", header, workbook);
    REQUIRE(journal);
    fs::remove_all(path);
    REQUIRE(journal->record(workbook, "12:01"));  // even one that changes nothing
    CHECK(fs::exists(path + "/id1.journal"));
    fs::remove_all(path);
    workbook = with_text(workbook, "more");
    REQUIRE(journal->record(workbook, "12:02"));
    CHECK(find_recoveries(path).empty());
  }
  const auto recoveries = find_recoveries(path);
  REQUIRE(recoveries.size() == 1);
  REQUIRE(recoveries[0].workbook);
  CHECK((*recoveries[0].workbook == workbook));
}

TEST_CASE("a folder that cannot be written to is an error when the journal is started") {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms(0555));
  const OrdinaryUser user;
  const auto journal = RecoveryJournal::start(folder.path().string(), "id1", header, small_workbook());
  REQUIRE_FALSE(journal);
  CHECK(journal.error().code == ErrorCode::cannot_write);
  CHECK(journal.error().detail == std::to_string(EACCES));
}

TEST_CASE("after kill -9 everything that was recorded is recovered") {
  for (const int kill_after : {0, 1, 2, 40}) {
    CAPTURE(kill_after);
    const TemporaryFolder folder;
    const std::string path = folder.path().string();
    int recorded[2];
    REQUIRE(::pipe(recorded) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(recorded[0]);
      const auto tell = [&](int number) { return ::write(recorded[1], &number, sizeof number) == sizeof number; };
      auto journal = RecoveryJournal::start(path, "id1", header, with_text(small_workbook(), "0"));
      for (int i = 1; journal && tell(i - 1); ++i) {
        const std::string number = std::to_string(i);
        if (!journal->record(with_text(small_workbook(), number), number)) break;
      }
      ::_exit(1);
    }
    ::close(recorded[1]);
    int number = -1;
    while (number < kill_after && ::read(recorded[0], &number, sizeof number) == sizeof number) {
    }
    CHECK(number == kill_after);
    CHECK(find_recoveries(path).empty());  // its owner runs
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(recorded[0], &number, sizeof number) == sizeof number) {
    }
    ::close(recorded[0]);
    const RecoveredWorkbook recovered = found(folder);
    REQUIRE(recovered.workbook);
    const int last = std::stoi(std::get<Prose>(recovered.workbook->documents[1]->sections[0]->content).text);
    CHECK(last >= number);  // the record after the last one that was told may be there or not
    CHECK(last <= number + 1);
    REQUIRE(forget_recovery(path, "id1"));
    CHECK(folder.entries() == 0);
  }
}

TEST_CASE("the list of records tells the last time, the file and what is saved, as reading all of them does") {
  const TemporaryFolder folder;
  const std::string path = folder.path().string();
  {
    auto unsaved = started(folder, with_text(small_workbook(), "a"), "a");
    REQUIRE(unsaved.record(with_text(small_workbook(), "b"), "12:05"));
    auto moved = started(folder, with_text(small_workbook(), "a"), "b");
    REQUIRE(moved.record_saved(with_text(small_workbook(), "b"), "12:06", "/other.canvasbook"));
    REQUIRE(moved.record(with_text(small_workbook(), "c"), "12:07"));
    auto saved = started(folder, with_text(small_workbook(), "a"), "c");
    REQUIRE(saved.record_saved(with_text(small_workbook(), "a"), "12:08", header.path));
    started(folder, with_text(small_workbook(), "a"), "d");
    REQUIRE(RecoveryJournal::start(path, "e", header, with_text(small_workbook(), "a"), true));
  }
  put_bytes(journal_file(folder, "f"), bytes_of(journal_file(folder, "a")) + "torn");
  put_bytes(journal_file(folder, "g"), "nothing that can be read");
  const auto list = list_recoveries(path);
  REQUIRE(list.size() == 6);
  CHECK(std::ranges::is_sorted(list, std::greater<>(), &RecoveryGlimpse::time));
  for (const RecoveryGlimpse& glimpse : list) {
    CAPTURE(glimpse.id);
    const auto whole = load_recovery(path, glimpse.id);
    REQUIRE(whole);
    CHECK(glimpse.time == whole->time);
    CHECK(glimpse.saved == whole->saved);
    CHECK(glimpse.header.path == whole->header.path);
  }
}

TEST_CASE("records with nothing to recover are cleared, with what a crash left half written; all others stay") {
  const TemporaryFolder folder;
  const std::string path = folder.path().string();
  {
    started(folder, small_workbook(), "unsaved");
    REQUIRE(RecoveryJournal::start(path, "saved", header, small_workbook(), true));
  }
  put_bytes(journal_file(folder, "half") + ".new", "half");
  put_bytes(folder.file("notes.txt"), "not ours");
  const auto running = RecoveryJournal::start(path, "running", header, small_workbook(), true);
  clear_recoveries(path, list_recoveries(path));
  CHECK(fs::exists(journal_file(folder, "unsaved")));
  CHECK(fs::exists(journal_file(folder, "running")));
  CHECK(fs::exists(folder.file("notes.txt")));
  CHECK(folder.entries() == 3);
}

TEST_CASE("a second name that a failure left of the journal does not keep it from being replaced") {
  const TemporaryFolder folder;
  auto journal = started(folder, small_workbook());
  fs::create_hard_link(journal_file(folder), journal_file(folder) + ".new");
  REQUIRE(journal.record_unsaved(with_text(small_workbook(), "more"), "12:01"));
  CHECK(folder.entries() == 1);
}

}  // namespace canvasbook::recovery_test
