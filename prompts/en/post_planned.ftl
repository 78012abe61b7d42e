# What members see when a question comes that was planned.

post_planned-fewer = You get this because you asked for direct messages. You can be reminded later, or get fewer of these.
post_planned-told = A question is open for you:
    > { $question }
post_planned-expired = A question could not be sent to you in time:
    > { $question }
post_planned-late = This comes late. It was meant for { $due }.
post_planned-needs = Something new waits for some of you. Only you see what waits for you.
post_planned-needs-choice = What needs me
post_planned-missed = The question planned for { $day } was not asked: it was too late when it could be sent. The next one stands.
    > { $question }
