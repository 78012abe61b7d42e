# What people see who write a note that stands under a statement.

write_minority_note-choice = Write a minority note
write_minority_note-title = Minority note
write_minority_note-intro = Your note stands directly under the statement, in the same size, here and in every file of the record. It is shown at once. Nobody else can change, shorten or hide it, and others can sign it. You can change it or take it back. When you change it, those who signed have to sign again. Please do not name anybody who is not here.
write_minority_note-body-field = What do you see differently?
write_minority_note-body-hint = You could say which part, who would be harmed or missed, and what would change your mind. About 300 words are usual.
write_minority_note-thanks = Thank you. Your note stands under the statement now.
write_minority_note-not-closed = A note can be written when the check-in has closed. Nothing was saved.
write_minority_note-shown = Minority note by { $author }:
    > { $body }
write_minority_note-withdrawn = Here stood a minority note. Its author took it back on { $day }.
