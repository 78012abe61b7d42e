# When the bot says no. Each one says what was wrong, what is possible, and that nothing was saved.

## Something is not there

refusals-not-found = There is no such thing here, or it is gone. Nothing was saved.
refusals-button = This button is no longer valid.
refusals-no-prompt = There is no question { $id } in the library. Nothing was saved.
refusals-no-dialogue = There is no open dialogue here. Whoever may manage the channel can type /dialogue start.

# { $number } is the number of a contribution, 0 while it has none.
refusals-words-gone = { $number ->
    [0] These words have been taken back, erased or hidden. Nothing was saved.
   *[other] The words of #{ NUMBER($number, useGrouping: 0) } have been taken back, erased or hidden. Nothing was saved.
}
refusals-no-open-round = No question is open here now. Nothing was saved. /dialogue mine shows what waits for you.
refusals-which-round = More than one question is open. Which one is this for? Nothing was saved yet.
# A button for each open question: its number and its first words.
refusals-round-choice = { NUMBER($number, useGrouping: 0) }: { $question }
refusals-round-closed = This question is closed. Nothing was saved.
refusals-round-not-open-yet = This question is not open yet. Nothing was saved.

## A time cannot be read

refusals-no-time = I do not understand “{ $typed }” as a time. Write it as “in 3 days”, “Thursday 18:00” or “2026-05-03 18:00”. Nothing was saved.
refusals-time-of-day = “{ $typed }” holds no time of day. Write it as 18:00. Nothing was saved.
refusals-no-such-day = There is no such day: “{ $typed }”. Nothing was saved.
refusals-time-past = “{ $typed }” is past already. Please choose a later time. Nothing was saved.
refusals-time-past-now = The closing time has passed while you looked. Please change it. Nothing was posted.
refusals-time-far = “{ $typed }” is more than ten years away. Please choose an earlier time. Nothing was saved.
refusals-zone-unknown = I do not know the time zone “{ $typed }”. Did you mean { $near }? Nothing was saved.
refusals-zone-offset = “{ $typed }” does not say when clocks change. Please choose a place, such as America/New_York. Nothing was saved.

refusals-no-rhythm = I do not understand “{ $typed }”. Write it as “Thursdays 18:00”, “every 2 weeks on Monday” or “first Monday at 9:00”. Nothing was saved.
refusals-rhythm-words = Please write weekdays as words, for example: Mondays at 18:00. I do not understand “{ $typed }”. Nothing was saved.
refusals-rhythm-zero = Every 0 days is not possible; the least is every day. Nothing was saved.
refusals-rhythm-often = That is more than 3 posts a day for each member. The least is every day. Nothing was saved.
refusals-rhythm-which-day = Please say on which day: “{ $typed }” does not. Write it as “every 2 weeks on Monday”. Nothing was saved.
refusals-rhythm-end = The end, { $end }, is before the start, { $start }. Nothing was saved.
refusals-rhythm-times = Please write a number of times from 1 to { $most }, or leave it out. Nothing was saved.

## A text cannot be kept

refusals-text-empty = There was no text to save. Nothing was saved.
refusals-text-broken = Your text contains a broken character at position { $position }. Nothing was saved. Please take it out and send again.
refusals-text-long = Your text has { $length } characters; the most I can save is { $most }. Nothing was saved. Please send it in parts.

## Something that was cited cannot be found

refusals-reference = I do not understand “{ $typed }”. Write numbers, such as 3, 7, 12. Nothing was saved.
refusals-no-reference = Please say which words it is about, such as 3, 7, 12. Nothing was saved.
refusals-references-many = At most { $most } can be cited at once. Nothing was saved.

## Somebody may not do this

refusals-facilitators-only = Only facilitators of this dialogue can do that.
refusals-managers-only = Only people who may manage this channel can start a dialogue in it. Nothing was saved.
refusals-observers-read = As an observer you can read, but not add anything. Nothing was saved.
refusals-only-author = Only the person who wrote it can do that. Nothing was saved.
refusals-too-fast = That was much in a short while: the most is { $most } in a minute. Nothing was saved. Please wait a little and send it again.
refusals-too-many-today = You have sent { $most } texts today, which is the most. Nothing was saved. Please send it tomorrow.
refusals-not-joined = You have not agreed to take part yet, so nothing was saved. /dialogue join shows what is kept and asks you.
refusals-left = You have left this dialogue, so nothing was saved. /dialogue join brings you back.
refusals-consent-again = The text you agreed to has changed, so nothing was saved. /dialogue join shows the new one and asks you again. Until then you can read.
refusals-dialogue-not-open-yet = This dialogue has not opened yet. Nothing was saved.
refusals-dialogue-ended = This dialogue has ended; nothing more can be added. You can still read its record.
