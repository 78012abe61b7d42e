# When a facilitator asks whoever objects.

ask_objector-choice = Ask whether it is a preference
ask_objector-may = { $author } objects. You can ask once whether it is a preference or harm. What it is stays for them to say.
ask_objector-told = { $by } asks about your objection: is it something you would rather have, or do you see harm? You can say that it is met, withdraw it, or let it stand.
ask_objector-done = It was asked, and the ledger says so. Nothing about the objection has changed.
ask_objector-not-again = This was asked before, or the objection is dealt with. Nothing was changed.
