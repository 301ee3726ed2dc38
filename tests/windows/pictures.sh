#!/usr/bin/env bash
# Makes the pictures of the READMEs and first steps anew, in assets/pictures/; look at them before they are committed:
# pictures.sh [PROGRAM]. No scenario: `run` leaves it out.
. "$(dirname "$0")/driver.sh"
pictures=$repository/assets/pictures
work=/tmp/Documents # is seen in the picture of the export
mkdir -p "$work"
begin_screen 1600 1000

# kept NAME [PART OF THE WINDOW]
kept() {
  screenshot "$scenario-$language-$1"
  convert "$screens/$scenario-$language-$1.png" ${2:+-crop "$2" +repage} +dither -colors 256 "PNG8:$pictures/$1.$language.png"
}

# The example: the canvas with its guide, or in Russian dark with its pages; and as it prints.
take_example() {
  local theme=light
  [ "$language" = en ] || theme=dark
  put_settings "$language" $theme 1440 900
  start_program "$repository/assets/examples/coffee-shop.$language.canvasbook"
  wait_for block/channels
  click note/ch_window
  wait_for note_bar
  if [ "$language" = ru ]; then press ctrl+3; fi
  kept editor
  press ctrl+q
  wait_for_end
  "$program" export "$repository/assets/examples/coffee-shop.$language.canvasbook" --document model --to pdf -o "$folder/canvas.pdf" --force
  pdftoppm -r 110 -f 1 -l 1 -png -singlefile "$folder/canvas.pdf" "$folder/canvas"
  convert "$folder/canvas.png" +dither -colors 256 "PNG8:$pictures/canvas.$language.png"
}

# add BLOCK TEXT: a note, whose writing goes on
add() {
  click "block/$1/add"
  write "$2"
}

# The first steps: a new business model, from the start screen to the export.
take_first_steps() {
  local board=1030x590+250+60
  put_settings "$language" light 1280 760
  start_program
  wait_for start/wish/business_model_canvas
  move_to 1 1
  kept start
  click start/wish/business_model_canvas
  wait_for company/name
  write "$company" Return
  wait_for board.text # one begins at the customer segments
  write "${notes[0]}"
  press Escape
  add customer_segments "${notes[1]}"
  press Escape
  add value_propositions "${notes[2]}"
  press Escape
  add value_propositions "${notes[3]}"
  kept writing $board
  press Escape
  add channels "${notes[4]}"
  press Escape ctrl+2
  wait_for_like 'finding*'
  kept review $board
  press ctrl+p
  wait_for export.start
  move_to 1 1
  kept export 760x424+260+168
  press Escape ctrl+q
  wait_for_dialog "*"
  kill_program
}

for language in en ru; do
  if [ "$language" = ru ]; then
    company="Утренняя кофейня"
    notes=("Те, кто едет на работу" "Офисы рядом: кофе на встречи" "Кофе за три минуты по дороге"
      "Набор на 12 человек к началу встречи" "Окно на улицу")
  else
    company="Morning Coffee Shop"
    notes=("Morning commuters" "Offices nearby: coffee for meetings" "Coffee in 3 minutes on the way"
      "Meeting box for 12, there before you start" "Street hatch")
  fi
  rm -rf "$folder/state/canvasbook" # nothing to recover is seen
  take_example
  take_first_steps
done
passed
