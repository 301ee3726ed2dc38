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
  shot note 'note.colour/*'
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
  press ctrl+s
  shot browser browser.file_name browser.save
  press Escape ctrl+Prior
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
