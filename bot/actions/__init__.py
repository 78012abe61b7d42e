"""What is done: one file a verb, pure functions from facts and an event to effects."""
