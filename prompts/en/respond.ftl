# What people see who say how far they go along with a statement.

respond-choice = Respond
respond-pass-choice = Pass
respond-title = Your response
respond-statement = The statement:
    > { $body }
respond-rule = Who decides, and how:
    > { $rule }
respond-fallback = If it does not pass:
    > { $fallback }
respond-aside-binds = Whoever stands aside is bound by what the group agrees, and does not carry it out.
respond-aside-frees = Whoever stands aside is not bound by what the group agrees.
respond-sealed = Nobody sees what you respond until the check-in closes, not even facilitators, and nobody sees how many have responded. Until then you can change your mind. To say nothing counts as no response, and as nothing else.
respond-level-named = With your name: the group sees your name with your response.
respond-level-chosen_name = With a name you choose: the group sees that name. Whoever runs the server could look up who you are. People may recognise you.
respond-level-unnamed = Without a name: your response is counted, and your reason is shown without a name, to members and facilitators. The system and the platform can still link you.

## A question

respond-question-holds = Whoever needs something answered first: the question is posted at once, with a name or a chosen name, and the check-in stays open until it is answered, at most seven days longer.

## How each way of asking works

respond-method-two_person = Two people ask each other: yes; yes, if something is met; or not yet. Both answer without seeing the other's answer, and both are shown together. Nobody outvotes anybody.
respond-method-sense_check = A sense check takes the tone of the group. It never leads to a decision.
respond-method-fist_to_five = Fist to five takes the temperature: from 0, which stops it, to 5, which helps to lead it. Numbers mean different things in different groups, so here they mean what stands beside them. They are never averaged.
respond-method-gradients = People respond on the eight gradients of agreement. They are no ruler: to abstain, and to need more discussion, are not points between yes and no. They are never averaged.
respond-method-consent = The question is whether anybody objects, not whether everybody agrees. The bar: good enough for now, safe enough to try. An objection stands until whoever made it says otherwise. What is agreed holds until its review.
respond-method-consensus = Everybody looks for what all can carry. Who cannot support it may stand aside. Who sees it go against what the group stands for, or sees serious harm, may block it; that one prefers something else is no ground for a block.
respond-method-rings_true = People who were there say whether this text rings true. You can choose more than one. It is not about agreeing, and nothing is decided by it.
respond-method-firmness = The question is how firm this is, not whether it is right. Nothing is decided by it.

## The form

respond-key-two-field = Your answer
respond-key-sense-field = How does it look to you?
respond-key-fist-field = How many fingers?
respond-key-gradients-field = How far do you go along?
respond-key-consent-field = Do you have any objection?
respond-key-consensus-field = Where do you stand?
respond-key-rings-field = Does it ring true?
respond-key-firmness-field = How firm is it?
respond-reason-field = Your reason
respond-hint-two = For “yes, if”, say what has to be met. With “not yet” nothing is asked.
respond-hint-sense = Needed for a concern, welcome with everything else. Shown at the close.
respond-hint-fist = Needed for 0 and 1. Below 3: what would bring you up? Shown at the close.
respond-hint-gradients = Needed for a veto, welcome with everything else. Shown when it closes.
respond-hint-consent = Needed for an objection, a question or a concern. Shown when it closes.
respond-hint-consensus = Needed to block, to stand aside or to ask. Shown when it closes.
respond-hint-rings = What confirms it, what speaks against it, what is missing? Shown at the close.
respond-hint-firmness = Welcome. It is shown when it closes.
respond-private-field = Who may read the reason
respond-private-option = Only facilitators; the record says that a reason was given in private
respond-no-key = Please choose one of the lines above.
respond-needs-reason-two = Please say what has to be met.
respond-needs-reason-sense = Please say what concerns you.
respond-needs-reason-fist = Please say what has to change before you can go along.
respond-needs-reason-gradients = Please say why you block this. A veto needs a reason.
respond-needs-reason-consent = Please write it down: what you object to and why, what you need answered, or what concerns you.
respond-needs-reason-consensus = Please say why you block or stand aside, or what you need to know.
respond-question-needs-name = A question is posted at once, so the time would tell whose it is. Please give your name or a chosen name, or ask somebody to ask for you.
respond-not-in-private = The group has to be able to read this, or nobody can answer it. Please leave this open.

respond-kept = Thank you. Your response is kept: { $label }. Only you know it until { $closes }. Until then you can change it.
respond-passed = You passed. You are counted as somebody who passed, and your name is not shown. Until { $closes } you can still respond.
respond-closed = This check-in is closed, so nothing was saved. You can still write a minority note under the result, or a new edition of the statement.
respond-not-asked = This check-in was opened before you took part, so your response cannot count. Nothing was saved. You can respond to the next edition.
