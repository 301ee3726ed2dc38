#!/usr/bin/env bash
# A window that was busy takes what was typed and pressed meanwhile in its order: no letter before a shortcut is lost.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
text_is_kept() { grep -qs "start hello" "$work/a.canvasbook" "$folder"/state/canvasbook/recovery/*.journal; }
for shortcut in ctrl+q alt+F4 ctrl+s ctrl+shift+s ctrl+w ctrl+f ctrl+shift+p ctrl+p F1 F5 F7; do
  step="hello and $shortcut while the window is busy"
  cat >"$work/a.canvasbook" <<'END'
{"canvasbook": 1, "company": "K", "language": "en", "created": "2026-01-01", "modified": "2026-01-01", "documents": [
{"id": "d1", "language": "en", "title": "Doc", "sections": [{"id": "s1", "kind": "prose", "title": "T", "text": "start "}]}]}
END
  start_program "$work/a.canvasbook"
  click prose
  press ctrl+End
  step="hello and $shortcut while the window is busy"
  kill -STOP "$pid"
  xdotool key --delay 20 h e l l o "$shortcut"
  kill -CONT "$pid"
  wait_until "the text in the file or the journal" text_is_kept
  expect "the program ended" kill -0 "$pid"
  kill_program
  rm -rf "$folder/state/canvasbook"
done
passed
