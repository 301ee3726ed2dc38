#include "model/text/grapheme.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace canvasbook::grapheme_test {

namespace {

std::vector<std::u32string> clusters_of(const std::u32string& text) {
  std::vector<std::u32string> clusters;
  for (size_t at = 0; at < text.size();) {
    const size_t end = cluster_end(text, at);
    clusters.push_back(text.substr(at, end - at));
    at = end;
  }
  return clusters;
}

using Clusters = std::vector<std::u32string>;

}  // namespace

TEST_CASE("plain letters are clusters of their own") {
  CHECK(clusters_of(U"").empty());
  CHECK(clusters_of(U"Яa 1") == Clusters{U"Я", U"a", U" ", U"1"});
  CHECK(clusters_of(U"漢字") == Clusters{U"漢", U"字"});
}

TEST_CASE("a letter and its combining marks are one cluster") {
  CHECK(clusters_of(U"и\u0306e\u0308\u0301x") == Clusters{U"и\u0306", U"e\u0308\u0301", U"x"});
  CHECK(clusters_of(U"\u0301a") == Clusters{U"\u0301", U"a"});
}

TEST_CASE("an emoji joined of several is one cluster") {
  CHECK(clusters_of(U"👨‍👩‍👧👍") == Clusters{U"👨‍👩‍👧", U"👍"});
  CHECK(clusters_of(U"❤️‍🔥a") == Clusters{U"❤️‍🔥", U"a"});
}

TEST_CASE("skin tones, variation selectors and keycaps belong to what they change") {
  CHECK(clusters_of(U"👍🏽👍") == Clusters{U"👍🏽", U"👍"});
  CHECK(clusters_of(U"☎️☎") == Clusters{U"☎️", U"☎"});
  CHECK(clusters_of(U"1️⃣2") == Clusters{U"1️⃣", U"2"});
}

TEST_CASE("regional indicators pair up to flags") {
  CHECK(clusters_of(U"🇷🇺🇬🇧🇩") == Clusters{U"🇷🇺", U"🇬🇧", U"🇩"});
  CHECK(clusters_of(U"a🇷🇺b") == Clusters{U"a", U"🇷🇺", U"b"});
}

TEST_CASE("a line feed joins with nothing") {
  CHECK(clusters_of(U"a\n\u0301\n") == Clusters{U"a", U"\n", U"\u0301", U"\n"});
}

TEST_CASE("the beginning of a cluster is found from anywhere inside it") {
  const std::u32string text = U"🇷🇺🇬🇧👨‍👩‍👧и\u0306x";
  CHECK(cluster_begin(text, 0) == 0);
  CHECK(cluster_begin(text, 1) == 0);
  CHECK(cluster_begin(text, 2) == 2);
  CHECK(cluster_begin(text, 3) == 2);
  for (size_t at = 4; at < 9; ++at) CHECK(cluster_begin(text, at) == 4);
  CHECK(cluster_begin(text, 10) == 9);
  CHECK(cluster_begin(text, 11) == 11);
  CHECK(cluster_begin(text, text.size()) == text.size());
  CHECK(cluster_begin(U"", 0) == 0);
}

TEST_CASE("a joiner between letters joins no more than itself") {
  CHECK(clusters_of(U"a\u200Db") == Clusters{U"a\u200D", U"b"});
  CHECK(cluster_begin(U"a\u200Db", 2) == 2);
}

TEST_CASE("going back finds the same bounds as going forward in any text") {
  CHECK(rc::check([] {
    const auto text = *rc::gen::container<std::u32string>(rc::gen::elementOf(std::u32string(
        U"ab \nя\u0301\u0306\u200D\uFE0F🏽👨👩🔥❤🇷🇺🇬\u1100\u1161\u11A8\u0915\u093F\u0600")));
    size_t begin = 0;
    for (size_t at = 0; at < text.size(); ++at) {
      if (cluster_end(text, begin) <= at) begin = cluster_end(text, begin);
      RC_ASSERT(cluster_begin(text, at) == begin);
    }
  }));
}

}  // namespace canvasbook::grapheme_test
