# What is said in more than one place.

general-send = Send

# { $reference } is a short code. Whoever runs the server finds the cause with it.
general-sorry = Something went wrong on our side. Nothing was kept. Please try again. If it happens again, tell whoever runs this: { $reference }

# Said while the memory cannot be reached or written: a full disk, a database that was stopped.
general-cannot-keep = I cannot save anything right now, so nothing was kept. Please keep your text, and send it again in a few minutes.

# Stands above the text of somebody whose words could not be kept.
general-own-text =
    Nothing was saved. Here is your text, so that you can copy it:
    > { $text }

## In place of somebody's words or name

# { $day } is a date such as 2026-05-03.
general-withdrawn = This was withdrawn by its author on { $day }.
general-hidden = This was hidden by a facilitator on { $day }. The reason stands in the ledger.
general-looked-at-again = This is not shown while it is looked at again: words it was written from are gone.
general-gone = This is no longer here.
general-not-shown-yet = what is not shown yet
general-a-member = A member
general-a-facilitator = { $name } (facilitator)
# Stands where something could be said and is not.
general-nothing = { "" }

## Languages, each in its own words

general-language-en-option = English

## Days

general-monday = Monday
general-tuesday = Tuesday
general-wednesday = Wednesday
general-thursday = Thursday
general-friday = Friday
general-saturday = Saturday
general-sunday = Sunday
general-first = first
general-second = second
general-third = third
general-fourth = fourth
general-last = last
