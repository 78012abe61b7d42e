# A question that holds a check-in open, and the answers to it.

answer_question-choice = Answer
answer_question-title = Answer a question
answer_question-body-field = Your answer
answer_question-asked = { $author } needs something answered before they respond:
    > { $body }
answer_question-answered = { $author } answers:
    > { $body }
answer_question-thanks = Thank you. Your answer is shown under the question.
answer_question-told = { $author } answered your question. You can respond anew.
    > { $body }
