#include "model/stop_phrases/wording_tree.h"

#include <algorithm>

namespace canvasbook {

WordingTree::Node WordingTree::add(const std::vector<WordingPart>& parts) {
  Node node = root;
  for (const WordingPart& part : parts) node = child(node, part);
  return node;
}

WordingTree::Node WordingTree::new_node() {
  nodes_.emplace_back();
  return static_cast<Node>(nodes_.size() - 1);
}

WordingTree::Node WordingTree::child(Node node, const WordingPart& part) {
  using Kind = WordingPart::Kind;
  if (part.kind == Kind::form) return form_child(node, part.word);
  if (part.kind == Kind::exact) {
    Node& known = exact_[key_of(node, part.word.word)];
    return known == none ? known = new_node() : known;
  }
  const auto behind = part.kind == Kind::gap ? &Part::behind_gap : &Part::behind_number;
  if (nodes_[node].*behind == none) {
    const Node made = new_node();
    nodes_[node].*behind = made;
  }
  return nodes_[node].*behind;
}

WordingTree::Node WordingTree::form_child(Node node, const NumberedWord& word) {
  const std::vector<Node>& alike = by_base_[key_of(node, word.word)];  // a word is a base of itself
  const auto known = std::ranges::find_if(alike, [&](Node form) { return nodes_[form].word == word.word; });
  if (known != alike.end()) return *known;
  const Node made = new_node();
  nodes_[made].word = word.word;
  nodes_[made].first_letter = word.first_letter;
  for (const std::uint32_t base : word.bases) by_base_[key_of(node, base)].push_back(made);
  return made;
}

}  // namespace canvasbook
