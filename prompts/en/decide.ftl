# Recording how a group reads a check-in, and who decided. The bot reads counts; people decide.

decide-choice = Record who decided
decide-title = Who decided what?
decide-intro = The bot reads the counts and decides nothing. Write down who decided, so that everybody knows it in a year. What was objected to, and every minority note, stays beside it.
decide-outcome-field = What does the group make of it?
decide-agreed-option = It agrees
decide-agreed_with_recorded_dissent-option = It agrees, and some see it differently
decide-agreed_for_now-option = It goes along for now, until the review
decide-agreed_to_differ-option = Views stay apart, and the group records both
decide-more_dialogue-option = It goes on talking
decide-blocked-option = A block stands
decide-not_agreed-option = It does not agree; what was there stays
decide-inconclusive-option = Nothing can be read
decide-withdrawn-option = It was withdrawn
decide-who-field = Who decided?
decide-review-field = On which day does it come back?
decide-review-hint = For example: in 90 days at 18:00. Needed for what holds only for now.
decide-measure-field = By what will you see whether it works?
decide-result-field = If the fallback was used: what came of it?
decide-kept = It is recorded, and the group sees it.
decide-no-outcome = Please choose one. An agreement that the counts do not suggest cannot be recorded.
decide-needs-review = What holds only for now needs a day on which it comes back.
decide-nothing-to = There is no reading here that could be recorded: it is open, or this way of asking decides nothing. Nothing was saved.
decide-already = It is recorded already. Nothing was changed. On its review, or earlier, the group can keep it, amend it or retire it.

## As the group sees it

decide-told = About statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author }:
    > { $body }
decide-outcome-agreed = The group agrees.
decide-outcome-agreed_with_recorded_dissent = The group agrees, and some see it differently.
decide-outcome-agreed_for_now = The group goes along for now.
decide-outcome-agreed_to_differ = The group records that views stay apart. Both are kept.
decide-outcome-more_dialogue = The group goes on talking.
decide-outcome-blocked = A block stands.
decide-outcome-not_agreed = The group does not agree. What was there stays.
decide-outcome-inconclusive = The group reads nothing into it.
decide-outcome-withdrawn = It was withdrawn.
decide-recorded = Who decided, recorded by { $by }:
    > { $who }
decide-by-group = The group itself: as many said that they read it this way as responses were needed.
decide-by-fallback = What was said before for the case that it does not pass was used. The objections stay beside it. What came of it:
    > { $result }
decide-measured = By what the group will see whether it works:
    > { $measure }
decide-review-on = It comes back on { $at }.
decide-state-made = It holds.
decide-state-reviewed = The group has looked at it again and keeps it.
decide-state-reopened = The group has opened it again.
decide-state-replaced = A later one has taken its place.
decide-state-retired = The group has retired it.
decide-differently = { $count ->
    [one] One person sees it differently.
   *[other] { $count } people see it differently.
}
