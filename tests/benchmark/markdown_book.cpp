// Writes a book in Markdown to standard output. Usage: markdown_book CHAPTERS
#include <cstdlib>
#include <iostream>

#include "tests/benchmark/markdown_book.h"

int main(int argc, char** argv) { std::cout << canvasbook::MarkdownBook().write(argc > 1 ? std::atoi(argv[1]) : 10); }
