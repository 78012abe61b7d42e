# What people see when a check-in closes. The counts stand apart from each other and are never made into one figure.

close_check_in-choice = Close the check-in
close_check_in-talk-choice = Ask what would help
close_check_in-done = The check-in is closed. The group sees the counts and the reasons.
close_check_in-question-waits = Somebody needs something answered first, so the check-in stays open. Nothing was changed. You can answer the question, or withdraw the check-in with a reason.
close_check_in-held = The check-in stays open, because a question waits for an answer. It closes when the question is answered, at the latest on { $closes }.
close_check_in-goes-on = No question waits any more. The check-in is open until { $closes }, so that whoever asked can respond anew.
close_check_in-already = This check-in has closed already. Nothing was changed.

close_check_in-closed = The check-in on statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author } is closed:
    > { $body }
close_check_in-counts = Eligible { $eligible } · responded { $responded } · passed { $passed } · no response { $none } · left since opening { $left }
close_check_in-label = - { $label }: { $count }
close_check_in-reason = { $author }: { $label }
    > { $reason }
close_check_in-named = { $author }: { $label }
close_check_in-in-private = { $author }: { $label }
    A reason was given in private.

## Who stops it is named in words, however few responded.

close_check_in-stops-gradients = { $count ->
    [one] One person blocks this.
   *[other] { $count } people block this.
}
close_check_in-stops-early = { $count ->
    [one] One person blocked this.
   *[other] { $count } people blocked this.
}
close_check_in-stops-consent = { $count ->
    [one] One person objects.
   *[other] { $count } people object.
}
close_check_in-stops-consensus = { $count ->
    [one] One person blocks this.
   *[other] { $count } people block this.
}
close_check_in-stops-fist = { $count ->
    [one] One person says no: it has to change before they can go along.
   *[other] { $count } people say no: it has to change before they can go along.
}

## What the counts suggest. It is a question to the group; people say whether they read it this way.

close_check_in-reading-agreed = Support is broad.
close_check_in-reading-agreed_with_recorded_dissent = Support is broad, and some see it differently. What they see stands in the record.
close_check_in-reading-agreed_for_now = Nobody objects. It can hold for now, until its review.
close_check_in-reading-agreed_to_differ = Two or more positions stand beside each other.
close_check_in-reading-more_dialogue = Support is thin or mixed, or many who have something in common resist. There is more to talk about, or a new edition to write.
close_check_in-reading-objections = Somebody objects, so this edition is no agreement. The next step is to see what the objection shows, and to write a new edition with it.
close_check_in-reading-nobody-keen = Nobody here is keen. There is more to talk about, or a new edition to write.
close_check_in-reading-blocked = A block stands. The next step is to talk with whoever blocks.
close_check_in-reading-not_agreed = There is no agreement, and several editions have been tried. What was there before stays as it was, or what was said before opening follows.
close_check_in-reading-inconclusive = There are too few responses to read, too many abstain, or a question was not answered. You could ask again, or ask in another way.
close_check_in-reading-withdrawn = The check-in was withdrawn.
close_check_in-reading-two-more_dialogue = Yes, if something is met. What has to be met may become the next edition.
close_check_in-reading-two-not_agreed = Not yet. Nothing more is asked.
close_check_in-reading-two-inconclusive = One of the two has not answered, so nothing is read.
close_check_in-question = The counts read like this. Does the group read it this way?
close_check_in-from-paper = These counts come from paper, and a facilitator entered them. Nothing is read into them.
close_check_in-only-sense_check = These are the counts and the words. A sense check decides nothing.
close_check_in-only-rings_true = These are the counts and the words. The next step is to say what was changed after them and what was not, and why.
close_check_in-only-firmness = These are the counts and the words. They decide nothing.

## What those are told who see it differently

close_check_in-note-told = The check-in on statement { NUMBER($number, useGrouping: 0) } is closed. You can write a minority note. It stands directly under the statement, also in every file of the record, and nobody but you can change it.
