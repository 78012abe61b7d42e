# One contribution with its trail.

show_entry-question = It was brought to question { $number }.
    > { $question }

## Its versions

show_entry-edited = Its author changed it { $count ->
    [one] once
    [2] twice
   *[other] { $count } times
}. The words above are the latest.
show_entry-versions-choice = Show earlier versions
show_entry-version = Version { $number }
    > { $body }

## What it answers

show_entry-answered-gone = What it replied to is gone.
show_entry-answers-question = It asks about { $number }, by { $author }.
    > { $body }
show_entry-answers-answer = It answers { $number }, by { $author }.
    > { $body }
show_entry-answers-build = It builds on { $number }, by { $author }.
    > { $body }
show_entry-answers-differ = It sees { $number } differently, by { $author }.
    > { $body }
show_entry-answers-thanks = It thanks for { $number }, by { $author }.
    > { $body }

## What answers it

show_entry-answered-by-question = { $number }, by { $author }, asks about it.
    > { $body }
show_entry-answered-by-answer = { $number }, by { $author }, answers it.
    > { $body }
show_entry-answered-by-build = { $number }, by { $author }, builds on it.
    > { $body }
show_entry-answered-by-differ = { $number }, by { $author }, sees it differently.
    > { $body }
show_entry-answered-by-thanks = { $number }, by { $author }, thanks for it.
    > { $body }

## What it stands apart from

show_entry-apart-open = On { $day } it was marked as differing from this. Both are kept.
show_entry-apart-explored = On { $day } it was marked as differing from this. Both are kept; not every author agrees to differ yet.
show_entry-apart-agreed_to_differ = On { $day } it was marked as differing from this. Both are kept, and their authors agree to differ.

## What was noted from it

show_entry-noted = Line N{ NUMBER($number, useGrouping: 0) } of the notes cites it.
    > { $body }
    { $state }

## What a facilitator can do

show_entry-hide-choice = Hide these words
