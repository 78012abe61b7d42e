# What people see who change their own interpretation.

change_interpretation-choice = Change it
change_interpretation-title = Change what you wrote
change_interpretation-private-intro = Only you can see it. It stays private until you share it.
change_interpretation-shared-intro = The group can see it. The earlier words stay in the record as a version.
change_interpretation-thanks = Thank you. It is changed, and the group sees the new words.
