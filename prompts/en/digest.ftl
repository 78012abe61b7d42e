# The weekly digest, in at most 150 words.

digest-name = The weekly digest
digest-week = This week in “{ $title }”:
digest-open = Question { NUMBER($number, useGrouping: 0) } is open until { $closes }: { $question }
digest-closed = Question { NUMBER($number, useGrouping: 0) } has closed; all of it stands in the record: { $question }
digest-long-question = the record shows it in full.
digest-told = The week in short: the record shows what was said.
