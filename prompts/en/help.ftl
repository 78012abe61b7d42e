# How to use the bot, what can be typed, and whom to turn to.

help-choice = How this works
help-how = This is a place to think together, each in your own time.
    - A question is asked here. You answer with the button under it, or pass; you need not say why.
    - Before you send, the form says who will see your words and under which name.
    - You can ask about what others wrote, build on it, or see it differently. Views that differ are kept side by side, each whole.
    - You can take your words back at any time, and change them while the dialogue is open.
    - What you write elsewhere is not read. Only what you bring here is kept.
help-support = This bot is not watched all the time. If you need somebody, these are the people to turn to:
    > { $support }
help-no-dialogue = No dialogue is held here, so there are no contacts to show. This bot is not watched all the time.

## What can be typed

help-commands = You can use the buttons, or type /dialogue and one of these words.
help-commands-facilitators = As a facilitator you can also type these.
help-command-join = - **join**: read what is kept about you, and say yes or no.
help-command-mine = - **mine**: see what still needs you, and what you said.
help-command-say = - **say** your words: answer the open question. You see a form before anything is kept. Begin with as:unnamed or as:chosen to be shown that way, and with in:3 to answer question 3.
help-command-record = - **record**: read what was said. Add apart to see only views that differ, trail to see how the group got here, intentions to see why people are here then and now, became to see what became of it, or search and a word to find it.
help-command-entry = - **entry** 7: see contribution 7. Add answer, differ, same or unsure to respond, differ 9 to mark that 7 and 9 differ, or why to see its earlier versions. With your own, add change, withdraw or back.
help-command-propose = - **propose**: write a statement for the group to consider. Add its number to write a new edition of it.
help-command-statements = - **statements**: see all statements, what people responded, and the notes under them.
help-command-notes = - **notes**: read the notes, and see which lines their authors have confirmed. Add draft to write a line, and a number for one line.
help-command-map = - **map**: see what was recorded so far, and what is empty. Add links to see what took up what.
help-command-interpret = - **interpret**: say what you take from what was said. Only you see it until you share it. Add 3, 7, N2 to name what you read, or read to see how others read it.
help-command-assets = - **assets**: see what people bring and what is needed, and add to it.
help-command-understand = - **understand**: see what the group understands, and take part where you are asked. Facilitators add ask, and the id of a question if they like.
help-command-me = - **me**: choose your name here, your language, time zone and quiet hours.
help-command-leave = - **leave**: leave this dialogue, and say what becomes of your words.
help-command-pause = - **pause**: be sent nothing for a while. Add week, month, stop, again, or a day such as 2026-05-03.
help-command-plan = - **plan**: see what is coming, at your own times. Facilitators can move, skip and end it there.
help-command-settings = - **settings**: see how things stand: what waits, what failed, what comes next.
help-command-mydata = - **mydata**: get everything that is kept about you, or erase it.
help-command-ledger = - **ledger**: see what facilitators did here, and whether the list was changed.
help-command-appeal = - **appeal** 7: ask the facilitators to look again at what was done with contribution 7.
help-command-support = - **support**: see whom to turn to. Only you see it.
help-command-help = - **help**: see this again.
help-command-start = - **start**: begin a dialogue in this place.
help-command-ask = - **ask**: put a question to the group. Add the id of a question in the library, such as DLG-4.
help-command-check = - **check** 1: ask the group how far it goes along with statement 1. First you see what stays apart.
help-command-return = - **return**: go back to an earlier part, with a reason that members can read. What was done stays.
help-command-close = - **close** round 3: close question 3. **close** dialogue ends the whole dialogue, and **close** reopen opens it again.
help-command-export = - **export**: take the record home as a file. Add markdown, html, csv, json or polis.
help-command-facilitators = - **facilitators**: see who facilitates. Add as:facilitator, as:member or as:observer and a name to change it.

## When something typed is not understood

help-unknown-command = I do not know "{ $typed }". Did you mean "{ $near }"? Nothing was saved.
help-unknown = I do not know "{ $typed }". Type help to see what can be typed. Nothing was saved.
help-usage = That word is typed like this: { $usage }. Nothing was saved.
help-not-one-of = I do not know "{ $typed }" there. These can stand there: { $words }. Nothing was saved.
