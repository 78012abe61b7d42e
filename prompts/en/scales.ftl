# The scales on which people say how far they go along with a statement.
# Gradients of agreement, after Kaner and others. The labels are printed as they were published: translate them
# as the published translation has them, where there is one. After the dash stands our own plain wording.

scales-endorse-label = Whole-hearted endorsement
scales-endorse-option = Whole-hearted endorsement – I really like it
scales-minor_point-label = Agreement with a minor point of contention
scales-minor_point-option = Agreement with a minor point of contention – Good, with a small point
scales-reservations-label = Support with reservations
scales-reservations-option = Support with reservations – I can live with it
scales-abstain-label = Abstain
scales-abstain-option = Abstain – I have no view on this
scales-more_discussion-label = More discussion needed
scales-more_discussion-option = More discussion needed – I am not ready to say
scales-dislike_will_support-label = Don't like but will support
scales-dislike_will_support-option = Don't like but will support – I don't like it but will support it
scales-serious_disagreement-label = Serious disagreement
scales-serious_disagreement-option = Serious disagreement – I am not on board
scales-veto-label = Veto
scales-veto-option = Veto – I block this
