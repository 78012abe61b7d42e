# What people see when a question is posted.

post_round-asked = Question { NUMBER($number, useGrouping: 0) }:
    > { $question }
    It is open until { $closes }. You can answer with the button, in a direct message to me, or by mentioning me here. You can also pass.
post_round-answer-choice = Answer
post_round-pass-choice = Pass for now
post_round-unclear-choice = I do not understand this question

## What the facilitator sees

post_round-posted = Question { NUMBER($number, useGrouping: 0) } is posted. It closes by itself on { $closes }. You can also close it earlier.
post_round-dropped = The question was thrown away. Nobody else has seen it.
post_round-no-preview = This question was posted or thrown away already. Nothing was changed.
