"""What is heard and said, the same on every platform."""
