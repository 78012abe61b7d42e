# How the group got where it is.

show_trail-choice = Show how we got here
show_trail-all = How **{ $title }** got here. { $count ->
    [0] Nothing has been asked yet.
    [one] One step so far.
   *[other] { $count } steps so far, the latest at the end.
} { $returns ->
    [0] The group has not gone back yet.
    [one] The group went back once.
   *[other] The group went back { $returns } times.
}
# { $mechanism } and { $theme } are the short names of what a question is for and about.
show_trail-question = { $at }: question { NUMBER($number, useGrouping: 0) }. { $mechanism }. { $theme }.
    > { $question }
show_trail-statement = { $at }: statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, by { $author }.
    > { $body }
show_trail-check_in = { $at }: a check-in on statement { NUMBER($number, useGrouping: 0) }, edition { NUMBER($edition, useGrouping: 0) }, closed.

## Loops: what was taken up again and again

show_trail-no-loops = No contribution has led back to its own kind by way of another kind yet.
show_trail-loops = { $count ->
    [one] Once the work went in a circle and came back to its own kind:
   *[other] The work went in a circle { $count } times and came back to its own kind:
}
show_trail-then = { $path } → { $then }
show_trail-loop = { $path }. { $closing } closed it on { $day }.
