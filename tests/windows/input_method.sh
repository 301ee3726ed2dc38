#!/usr/bin/env bash
# An input method (ibus with its plain engine, as desktops start it) keeps keys in their order; where it ends, typing goes on.
. "$(dirname "$0")/driver.sh"
export HOME=$folder/home XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache XDG_RUNTIME_DIR=$folder/home
export XMODIFIERS=@im=ibus
unset DBUS_SESSION_BUS_ADDRESS IBUS_ADDRESS

method_is_there() { [[ $(xprop -root XIM_SERVERS 2>&1) == *ibus* ]]; }
method_is_gone() { # none of its windows is left
  xwininfo -root -tree >"$folder/windows" 2>/dev/null && ! grep -q -e ibus-xim -e ibus-x11 "$folder/windows"
}
engine_is_set() { ibus engine xkb:us::eng >"$folder/engine" 2>&1 && [ "$(ibus engine 2>&1)" = xkb:us::eng ]; }
holds() { grep -qF "\"text\": \"$1\"" "$work/a.canvasbook"; }

# Types keys as fast as a quick typist, saves, and waits until the file has that text: type_and_save TEXT KEY...
type_and_save() {
  step="type ${*:2}"
  xdotool key --delay 25 "${@:2}"
  settle
  press ctrl+s
  wait_until "the saved text $1" holds "$1"
}

begin_screen 1280 800
step="start the input method"
ibus-daemon --xim --panel=disable --emoji-extension=disable --config=disable >"$folder/ibus" 2>&1 &
method=$!
servers+=("$method")
wait_until "the input method" method_is_there
wait_until "its plain engine" engine_is_set

cat >"$work/a.canvasbook" <<'EOF'
{"canvasbook": 1, "company": "K", "language": "en", "created": "2026-01-01", "modified": "2026-01-01", "documents": [
{"id": "d1", "language": "en", "title": "Doc", "sections": [{"id": "s1", "kind": "prose", "title": "T", "text": "start "}]}]}
EOF
start_program "$work/a.canvasbook"
click prose
press ctrl+End
type_and_save 'start helly\nworldx' h e l l o BackSpace x Left y Return w o r l d

step="end the input method"
kill "$method"
wait "$method" 2>/dev/null || true
wait_until "its end" method_is_gone
type_and_save 'start helly\nworld endx' space e n s BackSpace d
press ctrl+q
wait_for_end
expect "the program ends with $code" test $code -eq 0
passed
