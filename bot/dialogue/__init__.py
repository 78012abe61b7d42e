"""What is known: the facts and rules of a dialogue, without any way in or out."""
