# What stands in the files people take home: the record as a page to read.

## What the record is about

export-purpose = What it is for
export-decides = Who decides
export-constraint-fixed = Fixed
export-constraint-open = Open
export-constraint-unsure = Not yet sure
export-run-by = Who runs it
export-keeping = How long words are kept
export-opened = Opened
export-closes = Closes
export-closed = Closed
export-made = This file was made
export-zone = Times are those of
export-people = People
export-people-count = { $count ->
    [0] Nobody takes part now.
    [one] One person takes part.
   *[other] { $count } people take part.
}
export-levels = How words are shown
export-levels-count = With a name: { $named }. With a chosen name: { $chosen }. Without a name: { $unnamed }.
export-proof = Proof
export-proof-help = This is the head of the ledger when the file was made. Compare it later to see that nothing before it was changed.

## What a reader should know

export-note-example = This is an example. The people in it are made up.
export-note-report = This file is for reports. It holds only words whose authors said yes to that.
export-note-open_data = This file is open data. It holds only words whose authors said yes to that.
export-note-left-out = { $count ->
    [one] One contribution is left out, because its author did not say yes to this use.
   *[other] { $count } contributions are left out, because their authors did not say yes to this use.
}
export-note-sealed = { $count ->
    [one] The answers of one round are still kept back.
   *[other] The answers of { $count } rounds are still kept back.
}
export-note-two = Two people take part. So nobody can be without a name, there is no majority, and nothing is said of groups among them.
export-note-unnamed = Where it says "A member", the author chose to show no name.
export-note-people = Please do not try to find out who wrote what.
export-note-signs = The sign ␣ stands where a character was that nobody can see, or that would turn other words round.

## Each round

export-rounds = Questions and answers
export-facts = About this dialogue
export-overview = The questions at a glance
export-contents = Contents
export-skip = Go to the record
export-number = Number
export-round = Question { $number }
export-question = The question
export-about = About
export-answers = Answers
export-answers-count = { $count ->
    [0] None
   *[other] { $count }
}
export-passes = Passed
export-passes-count = { $count ->
    [one] One person passed.
   *[other] { $count } people passed.
}
export-unclear = The question was unclear
export-unclear-count = { $count ->
    [one] One person said: "I do not understand this question."
   *[other] { $count } people said: "I do not understand this question."
}
export-round-sealed = Answers in this round are kept back for now.
export-round-empty = There are no answers here.
export-mechanism-intentions = Why we are here
export-mechanism-assets = What we bring
export-mechanism-dialogue = Talk
export-mechanism-documentation = Notes
export-mechanism-interpretation = Making sense
export-mechanism-understanding = Checking we understand
export-theme-why = aims and needs
export-theme-who = people
export-theme-how = ways of working
export-theme-what = ideas
export-theme-refine = testing and choosing
export-theme-result = what came of it
export-theme-reflect = looking back
export-reveal = When answers were shown
export-reveal-open = At once
export-reveal-answer_first = To each person after their own answer
export-reveal-at_close = When the round closed

## Was it dialogue?

export-signs-collected = Views collected; we have not talked yet.
export-signs-begun = Dialogue begun.
export-signs-recorded = Dialogue recorded.
export-missing-mutuality = We have no record of two people answering each other yet.
export-missing-clarification = We have no record of a question that somebody else answered yet.
export-missing-insight = We have no record of a view that changed or was added to yet.

## One contribution

export-a-member = A member
export-facilitator = facilitator
export-late = after the close
export-new-to-me = this was new to its author
export-edited = edited { $count ->
    [one] once
    [2] twice
   *[other] { $count } times
}
export-version = Version { $number }
export-stances = See it the same: { $same }. See it differently: { $differently }. Not sure: { $unsure }.
export-withdrawn = A contribution was withdrawn by its author on { $day }.
export-held = A contribution was hidden by a facilitator on { $day }.
export-turn-question = Asks about { $number }
export-turn-answer = Answers { $number }
export-turn-build = Builds on { $number }
export-turn-differ = Sees { $number } differently
export-turn-thanks = Thanks for { $number }
export-turn-gone = what it replied to is gone
export-turn-elsewhere = What it replied to is not in this file

## What stays apart

export-apart = What stays apart
export-apart-none = No views were marked as differing.
export-apart-open = { $count ->
    [0] Views that were taken back
    [one] One view; what it differed from is gone
    [2] Two views, both kept
   *[other] { $count } views, all kept
}
export-apart-explored = { $count ->
    [0] Views that were taken back
    [one] One view; what it differed from is gone
    [2] Two views, talked about, both kept
   *[other] { $count } views, talked about, all kept
}
export-apart-agreed_to_differ = { $count ->
    [0] Views that were taken back
    [one] One view; what it differed from is gone
    [2] Two views; their authors agree to differ
   *[other] { $count } views; their authors agree to differ
}
export-apart-marked = Marked on { $day }

## Every file ends with this

export-made-by = Made with Counterpoint, where independent voices are each kept whole.

## Choosing a file in the chat

export-choice = Export the record
export-file-which = Which file of **{ $title }** would you like? Each opens without the bot and holds what everybody in the dialogue may see. That you took it is written in the ledger.
export-file-here = Here is the record. Please handle it with the care that people were promised.
export-file-markdown = Plain text with a few marks, for reading, writing on and printing from other programs.
export-file-markdown-choice = Markdown
export-file-html = One page that opens in any browser, also without a network. It prints well and works with screen readers.
export-file-html-choice = HTML
export-file-csv = A table with one line for each contribution, for spreadsheets.
export-file-csv-choice = CSV
export-file-json = Everything exactly, for programs. Its format is published.
export-file-json-choice = JSON
export-file-polis = The open-data layout of Polis, for tools that read it. It holds only what people said yes to for open data.
export-file-polis-choice = Polis
