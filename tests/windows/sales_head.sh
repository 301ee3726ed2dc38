#!/usr/bin/env bash
# A head of sales writes the book for water coolers: objections with answers, a dialogue, phrases pasted from a table:
# sales_head.sh PROGRAM ru|en small|large light|dark
. "$(dirname "$0")/driver.sh"
begin_as "${@:2}"
if [ "$language" = ru ]; then
  company="Водолей"
  subject="воды для офиса"
  objections=("У нас уже пьют воду из бутылок|Кто их заказывает и носит|Кулер держит запас на неделю"
    "Кулер занимает много места|Он уже корзины для бумаг|Есть модель на стол"
    "Вода у вас дороже|С какой ценой вы сравниваете|В цену входят доставка и чистка"
    "Боимся остаться без воды|Возим дважды в неделю|Запасная бутыль стоит у вас всегда"
    "Нам хватает чайника|Сколько раз в день его наполняют|Горячая вода из кулера готова сразу")
  roles=("Клиент" "Менеджер")
  talk=("Здравствуйте, мне нужен кулер в офис" "Добрый день, сколько у вас человек" "Двадцать пять"
    "Тогда подойдёт напольный, две бутыли в неделю" "А если не понравится" "Первые две недели бесплатно, потом решите")
  table=("дешёвая вода|выгодная вода|Дешёвое не ценят" "ваш чайник|то, чем вы пользуетесь сейчас|С привычкой не спорим"
    "бутыль кончится|пора заказать запас|Не пугаем")
  incoming="Входящий звонок"
  empty_dialogue="пустой диалог"
  title="Звонят из офиса"
  wanted="бутылка"
else
  company="Clear Springs"
  subject="office water"
  objections=("We drink from bottles already|Who orders and carries them|A cooler holds a week of water"
    "A cooler takes up space|It is narrower than a paper bin|There is one for the desk"
    "Your water costs more|Which price do you compare it with|Ours includes delivery and cleaning"
    "We might run out of water|We deliver twice a week|One spare bottle always stands with you"
    "A kettle is enough for us|How often a day is it filled|Hot water from a cooler is ready at once")
  roles=("Customer" "Sales")
  talk=("Hello, we need a cooler for our office" "Good morning, how many of you are there" "Twenty five"
    "Then a standing one, two bottles a week" "And if we do not like it" "Two weeks are free, decide after that")
  table=("cheap water|good value|Nobody values what is cheap" "your kettle|what you use today|Habits are no enemies"
    "you will run out|time to order a spare one|We frighten nobody")
  incoming="Incoming call"
  empty_dialogue="empty dialogue"
  title="An office calls"
  wanted="bottle"
fi

click start/wish/sales_book
wait_for start/choice/sales_book
click start/choice/sales_book
wait_for company/name
write "$company" Return
wait_for prose
screenshot "$scenario-1-first-text"
write "$subject"
screenshot "$scenario-2-written"
press Escape
save_first

show_section "$(id_of objections)"
wait_for_like 'field/*/cue'
screenshot "$scenario-3-objections"
press Insert
for objection in "${objections[@]}"; do
  IFS='|' read -ra said <<<"$objection"
  write "${said[0]}" Tab
  write "${said[1]}" Insert # an answer more
  write "${said[2]}" Return
done
press Escape
screenshot "$scenario-4-answers"

show_section "$(id_of stop_list)"
wait_for_like 'field/*/phrase'
copy_elsewhere "${table[@]}"
press Insert ctrl+v
screenshot "$scenario-5-pasted"
press Escape

show_section "$(id_of "$incoming")"
insert_section "$empty_dialogue"
screenshot "$scenario-6-inserted"
press ctrl+F2 # it is called “New dialogue”
write "$title" Return
press Insert
write "${talk[0]}"
line=$(keys_like 'item/*/speaker') # the customer begins
click "$line"
for line in "${talk[@]:1}"; do
  press Insert
  write "$line"
done
press Escape
screenshot "$scenario-7-dialogue"

press ctrl+f
wait_for find.query
write "$wanted"
wait_for_like 'find/hit/*'
screenshot "$scenario-8-find"
press Return
screenshot "$scenario-9-hit"
press Escape

save_again
export_as pdf
screenshot "$scenario-10-exported"
pdf=$exported
press Escape
export_as markdown
press Escape ctrl+3
wait_for_like 'preview/page/*'
screenshot "$scenario-11-preview"
press ctrl+q
wait_for_end
expect "the program ends with $code" test "$code" -eq 0

IFS='|' read -ra texts <<<"$(IFS='|' && echo "${objections[*]}|${talk[*]}|${table[*]}")"
expect_on_paper "$pdf" "$company" "$subject" "$title" "${texts[@]}"
for text in "${texts[@]}"; do
  expect "the Markdown does not say “$text”" contains "$exported" "$text"
  canvasbook find "$file" "$text" >/dev/null || fail "the file does not say “$text”"
done
for ((i = 0; i < ${#talk[@]}; ++i)); do
  expect "the Markdown does not let ${roles[i % 2]} say “${talk[i]}”" contains "$exported" "**${roles[i % 2]}:** ${talk[i]}"
done
passed
