# Who may read what somebody brings. A name is asked for twice.

share_asset-choice = Say who may read it
share_asset-who = It is kept for you alone. Who may read it?
share_asset-who-need = It is kept for you alone. What helps people take part usually goes to the facilitators only. Who may read it?
share_asset-named-choice = The group, with my name
share_asset-chosen_name-choice = The group, with my chosen name
share_asset-facilitators-choice = Only the facilitators, with my name
share_asset-second = Your name will stand with it, and people may turn to you. Does it tell of health or care, your own or that of somebody close to you?
share_asset-plain-choice = It does not. Show it
share_asset-health-choice = It does, and I want my name with it
share_asset-shown = It stands on the list now. Only you can change it or take it away.
share_asset-sent = The facilitators can read it now, with your name. Nobody else can.
share_asset-told = Somebody told the facilitators what helps them take part, or what they bring. It stands on the list.
