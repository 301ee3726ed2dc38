#include "editor/command_line/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <ostream>

#include "editor/command_line/commands.h"
#include "editor/command_line/terminal_text.h"
#include "editor/session/recovery_offers.h"
#include "model/kinds/visit_actions.h"
#include "model/text/nearest_name.h"
#include "model/text/text.h"
#include "model/visit_answers.h"

namespace canvasbook {

namespace {

const std::array<std::string, 9> command_names{"templates", "new",     "info",   "find", "import",
                                               "visits",    "results", "export", "check"};

// CLI11 reads the arguments; everything it would say itself is English, so each message is worded from the catalog.
class CommandLine {
 public:
  CommandLine(const CommandLineWorld& world, const Catalog& catalog, std::ostream& content)
      : context_{world, catalog, content}, app_(catalog.text("help.about"), "canvasbook") {
    app_.set_help_flag("-h,--help", text("help.help"));
    app_.set_version_flag("--version", std::string("canvasbook ") + CANVASBOOK_VERSION, text("help.version"));
    app_.fallthrough();
    app_.allow_extras();
    app_.require_subcommand(0, 1);  // what follows a command is its own, even where it is called like another command
    option(app_, "--lang", language_, "ru|en", "help.lang");
    add_templates();
    add_new();
    add_info();
    add_find();
    add_import();
    add_visits();
    add_results();
    add_export();
    add_check();
  }

  int run(std::vector<std::string> arguments) {
    const std::vector<std::string> typed = arguments;
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
      const auto chosen = app_.get_subcommands();
      context_.world.out << (chosen.empty() ? help_of_program() : help_of(*chosen.front()));
      return exit_done;
    } catch (const CLI::CallForVersion& version) {
      context_.world.out << version.what() << "\n";
      return exit_done;
    } catch (const CLI::ParseError& error) {
      return parse_error(error.what(), typed);
    }
    for (const std::string& extra : app_.remaining(true)) {
      if (extra != "--") return unknown_argument(extra);
    }
    if (!language_.empty() && !language_of(language_)) return bad_value("--lang", language_, "ru, en");
    const auto chosen = app_.get_subcommands();
    if (chosen.empty()) {
      context_.world.err << help_of_program();
      return exit_usage;
    }
    for (const CLI::App* app : {static_cast<const CLI::App*>(&app_), static_cast<const CLI::App*>(chosen.front())}) {
      if (const auto name = option_without_value(*app)) return usage("usage.missing_value", {{"detail", *name}});
    }
    for (const auto& [command, start] : commands_) {
      if (command == chosen.front()) return start();
    }
    return exit_usage;
  }

 private:
  std::string text(const std::string& key) const { return context_.catalog.text(key); }

  CLI::App* command(const std::string& name, std::function<int()> start) {
    CLI::App* added = app_.add_subcommand(name, text("help." + name));
    added->set_help_flag("-h,--help", text("help.help"));
    added->allow_extras();
    commands_.emplace_back(added, std::move(start));
    return added;
  }

  template <class Value>
  CLI::Option* option(CLI::App& app, const std::string& name, Value& value, const std::string& type,
                      const std::string& key) {
    return app.add_option(name, value, text(key))->type_name(type);
  }

  std::string help_of_program() const {
    std::string help = text("help.about") + "\n" + text("help.usage") + "\n\n" + text("help.label_commands") + "\n";
    for (const auto& entry : commands_) help += help_line(entry.first->get_name(), entry.first->get_description());
    return help + "\n" + text("help.label_options") + "\n" + help_of_options(app_);
  }

  std::string help_of(const CLI::App& command) const {
    return command.get_description() + "\n" + text("help.usage_of." + command.get_name()) + "\n\n" +
           text("help.label_options") + "\n" + help_of_options(command) + help_line("--lang ru|en", text("help.lang"));
  }

  static std::string help_of_options(const CLI::App& app) {
    std::string help;
    for (const CLI::Option* entry : app.get_options()) {
      if (entry->get_positional() && entry->get_lnames().empty()) continue;  // the usage line shows it
      std::string name = entry->get_name(false, true);
      if (!entry->get_type_name().empty() && entry->get_items_expected_max() > 0) name += " " + entry->get_type_name();
      help += help_line(name, entry->get_description());
    }
    return help;
  }

  // CLI11 would align by bytes, of which a Cyrillic letter has two.
  static std::string help_line(const std::string& name, const std::string& description) {
    constexpr size_t column = 26;
    const size_t width = count_code_points(name);
    return "  " + name + std::string(width < column ? column - width : 1, ' ') + description + "\n";
  }

  // An option that was given an empty value, such as an unset variable of a script.
  static std::optional<std::string> option_without_value(const CLI::App& app) {
    for (const CLI::Option* entry : app.get_options()) {
      if (entry->get_positional() || entry->get_items_expected_min() == 0) continue;  // the commands look at these
      if (std::ranges::find(entry->results(), std::string()) != entry->results().end()) return entry->get_name();
    }
    return std::nullopt;
  }

  int usage(const std::string& key, const Arguments& arguments, const std::string& more = {}) {
    context_.world.err << context_.catalog.text(key, arguments) << more << "\n";
    return exit_usage;
  }

  // What neither is an argument here nor an option, with the name that may be meant.
  int unknown_argument(const std::string& typed) {
    const auto chosen = app_.get_subcommands();
    if (!typed.starts_with('-')) {
      if (!chosen.empty()) return usage("usage.unknown_argument", {{"detail", typed}});
      return usage("usage.unknown_command", {{"detail", typed}}, did_you_mean(typed, command_names, context_.catalog));
    }
    std::vector<std::string> names = long_options(app_);
    for (const CLI::App* command : chosen) std::ranges::copy(long_options(*command), std::back_inserter(names));
    const std::string name = typed.substr(0, typed.find('='));
    return usage("usage.unknown_option", {{"detail", name}}, did_you_mean(name, names, context_.catalog));
  }

  static std::vector<std::string> long_options(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* entry : app.get_options()) {
      for (const std::string& name : entry->get_lnames()) names.push_back("--" + name);
    }
    return names;
  }

  // What CLI11 could not take: an option without its value or given twice, or a flag with a value. Its message is
  // English, but it names the option; the user is told the name that was typed.
  int parse_error(const std::string& message, const std::vector<std::string>& typed) {
    for (const std::string& argument : typed) {
      const std::string name = argument.substr(0, argument.find('='));
      const bool is_flag = std::ranges::any_of(flags_, [&](const auto& flag) { return name == flag; });
      if (is_flag && argument.size() > name.size()) return usage("usage.flag_with_value", {{"detail", name}});
    }
    const bool is_export = std::ranges::find(typed, "export") != typed.end();
    for (size_t i = 0; i < typed.size(); ++i) {
      const std::string name = typed[i].substr(0, typed[i].find('='));
      const auto again = std::find_if(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1, typed.end(),
                                      [&](const auto& other) { return other.substr(0, other.find('=')) == name; });
      const bool may_be_again = is_repeatable(name) || (name == "--section" && is_export);
      if (name.starts_with('-') && !may_be_again && again != typed.end()) {
        return usage("usage.given_twice", {{"detail", name}});
      }
    }
    const size_t start = message.find("--");
    std::string name =
        start == std::string::npos ? "" : message.substr(start, message.find_first_of(": ", start) - start);
    const bool is_typed = std::ranges::any_of(typed, [&](const auto& argument) { return argument.starts_with(name); });
    if (name == "--output" && !is_typed) name = "-o";
    return usage("usage.missing_value", {{"detail", name}});
  }

  static bool is_repeatable(std::string_view name) {
    return name == "--document" || name == "--set" || name == "--answer" || name == "--comment";
  }

  int bad_value(const std::string& name, const std::string& value, const std::string& values) {
    return usage("usage.bad_value", {{"option", name}, {"detail", value}, {"values", values}});
  }

  int missing(const std::string& argument) { return usage("usage.missing_argument", {{"detail", argument}}); }

  void add_templates() {
    CLI::App* app = command("templates", [this] { return run_templates(templates_, context_); });
    app->add_option("TEMPLATE", templates_.name);
    app->add_flag("--json", templates_.json, text("help.templates_json"));
  }

  void add_new() {
    CLI::App* app = command("new", [this] {
      if (new_.templates.empty()) return missing(text("usage.argument_template"));
      if (find_invalid_utf8(new_.company)) return usage("usage.not_utf8", {{"detail", "--company"}});
      if (!new_language_.empty() && !language_of(new_language_))
        return bad_value("--language", new_language_, "ru, en");
      new_.language = language_of(new_language_).value_or(context_.catalog.language());
      return run_new(new_, context_);
    });
    app->add_option("TEMPLATE", new_.templates);
    option(*app, "-o,--output", new_.output, "FILE", "help.new_output");
    option(*app, "--company", new_.company, "NAME", "help.new_company");
    option(*app, "--language", new_language_, "ru|en", "help.new_language");
    app->add_flag("--force", new_.force, text("help.force"));
  }

  void add_info() {
    CLI::App* app = command("info", [this] {
      return info_.file.empty() ? missing(text("usage.argument_file")) : run_info(info_, context_);
    });
    app->add_option("FILE", info_.file);
  }

  void add_find() {
    CLI::App* app = command("find", [this] {
      if (find_.file.empty()) return missing(text("usage.argument_file"));
      if (find_.text.empty()) return missing(text("usage.argument_text"));
      if (find_invalid_utf8(find_.text)) return usage("usage.not_utf8", {{"detail", text("usage.argument_text")}});
      if (find_.as_written && find_.word_forms) return usage("usage.find_either", {});
      return run_find(find_, context_);
    });
    app->add_option("FILE", find_.file);
    app->add_option("TEXT", find_.text);
    app->add_flag("--case", find_.match_case, text("help.find_case"));
    app->add_flag("--whole-word", find_.whole_words, text("help.find_whole_word"));
    app->add_flag("--as-written", find_.as_written, text("help.find_as_written"));
    app->add_flag("--word-forms", find_.word_forms, text("help.find_word_forms"));
  }

  void add_import() {
    CLI::App* app = command("import", [this] { return start_import(); });
    app->add_option("FILE", import_.file);
    option(*app, "--into", import_.into, "WORKBOOK", "help.import_into");
    option(*app, "--section", import_.section, "SECTION", "help.import_section");
    option(*app, "--new-section", import_.new_section, "TITLE", "help.import_new_section");
    option(*app, "--columns", import_columns_, "LIST", "help.import_columns");
    option(*app, "--head", import_head_, "yes|no", "help.import_head");
    app->add_flag("--keep-lines", import_.keep_lines, text("help.import_keep_lines"));
    app->add_flag("--dry-run", import_.dry_run, text("help.import_dry_run"));
    option(*app, "-o,--output", import_.output, "FILE", "help.import_output");
    app->add_flag("--force", import_.force, text("help.force"));
  }

  int start_import() {
    if (import_.file.empty()) return missing(text("usage.argument_file"));
    if (import_.into.empty()) return missing("--into");
    if (!import_.section.empty() && !import_.new_section.empty()) return usage("usage.section_either", {});
    if (find_invalid_utf8(import_.section)) return usage("usage.not_utf8", {{"detail", "--section"}});
    if (find_invalid_utf8(import_.new_section)) return usage("usage.not_utf8", {{"detail", "--new-section"}});
    if (!import_head_.empty() && import_head_ != "yes" && import_head_ != "no") {
      return bad_value("--head", import_head_, "yes, no");
    }
    if (!import_head_.empty()) import_.head = import_head_ == "yes";
    for (size_t at = 0; !import_columns_.empty() && at <= import_columns_.size();) {
      const size_t end = std::min(import_columns_.find(',', at), import_columns_.size());
      const std::string name(trim(std::string_view(import_columns_).substr(at, end - at)));
      const auto field = import_field_of(name);
      if (!field) return bad_value("--columns", name, "cue, answer, phrase, replacement, reason, hears, -");
      import_.columns.push_back(*field);
      at = end + 1;
    }
    return run_import(import_, context_);
  }

  void add_visits() {
    CLI::App* app = command("visits", [this] { return start_visits(); });
    app->add_option("ACTION", visits_action_);
    app->add_option("FILE", visits_.file);
    app->add_option("TABLE", visits_.table);
    option(*app, "--checklist", visits_.checklist, "CHECKLIST", "help.visits_checklist");
    option(*app, "--place", visits_.head.place, "PLACE", "help.visits_place");
    option(*app, "--shopper", visits_.head.shopper, "NAME", "help.visits_shopper");
    option(*app, "--date", visits_date_, "DATE", "help.visits_date");
    option(*app, "--time", visits_time_, "HH:MM", "help.visits_time");
    option(*app, "--answer", visits_.answers, "ITEM=ANSWER", "help.visits_answer")->expected(1)->take_all();
    option(*app, "--comment", visits_.comments, "ITEM=TEXT", "help.visits_comment")->expected(1)->take_all();
    app->add_flag("--csv", visits_.csv, text("help.visits_csv"));
    app->add_flag("--dry-run", visits_.dry_run, text("help.visits_dry_run"));
    option(*app, "-o,--output", visits_.output, "FILE", "help.import_output");
    app->add_flag("--force", visits_.force, text("help.force"));
  }

  // A day of an option; an exit code where it is none.
  std::optional<int> read_day(const char* name, const std::string& typed, std::optional<Date>& day) {
    if (typed.empty()) return std::nullopt;
    day = read_date(typed);
    if (day) return std::nullopt;
    if (has_form_of_date(typed)) return usage("usage.no_such_day", {{"detail", typed}});
    return bad_value(name, typed, text("usage.bad_date"));
  }

  int start_visits() {
    constexpr std::array<std::string_view, 3> actions{"add", "import", "list"};
    if (visits_action_.empty()) return missing("add|import|list");
    const auto* action = std::ranges::find(actions, visits_action_);
    if (action == actions.end()) return usage("usage.bad_action", {{"detail", visits_action_}});
    visits_.action = static_cast<VisitsAction>(action - actions.begin());
    if (visits_.file.empty()) return missing(text("usage.argument_file"));
    if (visits_.action == VisitsAction::import && visits_.table.empty()) return missing(text("usage.argument_table"));
    if (visits_.action != VisitsAction::import && !visits_.table.empty()) {
      return usage("usage.unknown_argument", {{"detail", visits_.table}});
    }
    std::vector<std::string> typed{visits_.checklist, visits_.head.place, visits_.head.shopper};
    std::ranges::copy(visits_.answers, std::back_inserter(typed));
    std::ranges::copy(visits_.comments, std::back_inserter(typed));
    for (const std::string& one : typed) {
      if (find_invalid_utf8(one)) return usage("usage.not_utf8", {{"detail", one}});
    }
    if (visits_.action == VisitsAction::add) {
      std::optional<Date> day;
      if (visits_date_.empty()) return missing("--date");
      if (const auto code = read_day("--date", visits_date_, day)) return *code;
      visits_.head.day = *day;
      const auto time = read_time(visits_time_);
      if (!time) return bad_value("--time", visits_time_, "10:30");
      visits_.head.time = *time;
    }
    return run_visits(visits_, context_);
  }

  void add_results() {
    CLI::App* app = command("results", [this] { return start_results(); });
    app->add_option("FILE", results_.file);
    option(*app, "--to", results_to_, "pdf|md|csv|json", "help.results_to");
    option(*app, "--checklist", results_.checklist, "CHECKLIST", "help.results_checklist");
    option(*app, "--by", results_by_, "place|shopper|month|section|item", "help.results_by");
    option(*app, "--since", results_since_, "DATE", "help.results_since");
    option(*app, "--until", results_until_, "DATE", "help.results_until");
    option(*app, "--place", results_.filter.place, "PLACE", "help.results_place");
    option(*app, "--shopper", results_.filter.shopper, "NAME", "help.results_shopper");
    option(*app, "--target", results_target_, "PERCENT", "help.results_target");
    option(*app, "--points", results_points_, "of-maximum|above-least", "help.results_points");
    option(*app, "--page", results_page_, "A4|Letter", "help.results_page");
    option(*app, "-o,--output", results_.output, "FILE", "help.results_output");
    app->add_flag("--force", results_.force, text("help.force"));
  }

  int start_results() {
    if (results_.file.empty()) return missing(text("usage.argument_file"));
    if (results_to_.empty()) return missing("--to");
    results_.is_json = results_to_ == "json";
    if (results_to_ == "pdf" || results_to_ == "md") results_.format = find_format(results_to_);
    if (results_.format == nullptr && !results_.is_json && results_to_ != "csv") {
      return bad_value("--to", results_to_, "pdf, md, csv, json");
    }
    if (!results_by_.empty()) {
      const auto* by = std::ranges::find(results_by_names, results_by_);
      if (by == results_by_names.end()) return bad_value("--by", results_by_, "place, shopper, month, section, item");
      results_.by = static_cast<ResultsBy>(by - results_by_names.begin());
    }
    if (const auto code = read_day("--since", results_since_, results_.filter.since)) return *code;
    if (const auto code = read_day("--until", results_until_, results_.filter.until)) return *code;
    if (!results_points_.empty() && results_points_ != "of-maximum" && results_points_ != "above-least") {
      return bad_value("--points", results_points_, "of-maximum, above-least");
    }
    if (!results_target_.empty()) {
      const auto target = read_target(results_target_);
      if (!target) return bad_value("--target", results_target_, "0 … 100");
      results_.target = *target / highest_target;
    }
    if (results_points_ == "above-least") results_.filter.rule = PointsRule::above_least;
    if (!results_page_.empty()) {
      results_.page = page_size_of(results_page_);
      if (!results_.page || results_.page == PageSize::A3) return bad_value("--page", results_page_, "A4, Letter");
    }
    return run_results(results_, context_);
  }

  void add_export() {
    CLI::App* app = command("export", [this] { return start_export(); });
    app->add_option("FILE", export_.file);
    option(*app, "--document", export_.documents, "DOCUMENT", "help.export_document")->expected(1)->take_all();
    option(*app, "--section", export_.sections, "SECTION", "help.export_section")->expected(1)->take_all();
    option(*app, "--to", export_to_, format_names("|"), "help.export_to");
    // html has but one form, which needs no name
    export_form_option_ = option(*app, "--form", export_form_, "FORM", "help.export_form")->expected(0, 1);
    option(*app, "--since", export_.since, "WORKBOOK", "help.export_since");
    option(*app, "-o,--output", export_.output, "TARGET", "help.export_output");
    option(*app, "--page", export_page_, "A4|A3|Letter", "help.export_page");
    option(*app, "--date", export_date_, "DATE", "help.export_date");
    option(*app, "--set", export_set_, "NAME=VALUE", "help.export_set")->expected(1)->take_all();
    app->add_flag("--review", export_.with_review, text("help.export_review"));
    app->add_flag("--cover", export_.cover, text("help.export_cover"));
    app->add_flag("--no-contents", export_.no_contents, text("help.export_no_contents"));
    app->add_flag("--justified", export_.justified, text("help.export_justified"));
    app->add_flag("--binding", export_.binding, text("help.export_binding"));
    app->add_flag("--dense", export_.dense, text("help.export_dense"));
    app->add_flag("--force", export_.force, text("help.force"));
  }

  static std::string format_names(const char* between) {
    std::string names;
    for (const ExportFormat& format : export_formats())
      names += (names.empty() ? "" : between) + std::string(format.name);
    return names;
  }

  static std::string form_names() {
    std::string names;
    for (const PrintForm& form : print_forms()) names += (names.empty() ? "" : ", ") + std::string(form.name);
    return names;
  }

  // Returns an exit code where there is no such form, or none in the format.
  std::optional<int> find_export_form() {
    const bool is_named = !export_form_.empty();
    if (is_named) export_.form = find_print_form(export_form_);
    if (export_.form == nullptr) return bad_value("--form", export_form_, form_names());
    if (!is_named && export_form_option_->count() > 0) {
      if (!export_.format->is_on_screen) return usage("usage.missing_value", {{"detail", "--form"}});
      export_.form = &*std::ranges::find_if(print_forms(), &PrintForm::is_on_screen);
    }
    if (suits(*export_.format, *export_.form)) return std::nullopt;
    return usage(export_.format->is_on_screen ? "usage.html_is_form" : "usage.form_is_html", {});
  }

  int start_export() {
    if (export_.file.empty()) return missing(text("usage.argument_file"));
    if (export_to_.empty()) return missing("--to");
    export_.format = find_format(export_to_);
    if (export_.format == nullptr) return bad_value("--to", export_to_, format_names(", "));
    if (const auto code = find_export_form()) return *code;
    if (export_.form->compares && export_.since.empty()) return usage("usage.since_missing", {});
    if (!export_.form->compares && !export_.since.empty()) return usage("usage.since_of_changes", {});
    if (export_.with_review && !is_whole_book(*export_.form)) return usage("usage.review_of_book", {});
    if (!export_page_.empty()) {
      export_.page = page_size_of(export_page_);
      if (!export_.page) return bad_value("--page", export_page_, "A4, A3, Letter");
    }
    for (const std::string& name : export_.sections) {
      if (find_invalid_utf8(name)) return usage("usage.not_utf8", {{"detail", "--section"}});
    }
    if (!export_date_.empty()) {
      export_.date = read_date(export_date_);
      if (!export_.date && has_form_of_date(export_date_))
        return usage("usage.no_such_day", {{"detail", export_date_}});
      if (!export_.date) return bad_value("--date", export_date_, text("usage.bad_date"));
    }
    for (const std::string& typed : export_set_) {
      const size_t equals = typed.find('=');
      if (find_invalid_utf8(typed)) return usage("usage.not_utf8", {{"detail", "--set"}});
      std::string name(trim(std::string_view(typed).substr(0, equals)));
      if (equals == std::string::npos || name.empty()) return usage("usage.set_without_value", {{"detail", typed}});
      export_.values.emplace_back(std::move(name), std::string(trim(std::string_view(typed).substr(equals + 1))));
    }
    return run_export(export_, context_);
  }

  void add_check() {
    CLI::App* app = command("check", [this] {
      if (check_.file.empty()) return missing(text("usage.argument_file"));
      check_.reason = trim(check_.reason);
      if (find_invalid_utf8(check_.reason)) return usage("usage.not_utf8", {{"detail", "--reason"}});
      if (!check_.dismiss.empty() && check_.reason.empty()) return usage("usage.reason_missing", {});
      if (check_.dismiss.empty() && !check_.reason.empty()) return usage("usage.dismiss_missing", {});
      if (check_.spelling && (check_.json || !check_.dismiss.empty())) return usage("usage.spelling_alone", {});
      return check_.spelling ? run_spelling(check_.file, context_) : run_check(check_, context_);
    });
    app->add_option("FILE", check_.file);
    app->add_flag("--json", check_.json, text("help.check_json"));
    app->add_flag("--spelling", check_.spelling, text("help.check_spelling"));
    option(*app, "--dismiss", check_.dismiss, "RULE:ITEM", "help.check_dismiss");
    option(*app, "--reason", check_.reason, "TEXT", "help.check_reason");
  }

  static constexpr std::array<std::string_view, 19> flags_{
      "--help",        "-h",          "--version",    "--json",    "--force", "--review",     "--cover",
      "--no-contents", "--justified", "--binding",    "--dense",   "--case",  "--whole-word", "--word-forms",
      "--as-written",  "--spelling",  "--keep-lines", "--dry-run", "--csv"};
  CommandContext context_;
  CLI::App app_;
  std::vector<std::pair<CLI::App*, std::function<int()>>> commands_;
  std::string language_;
  TemplatesArguments templates_;
  NewArguments new_;
  std::string new_language_;
  InfoArguments info_;
  FindArguments find_;
  ImportArguments import_;
  std::string import_columns_;
  std::string import_head_;
  VisitsArguments visits_;
  std::string visits_action_;
  std::string visits_date_;
  std::string visits_time_;
  ResultsArguments results_;
  std::string results_to_;
  std::string results_by_;
  std::string results_since_;
  std::string results_until_;
  std::string results_target_;
  std::string results_points_;
  std::string results_page_;
  ExportArguments export_;
  std::string export_to_;
  std::string export_form_;
  const CLI::Option* export_form_option_ = nullptr;
  std::string export_page_;
  std::string export_date_;
  std::vector<std::string> export_set_;  // each "name=value"
  CheckArguments check_;
};

// The language of messages is needed before the arguments are read, because their help is worded in it.
Language message_language(const std::vector<std::string>& arguments, Language fallback) {
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) return language_of(arguments[i + 1]).value_or(fallback);
    if (arguments[i].starts_with("--lang="))
      return language_of(std::string_view(arguments[i]).substr(7)).value_or(fallback);
  }
  return fallback;
}

}  // namespace

bool is_command(std::string_view word) { return std::ranges::find(command_names, word) != command_names.end(); }

bool is_mistyped_command(std::string_view word) {
  return word.find_first_of("./") == std::string_view::npos && nearest_name(word, command_names).has_value();
}

int run_command_line(const std::vector<std::string>& arguments, const CommandLineWorld& world) {
  const Catalog& catalog = Catalog::of(message_language(arguments, world.language));
  TerminalStream out(world.out);
  TerminalStream err(world.err);
  const CommandLineWorld shown{
      out, err, world.language, world.today, world.id_seed, world.dictionary_folders, world.recovery_folder};
  const int code = CommandLine(shown, catalog, world.out).run(arguments);
  if (code == exit_failed) return code;  // what failed was said
  out.flush();
  return world.out ? code : report_unprinted(out.problem(), {shown, catalog, world.out});
}

int report_unprinted(int system_error, const CommandContext& context) {
  const std::string number = std::to_string(system_error == 0 ? EIO : system_error);
  return report(Error{ErrorCode::cannot_print, context.catalog.text("cli.standard_output"), 0, 0, {}, number}, context);
}

int print_content(std::string_view content, const CommandContext& context) {
  errno = 0;
  context.content << content << std::flush;
  return context.content ? exit_done : report_unprinted(errno, context);
}

int report(const Error& error, const CommandContext& context) {
  context.world.err << context.catalog.error(error) << "\n";
  return exit_failed;
}

int report_unread(const std::string& file, const Error& error, const CommandContext& context) {
  report(error, context);
  const bool is_other = error.code == ErrorCode::other_file;
  if (const auto record = is_other ? std::nullopt : newest_record_of(context.world.recovery_folder, file)) {
    context.world.err << context.catalog.text("cli.recovery_left", {{"time", record->time}}) << "\n";
  }
  return exit_failed;
}

std::string did_you_mean(std::string_view typed, std::span<const std::string> names, const Catalog& catalog) {
  const auto nearest = nearest_name(typed, names);
  return nearest ? " " + catalog.text("usage.did_you_mean", {{"name", *nearest}}) : std::string();
}

int report_unknown(const Error& error, std::span<const std::string> names, const CommandContext& context) {
  context.world.err << context.catalog.error(error) << did_you_mean(error.detail, names, context.catalog) << "\n";
  return exit_failed;
}

}  // namespace canvasbook
