"""Many workspaces: each installs the bot itself, has its own tokens, and stands behind its own wall."""

from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.fernet import Fernet

from adapters.slack.refusals import NotInstalled
from adapters.slack.vault import Installed, Vault
from bot.dialogue.places import Community
from tests.fakes.slack import payloads
from tests.fakes.slack.oauth import CLIENT_ID, CLIENT_SECRET
from tests.fakes.slack.world import SlackTeam
from tests.stages.slack_house import SlackHouse, slack_house

KEY = Fernet.generate_key().decode()
MANY: dict[str, Any] = {
    "bot_token": "",
    "client_id": CLIENT_ID,
    "client_secret": CLIENT_SECRET,
    "token_key": KEY,
}
OK = 200


def here(team: SlackTeam) -> Community:
    """Return the community of a workspace."""
    return Community("slack", team.id)


async def test_somebody_installs_the_bot_and_it_works_there() -> None:
    """The pages, the state, the code: then it is like a token in the settings."""
    async with slack_house(**MANY) as house:
        with pytest.raises(NotInstalled):
            await house.app.client_for(house.team.id)

        assert await house.fake.oauth.install(house.app.port, house.team) == OK
        (ada,) = await house.begin("Ada")
        await ada.write("A pond")
        await house.settle()

        assert any("A pond" in m.text and m.user == house.team.bot_user for m in house.team.messages)


async def test_tokens_lie_sealed_under_the_key() -> None:
    """Whoever copies the database, or moves a row, has no token."""
    async with slack_house(**MANY) as house:
        await house.fake.oauth.install(house.app.port, house.team)
        sealed = house.installations.find(here(house.team))

        assert sealed
        assert house.team.token.encode() not in sealed
        opened = Vault(KEY).open(sealed, house.team.id)
        assert opened
        assert opened.token == house.team.token
        assert Vault(KEY).open(sealed, "T0OTHER") is None
        assert Vault(Fernet.generate_key().decode()).open(sealed, house.team.id) is None


async def test_an_installation_is_finished_by_whoever_began_it() -> None:
    """Else somebody could slip their own workspace into another person's browser."""
    async with slack_house(**MANY) as house:
        assert await house.fake.oauth.install(house.app.port, house.team, with_cookie=False) != OK

        assert house.installations.find(here(house.team)) is None


async def test_a_state_counts_once_and_not_for_long() -> None:
    """What was seen in an address must not be good for another installation."""
    async with slack_house(**MANY) as house:
        states = house.app._workspaces.flow(()).settings.state_store  # type: ignore[attr-defined]
        state = await states.async_issue()
        assert await states.async_consume(state)
        assert not await states.async_consume(state)
        late = await states.async_issue()
        house.clock.pass_by(minutes=11)

        assert not await states.async_consume(late)
        assert not await states.async_consume("made-up")


async def test_tokens_are_renewed_before_a_post_that_comes_by_itself() -> None:
    """Bolt renews only while somebody speaks; a question that closes at night must be posted too."""
    async with slack_house(**MANY) as house:
        house.clock.at = datetime.now(UTC)  # Bolt counts from the machine's own clock when a token ends
        await house.fake.oauth.install(house.app.port, house.team)
        (ada,) = await house.begin("Ada")
        await ada.command("say A pond", house.channel.id)
        await house.settle()
        await ada.submit({})
        house.clock.pass_by(hours=11)
        await house.settle()

        assert house.fake.oauth.renewed == 1
        assert any("A pond" in m.text for m in house.team.messages if m.user == house.team.bot_user)


async def test_a_token_is_renewed_by_one_process_at_a_time() -> None:
    """A refresh token is good for once: two that use it leave the workspace without any."""
    async with slack_house(**MANY) as house:
        house.clock.at = datetime.now(UTC)
        await house.fake.oauth.install(house.app.port, house.team)
        other = SlackHouse(house.core)
        other.fake, other.team, other.scribe, other.clock = house.fake, house.team, house.scribe, house.clock
        await other.open(**MANY)
        house.clock.pass_by(hours=11)

        for _ in range(3):
            first = await house.app.client_for(house.team.id)
            second = await other.app.client_for(house.team.id)
            await first.auth_test()
            await second.auth_test()

        assert house.fake.oauth.renewed == 1
        await other.app.stop()


@pytest.mark.parametrize(
    "inner",
    [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["UBOT"]}}],
)
async def test_a_workspace_that_removes_the_bot_is_left_alone(inner: dict[str, object]) -> None:
    """Nothing is sent there any more, and no token of it is kept; what the group wrote stays."""
    async with slack_house(**MANY) as house:
        other = house.fake.team("T0OTHER")
        for team in (house.team, other):
            await house.fake.oauth.install(house.app.port, team)
        (ada,) = await house.begin("Ada")
        await ada.command("say A pond", house.channel.id)
        await house.settle()

        await house.transport.send("events_api", payloads.event(house.team, inner))
        await ada.submit({})
        calls = len(house.fake.calls)
        house.clock.pass_by(hours=1)
        await house.settle()

        assert len(house.fake.calls) == calls
        assert house.installations.find(here(house.team)) is None
        assert house.core.engine.presence("slack") == {here(house.team): False}
        await house.app.client_for(other.id)

        await house.fake.oauth.install(house.app.port, house.team)
        await ada.command("help", house.channel.id)
        await house.settle()

        assert house.core.engine.presence("slack") == {here(house.team): True}


async def test_a_persons_own_token_taken_back_changes_nothing() -> None:
    """Slack tells of that with the same event; the bot speaks with its own."""
    async with slack_house(**MANY) as house:
        await house.fake.oauth.install(house.app.port, house.team)

        told = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}
        await house.transport.send("events_api", payloads.event(house.team, told))

        await house.app.client_for(house.team.id)


def test_what_was_sealed_is_what_is_opened() -> None:
    """Also for tokens that do not expire."""
    vault, installed = Vault(KEY), Installed(team="T1", token="xoxb-1")

    assert vault.open(vault.seal(installed), "T1") == installed
    assert vault.open(b"nonsense", "T1") is None
