# Where a facilitator says what became of words.

follow_up-choice = Say what became of something
follow_up-one-choice = Say what became of it
follow_up-title = What became of it
follow_up-intro = Everybody can read this under your name. Those who wrote the words are told. That something was not taken up is an answer too, with its reason.
follow_up-sources-field = Of which contributions? Their numbers
follow_up-sources-hint = For example: 7, 9
follow_up-became-field = What became of it?
follow_up-what-field = What changed or did not, and why?
follow_up-decided-field = Who decided?
follow_up-no-such-number = There is no contribution { $typed } that you can read. Please check the numbers. Nothing was saved.
follow_up-thanks = { $count ->
    [one] It is kept, and its author is told.
   *[other] It is kept, and the authors are told.
}
follow_up-told = Somebody said what became of something you wrote.
follow_up-at-end = This dialogue has ended. Here you see what became of what you said, and what nobody has answered yet. Thank you.
