# What facilitators see when they plan a question that returns.

plan-title = When shall it come?
plan-choice = Plan it
plan-intro = The question is put by itself. Times for the place are read in { $zone }; members get it at their own time of day.
plan-when-field = When
plan-when-hint = Thursdays 18:00 · every 2 weeks on Monday · first Monday at 9:00 · add: until 2027-05-03, or: 6 times
plan-audience-field = For whom
plan-place-option = In this channel, for all at once
plan-members-option = To each member, at their own time of day
plan-place-short = in the channel
plan-members-short = to each member
plan-open_days-field = Open for how many days
plan-no-days = “{ $typed }” is no number of days. Please write a number from 1 to { $most }.
plan-preview-place = This question will be put in the channel { $rhythm }, and stays open for { $days ->
    [one] one day
   *[other] { $days } days
}. Nothing counts before you say yes.
    > { $question }
plan-preview-members = This question will come to each member { $rhythm }, and stays open for { $days ->
    [one] one day
   *[other] { $days } days
}. Nothing counts before you say yes.
    > { $question }
plan-time = { $zone }: first on { $local }
