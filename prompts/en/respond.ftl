# What people see who say how far they go along with a statement.

respond-choice = Respond
respond-pass-choice = Pass
respond-title = Your response
respond-statement = The statement:
    > { $body }
respond-rule = Who decides, and how:
    > { $rule }
respond-sealed = Nobody sees what you respond until the check-in closes, not even facilitators, and nobody sees how many have responded. Until then you can change your mind. To say nothing counts as no response, and as nothing else.
respond-level-named = With your name: the group sees your name with your response.
respond-level-chosen_name = With a name you choose: the group sees that name. Whoever runs the server could look up who you are. People may recognise you.
respond-level-unnamed = Without a name: your response is counted, and your reason is shown without a name, to members and facilitators. The system and the platform can still link you.
respond-key-field = How far do you go along?
respond-reason-field = Your reason
respond-reason-hint = Needed for a veto, welcome with everything else. It is shown when the check-in closes.
respond-no-key = Please choose one of the eight.
respond-needs-reason = Please say why you block this. A veto needs a reason.
respond-kept = Thank you. Your response is kept: { $label }. Only you know it until { $closes }. Until then you can change it.
respond-passed = You passed. You are counted as somebody who passed, and your name is not shown. Until { $closes } you can still respond.
respond-closed = This check-in is closed, so nothing was saved. You can still write a minority note under the result, or a new edition of the statement.
respond-not-asked = This check-in was opened before you took part, so your response cannot count. Nothing was saved. You can respond to the next edition.
