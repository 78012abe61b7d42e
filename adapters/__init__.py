"""
The outside: platforms, time, and everything else that is not the core.

How to add a platform: a folder named after it, with four files, best written in this order.

1. `listen.py` turns what the platform sends into an `Event` of `bot/speech/events.py`. Pure.
2. `render.py` holds the platform's pen (`bot/speech/phrasebook.py`) and draws replies and posts. Pure.
3. `messenger.py` delivers a post, edits it by its id, and turns refusals into `DeliveryFailed`.
4. `app.py` connects: it hands each event to the scribe and gives the answer back on the spot.

Then a stage for it in `tests/stages/`, so that every journey is played there too, and two lines in
`bot/__main__.py`. Read `terminal/` first: it is the smallest. A platform imports `bot`, never
`storage` and never another platform.
"""
