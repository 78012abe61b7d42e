# What people see when they bring their own words to a question, or pass.
# { $number } is the number of a contribution. NUMBER(…, useGrouping: 0) writes 1234 without a comma.

contribute-title = Your answer

## Said before sending

contribute-question = The question:
    > { $question }

# One of these three is said: it depends on when answers are shown.
contribute-sees-open = Everybody can read an answer as soon as it is sent.
contribute-sees-answer_first = You can read the answers of others after you have answered or passed. When the question closes, everybody can read all of them.
contribute-sees-at_close = Nobody can read answers until the question closes, not even facilitators. Then everybody can read all of them.

# The ways to be shown. The first sentences are agreed wording: please translate them exactly.
contribute-level-named = Your name is shown with your words.
contribute-level-chosen_name = The group sees the name you chose. Whoever runs the server could look up who you are. People may recognise you.
contribute-level-unnamed = No name is shown, to members or facilitators. You can withdraw this later. The system and the platform can still link you. Words without a name wait, so that the time does not give you away. They are shown together, in an order drawn by lot. That happens when at least three wait and a day has passed, at the latest when the question closes. Until then nobody sees how many wait.

contribute-few-people = Fewer than eight people take part. Without a name, people may still know you by what you write.
contribute-too-few-to-hide = “Without a name” is not possible here: { $eligible ->
    [one] only one person
   *[other] only { $eligible } people
} could have written it, so it would hide nobody. It needs at least { $fewest }.

## The form

contribute-body-field = Your words
contribute-level-field = How to show your words
contribute-named-option = With my name
contribute-chosen_name-option = With a name I choose
contribute-unnamed-option = Without a name
contribute-chosen-name-field = The name you choose
contribute-new-to-me-field = New to me
contribute-new-to-me-option = This added to or changed how I see it

contribute-level-not-offered = This way of showing your words is not offered here. Please choose another one.
contribute-no-chosen-name = Please write the name you choose, or choose another way to be shown.

## After sending

contribute-thanks-open = Thank you. It is kept as #{ NUMBER($number, useGrouping: 0) }, and the group can see it now.
contribute-thanks-answer_first = Thank you. It is kept as #{ NUMBER($number, useGrouping: 0) }. Now you can read what others wrote. They can read yours once they have answered or passed.
contribute-thanks-at_close = Thank you. It is kept as #{ NUMBER($number, useGrouping: 0) }. Everybody can read it when the question closes.
contribute-thanks-unnamed = Thank you. It is kept, and no name is shown. It waits for others, and is shown together with them, at the latest when the question closes. You can change it or take it back now.
contribute-thanks-late = Thank you. { $number ->
    [0] It is kept, and no name is shown. It waits for others, and is shown together with them.
   *[other] It is kept as #{ NUMBER($number, useGrouping: 0) }, and the group can see it now.
} It is marked “after the close”.

contribute-again = You sent the same words before, on { $at }. They are kept once, as #{ NUMBER($number, useGrouping: 0) }. Nothing new was kept.
contribute-again-unnamed = You sent the same words before, on { $at }. They are kept once. Nothing new was kept.

contribute-others-choice = Read what others wrote
contribute-change-choice = Change
contribute-take-back-choice = Take back

## Without words

contribute-pass-kept = You passed for now. The group sees only how many passed. You can still answer whenever you like.
contribute-unclear-kept = Thank you for saying that the question is not clear. The facilitators are told, without your name. You can still answer whenever you like.
contribute-has-answered = You have answered or passed already, so nothing new was kept. You can add words with “Answer”.
contribute-unclear-told = Somebody does not understand question { $round }. You could ask it again in other words.

## As the group sees it

contribute-shared = #{ NUMBER($number, useGrouping: 0) }. { $author } wrote:
    > { $body }
    { $mark }

# { $turn } is one of the phrases below: "#8. Ben wrote, as an answer to #3:"
contribute-shared-turn = #{ NUMBER($number, useGrouping: 0) }. { $author } wrote, { $turn }:
    > { $body }
    { $mark }
contribute-turn-question = as a question about { $to }
contribute-turn-answer = as an answer to { $to }
contribute-turn-build = to build on { $to }
contribute-turn-differ = seeing { $to } differently
contribute-turn-thanks = to give thanks for { $to }

contribute-late-mark = This came after the close.

contribute-answer-choice = Answer this
contribute-same-choice = I see it the same
contribute-differently-choice = I see it differently
contribute-unsure-choice = Not sure
