# The answer to an appeal.

answer_appeal-title = Answer the appeal
answer_appeal-words = Somebody appeals:
    > { $body }
answer_appeal-about = It is about contribution { $number }.
answer_appeal-intro = Your answer goes to the person who appealed, with no name of theirs shown to you. It also stands in the ledger with your name, where everybody in the dialogue can read it.
answer_appeal-field = Your answer
answer_appeal-done = Your answer is kept, and the person is told.
# What the person who appealed is told.
answer_appeal-told = A facilitator answered your appeal:
    > { $answer }
answer_appeal-already = This appeal has been answered. Nothing was saved.
