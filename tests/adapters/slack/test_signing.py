"""Who is let in: Slack, once for each request, and nobody else."""

import pytest

from adapters.slack.signing import Signatures, sign

SECRET = "a-secret-of-the-tests"
BODY = b"token=x&team_id=T1&command=%2Fdialogue"
NOW = 1_780_000_000.0


def signed(at: int, body: bytes = BODY, secret: str = SECRET) -> tuple[list[str], list[str]]:
    """Return the two headers of a request."""
    return [str(at)], [sign(secret.encode(), str(at), body)]


@pytest.mark.parametrize(
    ("age", "is_let_in"), [(0, True), (300, True), (301, False), (-30, True), (-31, False)]
)
def test_a_request_is_let_in_within_its_time(age: int, *, is_let_in: bool) -> None:
    """Older ones could be somebody's copy; a clock far ahead would keep a copy good for longer."""
    times, signatures = signed(int(NOW) - age)

    assert Signatures(SECRET).lets_in(times, signatures, BODY, NOW) is is_let_in


def test_the_same_request_is_let_in_once() -> None:
    """Whoever copies a request must not have it done again, however soon or late."""
    times, signatures = signed(int(NOW))
    check = Signatures(SECRET)
    assert check.lets_in(times, signatures, BODY, NOW)

    assert not any(check.lets_in(times, signatures, BODY, NOW + later) for later in range(601))


@pytest.mark.parametrize(
    ("times", "signatures"),
    [
        ([], ["v0=" + "a" * 64]), (["1"], []), (["1", "1"], ["v0=" + "a" * 64]), ([""], ["v0=" + "a" * 64]),
        (["-5"], ["v0=" + "a" * 64]), (["1e9"], ["v0=" + "a" * 64]), (["١٢٣"], ["v0=" + "a" * 64]),
        (["9" * 400], ["v0=" + "a" * 64]), ([str(int(NOW))], ["v0=" + "é" * 64]),
        ([str(int(NOW))], ["v1=" + "a" * 64]), ([str(int(NOW))], ["v0=abc"]), ([str(int(NOW))], [""]),
    ],
)  # fmt: skip
def test_what_has_no_such_shape_is_not_let_in(times: list[str], signatures: list[str]) -> None:
    """B25: none of these may break anything either."""
    assert not Signatures(SECRET).lets_in(times, signatures, BODY, NOW)


def test_another_secret_or_another_body_is_not_let_in() -> None:
    """The signature is about both."""
    check = Signatures(SECRET)

    assert not check.lets_in(*signed(int(NOW), secret="another"), BODY, NOW)
    assert not check.lets_in(*signed(int(NOW)), BODY + b"&text=close", NOW)


def test_an_empty_secret_is_refused() -> None:
    """Everybody could sign with it."""
    with pytest.raises(ValueError, match="no secret"):
        Signatures("")


def test_what_is_too_old_to_come_again_is_forgotten() -> None:
    """The memory of signatures must not grow for ever."""
    check = Signatures(SECRET)
    for second in range(2000):
        check.lets_in(*signed(int(NOW) + second), BODY, NOW + second)

    assert len(check._known) <= 602
