# The form for what people bring.

offer_asset-choice = Say what I bring or need
offer_asset-for-choice = Offer something for this
offer_asset-title = What we bring
offer_asset-intro = It is kept for you alone, until you say who may read it. You can change it or take it away at any time.
offer_asset-for = It is for this:
    > { $body }
offer_asset-asset-field = What is it?
offer_asset-kind-field = What kind of thing is it?
offer_asset-as-field = Is it there, or would it be needed?
offer_asset-limits-field = Its limits: time, cost, or anything else
offer_asset-contact-field = May people ask you about it?
offer_asset-not-chosen = Please choose one.
