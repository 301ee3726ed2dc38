// A book in Markdown for measuring: chapters of varied Russian and English text with lists, tables, quotes, code and
// links. The same number of chapters gives the same text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace canvasbook {

class MarkdownBook {
 public:
  // Ten chapters fill about 120 pages.
  std::string write(int chapters) {
    text_ = "# Книга о работе с клиентами\n\n";
    for (int i = 1; i <= chapters; ++i) add_chapter(i);
    return std::move(text_);
  }

 private:
  static constexpr std::array<std::string_view, 96> russian_{"клиент",
                                                             "договор",
                                                             "встреча",
                                                             "предложение",
                                                             "менеджер",
                                                             "вопрос",
                                                             "ответ",
                                                             "звонок",
                                                             "компания",
                                                             "решение",
                                                             "разговор",
                                                             "потребность",
                                                             "обслуживание",
                                                             "качество",
                                                             "ожидание",
                                                             "результат",
                                                             "доставка",
                                                             "расписание",
                                                             "сотрудник",
                                                             "руководитель",
                                                             "преимущество",
                                                             "возражение",
                                                             "стоимость",
                                                             "заявка",
                                                             "поставщик",
                                                             "гарантия",
                                                             "обращение",
                                                             "рекомендация",
                                                             "впечатление",
                                                             "доверие",
                                                             "выручка",
                                                             "удобство",
                                                             "магазин",
                                                             "сценарий",
                                                             "правило",
                                                             "приветствие",
                                                             "жалоба",
                                                             "извинение",
                                                             "компенсация",
                                                             "наблюдение",
                                                             "проверка",
                                                             "отчёт",
                                                             "отвечает",
                                                             "предлагает",
                                                             "записывает",
                                                             "уточняет",
                                                             "подтверждает",
                                                             "объясняет",
                                                             "возвращается",
                                                             "помогает",
                                                             "сравнивает",
                                                             "показывает",
                                                             "выбирает",
                                                             "получает",
                                                             "договаривается",
                                                             "напоминает",
                                                             "быстро",
                                                             "вежливо",
                                                             "внимательно",
                                                             "спокойно",
                                                             "заранее",
                                                             "обязательно",
                                                             "постоянно",
                                                             "новый",
                                                             "постоянный",
                                                             "вежливый",
                                                             "понятный",
                                                             "измеримый",
                                                             "первый",
                                                             "следующий",
                                                             "каждый",
                                                             "ответственный",
                                                             "подробный",
                                                             "удобный",
                                                             "короткий",
                                                             "точный",
                                                             "свободный",
                                                             "через",
                                                             "после",
                                                             "перед",
                                                             "потому",
                                                             "поэтому",
                                                             "однако",
                                                             "также",
                                                             "если",
                                                             "чтобы",
                                                             "когда",
                                                             "который",
                                                             "в",
                                                             "на",
                                                             "и",
                                                             "с",
                                                             "по",
                                                             "для",
                                                             "не",
                                                             "из"};
  static constexpr std::array<std::string_view, 80> english_{
      "customer",    "agreement",    "meeting",     "proposal",     "manager",        "question",   "answer",
      "call",        "company",      "decision",    "conversation", "need",           "service",    "quality",
      "expectation", "result",       "delivery",    "schedule",     "employee",       "advantage",  "objection",
      "price",       "request",      "supplier",    "guarantee",    "recommendation", "impression", "confidence",
      "revenue",     "comfort",      "shop",        "scenario",     "rule",           "greeting",   "complaint",
      "apology",     "compensation", "observation", "inspection",   "report",         "answers",    "offers",
      "records",     "clarifies",    "confirms",    "explains",     "returns",        "helps",      "compares",
      "shows",       "chooses",      "receives",    "arranges",     "reminds",        "quickly",    "politely",
      "attentively", "calmly",       "beforehand",  "certainly",    "constantly",     "new",        "regular",
      "polite",      "measurable",   "responsible", "detailed",     "convenient",     "the",        "a",
      "of",          "to",           "and",         "with",         "after",          "before",     "because",
      "however",     "if",           "when"};

  std::uint32_t random(std::uint32_t below) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33) % below;
  }

  std::string_view word() {
    return is_russian_ ? russian_[random(static_cast<std::uint32_t>(russian_.size()))]
                       : english_[random(static_cast<std::uint32_t>(english_.size()))];
  }

  void add_words(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i > 0) text_ += random(9) == 0 ? ", " : " ";
      const std::uint32_t style = random(400) == 0 ? 200 : random(180);
      const std::string mark = style == 0 ? "**" : style == 1 ? "*" : style == 2 ? "`" : "";
      text_ += mark;
      text_ += word();
      text_ += mark;
      if (style == 3) text_ += " " + std::to_string(random(9000) + 1000);
      if (style == 200) {  // a link, about one a page
        text_ += " [";
        text_ += word();
        text_ += "](https://example.org/" + std::to_string(random(1000)) + ")";
      }
    }
  }

  void add_sentences(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      text_ += is_russian_ ? (i == 0 ? "Сегодня " : " Затем ") : (i == 0 ? "Today " : " Then ");
      add_words(6 + random(14));
      text_ += '.';
    }
    text_ += "\n\n";
  }

  void add_heading(int level, const std::string& number) {
    text_ += std::string(static_cast<size_t>(level), '#') + (is_russian_ ? " Часть " : " Part ") + number + ". ";
    add_words(2 + random(4));
    text_ += "\n\n";
  }

  void add_list(bool numbered) {
    const std::uint32_t count = 3 + random(5);
    for (std::uint32_t i = 1; i <= count; ++i) {
      text_ += numbered ? std::to_string(i) + ". " : random(5) == 0 ? "- [x] " : "- ";
      add_words(4 + random(18));
      text_ += '\n';
      if (random(4) == 0) {
        text_ += numbered ? "   - " : "  - ";
        add_words(5);
        text_ += '\n';
      }
    }
    text_ += '\n';
  }

  void add_table() {
    text_ += is_russian_ ? "| Показатель | Описание | Значение |\n" : "| Measure | Description | Value |\n";
    text_ += "| --- | --- | --: |\n";
    const std::uint32_t rows = 4 + random(8);
    for (std::uint32_t i = 0; i < rows; ++i) {
      text_ += "| ";
      add_words(2);
      text_ += " | ";
      add_words(5 + random(8));
      text_ += " | " + std::to_string(random(100000)) + " |\n";
    }
    text_ += '\n';
  }

  void add_section(const std::string& number) {
    add_heading(3, number);
    for (std::uint32_t i = 0; i < 3; ++i) add_sentences(3 + random(4));
    switch (random(6)) {
      case 0:
        add_table();
        break;
      case 1:
        add_list(true);
        break;
      case 2:
        text_ += "> ";
        add_sentences(2);
        break;
      case 3:
        text_ += "```\nstandard = greeting + answer\nwithin(30, \"seconds\")\n```\n\n";
        break;
      default:
        add_list(false);
        break;
    }
    add_sentences(4);
  }

  void add_chapter(int chapter) {
    for (int part = 1; part <= 5; ++part) {
      is_russian_ = (chapter * 5 + part) % 3 != 0;
      const std::string number = std::to_string(chapter) + "." + std::to_string(part);
      add_heading(2, number);
      add_sentences(5);
      for (int section = 1; section <= 3; ++section) add_section(number + "." + std::to_string(section));
    }
  }

  std::string text_;
  std::uint64_t state_ = 20261122;
  bool is_russian_ = true;
};

}  // namespace canvasbook
