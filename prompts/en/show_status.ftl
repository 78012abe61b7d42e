# How things stand, for facilitators.

show_status-about = This dialogue speaks “{ $language }”, and its times are read in { $zone }.
show_status-facts-choice = Change the facts
show_status-next = The next planned moment is on { $due }.
show_status-nothing-planned = Nothing is planned.
show_status-posts = Messages that wait to be sent: { $waiting }. Messages that could not be sent: { $stuck }.
show_status-people = { $unreachable ->
    [0] Everybody who asked for direct messages can be reached.
    [one] One person cannot be reached by direct message. What needs them waits in their list.
   *[other] { $unreachable } people cannot be reached by direct message. What needs them waits in their lists.
}
