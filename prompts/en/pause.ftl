# What a member sees who wants to hear less for a while.

pause-choice = Pause
pause-week-choice = Pause for a week
pause-month-choice = Pause for a month
pause-stop-choice = Send me nothing
pause-again-choice = Write to me again
pause-over = Messages come to you as you chose. You can pause them here.
pause-until = Nothing is sent to you until { $until }. What needs you waits in your list, and you can take part at any time.
pause-stopped = Nothing is sent to you any more. What needs you waits in your list, and you can take part at any time.
pause-typed = You can also type /dialogue pause and a day, such as 2026-05-03.
