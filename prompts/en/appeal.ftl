# Asking the facilitators to look again.

appeal-choice = Appeal
appeal-title = Appeal
appeal-intro = The facilitators see what you write here, without your name. If it is about words of your own, they may guess that it comes from you. Whoever runs the server could look it up. Their answer is readable for everybody in the ledger.
appeal-about-field = Which contribution is it about?
appeal-about-hint = Its number, such as #7. You can leave this empty.
appeal-words-field = What should be looked at again, and why?
appeal-thanks = Thank you. The facilitators can see your appeal now, and you will be told their answer.
# What facilitators are told.
appeal-told = Somebody appeals:
    > { $body }
appeal-no-such-number = There is no contribution "{ $typed }" that you can see. Write its number, such as #7, or leave this empty.
