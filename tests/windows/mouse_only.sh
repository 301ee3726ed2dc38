#!/usr/bin/env bash
# From the start screen to a PDF on the disk with the mouse alone: examples of the guide fill the canvas.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
start_program
press() { fail "this scenario has no keyboard"; }
click start/template/business_model_canvas
click company.without
for count in 1 2 3; do
  wait_for guide/question/0
  scroll_to guide/example/0 guide/question/0
  click guide/example/0
  expect "there are not $count notes" test "$(keys_like 'note/*' | grep -c .)" -eq $count
  click command.next_block
done
click command.export
click export.start
wait_for_like 'export/written/*'
file=$(keys_like 'export/written/*')
text_of "$folder/home/${file#export/written/}" >"$folder/text"
expect "the PDF has no blocks" contains "$folder/text" "Customer segments"
click failure.close
click menu.file
click menu/command.quit
wait_for_dialog close.title
click close.save
click browser.save
wait_for_end
expect "the program ends with $code" test $code -eq 0
expect "the workbook was not written" test -n "$(ls "$folder"/home/*.canvasbook)"
passed
