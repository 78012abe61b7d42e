"""What holds for every test."""

from hypothesis import settings

# Times are printed, never asserted (`docs/decisions.md`): a busy machine must not make a test fail.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
