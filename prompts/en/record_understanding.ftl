# Recording what the group understands.

record_understanding-choice = Record what we understand
record_understanding-title = What we understand
record_understanding-intro = An understanding is recorded only when it has come back to the group: people have answered each other, and a line of the notes says it. It holds on this day; it can change.
record_understanding-scope-field = What is it about?
record_understanding-specific-option = One thing
record_understanding-broad-option = The whole
record_understanding-turns-field = Answers through which it came back
record_understanding-turns-hint = The numbers of contributions in which somebody answers somebody else, such as 7, 12.
record_understanding-rests_on-field = Interpretations it rests on
record_understanding-rests_on-hint = Such as I1, I2. You can leave this out.
record_understanding-no-scope = Please choose what it is about. Nothing was saved.
record_understanding-no-turns = { $reference } is no answer of one person to another that the group can see. Nothing was saved.
record_understanding-no-rests_on = { $reference } is no interpretation that was shared. Nothing was saved.
record_understanding-no-return = An understanding cannot be recorded before it has come back to the group. Nothing was saved.
record_understanding-not-shared = What was marked does not read as shared, so no understanding can be recorded from it. It can go back to talk. Nothing was saved.
record_understanding-already = It is recorded already. Nothing was changed.
record_understanding-thanks = It is recorded as understanding { NUMBER($number, useGrouping: 0) }.
record_understanding-shown = Understanding { NUMBER($number, useGrouping: 0) } · { $scope } · { $firmness } · marked as the same by { $shared }
    > { $body }
record_understanding-came-back = It came back to the group through { $number }.
record_understanding-rests-on = It rests on { $number }.
