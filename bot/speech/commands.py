"""Everything that can be typed after `/dialogue`, as one table: for every platform, completion and help."""

from collections.abc import Mapping

from bot.dialogue.attribution import Attribution
from bot.dialogue.framework import Mechanism
from bot.dialogue.members import Role
from bot.dialogue.tickets import Action, Ticket
from bot.speech.command_shape import NUMBER, WHAT, Command, CommandOption, OptionKind
from bot.speech.effects import FileKind


def _what(variants: Mapping[str, Ticket]) -> CommandOption:
    return CommandOption(name=WHAT, kind=OptionKind.ONE_OF, choices={word: word for word in variants})


_LEVELS = {
    "named": Attribution.NAMED, "chosen": Attribution.CHOSEN_NAME, "chosen_name": Attribution.CHOSEN_NAME,
    "unnamed": Attribution.UNNAMED,
}  # fmt: skip
_CLOSE = {
    "round": Ticket(Action.CLOSE_ROUND),
    "dialogue": Ticket(Action.CLOSE_DIALOGUE),
    "reopen": Ticket(Action.CLOSE_DIALOGUE, "", "reopen"),
}
_ENTRY = {
    "answer": Ticket(Action.ANSWER),
    "differ": Ticket(Action.DIFFER),
    "same": Ticket(Action.STANCE, "", "same"),
    "unsure": Ticket(Action.STANCE, "", "unsure"),
    "change": Ticket(Action.REVISE),
    "withdraw": Ticket(Action.WITHDRAW),
    "back": Ticket(Action.WITHDRAW, "", "back"),
    "why": Ticket(Action.SHOW_ENTRY, "", "versions"),
    "hold": Ticket(Action.HOLD),
    "show": Ticket(Action.HOLD, "", "show"),
}
_INTERPRET = {"read": Ticket(Action.SHOW_INTERPRETATIONS)}
_UNDERSTAND = {"ask": Ticket(Action.UNDERSTAND)}
_RECORD = {
    "apart": Ticket(Action.SHOW_RECORD, "", "apart"),
    "trail": Ticket(Action.SHOW_TRAIL),
    "intentions": Ticket(Action.SHOW_INTENTIONS),
    "became": Ticket(Action.SHOW_FOLLOW_UP),
    "search": Ticket(Action.SHOW_RECORD),
}
_NOTES = {"draft": Ticket(Action.DRAFT_LINE)}
_MAP = {"links": Ticket(Action.SHOW_MAP, "", "links")} | {
    mechanism: Ticket(Action.SHOW_MAP, "", mechanism) for mechanism in Mechanism
}
_EXPORT = {
    kind.name.lower(): Ticket(Action.EXPORT, "", kind) for kind in FileKind if kind is not FileKind.OWN
}
_MY_DATA = {"json": Ticket(Action.MY_DATA, "", "json"), "erase": Ticket(Action.ERASE)}

_PAUSE = {word: Ticket(Action.PAUSE, "", word) for word in ("week", "month", "stop", "again")}

_A_NUMBER = CommandOption(name=NUMBER, kind=OptionKind.NUMBER)
_LEVEL = CommandOption(name="as", key="level", kind=OptionKind.ONE_OF, choices=_LEVELS, is_named=True)
_IN_ROUND = CommandOption(name="in", key=NUMBER, kind=OptionKind.NUMBER, is_named=True)
_WORDS = CommandOption(name="words", key="body", kind=OptionKind.TEXT)
_THIS_ENTRY = CommandOption(name=NUMBER, kind=OptionKind.NUMBER, is_required=True)
_OTHER = CommandOption(name="other", kind=OptionKind.NUMBER)
_SEARCH = CommandOption(name="words", key="search", kind=OptionKind.TEXT)
_ABOUT = CommandOption(name="about", kind=OptionKind.NUMBER)
_STATEMENT = CommandOption(name="statement", key="about", kind=OptionKind.NUMBER)
_LINE = CommandOption(name="line", key="about", kind=OptionKind.NUMBER)
_REFERENCES = CommandOption(name="numbers", key="about", kind=OptionKind.TEXT)
_UNTIL = CommandOption(name="until", kind=OptionKind.TEXT)
_TITLE = CommandOption(name="title", kind=OptionKind.TEXT)
_PROMPT = CommandOption(name="prompt", kind=OptionKind.TEXT)
_ROLES = {str(role): str(role) for role in Role}
_ROLE = CommandOption(name="as", key="role", kind=OptionKind.ONE_OF, choices=_ROLES, is_named=True)
_NAME = CommandOption(name="name", kind=OptionKind.TEXT)

COMMANDS: tuple[Command, ...] = (
    Command(word="join", action=Action.JOIN),
    Command(word="mine", action=Action.SHOW_MINE),
    Command(word="say", action=Action.CONTRIBUTE, options=(_LEVEL, _IN_ROUND, _WORDS)),
    Command(word="record", action=Action.SHOW_RECORD, variants=_RECORD, options=(_what(_RECORD), _SEARCH)),
    Command(
        word="entry",
        action=Action.SHOW_ENTRY,
        variants=_ENTRY,
        options=(_THIS_ENTRY, _what(_ENTRY), _OTHER),
    ),
    Command(word="propose", action=Action.PROPOSE, options=(_STATEMENT,)),
    Command(word="statements", action=Action.SHOW_STATEMENTS),
    Command(word="notes", action=Action.SHOW_NOTES, variants=_NOTES, options=(_what(_NOTES), _LINE)),
    Command(word="map", action=Action.SHOW_MAP, variants=_MAP, options=(_what(_MAP),)),
    Command(
        word="interpret",
        action=Action.INTERPRET,
        variants=_INTERPRET,
        options=(_what(_INTERPRET), _REFERENCES),
    ),
    Command(word="assets", action=Action.SHOW_ASSETS),
    Command(
        word="understand",
        action=Action.SHOW_UNDERSTANDINGS,
        variants=_UNDERSTAND,
        options=(_what(_UNDERSTAND), _PROMPT),
    ),
    Command(word="me", action=Action.SET_PREFERENCES),
    Command(word="leave", action=Action.LEAVE),
    Command(word="pause", action=Action.PAUSE, variants=_PAUSE, options=(_what(_PAUSE), _UNTIL)),
    Command(word="mydata", action=Action.MY_DATA, variants=_MY_DATA, options=(_what(_MY_DATA),)),
    Command(word="ledger", action=Action.SHOW_LEDGER),
    Command(word="appeal", action=Action.APPEAL, options=(_ABOUT,)),
    Command(word="support", action=Action.HELP, choice="support"),
    Command(word="help", action=Action.HELP),
    Command(word="start", action=Action.START, options=(_TITLE,), for_facilitators=True),
    Command(word="ask", action=Action.OPEN_ROUND, options=(_PROMPT,), for_facilitators=True),
    Command(word="plan", action=Action.SHOW_PLAN),
    Command(word="settings", action=Action.SHOW_STATUS, for_facilitators=True),
    Command(word="check", action=Action.OPEN_CHECK_IN, options=(_STATEMENT,), for_facilitators=True),
    Command(word="return", action=Action.RETURN_TO, for_facilitators=True),
    Command(
        word="close",
        action=Action.CLOSE_ROUND,
        variants=_CLOSE,
        options=(_what(_CLOSE), _A_NUMBER),
        for_facilitators=True,
    ),
    Command(
        word="export",
        action=Action.EXPORT,
        variants=_EXPORT,
        options=(_what(_EXPORT),),
        for_facilitators=True,
    ),
    Command(word="facilitators", action=Action.APPOINT, options=(_ROLE, _NAME), for_facilitators=True),
)
BY_WORD: Mapping[str, Command] = {command.word: command for command in COMMANDS}
