# What people see who say what they take from what was said or noted.

interpret-choice = What do you take from this?
interpret-begin-choice = What do you take from it?
interpret-rival-choice = Read it another way
interpret-several-choice = Choose several

interpret-what = What do you take from this? Choose what you read, or several things at once. What you write is private first: only you see it, until you share it.
interpret-nothing = There is nothing to read yet. It can begin when something was said, or noted.
interpret-entry = { $number }. { $author } wrote:
    > { $body }

interpret-several-title = What do you read?
interpret-several-intro = Name what you read, at most eight things.
interpret-sources-field = Numbers
interpret-sources-hint = Contributions by their numbers and lines of the notes with an N, such as 3, 7, N2.
interpret-chosen = You read { $references }.
interpret-no-such-thing = { $reference } is not here, was taken back, or is not shown to you yet. Nothing was saved.

interpret-title = What you take from it
interpret-private-first = What you write is private: only you see it, until you share it. The bot interprets nothing.
interpret-read = You read { $name }:
    > { $body }
interpret-beside = { $reference } reads the same. Yours stands beside it; neither replaces the other.
interpret-notice-field = What do you notice?
interpret-feel-field = What do you feel? You can leave this out.
interpret-means-field = What do you think it means?
interpret-asks-field = What might it ask of us?
interpret-sureness-field = How sure are you?
interpret-guess-option = It is a guess
interpret-fairly-option = Fairly sure
interpret-sure-option = Sure
interpret-no-sureness = Please choose how sure you are. Nothing was saved.

interpret-kept = Thank you. It is kept, and only you can see it.

## While it is private

interpret-private = Your interpretation. Only you can see it.
interpret-private-words = What you notice:
    > { $notice }
    What you think it means:
    > { $means }
    What it might ask of us:
    > { $asks }
interpret-private-feel = What you feel:
    > { $feel }

## Once it is shared

interpret-shared = { $number }. { $author } takes this from it.
interpret-notice-said = Notices:
    > { $body }
interpret-feel-said = Feels:
    > { $body }
interpret-means-said = Thinks that it means:
    > { $body }
interpret-asks-said = It might ask of us:
    > { $body }
interpret-sure-guess = It is a guess.
interpret-sure-fairly = The author is fairly sure of it.
interpret-sure-sure = The author is sure of it.
interpret-reads = It reads { $references }.
interpret-rival-of = It was written beside { $reference }, as another way to read the same. Both are kept.
interpret-edited = { $count ->
    [one] Its author changed it once.
   *[other] Its author changed it { $count } times.
}
interpret-gone = Its author took it back on { $day }.
