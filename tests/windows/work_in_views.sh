#!/usr/bin/env bash
# A morning's work on the sales book, the check list and the standards with real keys and the mouse: an objection and its
# answer, a critical item, a table, a row that is dragged, a word that is replaced everywhere; then the file is read.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
start_program
click command.example
wait_for block/channels/add

show_section sales_objections
press Insert
wait_for_like 'field/*/cue'
type_english "We have a machine already"
press Tab
type_english "Who cleans it?"
press Escape

show_section standards_compensations
click field/st_comp_drink/problem
press ctrl+a
type_english "Cold drink"
press Tab
type_english "Another one"
press Tab Tab
type_english "Anybody"
press Escape
drag item/st_comp_drink/handle item/st_comp_preorder/handle

show_section checklist_list
click field/ck_out_hours/text # the chosen one has controls
press Escape
click item/ck_out_hours/critical
click item/ck_out_hours/heavier

press ctrl+h
wait_for find.query
type_english "courier"
press Tab
type_english "rider"
wait_for_like 'find/hit/*'
click find.replace_all
press ctrl+s
wait_for browser.file_name
press Return
wait_for_dialog -
wait_for_title "Morning Coffee Shop.canvasbook – Canvasbook"
file="$folder/home/Morning Coffee Shop.canvasbook"

step="read the file"
canvasbook find "$file" "We have a machine already" >"$folder/found" || fail "the objection is not in the file"
canvasbook find "$file" "Who cleans it?" >>"$folder/found" || fail "the answer is not in the file"
canvasbook find "$file" "rider" >"$folder/riders" || fail "nothing was replaced"
expect "less than 16 places were replaced" test "$(wc -l <"$folder/riders")" -ge 16
if canvasbook find "$file" --whole-word "courier" >/dev/null 2>&1; then fail "the word is still there"; fi
canvasbook info "$file" >"$folder/info"
expect "the file does not hold six documents" contains "$folder/info" "Coffee shop check list"
# the row went below the one it was dragged to, with what was written in its cells
rows=$(grep -oE '"id": "st_comp_(drink|wait|preorder)"' "$file" | tr -d '\n')
expect "the row was not dragged: $rows" test "$rows" != \
  '"id": "st_comp_drink""id": "st_comp_wait""id": "st_comp_preorder"'
for text in "Cold drink" "Another one" "Anybody"; do
  expect "the table does not say “$text”" contains "$file" "$text"
done
sed -n '/"id": "ck_out_hours"/,/}/p' "$file" >"$folder/item"
expect "the item is not critical" contains "$folder/item" '"critical": true'
expect "the item has no weight of 2" contains "$folder/item" '"weight": 2'

# and all of it can be taken back
for count in {1..8}; do press ctrl+z; done
wait_for_title '*'
press ctrl+q
wait_for_dialog close.title
click close.discard
wait_for_end
expect "the program ends with $code" test $code -eq 0
passed
