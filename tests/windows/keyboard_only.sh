#!/usr/bin/env bash
# From the start screen to a PDF on the disk with the keyboard alone.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
start_program
click() { fail "this scenario has no mouse"; }
drag() { click; }
move_to() { click; }
press Tab Return # the first template
wait_for company/name
press Return # without a name
wait_for board.text
type_english "Students"
press Return # and the next note
wait_for board.text
type_english "Commuters"
press Escape
expect "there are not two notes" test "$(keys_like 'note/*' | grep -c .)" -eq 2
press alt+Next Insert # the next block of the order
wait_for board.text
type_english "Coffee in two minutes"
press Escape
expect "there are not three notes" test "$(keys_like 'note/*' | grep -c .)" -eq 3
press ctrl+p
wait_for export.start
press Return
wait_for_like 'export/written/*'
file=$(keys_like 'export/written/*')
text_of "$folder/home/${file#export/written/}" >"$folder/text"
for word in Students Commuters minutes; do
  expect "the PDF does not say “$word”" contains "$folder/text" "$word"
done
press Escape
wait_for_dialog -
press ctrl+q
wait_for_dialog close.title
press Return # save and close
wait_for browser.file_name
press Return # under the suggested name
wait_for_end
expect "the program ends with $code" test $code -eq 0
expect "the workbook was not written" test -n "$(ls "$folder"/home/*.canvasbook)"
passed
