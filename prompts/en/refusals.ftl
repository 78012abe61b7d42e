# When the bot says no. Each one says what was wrong, what is possible, and that nothing was saved.

## Something is not there

refusals-not-found = There is no such thing here, or it is gone. Nothing was saved.
refusals-button = This button is no longer valid.
refusals-no-prompt = There is no question { $id } in the library. Nothing was saved.
refusals-no-dialogue = There is no open dialogue here. Whoever may manage the channel can type /dialogue start.

## A text cannot be kept

refusals-text-empty = There was no text to save. Nothing was saved.
refusals-text-broken = Your text contains a broken character at position { $position }. Nothing was saved. Please take it out and send again.
refusals-text-long = Your text has { $length } characters; the most I can save is { $most }. Nothing was saved. Please send it in parts.

## Somebody may not do this

refusals-facilitators-only = Only facilitators of this dialogue can do that.
refusals-not-joined = You have not agreed to take part yet, so nothing was saved. /dialogue join shows what is kept and asks you.
refusals-left = You have left this dialogue, so nothing was saved. /dialogue join brings you back.
refusals-consent-again = The text you agreed to has changed, so nothing was saved. /dialogue join shows the new one and asks you again. Until then you can read.
refusals-dialogue-ended = This dialogue has ended; nothing more can be added. You can still read its record.
