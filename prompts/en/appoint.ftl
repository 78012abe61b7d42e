# Who has which role.

appoint-who = { $count ->
    [one] One person facilitates this dialogue.
   *[other] { $count } people facilitate this dialogue.
}
appoint-facilitator = - { $name }
appoint-change-choice = Change somebody's role
appoint-title = Change a role
appoint-intro = Everybody in the dialogue sees this change. The ledger keeps it, with the reason if you give one.
appoint-name-field = Whose role?
appoint-name-hint = The name of their account, as it stands here. A chosen name does not work: it would tell everybody whose it is.
appoint-role-field = Which role?
appoint-facilitator-option = Facilitator: asks, closes, hides for safety
appoint-member-option = Member: answers and responds
appoint-observer-option = Observer: reads
appoint-reason-field = Why? Members can read it
appoint-done = It is changed, and everybody can see it.

## What the group and the person are told

appoint-facilitator-now = { $by } made { $name } a facilitator.
appoint-member-now = { $by } made { $name } a member.
appoint-observer-now = { $by } made { $name } an observer.
appoint-told-facilitator = You are a facilitator of this dialogue now.
appoint-told-member = You are a member of this dialogue now: you can answer and respond.
appoint-told-observer = You are an observer of this dialogue now: you can read, and not add anything. If you see it differently, you can appeal.

## When it cannot be done

appoint-last-facilitator = This is the only facilitator. Make somebody else a facilitator first. Nothing was changed.
appoint-nobody = Nobody here has an account called "{ $name }". They need to have joined.
appoint-several = Several people here have an account called "{ $name }", so it is not clear who is meant.
appoint-no-role = Please choose one of the roles.
appoint-same-role = They have that role already.
