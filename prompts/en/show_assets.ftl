# What people bring. It is theirs: nobody else changes it or takes it away.

show_assets-choice = Show what we bring
show_assets-all = What we bring, in **{ $title }**. { $count ->
    [0] Nothing stands here yet that you can see.
    [one] One thing stands here that you can see.
   *[other] { $count } things stand here that you can see.
}
show_assets-have = What we have, or know of: { $count }
show_assets-need = What we would need: { $count }
show_assets-no-conveners = Those who run this have not put anything on this list yet. What they bring belongs here too: budget, time of staff, the right to decide.
show_assets-entry = { $kind }. { $offered }. { $by } Ask about it: { $contact }.
    > { $body }
show_assets-by = By { $author }.
show_assets-limits = Its limits:
    > { $limits }
show_assets-for = It is offered for { $number }.
show_assets-self-sees = Only you can read this.
show_assets-facilitators-sees = Only its author and the facilitators can read this.
show_assets-individual-kind = A person’s skill, knowledge or time
show_assets-association-kind = A group or club
show_assets-institution-kind = An organisation
show_assets-place-kind = A place
show_assets-exchange-kind = Something to lend or swap
show_assets-story-kind = A story
show_assets-access_need-kind = Something that helps me take part
show_assets-offer-option = Offered
show_assets-known-option = Known of
show_assets-needed-option = Needed
show_assets-yes-contact = yes
show_assets-ask_first-contact = please ask me first
show_assets-no-contact = no
