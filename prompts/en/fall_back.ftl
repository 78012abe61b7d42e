# When a platform takes no direct messages for somebody.

fall_back-told = Your direct messages are closed to me, so what needs you waits in your list. To change that, open them and set “How to reach me” again.
fall_back-one-unreachable = In “{ $title }”, somebody can no longer be reached by direct message. What needs them waits in their list.
