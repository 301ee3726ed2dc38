#include <algorithm>
#include <array>
#include <cassert>

#include "model/base/embedded_file.h"
#include "model/file/document_json.h"
#include "templates/library.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_templates();

namespace {

// The order of the gallery; templates that are not listed follow in the order of their file names.
constexpr std::array<std::string_view, 33> gallery{"business_model_canvas",
                                                   "lean_canvas",
                                                   "value_proposition_canvas",
                                                   "sales_book",
                                                   "sales_book_incoming",
                                                   "sales_book_phone",
                                                   "sales_book_meetings",
                                                   "sales_book_empty",
                                                   "portraits",
                                                   "segment_economics",
                                                   "hypotheses",
                                                   "touchpoint_plan",
                                                   "expectation_ledger",
                                                   "service_standards",
                                                   "service_standards_empty",
                                                   "mission_values",
                                                   "service_rules",
                                                   "retail_checklist",
                                                   "cafe_checklist",
                                                   "reception_checklist",
                                                   "phone_checklist",
                                                   "chat_checklist",
                                                   "checklist_empty",
                                                   "mystery_shopper",
                                                   "satisfaction_card",
                                                   "metrics_sheet",
                                                   "roll_out_plan",
                                                   "objection_sheet",
                                                   "stop_list",
                                                   "conflict_tally",
                                                   "lost_sales",
                                                   "competitor_visits",
                                                   "case_log"};

Guide read_guide(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Guide guide;
  guide.what = object.required_text("what");
  object.each("types", [&](const Json& element, const JsonPlace& at) {
    JsonObject type(element, at, errors);
    guide.types.push_back({type.required_text("id"), type.required_text("title"), type.required_text("text"),
                           type.required_text("example")});
  });
  guide.questions = object.texts("questions");
  guide.mistakes = object.texts("mistakes");
  guide.examples = object.texts("examples");
  guide.practice = object.texts("practice");
  return guide;
}

Json write_guide(const Guide& guide) {
  Json object = {{"what", guide.what}};
  for (const GuideType& type : guide.types) {
    object["types"].push_back({{"id", type.id}, {"title", type.title}, {"text", type.text}, {"example", type.example}});
  }
  put_texts(object, "questions", guide.questions);
  put_texts(object, "mistakes", guide.mistakes);
  put_texts(object, "examples", guide.examples);
  put_texts(object, "practice", guide.practice);
  return object;
}

std::vector<Template> load(Language language) {
  std::vector<Template> result;
  const std::string folder = std::string(language_code(language)) + "/";
  for (const EmbeddedFile& file : embedded_templates()) {
    if (!file.name.starts_with(folder)) continue;
    auto read = read_template(file.bytes, language);
    assert(read && "a template is part of the program: the tests read it");
    if (read) result.push_back(std::move(*read));
  }
  std::ranges::stable_sort(result, {}, [](const Template& entry) { return std::ranges::find(gallery, entry.id); });
  return result;
}

// Reads all but the language, which only files of own templates name.
Template read_content(JsonObject& object, JsonErrors& errors) {
  Template result;
  result.id = object.required_text("id");
  result.title = object.required_text("title");
  result.summary = object.text("summary");
  if (const Json* document = object.member("document")) {
    const JsonPlace place{&object.place(), "document"};
    result.document = read_document(*document, place, errors, DocumentSource::template_file);
  } else {
    errors.add(ErrorCode::missing_field, object.place(), "document");
  }
  const JsonPlace guides{&object.place(), "guides"};
  if (const Json* guide_list = object.member("guides"); guide_list != nullptr && guide_list->is_object()) {
    for (const auto& [id, guide] : guide_list->items()) {
      result.guides.emplace(id, read_guide(guide, JsonPlace{&guides, id}, errors));
    }
  } else {
    errors.add(ErrorCode::missing_field, object.place(), "guides");
  }
  return result;
}

Json template_json(const Template& source) {
  Json object = {{"id", source.id},
                 {"language", language_code(source.language)},
                 {"title", source.title},
                 {"summary", source.summary},
                 {"document", write_document(source.document)}};
  for (const char* own : {"id", "template", "language"}) object["document"].erase(own);
  object["guides"] = Json::object();
  for (const auto& [id, guide] : source.guides) object["guides"][id] = write_guide(guide);
  return object;
}

}  // namespace

Result<Template> read_template(std::string_view text, Language language) {
  const auto parsed = parse_json(text);
  if (!parsed) return parsed.error();
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  Template result = read_content(object, errors);
  result.language = language;
  if (result.summary.empty()) errors.add(ErrorCode::missing_field, root, "summary");
  if (errors.any()) return errors.first();
  return result;
}

Result<Template> read_own_template(std::string_view text) {
  const auto parsed = parse_json(text);
  if (!parsed) return parsed.error();
  JsonErrors errors;
  const JsonPlace root;
  JsonObject object(*parsed, root, errors);
  Template result = read_content(object, errors);
  const std::string language = object.required_text("language");
  if (const auto known = language_of(language)) {
    result.language = *known;
  } else {
    object.fail(ErrorCode::bad_value, "language", language);
  }
  // Written by hand, these would come back as unknown fields and replace those of the documents made from it.
  std::erase_if(result.document.unknown, [](const auto& field) {
    return field.first == "id" || field.first == "template" || field.first == "language";
  });
  if (errors.any()) return errors.first();
  return result;
}

std::string write_own_template(const Template& source) { return json_text(template_json(source)); }

const std::vector<Template>& templates_in(Language language) {
  if (language == Language::ru) {
    static const std::vector<Template> russian = load(Language::ru);
    return russian;
  }
  static const std::vector<Template> english = load(Language::en);
  return english;
}

const Template* find_template(Language language, std::string_view id) {
  const auto& all = templates_in(language);
  const auto found = std::ranges::find(all, id, &Template::id);
  return found == all.end() ? nullptr : &*found;
}

Document make_document(const Template& source, IdSource& ids, const std::optional<Date>& made) {
  Document document = with_fresh_ids(source.document, ids);
  document.template_id = source.id;
  document.language = source.language;
  document.revision.date = document.revision.months > 0 ? made : std::nullopt;
  return document;
}

std::string templates_as_json(Language language, std::string_view only) {
  Json list = Json::array();
  for (const Template& entry : templates_in(language)) {
    if (only.empty() || entry.id == only) list.push_back(template_json(entry));
  }
  return json_text(list);
}

}  // namespace canvasbook
