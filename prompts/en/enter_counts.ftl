# What facilitators see who enter the counts of a check-in that was held on paper.

enter_counts-when = You asked on paper, on the eight gradients with the early labels: enter the counts. Only the counts are kept, and nothing is read into them.
enter_counts-choice = Enter counts from paper
enter_counts-title = Counts from paper
enter_counts-intro = Write the number behind each label as it is printed on the paper. A label without a number was chosen by nobody. The early labels mean something else than the later ones, so the counts stand as they are and the bot reads nothing into them.
enter_counts-when-field = On which day was it held?
enter_counts-when-hint = For example 2026-05-03
enter_counts-asked-field = How many people were asked?
enter_counts-counts-field = How many chose each label?
enter_counts-reason-field = How was it held?
enter_counts-done = The counts are kept and stand under the statement, marked as counts from paper.
enter_counts-no-day = Please write the day as year, month and day, such as 2026-05-03. It cannot be a day to come.
enter_counts-no-number = Please write how many people were asked, as a number.
enter_counts-more-than-asked = The counts come to more than were asked. Please look at them again.
enter_counts-unclear-line = This line cannot be read: { $line }
    Please write the label as it stands on the paper, a colon and a number, each label once.
enter_counts-no-counts = Please write at least one number.
