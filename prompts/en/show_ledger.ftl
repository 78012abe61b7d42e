# What was done here and by whom. { $at } is a moment, { $actor } a name.

show_ledger-acts = What was done in **{ $title }**. { $count ->
    [0] Among the last entries of the ledger there are no acts.
    [one] Among the last entries of the ledger there is one act.
   *[other] Among the last entries of the ledger there are { $count } acts, the latest at the end.
}
show_ledger-somebody = Somebody whose name is no longer kept
show_ledger-operator = Whoever runs the server
show_ledger-reason = The reason given:
    > { $reason }
show_ledger-answer = The answer:
    > { $reason }

## One act

show_ledger-act-start = { $at }: { $actor } started the dialogue.
show_ledger-act-open_round = { $at }: { $actor } asked a question.
    > { $target }
show_ledger-act-return_to = { $at }: { $actor } went back to an earlier part, with a question.
    > { $target }

    { $reason }
show_ledger-act-close_round = { $at }: { $actor } closed a question by hand.
    > { $target }
show_ledger-act-hold = { $at }: { $actor } hid contribution { $target }.

    { $reason }
show_ledger-act-hold-undone = { $at }: { $actor } showed contribution { $target } again.
show_ledger-act-appoint = { $at }: { $actor } changed the role of { $target }.

    { $reason }
show_ledger-act-appoint-facilitator = { $at }: { $actor } made { $target } a facilitator.

    { $reason }
show_ledger-act-appoint-member = { $at }: { $actor } made { $target } a member.

    { $reason }
show_ledger-act-appoint-observer = { $at }: { $actor } made { $target } an observer.

    { $reason }
show_ledger-act-close_dialogue = { $at }: { $actor } ended the dialogue.

    { $reason }
show_ledger-act-close_dialogue-undone = { $at }: { $actor } opened the dialogue again.
show_ledger-act-answer_appeal = { $at }: { $actor } answered an appeal.

    { $reason }
show_ledger-act-follow_up = { $at }: { $actor } said what became of words.
    > { $target }
show_ledger-act-leave = { $at }: { $actor }, who facilitated, left the dialogue.
show_ledger-act-propose = { $at }: { $actor } wrote a new edition of a statement. The check-in on the earlier edition lapsed.
    > { $target }
show_ledger-act-open_check_in = { $at }: { $actor } asked the group about a statement, after a look at what stays apart.
    > { $target }

    { $reason }
show_ledger-act-close_check_in = { $at }: { $actor } closed a check-in by hand.
    > { $target }
show_ledger-act-extend_check_in = { $at }: { $actor } extended a check-in to which too few had responded.
    > { $target }
show_ledger-act-withdraw_check_in = { $at }: { $actor } withdrew a check-in.
    > { $target }

    { $reason }
show_ledger-act-ask_objector = { $at }: { $actor } asked somebody who objects to a statement whether it is a preference.
    > { $target }
show_ledger-act-decide = { $at }: { $actor } recorded how the group reads a check-in, and who decided.
    > { $target }

    { $reason }
show_ledger-act-review = { $at }: { $actor } recorded what the group makes of a decision that came back.
    > { $target }

    { $reason }
show_ledger-act-enter_counts = { $at }: { $actor } entered the counts of a check-in that was held on paper.
    > { $target }

    { $reason }
show_ledger-act-export = { $at }: { $actor } took the record home as a file ({ $target }).
show_ledger-act-let_draft = { $at }: { $actor } said who drafts lines of the notes.
show_ledger-act-understand = { $at }: { $actor } asked everybody to say something in their own words.
show_ledger-act-close_understanding = { $at }: { $actor } closed a step of a check of what is understood.
show_ledger-act-record_understanding = { $at }: { $actor } recorded what the group understands.
show_ledger-act-other = { $at }: { $actor } did something that has no words here yet ({ $target }).

    { $reason }

## Words, and the chain

show_ledger-words = Words with a name on { $day }. Brought: { $brought }. Changed: { $changed }. Taken back: { $taken_back }. Appeals: { $appeals }.
show_ledger-chain-holds = The chain holds. Up to the last act, or the end of the day before, it has { $count } entries, and its head there is { $head }. Whoever notes this down can compare it later.
show_ledger-chain-holds-today = The chain holds.
show_ledger-chain-broken = The chain does not hold: an entry was changed, or one is gone. Whoever runs the server can find the first one that does not match: python -m bot verify
