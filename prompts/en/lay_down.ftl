# What facilitators see when a plan begins to count.

lay_down-yes-choice = Yes, plan it
lay_down-no-choice = Drop it
lay_down-done = It is planned as number { NUMBER($number, useGrouping: 0) }. The first comes on { $first }. /dialogue plan shows and changes it.
lay_down-dropped = It is dropped. Nothing is planned.
lay_down-already = This was planned or dropped already. Nothing was changed.
lay_down-over = None of these times is still to come. Nothing is planned.
lay_down-too-many = That is more than { $most } posts a day for each member. Nothing was planned. Please end another one first.
