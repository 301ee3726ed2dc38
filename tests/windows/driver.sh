# shellcheck shell=bash disable=SC2034,SC2154,SC2206
# What the scenarios are written in: a screen of their own, the program on it, and a hand that clicks on parts by their
# keys. Sourced, not run. Nothing waits for a fixed time: everything polls, with a limit, and fails with a sentence.

set -eEuo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$(realpath "${1:-${CANVASBOOK:-$repository/build/canvasbook}}")
scenario=$(basename "$0" .sh)$(printf '_%s' "${@:2}")
scenario=${scenario%_}
screens=$repository/out/screens
patience=15    # seconds that anything may take before it has failed
pause=0.03     # seconds between two looks
pace=60        # milliseconds between two letters
actions=0      # clicks, drags and keys other than letters so far
step=beginning # what is being done, for the sentence of a failure
folder=$(mktemp -d "/tmp/canvasbook-$scenario.XXXXXX")
parts=$folder/parts
work=$folder/home/work # where the scenario's files go
pid=
window=
servers=()
manager=
layout_now=
report=()
mkdir -p "$screens" "$folder"/{home/work,config/canvasbook,state,data,empty}
rm -f "$screens/failed-$scenario.png"

# The places of keys on the keyboard: under the Russian layout there is no key named "s".
declare -A places=([a]=38 [b]=56 [c]=54 [d]=40 [e]=26 [f]=41 [g]=42 [h]=43 [i]=31 [j]=44 [k]=45 [l]=46 [m]=58 [n]=57
  [o]=32 [p]=33 [q]=24 [r]=27 [s]=39 [t]=28 [u]=30 [v]=55 [w]=25 [x]=53 [y]=29 [z]=52
  [1]=10 [2]=11 [3]=12 [4]=13 [5]=14 [6]=15 [7]=16 [8]=17 [9]=18 [0]=19)

# Ends the scenario: fail SENTENCE
fail() {
  trap - ERR
  printf '%s: %s: %s\n' "$scenario" "$step" "$*" >&2
  if [ -n "$window" ] && shoot "$screens/failed-$scenario.png"; then
    printf '  the window: %s\n' "$screens/failed-$scenario.png" >&2
  fi
  if [ -s "$folder/messages" ]; then sed 's/^/  the program: /' "$folder/messages" >&2; fi
  exit 1
}

clean_up() {
  if [ -n "$pid" ]; then kill_program; fi
  if [ ${#servers[@]} -gt 0 ]; then kill "${servers[@]}" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap clean_up EXIT
trap '[ $BASH_SUBSHELL -gt 0 ] || fail "line $LINENO of the scenario went wrong: $BASH_COMMAND"' ERR

# Polls until a command succeeds: wait_until WHAT COMMAND... ; WHAT completes the sentence "… never came".
wait_until() {
  local what=$1 end=$((SECONDS + patience))
  shift
  until "$@"; do
    if [ -n "$pid" ] && has_ended; then
      if [ "$1" = is_at_rest ]; then return 0; fi
      fail "the program ended while $what was awaited"
    fi
    if [ $SECONDS -ge $end ]; then fail "$what never came in $patience seconds"; fi
    sleep $pause
  done
}

# The screen and the program.

# A screen with a window manager: begin_screen WIDTH HEIGHT
begin_screen() {
  local number=$((86 + $$ % 100)) # scenarios that begin together seldom try the same
  while [ -e "/tmp/.X$number-lock" ] || ! try_screen $number "$1" "$2"; do
    number=$((number + 1))
    if [ $number -gt 240 ]; then fail "no screen could be opened"; fi
  done
  export DISPLAY=:$number
  wait_until "the window manager" manager_is_there
  layout us
}

try_screen() {
  : >"$folder/ready"
  Xvfb ":$1" -screen 0 "$2x$3x24" -nolisten tcp -displayfd 7 7>"$folder/ready" >/dev/null 2>&1 &
  local server=$!
  until [ -s "$folder/ready" ]; do
    if ! kill -0 $server 2>/dev/null; then return 1; fi
    sleep $pause
  done
  servers+=($server)
}

# Starts the window manager where it does not run yet, or any more.
manager_is_there() {
  if [ -z "$manager" ] || ! kill -0 "$manager" 2>/dev/null; then
    HOME=$folder/home openbox --sm-disable >/dev/null 2>&1 &
    manager=$!
    servers+=("$manager")
  fi
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'
}

# The program's settings before it starts: put_settings LANGUAGE THEME WIDTH HEIGHT [MAXIMISED]
put_settings() {
  cat >"$folder/config/canvasbook/settings.json" <<END
{"language": "$1", "theme": "$2", "window": {"x": 20, "y": 30, "width": $3, "height": $4, "maximised": ${5:-false}},
  "last_folder": "$work"}
END
}

# Starts the program for somebody, whose window fills a screen: begin_as ru|en small|large light|dark
begin_as() {
  language=${1:-en}
  theme=${3:-light}
  local width=1280 height=720
  if [ "${2:-small}" = large ]; then width=1920 height=1080; fi
  pace=10
  begin_screen $width $height
  put_settings "$language" "$theme" $width $height true
  rm -f "$screens/$scenario"-*.png
  start_program
}

# Runs the program where it finds neither zenity nor xdg-open, with folders of its own; $language speaks.
declare -a apart=(env)
set_apart() {
  apart=(env -u LC_ALL -u LC_MESSAGES -u WAYLAND_DISPLAY HOME="$folder/home" PATH="$folder/empty"
    LANG="${language:-en}_US.UTF-8" LC_CTYPE=C.UTF-8 XDG_CONFIG_HOME="$folder/config" XDG_STATE_HOME="$folder/state"
    XDG_DATA_HOME="$folder/data" LIBGL_ALWAYS_SOFTWARE=1 LP_NUM_THREADS=0 CANVASBOOK_PARTS="$parts")
}

# The program's command line: its own word on what a file holds.
canvasbook() {
  set_apart
  "${apart[@]}" "$program" "$@"
}

# Starts the program and waits for its first frame: start_program ARGUMENTS...
start_program() {
  rm -f "$parts"
  window=
  set_apart
  "${apart[@]}" "$program" "$@" 2>"$folder/messages" &
  pid=$!
  wait_until "the first frame" test -s "$parts"
  wait_until "the window" find_window
  timeout $patience xdotool windowactivate --sync "$window" || fail "the window cannot be activated"
  settle
}

find_window() {
  window=$(xdotool search --all --onlyvisible --pid "$pid" --name Canvasbook 2>/dev/null | tail -n 1)
  [ -n "$window" ]
}

# Waits until the program has ended by itself; its exit code is in $code.
wait_for_end() {
  local end=$((SECONDS + patience))
  while kill -0 "$pid" 2>/dev/null; do
    if [ $SECONDS -ge $end ]; then fail "the program does not end"; fi
    sleep $pause
  done
  code=0
  wait "$pid" || code=$?
  pid=
  window=
}

# Ends the program as a power cut does.
kill_program() {
  disown "$pid" 2>/dev/null || true # no message of the shell
  kill -9 "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do sleep $pause; done
  pid=
  window=
}

# Closes the window as its cross does: the window manager asks the program to go.
close_window() {
  step="close the window"
  xdotool key --delay 60 alt+F4
}

# What the program tells.

read_report() { mapfile -t report <"$parts"; } 2>/dev/null
window_title() { read_report && printf '%s' "${report[0]}"; }
frame_count() { read_report && printf '%s' "${report[1]}"; }
dialog_title() { read_report && printf '%s' "${report[2]}"; }

# Keys of the visible parts that match a pattern, in the order of drawing: keys_like 'note/*'
keys_like() {
  local line
  read_report
  for line in "${report[@]:3}"; do
    # shellcheck disable=SC2053
    if [[ ${line%%$'\t'*} == $1 ]]; then printf '%s\n' "${line%%$'\t'*}"; fi
  done
}

# Sets left, top, right, bottom of a part; what stands above other parts is drawn last.
is_there() {
  local line i
  read_report
  for ((i = ${#report[@]} - 1; i >= 3; --i)); do
    line=${report[i]}
    if [ "${line%%$'\t'*}" = "$1" ]; then
      IFS=$'\t' read -r _ left top right bottom <<<"$line"
      return 0
    fi
  done
  return 1
}
is_gone() { ! is_there "$1"; }
is_like() { [ -n "$(keys_like "$1")" ]; }
wait_for() { wait_until "the part $1" is_there "$1"; }
wait_for_like() { wait_until "a part like $1" is_like "$1"; }
wait_gone() { wait_until "the end of the part $1" is_gone "$1"; }

title_is() { [[ $(window_title) == $1 ]]; }
wait_for_title() { wait_until "the title $1" title_is "$1"; }
dialog_is() { [[ $(dialog_title) == $1 ]]; }
wait_for_dialog() { wait_until "the dialog $1" dialog_is "$1"; }

# Waits until what was done is drawn: the program sleeps, and between two looks it has neither drawn nor worked. While
# a caret blinks it may draw all the time: then enough frames since the beginning are rest as well.
settle() {
  settle_from=$(frame_count)
  wait_until "rest" is_at_rest
}
is_at_rest() {
  local before after
  before=$(frame_count)
  if [ "$before" -gt $((settle_from + 8)) ]; then return 0; fi
  has_ended && return 0 # that was what was done
  is_asleep || return 1
  before+=" $work_done"
  sleep 0.05
  after=$(frame_count)
  has_ended || { is_asleep && [ "$before" = "$after $work_done" ]; }
}
has_ended() { ! kill -0 "$pid" 2>/dev/null; }
is_asleep() {
  local stat
  { read -r stat <"/proc/$pid/stat"; } 2>/dev/null || return 1
  # shellcheck disable=SC2206
  stat=(${stat##*) })
  work_done=$((stat[11] + stat[12])) # hundredths of a second
  [ "${stat[0]}" = S ]
}

# The hand.

# Moves the pointer on the middle of what of a part is in the window: point_at KEY
point_at() {
  wait_for "$1"
  settle
  wait_for "$1"
  eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=')"
  [ "$left" -ge 0 ] || left=0
  [ "$top" -ge 0 ] || top=0
  [ "$right" -lt "$WIDTH" ] || right=$((WIDTH - 1))
  [ "$bottom" -lt "$HEIGHT" ] || bottom=$((HEIGHT - 1))
  at_x=$(((left + right) / 2))
  at_y=$(((top + bottom) / 2))
  move_to $at_x $at_y
}
move_to() { xdotool mousemove --window "$window" "$1" "$2"; }

# click KEY [TIMES]
click() {
  step="click $1"
  point_at "$1"
  actions=$((actions + 1))
  xdotool click --repeat "${2:-1}" --delay 60 1
  settle
}

# Drags one part onto another, over some way, as a hand does: drag KEY KEY
drag() {
  step="drag $1 to $2"
  point_at "$2"
  local to_x=$at_x to_y=$at_y i
  point_at "$1"
  local from_x=$at_x from_y=$at_y
  actions=$((actions + 1))
  xdotool mousedown 1
  for i in 1 2 3 4 5 6 7 8; do
    move_to $((from_x + (to_x - from_x) * i / 8)) $((from_y + (to_y - from_y) * i / 8))
    settle
  done
  xdotool mouseup 1
  settle
}

# Turns the wheel over a part until another is well inside the window: scroll_to KEY OVER
scroll_to() {
  local _
  point_at "$2"
  step="scroll to $1"
  for _ in {1..40}; do
    if is_there "$1" && [ $(((top + bottom) / 2)) -lt $((HEIGHT - 160)) ]; then return 0; fi
    xdotool click --repeat 2 --delay 20 5
    settle
  done
  fail "the part $1 never came into view"
}

# Shows a section of the open workbook, wherever the navigator is scrolled to: show_section ID
show_section() {
  local turn
  step="show section $1"
  for turn in {1..50}; do
    if is_there "section/$1" && [ $((bottom - top)) -gt 20 ]; then
      click "section/$1"
      return 0
    fi
    if [ "$turn" = 1 ]; then
      point_at "$(keys_like 'section/*' | head -n 1)"
      xdotool click --repeat 60 --delay 5 4 # up to the top, then down
    else
      xdotool click --repeat 2 --delay 20 5
    fi
    settle
  done
  fail "the section $1 never came into view"
}

# is_within KEY KEY: whether the middle of one part is inside the other
is_within() {
  is_there "$1" || return 1
  local x=$(((left + right) / 2)) y=$(((top + bottom) / 2))
  is_there "$2" && [ $x -ge "$left" ] && [ $x -lt "$right" ] && [ $y -ge "$top" ] && [ $y -lt "$bottom" ]
}

# Presses keys by their place, whatever the layout is: press ctrl+s Tab Return
press() {
  local combination key rest
  for combination in "$@"; do
    step="press $combination"
    actions=$((actions + 1))
    key=${combination##*+}
    rest=${combination%"$key"}
    xdotool key --delay 60 "$rest${places[$key]:-$key}"
    settle
  done
}

layout() {
  [ "$1" = "$layout_now" ] || setxkbmap "$1"
  layout_now=$1
}

# Types as somebody with that layout does; the layout stays.
type_text() {
  step="type $1"
  xdotool type --delay "$pace" "$1"
  settle
}
type_russian() {
  layout ru
  type_text "$1"
}
type_english() {
  layout us
  type_text "$1"
}

# Types a text in the language of the scenario, and then keys: write TEXT [KEY...]
write() {
  if [ "$language" = ru ]; then type_russian "$1"; else type_english "$1"; fi
  press "${@:2}"
}

# What one does in every program.

# Saves a new workbook under the suggested name; $file is where.
save_first() {
  local title
  press ctrl+s
  wait_for browser.file_name
  press Return
  wait_for_title "*.canvasbook – Canvasbook"
  title=$(window_title)
  file=$work/${title%" – Canvasbook"}
  expect "$file was not written" test -s "$file"
}
is_saved() { [[ $(window_title) != \** ]]; }
save_again() {
  press ctrl+s
  wait_until "the saved workbook" is_saved
}

# Inserts a section below the shown one, found by its name: insert_section NAME
insert_section() {
  click menu.document
  click menu/command.insert_section
  wait_for palette/field
  write "$1" Return
  wait_for_dialog -
}

# Exports all documents to one file beside the workbook, $exported: export_as pdf|markdown; again without a question
export_as() {
  press ctrl+p
  click "export.$1"
  [ "$1" != pdf ] || screenshot "$scenario-export"
  click export.start
  wait_for_like 'export/written/*'
  exported=$(keys_like 'export/written/*')
  exported=$work/${exported#export/written/}
}

# Leaves rows on the clipboard as another program does, which is a second window: copy_elsewhere "CELL|CELL|CELL"...
copy_elsewhere() {
  local own=("$pid" "$window" "$parts") row cells rows="" count=0
  for row in "$@"; do
    count=$((count + 1))
    IFS='|' read -ra cells <<<"$row"
    rows+="${rows:+, }{\"id\": \"r$count\", \"cells\": {\"a\": \"${cells[0]}\", \"b\": \"${cells[1]}\", \"c\": \"${cells[2]}\"}}"
  done
  cat >"$folder/other.canvasbook" <<END
{"canvasbook": 1, "company": "K", "language": "en", "created": "2026-01-01", "modified": "2026-01-01", "documents": [
{"id": "d1", "language": "en", "title": "Doc", "sections": [{"id": "s1", "kind": "sheet", "title": "T",
"columns": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}, {"id": "c", "title": "C"}], "rows": [$rows]}]}]}
END
  parts=$folder/other_parts
  start_program "$folder/other.canvasbook"
  click field/r1/a
  press Escape ctrl+a ctrl+c
  servers+=("$pid")
  pid=${own[0]} window=${own[1]} parts=${own[2]}
  timeout $patience xdotool windowactivate --sync "$window" || fail "the window cannot be activated"
  settle
}

# The id of what is called so, says so or has that role in the saved workbook: id_of TEXT
id_of() {
  awk -v text="\"$1\"" '/"id": "/ { split($0, part, "\""); id = part[4] }
    /"(role|title|text|cue)": / && index($0, text) { print id; exit }' "$file"
}

# Pictures.

shoot() { timeout 20 import -silent -window "$window" -define png:compression-level=1 "$1" 2>/dev/null; }
screenshot() {
  step="screenshot $1"
  settle
  shoot "$screens/$1.png" || fail "the picture could not be taken"
}

# The outcome.

# The text of a PDF on one line.
text_of() { pdftotext -raw "$1" - | tr -s '\n\f ' '   '; }

# expect WHAT COMMAND... ; WHAT is the sentence that fails.
expect() {
  local what=$1
  shift
  "$@" || fail "$what"
}
# Every text stands in a PDF, however its lines are broken there: expect_on_paper PDF TEXT...
expect_on_paper() {
  local text letters
  letters=$(pdftotext -raw "$1" - | tr -d ' \n\f-')
  for text in "${@:2}"; do
    expect "$(basename "$1") does not say “$text”" test "${letters/"${text//[ -]/}"/}" != "$letters"
  done
}
contains() { grep -qF -- "$2" "$1"; }
passed() { printf '%s: passed in %s s\n' "$scenario" "$SECONDS"; }
