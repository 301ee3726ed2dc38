#!/usr/bin/env bash
# A program that holds the clipboard and sleeps does not stop the window: after a second it says so and goes on.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
cat >"$work/a.canvasbook" <<'END'
{"canvasbook": 1, "company": "K", "language": "en", "created": "2026-01-01", "modified": "2026-01-01", "documents": [
{"id": "d1", "language": "en", "title": "Doc", "sections": [{"id": "s1", "kind": "prose", "title": "T", "text": "start"}]}]}
END
cp "$work/a.canvasbook" "$work/b.canvasbook"
start_program "$work/a.canvasbook"
click prose
press ctrl+a
press ctrl+c
kill -STOP "$pid"
sleeper=$pid
start_program "$work/b.canvasbook"
click prose
press ctrl+v
type_english " on"
press ctrl+s
wait_until "the text that was typed behind the paste" contains "$work/b.canvasbook" "start on"
kill -CONT "$sleeper"
press ctrl+a
press ctrl+v
press ctrl+v
press ctrl+s
wait_until "what is pasted once the other program answers" contains "$work/b.canvasbook" "startstart"
kill_program
pid=$sleeper
kill_program
passed
