# What people see when a question closes.

close_round-closed = Question { NUMBER($number, useGrouping: 0) } is closed:
    > { $question }
    { $count ->
        [0] No answers came.
        [one] One answer came. It is kept in the record.
       *[other] { $count } answers came. They are kept in the record.
    } You can still answer. It is then marked “after the close”.
# The dialogue ends with it, so nothing can be added.
close_round-closed-for-good = Question { NUMBER($number, useGrouping: 0) } is closed with the dialogue:
    > { $question }
    { $count ->
        [0] No answers came.
        [one] One answer came. It is kept in the record.
       *[other] { $count } answers came. They are kept in the record.
    }
close_round-passed = { $count ->
    [one] One person passed.
   *[other] { $count } people passed.
}

close_round-record-choice = Read the record
close_round-apart-choice = What stays apart

## Was it dialogue? Each sign that is missing is named, with a question that a facilitator could ask next.

close_round-signs-collected = Views collected; we have not talked yet.
close_round-signs-begun = Dialogue begun.
close_round-signs-recorded = Dialogue recorded. People answered each other, a question was answered, and somebody saw something new.

close_round-missing-mutuality = We have no record of two people answering each other yet. A question that invites it is DLG-10: “Reply to one person. Say what you heard first. Then add or differ.”
close_round-missing-clarification = We have no record of a question that somebody else answered yet. A question that invites it is DLG-1: “Pick one aim that someone else wrote. Ask them a real question about it.”
close_round-missing-insight = We have no record of a view that changed or was added to yet. A question that invites it is DLG-7: “What did someone say that made you think again?”

## What the facilitator sees

close_round-done = Question { NUMBER($number, useGrouping: 0) } is closed. The group sees what came of it.
close_round-already = This question has closed already. Nothing was changed.
