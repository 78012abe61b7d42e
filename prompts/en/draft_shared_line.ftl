# Drafting a line of the group from what people said in their own words.

draft_shared_line-choice = Draft the group's line
draft_shared_line-title = The group's line
draft_shared_line-intro = Write one sentence that says what people understand, from what they said. It is shown at once as a draft of the notes. Those whose words it cites are asked whether it is what they meant, and everybody who was asked marks it for three days.
draft_shared_line-body-field = The line
draft_shared_line-sources-hint = At least two of what was said, by number, such as { $sign }1, { $sign }2.
draft_shared_line-two-of-these = Please name at least { $fewest } of what was said in this check. Nothing was saved.
draft_shared_line-thanks = It is kept as draft N{ NUMBER($number, useGrouping: 0) }. It can be marked until { $closes }.
