# What members see before everything they wrote is erased.

erase-sure = { $count ->
    [0] You have brought nothing to this dialogue that is still kept.
    [one] One thing that you brought to this dialogue will be erased.
   *[other] { $count } things that you brought to this dialogue will be erased.
} Your stances and your chosen name go as well. Markers with the day stay, without your name. This cannot be undone. Files, pictures of the screen and copies that others already have cannot be called back. What the chat platform keeps is not in our hands.
erase-choice = Erase all my words
erase-yes-choice = Yes, erase them
erase-done = All your words here are erased. Only markers with the day are left. You can join again whenever you like.
