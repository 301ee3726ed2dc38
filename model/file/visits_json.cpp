#include "model/file/visits_json.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/file/fields_json.h"
#include "model/kinds/visit_actions.h"

namespace canvasbook {

namespace {

// What the items of each revision are marked on, by its id; the scales stand in the revisions.
using ScalesByRevision = std::unordered_map<std::string, std::vector<ItemScale>>;

constexpr double no_target = -1;

// An optional day.
std::optional<Date> read_optional_day(JsonObject& object, std::string_view key) {
  const std::string text = object.text(key);
  const auto day = read_date(text);
  if (!day && !text.empty()) object.fail(ErrorCode::bad_value, key, text);
  return day;
}

Date read_day(JsonObject& object) {
  const std::string text = object.required_text("date");
  const auto day = read_date(text);
  if (!day && !text.empty()) object.fail(ErrorCode::bad_value, "date", text);
  return day.value_or(Date{});
}

ListRevision read_list_revision(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  ListRevision revision;
  revision.id = object.id("id");
  revision.day = read_day(object);
  revision.title = object.text("title");
  FieldReader reader(object, errors);
  describe(reader, revision.list);
  revision.list = without_trial(std::move(revision.list));
  revision.unknown = object.unknown();
  return revision;
}

Json write_list_revision(const ListRevision& revision) {
  Json object = {{"id", revision.id}, {"date", write_date(revision.day)}};
  put_text(object, "title", revision.title);
  FieldWriter writer(object);
  describe(writer, revision.list);
  put_unknown(object, revision.unknown);
  return object;
}

std::vector<ItemScale> scales_of(const Checklist& list) {
  std::vector<ItemScale> scales;
  for (const CheckItem* item : items_in_order(list)) scales.push_back(scale_of(list, *item));
  return scales;
}

// A mark for each item of the revision, on the item's scale.
VisitMarks read_marks(JsonObject& object, const std::vector<ItemScale>& scales) {
  const std::string text = object.text("marks");
  VisitMarks marks = marks_from_text(text).value_or(VisitMarks());
  bool is_good = marks.size() == text.size() && marks.size() == scales.size();
  for (size_t i = 0; is_good && i < marks.size(); ++i) is_good = is_mark_of(scales[i], marks[i]);
  if (!is_good) object.fail(ErrorCode::bad_value, "marks", text);
  return marks;
}

VisitTexts read_texts(JsonObject& object, std::string_view key, JsonErrors& errors) {
  VisitTexts texts;
  FieldReader(object, errors).cells(key, texts);
  std::erase_if(texts, [](const auto& text) { return text.second.empty(); });
  return texts;
}

Visit read_visit(const Json& value, const JsonPlace& place, const ScalesByRevision& scales, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Visit visit;
  visit.id = object.id("id");
  visit.head.place = object.text("place");
  visit.head.shopper = object.text("shopper");
  visit.head.day = read_day(object);
  visit.head.time = object.text("time");
  if (!is_visit_time(visit.head.time)) object.fail(ErrorCode::bad_value, "time", visit.head.time);
  visit.revision = object.required_text("revision");
  const auto known = scales.find(visit.revision);
  if (known == scales.end()) {
    if (!visit.revision.empty()) object.fail(ErrorCode::bad_value, "revision", visit.revision);
  } else {
    visit.marks = read_marks(object, known->second);
  }
  visit.proofs = read_texts(object, "proofs", errors);
  visit.comments = read_texts(object, "comments", errors);
  FieldReader(object, errors).flag("finished", visit.finished);
  visit.unknown = object.unknown();
  return visit;
}

Json write_visit(const Visit& visit) {
  Json object = {{"id", visit.id}};
  put_text(object, "place", visit.head.place);
  put_text(object, "shopper", visit.head.shopper);
  object["date"] = write_date(visit.head.day);
  put_text(object, "time", visit.head.time);
  object["revision"] = visit.revision;
  put_text(object, "marks", marks_text(visit.marks));
  FieldWriter writer(object);
  writer.cells("proofs", visit.proofs);
  writer.cells("comments", visit.comments);
  writer.flag("finished", visit.finished);
  put_unknown(object, visit.unknown);
  return object;
}

VisitAction read_action(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  VisitAction action;
  action.id = object.id("id");
  action.item = object.text("item");
  action.place = object.text("place");
  action.text = object.text("text");
  action.owner = object.text("owner");
  action.due = read_optional_day(object, "due");
  action.checked = read_optional_day(object, "checked");
  action.outcome = object.text("outcome");
  FieldReader(object, errors).flag("done", action.done);
  action.unknown = object.unknown();
  return action;
}

Json write_action(const VisitAction& action) {
  Json object = {{"id", action.id}};
  put_text(object, "item", action.item);
  put_text(object, "place", action.place);
  put_text(object, "text", action.text);
  put_text(object, "owner", action.owner);
  if (action.due) object["due"] = write_date(*action.due);
  if (action.checked) object["checked"] = write_date(*action.checked);
  put_text(object, "outcome", action.outcome);
  FieldWriter(object).flag("done", action.done);
  put_unknown(object, action.unknown);
  return object;
}

}  // namespace

Content read_visits(JsonObject& object, JsonErrors& errors) {
  Visits visits;
  visits.checklist = object.text("checklist");
  const double target = object.decimal("target", no_target, 0, highest_target);
  if (target != no_target) visits.target = target;
  ScalesByRevision scales;
  object.each("revisions", [&](const Json& element, const JsonPlace& at) {
    const auto& revision = visits.revisions.emplace_back(read_list_revision(element, at, errors));
    if (!scales.emplace(revision->id, scales_of(revision->list)).second) {
      errors.add(ErrorCode::duplicate_id, at, revision->id);
    }
  });
  object.each("visits", [&](const Json& element, const JsonPlace& at) {
    visits.visits.emplace_back(read_visit(element, at, scales, errors));
  });
  object.each("actions", [&](const Json& element, const JsonPlace& at) {
    visits.actions.push_back(read_action(element, at, errors));
  });
  return visits;
}

void write_visits(Json& object, const Visits& visits) {
  put_text(object, "checklist", visits.checklist);
  if (visits.target) put_decimal(object, "target", *visits.target);
  for (const auto& revision : visits.revisions) object["revisions"].push_back(write_list_revision(*revision));
  for (const auto& visit : visits.visits) object["visits"].push_back(write_visit(*visit));
  for (const VisitAction& action : visits.actions) object["actions"].push_back(write_action(action));
}

}  // namespace canvasbook
