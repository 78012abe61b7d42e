# What people see who take their own interpretation back.

withdraw_interpretation-choice = Take it back
withdraw_interpretation-private-sure = It is erased at once, and nobody can bring it back. Nobody else has seen it.
withdraw_interpretation-shared-sure = Its words are erased at once, and nobody can bring them back. A marker with the day stays. Files that people have taken home stay as they are.
withdraw_interpretation-yes-choice = Yes, take it back
withdraw_interpretation-done = It is gone.
