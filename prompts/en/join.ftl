# What people see before they say yes or no. The long text is consent.md.

join-title = Take part
join-choice = Join

# The first page: what the dialogue is for. Its facts and the notice stand below.
join-about = Before you take part in **{ $title }**, please read this. Nothing about you is kept until you say yes.
    > { $purpose }
join-yes-choice = Go on
join-no-choice = No, thank you

join-declined = All right. Nothing about you was kept. You can join later if you like.
join-already = You take part already. You can change what you said yes to.
join-change-choice = Change what I said yes to

join-form-intro = You say yes to version { $version } of the text you have read. The ticks below are up to you. Without any of them you still take part.
join-uses-field = My words may also be used like this
join-notes-option = My words may stand in the group’s notes
join-report-option = My words may be quoted in a report
join-open_data-option = My words and stances may be part of open data
join-chosen-name-hint = If you do not want to use your own name. You choose for each answer.
join-agree-choice = I agree (version { $version })

join-thanks = Thank you. You take part now. Your yes is kept, with the version of the text and your ticks. You can change it at any time, and take back or erase your words.
