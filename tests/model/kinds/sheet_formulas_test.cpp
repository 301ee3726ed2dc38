// Columns that are computed: the figure, or what it lacks in words, never a wrong one.
#include "model/kinds/sheet_formulas.h"

#include <doctest/doctest.h>

#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_view.h"

namespace canvasbook::sheet_formulas_test {

namespace {

SheetColumn column(const char* role) {
  SheetColumn made;
  made.id = made.role = made.title = role;
  return made;
}

// A sheet with one row: chats an hour, minutes, parallel chats, peak factor, absence.
Sheet staff(std::vector<std::string> texts) {
  Sheet sheet;
  for (const char* role : {"chats_per_hour", "minutes_per_chat", "parallel_chats", "peak_factor", "absence_percent"}) {
    sheet.columns.push_back(column(role));
  }
  sheet.columns.push_back(column("staff_needed"));
  SheetRow row;
  row.id = "row";
  for (size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i].empty()) row.cells[sheet.columns[i].id] = texts[i];
  }
  sheet.rows.push_back(row);
  return sheet;
}

std::string words(const Sheet& sheet, Language language = Language::en) {
  return words_of_calculation(sheet, sheet.rows[0], sheet.columns.back(), Catalog::of(language));
}

}  // namespace

TEST_CASE("the staff that chats need is rounded up once, at the end") {
  CHECK(words(staff({"40", "6", "2"})) == "2");
  CHECK(words(staff({"41", "6", "2"})) == "3");
  CHECK(words(staff({"40", "6", "2", "1.5"})) == "3");
  CHECK(words(staff({"40", "6", "2", "1,5", "10 %"})) == "4");  // 3 ÷ 0.9
  CHECK(words(staff({"0", "6", "2"})) == "0");
  CHECK(words(staff({"1", "1", "3"})) == "1");
  CHECK(words(staff({"20", "6", "1", "", "50"})) == "4");
  CHECK(words(staff({"60", "1", "1", "1.1", ""})) == "2");
}

TEST_CASE("without all that it needs the cell says what is missing, and in an empty row nothing") {
  CHECK(words(staff({"40", "6"})) == "fill in “parallel_chats”");
  CHECK(words(staff({"40"}), Language::ru) == "заполните «minutes_per_chat»; заполните «parallel_chats»");
  CHECK(words(staff({"[40]", "6", "2"})) == "fill in “chats_per_hour”");
  CHECK(words(staff({"many", "6", "2"})) == "“chats_per_hour” is not a number");
  CHECK(words(staff({})).empty());
  Sheet without = staff({"40", "6", "2"});
  without = remove_column(std::move(without), "parallel_chats");
  CHECK(words(without) == "no column “chats at once”");
}

TEST_CASE("numbers that make no sense are said, so that no figure is infinite or negative") {
  for (const std::vector<std::string>& texts :
       std::vector<std::vector<std::string>>{{"40", "6", "0"},
                                             {"40", "6", "-2"},
                                             {"-1", "6", "2"},
                                             {"40", "0", "2"},
                                             {"40", "6", "2", "0.5"},
                                             {"40", "6", "2", "1", "100"},
                                             {"40", "6", "2", "1", "-5"},
                                             {std::string(400, '9'), "6", "2"}}) {
    const std::string told = words(staff(texts));
    CAPTURE(told);
    CHECK(told.find("must be from") != std::string::npos);
    CHECK_FALSE(calculate(staff(texts), staff(texts).rows[0], staff(texts).columns.back()).value.has_value());
  }
}

TEST_CASE("a calculated cell takes no text, is copied as its figure and sorted by it") {
  Sheet sheet = staff({"40", "6", "2"});
  const size_t rows[] = {0};
  IdSource fresh(1);
  sheet = fill_cells(std::move(sheet), rows, 4, {{"20", "99"}}, fresh).sheet;
  CHECK(sheet.rows[0].cells.count("staff_needed") == 0);
  CHECK(words(sheet) == "3");
  CHECK(texts_of(sheet, {{0}, 5, 5}) == CellRows{{"3"}});
  CHECK(texts_of_column(sheet, sheet.columns.back()) == std::vector<std::string>{"3"});
}

TEST_CASE("the formula is said with the titles of the sheet, without what it has no column for") {
  const Sheet sheet = staff({});
  CHECK(
      words_of_formulas(sheet, Catalog::of(Language::en)) ==
      std::vector<std::string>{"staff_needed = chats_per_hour × peak_factor × minutes_per_chat ÷ 60 ÷ parallel_chats ÷ "
                               "(1 − absence_percent ÷ 100), rounded up"});
  const Sheet plain = remove_column(remove_column(sheet, "peak_factor"), "absence_percent");
  CHECK(words_of_formulas(plain, Catalog::of(Language::en)) ==
        std::vector<std::string>{"staff_needed = chats_per_hour × minutes_per_chat ÷ 60 ÷ parallel_chats, rounded up"});
  CHECK(words_of_formulas(remove_column(sheet, "staff_needed"), Catalog::of(Language::en)).empty());
}

namespace {

// A sheet with a row of unit economics and every column that is calculated from it.
Sheet economics(const std::vector<std::string>& texts) {
  Sheet sheet;
  SheetRow row;
  row.id = "row";
  const char* roles[] = {"average_order",  "purchases_per_year", "years",
                         "margin_percent", "acquisition_cost",   "clients"};
  for (size_t i = 0; i < std::size(roles); ++i) {
    sheet.columns.push_back(column(roles[i]));
    if (i < texts.size() && !texts[i].empty()) row.cells[roles[i]] = texts[i];
  }
  for (const char* role : {"lifetime_turnover", "lifetime_profit", "profit_to_cost", "payback_orders", "payback_months",
                           "yearly_turnover", "yearly_profit"}) {
    sheet.columns.push_back(column(role));
  }
  sheet.rows.push_back(row);
  return sheet;
}

std::string words_at(const Sheet& sheet, const char* role, Language language = Language::en) {
  return words_of_calculation(sheet, sheet.rows[0], *find_column(sheet, role), Catalog::of(language));
}

}  // namespace

TEST_CASE("unit economics, by hand: an office that orders twice a month for two years") {
  const Sheet office = economics({"6 500 ₽", "24", "2", "35 %", "5000", "12"});
  CHECK(words_at(office, "lifetime_turnover", Language::ru) == "312\u00A0000\u00A0₽");  // 6,500 × 24 × 2
  CHECK(words_at(office, "lifetime_profit", Language::ru) == "109\u00A0200\u00A0₽");    // 312,000 × 0.35
  CHECK(words_at(office, "profit_to_cost", Language::ru) == "21,8");                      // 109,200 ÷ 5,000 = 21.84
  CHECK(words_at(office, "payback_orders") == "3");  // an order earns 6,500 × 0.35 = 2,275; 5,000 ÷ 2,275 = 2.2
  CHECK(words_at(office, "payback_months") == "2");  // a month earns 2,275 × 24 ÷ 12 = 4,550; 5,000 ÷ 4,550 = 1.1
  CHECK(words_at(office, "yearly_turnover", Language::ru) == "1\u00A0872\u00A0000\u00A0₽");  // 12 × 24 × 6,500
  CHECK(words_at(office, "yearly_profit", Language::ru) == "655\u00A0200\u00A0₽");           // 1,872,000 × 0.35
}

TEST_CASE("money keeps its currency, and thousands are read and written as a language has them") {
  CHECK(words_at(economics({"$1,500", "12", "1", "50", "$90"}), "lifetime_turnover") == "$18,000");
  CHECK(words_at(economics({"4.50", "1", "1", "50", "1"}), "lifetime_profit") == "2.25");
  CHECK(words_at(economics({"4,50", "1", "1", "50", "1"}), "lifetime_profit", Language::ru) == "2,25");
  CHECK(words_at(economics({"1500", "1", "1", "50", "1"}), "lifetime_turnover") == "1,500");
  const std::string lack = words_at(economics({"$100", "1", "1", "50", "90 ₽"}), "payback_orders");
  CHECK(lack == "“average_order” is in another currency");
}

TEST_CASE("nothing is divided by nothing, and a rate above 100 % is told") {
  CHECK(words_at(economics({"100", "1", "1", "0", "50"}), "payback_orders") == "“margin_percent” must be above zero");
  CHECK(words_at(economics({"0", "1", "1", "10", "50"}), "payback_orders") == "“average_order” must be above zero");
  CHECK(words_at(economics({"100", "0", "1", "10", "50"}), "payback_months") ==
        "“purchases_per_year” must be above zero");
  CHECK(words_at(economics({"100", "1", "1", "10", "0"}), "profit_to_cost") == "“acquisition_cost” must be above zero");
  CHECK(words_at(economics({"100", "1", "1", "120", "50"}), "lifetime_profit") ==
        "“margin_percent” must be from 0 to 100");
  CHECK(words_at(economics({"100 pcs", "1", "1", "10", "50"}), "lifetime_profit") == "“average_order” is not a number");
  CHECK(words_at(economics({"100", "1", "1", "0", "0"}), "lifetime_profit") == "0");
}

TEST_CASE("a term that is withheld: what it loses and what it would bring, by hand") {
  Sheet sheet;
  for (const char* role : {"clients", "dishonest_percent", "loss_per_case", "extra_profit", "expected_loss",
                           "expected_gain", "expected_balance"}) {
    sheet.columns.push_back(column(role));
  }
  sheet.rows = {{"row",
                 {{"clients", "1200"}, {"dishonest_percent", "1"}, {"loss_per_case", "$9"}, {"extra_profit", "0.40"}},
                 {}}};
  CHECK(words_at(sheet, "expected_loss") == "$108");     // 12 of 1,200 × 9
  CHECK(words_at(sheet, "expected_gain") == "475");      // 1,188 × 0.40 = 475.2
  CHECK(words_at(sheet, "expected_balance") == "$367");  // 475.2 − 108
  sheet.rows[0].cells["extra_profit"] = "";
  CHECK(words_at(sheet, "expected_balance") == "fill in “extra_profit”");
  sheet.rows[0].cells["dishonest_percent"] = "";  // said once, though it stands there twice
  CHECK(words_at(sheet, "expected_balance") == "fill in “dishonest_percent”; fill in “extra_profit”");
  sheet.rows[0].cells["dishonest_percent"] = "1";
  sheet.rows[0].cells["extra_profit"] = "0";
  CHECK(words_at(sheet, "expected_balance") == "−$108");
  CHECK(shown_cell(sheet, sheet.rows[0], sheet.columns.back()) == "-108");
  CHECK(words_of_formula(sheet, sheet.columns.back(), Catalog::of(Language::en)) ==
        "expected_balance = clients × ((1 − dishonest_percent ÷ 100) × extra_profit − dishonest_percent ÷ 100 × "
        "loss_per_case)");
}

TEST_CASE("a better margin never lowers the profit, and a dearer client never pays back sooner") {
  double profit = -1;
  double orders = 0;
  for (int percent = 1; percent <= 100; ++percent) {
    const Sheet sheet = economics({"120", "7", "3", std::to_string(percent), std::to_string(percent * 10)});
    const double now = calculate(sheet, sheet.rows[0], "lifetime_profit").value.value_or(-2);
    CHECK(now > profit);
    profit = now;
    const Sheet dearer = economics({"120", "7", "3", "40", std::to_string(percent * 10)});
    const double later = calculate(dearer, dearer.rows[0], "payback_orders").value.value_or(-1);
    CHECK(later >= orders);
    orders = later;
  }
}

TEST_CASE("figures of a year add up over the rows, and what is left out is said") {
  Sheet sheet = economics({"100 ₽", "10", "1", "50", "50", "3"});
  CHECK(words_of_totals(sheet, Catalog::of(Language::en)).empty());  // one row is its own total
  SheetRow second = sheet.rows[0];
  second.cells["clients"] = "7";
  sheet.rows.push_back(second);
  CHECK(words_of_totals(sheet, Catalog::of(Language::en)) ==
        "“yearly_turnover” in all: 10,000\u00A0₽. “yearly_profit” in all: 5,000\u00A0₽.");
  second.cells["clients"] = "many";
  sheet.rows.push_back(second);
  CHECK(words_of_totals(sheet, Catalog::of(Language::en)).find("rows without figures: 1") != std::string::npos);
  sheet.rows[1].cells["average_order"] = "$100";
  CHECK(words_of_totals(sheet, Catalog::of(Language::en)).find("different currencies") != std::string::npos);
}

TEST_CASE("a figure is copied as a spreadsheet reads it") {
  const Sheet sheet = economics({"$1,500", "12", "1", "50", "$7,000"});
  CHECK(shown_cell(sheet, sheet.rows[0], *find_column(sheet, "lifetime_turnover")) == "18000");
  CHECK(shown_cell(sheet, sheet.rows[0], *find_column(sheet, "profit_to_cost")) == "1.3");
}

}  // namespace canvasbook::sheet_formulas_test
