# The map of what was recorded. It is a mirror: no marks, no totals, no task to fill every part.

show_map-choice = Show the map
show_map-look-choice = Look at: { $mechanism }
show_map-caveat = This shows what was recorded. Empty does not mean missing or bad. EAA is an early theory, not a quality mark.

## The map: what was recorded, and about what

show_map-grid = What was recorded in **{ $title }**
show_map-grid-caption = For each kind of work and each theme: how often, under how many names, and when last. A question counts once, however many answer it.
# One line of the map; each value is a cell.
show_map-row = On **{ $mechanism }**:
    - Why: { $why }
    - Who: { $who }
    - How: { $how }
    - What: { $what }
    - Refine: { $refine }
    - Result: { $result }
    - Reflect: { $reflect }
show_map-cell = { $strength }: { $episodes ->
    [one] once
   *[other] { $episodes } times
}, { $names ->
    [0] no name
    [one] one name
   *[other] { $names } names
}{ $unnamed ->
    [0] {""}
    [one] {" "}and one without a name
   *[other] {" "}and { $unnamed } without a name
}, last on { $day }{ $basis }
show_map-theme-why = Why
show_map-theme-who = Who
show_map-theme-how = How
show_map-theme-what = What
show_map-theme-refine = Refine
show_map-theme-result = Result
show_map-theme-reflect = Reflect
show_map-brief = brief
show_map-present = present
show_map-sustained = sustained
show_map-recorded-basis = {""}
show_map-imported-basis = , from imported notes
show_map-no-record = no record yet

## One kind of work

show_map-one = Look at: **{ $mechanism }**
show_map-full-cell = Under **{ $theme }**: { $cell }
show_map-empty-cell = We have no record of **{ $mechanism }** under { $theme } yet. Does it fit here? Did it happen elsewhere?
show_map-explained = { $reason }. Chosen by { $by } on { $day }.
show_map-note = The note on it:
    > { $note }
show_map-not_applicable-reason = It does not fit here
show_map-did_not_happen-reason = It did not happen
show_map-happened_not_recorded-reason = It happened, but we have no record

## Links: what took up what

show_map-links-choice = Show what took up what
show_map-links = What took up what in **{ $title }**
show_map-links-caption = A link stands where something that was kept takes up something earlier. Each line is taken up by each column.
show_map-links-line = From { $from } to { $to }: { $cell }
show_map-no-links = Nothing has taken up anything else yet.
show_map-no-link = none yet
show_map-cell-links = { $count ->
    [one] one link
   *[other] { $count } links
}, last on { $day }
show_map-cell-continued = went on { $count ->
    [one] once
   *[other] { $count } times
}, last on { $day }
show_map-fed = From { $from } to { $to } { $count ->
    [one] once
   *[other] { $count } times
}
show_map-continued = It went on: **{ $to }**, { $count ->
    [one] once
   *[other] { $count } times
}
show_map-link = On { $day }: { $citing } took up { $cited }.
