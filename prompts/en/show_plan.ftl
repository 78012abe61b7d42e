# What everybody sees of what is coming.

show_plan-choice = What is coming
show_plan-coming = This is coming. Times are your own.
show_plan-nothing = Nothing is planned. Facilitators can plan a question with /dialogue ask.
show_plan-place = { $due }, { $whom } (number { NUMBER($number, useGrouping: 0) }, { $rhythm }):
    > { $question }
show_plan-mine = { $due }, for you (number { NUMBER($number, useGrouping: 0) }, { $whom }, { $rhythm }):
    > { $question }
show_plan-closes = { $closes }: question { NUMBER($number, useGrouping: 0) } closes.

# { $begins } and { $until } are days such as 2026-05-03.
show_plan-once-on = once, on { $begins } at { $time }
show_plan-days-on = { $step ->
    [one] every day
   *[other] every { $step } days
} at { $time }
show_plan-days-until = { $step ->
    [one] every day
   *[other] every { $step } days
} at { $time } until { $until }
show_plan-weeks-on = { $step ->
    [one] every week
   *[other] every { $step } weeks
} on { $days } at { $time }
show_plan-weeks-until = { $step ->
    [one] every week
   *[other] every { $step } weeks
} on { $days } at { $time } until { $until }
show_plan-months-on = every { $nth } { $days } of a month at { $time }
show_plan-months-until = every { $nth } { $days } of a month at { $time } until { $until }
show_plan-list = { $first }, { $rest }
