"""
The memory of Counterpoint, behind `bot.ports`: synchronous, one writer, one workspace at a time.

`database` opens it, `tables` are its shape, `rows` copies between rows and facts, `sql` is the work
of one transaction, `keeping` writes what follows from an event, `queries` are the questions that are
more than get-by-id, `ledger` appends and verifies, `outbox` and `agenda` serve courier and clock.
"""
