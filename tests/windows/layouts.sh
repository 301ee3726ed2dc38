#!/usr/bin/env bash
# Shortcuts are at the keys that show their letters; where a keyboard layout has no Latin letters, at their places.
. "$(dirname "$0")/driver.sh"
begin_screen 1280 800

# Presses a key by what it types in the layout that is set: press_label ctrl+s
press_label() {
  step="press $1 under $layout_name"
  xdotool key --delay 60 "$1"
  settle
}
undone() { ! grep -q letter "$work/a.canvasbook"; }
holds() { grep -q "$1" "$work/a.canvasbook"; }

# under NAME PRESS SET: SET sets the layout, PRESS is how keys are pressed. Writes, saves, takes back, does again, cuts,
# pastes, finds and quits, all by shortcuts.
under() {
  layout_name=$1
  local press_key=$2
  step="layout $layout_name"
  cat >"$work/a.canvasbook" <<'END'
{"canvasbook": 1, "company": "K", "language": "en", "created": "2026-01-01", "modified": "2026-01-01", "documents": [
{"id": "d1", "language": "en", "title": "Doc", "sections": [{"id": "s1", "kind": "prose", "title": "T", "text": "start "}]}]}
END
  layout us
  start_program "$work/a.canvasbook"
  click prose
  press ctrl+End
  type_text letter
  eval "$3"
  "$press_key" ctrl+s
  wait_until "the saved text under $layout_name" holds "start letter"
  "$press_key" ctrl+z
  "$press_key" ctrl+s
  wait_until "the text without the letters under $layout_name" undone
  "$press_key" ctrl+y
  "$press_key" ctrl+s
  wait_until "the letters again under $layout_name" holds "start letter"
  "$press_key" ctrl+a
  "$press_key" ctrl+x
  "$press_key" ctrl+s
  wait_until "the empty text under $layout_name" undone
  "$press_key" ctrl+v
  "$press_key" ctrl+s
  wait_until "the pasted text under $layout_name" holds "start letter"
  expect "a question is asked under $layout_name" dialog_is -
  "$press_key" ctrl+f
  wait_for find.query
  expect "the program ended under $layout_name" kill -0 "$pid"
  "$press_key" ctrl+q
  wait_for_end
  rm -rf "$folder/state/canvasbook"
}
for name in us de fr dvorak; do under $name press_label "layout $name"; done
for name in ru ua gr; do under $name press "layout $name"; done
# the second of two layouts, which a person switches to by the right Alt
under us,ru press "setxkbmap -layout us,ru -option grp:toggle; xdotool key 108"
setxkbmap -layout us -option
passed
