#!/usr/bin/env bash
# Where no window can be opened, the program says why in one sentence, gives GLFW's line, and ends with 69 or 70.
. "$(dirname "$0")/driver.sh"
begin_screen 800 600

# ends_with CODE PATTERN VARIABLE=VALUE...
ends_with() {
  local wanted=$1 pattern=$2
  shift 2
  step="start with $*"
  set_apart
  code=0
  timeout $patience env "$@" "${apart[@]}" "$program" $options >"$folder/stdout" 2>"$folder/messages" || code=$?
  expect "the exit code is $code and not $wanted" test $code -eq "$wanted"
  expect "stdout is not empty" test ! -s "$folder/stdout"
  expect "stderr has not two lines" test "$(wc -l <"$folder/messages")" -eq 2
  expect "the first line is no sentence" grep -q '\.$' <(head -n 1 "$folder/messages")
  expect "the second line is not GLFW's" grep -q "$pattern" <(tail -n 1 "$folder/messages")
}
options=
for language in en ru; do
  ends_with 69 '^0x10008 ' -u DISPLAY
  ends_with 69 '^0x10008 ' DISPLAY=:4999
  ends_with 70 '^0x10007 ' MESA_GL_VERSION_OVERRIDE=2.1
done
expect "the sentence is not in Russian" grep -q 'OpenGL 3.3' <(grep 'Окно' "$folder/messages")
options="--lang en"
ends_with 69 '^0x10008 ' -u DISPLAY
expect "the sentence is not in the language that was asked for" grep -q 'no graphic display' "$folder/messages"

# Behind an icon nobody reads a terminal: the sentence is shown by another program, without advice that is taken already.
tells_by() {
  local program_name=$1 wanted=$2
  shift 2
  step="start without a terminal, with $program_name"
  mkdir -p "$folder/programs"
  rm -f "$folder"/programs/* "$folder/told"
  printf '#!/bin/sh\nprintf "%%s\\n" "$@" >"%s"\n' "$folder/told" >"$folder/programs/$program_name"
  chmod +x "$folder/programs/$program_name"
  set_apart
  code=0
  timeout $patience setsid env "${apart[@]}" PATH="$folder/programs:/usr/bin:/bin" "$@" "$program" \
    </dev/null >"$folder/stdout" 2>"$folder/messages" || code=$?
  expect "the exit code is $code" test $code -eq "$wanted"
  expect "nothing was told by $program_name" grep -qF -- "$(head -n 1 "$folder/messages")" "$folder/told"
}
for language in en ru; do
  tells_by zenity 70 MESA_GL_VERSION_OVERRIDE=2.1
  expect "it advises what is set" grep -q libgl1-mesa-dri "$folder/told"
  tells_by zenity 70 MESA_GL_VERSION_OVERRIDE=2.1 LIBGL_ALWAYS_SOFTWARE=0
  expect "it does not advise software drawing" grep -q LIBGL_ALWAYS_SOFTWARE=1 "$folder/told"
  tells_by notify-send 69 DISPLAY=:4999
done
passed
