# What people see who mark the line of the group.

mark-choice = Mark the line
mark-title = Do you understand it so?
mark-asked = Check { NUMBER($number, useGrouping: 0) }, the line of the group. Do you understand it the same?
    > { $body }
    It can be marked until { $closes }.
mark-line = The line:
    > { $body }
mark-sealed = Nobody sees how others mark it, nor how many have, until it closes. This holds for facilitators too.
mark-key-field = Compared with what you understand
mark-same-option = The same
mark-partly-option = Partly
mark-different-option = Different
mark-not_sure-option = Not sure
mark-no-key = Please choose how it compares. Nothing was saved.
mark-differs-field = What differs? You can leave this out.
mark-firmness-field = How firm is it?
mark-just_for_now-option = Just for now
mark-fairly_firm-option = Fairly firm
mark-firm-option = Firm
mark-no-firmness = Please choose how firm it is. Nothing was saved.
mark-kept = Thank you. Only you can see it until { $closes }. Until then you can change it.
mark-differs = { $label } · { $author } sees it like this:
    > { $body }
mark-differs-unnamed = { $label } · A member sees it like this:
    > { $body }
mark-gone = What stood here was erased by its author on { $day }.
