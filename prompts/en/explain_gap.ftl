# Why a part of the map is empty. A person chooses; the bot never guesses.

explain_gap-choice = Say why: { $theme }
explain_gap-title = Why is this empty?
explain_gap-intro = All three answers are as good as each other. Your name stands with what you choose, and somebody else can choose again.
explain_gap-reason-field = What is it?
explain_gap-note-field = A note on it, if you like
explain_gap-no-reason = Please choose one of the three.
explain_gap-thanks = Thank you. It stands on the map under your name.
