# One question and its answers, as one reader may see them.

show_round-open = Question { $number }. It is open until { $at }.
    > { $question }
show_round-closed = Question { $number }. It closed on { $at }.
    > { $question }
show_round-empty = There are no answers to see here.
show_round-you-passed = You passed on this question.
show_round-sealed-answer-first = Others' answers show once you have answered or passed. Nobody sees them before that.
show_round-sealed-at-close = Everybody's answers show when the round closes. Until then each person sees their own.

## One contribution

# The marks after the day, such as "after the close", begin with a sign that parts them.
show_round-entry = { $number } · **{ $author }** · { $day }{ $turn }{ $late }{ $edited }{ $new }
    > { $body }

    { $stances }
show_round-entry-waiting = Yours, without a name. Only you see this yet.
    > { $body }
show_round-entry-withdrawn = { $number } · A contribution was withdrawn by its author on { $day }.
show_round-entry-held = { $number } · A contribution was hidden by a facilitator on { $day }. The reason is in the ledger.
show_round-entry-held-own = { $number } · A facilitator hid these words of yours on { $day }. Now only you see them; the reason is in the ledger.
    > { $body }
show_round-late-mark = { " · " }after the close
show_round-edited-mark = { " · " }edited { $count ->
    [one] once
    [2] twice
   *[other] { $count } times
}
show_round-new-mark = { " · " }this was new to its author
show_round-turn-question-mark = { " · " }asks about { $to }
show_round-turn-answer-mark = { " · " }answers { $to }
show_round-turn-build-mark = { " · " }builds on { $to }
show_round-turn-differ-mark = { " · " }sees { $to } differently
show_round-turn-thanks-mark = { " · " }thanks for { $to }
show_round-turn-gone-mark = { " · " }what it replied to is gone
show_round-stances = The same: { $same }. Differently: { $differently }. Not sure: { $unsure }.
