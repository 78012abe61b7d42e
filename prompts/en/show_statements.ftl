# All statements, with what was responded and the notes under them.

show_statements-choice = Statements
show_statements-all = { $count ->
    [0] There is no statement here yet.
    [one] There is one statement here.
   *[other] There are { $count } statements here.
}
show_statements-open = A check-in is open until { $closes }. Nobody sees responses before it closes.
show_statements-closed = The check-in closed on { $at }.
show_statements-lapsed = A check-in on this text ended without a result.
show_statements-withdrawn = A check-in on this text was withdrawn. Why:
    > { $because }
show_statements-yours = Your response, which only you see: { $label }
show_statements-you-passed = You passed.
