# When too few have responded as the time is up.

extend_check_in-choice = Extend it once
extend_check_in-offered = The time is up, and fewer than { $quorum } people have responded, so nothing could be read. A facilitator can extend the check-in once, or close it. It closes by itself on { $closes }. Until then people can respond.
extend_check_in-extended = The check-in is extended, and open until { $closes }. It cannot be extended again.
extend_check_in-done = The check-in is open until { $closes }.
extend_check_in-not-now = A check-in can be extended once, when its time is up and too few have responded. Nothing was changed.
