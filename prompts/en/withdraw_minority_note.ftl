# What people see who take their own minority note back.

withdraw_minority_note-choice = Take my note back
withdraw_minority_note-sure = The words of your note are erased at once, and nobody can bring them back. A marker with the day stays under the statement. Files that people have taken home stay as they are.
withdraw_minority_note-yes-choice = Yes, take it back
withdraw_minority_note-done = Your note is taken back. A marker stands in its place.
