"""A group that takes notes together: the steps that several tests take, through the engine."""

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, FileKind, SendFile
from storage.database import open_in_memory
from tests.fakes.group import Group
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in

LISTS = (
    Action.SHOW_NOTES,
    Action.SHOW_RECORD,
    Action.SHOW_STATEMENTS,
    Action.SHOW_MINE,
    Action.SHOW_LEDGER,
    Action.OPEN_CHECK_IN,
    Action.PROPOSE,
)


class NoteTaking:
    """Six people and a question that three of them have answered."""

    def __init__(self, reveal: str = "open", **uses: str) -> None:
        self.group = Group(open_in_memory())
        self.people = ("Ada", "Ben", "Chidi", "Dana", "Gwen", "Fay")
        self.dialogue = self.group.start()
        for who in self.people:
            self.group.join(who, self.dialogue, uses.get(who, "notes,report,open_data"))
        self.round = self.group.ask(self.dialogue, reveal)
        self.said = 0

    def say(self, who: str, body: str, level: str = "named", **answers: str) -> None:
        """Somebody answers the question."""
        self.group.say(who, self.round, body, level, **answers)

    def draft(self, body: str, sources: str, number: str = "", who: str = "Ada", **answers: str) -> Answer:
        """Somebody drafts a line."""
        ticket = Ticket(Action.DRAFT_LINE, self.dialogue, number)
        return self.group.sends(who, ticket, **({"body": body, "kind": "view", "sources": sources} | answers))

    def answer(self, who: str, choice: str, **answers: str) -> Answer:
        """Somebody answers "is this what you meant?" from their own list."""
        waiting = self.group.does(who, Action.SHOW_MINE)
        asked = next(ticket for ticket in tickets_in(waiting) if ticket.action is Action.CONFIRM_LINE)
        ticket = Ticket(Action.CONFIRM_LINE, asked.subject, choice)
        return self.group.sends(who, ticket, **answers) if answers else self.group.presses(who, ticket)

    def posts(self) -> str:
        """Return everything that stands in the place."""
        self.group.deliver()
        return "\n".join(line for lines in self.group.channel.values() for line in lines)

    def notes(self, who: str = "Ada") -> str:
        """Return the notes as somebody sees them."""
        return "\n".join(lines_of(self.group.does(who, Action.SHOW_NOTES)))

    def lists(self, who: str) -> str:
        """Return everything that somebody can read in lists, with the forms that open from them."""
        answers = [self.group.does(who, action) for action in LISTS]
        return "\n".join(line for answer in answers for line in lines_of(answer))

    def file(self, kind: FileKind, who: str = "Ada") -> str:
        """Return what somebody takes home."""
        is_own = kind is FileKind.OWN
        action = Action.MY_DATA if is_own else Action.EXPORT
        event = self.group.command(who, action, self.dialogue, "json" if is_own else kind)
        reply = self.group.answer(event).reply
        assert isinstance(reply, SendFile), reply
        return b"".join(self.group.engine.write_file(reply, event).pieces).decode(errors="replace")
