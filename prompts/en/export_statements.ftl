# What stands about statements in the files people take home.

export_statements-heading = Statements
export_statements-text = Statement { $number }, edition { $edition } · { $author }
export_statements-note = Minority note · { $author }
export_statements-note-gone = Minority note
export_statements-signed = Signed by { $name }.
export_statements-by-two_person = Check-in: two people ask each other
export_statements-by-sense_check = Sense check
export_statements-by-fist_to_five = Check-in: fist to five
export_statements-by-gradients = Check-in: gradients of agreement
export_statements-by-consent = Check-in: consent
export_statements-by-consensus = Check-in: consensus
export_statements-by-rings_true = Check-in: does it ring true?
export_statements-by-firmness = Check-in: how firm is it?
export_statements-fallback = If it does not pass
export_statements-aside = Standing aside
export_statements-in-private = A reason was given in private.
export_statements-paper = Held on paper, { $at }. Only the counts are known.
export_statements-withdrawn = It was withdrawn before { $at }. Responses are not shown; { $quorum } would have been needed.
export_statements-rule = Who decides, and how
export_statements-open = Open until { $at }. Responses are kept back until it closes. Needed before the counts can be read: { $quorum } responses.
export_statements-closed = Closed { $at }. Needed before the counts can be read: { $quorum } responses.
export_statements-lapsed = It ended without a result before { $at }. Responses are not shown; { $quorum } would have been needed.
export_statements-count = { $label }: { $count }
export_statements-response = { $author }: { $label }
