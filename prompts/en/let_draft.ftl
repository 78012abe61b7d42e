# Who drafts lines of the notes.

let_draft-everybody-choice = Let every member draft
let_draft-facilitators-choice = Only facilitators draft
let_draft-everybody-now = From now on every member can draft lines of the notes. Whoever is cited is asked, as before.
let_draft-facilitators-now = From now on only facilitators draft lines of the notes. What others drafted stays.
let_draft-everybody-already = Every member can draft already. Nothing was changed.
let_draft-facilitators-already = Only facilitators draft already. Nothing was changed.
let_draft-done = Done. The group is told, and it stands in the ledger.
