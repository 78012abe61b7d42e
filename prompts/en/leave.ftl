# What somebody reads who wants to leave. To leave is as easy as to join.

leave-choice = Leave
leave-how = There are four ways. Nobody is told why, and nobody is told that you asked.
leave-pause = Pause: no reminders for a while. Nothing leaves with you, and all your words stay.
leave-keep = Leave, keep my words: nothing more is collected from you. Your words stay as they are shown. What you wrote under a chosen name or without a name no longer leads to your account, so it cannot be changed or erased later.
leave-unname = Leave, take my name off: the same, and what you wrote under your name is shown without a name from now on. Then nothing here leads to your account any more, so it cannot be changed or erased later. Files that others already have cannot be called back.
leave-erase = Leave, erase my words: your words are removed everywhere this bot holds them. Markers with the day stay, without your name. Files, pictures of the screen and copies that others already have cannot be called back. What the chat platform keeps is not in our hands.
leave-keep-choice = Leave, keep my words
leave-unname-choice = Leave, take my name off
leave-erase-choice = Leave, erase my words
leave-sure = This cannot be undone. You can join again later, as somebody new to the words you leave behind.
leave-keep-yes-choice = Yes, leave and keep my words
leave-unname-yes-choice = Yes, leave and take my name off
leave-erase-yes-choice = Yes, leave and erase my words
leave-keep-done = You have left. Your words stay as they are shown. Thank you for having been here. The door stays open.
leave-unname-done = You have left, and your name is off your words. Thank you for having been here. The door stays open.
leave-erase-done = You have left, and your words are erased. Only markers with the day are left. The door stays open.
