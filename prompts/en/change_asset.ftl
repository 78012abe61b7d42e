# Changing what one brings.

change_asset-choice = Change it
change_asset-thanks = It is changed. Who may read it stays as it was.
