# What facilitators see when they change what is planned.

change_plan-title = Move it
change_plan-move-choice = Move { NUMBER($number, useGrouping: 0) }
change_plan-skip-choice = Skip { NUMBER($number, useGrouping: 0) } once
change_plan-end-choice = End { NUMBER($number, useGrouping: 0) }
change_plan-intro-place = Only this one time moves. The next ones stay as they are.
change_plan-intro-members = Only this one time moves, for every member at their own time of day. The next ones stay as they are.
change_plan-to-field = Move it to
change_plan-to-hint = A day and a time, such as 2026-05-03 18:00 or Friday 17:00
change_plan-moved = Number { NUMBER($number, useGrouping: 0) } moves to { $to }, at everybody’s own time of day.
change_plan-skipped = Number { NUMBER($number, useGrouping: 0) } does not come on { $day }. The next one stands.
change_plan-ended = Number { NUMBER($number, useGrouping: 0) } has ended. What was asked stays open until it closes.
change_plan-over = This has come already, or has ended. Nothing was changed.
change_plan-too-late = The next one comes on { $following }. Please choose a day before that. Nothing was changed.
change_plan-past-somewhere = “{ $typed }” is past already where some members live. Please choose a later time. Nothing was changed.
change_plan-flow-choice = Move all of this plan
change_plan-flow-title = Move all of it
change_plan-flow-intro = Everything of this plan that has not come yet moves together.
change_plan-by_days-field = By how many days (-7 is a week earlier)
change_plan-no-days = “{ $typed }” is no number of days. Please write a number from 1 to { $most }, or the same with a minus.
change_plan-flow-moved = { $count ->
    [one] One question moves
   *[other] { $count } questions move
} by { $days } days.
