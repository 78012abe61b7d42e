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
open_check_in-not-talked = We collected views. We have not talked yet: there is no record of two people answering each other.
open_check_in-missing = Is a view missing? Think of who would be touched by this and has not spoken. You can ask the group first. If you go on, please say why; every member can read the reason.
open_check_in-ask-choice = Ask for the missing view first
open_check_in-go-on-choice = Go on, with a reason

## Then: by which rule

open_check_in-title = Ask the group
open_check_in-intro = { $eligible } people can respond. They are those who take part now; whoever joins later can respond to the next edition. At least { $quorum } responses are needed before the counts can be read. Text, scale and this list stay as they are from now on. People respond on the eight gradients of agreement. Nobody sees a response before the close, and you do not either.
open_check_in-zone = Times are those of { $zone }.
open_check_in-reason-field = Why go on now?
open_check_in-rule-field = Who decides, and how?
open_check_in-stakes-field = How much hangs on it?
open_check_in-low-option = Little: it can easily be changed again
open_check_in-normal-option = Some
open_check_in-high-option = Much: it is hard to change later
open_check_in-closes-field = When does it close?
open_check_in-levels-field = How people may be shown
open_check_in-opened = Statement { NUMBER($number, useGrouping: 0) } is put to the group. It closes by itself on { $closes }. You can also close it earlier.
open_check_in-already = A check-in on this statement is open already. Nothing was saved.
open_check_in-too-few = There are not two people yet who could respond. Nothing was saved.

## As the group sees it

open_check_in-asked = How far do you go along with statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author }?
    > { $body }
    It is open until { $closes }. You can also pass.
open_check_in-rule = Who decides, and how:
    > { $rule }
    How much hangs on it: { $stakes }. { $eligible } people are asked. At least { $quorum } responses are needed before the counts can be read.
