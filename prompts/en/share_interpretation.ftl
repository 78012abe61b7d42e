# What people see who share their interpretation.

share_interpretation-choice = Share it
share_interpretation-title = Share it with the group
share_interpretation-intro = The group sees it at once, under the name you choose here, and it enters the record. You can still change it or take it back. Other readings of the same stand beside it; nothing is merged.
share_interpretation-thanks = Thank you. It is shared as I{ NUMBER($number, useGrouping: 0) }.
share_interpretation-already = It is shared already. Nothing was changed.
share_interpretation-not-yet = It rests on words that are not shown to everybody yet, or not any more. Nothing was saved. You can share it when the question they answer has closed.
