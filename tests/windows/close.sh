#!/usr/bin/env bash
# Closing the window never loses work without a question, and leaves nothing behind once it was answered.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
start_program
click start/template/lean_canvas
click company.without
click block/problem/add
wait_for board.text
type_english "Not saved"
close_window
wait_for_dialog close.title
click close.cancel
wait_for_dialog -
expect "the note is gone" test -n "$(keys_like 'note/*')"
close_window
wait_for_dialog close.title
press Escape # changes nothing either
wait_for_dialog -
close_window
wait_for_dialog close.title
click close.discard
wait_for_end
expect "the program ends with $code" test $code -eq 0

start_program
wait_for start/template/lean_canvas
expect "what was discarded is offered again" test -z "$(keys_like 'start/recovery/*')"
close_window
wait_for_end
expect "the start screen ends with $code" test $code -eq 0
passed
