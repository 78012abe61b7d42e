# What people see when a dialogue starts, in two forms, and the facts about it that everybody reads first.

start-title = Start a dialogue
start-intro = This is the first of two short forms. Nobody else sees the dialogue until the second one is sent.

start-title-field = What it is called
start-purpose-field = What it is for
start-decides-field = Who decides in the end
start-decides-hint = A person or a group, and when. If nobody knows yet, write that.
start-constraints-field = What is fixed, open, or unsure
start-constraints-hint = One a line, each with its word: Fixed: the budget. Open: what we plant. Unsure: the opening day.
start-constraints-unclear = Please begin each line with “Fixed:”, “Open:” or “Unsure:”.
start-support-field = Where help is, and when
start-support-hint = Somebody a member can turn to when they are upset, and at which hours. The bot is not watched all the time.
start-no-support = A dialogue does not open without somebody to turn to. Please write who it is, and when.

start-half-way = This much is kept, and only you can see it. The second form asks for the time zone, how words are shown, and who runs this.
start-go-on-choice = Go on

start-finish-title = Start a dialogue, 2 of 2
start-finish-intro = When you send this, the dialogue opens and is announced here.
start-zone-field = Time zone
start-zone-hint = A place, such as Europe/Stockholm. Times that you type are read in it.
start-language-field = Language
start-levels-field = How members can be shown
start-keeping-field = How long words are kept
start-keeping-hint = Members read this before they say yes. For example: two years after the end.
start-run-by-field = Who runs this
start-run-by-hint = A name, and how to reach a person. If somebody pays for it, say who.

start-opened = The dialogue is open, and a welcome stands in its place. To write in it yourself, join it as everybody does. Then you can ask the first question.
start-ask-choice = Ask a question

start-place-taken = A dialogue is open in this place already. Nothing was kept. You can close that one first, or start in another place.
start-opened-already = This dialogue has opened already. Nothing was changed.

## What everybody reads in the place

start-welcome = A dialogue starts here: **{ $title }**
    > { $purpose }
    Nothing you write here is kept unless you bring it yourself. “Join” shows what is kept and asks you first.
start-welcome-example = This is an example to try: **{ $title }**. The people in it are made up.
    > { $purpose }
    “Join” shows what is kept and asks you first. A facilitator can delete the example at any time.

## What a person reads before they say yes

start-fact-decides = Who decides in the end:
    > { $decides }
start-fact-fixed = Fixed, it cannot move:
    > { $text }
start-fact-open = Open, it can move:
    > { $text }
start-fact-unsure = Not yet sure:
    > { $text }
start-fact-keeping = How long words are kept:
    > { $keeping }
start-fact-run-by = Who runs this, and how to reach a person:
    > { $run_by }
start-fact-support = Where to find help. This is not an emergency service, and the bot is not watched all the time:
    > { $support }
