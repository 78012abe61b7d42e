# What people see whose words a line of the notes cites.

confirm_line-choice = Is this what I meant?
confirm_line-told = Line N{ NUMBER($number, useGrouping: 0) } of the notes cites your words. Is this what you meant?
    > { $body }
confirm_line-question = Line N{ NUMBER($number, useGrouping: 0) }, drafted by { $author }. Nobody can answer for you, and as long as you do not answer it stays a draft.
    > { $body }
confirm_line-about = It cites your words, { $number }. Is this what you meant?
    > { $body }

confirm_line-yes-choice = Yes
confirm_line-nearly-choice = Nearly, change this
confirm_line-no-choice = No, not what I meant
confirm_line-leave_out-choice = Leave my part out

confirm_line-said-yes = You answered: yes. You can still change it.
confirm_line-said-nearly = You answered: nearly. You can still change it.
confirm_line-said-no = You answered: no. You can still change it.
confirm_line-said-leave_out = You answered: leave my part out. You can still change it.

confirm_line-title = Nearly, change this
confirm_line-form = Line N{ NUMBER($number, useGrouping: 0) } says now:
    > { $body }
confirm_line-level-named = What you write stands under the line, with your name, as your words do.
confirm_line-level-chosen_name = What you write stands under the line, with the name you chose, as your words do.
confirm_line-level-unnamed = What you write stands under the line without a name, as your words do. That you answered is only counted.
confirm_line-body-field = How would you say it?

confirm_line-kept-yes = Thank you. It is noted for { $number }.
confirm_line-kept-nearly = Thank you. Your wording stands under the line, and whoever drafted it is told.
confirm_line-kept-no = Thank you. It is noted for { $number }, and whoever drafted the line is told.
confirm_line-kept-leave_out = Thank you. { $number } is left out: the text of this line is not shown any more. It can be written anew without your part.

confirm_line-told-nearly = Somebody whose words line N{ NUMBER($number, useGrouping: 0) } cites would say it otherwise. You can write it anew.
confirm_line-told-no = Somebody whose words line N{ NUMBER($number, useGrouping: 0) } cites did not mean it like this. You can write it anew.
confirm_line-told-leave_out = Somebody asks to leave their part out of line N{ NUMBER($number, useGrouping: 0) }. You can write it anew without it.

# Stands behind the name of an author.
confirm_line-yes-mark = { " " }– yes, meant like this
confirm_line-nearly-mark = { " " }– nearly
confirm_line-no-mark = { " " }– no, not meant like this
confirm_line-leave_out-mark = { " " }– leave it out

confirm_line-replaced = Line N{ NUMBER($number, useGrouping: 0) } was written anew meanwhile. Nothing was saved. You are asked about the new text.
confirm_line-not-asked = Line N{ NUMBER($number, useGrouping: 0) } cites no words of yours, so there is nothing for you to answer. Nothing was saved.
