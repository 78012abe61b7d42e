"""A group that weighs a statement: the steps that several tests take, through the engine."""

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, FileKind, SendFile
from storage.database import Database, open_in_memory
from tests.fakes.group import Group, ticket_for
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in

TEXT = "The roof becomes a garden with a lift."
FILES = (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON, FileKind.CSV, FileKind.POLIS)


class Weighing:
    """Six people, one statement and one check-in on it."""

    def __init__(self, *others: str, database: Database | None = None) -> None:
        self.group = Group(database or open_in_memory())
        self.people = ("Ada", *(others or ("Ben", "Chidi", "Dana", "Gwen", "Fay")))
        self.dialogue = self.group.start()
        for who in self.people:
            self.group.join(who, self.dialogue)
        self.check_in = ""

    def propose(self, who: str = "Ben", text: str = TEXT, number: str = "") -> Answer:
        """Somebody proposes a statement, or a new edition of one."""
        return self.group.sends(who, Ticket(Action.PROPOSE, self.dialogue, number), body=text, level="named")

    def open(
        self, number: str = "1", method: str = "gradients", closes: str = "in 5 days", **other: str
    ) -> Answer:
        """Ada opens a check-in, after a look at what stays apart."""
        self.group.does("Ada", Action.OPEN_CHECK_IN, "", "", about=number)
        answers = {
            "reason": "Everybody was asked twice.",
            "rule": "The meeting decides.",
            "stakes": "normal",
            "closes": closes,
        }
        form = Ticket(Action.OPEN_CHECK_IN, self.dialogue, f"{number}.{method}")
        answer = self.group.sends("Ada", form, **(answers | other))
        self.check_in = ticket_for(answer, Action.CLOSE_CHECK_IN).subject
        return answer

    def respond(self, who: str, key: str, reason: str = "", level: str = "named", **other: str) -> Answer:
        """Somebody responds."""
        form = Ticket(Action.RESPOND, self.check_in)
        return self.group.sends(who, form, key=key, reason=reason, level=level, **other)

    def pass_on(self, who: str) -> Answer:
        """Somebody passes."""
        return self.group.presses(who, Ticket(Action.RESPOND, self.check_in, "pass"))

    def close(self) -> Answer:
        """Ada closes the check-in by hand."""
        return self.group.presses("Ada", Ticket(Action.CLOSE_CHECK_IN, self.check_in))

    def write_note(self, who: str, body: str) -> Answer:
        """Somebody writes a minority note."""
        form = Ticket(Action.WRITE_MINORITY_NOTE, self.check_in)
        return self.group.sends(who, form, body=body, level="named")

    def posts(self) -> str:
        """Return everything that stands in the place."""
        self.group.deliver()
        return "\n".join(line for lines in self.group.channel.values() for line in lines)

    def result(self) -> list[str]:
        """Return the lines of the post that shows what was responded."""
        self.group.deliver()
        return self.group.channel[f"closed-{self.check_in}"]

    def file(self, kind: FileKind, who: str = "Ada", action: Action = Action.EXPORT) -> str:
        """Return what somebody takes home."""
        event = self.group.command(who, action, self.dialogue, "json" if action is Action.MY_DATA else kind)
        reply = self.group.answer(event).reply
        assert isinstance(reply, SendFile), reply
        return b"".join(self.group.engine.write_file(reply, event).pieces).decode(errors="replace")

    def lists(self, who: str) -> str:
        """Return everything that somebody can read in lists, with the forms that open from them."""
        seen = (
            Action.SHOW_RECORD,
            Action.SHOW_STATEMENTS,
            Action.SHOW_MINE,
            Action.SHOW_LEDGER,
            Action.OPEN_CHECK_IN,
            Action.PROPOSE,
        )
        answers = [self.group.does(who, action) for action in seen]
        return "\n".join(line for answer in answers for line in lines_of(answer))

    def note_ticket(self, who: str, action: Action) -> Ticket:
        """Return the button about a note that somebody sees among the statements."""
        answer = self.group.does(who, Action.SHOW_STATEMENTS)
        return next(ticket for ticket in tickets_in(answer) if ticket.action is action)
