#!/usr/bin/env bash
# A picture of every view in out/screens/, in both languages, light and dark, small and large. Nothing is compared; it
# fails where the program ends or a part is missing: screens.sh [PROGRAM [small|large]]
. "$(dirname "$0")/driver.sh"
begin_screen 2600 1500

# shot NAME PARTS...: once the parts are there
shot() {
  local name=$1 key
  shift
  step="show $name"
  for key in "$@"; do wait_for_like "$key"; done
  screenshot "$language-$theme-$size-$name"
}

# A word that no dictionary of that language has.
type_misspelt() {
  if [ "$language" = ru ]; then type_russian "зделать"; else type_english "recieve"; fi
  layout us
}

# The views of items, and what opens over them.
take_items() {
  show_section sales_secretary
  shot responses 'field/*/cue' 'item/*/add_answer' field//cue_title
  click field/sec_about/cue
  shot responses_writing field/sec_about/cue
  press Escape
  click item/sec_about/handle
  shot item_menu items/command.remove
  press Escape
  show_section sales_stop_list
  shot replacements 'field/*/phrase'
  show_section sales_dialogue_cold
  shot dialogue 'item/*/speaker' speaker/add
  click item/cold_01/module
  shot modules 'module/*'
  press Escape
  show_section standards_compensations
  shot sheet 'field/*/problem' sheet/add_column
  click column/problem/menu
  shot column_menu sheet/items.remove_column
  click sheet/items.column.choice
  click column/problem/menu
  click sheet/items.choices
  wait_for choices.set
  type_english "Hall"
  press Return
  shot choices choices/1
  press Escape ctrl+z
  show_section standards_greeting
  shot cards_sheet 'field/*/situation'
  show_section checklist_list
  click field/ck_out_hours/text # the chosen one has controls
  press Escape
  shot checklist checklist/trial 'item/*/critical'
  click item/ck_out_hours/scale
  shot scales scale/points_5
  click scale/new
  shot own_scale own_scale/name
  press Escape
  click checklist/trial
  wait_for_like 'item/*/mark/*'
  shot trial 'item/*/mark/*'
  click checklist/trial
}

# Filled-in check lists, what they come to, and what is to be done about it.
take_visits() {
  show_section shopper_visits
  shot visits 'visits/*' visits.as_results
  press ctrl+r
  shot results 'results/page/*' visits.filter_place
  press ctrl+r
  click visits/actions
  shot actions visits/target
  click visits/actions
  press ctrl+p
  click form.phone
  shot export_phone export.start
  press Escape
}

# The tools that go through all of the workbook.
take_tools() {
  press ctrl+f
  wait_for find.query
  if [ "$language" = ru ]; then type_russian "кофе"; else type_english "coffee"; fi
  layout us
  shot find find/hit/0
  press ctrl+h
  shot replace find.replace_all find.replacement
  press Escape ctrl+1
  click menu.document
  shot menu_document menu/command.section_deeper
  click menu/command.insert_section
  shot insert_section palette/field 'insert/*'
  press Escape
  click menu.document
  click menu/command.paper_style
  shot paper_style paper_style.cover
  press Escape
  click menu.document
  click menu/command.section_budget
  shot section_budget budget.set
  press Escape
  click registers/command.segments
  shot segments 'entry/*' register/add
  click registers/command.touchpoints
  shot no_touchpoints register/empty
  click register/empty
  shot touchpoints 'entry/*'
  show_section shopper_instruction
  shot prose prose
  click prose
  press ctrl+End Return Return
  type_english "# One"
  press Return
  type_english "## Two"
  press Return
  type_english "### Three"
  press Return
  type_misspelt
  press Escape
  point_at section/shopper_instruction
  xdotool click --repeat 30 --delay 20 5 # the end of the navigator
  shot outline part/1 part/2
  press ctrl+shift+p
  wait_for palette/field
  type_english "T"
  shot palette_headings 'palette/*'
  press Escape
  press F7
  shot spelling spelling.add
  press Escape Escape
  press ctrl+F11
  wait_gone panel.guide
  shot focus prose
  press Escape
  wait_for panel.guide
}

# The dialogs, panels and views of the example, and of a new lean canvas.
take_all() {
  start_program
  shot start command.open command.example start/template/lean_canvas start/template/business_model_canvas
  click command.example
  shot board 'note/*' block/channels guide/question/0 panel.guide parking 'status/*'
  press ctrl+2
  shot review panel.review 'finding/*'
  press ctrl+3
  shot preview panel.preview 'preview/page/*'
  press ctrl+1
  click parking/fold
  shot parking parking 'note/*'
  click parking/fold
  click "$(keys_like 'note/*' | head -n 1)"
  shot note note_bar
  press Return
  shot writing board.text
  press Escape ctrl+Next
  shot second_section 'section/*'
  press ctrl+p
  shot export export.start export/target
  press Escape
  press ctrl+shift+p
  shot palette palette/field
  press Escape F1
  shot shortcuts
  press Escape ctrl+shift+n
  shot add_document add_document.add
  press Escape
  click menu.view
  shot menu menu/command.present
  press Escape
  click menu.file
  click menu/command.properties
  shot properties properties.company
  press Escape
  press F5
  shot present 'present/page/*'
  press Escape
  wait_gone 'present/page/1'
  press F6
  shot call call/words
  press Escape
  wait_gone call/words
  take_items
  take_visits
  take_tools
  press ctrl+s
  shot browser browser.file_name browser.save
  press Escape
  wait_for_dialog -
  show_section model_canvas
  wait_for block/channels/add
  click block/channels/add
  press a Escape ctrl+w
  shot question close.discard close.cancel
  click close.discard
  wait_for command.open
  press ctrl+q
  wait_for_end
}

variants=()
[ "${2:-small}" = small ] && variants+=("ru light 1280 720" "en dark 1280 720")
[ "${2:-large}" = large ] && variants+=("en light 2560 1440" "ru dark 2560 1440")
for variant in "${variants[@]}"; do
  read -r language theme width height <<<"$variant"
  size=${width}x$height
  rm -f "$screens/$language-$theme-$size-"*.png
  rm -rf "$folder/state"
  put_settings "$language" "$theme" "$width" "$height"
  take_all
done
passed
