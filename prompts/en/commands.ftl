# What Discord shows beside each command while somebody types. At most 100 characters each.
# A name is one word in lower case, without spaces; English keeps the words that are typed everywhere.

commands-dialogue-name = dialogue
commands-dialogue = Think together, each in your own time
commands-more-name = more
commands-more = More of what can be done
commands-keep-name = Keep this in the record

## Commands

commands-join-name = join
commands-join = Read what is kept about you, and say yes or no
commands-mine-name = mine
commands-mine = See what still needs you, and what you said
commands-say-name = say
commands-say = Answer an open question; you see a form before anything is kept
commands-record-name = record
commands-record = Read what was said here
commands-entry-name = entry
commands-entry = See one contribution, and respond to it
commands-propose-name = propose
commands-propose = Write a statement for the group to consider
commands-statements-name = statements
commands-statements = See the statements, and what people responded
commands-notes-name = notes
commands-notes = See the notes, line by line, with who has checked them
commands-me-name = me
commands-me = Choose your name here, your language, time zone and quiet hours
commands-mydata-name = mydata
commands-mydata = Get everything that is kept about you, or erase it
commands-ledger-name = ledger
commands-ledger = See what facilitators did here
commands-appeal-name = appeal
commands-appeal = Ask the facilitators to look again at what was done
commands-support-name = support
commands-support = See whom to turn to; only you see it
commands-help-name = help
commands-help = See how this works
commands-start-name = start
commands-start = Begin a dialogue in this channel
commands-ask-name = ask
commands-ask = Put a question to the group
commands-check-name = check
commands-check = Ask the group how far it goes along with a statement
commands-return-name = return
commands-return = Go back to an earlier part, with a reason
commands-close-name = close
commands-close = Close a question or the whole dialogue
commands-export-name = export
commands-export = Take the record home as a file
commands-facilitators-name = facilitators
commands-facilitators = See or change who facilitates

## What may stand behind them

commands-option-what-name = what
commands-option-what = What you want
commands-option-number-name = number
commands-option-number = The number of it
commands-option-as-name = as
commands-option-as = How you are shown, or which part somebody has
commands-option-in-name = in
commands-option-in = The number of the question
commands-option-words-name = words
commands-option-words = Your words
commands-option-other-name = other
commands-option-other = The number of the other contribution
commands-option-about-name = about
commands-option-about = The number of the contribution
commands-option-statement-name = statement
commands-option-statement = The number of the statement
commands-option-title-name = title
commands-option-title = What it is called
commands-option-prompt-name = prompt
commands-option-prompt = The id of a question in the library
commands-option-name-name = name
commands-option-name = Whom you mean
commands-option-line-name = line
commands-option-line = The number of the line
