# The end of a dialogue, and opening it again.

close_dialogue-title = End this dialogue
close_dialogue-intro = All open questions and check-ins close, and what was kept back until then is shown. After that nothing can be added. Everybody can still read the record, take words back, and get or erase what is kept about them.
close_dialogue-reason-field = Why does it end? Members can read it
close_dialogue-done = The dialogue has ended. Its record stays readable.
close_dialogue-ended = { $by } ended the dialogue **{ $title }**. Nothing can be added now. The record stays readable; the reason is in the ledger.
close_dialogue-already = This dialogue has ended. If that was a mistake, you can open it again.
close_dialogue-reopen-choice = Open it again
close_dialogue-reopened = The dialogue is open again. Its questions stay closed; you can ask new ones.
close_dialogue-open-again = { $by } opened the dialogue **{ $title }** again. Its questions stay closed; new ones can be asked.
close_dialogue-not-ended = This dialogue has not ended, so it cannot be opened again. Nothing was changed.
close_dialogue-place-taken = Another dialogue is open in this place, and there is room for one. Nothing was changed.
