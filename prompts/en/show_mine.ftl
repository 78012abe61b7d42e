# What still needs the person who asks, and what they have said.

show_mine-choice = What needs me
show_mine-nothing = Nothing here needs you now.
show_mine-needs = { $count ->
    [one] One thing here waits for you.
   *[other] { $count } things here wait for you.
}
show_mine-round = Question { $number } is open until { $closes }. You have neither answered nor passed.
    > { $question }
show_mine-check_in = You are asked about statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author }, until { $closes }. You have neither responded nor passed.
    > { $body }
show_mine-private = { $count ->
    [one] One interpretation of yours is private. Only you can see it.
   *[other] { $count } interpretations of yours are private. Only you can see them.
}
show_mine-no-words = You have not written anything here that is still kept.
show_mine-words = { $count ->
    [one] One contribution is yours.
   *[other] { $count } contributions are yours.
}
show_mine-last-words = { $count } contributions are yours. These are the last { $shown }; the copy of your data holds all of them.

## What a button under something that waits says, by what it leads to

show_mine-show_entry-choice = Show it
show_mine-show_round-choice = Show the question
show_mine-show_record-choice = Show the record
show_mine-show_assets-choice = Show what we bring
show_mine-show_follow_up-choice = Show what became of it
show_mine-show_ledger-choice = Show the ledger
show_mine-show_mine-choice = Show what is mine
show_mine-appeal-choice = Appeal
show_mine-answer_appeal-choice = Answer the appeal
show_mine-settle_objection-choice = Say where it stands
show_mine-respond-choice = Respond anew
show_mine-write_minority_note-choice = Write a minority note
show_mine-confirm_line-choice = Is this what I meant?
show_mine-show_notes-choice = Read the notes
show_mine-help-choice = How this works
