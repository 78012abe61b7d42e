"""
The core of Counterpoint: what is known and what is done, without a platform, a database or a clock.

`speech` is what is heard and said, `dialogue` the facts and rules, `actions` what can be done,
`acts` the one table of who may do it, `doorkeeper` the check, `engine` the way through,
`exports` the record as files, `wording` finds words at the last moment, `ports` is what storage
promises. Arrows point down only; `docs/architecture.md` draws them.
"""
