# The record as one reader may see it.

show_record-choice = Show the record
show_record-all = Record of **{ $title }**. { $count ->
    [0] Nobody has written anything you can see yet.
    [one] It holds one contribution you can see.
   *[other] It holds { $count } contributions you can see.
}
# Stands above a long record. { $earlier } counts what came before and is not shown here.
show_record-part = Shown here: { $count }. Earlier ones: { $earlier }. A facilitator can export all of them.
show_record-found = Contributions to **{ $title }** with the words "{ $words }". { $count ->
    [0] None was found among what you can see.
    [one] One was found among what you can see.
   *[other] { $count } were found among what you can see.
}
show_record-round = Question { $number }
    > { $question }
show_record-round-choice = Show question { $number }
show_record-entry-choice = Show { $number }
show_record-earlier-choice = Show earlier ones

## What stays apart

show_record-apart-choice = Show what stays apart
show_record-apart = What stays apart in **{ $title }**. { $count ->
    [0] No views that you can see were marked as differing.
    [one] Views were marked as differing once. Each is kept whole.
   *[other] Views were marked as differing { $count } times. Each is kept whole.
}
show_record-apart-open = { $count ->
    [0] Views that were taken back or hidden
    [one] One view; what it differed from is gone
    [2] Two views, both kept
   *[other] { $count } views, all kept
} · marked on { $day }
show_record-apart-explored = { $count ->
    [0] Views that were taken back or hidden
    [one] One view; what it differed from is gone
    [2] Two views, both kept; one author agrees to differ
   *[other] { $count } views, all kept; not every author agrees to differ yet
} · marked on { $day }
show_record-apart-agreed_to_differ = { $count ->
    [0] Views that were taken back or hidden
    [one] One view; what it differed from is gone
    [2] Two views, both kept; their authors agree to differ
   *[other] { $count } views, all kept; their authors agree to differ
} · marked on { $day }
show_record-agree-choice = Agree to differ
