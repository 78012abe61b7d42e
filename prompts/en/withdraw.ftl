# What members see when they take their own words back.

withdraw-done = Your words are taken back. The group sees only that something was withdrawn, and on which day. Nobody in the group can read your words now. Until { $until } you can bring them back; then they are erased. Files and copies that others already have cannot be called back.
# Words that a facilitator has hidden.
withdraw-hidden = A facilitator has hidden these words, so the group cannot read them. You can erase them now. You can also appeal.
withdraw-back-choice = Bring them back
withdraw-erase-choice = Erase them now
withdraw-brought-back = Your words are back where they were.
withdraw-erased = Your words are erased. Only a marker with the day is left. Files and copies that others already have cannot be called back.
withdraw-nothing-to-bring-back = There is nothing to bring back. Nothing was changed.
withdraw-mirrored = A message of yours was deleted, so the words in it were taken back here as well. For seven days you can bring them back with /dialogue back and their number.
