"""What somebody wrote is read as they typed it, whatever Slack made of it on the way."""

import pytest

from adapters.slack.written import as_written


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("see <https://example.org>", "see https://example.org"),
        ("see <https://example.org|example.org>", "see example.org"),
        ("write <mailto:a@example.org|a@example.org>", "write a@example.org"),
        ("in <#C12345|garden>", "in #garden"),
        ("<!here> and <!subteam^S1|@team>", "@here and @team"),
        ("ask <@U123>", "ask @U123"),
        ("two\nlines *and* `marks`", "two\nlines *and* `marks`"),
    ],
)
def test_links_and_mentions_are_what_was_typed(sent: str, typed: str) -> None:
    """A record that says `<#C12345|garden>` was never said by anybody."""
    assert as_written(sent, is_mention=False) == typed


def test_the_mention_of_the_bot_is_left_out_once() -> None:
    """It says to whom, and is no part of what was said; another mention is."""
    assert as_written("<@UBOT> ask <@U123> &amp; me", is_mention=True) == "ask @U123 & me"
