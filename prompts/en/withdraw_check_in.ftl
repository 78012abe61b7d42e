# When a facilitator withdraws a check-in.

withdraw_check_in-choice = Withdraw the check-in
withdraw_check_in-title = Withdraw the check-in
withdraw_check_in-intro = It ends without a result. What people responded is never shown, also not to you. That it was opened, and why it was withdrawn, stays in the record.
withdraw_check_in-reason-field = Why?
withdraw_check_in-done = The check-in is withdrawn. The group sees why.
withdraw_check_in-told = { $by } withdrew the check-in on this statement. What was responded is not shown.
    > { $body }

    Why:
    > { $because }
