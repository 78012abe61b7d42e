# What people see when one member answers another.

answer-title = Answer
# Also shown above the form of "I see it differently".
answer-to = { $author } wrote:
    > { $body }
answer-kind-field = What is it?
answer-question-option = A question
answer-answer-option = An answer
answer-build-option = Something that builds on it
answer-thanks-option = Thanks
answer-no-kind = Please choose what it is.
answer-thanks = Thank you. It is kept in your own words, with a link to the words it answers.

## What the author of the first words is told

answer-told-question = Somebody has a question about { $number }:
    > { $body }
answer-told-answer = Somebody answered { $number }:
    > { $body }
answer-told-build = Somebody built on { $number }:
    > { $body }
answer-told-thanks = Somebody thanks you for { $number }:
    > { $body }
