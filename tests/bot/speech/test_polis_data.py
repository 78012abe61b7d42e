"""A public conversation is read whole, and what does not fit is named instead of guessed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.speech.polis_data import Comment, Vote, read_conversation

COMMENTS = (
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    '2000,x,1,7,1,1,1,"A lift,\nand a ramp"\n'
    "1000,x,0,8,2,0,-1,Spam\n"
)
VOTES = (
    "timestamp,datetime,comment-id,voter-id,vote\n"
    "3000,x,1,8,-1\n"
    "1000,x,0,7,-1\n"
    "2500,x,1,9,1\n"
    "2600,x,0,8,-1\n"
    "2000,x,0,9,0\n"
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def at(milliseconds: int) -> datetime:
    """Return the moment of a timestamp."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def test_both_files_are_merged_by_time_and_statements_come_first() -> None:
    """Neither file is in order of time; a vote at the moment of its statement needs the statement."""
    conversation = read_conversation(COMMENTS, VOTES, 'topic,"Stairs, and lifts"\nurl,x\n')

    assert conversation.problems == ()
    assert conversation.topic == "Stairs, and lifts"
    assert [(type(step).__name__, step.at) for step in conversation.steps] == [
        ("Comment", at(1000)),
        ("Vote", at(1000)),
        ("Comment", at(2000)),
        ("Vote", at(2000)),
        ("Vote", at(2500)),
        ("Vote", at(2600)),
        ("Vote", at(3000)),
    ]
    assert conversation.comments[0] == Comment(
        at=at(2000), id="1", author="7", agrees=1, disagrees=1, is_hidden=False, body="A lift,\nand a ramp"
    )
    assert conversation.people == ("7", "8", "9")


def test_everybody_who_wrote_or_voted_is_a_person() -> None:
    """An author who never voted takes part, too."""
    silent = COMMENTS + "4000,x,2,55,0,0,0,Only wrote\n"

    assert read_conversation(silent, VOTES).people == ("7", "8", "9", "55")


def test_the_sign_is_the_one_under_which_the_counts_fit() -> None:
    """In some files 1 is agree, in others -1; the counts of the statements tell."""
    turned = VOTES.replace(",-1\n", ",one\n").replace(",1\n", ",-1\n").replace(",one\n", ",1\n")

    assert read_conversation(COMMENTS, VOTES).agree_sign == -1
    assert read_conversation(COMMENTS, turned).agree_sign == 1


def test_only_the_last_vote_of_a_person_on_a_statement_counts() -> None:
    """People change their mind; the file may count both, and that is said."""
    again = VOTES + "9000,x,1,9,-1\n"

    conversation = read_conversation(COMMENTS, again)

    assert dict(conversation.last_votes()["1"]) == {-1: 2}
    assert conversation.counted_otherwise == (
        "statement 1: the file counts 1 agree and 1 disagree, the last vote of each person gives 2 and 0",
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("soon,x,5,7,0,0,1,Words", "timestamp is no number of milliseconds since 1970"),
        ("1" * 30 + ",x,5,7,0,0,1,Words", "timestamp is no number of milliseconds since 1970"),
        ("1000,x,5,7,many,0,1,Words", "agrees is no whole number"),
        ("1000,x,5,7,0,0,4,Words", "moderated is -1, 0 or 1"),
        ("1000,x,,7,0,0,1,Words", "comment-id is empty"),
        ("1000,x,5, ,0,0,1,Words", "author-id is empty"),
        ("1000,x,5,7,0,0,1, ", "the statement has no words"),
        ("1000,x,1,7,0,0,1,Words", "statement 1 is there twice"),
        ("1000,x,5,7,0,0,1,Words,more,more", "this row has more cells than the first line"),
        ("1000,x,5", "moderated is no whole number"),
    ],
)
def test_a_broken_statement_is_named_by_file_and_line(row: str, problem: str) -> None:
    """The line is the one in the file, where a text before it holds a line break."""
    conversation = read_conversation(COMMENTS + row + "\n", VOTES)

    assert conversation.problems == (f"comments.csv, line 5: {problem}",)
    assert len(conversation.comments) == 2


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("5000,x,1,9,2", "vote is -1, 0 or 1"),
        ("5000,x,1,9,", "vote is no whole number"),
        ("5000,x,77,9,1", "there is no statement 77"),
        ("5000,x,1,,1", "voter-id is empty"),
        ("500,x,1,9,1", "this is before statement 1 was made"),
    ],
)
def test_a_broken_vote_is_named_by_file_and_line(row: str, problem: str) -> None:
    """Nothing of a row that does not fit is kept."""
    conversation = read_conversation(COMMENTS, VOTES + row + "\n")

    assert conversation.problems == (f"votes.csv, line 7: {problem}",)
    assert len(conversation.votes) == 5


def test_missing_columns_are_named() -> None:
    """A file of another kind is refused as a whole."""
    conversation = read_conversation(COMMENTS, "who,what\n1,2\n")

    assert conversation.problems == (
        "votes.csv, line 1: these columns are missing: timestamp, comment-id, voter-id, vote",
    )
    assert conversation.votes == ()


def test_a_vote_knows_its_statement_and_sign() -> None:
    """The sign stays as the file gives it; what it means is decided over the whole conversation."""
    assert read_conversation(COMMENTS, VOTES).votes[0] == Vote(at=at(3000), comment="1", voter="8", sign=-1)
