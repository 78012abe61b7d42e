# What chat platforms need beside the words of each action.

## A form that was sent back

platform-form-back = This was not sent yet. Nothing was saved.
# { $problem } is a sentence that says what is wrong in the field.
platform-form-problem = In “{ $field }”: { $problem }
platform-form-answer =
    { $field }, as you typed it:
    > { $text }
platform-try-again-choice = Try again

## Words in a channel, where everybody can read the answer

platform-not-kept-openly = These words were not kept here. You can send them privately.
platform-answer-privately-choice = Answer privately

## An answer that did not arrive

platform-untold = Before this I could not reach you. This is what I had to say:

## Words that cannot be kept, or not yet

platform-only-their-own = Only the person who wrote a message can bring it into the record. Nothing was kept.
platform-which-server = You take part in dialogues on several servers. Please answer the message that this belongs to. Nothing was kept.
platform-no-server = You take part in no dialogue that I know of. Nothing was kept.
platform-file-too-large = The file is too large to be handed over here. Whoever runs the server can export it.

## A place in which the bot cannot work

# { $rights } are names of rights as Discord shows them.
platform-rights-missing = I cannot hold a dialogue here: in this channel I lack { $rights }. Whoever manages the server can give me that. Nothing was saved.

## Something is to be read before a form opens

platform-go-on-choice = Go on
