#!/usr/bin/env bash
# The process is told to end, also while the display hangs: it ends in two seconds, and what was typed is offered again.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
server=${servers[0]}
trap 'kill -CONT "$server"; clean_up' EXIT
now() { echo "${EPOCHREALTIME/[.,]/}"; } # microseconds
ends_by() { # the moment
  until has_ended; do
    if [ "$(now)" -ge "$1" ]; then return 1; fi
    sleep $pause
  done
}
for display in sound hanging; do
  for signal in TERM HUP; do
    cat >"$work/a.canvasbook" <<'END_OF_FILE'
{"canvasbook": 1, "company": "K", "language": "en", "created": "2026-01-01", "modified": "2026-01-01", "documents": [
{"id": "d1", "language": "en", "title": "Doc", "sections": [{"id": "s1", "kind": "prose", "title": "T", "text": "start "}]}]}
END_OF_FILE
    start_program "$work/a.canvasbook"
    click prose
    press ctrl+End
    type_english hello
    step="$signal, $display display"
    if [ $display = hanging ]; then kill -STOP "$server"; fi
    in_time=yes
    sent=$(now)
    kill -s "$signal" "$pid"
    ends_by $((sent + 10000000)) 2>/dev/null || in_time=no # a busy machine is late; the shell tells of a hangup
    kill -CONT "$server"
    expect "the program did not end while the display is as it is" test $in_time = yes
    wait_for_end
    expect "the program ends with $code" test $code -eq $((128 + $(kill -l "$signal")))
    expect "the file was changed" test -z "$(grep hello "$work/a.canvasbook")"
    start_program
    wait_for_like 'start/recovery/*'
    click "$(keys_like 'start/recovery/*' | grep -v forget)"
    wait_for prose
    expect "what was typed is not there" grep -qs "start hello" "$folder"/state/canvasbook/recovery/*.journal
    kill_program
    rm -rf "$folder/state/canvasbook"
  done
done
passed
