"""Leaving: what each choice does, to the words and to what leads to their author."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.actions.leave import leave, offered
from bot.dialogue.attribution import Attribution
from bot.dialogue.parting import Parting
from bot.dialogue.places import Community, Place
from bot.dialogue.standing import Everybody, Mine
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import Deed, FileKind
from storage.database import open_in_memory
from storage.ledger import verify_all
from storage.schema import T
from tests.assets import asset_in, offer
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.planning import PlanningGroup
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import Weighing
from tests.people import ADA, BEN, EVERYBODY, GARDEN, asking, pressed

HERE = Ticket(Action.LEAVE, GARDEN.id)


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people, and what Ben said: under his name, as Heron, and without a name."""
    made = Weighing()
    round = made.group.ask(made.dialogue)
    made.group.say("Ben", round, "A lift.")
    made.group.say("Ben", round, "A pond.", level="chosen_name", chosen_name="Heron")
    made.group.say("Ben", round, "Bees.", level="unnamed")
    made.group.say("Dana", round, "Stairs.")
    made.group.clock.pass_by(days=8)
    made.group.let_come_due()
    yield made
    made.group.close()


def go(weighing: Weighing, parting: str, who: str = "Ben") -> str:
    """Somebody leaves; return what they are told."""
    first = Ticket(Action.LEAVE, weighing.dialogue, parting)
    sure = tickets_in(weighing.group.presses(who, first))[0]
    return key_of(weighing.group.presses(who, sure).reply)


def everything(weighing: Weighing) -> str:
    """Return what stands in the place and in the files."""
    files = "".join(weighing.file(kind) for kind in (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON))
    return weighing.posts() + files


def members_of(weighing: Weighing, *, level: str) -> dict[str, str]:
    """Return the accounts that rows lead to from words of one level, by the words."""
    found = (
        select(T.revision.c.body, T.member.c.account)
        .join(T.contribution, T.contribution.c.id == T.revision.c.of)
        .join(T.member, T.member.c.id == T.contribution.c.member)
        .where(T.contribution.c.level == level)
    )
    with weighing.group.store.looking() as connection:
        return {str(row.body): str(row.account) for row in connection.execute(found)}


def test_all_four_ways_are_told_in_one_place() -> None:
    """With what each means, before anything is chosen; nothing happens by asking."""
    effects = leave(GARDEN, asking(BEN, Everybody(EVERYBODY), Mine(())), pressed(BEN, HERE))
    text = [part.phrase.key for part in effects.reply.message.below]  # type: ignore[union-attr]

    assert text == ["leave-pause", "leave-keep", "leave-unname", "leave-erase"]
    assert (effects.keep, effects.erase, effects.unlink) == ((), (), None)


@pytest.mark.parametrize("parting", Parting)
def test_nobody_leaves_by_one_press(parting: Parting) -> None:
    """It cannot be undone, so it is asked twice."""
    here = asking(BEN, Everybody(EVERYBODY), Mine(()))

    assert leave(GARDEN, here, pressed(BEN, replace(HERE, choice=parting))).keep == ()
    left = leave(GARDEN, here, pressed(BEN, replace(HERE, choice=f"{parting}.yes")))
    assert left.keep == (replace(BEN, has_left=True),)
    assert left.deed is None


@pytest.mark.parametrize("choice", ["", "keep", "keep.yes", "unname.yes", "erase.yes"])
def test_the_last_facilitator_names_a_successor_first(choice: str) -> None:
    """A dialogue without anybody who runs it helps nobody; asking how to leave is free."""
    here = asking(ADA, Everybody(EVERYBODY), Mine(()))
    event = pressed(ADA, replace(HERE, choice=choice))

    if not choice:
        assert key_of(leave(GARDEN, here, event).reply) == "leave-how"
    else:
        with pytest.raises(NotAllowed):
            leave(GARDEN, here, event)


def test_that_a_facilitator_left_stands_in_the_ledger() -> None:
    """Members read who ran this, and until when."""
    others = Everybody((*EVERYBODY, replace(ADA, id=BEN.id)))
    effects = leave(GARDEN, asking(ADA, others, Mine(())), pressed(ADA, replace(HERE, choice="keep.yes")))

    assert effects.deed == Deed(action=Action.LEAVE, target=GARDEN.id)


@pytest.mark.parametrize("choice", ["pause", "keep.no", "keep.yes.yes", "yes", ".yes"])
def test_there_is_no_other_way(choice: str) -> None:
    """A forged button."""
    here = asking(BEN, Everybody(EVERYBODY), Mine(()))

    with pytest.raises(NotFound):
        leave(GARDEN, here, pressed(BEN, replace(HERE, choice=choice)))


def test_where_hiding_is_not_allowed_no_name_is_taken_off() -> None:
    """On Discord the operator has to say so first."""
    there = replace(GARDEN, place=Place(Community("discord", "1"), "2"))

    assert offered(replace(there, levels=(Attribution.NAMED,))) == (Parting.KEEP, Parting.ERASE)
    assert Parting.UNNAME in offered(there)
    assert Parting.UNNAME in offered(replace(GARDEN, levels=(Attribution.NAMED,)))


def test_who_keeps_their_words_leaves_them_as_they_are_shown(weighing: Weighing) -> None:
    """Only what led from another name, or none, to the account is cut."""
    before = everything(weighing)
    assert set(members_of(weighing, level="chosen_name").values()) == {"account-Ben"}

    assert go(weighing, "keep") == "leave-keep-done"

    for words in ("A lift.", "A pond.", "Heron", "Bees.", "Ben"):
        assert (words in everything(weighing)) is (words in before)
    assert members_of(weighing, level="named")["A lift."] == "account-Ben"
    for level in ("chosen_name", "unnamed"):
        (account,) = members_of(weighing, level=level).values()
        assert account.startswith("left:")
    with weighing.group.store.looking() as connection:
        assert "Heron" not in connection.execute(select(T.member.c.chosen_name)).scalars().all()


def test_who_takes_their_name_off_is_led_to_from_nowhere(weighing: Weighing) -> None:
    """The words stay, without a name; no row holds account or name any more."""
    weighing.propose("Ben")
    go(weighing, "unname")

    text = everything(weighing)
    assert "A lift." in text
    assert "Ben" not in text.replace("Benefit", "")
    with weighing.group.store.looking() as connection:
        accounts = connection.execute(select(T.member.c.account, T.member.c.name)).all()
    assert not [account for account in accounts if "Ben" in account or "account-Ben" in account]
    assert all(account.startswith("left:") for account in members_of(weighing, level="chosen_name").values())


def test_who_erases_leaves_markers(weighing: Weighing) -> None:
    """And no word of theirs, in no file and no post."""
    go(weighing, "erase")

    text = everything(weighing)
    for words in ("A lift.", "A pond.", "Bees.", "Heron"):
        assert words not in text
    assert "Stairs." in text
    assert "was withdrawn by its author" in text
    with weighing.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


@pytest.mark.parametrize("parting", Parting)
def test_whoever_left_is_out_and_can_come_back(weighing: Weighing, parting: Parting) -> None:
    """Nothing more is collected; the door stays open."""
    go(weighing, parting)

    out = ("refusals-left", "refusals-not-joined")
    assert key_of(weighing.group.does("Ben", Action.SHOW_MINE).reply) in out
    assert key_of(weighing.propose("Ben").reply) in out
    assert key_of(weighing.group.join("Ben", weighing.dialogue).reply) == "join-thanks"
    mine = "\n".join(lines_of(weighing.group.does("Ben", Action.SHOW_MINE)))
    assert ("A lift." in mine) is (parting is Parting.KEEP)
    assert "A pond." not in mine


def test_what_was_ticked_still_holds(weighing: Weighing) -> None:
    """Words that may be quoted in a report may be after their author left."""
    weighing.group.does("Ada", Action.EXPORT, weighing.dialogue, "polis")
    before = weighing.file(FileKind.POLIS)
    go(weighing, "keep")

    assert len(weighing.file(FileKind.POLIS)) > len(before) // 2
    with weighing.group.store.looking() as connection:
        consents = connection.execute(select(T.member.c.consent)).scalars().all()
    assert all(consents)


def test_in_a_check_in_who_left_is_counted_apart(weighing: Weighing) -> None:
    """A response that was given stands; who gave none has left."""
    weighing.propose("Dana")
    weighing.open()
    weighing.respond("Ben", "endorse", level="chosen_name", chosen_name="Heron")
    go(weighing, "keep")
    go(weighing, "unname", "Fay")
    weighing.close()

    assert "Eligible 6 · responded 1 · passed 0 · no response 4 · left since opening 1" in weighing.result()


@pytest.mark.parametrize("parting", [Parting.UNNAME, Parting.ERASE])
def test_a_signature_shows_no_name_any_more(weighing: Weighing, parting: Parting) -> None:
    """A note that somebody else wrote stays as it is; the name under it goes with whoever signed."""
    weighing.propose("Dana")
    weighing.open()
    weighing.respond("Chidi", "veto", "No lift.")
    weighing.close()
    weighing.write_note("Chidi", "Stairs are enough.")
    weighing.group.presses("Ben", weighing.note_ticket("Ben", Action.SIGN_MINORITY_NOTE))
    assert "Signed by Ben" in weighing.posts()

    go(weighing, parting)

    assert "Stairs are enough." in everything(weighing)
    assert "Ben" not in everything(weighing).replace("Benefit", "")
    assert "Signed by ." not in everything(weighing)
    assert ("Signed by A member" in weighing.posts()) is (parting is Parting.UNNAME)


def test_who_erases_without_leaving_takes_their_signature_along(weighing: Weighing) -> None:
    """They keep their name here, and it stands under nobody's note any more."""
    weighing.propose("Dana")
    weighing.open()
    weighing.close()
    weighing.write_note("Chidi", "Stairs are enough.")
    for who in ("Ben", "Fay"):
        weighing.group.presses(who, weighing.note_ticket(who, Action.SIGN_MINORITY_NOTE))

    weighing.group.does("Ben", Action.ERASE, weighing.dialogue, "yes")

    assert "Signed by Ben" not in everything(weighing)
    assert "Signed by Fay" in weighing.posts()


@pytest.mark.parametrize("parting", [Parting.UNNAME, Parting.ERASE])
def test_what_nobody_else_ever_read_is_not_left_behind(weighing: Weighing, parting: Parting) -> None:
    """It leads to nobody any more, so nobody could see it or have it erased later."""
    asset = asset_in(offer(weighing, "Ben", limits="Ask me first"))
    weighing.propose("Dana")
    weighing.open()
    weighing.respond("Ben", "endorse", "A reason nobody read.", level="unnamed")
    weighing.group.sends("Ada", Ticket(Action.WITHDRAW_CHECK_IN, weighing.check_in), reason="Too early.")

    go(weighing, parting)

    with weighing.group.store.looking() as connection:
        assert connection.execute(select(T.response.c.reason)).scalars().all() == []
        assert connection.execute(select(T.asset.c.limits)).scalars().all() == [""]
        assert asset not in connection.execute(select(T.revision.c.of)).scalars().all()
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


@pytest.mark.parametrize("parting", Parting)
def test_the_address_of_direct_messages_goes_with_the_name(parting: Parting) -> None:
    """A row of a post that went to somebody holds their account; only who keeps their name is led to."""
    group = PlanningGroup.begun(open_in_memory())
    group.plan("Thursdays 18:00", "members")
    group.clock.at += timedelta(days=3, hours=4, minutes=1)
    group.let_come_due()
    assert "@account-Ben" in dict(group.posts())
    group.presses("Ben", Ticket(Action.LEAVE, group.dialogue, f"{parting}.yes"))

    places = dict(group.posts())
    assert ("@account-Ben" in places) is (parting is Parting.KEEP)
    assert "@account-Dana" in places
    group.close()
