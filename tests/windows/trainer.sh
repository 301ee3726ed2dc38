#!/usr/bin/env bash
# A trainer writes three standards and a check list, tries it with marks, and prints it as a form:
# trainer.sh PROGRAM ru|en small|large light|dark
. "$(dirname "$0")/driver.sh"
begin_as "${@:2}"
if [ "$language" = ru ]; then
  company="Цветы на углу"
  standards=("Гость вошёл|Поздороваться первым|Добрый день, рады вас видеть|Время до приветствия|10|с"
    "Гость выбирает букет|Предложить помощь один раз|Подсказать, что свежее|Наблюдение за час|1|раз"
    "Букет готов|Показать со всех сторон|Вот ваш букет, нравится|Доля довольных гостей|95|%")
  empty_checklist="пустой чек-лист"
  title="Обход утром"
  group="Перед открытием"
  items=("Витрина чистая" "В вазах свежая вода" "Ценники у всех букетов" "Холодильник держит пять градусов"
    "Флористы в фартуках" "Касса готова к работе")
else
  company="Corner Flowers"
  standards=("A guest comes in|Greet first|Good morning, nice to see you|Time until the greeting|10|s"
    "A guest looks at bouquets|Offer help once|Shall I show you what is fresh|Watched for an hour|1|times"
    "The bouquet is ready|Show it from all sides|Here is your bouquet, do you like it|Share of pleased guests|95|%")
  empty_checklist="empty check list"
  title="Morning round"
  group="Before we open"
  items=("The window is clean" "Fresh water in the vases" "A price at every bouquet" "The cooler keeps five degrees"
    "Florists wear aprons" "The till is ready")
fi

click start/wish/service_standards
wait_for start/choice/service_standards
click start/choice/service_standards
wait_for company/name
write "$company" Return
wait_for prose
screenshot "$scenario-1-first-text"
press Escape
save_first

show_section "$(id_of standards)"
wait_for_like 'field/*/situation'
screenshot "$scenario-2-standards"
for standard in "${standards[@]}"; do
  press Insert
  IFS='|' read -ra cells <<<"$standard"
  for cell in "${cells[@]}"; do write "$cell" Tab; done
done
press Escape
screenshot "$scenario-3-three-standards"

insert_section "$empty_checklist"
press ctrl+F2
write "$title" Return
screenshot "$scenario-4-empty-list"
for item in "${items[@]}"; do
  press Insert # the first makes their group
  write "$item" Escape
  if [ "$item" = "${items[0]}" ]; then
    click "$(keys_like 'field/*/title' | sed -n 4p)" # behind place, date and checker
    write "$group" Escape
    press Down
  fi
  if [ "$item" = "${items[3]}" ]; then press ctrl+Up ctrl+Up ctrl+shift+c; fi # the cooler: weight 3, critical
done
screenshot "$scenario-5-items"
save_again

press ctrl+t
wait_for_like 'item/*/mark/*'
screenshot "$scenario-6-trial"
press 1 1 2 1 minus 1 # yes, yes, no, yes, does not apply, yes: each goes on to the next item
screenshot "$scenario-7-marked"
point_at "item/$(id_of "${items[2]}")"
xdotool click --repeat 30 --delay 5 4 # the result stands above the list
wait_for trial/result
screenshot "$scenario-8-result"
press ctrl+t
save_again
press ctrl+3
wait_for_like 'preview/page/*'
screenshot "$scenario-9-preview"
export_as pdf
screenshot "$scenario-10-exported"
press Escape ctrl+q
wait_for_end
expect "the program ends with $code" test "$code" -eq 0

IFS='|' read -ra texts <<<"$(IFS='|' && echo "$company|${standards[*]}|$title|$group|${items[*]}")"
expect_on_paper "$exported" "${texts[@]}"
for text in "${texts[@]}"; do
  canvasbook find "$file" "$text" >/dev/null || fail "the file does not say “$text”"
done
sed -n "/${items[3]}/,/}/p" "$file" >"$folder/item"
expect "the item has no weight of 3" contains "$folder/item" '"weight": 3'
expect "the item is not critical" contains "$folder/item" '"critical": true'
marks=$(grep -c '"trial_mark": ' "$file")
expect "$marks items are marked instead of 6" test "$marks" -eq 6
passed
