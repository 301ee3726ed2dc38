// Wordings of STOP phrases as a tree of their parts, so that those which begin alike are compared with a text once.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace canvasbook {

// A word of a wording or of a text, and what it has in common with its other forms; each word and base has a number.
struct NumberedWord {
  static constexpr std::uint32_t unknown = ~std::uint32_t{0};

  std::uint32_t word = unknown;
  std::vector<std::uint32_t> bases;  // of a word of a text those alone that some wording has
  char32_t first_letter = 0;
  bool is_irregular = false;  // its other forms may begin with another letter
};

struct WordingPart {
  enum class Kind : std::uint8_t { form, exact, number, gap };
  Kind kind = Kind::form;
  NumberedWord word;  // of a form or an exact word
};

struct Wording {
  std::size_t place = 0;  // in the order of the list
  std::size_t owner = 0;
  bool begins_with_form = false;
};

class WordingTree {
 public:
  using Node = std::uint32_t;
  static constexpr Node root = 0;
  static constexpr Node none = 0;  // the root stands behind nothing

  // The node behind these parts, from the root on; made where it is not there yet.
  Node add(const std::vector<WordingPart>& parts);

  // The wordings that end at a node.
  std::vector<Wording>& wordings_at(Node node) { return nodes_[node].wordings; }
  const std::vector<Wording>& wordings_at(Node node) const { return nodes_[node].wordings; }

  // The node behind a gap, and behind a number, that follows a node.
  Node behind_gap(Node node) const { return nodes_[node].behind_gap; }
  Node behind_number(Node node) const { return nodes_[node].behind_number; }

  // Calls visit(node) for each node behind a word that follows a node and that a word of a text is, or is a form of;
  // for some several times.
  template <class Visit>
  void for_each_behind(Node node, const NumberedWord& word, Visit visit) const {
    if (const auto exact = exact_.find(key_of(node, word.word)); exact != exact_.end()) visit(exact->second);
    for (const std::uint32_t base : word.bases) {
      const auto forms = by_base_.find(key_of(node, base));
      if (forms == by_base_.end()) continue;
      for (const Node form : forms->second) {
        if (is_form_of(nodes_[form], word)) visit(form);
      }
    }
  }

 private:
  struct Part {
    std::uint32_t word = NumberedWord::unknown;  // of a form
    char32_t first_letter = 0;
    Node behind_gap = none;
    Node behind_number = none;
    std::vector<Wording> wordings;
  };

  static std::uint64_t key_of(Node node, std::uint32_t word) { return std::uint64_t{node} << 32 | word; }
  static bool is_form_of(const Part& part, const NumberedWord& word) {
    return part.word == word.word || word.is_irregular || part.first_letter == word.first_letter;
  }
  Node child(Node node, const WordingPart& part);
  Node form_child(Node node, const NumberedWord& word);
  Node new_node();

  std::vector<Part> nodes_{1};
  std::unordered_map<std::uint64_t, Node> exact_;                 // by node and word
  std::unordered_map<std::uint64_t, std::vector<Node>> by_base_;  // by node and base
};

}  // namespace canvasbook
