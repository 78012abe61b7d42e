# What facilitators see before they ask a group how far it goes along with a statement, and what the group sees then.

open_check_in-choice = Ask the group
open_check_in-which = Which statement do you want to ask about?
open_check_in-no-statement = There is no statement yet. Somebody has to propose one first.

## First: what stays apart, and is a view missing?

open_check_in-first = Before you ask about statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author }:
    > { $body }
open_check_in-apart = { $count } views stay apart here:
open_check_in-view = { $number }. { $author } wrote:
    > { $body }
open_check_in-nothing-apart = Nobody has marked views as differing. This does not say that there are none.
open_check_in-objection = { $author } objects to an edition of this statement, and has not said that it is met:
open_check_in-not-talked = We collected views. We have not talked yet: there is no record of two people answering each other.
open_check_in-missing = Is a view missing? Think of who would be touched by this and has not spoken. You can ask the group first. If you go on, please say why; every member can read the reason.
open_check_in-ask-choice = Ask for the missing view first
open_check_in-go-on-choice = Go on, with a reason

## Then: in which way

open_check_in-how = How do you want to ask? { $eligible } people can respond now.
open_check_in-two_person-choice = Ask each other
open_check_in-when-two_person = Two people: this is proposed. Yes; yes, if; or not yet. Open for 3 days.
open_check_in-sense_check-choice = Sense check
open_check_in-when-sense_check = An early idea, the tone of the group: a sense check. It never leads to a decision. Open for 3 days.
open_check_in-fist_to_five-choice = Fist to five
open_check_in-when-fist_to_five = The temperature, when people are together: fist to five. Not for what weighs much. Open for one day.
open_check_in-gradients-choice = Gradients of agreement
open_check_in-when-gradients = To see shades of support: the eight gradients of agreement. Open for 5 days.
open_check_in-consent-choice = Consent
open_check_in-when-consent = To try something and look at it again: consent. Does anybody object? Open for 7 days.
open_check_in-consensus-choice = Consensus
open_check_in-when-consensus = What binds for long, or is about values: consensus, with standing aside and blocks. Open for 7 days.
open_check_in-rings_true-choice = Does it ring true?
open_check_in-when-rings_true = “Did we hear you right?” about a text such as a report: does it ring true? It decides nothing. Open for 7 days.
open_check_in-firmness-choice = How firm is it?
open_check_in-when-firmness = What the group understands already, and how firm that is. It decides nothing. Open for 3 days.
open_check_in-when-none = Where power is very unequal, or it hurts to talk about it, it can be better not to ask this now: let people say in their own words how they understand it, and look at what stays apart.
open_check_in-not-for-so-many = This way of asking is not meant for so many people. Nothing was saved.

## Then: by which rule

open_check_in-title = Ask the group
open_check_in-intro = { $eligible } people can respond. They are those who take part now; whoever joins later can respond to the next edition. At least { $quorum } responses are needed before the counts can be read. Text, scale and this list stay as they are from now on. Nobody sees a response before the close, and you do not either.
open_check_in-zone = Times are those of { $zone }.
open_check_in-reason-field = Why go on now?
open_check_in-rule-field = Who decides, and how?
open_check_in-fallback-field = And if it does not pass?
open_check_in-fallback-hint = People apply it. Objections stay beside it. Empty: what is now stays.
open_check_in-stakes-field = How much hangs on it?
open_check_in-low-option = Little: it can easily be changed again
open_check_in-normal-option = Some
open_check_in-high-option = Much: it is hard to change later
open_check_in-concerns-field = Concerns that do not stop it
open_check_in-concerns-option = People can note a concern without objecting; it is read at the review
open_check_in-binds-field = Is whoever stands aside bound by it?
open_check_in-binds-yes-option = Yes: bound by it, and not asked to carry it out
open_check_in-binds-no-option = No: not bound by it
open_check_in-binds-unsaid = Please say it before the group is asked.
open_check_in-closes-field = When does it close?
open_check_in-opened = Statement { NUMBER($number, useGrouping: 0) } is put to the group. It closes by itself on { $closes }. You can also close it earlier.
open_check_in-already = A check-in on this statement is open already. Nothing was saved.
open_check_in-too-few = There are not two people yet who could respond. Nothing was saved.

## As the group sees it

open_check_in-question-two_person = Can you go along with statement { NUMBER($number, useGrouping: 0) }?
open_check_in-question-sense_check = How does statement { NUMBER($number, useGrouping: 0) } look to you?
open_check_in-question-fist_to_five = From 0 to 5: how do you stand to statement { NUMBER($number, useGrouping: 0) }?
open_check_in-question-gradients = How far do you go along with statement { NUMBER($number, useGrouping: 0) }?
open_check_in-question-consent = Do you have any objection to statement { NUMBER($number, useGrouping: 0) }?
open_check_in-question-consensus = Where do you stand to statement { NUMBER($number, useGrouping: 0) }?
open_check_in-question-rings_true = Does statement { NUMBER($number, useGrouping: 0) } ring true?
open_check_in-question-firmness = How firm is statement { NUMBER($number, useGrouping: 0) }?
open_check_in-asked = { $question }
    Statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author }:
    > { $body }
    It is open until { $closes }. You can also pass.
open_check_in-stakes = How much hangs on it: { $stakes }.
open_check_in-quorum = { $eligible } people are asked. At least { $quorum } responses are needed before the counts can be read.
