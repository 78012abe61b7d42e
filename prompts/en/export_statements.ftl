# What stands about statements in the files people take home.

export_statements-heading = Statements
export_statements-text = Statement { $number }, edition { $edition } · { $author }
export_statements-note = Minority note · { $author }
export_statements-note-gone = Minority note
export_statements-signed = Signed by { $name }.
export_statements-check-in = Check-in
export_statements-rule = Who decides, and how
export_statements-open = Open until { $at }. Responses are kept back until it closes. Needed before the counts can be read: { $quorum } responses.
export_statements-closed = Closed { $at }. Needed before the counts can be read: { $quorum } responses.
export_statements-lapsed = It ended without a result before { $at }. Responses are not shown; { $quorum } would have been needed.
export_statements-count = { $label }: { $count }
export_statements-response = { $author }: { $label }
