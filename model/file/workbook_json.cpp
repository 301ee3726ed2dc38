// Reads and writes the file of a workbook: its gate, its head, its documents.
#include <unordered_set>

#include "model/contents.h"
#include "model/file/document_json.h"
#include "model/file/fields_json.h"
#include "model/file/file_kind.h"
#include "model/file/migration_json.h"
#include "model/file/workbook_file.h"
#include "model/text/word_list.h"

namespace canvasbook {

namespace {

constexpr std::string_view own_stop_list = "own";

Date read_date_field(JsonObject& object, std::string_view key) {
  const std::string text = object.required_text(key);
  const auto date = read_date(text);
  if (!date && !text.empty()) object.fail(ErrorCode::bad_value, key, text);
  return date.value_or(Date{});
}

Dismissal read_dismissal(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Dismissal dismissal;
  dismissal.rule = object.required_text("rule");
  dismissal.document = object.text("document");
  dismissal.item = object.text("item");
  dismissal.reason = object.text("reason");
  dismissal.unknown = object.unknown();
  return dismissal;
}

Json write_dismissal(const Dismissal& dismissal) {
  Json object = {{"rule", dismissal.rule}};
  put_text(object, "document", dismissal.document);
  put_text(object, "item", dismissal.item);
  object["reason"] = dismissal.reason;
  put_unknown(object, dismissal.unknown);
  return object;
}

void check_note_ids(const Board& board, const JsonPlace& section, std::unordered_set<std::string_view>& seen,
                    JsonErrors& errors) {
  const auto check = [&](const std::vector<Note>& list, const JsonPlace& place) {
    for (size_t n = 0; n < list.size(); ++n) {
      const JsonPlace note{&place, {}, static_cast<int>(n)};
      if (!seen.insert(list[n].id).second) errors.add(ErrorCode::duplicate_id, note, list[n].id);
    }
  };
  const JsonPlace blocks{&section, "blocks"};
  for (size_t b = 0; b < board.blocks.size(); ++b) {
    const JsonPlace block{&blocks, {}, static_cast<int>(b)};
    check(board.blocks[b].notes, JsonPlace{&block, "notes"});
  }
  check(board.parking, JsonPlace{&section, "parking"});
}

void check_visit_ids(const Visits& visits, const JsonPlace& section, std::unordered_set<std::string_view>& seen,
                     JsonErrors& errors) {
  const JsonPlace list{&section, "visits"};
  for (size_t v = 0; v < visits.visits.size(); ++v) {
    const std::string& id = visits.visits[v]->id;
    if (!seen.insert(id).second) errors.add(ErrorCode::duplicate_id, JsonPlace{&list, {}, static_cast<int>(v)}, id);
  }
  const JsonPlace actions{&section, "actions"};
  for (size_t a = 0; a < visits.actions.size(); ++a) {
    const std::string& id = visits.actions[a].id;
    if (!seen.insert(id).second) errors.add(ErrorCode::duplicate_id, JsonPlace{&actions, {}, static_cast<int>(a)}, id);
  }
}

// Documents, sections and items share one space of ids, since links name an id alone.
void check_ids(const Workbook& workbook, JsonErrors& errors) {
  std::unordered_set<std::string_view> seen;
  const JsonPlace root;
  const JsonPlace list{&root, "documents"};
  for (size_t d = 0; d < workbook.documents.size(); ++d) {
    const Document& document = *workbook.documents[d];
    const JsonPlace document_place{&list, {}, static_cast<int>(d)};
    const auto check = [&](const std::string& id, const JsonPlace& place) {
      if (!seen.insert(id).second) errors.add(ErrorCode::duplicate_id, place, id);
    };
    check(document.id, document_place);
    const JsonPlace sections{&document_place, "sections"};
    for (size_t s = 0; s < document.sections.size(); ++s) {
      const JsonPlace section_place{&sections, {}, static_cast<int>(s)};
      check(document.sections[s]->id, section_place);
      const Content& content = document.sections[s]->content;
      std::visit(
          [&]<class Kind>(const Kind& kind) {
            if constexpr (DescribedKind<Kind>) {
              IdChecker checker(seen, section_place, errors);
              describe(checker, kind);
            } else if constexpr (std::same_as<Kind, Board>) {
              check_note_ids(kind, section_place, seen, errors);
            } else if constexpr (std::same_as<Kind, Visits>) {
              check_visit_ids(kind, section_place, seen, errors);
            } else {
              static_assert(std::same_as<Kind, Prose>);  // has no ids
            }
          },
          content);
    }
  }
}

Error in_file(Error error, const std::string& path) {
  error.file = path;
  return error;
}

}  // namespace

Result<Workbook> read_workbook(std::string_view text) {
  auto parsed = parse_json(text);
  if (!parsed) return parsed.error();
  auto migrated = migrate(std::move(*parsed), migrations());
  if (!migrated) return migrated.error();

  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*migrated, root, errors);
  object.member("canvasbook");
  Workbook workbook;
  workbook.company = object.text("company");
  workbook.author_role = object.text("author_role");
  const std::string language = object.required_text("language");
  if (const auto known = language_of(language)) {
    workbook.language = *known;
  } else {
    object.fail(ErrorCode::bad_value, "language", language);
  }
  const std::string page_size = object.text("page_size");
  if (const auto known = page_size_of(page_size)) {
    workbook.page_size = *known;
  } else if (!page_size.empty()) {
    object.fail(ErrorCode::bad_value, "page_size", page_size);
  }
  workbook.created = read_date_field(object, "created");
  workbook.modified = read_date_field(object, "modified");
  object.each("documents", [&](const Json& element, const JsonPlace& place) {
    workbook.documents.emplace_back(read_document(element, place, errors, DocumentSource::workbook));
  });
  object.each("dismissed", [&](const Json& element, const JsonPlace& place) {
    workbook.dismissed.push_back(read_dismissal(element, place, errors));
  });
  const std::string stop_list = object.text("stop_list");
  workbook.without_starting_stop_list = stop_list == own_stop_list;
  if (!stop_list.empty() && stop_list != own_stop_list) object.fail(ErrorCode::bad_value, "stop_list", stop_list);
  workbook.own_words = tidied_words(object.texts("own_words"));
  workbook.unknown = object.unknown();
  if (!errors.any()) check_ids(workbook, errors);
  if (errors.any()) return errors.first();
  return workbook;
}

std::string write_workbook(const Workbook& workbook) {
  Json object = {{"canvasbook", format_version}};
  put_text(object, "company", workbook.company);
  put_text(object, "author_role", workbook.author_role);
  object["language"] = language_code(workbook.language);
  object["page_size"] = page_size_name(workbook.page_size);
  object["created"] = write_date(workbook.created);
  object["modified"] = write_date(workbook.modified);
  object["documents"] = Json::array();
  for (const auto& document : workbook.documents) object["documents"].push_back(write_document(*document));
  for (const Dismissal& dismissal : workbook.dismissed) object["dismissed"].push_back(write_dismissal(dismissal));
  if (workbook.without_starting_stop_list) object["stop_list"] = own_stop_list;
  put_texts(object, "own_words", workbook.own_words);
  put_unknown(object, workbook.unknown);
  return json_text(object);
}

Result<StampedWorkbook> load_stamped_workbook(const std::string& path, Pipes pipes) {
  const auto content = read_stamped_file(path, pipes);
  if (!content) return content.error();
  auto workbook = read_workbook(content->text);
  if (!workbook) return in_file(why_unreadable(content->text, path, workbook.error()), path);
  return StampedWorkbook{std::move(*workbook), content->stamp};
}

Result<Workbook> load_workbook(const std::string& path, Pipes pipes) {
  auto loaded = load_stamped_workbook(path, pipes);
  if (!loaded) return loaded.error();
  return std::move(loaded->workbook);
}

Result<WrittenFile> save_workbook(const Workbook& workbook, const std::string& path, const WriteOptions& options) {
  return write_file(path, write_workbook(workbook), options);
}

}  // namespace canvasbook
