#!/usr/bin/env bash
# A window that nobody touches draws nothing and takes no time.
. "$(dirname "$0")/driver.sh"
begin_screen 1440 900
cp "$repository/assets/examples/coffee-shop.en.canvasbook" "$work/example.canvasbook"
start_program "$work/example.canvasbook"
wait_for panel.guide
written_enough() { [ "$(frame_count)" -gt $((frames + 12)) ]; }
step="wait for rest"
long_rest() { # what is computed after the start is done
  local before
  before=$(frame_count)
  sleep 1.5
  [ "$before" = "$(frame_count)" ]
}
wait_until "a rest of a second and a half" long_rest
step="10 idle seconds"
frames=$(frame_count)
is_asleep; used=$work_done
sleep 10 # here waiting is the point
drawn=$(($(frame_count) - frames))
is_asleep; used=$((work_done - used))
expect "$drawn frames were drawn" test $drawn -eq 0
expect "$used hundredths of a second of 10 seconds were used" test $used -lt 10

step="a caret that blinks"
press Insert
wait_for board.text
wait_until "the first seconds of writing" written_enough
frames=$(frame_count)
sleep 5
drawn=$(($(frame_count) - frames))
expect "$drawn frames were drawn in 5 seconds, where the caret needs 10" test $drawn -le 15
passed
