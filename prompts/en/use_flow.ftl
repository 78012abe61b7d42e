# What facilitators see when they lay down a whole flow.

use_flow-title = Use a plan
use_flow-choice = Use a ready plan
use_flow-intro = A plan is a proposal: you can move, skip or end every question of it afterwards.
use_flow-flow-field = Which plan
use_flow-option = { $title }: { $count } questions
use_flow-begins-field = It begins on
use_flow-begins-hint = A day, such as Monday or 2026-05-04
use_flow-which = Please choose one of the plans.
use_flow-done = “{ $title }” is laid down: { $count } questions. You can move each of them, or all together.
