"""Settings: complete without any, whole when wrong, and silent about values."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.settings import KNOWN, Settings, SettingsProblem, read_settings

SECRET = "xoxe-a-value-that-must-not-be-shown"


def write(folder: Path, *lines: str) -> Path:
    """Write a `.env` of these lines."""
    path = folder / ".env"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def problems_of(env_file: Path, **environment: str) -> tuple[str, ...]:
    """Return what is said about settings that cannot be used."""
    with pytest.raises(SettingsProblem) as raised:
        read_settings(env_file, environment)
    return raised.value.problems


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    """`make run` in an empty clone must work, and mean the same on every machine."""
    settings = read_settings(tmp_path / ".env", {})

    assert settings == Settings(
        data_dir=Path("data"), web_port=8765, timezone=ZoneInfo("UTC"), log_level="info"
    )


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    """An operator may try another port for once without editing the file."""
    env_file = write(tmp_path, "WEB_PORT=9001", "TIMEZONE=Asia/Kolkata", "LOG_LEVEL=", "# a remark")

    settings = read_settings(env_file, {"WEB_PORT": "9002", "LOG_LEVEL": "DEBUG"})

    assert settings == Settings(web_port=9002, timezone=ZoneInfo("Asia/Kolkata"), log_level="debug")


def test_the_process_environment_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody hands the environment over by hand."""
    monkeypatch.setenv("WEB_PORT", "9003")

    assert read_settings(tmp_path / ".env").web_port == 9003


def test_a_home_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is really called `~` is a surprise nobody wants."""
    monkeypatch.setenv("HOME", str(tmp_path))

    assert read_settings(write(tmp_path, "DATA_DIR=~/talks"), {}).data_dir == tmp_path / "talks"


@pytest.mark.parametrize("name", KNOWN)
def test_each_setting_may_stand_in_a_file_of_its_own(tmp_path: Path, name: str) -> None:
    """Containers hand secrets over as files; whoever knows that for one setting expects it of all."""
    values = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql://me:secret@localhost/talks",
        "WEB_PORT": "9001",
        "HEALTH_PORT": "9002",
        "TIMEZONE": "Asia/Kolkata",
        "DISCORD_TOKEN": "MTE.Gab-c.d_e",
        "DISCORD_HIDDEN_AUTHORSHIP": "true",
        "SLACK_BOT_TOKEN": "xoxb-1-2-a-fake",
        "SLACK_APP_TOKEN": "xapp-1-A-2-fake",
        "SLACK_SIGNING_SECRET": "0123456789abcdef" * 2,
        "SLACK_COMMAND": "/counterpoint",
        "SLACK_CLIENT_ID": "12.34",
        "SLACK_CLIENT_SECRET": "0123456789abcdef" * 2,
        "SLACK_API_URL": "https://slack-gov.com/api/",
        "SLACK_PORT": "9001",
        "SLACK_SCOPES": "files:write, users:read",
        "TOKEN_KEY": "A" * 43 + "=",
        "LOG_LEVEL": "error",
    }
    (tmp_path / "value").write_text(values[name] + "\n", encoding="utf-8")

    by_file = read_settings(write(tmp_path, f"{name}_FILE={tmp_path / 'value'}"), {})
    by_name = read_settings(write(tmp_path, f"{name}={values[name]}"), {})

    assert by_file == by_name != Settings()


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    """Mending one line, starting again and meeting the next is a poor way to spend an afternoon."""
    (tmp_path / "file").touch()
    env_file = write(
        tmp_path,
        "WEB_PROT=1",
        "COLOUR=blue",
        f"SLACK_APP_TOKEN={SECRET}",
        "SLACK_SCOPES=files:write admin",
        f"DISCORD_TOKEN={SECRET}",
        f"DATA_DIR={tmp_path / 'file'}",
        "TIMEZONE=Mars/Olympus",
        "LOG_LEVEL=loud",
        "WEB_PORT=1",
    )

    assert problems_of(env_file, WEB_PORT_FILE="/nowhere") == (
        "WEB_PROT: there is no such setting. Is WEB_PORT meant?",
        "COLOUR: there is no such setting.",
        "WEB_PORT: given twice, also as WEB_PORT_FILE. Keep one of them.",
        "DATA_DIR: must be a folder, or a path where none stands yet.",
        "TIMEZONE: must be a zone as the world's list has it, such as Europe/London.",
        "DISCORD_TOKEN: must be the token of a bot, as Discord shows it once.",
        "SLACK_APP_TOKEN: must be the token of an app, which begins with xapp-.",
        "SLACK_SCOPES: must be some of files:write, users:read, channels:history, groups:history.",
        "LOG_LEVEL: must be debug, info, warning or error.",
    )


@pytest.mark.parametrize("name", KNOWN)
def test_no_value_is_ever_shown(tmp_path: Path, name: str) -> None:
    """A token in the wrong line must not end up on a screen or in a log."""
    if name == "DATA_DIR":
        (tmp_path / SECRET).touch()
    value = str(tmp_path / SECRET) if name == "DATA_DIR" else SECRET
    problems = problems_of(write(tmp_path, f"{name}={value}"))

    assert [problem.partition(":")[0] for problem in problems] == [name]
    assert SECRET not in "".join(problems)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eight", "8765.5", "٨٧٦٥ "])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    """A wrong port is told before anything is opened."""
    assert problems_of(write(tmp_path, f"WEB_PORT={port}")) == (
        "WEB_PORT: must be a whole number from 1 to 65535.",
    )


@pytest.mark.parametrize("folder", ["~nobody-is-called-so/talks", "a\0b", "a" * 5000])
def test_a_folder_that_cannot_be_is_refused(tmp_path: Path, folder: str) -> None:
    """What the file system cannot even name is a sentence, not a traceback."""
    assert problems_of(write(tmp_path, f"DATA_DIR={folder}")) == (
        "DATA_DIR: must be a folder, or a path where none stands yet.",
    )


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    """The name of the setting says where to look; the path might be a secret pasted by mistake."""
    assert problems_of(write(tmp_path, f"TIMEZONE_FILE={SECRET}")) == (
        "TIMEZONE_FILE: the file it names cannot be read.",
    )


def test_a_settings_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    """A `.env` that cannot be read must not pass for an empty one."""
    (tmp_path / ".env").write_bytes(b"WEB_PORT=\xff\xfe")

    assert problems_of(tmp_path / ".env") == (
        ".env: it cannot be read. Is it yours, and is it plain text (UTF-8)?",
    )


def test_settings_do_not_change_and_are_complete() -> None:
    """A part that changed a setting under way would surprise all the others."""
    with pytest.raises(ValidationError):
        Settings().web_port = 1  # type: ignore[misc]  # that it is refused is the point
    with pytest.raises(ValidationError):
        Settings(colour="blue")  # type: ignore[call-arg]  # as above


def test_a_secret_is_hidden_also_where_settings_are_printed() -> None:
    """Somebody who prints them while looking for a fault must not publish a token."""
    settings = Settings.model_validate({"discord_token": "MTE.Gab-c.d_e"})

    assert settings.secrets == ("MTE.Gab-c.d_e",)
    assert "Gab" not in f"{settings!r} {settings}"
