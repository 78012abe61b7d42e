# What a group sees of its own work, in the files people take home.

export_mirror-ways-back = Where the group went back
export_mirror-way-back = { $day }: question { NUMBER($number, useGrouping: 0) } came from { $source }

## The map of what was recorded

export_mirror-map = What was recorded, and what took up what
export_mirror-gap = { $mechanism }, { $theme }: { $reason }. Chosen by { $by } on { $day }

## Then and now

export_mirror-renewed = Why people are here, then and now
export_mirror-then = Then: { $author }, { $day } ({ NUMBER($number, useGrouping: 0) })
export_mirror-now = Now: { $author }, { $day } ({ NUMBER($number, useGrouping: 0) })
export_mirror-because = What changed it: { NUMBER($number, useGrouping: 0) }

## What people bring, and what became of words

export_mirror-assets = What people bring, and what is needed
export_mirror-asset = { $offered } · { $kind } · { $author }
export_mirror-limits = Its limits: { $limits }
export_mirror-contact = Ask about it: { $contact }
export_mirror-became = What became of what was said
export_mirror-unanswered = { $count ->
    [0] Somebody has said what became of every contribution here.
    [one] Of one contribution nobody has said yet what became of it.
   *[other] Of { $count } contributions nobody has said yet what became of them.
}
export_mirror-note = { $sources }: { $became }. Decided by { $decided }. { $day }
export_mirror-commitment = { $who }, until { $when }: { $progress }
export_mirror-why-not = Why it was not done: { $why }
