# What people see who draft a line of the notes.
# { $number } is the number of a line, { $edition } counts its texts.

draft_line-choice = Draft a line
draft_line-again-choice = Write it anew
draft_line-title = A line for the notes
draft_line-intro = Write one sentence of the notes. It stands beside the words it is written from, and never in their place. It is shown at once as a draft. Everybody whose words it cites is asked: “Is this what you meant?” You are shown as the one who drafted it: { $name }.
draft_line-earlier = You write line N{ NUMBER($number, useGrouping: 0) } anew. All whose words it cites are asked again. It says now:
    > { $body }
draft_line-body-field = The line
draft_line-kind-field = What it notes down
draft_line-sources-field = Written from
draft_line-sources-hint = The numbers of contributions, such as 3, 7, 12. A view, an idea, a question, common ground or a difference needs at least one.
draft_line-origin-field = Where else it comes from
draft_line-origin-hint = A fact names its source here. A decision or an action may say where it was taken.
draft_line-thanks = It is kept as draft N{ NUMBER($number, useGrouping: 0) } and shown. { $asked ->
    [0] It cites nobody's words here, so nobody is asked.
    [one] The author of the words it cites is asked.
   *[other] The authors of the { $asked } texts it cites are asked.
}

## Kinds

draft_line-view-option = A view
draft_line-idea-option = An idea
draft_line-question-option = A question
draft_line-common_ground-option = Common ground
draft_line-divergence-option = Views that differ
draft_line-decision-option = A decision
draft_line-action-option = An action
draft_line-fact-option = A fact

## What cannot be kept

draft_line-facilitators-only = Here only facilitators draft lines of the notes. Nothing was saved. A facilitator can let every member draft.
draft_line-no-kind = Please choose what the line notes down. Nothing was saved.
draft_line-needs-sources = A line of this kind is written from somebody's words. Please give the number of at least one contribution. Nothing was saved.
draft_line-needs-origin = Please say where this comes from: the number of a contribution, or in words. Nothing was saved.
draft_line-fact-needs-origin = A fact names its source. Please say in words where it comes from. Nothing was saved.
draft_line-no-source = { $reference } cannot be cited: it is not here, it was taken back, or it is not shown to everybody yet. Nothing was saved.
draft_line-not-ticked = The notes cannot cite { $references }, because not everybody who wrote these words agreed that they are used in notes. Nothing was saved. The words stay in the record.
draft_line-no-such-number = There is no line { $typed } in the notes. Nothing was saved.
draft_line-being-marked = People are marking line N{ NUMBER($number, useGrouping: 0) } now, so its text stays as it is. Nothing was saved. It can be written anew when the marks are read.
draft_line-gone = Line N{ NUMBER($number, useGrouping: 0) } was taken back. Nothing was saved.
