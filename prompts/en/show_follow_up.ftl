# What became of what was said.

show_follow_up-choice = Show what became of it
show_follow_up-all = What became of what was said in **{ $title }**
show_follow_up-yours = What you said:
show_follow_up-nobody-yet = Nobody has said yet what became of it.
show_follow_up-notes = You said, and this happened:
show_follow_up-commitments = What people took on:
show_follow_up-open = { $count ->
    [0] Somebody has said what became of everything you can see here.
    [one] Nobody has said yet what became of this one:
   *[other] Nobody has said yet what became of these { $count }:
}
show_follow_up-in-line = It stands in the notes, in line { NUMBER($number, useGrouping: 0) }.
show_follow_up-number = { $number }
show_follow_up-numbers = { $before }, { $number }
show_follow_up-note = { $sources }: { $became }. Decided by { $decided }. Written by { $by } on { $day }.
    > { $body }
show_follow_up-noted-became = Noted
show_follow_up-statement-became = It is in a statement
show_follow_up-commitment-became = Somebody took it on
show_follow_up-changed-became = Something changed because of it
show_follow_up-not_taken_up-became = It was not taken up
show_follow_up-commitment = Commitment { NUMBER($number, useGrouping: 0) }, by { $who }, until { $when }: { $progress }.
    > { $body }
show_follow_up-open-progress = Open
show_follow_up-done-progress = Done
show_follow_up-not_done-progress = Not done
show_follow_up-why-not = Why it was not done:
    > { $why }
