# What a member sees who wants to be asked again later.

snooze-choice = Ask me tomorrow
snooze-done = You will be asked again on { $due }.
snooze-closes-before = This question closes on { $closes }, before tomorrow morning. Nothing was changed.
