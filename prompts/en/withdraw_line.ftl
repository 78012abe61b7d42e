# What people see who take back a line that they drafted.

withdraw_line-choice = Take the line back
withdraw_line-sure = The text of the line is erased at once, and nobody can bring it back. A marker with the day stays. The words it was written from stay as they are.
withdraw_line-yes-choice = Yes, take it back
withdraw_line-done = The line is taken back. A marker stands in its place.
