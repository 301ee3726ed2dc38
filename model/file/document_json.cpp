#include "model/file/document_json.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "model/file/board_json.h"
#include "model/file/fields_json.h"
#include "model/file/visits_json.h"

namespace canvasbook {

namespace {

Content read_prose(JsonObject& object, JsonErrors&) { return Prose{object.text("text")}; }

void write_prose(Json& object, const Prose& prose) { object["text"] = prose.text; }

template <class T>
Content read_described(JsonObject& object, JsonErrors& errors) {
  T content;
  FieldReader reader(object, errors);
  describe(reader, content);
  return content;
}

template <class T>
void write_described(Json& object, const Content& content) {
  FieldWriter writer(object);
  describe(writer, std::get<T>(content));
}

struct Kind {
  std::string_view name;
  Content (*read)(JsonObject&, JsonErrors&);
  void (*write)(Json&, const Content&);
};

template <class T>
constexpr Kind described(std::string_view name) {
  return {name, read_described<T>, write_described<T>};
}

// One line a kind.
constexpr Kind row(std::type_identity<Prose>) {
  return {"prose", read_prose,
          [](Json& object, const Content& content) { write_prose(object, std::get<Prose>(content)); }};
}
constexpr Kind row(std::type_identity<Board>) {
  return {"board", read_board,
          [](Json& object, const Content& content) { write_board(object, std::get<Board>(content)); }};
}
constexpr Kind row(std::type_identity<Responses>) { return described<Responses>("responses"); }
constexpr Kind row(std::type_identity<Replacements>) { return described<Replacements>("replacements"); }
constexpr Kind row(std::type_identity<Dialogue>) { return described<Dialogue>("dialogue"); }
constexpr Kind row(std::type_identity<Checklist>) { return described<Checklist>("checklist"); }
constexpr Kind row(std::type_identity<Sheet>) { return described<Sheet>("sheet"); }
constexpr Kind row(std::type_identity<Visits>) {
  return {"visits", read_visits,
          [](Json& object, const Content& content) { write_visits(object, std::get<Visits>(content)); }};
}

template <class... Kinds>
constexpr std::array<Kind, sizeof...(Kinds)> rows_of(std::type_identity<std::variant<Kinds...>>) {
  return {row(std::type_identity<Kinds>())...};
}
constexpr auto kinds = rows_of(std::type_identity<Content>());  // in the order of the alternatives of Content

template <class Visitor, OneOf<PaperStyle> Value>
void describe_paper(Visitor& visitor, Value& paper) {
  visitor.flag("cover", paper.cover);
  visitor.flag("contents", paper.contents);
  visitor.flag("justified", paper.justified);
  visitor.flag("mirrored", paper.mirrored);
  visitor.flag("dense_forms", paper.dense_forms);
  visitor.unknown(paper.unknown);
}

Revision read_revision(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Revision revision;
  const std::string date = object.text("date");
  revision.date = read_date(date);
  if (!revision.date && !date.empty()) object.fail(ErrorCode::bad_value, "date", date);
  revision.owner = object.text("owner");
  revision.months = object.number("months", 0, 0, longest_revision_period);
  revision.unknown = object.unknown();
  return revision;
}

Json write_revision(const Revision& revision) {
  Json object = Json::object();
  if (revision.date) object["date"] = write_date(*revision.date);
  put_text(object, "owner", revision.owner);
  if (revision.months > 0) object["months"] = revision.months;
  put_unknown(object, revision.unknown);
  return object;
}

Section read_section(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Section section;
  section.id = object.id("id");
  const std::string kind = object.required_text("kind");
  section.role = object.text("role");
  section.title = object.text("title");
  section.level = object.number("level", 1, 1, deepest_section);
  const auto* known = std::ranges::find(kinds, kind, &Kind::name);
  if (known == kinds.end()) {
    object.fail(ErrorCode::unknown_kind, "kind", kind);
    return section;
  }
  section.page_budget = object.number("page_budget", 0, 0, largest_page_budget);
  section.content = known->read(object, errors);
  section.unknown = object.unknown();
  return section;
}

}  // namespace

Document read_document(const Json& value, const JsonPlace& place, JsonErrors& errors, DocumentSource source) {
  JsonObject object(value, place, errors);
  Document document;
  if (source == DocumentSource::workbook) {
    document.id = object.id("id");
    document.template_id = object.text("template");
    const std::string language = object.required_text("language");
    if (const auto known = language_of(language)) {
      document.language = *known;
    } else {
      object.fail(ErrorCode::bad_value, "language", language);
    }
  }
  document.title = object.text("title");
  document.page_budget = object.number("page_budget", 0, 0, largest_page_budget);
  if (const Json* paper = object.member("paper")) {
    const JsonPlace at{&object.place(), "paper"};
    JsonObject inner(*paper, at, errors);
    FieldReader reader(inner, errors);
    describe_paper(reader, document.paper);
  }
  if (const Json* revision = object.member("revision")) {
    document.revision = read_revision(*revision, JsonPlace{&object.place(), "revision"}, errors);
  }
  object.each("sections", [&](const Json& element, const JsonPlace& at) {
    document.sections.emplace_back(read_section(element, at, errors));
  });
  document.unknown = object.unknown();
  return document;
}

Json write_document(const Document& document) {
  Json object = {{"id", document.id}};
  put_text(object, "template", document.template_id);
  object["language"] = language_code(document.language);
  object["title"] = document.title;
  if (document.page_budget > 0) object["page_budget"] = document.page_budget;
  if (document.paper != PaperStyle{}) {
    object["paper"] = Json::object();
    FieldWriter writer(object["paper"]);
    describe_paper(writer, document.paper);
  }
  if (document.revision != Revision{}) object["revision"] = write_revision(document.revision);
  object["sections"] = Json::array();
  for (const auto& section : document.sections) object["sections"].push_back(write_section(*section));
  put_unknown(object, document.unknown);
  return object;
}

Json write_section(const Section& section) {
  const Kind& kind = kinds[section.content.index()];
  Json object = {{"id", section.id}, {"kind", kind.name}};
  put_text(object, "role", section.role);
  put_text(object, "title", section.title);
  if (section.level > 1) object["level"] = section.level;
  if (section.page_budget > 0) object["page_budget"] = section.page_budget;
  kind.write(object, section.content);
  put_unknown(object, section.unknown);
  return object;
}

}  // namespace canvasbook
