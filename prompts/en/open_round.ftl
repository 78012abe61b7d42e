# What facilitators see when they prepare a question. Members see it only after it is posted.

## What kind of question

open_round-kind-title = Ask a question
open_round-kind-intro = First choose what kind of question it is. There is no fixed order.
open_round-mechanism-field = What the question does
open_round-intentions-option = Why we’re here: aims, hopes and worries
open_round-assets-option = What we bring: experience, skills, time, places
open_round-dialogue-option = Talk: ask, listen and differ
open_round-documentation-option = Notes: what was said and what to keep
open_round-interpretation-option = Making sense: what we take from it
open_round-understanding-option = Checking we understand: do we mean the same
open_round-theme-field = What it is about
open_round-why-option = Why: aims and needs
open_round-who-option = Who: the people, and those most affected
open_round-how-option = How: ways of working together
open_round-what-option = What: new ideas
open_round-refine-option = Refine: improving, testing and choosing
open_round-result-option = Result: what was made, decided or used
open_round-reflect-option = Reflect: looking back
open_round-no-kind = Please choose one of each list.

## Which question

open_round-choose = Take one of these questions, or write your own. You can change every word before it is posted.
open_round-own-words-choice = In my own words
open_round-prompt = { $id }:
    > { $question }
open_round-take-choice = Take { $id }

## The form

open_round-title = Your question
open_round-intro = You see it as members will see it before it is posted. Times are read in { $zone }.
open_round-question-field = The question
open_round-closes-field = Open until
open_round-closes-hint = For example: in 7 days at 18:00, Thursday 18:00, or 2026-05-03 18:00.
open_round-reveal-field = When answers are shown
open_round-open-option = At once
open_round-answer_first-option = To each person after their own answer
open_round-at_close-option = When the question closes
open_round-levels-field = How members can be shown
# { $slot } is a place in a library question that a person fills, such as {"{"}topic{"}"}.
open_round-fill-in = Please put your own words where { $slot } stands. Nothing was saved.
open_round-no-level = Please choose at least one way.
open_round-preview-choice = See it first

## The preview

open_round-preview = Members will see this. It is kept for you alone until you post it.
    > { $question }
    It will be open until { $closes }.
open_round-post-choice = Post it
open_round-change-choice = Change it
open_round-drop-choice = Throw it away
