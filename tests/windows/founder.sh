#!/usr/bin/env bash
# A founder's evening: a bakery's canvas of 20 notes and a touchpoint plan, on paper and as Markdown:
# founder.sh PROGRAM ru|en small|large light|dark
. "$(dirname "$0")/driver.sh"
begin_as "${@:2}"
declare -A notes more
if [ "$language" = ru ]; then
  company="Пекарня Колосок"
  notes=([customer_segments]="Жители соседних домов|Офисы рядом|Кафе без своей печи"
    [value_propositions]="Хлеб из печи к семи утра|Торты на заказ за два дня|Поставка до открытия"
    [channels]="Пекарня на углу|Заказ по телефону" [customer_relationships]="Помним любимый хлеб"
    [revenue_streams]="Хлеб и выпечка на вынос|Договоры с кафе" [key_resources]="Подовая печь"
    [key_activities]="Ночной замес|Развоз до восьми" [key_partners]="Мельница в соседней области"
    [cost_structure]="Мука и масло")
  more=([customer_relationships]="Скидка на вчерашний хлеб" [key_resources]="Два опытных пекаря"
    [key_partners]="Курьеры на велосипедах" [cost_structure]="Аренда и электричество ночью")
  plan=("Хозяйка пекарни" "Угощаем ещё горячим хлебом" "Утренний развоз")
  words_of_plan="точек контакта"
else
  company="Crusty Corner"
  notes=([customer_segments]="Families next door|Offices nearby|Cafes without an oven"
    [value_propositions]="Bread from the oven by seven|Cakes to order in two days|Delivered before you open"
    [channels]="Shop on the corner|Orders by phone" [customer_relationships]="We know your usual loaf"
    [revenue_streams]="Bread and pastry to go|Contracts with cafes" [key_resources]="Stone oven"
    [key_activities]="Baking at night|Delivery round until eight" [key_partners]="Mill in the next county"
    [cost_structure]="Flour and butter")
  more=([customer_relationships]="Discount on bread from yesterday" [key_resources]="Two trained bakers"
    [key_partners]="Couriers on bicycles" [cost_structure]="Rent and power at night")
  plan=("Owner of the bakery" "A slice while it is still hot" "Morning delivery round")
  words_of_plan="touchpoint"
fi

# Writes texts as notes, the first one at the caret: write_notes "ONE|TWO"
write_notes() {
  local names name
  IFS='|' read -ra names <<<"$1"
  write "${names[0]}"
  for name in "${names[@]:1}"; do
    press Return
    write "$name"
  done
}

begin_note() {
  click "block/$1/add"
}
link() {
  drag "$1" "$2"
}

# The part of a note: note BLOCK NUMBER
note() {
  local names
  IFS='|' read -ra names <<<"${notes[$1]}"
  printf 'note/%s' "$(id_of "${names[$2]}")"
}

count_notes() { keys_like 'note/*' | grep -c .; }

screenshot "$scenario-1-start"
click start/wish/business_model_canvas
wait_for company/name
screenshot "$scenario-2-company"
write "$company" Return
wait_for board.text # one begins at the customer segments
write_notes "${notes[customer_segments]}"
for block in value_propositions channels customer_relationships revenue_streams key_resources key_activities \
  key_partners cost_structure; do
  begin_note $block
  write_notes "${notes[$block]}"
done
expect "there are $(count_notes) notes instead of 16" test "$(count_notes)" -eq 16
screenshot "$scenario-3-written"

saving=$actions
save_first
saving=$((actions - saving))
click "$(note value_propositions 0)"
click note.segments
screenshot "$scenario-4-for-whom"
segment=$(note customer_segments 0)
click "note.segment/${segment#note/}"
press Escape # the menu stays for further segments
link "$(note value_propositions 1)" "$(note customer_segments 1)"
link "$(note value_propositions 2)" "$(note customer_segments 2)"
link "$(note channels 0)" "$(note customer_segments 0)"
link "$(note revenue_streams 1)" "$(note customer_segments 2)"
screenshot "$scenario-5-linked"
export_as pdf
counted="16 notes with 5 links were on paper after $((actions - saving)) clicks and keys"
screenshot "$scenario-6-exported"
press Escape

for block in "${!more[@]}"; do
  begin_note "$block"
  write "${more[$block]}" Escape
done
press ctrl+2
screenshot "$scenario-7-review"
press ctrl+shift+n
wait_for_like 'template/*'
screenshot "$scenario-8-add-document"
write "$words_of_plan" # further down the list than it shows
click "template/$language/touchpoint_plan"
click add_document.add
save_again
show_section "$(id_of touchpoint_plan)"
wait_for_like 'field/*/owner'
screenshot "$scenario-9-plan"
click "$(keys_like 'field/*/owner' | head -n 1)"
write "${plan[0]}" Tab Tab # over what the template says already
write "${plan[1]}" Insert
write "${plan[2]}" Escape
screenshot "$scenario-10-plan-written"
press ctrl+3
wait_for_like 'preview/page/*'
screenshot "$scenario-11-preview"
save_again
export_as pdf again
pdf=$exported
press Escape
export_as markdown
press Escape ctrl+q
wait_for_end
expect "the program ends with $code" test "$code" -eq 0

IFS='|' read -ra texts <<<"$(IFS='|' && echo "${notes[*]}|${more[*]}|${plan[*]}")"
expect_on_paper "$pdf" "$company" "${texts[@]}"
for text in "${texts[@]}"; do
  expect "the Markdown does not say “$text”" contains "$exported" "$text"
  canvasbook find "$file" "$text" >/dev/null || fail "the file does not say “$text”"
done
links=$(grep -c '"segments": \[' "$file")
expect "the file has $links links instead of 5" test "$links" -eq 5
echo "$scenario: $counted"
passed
