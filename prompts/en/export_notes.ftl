# What stands about the notes in the files people take home.

export_notes-heading = Notes
export_notes-line = N{ $number } · { $kind } · edition { $edition }, drafted by { $author }
export_notes-origin = It comes from: { $origin }
export_notes-wording = How the author of { $number } would say it
export_notes-about = People drafted these lines from what was said; the words themselves stand above, untouched. A line counts as confirmed only when everybody whose words it cites has said so.

export_notes-interpretations = Making sense
export_notes-interpretations-about = What people take from what was said and noted. Readings stand side by side; none replaces another.
export_notes-notice = { $number } notices
export_notes-feel = { $number } feels
export_notes-means = { $number } thinks that it means
export_notes-asks = { $number }: it might ask of us

export_notes-understanding = Checking what is understood
export_notes-understanding-about = People said in their own words what they understand, and marked a line of the group. To understand each other is one thing, to agree another.
export_notes-check = Check { $number }, in people's own words
export_notes-check-open = Open until { $at }. What is said and marked is kept back until then.
export_notes-shared-line = The line of the group
export_notes-recorded = Recorded on { $day } as understanding { $number } · { $scope } · { $firmness } · marked as the same by { $shared }. It came back to the group through talk and notes.
export_notes-differs = { $label } · { $author }
export_notes-restated = { $number } · { $author }
