# What people see who sign the minority note of somebody else.

sign_minority_note-choice = Sign this note with my name
sign_minority_note-back-choice = Take my signature back
sign_minority_note-signed = Signed by { $name }.
sign_minority_note-thanks = Thank you. Your name stands under the note now.
sign_minority_note-taken-back = Your name does not stand under the note any more.
sign_minority_note-own = This is your own note; your name or the name you chose stands on it already. Nothing was saved.
