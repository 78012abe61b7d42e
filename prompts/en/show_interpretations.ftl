# What people took from the record, side by side.

show_interpretations-choice = How others read it
show_interpretations-all = { $count ->
    [0] Nobody has shared what they take from it yet.
    [one] One reading was shared.
   *[other] { $count } readings were shared. They stand side by side; none replaces another.
}
show_interpretations-beside = { $references } read some of the same, each in its own way.
