# What a group sees of its own work, in the files people take home.

export_mirror-ways-back = Where the group went back
export_mirror-way-back = { $day }: question { NUMBER($number, useGrouping: 0) } came from { $source }

## The map of what was recorded

export_mirror-map = What was recorded, and what took up what
export_mirror-gap = { $mechanism }, { $theme }: { $reason }. Chosen by { $by } on { $day }
