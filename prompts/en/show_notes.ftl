# The notes: lines that people drafted from what was said.

show_notes-choice = Read the notes
show_notes-none = There are no notes yet. Somebody drafts them from what was said. The bot writes none.
show_notes-all = Confirmed: { $confirmed }. Still open: { $open }.
show_notes-editions = Line N{ NUMBER($number, useGrouping: 0) } in all its editions.
show_notes-line = N{ NUMBER($number, useGrouping: 0) } · { $kind } · edition { NUMBER($edition, useGrouping: 0) }, drafted by { $author }
    > { $body }
    { $state }
show_notes-origin = It comes from:
    > { $origin }

## The words it is written from

show_notes-source = Written from { $number } by { $author }{ $answer }
show_notes-source-unnamed = Written from { $number }{ $answer }
show_notes-source-gone = { $number } is not cited any more: its author took it back, or does not want it in the notes.
show_notes-wording = The author of { $number } would say:
    > { $body }

## Where a line stands

show_notes-state-unconfirmed = { $asked ->
    [0] Draft. It cites nobody's words here, so nobody can confirm it.
   *[other] Draft. Checked by its authors: { $checked } of { $asked }.
}
show_notes-state-to_fix = Draft, to be fixed: an author would say it otherwise. Checked by its authors: { $checked } of { $asked }.
show_notes-state-needs_recheck = Draft, to be looked at again: words it was written from are no longer in it. It has to be written anew, and its authors are asked again.
show_notes-state-confirmed = Confirmed. Checked by its authors: { $checked } of { $asked }.
show_notes-state-withdrawn = Withdrawn.
