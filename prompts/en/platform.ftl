# What chat platforms need beside the words of each action.

## A form that was sent back

platform-form-back = This was not sent yet. Nothing was saved.
# { $problem } is a sentence that says what is wrong in the field.
platform-form-problem = In “{ $field }”: { $problem }
platform-form-answer =
    { $field }, as you typed it:
    > { $text }
platform-try-again-choice = Try again

## Something is to be read before a form opens

platform-go-on-choice = Go on
