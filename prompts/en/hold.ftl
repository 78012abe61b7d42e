# What people see when a facilitator hides words for safety.

hold-title = Hide words for safety
hold-intro = You can hide #{ NUMBER($number, useGrouping: 0) }. Nobody changes or deletes it. The author is told the reason and can ask for it to be looked at again. The reason stands in the list of what facilitators did, for all members to read.
hold-reason-field = The reason
hold-open-data-field = In open data
hold-open-data-option = Leave it in open data, with the mark of hidden words
hold-done = #{ NUMBER($number, useGrouping: 0) } is hidden. A marker with the day stands in its place. The author is told the reason.
hold-show-choice = Show it again
hold-shown = #{ NUMBER($number, useGrouping: 0) } can be read again. The author is told.
hold-nothing-hidden = This is not hidden. Nothing was changed.

## What the author is told

hold-told = A facilitator has hidden your words { $number }. You can still read them. If you see it differently, you can appeal. The reason given:
    > { $reason }
hold-told-shown = Your words { $number } were hidden. They can be read by the group again.
