#include <string_view>
#include <utility>

#include "export/html/form_writer.h"
#include "model/base/catalog.h"
#include "model/base/checksum.h"
#include "model/base/embedded_file.h"
#include "model/base/json.h"
#include "model/visit_answers.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_phone_form();

namespace {

// The words of the page, as its script names them: keys of the catalog below phone_form.
constexpr const char* page_words[] = {
    "list",       "place",       "shopper",    "date",       "time",          "how_to_mark",
    "comment",    "add_comment", "marked",     "missing",    "missing_title", "nothing_missing",
    "save",       "save_anyway", "save_title", "save_text",  "no_date",       "show_missing",
    "saved",      "not_saved",   "new_visit",  "new_title",  "new_saved",     "new_not_saved",
    "new_anyway", "cancel",      "draft_kept", "draft_lost",
};

// The columns of the file that is saved, see visits_csv.h.
constexpr const char* saved_columns[] = {"visit",   "place", "shopper", "date",   "time",
                                         "section", "item",  "answer",  "comment"};

// Running text as lines, in its order.
void add_text_lines(const RichBlock& block, Json& lines) {
  const std::string text = block.text + plain_text(block.spans);
  if (!text.empty()) lines.push_back(text);
  for (const RichBlock& child : block.children) add_text_lines(child, lines);
  for (const std::vector<Spans>& row : block.rows) {
    std::string cells;
    for (const Spans& cell : row) cells += (cells.empty() ? "" : " – ") + plain_text(cell);
    lines.push_back(cells);
  }
}

// That an item is critical, that it counts more or not at all.
std::string sign_and_weight(const FormBlock::Item& item, const Catalog& catalog) {
  if (item.weight == 1 || item.weight == 0) return item.sign;
  const std::string weight = catalog.text("paper.weight", {{"count", catalog.decimal(item.weight)}});
  return item.sign.empty() ? weight : item.sign + " · " + weight;
}

Json item_as_json(const FormBlock::Item& item, const Catalog& catalog) {
  Json written = Json::object();
  written["id"] = item.item;
  written["number"] = item.number;
  written["text"] = item.text;
  written["requirement"] = item.requirement;
  written["marks"] = item.marks;
  written["sign"] = sign_and_weight(item, catalog);
  written["condition"] = item.condition;
  written["evidence"] = item.evidence;
  written["opener"] = item.opener;
  written["opening_marks"] = item.opening_marks;
  return written;
}

Json form_as_json(const FormBlock& form, const Catalog& catalog) {
  Json written = Json::object();
  written["head"] = Json::array();
  for (const FormBlock::Line& line : form.head) {
    if (!asks_for_visit_head(line.title)) written["head"].push_back({{"id", line.item}, {"title", line.title}});
  }
  written["groups"] = Json::array();
  for (const FormBlock::Group& group : form.groups) {
    Json items = Json::array();
    for (const FormBlock::Item& item : group.items) items.push_back(item_as_json(item, catalog));
    written["groups"].push_back({{"title", group.title}, {"items", std::move(items)}});
  }
  return written;
}

// The check list of a part; nothing where it has none.
std::optional<Json> list_as_json(const PrintPart& part, const Catalog& catalog) {
  const auto* flow = std::get_if<Flow>(&part.content);
  if (flow == nullptr) return std::nullopt;
  Json how_to_mark = Json::array();
  for (const FlowBlock& block : flow->blocks) {
    const auto* text = std::get_if<RichBlock>(&block.content);
    if (text != nullptr && text->kind != RichBlock::Kind::heading) add_text_lines(*text, how_to_mark);
    const auto* form = std::get_if<FormBlock>(&block.content);
    if (form == nullptr) continue;
    if (!form->legend.empty()) how_to_mark.push_back(form->legend);
    Json list = form_as_json(*form, catalog);
    list["revision"] = checksum_text(json_line(list));
    list["id"] = block.item;
    list["title"] = part.title;
    list["how_to_mark"] = std::move(how_to_mark);
    return list;
  }
  return std::nullopt;
}

Json page_as_json(const PrintDocument& document, const Catalog& catalog) {
  Json page = Json::object();
  for (const char* word : page_words) page["words"][word] = catalog.text(std::string("phone_form.") + word);
  for (const char* column : saved_columns) page["columns"].push_back(catalog.text(std::string("visits_csv.") + column));
  page["delimiter"] = catalog.text("decimal_sign") == "," ? ";" : ",";
  page["lists"] = Json::array();
  for (const auto& part : document.parts) {
    if (auto list = list_as_json(*part, catalog)) page["lists"].push_back(std::move(*list));
  }
  return page;
}

// In JSON these signs stand in texts alone.
std::string as_script_data(const std::string& json) {
  std::string data;
  for (const char sign : json) {
    if (sign == '<') {
      data += "\\u003c";
    } else if (sign == '>') {
      data += "\\u003e";
    } else if (sign == '&') {
      data += "\\u0026";
    } else {
      data += sign;
    }
  }
  return data;
}

std::string as_html(std::string_view text) {
  std::string html;
  for (const char sign : text) {
    if (sign == '<') {
      html += "&lt;";
    } else if (sign == '>') {
      html += "&gt;";
    } else if (sign == '&') {
      html += "&amp;";
    } else if (sign == '"') {
      html += "&quot;";
    } else {
      html += sign;
    }
  }
  return html;
}

std::string_view page_file(std::string_view name) { return embedded_bytes(embedded_phone_form(), name); }

}  // namespace

std::string write_phone_form(const PrintDocument& document) {
  const Language language = document.parts.empty() ? document.language : document.parts.front()->language;
  const Catalog& catalog = Catalog::of(language);
  const std::pair<std::string_view, std::string> values[] = {
      {"{{language}}", std::string(language_code(language))},
      {"{{title}}", as_html(document.title)},
      {"{{style}}", std::string(page_file("style.css"))},
      {"{{needs_script}}", as_html(catalog.text("phone_form.needs_script"))},
      {"{{data}}", as_script_data(json_line(page_as_json(document, catalog)))},
      {"{{script}}", std::string(page_file("script.js"))}};
  // Each stands once in the page, in this order; what is put in is not searched.
  std::string written;
  std::string_view rest = page_file("page.html");
  for (const auto& [name, value] : values) {
    const size_t at = rest.find(name);
    written += std::string(rest.substr(0, at)) + value;
    rest.remove_prefix(at + name.size());
  }
  return written + std::string(rest);
}

}  // namespace canvasbook
