# The scales on which people say how far they go along with a statement.
# Gradients of agreement, after Kaner and others. The labels are printed as they were published: translate them
# as the published translation has them, where there is one. After the dash stands our own plain wording.
# $first and $others are labels that were chosen together.

scales-several = { $first } · { $others }

## Gradients, later labels (2014)

scales-gradients-endorse-label = Whole-hearted endorsement
scales-gradients-endorse-option = Whole-hearted endorsement – I really like it
scales-gradients-minor_point-label = Agreement with a minor point of contention
scales-gradients-minor_point-option = Agreement with a minor point of contention – Good, with a small point
scales-gradients-reservations-label = Support with reservations
scales-gradients-reservations-option = Support with reservations – I can live with it
scales-gradients-abstain-label = Abstain
scales-gradients-abstain-option = Abstain – I have no view on this
scales-gradients-more_discussion-label = More discussion needed
scales-gradients-more_discussion-option = More discussion needed – I am not ready to say
scales-gradients-dislike_will_support-label = Don't like but will support
scales-gradients-dislike_will_support-option = Don't like but will support – I don't like it but will support it
scales-gradients-serious_disagreement-label = Serious disagreement
scales-gradients-serious_disagreement-option = Serious disagreement – I am not on board
scales-gradients-veto-label = Veto
scales-gradients-veto-option = Veto – I block this

## Gradients, early labels: only for counts from paper. The fifth point means the opposite of the later one.

scales-early-endorse-label = Endorsement
scales-early-minor_point-label = Endorsement with a minor point of contention
scales-early-reservations-label = Agreement with reservations
scales-early-abstain-label = Abstain
scales-early-stand_aside-label = Stand aside
scales-early-disagree_go_along-label = Formal disagreement but willing to go with majority
scales-early-disagree_absolved-label = Formal disagreement, with request to be absolved of responsibility for implementation
scales-early-block-label = Block

## Consent

scales-consent-consent-label = No objection. Good enough for now, safe enough to try
scales-consent-consent-option = No objection. Good enough for now, safe enough to try
scales-consent-consent_concern-label = No objection, but please note this concern
scales-consent-consent_concern-option = No objection, but please note this concern
scales-consent-question-label = I need something answered first
scales-consent-question-option = I need something answered first
scales-consent-objection-label = I object. I see harm to our aim, or it stops me doing my part
scales-consent-objection-option = I object. I see harm to our aim, or it stops me doing my part

## Consensus

scales-consensus-agree-label = I agree
scales-consensus-agree-option = I agree
scales-consensus-reservations-label = I have doubts, and I go along with it
scales-consensus-reservations-option = I have doubts, and I go along with it
scales-consensus-stand_aside-label = I cannot support it. I will not stop it and will not carry it out
scales-consensus-stand_aside-option = I cannot support it. I will not stop it and will not carry it out
scales-consensus-block-label = I block it. It goes against what we stand for, or would do serious harm
scales-consensus-block-option = I block it. It goes against what we stand for, or would do serious harm
scales-consensus-abstain-label = I have no view on this
scales-consensus-abstain-option = I have no view on this
scales-consensus-need_info-label = I need to know more first
scales-consensus-need_info-option = I need to know more first

## Fist to five

scales-fist-0-label = No. It has to change before I can go along
scales-fist-0-option = 0 – No. It has to change before I can go along
scales-fist-1-label = Serious concerns; let's discuss
scales-fist-1-option = 1 – Serious concerns; let's discuss
scales-fist-2-label = Some concerns; let's discuss
scales-fist-2-option = 2 – Some concerns; let's discuss
scales-fist-3-label = Not fully with it; I can let it pass
scales-fist-3-option = 3 – Not fully with it; I can let it pass
scales-fist-4-label = Good idea; I will work for it
scales-fist-4-option = 4 – Good idea; I will work for it
scales-fist-5-label = Great; I will help lead it
scales-fist-5-option = 5 – Great; I will help lead it

## Sense check

scales-sense-looks_good-label = Looks good
scales-sense-looks_good-option = Looks good
scales-sense-not_sure-label = Not sure
scales-sense-not_sure-option = Not sure
scales-sense-concern-label = I have a concern
scales-sense-concern-option = I have a concern

## Two people

scales-two-yes-label = Yes
scales-two-yes-option = Yes
scales-two-yes_if-label = Yes, if …
scales-two-yes_if-option = Yes, if …
scales-two-not_yet-label = Not yet
scales-two-not_yet-option = Not yet

## Does this ring true?

scales-rings-rings_true-label = Rings true
scales-rings-rings_true-option = Rings true
scales-rings-partly-label = Partly
scales-rings-partly-option = Partly
scales-rings-does_not-label = Does not
scales-rings-does_not-option = Does not
scales-rings-missing-label = Something is missing
scales-rings-missing-option = Something is missing

## How firm

scales-firmness-just_for_now-label = Just for now
scales-firmness-just_for_now-option = Just for now
scales-firmness-fairly_firm-label = Fairly firm
scales-firmness-fairly_firm-option = Fairly firm
scales-firmness-firm-label = Firm
scales-firmness-firm-option = Firm
