# The form in which somebody objects to a statement, and the objection as everybody reads it.

object_to-choice = I object
object_to-more-choice = Say it point by point
object_to-change-choice = Change the objection
object_to-title = Your objection
object_to-intro = An objection says what harm you see, not what you would rather have. It is sealed until the close like all responses. Then everybody reads it, and only you can say that it is met, that you withdraw it, or that it stands. You do not have to bring a solution.
object_to-part-field = Which part do you object to?
object_to-harm-field = What harm or risk do you see, and to whom?
object_to-need-field = What do you need?
object_to-idea-field = A change, if you have an idea
object_to-kept = Thank you. Your objection is kept. Only you know it until { $closes }. Until then you can change it or respond in another way.
object_to-not-here = This way of asking knows no objections. You can respond, comment, or write a minority note after the close. Nothing was saved.
object_to-shown = Objection by { $author } ({ $standing }):
object_to-gone = Here stood an objection. Its words were erased on { $day }. It counts as: { $standing }.
object_to-says-part = What it is about:
    > { $body }
object_to-says-harm = The harm:
    > { $body }
object_to-says-need = What is needed:
    > { $body }
object_to-says-idea = An idea:
    > { $body }
