#!/usr/bin/env bash
# The power goes while one types: what was typed up to two seconds before is there again.
. "$(dirname "$0")/driver.sh"
language=ru
begin_screen 1440 900
start_program
click start/template/business_model_canvas
click company.without
click block/value_propositions/add
wait_for board.text
layout ru
step="type until the end"
text="Свежий кофе за две минуты по пути на поезд, "
now() { echo "${EPOCHREALTIME/[.,]/}"; } # microseconds
typed=()
written=""
begin=$(now)
for ((i = 0; $(now) - begin < 4000000; i = (i + 1) % ${#text})); do # four seconds, however fast the machine types
  typed+=("$(now)") # before the key goes out
  xdotool type --delay 60 "${text:i:1}"
  written+=${text:i:1}
done
end=$(now)
kill_program
safe=0
for moment in "${typed[@]}"; do
  if [ $((end - moment)) -gt 1950000 ]; then safe=$((safe + 1)); fi # two seconds, as promised
done
expect "the typing took no two seconds" test $safe -gt 10
expected=${written:0:safe}
expected=${expected%" "} # a space at the end of a line is not printed
step="recover"

start_program
recovery=$(keys_like 'start/recovery/*' | grep -v forget)
expect "nothing is offered" test -n "$recovery"
click "$recovery"
wait_for block/value_propositions
layout us
press ctrl+s
wait_for browser.file_name
type_english recovered
press Return
wait_for_title "recovered.canvasbook – Canvasbook"
canvasbook export "$folder/home/recovered.canvasbook" --to md -o "$folder/out.md" >/dev/null 2>&1
expect "lost: of “$written” the first $safe characters were safe" contains "$folder/out.md" "$expected"
press ctrl+q
wait_for_end
passed
