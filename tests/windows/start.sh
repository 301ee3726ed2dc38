#!/usr/bin/env bash
# The first evening: from the start screen to a PDF, in Russian, under the Russian keyboard layout.
. "$(dirname "$0")/driver.sh"
language=ru
begin_screen 1440 900
start_program
click start/template/business_model_canvas
click company.without
click block/channels/add
wait_for board.text
type_russian "Заказ у стойки"
press Escape
wait_gone board.text
note=$(keys_like 'note/*')
expect "the note is not in its block" is_within "$note" block/channels

drag "$note" block/customer_segments
wait_until "the note in the other block" is_within "$note" block/customer_segments
press ctrl+z # the layout is still the Russian one
wait_until "the note back in its block" is_within "$note" block/channels

press ctrl+s # there is no zenity: the program's own browser opens
wait_for browser.file_name
type_russian "Наша кофейня"
press Return
wait_for_title "Наша кофейня.canvasbook – Canvasbook"
file="$folder/home/Наша кофейня.canvasbook"
canvasbook info "$file" >"$folder/info" || fail "the file cannot be read"
canvasbook export "$file" --to md -o "$folder/out.md" >/dev/null 2>&1 || fail "the file cannot be exported"
expect "the note is not in the file" contains "$folder/out.md" "Заказ у стойки"
code=0
canvasbook check "$file" >/dev/null || code=$?
expect "check ends with $code" test $code -eq 0 # what is empty is no finding

press ctrl+p
click export.start
pdf="Наша кофейня.pdf"
wait_for "export/written/$pdf"
text_of "$folder/home/$pdf" >"$folder/text"
for word in Заказ стойки "Каналы сбыта"; do
  expect "the PDF does not say “$word”" contains "$folder/text" "$word"
done
press Escape
wait_for_dialog -
press ctrl+q
wait_for_end
expect "the program ends with $code" test $code -eq 0
passed
