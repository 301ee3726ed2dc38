// Visits on the way in, answer by answer, with what is wrong about them. Internal to model/.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/list_names.h"
#include "model/visits_to_import.h"

namespace canvasbook {

class VisitGathering {
 public:
  VisitGathering(const Visits& visits, const Checklist& list);

  ListName name_of(std::string_view name) const { return names_.find(name); }
  const CheckItem& item_at(size_t place) const { return *items_[place]; }

  // The visit with a name, or with this head where the name is empty; it is begun where there is none. nullptr where
  // the name is the id of one that is there already. A head that differs from that of the visit's first row is a
  // problem.
  Visit* visit_for(const std::string& name, const VisitHead& head, size_t line);
  // The same of a row that is a whole visit: it is always begun.
  Visit* new_visit_for(const std::string& name, const VisitHead& head, size_t line);

  void add_answer(Visit& visit, const ListName& name, std::string_view answer, size_t line);
  // Of an item; a line of the head has neither, and where one is written it is a problem.
  void add_texts(Visit& visit, const ListName& name, std::string_view comment, std::string_view proof, size_t line);
  void add_problem(ImportProblem problem);
  // A day and a time as they are written; what is wrong with them is a problem, and then it is false.
  bool read_when(VisitHead& head, std::string_view date, std::string_view time, size_t line);

  // Leaves out visits that say nothing which another one with the same head does not say, in the text or before it. One
  // that says something else is a problem, unless its name, or a head without a place and a shopper, makes it another.
  VisitsImport take();

 private:
  struct Gathered {
    Visit visit;
    std::string name;
    size_t line = 0;
  };
  using Content = std::map<std::string, std::string>;  // marks, comments and proofs by the ids of items and lines
  struct KnownVisits {                                 // that were there before, with one head
    std::vector<const Visit*> visits;
    std::vector<Content> contents;  // of each, once an import's visit has this head
  };

  static std::string key_of(const std::string& name, const VisitHead& head);
  static Content content_of(const Checklist& list, const Visit& visit);
  void add_text(VisitTexts& texts, const std::string& id, std::string_view text, const std::string& item, size_t line);
  void read_contents(KnownVisits& known) const;
  void sort_out(Gathered& one, std::set<std::string>& keys, std::set<std::string>& texts);

  const Visits& visits_;
  const Checklist& list_;
  std::vector<const CheckItem*> items_;
  ListNames names_;
  std::set<std::string, std::less<>> known_ids_;
  std::map<VisitHead, KnownVisits> known_;
  std::vector<std::unordered_map<std::string, std::optional<int>>> said_;  // an item each: what its answers say
  std::unordered_map<std::string, size_t> by_name_;  // of the import's visits, none for those that are left out
  std::vector<Gathered> gathered_;
  VisitsImport import_;
};

}  // namespace canvasbook
