"""Nobody but Slack is let in, and nothing that anybody sends makes the bot stumble (T11, A1, A2)."""

import pytest

from tests.fakes.slack import payloads
from tests.fakes.slack.world import SlackMessage, Tree
from tests.promises.requests import Request, drill, send, signed
from tests.stages.slack_house import SlackHouse, slack_house

OK = 200


def test_changed_requests_are_refused() -> None:
    """The short form; `make drill requests` tries 100,000."""
    counts = drill(2_000, seed=1)

    assert sum(counts.values()) == 2_000
    assert counts["answered 401"] > 1_000


async def test_a_request_that_is_sent_again_has_one_effect() -> None:
    """A2: a copy is known, and later too old; what Slack repeats itself has a new signature."""
    async with slack_house(app_token="") as house:
        (ada,) = await house.begin("Ada")
        sent = _direct_message(house, ada.who.id, "A pond")
        request = signed("events_api", sent, int(house.clock.seconds()))
        assert await send(house.app.port, request) == OK

        for _ in range(60):
            assert await send(house.app.port, request) == 401
            house.clock.pass_by(seconds=10)
        again = signed("events_api", sent, int(house.clock.seconds()))
        assert await send(house.app.port, again) == OK
        await house.settle()

        assert sum("A pond" in m.text and m.user == house.team.bot_user for m in house.team.messages) == 1


@pytest.mark.parametrize("size", [1024 * 1024 + 1, 10 * 1024 * 1024])
async def test_a_body_that_is_too_large_is_not_read(size: int) -> None:
    """B25: ten megabytes are no reason to hold ten megabytes."""
    async with slack_house(app_token="") as house:
        request = signed("interactive", {"type": "x"}, int(house.clock.seconds()))

        assert await send(house.app.port, Request(b"x" * size, request.headers)) == 413


async def test_what_slack_may_send_one_day_is_acknowledged_and_ignored() -> None:
    """B26: unknown kinds, missing fields and other types must not make Slack try again for ever."""
    here = "T0GARDEN"
    odd: tuple[Tree, ...] = (
        {"type": "event_callback", "team_id": here, "event_id": "E1", "event": {"type": "never_heard_of"}},
        {"type": "event_callback", "team_id": 7, "event_id": ["E2"], "event": None},
        {"type": "event_callback", "event": {"type": "message", "channel_type": "im"}},
        {"type": "block_actions", "team": {"id": here}, "user": {"id": "U1"}, "actions": []},
        {"type": "view_submission", "team": {"id": here}, "user": {}, "view": {"callback_id": "form"}},
        {"type": "something_new"},
        {},
    )
    async with slack_house(app_token="") as house:
        for number, payload in enumerate(odd):
            kind = "events_api" if number < 3 else "interactive"
            request = signed(kind, payload, int(house.clock.seconds()))

            assert await send(house.app.port, request) == OK, payload


def _direct_message(house: SlackHouse, user: str, text: str) -> Tree:
    message = SlackMessage(house.team.ts(), house.team.direct(user).id, user, text, house.team.number())
    return payloads.message_event(house.team, message, "message")
