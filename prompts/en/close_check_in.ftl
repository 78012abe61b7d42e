# What people see when a check-in closes. The counts stand apart from each other and are never made into one figure.

close_check_in-choice = Close the check-in
close_check_in-done = The check-in is closed. The group sees the counts and the reasons.
close_check_in-already = This check-in has closed already. Nothing was changed.

close_check_in-closed = The check-in on statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author } is closed:
    > { $body }
close_check_in-counts = Eligible { $eligible } · responded { $responded } · passed { $passed } · no response { $none } · left since opening { $left }
close_check_in-label = - { $label }: { $count }
close_check_in-reason = { $author }: { $label }
    > { $reason }
close_check_in-named = { $author }: { $label }
close_check_in-veto = { $count ->
    [one] One person blocks this.
   *[other] { $count } people block this.
}

## What the counts suggest. It is a question to the group; people say whether they read it this way.

close_check_in-reading-agreed = Support is broad.
close_check_in-reading-agreed_with_recorded_dissent = Support is broad, and some see it differently. What they see stands in the record.
close_check_in-reading-more_dialogue = Support is thin or mixed, or many who have something in common resist. There is more to talk about, or a new edition to write.
close_check_in-reading-blocked = A block stands. The next step is to talk with whoever blocks.
close_check_in-reading-inconclusive = There are too few responses to read, or too many abstain. You could ask again, or ask in another way.
close_check_in-question = The counts read like this. Does the group read it this way?

## What those are told who see it differently

close_check_in-note-told = The check-in on statement { NUMBER($number, useGrouping: 0) } is closed. You can write a minority note. It stands directly under the statement, also in every file of the record, and nobody but you can change it.
