"""What an operator may set: read once, checked as a whole; problems are named, values never shown."""

import os
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, DotEnvSettingsSource

SLACK_MAY_ADD = ("files:write", "users:read", "channels:history", "groups:history")
"""What the app on Slack may do beyond the least; docs/slack.md says what each is for."""

IN_A_FILE = "_FILE"
"""`WEB_PORT_FILE` names a file that holds what `WEB_PORT` would: the way of secrets in containers."""


class SettingsProblem(Exception):
    """The settings cannot be used; there is one sentence for each thing to mend, and no value in any."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def _folder(path: Path) -> Path:
    try:
        path = path.expanduser()
        stands_in_the_way = path.exists() and not path.is_dir()
    except (OSError, RuntimeError) as error:
        raise ValueError from error
    if stands_in_the_way or "\0" in str(path):
        raise ValueError
    return path


def _postgres_address(address: SecretStr) -> SecretStr:
    if address.get_secret_value().partition("://")[0] not in {"postgres", "postgresql"}:
        raise ValueError
    return address


def _secret(pattern: str) -> AfterValidator:
    """Return what holds a secret against the form in which it is given out."""

    def check(secret: SecretStr) -> SecretStr:
        if not re.fullmatch(pattern, secret.get_secret_value()):
            raise ValueError
        return secret

    return AfterValidator(check)


def _scopes(typed: str) -> str:
    if set(typed.replace(",", " ").split()) - set(SLACK_MAY_ADD):
        raise ValueError
    return typed


class Settings(BaseModel, frozen=True, extra="forbid"):
    """All settings of one process; what each describes is said when a value does not fit."""

    data_dir: Annotated[Path, AfterValidator(_folder)] = Field(
        default=Path("data"), description="must be a folder, or a path where none stands yet"
    )
    database_url: Annotated[SecretStr, AfterValidator(_postgres_address)] = Field(
        default=SecretStr(""),
        description="must be the address of a PostgreSQL database: postgresql://account:password@host/database",
    )
    web_port: int = Field(default=8765, ge=1, le=65535, description="must be a whole number from 1 to 65535")
    health_port: int = Field(default=0, ge=0, le=65535, description="must be a whole number up to 65535")
    timezone: ZoneInfo = Field(
        default=ZoneInfo("UTC"),
        description="must be a zone as the world's list has it, such as Europe/London",
    )
    discord_token: Annotated[SecretStr, _secret(r"[\w-]+\.[\w-]+\.[\w-]+")] = Field(
        default=SecretStr(""), description="must be the token of a bot, as Discord shows it once"
    )
    discord_hidden_authorship: bool = Field(default=False, description="must be true or false")
    slack_bot_token: Annotated[SecretStr, _secret(r"xoxb-[\w-]{10,}")] = Field(
        default=SecretStr(""), description="must be the token of a bot, which begins with xoxb-"
    )
    slack_app_token: Annotated[SecretStr, _secret(r"xapp-[\w-]{4,}")] = Field(
        default=SecretStr(""), description="must be the token of an app, which begins with xapp-"
    )
    slack_signing_secret: Annotated[SecretStr, _secret("[0-9a-f]{32}")] = Field(
        default=SecretStr(""), description="must be 32 digits from 0 to f, as Slack shows them"
    )
    slack_command: str = Field(
        default="/dialogue", pattern="^/[a-z0-9_-]{1,31}$", description="must be one word after a slash"
    )
    slack_client_id: str = Field(
        default="",
        pattern=r"^([0-9]+\.[0-9]+)?$",
        description="must be two numbers with a point between them",
    )
    slack_client_secret: Annotated[SecretStr, _secret("[0-9a-f]{32}")] = Field(
        default=SecretStr(""), description="must be 32 digits from 0 to f, as Slack shows them"
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        pattern=r"^(https://[\w.-]+|http://127\.0\.0\.1:[0-9]+)/api/$",
        description="must be an address that ends with /api/",
    )
    slack_port: int = Field(
        default=8766, ge=1, le=65535, description="must be a whole number from 1 to 65535"
    )
    slack_scopes: Annotated[str, AfterValidator(_scopes)] = Field(
        default="", description=f"must be some of {', '.join(SLACK_MAY_ADD)}"
    )
    token_key: Annotated[SecretStr, _secret("[A-Za-z0-9_-]{43}=")] = Field(
        default=SecretStr(""),
        description="must be a key of 44 characters; docs/slack.md says how to make one",
    )
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(str.lower)] = Field(
        default="info", description="must be debug, info, warning or error"
    )

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must be shown nowhere."""
        values = (getattr(self, name) for name in type(self).model_fields)
        return tuple(value.get_secret_value() for value in values if isinstance(value, SecretStr) and value)


KNOWN = tuple(name.upper() for name in Settings.model_fields)


def read_settings(env_file: Path = Path(".env"), environment: Mapping[str, str] | None = None) -> Settings:
    """
    Read *env_file* and the environment, which wins where both speak.

    Raises:
        SettingsProblem: Something is unknown, given twice, unreadable or does not fit; all of it is named.
    """
    environment = os.environ if environment is None else environment
    lines, unreadable = _lines_of(env_file)
    given = lines | {name: value for name, value in environment.items() if value}
    values, unusable = _values_of(given)
    problems = (*unreadable, *_unknown(lines), *unusable)
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsProblem((*problems, *_unfit(error))) from None  # its own text would show the values
    if problems:
        raise SettingsProblem(problems)
    return settings


def _lines_of(env_file: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    try:
        lines = DotEnvSettingsSource(BaseSettings, env_file=env_file, case_sensitive=True).env_vars
    except (OSError, ValueError):
        return {}, (f"{env_file.name}: it cannot be read. Is it yours, and is it plain text (UTF-8)?",)
    return {name: value for name, value in lines.items() if value}, ()


def _values_of(given: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    values, problems = {}, []
    for name in KNOWN:
        path = given.get(name + IN_A_FILE)
        if path and name in given:
            problems.append(f"{name}: given twice, also as {name}{IN_A_FILE}. Keep one of them.")
        elif path:
            try:
                values[name.lower()] = Path(path).read_text(encoding="utf-8").strip()
            except (OSError, ValueError):
                problems.append(f"{name}{IN_A_FILE}: the file it names cannot be read.")
        elif name in given:
            values[name.lower()] = given[name]
    return values, tuple(problems)


def _unknown(lines: Mapping[str, str]) -> Iterator[str]:
    for name in lines:
        if name.removesuffix(IN_A_FILE) not in KNOWN:
            near = get_close_matches(name.upper(), KNOWN, n=1)
            yield f"{name}: there is no such setting." + "".join(f" Is {other} meant?" for other in near)


def _unfit(error: ValidationError) -> Iterator[str]:
    for field in dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()):
        yield f"{field.upper()}: {Settings.model_fields[field].description}."
