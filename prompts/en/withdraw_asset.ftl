# Taking what one brings away.

withdraw_asset-choice = Take it away
withdraw_asset-sure = It goes from the list, and its words are erased. Is that what you want?
withdraw_asset-yes-choice = Yes, take it away
withdraw_asset-done = It is gone from the list, and its words are erased.
