// What the review found as JSON, for `check --json`.
#include "model/base/json.h"
#include "model/file/findings_file.h"

namespace canvasbook {

std::string findings_as_json(const std::vector<Finding>& findings, const Catalog& catalog) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    const FindingWords words = finding_words(finding, catalog);
    Json object = {{"rule", finding.rule},     {"document", finding.document},
                   {"item", finding.subject},  {"items", finding.items},
                   {"what", words.what},       {"why", words.why},
                   {"way_out", words.way_out}, {"dismissed", finding.dismissed}};
    object["hint"] = harm_of(finding.rule) == Harm::hint;
    const std::string* hears = argument_of(finding, "hears");
    if (hears != nullptr && !hears->empty()) object["hears"] = *hears;
    if (finding.dismissed) object["reason"] = finding.reason;
    list.push_back(std::move(object));
  }
  return json_text(list);
}

}  // namespace canvasbook
