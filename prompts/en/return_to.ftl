# Going back to an earlier part of the work. There is no fixed order, and nothing that was done is lost.

return_to-choice = Go back from here
return_to-title = Go back
return_to-intro = There is no fixed order. What the group has done so far stays, and is linked with what comes now.
# { $source } is one of the sources below, such as "question 3".
return_to-from = You go back from { $source }.
return_to-source-field = What led you back
return_to-reason-field = Why go back? Members can read this
return_to-came-from = We come back to this from { $source }. The reason given:
    > { $reason }
return_to-led-to = From here the group went back, with question { NUMBER($round, useGrouping: 0) }. The reason given:
    > { $reason }

## What can be named in the middle of a sentence

return_to-whole-source = the dialogue as a whole
return_to-round-source = question { NUMBER($number, useGrouping: 0) }
return_to-contribution-source = contribution #{ NUMBER($number, useGrouping: 0) }
return_to-divergence-source = views that stay apart ({ NUMBER($number, useGrouping: 0) })
return_to-statement-source = statement { NUMBER($number, useGrouping: 0) }
return_to-line-source = line { NUMBER($number, useGrouping: 0) } of the notes
return_to-interpretation-source = reading I{ NUMBER($number, useGrouping: 0) }
return_to-asset-source = what somebody brings ({ NUMBER($number, useGrouping: 0) })
return_to-understanding-source = check { NUMBER($number, useGrouping: 0) } of what is understood
return_to-open-choice = Show { $source }
