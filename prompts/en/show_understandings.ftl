# What the group understands, and every check of it.

show_understandings-choice = What we understand
show_understandings-all = { $count ->
    [0] Nobody has been asked yet what they understand.
    [one] One check. Understandings recorded: { $recorded }.
   *[other] { $count } checks. Understandings recorded: { $recorded }.
}
show_understandings-yours = You say this. Only you can see it:
    > { $words }
show_understandings-you-passed = You passed. Only you can see that.
show_understandings-you-marked = You marked it: { $label }. Only you can see that.
show_understandings-own = { $reference } is yours.
